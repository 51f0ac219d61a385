"""The handler that makes another form of a finished film."""

import asyncio
import shutil
import zipfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound
from litink_app.media.exports import export
from litink_app.media.mix import write_stems
from litink_app.media.poster import preview
from litink_app.media.probe import probe
from litink_app.media.subtitles import to_ass
from litink_app.repositories import exports
from litink_app.schemas.codec import from_json
from litink_app.schemas.export import FORMATS
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Blob, Done, Work
from litink_app.services import film_merge
from litink_app.services.telling import told

LIMIT_SECONDS = 2900.0
PREVIEW_SECONDS, PREVIEW_PIXELS = 8.0, 480 * 270
Maker = Callable[[Work, Path], Awaitable[object]]


async def make_export(work: Work) -> Done:
    """The film as `params["format"]` says, from its file or from what it was joined of."""
    wanted = FORMATS[work.params["format"]]
    out = work.folder / f"export{wanted.suffix}"
    await _MAKERS[wanted.name](work, out)
    return Done({"bytes": out.stat().st_size}, (Blob("export", out, wanted.media_type),), provider="embedded")


async def _converted(work: Work, out: Path) -> None:
    film = await work.fetch(work.params["film"])
    seconds = (await asyncio.to_thread(probe, film, container="mp4")).seconds
    async with told(work, seconds) as progress:
        await export(film, out, limit_seconds=LIMIT_SECONDS, progress=progress)


async def _preview(work: Work, out: Path) -> None:
    film = await work.fetch(work.params["film"])
    facts = await asyncio.to_thread(probe, film, container="mp4")
    start = min(3.0, max(0.0, facts.seconds - PREVIEW_SECONDS) / 2)
    shape = facts.picture.width / facts.picture.height if facts.picture else 16 / 9
    await preview(film, out, start=start, seconds=PREVIEW_SECONDS, width=2 * round((PREVIEW_PIXELS * shape) ** 0.5 / 2))


async def _subtitles(work: Work, out: Path) -> None:
    merged = await _as_merged(work)
    width, height = from_json(FilmOptions, merged.params["options"]).size
    text = to_ass(film_merge.captions(merged), width, height, karaoke=True)
    await asyncio.to_thread(out.write_text, text, encoding="utf-8")


async def _stems(work: Work, out: Path) -> None:
    """Lay the stems anew from the sounds that the film was mixed of: they are too large to keep for everybody."""
    merged = await _as_merged(work)
    seconds = float(merged.params["seconds"])
    clips = await film_merge.sounds(merged)
    await work.progress(0.3)
    stems = await asyncio.to_thread(write_stems, clips, seconds, work.folder, "stem")
    await work.progress(0.8)
    await asyncio.to_thread(_packed, {f"{stem.value}.flac": path for stem, path in stems.items()}, out)


def _packed(files: Mapping[str, Path], out: Path) -> None:
    """Piece by piece: the sound of an hour is larger than what a worker should hold."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as pack:
        for name, path in files.items():
            entry = zipfile.ZipInfo(name)
            entry.file_size = path.stat().st_size
            with path.open("rb") as file, pack.open(entry, "w") as kept:
                shutil.copyfileobj(file, kept, 1 << 20)


async def _as_merged(work: Work) -> Work:
    """The work as the film's merge was given it."""
    async with db.session() as unit:
        found = await exports.order(unit, work.owner_id, UUID(work.params["run"]), "merge")
    if found is None:
        raise NotFound("This film is gone.")
    return replace(work, params=found["params"], needs=found["needs"])


_MAKERS: dict[str, Maker] = {"webm": _converted, "m4b": _converted, "gif": _preview, "ass": _subtitles, "stems": _stems}
