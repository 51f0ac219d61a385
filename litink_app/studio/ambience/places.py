"""What rooms, streets and machines sound like. Every layer gives stereo at about unit power for the whole time."""

import numpy as np

from litink_app.studio.ambience.nature import silence
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
    filtered,
    lay,
    length,
    moments,
    placed,
    room,
    swell,
    tone,
    wander,
)


def air(seconds: float, random: Random) -> Samples:
    """The tone of a quiet room."""
    return np.stack([coloured(seconds, falling(160.0, 1.3, 40.0), random) for _ in "lr"], axis=1)


def murmur(seconds: float, random: Random, talkers: int = 12, height: float = 1.0) -> Samples:
    """Many people talking at once, no word to be made out."""
    track = silence(seconds)
    for _ in range(talkers):
        pitch = wander(seconds, 0.45, 95, 210, random) * height
        rhythm = wander(seconds, 0.13, -0.4, 1.0, random).clip(0) * wander(seconds, 1.6, 0.0, 1.0, random)
        voice = sum(tone(pitch * n, seconds) / n for n in range(1, 7))
        breath = 0.5 * coloured(seconds, band(1900.0 * height, 1.6), random)
        vowel = filtered(np.asarray(voice, np.float32) + breath, _vowel(random, height))
        track += placed(vowel * rhythm, random.uniform(-0.9, 0.9))
    return 0.8 * track + 1.2 * convolved(track, room(0.9, 1800.0))


def _vowel(random: Random, height: float):
    first, second = random.uniform(380, 700) * height, random.uniform(1000, 1900) * height
    return lambda hz: band(first, 0.7)(hz) + 0.45 * band(second, 0.6)(hz)


def children(seconds: float, random: Random) -> Samples:
    """Children behind a door."""
    return murmur(seconds, random, 7, 1.7)


def clock(seconds: float, random: Random) -> Samples:
    """A tall clock, one beat a second."""
    track = silence(seconds)
    for beat in range(int(seconds) + 1):
        low = beat % 2
        click = decay(0.09, 0.008, 0.0006) * (tone(2100.0 - 420 * low, 0.09) + 0.6 * tone(3350.0 - 600 * low, 0.09))
        knock = decay(0.09, 0.015, 0.001) * tone(310.0 - 40 * low, 0.09)
        lay(track, placed(2.4 * (0.5 * click + knock), -0.35), beat + 0.4)
    return track + 0.5 * convolved(track, room(0.5, 2500.0))


def street(seconds: float, random: Random) -> Samples:
    """A town by day: a rumble, wheels and hooves now and then, voices far off."""
    rumble = np.stack([coloured(seconds, falling(130.0, 1.4), random) for _ in "lr"], axis=1)
    return 0.6 * rumble + 0.5 * hooves(seconds, random) + 0.45 * murmur(seconds, random, 6)


def hooves(seconds: float, random: Random) -> Samples:
    """A horse and cart that come, pass and go."""
    track = silence(seconds)
    at = random.uniform(-4, 2)
    while at < seconds:
        lasts = random.uniform(7, 11)
        lay(track, _carriage(lasts, random), at)
        at += lasts + random.uniform(2, 7)
    return track


def _carriage(lasts: float, random: Random) -> Samples:
    near = swell(lasts, 0.5 * lasts, 0.5 * lasts)
    trot = np.zeros(length(lasts), np.float32)
    step = random.uniform(0.2, 0.25)
    for number in range(int(lasts / step)):
        hoof = decay(0.07, 0.012, 0.001) * coloured(0.07, band((900.0, 1250.0)[number % 2], 0.9), random)
        lay(trot, hoof * random.uniform(0.5, 0.9), number * step + random.uniform(0, 0.012))
    wheels = 0.16 * wander(lasts, 0.09, 0.3, 1.0, random) * coloured(lasts, band(420.0, 2.2), random)
    pan = np.linspace(-0.9, 0.9, length(lasts), dtype=np.float32) * (1 if random.random() < 0.5 else -1)
    sides = np.stack([np.cos((pan + 1) * np.pi / 4), np.sin((pan + 1) * np.pi / 4)], axis=1)
    return ((2.5 * trot + wheels) * near)[:, None] * sides.astype(np.float32)


def train(seconds: float, random: Random) -> Samples:
    """Inside a carriage: a rumble and the joints of the rails."""
    track = np.stack([coloured(seconds, falling(110.0, 1.5), random) for _ in "lr"], axis=1)
    at = 0.1
    while at < seconds:
        for late in (0.0, 0.17):
            clack = decay(0.14, 0.022, 0.002) * (
                coloured(0.14, band(240.0, 1.4), random) + 0.25 * coloured(0.14, band(1700.0, 1.2), random)
            )
            lay(track, placed(1.5 * clack, random.uniform(-0.3, 0.3)), at + late)
        at += 0.78
    return track


def creaks(seconds: float, random: Random) -> Samples:
    """Timber under strain."""
    track = silence(seconds)
    for at in moments(seconds, 0.35, random):
        lasts = random.uniform(0.5, 1.2)
        grain = np.cumsum(wander(lasts, 0.15, 14, 46, random)) / RATE
        pulses = (np.diff(np.floor(grain), prepend=0) > 0).astype(np.float32)
        wood = convolved(pulses, decay(0.05, 0.006, 0.0005) * coloured(0.05, band(random.uniform(420, 900), 0.7), random))
        lay(track, placed(4.0 * wood * swell(lasts, 0.1, 0.3), random.uniform(-0.7, 0.7)), at)
    return track + 0.6 * convolved(track, room(0.7, 2000.0))


def drips(seconds: float, random: Random) -> Samples:
    """Water falling into a pool in a great hollow."""
    track = silence(seconds)
    for at in moments(seconds, 0.7, random):
        lasts = random.uniform(0.05, 0.1)
        pitch = random.uniform(900, 1700) * np.linspace(1, 1.35, length(lasts), dtype=np.float32)
        lay(track, placed(tone(pitch, lasts) * decay(lasts, 0.02, 0.002), random.uniform(-0.8, 0.8)), at)
    return 1.2 * track + 3.0 * convolved(track, room(2.8, 3000.0))


def bubbling(seconds: float, random: Random) -> Samples:
    """Something boils in glass."""
    track = silence(seconds)
    for at in moments(seconds, 9.0, random):
        lasts, pitch = random.uniform(0.03, 0.07), random.uniform(260, 620)
        rise = np.linspace(pitch, 1.4 * pitch, length(lasts), dtype=np.float32)
        lay(track, placed(tone(rise, lasts) * swell(lasts, 0.008, 0.6 * lasts), random.uniform(0.1, 0.5)), at)
    return track


def hum(seconds: float, random: Random) -> Samples:
    """An apparatus at work."""
    made = tone(100.0, seconds) + 0.4 * tone(200.0, seconds, 1.0) + 0.12 * tone(300.0, seconds)
    return placed(made * wander(seconds, 3.0, 0.85, 1.0, random), -0.2)


def shuffles(seconds: float, random: Random) -> Samples:
    """Paper turned, cloth moved, a chair."""
    track = silence(seconds)
    for at in moments(seconds, 0.3, random):
        lasts = random.uniform(0.2, 0.6)
        rub = swell(lasts, 0.3 * lasts, 0.5 * lasts) * wander(lasts, 0.05, 0.1, 1.0, random)
        lay(track, placed(rub * coloured(lasts, band(random.uniform(1500, 4500), 1.8), random), random.uniform(-0.8, 0.8)), at)
    return 0.8 * track + 0.8 * convolved(track, room(0.8, 2600.0))


def clinks(seconds: float, random: Random) -> Samples:
    """Pots and cups."""
    track = silence(seconds)
    for at in moments(seconds, 0.28, random):
        pitch = random.uniform(1300, 3600)
        made = sum(decay(0.5, 0.05 / n, 0.0008) * tone(pitch * ratio, 0.5) for n, ratio in ((1, 1.0), (2, 2.32), (3, 4.25)))
        lay(track, placed(random.uniform(0.3, 1.0) * np.asarray(made, np.float32), random.uniform(-0.6, 0.6)), at)
    return 0.9 * track + 0.5 * convolved(track, room(0.5, 3500.0))


def guns(seconds: float, random: Random) -> Samples:
    """Cannon beyond the hills."""
    track = silence(seconds)
    for at in moments(seconds, 0.45, random):
        boom = decay(2.2, 0.28, 0.012) * coloured(2.2, falling(60.0, 2.2), random)
        lay(track, placed(random.uniform(1.0, 3.2) * boom, random.uniform(-0.9, 0.9)), at)
    return track + 1.2 * convolved(track, room(2.6, 700.0))


def bell_buoy(seconds: float, random: Random) -> Samples:
    """A bell on the water."""
    track = silence(seconds)
    for at in moments(seconds, 0.16, random):
        made = sum(decay(2.5, 0.5 / n, 0.002) * tone(620.0 * ratio, 2.5) / n for n, ratio in ((1, 1.0), (2, 2.0), (3, 2.99), (4, 4.2)))
        lay(track, placed(0.4 * np.asarray(made, np.float32), 0.5), at)
    return 0.6 * track + 1.1 * convolved(track, room(2.0, 2200.0))


def hush(seconds: float, random: Random) -> Samples:
    """A city asleep."""
    return np.stack([coloured(seconds, between(50.0, 240.0), random) for _ in "lr"], axis=1)
