"""What the sweeper looks for. Rows that somebody else is changing are skipped, so two sweepers never wait for each other."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import row, rows


async def expired(unit: AsyncSession, limit: int = 500) -> Sequence[RowMapping]:
    """Steps whose holder gave no sign of life."""
    return await rows(
        unit,
        """select id, run_id, owner_id, key, queue, fence, attempt, attempts from step
        where status = 'leased' and lease_until < clock_timestamp() order by lease_until limit :limit""",
        limit=limit,
    )


async def still_expired(unit: AsyncSession, step_id: UUID, fence: int) -> bool:
    found = await row(
        unit,
        """select 1 from step where id = :id and fence = :fence and status = 'leased' and lease_until < clock_timestamp()
        for update skip locked""",
        id=step_id,
        fence=fence,
    )
    return found is not None


async def next_expiry(unit: AsyncSession) -> float | None:
    """Seconds until the next lease ends if its holder is dead."""
    found = await row(
        unit, "select extract(epoch from min(lease_until) - clock_timestamp())::float8 as seconds from step where status = 'leased'"
    )
    return found["seconds"] if found else None


async def wake_due(unit: AsyncSession) -> Sequence[RowMapping]:
    """Parked steps whose poll is due become ready."""
    return await rows(
        unit,
        """update step set status = 'ready', changed = clock_timestamp() where id in (
            select id from step where status = 'parked' and due <= clock_timestamp() for update skip locked limit 500)
        returning queue""",
    )


async def ready(unit: AsyncSession) -> dict[str, tuple[int, UUID]]:
    """Per queue: how many steps are ready now, and a run that one of them belongs to."""
    found = await rows(
        unit,
        """select s.queue, count(*) as n, (array_agg(s.run_id))[1] as run_id from step s join run r on r.id = s.run_id
        where s.status = 'ready' and s.due <= clock_timestamp() and r.status in ('queued', 'running') group by s.queue""",
    )
    return {one["queue"]: (one["n"], one["run_id"]) for one in found}


async def stalled(unit: AsyncSession) -> list[UUID]:
    """Runs that go on, though nothing of them is ready, leased or parked: some message about them got lost inside us."""
    found = await rows(
        unit,
        """select r.id from run r where r.status in ('queued', 'running') and not exists (
            select from step s where s.run_id = r.id and s.status in ('ready', 'leased', 'parked')) limit 100""",
    )
    return [one["id"] for one in found]


async def held_folders(unit: AsyncSession, step_ids: list[UUID]) -> set[str]:
    """Names of scratch folders that are in use: step and fence of the leases among these steps."""
    found = await rows(unit, "select id, fence from step where id = any(:ids) and status = 'leased'", ids=step_ids)
    return {f"{one['id']}.{one['fence']}" for one in found}
