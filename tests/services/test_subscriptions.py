"""Tiers, limits and usage."""

import asyncio
from collections.abc import Mapping
from itertools import pairwise

import pytest
from sqlmodel import col, update

from litink_app import db
from litink_app.errors import NotFound, TooMuch
from litink_app.models.account import Person
from litink_app.services import accounts
from litink_app.services.subscriptions import SubscriptionManager
from litink_app.tiers import LIMITS, MODELS, MONTHLY_CENTS, ModelTier, Resource
from tests.people import HERE, PASSWORD, cheap_passwords  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")


async def alice(tier: ModelTier = ModelTier.FREE) -> str:
    person = (await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)).person
    async with db.session() as unit:
        await unit.exec(update(Person).where(col(Person.email) == person.email).values(tier=tier))
    return person.id


async def test_in_a_house_of_ones_own_nothing_is_limited_and_it_says_so() -> None:
    person, manager = await alice(), SubscriptionManager()
    for n in range(30):
        await manager.record_usage(person, "film", key=f"film:{n}")

    found = await manager.view(person)

    assert found.self_hosted
    assert "self-hosted" in found.note
    assert all(allowance.can_generate for allowance in found.usage)
    assert next(allowance for allowance in found.usage if allowance.resource == "film").used == 30


async def test_where_something_is_sold_the_tier_limits() -> None:
    person, manager = await alice(), SubscriptionManager(sells=True)
    for n in range(LIMITS[ModelTier.FREE].monthly[Resource.FILM]):
        await manager.record_usage(person, "film", key=f"film:{n}")

    film, plot = await manager.check_usage_limits(person, "film"), await manager.check_usage_limits(person, "plot_generation")

    assert (film.can_generate, plot.can_generate) == (False, True)
    assert film.words == "5 of 5 films this month are used."


async def test_of_many_starts_at_once_with_one_left_one_is_accepted() -> None:
    person, manager = await alice(), SubscriptionManager(sells=True)
    for n in range(4):
        await manager.record_usage(person, "film", key=f"film:{n}")

    async def start(key: str) -> None:
        async with db.session() as unit:
            await manager.take(unit, person, "film", key=key)

    answers = await asyncio.gather(*[start(f"new:{n}") for n in range(12)], return_exceptions=True)

    assert answers.count(None) == 1
    assert sum(isinstance(answer, TooMuch) for answer in answers) == 11


async def test_the_same_work_is_counted_once() -> None:
    person, manager = await alice(), SubscriptionManager(sells=True)

    for _ in range(3):
        await manager.record_usage(person, "plot", key="plot:1")
        async with db.session() as unit:
            await manager.take(unit, person, "plot", key="plot:2")

    assert (await manager.check_usage_limits(person, "plot")).used == 2


async def test_work_that_is_rolled_back_uses_nothing() -> None:
    person, manager = await alice(), SubscriptionManager(sells=True)

    with pytest.raises(RuntimeError):
        async with db.session() as unit:
            await manager.take(unit, person, "film", key="film:1")
            raise RuntimeError

    assert (await manager.check_usage_limits(person, "film")).used == 0


async def test_the_tier_of_nobody_is_not_found() -> None:
    for stranger in ("00000000-0000-0000-0000-000000000000", "x"):
        with pytest.raises(NotFound):
            await SubscriptionManager().get_user_tier(stranger)


@pytest.mark.parametrize("table", [LIMITS, MODELS, MONTHLY_CENTS])
async def test_every_tier_is_in_every_table(table: Mapping[ModelTier, object]) -> None:
    assert list(table) == list(ModelTier)


async def test_a_higher_tier_never_allows_less() -> None:
    tiers = [LIMITS[tier] for tier in ModelTier]

    for lower, higher in pairwise(tiers):
        assert all(lower.monthly[resource] <= higher.monthly[resource] for resource in Resource)
        assert (lower.film_seconds, lower.height, lower.concurrency) <= (higher.film_seconds, higher.height, higher.concurrency)
