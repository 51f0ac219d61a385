"""The shelf: what is added leads to its page, what is refused says why, what is being read is followed."""

from typing import Any
from uuid import UUID

import pytest

from litink_app.errors import Refused
from litink_app.schemas.views import BookCard
from litink_app.services import accounts
from state import jobs, library
from state.library import LibraryState
from tests.people import HERE, PASSWORD, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")


def card(status: str, percent: int) -> BookCard:
    return BookCard("b1", "Alice", "Lewis Carroll", "", status, percent, "", 12, 900, 0, "r1", False)


class Library:
    """Stands for `services.library`: a shelf that is a little further each time it is asked."""

    def __init__(self, *shelves: list[BookCard]) -> None:
        self.shelves, self.taken = list(shelves), list[Any]()

    async def shelf(self, owner: UUID) -> list[BookCard]:
        return self.shelves.pop(0) if len(self.shelves) > 1 else self.shelves[0]

    async def add_text(self, owner: UUID, title: str, text: str) -> UUID:
        if not text.strip():
            raise Refused("There is no text in it.")
        self.taken.append((title, text))
        return UUID(int=7)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_app", None)
    monkeypatch.setattr(library, "LOOK_AGAIN_SECONDS", 0)


async def shelf(monkeypatch: pytest.MonkeyPatch, *shelves: list[BookCard]) -> tuple[LibraryState, Library]:
    stand_in = Library(*shelves)
    monkeypatch.setattr(library, "library", stand_in)
    ticket = await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)
    return state_of(LibraryState, ticket.token, "/library"), stand_in


async def test_a_shelf_where_nothing_is_read_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await shelf(monkeypatch, [card("ready", 100)])

    assert await call(state, "load") == [None]
    assert state.loaded


async def test_a_book_that_is_being_read_is_followed_until_it_is_ready(monkeypatch: pytest.MonkeyPatch, watched: None) -> None:
    state, _ = await shelf(monkeypatch, [card("reading", 10)], [card("reading", 60)], [card("ready", 100)])

    answers = await call(state, "load")
    await call(state, "follow")

    assert "follow" in str(answers)
    assert (state.books[0].status, state.following) == ("ready", False)


async def test_pasted_text_becomes_a_book_and_its_page_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    state, books = await shelf(monkeypatch, [])

    answers = await call(state, "add_text", {"title": "A tale", "text": "Once."})

    assert books.taken == [("A tale", "Once.")]
    assert f"/books/{UUID(int=7)}" in str(answers)


@pytest.mark.parametrize("form", [{"title": "A tale", "text": " "}, {}])
async def test_what_cannot_be_taken_in_is_said_beside_the_form(monkeypatch: pytest.MonkeyPatch, form: dict[str, str]) -> None:
    state, books = await shelf(monkeypatch, [])

    await call(state, "add_text", form)

    assert (state.problem, state.busy, books.taken) == ("There is no text in it.", "", [])


async def test_a_visitor_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _, books = await shelf(monkeypatch, [])

    assert refused(await call(state_of(LibraryState), "add_text", {"title": "A tale", "text": "Once."}))
    assert books.taken == []
