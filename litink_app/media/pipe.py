"""Raw frames into a process through its stdin: the kernel hands over the pages themselves, so that the reader's copy is the only one."""

import ctypes
import errno
import fcntl
import os
import subprocess
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from typing import IO

import numpy as np

from litink_app.media.ffmpeg import MediaFailed

_PAGE = 4096
_MOST = 1 << 20
_F_SETPIPE_SZ, _F_GETPIPE_SZ = 1031, 1032
_CANNOT = (errno.ENOSYS, errno.EPERM, errno.EINVAL)
_libc = ctypes.CDLL(None, use_errno=True)


class _Piece(ctypes.Structure):
    """The C `struct iovec`."""

    _fields_ = (("base", ctypes.c_void_p), ("size", ctypes.c_size_t))


def pour(frames: Iterable[memoryview], process: subprocess.Popen[bytes], size: int) -> tuple[int, int]:
    """Write every frame of `size` bytes whole and wait for the end; gives the number of frames and the exit code.

    A frame must stay as it is until the one after the next is asked for: it may still be in the pipe, which is kept smaller than a
    frame, so that no more than the last one ever is. A broken pipe is left for the exit code to explain.
    """
    assert process.stdin
    hand = _hand if _fitted(process.stdin, size) else _copied
    count, held = 0, deque[memoryview](maxlen=2)
    try:
        for frame in frames:
            if frame.nbytes != size:
                raise MediaFailed(f"A frame has {frame.nbytes} bytes where {size} were expected.")
            held.append(frame)
            hand(process.stdin, frame.cast("B"))
            count += 1
        process.stdin.close()
    except BrokenPipeError:
        pass
    return count, process.wait()


def _fitted(pipe: IO[bytes], size: int) -> bool:
    """Whether the pipe holds no more than one frame, which it is asked to.

    The kernel refuses a user whose pipes have used up their quota of pages (`pipe-user-pages-soft`): many films at once do that.
    Then the pipe stays as it came, 64 KiB or less; a frame that is smaller than that must not be given but copied.
    """
    with suppress(PermissionError):
        fcntl.fcntl(pipe, _F_SETPIPE_SZ, max(_PAGE, min(_MOST, 1 << size.bit_length() - 1)))
    return fcntl.fcntl(pipe, _F_GETPIPE_SZ) <= max(_PAGE, size)


def _copied(pipe: IO[bytes], rest: memoryview) -> None:
    at = 0
    while at < len(rest):
        at += max(0, pipe.write(rest[at:]))


def _hand(pipe: IO[bytes], rest: memoryview) -> None:
    """The whole frame into the pipe; copied where the system does not let its pages be given."""
    start, at = np.frombuffer(rest, np.uint8).ctypes.data, 0
    while at < len(rest):
        given = _libc.vmsplice(pipe.fileno(), ctypes.byref(_Piece(start + at, len(rest) - at)), 1, 0)
        if given < 0 and (number := ctypes.get_errno()) != errno.EINTR:
            if number not in _CANNOT:
                raise OSError(number, os.strerror(number))
            given = pipe.write(rest[at:])
        at += max(0, given)
