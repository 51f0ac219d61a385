"""Private files by signed address: whole or one range, for `<video>`, `<img>`, downloads."""

import hashlib
import re
import time
from mimetypes import guess_extension
from pathlib import PurePath
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from litink_app import routes
from litink_app.api.caller import Open
from litink_app.schemas.export import FORMATS
from litink_app.services import media_files
from litink_app.services.media_files import MediaFile

router = APIRouter(include_in_schema=False, dependencies=[Open])

SHOWN = re.compile(r"(image/(png|jpeg|webp|gif|avif)|video/(mp4|webm)|audio/[\w.+-]+|text/(vtt|plain)|application/(pdf|json|epub\+zip))")
DRAWN = "image/svg+xml"
"""Keeps its type, else no `<img>` shows it; opened by itself it is a download in a sandbox, so that nothing in it can run."""
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@router.api_route(f"{routes.MEDIA}/{{asset_id}}", methods=["GET", "HEAD"])
async def media(
    request: Request,
    asset_id: UUID,
    expires: Annotated[int, Query(ge=0, le=2**40)],
    signature: Annotated[str, Query(max_length=100)],
    download: Annotated[str, Query(max_length=600)] = "",
) -> Response:
    file = await media_files.find(asset_id, expires, signature)
    headers = _headers(file, expires, download)
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    span = _span(request, file, headers["ETag"])
    if span is None:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{file.bytes}"})
    start, end, partial = span
    if partial:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{file.bytes}"
    headers["Content-Length"] = str(end - start)
    status = 206 if partial else 200
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers)
    return StreamingResponse(media_files.stream(file, start, end), status, headers)


def _headers(file: MediaFile, expires: int, download: str) -> dict[str, str]:
    shown = SHOWN.fullmatch(file.media_type) is not None
    how = "inline" if shown and not download else "attachment"
    name = _named(download, file.media_type) if download else file.name
    return {
        "Accept-Ranges": "bytes",
        "Cache-Control": f"private, max-age={max(0, expires - int(time.time()))}, immutable",
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(name.replace('/', '_'), safe='')}",
        "Content-Type": file.media_type if shown or file.media_type == DRAWN else "application/octet-stream",
        "ETag": f'"{hashlib.sha256(file.key.encode()).hexdigest()[:32]}"',
    }


def _named(wanted: str, media_type: str) -> str:
    """The wanted name with an ending that fits what the file is; one that fits already stays as it is."""
    fitting = {one.suffix for one in FORMATS.values() if one.media_type == media_type} | {guess_extension(media_type) or ""}
    return wanted if PurePath(wanted).suffix.lower() in fitting else wanted + (guess_extension(media_type) or "")


def _span(request: Request, file: MediaFile, etag: str) -> tuple[int, int, bool] | None:
    """Start, end and whether that is a part: all where there is no range, several, a strange one or one of another version; None beyond the end."""
    whole = (0, file.bytes, False)
    asked = RANGE.fullmatch(request.headers.get("range", "")[:100])
    if asked is None or request.headers.get("if-range", etag) != etag:
        return whole
    first, last = asked.groups()
    if not first:
        return _suffix(file.bytes, int(last)) if last else whole
    start, end = int(first), min(int(last) + 1, file.bytes) if last else file.bytes
    if last and int(last) < start:
        return whole
    return (start, end, True) if start < file.bytes else None


def _suffix(size: int, length: int) -> tuple[int, int, bool] | None:
    return (max(0, size - length), size, True) if size and length else None
