"""The mirror: it follows until the end or until nobody looks, and says what went wrong."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import reflex as rx

from litink_app.errors import NotFound
from litink_app.services import accounts
from state import jobs
from state.jobs import JobMixin, attended
from tests.people import HERE, PASSWORD, call, cheap_passwords, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "watched")


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody looks at the page."""
    monkeypatch.setattr(jobs, "_app", None)


@dataclass(frozen=True, slots=True)
class Seen:
    status: str
    percent: int


class MirrorState(JobMixin, rx.State):
    percent: int = 0
    told: str = ""
    _script: tuple[Seen, ...] = ()

    async def _views(self) -> AsyncIterator[Seen]:
        for view in self._script:
            yield view
        if not self._script:
            raise NotFound("There is no such film.")

    def _draw(self, view: Seen) -> None:
        self.percent = view.percent

    def _then(self) -> Any:
        return "afterwards"


async def mirror(*views: Seen) -> MirrorState:
    ticket = await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)
    state = state_of(MirrorState, ticket.token)
    state._script = views
    return state


async def test_it_draws_each_change_and_goes_on_to_what_follows_the_end() -> None:
    state = await mirror(Seen("running", 10), Seen("running", 60), Seen("done", 100))

    answers = await call(state, "follow")

    assert (state.percent, state.following, state.trouble) == (100, False, "")
    assert answers == ["afterwards"]


async def test_it_does_not_look_past_the_end() -> None:
    state = await mirror(Seen("failed", 41), Seen("running", 42))

    await call(state, "follow")

    assert state.percent == 41


async def test_what_went_wrong_is_said_in_safe_words() -> None:
    state = await mirror()

    await call(state, "follow")

    assert (state.following, state.trouble) == (False, "There is no such film.")


async def test_it_stops_when_the_tab_is_gone_even_while_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([True, True, False])

    async def is_open(token: str) -> bool:
        return next(looks)

    async def silent() -> AsyncIterator[int]:
        yield 1
        await asyncio.sleep(60)
        yield 2

    monkeypatch.setattr(jobs, "is_open", is_open)
    monkeypatch.setattr(jobs, "TAB_CHECK_SECONDS", 0.01)

    assert [view async for view in attended(silent(), "token")] == [1]


async def test_without_a_running_application_a_tab_counts_as_open() -> None:
    assert await jobs.is_open("any")
