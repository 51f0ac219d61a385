"""From a film's cues to notes: passages of whole bars that end where scenes end, a texture for each mood, themes on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from litink_app.studio.score.harmony import MOODS, Mood, chord, led, pitch, theme

LEAST = 8.0
"""Seconds that a passage lasts at least: moods that change faster are gathered under the strongest of them."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What the music should feel from `start` to `end` seconds; `theme` names the character whose tune is played."""

    start: float
    end: float
    mood: str = "calm"
    tension: float = 0.3
    kit: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note to play: seconds, MIDI pitch, force 0..1, place -1..1."""

    start: float
    seconds: float
    instrument: str
    midi: int
    force: float
    pan: float = 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands on and how it is to be played."""

    start: float
    seconds: float
    root: int
    tonic: int
    mood: Mood
    tension: float
    voices: tuple[int, ...]
    last: bool = False

    @property
    def beat(self) -> float:
        return self.seconds / 4


_LEADS = {
    "sea": "clarinet",
    "ship": "clarinet",
    "harbour": "clarinet",
    "castle": "horn",
    "battlefield": "horn",
    "mountains": "horn",
    "courtroom": "clarinet",
    "library": "piano",
    "bedroom": "celesta",
    "school": "celesta",
    "snow": "celesta",
    "desert": "flute",
    "forest": "flute",
    "city_night": "clarinet",
    "street": "clarinet",
}


def passages(cues: Sequence[Cue], seconds: float) -> list[Cue]:
    """The cues as passages that tile the whole film, none shorter than LEAST where the film allows it."""
    tiled = _tiled(sorted(cues, key=lambda cue: cue.start), seconds)
    merged: list[Cue] = []
    for cue in tiled:
        if merged and (merged[-1].mood == cue.mood or merged[-1].end - merged[-1].start < LEAST):
            merged[-1] = _joined(merged[-1], cue)
        else:
            merged.append(cue)
    if len(merged) > 1 and merged[-1].end - merged[-1].start < LEAST:
        merged[-2:] = [_joined(merged[-2], merged[-1])]
    return merged


def _tiled(cues: list[Cue], seconds: float) -> list[Cue]:
    if not cues:
        return [Cue(0.0, seconds)]
    edges = [0.0, *(cue.start for cue in cues[1:]), seconds]
    return [replace(cue, start=a, end=b) for cue, a, b in zip(cues, edges, edges[1:], strict=False) if b > a]


def _joined(first: Cue, second: Cue) -> Cue:
    longer = second if (second.end - second.start) * (0.5 + second.tension) > (first.end - first.start) * (0.5 + first.tension) else first
    tension = ((first.end - first.start) * first.tension + (second.end - second.start) * second.tension) / (second.end - first.start)
    return Cue(first.start, second.end, longer.mood, tension, longer.kit or first.kit)


def arranged(cues: Sequence[Cue], seconds: float, seed: int) -> list[Note]:
    """All notes of a film's music."""
    random = np.random.default_rng(seed)
    tonic = 60 + int(random.choice((-5, -4, -2, 0, 2, 3)))
    notes: list[Note] = []
    voices: tuple[int, ...] = ()
    for number, passage in enumerate(chosen := passages(cues, seconds)):
        if number and number % 3 == 0:
            tonic += int(random.choice((-5, 2, 7 - 12)))
            tonic += 12 if tonic < 54 else 0
        bars = _bars(passage, tonic, voices, cues, random, last=number == len(chosen) - 1)
        voices = bars[-1].voices
        notes += [one for bar in bars for one in _accompaniment(bar, random)]
        notes += _tune(bars, passage, cues, seed)
    return notes


def _bars(passage: Cue, tonic: int, voices: tuple[int, ...], cues: Sequence[Cue], random: np.random.Generator, last: bool) -> list[Bar]:
    mood = MOODS.get(passage.mood, MOODS["calm"])
    lasts = passage.end - passage.start
    count = max(1, round(lasts / (240 / (mood.tempo * (0.92 + 0.2 * passage.tension)))))
    roots = _roots(mood, count, random, last)
    bars: list[Bar] = []
    for number, root in enumerate(roots):
        start = passage.start + number * lasts / count
        voices = led(chord(root, mood.ninths), tonic, voices)
        tension = _tension(cues, start, passage.tension)
        bars.append(Bar(start, lasts / count, root, tonic, mood, tension, voices, last=last and number == count - 1))
    return bars


def _tension(cues: Sequence[Cue], at: float, otherwise: float) -> float:
    return next((cue.tension for cue in cues if cue.start <= at + 0.5 < cue.end), otherwise)


def _roots(mood: Mood, count: int, random: np.random.Generator, last: bool) -> list[int]:
    roots: list[int] = []
    while len(roots) < count:
        roots += mood.progressions[int(random.integers(len(mood.progressions)))]
    roots = roots[:count]
    roots[0] = mood.home
    if last:
        roots[-1] = 0 if mood.home in {0, 3} else mood.home
        roots[-2:-1] = [4 if mood.home in {0, 3} else 3] if count > 2 else roots[-2:-1]
    return roots


def _accompaniment(bar: Bar, random: np.random.Generator) -> Iterator[Note]:
    force = float(np.clip(0.3 + 0.5 * bar.tension + 0.05 * bar.mood.loud, 0.1, 1.0))
    for part, midi in enumerate(bar.voices):
        yield Note(bar.start, bar.seconds, "strings", midi, round(0.8 * force, 1), (-0.5, -0.2, 0.25, 0.5)[part])
    root = 36 + (pitch(chord(bar.root, False)[0], bar.tonic) - 36) % 12
    yield Note(bar.start, bar.seconds, "bass", root, round(force, 1))
    if bar.last:
        yield Note(bar.start, bar.seconds, "piano", root + 12, 0.3, -0.1)
        yield Note(bar.start, bar.seconds, "celesta", bar.voices[-1] + 12, 0.3, 0.2)
        return
    yield from _TEXTURES[bar.mood.texture](bar, force, random)
    if bar.tension > 0.62:
        yield from _heartbeat(bar, force)


def _heartbeat(bar: Bar, force: float) -> Iterator[Note]:
    for beat, share in ((0.0, 1.0), (0.5, 0.55), (2.0, 0.8)):
        yield Note(bar.start + beat * bar.beat, 0.5, "drum", 36, round(0.7 * force * share, 1))


def _broken(bar: Bar, force: float, random: np.random.Generator) -> Iterator[Note]:
    """A piano that breaks the chord upwards and lets it ring."""
    order = (0, 2, 1, 3, 2, 1) if random.random() < 0.5 else (0, 1, 2, 3, 2, 1)
    for number, part in enumerate(order):
        rubato = float(random.normal(0, 0.012))
        yield Note(bar.start + (number * 0.66) * bar.beat + max(0, rubato), 1.2, "piano", bar.voices[part], round(0.7 * force, 1), -0.15)


def _dance(bar: Bar, force: float, random: np.random.Generator) -> Iterator[Note]:
    """Plucked strings on and off the beat."""
    root = 48 + (bar.voices[0] - 48) % 12
    for beat in (0.0, 2.0):
        yield Note(bar.start + beat * bar.beat, 0.4, "plucked", root - (12 if root > 55 else 0), round(force, 1), -0.3)
    for beat in (1.0, 1.5, 3.0, 3.5):
        for midi in bar.voices[1:]:
            yield Note(bar.start + beat * bar.beat, 0.3, "plucked", midi, round(0.6 * force, 1), 0.3)
    for number in range(8):
        yield Note(bar.start + number * bar.beat / 2, 0.1, "shaker", 60, round(0.5 if number % 2 else 0.2, 1), 0.45)


def _ostinato(bar: Bar, force: float, random: np.random.Generator) -> Iterator[Note]:
    """Low strings that do not stop."""
    low = 40 + (pitch(chord(bar.root, False)[0], bar.tonic) - 40) % 12
    third = low + (pitch(chord(bar.root, False)[1], bar.tonic) - low) % 12
    for number, midi in enumerate((low, low, third, low, low, low + 7 if third < low + 5 else third, low, third)):
        accent = 1.0 if number % 4 == 0 else 0.65
        yield Note(bar.start + number * bar.beat / 2, 0.3, "spiccato", midi, round(force * accent, 1), -0.25)


def _slow(bar: Bar, force: float, random: np.random.Generator) -> Iterator[Note]:
    """A piano with much room between its notes."""
    for beat, part in ((0.0, 0), (1.0, 2), (2.0, 3), (3.0, 1)):
        yield Note(bar.start + beat * bar.beat, 1.8, "piano", bar.voices[part], round(0.6 * force, 1), -0.1)


def _sparse(bar: Bar, force: float, random: np.random.Generator) -> Iterator[Note]:
    """Single high notes in the dark."""
    for beat in sorted(random.choice(8, 3, replace=False) / 2):
        midi = int(random.choice(bar.voices)) + int(random.choice((12, 24)))
        yield Note(bar.start + float(beat) * bar.beat, 0.8, "celesta", midi, round(0.5 * force, 1), float(random.uniform(-0.5, 0.5)))
    yield Note(bar.start, bar.seconds, "choir", bar.voices[1], 0.4, 0.2)


def _waves(bar: Bar, force: float, random: np.random.Generator) -> Iterator[Note]:
    """A harp that rises and falls, voices behind."""
    tones = [*bar.voices, *(midi + 12 for midi in bar.voices)]
    for number, midi in enumerate([*tones, *tones[-2:0:-1]][:12]):
        yield Note(bar.start + number * bar.beat / 3, 0.8, "harp", midi, round(force * (0.5 + 0.03 * number), 1), 0.3 - 0.05 * number)
    for midi in bar.voices[1:3]:
        yield Note(bar.start, bar.seconds, "choir", midi, 0.5, 0.0)


_TEXTURES = {"broken": _broken, "dance": _dance, "ostinato": _ostinato, "slow": _slow, "sparse": _sparse, "waves": _waves}


def _tune(bars: Sequence[Bar], passage: Cue, cues: Sequence[Cue], seed: int) -> Iterator[Note]:
    """The theme at the start of a passage, again every eighth bar or where somebody else's scene begins, then silence for words."""
    lead = _LEADS.get(passage.kit, bars[0].mood.lead) if passage.mood != "tense" else "cello"
    for first, name in _entries(bars, cues, f"film {seed}"):
        for one in theme(name):
            bar = bars[first + int(one.beat // 4)]
            if bar.last:
                continue
            midi = _in_range(pitch(chord(bar.root, False)[0] + one.step, bar.tonic), *_RANGES[lead])
            start = bar.start + one.beat % 4 * bar.beat
            yield Note(start, round(one.beats * bar.beat * 0.96, 2), lead, midi, round(0.45 + 0.25 * bar.tension, 1), 0.1)


_EVERY, _BREATH = 8, 3
"""Bars from one theme to its return, and at least to that of another; a theme itself is two bars long."""


def _entries(bars: Sequence[Bar], cues: Sequence[Cue], otherwise: str) -> Iterator[tuple[int, str]]:
    """At which bars a theme begins, and whose it is."""
    since, name = _EVERY, ""
    for number, bar in enumerate(bars[:-1]):
        now = next((cue.theme for cue in cues if cue.start <= bar.start + bar.beat < cue.end), "") or otherwise
        if since >= _EVERY or (now != name and since >= _BREATH):
            yield number, now
            since, name = 0, now
        since += 1


_RANGES = {"flute": (67, 86), "clarinet": (55, 76), "cello": (45, 64), "horn": (48, 66), "celesta": (72, 91), "piano": (64, 84)}


def _in_range(midi: int, low: int, high: int) -> int:
    while midi < low:
        midi += 12
    while midi > high:
        midi -= 12
    return midi
