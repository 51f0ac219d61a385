"""The library: a person's shelf, the book with its chapters and cast, and the page to read. How books get in is in `intake`."""

from collections import Counter
from typing import Any
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound
from litink_app.models.book import ChapterRecord
from litink_app.readers.headings import Rank, parse
from litink_app.repositories import books, runs
from litink_app.schemas.understanding import Understanding
from litink_app.schemas.views import BookCard, BookDetail, CastRow, ChapterRow, ChapterText, Paragraph
from litink_app.services import intake, media_links, understood
from litink_app.services.chapter_review import known, merge, move, rename, set_kind, skip, split, undo
from litink_app.services.intake import add_address, add_book, add_sample, add_text, begin_upload, read_again
from litink_app.services.uploads import add_chunk, received

__all__ = (
    "add_address",
    "add_book",
    "add_chunk",
    "add_sample",
    "add_text",
    "begin_upload",
    "book",
    "chapter",
    "delete",
    "finish_upload",
    "merge",
    "move",
    "read_again",
    "received",
    "rename",
    "set_kind",
    "shelf",
    "skip",
    "split",
    "undo",
)
WORDS_A_MINUTE = 230
_LITTLE = {"a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to", "with", "la", "le", "du"}


async def shelf(owner: UUID) -> list[BookCard]:
    """The owner's books, newest first."""
    async with db.session() as unit:
        return [_card(one) for one in await books.shelf(unit, owner)]


async def book(owner: UUID, book_id: UUID | str) -> BookDetail:
    """The book with its chapters (readable as soon as they are there) and its cast (once it is understood)."""
    key = known(book_id)
    async with db.session() as unit:
        found = await books.shelf(unit, owner, key)
        if not found:
            raise NotFound
        rows = await books.chapters(unit, owner, key)
        found_in_it = await understood.load(unit, key)
    chapters = [_row(index, one) for index, one in enumerate(rows)]
    return BookDetail(_card(found[0]), found[0]["language"], chapters, _cast(found_in_it), list(found[0]["warnings"]))


async def chapter(owner: UUID, book_id: UUID | str, chapter_id: UUID | str) -> ChapterText:
    """One chapter, paragraph by paragraph, and its neighbours."""
    key, wanted = known(book_id), known(chapter_id)
    async with db.session() as unit:
        record = await books.find(unit, owner, key)
        rows = list(await books.chapters(unit, owner, key))
        index = next((index for index, one in enumerate(rows) if one.id == wanted), -1)
        if record is None or index < 0:
            raise NotFound
        here = rows[index]
        passage = await books.passage(unit, owner, key, here.start, here.stop)
        pictures = await books.figures(unit, owner, key)
    row = _row(index, here)
    return ChapterText(
        book_id=str(key),
        book_title=record.title,
        id=row.id,
        label=row.label,
        title=row.title,
        paragraphs=paragraphs(passage, here.start, pictures),
        previous_id=str(rows[index - 1].id) if index else "",
        next_id=str(rows[index + 1].id) if index + 1 < len(rows) else "",
        position=index,
        count=len(rows),
    )


async def finish_upload(owner: UUID, upload_id: UUID | str) -> BookCard:
    """Take the uploaded file in; gives its card (the one that is there already, for a file that came before)."""
    book_id = await intake.finish_upload(owner, upload_id)
    async with db.session() as unit:
        return _card((await books.shelf(unit, owner, book_id))[0])


async def delete(owner: UUID, book_id: UUID | str) -> None:
    """Take the book, what was read of it and all runs about it away, with what they drew; films made of it stay."""
    async with db.session() as unit:
        record = await books.find(unit, owner, known(book_id))
        if record is None or not await books.delete(unit, owner, record.id):
            raise NotFound
        for run_id in await runs.about(unit, owner, record.id):
            await runs.delete(unit, run_id)


def _card(one: Any) -> BookCard:
    status, message = one["status"], one["message"]
    if status == "reading" and one["run_status"] in {"failed", "cancelled"}:
        status, message = "failed", one["run_error"] or "The reading was stopped."
    return BookCard(
        id=str(one["id"]),
        title=one["title"],
        authors=", ".join(one["authors"]),
        cover_url=media_links.address(one["cover"]) if one["cover"] else "",
        status=status,
        percent=100 if status == "ready" else min(99, one["percent"]),
        message=message,
        chapters=one["chapters"],
        words=one["words"],
        films=one["films"],
        run_id=str(one["run_id"] or ""),
        sample=one["sample"],
    )


def _row(position: int, one: ChapterRecord) -> ChapterRow:
    label, title = label_of(one)
    minutes = -(-one.words // WORDS_A_MINUTE)
    return ChapterRow(str(one.id), position, label, title, one.kind, one.words, minutes, one.confidence, one.start, one.stop)


def label_of(one: ChapterRecord) -> tuple[str, str]:
    """What the book calls the chapter, and its title beside that."""
    heading = parse(one.title)
    only_number = one.number is not None and heading.number == one.number and not heading.title
    title = "" if only_number else _gentle(one.title)
    if one.number is not None:
        word = heading.word if only_number and heading.rank in {Rank.CHAPTER, Rank.PART} and heading.word.isascii() else "chapter"
        return f"{word.capitalize()} {one.number}", title
    return title or "Chapter", ""


def _gentle(title: str) -> str:
    """Headings in capitals are set in small letters, as a title is written."""
    if not title.isupper() or len(title) < 4:
        return title
    words = title.lower().split(" ")
    kept = [word if index and word in _LITTLE else word[:1].upper() + word[1:] for index, word in enumerate(words)]
    return "-".join(part[:1].upper() + part[1:] for part in " ".join(kept).split("-"))


def paragraphs(passage: Any, start: int, pictures: dict[str, UUID]) -> list[Paragraph]:
    """The blocks of a passage that begins at `start`; pictures by the addresses of their assets."""
    found: list[Paragraph] = []
    for kind, first, last, level, figure in passage["blocks"]:
        url = media_links.address(pictures[figure]) if figure in pictures else ""
        if first < last or kind == "scene_break" or url:
            found.append(Paragraph(kind, passage["text"][first - start : last - start], level, first, last, url))
    return found


def _cast(found: Understanding) -> list[CastRow]:
    spoken = Counter(quote.speaker for quote in found.quotes)
    return [
        CastRow(
            who.id, who.name, ", ".join(who.aliases), who.gender, who.age, who.being, who.mentions, spoken[who.id], round(who.importance, 3)
        )
        for who in found.characters
    ]
