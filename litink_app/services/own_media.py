"""What people bring for their films: sent in pieces, prepared by a run, put in place of what the studio makes.

A change starts the film's next take, which makes anew only what depends on it; taking it back finds what was drawn before.
"""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import Conflict, LitinkError, NotFound, Refused, TooMuch
from litink_app.events import listen
from litink_app.models.production import Production
from litink_app.repositories import books, film_media, productions
from litink_app.repositories import runs as run_rows
from litink_app.schemas.own_media import MOST_BYTES, MUSIC, ComingView, OwnFile, OwnMediaView
from litink_app.schemas.run import RunStatus
from litink_app.services import media_links, own_intake, own_room, production, runs, uploads
from litink_app.services.accounts import uuid

_LOOK_AGAIN = 1.0
_SHOWN = (RunStatus.QUEUED, RunStatus.RUNNING, RunStatus.PAUSED, RunStatus.FAILED)


async def begin(owner: UUID, film_id: UUID | str, filename: str, size: int) -> str:
    """Announce a file for a film; its pieces follow as for a book. Gives the upload's id."""
    await _film(owner, film_id, at_rest=True)
    if size > MOST_BYTES:
        raise TooMuch(f"A file can have at most {MOST_BYTES >> 20} MB; this one has {-(-size // (1 << 20))} MB.")
    return await uploads.begin(owner, filename, size, lambda unit: own_room.need(unit, owner, size))


async def finish(owner: UUID, film_id: UUID | str, upload_id: UUID | str, scene: int) -> str:
    """All bytes are there: a run prepares the file and puts it in its place. Gives the run, the same one however often it is asked for."""
    key = f"own:{uuid(upload_id)}"
    if known := await _known(owner, key):
        return known
    film = await _film(owner, film_id, at_rest=True)
    keep = await _length(owner, film, scene)
    try:
        upload, path = await uploads.complete(owner, upload_id)
        sent = await own_intake.stored(path, scene == MUSIC)
    except (NotFound, FileNotFoundError):
        if known := await _known(owner, key):
            return known
        raise NotFound from None
    except Refused:
        await uploads.drop(uuid(upload_id))
        raise
    async with db.session() as unit:
        run = await own_intake.start(unit, owner, sent, upload.filename, scene=scene, keep=keep, key=key, film=film.id)
        await books.drop_upload(unit, upload.id)
    await uploads.drop(upload.id)
    return str(run)


async def _known(owner: UUID, key: str) -> str:
    async with db.session() as unit:
        found = await run_rows.by_key(unit, owner, key)
    return str(found) if found else ""


async def bring(owner: UUID, path: Path, filename: str, *, music: bool, keep: float) -> OwnFile:
    """A file of this machine, prepared for a film that is to be ordered with it; `Refused` names it and says why."""
    name = uploads.plain(filename)
    try:
        sent = await own_intake.stored(path, music)
        async with db.session() as unit:
            place = MUSIC if music else MUSIC + 1
            run = await own_intake.start(unit, owner, sent, name, scene=place, keep=keep, key=f"own:{uuid4()}", film=None)
        view = [view async for view in runs.watch(owner, run)][-1]
    except LitinkError as error:
        raise Refused(f"{name}: {error.message}") from error
    if view.status != RunStatus.DONE:
        raise Refused(f"{name}: {view.error or 'This was not finished.'}")
    async with db.session() as unit:
        return own_intake.file_of(await film_media.prepared(unit, owner, run), name)


async def take_back(owner: UUID, film_id: UUID | str, scene: int) -> str:
    """Take a person's own file out of the film; what the studio made for that place is shown again. Gives the new run."""
    if not any(one.scene == scene for one in await given(owner, film_id)):
        raise NotFound("There is nothing of yours in this place.")

    async def change(unit: AsyncSession, film: Production) -> None:
        await film_media.drop(unit, owner, film.id, scene)

    return await production.refilm(owner, film_id, change)


async def given(owner: UUID, film_id: UUID | str) -> list[OwnMediaView]:
    """What of the person's own lies in this film."""
    film = await _film(owner, film_id)
    async with db.session() as unit:
        found = await film_media.of(unit, owner, film.id)
    return [OwnMediaView(one["scene"], one["kind"], one["name"], media_links.address(one["asset_id"])) for one in found]


async def coming(owner: UUID, film_id: UUID | str) -> list[ComingView]:
    """What is being prepared for this film, and what was refused and not put away."""
    film = await _film(owner, film_id)
    async with db.session() as unit:
        found = await film_media.coming(unit, owner, film.id)
    return [
        ComingView(one["scene"], one["name"], str(one["run_id"]), one["status"], min(99, one["percent"]), one["error"])
        for one in found
        if one["status"] in _SHOWN
    ]


async def watch(owner: UUID, film_id: UUID | str) -> AsyncIterator[list[ComingView]]:
    """What is coming, now and after each change, until nothing is prepared any more."""
    last = await coming(owner, film_id)
    yield last
    if not going(last):
        return
    async for _ in listen(uuid(film_id), _LOOK_AGAIN):
        now = await coming(owner, film_id)
        if now != last:
            last = now
            yield now
        if not going(now):
            return


def going(found: list[ComingView]) -> bool:
    return any(one.status != RunStatus.FAILED for one in found)


async def put_away(owner: UUID, film_id: UUID | str, scene: int) -> None:
    """Call off what is prepared for a place, or forget that it was refused."""
    for one in await coming(owner, film_id):
        if one.scene == scene:
            with suppress(Conflict):
                await runs.cancel(owner, one.run_id)
            await runs.delete(owner, one.run_id)


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
