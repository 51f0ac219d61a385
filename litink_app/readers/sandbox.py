"""Reading a file that nobody vouches for: always in a process of its own, with limits, ending in a book or one clear sentence."""

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from pathlib import Path

from litink_app.errors import Refused
from litink_app.readers import wire
from litink_app.schemas.book import Book

WALL_SECONDS = 90.0
FILE_BYTES = 256 << 20
_START = "import json,sys;sys.path[:]=json.loads(sys.argv[1]);from litink_app.readers.child import main;main(sys.argv[2])"
_KILLED = {
    -24: "This book takes too long to read; it may be damaged or made to do so.",
    -9: "This book needs more time or memory than a book should.",
}
_CRASHED = "This file is damaged in a way that stopped the reader."


def read(path: Path, name: str = "", *, wall: float = WALL_SECONDS) -> Book:
    """The book in the file at `path`; `name` is what its owner called it. `Refused` says why there is none.

    Blocking: call it in a thread. The child gets 20 s of CPU and 512 MB, no network, no entities, no way to write files.
    """
    if path.stat().st_size > FILE_BYTES:
        raise Refused(f"This file is larger than {FILE_BYTES >> 20} MB, which is more than a book needs.")
    with path.open("rb") as source, _child(source.fileno(), name or path.name) as child:
        try:
            answer = _output(child, time.monotonic() + wall)
        finally:
            _end(child)
    if not answer:
        raise Refused(_KILLED.get(child.returncode, _CRASHED))
    return wire.unpack(answer)


def _child(source: int, name: str) -> subprocess.Popen[bytes]:
    """Python without site, user folders or environment: quick to start and blind to secrets."""
    path = json.dumps([entry for entry in sys.path if entry] + [str(Path(__file__).parents[2])])
    name = name.replace("\0", "")[-200:]
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, path, name],
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        close_fds=True,
    )


def _output(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    """All that the child writes, up to the limits of size and time."""
    assert child.stdout is not None
    chunks: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not ready.select(left):
                raise Refused("This book takes too long to read; it may be damaged or made to do so.")
            chunk = os.read(child.stdout.fileno(), 1 << 20)
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
            size += len(chunk)
            if size > wire.LIMIT:
                raise Refused("This book is too large to be taken in.")


def _end(child: subprocess.Popen[bytes]) -> None:
    """The child is gone when this returns."""
    if child.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(0.5)
    if child.poll() is None:
        child.kill()
    child.wait()
