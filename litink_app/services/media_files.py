"""Stored files as they are served: found by a signed address, read through the storage port."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound
from litink_app.providers.storage import storage
from litink_app.repositories import assets
from litink_app.services import media_links


@dataclass(frozen=True, slots=True)
class MediaFile:
    key: str
    media_type: str
    bytes: int
    name: str


async def find(asset_id: UUID, expires: int, signature: str) -> MediaFile:
    """The file behind an address that we signed and that still holds."""
    media_links.check(str(asset_id), expires, signature)
    async with db.session() as unit:
        found = await assets.find(unit, asset_id)
    if found is None:
        raise NotFound
    return MediaFile(found["key"], found["media_type"], found["bytes"], found["name"])


def stream(file: MediaFile, start: int, end: int) -> AsyncIterator[bytes]:
    """The bytes `start` up to, not including, `end`."""
    return storage().stream(file.key, start, end)
