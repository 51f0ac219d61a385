import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
from redis import Redis

from litink_app import db, embedded, events
from litink_app.config import settings
from litink_app.providers.storage import LocalStorage, key_of, storage
from litink_app.repositories import outbox as rows
from litink_app.schemas.run import Graph, StepSpec
from litink_app.services import engine, outbox, runs, sweeper, uploads
from litink_app.services.claims import claim
from tests.services.sql import sql
from tests.services.toys import begin, chain, drain

told: list[str] = []


@outbox.delivers("toy.letter")
async def deliver_letter(key: str, _payload: dict[str, str]) -> None:
    told.append(key)


@outbox.delivers("toy.slow-letter")
async def deliver_slow_letter(key: str, _payload: dict[str, str]) -> None:
    await asyncio.sleep(1)
    told.append(key)


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    told.clear()
    yield
    await events.close()


async def expire_leases() -> None:
    await sql("update step set lease_until = clock_timestamp() - interval '1 second' where status = 'leased'")


def waiting(server: embedded.Redis, queue: str) -> int:
    with Redis.from_url(server.url) as client:
        return client.llen(queue)  # type: ignore[return-value]


async def test_a_step_that_kills_its_worker_every_time_is_given_up_and_harms_nobody():
    owner, other = uuid4(), uuid4()
    deadly = await begin(chain("a", "b"), owner)
    for _ in range(3):
        assert await claim("image") is not None
        await expire_leases()
        await sweeper.sweep()
    fine = await begin(chain("a"), other)
    await drain()

    view = await runs.view(owner, deadly)
    assert (view.status, view.error) == ("failed", engine.VANISHED)
    assert [step.status for step in view.steps] == ["dead", "cancelled"]
    assert (await runs.view(other, fine)).status == "done"


async def test_lost_messages_are_sent_again_but_never_more_than_there_are_steps(redis_server: embedded.Redis):
    await begin(Graph(tuple(StepSpec(f"s{n}", "toy.say") for n in range(5))))
    with Redis.from_url(redis_server.url) as client:
        client.flushall()

    for _ in range(3):
        await sweeper.sweep()

    assert waiting(redis_server, "image") == 5


async def test_two_sweepers_at_once_do_no_harm():
    run_id = await begin(chain("a", "b"), owner := uuid4())
    held = await claim("image")
    await expire_leases()

    await asyncio.gather(*(sweeper.sweep() for _ in range(6)))

    [(status, fence)] = await sql("select status, fence from step where key = 'a'")
    assert held is not None
    assert (status, fence) == ("ready", held.fence)
    await drain()
    assert (await runs.view(owner, run_id)).status == "done"


async def test_what_was_committed_but_not_told_is_told_once(redis_server: embedded.Redis, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(outbox, "tell", _vanish)
    await begin(chain("a"))
    before = waiting(redis_server, "image")
    await sql("update outbox set due = clock_timestamp()")

    for _ in range(2):
        await outbox.deliver_due()

    assert (before, waiting(redis_server, "image")) == (0, 1)
    assert await sql("select count(*) from outbox") == [(0,)]


async def _vanish(*_: object) -> None:
    return


async def test_a_letter_is_delivered_once_and_a_known_key_is_not_posted_again():
    for _ in range(2):
        async with db.session() as unit:
            await outbox.post(unit, "toy.letter", "welcome", {})
    [(row_id,)] = await sql("select id from outbox")

    delivered = await asyncio.gather(*(outbox.deliver(row_id) for _ in range(4)))

    assert sorted(delivered) == [False, False, False, True]
    assert told == ["welcome"]
    assert await sql("select count(*) from outbox") == [(0,)]


async def test_a_letter_that_was_held_by_a_vanished_worker_comes_due_again(redis_server: embedded.Redis):
    async with db.session() as unit:
        await outbox.post(unit, "toy.letter", "welcome", {})
    [(row_id,)] = await sql("select id from outbox")
    async with db.session() as unit:
        assert await rows.take(unit, row_id, 60.0)
    before = waiting(redis_server, "mail")
    await sweeper.sweep()
    during = waiting(redis_server, "mail")

    await sql("update outbox set due = clock_timestamp(), held_until = clock_timestamp()")
    for _ in range(2):
        await sweeper.sweep()

    assert (during, waiting(redis_server, "mail")) == (before, before + 1)
    assert await outbox.deliver(row_id)
    assert told == ["welcome"]


async def test_a_delivery_never_outlives_its_hold(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(outbox, "TIME", 0.05)
    async with db.session() as unit:
        await outbox.post(unit, "toy.slow-letter", "slow", {})
    [(row_id,)] = await sql("select id from outbox")

    delivered = await outbox.deliver(row_id)

    assert not delivered
    assert told == []
    assert await sql("select tries, held_until > clock_timestamp() from outbox") == [(1, True)]


async def test_a_run_in_which_nothing_moves_is_mended():
    run_id = await begin(chain("a", "b"), owner := uuid4())
    await sql("update step set status = 'waiting'")

    await sweeper.mend_stalled()
    await drain()

    assert (await runs.view(owner, run_id)).status == "done"


async def test_old_blobs_without_an_asset_go_and_named_or_young_ones_stay(tmp_path: Path):
    await begin(Graph((StepSpec("p", "toy.draw", {"text": "kept"}),)))
    await drain()
    for name in ("old", "young"):
        (tmp_path / name).write_text(name)
        await storage().put(tmp_path / name, key_of(tmp_path / name), "text/plain")
    folder = settings().data / "blobs"
    long_ago = time.time() - 7200
    for blob in folder.glob("*/*"):
        if blob.read_text() != "young":
            os.utime(blob, (long_ago, long_ago))

    dropped = await sweeper.drop_orphans()

    assert isinstance(storage(), LocalStorage)
    assert dropped == 1
    assert sorted(blob.read_text() for blob in folder.glob("*/*")) == ["kept", "young"]


async def test_files_that_nobody_finished_to_send_or_to_take_in_go_after_a_day():
    place = uploads.folder()
    (place / "old.part").write_bytes(b"half")
    (place / "tmp-of-a-killed-process").mkdir()
    (place / "tmp-of-a-killed-process" / "file").write_bytes(b"whole")
    for left in place.iterdir():
        os.utime(left, (0, time.time() - 90_000))
    (place / "new.part").write_bytes(b"half")

    dropped = await sweeper.drop_unfinished()

    assert dropped == 2
    assert [left.name for left in place.iterdir()] == ["new.part"]


async def test_scratch_folders_of_vanished_workers_go_and_held_ones_stay():
    await begin(chain("a"))
    held = await claim("image")
    assert held is not None
    scratch = settings().data / "scratch"
    for name in (f"{held.id}.{held.fence}", f"{held.id}.{held.fence - 1}", f"{uuid4()}.1"):
        (scratch / name).mkdir(parents=True)

    dropped = await sweeper.drop_scratch(age=0)

    assert dropped == 2
    assert [folder.name for folder in scratch.iterdir()] == [f"{held.id}.{held.fence}"]


async def test_the_sweeper_goes_on_while_the_broker_is_away(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("litink_app.queue.broker_url", lambda: "redis+socket:///nowhere/redis.sock")
    await begin(chain("a"))
    assert await claim("image") is not None
    await expire_leases()

    await sweeper.sweep()

    assert await sql("select status from step") == [("ready",)]
