"""A whole installation in child processes, every one of which may be killed: Postgres, Redis, two workers, a sweeper, the provider."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
import psutil

from litink_app import config, embedded, migrations
from litink_app.schemas.run import Queue

ROOT = Path(__file__).parents[2]
LEASE, SWEEP = 2.0, 1.0


class Plant:
    """Processes by name. `app` is the Celery application that the workers load."""

    def __init__(
        self, *, app: str = "tests.faults.app", workers: int = 2, children: int = 2, lease: float = LEASE, sweep: float = SWEEP
    ) -> None:
        self.data = Path(tempfile.mkdtemp(prefix="litink-faults-"))
        self.data.chmod(0o755)
        self.postgres, self.redis = embedded.Postgres(self.data), embedded.Redis(self.data)
        self.port = _free_port()
        self.app, self.children = app, children
        self.names = [f"worker{n}" for n in range(workers)]
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.environment = {
            "LITINK_ENV": "test",
            "LITINK_DATA": str(self.data),
            "LITINK_LEASE_SECONDS": str(lease),
            "LITINK_SWEEP_SECONDS": str(sweep),
            "FAULT_PROVIDER": f"http://127.0.0.1:{self.port}",
            "DATABASE_URL": self.postgres.url,
            "REDIS_URL": self.redis.url,
            "BROKER_URL": self.redis.broker_url,
        }

    def __enter__(self) -> "Plant":
        os.environ.update(self.environment)
        config.settings.cache_clear()
        self.postgres.start()
        self.redis.start()
        migrations.upgrade(self.postgres.url)
        for name in (*self.names, "sweeper", "provider"):
            self.start(name)
        self.wait_for_provider()
        return self

    def _command(self, name: str) -> list[str]:
        if name == "provider":
            return [sys.executable, "-m", "tests.faults.provider", str(self.port), str(self.data / "bill")]
        if name.startswith("sweeper"):
            return [sys.executable, "-m", "litink_app.services.sweeper"]
        celery = [sys.executable, "-m", "celery", "-A", self.app, "worker", "-n", f"{name}@%h", "-c", str(self.children)]
        return [*celery, "-Q", ",".join(Queue), "--loglevel", "WARNING", "--without-gossip", "--without-mingle"]

    def start(self, name: str) -> None:
        if name in ("postgres", "redis"):
            getattr(self, name).start()
            return
        with (self.data / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                self._command(name),
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_me,
            )

    def kill(self, name: str) -> None:
        """SIGKILL the main process alone; its children are left to themselves."""
        process = getattr(self, name).process if name in ("postgres", "redis") else self.running[name]
        if process is not None:
            process.kill()
            process.wait()

    def restart(self, name: str, after: float = 0.0) -> None:
        self.kill(name)
        time.sleep(after)
        self.start(name)

    def children_of(self, name: str) -> list[psutil.Process]:
        try:
            return psutil.Process(self.running[name].pid).children()
        except psutil.NoSuchProcess:
            return []

    def cutters(self) -> list[psutil.Process]:
        """The child processes that steps have started."""
        mine = [child for name in self.names for child in self.children_of(name)]
        return [one for child in mine for one in _descendants(child) if one.is_running()]

    def empty_redis(self) -> None:
        """Kill Redis and start it without what it had kept."""
        self.kill("redis")
        shutil.rmtree(self.redis.folder, ignore_errors=True)
        self.start("redis")

    def heal(self) -> None:
        """What a supervisor does: whatever fell is started again."""
        for name, process in list(self.running.items()):
            if process.poll() is not None and name != "sweeper2":
                self.start(name)
        for name in ("postgres", "redis"):
            if not getattr(self, name).ready():
                self.restart(name)

    def ask(self, method: str, path: str, **body: Any) -> dict[str, Any]:
        with httpx.Client(base_url=self.environment["FAULT_PROVIDER"], trust_env=False, timeout=5) as client:
            return client.request(method, path, json=body or None).json()

    def wait_for_provider(self) -> None:
        end = time.monotonic() + 20
        while True:
            try:
                self.ask("GET", "/books")
                return
            except httpx.HTTPError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def __exit__(self, *_: object) -> None:
        for process in self.running.values():
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()
        self.redis.stop()
        self.postgres.stop()
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.rmtree(embedded.socket_folder(self.data), ignore_errors=True)
        for name in self.environment:
            os.environ.pop(name, None)
        config.settings.cache_clear()


_prctl = ctypes.CDLL(None).prctl


def _die_with_me() -> None:
    """Linux: no process of the plant outlives a killed harness."""
    _prctl(1, int(signal.SIGKILL))


def _descendants(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
