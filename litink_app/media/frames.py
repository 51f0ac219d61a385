"""Frames of a film that we made, one after another, as the raw I420 that the encoder takes."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import av
import av.filter
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from litink_app.media.ffmpeg import MediaFailed


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


def conformed(clip: Path, width: int, height: int, fps: int, count: int) -> Iterator[NDArray[np.uint8]]:
    """Exactly `count` frames of a clip that we made anew, as `covering` shows it; nothing is encoded on the way."""
    try:
        with av.open(str(clip), options={"protocol_whitelist": "file"}) as opened:
            yield from islice(_filtered(opened, covering(width, height, fps)), count)
    except (FFmpegError, OSError) as error:
        raise MediaFailed("A clip cannot be read.", f"{clip}: {error}") from error


def _filtered(opened: Any, filters: list[tuple[str, str]]) -> Iterator[NDArray[np.uint8]]:
    graph = av.filter.Graph()
    graph.link_nodes(
        graph.add_buffer(template=opened.streams.video[0]), *(graph.add(name, args) for name, args in filters), graph.add("buffersink")
    ).configure()
    for frame in chain(opened.decode(video=0), [None]):
        graph.vpush(frame)
        while True:
            try:
                made: Any = graph.vpull()
            except (BlockingIOError, EOFError):
                break
            yield np.ascontiguousarray(made.to_ndarray(format="yuv420p"), np.uint8).reshape(-1)


def write_png(frame: NDArray[np.uint8], width: int, height: int, out: Path) -> Path:
    """One I420 frame as a picture."""
    shown: Any = av.VideoFrame.from_ndarray(frame.reshape(height * 3 // 2, width), format="yuv420p")
    shown.to_image().save(out, "PNG", compress_level=1)
    return out
