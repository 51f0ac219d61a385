"""One seed: films are asked for, faults strike at random times, all becomes quiet, everything is checked."""

import asyncio
import random
import time
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy.exc import DBAPIError

from litink_app import db, events
from litink_app.errors import LitinkError
from litink_app.schemas.run import RunView
from litink_app.services import engine, ledger, outbox, runs
from tests.faults import toys
from tests.faults.faults import ALL, Fault, freeze_worker
from tests.faults.invariants import breaches
from tests.faults.plant import Plant
from tests.services.sql import sql

PATIENCE = 90.0


async def order(owner: UUID, name: str) -> UUID:
    """A click on "Generate": the run and its letter, in one unit; clicked again until an answer comes."""
    while True:
        try:
            async with db.session() as unit:
                run_id = await engine.start(unit, owner, "film", None, toys.film(name), idempotency_key=name, cap_usd=Decimal(1))
                await outbox.post(unit, "fault.letter", f"letter:{name}", {"name": name})
            return run_id
        except DBAPIError:
            await asyncio.sleep(0.2)


async def fund(owner: UUID) -> None:
    while True:
        try:
            async with db.session() as unit:
                await ledger.grant(unit, owner, Decimal(10), key=str(owner))
            return
        except DBAPIError:
            await asyncio.sleep(0.2)


async def follow(owner: UUID, run_id: UUID, seen: dict[UUID, RunView]) -> None:
    """A page that watches."""
    while run_id not in seen or seen[run_id].status not in runs.ENDED:
        try:
            async for view in runs.watch(owner, run_id):
                seen[run_id] = view
        except (DBAPIError, LitinkError):
            await asyncio.sleep(0.2)


async def quiet(plant: Plant) -> None:
    """Until all runs, the bystanders' too, have ended and nothing is left to tell, or patience is over."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            [(open_runs,)] = await sql("select count(*) from run where status in ('queued', 'running')")
            [(untold,)] = await sql("select count(*) from outbox")
        except DBAPIError:
            open_runs = untold = 1
        if not open_runs and not untold:
            return
        plant.heal()
        await asyncio.sleep(0.2)


async def tell(plant: Plant, seed: int, faults: Sequence[Fault] | None = None) -> tuple[list[str], list[str]]:
    """Play the seed; gives the faults that struck and the breaches that were found. Same seed, same faults at the same times.

    Seeds in a row begin with one fault after the other, so that as many seeds as there are faults leave none out.
    """
    dice = random.Random(seed)
    chosen = [ALL[seed % len(ALL)], *dice.sample(ALL, dice.randint(1, 2))] if faults is None else list(faults)
    owners = [uuid4() for _ in range(2)]
    for owner in owners:
        await fund(owner)
    films: dict[UUID, str] = {}
    seen: dict[UUID, RunView] = {}
    pages: list[asyncio.Task[None]] = []
    for n, owner in enumerate((*owners, owners[0])):
        name = f"film{seed}-{n}-{owner.hex[:6]}"
        run_id = await order(owner, name)
        assert await order(owner, name) == run_id
        films[run_id] = name
        pages.append(asyncio.create_task(follow(owner, run_id, seen)))
    for fault in chosen:
        await asyncio.sleep(dice.uniform(0.1, 1.5))
        fault(plant, dice)
    await quiet(plant)
    await asyncio.wait(pages, timeout=10)
    for page in pages:
        page.cancel()
    await asyncio.gather(*pages, return_exceptions=True)
    return [fault.__name__ for fault in chosen], await breaches(plant, films, seen, zombies=freeze_worker in chosen)


async def close() -> None:
    await events.close()
    await db.dispose()
