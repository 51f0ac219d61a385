"""A slow line to the database and the broker: progress flows, leases hold, nothing is done twice."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from litink_app import config, db, embedded, events
from litink_app.schemas.run import Done, Graph, Queue, StepSpec, Work
from litink_app.services import engine, runs, worker
from litink_app.services.steps import step
from tests.services.toys import calls

ONE_WAY = (0.15, 0.35)
"""Seconds: 500 ms ± 200 there and back."""


@step("toy.long", queue=Queue.AUDIO)
async def long(work: Work) -> Done:
    """Takes longer than its lease."""
    calls.append(work.key)
    await asyncio.sleep(12.0)
    return Done({"said": "at last"})


@asynccontextmanager
async def slow_line(to: Path) -> AsyncGenerator[int]:
    """A port on loopback whose bytes reach the socket `to`, and come back, late."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await asyncio.sleep(random.uniform(*ONE_WAY))
            writer.write(data)
        writer.close()

    async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_unix_connection(str(to))
        with suppress(asyncio.CancelledError):
            await asyncio.gather(carry(reader, far_writer), carry(far_reader, writer), return_exceptions=True)

    async with await asyncio.start_server(join, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


async def test_half_a_second_to_every_server_delays_a_run_and_breaks_nothing(
    database: str, servers: tuple[embedded.Postgres, embedded.Redis], fresh_settings: pytest.MonkeyPatch
) -> None:
    calls.clear()
    postgres = Path(parse_qs(urlsplit(database).query)["host"][0]) / ".s.PGSQL.5432"
    async with AsyncExitStack() as stack:
        port, redis_port = [
            await stack.enter_async_context(slow_line(to)) for to in (postgres, Path(servers[1].url.removeprefix("unix://")))
        ]
        fresh_settings.setenv("DATABASE_URL", f"postgresql://litink@127.0.0.1:{port}/{urlsplit(database).path.strip('/')}")
        fresh_settings.setenv("REDIS_URL", f"redis://127.0.0.1:{redis_port}/0")
        fresh_settings.setenv("BROKER_URL", f"redis://127.0.0.1:{redis_port}/0")
        fresh_settings.setenv("LITINK_LEASE_SECONDS", "10")
        config.settings.cache_clear()
        await db.dispose()

        graph = Graph((StepSpec("voice", "toy.long"),))
        async with db.session() as unit:
            run_id = await engine.start(unit, owner := uuid4(), "film", None, graph, idempotency_key="slow")
        assert await worker.look("audio")
        view = await runs.view(owner, run_id)
        await events.close()
        await db.dispose()

    assert (view.status, view.percent, calls) == ("done", 100, ["voice"])
    assert [found.attempt for found in view.steps] == [1]
