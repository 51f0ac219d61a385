"""Still and moving small pictures of a film: poster, contact sheet, preview. Frames that lie far apart are taken at key frames."""

import asyncio
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from PIL import Image, ImageStat

from litink_app.media.encode import KEYFRAME_SECONDS
from litink_app.media.ffmpeg import MediaFailed, run, source, target
from litink_app.media.probe import probe

Span = tuple[float, float]
"""From when until when, in seconds of the film."""

_GUTTER = 8
_PAPER = (24, 20, 28)
_CANDIDATES = 8
_DARK = 70
_TRIES = 5
OPENING = 0.6
"""Seconds in which a card or a scene has come out of black."""


async def poster(film: Path, out: Path, *, at: float | None = None, width: int | None = None) -> Path:
    """One frame as JPEG, PNG or WebP (by suffix): the one at `at` seconds, else the most telling of a few."""
    await asyncio.to_thread(_poster, film, out, at, width)
    return out


async def contact_sheet(
    film: Path, out: Path, *, columns: int = 4, rows: int = 3, width: int = 1600, telling: Path | None = None, covered: Sequence[Span] = ()
) -> Path:
    """Frames from all over the film on one sheet, in order; none from the stretches that are `covered`, as where scenes change.

    The most telling of them, whole, to `telling` as well; neither the first nor the last, in which a film has its cards.
    """
    await asyncio.to_thread(_sheet, film, out, columns, rows, width, telling, covered)
    return out


async def preview(film: Path, out: Path, *, start: float = 0.0, seconds: float = 4.0, width: int = 480, fps: int = 12) -> Path:
    """A short silent loop as animated WebP or GIF (by suffix)."""
    await run(preview_args(film, out, start, seconds, width, fps), limit_seconds=120.0, folder=out.parent)
    return out


def preview_args(film: Path, out: Path, start: float, seconds: float, width: int, fps: int) -> list[str]:
    small = f"fps={fps},scale={width}:-2:flags=area"
    head = ["-ss", f"{start:.3f}", "-t", f"{seconds:.3f}", *source(film, "mp4")]
    if out.suffix == ".gif":
        palette = f"{small},split[a][b];[a]palettegen=max_colors=128:stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4"
        return [*head, "-filter_complex", palette, "-an", "-loop", "0", "-f", "gif", target(out)]
    return [*head, "-vf", small, "-an", "-c:v", "libwebp_anim", "-q:v", "60", "-loop", "0", "-f", "webp", target(out)]


def _poster(film: Path, out: Path, at: float | None, width: int | None) -> None:
    if at is not None:
        chosen = next(stills(film, [at]))
    else:
        length = probe(film).seconds
        chosen = max(stills(film, _spread(length, _CANDIDATES)), key=_telling)
    if width:
        chosen = chosen.resize((width, round(chosen.height * width / chosen.width)), Image.Resampling.LANCZOS)
    _save(chosen, out)


def _sheet(film: Path, out: Path, columns: int, rows: int, width: int, telling: Path | None, covered: Sequence[Span]) -> None:
    times = _spread(probe(film).seconds, columns * rows)
    cell = (width - _GUTTER * (columns + 1)) // columns
    sheet: Image.Image | None = None
    best: tuple[float, Image.Image] | None = None
    for number, still in enumerate(stills(film, times, covered)):
        small = still.resize((cell, round(still.height * cell / still.width)), Image.Resampling.LANCZOS, reducing_gap=2.0)
        if sheet is None:
            sheet = Image.new("RGB", (width, rows * (small.height + _GUTTER) + _GUTTER), _PAPER)
        row, column = divmod(number, columns)
        sheet.paste(small, (_GUTTER + column * (cell + _GUTTER), _GUTTER + row * (small.height + _GUTTER)))
        if telling and 0 < number < len(times) - 1 and (best is None or _telling(small) > best[0]):
            best = _telling(small), still
    if sheet:
        _save(sheet, out)
    if telling and best:
        _save(best[1], telling)


def _spread(seconds: float, count: int) -> list[float]:
    return [seconds * (n + 0.5) / count for n in range(count)]


def _telling(picture: Image.Image) -> float:
    """Contrast and colour, so that neither a title card nor a fade becomes the poster."""
    small = picture.resize((160, 90))
    spread = ImageStat.Stat(small.convert("L")).stddev[0]
    color = ImageStat.Stat(small.convert("HSV")).mean[1]
    return spread + 0.4 * color


def stills(film: Path, times: Sequence[float], covered: Sequence[Span] = ()) -> Iterator[Image.Image]:
    """The frames shown at `times`; where these lie far apart, the key frame nearest to each stands for it.

    Then none is taken from the black in which a scene opens: it is the next key frame or a frame a little later; nor from what is `covered`.
    """
    gap = min((after - before for before, after in itertools.pairwise(times)), default=0.0)
    reach = gap / 2 if gap > KEYFRAME_SECONDS else 0.0
    try:
        with av.open(str(film), options={"protocol_whitelist": "file"}) as opened:
            stream = opened.streams.video[0]
            stream.thread_type = "NONE"
            for seconds in times:
                frame = _key_frame(opened, stream, seconds, reach, covered) if reach else None
                yield (frame or _at(opened, stream, _uncovered(seconds, covered), OPENING if reach else 0.0)).to_image()
    except (FFmpegError, OSError, IndexError) as error:
        raise MediaFailed("No picture can be taken from this film.", str(error)) from error


def _uncovered(seconds: float, covered: Sequence[Span]) -> float:
    """The time, or the first after it at which nothing lies over the picture."""
    for start, end in sorted(covered):
        if start <= seconds < end:
            seconds = end
    return seconds


def _key_frame(opened: Any, stream: Any, seconds: float, reach: float, covered: Sequence[Span]) -> Any:
    """The nearest key frame within `reach` seconds that is neither covered nor (nearly) black, if there is one."""
    wanted, unit = seconds / stream.time_base, float(stream.time_base)
    near = [one.timestamp for one in stream.index_entries if one.is_keyframe and abs(one.timestamp - wanted) < reach / stream.time_base]
    keys = [key for key in near if _uncovered(key * unit, covered) == key * unit]
    for key in sorted(keys, key=lambda time: abs(time - wanted))[:_TRIES]:
        opened.seek(key, stream=stream)
        frame = _alone(stream.codec_context, next(opened.demux(stream)))
        if frame and not _black(frame):
            return frame
    return None


def _alone(decoder: Any, packet: Any) -> Any:
    """The frame of one packet without waiting for those after it."""
    frames = [*decoder.decode(packet), *decoder.decode(None)]
    decoder.flush_buffers()
    return frames[0] if frames else None


def _black(frame: Any) -> bool:
    """Whether even the light parts of a frame are dark, as while it comes out of black."""
    return float(np.percentile(frame.to_ndarray(format="gray")[::8, ::8], 90)) < _DARK


def _at(opened: Any, stream: Any, seconds: float, opening: float) -> Any:
    """The frame at `seconds`, or the first within `opening` seconds after it that is not black."""
    opened.seek(max(0, int(seconds / stream.time_base)), stream=stream)
    half = 0.5 / float(stream.average_rate or 25)
    last: Any = None
    for frame in opened.decode(stream):
        last = frame
        if frame.time is None or frame.time >= seconds + opening - half or (frame.time >= seconds - half and not _black(frame)):
            break
    if last is None:
        raise MediaFailed("No picture can be taken from this film.", f"nothing at {seconds} s")
    return last


def _save(picture: Image.Image, out: Path) -> None:
    picture.convert("RGB").save(out, quality=88, optimize=True)
