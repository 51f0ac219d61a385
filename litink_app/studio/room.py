"""The room in which people speak: a little of its answer behind their words."""

from functools import lru_cache

import numpy as np

from litink_app.studio import wav
from litink_app.studio.synthesis import RATE as FULL
from litink_app.studio.synthesis import Samples, convolved, room

RATE = 24_000

_ROOMS: dict[str, tuple[float, float, float]] = {
    "drawing_room": (0.38, 2600.0, -21.0),
    "kitchen": (0.42, 3400.0, -20.0),
    "library": (0.55, 2400.0, -20.0),
    "bedroom": (0.28, 2200.0, -23.0),
    "castle": (1.7, 2600.0, -17.0),
    "cave": (2.3, 3000.0, -15.5),
    "courtroom": (0.95, 2800.0, -18.5),
    "school": (0.6, 3200.0, -19.5),
    "laboratory": (0.5, 3600.0, -20.5),
    "train": (0.2, 2400.0, -22.0),
    "ship": (0.25, 2600.0, -23.0),
    "street": (0.5, 2200.0, -25.0),
    "city_night": (0.7, 2200.0, -24.0),
    "harbour": (0.6, 1800.0, -26.0),
    "forest": (0.8, 1500.0, -27.0),
    "mountains": (1.8, 1400.0, -27.0),
}
"""Seconds to fall by 60 dB, brightness in Hz, level of the answer beside the words in dB. Open country answers nothing."""


def in_room(speech: Samples, kit: str) -> Samples:
    """Speech (24 kHz mono) in the room of a kit, as long as before and with its words where they were."""
    if kit not in _ROOMS or not speech.any():
        return speech
    seconds, bright, level = _ROOMS[kit]
    return speech + np.float32(wav.gain(level)) * convolved(speech, _answer(seconds, bright))


@lru_cache(maxsize=16)
def _answer(seconds: float, bright: float) -> Samples:
    """The room's answer in mono at the rate of speech."""
    full = room(seconds, bright).mean(axis=1)
    spectrum = np.fft.rfft(full[: full.size // 2 * 2])
    halved = np.fft.irfft(spectrum[: spectrum.size // 2 + 1], full.size // (FULL // RATE))
    return (halved / np.sqrt(np.sum(halved**2))).astype(np.float32)
