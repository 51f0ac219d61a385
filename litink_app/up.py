"""The order of a start: servers, tables, weights, pages, processes; then the address and the owner's link."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeVar

from litink_app import db, frontend, migrations
from litink_app.config import Settings, settings
from litink_app.errors import Conflict
from litink_app.services import accounts, library
from litink_app.studio import weights
from litink_app.supervisor import Installation, flower, port_is_free, say, wait_for_page, web, workers

T = TypeVar("T")


class Stop(Exception):
    """Somebody asked us to end."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Stop


@contextmanager
def stoppable() -> Generator[None]:
    """SIGINT and SIGTERM end the block quietly; a second one while stopping is ignored."""
    for sig in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sig, _stop)
    try:
        yield
    except Stop:
        say.print("stopping …")
    finally:
        for sig in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sig, signal.SIG_IGN)


def once(act: Callable[[], Awaitable[T]]) -> T:
    """Run one coroutine with a database pool of its own."""

    async def whole() -> T:
        try:
            return await act()
        finally:
            await db.dispose()

    return asyncio.run(whole())


def up(config: Settings) -> None:
    """Start everything and stay until asked to stop."""
    place = Installation(config)
    with place.held(), stoppable():
        if not _free_soon(config):
            raise Conflict(f"Port {config.port} is in use. Choose another: LITINK_PORT={config.port + 1} make run")
        try:
            _start(place, config)
            while True:
                place.watch()
                time.sleep(0.25)
        finally:
            place.stop()


def _free_soon(config: Settings, seconds: float = 2.0) -> bool:
    """Whether the port is free, or becomes so while leftovers of a killed start go."""
    end = time.monotonic() + seconds
    while not port_is_free(config.host, config.port):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _start(place: Installation, config: Settings) -> None:
    with ThreadPoolExecutor(2) as side:
        pages = side.submit(_pages, place, config)
        fetched = side.submit(weights.fetch_default, progress)
        place.start_servers()
        migrations.upgrade(db.database_url())
        link = once(accounts.owner_link)
        once(_sample)
        fetched.result()
        for program in workers(settings()):
            place.start(program)
        place.start(web(settings(), _patient(pages)))
        place.start(flower(place.data))
        wait_for_page(settings(), place)
    say.print(f"\n  LitinkAI is at [bold]{settings().url}[/]")
    say.print(f"  Sign in as the owner, once: [bold]{settings().url}{link}[/]\n  Ctrl-C stops everything.\n", soft_wrap=True)


def _pages(place: Installation, config: Settings) -> Path:
    if not frontend.built():
        say.print("building the pages (first start, about a minute) …")
    frontend.build(place.logs / "build.log")
    return frontend.install(place.data, config.url)


def _patient(future: "Future[Path]") -> Path:
    while not future.done():
        time.sleep(0.05)
    return future.result()


_told: set[str] = set()


def progress(name: str, done: int, total: int) -> None:
    """Say when weights begin to come in and when they are whole, once each."""
    word = "fetched" if total and done >= total else "fetching"
    if (line := f"{word} {name} ({total / 1e6:.0f} MB)") not in _told:
        _told.add(line)
        say.print(line)


async def _sample() -> None:
    await library.add_sample(await accounts.owner_id())


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """End by way of every `finally`, so that nothing that was started stays behind."""
    raise SystemExit(128 + signal.SIGTERM)


@contextmanager
def engine(config: Settings) -> Generator[None]:
    """The engine without the pages, for a command: joins a running installation or starts its own for the while."""
    place = Installation(config)
    if place.held_elsewhere():
        place.export()
        yield
        return
    signal.signal(signal.SIGTERM, _leave)
    with place.held():
        try:
            weights.fetch_default(progress)
            place.start_servers()
            migrations.upgrade(db.database_url())
            for program in workers(settings()):
                place.start(program)
            yield
        finally:
            place.stop()
