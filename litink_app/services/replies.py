"""Idempotency: a creating request that comes again under the same key gets the first answer, and nothing is made twice."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from litink_app import db
from litink_app.errors import Conflict, Refused
from litink_app.models.account import now
from litink_app.repositories import replies

GIVEN_UP_AFTER = timedelta(minutes=2)
LONGEST_KEY = 200

Answer = tuple[int, dict[str, Any]]


async def once(person: str, key: str, request: bytes, make: Callable[[], Awaitable[Answer]]) -> tuple[Answer, bool]:
    """The answer of `make`, which runs once per person and key; True when it is an earlier one. Without a key it just runs."""
    if not key:
        return await make(), False
    if len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise Refused("An Idempotency-Key has up to 200 plain characters.")
    owner, digest = UUID(person), hashlib.sha256(request).digest()
    if (earlier := await _claim(owner, key, digest)) is not None:
        return earlier, True
    try:
        answer = await make()
    except BaseException:
        async with db.session() as unit:
            await replies.drop(unit, owner, key)
        raise
    async with db.session() as unit:
        await replies.keep(unit, owner, key, *answer)
    return answer, False


async def _claim(owner: UUID, key: str, digest: bytes) -> Answer | None:
    async with db.session() as unit:
        if await replies.claim(unit, owner, key, digest, now(), now() - GIVEN_UP_AFTER):
            return None
        found = await replies.find(unit, owner, key)
    if found is None or (found.status is None and found.request_hash == digest):
        raise Conflict("The first request with this key is still at work.")
    if found.request_hash != digest:
        raise Refused("This Idempotency-Key was used for another request.")
    assert found.status is not None
    return found.status, found.body
