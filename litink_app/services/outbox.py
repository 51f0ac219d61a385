"""Telling the outside after the commit: rows of the outbox, and who delivers each topic.

A deliverer may be called twice for one row (a crash between telling and deleting it): it tells the receiver the row's key.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.queue import TaskName, enqueue
from litink_app.repositories import outbox

log = structlog.get_logger()
Deliverer = Callable[[str, dict[str, Any]], Awaitable[None]]

TIME = 15.0
"""Seconds that one delivery may take."""
HELD = 20.0
"""Seconds after which another process tries it; longer than a delivery, so that two never overlap."""
REMINDER = 10.0
"""Seconds between two messages about the same undelivered row."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`light`: so quick and harmless that the writer and the sweeper deliver it themselves instead of a worker."""

    deliver: Deliverer
    light: bool


_topics: dict[str, Topic] = {}


def delivers(topic: str, *, light: bool = False) -> Callable[[Deliverer], Deliverer]:
    """Register who delivers a topic: `async def f(key, payload)`."""

    def register(deliver: Deliverer) -> Deliverer:
        _topics[topic] = Topic(deliver, light)
        return deliver

    return register


async def post(unit: AsyncSession, topic: str, key: str, payload: dict[str, Any]) -> int | None:
    """Write the message with the change that it tells of; it is delivered once after the commit. A known key is not written again."""
    row_id = await outbox.add(unit, topic, key, payload, seconds=2.0 if _topics[topic].light else 5.0)
    if row_id is not None and not _topics[topic].light:
        db.after_commit(unit, lambda: _hand_over(row_id))
    return row_id


async def _hand_over(row_id: int) -> None:
    await enqueue(TaskName.DELIVER, row_id)


async def tell(row_id: int, topic: str, key: str, payload: dict[str, Any]) -> None:
    """Deliver a light message that this process has just written; what goes wrong here the sweeper makes good."""
    try:
        await _topics[topic].deliver(key, payload)
        async with db.session(reserved=True) as unit:
            await outbox.told(unit, row_id)
    except Exception as error:
        log.warning("a message must be told later", topic=topic, error=repr(error))


async def deliver(row_id: int) -> bool:
    """Deliver one message, unless it is told already or somebody else is at it."""
    async with db.session(reserved=True) as unit:
        found = await outbox.take(unit, row_id, HELD)
    if found is None:
        return False
    try:
        async with asyncio.timeout(TIME):
            await _topics[found["topic"]].deliver(found["key"], found["payload"])
    except Exception:
        log.exception("a message could not be delivered", topic=found["topic"], tries=found["tries"])
        async with db.session(reserved=True) as unit:
            await outbox.let_go(unit, row_id, min(2.0 ** found["tries"], 3600.0))
        return False
    async with db.session(reserved=True) as unit:
        await outbox.told(unit, row_id)
    return True


async def deliver_due() -> int:
    """What is overdue: light messages are delivered here, the others handed to workers again."""
    async with db.session(reserved=True) as unit:
        found = await outbox.due(unit)
    for row in found:
        if row["topic"] in _topics and _topics[row["topic"]].light:
            await deliver(row["id"])
        elif await enqueue(TaskName.DELIVER, row["id"]):
            async with db.session(reserved=True) as unit:
                await outbox.remind_later(unit, row["id"], REMINDER)
    return len(found)
