"""The players: each note made of sines, tables and noise, mono at 48 kHz, kept for when it comes again."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from litink_app.studio.synthesis import RATE, Samples, band, coloured, decay, falling, filtered, length, swell

_TABLE = 8192
_TOP = 9000.0


def frequency(midi: float) -> float:
    """Equal temperament at 440 Hz."""
    return 440.0 * 2.0 ** ((midi - 69) / 12)


@lru_cache(maxsize=512)
def note(instrument: str, midi: int, seconds: float, force: float) -> Samples:
    """One note; `force` 0..1 is how hard it is played. It may ring on after `seconds`."""
    return PLAYERS[instrument](midi, seconds, force).astype(np.float32)


def _partials(midi: int, seconds: float, amounts: Samples, halves: Samples, stretch: float = 0.0) -> Samples:
    """Partials that die away each at its own rate."""
    time = np.arange(length(seconds), dtype=np.float32) / RATE
    made = np.zeros(time.size, np.float32)
    for number, (amount, half) in enumerate(zip(amounts, halves, strict=True), 1):
        hz = frequency(midi) * number * np.sqrt(1 + stretch * number**2)
        if hz > _TOP or amount < 1e-4:
            break
        made += np.float32(amount) * np.sin(np.float32(2 * np.pi * hz) * time) * np.exp2(-time / np.float32(half))
    return made


def _ended(made: Samples, release: float) -> Samples:
    made[-length(release) :] *= np.linspace(1, 0, length(release), dtype=np.float32) ** 2
    return made


def piano(midi: int, seconds: float, force: float) -> Samples:
    """An upright with felt before the hammers."""
    lasts = seconds + 0.9
    numbers = np.arange(1, 17)
    amounts = numbers ** -(1.75 - 0.6 * force) * np.exp(-0.07 * numbers)
    halves = 1.15 * (220 / frequency(midi)) ** 0.45 / (1 + 0.28 * (numbers - 1))
    strings = _partials(midi, lasts, amounts, halves, 4e-4)
    attack = np.clip(np.arange(strings.size, dtype=np.float32) / (RATE * 0.007), 0, 1)
    thump = decay(0.12, 0.016, 0.003) * _hiss(0.12, 260.0)
    strings[: thump.size] += 0.05 * thump
    fall = np.clip((lasts - np.arange(strings.size, dtype=np.float32) / RATE) / 0.9, 0, 1) ** 1.5
    return 0.5 * strings * attack * np.maximum(fall, 0) * (0.35 + 0.65 * force)


def harp(midi: int, seconds: float, force: float) -> Samples:
    numbers = np.arange(1, 15)
    amounts = np.abs(np.sin(numbers * np.pi * 0.31)) / numbers**1.25
    halves = 0.62 * (262 / frequency(midi)) ** 0.5 / (1 + 0.4 * (numbers - 1))
    made = _partials(midi, seconds + 1.2, amounts, halves)
    return _ended(0.42 * made * np.clip(np.arange(made.size, dtype=np.float32) / (RATE * 0.003), 0, 1), 0.4) * (0.4 + 0.6 * force)


def plucked(midi: int, seconds: float, force: float) -> Samples:
    """Strings plucked, short."""
    numbers = np.arange(1, 13)
    amounts = np.abs(np.sin(numbers * np.pi * 0.17)) / numbers**1.1
    halves = 0.15 * (196 / frequency(midi)) ** 0.4 / (1 + 0.45 * (numbers - 1))
    made = _partials(midi, 0.9, amounts, halves)
    return _ended(0.7 * made * np.clip(np.arange(made.size, dtype=np.float32) / (RATE * 0.003), 0, 1), 0.2) * (0.4 + 0.6 * force)


def celesta(midi: int, seconds: float, force: float) -> Samples:
    """Small bars of steel over wood."""
    lasts = seconds + 1.6
    made = np.zeros(length(lasts), np.float32)
    for ratio, amount, half in ((1.0, 1.0, 0.55), (2.0, 0.16, 0.4), (2.756, 0.14, 0.16), (5.404, 0.06, 0.06)):
        hz = frequency(midi) * ratio
        if hz < _TOP:
            time = np.arange(made.size, dtype=np.float32) / RATE
            made += np.float32(amount) * np.sin(np.float32(2 * np.pi * hz) * time) * np.exp2(-time / np.float32(half))
    return _ended(0.4 * made * np.clip(np.arange(made.size, dtype=np.float32) / (RATE * 0.002), 0, 1), 0.5) * (0.35 + 0.65 * force)


@lru_cache(maxsize=64)
def _table(kind: str, octave: int) -> Samples:
    """One turn of a wave with as many partials as fit below the top at this height."""
    fits = max(1, int(_TOP / frequency(12 * octave + 12)))
    numbers = np.arange(1.0, min(fits, 40) + 1)
    amounts = _SPECTRA[kind](numbers)
    turn = np.arange(_TABLE) / _TABLE
    made = (amounts[:, None] * np.sin(2 * np.pi * numbers[:, None] * turn + 1.3 * numbers[:, None] ** 2)).sum(0)
    return (made / np.sqrt((made**2).mean())).astype(np.float32)


_SPECTRA: dict[str, Callable[[Samples], Samples]] = {
    "strings": lambda n: n**-1.1 * np.exp(-0.045 * n),
    "soft": lambda n: n**-1.35 * np.exp(-0.10 * n),
    "flute": lambda n: np.where(n == 1, 1.0, 0.34 * 0.38 ** (n - 2)),
    "clarinet": lambda n: np.where(n % 2 == 1, n**-1.1, 0.12 * n**-1.0) * np.exp(-0.05 * n),
    "horn": lambda n: n**-1.35 * np.exp(-0.12 * n),
    "choir": lambda n: n**-1.1 * (np.exp(-(((n - 2.2) / 1.6) ** 2)) + 0.06) + (n == 1),
}


def _bowed(kind: str, midi: int, seconds: float, cents: float, vibrato: float, seed: int) -> Samples:
    """A table turned at a pitch that is never quite still."""
    random = np.random.default_rng(1000 * midi + seed)
    time = np.arange(length(seconds), dtype=np.float32) / RATE
    late = np.clip(time / 0.7, 0, 1)
    rate, phase = random.uniform(4.6, 5.6), random.uniform(0, 6.28)
    bend = cents + vibrato * late * np.sin(np.float32(2 * np.pi * rate) * time + np.float32(phase))
    turns = np.cumsum(frequency(midi) * (1 + bend * np.float32(0.000578)), dtype=np.float64) / RATE + random.random()
    return _table(kind, midi // 12 - 1)[(turns * _TABLE).astype(np.int64) & (_TABLE - 1)]


def strings(midi: int, seconds: float, force: float) -> Samples:
    """A small section playing long notes."""
    lasts = seconds + 0.7
    desks = sum(_bowed("strings" if force > 0.5 else "soft", midi, lasts, cents, 5.0, n) for n, cents in enumerate((-7.0, -2.5, 2.0, 6.5)))
    return 0.042 * np.asarray(desks) * swell(lasts, min(0.7, 0.4 * lasts), min(1.0, 0.45 * lasts)) * (0.5 + 0.5 * force)


def choir(midi: int, seconds: float, force: float) -> Samples:
    """Voices on “oo”, far back."""
    lasts = seconds + 1.0
    singers = sum(_bowed("choir", midi, lasts, cents, 9.0, 20 + n) for n, cents in enumerate((-9.0, -3.0, 3.0, 10.0)))
    return 0.05 * np.asarray(singers) * swell(lasts, min(1.1, 0.45 * lasts), min(1.3, 0.5 * lasts)) * (0.5 + 0.5 * force)


def spiccato(midi: int, seconds: float, force: float) -> Samples:
    """Low strings, short and light."""
    bow = _bowed("strings", midi, 0.42, 0.0, 0.0, 40) + _bowed("strings", midi, 0.42, 5.0, 0.0, 41)
    return 0.32 * bow * decay(0.42, 0.075, 0.014) * np.linspace(1, 0, bow.size, dtype=np.float32) * (0.35 + 0.65 * force)


def bass(midi: int, seconds: float, force: float) -> Samples:
    """Double basses under everything."""
    lasts = seconds + 0.5
    pair = _bowed("soft", midi, lasts, -2.0, 2.0, 50) + _bowed("soft", midi, lasts, 2.0, 2.0, 51)
    return 0.11 * pair * swell(lasts, 0.22, min(0.8, 0.4 * lasts)) * (0.5 + 0.5 * force)


def cello(midi: int, seconds: float, force: float) -> Samples:
    lasts = seconds + 0.25
    bow = filtered(_bowed("strings", midi, lasts, 0.0, 14.0, 60), lambda hz: 0.5 + band(420.0, 2.2)(hz) + 0.3 * band(1500.0, 1.4)(hz))
    return 0.22 * bow * swell(lasts, 0.16, 0.35) * (0.5 + 0.5 * force)


def flute(midi: int, seconds: float, force: float) -> Samples:
    lasts = seconds + 0.15
    breath = 0.05 * coloured(lasts, band(frequency(midi) * 1.6, 1.6), np.random.default_rng(midi))
    return (0.25 * _bowed("flute", midi, lasts, 0.0, 11.0, 70) + breath * 0.6) * swell(lasts, 0.09, 0.2) * (0.5 + 0.5 * force)


def clarinet(midi: int, seconds: float, force: float) -> Samples:
    lasts = seconds + 0.12
    return 0.2 * _bowed("clarinet", midi, lasts, 0.0, 3.0, 80) * swell(lasts, 0.05, 0.14) * (0.5 + 0.5 * force)


def horn(midi: int, seconds: float, force: float) -> Samples:
    lasts = seconds + 0.3
    return 0.15 * _bowed("horn", midi, lasts, 0.0, 3.0, 90) * swell(lasts, 0.14, 0.4) * (0.5 + 0.5 * force)


def drum(midi: int, seconds: float, force: float) -> Samples:
    """A great drum, struck softly."""
    time = np.arange(length(1.6), dtype=np.float32) / RATE
    turns = np.cumsum(52 + 26 * np.exp2(-time / 0.05)) / RATE
    skin = np.sin(2 * np.pi * turns) * np.exp2(-time / 0.24)
    return 0.8 * (0.75 * skin + 0.25 * _hiss(1.6, 180.0) * np.exp2(-time / 0.05)) * np.clip(time / 0.006, 0, 1) * (0.3 + 0.7 * force)


def shaker(midi: int, seconds: float, force: float) -> Samples:
    hiss = coloured(0.12, band(6200.0, 1.0), np.random.default_rng(5))
    return 0.14 * hiss * decay(0.12, 0.018, 0.012) * (0.4 + 0.6 * force)


@lru_cache(maxsize=8)
def _hiss(seconds: float, corner: float) -> Samples:
    return coloured(seconds, falling(corner, 2.0), np.random.default_rng(11))


PLAYERS: dict[str, Callable[[int, float, float], Samples]] = {
    "piano": piano,
    "harp": harp,
    "plucked": plucked,
    "celesta": celesta,
    "strings": strings,
    "choir": choir,
    "spiccato": spiccato,
    "bass": bass,
    "cello": cello,
    "flute": flute,
    "clarinet": clarinet,
    "horn": horn,
    "drum": drum,
    "shaker": shaker,
}
