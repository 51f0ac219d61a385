"""The engine, measured: what one durable step costs, and how soon a killed step is taken up again."""

import asyncio
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from litink_app import db, embedded, events, migrations
from litink_app.config import settings
from litink_app.schemas.run import Done, Graph, Queue, StepSpec, Work
from litink_app.services import engine, runs, worker
from litink_app.services.steps import step

CHILDREN = 6


@step("bench.nothing", queue=Queue.BOOK, scope="run")
async def nothing(_work: Work) -> Done:
    return Done({})


@step("bench.nap", queue=Queue.IMAGE, scope="run", attempts=99)
async def nap(work: Work) -> Done:
    """Says which process it is in, then sleeps until that is killed."""
    await work.progress(0.01, process=os.getpid())
    await asyncio.sleep(500)
    return Done({})


def run() -> dict[str, Any]:
    """All figures, on an own Postgres and Redis with the default lease and sweep."""
    with servers():
        return {"step": asyncio.run(_closing(bench_step())), "reclaim": asyncio.run(_closing(bench_reclaim()))}


async def bench_step(steps: int = 300) -> dict[str, Any]:
    """Client CPU of one durable step that does nothing: claim, finish, charge, message, doorbell; steps side by side in one run."""
    await _do_nothing(30)
    cpu, seconds = await _do_nothing(steps)
    return {
        "method": f"{steps} empty steps of one run by one process; its own CPU time and the wall, per step",
        "client_cpu_ms_per_step": round(1000 * cpu / steps, 2),
        "wall_ms_per_step": round(1000 * seconds / steps, 2),
    }


async def _do_nothing(count: int) -> tuple[float, float]:
    await _begin("bench.nothing", count)
    began, cpu = time.monotonic(), time.process_time()
    while await worker.look(Queue.BOOK):
        pass
    return time.process_time() - cpu, time.monotonic() - began


async def bench_reclaim(rounds: int = 2) -> dict[str, Any]:
    """Seconds from the SIGKILL of a worker process to the next claim of its step."""
    run_id, waits = await _begin("bench.nap", CHILDREN), list[float]()
    sweeper, heavy = _spawn("-m", "litink_app.services.sweeper"), _worker()
    try:
        for _ in range(rounds):
            waits += await _kill_children(run_id)
        main = await _kill_main(run_id, heavy)
        heavy = main["worker"]
        waits += main["waits"]
    finally:
        for process in (sweeper, heavy):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return {
        "method": f"{len(waits)} steps: worker children killed at random moments, then the whole worker; default lease and sweep",
        "median_seconds": round(statistics.median(waits), 1),
        "worst_seconds": round(max(waits), 1),
        "worst_after_main_killed": round(max(main["waits"]), 1),
        "lease_seconds": settings().lease_seconds,
        "sweep_seconds": settings().sweep_seconds,
    }


async def _begin(kind: str, count: int) -> UUID:
    graph = Graph(tuple(StepSpec(f"{kind}:{n}", kind) for n in range(count)))
    async with db.session() as unit:
        return await engine.start(unit, uuid4(), "bench", None, graph, idempotency_key=str(uuid4()))


async def _napping(run_id: UUID) -> dict[str, tuple[int, int]]:
    """Steps at work: key to attempt and process."""
    view = await runs.admin_view(run_id)
    return {one.key: (one.attempt, one.data["process"]) for one in view.steps if one.status == "leased" and "process" in one.data}


async def _all_napping(run_id: UUID) -> dict[str, tuple[int, int]]:
    end = time.monotonic() + 120
    while len(found := await _napping(run_id)) < CHILDREN:
        if time.monotonic() > end:
            raise RuntimeError("the worker does not take up its steps")
        await asyncio.sleep(0.1)
    return found


async def _kill_children(run_id: UUID) -> list[float]:
    killed: dict[str, tuple[int, float]] = {}
    for key, (attempt, process) in (await _all_napping(run_id)).items():
        await asyncio.sleep(random.uniform(0, 2.5))
        os.kill(process, signal.SIGKILL)
        killed[key] = (attempt, time.monotonic())
    return await _taken_up(run_id, killed)


async def _kill_main(run_id: UUID, heavy: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """The worker and all its children at once; a new one is started a quarter of a second later, as the supervisor does."""
    napping = await _all_napping(run_id)
    await asyncio.sleep(random.uniform(0, 3))
    os.killpg(heavy.pid, signal.SIGKILL)
    killed = {key: (attempt, time.monotonic()) for key, (attempt, _) in napping.items()}
    heavy.wait()
    await asyncio.sleep(0.25)
    return {"worker": _worker(), "waits": await _taken_up(run_id, killed)}


async def _taken_up(run_id: UUID, killed: dict[str, tuple[int, float]]) -> list[float]:
    waits: dict[str, float] = {}
    while len(waits) < len(killed):
        for key, (attempt, _) in (await _napping(run_id)).items():
            if key in killed and attempt > killed[key][0]:
                waits.setdefault(key, time.monotonic() - killed[key][1])
        await asyncio.sleep(0.05)
    return list(waits.values())


async def _closing(act: Any) -> dict[str, Any]:
    try:
        return await act
    finally:
        await events.close()
        await db.dispose()


def _worker() -> "subprocess.Popen[bytes]":
    celery = ("-m", "celery", "-A", "tasks.celery_app", "worker", "-I", "litink_app.bench.engine", "-Q", "image", "-c", str(CHILDREN))
    return _spawn(*celery, "--loglevel", "ERROR", "--without-gossip", "--without-mingle")


def _spawn(*command: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


@contextmanager
def servers() -> Generator[None]:
    """A Postgres with the newest tables and a Redis of their own, which the settings point to."""
    data, before = Path(tempfile.mkdtemp(prefix="litink-bench-")), dict(os.environ)
    data.chmod(0o755)
    postgres, redis = embedded.Postgres(data), embedded.Redis(data)
    try:
        postgres.start()
        redis.start()
        os.environ.update(DATABASE_URL=postgres.url, REDIS_URL=redis.url, BROKER_URL=redis.broker_url, LITINK_DATA=str(data))
        settings.cache_clear()
        migrations.upgrade(postgres.url)
        yield
    finally:
        redis.stop()
        postgres.stop()
        os.environ.clear()
        os.environ.update(before)
        settings.cache_clear()
        shutil.rmtree(data, ignore_errors=True)
        shutil.rmtree(embedded.socket_folder(data), ignore_errors=True)
