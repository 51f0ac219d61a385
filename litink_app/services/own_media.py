"""What people bring for their films: looked at and made anew in a cell, kept as their own, put in place of what the studio makes.

A change starts the film's next take, which makes anew only what depends on it; taking it back finds what was drawn before.
"""

import asyncio
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4
from weakref import WeakValueDictionary

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import Conflict, NotFound, Refused, TooMuch
from litink_app.models.film_media import FilmMedia
from litink_app.models.production import Production
from litink_app.providers.storage import key_of, storage
from litink_app.repositories import assets, film_media, productions
from litink_app.repositories import runs as run_rows
from litink_app.schemas.own_media import MUSIC, OwnFile, OwnMediaView
from litink_app.services import media_links, production, uploads
from litink_app.services.accounts import uuid

MOST_BYTES = 512 << 20
AT_ONCE = asyncio.Semaphore(2)
"""Files that this process makes anew at a time; the others wait their turn."""
_turns: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
"""Who brings several at once has one of them made anew, so that slow ones keep nobody else out."""
SMALLEST = 200
"""Pixels of the shorter side of a picture or clip; less is a thumbnail, not a scene."""
_TYPES = {"picture": "image/png", "clip": "video/mp4", "sound": "audio/flac"}


async def begin(owner: UUID, film_id: UUID | str, filename: str, size: int) -> str:
    """Announce a file for a film; its pieces follow as for a book. Gives the upload's id."""
    await _film(owner, film_id, at_rest=True)
    if size > MOST_BYTES:
        raise TooMuch(f"A file can have at most {MOST_BYTES >> 20} MB; this one has {-(-size // (1 << 20))} MB.")
    return await uploads.begin(owner, filename, size)


async def finish(owner: UUID, film_id: UUID | str, upload_id: UUID | str, scene: int) -> str:
    """All bytes are there: take the file in and put it in its place. Gives the run that makes the film anew."""
    film = await _film(owner, film_id, at_rest=True)
    seconds = await _length(owner, film, scene)
    with TemporaryDirectory(dir=uploads.folder()) as folder:
        path, name = await uploads.take(owner, upload_id, Path(folder))
        file = await take_in(owner, path, name, music=scene == MUSIC, keep=seconds)
    try:
        return await put(owner, film.id, scene, file)
    except BaseException:
        await asyncio.shield(forget(owner, file))
        raise


async def take_in(owner: UUID, path: Path, filename: str, *, music: bool, keep: float) -> OwnFile:
    """A stranger's file made anew, its first `keep` seconds, as an asset of the owner; `Refused` with one sentence where it is not fit."""
    from litink_app.media import bed, intake  # the pages do without the media library until somebody brings a file

    async with _turns.setdefault(owner, asyncio.Lock()), AT_ONCE:
        with TemporaryDirectory(dir=uploads.folder()) as folder:
            kind = intake.Kind.SOUND if music else await asyncio.to_thread(intake.seems, path)
            made = await intake.take_in(path, Path(folder), kind, keep=keep)
            if kind is intake.Kind.SOUND:
                await bed.heard(made, Path(folder))
            else:
                await asyncio.to_thread(_need_size, made)
            return await _keep(owner, made, kind.value, uploads.plain(filename))


def _need_size(made: Path) -> None:
    """A thread of a few pixels, made as wide as the frame, would be higher than any memory holds."""
    from litink_app.media.probe import probe

    shown = probe(made).picture
    if shown is None or min(shown.width, shown.height) < SMALLEST:
        raise Refused(f"This is too small for a film: {SMALLEST} pixels are the least on either side.")


async def _keep(owner: UUID, made: Path, kind: str, name: str) -> OwnFile:
    key = await asyncio.to_thread(key_of, made, made.suffix)
    await storage().put(made, key, _TYPES[kind])
    file, size = OwnFile(uuid4(), key, kind, name), await asyncio.to_thread(os.path.getsize, made)
    async with db.session() as unit:
        await assets.guard(unit, [key])
        row = {"id": file.asset_id, "owner_id": owner, "key": key, "media_type": _TYPES[kind], "name": name, "run_id": None}
        await assets.add(unit, [{**row, "bytes": size}])
    return file


async def forget(owner: UUID, file: OwnFile) -> None:
    """A file that found no place."""
    async with db.session() as unit:
        await assets.drop(unit, owner, file.asset_id)


async def put(owner: UUID, film_id: UUID | str, scene: int, file: OwnFile) -> str:
    """Put the file in place of what is drawn for `scene` (0: in place of the music). Gives the new run."""

    async def change(unit: AsyncSession, film: Production) -> None:
        await film_media.drop(unit, owner, film.id, scene)
        unit.add(FilmMedia(production_id=film.id, scene=scene, kind=file.kind, asset_id=file.asset_id))
        await unit.flush()

    return await production.refilm(owner, film_id, change)


async def take_back(owner: UUID, film_id: UUID | str, scene: int) -> str:
    """Take a person's own file out of the film; what the studio made for that place is shown again. Gives the new run."""
    if not any(one.scene == scene for one in await given(owner, film_id)):
        raise NotFound("There is nothing of yours in this place.")

    async def change(unit: AsyncSession, film: Production) -> None:
        await film_media.drop(unit, owner, film.id, scene)

    return await production.refilm(owner, film_id, change)


async def given(owner: UUID, film_id: UUID | str) -> list[OwnMediaView]:
    """What the person brought for this film."""
    film = await _film(owner, film_id)
    async with db.session() as unit:
        found = await film_media.of(unit, owner, film.id)
    return [OwnMediaView(one["scene"], one["kind"], one["name"], media_links.address(one["asset_id"])) for one in found]


async def _film(owner: UUID, film_id: UUID | str, *, at_rest: bool = False) -> Production:
    """The owner's film; with `at_rest`, Conflict while it is being made."""
    async with db.session() as unit:
        film = await productions.find(unit, owner, uuid(film_id))
        if film is None:
            raise NotFound
        if at_rest and await run_rows.going(unit, owner, "film", film.id):
            raise Conflict("The film is still being made. Wait for its end, or cancel it first.")
    return film


async def _length(owner: UUID, film: Production, scene: int) -> float:
    """How many seconds of a file can be of use there; NotFound where the film has no such scene."""
    if scene == MUSIC:
        return float(film.seconds) + 10
    script = await production.script(owner, film.id)
    if script is None:
        raise Conflict("The script is not written yet.")
    found = next((one for one in script.scenes if one.number == scene), None)
    if found is None:
        raise NotFound("There is no such scene.")
    return found.seconds + 1
