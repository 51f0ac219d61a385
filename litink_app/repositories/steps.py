"""Steps: claiming, leases and what becomes of them. Every change after a claim names the fence that it was made under.

Lock order, everywhere: run, step, intent, purse. A claim locks only its step.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, dumps, each, row, rows

_CANDIDATE = """
with recursive owner(id) as (
    (select owner_id from step where status = 'ready' and queue = :queue order by owner_id limit 1)
    union all
    select (select s.owner_id from step s where s.status = 'ready' and s.queue = :queue and s.owner_id > owner.id order by s.owner_id limit 1)
    from owner where owner.id is not null
), share as materialized (
    select owner.id,
        (select count(*) from step b where b.owner_id = owner.id and b.status = 'leased') as busy,
        (select max(c.claimed) from step c where c.owner_id = owner.id) as served
    from owner where owner.id is not null
), best as materialized (
    select t.id, row_number() over (order by share.busy - t.priority, share.served nulls first, t.priority desc, t.created, t.position) as turn
    from share cross join lateral (
        select s.id, s.priority, s.created, s.position from step s join run r on r.id = s.run_id
        where s.status = 'ready' and s.queue = :queue and s.owner_id = share.id and s.kind = any(:kinds) and s.due <= clock_timestamp()
            and r.status in ('queued', 'running')
        order by s.priority desc, s.created, s.position limit 16) t
)
select s.id, s.run_id, s.owner_id, s.key, s.kind, s.params, s.attempt, s.attempts, s.fence, s.remote_id,
    coalesce(extract(epoch from clock_timestamp() - s.parked_since), 0)::float8 as waited, r.subject_id, r.status as run_status,
    (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'result', d.result, 'hash', d.result_hash)), '[]')
        from step_need n join step d on d.id = n.need_id where n.step_id = s.id) as needs
from best join step s on s.id = best.id join run r on r.id = s.run_id
where s.status = 'ready' order by best.turn limit 1 for update of s skip locked
"""


async def candidate(unit: AsyncSession, queue: str, kinds: list[str]) -> RowMapping | None:
    """The next step of the queue, locked: of the owner with the fewest leased steps (each point of priority counts as one fewer),
    then of the one who waited longest."""
    return await row(unit, _CANDIDATE, queue=queue, kinds=kinds)


async def lease(unit: AsyncSession, step_id: UUID, input_hash: str, seconds: float) -> RowMapping:
    """Take the locked step. Breaks the unique index `step_same_input` where a twin with the same input is being worked on."""
    found = await row(
        unit,
        """update step set status = 'leased', fence = fence + 1, attempt = attempt + 1, input_hash = :input_hash, error = '',
            fraction = 0, patch = '{}', claimed = clock_timestamp(), changed = clock_timestamp(),
            lease_until = clock_timestamp() + make_interval(secs => :seconds)
        where id = :id returning fence, attempt""",
        id=step_id,
        input_hash=input_hash,
        seconds=seconds,
    )
    assert found is not None
    return found


async def known(unit: AsyncSession, owner_id: UUID, input_hash: str) -> RowMapping:
    """What is there for an input already: `cached` result or None, `intents` (a list, maybe empty)."""
    found = await row(
        unit,
        """select
            (select to_jsonb(c) from result_cache c where c.owner_id = :owner and c.input_hash = :hash) as cached,
            (select coalesce(jsonb_agg(jsonb_build_object('turn', i.turn, 'status', i.status, 'remote_id', i.remote_id)), '[]')
                from intent i where i.owner_id = :owner and i.input_hash = :hash) as intents""",
        owner=owner_id,
        hash=input_hash,
    )
    assert found is not None
    return found


async def wait_for_twin(unit: AsyncSession, step_id: UUID, input_hash: str, seconds: float) -> None:
    """Hold a ready step back while a twin makes the same thing."""
    await act(
        unit,
        """update step set due = clock_timestamp() + make_interval(secs => :seconds), input_hash = :hash
        where id = :id and status = 'ready'""",
        id=step_id,
        hash=input_hash,
        seconds=seconds,
    )


async def free_twins(unit: AsyncSession, owner_id: UUID, input_hash: str) -> list[str]:
    """Let the steps go on that waited for this input; gives their queues."""
    found = await rows(
        unit,
        """update step set due = clock_timestamp() where id in (
            select id from step where owner_id = :owner and input_hash = :hash and status = 'ready' and due > clock_timestamp()
            for update skip locked)
        returning queue""",
        owner=owner_id,
        hash=input_hash,
    )
    return [one["queue"] for one in found]


async def beat(unit: AsyncSession, step_id: UUID, fence: int, seconds: float) -> bool:
    """Prolong the lease; False where it is no longer ours."""
    changed = await act(
        unit,
        """update step set lease_until = clock_timestamp() + make_interval(secs => :seconds)
        where id = :id and fence = :fence and status = 'leased'""",
        id=step_id,
        fence=fence,
        seconds=seconds,
    )
    return changed == 1


async def progress(unit: AsyncSession, step_id: UUID, fence: int, fraction: float, patch: dict[str, Any], seconds: float) -> bool:
    changed = await act(
        unit,
        """update step set fraction = greatest(fraction, :fraction), patch = patch || cast(:patch as jsonb), changed = clock_timestamp(),
            lease_until = clock_timestamp() + make_interval(secs => :seconds)
        where id = :id and fence = :fence and status = 'leased'""",
        id=step_id,
        fence=fence,
        fraction=fraction,
        patch=dumps(patch),
        seconds=seconds,
    )
    return changed == 1


async def ordered(unit: AsyncSession, step_id: UUID, fence: int, remote_id: str) -> bool:
    changed = await act(
        unit,
        "update step set remote_id = :remote_id where id = :id and fence = :fence and status = 'leased'",
        id=step_id,
        fence=fence,
        remote_id=remote_id,
    )
    return changed == 1


async def hold(unit: AsyncSession, step_id: UUID, run_id: UUID) -> RowMapping | None:
    """The run of a step, locked till the end of the unit, with the `state` and the `fence` that the step has now."""
    return await row(
        unit,
        """select r.id, r.owner_id, r.status, r.priority, s.status as state, s.fence
        from run r join step s on s.run_id = r.id where r.id = :run and s.id = :step for no key update of r""",
        run=run_id,
        step=step_id,
    )


async def done(unit: AsyncSession, step_id: UUID, fence: int, result: dict[str, Any], result_hash: str, reused: bool) -> bool:
    """The result, if the fence still holds."""
    changed = await act(
        unit,
        """update step set status = 'done', result = cast(:result as jsonb), result_hash = :hash, reused = :reused, fraction = 1, error = '',
            lease_until = null, remote_id = null, parked_since = null, finished = clock_timestamp(), changed = clock_timestamp(),
            seconds = case when :reused then 0 else extract(epoch from clock_timestamp() - coalesce(parked_since, claimed)) end
        where id = :id and fence = :fence and status = 'leased'""",
        id=step_id,
        fence=fence,
        result=dumps(result),
        hash=result_hash,
        reused=reused,
    )
    return changed == 1


async def park(unit: AsyncSession, step_id: UUID, fence: int, remote_id: str, seconds: float) -> bool:
    """A poll is not an attempt, so the claim's count is taken back."""
    changed = await act(
        unit,
        """update step set status = 'parked', remote_id = :remote_id, attempt = attempt - 1, lease_until = null,
            due = clock_timestamp() + make_interval(secs => :seconds), parked_since = coalesce(parked_since, claimed),
            changed = clock_timestamp()
        where id = :id and fence = :fence and status = 'leased'""",
        id=step_id,
        fence=fence,
        remote_id=remote_id,
        seconds=seconds,
    )
    return changed == 1


async def wake(unit: AsyncSession, remote_id: str) -> list[tuple[UUID, str, str]]:
    """Parked steps of the remote job become ready; gives run, a unique key, queue of each."""
    found = await rows(
        unit,
        """update step set status = 'ready', due = clock_timestamp(), changed = clock_timestamp()
        where remote_id = :remote and status = 'parked' returning id, run_id, fence, queue""",
        remote=remote_id,
    )
    return [(one["run_id"], f"wake:{one['id']}:{one['fence']}", one["queue"]) for one in found]


async def again(unit: AsyncSession, step_id: UUID, fence: int, error: str, seconds: float, forget_remote: bool) -> bool:
    """Back to ready after a failed attempt, held back for a while."""
    changed = await act(
        unit,
        """update step set status = 'ready', error = :error, lease_until = null, fraction = 0, changed = clock_timestamp(),
            due = clock_timestamp() + make_interval(secs => :seconds),
            remote_id = case when :forget then null else remote_id end, parked_since = case when :forget then null else parked_since end
        where id = :id and fence = :fence and status in ('leased', 'parked')""",
        id=step_id,
        fence=fence,
        error=error,
        seconds=seconds,
        forget=forget_remote,
    )
    return changed == 1


async def die(unit: AsyncSession, step_id: UUID, fence: int, error: str, forget_remote: bool = False) -> bool:
    changed = await act(
        unit,
        """update step set status = 'dead', error = :error, lease_until = null, finished = clock_timestamp(), changed = clock_timestamp(),
            remote_id = case when :forget then null else remote_id end
        where id = :id and fence = :fence and status in ('leased', 'parked')""",
        id=step_id,
        fence=fence,
        error=error,
        forget=forget_remote,
    )
    return changed == 1


async def cancel_rest(unit: AsyncSession, run_id: UUID) -> None:
    await act(
        unit,
        """update step set status = 'cancelled', lease_until = null, changed = clock_timestamp()
        where run_id = :run and status in ('waiting', 'ready', 'leased', 'parked')""",
        run=run_id,
    )


async def revive(unit: AsyncSession, run_id: UUID) -> int:
    """Dead and cancelled steps wait again, with all their attempts; gives how many."""
    return await act(
        unit,
        """update step set status = 'waiting', attempt = 0, error = '', fraction = 0, due = clock_timestamp(), parked_since = null,
            changed = clock_timestamp()
        where run_id = :run and status in ('dead', 'cancelled')""",
        run=run_id,
    )


async def advance(unit: AsyncSession, run_id: UUID, owner_id: UUID, input_hash: str = "") -> tuple[list[str], int]:
    """In the locked run, waiting steps whose needs are all done become ready; so do, in any run of the owner, steps that waited for this input.
    Gives the queues of what became ready, and how many steps of the run are not done."""
    found = await row(
        unit,
        """with promoted as (
            update step set status = 'ready', changed = clock_timestamp()
            where run_id = :run and status = 'waiting' and not exists (
                select from step_need n join step s on s.id = n.need_id where n.step_id = step.id and s.status <> 'done')
            returning queue
        ), freed as (
            update step set due = clock_timestamp() where id in (
                select id from step where owner_id = :owner and input_hash = :hash and status = 'ready' and due > clock_timestamp()
                for update skip locked)
            returning queue
        )
        select array(select queue from promoted union all select queue from freed) as queues,
            (select count(*) from step where run_id = :run and status <> 'done') as open""",
        run=run_id,
        owner=owner_id,
        hash=input_hash,
    )
    assert found is not None
    return found["queues"], found["open"]


async def ready_queues(unit: AsyncSession, run_id: UUID) -> list[str]:
    found = await rows(unit, "select queue from step where run_id = :run and status = 'ready'", run=run_id)
    return [one["queue"] for one in found]


async def keys(unit: AsyncSession, run_id: UUID) -> dict[str, UUID]:
    found = await rows(unit, "select key, id from step where run_id = :run", run=run_id)
    return {one["key"]: one["id"] for one in found}


async def add(unit: AsyncSession, steps: Sequence[dict[str, Any]], needs: Sequence[dict[str, Any]]) -> None:
    await each(
        unit,
        """insert into step (id, run_id, owner_id, key, kind, queue, scene, position, priority, params, status, attempt, attempts, fraction,
            reused, error, seconds)
        values (:id, :run_id, :owner_id, :key, :kind, :queue, :scene, :position, :priority, cast(:params as jsonb), 'waiting', 0, :attempts, 0,
            false, '', 0)""",
        steps,
    )
    await each(unit, "insert into step_need (step_id, need_id) values (:step_id, :need_id)", needs)


async def remember(
    unit: AsyncSession, owner_id: UUID, input_hash: str, result: dict[str, Any], result_hash: str, blobs: list[Any], expand: list[Any]
) -> None:
    """Keep the result for the same input to come; what was ordered for it is settled."""
    await act(
        unit,
        """with settled as (update intent set status = 'settled' where owner_id = :owner and input_hash = :hash and status = 'open')
        insert into result_cache (owner_id, input_hash, result, result_hash, blobs, expand)
        values (:owner, :hash, cast(:result as jsonb), :result_hash, cast(:blobs as jsonb), cast(:expand as jsonb))
        on conflict (owner_id, input_hash) do update set result = excluded.result, result_hash = excluded.result_hash,
            blobs = excluded.blobs, expand = excluded.expand, created = now()""",
        owner=owner_id,
        hash=input_hash,
        result=dumps(result),
        result_hash=result_hash,
        blobs=dumps(blobs),
        expand=dumps(expand),
    )
