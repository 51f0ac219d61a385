"""`litink up`: starts every process of one installation, watches them, restarts what falls and stops all together."""

import fcntl
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from litink_app import embedded
from litink_app.config import Settings, settings
from litink_app.errors import Conflict, LitinkError

ROOT = Path(__file__).resolve().parents[1]
say = Console(stderr=True, highlight=False)
HEAVY = "image,merge,lipsync,video,audio"
LIGHT = "plot,book,mail,blockchain"
"""Queues in the order in which a free worker looks: what is quick to show first, what takes long last."""
LONGEST_LOG = 16 * 1024 * 1024
_MARKS = ("celery -A tasks.celery_app", "litink_app.litink_app:app", "litink_app.services.sweeper")
"""How the command lines of our processes are known."""


@dataclass
class Program:
    """A child process that is kept running; `fallen` counts its restarts."""

    name: str
    command: list[str]
    env: dict[str, str] = field(default_factory=dict[str, str])
    process: subprocess.Popen[bytes] | None = None
    fallen: int = 0
    since: float = 0.0

    def start(self, logs: Path) -> None:
        with (logs / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env={**os.environ, **self.env},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=embedded.die_with_parent(signal.SIGTERM),
            )
        self.since = time.monotonic()

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, sig: signal.Signals) -> None:
        if self.process is not None:
            try:
                os.killpg(self.process.pid, sig)
            except ProcessLookupError:
                return


def move_aside(log: Path, longest: int = LONGEST_LOG) -> None:
    """Keep what a log longer than `longest` bytes holds as `NAME.1`; those who write append, and go on in the empty one.

    The folder may be another user's (the one that Postgres runs as under root): nothing that is a link is followed.
    """
    try:
        held = os.open(log, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return
    with os.fdopen(held, "rb") as old:
        found = os.fstat(held)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1 or found.st_size <= longest:
            return
        aside = log.with_name(f"{log.name}.1")
        aside.unlink(missing_ok=True)
        with aside.open("xb") as kept:
            shutil.copyfileobj(old, kept)
        os.truncate(held, 0)


class Installation:
    """The processes of one data folder. Who starts them does it inside `held()` and calls `stop()` at the end."""

    def __init__(self, config: Settings) -> None:
        self.config = config
        self.data = config.data.resolve()
        self.logs = self.data / "logs"
        self.postgres = None if config.database_url.get_secret_value() else embedded.Postgres(self.data)
        self.redis = None if config.redis_url.get_secret_value() else embedded.Redis(self.data)
        self.programs: list[Program] = []

    def export(self) -> None:
        """Put the addresses of the embedded servers into the environment, for this process and its children."""
        os.environ["LITINK_DATA"] = str(self.data)
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        if self.postgres:
            os.environ["DATABASE_URL"] = self.postgres.url
        if self.redis:
            os.environ["REDIS_URL"] = self.redis.url
            os.environ.setdefault("BROKER_URL", self.redis.broker_url)
        settings.cache_clear()

    @contextmanager
    def held(self, address: str = "") -> Generator[None]:
        """Only one supervisor per data folder, which leaves in the lock at which `address` its pages are.

        Postgres must pass through the folder to its own; all else in it is closed to other users.
        """
        self.data.mkdir(parents=True, exist_ok=True)
        self.data.chmod(0o711 if os.getuid() == 0 else 0o700)
        for folder in (self.logs, *(self.data / name for name in ("blobs", "scratch", "uploads", "web"))):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o700)
        with (self.data / "lock").open("a") as lock:
            os.fchmod(lock.fileno(), 0o600)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Conflict(f"LitinkAI is running already at {self.address()} with the data folder {self.data}.") from None
            lock.truncate(0)
            lock.write(address)
            lock.flush()
            self._clear()
            yield

    def _clear(self) -> None:
        """End what a killed supervisor left behind: with the lock in our hands nothing else may work on this data folder."""
        mine = f"LITINK_DATA={self.data}".encode()
        for place in Path("/proc").glob("[0-9]*"):
            try:
                ours = mine in place.joinpath("environ").read_bytes().split(b"\0")
                command = place.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if ours and any(mark in command for mark in _MARKS):
                with suppress(ProcessLookupError):
                    os.kill(int(place.name), signal.SIGKILL)

    def held_elsewhere(self) -> bool:
        """Whether another supervisor runs this data folder now."""
        if not (self.data / "lock").exists():
            return False
        with (self.data / "lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def address(self) -> str:
        """Where the pages of the installation that holds this data folder are."""
        return (self.data / "lock").read_text() or self.config.url

    def start_servers(self) -> None:
        for server in (self.postgres, self.redis):
            if server:
                server.start()
        self.export()

    def start(self, program: Program) -> None:
        self.programs.append(program)
        program.start(self.logs)

    def watch(self) -> None:
        """One look at everything: what has fallen is started again, and said; long logs are moved aside."""
        for log in (*self.logs.glob("*.log"), *(server.folder / "server.log" for server in (self.postgres, self.redis) if server)):
            move_aside(log)
        for server in (self.postgres, self.redis):
            if server and server.process and server.process.poll() is not None:
                say.print(f"[yellow]{type(server).__name__} fell; starting it again[/]")
                server.start()
        for program in self.programs:
            if not program.alive() and time.monotonic() - program.since > min(30.0, 0.5 * 2**program.fallen):
                program.signal(signal.SIGKILL)
                steady = time.monotonic() - program.since > 60
                program.fallen = 1 if steady else program.fallen + 1
                say.print(f"[yellow]{program.name} fell; starting it again (log: {self.logs / program.name}.log)[/]")
                program.start(self.logs)

    def stop(self) -> None:
        """Ask all to end, wait a little, then end them; the servers last."""
        for program in reversed(self.programs):
            program.signal(signal.SIGTERM)
        end = time.monotonic() + 8
        while time.monotonic() < end and any(program.alive() for program in self.programs):
            time.sleep(0.05)
        for program in self.programs:
            program.signal(signal.SIGKILL)
        for server in (self.redis, self.postgres):
            if server:
                server.stop()
        shutil.rmtree(embedded.socket_folder(self.data), ignore_errors=True)


def _celery(name: str, queues: str, processes: int) -> Program:
    command = [sys.executable, "-m", "celery", "-A", "tasks.celery_app", "worker", "-Q", queues, "-c", str(processes)]
    command += ["-n", f"{name}@%h", "--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
    return Program(name, command, {"OMP_NUM_THREADS": "1"})


def workers(config: Settings) -> list[Program]:
    """The sweeper and the workers: a light one for words, a heavy one for pictures, sound and film."""
    sweeper = Program("sweeper", [sys.executable, "-m", "litink_app.services.sweeper"])
    return [sweeper, _celery("light", LIGHT, 2), _celery("heavy", HEAVY, config.workers)]


def flower(data: Path) -> Program:
    """Celery's monitor, on a private socket; admins reach it through the signed-in pages."""
    embedded.make_own_sockets(data)
    command = [sys.executable, "-m", "celery", "-A", "tasks.celery_app", "flower", f"--unix-socket={flower_socket(data)}"]
    return Program("flower", [*command, "--url-prefix=admin/flower", "--inspect-timeout=2000"], {"FLOWER_UNAUTHENTICATED_API": "true"})


def flower_socket(data: Path) -> Path:
    return embedded.own_sockets(data) / "flower.sock"


def web(config: Settings, web_folder: Path) -> Program:
    """The pages, the API and the sockets: one process that serves the compiled front end too."""
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--host", config.host, "--port", str(config.port)]
    command += ["--log-level", "warning", "--workers", "1"]
    env = {
        "REFLEX_ENV_MODE": "prod",
        "__REFLEX_SKIP_COMPILE": "true",
        "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        "REFLEX_WEB_WORKDIR": str(web_folder),
        "REFLEX_TELEMETRY_ENABLED": "false",
        "LITINK_FLOWER_SOCKET": str(flower_socket(config.data)),
    }
    return Program("web", [*command, "litink_app.litink_app:app"], env)


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def wait_for_page(config: Settings, installation: Installation, seconds: float = 90) -> None:
    """Until the first page answers; what falls meanwhile is started again."""
    address, end = f"http://{'127.0.0.1' if config.host == '0.0.0.0' else config.host}:{config.port}/ping", time.monotonic() + seconds  # noqa: S104
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            installation.watch()
            time.sleep(0.1)
    raise LitinkError(f"The pages do not answer; see {installation.logs / 'web.log'}")
