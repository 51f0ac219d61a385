"""The import review as a page shows it: every chapter with how sure the reading is of it, and the text to split it in."""

from typing import Any
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound
from litink_app.models.book import ChapterRecord
from litink_app.repositories import books
from litink_app.schemas.review import ImportReview, ReviewRow
from litink_app.schemas.views import Paragraph
from litink_app.services import chapter_review, library
from litink_app.services.chapter_review import known

CLEAR, LIKELY = 0.8, 0.6
KINDS = {"front": "front matter", "body": "part of the book", "back": "back matter"}


async def review(owner: UUID, book_id: UUID | str) -> ImportReview:
    """The chapters of the owner's book in their order, those that are left out too."""
    key = known(book_id)
    async with db.session() as unit:
        record = await books.find(unit, owner, key)
        if record is None:
            raise NotFound
        held = await books.outline(unit, owner, key)
        kept = await books.chapters(unit, owner, key, skipped=True)
    drafts = chapter_review.apply(held.outline, record.corrections, held.text) if held else []
    own = {draft.start for draft in drafts if draft.own}
    rows = [_row(chapter, kept, own) for chapter in kept]
    last = _in_words(record.corrections[-1]) if record.corrections else ""
    return ImportReview(record.title, record.status, rows, len(record.corrections), last)


async def text(owner: UUID, book_id: UUID | str, chapter_id: UUID | str) -> list[Paragraph]:
    """The paragraphs of one chapter, left out or not."""
    key, wanted = known(book_id), known(chapter_id)
    async with db.session() as unit:
        here = next((one for one in await books.chapters(unit, owner, key, skipped=True) if one.id == wanted), None)
        if here is None:
            raise NotFound
        passage = await books.passage(unit, owner, key, here.start, here.stop)
        pictures = await books.figures(unit, owner, key)
    return library.paragraphs(passage, here.start, pictures)


def sure(confidence: float, own: bool = False) -> str:
    """A confidence in one word."""
    if own:
        return "yours"
    return "clear" if confidence >= CLEAR else "likely" if confidence >= LIKELY else "unsure"


def _row(one: ChapterRecord, kept: Any, own: set[int]) -> ReviewRow:
    after = min((other for other in kept if other.start >= one.stop and other is not one), key=lambda other: other.start, default=None)
    label, title = library.label_of(one)
    return ReviewRow(
        str(one.id),
        label,
        one.title or title,
        one.part,
        one.kind,
        one.words,
        sure(one.confidence, one.start in own),
        one.skipped,
        str(after.id) if after else "",
        _called(after) if after else "",
    )


def _called(one: ChapterRecord) -> str:
    label, title = library.label_of(one)
    return title or label


def _in_words(change: dict[str, Any]) -> str:
    first = change["words"].strip().partition("\n")[0][:40]
    value = change.get("value")
    return {
        "merge": f"joined “{first}” to the chapter before it",
        "split": f"began a chapter at “{first}”",
        "rename": f"named a chapter “{value}”",
        "kind": f"made “{first}” {KINDS.get(str(value), '')}",
        "skip": f"{'left out' if value else 'took in'} “{first}”",
        "move": f"moved “{first}”",
    }[change["verb"]]
