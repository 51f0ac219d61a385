"""Runs as people see and steer them: view, watch, cancel, pause, resume, retry, delete, quote; and the admin's twins."""

import math
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import RowMapping
from sqlalchemy.exc import DBAPIError
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.config import settings
from litink_app.errors import Conflict, NotFound
from litink_app.events import listen, ring
from litink_app.repositories import runs, steps
from litink_app.schemas.run import Graph, Quote, RunStatus, RunView, StepStatus, StepView
from litink_app.schemas.views import PersonView, RunRow
from litink_app.services import accounts, audit, engine, ledger
from litink_app.services import graph as graphs
from litink_app.services.forecast import Pace, paces, span
from litink_app.services.steps import find

ENDED = (RunStatus.DONE, RunStatus.FAILED, RunStatus.CANCELLED)
LOOK_AGAIN = 2.0
"""Seconds after which a watcher looks by itself, should no bell have rung."""
log = structlog.get_logger()


async def view(owner_id: UUID, run_id: UUID | str) -> RunView:
    """The run with all its steps."""
    return await _view(_uuid(run_id), owner_id)


async def watch(owner_id: UUID, run_id: UUID | str) -> AsyncIterator[RunView]:
    """The run now, then at each change, until it has ended."""
    wanted, seen = _uuid(run_id), None
    last = await _view(wanted, owner_id)
    yield last
    if last.status in ENDED:
        return
    async for _ in listen(wanted, LOOK_AGAIN):
        try:
            async with db.session() as unit:
                mark = await runs.changed(unit, wanted, owner_id)
            if mark is not None and mark == seen:
                continue
            now, seen = await _view(wanted, owner_id), mark
        except DBAPIError as error:
            log.warning("the database is away", error=str(error.orig))
            continue
        if replace(now, elapsed=0.0, seconds_left=None) != replace(last, elapsed=0.0, seconds_left=None):
            yield now
        last = now
        if now.status in ENDED:
            return


async def _view(run_id: UUID, owner_id: UUID | None) -> RunView:
    async with db.session() as unit:
        run = await runs.view(unit, run_id, owner_id)
        if run is None:
            raise NotFound("There is no such work.")
        found = list(await runs.steps(unit, run_id))
    known = await paces({*run["forecast"], *(step["kind"] for step in found)})
    to_come = _to_come(run["forecast"], found, known)
    return RunView(
        id=str(run["id"]),
        kind=run["kind"],
        status=run["status"],
        percent=_percent(run, found, known, to_come),
        elapsed=round(run["elapsed"], 1),
        seconds_left=_seconds_left(run, found, known, to_come),
        error=run["error"],
        steps=tuple(_step(step) for step in found),
        paid=f"{run['paid'].normalize():f}",
    )


def _step(row: RowMapping) -> StepView:
    return StepView(
        key=row["key"],
        kind=row["kind"],
        queue=row["queue"],
        scene=row["scene"],
        status=row["status"],
        fraction=row["fraction"],
        attempt=row["attempt"],
        error=row["error"],
        seconds=round(row["seconds"], 2),
        data=_shown(row["data"]),
    )


def _shown(data: dict[str, Any]) -> dict[str, Any]:
    """The data without the storage keys of blobs."""
    if "blobs" not in data:
        return data
    return {**data, "blobs": {name: {"asset": blob["asset"]} for name, blob in data["blobs"].items()}}


def _to_come(forecast: Mapping[str, int], found: list[RowMapping], known: Mapping[str, Pace]) -> float:
    """Seconds of work that the graph will still grow by."""
    there = Counter(step["kind"] for step in found)
    return sum(max(count - there[kind], 0) * known[kind].likely for kind, count in forecast.items())


def _share(step: RowMapping, likely: float) -> float:
    """How much of the step is done: as it says itself, else by the time that it has taken."""
    if step["status"] == StepStatus.DONE:
        return 1.0
    if step["status"] not in (StepStatus.LEASED, StepStatus.PARKED):
        return 0.0
    return step["fraction"] or min(step["busy"] / max(likely, 0.1), 0.9)


def _left(step: RowMapping, likely: float) -> float:
    share = _share(step, likely)
    if step["fraction"] > 0.05 and share < 1:
        return step["busy"] * (1 - share) / share
    return likely * (1 - share)


def _percent(run: RowMapping, found: list[RowMapping], known: Mapping[str, Pace], to_come: float) -> int:
    """Share of the work that is done; 100 only when the run is done."""
    if run["status"] == RunStatus.DONE:
        return 100
    paced = [(step, known[step["kind"]].likely) for step in found]
    whole = sum(likely for _, likely in paced) + to_come
    done = sum(likely * _share(step, likely) for step, likely in paced)
    return max(0, min(99, math.floor(100 * done / max(whole, 1e-9) + 1e-6)))


def _seconds_left(run: RowMapping, found: list[RowMapping], known: Mapping[str, Pace], to_come: float) -> float | None:
    if run["status"] in ENDED:
        return 0.0 if run["status"] == RunStatus.DONE else None
    work = {str(step["id"]): _left(step, known[step["kind"]].likely) for step in found if step["status"] != StepStatus.DONE}
    needs = {str(step["id"]): [str(need) for need in step["needs"]] for step in found}
    return round(span(work, needs) + to_come / settings().workers, 1)


async def quote(graph: Graph) -> Quote:
    """What a graph will cost and take, from the same steps that will run."""
    graphs.check(graph)
    known = await paces({step.kind for step in graph.steps})
    needs = {step.key: step.needs for step in graph.steps}
    usd = sum((find(step.kind).price(step.params) for step in graph.steps), Decimal(0))
    low, likely, high = (
        span({step.key: getattr(known[step.kind], level) for step in graph.steps}, needs) for level in ("low", "likely", "high")
    )
    return Quote(
        usd_low=usd * Decimal("0.8"),
        usd_likely=usd,
        usd_high=usd * Decimal("1.5"),
        seconds_low=round(low, 1),
        seconds_likely=round(likely, 1),
        seconds_high=round(high, 1),
    )


async def cancel(owner_id: UUID, run_id: UUID | str) -> None:
    """Stop it within a heartbeat; what was held goes back."""
    await _cancel(_uuid(run_id), owner_id)


async def pause(owner_id: UUID, run_id: UUID | str) -> None:
    """Begin no further step; those at work are finished."""
    async with db.session() as unit:
        run = await _locked(unit, _uuid(run_id), owner_id)
        if run["status"] not in (RunStatus.QUEUED, RunStatus.RUNNING):
            raise Conflict("Only work that is going on can be paused.")
        await runs.become(unit, run["id"], RunStatus.PAUSED)
        db.after_commit(unit, lambda: ring(run["id"]))


async def resume(owner_id: UUID, run_id: UUID | str) -> None:
    """Go on after a pause."""
    async with db.session() as unit:
        run = await _locked(unit, _uuid(run_id), owner_id)
        if run["status"] != RunStatus.PAUSED:
            raise Conflict("This is not paused.")
        await runs.become(unit, run["id"], RunStatus.RUNNING)
        await engine.set_off(unit, run)


async def retry(owner_id: UUID, run_id: UUID | str) -> None:
    """Go on from the failed step; what is done stays done."""
    await _retry(_uuid(run_id), owner_id)


async def delete(owner_id: UUID, run_id: UUID | str) -> None:
    """Take away an ended run with its steps and files."""
    async with db.session() as unit:
        run = await _locked(unit, _uuid(run_id), owner_id)
        if run["status"] not in ENDED:
            raise Conflict("This is still being made. Cancel it first.")
        await runs.delete(unit, run["id"])


async def delete_about(unit: AsyncSession, owner_id: UUID, subject_id: UUID) -> None:
    """In the caller's unit, take away all runs about a thing with their steps and files; Conflict while one goes on."""
    for run_id in await runs.about(unit, owner_id, subject_id):
        run = await _locked(unit, run_id, owner_id)
        if run["status"] not in ENDED:
            raise Conflict("This is still being made. Cancel it first.")
        await runs.delete(unit, run_id)


async def _cancel(run_id: UUID, owner_id: UUID | None, admin: PersonView | None = None) -> None:
    async with db.session() as unit:
        run = await _locked(unit, run_id, owner_id)
        if run["status"] == RunStatus.CANCELLED:
            return
        if run["status"] in ENDED:
            raise Conflict("This has ended already.")
        await engine.end(unit, run["id"], run["owner_id"], RunStatus.CANCELLED)
        _note(unit, "run cancel", run_id, admin)


async def _retry(run_id: UUID, owner_id: UUID | None, admin: PersonView | None = None) -> None:
    async with db.session() as unit:
        run = await _locked(unit, run_id, owner_id)
        if run["status"] not in (RunStatus.FAILED, RunStatus.CANCELLED):
            raise Conflict("Only work that failed or was cancelled can be tried again.")
        if run["cap_usd"]:
            spent = await runs.spent(unit, run_id)
            await ledger.reserve(unit, run["owner_id"], run_id, run["cap_usd"] - spent)
        await steps.revive(unit, run_id)
        await runs.become(unit, run_id, RunStatus.QUEUED)
        await engine.set_off(unit, run)
        _note(unit, "run retry", run_id, admin)


def _note(unit: AsyncSession, act: str, run_id: UUID, admin: PersonView | None) -> None:
    if admin is not None:
        audit.note(unit, act, actor=accounts.uuid(admin), subject=run_id)


async def _locked(unit: AsyncSession, run_id: UUID, owner_id: UUID | None) -> RowMapping:
    run = await runs.lock(unit, run_id, owner_id)
    if run is None:
        raise NotFound("There is no such work.")
    return run


def _uuid(given: UUID | str) -> UUID:
    try:
        return given if isinstance(given, UUID) else UUID(given)
    except ValueError:
        raise NotFound("There is no such work.") from None


async def all_runs(*, status: str = "", query: str = "", page: int = 1, size: int = 50) -> list[RunRow]:
    """Runs of everybody, newest first; for admins only."""
    size = max(1, min(size, 200))
    async with db.session() as unit:
        found = await runs.every(unit, status=status, query=query, size=size, skip=(max(page, 1) - 1) * size)
    return [
        RunRow(
            id=str(row["id"]),
            kind=row["kind"],
            owner=row["owner"],
            subject=row["subject"],
            status=row["status"],
            percent=100 if row["status"] == RunStatus.DONE else min(row["percent"], 99),
            attempts=row["attempts"],
            error=row["error"],
            created=row["created"].isoformat(),
            seconds=round(row["seconds"], 1),
        )
        for row in found
    ]


async def admin_view(run_id: UUID | str) -> RunView:
    """Anybody's run; for admins only."""
    return await _view(_uuid(run_id), None)


async def admin_cancel(admin: PersonView, run_id: UUID | str) -> None:
    """Cancel anybody's run; kept in the audit log."""
    accounts.need_admin(admin)
    await _cancel(_uuid(run_id), None, admin)


async def admin_retry(admin: PersonView, run_id: UUID | str) -> None:
    """Retry anybody's run; kept in the audit log."""
    accounts.need_admin(admin)
    await _retry(_uuid(run_id), None, admin)
