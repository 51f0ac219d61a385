"""The compiled pages: built once per state of the sources, then copied for the address that this installation listens on.

Reflex writes the backend's address into the bundle; the build uses a stand-in which the copy replaces.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from litink_app.errors import LitinkError

ROOT = Path(__file__).resolve().parents[1]
STAND_IN = "http://backend.litink.invalid:80"
_SOURCES = ("pages", "state", "assets", "litink_app/components", "litink_app/schemas", "reflex.lock")
_FILES = ("rxconfig.py", "requirements.lock", "litink_app/litink_app.py", "litink_app/routes.py", "litink_app/tiers.py")


def digest() -> str:
    """A hash of everything that the compiled pages depend on."""
    seen = hashlib.sha256()
    files = [ROOT / name for name in _FILES]
    for folder in _SOURCES:
        files += sorted(path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in files:
        if path.exists():
            seen.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()


@contextmanager
def _alone(path: Path) -> Generator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _web() -> Path:
    return ROOT / ".web"


def _built() -> Path:
    return _web() / "build" / "client"


def built() -> bool:
    """Whether the pages on disk belong to the sources on disk."""
    mark = _web() / "litink.digest"
    return mark.exists() and mark.read_text() == digest() and _built().exists()


def environment() -> dict[str, str]:
    """What Reflex needs around it: Node and npm of the virtual environment, no telemetry."""
    binaries = Path(sys.executable).parent
    return {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}",
        "REFLEX_USE_NPM": "1",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "NPM_CONFIG_OMIT_LOCKFILE_REGISTRY_RESOLVED": "true",
        "LITINK_API_URL": STAND_IN,
    }


def build(log: Path) -> None:
    """Compile the pages, unless they are; one process at a time. Raises with the end of the log where it fails."""
    with _alone(ROOT / ".web.lock"):
        if built():
            return
        shutil.rmtree(_built().parent, ignore_errors=True)
        command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
        with log.open("wb") as out, _same_lock():
            done = subprocess.run(command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        if done.returncode or not _built().exists():
            raise LitinkError(f"The pages could not be built; the log is {log}:\n" + log.read_text(errors="replace")[-1500:])
        (_web() / "litink.digest").write_text(digest())


@contextmanager
def _same_lock() -> Generator[None]:
    """Reflex writes its lock files anew at each build; what says the same is put back as it was."""
    before = {path: path.read_bytes() for path in (ROOT / "reflex.lock").glob("*.json")}
    try:
        yield
    finally:
        for path, held in before.items():
            if path.read_bytes() != held and _pinned(path.read_bytes()) == _pinned(held):
                path.write_bytes(held)


def _pinned(lock: bytes) -> Any:
    """What a lock file pins, without where it was fetched from."""

    def bare(node: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in node.items() if name != "resolved"}

    return json.loads(lock, object_hook=bare)


def install(home: Path, address: str) -> Path:
    """Copy the compiled pages to `home`/web for the backend at `address`; gives Reflex's web folder."""
    place, mark = home / "web", f"{digest()} {address}"
    if (place / "mark").exists() and (place / "mark").read_text() == mark:
        return place
    shutil.rmtree(place, ignore_errors=True)
    with _alone(ROOT / ".web.lock"):
        shutil.copytree(_built(), place / "build" / "client")
        if (backend := _web() / "backend").exists():
            shutil.copytree(backend, place / "backend")
    for path in (place / "build" / "client").rglob("*"):
        if path.suffix in (".js", ".html", ".json"):
            _point(path, address)
    (place / "mark").write_text(mark)
    return place


def _point(path: Path, address: str) -> None:
    text = path.read_text()
    socket = address.replace("http", "ws", 1)
    fresh = text.replace(STAND_IN.replace("http", "ws", 1), socket).replace(STAND_IN, address)
    if fresh != text:
        path.write_text(fresh)
        path.with_name(path.name + ".gz").unlink(missing_ok=True)
