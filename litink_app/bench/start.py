"""The second start: seconds from `litink up` to the first page, and the memory of everything at rest.

Method: an installation of its own is started twice; the second start is timed until the landing page has come whole; ten seconds
later the proportional memory (PSS) of the supervisor and all that it started is added up.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from litink_app.bench.installation import folder


def run() -> dict[str, Any]:
    """Seconds of the second start, and MB at rest by program."""
    with folder() as data:
        _timed(data)
        seconds, memory = _timed(data)
    return {"second start to first page, s": round(seconds, 1), "at rest, MB": round(sum(memory.values())), "by program, MB": memory}


def _timed(data: Path) -> tuple[float, dict[str, int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL", "BROKER_URL")}
    begin = time.monotonic()
    with (data.with_suffix(".log")).open("wb") as log:
        command = [str(Path(sys.executable).with_name("litink")), "up"]
        process = subprocess.Popen(command, env={**env, "LITINK_DATA": str(data), "LITINK_PORT": str(port)}, stdout=log, stderr=log)
    try:
        _first_page(port, process)
        seconds = time.monotonic() - begin
        time.sleep(10)
        return seconds, _memory(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def _first_page(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 600
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                page.read()
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError("the installation did not come up")


def _memory(root: int) -> dict[str, int]:
    """Proportional set size of the process and all its descendants, in MB, summed by what they are."""
    parents = {int(path.name): int(path.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1]) for path in Path("/proc").glob("[0-9]*")}
    family = {root}
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    found: dict[str, int] = {}
    for pid in family:
        try:
            line = next(row for row in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if row.startswith("Pss:"))
            name = _name(Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode())
        except (OSError, StopIteration):
            continue
        found[name] = found.get(name, 0) + int(line.split()[1]) // 1024
    return found


def _name(command: str) -> str:
    names = {
        "granian": "web",
        "-n heavy": "heavy worker",
        "-n light": "light worker",
        "flower": "flower",
        "sweeper": "sweeper",
        "valkey": "redis",
    }
    return next((name for mark, name in names.items() if mark in command), "postgres" if "postgres" in command else "supervisor")
