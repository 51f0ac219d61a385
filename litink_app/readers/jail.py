"""What the kernel holds the sandbox to: no sockets, programs, processes and signals (seccomp), no file but code (Landlock), no life after the parent's."""

import ctypes
import os
import struct
import sys
from contextlib import suppress
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_X86_64 = {
    "sockets": (41, 42, 49, 50, 53),
    "programs and processes": (56, 57, 58, 59, 322, 435),
    "signals to and looks into others": (62, 129, 200, 234, 297, 424, 434, 438, 101, 310, 311),
    "own limits and priority": (160, 302, 141, 144),
    "whose files are, and who may read them": (90, 91, 268, 452, 92, 93, 94, 260, 188, 189, 190, 132, 235, 261, 280),
    "what processes share": (29, 64, 68, 240, 248, 249, 250, 304),
    "doors into the kernel": (165, 246, 272, 298, 308, 321, 323, 425),
}
_AARCH64 = {
    "sockets": (198, 199, 200, 201, 203),
    "programs and processes": (220, 221, 281, 435),
    "signals to and looks into others": (129, 130, 131, 138, 240, 424, 434, 438, 117, 270, 271),
    "own limits and priority": (164, 261, 140, 119),
    "whose files are, and who may read them": (52, 53, 452, 54, 55, 5, 6, 7, 88),
    "what processes share": (180, 186, 190, 194, 217, 218, 219, 265),
    "doors into the kernel": (40, 97, 104, 241, 268, 280, 282, 425),
}
"""Numbers of the system calls that are denied."""
_ARCHITECTURES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}
_LOAD, _JUMP_EQUAL, _JUMP_FROM, _RETURN = 0x20, 0x15, 0x35, 0x06
_OTHER_TABLE = 0x40000000
"""From here on x86-64 numbers the same calls again (x32)."""
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | 1
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_DEATH_SIGNAL, _KILL = 1, 9
_RULES, _RULE, _RESTRICT = 444, 445, 446
_READ = 0b1100
"""Landlock's rights to read files and to list folders."""
_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/fonts")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def lock() -> bool:
    """Put all of it in force; False where this kernel or machine has no seccomp (the resource limits still hold)."""
    code = prepared()
    if not code:
        return False
    program = _Program(len(code) // 8, code)
    libc = _libc()
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    _read_only(libc, _code_folders())
    return libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0


@cache
def prepared() -> bytes:
    """What seccomp is told; nothing where it is not known. The fork server has it ready for its children."""
    known = _ARCHITECTURES.get(os.uname().machine if sys.platform == "linux" else "")
    if known is None:
        return b""
    _libc()
    architecture, calls = known
    return _code(architecture, [call for group in calls.values() for call in group])


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None)


def die_with_parent() -> None:
    """Be killed when the thread that forked this process ends; for parents of one thread."""
    if sys.platform == "linux":
        _libc().prctl(_DEATH_SIGNAL, _KILL, 0, 0, 0)


def _code_folders() -> "set[str]":
    """Where modules and libraries may still be loaded from. Not the folder that the house stands in: its data may lie there."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - as in sandbox
    return {*sys.path, package, *_LIBRARIES} - {"", os.path.dirname(package), os.getcwd()}  # noqa: PTH109, PTH120


def _read_only(libc: ctypes.CDLL, folders: "Iterable[str]") -> bool:
    """Of all files only those in `folders` can be opened, to be read; False where this kernel has no Landlock."""
    version = libc.syscall(_RULES, None, 0, 1)
    if version < 1:
        return False
    rights = 0x1FFF | (version > 1) << 13 | (version > 2) << 14 | (version > 4) << 15
    given = struct.pack("<QQQ", rights, 3, 3)[: 8 if version < 4 else 16 if version < 6 else 24]
    rules = libc.syscall(_RULES, given, len(given), 0)
    for folder in folders:
        with suppress(OSError):  # not every place that might hold code is there
            place = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
            libc.syscall(_RULE, rules, 1, struct.pack("<Qi", _READ, place), 0)
            os.close(place)
    done = libc.syscall(_RESTRICT, rules, 0)
    os.close(rules)
    return done == 0


def _code(architecture: int, calls: "list[int]") -> bytes:
    """BPF: another architecture is denied, another table or a listed call is denied, the rest is allowed."""
    steps = [(_LOAD, 0, 0, 4), (_JUMP_EQUAL, 0, len(calls) + 3, architecture), (_LOAD, 0, 0, 0)]
    steps += [(_JUMP_FROM, len(calls) + 1, 0, _OTHER_TABLE)]
    steps += [(_JUMP_EQUAL, len(calls) - index, 0, call) for index, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY)]
    return b"".join(struct.pack("<HBBI", *step) for step in steps)
