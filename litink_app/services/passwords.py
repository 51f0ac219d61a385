"""Passwords: argon2id, off the event loop, two at a time, with the same work whether or not there is an account."""

import asyncio
from functools import lru_cache
from weakref import WeakKeyDictionary

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from litink_app.errors import Refused
from litink_app.schemas.account import PASSWORD_LONGEST, PASSWORD_SHORTEST, WORDS, Problem

AT_ONCE = 2
_gates: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


@lru_cache
def hasher() -> PasswordHasher:
    """64 MiB and three passes: the library's defaults, which follow RFC 9106 for machines with little memory."""
    return PasswordHasher()


@lru_cache
def _nobody() -> str:
    return hasher().hash("the password of nobody")


async def hashed(password: str) -> str:
    """The hash to keep of a new password."""
    if not PASSWORD_SHORTEST <= len(password) <= PASSWORD_LONGEST:
        raise Refused(WORDS[Problem.PASSWORD])
    async with _gate():
        return await asyncio.to_thread(hasher().hash, password)


async def matches(password: str, kept: str) -> bool:
    """Whether `password` belongs to the hash `kept`; "" (no account, or no password) costs the same and is never matched."""
    given = password if len(password) <= PASSWORD_LONGEST else ""
    async with _gate():
        return await asyncio.to_thread(_verify, given, kept or _nobody()) and bool(kept) and given == password


def _verify(password: str, kept: str) -> bool:
    try:
        return hasher().verify(kept, password)
    except (Argon2Error, InvalidHashError):
        return False


def _gate() -> asyncio.Semaphore:
    return _gates.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
