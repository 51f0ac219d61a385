"""Twenty seeds of faults, each fault among them, a step that kills its worker, and the control."""

import importlib
import random
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from uuid import uuid4

import pytest

from litink_app import db
from litink_app.schemas.run import Graph, StepSpec
from litink_app.services import engine, runs
from tests.faults import faults
from tests.faults.plant import Plant
from tests.faults.story import close, tell

SEEDS = range(20)


@pytest.fixture(scope="module")
def plant() -> Iterator[Plant]:
    with Plant() as plant:
        yield plant


@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_falls_every_film_is_finished_and_nothing_is_done_or_paid_twice(plant: Plant, seed: int):
    struck, breaches = await tell(plant, seed)
    await close()

    assert not breaches, f"after {', '.join(struck)}"


async def test_a_step_that_kills_its_worker_is_given_up_and_the_others_are_finished(plant: Plant):
    async with db.session() as unit:
        owner = uuid4()
        deadly = await engine.start(unit, owner, "film", None, Graph((StepSpec("d", "fault.deadly"),)), idempotency_key="deadly")

    _, breaches = await tell(plant, 1000, [])
    async for view in runs.watch(owner, deadly):
        last = view
    await close()

    assert not breaches
    assert (last.status, last.error, last.steps[0].attempt) == ("failed", engine.VANISHED, 3)


def control_breaches(plant: Plant, control: ModuleType, name: str, fault: faults.Fault | None) -> list[str]:
    """Play one film as a plain chord under a fault; gives what went wrong."""
    control.order(name, 6)

    def orders() -> list[str]:
        return [order["what"] for order in plant.ask("GET", "/books")["orders"].values() if order["what"].startswith(name)]

    _until(lambda: len(orders()) >= 2)
    if fault:
        fault(plant, random.Random(1))
    finished = _until(lambda: name in plant.ask("GET", "/books")["letters"], seconds=10)
    unfinished = [] if finished else [f"I1: {name} was never finished"]
    return unfinished + [
        f"I3: {what} was billed {orders().count(what)} times" for what in sorted(set(orders())) if orders().count(what) > 1
    ]


def _until(reached: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_the_control_a_plain_chord_is_seen_to_fail():
    with Plant(app="tests.faults.control", workers=1) as plant:
        control = importlib.reload(importlib.import_module("tests.faults.control"))

        calm = control_breaches(plant, control, "calm", None)
        flushed = control_breaches(plant, control, "flushed", faults.flush_redis)
        killed = control_breaches(plant, control, "killed", faults.kill_worker_child)

    assert calm == []
    assert flushed == ["I1: flushed was never finished"]
    assert killed == ["I1: killed was never finished"]
