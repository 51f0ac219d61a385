"""Covers for books that came without one: drawn by the embedded illustrator after the book is understood, never paid for."""

import asyncio
from collections import Counter
from pathlib import Path
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.models.book import BookFigure
from litink_app.providers.live import live
from litink_app.providers.ports import Made
from litink_app.providers.storage import key_of, storage
from litink_app.repositories import assets, books
from litink_app.schemas.book import Book
from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.run import Done, Graph, Queue, StepSpec, Work
from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Scene
from litink_app.services import engine, understood
from litink_app.services.steps import step

WIDTH, HEIGHT = 600, 900
NAME = "drawn cover"
PRIORITY = -5


async def start(unit: AsyncSession, owner: UUID, book_id: UUID, key: str) -> None:
    """Draw the cover after this unit, if the book needs one; the same key does it once."""
    graph = Graph((StepSpec("draw_cover", "draw_cover", {"book": str(book_id)}),))
    await engine.start(unit, owner, "cover", book_id, graph, idempotency_key=f"cover:{book_id}:{key}", priority=PRIORITY)


@step("draw_cover", queue=Queue.IMAGE, seconds=2.0, attempts=2, scope="run")
async def draw_cover(work: Work) -> Done:
    """The place where most of the book plays, with its title; nothing where the book has a cover or the maker would be paid."""
    book_id, maker = UUID(work.params["book"]), live().image
    async with db.session() as unit:
        record = await books.find(unit, work.owner_id, book_id)
        if record is None or record.cover or maker.paid:
            return Done({"drawn": False})
        book = await books.load(unit, work.owner_id, book_id)
        found = await understood.load(unit, book_id)
    made = await maker.draw(brief_of(book, found.scenes, book_id.int % 1000), work.folder)
    if isinstance(made, Made):
        await _keep(work.owner_id, book_id, made)
    return Done({"drawn": isinstance(made, Made)}, provider=maker.name)


def brief_of(book: Book, scenes: tuple[Scene, ...], seed: int) -> PictureBrief:
    """What the illustrator is asked for; a book without a place is drawn from the words of its title."""
    told = Counter[str]()
    for scene in scenes:
        told[scene.kit] += scene.end - scene.start if scene.kit else 0
    kit = max(told, key=lambda name: told[name], default="")
    here = next((scene for scene in scenes if scene.kit == kit and kit), None)
    setting = Setting(here.place, here.kit, here.time or "dusk", here.weather or "clear") if here else None
    author = ", ".join(book.authors[:2])
    return PictureBrief(PictureKind.COVER, f"Cover of {book.title}", WIDTH, HEIGHT, setting, title=book.title, subtitle=author, seed=seed)


async def _keep(owner: UUID, book_id: UUID, made: Made) -> None:
    small = await as_webp(made.path)
    key, kind, size = key_of(small, ".webp"), "image/webp", small.stat().st_size
    await storage().put(small, key, kind)
    asset_id = uuid4()
    file = {"id": asset_id, "owner_id": owner, "key": key, "media_type": kind, "bytes": size, "name": "picture", "run_id": None}
    async with db.session() as unit:
        record = await books.find(unit, owner, book_id, lock=True)
        if record is None or record.cover:
            return
        await assets.guard(unit, [key])
        await assets.add(unit, [file])
        unit.add(BookFigure(book_id=book_id, name=NAME, alt=f"Cover of {record.title}", asset_id=asset_id))
        record.cover = str(asset_id)
        unit.add(record)


async def as_webp(picture: Path) -> Path:
    """The same picture, small: a shelf shows many at once."""
    return await asyncio.to_thread(_small, picture)


def _small(picture: Path) -> Path:
    from PIL import Image  # only workers touch pictures; the pages do without the library for it

    out = picture.with_suffix(".webp")
    with Image.open(picture) as drawn:
        drawn.convert("RGB").save(out, quality=84, method=4)
    return out
