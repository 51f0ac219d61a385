"""Looking for something in all books: what is found is shown with what was asked, and cleared."""

from uuid import UUID

import pytest

from litink_app.services import accounts, asking
from litink_app.services.rag import RAGService
from state.search import SearchState
from tests.people import HERE, PASSWORD, call, cheap_passwords, state_of  # noqa: F401
from tests.services.test_rag import Words, searchable

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "embedder", Words)


async def asking_for(query: str) -> SearchState:
    ticket = await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)
    person = await accounts.who(ticket.token)
    assert person is not None
    await searchable(RAGService(Words()), UUID(person.id))
    state = state_of(SearchState, ticket.token, "/library")
    await call(state, "look", {"query": query})
    return state


async def test_what_is_found_is_shown_with_what_was_asked() -> None:
    state = await asking_for("  golden key ")

    assert (state.asked, state.busy) == ("golden key", False)
    assert "golden key" in state.hits[0].text


async def test_words_that_say_nothing_find_nothing() -> None:
    state = await asking_for("?!")

    assert (state.asked, state.hits) == ("?!", [])


async def test_a_search_is_cleared() -> None:
    state = await asking_for("golden key")

    await call(state, "clear")

    assert (state.asked, state.hits) == ("", [])


async def test_too_long_a_search_says_so() -> None:
    state = await asking_for("x" * 500)

    assert "400" in state.error
    assert state.hits == []
