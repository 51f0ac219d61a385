"""A whole installation for the browser journeys: `litink up` in a folder of its own, and a page in a real Chromium."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from tests.browser import FLAGS, chromium

ROOT = Path(__file__).parents[2]
START_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Place:
    """A running installation: its address, the owner's one-time link, its data folder and its supervisor."""

    url: str
    link: str
    data: Path
    process: subprocess.Popen[bytes]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(data: Path) -> Place:
    """`litink up` on a free port; gives the place once its pages answer."""
    port, log = free_port(), data.with_suffix(".log")
    names = ("DATABASE_URL", "REDIS_URL", "BROKER_URL")
    env = {name: value for name, value in os.environ.items() if name not in names}
    env |= {"LITINK_DATA": str(data), "LITINK_PORT": str(port), "COLUMNS": "400"}
    with log.open("wb") as out:
        process = subprocess.Popen([Path(sys.executable).with_name("litink"), "up"], cwd=ROOT, env=env, stdout=out, stderr=out)
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://\S+/auth/link\S+", log.read_text()):
            return Place(f"http://127.0.0.1:{port}", found.group(), data, process)
        time.sleep(0.2)
    stop(process)
    raise AssertionError("litink up did not come up:\n" + log.read_text())


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()


@pytest.fixture(scope="session")
def place() -> Iterator[Place]:
    """One installation for all journeys of the session."""
    if chromium() is None:
        pytest.skip("needs a Chromium: `make browser` brings one")
    home = Path(tempfile.mkdtemp(prefix="litink-e2e-"))
    home.chmod(0o755)
    running = start(home / "data")
    yield running
    stop(running.process)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
async def page(place: Place) -> AsyncIterator[Page]:
    """A fresh browser context; the test fails when the page's script throws."""
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=str(chromium()), args=FLAGS)
        context = await browser.new_context(base_url=place.url, viewport={"width": 1280, "height": 800})
        opened = await context.new_page()
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.set_default_timeout(30_000)
        yield opened
        await browser.close()
    assert not errors
