"""Sound from nothing but numbers: noises, envelopes, filters, space. Mono arrays at 48 kHz, stereo as samples × 2."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 48_000

Samples = NDArray[np.floating[Any]]
Random = np.random.Generator
Shape = Callable[[Samples], Samples]
"""Gain over frequency in Hz."""


def length(seconds: float) -> int:
    """Samples in so many seconds."""
    return max(1, round(seconds * RATE))


def whole(count: int) -> int:
    """The next length that transforms quickly."""
    best = 1 << (count - 1).bit_length()
    for odd in (3, 5, 9, 15, 25):
        while odd * 2 ** ((count - 1) // odd).bit_length() >= count and odd * 2 ** ((count - 1) // odd).bit_length() < best:
            best = odd * 2 ** ((count - 1) // odd).bit_length()
    return best


def coloured(seconds: float, shape: Shape, random: Random) -> Samples:
    """Noise with this spectrum, at a mean power of 1."""
    count = length(seconds)
    size = whole(count)
    spectrum = np.fft.rfft(random.standard_normal(size, np.float32)) * shape(np.fft.rfftfreq(size, 1 / RATE))
    made = np.fft.irfft(spectrum, size)[:count].astype(np.float32)
    return made / (float(np.sqrt(np.mean(made**2))) or 1.0)


def filtered(samples: Samples, shape: Shape) -> Samples:
    """The sound through a filter without phase."""
    size = whole(samples.size + RATE // 20)
    spectrum = np.fft.rfft(samples, size) * shape(np.fft.rfftfreq(size, 1 / RATE))
    return np.fft.irfft(spectrum, size)[: samples.size].astype(np.float32)


def band(centre: float, octaves: float) -> Shape:
    """A bell around a frequency."""
    return lambda hz: np.exp(-0.5 * (np.log2(np.maximum(hz, 1.0) / centre) / (0.5 * octaves)) ** 2)


def falling(corner: float, slope: float = 1.0, floor: float = 25.0) -> Shape:
    """Flat to the corner, then falling by 6 dB an octave and `slope`; nothing below hearing."""
    return lambda hz: (1 + (hz / corner) ** 2) ** (-slope / 2) * hz**2 / (hz**2 + floor**2)


def between(low: float, high: float) -> Shape:
    """Everything from `low` to `high`, with soft edges."""
    return lambda hz: (hz / low) ** 2 / (1 + (hz / low) ** 2) / (1 + (hz / high) ** 4)


def wander(seconds: float, each: float, low: float, high: float, random: Random) -> Samples:
    """A curve that drifts between two values, turning about every `each` seconds."""
    knots = max(4, int(seconds / each) + 4)
    values = random.uniform(low, high, knots)
    return eased(values, np.linspace(1, knots - 2, length(seconds)))


def eased(values: Samples, at: Samples) -> Samples:
    """Values at fractional places, without corners."""
    first = np.floor(at).astype(np.int64)
    part = (at - first).astype(np.float32)
    smooth = part * part * (3 - 2 * part)
    table = values.astype(np.float32)
    last = np.minimum(first + 1, table.size - 1)
    return table[first] * (1 - smooth) + table[last] * smooth


def decay(seconds: float, half: float, attack: float = 0.002) -> Samples:
    """A struck envelope: up in `attack`, down by half every `half` seconds."""
    time = np.arange(length(seconds), dtype=np.float32) / RATE
    return np.minimum(1, time / attack) * np.exp2(-time / half)


def swell(seconds: float, attack: float, release: float) -> Samples:
    """A blown or bowed envelope: in and out on sine curves."""
    time = np.arange(length(seconds), dtype=np.float32) / RATE
    rise = np.clip(time / attack, 0, 1)
    fall = np.clip((seconds - time) / release, 0, 1)
    return np.sin(rise * np.float32(np.pi / 2)) ** 2 * np.sin(fall * np.float32(np.pi / 2)) ** 2


def tone(frequency: float | Samples, seconds: float, phase: float = 0.0) -> Samples:
    """A sine, of one pitch or of a moving one."""
    count = length(seconds)
    if isinstance(frequency, float | int):
        return np.sin(np.float32(2 * np.pi * frequency / RATE) * np.arange(count, dtype=np.float32) + np.float32(phase))
    turns = np.cumsum(frequency[:count].astype(np.float64)) / RATE
    return np.sin(2 * np.pi * (turns % 1.0) + phase).astype(np.float32)


def placed(mono: Samples, pan: float) -> Samples:
    """Mono at a place between left (-1) and right (1), at equal power."""
    angle = (pan + 1) * np.pi / 4
    return mono[:, None] * np.array([np.cos(angle), np.sin(angle)], np.float32)[None, :]


def lay(track: Samples, sound: Samples, start: float) -> None:
    """Add a sound to a track at a moment; what falls outside is dropped."""
    first = round(start * RATE)
    skip = max(0, -first)
    last = min(len(track), first + len(sound))
    if last > first + skip:
        track[first + skip : last] += sound[skip : last - first]


def moments(seconds: float, rate: float, random: Random) -> Samples:
    """When things happen by chance, `rate` times a second."""
    return np.sort(random.uniform(0, seconds, random.poisson(seconds * rate)))


def convolved(samples: Samples, answer: Samples) -> Samples:
    """The sound answered by a room; as long as the sound."""
    size = whole(len(samples) + len(answer))
    made = np.fft.irfft(np.fft.rfft(samples, size, axis=0) * np.fft.rfft(answer, size, axis=0), size, axis=0)
    return made[: len(samples)].astype(np.float32)


@lru_cache(maxsize=16)
def room(seconds: float, bright: float, before: float = 0.012, seed: int = 3) -> Samples:
    """A room's answer in stereo, of unit power: `seconds` to fall by 60 dB, highs above `bright` Hz falling faster."""
    random = np.random.default_rng(seed)
    count = length(min(seconds, 4.0) * 1.1)
    time = np.arange(count) / RATE
    made = np.zeros((count, 2), np.float32)
    for low, high, share in ((80.0, bright / 4, 1.0), (bright / 4, bright, 0.8), (bright, 4 * bright, 0.42)):
        for side in (0, 1):
            noise = filtered(random.standard_normal(count).astype(np.float32), between(low, high))
            made[:, side] += noise * np.exp(-6.9 * time / (seconds * share)).astype(np.float32)
    made[: length(0.004)] *= np.linspace(0, 1, length(0.004), dtype=np.float32)[:, None]
    silent = np.zeros((length(before), 2), np.float32)
    return np.concatenate([silent, made / np.sqrt(np.mean(np.sum(made**2, axis=0)))])


def edges(samples: Samples, seconds: float = 0.02) -> Samples:
    """No click at either end."""
    ramp = np.linspace(0, 1, min(length(seconds), len(samples) // 2 or 1), dtype=np.float32)
    ramp = ramp[:, None] if samples.ndim == 2 else ramp
    samples[: len(ramp)] *= ramp
    samples[len(samples) - len(ramp) :] *= ramp[::-1]
    return samples
