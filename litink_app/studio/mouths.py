"""What a mouth looks like while speaking: phonemes to fourteen shapes, frame by frame."""

from collections.abc import Sequence

from litink_app.schemas.sound import Timed

PAUSE = 0.09
"""Seconds without a sound that let the mouth shut."""

_LEAD = 0.03
"""Lips move before the sound is heard."""

_GROUPS = {
    "closed": "pbmβ",
    "lip_teeth": "fvʋ",
    "tongue": "θð",
    "narrow": "tdnlszɾTɬʦʣ",
    "rounded_narrow": "ʃʒʧʤɕʑ",
    "back": "kɡghjxŋʔqɣçcʎɲ",
    "r": "ɹrɜɚʁɻɝ",
    "ee": "iɪᵻɨ",
    "eh": "eɛæAa",
    "ah": "ɑIW",
    "uh": "ʌəɐᵊɤ",
    "oh": "ɔɒoOQYøœ",
    "oo": "uʊwɯɥy",
}
_SHAPES = {letter: shape for shape, letters in _GROUPS.items() for letter in letters}
_GLIDES = {"A": "ee", "I": "ee", "Y": "ee", "W": "oo", "O": "oo", "Q": "oo"}
"""Where a diphthong goes in its second part."""

_SEALS = frozenset({"closed", "lip_teeth"})


def mouth_track(phonemes: Sequence[Timed], fps: float, frames: int) -> list[str]:
    """One shape name per frame: "rest" in pauses of more than 90 ms; lips that must meet are never skipped."""
    track = ["rest"] * frames
    for before, one in zip((None, *phonemes), phonemes, strict=False):
        if before is not None and one.start - before.end <= PAUSE:
            _fill(track, shape_of(before.text, late=True), before.end, one.start, fps)
        _draw(track, one, fps)
    for one in phonemes:
        _seal(track, one, fps)
    return track


def shape_of(phoneme: str, late: bool = False) -> str:
    """The shape of a phoneme (its stress mark does not matter); `late` asks for the second part of a diphthong."""
    letters = [letter for letter in phoneme if letter in _SHAPES]
    if not letters:
        return "back"
    return _GLIDES[letters[-1]] if late and letters[-1] in _GLIDES else _SHAPES[letters[-1]]


def _draw(track: list[str], one: Timed, fps: float) -> None:
    turn = one.start + 0.6 * (one.end - one.start)
    _fill(track, shape_of(one.text), one.start, turn, fps)
    _fill(track, shape_of(one.text, late=True), turn, one.end, fps)


def _fill(track: list[str], shape: str, start: float, end: float, fps: float) -> None:
    """The frames whose middle lies in the span."""
    first, last = (max(0, round((moment - _LEAD) * fps)) for moment in (start, end))
    for number in range(first, min(last, len(track))):
        track[number] = shape


def _seal(track: list[str], one: Timed, fps: float) -> None:
    shape = shape_of(one.text)
    middle = int(((one.start + one.end) / 2 - _LEAD) * fps)
    if shape in _SEALS and 0 <= middle < len(track) and shape not in track[max(0, middle - 1) : middle + 2]:
        track[middle] = shape
