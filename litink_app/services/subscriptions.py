"""Tiers, limits and usage. Where nobody sells anything (no payment provider), limits are those of an own house and the pages say so."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import NotFound, Refused, TooMuch
from litink_app.models.account import Person
from litink_app.repositories import accounts as people
from litink_app.repositories import usage
from litink_app.services.accounts import uuid
from litink_app.tiers import LIMITS, SELF_HOSTED, UNLIMITED, Limits, ModelTier, Resource

WORDS = {
    Resource.BOOK: "books",
    Resource.PLOT: "plots",
    Resource.SCRIPT: "scripts",
    Resource.FILM: "films",
}


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of a resource is used this month; `limit` None where there is none."""

    resource: str
    can_generate: bool
    used: int
    limit: int | None
    words: str


@dataclass(frozen=True, slots=True)
class SubscriptionView:
    tier: str
    self_hosted: bool
    note: str
    usage: list[Allowance]


class SubscriptionManager:
    """Limits by tier where something is sold (`sells`), else those of a house of one's own."""

    def __init__(self, sells: bool = False) -> None:
        self.sells = sells

    async def get_user_tier(self, user_id: str | UUID) -> ModelTier:
        async with db.session() as unit:
            return ModelTier((_known(await people.person(unit, uuid(user_id)))).tier)

    async def get_limits(self, user_id: str | UUID) -> Limits:
        return self._limits(await self.get_user_tier(user_id))

    async def check_usage_limits(self, user_id: str | UUID, resource: str) -> Allowance:
        """Whether one more is allowed now. To be sure at the start of something, `take` it."""
        async with db.session() as unit:
            person = _known(await people.person(unit, uuid(user_id)))
            return await self._allowance(unit, person, Resource(resource))

    async def take(self, unit: AsyncSession, user_id: str | UUID, resource: str, *, key: str, amount: int = 1) -> None:
        """Count `amount` in the caller's unit of work, once per `key`, or raise TooMuch. Exact however many start at once."""
        person = _known(await usage.queue_up(unit, uuid(user_id)))
        if await usage.counted(unit, key):
            return
        allowed = await self._allowance(unit, person, Resource(resource))
        if allowed.limit is not None and allowed.used + amount > allowed.limit:
            raise TooMuch(allowed.words)
        await usage.add(unit, person.id, resource, amount, key)

    async def check_film(self, unit: AsyncSession, user_id: str | UUID, seconds: int, height: int) -> None:
        """Refused where a film of so many seconds or lines of height is more than the person's tier has."""
        allowed = self._limits(ModelTier(_known(await people.person(unit, uuid(user_id))).tier))
        if seconds > allowed.film_seconds:
            raise Refused(f"Films can be {allowed.film_seconds // 60} minutes long here.")
        if height > allowed.height:
            raise Refused(f"Films can be {allowed.height} lines high here.")

    async def own_media_room(self, unit: AsyncSession, user_id: str | UUID) -> int:
        """Bytes of own pictures, clips and music that the person may keep. Holds their row, so that of several at once each counts the others."""
        return self._limits(ModelTier(_known(await usage.queue_up(unit, uuid(user_id))).tier)).media_bytes

    async def record_usage(self, user_id: str | UUID, resource: str, amount: int = 1, *, key: str | None = None) -> None:
        """Count what was used, once per `key`."""
        async with db.session() as unit:
            person = _known(await people.person(unit, uuid(user_id)))
            await usage.add(unit, person.id, Resource(resource), amount, key)

    async def view(self, user_id: str | UUID) -> SubscriptionView:
        """The person's tier and what is left of it this month."""
        async with db.session() as unit:
            person = _known(await people.person(unit, uuid(user_id)))
            allowances = [await self._allowance(unit, person, resource) for resource in Resource]
        return SubscriptionView(person.tier, not self.sells, self._note(), allowances)

    def _limits(self, tier: ModelTier) -> Limits:
        return LIMITS[tier] if self.sells else SELF_HOSTED

    def _note(self) -> str:
        return "" if self.sells else "This place is self-hosted: nothing is sold here, and there is no monthly limit."

    async def _allowance(self, unit: AsyncSession, person: Person, resource: Resource) -> Allowance:
        limit = self._limits(ModelTier(person.tier)).monthly[resource]
        used = (await usage.since(unit, person.id, month_start())).get(resource, 0)
        if limit >= UNLIMITED:
            return Allowance(resource, True, used, None, f"{used} {WORDS[resource]} this month")
        words = f"{used} of {limit} {WORDS[resource]} this month are used."
        return Allowance(resource, used < limit, used, limit, words)


def month_start() -> datetime:
    return datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _known(person: Person | None) -> Person:
    if person is None:
        raise NotFound
    return person
