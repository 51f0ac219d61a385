"""Media made for a test: tones, pictures and shots."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from litink_app.media.encode import Codec, encode_frames
from litink_app.media.ffmpeg import program

SMALL = Codec(160, 96, 24, preset="ultrafast", crf=24)


def lavfi(expression: str, out: Path, *args: str) -> Path:
    subprocess.run([program(), "-v", "error", "-y", "-f", "lavfi", "-i", expression, *args, str(out)], check=True)
    return out


def tone(out: Path, seconds: float, pitch: int = 440, rate: int = 24000, volume: float = 0.5) -> Path:
    return lavfi(f"sine={pitch}:d={seconds}:r={rate},volume={volume}", out)


def babble(out: Path, seconds: float, seed: int = 1, rate: int = 24000) -> Path:
    """Noise in syllables: as good as speech for finding it again."""
    return lavfi(f"anoisesrc=d={seconds}:c=pink:r={rate}:seed={seed}:a=0.8,tremolo=f=5:d=0.9", out)


def frames(codec: Codec, count: int, first: int = 0) -> Iterator[memoryview]:
    """Grey frames whose brightness tells their number."""
    for number in range(first, first + count):
        frame = np.full(codec.frame_bytes, 128, np.uint8)
        frame[: codec.width * codec.height] = 40 + number * 5 % 180
        yield memoryview(frame)


def shot(out: Path, count: int, codec: Codec = SMALL, first: int = 0) -> Path:
    asyncio.run(encode_frames(frames(codec, count, first), codec, out, limit_seconds=60))
    return out


def luma(film: Path) -> list[float]:
    """Mean brightness of every frame, decoded."""
    import av

    with av.open(str(film)) as opened:
        return [float(np.mean(frame.to_ndarray(format="gray"))) for frame in opened.decode(video=0)]


def times(film: Path) -> list[float]:
    import av

    with av.open(str(film)) as opened:
        return [float(frame.time or 0) for frame in opened.decode(video=0)]
