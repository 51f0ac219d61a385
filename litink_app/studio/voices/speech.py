"""Text to a spoken line: sound at one loudness, and the exact time of every word and phoneme."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from litink_app.errors import ProviderRefused
from litink_app.schemas.sound import Speech, Timed
from litink_app.studio import wav
from litink_app.studio.voices.catalogue import Timbre, timbre
from litink_app.studio.voices.kokoro import FRAME, RATE, Samples, durations, readable, utter
from litink_app.studio.voices.manners import Manner, coloured, manner
from litink_app.studio.voices.phonemes import Phrase, phrases

SLOWEST, FASTEST = 0.5, 2.0
LEAD = 0.03
TAIL = 0.08
"""Seconds of sound kept before the first and after the last audible moment of a phrase."""

_SILENT = 0.004
_STRESS = frozenset("ˈˌ")
_LONG = frozenset("ːʰʲ̃")
_NO_SOUND = frozenset(' ;:,.!?—…"()“”')
_UNHEARD = _STRESS | _LONG | _NO_SOUND


@dataclass(frozen=True, slots=True)
class _Piece:
    """A phrase as sound, with times in seconds of that sound."""

    samples: Samples
    words: tuple[Timed, ...]
    phonemes: tuple[Timed, ...]
    pause: float


def speak(
    text: str, voice: str, folder: Path, *, speed: float = 1.0, manner_name: str = "", lexicon: Mapping[str, str] | None = None
) -> Speech:
    """Say a text into a WAV file in `folder`, named by what was asked.

    `Speech.words` are the written words; a phoneme that bears the stress keeps its mark ("ˈɛ").
    """
    made, how = timbre(voice), manner(manner_name)
    pieces = [_piece(phrase, made, how, _checked(speed)) for phrase in _phrases(text, made, lexicon)]
    samples, words, phonemes = _joined(pieces, speed)
    path = wav.write(folder / f"{_key(text, voice, speed, manner_name, lexicon)}.wav", coloured(samples, how), RATE)
    return Speech(path, samples.size / RATE, RATE, words, phonemes)


def measure(text: str, voice: str, *, speed: float = 1.0, manner_name: str = "", lexicon: Mapping[str, str] | None = None) -> float:
    """Seconds that `speak` will take, from the model's own durations: a hundredth of the work of speaking."""
    made, how = timbre(voice), manner(manner_name)
    chosen = _phrases(text, made, lexicon)
    pauses = sum(phrase.pause for phrase in chosen[:-1]) / _checked(speed)
    return pauses + sum(_measured(phrase, made, how, speed) for phrase in chosen)


def _checked(speed: float) -> float:
    if not SLOWEST <= speed <= FASTEST:
        raise ProviderRefused(f"A speed of {speed:g} is not offered ({SLOWEST:g} to {FASTEST:g}).")
    return speed


def _phrases(text: str, made: Timbre, lexicon: Mapping[str, str] | None) -> list[Phrase]:
    chosen = phrases(text, made.accent, lexicon)
    if not chosen:
        raise ProviderRefused("There is nothing here that can be said.")
    return chosen


def _key(text: str, voice: str, speed: float, manner_name: str, lexicon: Mapping[str, str] | None) -> str:
    asked = repr((text, voice, round(speed, 4), manner_name, sorted((lexicon or {}).items())))
    return hashlib.sha256(asked.encode()).hexdigest()[:24]


def _measured(phrase: Phrase, made: Timbre, how: Manner, speed: float) -> float:
    letters = readable(phrase.phonemes)
    frames = durations(letters, made.speaker, _model_speed(made, how, speed))
    final = max(place for place, letter in enumerate(letters) if letter not in _UNHEARD)
    heard = float(frames[1 : final + 1].sum()) + _EARLY + (_OPEN if letters[final] in _VOWELS else _CLOSED)
    return (heard * FRAME / RATE + LEAD + TAIL) / _shift(made, how)


_EARLY, _OPEN, _CLOSED = 1.6, 8.0, 4.0
"""Frames heard before the first letter's own, and after the start of the last letter (vowel, consonant); means of 70 phrases."""

_VOWELS = frozenset("AIOQWYaiuyæɑɒɔəɛɜɪʊʌᵻɐeoᵊøœ")


def _model_speed(made: Timbre, how: Manner, speed: float) -> float:
    """What to ask of the model for this pace: it rounds each letter to whole frames, so it changes less than it is asked to."""
    return float(np.interp(speed * made.pace * how.pace / _shift(made, how), _HEARD, _GIVEN))


_HEARD = (0.3, 0.767, 0.82, 0.94, 0.97, 1.0, 1.03, 1.058, 1.124, 1.203, 1.436, 2.4)
_GIVEN = (0.3, 0.78, 0.8, 0.9, 0.95, 1.0, 1.06, 1.12, 1.2, 1.3, 1.405, 2.4)
"""The pace heard for the speed given, a mean over five voices."""


def _shift(made: Timbre, how: Manner) -> float:
    return made.shift * how.shift


def _piece(phrase: Phrase, made: Timbre, how: Manner, speed: float) -> _Piece:
    letters = readable(phrase.phonemes)
    uttered = utter(letters, made.speaker, _model_speed(made, how, speed))
    rise = _shift(made, how)
    spans = _ended(uttered.samples, uttered.spans, letters)
    start, end = _audible(uttered.samples, spans)
    samples = _faded(_resampled(uttered.samples[start:end], rise))
    spans = np.minimum((np.clip(spans, start, end) - start) / RATE / rise, samples.size / RATE)
    return _Piece(samples, _words(phrase, letters, spans), _phonemes(letters, spans), phrase.pause / speed)


def _ended(samples: Samples, spans: NDArray[np.int64], letters: str) -> NDArray[np.int64]:
    """Letters before a pause end where their sound ends: the model lends them the silence that follows."""
    ended = spans.copy()
    for place, letter in enumerate(letters):
        pauses = letters[place + 1 : place + 2] in _PAUSING
        if letter not in _NO_SOUND and pauses:
            first, last = spans[place]
            loud = np.flatnonzero(np.abs(samples[first:last]) > _SILENT)
            ended[place, 1] = min(last, first + (int(loud[-1]) if loud.size else 0) + _FADE)
    return ended


_PAUSING = frozenset(["", *";:,.!?—…()"])
_FADE = 480


def _audible(samples: Samples, spans: NDArray[np.int64]) -> tuple[int, int]:
    """From a breath before the first sound to a breath after the last."""
    loud = np.flatnonzero(np.abs(samples) > _SILENT)
    first, last = (int(loud[0]), int(loud[-1])) if loud.size else (int(spans[0, 0]), int(spans[-1, 1]))
    return max(0, min(first, int(spans[0, 0])) - int(LEAD * RATE)), min(samples.size, last + int(TAIL * RATE))


def _resampled(samples: Samples, rise: float) -> Samples:
    """Play back `rise` times faster: pitch and throat go up together."""
    return samples if rise == 1.0 else wav.at_rate(samples, round(RATE * rise), RATE)


def _faded(samples: Samples) -> Samples:
    """No click at either end."""
    edge = min(240, samples.size // 2)
    ramp = np.linspace(0, 1, edge, dtype=np.float32)
    out = samples.copy()
    out[:edge] *= ramp
    out[samples.size - edge :] *= ramp[::-1]
    return out


def _words(phrase: Phrase, letters: str, spans: NDArray[np.float64]) -> tuple[Timed, ...]:
    index = _positions(phrase.phonemes, letters)
    found: list[Timed] = []
    for word in phrase.words:
        inside = [index[i] for i in range(word.start, min(word.end, len(index))) if index[i] >= 0]
        if inside:
            found.append(Timed(word.text, float(spans[inside[0], 0]), float(spans[inside[-1], 1])))
    return tuple(found)


def _positions(string: str, letters: str) -> list[int]:
    """Where each letter of the string is among the readable ones; -1 for one that is not read."""
    known = set(letters)
    places, at = [], 0
    for letter in string:
        places.append(at if letter in known else -1)
        at += letter in known
    return places


def _phonemes(letters: str, spans: NDArray[np.float64]) -> tuple[Timed, ...]:
    """Sounding letters only; a stress mark lends its time to what follows, a length mark to what came before."""
    found: list[Timed] = []
    mark, since = "", 0.0
    for letter, (start, end) in zip(letters, spans.tolist(), strict=True):
        if letter in _STRESS:
            mark, since = letter, start
        elif letter in _LONG and found:
            found[-1] = Timed(found[-1].text + letter, found[-1].start, end)
        elif letter in _NO_SOUND:
            mark = ""
        else:
            found.append(Timed(mark + letter, since if mark else start, end))
            mark = ""
    return tuple(found)


def _joined(pieces: list[_Piece], speed: float) -> tuple[Samples, tuple[Timed, ...], tuple[Timed, ...]]:
    sounds: list[Samples] = []
    words: list[Timed] = []
    phonemes: list[Timed] = []
    at = 0
    for number, piece in enumerate(pieces):
        silence = round(piece.pause * RATE) if number + 1 < len(pieces) else 0
        sounds += [piece.samples, np.zeros(silence, np.float32)]
        words += moved(piece.words, at / RATE)
        phonemes += moved(piece.phonemes, at / RATE)
        at += piece.samples.size + silence
    return np.concatenate(sounds), tuple(words), tuple(phonemes)


def moved(times: tuple[Timed, ...], by: float) -> list[Timed]:
    """The same, `by` seconds later."""
    return [Timed(one.text, one.start + by, one.end + by) for one in times]
