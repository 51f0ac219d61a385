"""What a finished film can be taken away as is shown, made when asked for, and said why not."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from litink_app.errors import Conflict
from litink_app.schemas.export import ExportView
from litink_app.services import accounts
from state import film_exports
from state.film_exports import FilmExportState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled")


class Exports:
    """Stands for `services.exports`: one form, made as soon as it is looked at twice."""

    def __init__(self) -> None:
        self.status = ""

    async def offered(self, owner: UUID, film_id: str) -> list[ExportView]:
        return [ExportView("gif", "GIF", "", self.status, 0, "", "")]

    async def make(self, owner: UUID, film_id: str, name: str) -> None:
        if name != "gif":
            raise Conflict("The film is not finished yet.")
        self.status = "making"

    async def watch(self, owner: UUID, film_id: str) -> AsyncIterator[list[ExportView]]:
        self.status = "ready"
        yield await self.offered(owner, film_id)


@pytest.fixture
def exports(monkeypatch: pytest.MonkeyPatch) -> Exports:
    stand_in = Exports()
    monkeypatch.setattr(film_exports, "exports", stand_in)
    return stand_in


async def opened() -> FilmExportState:
    link = await accounts.owner_link()
    ticket = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    state = state_of(FilmExportState, ticket.token, "/films/f1", film_id="f1")
    await call(state, "load")
    return state


async def test_a_form_is_made_when_asked_for_and_followed(exports: Exports) -> None:
    state = await opened()
    before = [one.status for one in state.forms]

    answers = await call(state, "make", "gif")

    assert (before, [one.status for one in state.forms]) == ([""], ["making"])
    assert "follow" in str(answers)


async def test_one_that_cannot_be_made_says_why(exports: Exports) -> None:
    state = await opened()

    await call(state, "make", "m4b")

    assert state.error == "The film is not finished yet."
    assert state.loaded


async def test_nobody_has_a_film_made_into_anything_who_is_not_signed_in(exports: Exports) -> None:
    state: Any = state_of(FilmExportState, "", "/films/f1", film_id="f1")

    assert refused(await call(state, "make", "gif"))
    assert exports.status == ""
