"""What a film's run has made, and the runs that make other forms of it; ownership is part of every query."""

from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import row, rows


async def results(unit: AsyncSession, owner: UUID, run: UUID, keys: list[str]) -> dict[str, dict[str, Any]]:
    """The results of those of the steps that are done."""
    found = await rows(
        unit,
        "select key, result from step where run_id = :run and owner_id = :owner and status = 'done' and key = any(:keys)",
        run=run,
        owner=owner,
        keys=keys,
    )
    return {one["key"]: one["result"] for one in found}


async def order(unit: AsyncSession, owner: UUID, run: UUID, key: str) -> RowMapping | None:
    """What a step that is done was given: its `params`, and the results of what it `needs` by key."""
    return await row(
        unit,
        """select s.params, (select jsonb_object_agg(n.key, n.result) from step_need w join step n on n.id = w.need_id
            where w.step_id = s.id) as needs
        from step s where s.run_id = :run and s.owner_id = :owner and s.key = :key and s.status = 'done'""",
        run=run,
        owner=owner,
        key=key,
    )


async def of(unit: AsyncSession, owner: UUID, film: UUID, keys: list[str]) -> dict[str, RowMapping]:
    """By the key that they were started with: the film's export runs, how far they are and what they made."""
    found = await rows(
        unit,
        """select r.id, r.idempotency_key as key, r.status, r.error, s.fraction, s.result from run r join step s on s.run_id = r.id
        where r.owner_id = :owner and r.kind = 'export' and r.subject_id = :film and r.idempotency_key = any(:keys)""",
        owner=owner,
        film=film,
        keys=keys,
    )
    return {one["key"]: one for one in found}
