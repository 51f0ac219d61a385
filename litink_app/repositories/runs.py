"""Runs: made once per key, locked before their steps, and read by who owns them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, row, rows


async def add(unit: AsyncSession, values: dict[str, Any]) -> bool:
    """Make the run; False where this owner used the key before."""
    made = await act(
        unit,
        """insert into run (id, owner_id, kind, subject_id, idempotency_key, status, priority, cap_usd, forecast, error)
        values (:id, :owner_id, :kind, :subject_id, :idempotency_key, 'queued', :priority, :cap_usd, cast(:forecast as jsonb), '')
        on conflict (owner_id, idempotency_key) do nothing""",
        **values,
    )
    return made == 1


async def by_key(unit: AsyncSession, owner_id: UUID, key: str) -> UUID | None:
    found = await row(unit, "select id from run where owner_id = :owner and idempotency_key = :key", owner=owner_id, key=key)
    return found["id"] if found else None


async def going(unit: AsyncSession, owner_id: UUID, kind: str, subject_id: UUID) -> UUID | None:
    """The run of this kind about a thing that has not ended."""
    found = await row(
        unit,
        """select id from run where owner_id = :owner and kind = :kind and subject_id = :subject and status in ('queued', 'running', 'paused')
        order by created desc limit 1""",
        owner=owner_id,
        kind=kind,
        subject=subject_id,
    )
    return found["id"] if found else None


async def about(unit: AsyncSession, owner_id: UUID, subject_id: UUID) -> list[UUID]:
    """All runs of the owner about one thing, oldest first."""
    found = await rows(
        unit,
        "select id from run where owner_id = :owner and subject_id = :subject order by created, id",
        owner=owner_id,
        subject=subject_id,
    )
    return [one["id"] for one in found]


async def lock(unit: AsyncSession, run_id: UUID, owner_id: UUID | None = None) -> RowMapping | None:
    """The run, locked till the end of the unit; with an owner only if it is theirs."""
    return await row(
        unit,
        """select id, owner_id, kind, subject_id, status, priority, cap_usd, error from run
        where id = :id and (cast(:owner as uuid) is null or owner_id = :owner) for no key update""",
        id=run_id,
        owner=owner_id,
    )


async def begin(unit: AsyncSession, run_id: UUID) -> None:
    await act(
        unit,
        """update run set status = 'running', started = coalesce(started, clock_timestamp()), changed = clock_timestamp()
        where id = :id and status = 'queued'""",
        id=run_id,
    )


async def become(unit: AsyncSession, run_id: UUID, status: str, error: str = "") -> None:
    """Set the status of the locked run; an end gets its time."""
    await act(
        unit,
        """update run set status = cast(:status as text), error = :error, changed = clock_timestamp(), started = coalesce(started, clock_timestamp()),
            finished = case when cast(:status as text) in ('done', 'failed', 'cancelled') then clock_timestamp() end
        where id = :id""",
        id=run_id,
        status=status,
        error=error,
    )


async def spent(unit: AsyncSession, run_id: UUID) -> Decimal:
    """What the run has paid, and what its open intents may still cost."""
    found = await row(
        unit,
        """select coalesce((select sum(amount) from ledger_entry where run_id = :run and account like 'paid:%'), 0)
            + coalesce((select sum(usd) from intent where run_id = :run and status = 'open'), 0) as usd""",
        run=run_id,
    )
    return found["usd"] if found else Decimal(0)


_VIEW = """
select r.id, r.kind, r.status, r.error, r.forecast, r.subject_id, r.changed,
    coalesce((select sum(amount) from ledger_entry where run_id = r.id and account like 'paid:%'), 0) as paid,
    coalesce(extract(epoch from coalesce(r.finished, clock_timestamp()) - coalesce(r.started, r.created)), 0)::float8 as elapsed
from run r where r.id = :id and (cast(:owner as uuid) is null or r.owner_id = :owner)
"""

_STEPS = """
select s.id, s.key, s.kind, s.queue, s.scene, s.status, s.fraction, s.attempt, s.attempts, s.error, s.seconds, s.reused,
    case when s.status = 'done' then s.result else s.patch end as data,
    coalesce(extract(epoch from clock_timestamp() - coalesce(s.parked_since, s.claimed)), 0)::float8 as busy,
    coalesce((select array_agg(n.need_id) from step_need n where n.step_id = s.id), '{}') as needs
from step s where s.run_id = :run order by s.position, s.created, s.key
"""


async def view(unit: AsyncSession, run_id: UUID, owner_id: UUID | None) -> RowMapping | None:
    return await row(unit, _VIEW, id=run_id, owner=owner_id)


async def steps(unit: AsyncSession, run_id: UUID) -> Sequence[RowMapping]:
    return await rows(unit, _STEPS, run=run_id)


async def changed(unit: AsyncSession, run_id: UUID, owner_id: UUID | None) -> RowMapping | None:
    """A cheap mark of the run's newest change."""
    return await row(
        unit,
        """select greatest(r.changed, (select max(s.changed) from step s where s.run_id = r.id)) as at,
            (select count(*) from step s where s.run_id = r.id) as steps
        from run r where r.id = :id and (cast(:owner as uuid) is null or r.owner_id = :owner)""",
        id=run_id,
        owner=owner_id,
    )


async def pace(unit: AsyncSession, kinds: list[str], last: int = 30) -> dict[str, tuple[float, float, float]]:
    """Seconds that steps of each kind took of late: lower quartile, median, 90th of a hundred."""
    found = await rows(
        unit,
        """select k.kind, p.low::float8 as low, p.mid::float8 as mid, p.high::float8 as high
        from unnest(cast(:kinds as text[])) as k(kind) cross join lateral (
            select percentile_cont(0.25) within group (order by l.seconds) as low, percentile_cont(0.5) within group (order by l.seconds) as mid,
                percentile_cont(0.9) within group (order by l.seconds) as high
            from (select s.seconds from step s where s.kind = k.kind and s.status = 'done' and not s.reused
                order by s.finished desc limit :last) l) p
        where p.mid is not null""",
        kinds=kinds,
        last=last,
    )
    return {one["kind"]: (one["low"], one["mid"], one["high"]) for one in found}


_ALL = """
select r.id, r.kind, coalesce(p.email, r.owner_id::text) as owner, coalesce(r.subject_id::text, '') as subject, r.status, r.error, r.created,
    coalesce(extract(epoch from coalesce(r.finished, clock_timestamp()) - coalesce(r.started, r.created)), 0)::float8 as seconds,
    coalesce(sum(s.attempt), 0)::int as attempts,
    coalesce(100 * avg(case when s.status = 'done' then 1 else s.fraction end), 0)::int as percent
from run r left join step s on s.run_id = r.id left join person p on p.id = r.owner_id
where (cast(:status as text) = '' or r.status = :status)
    and (cast(:query as text) = '' or p.email ilike '%' || :query || '%' or r.kind ilike '%' || :query || '%' or r.id::text = :query)
group by r.id, p.email order by r.created desc, r.id limit :size offset :skip
"""


async def every(unit: AsyncSession, *, status: str, query: str, size: int, skip: int) -> Sequence[RowMapping]:
    """Runs of all owners, newest first (for admins)."""
    return await rows(unit, _ALL, status=status, query=query, size=size, skip=skip)


async def delete(unit: AsyncSession, run_id: UUID) -> None:
    """The run, its steps and its assets; what it cost stays in the ledger."""
    await act(unit, "delete from run where id = :id", id=run_id)
