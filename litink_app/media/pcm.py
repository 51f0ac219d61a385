"""Sound files as blocks of samples: float32, stereo, 48 kHz, whatever the file holds. Memory does not grow with the length."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError, InvalidDataError
from numpy.typing import NDArray

from litink_app.media.ffmpeg import MediaFailed

RATE = 48000
Samples = NDArray[np.float32]
_PROBE = {".wav": {"probesize": "8192"}}
"""A WAV says at its head what it is; looking through megabytes of each took longer than mixing them."""


def blocks(path: Path, *, rate: int = RATE, layout: str = "stereo", start: float = 0.0) -> Iterator[Samples]:
    """The sound of `path` from `start` seconds on, in pieces of shape (channels, n); nothing where it holds no sound."""
    try:
        with av.open(str(path), options={"protocol_whitelist": "file", **_PROBE.get(path.suffix, {})}) as opened:
            if opened.streams.audio:
                yield from _decoded(opened, av.AudioResampler("fltp", layout, rate), start, rate)
    except (FFmpegError, OSError) as error:
        raise MediaFailed("A sound cannot be read.", f"{path}: {error}") from error


def _decoded(opened: Any, resampler: Any, start: float, rate: int) -> Iterator[Samples]:
    if start > 0:
        opened.seek(int(start * av.time_base))
    skip: int | None = None
    for frame in _frames(opened):
        if skip is None:
            begin = float(frame.time or 0.0) if frame is not None else 0.0
            skip = max(0, round((start - begin) * rate))
        for piece in resampler.resample(frame):
            samples = piece.to_ndarray()
            drop = min(skip, samples.shape[1])
            skip -= drop
            if drop < samples.shape[1]:
                yield samples[:, drop:]


def _frames(opened: Any) -> Iterator[Any]:
    """Decoded frames, then None to empty the resampler; damaged packets are passed over."""
    for packet in opened.demux(opened.streams.audio[0]):
        try:
            yield from packet.decode()
        except InvalidDataError:
            continue
    yield None


class Reader:
    """Takes any number of samples at a time from a file; silence after its end, or its beginning again where `loop`."""

    def __init__(self, path: Path, *, loop: bool = False) -> None:
        self._path, self._loop = path, loop
        self._source = blocks(path)
        self._rest: Samples = np.zeros((2, 0), np.float32)
        self.ended = False

    def take(self, count: int) -> Samples:
        parts, missing, heard = list[Samples](), count, False
        while missing > 0 and not self.ended:
            if not self._rest.shape[1]:
                heard = self._refill(heard)
                continue
            piece, self._rest = self._rest[:, :missing], self._rest[:, missing:]
            parts.append(piece)
            missing -= piece.shape[1]
        if missing:
            parts.append(np.zeros((2, missing), np.float32))
        return np.concatenate(parts, axis=1) if len(parts) > 1 else parts[0]

    def _refill(self, dry: bool) -> bool:
        """Read on; True after a rewind, so that an empty file does not loop for ever."""
        piece = next(self._source, None)
        if piece is not None:
            self._rest = piece
            return False
        if not self._loop or dry:
            self.ended = True
            return dry
        self._source = blocks(self._path)
        return True


class FlacWriter:
    """Writes float blocks as 24-bit FLAC."""

    def __init__(self, path: Path) -> None:
        self._stack = ExitStack()
        self._out = self._stack.enter_context(av.open(str(path), "w", format="flac"))
        self._stream: Any = self._out.add_stream("flac", rate=RATE, layout="stereo", format="s32")
        self._stream.codec_context.options = {"compression_level": "2"}
        self._written = 0

    def write(self, samples: Samples) -> None:
        whole = (np.clip(samples.T, -1.0, 1.0) * np.float32(2**31 - 256)).astype(np.int32)
        frame: Any = av.AudioFrame.from_ndarray(np.ascontiguousarray(whole).reshape(1, -1), format="s32", layout="stereo")
        frame.sample_rate, frame.pts = RATE, self._written
        self._written += samples.shape[1]
        self._out.mux(self._stream.encode(frame))

    def close(self) -> None:
        self._out.mux(self._stream.encode(None))
        self._stack.close()
