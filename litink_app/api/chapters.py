"""`/books/{book_id}/chapters`: the text, and the import review (rename, label, skip, move, merge, split, undo)."""

from uuid import UUID

from fastapi import APIRouter

from litink_app.api import bodies
from litink_app.api.caller import Member
from litink_app.schemas.views import ChapterText
from litink_app.services import library

router = APIRouter(prefix="/books/{book_id}", tags=["books"])


@router.get("/chapters/{chapter_id}")
async def chapter(person: Member, book_id: UUID, chapter_id: UUID) -> ChapterText:
    """The text of a chapter by paragraphs, each with its place in the book."""
    return await library.chapter(UUID(person.id), book_id, chapter_id)


@router.patch("/chapters/{chapter_id}", status_code=204)
async def correct(person: Member, book_id: UUID, chapter_id: UUID, body: bodies.ChapterChange) -> None:
    """Rename, label (`front`, `body`, `back`) or leave out; what is not named stays."""
    which = (UUID(person.id), book_id, chapter_id)
    if body.title is not None:
        await library.rename(*which, body.title)
    if body.kind is not None:
        await library.set_kind(*which, body.kind)
    if body.skipped is not None:
        await library.skip(*which, body.skipped)


@router.post("/chapters/{chapter_id}/merge", status_code=204)
async def merge(person: Member, book_id: UUID, chapter_id: UUID) -> None:
    """Join the chapter to the one before it."""
    await library.merge(UUID(person.id), book_id, chapter_id)


@router.post("/chapters/{chapter_id}/move", status_code=204)
async def move(person: Member, book_id: UUID, chapter_id: UUID, body: bodies.Before) -> None:
    """Put the chapter before another one, or at the end."""
    await library.move(UUID(person.id), book_id, chapter_id, body.before_id)


@router.post("/chapters", status_code=204)
async def split(person: Member, book_id: UUID, body: bodies.Split) -> None:
    """Begin a new chapter at the paragraph that starts at offset `at` of the book's text."""
    await library.split(UUID(person.id), book_id, body.at, body.title)


@router.post("/undo")
async def undo(person: Member, book_id: UUID) -> dict[str, bool]:
    """Take the last correction back."""
    return {"undone": await library.undo(UUID(person.id), book_id)}


@router.post("/read-again", status_code=202)
async def read_again(person: Member, book_id: UUID) -> None:
    """Read the file anew; corrections stay."""
    await library.read_again(UUID(person.id), book_id)
