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
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from litink_app.readers.keeper import Served
    from litink_app.schemas.book import Book

    Ended = tuple[int, float, int]

WALL_SECONDS = 90.0
SCANS_WALL_SECONDS = 190.0
FILE_BYTES = 256 << 20
SMALL_PARENT = 128 << 20
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


def answer(
    path: "Path | str", name: str = "", *, whole: bool = True, wall: float = WALL_SECONDS, note: "Callable[[Ended], None] | None" = None
) -> bytes:
    """What the child answered, still to be checked by `wire`; `note` is told how it ended, what CPU and memory it took."""
    source = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if os.fstat(source).st_size > FILE_BYTES:
            raise Refused(f"This file is larger than {FILE_BYTES >> 20} MB, which is more than a book needs.")
        label = (name or os.path.basename(os.fspath(path))).replace("\0", "")[-200:]  # noqa: PTH119
        deadline = time.monotonic() + wall
        data = _answered(source, label, whole, False, deadline, note)
        return _with_scans(source, label, whole, note) or data if wire.pictured(data) else data
    finally:
        os.close(source)


def _with_scans(source: int, name: str, whole: bool, note: "Callable[[Ended], None] | None") -> bytes:
    """The answer of a child that also reads pages that are pictures; nothing where that fails: the first answer says that they are not read."""
    try:
        os.lseek(source, 0, os.SEEK_SET)
        return _answered(source, name, whole, True, time.monotonic() + SCANS_WALL_SECONDS, note)
    except Refused:
        return b""


def _answered(source: int, name: str, whole: bool, scanned: bool, deadline: float, note: "Callable[[Ended], None] | None") -> bytes:
    """The answer of a child that ended well."""
    data, ended = _asked(source, name, whole, scanned, deadline, note)
    if ended is None:  # the fork server was gone, not the child at fault
        os.lseek(source, 0, os.SEEK_SET)
        data, ended = _asked(source, name, whole, scanned, deadline, note)
    status = ended[0] if ended else 1
    if not data or not os.WIFEXITED(status) or os.WEXITSTATUS(status):
        raise Refused(_KILLED.get(os.WTERMSIG(status), _CRASHED) if os.WIFSIGNALED(status) else _CRASHED)
    return data


def _asked(
    source: int, name: str, whole: bool, scanned: bool, deadline: float, note: "Callable[[Ended], None] | None"
) -> "tuple[bytes, Ended | None]":
    """What a child says, and how it ended; None where that is not known."""
    child = _child(source, name, whole, scanned)
    data = b""
    try:
        data = _output(child.pipe, deadline)
    except BaseException:
        child.kill()
        raise
    finally:
        os.close(child.pipe)
        ended = child.end()
        if ended is not None and note is not None:
            note(ended)
    return data, ended


def _child(source: int, name: str, whole: bool, scanned: bool) -> "_Forked | Served":
    if _may_fork():
        return _Forked(source, name, whole, scanned)
    from litink_app.readers.keeper import keeper

    return keeper.child(source, name, whole, scanned)


def _may_fork() -> bool:
    """A small process of one thread (the command line) forks itself, which is quickest for one book; any other has a fork server."""
    threading = sys.modules.get("threading")
    if (threading is not None and threading.active_count() > 1) or "asyncio" in sys.modules:
        return False
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE") < SMALL_PARENT
    except OSError:
        return False


class _Forked:
    """A child that this process forks itself."""

    def __init__(self, source: int, name: str, whole: bool, scanned: bool) -> None:
        self.pipe, sink = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(sink)
            return
        try:
            os.setsid()
            os.dup2(source, 0)
            os.dup2(sink, 1)
            os.closerange(3, 4096)
            from litink_app.readers import child, jail

            jail.die_with_parent()
            child.main(name, whole, scanned)
        finally:
            os._exit(70)

    def kill(self) -> None:
        os.kill(self._process, signal.SIGKILL)

    def end(self) -> "Ended":
        _, status, spent = os.wait4(self._process, 0)
        return status, spent.ru_utime + spent.ru_stime, spent.ru_maxrss


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
