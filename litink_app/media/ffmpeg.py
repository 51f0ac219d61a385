"""The one way to run ffmpeg: as an own process group with limits, killed on cancel or with its parent, its complaint kept."""

import asyncio
import ctypes
import os
import resource
import signal
import subprocess
import threading
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import monotonic

import imageio_ffmpeg

from litink_app.errors import LitinkError

GIB = 1 << 30
TAIL = 8192
_PR_SET_PDEATHSIG = 1
_STOPPED = 255
_libc = ctypes.CDLL(None, use_errno=True)

Progress = Callable[[float], None]


class MediaFailed(LitinkError):
    """ffmpeg gave up; `log` is the end of what it said (for the log, not for the page)."""

    def __init__(self, message: str, log: str = "") -> None:
        super().__init__(message)
        self.log = log

    def __str__(self) -> str:
        return f"{self.message}\n{self.log}" if self.log else self.message


class MediaTookTooLong(MediaFailed):
    """A limit of time, CPU or size was reached."""


class DiskFull(MediaFailed):
    """No room for what was to be written; worth another try elsewhere or later."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use: bytes of its largest file, CPU seconds per wall second allowed, address space (0 = free)."""

    file_bytes: int = 16 * GIB
    cpu_factor: float = 4.0
    memory_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Ran:
    seconds: float
    log: str


@lru_cache
def program() -> str:
    """The ffmpeg that comes with the Python package."""
    return imageio_ffmpeg.get_ffmpeg_exe()


def source(path: Path, demuxer: str = "", *, protocols: str = "file", formats: str = "") -> list[str]:
    """An input file as arguments: nothing but the named protocols and formats may be opened through it."""
    named = ["-f", demuxer] if demuxer else []
    listed = ["-format_whitelist", formats] if formats else []
    return ["-protocol_whitelist", protocols, *listed, *named, "-i", f"file:{path}"]


def target(path: Path) -> str:
    """An output file as an argument: safe for names that begin with `-` or hold `:` and `%`."""
    return f"file:{path}"


def command(args: Sequence[str], *, progress: bool = False, keyboard: bool = False) -> list[str]:
    """The whole argument vector."""
    head = [program(), "-hide_banner", "-nostats", "-loglevel", "warning", "-y"]
    if not keyboard:
        head.append("-nostdin")
    return [*head, *(["-progress", "pipe:1"] if progress else []), *args]


def leash(limits: Limits, limit_seconds: float) -> Callable[[], None]:
    """What the child does to itself before it becomes ffmpeg: dies with its parent, keeps to its limits, gives way to others."""
    cpu = max(1, int(limit_seconds * limits.cpu_factor))

    def tie() -> None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 2))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
        if limits.memory_bytes:
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))

    return tie


def environment() -> dict[str, str]:
    """ffmpeg sees nothing of ours: no proxies, no secrets, no font settings."""
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}


async def run(
    args: Sequence[str],
    *,
    limit_seconds: float,
    folder: Path,
    progress: Progress | None = None,
    stdin: AsyncIterable[bytes] | bytes | None = None,
    limits: Limits = Limits(),
) -> Ran:
    """Run ffmpeg in `folder` until it is done; `progress` hears seconds of output written so far.

    Raises `MediaFailed` with what ffmpeg said, `MediaTookTooLong` at a limit. When the caller is cancelled the whole group is killed.
    """
    began = monotonic()
    process = await asyncio.create_subprocess_exec(
        *command(args, progress=progress is not None),
        stdin=DEVNULL if stdin is None else PIPE,
        stdout=PIPE if progress else DEVNULL,
        stderr=PIPE,
        cwd=folder,
        env=environment(),
        start_new_session=True,
        preexec_fn=leash(limits, limit_seconds),
    )
    try:
        async with asyncio.timeout(limit_seconds):
            log = await _attend(process, stdin, progress)
    except TimeoutError:
        raise MediaTookTooLong(f"The media step took longer than {limit_seconds:.0f} seconds and was stopped.") from None
    finally:
        await _end(process)
    check(process.returncode or 0, log)
    return Ran(monotonic() - began, log)


def check(code: int, log: str) -> None:
    """Turn an exit code into an error with words."""
    if code in (-signal.SIGXCPU, -signal.SIGXFSZ) or "File too large" in log or code == _STOPPED:
        raise MediaTookTooLong("The media step reached its limit of computing time or file size.", log)
    if "No space left on device" in log:
        raise DiskFull("The disk is full.", log)
    if code:
        raise MediaFailed(f"The media step failed: {_reason(log) or f'ended with code {code}'}", log)


def _reason(log: str) -> str:
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    return lines[-1][:200] if lines else ""


async def _attend(process: Process, stdin: AsyncIterable[bytes] | bytes | None, progress: Progress | None) -> str:
    """Feed it, listen to it and wait for it, all at once."""
    async with asyncio.TaskGroup() as group:
        tail = group.create_task(_tail(process))
        if stdin is not None:
            group.create_task(_feed(process, stdin))
        if progress:
            group.create_task(_report(process, progress))
        await process.wait()
    return tail.result()


async def _tail(process: Process) -> str:
    assert process.stderr
    kept = b""
    while piece := await process.stderr.read(TAIL):
        kept = (kept + piece)[-TAIL:]
    return kept.decode(errors="replace")


async def _feed(process: Process, stdin: AsyncIterable[bytes] | bytes) -> None:
    pipe = process.stdin
    assert pipe
    try:
        async for piece in _pieces(stdin):
            pipe.write(piece)
            await pipe.drain()
        pipe.close()
        await pipe.wait_closed()
    except (BrokenPipeError, ConnectionResetError):
        return


async def _pieces(stdin: AsyncIterable[bytes] | bytes) -> AsyncIterator[bytes]:
    if isinstance(stdin, bytes):
        yield stdin
        return
    async for piece in stdin:
        yield piece


async def _report(process: Process, progress: Progress) -> None:
    assert process.stdout
    async for line in process.stdout:
        key, _, value = line.decode(errors="replace").strip().partition("=")
        if key == "out_time_us" and value.isdigit():
            progress(int(value) / 1e6)


async def _end(process: Process) -> None:
    """Leave nothing behind: kill the group if it still runs, and reap it."""
    if process.returncode is None:
        kill_group(process.pid)
    await asyncio.shield(process.wait())


def kill_group(pid: int) -> None:
    """Kill a process that leads its own session, and everything in it."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def start(
    args: Sequence[str], *, limit_seconds: float, folder: Path, stderr: int, limits: Limits = Limits(), gives: bool = False
) -> subprocess.Popen[bytes]:
    """Start ffmpeg for a thread that writes raw frames into its `stdin`, or reads those that it `gives` from its `stdout`.

    The caller waits for it or kills it, see `Watch`.
    """
    return subprocess.Popen(
        command(args),
        stdin=subprocess.DEVNULL if gives else subprocess.PIPE,
        stdout=subprocess.PIPE if gives else subprocess.DEVNULL,
        stderr=stderr,
        cwd=folder,
        env=environment(),
        start_new_session=True,
        bufsize=0,
        preexec_fn=leash(limits, limit_seconds),
    )


class Watch:
    """Kills a process that `start` began at its time limit, and in any case at the end if it still runs."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process, self._until, self.fired = process, monotonic() + seconds, False
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.daemon = True
        self._timer.start()

    def _fire(self) -> None:
        self.fired = True
        kill_group(self._process.pid)

    def close(self) -> None:
        self._timer.cancel()
        if self._process.poll() is None:
            kill_group(self._process.pid)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait()
