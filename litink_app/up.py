"""The order of a start: servers, tables, weights, pages, processes; then the address and the owner's link."""

import signal
import subprocess
import sys
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import FrameType

from litink_app import frontend
from litink_app.config import Settings, settings
from litink_app.errors import Conflict, LitinkError
from litink_app.studio import weights
from litink_app.supervisor import ROOT, Installation, flower, port_is_free, say, wait_for_page, web, workers


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


def up(config: Settings) -> None:
    """Start everything and stay until asked to stop."""
    place = Installation(config)
    with place.held(config.url), stoppable():
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
    """The pages first, since they take longest to load and wait for the tables by themselves; the workers once they answer."""
    place.export()
    compiled = frontend.built()
    if compiled:
        _serve(place, config)
    with ThreadPoolExecutor(1) as side:
        fetched = side.submit(weights.fetch_default, progress)
        place.start_servers()
        link = _prepared()
        fetched.result()
    if not compiled:
        say.print("building the pages (first start, about a minute) …")
        frontend.build(place.logs / "build.log")
        _serve(place, config)
    wait_for_page(settings(), place)
    for program in (*workers(settings()), flower(place.data)):
        place.start(program)
    say.print(f"\n  LitinkAI is at [bold]{settings().url}[/]")
    say.print(f"  Sign in as the owner, once: [bold]{settings().url}{link}[/]\n  Ctrl-C stops everything.\n", soft_wrap=True)


def _serve(place: Installation, config: Settings) -> None:
    place.start(web(settings(), frontend.install(place.data, config.url)))


def _prepared() -> str:
    """Tables, owner and sample book, in a process of their own so that the supervisor stays small; gives the owner's link."""
    done = subprocess.run([sys.executable, "-m", "litink_app.preparation"], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    if done.returncode:
        raise LitinkError("The database could not be prepared; what went wrong stands above.")
    return done.stdout.decode().strip()


_told: set[str] = set()


def progress(name: str, done: int, total: int) -> None:
    """Say when weights begin to come in and when they are whole, once each."""
    word = "fetched" if total and done >= total else "fetching"
    if (line := f"{word} {name} ({total / 1e6:.0f} MB)") not in _told:
        _told.add(line)
        say.print(line)
