"""The fork server: what dies is replaced, what is left alone ends, and its children have the limits of the sandbox."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from litink_app.errors import Refused
from litink_app.readers import child, forkserver, read, sandbox
from litink_app.readers.keeper import keeper
from tests.readers.made import chapter, epub

READS_FOREVER = "import asyncio,sys\nfrom litink_app.readers import read\nread(sys.argv[1])"
CONFINED = """
import ctypes, os, resource, signal, socket, sys
from litink_app.readers.jail import lock
libc = ctypes.CDLL(None, use_errno=True)
def call(*numbers):
    if libc.syscall(*numbers) < 0:
        raise OSError(ctypes.get_errno(), "refused")
CLONE3, TKILL = 435, {"x86_64": 200, "aarch64": 130}[os.uname().machine]
own = sys.argv[1]
assert lock()
for number, forbidden in enumerate((
    socket.socket,
    os.fork,
    lambda: os.posix_spawn("/bin/true", ["true"], {}),
    lambda: call(CLONE3, bytes(88), 64),
    lambda: call(TKILL, os.getppid(), 0),
    lambda: signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 0),
    lambda: resource.setrlimit(resource.RLIMIT_CPU, (99, 99)),
    lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU),
    lambda: os.chmod(own, 0o777),
    lambda: open(own),
    lambda: os.truncate(own, 0),
    lambda: os.rename(own, own + "2"),
    lambda: os.unlink(own),
    lambda: open(f"/proc/{os.getppid()}/environ"),
    lambda: open(f"/proc/{os.getppid()}/mem"),
)):
    try:
        forbidden()
    except (PermissionError, ValueError):
        continue
    raise SystemExit(f"{number} is allowed")
import mailbox
"""
"""What code in the hands of a book may try, and a module that is loaded later."""
WOUND = """
import os, time
from litink_app.readers import forkserver, lazily
def hold(*_):
    os.close(3)
    time.sleep(3600)
lazily.prepare = lambda: setattr(__import__("litink_app.readers.child").readers.child, "main", hold)
forkserver.main()
"""
"""A server whose second child, and each that follows, lets go of its sign of life and stays."""


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a process with threads."""
    monkeypatch.setattr(sandbox, "_may_fork", lambda: False)
    yield
    keeper.stop()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.epub"
    path.write_bytes(epub({"a.xhtml": chapter("Chapter 1"), "b.xhtml": chapter("Chapter 2")}))
    return path


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[Path]:
    """A book that never comes to its end."""
    path = tmp_path / "endless.txt"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    yield path
    os.close(writer)


def child_of(process: int) -> psutil.Process:
    """The reading child of a server, once it has closed what is not its own."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for one in psutil.Process(process).children():
            if one.rlimit(resource.RLIMIT_AS)[0] == child.MEMORY:
                return one
        time.sleep(0.01)
    raise AssertionError("no child came")


def test_a_killed_child_is_one_refusal_and_the_next_book_is_read(book: Path, endless: Path) -> None:
    with ThreadPoolExecutor() as threads:
        read(book)
        server = keeper.process
        lost = threads.submit(read, endless)
        child_of(server).kill()

        with pytest.raises(Refused, match="more time or memory"):
            lost.result(20)

    assert len(read(book).chapters) == 2
    assert keeper.process == server


def test_a_book_that_takes_too_long_leaves_no_child(book: Path, endless: Path) -> None:
    with pytest.raises(Refused, match="too long"):
        sandbox.read(endless, wall=0.5)

    assert psutil.Process(keeper.process).children() == []
    assert len(read(book).chapters) == 2


def test_a_killed_server_is_started_again(book: Path) -> None:
    whole = read(book)
    first = keeper.process
    os.kill(first, signal.SIGKILL)

    assert read(book) == whole
    assert keeper.process != first


def test_a_server_that_dies_with_a_book_in_hand_costs_nobody_the_book(book: Path) -> None:
    whole = read(book)
    first = keeper.process
    os.kill(first, signal.SIGSTOP)
    with ThreadPoolExecutor() as threads:
        found = threads.submit(read, book)
        time.sleep(0.2)
        os.kill(first, signal.SIGKILL)

        assert found.result(20) == whole


def test_many_threads_read_at_once(book: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(read, [book] * 24))

    assert all(one == found[0] for one in found)


def test_nothing_is_left_when_the_owner_is_killed(endless: Path) -> None:
    owner = subprocess.Popen([sys.executable, "-c", READS_FOREVER, str(endless)])
    while not (servers := psutil.Process(owner.pid).children()):
        time.sleep(0.01)
    left = [servers[0], child_of(servers[0].pid)]
    owner.kill()
    owner.wait()

    _, alive = psutil.wait_procs(left, timeout=20)

    assert alive == []


def test_a_forked_process_has_a_server_of_its_own(book: Path) -> None:
    read(book)
    first = keeper.process
    told, tell = os.pipe()
    fork = os.fork()
    if not fork:
        try:
            os.write(tell, f"{len(read(book).chapters)} {keeper.process != first}".encode())
            keeper.stop()
        finally:
            os._exit(0)
    os.waitpid(fork, 0)

    assert os.read(told, 99) == b"2 True"
    assert len(read(book).chapters) == 2 and keeper.process == first


def test_a_child_has_its_limits(endless: Path) -> None:
    threads = ThreadPoolExecutor()
    reading = threads.submit(read, endless)
    while not keeper.process:
        time.sleep(0.01)
    one = child_of(keeper.process)

    limits = {what: one.rlimit(what)[0] for what in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)}
    opened = len(list(Path(f"/proc/{one.pid}/fd").iterdir()))
    one.kill()
    threads.shutdown()

    assert limits == {resource.RLIMIT_AS: child.MEMORY, resource.RLIMIT_CPU: child.CPU_SECONDS, resource.RLIMIT_CORE: 0}
    assert opened == 4
    assert isinstance(reading.exception(), Refused)


def test_the_jail_has_no_sockets_processes_signals_and_files(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.touch()

    done = subprocess.run([sys.executable, "-c", CONFINED, own], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_child_that_hides_its_life_holds_up_nobody(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litink_app.readers.keeper._START", f"import json,sys;sys.path[:]=json.loads(sys.argv[1]);exec({WOUND!r})")
    read(book)

    with pytest.raises(Refused), ThreadPoolExecutor() as threads:
        found = [threads.submit(sandbox.read, book, wall=2.0) for _ in range(3)]
        for one in found:
            one.result(20)

    assert psutil.Process(keeper.process).children() == []


def test_memory_and_time_are_held_to_their_budgets_in_the_server_too(tmp_path: Path) -> None:
    took: list[tuple[int, float, int]] = []
    path = tmp_path / "flood.html"
    path.write_bytes(b"<html><body>" + b"<p>a</p>" * 300_000)

    try:
        sandbox.answer(path, note=took.append)
    except Refused as refusal:
        assert refusal.message.endswith(".")

    assert took[0][1] <= child.CPU_SECONDS + 2
    assert took[0][2] <= child.MEMORY >> 10


def test_a_server_that_nobody_needs_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forkserver, "IDLE_SECONDS", 0.2)
    monkeypatch.setattr(forkserver, "LOOK_SECONDS", 0.05)
    mine, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    server = os.fork()
    if not server:
        try:
            os.dup2(its.fileno(), 0)
            forkserver.main()
        finally:
            os._exit(0)

    gone, _ = psutil.wait_procs([psutil.Process(server)], timeout=20)

    assert [one.pid for one in gone] == [server]
    mine.close()
    its.close()
