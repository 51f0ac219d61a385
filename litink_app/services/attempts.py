"""Limits on trying, counted in Postgres so that no restart and no lost Redis frees a guesser.

Wrong tries on an account are limited per place first, so that a stranger who guesses locks out himself and not the owner.
"""

import hashlib
from collections.abc import Sequence
from ipaddress import IPv6Address, ip_address

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import TooMuch
from litink_app.repositories import accounts as rows
from litink_app.repositories.accounts import Limit
from litink_app.schemas.account import WORDS, Problem

QUARTER, HOUR = 900, 3600


def signing_in(email: str, address: str) -> list[Limit]:
    """On this account from this place, on this account from anywhere, from this place on any account."""
    place = _place(address)
    return [
        _limit("pair", 8, QUARTER, email, place),
        _limit("account", 60, HOUR, email),
        _limit("place", 100, QUARTER, place),
    ]


def opening(email: str, address: str) -> Limit:
    """Right sign-ins: each costs a hash and leaves a row for a month."""
    return _limit("opening", 100, HOUR, email, _place(address))


def signing_up(address: str) -> Limit:
    return _limit("sign-up", 30, HOUR, _place(address))


def following(address: str) -> Limit:
    """Sign-in links."""
    return _limit("link", 30, QUARTER, _place(address))


def moving(person: str) -> Limit:
    """Changes of the e-mail address: each tells whether somebody has that one."""
    return _limit("e-mail", 10, HOUR, person)


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


def _place(address: str) -> str:
    """Whom an address belongs to: with IPv6 a guesser has a whole /64, so that counts as one place."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if not isinstance(ip, IPv6Address):
        return address
    return str(ip.ipv4_mapped or f"{int(ip) >> 64:x}::/64")


def _limit(kind: str, tries: int, seconds: int, *parts: str) -> Limit:
    subject = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
    return Limit(f"{kind}:{subject}", tries, seconds)
