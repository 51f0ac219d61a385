"""Private blobs: in a local folder, or in any S3-compatible store. Keys are content addresses, never made from what a person typed."""

import asyncio
import os
import re
import shutil
import time
from collections.abc import AsyncIterator
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import Any
from uuid import uuid4

from litink_app.config import Settings, settings
from litink_app.errors import NotFound, ProviderBusy, Refused
from litink_app.providers.ports import Storage

_KEY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z0-9]{1,8})?")
_PIECE = 256 * 1024


def key_of(path: Path, suffix: str = "") -> str:
    """The content address of a file: SHA-256, and the suffix (".png") so that the kind shows."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return f"{digest[:2]}/{digest}{suffix.lower()}"


def checked(key: str) -> str:
    """The key, if it is one."""
    if not _KEY.fullmatch(key):
        raise Refused("This is not the key of a stored file.")
    return key


class LocalStorage:
    """A folder; files appear whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _place(self, key: str) -> Path:
        return self.folder / checked(key)

    async def put(self, path: Path, key: str, media_type: str) -> None:
        await asyncio.to_thread(self._put, path, self._place(key))

    def _put(self, path: Path, place: Path) -> None:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if place.exists():
            os.utime(place)
            return
        fresh = place.with_name(f".{uuid4().hex}.part")
        try:
            with path.open("rb") as source, fresh.open("xb") as target:
                shutil.copyfileobj(source, target, 1024 * 1024)
                target.flush()
                os.fsync(target.fileno())
            fresh.replace(place)
        finally:
            fresh.unlink(missing_ok=True)

    async def fetch(self, key: str, folder: Path) -> Path:
        place, target = self._place(key), folder / Path(key).name
        try:
            await asyncio.to_thread(shutil.copyfile, place, target)
        except FileNotFoundError:
            raise NotFound("This file is not stored any more.") from None
        return target

    async def stream(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` up to and without `end`."""
        try:
            file = self._place(key).open("rb")
        except FileNotFoundError:
            raise NotFound("This file is not stored any more.") from None
        with file:
            file.seek(start)
            left = (end if end is not None else await self.size(key)) - start
            while left > 0 and (piece := await asyncio.to_thread(file.read, min(_PIECE, left))):
                left -= len(piece)
                yield piece

    async def size(self, key: str) -> int:
        try:
            return self._place(key).stat().st_size
        except FileNotFoundError:
            raise NotFound("This file is not stored any more.") from None

    async def exists(self, key: str) -> bool:
        return self._place(key).exists()

    async def delete(self, key: str) -> None:
        self._place(key).unlink(missing_ok=True)

    async def keys(self, older_than: float = 0.0) -> AsyncIterator[str]:
        limit = time.time() - older_than
        for shelf in await asyncio.to_thread(lambda: sorted(self.folder.glob("[0-9a-f][0-9a-f]"))):
            for name, changed in await asyncio.to_thread(_listed, shelf):
                if changed <= limit and _KEY.fullmatch(f"{shelf.name}/{name}"):
                    yield f"{shelf.name}/{name}"


def _listed(shelf: Path) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for entry in os.scandir(shelf):
        try:
            found.append((entry.name, entry.stat().st_mtime))
        except FileNotFoundError:
            continue
    return found


class S3Storage:
    """A bucket of any S3-compatible store."""

    def __init__(self, bucket: str, client: Any) -> None:
        self.bucket = bucket
        self._client = client

    async def _call(self, verb: str, **values: Any) -> Any:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return await asyncio.to_thread(getattr(self._client, verb), **values)
        except ClientError as error:
            if error.response["Error"]["Code"] in ("404", "NoSuchKey", "NotFound"):
                raise NotFound("This file is not stored any more.") from None
            raise ProviderBusy("The file store did not answer as it should.") from error
        except BotoCoreError as error:
            raise ProviderBusy("The file store cannot be reached.") from error

    async def put(self, path: Path, key: str, media_type: str) -> None:
        await self._call("upload_file", Filename=str(path), Bucket=self.bucket, Key=checked(key), ExtraArgs={"ContentType": media_type})

    async def fetch(self, key: str, folder: Path) -> Path:
        target = folder / Path(checked(key)).name
        await self._call("download_file", Bucket=self.bucket, Key=key, Filename=str(target))
        return target

    async def stream(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` up to and without `end`."""
        if start >= (until := end if end is not None else await self.size(key)):
            return
        answer = await self._call("get_object", Bucket=self.bucket, Key=checked(key), Range=f"bytes={start}-{until - 1}")
        body = answer["Body"]
        try:
            while piece := await asyncio.to_thread(body.read, _PIECE):
                yield piece
        finally:
            body.close()

    async def size(self, key: str) -> int:
        return (await self._call("head_object", Bucket=self.bucket, Key=checked(key)))["ContentLength"]

    async def exists(self, key: str) -> bool:
        try:
            await self.size(key)
        except NotFound:
            return False
        return True

    async def delete(self, key: str) -> None:
        await self._call("delete_object", Bucket=self.bucket, Key=checked(key))

    async def keys(self, older_than: float = 0.0) -> AsyncIterator[str]:
        limit, token = time.time() - older_than, None
        while True:
            page = await self._call("list_objects_v2", Bucket=self.bucket, **({"ContinuationToken": token} if token else {}))
            for found in page.get("Contents", ()):
                if found["LastModified"].timestamp() <= limit and _KEY.fullmatch(found["Key"]):
                    yield found["Key"]
            token = page.get("NextContinuationToken")
            if not token:
                return


def _s3(config: Settings) -> S3Storage:
    """Imported here, for most installations need no boto3 and it takes a second to load."""
    import boto3
    from botocore.config import Config

    client = boto3.client(
        "s3",
        endpoint_url=config.s3_endpoint or None,
        region_name=config.s3_region,
        aws_access_key_id=config.s3_key.get_secret_value() or None,
        aws_secret_access_key=config.s3_secret.get_secret_value() or None,
        config=Config(connect_timeout=10, read_timeout=60, retries={"mode": "standard", "max_attempts": 5}),
    )
    return S3Storage(config.s3_bucket, client)


@lru_cache(maxsize=4)
def _built(bucket: str, _endpoint: str, folder: Path) -> Storage:
    return _s3(settings()) if bucket else LocalStorage(folder)


def storage() -> Storage:
    """The blob store of the settings."""
    config = settings()
    return _built(config.s3_bucket, config.s3_endpoint, (config.data / "blobs").absolute())
