"""The reader finds the passage that somebody pointed at; a hostile address finds nothing and breaks nothing."""

from uuid import UUID

import pytest

from litink_app.errors import NotFound
from litink_app.schemas.views import BookCard, BookDetail, ChapterRow, ChapterText, Paragraph
from litink_app.services import accounts
from state import reader
from state.reader import PassageState, ReaderState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, PASSWORD, call, cheap_passwords, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled", "shelf")

PARAGRAPHS = [Paragraph("paragraph", "One.", 0, 100, 104), Paragraph("paragraph", "Two.", 0, 106, 110)]
ROWS = [ChapterRow("c1", 0, "I", "", "body", 2, 1, 1.0, 0, 100), ChapterRow("c2", 1, "II", "", "body", 2, 1, 1.0, 100, 200)]


class Library:
    async def book(self, owner: UUID, book_id: str) -> BookDetail:
        if book_id != "b1":
            raise NotFound("There is no such book on your shelf.")
        return BookDetail(BookCard("b1", "Alice", "", "", "ready", 100, "", 2, 4, 0, "", True), "en", ROWS, [], [])

    async def chapter(self, owner: UUID, book_id: str, chapter_id: str) -> ChapterText:
        await self.book(owner, book_id)
        return ChapterText("b1", "Alice", chapter_id, "II", "", PARAGRAPHS, "c1", "", 1, 2)


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "library", Library())


async def token() -> str:
    return (await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)).token


@pytest.mark.parametrize(
    ("at", "found"), [("106", 106), ("109", 106), ("100", 100), ("105", -1), ("", -1), ("-1", -1), ("x", -1), ("٣", -1), ("9" * 40, -1)]
)
async def test_the_passage_that_was_pointed_at_is_marked(at: str, found: int) -> None:
    state = state_of(ReaderState, await token(), "/books/b1/read/c2", book_id="b1", chapter_id="c2", at=at)

    answers = await call(state, "load")

    assert (state.chapter.id, state.pointed) == ("c2", found)
    assert ("scrollIntoView" in str(answers) or "p-106" in str(answers) or "p-100" in str(answers)) == (found >= 0)


@pytest.mark.parametrize(("place", "chapter"), [("0", "c1"), ("99", "c1"), ("100", "c2"), ("nowhere", "c1")])
async def test_a_place_in_the_book_leads_to_its_chapter(place: str, chapter: str) -> None:
    state = state_of(PassageState, await token(), f"/books/b1/at/{place}", book_id="b1", place=place)

    answers = await call(state, "go")

    assert f"/books/b1/read/{chapter}" in str(answers)


async def test_a_strangers_book_is_not_there() -> None:
    key = await token()
    passage = state_of(PassageState, key, "/books/b2/at/0", book_id="b2", place="0")
    read = state_of(ReaderState, key, "/books/b2/read/c1", book_id="b2", chapter_id="c1")

    await call(passage, "go")
    await call(read, "load")

    assert passage.error == read.error == "There is no such book on your shelf."
    assert read.chapter.paragraphs == []
