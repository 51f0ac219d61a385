"""Claims: taking a step, holding it, and what its holder may write down meanwhile.

A claim takes a lease by the database's clock and a new fence; every later change names the fence, so whoever lost the lease changes nothing.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.config import settings
from litink_app.errors import Refused
from litink_app.events import ring
from litink_app.repositories import assets, intents, runs, steps
from litink_app.schemas.run import RunStatus
from litink_app.services import graph as graphs
from litink_app.services.steps import Kind, find, kinds


class LeaseLost(Exception):
    """The step belongs to somebody else now, or was cancelled: what is being done counts for nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A step that this process holds. `cached` is a result to reuse; `turn` counts the paid orders for this input; `late` that it was
    parked for too long."""

    step: RowMapping
    kind: Kind
    needs: dict[str, dict[str, Any]]
    input_hash: str
    fence: int
    attempt: int
    cached: dict[str, Any] | None
    turn: int
    intended: bool
    remote_id: str | None
    late: bool

    @property
    def id(self) -> UUID:
        return self.step["id"]

    @property
    def run_id(self) -> UUID:
        return self.step["run_id"]

    @property
    def owner_id(self) -> UUID:
        return self.step["owner_id"]

    @property
    def order_key(self) -> str:
        """Stable for one order, whoever makes it however often."""
        return f"{self.input_hash}-{self.turn}" if self.turn else self.input_hash


class _Twin(Exception):
    """Another step of the owner is making the same thing now."""

    def __init__(self, step_id: UUID, input_hash: str) -> None:
        super().__init__(input_hash)
        self.step_id = step_id
        self.input_hash = input_hash


async def claim(queue: str) -> Claim | None:
    """Take the next fair step of the queue, or None. A step whose twin (same owner, same input) is being made is held back."""
    while True:
        try:
            async with db.session(reserved=True) as unit:
                taken = await _take(unit, queue)
        except _Twin as twin:
            async with db.session(reserved=True) as unit:
                await steps.wait_for_twin(unit, twin.step_id, twin.input_hash, seconds=1.0)
            continue
        if taken and taken.step["run_status"] == RunStatus.QUEUED:
            async with db.session(reserved=True) as unit:
                await runs.begin(unit, taken.run_id)
        return taken


async def _take(unit: AsyncSession, queue: str) -> Claim | None:
    found = await steps.candidate(unit, queue, [kind.name for kind in kinds().values() if kind.queue == queue])
    if found is None:
        return None
    kind, needs = find(found["kind"]), found["needs"]
    made_of = [(need["key"], need["hash"]) for need in needs]
    hashed = graphs.input_hash(kind, found["params"], made_of, found["owner_id"], found["subject_id"], found["run_id"], found["key"])
    try:
        leased = await steps.lease(unit, found["id"], hashed, settings().lease_seconds)
    except IntegrityError as error:
        raise _Twin(found["id"], hashed) from error
    known = await steps.known(unit, found["owner_id"], hashed)
    cached: dict[str, Any] | None = known["cached"]
    if cached and await assets.missing(unit, found["owner_id"], [blob["key"] for blob in cached["blobs"]]):
        cached = None
    open_orders = [intent for intent in known["intents"] if intent["status"] == "open"]
    last = max((intent["turn"] for intent in known["intents"]), default=-1)
    return Claim(
        step=found,
        kind=kind,
        needs={need["key"]: need["result"] for need in needs},
        input_hash=hashed,
        fence=leased["fence"],
        attempt=leased["attempt"],
        cached=cached,
        turn=last if open_orders else last + 1,
        intended=bool(open_orders),
        remote_id=found["remote_id"] or next((intent["remote_id"] for intent in open_orders if intent["remote_id"]), None),
        late=found["waited"] > kind.patience,
    )


async def beat(claim: Claim) -> bool:
    """Prolong the lease; False where it is lost or the step was cancelled."""
    async with db.session(reserved=True) as unit:
        return await steps.beat(unit, claim.id, claim.fence, settings().lease_seconds)


async def progress(claim: Claim, fraction: float, patch: dict[str, Any]) -> None:
    """Show part-way results to the page."""
    async with db.session(reserved=True) as unit:
        ours(await steps.progress(unit, claim.id, claim.fence, min(max(fraction, 0.0), 1.0), patch, settings().lease_seconds))
    await ring(claim.run_id)


async def intend(claim: Claim, provider: str, usd: Decimal, part: str) -> None:
    """Write down that something is about to be paid for. Refused where it could exceed the run's cap."""
    key = f"{claim.order_key}:{part}" if part else claim.order_key
    async with db.session(reserved=True) as unit:
        run = await runs.lock(unit, claim.run_id)
        ours(run is not None and await steps.beat(unit, claim.id, claim.fence, settings().lease_seconds))
        assert run is not None
        made = await intents.add(
            unit,
            {
                "key": key,
                "owner_id": claim.owner_id,
                "run_id": claim.run_id,
                "step_id": claim.id,
                "input_hash": claim.input_hash,
                "turn": claim.turn,
                "provider": provider,
                "usd": usd,
            },
        )
        if made and run["cap_usd"] is not None and await runs.spent(unit, claim.run_id) > run["cap_usd"]:
            raise Refused(f"This would cost more than the ${run['cap_usd']:.2f} that were agreed on.")


async def ordered(claim: Claim, remote_id: str) -> None:
    """Store the remote job's id before anything else."""
    async with db.session(reserved=True) as unit:
        ours(await steps.ordered(unit, claim.id, claim.fence, remote_id))
        await intents.ordered(unit, claim.owner_id, claim.input_hash, remote_id)


def ours(held: bool) -> None:
    if not held:
        raise LeaseLost
