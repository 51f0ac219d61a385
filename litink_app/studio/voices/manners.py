"""How a line is said beyond its words: whispered, shouted, murmured. Times of words are kept."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from litink_app.studio.voices.kokoro import FRAME, RATE, Samples
from litink_app.studio.wav import gain

_WINDOW = 1024
_HOP = 256
_ENVELOPE = 44
"""Cepstral coefficients kept: shorter than the period of any voice, so the pitch goes and the vowels stay."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Loudness of speech in dB full scale, and pace and pitch beside the ordinary."""

    level: float = -21.0
    pace: float = 1.0
    shift: float = 1.0
    bright: float = 0.0
    breath: bool = False


MANNERS = {
    "": Manner(),
    "whisper": Manner(level=-27.0, pace=0.94, breath=True),
    "murmur": Manner(level=-25.0, pace=0.96, bright=-4.0),
    "shout": Manner(level=-17.5, pace=1.03, shift=1.05, bright=5.0),
}

_SYNONYMS = {
    "whispered": "whisper",
    "whispering": "whisper",
    "breathed": "whisper",
    "hissed": "whisper",
    "muttered": "murmur",
    "murmured": "murmur",
    "mumbled": "murmur",
    "sighed": "murmur",
    "shouted": "shout",
    "shouting": "shout",
    "cried": "shout",
    "yelled": "shout",
    "roared": "shout",
    "screamed": "shout",
    "shrieked": "shout",
    "exclaimed": "shout",
    "bellowed": "shout",
}


def manner(name: str) -> Manner:
    """The manner that a word of the text asks for; ordinary speech for a word that asks for none."""
    word = name.strip().lower()
    return MANNERS.get(_SYNONYMS.get(word, word), MANNERS[""])


def coloured(samples: Samples, how: Manner) -> Samples:
    """The same words with this breath and brightness, at this loudness, peaks below -1.5 dB."""
    if how.breath:
        samples = whispered(samples)
    if how.bright:
        samples = shelved(samples, how.bright)
    return levelled(samples, how.level)


def levelled(samples: Samples, level: float) -> Samples:
    """Bring the speech (silence not counted) to this level; what would pass -1.5 dB is bent, not cut."""
    power = (np.resize(samples, (max(1, samples.size // FRAME), FRAME)).astype(np.float64) ** 2).mean(1)
    spoken = np.sort(power)[-max(1, power.size * 6 // 10) :].mean()
    return bent((samples * (gain(level) / max(float(np.sqrt(spoken)), 1e-5))).astype(np.float32), gain(-1.5))


def bent(samples: Samples, ceiling: float) -> Samples:
    """Soft limit: untouched below 60 % of the ceiling."""
    knee = 0.6 * ceiling
    over = np.abs(samples) - knee
    room = ceiling - knee
    return np.where(over > 0, np.sign(samples) * (knee + room * np.tanh(over / room)), samples).astype(np.float32)


def shelved(samples: Samples, level: float, corner: float = 1800.0) -> Samples:
    """Raise (or lower) what lies above `corner` Hz by `level` dB, gently."""
    spectrum = np.fft.rfft(samples)
    frequency = np.fft.rfftfreq(samples.size, 1 / RATE)
    weight = frequency**2 / (frequency**2 + corner**2)
    return np.fft.irfft(spectrum * gain(level) ** weight, samples.size).astype(np.float32)


def whispered(samples: Samples) -> Samples:
    """Breath instead of voice: noise through the changing shape of the same mouth."""
    padded = np.pad(samples, (_WINDOW, _WINDOW))
    window = np.hanning(_WINDOW).astype(np.float32)
    count = (padded.size - _WINDOW) // _HOP
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[: count * _HOP : _HOP]
    shape = _mouth_shape(np.abs(np.fft.rfft(frames * window)))
    noise = np.random.default_rng(7).standard_normal(padded.size).astype(np.float32)
    hiss = np.lib.stride_tricks.sliding_window_view(noise, _WINDOW)[: count * _HOP : _HOP]
    made = np.fft.irfft(np.fft.rfft(hiss * window) * shape * _tilt(), _WINDOW) * window
    return _overlapped(made, padded.size)[_WINDOW : _WINDOW + samples.size]


def _mouth_shape(magnitude: NDArray[np.float64]) -> NDArray[np.float64]:
    cepstrum = np.fft.irfft(np.log(magnitude + 1e-6), _WINDOW)
    cepstrum[:, _ENVELOPE : _WINDOW - _ENVELOPE] = 0
    return np.exp(np.fft.rfft(cepstrum).real)


def _tilt() -> NDArray[np.float64]:
    """A whisper has little below 500 Hz and more of the bright part."""
    frequency = np.fft.rfftfreq(_WINDOW, 1 / RATE)
    low = frequency**2 / (frequency**2 + 450.0**2)
    return low * (1 + 1.5 * frequency**2 / (frequency**2 + 2500.0**2))


def _overlapped(frames: NDArray[np.float64], size: int) -> Samples:
    out = np.zeros(size)
    for number, frame in enumerate(frames):
        out[number * _HOP : number * _HOP + _WINDOW] += frame
    return out.astype(np.float32)
