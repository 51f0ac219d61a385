"""Frames that are handed to a process arrive as they were, though their pages are given and not copied."""

import ctypes
import errno
import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from litink_app.media import pipe
from litink_app.media.ffmpeg import MediaFailed

SET_SIZE = 1031
"""`F_SETPIPE_SZ` of Linux."""
SLOW = "import hashlib, sys, time; d = hashlib.sha256(); [(d.update(b), time.sleep(0.0005)) for b in iter(lambda: sys.stdin.buffer.read(9000), b'')]; sys.stderr.write(d.hexdigest())"


def reader(code: str = SLOW) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)


def taking_turns(size: int, count: int) -> Iterator[memoryview]:
    """What a take does: two buffers, the one drawn on while the other may still be read."""
    buffers = np.zeros((2, size), np.uint8)
    for number in range(count):
        buffers[number % 2] = np.random.default_rng(number).integers(0, 256, size, np.uint8)
        yield buffers[number % 2].data


class Refusing:
    """A system without the call."""

    def vmsplice(self, *args: object) -> int:
        ctypes.set_errno(errno.ENOSYS)
        return -1


def digest(frames: Iterator[memoryview]) -> str:
    return hashlib.sha256(b"".join(bytes(f) for f in frames)).hexdigest()


@pytest.mark.parametrize("size", [1000, 4096, 23040, 614880, 1382400])
def test_a_slow_reader_gets_every_frame_as_it_was(size: int) -> None:
    process = reader()

    count, code = pipe.pour(taking_turns(size, 9), process, size)

    assert process.stderr
    assert (count, code, process.stderr.read().decode()) == (9, 0, digest(taking_turns(size, 9)))


def test_pages_are_copied_where_the_system_does_not_let_them_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipe, "_libc", Refusing())
    process = reader()

    count, code = pipe.pour(taking_turns(23040, 9), process, 23040)

    assert process.stderr
    assert (count, code, process.stderr.read().decode()) == (9, 0, digest(taking_turns(23040, 9)))


@pytest.mark.parametrize("size", [1000, 23040, 614880])
def test_a_user_whose_quota_of_pipes_is_used_up_goes_on_with_the_pipe_as_it_is(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    real = fcntl.fcntl

    def full(file: int, verb: int, value: int = 0) -> int:
        if verb == SET_SIZE:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        return real(file, verb, value)

    monkeypatch.setattr(fcntl, "fcntl", full)
    process = reader()

    count, code = pipe.pour(taking_turns(size, 9), process, size)

    assert process.stderr
    assert (count, code, process.stderr.read().decode()) == (9, 0, digest(taking_turns(size, 9)))


def test_a_reader_that_leaves_is_told_by_its_exit_code() -> None:
    count, code = pipe.pour(taking_turns(614880, 9), reader("raise SystemExit(3)"), 614880)

    assert code == 3
    assert count < 9


def test_a_frame_of_another_size_is_refused() -> None:
    process = reader()

    with pytest.raises(MediaFailed):
        pipe.pour(taking_turns(1000, 1), process, 1001)

    process.kill()
    process.wait()
