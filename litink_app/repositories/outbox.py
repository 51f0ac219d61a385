"""The outbox: rows written with the change that they tell of, deleted once told."""

from typing import Any

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, dumps, row, rows


async def add(unit: AsyncSession, topic: str, key: str, payload: dict[str, Any], seconds: float) -> int | None:
    """Gives the row's id, or None where the key is there already. The sweeper leaves it alone for `seconds`."""
    found = await row(
        unit,
        """insert into outbox (topic, key, payload, tries, due)
        values (:topic, :key, cast(:payload as jsonb), 0, clock_timestamp() + make_interval(secs => :seconds))
        on conflict (key) do nothing returning id""",
        topic=topic,
        key=key,
        payload=dumps(payload),
        seconds=seconds,
    )
    return found["id"] if found else None


async def take(unit: AsyncSession, row_id: int, seconds: float) -> RowMapping | None:
    """Hold the row for `seconds` and read it; None where it is told already or somebody else holds it."""
    return await row(
        unit,
        """update outbox set tries = tries + 1, held_until = clock_timestamp() + make_interval(secs => :seconds)
        where id = (select id from outbox where id = :id and coalesce(held_until, '-infinity') <= clock_timestamp() for update skip locked)
        returning id, topic, key, payload, tries""",
        id=row_id,
        seconds=seconds,
    )


async def due(unit: AsyncSession, limit: int = 200) -> list[RowMapping]:
    """Rows that nobody holds and nobody was reminded of lately."""
    return list(
        await rows(
            unit,
            """select id, topic from outbox where due <= clock_timestamp() and coalesce(held_until, '-infinity') <= clock_timestamp()
            order by due limit :limit""",
            limit=limit,
        )
    )


async def remind_later(unit: AsyncSession, row_id: int, seconds: float) -> None:
    await act(
        unit, "update outbox set due = clock_timestamp() + make_interval(secs => :seconds) where id = :id", id=row_id, seconds=seconds
    )


async def let_go(unit: AsyncSession, row_id: int, seconds: float) -> None:
    """After a failed delivery: nobody tries again for `seconds`."""
    await act(
        unit,
        """update outbox set held_until = clock_timestamp() + make_interval(secs => :seconds),
            due = clock_timestamp() + make_interval(secs => :seconds) where id = :id""",
        id=row_id,
        seconds=seconds,
    )


async def told(unit: AsyncSession, row_id: int) -> None:
    await act(unit, "delete from outbox where id = :id", id=row_id)
