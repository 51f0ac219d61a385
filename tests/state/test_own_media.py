"""What a person brought for a place of a film is shown, replaced and taken back on its page."""

from dataclasses import replace
from uuid import UUID

import pytest

from litink_app.errors import Conflict
from litink_app.schemas.own_media import ComingView, OwnMediaView
from litink_app.services import accounts
from state import own_media
from state.own_media import OwnMediaState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled")
COMING = ComingView(2, "lake.jpg", "r1", "running", 40, "")
LAKE = OwnMediaView(2, "picture", "lake.jpg", "/media/lake")


class OwnMedia:
    """Stands for `services.own_media`."""

    def __init__(self) -> None:
        self.there: list[OwnMediaView] = []
        self.on_the_way: list[ComingView] = []
        self.busy = False
        self.going = own_media.own_media.going

    async def coming(self, owner: UUID, film_id: str) -> list[ComingView]:
        return self.on_the_way

    async def put_away(self, owner: UUID, film_id: str, scene: int) -> None:
        self.on_the_way = [one for one in self.on_the_way if one.scene != scene]

    async def given(self, owner: UUID, film_id: str) -> list[OwnMediaView]:
        return self.there

    async def take_back(self, owner: UUID, film_id: str, scene: int) -> str:
        if self.busy:
            raise Conflict("The film is still being made.")
        self.there = [one for one in self.there if one.scene != scene]
        return "r2"


@pytest.fixture
def brought(monkeypatch: pytest.MonkeyPatch) -> OwnMedia:
    stand_in = OwnMedia()
    monkeypatch.setattr(own_media, "own_media", stand_in)
    return stand_in


async def opened(scene: int = 2) -> OwnMediaState:
    link = await accounts.owner_link()
    ticket = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    state = state_of(OwnMediaState, ticket.token, "/films/f1", film_id="f1")
    await call(state, "take", "f1", scene)
    return state


async def test_each_place_shows_what_lies_there(brought: OwnMedia) -> None:
    brought.there = [LAKE]

    assert (await opened(2)).there == LAKE
    assert (await opened(3)).there.kind == ""


async def test_when_a_file_found_its_place_the_dialog_closes_and_the_film_is_looked_at_again(brought: OwnMedia) -> None:
    state = await opened()
    brought.there = [LAKE]

    answers = await call(state, "sent")

    assert state.there == LAKE
    assert "load" in str(answers) and "close" in str(answers)


async def test_after_a_refusal_the_dialog_stays_open(brought: OwnMedia) -> None:
    state = await opened()

    answers = await call(state, "sent")

    assert "load" not in str(answers) and "close" not in str(answers)


async def test_a_file_on_its_way_is_followed_and_goes_on_being_shown_after_a_reload(brought: OwnMedia) -> None:
    state = await opened()
    brought.on_the_way = [COMING]

    answers = await call(state, "sent")
    state.coming = []
    again = await call(state, "load")

    assert "follow" in str(answers) and "close" not in str(answers)
    assert "follow" in str(again) and state.coming == [COMING]


async def test_when_all_is_placed_the_dialog_closes_and_where_one_was_refused_it_stays_and_can_be_put_away(brought: OwnMedia) -> None:
    state = await opened()
    brought.on_the_way = [COMING]
    await call(state, "sent")
    state.coming = []
    placed = str(state._then())
    brought.on_the_way = state.coming = [replace(COMING, status="failed", message="Nothing is heard.")]
    refusal = str(state._then())

    await call(state, "put_away", 2)

    assert "close" in placed and "close" not in refusal
    assert state.coming == []


async def test_taking_back_looks_at_the_film_again_or_says_why_not(brought: OwnMedia) -> None:
    brought.there = [LAKE]
    state = await opened()

    brought.busy = True
    refusal = await call(state, "take_back")
    said = state.error
    brought.busy = False
    answers = await call(state, "take_back")

    assert (said, brought.there, state.busy) == ("The film is still being made.", [], False)
    assert "close" not in str(refusal) and "load" in str(answers)


async def test_a_visitor_sees_and_takes_nothing(brought: OwnMedia) -> None:
    brought.there = [LAKE]
    state = state_of(OwnMediaState, "", "/films/f1", film_id="f1")

    assert refused(await call(state, "take", "f1", 2)) and refused(await call(state, "take_back"))
    assert (state.there.kind, brought.there) == ("", [LAKE])
