"""Ordering a film: the same wishes twice are one film while it is made, whatever key the second click carries; limits are kept."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from litink_app import db
from litink_app.errors import Refused
from litink_app.services import intake, library, production
from litink_app.services.subscriptions import SubscriptionManager
from litink_app.tiers import LIMITS, ModelTier
from tests.services.sql import sql
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain

WISHES: dict[str, Any] = {"style": "narration", "seconds": 30, "aspect": "16:9"}


@pytest.fixture(autouse=True)
def _understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", quietly)


@pytest.fixture
async def shelf(database: str) -> tuple[UUID, UUID, list[str]]:
    """An owner, a book of theirs that has been read, its first chapter."""
    owner = await someone()
    book_id = await bring(owner)
    await drain()
    return owner, book_id, [(await library.book(owner, book_id)).chapters[0].id]


async def order(shelf: tuple[UUID, UUID, list[str]], **changes: Any) -> str:
    return await production.create(*shelf, key=uuid4().hex, **{**WISHES, **changes})


async def test_a_click_whose_answer_was_lost_and_that_comes_again_under_a_new_key_finds_the_film(
    shelf: tuple[UUID, UUID, list[str]],
) -> None:
    together = await asyncio.gather(order(shelf), order(shelf), order(shelf))

    later = await order(shelf)

    assert {later, *together} == {later}
    assert await sql("select count(*) from run where kind = 'film'") == [(1,)]
    assert await sql("select sum(amount) from usage where resource = 'film'") == [(1,)]


async def test_other_wishes_or_the_same_after_the_end_are_another_film(shelf: tuple[UUID, UUID, list[str]]) -> None:
    first = await order(shelf)
    other = await order(shelf, look="ink_and_wash", height=480)
    await production.cancel(shelf[0], first)

    again = await order(shelf)

    assert len({first, other, again}) == 3
    assert await sql("select options->>'picture_style', options->>'height' from production where id = :id", id=UUID(other)) == [
        ("ink_and_wash", "480")
    ]


@pytest.mark.parametrize("wrong", [{"look": "crayon"}, {"height": 717}, {"seconds": 9}, {"seconds": 3601}, {"aspect": "4:3"}, {"fps": 23}])
async def test_what_cannot_be_chosen_is_refused_and_not_counted(shelf: tuple[UUID, UUID, list[str]], wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        await order(shelf, **wrong)

    assert await sql("select 1 from usage where resource = 'film'") == []


async def test_a_tier_has_its_longest_and_highest_film_where_something_is_sold(shelf: tuple[UUID, UUID, list[str]]) -> None:
    manager = SubscriptionManager(sells=True)

    async with db.session() as unit:
        await manager.check_film(unit, shelf[0], 120, 720)
        with pytest.raises(Refused, match="2 minutes"):
            await manager.check_film(unit, shelf[0], 121, 720)
        with pytest.raises(Refused, match="720 lines"):
            await manager.check_film(unit, shelf[0], 120, 1080)
    assert [LIMITS[tier].height for tier in ModelTier] == [720, 720, 1080, 2160, 2160]


async def test_at_home_a_film_may_have_2160_lines(shelf: tuple[UUID, UUID, list[str]]) -> None:
    film = await order(shelf, height=2160, aspect="9:16", fps=30)

    assert await sql("select options->>'height', options->>'fps' from production where id = :id", id=UUID(film)) == [("2160", "30")]


async def test_going_on_after_a_cancel_pressed_twice_goes_on_once(shelf: tuple[UUID, UUID, list[str]]) -> None:
    film = await order(shelf)
    await production.cancel(shelf[0], film)

    await production.retry(shelf[0], film)
    await production.retry(shelf[0], film)

    assert (await production.view(shelf[0], film)).status == "queued"
