"""How a person's own picture, clip or music gets into a film: a run prepares the file in a cell, then puts it in its place.

What was sent waits in the store as a file of that run, so that any process may be killed; it goes with the step that used it.

How many files one person sends at once is not limited: the claim of a step gives a free worker to whoever holds the fewest steps, so
others wait behind one file of theirs at most, never behind all of them.
"""

import asyncio
import os
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.models.production import Production
from litink_app.providers.storage import key_of, storage
from litink_app.repositories import assets, film_media, productions
from litink_app.repositories import runs as run_rows
from litink_app.repositories.film_media import RUN
from litink_app.schemas.own_media import MUSIC, OwnFile
from litink_app.schemas.run import Blob, Done, Graph, Parked, Queue, RunStatus, StepSpec, Work
from litink_app.services import engine, own_room, production
from litink_app.services.steps import step

SMALLEST = 200
"""Pixels of the shorter side of a picture or clip; less is a thumbnail, not a scene."""
FILE = "file"
_TYPES = {"picture": "image/png", "clip": "video/mp4", "sound": "audio/flac"}
_HALF_A_DAY = 12 * 3600.0


async def stored(path: Path, music: bool) -> tuple[str, int]:
    """Key and size of what was sent, put in the store as it came; `Refused` at once where the first bytes are of no kind that is taken."""
    from litink_app.media import intake  # the pages do without the media library until somebody brings a file

    await asyncio.to_thread(intake.admit, path, music=music)
    key = await asyncio.to_thread(key_of, path)
    await storage().put(path, key, "application/octet-stream")
    return key, await asyncio.to_thread(os.path.getsize, path)


async def start(
    unit: AsyncSession, owner: UUID, sent: tuple[str, int], name: str, *, scene: int, keep: float, key: str, film: UUID | None
) -> UUID:
    """Begin to prepare a stored file, its first `keep` seconds; the same `key` begins it once. With a film it then takes its place there."""
    await own_room.need(unit, owner, 0)
    if known := await run_rows.by_key(unit, owner, key):
        return known
    if film:
        await _call_off(unit, owner, film, scene)
    await assets.guard(unit, [sent[0]])
    steps = [StepSpec("take_in", "take_in", {"key": sent[0], "keep": round(keep, 3), "music": scene == MUSIC})]
    if film:
        steps.append(StepSpec("place", "place", {"name": name, "scene": scene}, ("take_in",), scene))
    run = await engine.start(unit, owner, RUN, film, Graph(tuple(steps)), idempotency_key=key)
    file = {"owner_id": owner, "key": sent[0], "media_type": "application/octet-stream", "bytes": sent[1], "name": "sent", "run_id": run}
    await assets.add(unit, [{"id": run, **file}])  # one id for both: where the run is known, so is what was sent for it
    return run


async def _call_off(unit: AsyncSession, owner: UUID, film: UUID, scene: int) -> None:
    """What is still prepared for this place is not wanted any more."""
    for one in await film_media.coming(unit, owner, film):
        run = await run_rows.lock(unit, one["run_id"], owner) if one["scene"] == scene else None
        if run and run["status"] not in ("done", "failed", "cancelled"):
            await engine.end(unit, run["id"], owner, RunStatus.CANCELLED)


@step("take_in", queue=Queue.VIDEO, seconds=4.0, limit=900.0)
async def take_in(work: Work) -> Done:
    """A stranger's file made anew in a cell; `Refused` with one sentence where no film can use it."""
    from litink_app.media import bed, intake
    from litink_app.services import telling

    sent = await work.fetch(work.params["key"])
    kind = intake.Kind.SOUND if work.params["music"] else await asyncio.to_thread(intake.seems, sent)
    keep = float(work.params["keep"])
    async with telling.told(work, keep) as progress:
        made = await intake.take_in(sent, work.folder, kind, keep=keep, progress=progress)
    if kind is intake.Kind.SOUND:
        await bed.heard(made, work.folder)
    else:
        await asyncio.to_thread(_need_size, made)
    await _need_room(work.owner_id, sent, made)
    return Done({"kind": kind.value}, (Blob(FILE, made, _TYPES[kind.value]),), provider="embedded")


async def _need_room(owner: UUID, sent: Path, made: Path) -> None:
    """What was made may be many times as large as what was sent, in whose place it comes."""
    more = await asyncio.to_thread(lambda: made.stat().st_size - sent.stat().st_size)
    async with db.session() as unit:
        await own_room.need(unit, owner, max(0, more))


def _need_size(made: Path) -> None:
    """A thread of a few pixels, made as wide as the frame, would be higher than any memory holds."""
    from litink_app.media.probe import probe

    shown = probe(made).picture
    if shown is None or min(shown.width, shown.height) < SMALLEST:
        raise Refused(f"This is too small for a film: {SMALLEST} pixels are the least on either side.")


@step("place", queue=Queue.PLOT, seconds=0.3, scope="run", patience=_HALF_A_DAY)
async def place(work: Work) -> Done | Parked:
    """In its place in the film, whose next take begins with that; while the film is being made, the file waits."""
    owner, film = work.owner_id, work.subject_id
    file = file_of(work.needs["take_in"], str(work.params["name"]))
    async with db.session() as unit:
        if await film_media.placed(unit, owner, file.asset_id):
            return Done({})
        if film is None or await productions.find(unit, owner, film) is None:
            raise NotFound("The film is gone.")
        if await run_rows.going(unit, owner, "film", film):
            return Parked(str(work.step_id), 2.0)
    await _put(owner, film, int(work.params["scene"]), file, work.run_id)
    return Done({})


async def _put(owner: UUID, film_id: UUID, scene: int, file: OwnFile, run: UUID) -> None:
    """The file in place of what is drawn for `scene` (0: of the music), and the film's next take; what was sent is not needed any more."""

    async def change(unit: AsyncSession, film: Production) -> None:
        await film_media.drop(unit, owner, film.id, scene)
        await film_media.place(unit, owner, film.id, scene, file)
        await assets.drop(unit, owner, run)
        await own_room.need(unit, owner, 0)

    await production.refilm(owner, film_id, change)


def file_of(made: dict[str, Any], name: str) -> OwnFile:
    """What `take_in` made."""
    blob = made["blobs"][FILE]
    return OwnFile(UUID(blob["asset"]), blob["key"], made["kind"], name)
