"""Frames of a film that we made, one after another, as the raw I420 that the encoder takes."""

from collections.abc import Iterator
from pathlib import Path

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
