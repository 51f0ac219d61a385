"""A real worker process where the task is the point."""

import base64
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from redis import Redis

from litink_app import db, embedded, events, queue
from litink_app.queue import HARD_LIMITS, TaskName
from litink_app.schemas.run import Graph, Queue, StepSpec
from litink_app.services import engine, runs
from tests.services import toys  # noqa: F401 - registers the toy steps

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    yield
    await events.close()


@pytest.fixture
def worker(database: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "celery", "-A", "tests.tasks.toy_worker", "worker", "-Q", ",".join(Queue), "-c", "1"]
    process = subprocess.Popen(
        [*command, "--loglevel", "WARNING", "--without-gossip", "--without-mingle", "--without-heartbeat"],
        cwd=ROOT,
        env={**os.environ, "LITINK_LEASE_SECONDS": "3"},
        start_new_session=True,
    )
    yield process
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


async def begin(graph: Graph, owner: UUID) -> UUID:
    async with db.session() as unit:
        return await engine.start(unit, owner, "toy", None, graph, idempotency_key=str(uuid4()))


def test_every_task_name_is_registered_and_has_a_queue():
    from tasks import celery_app

    registered = {name for name in celery_app.app.tasks if not name.startswith("celery.")}

    assert registered == set(TaskName)
    assert {name.queue for name in TaskName} == set(Queue) == set(HARD_LIMITS)


def test_no_task_keeps_results_or_is_acknowledged_before_its_end():
    from tasks import celery_app

    conf = celery_app.app.conf

    assert (conf.task_acks_late, conf.task_reject_on_worker_lost, conf.worker_prefetch_multiplier) == (True, True, 1)
    assert conf.result_backend is None
    for name in TaskName:
        assert celery_app.app.tasks[name].time_limit == HARD_LIMITS[name.queue]


async def test_a_message_carries_ids_and_nothing_else(redis_server: embedded.Redis):
    run_id = await begin(Graph((StepSpec("a", "toy.say", {"text": "private words"}),)), uuid4())

    with Redis.from_url(redis_server.url) as client:
        [message] = client.lrange("image", 0, -1)
    args, kwargs, _ = json.loads(base64.b64decode(json.loads(message)["body"]))
    assert (args, kwargs) == ([str(run_id)], {})
    assert b"private" not in message


async def test_a_broker_that_is_away_does_not_stop_a_start(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(queue, "broker_url", lambda: "redis+socket:///nowhere/redis.sock")

    run_id = await begin(Graph((StepSpec("a", "toy.say"),)), owner := uuid4())

    assert (await runs.view(owner, run_id)).steps[0].status == "ready"


async def test_a_worker_makes_a_run_and_a_watcher_sees_it(worker: subprocess.Popen[bytes]):
    owner = uuid4()
    run_id = await begin(Graph((StepSpec("root", "toy.grow", {"leaves": 2}),)), owner)

    views = [view async for view in runs.watch(owner, run_id)]

    assert views[-1].status == "done"
    assert views[-1].steps[-1].data["said"] == "01!"
    assert [view.percent for view in views] == sorted(view.percent for view in views)


async def test_a_cancelled_step_stops_within_a_heartbeat_and_leaves_no_folder(worker: subprocess.Popen[bytes], tmp_path: Path):
    owner = uuid4()
    run_id = await begin(Graph((StepSpec("a", "toy.wait"),)), owner)
    async for view in runs.watch(owner, run_id):
        if view.steps[0].data.get("picture") == "half":
            break
    scratch = tmp_path / "data" / "scratch"
    during = list(scratch.iterdir())

    await runs.cancel(owner, run_id)

    assert len(during) == 1
    assert (await runs.view(owner, run_id)).status == "cancelled"
    end = time.monotonic() + 20
    while list(scratch.iterdir()) and time.monotonic() < end:
        time.sleep(0.1)
    assert not list(scratch.iterdir())


async def test_a_thread_that_outlives_its_cancelled_step_costs_the_process_not_the_queue(worker: subprocess.Popen[bytes]):
    owner = uuid4()
    stuck = await begin(Graph((StepSpec("a", "toy.stuck"),)), owner)
    async for view in runs.watch(owner, stuck):
        if view.steps[0].fraction > 0:
            break

    await runs.cancel(owner, stuck)
    after = await begin(Graph((StepSpec("b", "toy.say"),)), owner)

    async for view in runs.watch(owner, after):
        last = view
    assert last.status == "done"
