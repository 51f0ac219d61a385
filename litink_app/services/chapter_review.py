"""The import review: a person's corrections of the chapters, kept as a list of small changes tied to the words where they were made.

The chapters shown are those that were read with every correction applied in order, so undo drops the last one, and reading the file
again (with a better reader) keeps them all.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID, uuid5

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.models.book import KINDS, BookRecord, ChapterRecord
from litink_app.repositories import books
from litink_app.schemas.book import Book
from litink_app.services import understood
from litink_app.services.names import plain

Change = dict[str, Any]
Verb = Literal["merge", "split", "rename", "kind", "skip", "move"]
ANCHOR = 80
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """A chapter while corrections are applied; `own` where a person has decided about it."""

    start: int
    stop: int
    kind: str
    number: int | None
    title: str
    part: str
    confidence: float
    skipped: bool = False
    own: bool = False


def outline_of(book: Book) -> list[dict[str, Any]]:
    """The chapters as they were read."""
    return [
        {"start": c.start, "stop": c.end, "kind": c.kind, "number": c.number, "title": c.title, "part": c.part, "confidence": c.confidence}
        for c in book.chapters
    ]


def apply(outline: list[dict[str, Any]], corrections: list[Change], text: str) -> list[Draft]:
    """The chapters with all corrections; one whose words are no longer there is passed over."""
    found = [Draft(**one) for one in outline]
    for change in corrections:
        found = _applied(found, change, text)
    return found


def _applied(found: list[Draft], change: Change, text: str) -> list[Draft]:
    at = _place(change["at"], change["words"], text)
    index = next((index for index, one in enumerate(found) if one.start == at), -1)
    verb: Verb = change["verb"]
    if verb == "split":
        return _split(found, at, change["title"])
    if index < 0:
        return found
    if verb == "merge":
        return _merged(found, index)
    if verb == "move":
        return _moved(found, index, change, text)
    field = {"rename": "title", "kind": "kind", "skip": "skipped"}[verb]
    return [*found[:index], replace(found[index], confidence=1.0, own=True, **{field: change["value"]}), *found[index + 1 :]]


def _place(at: int, words: str, text: str) -> int:
    """The offset of an anchor, found again by its words where the text has moved; -1 where it is gone."""
    if text.startswith(words, at):
        return at
    after, before = text.find(words, at), text.rfind(words, 0, max(0, at) + len(words))
    near = [place for place in (before, after) if place >= 0]
    return min(near, key=lambda place: abs(place - at)) if near else -1


def _split(found: list[Draft], at: int, title: str) -> list[Draft]:
    index = next((index for index, one in enumerate(found) if one.start < at < one.stop), -1)
    if index < 0:
        return found
    whole = found[index]
    return [
        *found[:index],
        replace(whole, stop=at, confidence=1.0, own=True),
        replace(whole, start=at, number=None, title=title, confidence=1.0, own=True),
        *found[index + 1 :],
    ]


def _merged(found: list[Draft], index: int) -> list[Draft]:
    """Into the chapter that ends where this one begins in the text."""
    one = found[index]
    before = max((other for other in found if other.stop <= one.start), key=lambda other: other.stop, default=None)
    if before is None:
        return found
    joined = replace(before, stop=one.stop, confidence=1.0, own=True)
    return [joined if other is before else other for other in found if other is not one]


def _moved(found: list[Draft], index: int, change: Change, text: str) -> list[Draft]:
    one, rest = found[index], found[:index] + found[index + 1 :]
    target = _place(change["before"], change["before_words"], text) if change["before_words"] else -1
    place = next((place for place, other in enumerate(rest) if other.start == target), len(rest))
    return [*rest[:place], one, *rest[place:]]


def rows(book_id: UUID, found: list[Draft], text: str) -> list[ChapterRecord]:
    """Table rows; the id comes from the words at the beginning, so that it outlives a re-read."""
    made: list[ChapterRecord] = []
    seen: dict[str, int] = {}
    for position, one in enumerate(found):
        words = text[one.start : one.start + 2 * ANCHOR]
        seen[words] = seen.get(words, 0) + 1
        made.append(
            ChapterRecord(
                id=uuid5(book_id, f"{seen[words]}:{words}"),
                book_id=book_id,
                position=position,
                kind=one.kind,
                number=one.number,
                title=one.title,
                part=one.part,
                confidence=one.confidence,
                start=one.start,
                stop=one.stop,
                words=len(text[one.start : one.stop].split()),
                skipped=one.skipped,
            )
        )
    return made


async def merge(owner: UUID, book_id: UUID | str, chapter_id: UUID | str) -> None:
    """Join the chapter to the one before it."""
    async with db.session() as unit:
        record, chapter = await _chapter(unit, owner, book_id, chapter_id)
        if not any(one.stop <= chapter.start for one in await books.chapters(unit, owner, record.id, skipped=True)):
            raise Refused("There is no chapter before this one.")
        await _add(unit, record, chapter.start, {"verb": "merge"})


async def split(owner: UUID, book_id: UUID | str, at: int, title: str = "") -> None:
    """Begin a new chapter at the paragraph that starts at offset `at`."""
    async with db.session() as unit:
        record, held = await _text(unit, owner, book_id)
        starts = {block[1] for block in held.blocks}
        inside = any(one.start < at < one.stop for one in await books.chapters(unit, owner, record.id, skipped=True))
        if at not in starts or not inside:
            raise Refused("A chapter can only be split at a paragraph inside it.")
        await _add(unit, record, at, {"verb": "split", "title": _title(title)})


async def rename(owner: UUID, book_id: UUID | str, chapter_id: UUID | str, title: str) -> None:
    await _change(owner, book_id, chapter_id, "rename", _title(title))


async def set_kind(owner: UUID, book_id: UUID | str, chapter_id: UUID | str, kind: str) -> None:
    """`front`, `body` or `back`."""
    if kind not in KINDS:
        raise Refused("A chapter is front matter, body or back matter.")
    await _change(owner, book_id, chapter_id, "kind", kind)


async def skip(owner: UUID, book_id: UUID | str, chapter_id: UUID | str, skipped: bool = True) -> None:
    """Leave the chapter out of everything, or take it in again."""
    await _change(owner, book_id, chapter_id, "skip", skipped)


async def move(owner: UUID, book_id: UUID | str, chapter_id: UUID | str, before_id: UUID | str | None) -> None:
    """Put the chapter before another one, or at the end."""
    async with db.session() as unit:
        record, chapter = await _chapter(unit, owner, book_id, chapter_id)
        before, words = -1, ""
        if before_id is not None:
            _, other = await _chapter(unit, owner, book_id, before_id)
            held = await books.outline(unit, owner, record.id)
            before, words = other.start, held.text[other.start : other.start + ANCHOR] if held else ""
        await _add(unit, record, chapter.start, {"verb": "move", "before": before, "before_words": words})


async def undo(owner: UUID, book_id: UUID | str) -> bool:
    """Take the last correction back; False where there is none."""
    async with db.session() as unit:
        record, _ = await _text(unit, owner, book_id)
        if not record.corrections:
            return False
        record.corrections = record.corrections[:-1]
        await lay(unit, record)
    return True


async def lay(unit: AsyncSession, record: BookRecord) -> list[ChapterRecord]:
    """Write the chapters as the reading and the corrections make them."""
    held = await books.outline(unit, record.owner_id, record.id)
    if held is None:
        raise NotFound
    made = rows(record.id, apply(held.outline, record.corrections, held.text), held.text)
    await books.put_chapters(unit, record.id, made)
    record.words = sum(one.words for one in made if one.kind == "body" and not one.skipped)
    await understood.stamp(unit, record)
    await unit.flush()
    return made


async def _change(owner: UUID, book_id: UUID | str, chapter_id: UUID | str, verb: Verb, value: Any) -> None:
    async with db.session() as unit:
        record, chapter = await _chapter(unit, owner, book_id, chapter_id)
        await _add(unit, record, chapter.start, {"verb": verb, "value": value})


async def _add(unit: AsyncSession, record: BookRecord, at: int, change: Change) -> None:
    held = await books.outline(unit, record.owner_id, record.id)
    if held is None:
        raise NotFound
    record.corrections = [*record.corrections, {**change, "at": at, "words": held.text[at : at + ANCHOR]}]
    await lay(unit, record)


async def _text(unit: AsyncSession, owner: UUID, book_id: UUID | str):
    key = known(book_id)
    record = await books.find(unit, owner, key, lock=True)
    held = await books.outline(unit, owner, key)
    if record is None or held is None:
        raise NotFound
    return record, held


async def _chapter(unit: AsyncSession, owner: UUID, book_id: UUID | str, chapter_id: UUID | str) -> tuple[BookRecord, ChapterRecord]:
    record = await books.find(unit, owner, known(book_id), lock=True)
    if record is None:
        raise NotFound
    key = known(chapter_id)
    for chapter in await books.chapters(unit, owner, record.id, skipped=True):
        if chapter.id == key:
            return record, chapter
    raise NotFound


def _title(title: str) -> str:
    clean = plain(title)
    if len(clean) > LONGEST_TITLE:
        raise Refused(f"A title has at most {LONGEST_TITLE} letters.")
    return clean


def known(value: UUID | str) -> UUID:
    """An id from outside; what is none belongs to nothing."""
    try:
        return value if isinstance(value, UUID) else UUID(value)
    except ValueError:
        raise NotFound from None
