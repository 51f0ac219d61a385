"""Limits on trying, counted in Postgres so that no restart and no lost Redis frees a guesser.

Wrong tries on an account are limited per place first, so that a stranger who guesses locks out himself and not the owner.
"""

import hashlib
from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import TooMuch
from litink_app.repositories import accounts as rows
from litink_app.repositories.accounts import Limit
from litink_app.schemas.account import WORDS, Problem

QUARTER, HOUR = 900, 3600


def signing_in(email: str, address: str) -> list[Limit]:
    """On this account from this place, on this account from anywhere, from this place on any account."""
    return [
        _limit("pair", 8, QUARTER, email, address),
        _limit("account", 60, HOUR, email),
        _limit("place", 100, QUARTER, address),
    ]


def signing_up(address: str) -> Limit:
    return _limit("sign-up", 30, HOUR, address)


def following(address: str) -> Limit:
    """Sign-in links."""
    return _limit("link", 30, QUARTER, address)


def proving(person: str) -> Limit:
    """Passwords asked for again."""
    return _limit("prove", 8, QUARTER, person)


async def count(limits: Sequence[Limit]) -> None:
    """Count a try, or raise TooMuch."""
    async with db.session() as unit:
        reached = await rows.reserve(unit, limits)
    if reached:
        raise TooMuch(WORDS[Problem.MANY], retry_after=float(reached.seconds))


async def right(unit: AsyncSession, limits: Sequence[Limit]) -> None:
    """The try was a right one: forget the wrong ones under the narrowest limit, and take this one back from the others."""
    await rows.forgive(unit, [limits[0].subject])
    for limit in limits[1:]:
        await rows.give_back(unit, limit.subject)


def _limit(kind: str, tries: int, seconds: int, *parts: str) -> Limit:
    subject = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
    return Limit(f"{kind}:{subject}", tries, seconds)
