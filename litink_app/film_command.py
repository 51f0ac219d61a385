"""`litink film`: from a book file to a film through the same engine as the pages, with a progress bar."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from litink_app import db
from litink_app.config import settings
from litink_app.errors import LitinkError, Refused
from litink_app.headless import engine
from litink_app.providers.live import live
from litink_app.schemas.export import FORMATS
from litink_app.schemas.own_media import MUSIC
from litink_app.schemas.run import RunStatus, RunView
from litink_app.schemas.views import ANIMATIC, ChapterRow, ProductionView
from litink_app.services import accounts, characters, exports, library, own_media, production, runs
from litink_app.services import voices as speakers
from litink_app.supervisor import say

NARRATOR = "narrator"


def make_film(
    book: Path,
    *,
    chapter: int,
    out: Sequence[Path],
    voices: str = "",
    own: Mapping[int, Path] | None = None,
    animatic: bool = False,
    **wishes: Any,
) -> None:
    """Read the book, make the film of its `chapter`-th chapter and put it at `out`, in the forms that their suffixes name.

    `own` are files of one's own by scene (0: the music). With `animatic` it is a quick look only.
    """
    if animatic and any(path.suffix.lower() != ".mp4" for path in out):
        raise Refused("A quick look is an MP4: let --out end in .mp4")
    forms = [(path, form_of(path)) for path in out]
    cast, wishes["animatic"] = voices_of(voices), animatic
    wishes["narrator"] = speakers.called(cast.pop(NARRATOR)).id if NARRATOR in cast else ""
    for voice in cast.values():
        speakers.called(voice)
    with engine(settings()) as there:
        db.once(lambda: _make(book, chapter, forms, cast, own or {}, wishes, there))


def form_of(path: Path) -> str:
    """The form that a file's suffix asks for; Refused where there is none, or no folder to put it in."""
    if not path.parent.resolve().is_dir():
        raise Refused(f"There is no folder {path.parent}.")
    known = {one.suffix: one.name for one in FORMATS.values()}
    if path.suffix.lower() not in known:
        raise Refused(f"A film cannot be written as {path.name}. It can end in {', '.join(known)}.")
    return known[path.suffix.lower()]


def voices_of(words: str) -> dict[str, str]:
    """ "Alice=af_bella,Narrator=bm_george" as voices by name; the narrator's is under `NARRATOR`."""
    pairs = [part.partition("=") for part in words.split(",") if part.strip()]
    if any(not name.strip() or not voice.strip() for name, _, voice in pairs):
        raise Refused("Say voices as NAME=VOICE,NAME=VOICE, for example Alice=af_bella,Narrator=bm_george.")
    named = {name.strip(): voice.strip() for name, _, voice in pairs}
    return {NARRATOR if name.casefold() == NARRATOR else name: voice for name, voice in named.items()}


def own_of(music: Path | None, pictures: Sequence[str]) -> dict[int, Path]:
    """ "3=lake.jpg" as files by scene, the music under 0; Refused where one cannot be found."""
    found = {MUSIC: music} if music else {}
    for words in pictures:
        scene, _, name = words.partition("=")
        if not (scene.isdecimal() and int(scene) > 0 and name):
            raise Refused("Say pictures as SCENE=FILE, for example 3=lake.jpg.")
        if not Path(name).is_file():
            raise Refused(f"There is no file {name}.")
        if int(scene) in found:
            raise Refused(f"Scene {int(scene)} can show one picture or clip only.")
        found[int(scene)] = Path(name)
    return found


async def ordered(owner: UUID, book_id: UUID, chapter_id: str, own: Mapping[int, Path], wishes: Mapping[str, Any]) -> str:
    """Have the files prepared and begin the film, whose id it gives; files that no film shows are swept away after a while."""
    keep = wishes["seconds"] + 10
    files = {scene: await own_media.bring(owner, path.resolve(), path.name, music=scene == MUSIC, keep=keep) for scene, path in own.items()}
    return await production.create(owner, book_id, [chapter_id], key=f"command:{uuid4()}", own=files, **wishes)


async def _make(
    book: Path,
    chapter: int,
    forms: list[tuple[Path, str]],
    cast: dict[str, str],
    own: Mapping[int, Path],
    wishes: dict[str, Any],
    there: Callable[[], bool],
) -> None:
    owner = await accounts.owner_id()
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeRemainingColumn(), console=say
    ) as bar:
        task = bar.add_task("reading", total=100)
        book_id = await _read(owner, book, bar, task)
        chosen = _chapter((await library.book(owner, book_id)).chapters, chapter)
        await characters.cast_by_name(owner, book_id, cast)
        film = await ordered(owner, book_id, chosen.id, own, wishes)
        bar.reset(task, description="filming")
        last: ProductionView | None = None
        try:
            async for last in _attended(production.watch(owner, film), there):
                bar.update(task, completed=last.percent, description=_stage(last))
        except asyncio.CancelledError:
            await production.cancel(owner, film)
            say.print("The film was cancelled.")
            raise
    if last is None or last.status not in (RunStatus.DONE, ANIMATIC):
        raise LitinkError(last.message if last and last.message else "The film was not finished.")
    for path, form in forms:
        if last.status == ANIMATIC:
            await _put(await exports.animatic_key(owner, film), path)
        else:
            await _fetch(owner, film, form, path)
    for fault in last.faults:
        say.print(f"The film is outside its limits: {fault}")


async def _attended(views: AsyncIterator[ProductionView], there: Callable[[], bool]) -> AsyncIterator[ProductionView]:
    """The views as they come, while the installation that makes the film is there."""
    coming = asyncio.ensure_future(anext(views, None))
    try:
        while there():
            done, _ = await asyncio.wait({coming}, timeout=2.0)
            view = coming.result() if done else None
            if done and view is None:
                return
            if view:
                yield view
                coming = asyncio.ensure_future(anext(views, None))
        raise LitinkError("LitinkAI was stopped. The film goes on when it is started again; you find it under Films.")
    finally:
        coming.cancel()


async def _read(owner: UUID, book: Path, bar: Progress, task: object) -> UUID:
    book_id = await library.add_book(owner, book, book.name)
    run_id = (await library.book(owner, book_id)).book.run_id
    last: RunView | None = None
    async for last in _following(owner, run_id):
        bar.update(task, completed=last.percent)  # pyright: ignore[reportArgumentType]
    if last is not None and last.status != RunStatus.DONE:
        raise LitinkError(last.error or "The book could not be read.")
    return book_id


async def _following(owner: UUID, run_id: str) -> AsyncIterator[RunView]:
    if run_id:
        async for view in runs.watch(owner, UUID(run_id)):
            yield view


def _chapter(rows: list[ChapterRow], number: int) -> ChapterRow:
    body = [row for row in rows if row.kind == "body"] or rows
    if number > len(body):
        raise Refused(f"The book has {len(body)} chapter{'s' * (len(body) > 1)}.")
    return body[number - 1]


def _stage(view: ProductionView) -> str:
    working = next((stage for stage in view.stages if stage.status == "working"), None)
    return f"{working.label.lower()} {working.done}/{working.total}" if working else view.status


async def _fetch(owner: UUID, film: str, form: str, out: Path) -> None:
    """Have the film in this form and put it at `out`."""
    await exports.make(owner, film, form)
    view = None
    async for views in exports.watch(owner, film):
        view = next(one for one in views if one.name == form)
    if view is None or view.status != "ready":
        raise LitinkError(view.message if view and view.message else f"{out} was not finished.")
    await _put(await exports.file_key(owner, film, form), out)


async def _put(key: str, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = await live().storage.fetch(key, Path(folder))
        await asyncio.to_thread(shutil.copyfile, made, out)
    say.print(f"{out} is ready.")
