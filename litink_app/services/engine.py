"""The engine's changes of state: start, finish, reuse, park, wake, fail, end (claims are in `claims.py`).

Postgres is the truth. A step's result, its charge and the message about what became runnable are one transaction.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import LitinkError, NotAllowed, NotFound, ProviderRefused, Refused
from litink_app.events import ring
from litink_app.queue import TaskName, enqueue
from litink_app.repositories import assets, intents, runs, steps
from litink_app.schemas.run import Done, Graph, Parked, RunStatus
from litink_app.services import graph as graphs
from litink_app.services import ledger, outbox
from litink_app.services.claims import Claim, ours

RUNNABLE = "runnable"
OUR_FAULT = "Something went wrong on our side while making this. Trying again may help."
VANISHED = "The machine that worked on this stopped again and again."
MOST_MESSAGES = 100
"""Messages sent at once to one queue; where more steps are ready, the sweeper tells of the rest."""


async def start(
    session: AsyncSession,
    owner_id: UUID,
    kind: str,
    subject_id: UUID | None,
    graph: Graph,
    *,
    idempotency_key: str,
    priority: int = 0,
    cap_usd: Decimal | None = None,
    forecast: Graph | None = None,
) -> UUID:
    """Begin a run after this unit's commit; the same key gives the same run. `cap_usd` is held from the owner's wallet and never exceeded.

    `forecast` is the whole graph as far as it can be guessed, where `graph` will grow: progress and time left are reckoned with it.
    """
    graphs.check(graph)
    run_id = uuid4()
    made = await runs.add(
        session,
        {
            "id": run_id,
            "owner_id": owner_id,
            "kind": kind,
            "subject_id": subject_id,
            "idempotency_key": idempotency_key,
            "priority": priority,
            "cap_usd": cap_usd,
            "forecast": graphs.canonical(Counter(step.kind for step in (forecast or graph).steps)),
        },
    )
    if not made:
        known = await runs.by_key(session, owner_id, idempotency_key)
        assert known is not None
        return known
    await ledger.reserve(session, owner_id, run_id, cap_usd or Decimal(0))
    await _lay(session, run_id, owner_id, priority, graph)
    queues, _ = await steps.advance(session, run_id, owner_id)
    await announce(session, run_id, f"start:{run_id}", queues)
    return run_id


async def _lay(unit: AsyncSession, run_id: UUID, owner_id: UUID, priority: int, graph: Graph) -> None:
    known = await steps.keys(unit, run_id)
    graphs.check(graph, known)
    made, needs = graphs.rows(graph, run_id=run_id, owner_id=owner_id, priority=priority, known=known)
    await steps.add(unit, made, needs)


async def announce(unit: AsyncSession, run_id: UUID, key: str, queues: Iterable[str]) -> None:
    """Write what became runnable into the outbox, and tell it once the unit is committed. Nothing new is only a ring."""
    payload = {"run": str(run_id), "queues": dict(Counter(queues))}
    if not payload["queues"]:
        db.after_commit(unit, lambda: ring(run_id))
        return
    row_id = await outbox.post(unit, RUNNABLE, key, payload)
    if row_id is not None:
        db.after_commit(unit, lambda: outbox.tell(row_id, RUNNABLE, key, payload))


@outbox.delivers(RUNNABLE, light=True)
async def _tell_runnable(_key: str, payload: dict[str, Any]) -> None:
    run_id = UUID(payload["run"])
    for queue, count in payload["queues"].items():
        for _ in range(min(count, MOST_MESSAGES)):
            if not await enqueue(TaskName(f"{queue}.look"), run_id):
                break
    await ring(run_id)


@dataclass(frozen=True, slots=True)
class Filed:
    """A blob of a result that lies in the store already."""

    name: str
    key: str
    media_type: str
    size: int


async def finish(claim: Claim, done: Done, files: list[Filed]) -> None:
    """Result, files, charge, new steps and the message, in one transaction. `files` are in the store already; harmless when repeated."""
    data = {**done.data, "blobs": {file.name: {"key": file.key} for file in files}} if files else done.data
    hashed = graphs.result_hash(data)
    async with db.session(reserved=True) as unit:
        run = await _run_of(unit, claim)
        if run is None:
            return
        data = await _file(unit, claim, data, files)
        ours(await steps.done(unit, claim.id, claim.fence, data, hashed, reused=False))
        blobs = [{"name": file.name, "key": file.key, "media_type": file.media_type, "size": file.size} for file in files]
        await steps.remember(unit, claim.owner_id, claim.input_hash, done.data, hashed, blobs, graphs.to_json(done.expand))
        key = f"{claim.order_key}:{claim.id}"
        await ledger.settle(unit, claim.owner_id, claim.run_id, claim.id, provider=done.provider, usd=done.usd, key=key)
        await _go_on(unit, claim, run, done.expand)


async def reuse(claim: Claim) -> None:
    """Finish with what was made from the same input before; costs nothing."""
    cached = claim.cached
    assert cached is not None
    files = [Filed(**blob) for blob in cached["blobs"]]
    data: dict[str, Any] = {**cached["result"], "blobs": {file.name: {"key": file.key} for file in files}} if files else cached["result"]
    async with db.session(reserved=True) as unit:
        run = await _run_of(unit, claim)
        if run is None:
            return
        data = await _file(unit, claim, data, files)
        ours(await steps.done(unit, claim.id, claim.fence, data, cached["result_hash"], reused=True))
        await _go_on(unit, claim, run, graphs.from_json(cached["expand"]))


async def _run_of(unit: AsyncSession, claim: Claim) -> RowMapping | None:
    """The locked run of a claim that still holds; None where this very claim has finished already (a commit whose answer was lost)."""
    run = await steps.hold(unit, claim.id, claim.run_id)
    ours(run is not None and run["fence"] == claim.fence and run["state"] in ("leased", "done"))
    return run if run and run["state"] == "leased" else None


async def _file(unit: AsyncSession, claim: Claim, data: dict[str, Any], files: list[Filed]) -> dict[str, Any]:
    """List the blobs as assets of the owner and name them in the data."""
    if not files:
        return data
    await assets.guard(unit, [file.key for file in files])
    made = [
        {
            "id": uuid4(),
            "owner_id": claim.owner_id,
            "key": file.key,
            "media_type": file.media_type,
            "bytes": file.size,
            "name": file.name,
            "run_id": claim.run_id,
        }
        for file in files
    ]
    await assets.add(unit, made)
    return {**data, "blobs": {one["name"]: {"key": one["key"], "asset": str(one["id"])} for one in made}}


async def _go_on(unit: AsyncSession, claim: Claim, run: RowMapping, expand: Graph | None) -> None:
    if expand and expand.steps:
        await _lay(unit, claim.run_id, claim.owner_id, run["priority"], expand)
    queues = await _advance(unit, run, claim.input_hash)
    await announce(unit, claim.run_id, f"step:{claim.id}:{claim.fence}", queues)


async def _advance(unit: AsyncSession, run: RowMapping, input_hash: str = "") -> list[str]:
    """In the locked run, what can start becomes ready; where all is done, so is the run. Gives the queues of what became ready."""
    queues, left = await steps.advance(unit, run["id"], run["owner_id"], input_hash)
    if not left:
        await runs.become(unit, run["id"], RunStatus.DONE)
        await ledger.release(unit, run["owner_id"], run["id"])
    return queues


async def set_off(unit: AsyncSession, run: RowMapping) -> None:
    """Set a locked run going: after a pause, for another try, or where nothing moves."""
    await _advance(unit, run)
    await announce(unit, run["id"], f"set-off:{uuid4()}", await steps.ready_queues(unit, run["id"]))


async def park(claim: Claim, parked: Parked) -> None:
    """The work goes on remotely; no worker is held meanwhile."""
    async with db.session(reserved=True) as unit:
        ours(await steps.park(unit, claim.id, claim.fence, parked.remote_id, parked.seconds))
        await intents.ordered(unit, claim.owner_id, claim.input_hash, parked.remote_id)
    await ring(claim.run_id)


async def wake(remote_id: str) -> bool:
    """A webhook says that the remote job has news: poll it now."""
    async with db.session(reserved=True) as unit:
        woken = await steps.wake(unit, remote_id)
        for run_id, key, queue in woken:
            await announce(unit, run_id, key, [queue])
    return bool(woken)


_FINAL = (Refused, NotAllowed, NotFound, ProviderRefused)


async def fail(claim: Claim, error: Exception) -> None:
    """One attempt failed: another follows after a while, or the step is dead and with it the run."""
    words = error.message if isinstance(error, LitinkError) else OUR_FAULT
    remote_gone = isinstance(error, ProviderRefused) or claim.late
    if isinstance(error, _FINAL) or claim.attempt >= claim.step["attempts"]:
        await _bury(claim, words, remote_gone)
        return
    wait = max(getattr(error, "retry_after", None) or 0.0, min(2.0 ** (claim.attempt - 1), 60.0))
    async with db.session(reserved=True) as unit:
        await steps.free_twins(unit, claim.owner_id, claim.input_hash)
        ours(await steps.again(unit, claim.id, claim.fence, words, wait, remote_gone))
        if remote_gone:
            await intents.void(unit, claim.owner_id, claim.input_hash)
    await ring(claim.run_id)


async def _bury(claim: Claim, words: str, remote_gone: bool) -> None:
    async with db.session(reserved=True) as unit:
        ours(await runs.lock(unit, claim.run_id) is not None)
        ours(await steps.die(unit, claim.id, claim.fence, words, remote_gone))
        if remote_gone:
            await intents.void(unit, claim.owner_id, claim.input_hash)
        await end(unit, claim.run_id, claim.owner_id, RunStatus.FAILED, words)


async def end(unit: AsyncSession, run_id: UUID, owner_id: UUID, status: RunStatus, words: str = "") -> None:
    """A locked run ends before its time: what is left of it is cancelled, what it holds is given back."""
    await steps.cancel_rest(unit, run_id)
    await runs.become(unit, run_id, status, words)
    await ledger.release(unit, owner_id, run_id)
    db.after_commit(unit, lambda: ring(run_id))
