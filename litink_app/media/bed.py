"""Music that a person brought, laid under a whole film: cut or repeated to its length, and as loud as ours would be."""

import asyncio
from itertools import count, takewhile
from pathlib import Path

import numpy as np

from litink_app.errors import Refused
from litink_app.media.mix import SILENCE, length, measure, stem_blocks
from litink_app.media.pcm import FlacWriter
from litink_app.schemas.film import SoundClip, Stem

LUFS = -23.0
"""How loud the composed score is before it is mixed; a bed as loud as that keeps its place under speech."""
MOST_BOOST, MOST_CUT = 18.0, 40.0
OVERLAP = 2.0
SHORTEST = 2.0
_EVEN = (np.array([-1e9, 1e9]), np.zeros(2))


async def music_bed(music: Path, seconds: float, folder: Path) -> Path:
    """A FLAC of exactly `seconds`: the end of a shorter piece flows into its own beginning. `Refused` where nothing is heard."""
    long, loud = await heard(music, folder)
    gain = min(MOST_BOOST, max(-MOST_CUT, LUFS - loud))
    return await asyncio.to_thread(_written, laid(music, long, seconds, gain), seconds, folder / "bed.flac")


async def heard(music: Path, folder: Path) -> tuple[float, float]:
    """How many seconds it has, and how loud it is; `Refused` where no film can use it."""
    long = await asyncio.to_thread(length, music)
    if long < SHORTEST:
        raise Refused(f"Music needs {SHORTEST:.0f} seconds at least.")
    loud = (await measure(music, folder=folder, peak="none")).integrated
    if loud <= SILENCE:
        raise Refused("Nothing is heard in this music.")
    return long, loud


def laid(music: Path, long: float, seconds: float, gain: float) -> list[SoundClip]:
    """The piece as often as the film needs it, each time over the last of the time before."""
    if long >= seconds:
        return [SoundClip(music, 0.0, Stem.SCORE, gain, seconds)]
    over = min(OVERLAP, long / 4)
    starts = takewhile(lambda at: at < seconds, (number * (long - over) for number in count()))
    return [SoundClip(music, at, Stem.SCORE, gain, long, fade_in=over if at else 0.0, fade_out=over) for at in starts]


def _written(clips: list[SoundClip], seconds: float, out: Path) -> Path:
    writer = FlacWriter(out)
    try:
        for block in stem_blocks(clips, seconds, _EVEN):
            writer.write(block)
    finally:
        writer.close()
    return out
