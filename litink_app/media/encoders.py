"""Which encoder a film is made with: a graphics chip's where there is one and a trial film of it is right, else x264.

A trial is two short shots, joined by copying, that must have all their frames again and look like what was drawn. Without the chip's
device nothing is tried. What was found is remembered by the process.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from litink_app.config import Encoding
from litink_app.errors import LitinkError, Refused
from litink_app.media.encode import Codec, write_frames
from litink_app.media.ffmpeg import MediaFailed, program
from litink_app.media.frames import frames
from litink_app.media.hardware import HARDWARE
from litink_app.media.join import alike, join_film
from litink_app.schemas.film import FilmPlan
from litink_app.schemas.shot import SOFTWARE

LIMIT_SECONDS = 15.0
ALIKE = 0.97
"""The least likeness (SSIM of the brightness in the middle of the picture) of a trial's frames to what was drawn."""

_COUNTS = (5, 9)
_WINDOW = 256


@dataclass(frozen=True, slots=True)
class Trial:
    """Whether an encoder may be used, and why not."""

    encoder: str
    ok: bool
    why: str = ""


_tried: dict[tuple[str, str, int, int, int], Trial] = {}


async def choose(wanted: Encoding, width: int, height: int, fps: int) -> str:
    """The encoder for a film of that size; Refused where one that is wanted by its name does not work here."""
    if wanted is Encoding.SOFTWARE:
        return SOFTWARE
    if wanted is not Encoding.AUTO:
        trial = await tried(wanted, width, height, fps)
        if not trial.ok:
            raise Refused(f"The encoder {wanted} does not work on this machine: {trial.why}.")
        return wanted.value
    for name in HARDWARE:
        if (await tried(name, width, height, fps)).ok:
            return name
    return SOFTWARE


async def unused(width: int, height: int, fps: int) -> str:
    """Why no graphics chip is used."""
    trials = [await tried(name, width, height, fps) for name in HARDWARE]
    return "; ".join(f"{trial.encoder}: {trial.why}" for trial in trials)


async def tried(name: str, width: int, height: int, fps: int) -> Trial:
    """The trial of an encoder at a size; made once."""
    if name not in HARDWARE:
        return Trial(name, False, "there is no such encoder")
    if HARDWARE[name].device() is None:
        return Trial(name, False, f"there is no /dev/{HARDWARE[name].devices}")
    key = (program(), name, width, height, fps)
    if key not in _tried:
        _tried[key] = await _try(Codec(width, height, fps, encoder=name))
    return _tried[key]


def forget() -> None:
    """Let everything be tried anew."""
    _tried.clear()


async def _try(codec: Codec) -> Trial:
    with tempfile.TemporaryDirectory(prefix="litink-trial-") as folder:
        try:
            why = await _fault(codec, Path(folder))
        except LitinkError as error:
            why = _reason(error)
        except OSError as error:
            why = f"it made nothing that can be read ({type(error).__name__})"
    return Trial(codec.encoder, not why, why)


async def _fault(codec: Codec, folder: Path) -> str:
    """What is wrong with a trial film, "" if it is right."""
    shots = tuple(folder / f"{number}.mp4" for number in range(len(_COUNTS)))
    for number, (shot, count) in enumerate(zip(shots, _COUNTS, strict=True)):
        drawn = (frame.data for frame in _drawn(codec, count, number))
        await asyncio.to_thread(write_frames, drawn, codec, shot, LIMIT_SECONDS)
    film = folder / "film.mp4"
    await join_film(FilmPlan(shots), film, limit_seconds=LIMIT_SECONDS)
    if [picture.frames for picture in alike(shots)] != list(_COUNTS):
        return "it loses frames"
    likeness = await asyncio.to_thread(lambda: list(_likenesses(codec, film)))
    if len(likeness) != sum(_COUNTS):
        return "it loses frames"
    return "" if min(likeness) >= ALIKE else f"its pictures are not what was drawn (SSIM {min(likeness):.2f}, at least {ALIKE})"


def _reason(error: LitinkError) -> str:
    """The line of ffmpeg's complaint that says most, without addresses in memory."""
    said = error.log if isinstance(error, MediaFailed) else ""
    lines = [re.sub(r"^\[[^]]*\] ", "", line.strip()) for line in said.splitlines() if line.strip()]
    return next(iter(lines), error.message)[:160].rstrip(".")


def _drawn(codec: Codec, count: int, seed: int) -> Iterator[NDArray[np.uint8]]:
    """Moving discs with sharp edges on a ground of fine waves."""
    down, across = np.mgrid[0:_WINDOW, 0:_WINDOW].astype(np.float32)
    ground = 90 + 40 * np.sin(across / 5 + seed) * np.cos(down / 4)
    tiles = -(-codec.height // _WINDOW), -(-codec.width // _WINDOW)
    for number in range(count):
        disc = (across - _WINDOW / 2 - 6 * number) ** 2 + (down - _WINDOW / 2) ** 2 < (_WINDOW / 4) ** 2
        tile = np.where(disc, 200, ground).astype(np.uint8)
        frame = np.full(codec.frame_bytes, 128, np.uint8)
        frame[: codec.width * codec.height] = np.tile(tile, tiles)[: codec.height, : codec.width].reshape(-1)
        frame[codec.width * codec.height : codec.width * codec.height * 5 // 4] = 160
        yield frame


def _likenesses(codec: Codec, film: Path) -> Iterator[float]:
    drawn = (frame for seed, count in enumerate(_COUNTS) for frame in _drawn(codec, count, seed))
    for seen, meant in zip(frames(film), drawn, strict=False):
        yield _ssim(_middle(seen, codec), _middle(meant, codec))


def _middle(frame: NDArray[np.uint8], codec: Codec) -> NDArray[np.float64]:
    """The brightness of the middle of the picture in squares of eight: one row per square."""
    wide, tall = (min(_WINDOW, size // 8 * 8) for size in (codec.width, codec.height))
    left, top = (codec.width - wide) // 2, (codec.height - tall) // 2
    plane = frame[: codec.width * codec.height].reshape(codec.height, codec.width)[top : top + tall, left : left + wide]
    return plane.astype(np.float64).reshape(tall // 8, 8, wide // 8, 8).swapaxes(1, 2).reshape(-1, 64)


def _ssim(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    ma, mb = a.mean(1), b.mean(1)
    both = ((a - ma[:, None]) * (b - mb[:, None])).mean(1)
    near = (2 * ma * mb + 6.5) / (ma**2 + mb**2 + 6.5)
    return float((near * (2 * both + 58.5) / (a.var(1) + b.var(1) + 58.5)).mean())
