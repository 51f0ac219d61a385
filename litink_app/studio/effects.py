"""Sounds of single events, and where the words of a scene ask for them."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from litink_app.errors import Refused
from litink_app.schemas.sound import Timed
from litink_app.studio import wav
from litink_app.studio.synthesis import (
    RATE,
    Random,
    Samples,
    band,
    between,
    coloured,
    convolved,
    decay,
    edges,
    falling,
    lay,
    length,
    placed,
    room,
    swell,
    tone,
    wander,
)

LEVEL = -13.0
"""Peak of an effect in dB full scale; the mix places it under the words."""


@dataclass(frozen=True, slots=True)
class EffectCue:
    """An effect and the second at which it sounds."""

    effect: str
    start: float


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


EFFECTS: dict[str, Callable[[Random], Samples]] = {
    made.__name__: made
    for made in (
        door, creak, knock, footsteps, running, splash, bell, handbell, clock_strikes,
        thunder, shot, glass, horse, whistle, page, wings, fall,
    )
}  # fmt: skip

_ASKED: tuple[tuple[str, str], ...] = (
    (r"(?:slam|shut|clos|bang)\w* (?:\w+ ){0,3}door|door (?:\w+ ){0,2}(?:slam|shut|clos|bang|flew|open)\w*", "door"),
    (r"door (?:\w+ ){0,2}creak\w*|creak\w* (?:\w+ ){0,3}(?:door|stair|floor|hinge)\w*", "creak"),
    (r"knock(?:ed|ing|s)? (?:\w+ ){0,3}(?:door|window)|a knock\b|rapp(?:ed|ing) at", "knock"),
    (r"foot ?steps?|(?:walk|stroll|pac|strod|stepp)(?:ed|ing|es?)? (?:up|down|along|across|into|over|through|in)", "footsteps"),
    (r"\b(?:ran|running|runs|hurried|rushed|dashed) (?:\w+ )?(?:up|down|along|across|into|over|through|away|off|out|after|past)", "running"),
    (r"\bsplash\w*|(?:fell|plunged|jumped|dived|dropped) (?:\w+ ){0,2}into the (?:\w+ )?(?:water|sea|river|pool|lake|pond|well)", "splash"),
    (r"(?:church|great|abbey|chapel) bells?|bells? (?:\w+ ){0,1}(?:toll|rang|ring|peal)\w*|tolling", "bell"),
    (r"rang (?:\w+ ){0,2}bell|door-?bell|handbell", "handbell"),
    (r"clock (?:\w+ ){0,1}(?:struck|chim|strik)\w*|struck (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight)", "clock_strikes"),
    (r"thunder(?!struck)\w*", "thunder"),
    (r"\b(?:pistol|gun|rifle)[ -]?shots?|shot (?:\w+ ){0,2}rang|\b(?:fired|a shot)\b", "shot"),
    (r"(?:glass|window|plate|cup|jar|mirror|bottle)\w* (?:\w+ ){0,2}(?:broke|smash|shatter|crash)\w*|(?:smash|shatter|broke)\w* (?:\w+ ){0,2}(?:glass|window|plate|cup|jar|mirror|bottle)", "glass"),
    (r"gallop\w*|canter\w*|hoofs?\b|hooves|horse'?s? (?:\w+ ){0,1}(?:trot|came|dash)\w*", "horse"),
    (r"train (?:\w+ ){0,1}whistle\w*|whistle of (?:the|a) (?:train|engine)|engine whistled", "whistle"),
    (r"turned (?:\w+ ){0,2}(?:page|leaf|leaves)\b|opened the book", "page"),
    (r"flapp\w*|flutter\w* (?:\w+ ){0,2}wings|flew (?:up|away|off)|took wing", "wings"),
    (r"fell (?:\w+ ){0,2}(?:to the (?:ground|floor)|heavily|flat)|tumbled down|with a (?:thump|thud|crash)", "fall"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern, re.I), effect) for pattern, effect in _ASKED)


def effect(name: str, seed: int, folder: Path, kit: str = "") -> Path:
    """One effect as stereo 48 kHz WAV, in the air of the kit. Same arguments, same bytes."""
    if name not in EFFECTS:
        raise Refused(f"There is no effect called “{name}”.")
    random = np.random.default_rng([seed, *name.encode()])
    made = np.pad(EFFECTS[name](random), (0, length(0.8)))
    sound = placed(made, float(random.uniform(-0.35, 0.35))) + _WET.get(kit, 0.35) * convolved(
        placed(made, 0.0), room(*_AIR.get(kit, (0.6, 2600.0)))
    )
    scaled = edges(sound * np.float32(wav.gain(LEVEL) / float(np.abs(sound).max())), 0.002)
    key = hashlib.sha256(repr((name, seed, kit)).encode()).hexdigest()[:12]
    return wav.write(folder / f"{name}-{key}.wav", scaled, RATE)


_AIR = {"castle": (1.8, 2200.0), "cave": (2.6, 2600.0), "courtroom": (1.1, 2400.0), "mountains": (2.0, 1500.0)}
_WET = {"meadow": 0.1, "beach": 0.1, "desert": 0.06, "snow": 0.06, "sea": 0.06, "road": 0.1, "castle": 0.8, "cave": 1.0}


def asked(words: Sequence[Timed], apart: float = 4.0) -> list[EffectCue]:
    """The events that spoken words name, at the moment of the last word of each, never two of a kind within `apart` seconds."""
    text, ends = "", list[tuple[int, float]]()
    for word in words:
        text += re.sub(r"[^\w'-]", "", word.text) + " "
        ends.append((len(text), word.end))
    cues: list[EffectCue] = []
    for pattern, name in _PATTERNS:
        for match in pattern.finditer(text):
            start = next((end for place, end in ends if place > match.end() - 1), ends[-1][1])
            if not any(cue.effect == name and abs(cue.start - start) < apart for cue in cues):
                cues.append(EffectCue(name, start))
    return sorted(cues, key=lambda cue: cue.start)
