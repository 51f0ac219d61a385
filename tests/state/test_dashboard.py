"""The desk: what is being read or made there goes on before one's eyes."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from litink_app.errors import NotFound
from litink_app.schemas.views import BookCard, FilmCard
from litink_app.services import accounts
from state import dashboard, jobs
from state.dashboard import DashboardState
from tests.people import HERE, PASSWORD, call, cheap_passwords, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")
BOOK = BookCard("b1", "The Selfish Giant", "Oscar Wilde", "", "ready", 100, "", 1, 1655, 0, "r1", True)
FILM = FilmCard("f1", "b1", "The Selfish Giant", "The Selfish Giant", 30, "done", 100, "", "")


class Desk:
    """Stands for library and production: books and films that are a little further each time they are asked for."""

    def __init__(self, *desks: tuple[list[BookCard], list[FilmCard]]) -> None:
        self.desks, self.asked = desks, 0

    async def shelf(self, owner: UUID) -> list[BookCard]:
        self.asked += 1
        return self.desks[min(self.asked, len(self.desks)) - 1][0]

    async def films(self, owner: UUID) -> list[FilmCard]:
        return self.desks[min(self.asked, len(self.desks)) - 1][1]


async def desk(monkeypatch: pytest.MonkeyPatch, *desks: tuple[list[BookCard], list[FilmCard]]) -> Any:
    stand_in = Desk(*desks)
    monkeypatch.setattr(jobs, "_app", None)
    monkeypatch.setattr(dashboard, "LOOK_AGAIN_SECONDS", 0)
    monkeypatch.setattr(dashboard, "library", stand_in)
    monkeypatch.setattr(dashboard, "production", stand_in)
    ticket = await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)
    return state_of(DashboardState, ticket.token, "/dashboard")


async def test_a_quiet_desk_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    state = await desk(monkeypatch, ([BOOK], [FILM]))

    assert await call(state, "load") == [None]
    assert (state.welcome, state.loaded) == (False, True)


async def test_a_newcomer_sees_the_welcome_as_soon_as_the_sample_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = replace(BOOK, status="reading", percent=10)
    state = await desk(monkeypatch, ([reading], []), ([replace(reading, percent=60)], []), ([BOOK], []))

    answers = await call(state, "load")
    assert state.sample.id == ""
    await call(state, "follow")

    assert "follow" in str(answers)
    assert (state.sample.id, state.welcome, state.following) == ("b1", True, False)


async def test_a_film_that_is_made_moves_to_the_finished_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    state = await desk(monkeypatch, ([BOOK], [replace(FILM, status="running", percent=40)]), ([BOOK], [FILM]))

    await call(state, "load")
    assert [film.percent for film in state.making] == [40]
    await call(state, "follow")

    assert (state.making, [film.id for film in state.films]) == ([], ["f1"])


async def test_what_goes_wrong_is_said_and_nothing_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(owner: UUID) -> list[FilmCard]:
        raise NotFound

    state = await desk(monkeypatch, ([BOOK], []))
    monkeypatch.setattr(dashboard, "production", SimpleNamespace(films=gone))

    assert await call(state, "load") == [None]
    assert state.error
