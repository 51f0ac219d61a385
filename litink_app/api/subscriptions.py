"""`/subscriptions`: the caller's tier and what is left of it."""

from dataclasses import dataclass

from fastapi import APIRouter

from litink_app.api.caller import Member, Open
from litink_app.services.subscriptions import SubscriptionManager, SubscriptionView
from litink_app.tiers import LIMITS, MONTHLY_CENTS, ModelTier

router = APIRouter(prefix="/subscriptions", tags=["subscriptions"])


@dataclass(frozen=True, slots=True)
class TierView:
    tier: str
    monthly_cents: int
    monthly: dict[str, int]
    film_seconds: int
    height: int
    concurrency: int
    book_bytes: int
    watermark: bool


@router.get("/me")
async def mine(person: Member) -> SubscriptionView:
    """The tier, and what was used this month of what it allows."""
    return await SubscriptionManager().view(person.id)


@router.get("/tiers", dependencies=[Open])
async def tiers() -> list[TierView]:
    """What the tiers allow where something is sold."""
    return [_view(tier) for tier in ModelTier]


def _view(tier: ModelTier) -> TierView:
    own = LIMITS[tier]
    monthly = {resource.value: limit for resource, limit in own.monthly.items()}
    return TierView(tier, MONTHLY_CENTS[tier], monthly, own.film_seconds, own.height, own.concurrency, own.book_bytes, own.watermark)
