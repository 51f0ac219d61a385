"""What the kernel holds the sandbox to: no sockets, programs and processes (seccomp), and no life after the parent's."""

import ctypes
import os
import struct
import sys

_ARCHITECTURES = {
    "x86_64": (0xC000003E, (41, 42, 49, 50, 53, 56, 57, 58, 59, 322, 62, 101, 165, 246, 272, 308, 321, 425)),
    "aarch64": (0xC00000B7, (198, 199, 200, 201, 203, 220, 221, 281, 129, 117, 40, 104, 97, 268, 280, 425)),
}
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | 1
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_DEATH_SIGNAL, _KILL = 1, 9


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def lock() -> bool:
    """Put the filter in force; False where this kernel or machine has none (the resource limits still hold)."""
    known = _ARCHITECTURES.get(os.uname().machine if sys.platform == "linux" else "")
    if known is None:
        return False
    code = _code(*known)
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0


def die_with_parent() -> None:
    """Be killed when the thread that forked this process ends; for parents of one thread."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, _KILL, 0, 0, 0)


def _code(architecture: int, calls: tuple[int, ...]) -> bytes:
    """BPF: another architecture is denied, a listed call is denied, the rest is allowed."""
    steps = [(_LOAD, 0, 0, 4), (_JUMP_EQUAL, 0, len(calls) + 2, architecture), (_LOAD, 0, 0, 0)]
    steps += [(_JUMP_EQUAL, len(calls) - index, 0, call) for index, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY)]
    return b"".join(struct.pack("<HBBI", *step) for step in steps)
