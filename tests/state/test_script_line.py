"""A line is changed as it stands in the film, by those who may, or the reason is said beside it."""

from typing import Any
from uuid import UUID

import pytest

from litink_app.errors import Refused
from litink_app.services import accounts
from state import script_line
from state.script_line import ScriptLineState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, call, cheap_passwords, refused, state_of  # noqa: F401
from tests.state.test_video_generation import film, scene

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled")


class Productions:
    """Stands for `services.production`: remembers what was changed."""

    def __init__(self) -> None:
        self.changes: list[tuple[str, str, str]] = []

    async def view(self, owner: UUID, film_id: str) -> Any:
        return film(scene(1, "done"), status="done")

    async def edit_line(self, owner: UUID, film_id: str, line_id: str, text: str) -> str:
        if not text.strip():
            raise Refused("A line needs words.")
        self.changes.append((film_id, line_id, text))
        return "r2"


@pytest.fixture
def productions(monkeypatch: pytest.MonkeyPatch) -> Productions:
    stand_in = Productions()
    monkeypatch.setattr(script_line, "production", stand_in)
    return stand_in


async def taken(line_id: str) -> ScriptLineState:
    link = await accounts.owner_link()
    ticket = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    state = state_of(ScriptLineState, ticket.token, "/films/f1", film_id="f1")
    await call(state, "take", "f1", line_id)
    return state


async def test_the_words_of_a_line_are_changed_and_the_film_is_looked_at_again(productions: Productions) -> None:
    state = await taken("l1")

    answers = await call(state, "change", {"text": "Up she went."})

    assert state.text == "Down she went."
    assert productions.changes == [("f1", "l1", "Up she went.")]
    assert "load" in str(answers) and not state.busy


async def test_a_refusal_stands_beside_the_field(productions: Productions) -> None:
    state = await taken("l1")

    await call(state, "change", {"text": " "})

    assert (state.error, state.busy, productions.changes) == ("A line needs words.", False, [])


async def test_a_line_that_is_gone_leaves_the_field_empty(productions: Productions) -> None:
    state = await taken("l9")

    assert state.text == ""


async def test_a_visitor_changes_nothing(productions: Productions) -> None:
    state = state_of(ScriptLineState, "", "/films/f1", film_id="f1")

    assert refused(await call(state, "change", {"text": "Mine."}))
    assert productions.changes == []
