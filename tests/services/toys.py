"""Toy steps for the engine's tests: what they do is told by their params, what they did is kept in `calls`."""

import asyncio
import time
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from litink_app import db
from litink_app.errors import LitinkError, ProviderBusy, ProviderRefused
from litink_app.schemas.run import Blob, Done, Graph, Parked, Queue, StepSpec, Work
from litink_app.services import engine, worker
from litink_app.services.steps import step

calls: list[str] = []
folders: list[Path] = []
go_on = asyncio.Event()


@step("toy.say", queue=Queue.IMAGE, seconds=0.1)
async def say(work: Work) -> Done:
    """Joins its params' "text" with what its needs said."""
    calls.append(work.key)
    heard = [work.needs[key]["said"] for key in sorted(work.needs)]
    return Done({"said": "".join([*heard, work.params.get("text", work.key)])})


@step("toy.draw", queue=Queue.IMAGE, seconds=0.1, price=lambda params: Decimal(params.get("usd", "0.04")))
async def draw(work: Work) -> Done:
    """Pays and makes a file."""
    calls.append(work.key)
    usd = Decimal(work.params.get("usd", "0.04"))
    await work.intend("painter", usd)
    path = work.folder / "picture.png"
    path.write_bytes(str(work.params.get("text", "picture")).encode())
    return Done({"made": True}, (Blob("picture", path, "image/png"),), usd, "painter", "brush-1")


@step("toy.overcharge", queue=Queue.IMAGE)
async def overcharge(work: Work) -> Done:
    """Is billed more than it was about to pay."""
    await work.intend("painter", Decimal("0.05"))
    return Done({}, usd=Decimal(1), provider="painter")


@step("toy.grow", queue=Queue.PLOT, seconds=0.1)
async def grow(work: Work) -> Done:
    calls.append(work.key)
    leaves = tuple(StepSpec(f"leaf:{n}", "toy.say", {"text": str(n)}, (work.key,), scene=n) for n in range(work.params["leaves"]))
    crown = StepSpec("crown", "toy.say", {"text": "!"}, tuple(leaf.key for leaf in leaves))
    return Done({"said": ""}, expand=Graph((*leaves, crown)))


@step("toy.fail", queue=Queue.IMAGE, attempts=2)
async def fail(work: Work) -> Done:
    """Fails as often as its params say, in the way that they say."""
    calls.append(work.key)
    kinds: dict[str, LitinkError] = {"busy": ProviderBusy("The painter is busy.", 0.0), "refused": ProviderRefused("The painter will not.")}
    if calls.count(work.key) <= work.params["times"]:
        raise kinds.get(work.params["how"], RuntimeError("secret detail"))
    return Done({"said": "at last"})


@step("toy.remote", queue=Queue.VIDEO, patience=30)
async def remote(work: Work) -> Done | Parked:
    """Orders far away, then asks for it."""
    calls.append(f"{work.key}:{work.remote_id}")
    if work.remote_id is None:
        await work.intend("far", Decimal("0.10"))
        await work.ordered("job-1")
        return Parked("job-1", work.params.get("seconds", 0.0))
    return Done({"said": work.remote_id}, usd=Decimal("0.10"), provider="far")


@step("toy.wait", queue=Queue.AUDIO, limit=30)
async def wait(work: Work) -> Done:
    """Shows that it began, then waits for `go_on`."""
    calls.append(work.key)
    folders.append(work.folder)
    await work.progress(0.5, picture="half")
    await go_on.wait()
    return Done({"said": "waited"})


@step("toy.slow", queue=Queue.AUDIO, attempts=1, limit=0.2)
async def slow(work: Work) -> Done:
    calls.append(work.key)
    await asyncio.sleep(20)
    return Done({})


@step("toy.stuck", queue=Queue.AUDIO)
async def stuck(work: Work) -> Done:
    """Sits in a thread that nothing can interrupt."""
    await work.progress(0.1, here=True)
    await asyncio.to_thread(time.sleep, 120)
    return Done({})


def chain(*keys: str, kind: str = "toy.say") -> Graph:
    """Each step needs the one before."""
    return Graph(tuple(StepSpec(key, kind, {}, keys[n - 1 : n] if n else ()) for n, key in enumerate(keys)))


async def begin(graph: Graph, owner: UUID | None = None, **more: object) -> UUID:
    async with db.session() as unit:
        return await engine.start(unit, owner or uuid4(), "toy", None, graph, **{"idempotency_key": str(uuid4()), **more})  # type: ignore[arg-type]


async def drain() -> int:
    """Work on all queues until nothing is ready; gives how many steps were done."""
    done = 0
    while True:
        before = done
        for queue in Queue:
            while await worker.look(queue.value):
                done += 1
        if done == before:
            return done
