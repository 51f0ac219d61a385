"""Raw frames become the H.264 of one shot: the only lossy step of a picture. Shots of one `Codec` can be joined by stream copy."""

import asyncio
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from litink_app.media.ffmpeg import MediaTookTooLong, Progress, Watch, check, start, target
from litink_app.media.hardware import HARDWARE, chip_args, opening
from litink_app.media.pipe import pour
from litink_app.schemas.shot import SOFTWARE

TIMESCALE = 90000
KEYFRAME_SECONDS = 4


@dataclass(frozen=True, slots=True)
class Codec:
    """How all shots of a film are encoded; two shots join without a new encoding only where these are equal."""

    width: int
    height: int
    fps: int
    preset: str = "veryfast"
    crf: float = 20.0
    threads: int = 0
    encoder: str = SOFTWARE

    @property
    def frame_bytes(self) -> int:
        """Bytes of one raw I420 frame."""
        return self.width * self.height * 3 // 2


def tags() -> str:
    """A filter that marks frames as what they are, BT.709 in limited range, without touching a pixel."""
    return "setparams=range=limited:colorspace=bt709:color_primaries=bt709:color_trc=bt709"


def picture_args(codec: Codec) -> list[str]:
    """An encoder for shots that are joined later: closed GOPs, headers that do not depend on the content, one time base."""
    keyint = codec.fps * KEYFRAME_SECONDS
    told = x264_args(codec, keyint) if codec.encoder == SOFTWARE else chip_args(codec.encoder, codec.crf, keyint)
    return [*told, "-video_track_timescale", str(TIMESCALE), "-map_metadata", "-1", "-fflags", "+bitexact"]


def x264_args(codec: Codec, keyint: int) -> list[str]:
    return [
        *("-c:v", "libx264", "-preset", codec.preset, "-crf", f"{codec.crf:g}", "-profile:v", "high", "-pix_fmt", "yuv420p"),
        *("-g", str(keyint), "-flags", "+cgop", "-x264-params", "open-gop=0:stitchable=1:rc-lookahead=20", "-threads", str(codec.threads)),
    ]


def encode_args(codec: Codec, out: Path) -> list[str]:
    """Raw I420 on stdin to one silent MP4."""
    raw = ["-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", f"{codec.width}x{codec.height}", "-framerate", str(codec.fps)]
    chip = HARDWARE.get(codec.encoder)
    ahead, upload = (opening(chip.name), chip.upload) if chip else ([], ())
    return [*ahead, *raw, "-i", "pipe:0", "-vf", ",".join((tags(), *upload)), *picture_args(codec), "-an", "-f", "mp4", target(out)]


async def encode_frames(
    frames: Iterable[memoryview], codec: Codec, out: Path, *, limit_seconds: float, progress: Progress | None = None
) -> int:
    """Encode `frames` (each one contiguous I420 picture, see `pipe.pour`) to `out`; gives their number.

    The frames are drawn and written in a thread of their own; the file appears under its name only when it is whole.
    """
    stop = threading.Event()
    loop = asyncio.get_running_loop()
    tell: Progress | None = (lambda s: loop.call_soon_threadsafe(progress, s) and None) if progress else None
    work = asyncio.ensure_future(asyncio.to_thread(write_frames, frames, codec, out, limit_seconds, stop.is_set, tell))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait([work])
        raise


class Stopped(Exception):
    """The encoding was called off."""


def write_frames(
    frames: Iterable[memoryview],
    codec: Codec,
    out: Path,
    limit_seconds: float,
    stopped: Callable[[], bool] = lambda: False,
    progress: Progress | None = None,
) -> int:
    """The same for a thread that may wait."""
    part = out.with_name(f".{out.name}.part")
    with tempfile.TemporaryFile() as log:
        process = start(encode_args(codec, part), limit_seconds=limit_seconds, folder=out.parent, stderr=log.fileno())
        watch = Watch(process, limit_seconds)
        try:
            count, code = pour(_counted(frames, codec.fps, stopped, progress), process, codec.frame_bytes)
        finally:
            watch.close()
        log.seek(0)
        said = log.read().decode(errors="replace")[-8192:]
    if watch.fired:
        raise MediaTookTooLong(f"The picture took longer than {limit_seconds:.0f} seconds to encode and was stopped.", said)
    check(code, said)
    part.replace(out)
    return count


def _counted(frames: Iterable[memoryview], fps: int, stopped: Callable[[], bool], progress: Progress | None) -> Iterator[memoryview]:
    for number, frame in enumerate(frames):
        if stopped():
            raise Stopped
        yield frame
        if progress and number % fps == fps - 1:
            progress((number + 1) / fps)
