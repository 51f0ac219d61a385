"""Frames of a film that we made, one after another, as the raw I420 that the encoder takes."""

import fcntl
import subprocess
import tempfile
from collections.abc import Generator, Iterator
from contextlib import suppress
from io import FileIO
from itertools import islice
from pathlib import Path
from typing import IO, Any, NoReturn, cast

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from litink_app.media.ffmpeg import GIB, TAIL, Limits, MediaFailed, MediaTookTooLong, Watch, check, source, start

CELL = Limits(memory_bytes=4 * GIB)
"""What the reader of a clip may use; one of 2160 lines takes less than half of it."""

THREADS = "2"
PIPE_BYTES = 1 << 20


def frames(film: Path) -> Iterator[NDArray[np.uint8]]:
    """Each frame as one row of bytes that may be written on."""
    try:
        with av.open(str(film), options={"protocol_whitelist": "file"}) as opened:
            for frame in opened.decode(video=0):
                yield np.ascontiguousarray(frame.to_ndarray(format="yuv420p"), np.uint8).reshape(-1)
    except (FFmpegError, OSError) as error:
        raise MediaFailed("A clip cannot be read.", f"{film}: {error}") from error


def covering(width: int, height: int, fps: int) -> list[tuple[str, str]]:
    """The filters that let a clip fill a frame, its middle kept, at our rate and in our colours, and hold its last picture for ever."""
    bt709 = "range=limited:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
    return [
        ("scale", f"{width}:{height}:force_original_aspect_ratio=increase:in_range=auto:out_range=tv:out_color_matrix=bt709"),
        ("crop", f"{width}:{height}"),
        ("setsar", "0"),  # square, but unsaid as in drawn frames: headers that differ keep shots from being joined
        ("fps", f"{fps}"),
        ("tpad", "stop=-1:stop_mode=clone"),
        ("format", "yuv420p"),
        ("setparams", bt709),
    ]


def conformed(clip: Path, width: int, height: int, fps: int, count: int, *, limit_seconds: float = 600.0) -> Generator[NDArray[np.uint8]]:
    """Exactly `count` frames of a clip that we made anew, as `covering` shows it; nothing is encoded on the way.

    A process of its own decodes the clip and is gone at the last frame, at its limit, or where nobody asks for more.
    """
    with tempfile.TemporaryFile() as log:
        args = conformed_args(clip, width, height, fps, count)
        process = start(args, limit_seconds=limit_seconds, folder=clip.parent, stderr=log.fileno(), limits=CELL, gives=True)
        watch = Watch(process, limit_seconds)
        try:
            given = 0
            for frame in islice(_raw(process, width * height * 3 // 2), count):
                given += 1
                yield frame
        finally:
            watch.close()
        if given < count:
            _explain(watch, process, log)


def conformed_args(clip: Path, width: int, height: int, fps: int, count: int) -> list[str]:
    """An MP4 of ours to raw I420 on stdout."""
    chain = ",".join(f"{name}={args}" for name, args in covering(width, height, fps))
    only = ["-map", "0:v:0", "-vf", chain, "-fps_mode", "passthrough", "-frames:v", str(count)]
    return ["-threads", THREADS, *source(clip, "mp4", formats="mp4"), *only, "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"]


def _raw(process: subprocess.Popen[bytes], size: int) -> Iterator[NDArray[np.uint8]]:
    """Whole frames as they come, each in memory of its own."""
    assert process.stdout
    with suppress(PermissionError):  # a user's pipes may have used up their quota: then it stays as small as it came
        fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    while True:
        frame, at = np.empty(size, np.uint8), 0
        while at < size:
            got = cast("FileIO", process.stdout).readinto(frame.data[at:])
            if not got:
                process.wait()
                return
            at += got
        yield frame


def _explain(watch: Watch, process: subprocess.Popen[bytes], log: IO[bytes]) -> NoReturn:
    log.seek(0)
    said = log.read().decode(errors="replace")[-TAIL:]
    if watch.fired:
        raise MediaTookTooLong("The clip took too long to read and was stopped.", said)
    check(process.returncode, said)
    raise MediaFailed("A clip cannot be read.", said)


def write_png(frame: NDArray[np.uint8], width: int, height: int, out: Path) -> Path:
    """One I420 frame as a picture."""
    shown: Any = av.VideoFrame.from_ndarray(frame.reshape(height * 3 // 2, width), format="yuv420p")
    shown.to_image().save(out, "PNG", compress_level=1)
    return out
