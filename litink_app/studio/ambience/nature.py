"""What weather and living things sound like. Every layer gives stereo at about unit power for the whole time."""

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
    moments,
    placed,
    room,
    swell,
    tone,
    wander,
)


def _both(left: Samples, right: Samples) -> Samples:
    return np.stack([left, right], axis=1)


def silence(seconds: float) -> Samples:
    return np.zeros((length(seconds), 2), np.float32)


def wind(seconds: float, random: Random) -> Samples:
    """Gusts that move through low bands, never whistling."""
    track = silence(seconds)
    for centre, share in ((140.0, 1.0), (320.0, 0.8), (620.0, 0.5), (1300.0, 0.22)):
        gusts = wander(seconds, 3.2, 0.15, 1.0, random) ** 2
        for side in (0, 1):
            lull = wander(seconds, 1.3, 0.7, 1.0, random)
            track[:, side] += share * gusts * lull * coloured(seconds, band(centre, 1.4), random)
    return track


def breeze(seconds: float, random: Random) -> Samples:
    """Air in leaves."""
    leaves = wander(seconds, 2.4, 0.1, 1.0, random) ** 2
    track = [0.5 * coloured(seconds, falling(300.0, 1.5), random) for _ in "lr"]
    rustle = [leaves * wander(seconds, 0.5, 0.5, 1.0, random) * coloured(seconds, band(4200.0, 2.0), random) for _ in "lr"]
    return _both(track[0] + 0.35 * rustle[0], track[1] + 0.35 * rustle[1])


def sea(seconds: float, random: Random) -> Samples:
    """Waves that gather, break and draw back over each other."""
    track = _both(*(0.35 * coloured(seconds, falling(240.0, 1.6), random) for _ in "lr"))
    at = -random.uniform(1, 6)
    while at < seconds:
        lay(track, _wave(random), at)
        at += random.uniform(4.2, 7.5)
    return track


def _wave(random: Random) -> Samples:
    lasts = random.uniform(7.0, 9.5)
    body = swell(lasts, 0.42 * lasts, 0.55 * lasts)
    foam = np.roll(swell(lasts, 0.5 * lasts, 0.4 * lasts), length(0.06 * lasts)) ** 2
    force = random.uniform(0.6, 1.0)
    sides = [body * coloured(lasts, falling(420.0, 1.4), random) + 0.5 * foam * coloured(lasts, band(2600.0, 2.6), random) for _ in "lr"]
    lean = random.uniform(0.75, 1.0, 2)
    return force * _both(lean[0] * sides[0], lean[1] * sides[1]).astype(np.float32)


def stream(seconds: float, random: Random) -> Samples:
    """Water over stones: a soft rush and many small rising bubbles."""
    track = _both(*(0.6 * coloured(seconds, band(900.0, 2.8), random) for _ in "lr"))
    for at in moments(seconds, 16.0, random):
        lasts, pitch = random.uniform(0.03, 0.09), random.uniform(420, 1500)
        rise = np.linspace(pitch, pitch * random.uniform(1.15, 1.6), length(lasts), dtype=np.float32)
        lay(track, placed(random.uniform(0.2, 1.1) * tone(rise, lasts) * swell(lasts, 0.006, 0.7 * lasts), random.uniform(-0.8, 0.8)), at)
    return track


def rain(seconds: float, random: Random) -> Samples:
    """A steady fall with drops that can be told apart."""
    heavy = wander(seconds, 4.0, 0.75, 1.0, random)
    track = _both(*(heavy * coloured(seconds, between(500.0, 9000.0), random) for _ in "lr"))
    drops = np.zeros((length(seconds), 2), np.float32)
    places = random.integers(0, len(drops), int(seconds * 260))
    drops[places, random.integers(0, 2, places.size)] = random.gamma(0.6, 1.0, places.size)
    splash = placed(decay(0.03, 0.004, 0.0004) * coloured(0.03, band(3400.0, 1.6), random), 0.0)
    return 0.7 * track + 4.0 * convolved(drops, splash)


def far_thunder(seconds: float, random: Random) -> Samples:
    """Rolls now and then, far away."""
    track = silence(seconds)
    at = random.uniform(1, 5)
    while at < seconds:
        lasts = random.uniform(4, 7)
        roll = swell(lasts, 0.4, 0.8 * lasts) * wander(lasts, 0.35, 0.1, 1.0, random) ** 2
        lay(track, placed(3.0 * roll * coloured(lasts, falling(75.0, 2.4), random), random.uniform(-0.5, 0.5)), at)
        at += random.uniform(11, 22)
    return track


def fire(seconds: float, random: Random) -> Samples:
    """A low flutter and dry crackles."""
    track = _both(*(0.5 * wander(seconds, 0.12, 0.4, 1.0, random) * coloured(seconds, falling(190.0, 1.5), random) for _ in "lr"))
    for at in moments(seconds, 7.0, random):
        lasts = random.uniform(0.006, 0.03)
        snap = decay(lasts, lasts / 5, 0.0005) * coloured(lasts, band(random.uniform(1400, 5200), 1.2), random)
        lay(track, placed(random.gamma(0.7, 1.1) * snap, random.uniform(-0.5, 0.5)), at)
    return track


def birds(seconds: float, random: Random) -> Samples:
    """A few birds, each with its own phrase, at its own place, in open air."""
    track = silence(seconds)
    for _ in range(4):
        phrase, pan, loud = _song(random), random.uniform(-0.9, 0.9), random.uniform(0.35, 1.0)
        at = random.uniform(0, 4)
        while at < seconds:
            lay(track, placed(loud * phrase, pan), at)
            at += len(phrase) / RATE + random.gamma(2.0, 1.9)
    return 2.2 * track + 0.9 * convolved(track, room(1.1, 3600.0))


def _song(random: Random) -> Samples:
    pitch, kind = random.uniform(2300, 4700), random.integers(0, 3)
    notes: list[Samples] = []
    for _ in range(int(random.integers(2, 6))):
        lasts = random.uniform(0.05, 0.16)
        place = np.linspace(0, 1, length(lasts), dtype=np.float32)
        bend = (place - 0.5, -(place**2), np.sin(place * random.uniform(9, 20)) * 0.5)[kind]
        call = tone(pitch * (1 + 0.22 * bend).astype(np.float32) * random.uniform(0.9, 1.1), lasts) * swell(
            lasts, 0.25 * lasts, 0.6 * lasts
        )
        notes += [call, np.zeros(length(random.uniform(0.02, 0.11)), np.float32)]
    return np.concatenate(notes)


def gulls(seconds: float, random: Random) -> Samples:
    """Gulls, far up."""
    track = silence(seconds)
    for at in moments(seconds, 0.22, random):
        pan, base = random.uniform(-0.8, 0.8), random.uniform(950, 1250)
        for call in range(int(random.integers(2, 5))):
            lasts = random.uniform(0.25, 0.4)
            arch = np.sin(np.linspace(0.25, 3.0, length(lasts), dtype=np.float32))
            pitch = base * (0.8 + 0.4 * arch)
            cry = sum(tone(pitch * n, lasts) / n**1.2 for n in (1, 2, 3)) * swell(lasts, 0.05, 0.15)
            lay(track, placed(np.asarray(cry, np.float32) * 0.6, pan), at + call * 0.45)
    return 0.7 * track + 1.0 * convolved(track, room(1.6, 2600.0))


def crickets(seconds: float, random: Random) -> Samples:
    """A summer night: trills from several sides."""
    track = silence(seconds)
    time = np.arange(length(seconds), dtype=np.float32) / RATE
    for _ in range(5):
        pitch, beat, turn = random.uniform(3900, 4900), random.uniform(24, 34), random.uniform(0.9, 1.7)
        trill = np.clip(np.sin(2 * np.pi * beat * time), 0, 1) * np.clip(np.sin(2 * np.pi * time / turn + random.uniform(0, 6)) * 3, 0, 1)
        track += placed(random.uniform(0.2, 0.8) * tone(float(pitch), seconds) * trill.astype(np.float32), random.uniform(-1, 1))
    return track


def owl(seconds: float, random: Random) -> Samples:
    """An owl, seldom."""
    track = silence(seconds)
    for at in moments(seconds, 0.05, random):
        for start, lasts in ((0.0, 0.45), (0.75, 0.18), (1.0, 0.7)):
            pitch = 385 + 14 * np.sin(np.linspace(0, np.pi, length(lasts), dtype=np.float32))
            lay(track, placed(tone(pitch.astype(np.float32), lasts) * swell(lasts, 0.1, 0.15), 0.4), at + start)
    return 1.2 * track + 1.6 * convolved(track, room(2.2, 1500.0))


def bees(seconds: float, random: Random) -> Samples:
    """Insects passing by."""
    track = silence(seconds)
    for _ in range(3):
        pitch = wander(seconds, 0.8, 165, 215, random)
        near = wander(seconds, 2.2, -0.6, 1.0, random).clip(0) ** 2
        buzz = sum(tone(pitch * n, seconds) / n for n in (1, 2, 3, 5))
        track += placed(np.asarray(buzz, np.float32) * near, random.uniform(-0.8, 0.8))
    return track
