"""The sounds of single events, each from nothing but numbers: mono, 48 kHz, as long as it is heard."""

from collections.abc import Callable, Sequence

import numpy as np

from litink_app.studio.synthesis import (
    RATE,
    Random,
    Samples,
    band,
    between,
    coloured,
    convolved,
    decay,
    falling,
    lay,
    length,
    swell,
    tone,
    wander,
)


def _thud(hz: float, half: float, random: Random) -> Samples:
    return decay(0.5, half, 0.002) * (tone(hz, 0.5) + 0.7 * coloured(0.5, falling(2.5 * hz, 2.0), random))


def _sequence(parts: Sequence[tuple[float, Samples]], seconds: float) -> Samples:
    track = np.zeros(length(seconds), np.float32)
    for at, part in parts:
        lay(track, part, at)
    return track


def door(random: Random) -> Samples:
    """A latch, then wood into its frame."""
    latch = decay(0.1, 0.008, 0.001) * coloured(0.1, band(2600.0, 1.4), random)
    return _sequence([(0.0, 0.35 * latch), (0.12, _thud(82.0, 0.05, random)), (0.15, 0.3 * latch)], 0.9)


def creak(random: Random) -> Samples:
    """A door that wants oil."""
    grain = np.cumsum(18 + 34 * np.sin(np.linspace(0.2, 2.9, length(1.3)))) / RATE
    pulses = (np.diff(np.floor(grain), prepend=0) > 0).astype(np.float32)
    wood = decay(0.05, 0.005, 0.0004) * coloured(0.05, band(780.0, 0.7), random)
    return convolved(pulses, wood) * swell(1.3, 0.15, 0.4)


def knock(random: Random) -> Samples:
    """Knuckles on a door, three times."""
    return _sequence([(at, force * _thud(185.0, 0.018, random)) for at, force in ((0.0, 0.9), (0.24, 0.8), (0.47, 1.0))], 1.1)


def footsteps(random: Random) -> Samples:
    """Five steps of leather on boards."""
    steps = [(0.52 * n + random.uniform(0, 0.03), random.uniform(0.7, 1) * _thud(105.0 + 8 * (n % 2), 0.02, random)) for n in range(5)]
    heels = [(at + 0.07, 0.12 * decay(0.08, 0.01, 0.001) * coloured(0.08, band(1700.0, 1.6), random)) for at, _ in steps]
    return _sequence([*steps, *heels], 3.0)


def running(random: Random) -> Samples:
    """Nine quick steps."""
    return _sequence([(0.26 * n + random.uniform(0, 0.02), random.uniform(0.7, 1) * _thud(118.0, 0.016, random)) for n in range(9)], 2.8)


def splash(random: Random) -> Samples:
    """Something falls into water."""
    burst = decay(1.2, 0.13, 0.012) * coloured(1.2, band(1500.0, 2.6), random)
    drops = [(random.uniform(0.15, 0.9), _drop(random)) for _ in range(14)]
    return _sequence([(0.0, 1.2 * burst), (0.0, 0.8 * _thud(70.0, 0.05, random)), *drops], 1.4)


def _drop(random: Random) -> Samples:
    pitch = random.uniform(600, 1500) * np.linspace(1, 1.5, length(0.06), dtype=np.float32)
    return random.uniform(0.05, 0.25) * tone(pitch, 0.06) * swell(0.06, 0.006, 0.05)


def bell(random: Random) -> Samples:
    """A church bell, once."""
    partials = ((0.5, 0.5, 1.6), (1.0, 0.8, 1.1), (1.19, 0.5, 0.8), (1.5, 0.3, 0.6), (2.0, 0.6, 0.7), (2.74, 0.25, 0.4), (3.76, 0.15, 0.25))
    made = sum(amount * tone(392.0 * ratio, 4.5) * decay(4.5, half, 0.002) for ratio, amount, half in partials)
    return np.asarray(made) + 0.2 * np.pad(
        decay(0.05, 0.006, 0.0005) * coloured(0.05, band(3200.0, 1.5), random), (0, length(4.5) - length(0.05))
    )


def handbell(random: Random) -> Samples:
    """A small bell, shaken."""
    ring = sum(
        amount * tone(1740.0 * ratio, 0.7) * decay(0.7, half, 0.001)
        for ratio, amount, half in ((1, 1, 0.16), (2.4, 0.4, 0.08), (4.1, 0.2, 0.04))
    )
    return _sequence([(0.17 * n + random.uniform(0, 0.02), random.uniform(0.6, 1) * np.asarray(ring)) for n in range(6)], 1.9)


def clock_strikes(random: Random) -> Samples:
    """A tall clock strikes three."""
    stroke = sum(tone(330.0 * r, 2.0) * decay(2.0, 0.5 / n, 0.002) / n for n, r in ((1, 1.0), (2, 2.02), (3, 3.1)))
    return _sequence([(1.1 * n, np.asarray(stroke)) for n in range(3)], 4.4)


def thunder(random: Random) -> Samples:
    """A crack and its long roll."""
    crack = decay(0.8, 0.05, 0.003) * coloured(0.8, between(120.0, 4500.0), random)
    roll = swell(5.5, 0.25, 4.6) * wander(5.5, 0.3, 0.25, 1.0, random) ** 2 * coloured(5.5, falling(85.0, 2.2), random)
    return _sequence([(0.0, 0.8 * crack), (0.1, 1.6 * roll)], 5.8)


def shot(random: Random) -> Samples:
    """A pistol, outside."""
    return _sequence(
        [(0.0, decay(0.9, 0.028, 0.0008) * coloured(0.9, between(90.0, 6000.0), random)), (0.0, _thud(60.0, 0.06, random))], 1.4
    )


def glass(random: Random) -> Samples:
    """Glass breaks."""
    shards = [(random.gamma(1.2, 0.11), _shard(random)) for _ in range(34)]
    return _sequence([(0.0, 0.6 * decay(0.2, 0.012, 0.0006) * coloured(0.2, between(1500.0, 9000.0), random)), *shards], 1.3)


def _shard(random: Random) -> Samples:
    pitch = random.uniform(2300, 7500)
    return random.gamma(0.8, 0.16) * (tone(pitch, 0.2) + 0.5 * tone(pitch * 1.47, 0.2)) * decay(0.2, random.uniform(0.01, 0.04), 0.0006)


def horse(random: Random) -> Samples:
    """Hooves at a canter, coming nearer."""
    near = np.linspace(0.35, 1.0, 12)
    beats = [(0.52 * (n // 3) + (0.0, 0.14, 0.26)[n % 3], near[n] * _hoof(random)) for n in range(12)]
    return _sequence(beats, 2.8)


def _hoof(random: Random) -> Samples:
    return (
        decay(0.12, 0.014, 0.001) * coloured(0.12, band(random.uniform(800, 1250), 1.1), random)
        + 0.4 * _thud(95.0, 0.02, random)[: length(0.12)]
    )


def whistle(random: Random) -> Samples:
    """A steam whistle, far off."""
    made = sum(tone(hz, 1.8) for hz in (523.0, 659.0, 784.0)) + 1.2 * coloured(1.8, band(2400.0, 1.6), random) * 0.3
    return np.asarray(made) * swell(1.8, 0.12, 0.35)


def page(random: Random) -> Samples:
    """A page is turned."""
    return swell(0.5, 0.22, 0.24) * wander(0.5, 0.03, 0.1, 1.0, random) * coloured(0.5, band(4300.0, 1.6), random)


def wings(random: Random) -> Samples:
    """A bird gets up."""
    beats = [(0.085 * n, (1 - n / 14) * swell(0.08, 0.03, 0.05) * coloured(0.08, band(700.0, 2.0), random)) for n in range(11)]
    return _sequence(beats, 1.2)


def fall(random: Random) -> Samples:
    """A body comes down."""
    return _sequence([(0.0, _thud(62.0, 0.07, random)), (0.09, 0.5 * _thud(88.0, 0.05, random))], 0.9)


def fire(random: Random) -> Samples:
    """Flames leap up and crackle."""
    roar = swell(3.2, 0.5, 1.8) * wander(3.2, 0.12, 0.4, 1.0, random) * coloured(3.2, falling(320.0, 1.4), random)
    sparks = [(random.uniform(0.15, 2.8), random.uniform(0.2, 1.3) * _spark(random)) for _ in range(30)]
    return _sequence([(0.0, 0.5 * roar), *sparks], 3.3)


def _spark(random: Random) -> Samples:
    return decay(0.05, random.uniform(0.002, 0.007), 0.0004) * coloured(0.05, band(random.uniform(1400, 4200), 1.3), random)


def match(random: Random) -> Samples:
    """A match is struck and flares."""
    scratch = swell(0.22, 0.03, 0.05) * wander(0.22, 0.012, 0.3, 1.0, random) * coloured(0.22, band(4200.0, 1.2), random)
    flare = swell(0.9, 0.05, 0.8) * coloured(0.9, band(2100.0, 2.2), random)
    return _sequence([(0.0, scratch), (0.17, 0.6 * flare)], 1.1)


def gust(random: Random) -> Samples:
    """The wind takes hold and lets go."""
    low = wander(3.4, 0.35, 0.5, 1.0, random) * coloured(3.4, band(420.0, 1.6), random)
    return swell(3.4, 1.1, 2.0) * (low + 0.25 * coloured(3.4, band(1500.0, 1.0), random))


def wave(random: Random) -> Samples:
    """A wave breaks and runs out."""
    body = swell(3.6, 0.9, 2.4) * coloured(3.6, falling(700.0, 1.3), random)
    foam = swell(2.6, 0.25, 2.2) * coloured(2.6, band(4200.0, 1.8), random)
    return _sequence([(0.0, body), (0.8, 0.4 * foam)], 3.6)


def clap(random: Random) -> Samples:
    """Two hands, twice."""
    return _sequence([(at, _palms(random)) for at in (0.0, 0.34)], 0.8)


def _palms(random: Random) -> Samples:
    return random.uniform(0.6, 1) * decay(0.1, 0.009, 0.0006) * coloured(0.1, band(random.uniform(900, 1500), 1.4), random)


def applause(random: Random) -> Samples:
    """A hall of hands, that begins and dies away."""
    times = np.sort(random.triangular(0.0, 0.8, 3.2, 170))
    return _sequence([(float(at), random.uniform(0.2, 0.7) * _palms(random)) for at in times], 3.4)


def swords(random: Random) -> Samples:
    """Blade on blade, twice."""
    return _sequence([(0.0, _blade(random)), (0.42, 0.8 * _blade(random))], 1.7)


def _blade(random: Random) -> Samples:
    pitch = random.uniform(1150, 1500)
    ring = sum(tone(pitch * r, 1.1) * decay(1.1, 0.2 / r, 0.0006) / r for r in (1.0, 1.83, 2.71, 3.47))
    return np.asarray(ring) + np.pad(
        decay(0.04, 0.004, 0.0004) * coloured(0.04, band(5200.0, 1.6), random), (0, length(1.1) - length(0.04))
    )


def coins(random: Random) -> Samples:
    """Money on a table."""
    drops = [(0.07 * n + random.uniform(0, 0.05), random.uniform(0.3, 1) * _coin(random)) for n in range(8)]
    return _sequence(drops, 1.1)


def _coin(random: Random) -> Samples:
    pitch = random.uniform(3100, 5200)
    return (tone(pitch, 0.3) + 0.6 * tone(pitch * 1.41, 0.3)) * decay(0.3, random.uniform(0.02, 0.05), 0.0005)


def key(random: Random) -> Samples:
    """A key finds its lock and turns."""
    clicks = ((0.0, 0.5, 2400.0), (0.09, 0.4, 3100.0), (0.38, 0.6, 1900.0), (0.52, 1.0, 1100.0))
    return _sequence([(at, force * decay(0.08, 0.008, 0.0005) * coloured(0.08, band(hz, 1.2), random)) for at, force, hz in clicks], 0.9)


def wheels(random: Random) -> Samples:
    """A carriage over cobbles, past us."""
    roll = wander(4.2, 0.07, 0.4, 1.0, random) * coloured(4.2, falling(240.0, 1.3), random)
    stones = [(0.11 * n + random.uniform(0, 0.05), random.uniform(0.1, 0.5) * _hoof(random)) for n in range(36)]
    return swell(4.2, 1.4, 2.2) * (_sequence([(0.0, 0.8 * roll), *stones], 4.2))


EFFECTS: dict[str, Callable[[Random], Samples]] = {
    made.__name__: made
    for made in (
        door, creak, knock, footsteps, running, splash, bell, handbell, clock_strikes, thunder, shot, glass, horse, whistle, page, wings,
        fall, fire, match, gust, wave, clap, applause, swords, coins, key, wheels,
    )
}  # fmt: skip
