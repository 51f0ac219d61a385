"""How a book gets in: chunks into a private folder, the file into the store, a row, and a run that reads and understands it."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db, readers
from litink_app.config import settings
from litink_app.errors import Conflict, NotFound, Refused, TooMuch
from litink_app.models.book import BookFigure, BookRecord
from litink_app.providers.live import live
from litink_app.providers.storage import key_of, storage
from litink_app.readers.registry import admit
from litink_app.readers.sandbox import FILE_BYTES
from litink_app.repositories import assets, books, runs, understandings
from litink_app.schemas.book import Book, Figure
from litink_app.schemas.run import Done, Graph, Queue, StepSpec, Work
from litink_app.schemas.understanding import Understanding
from litink_app.services import chapter_review, covers, engine, indexing, refining, uploads
from litink_app.services.steps import step
from litink_app.services.subscriptions import SubscriptionManager
from litink_app.services.uploads import plain
from litink_app.tiers import Resource

SAMPLE = Path(readers.__file__).parent / "sample" / "the-selfish-giant.md"
HEAD = 65536
"""Bytes by which it is told at the door that a file is no book."""
_fetching: set[UUID] = set()
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "image/svg+xml": ".svg"}


async def begin_upload(owner: UUID, filename: str, size: int) -> str:
    """Announce a book of `size` bytes; gives the upload's id."""
    await _may_have(owner, size)
    return await uploads.begin(owner, filename, size)


async def finish_upload(owner: UUID, upload_id: UUID | str) -> UUID:
    """All bytes are there: take the book in, however the upload was begun."""
    upload, place = await uploads.complete(owner, upload_id)
    await _may_have(owner, upload.size)
    try:
        book_id = await add_book(owner, place, upload.filename)
    except FileNotFoundError:
        raise Conflict("This file is being taken in already.") from None
    except Refused:
        await uploads.drop(upload.id)
        raise
    await uploads.drop(upload.id)
    return book_id


async def _may_have(owner: UUID, size: int) -> None:
    """TooMuch where the tier, or what readers take, allows no book of `size` bytes."""
    limit = min((await SubscriptionManager().get_limits(owner)).book_bytes, FILE_BYTES)
    if size > limit:
        raise TooMuch(f"A book can have at most {limit >> 20} MB; this file has {-(-size // (1 << 20))} MB.")


async def add_book(owner: UUID, path: Path, filename: str, *, sample: bool = False) -> UUID:
    """Take a file in and begin to read it; a file that the owner has already is that book. `Refused` where it is surely none."""
    await asyncio.to_thread(_admit, path, filename)
    digest = await asyncio.to_thread(_hash, path)
    async with db.session() as unit:
        if (known := await books.by_hash(unit, owner, digest)) and known.status != "failed":
            return known.id
        if known:
            await books.delete(unit, owner, known.id)
    name = plain(filename)
    suffix = Path(name).suffix
    fit = suffix.isascii() and suffix[1:].isalnum() and len(suffix) <= 8
    key = await asyncio.to_thread(key_of, path, suffix if fit else "")
    await storage().put(path, key, "application/octet-stream")
    size = await asyncio.to_thread(os.path.getsize, path)
    record = BookRecord(id=uuid4(), owner_id=owner, hash=digest, digest=digest, filename=name, key=key, title=_title(name), sample=sample)
    async with db.session() as unit:
        return await _begin(unit, record, size)


async def _begin(unit: AsyncSession, record: BookRecord, size: int) -> UUID:
    """The row, the file and the run, together or not at all."""
    await assets.guard(unit, [record.key])
    if not await books.add(unit, record):
        known = await books.by_hash(unit, record.owner_id, record.hash)
        assert known is not None
        return known.id
    if not record.sample:
        await SubscriptionManager().take(unit, record.owner_id, Resource.BOOK, key=f"book:{record.id}")
    await _keep_file(unit, record.owner_id, uuid4(), record.key, "application/octet-stream", size, "book")
    await _start(unit, record, f"book:{record.id}:1")
    return record.id


async def _start(unit: AsyncSession, record: BookRecord, key: str) -> None:
    params = {"book": str(record.id), "key": record.key, "filename": record.filename}
    graph = Graph(
        (
            StepSpec("read_book", "read_book", params),
            StepSpec("understand_book", "understand_book", {"book": str(record.id)}, ("read_book",)),
        )
    )
    run_id = await engine.start(unit, record.owner_id, "book", record.id, graph, idempotency_key=key)
    held = await books.find(unit, record.owner_id, record.id)
    assert held is not None
    held.run_id, held.status, held.message = run_id, "reading", ""
    unit.add(held)


async def read_again(owner: UUID, book_id: UUID | str) -> None:
    """Read the file anew, with the readers of today; corrections stay. While it is being read, that reading is the one."""
    async with db.session() as unit:
        record = await books.find(unit, owner, chapter_review.known(book_id), lock=True)
        if record is None:
            raise NotFound
        if record.status == "reading" and await runs.going(unit, owner, "book", record.id):
            return
        await _start(unit, record, f"book:{record.id}:{uuid4().hex}")


async def add_sample(owner: UUID) -> UUID:
    """The book that comes with the house."""
    return await add_book(owner, SAMPLE, f"The Selfish Giant{SAMPLE.suffix}", sample=True)


async def add_text(owner: UUID, title: str, text: str) -> UUID:
    """Text that was pasted in."""
    limit = (await SubscriptionManager().get_limits(owner)).book_bytes
    data = text.encode("utf-8", "replace")
    if not text.strip():
        raise Refused("There is no text in it.")
    if len(data) > limit:
        raise TooMuch(f"A book can have at most {limit >> 20} MB.")
    return await _add_bytes(owner, data, f"{plain(title)[:120] or 'Pasted text'}.txt")


async def add_address(owner: UUID, address: str) -> UUID:
    """A book or an article at a web address. Slow servers hold threads of its own only, and one of them per person."""
    from litink_app.readers import web

    limit = (await SubscriptionManager().get_limits(owner)).book_bytes
    if owner in _fetching:
        raise TooMuch("Another page is being fetched for you. Wait until it is there.")
    _fetching.add(owner)
    try:
        page = await asyncio.get_running_loop().run_in_executor(_fetchers(), web.fetch, address, limit)
    finally:
        _fetching.discard(owner)
    return await _add_bytes(owner, page.data, page.name)


@lru_cache
def _fetchers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(8, "fetch")


async def _add_bytes(owner: UUID, data: bytes, name: str) -> UUID:
    with TemporaryDirectory(dir=uploads.folder()) as folder:
        path = Path(folder) / sha256(data).hexdigest()
        await asyncio.to_thread(path.write_bytes, data)
        return await add_book(owner, path, name)


@step("read_book", queue=Queue.BOOK, seconds=2.0, attempts=2, limit=300.0, scope="run")
async def read_book(work: Work) -> Done:
    """Chapters, text and pictures; after this the book can be read."""
    path = await work.fetch(work.params["key"])
    try:
        book = await asyncio.to_thread(readers.read, path, work.params["filename"])
        if not book.chapters:
            raise Refused(book.warnings[0] if book.warnings else "There is no text in this book that could be read.")
    except Refused as error:
        await _failed(work, error.message)
        raise
    await work.progress(0.6, title=book.title)
    await _keep(work, book)
    return Done({"chapters": len(book.chapters), "words": len(book.text.split()), "title": book.title})


@step("understand_book", queue=Queue.BOOK, seconds=20.0, attempts=3, limit=1500.0, scope="run")
async def understand_book(work: Work) -> Done:
    """Who speaks, the cast, the scenes; after this the book is ready."""
    book_id = UUID(work.params["book"])
    async with db.session() as unit:
        book = await books.load(unit, work.owner_id, book_id)
    made = await _refined(work, book, await asyncio.to_thread(_understood, book))
    found = made.found
    async with db.session() as unit:
        record = await books.find(unit, work.owner_id, book_id, lock=True)
        if record is None:
            raise NotFound
        await understandings.save(unit, book_id, found)
        record.status = "ready"
        unit.add(record)
        await indexing.start(unit, work.owner_id, book_id, str(work.run_id))
        await covers.start(unit, work.owner_id, book_id, str(work.run_id))
    done = Done({"characters": len(found.characters), "quotes": len(found.quotes), "scenes": len(found.scenes), "refined": made.changed})
    return replace(done, usd=cost.usd, provider=cost.provider, model=cost.model) if (cost := made.cost) else done


async def _refined(work: Work, book: Book, found: Understanding) -> refining.Refined:
    """Doubtful speakers asked of the language model, where one is configured. After a crash that may have paid, nobody asks again."""
    model, most = live().llm, settings().refine_most
    if not model.forms or not most or work.intended:
        return refining.Refined(found)

    async def before(part: str) -> None:
        if model.paid:
            await work.intend(model.name, part=part)

    return await refining.refined(found, book.text, model, most, before)


def _understood(book: Book) -> Understanding:
    from litink_app.understanding import understand

    return understand(book)


async def _failed(work: Work, words: str) -> None:
    async with db.session() as unit:
        record = await books.find(unit, work.owner_id, UUID(work.params["book"]), lock=True)
        if record is not None:
            record.status, record.message = "failed", words
            unit.add(record)


async def _keep(work: Work, book: Book) -> None:
    """Words first, in one transaction; pictures are in the store before it begins."""
    book_id = UUID(work.params["book"])
    pictures = await _stored(work.folder, [*book.figures, *([book.cover] if book.cover else [])])
    async with db.session() as unit:
        record = await books.find(unit, work.owner_id, book_id, lock=True)
        if record is None:
            raise NotFound
        _describe(record, book)
        await books.put_text(unit, book_id, book, chapter_review.outline_of(book))
        await chapter_review.lay(unit, record)
        await _keep_pictures(unit, record, book, pictures)
    await work.progress(0.95, readable=True)


def _describe(record: BookRecord, book: Book) -> None:
    record.title = book.title.strip()[: chapter_review.LONGEST_TITLE] or record.title
    record.authors = [author for author in book.authors if author.strip()]
    record.language, record.direction = book.language, book.direction
    record.facts, record.warnings = dict(book.metadata), list(book.warnings)


async def _stored(folder: Path, pictures: list[Figure]) -> dict[str, tuple[Figure, str]]:
    """Each picture once, by its name, with the key under which it lies."""
    found: dict[str, tuple[Figure, str]] = {}
    for index, picture in enumerate(pictures):
        if picture.name in found:
            continue
        path = folder / f"picture-{index}"
        await asyncio.to_thread(path.write_bytes, picture.data)
        key = await asyncio.to_thread(key_of, path, _SUFFIXES.get(picture.media_type, ""))
        await storage().put(path, key, picture.media_type)
        found[picture.name] = (picture, key)
    return found


async def _keep_pictures(unit: AsyncSession, record: BookRecord, book: Book, pictures: dict[str, tuple[Figure, str]]) -> None:
    await assets.guard(unit, [key for _, key in pictures.values()])
    rows: list[BookFigure] = []
    for name, (picture, key) in pictures.items():
        figure = BookFigure(book_id=record.id, name=name, alt=picture.alt, asset_id=uuid4())
        await _keep_file(unit, record.owner_id, figure.asset_id, key, picture.media_type, len(picture.data), "picture")
        rows.append(figure)
    await books.put_figures(unit, record.id, rows)
    record.cover = next((str(row.asset_id) for row in rows if book.cover and row.name == book.cover.name), "")
    unit.add(record)


async def _keep_file(unit: AsyncSession, owner: UUID, asset_id: UUID, key: str, media_type: str, size: int, name: str) -> None:
    file = {"id": asset_id, "owner_id": owner, "key": key, "media_type": media_type, "bytes": size, "name": name, "run_id": None}
    await assets.add(unit, [file])


def _admit(path: Path, filename: str) -> None:
    with path.open("rb") as file:
        admit(file.read(HEAD), path.stat().st_size, filename)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _title(name: str) -> str:
    return name.rpartition(".")[0] or name or "A book"
