"""Reading a file that nobody vouches for: always in a process of its own, with limits, ending in a book or one clear sentence."""

import os
import select
import signal
import sys
import time

from litink_app.errors import Refused
from litink_app.readers import wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from litink_app.schemas.book import Book

WALL_SECONDS = 90.0
FILE_BYTES = 256 << 20
SMALL_PARENT = 128 << 20
_START = (
    "import json,sys;sys.path[:]=json.loads(sys.argv[1]);from litink_app.readers.child import main;main(sys.argv[2],sys.argv[3]=='whole')"
)
_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120 - pathlib costs more than reading a book
_SLOW = "This book takes too long to read; it may be damaged or made to do so."
_KILLED: dict[int, str] = {signal.SIGXCPU: _SLOW, signal.SIGKILL: "This book needs more time or memory than a book should."}
_CRASHED = "This file is damaged in a way that stopped the reader."


def read(path: "Path | str", name: str = "", *, wall: float = WALL_SECONDS) -> "Book":
    """The book in the file at `path`; `name` is what its owner called it. `Refused` says why there is none.

    Blocking: call it in a thread. The child gets 20 s of CPU and 512 MB, no network, no entities, no way to write files.
    """
    return wire.unpack(answer(path, name, wall=wall))


def words(path: "Path | str", name: str = "") -> "dict[str, Any]":
    """Of the same book only what is said in it, as plain values: no pictures, blocks and sources. Half the work."""
    return wire.words(answer(path, name, whole=False))


def answer(path: "Path | str", name: str = "", *, whole: bool = True, wall: float = WALL_SECONDS) -> bytes:
    """What the child answered, still to be checked by `wire`."""
    source = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if os.fstat(source).st_size > FILE_BYTES:
            raise Refused(f"This file is larger than {FILE_BYTES >> 20} MB, which is more than a book needs.")
        label = (name or os.path.basename(os.fspath(path))).replace("\0", "")[-200:]  # noqa: PTH119
        child, pipe = (_forked if _may_fork() else _spawned)(source, label, whole)
    finally:
        os.close(source)
    try:
        data = _output(pipe, time.monotonic() + wall)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        os.close(pipe)
    status = os.waitpid(child, 0)[1]
    if not data or not os.WIFEXITED(status):
        raise Refused(_KILLED.get(os.WTERMSIG(status), _CRASHED) if os.WIFSIGNALED(status) else _CRASHED)
    return data


def _may_fork() -> bool:
    """A small process of one thread (the command line) forks, which is quicker; any other starts a clean interpreter."""
    threading = sys.modules.get("threading")
    if (threading is not None and threading.active_count() > 1) or "asyncio" in sys.modules:
        return False
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE") < SMALL_PARENT
    except OSError:
        return False


def _forked(source: int, name: str, whole: bool) -> tuple[int, int]:
    out, into = os.pipe()
    child = os.fork()
    if child:
        os.close(into)
        return child, out
    try:
        os.setsid()
        os.dup2(source, 0)
        os.dup2(into, 1)
        os.closerange(3, 4096)
        from litink_app.readers.child import main

        main(name, whole)
    finally:
        os._exit(70)


def _spawned(source: int, name: str, whole: bool) -> tuple[int, int]:
    """Python without site, user folders or environment: quick to start and blind to secrets."""
    import json

    path = json.dumps([*(entry for entry in sys.path if entry), _ROOT])
    out, into = os.pipe()
    quiet = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
    try:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, path, name, "whole" if whole else ""],
            {"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            file_actions=[(os.POSIX_SPAWN_DUP2, source, 0), (os.POSIX_SPAWN_DUP2, into, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)],
            setpgroup=0,
        )
    except BaseException:
        os.close(out)
        raise
    finally:
        os.close(into)
        os.close(quiet)
    return child, out


def _output(pipe: int, deadline: float) -> bytes:
    """All that the child writes, up to the limits of size and time."""
    chunks: list[bytes] = []
    size = 0
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN | select.POLLHUP)
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not waiting.poll(left * 1000):
            raise Refused(_SLOW)
        chunk = os.read(pipe, 1 << 20)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
        if size > wire.LIMIT:
            raise Refused("This book is too large to be taken in.")
