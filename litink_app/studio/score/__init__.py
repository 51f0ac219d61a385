"""The film's own music: composed from its cues, played by synthesised instruments in a hall."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from litink_app.studio import wav
from litink_app.studio.score.arrangement import Cue, Note, arranged
from litink_app.studio.score.instruments import note
from litink_app.studio.synthesis import RATE, Samples, convolved, filtered, lay, length, placed, room

__all__ = ["Cue", "compose"]

LEVEL = -25.0
"""Mean level of the sounding music in dB full scale; the mix brings it under speech."""

_WET = {"strings": 0.5, "choir": 0.8, "bass": 0.2, "drum": 0.45, "spiccato": 0.3, "shaker": 0.25, "plucked": 0.35}
_BLOCK = 30.0


def compose(cues: Sequence[Cue], seconds: float, seed: int, folder: Path) -> Path:
    """Stereo 48 kHz WAV of exactly `seconds`. Passages turn where scenes turn. Same arguments, same bytes."""
    dry, wet = _played(arranged(cues, seconds, seed), seconds)
    mixed = _mastered(dry + _answered(wet), seconds)
    name = hashlib.sha256(repr((tuple(cues), round(seconds, 4), seed)).encode()).hexdigest()[:16]
    return wav.write(folder / f"score-{name}.wav", mixed, RATE)


def _played(notes: Sequence[Note], seconds: float) -> tuple[Samples, Samples]:
    """What the players send straight to us, and what they send into the hall."""
    dry, wet = np.zeros((length(seconds), 2), np.float32), np.zeros((length(seconds), 2), np.float32)
    for one in notes:
        sound = placed(note(one.instrument, one.midi, round(one.seconds, 2), one.force), one.pan)
        share = _WET.get(one.instrument, 0.4)
        lay(dry, sound * np.float32(1 - 0.6 * share), one.start)
        lay(wet, sound * np.float32(share), one.start)
    return dry, wet


def _answered(wet: Samples) -> Samples:
    """The hall, block by block, each block's tail laid over the next."""
    hall = room(2.3, 3200.0, before=0.028)
    out = np.zeros_like(wet)
    for first in range(0, len(wet), length(_BLOCK)):
        block = wet[first : first + length(_BLOCK)]
        padded = np.concatenate([block, np.zeros((len(hall), 2), np.float32)])
        lay(out, convolved(padded, hall), first / RATE)
    return out


def _mastered(mixed: Samples, seconds: float) -> Samples:
    """Warm, at one level, with a quiet beginning and an end that dies away."""
    warm = np.stack(
        [filtered(mixed[:, side], lambda hz: (1 / (1 + (hz / 9500) ** 2)) * hz**2 / (hz**2 + 35**2)) for side in (0, 1)], axis=1
    )
    loud = warm[np.abs(warm).max(1) > 1e-4]
    scaled = warm * np.float32(wav.gain(LEVEL) / float(np.sqrt((loud**2).mean()) if loud.size else 1.0))
    time = np.arange(len(scaled), dtype=np.float32) / RATE
    shape = np.clip(time / min(0.6, seconds / 4), 0, 1) * np.clip((seconds - time) / min(2.5, seconds / 4), 0, 1) ** 1.5
    return np.tanh(1.1 * scaled * shape[:, None]) / np.float32(1.1)
