"""Frames of a film that we made, one after another, as the raw I420 that the encoder takes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
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


def write_png(frame: NDArray[np.uint8], width: int, height: int, out: Path) -> Path:
    """One I420 frame as a picture."""
    shown: Any = av.VideoFrame.from_ndarray(frame.reshape(height * 3 // 2, width), format="yuv420p")
    shown.to_image().save(out, "PNG", compress_level=1)
    return out
