"""Keys, chords and themes. All moods of a passage share one diatonic collection, so that each may follow each.

Steps count the notes of the collection from its tonic, 0 = the tonic of the major key; pitches are MIDI numbers.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

_MAJOR = (0, 2, 4, 5, 7, 9, 11)


@dataclass(frozen=True, slots=True)
class Mood:
    """How music of a mood is made: tempo, the step it rests on, its progressions (root steps, one a bar), its texture."""

    tempo: float
    home: int
    progressions: tuple[tuple[int, ...], ...]
    texture: str
    lead: str
    loud: float = 0.0
    ninths: bool = False


MOODS = {
    "calm": Mood(66, 0, ((0, 4, 5, 3), (0, 2, 3, 0), (0, 3, 5, 4), (0, 5, 3, 3)), "broken", "flute", -1.5, ninths=True),
    "joyful": Mood(108, 0, ((0, 3, 0, 4), (0, 5, 1, 4), (0, 3, 1, 4)), "dance", "clarinet", 0.0),
    "tense": Mood(92, 5, ((5, 5, 3, 2), (5, 1, 5, 2), (5, 3, 1, 2), (5, 5, 1, 2)), "ostinato", "cello", 1.0),
    "sad": Mood(56, 5, ((5, 3, 0, 4), (5, 2, 3, 0), (1, 5, 3, 2), (5, 3, 1, 2)), "slow", "cello", -1.5, ninths=True),
    "mysterious": Mood(60, 1, ((1, 4, 1, 0), (1, 3, 1, 4), (1, 0, 4, 1)), "sparse", "celesta", -2.0, ninths=True),
    "wondrous": Mood(72, 3, ((3, 4, 3, 4), (3, 4, 5, 4), (3, 0, 4, 5)), "waves", "flute", 0.0, ninths=True),
}


def pitch(step: int, tonic: int) -> int:
    """The MIDI pitch of a step; `tonic` is the pitch of step 0."""
    return tonic + 12 * (step // 7) + _MAJOR[step % 7]


def chord(root: int, ninths: bool) -> tuple[int, ...]:
    """The steps of a chord on a root; a leading-tone triad gives way to the dominant, and no ninth rubs by a half-tone."""
    root = root % 7
    base = 4 if root == 6 else root
    if ninths and base != 2:
        return (base, base + 2, base + 4, base + 8)
    return (base, base + 2, base + 4, base)


def led(steps: Sequence[int], tonic: int, before: Sequence[int], low: int = 50, high: int = 73) -> tuple[int, ...]:
    """A chord in four parts between two pitches, each part moving as little as it can; a triad doubles its root or its fifth."""
    start = before or (low + 3, low + 8, low + 12, low + 16)
    return min(
        (voices for doubled in _doubled(steps) for voices in _voicings([pitch(step, tonic) % 12 for step in doubled], low, high)),
        key=lambda voices: (sum(abs(a - b) for a, b in zip(voices, start, strict=True)), voices),
    )


def _doubled(steps: Sequence[int]) -> list[tuple[int, ...]]:
    first, third, fifth, fourth = steps
    return [(first, third, fifth, first), (first, third, fifth, fifth)] if fourth == first else [tuple(steps)]


def _voicings(classes: Sequence[int], low: int, high: int) -> Iterator[tuple[int, ...]]:
    places = [[p for p in range(low, high + 1) if p % 12 == c] for c in classes]
    for voices in product(*places):
        ordered = tuple(sorted(voices))
        if _spread(ordered):
            yield ordered


def _spread(voices: Sequence[int]) -> bool:
    return min(b - a for a, b in pairwise(voices)) >= 2 and voices[-1] - voices[0] <= 19


@dataclass(frozen=True, slots=True)
class ThemeNote:
    """A note of a theme: when (beats), how long (beats), how many steps above the root of its bar's chord."""

    beat: float
    beats: float
    step: int


_RHYTHMS = (
    (1.5, 0.5, 1, 1, 2, 2),
    (1, 1, 2, 1, 1, 2),
    (2, 1, 1, 3, 1),
    (1, 0.5, 0.5, 2, 1.5, 0.5, 2),
    (0.5, 0.5, 1, 2, 1, 1, 2),
    (3, 1, 2, 2),
    (1.5, 1.5, 1, 1.5, 0.5, 2),
)
_STABLE = (0, 2, 4)


def theme(name: str) -> tuple[ThemeNote, ...]:
    """Two bars that belong to a name for ever: stepwise with one leap, from a chord note to a chord note."""
    random = np.random.default_rng(int.from_bytes(hashlib.sha256(f"theme:{name}".encode()).digest()[:8], "big"))
    rhythm = _RHYTHMS[int(random.integers(len(_RHYTHMS)))]
    steps = _contour(len(rhythm), random)
    notes: list[ThemeNote] = []
    beat = 0.0
    for lasts, step in zip(rhythm, steps, strict=True):
        strong = beat % 2 == 0
        notes.append(ThemeNote(beat, lasts, _settled(step) if strong else step))
        beat += lasts
    return tuple(notes)


def _contour(count: int, random: np.random.Generator) -> list[int]:
    steps = [int(random.choice(_STABLE))]
    leap, way = int(random.integers(1, max(2, count - 1))), int(random.choice((-1, 1)))
    for number in range(1, count):
        if number == leap:
            steps.append(steps[-1] + way * int(random.choice((3, 4, 5))))
            way = -way
        else:
            steps.append(steps[-1] + way * int(random.choice((1, 1, 1, 2))))
            way = -way if random.random() < 0.3 else way
        steps[-1] = min(9, max(-3, steps[-1]))
    return steps


def _settled(step: int) -> int:
    """The nearest note of the chord."""
    return min((7 * octave + stable for octave in (-1, 0, 1) for stable in _STABLE), key=lambda near: (abs(near - step), near))
