"""Files on their way in: pieces with a place each, into a private folder, until whoever asked for the file takes it."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.config import settings
from litink_app.errors import Conflict, NotFound, Refused, TooMuch
from litink_app.models.book import Upload
from litink_app.repositories import books
from litink_app.services.accounts import uuid

CHUNK = 8 << 20
UNFINISHED = 8
"""Uploads that a person may have begun; one more ends the oldest."""


async def begin(owner: UUID, filename: str, size: int, may: Callable[[AsyncSession], Awaitable[None]] | None = None) -> str:
    """Announce a file of `size` bytes; gives the upload's id. `may` refuses in the same unit what the caller does not allow."""
    if size <= 0:
        raise Refused("This file is empty.")
    upload = Upload(owner_id=owner, filename=plain(filename), size=size)
    async with db.session() as unit:
        old = await books.old_uploads(unit, owner, UNFINISHED - 1)
        if may:
            await may(unit)
        unit.add(upload)
    await asyncio.to_thread(_make_place, upload.id, old)
    return str(upload.id)


async def add_chunk(owner: UUID, upload_id: UUID | str, offset: int, data: bytes) -> int:
    """Add the bytes from `offset` on; gives how many are there now. A chunk that is there already is passed over."""
    upload = await _upload(owner, upload_id)
    if len(data) > CHUNK:
        raise TooMuch(f"A chunk can have at most {CHUNK >> 20} MB.")
    if offset < 0 or offset + len(data) > upload.size:
        raise Refused("The file is larger than it was announced.")
    return await asyncio.to_thread(_append, _place(upload.id), offset, data)


async def received(owner: UUID, upload_id: UUID | str) -> int:
    """How many bytes are there, so that a broken upload goes on where it stopped."""
    upload = await _upload(owner, upload_id)
    return _size(upload.id)


async def complete(owner: UUID, upload_id: UUID | str) -> tuple[Upload, Path]:
    """The upload and its file; Conflict while bytes are missing."""
    upload = await _upload(owner, upload_id)
    place = _place(upload.id)
    if _size(upload.id) != upload.size:
        raise Conflict("The upload is not complete yet.")
    return upload, place


async def drop(upload_id: UUID) -> None:
    """Forget the upload and its bytes."""
    async with db.session() as unit:
        await books.drop_upload(unit, upload_id)
    _place(upload_id).unlink(missing_ok=True)


async def drop_all(owner: UUID) -> None:
    """Forget what a person began to send and did not finish."""
    async with db.session() as unit:
        gone = await books.old_uploads(unit, owner)
    for upload_id in gone:
        _place(upload_id).unlink(missing_ok=True)


def folder() -> Path:
    """Where files on their way in lie, closed to others."""
    place = settings().data / "uploads"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def plain(filename: str) -> str:
    """A name as a label: no folders, no control characters, not endless."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[-200:].strip()


async def _upload(owner: UUID, upload_id: UUID | str) -> Upload:
    async with db.session() as unit:
        upload = await books.upload(unit, owner, uuid(upload_id))
    if upload is None:
        raise NotFound
    return upload


def _place(upload_id: UUID) -> Path:
    return settings().data / "uploads" / f"{upload_id}.part"


def _size(upload_id: UUID) -> int:
    try:
        return _place(upload_id).stat().st_size
    except FileNotFoundError:
        raise NotFound from None


def _make_place(upload_id: UUID, old: list[UUID]) -> None:
    folder()
    for gone in old:
        _place(gone).unlink(missing_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(_place(upload_id), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _append(place: Path, offset: int, data: bytes) -> int:
    try:
        opened = place.open("r+b")
    except FileNotFoundError:
        raise NotFound from None
    with opened as file:
        size = file.seek(0, os.SEEK_END)
        if offset > size:
            raise Conflict("A part of the upload is missing before this chunk.")
        if offset + len(data) > size:
            file.seek(offset)
            file.write(data)
        return max(size, offset + len(data))
