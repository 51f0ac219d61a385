"""Text to what the voice reads: phonemes in Kokoro's alphabet, with the written word that each belongs to."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from litink_app.studio.voices.languages import of_accent
from litink_app.studio.voices.sentences import clauses, sentences

LIMIT = 400
"""Phonemes in one call; the model takes 510 but hurries when full."""

_MARKS = frozenset('ˈˌ ;:,.!?—…"()“”')
_RUN = 12
_UNVOICED = frozenset("ptkfθ")
_SIBILANT = frozenset("szʃʒʧʤ")


@dataclass(frozen=True, slots=True)
class Word:
    """A written word and its phonemes: `start`..`end` of the phrase's string."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is said in one breath; `pause` is the silence after it in seconds."""

    phonemes: str
    words: tuple[Word, ...]
    pause: float


def phrases(text: str, accent: str, lexicon: Mapping[str, str] | None = None) -> list[Phrase]:
    """The breaths of a text; `lexicon` maps words to respellings or to /phonemes/."""
    entries = tuple(sorted((lexicon or {}).items()))
    return [
        phrase for sentence in sentences(text, of_accent(accent)) for phrase in _breaths(sentence.text, sentence.pause, accent, entries)
    ]


def _breaths(text: str, pause: float, accent: str, lexicon: tuple[tuple[str, str], ...]) -> list[Phrase]:
    whole = _phrase(text, pause, accent, lexicon)
    if len(whole.phonemes) <= LIMIT:
        return [whole] if whole.words else []
    pieces = clauses(text, limit=max(40, len(text) * LIMIT // len(whole.phonemes) - 20))
    return [_phrase(piece, pause if last else 0.06, accent, lexicon) for piece, last in _marked(pieces)]


def _marked(pieces: list[str]) -> list[tuple[str, bool]]:
    return [(piece, number == len(pieces)) for number, piece in enumerate(pieces, 1)]


@lru_cache(maxsize=4096)
def _phrase(text: str, pause: float, accent: str, lexicon: tuple[tuple[str, str], ...]) -> Phrase:
    string = ""
    heard: list[Word] = []
    for token in of_accent(accent).tokens(_respelled(text, lexicon), accent):
        sound = token.phonemes
        if any(letter not in _MARKS for letter in sound):
            heard.append(Word(token.text, len(string), len(string) + len(sound)))
        string += sound + (" " if token.space and string + sound and not f"{string}{sound}".endswith(" ") else "")
    return Phrase(string.strip(), _written(text, heard), pause)


def _respelled(text: str, lexicon: tuple[tuple[str, str], ...]) -> str:
    for word, said in lexicon:
        text = re.sub(rf"(?<!\w){re.escape(word)}(?P<s>['’]s)?(?!\w)", lambda m, said=said: _entry(m, said), text)
    return text


def _entry(match: re.Match[str], said: str) -> str:
    if not (said.startswith("/") and said.endswith("/") and len(said) > 2):
        return said + (match["s"] or "")
    sound = said[1:-1]
    if match["s"]:
        sound += "s" if sound[-1] in _UNVOICED else "ᵻz" if sound[-1] in _SIBILANT else "z"
    return f"[{match[0]}](/{sound}/)"


def _written(text: str, heard: list[Word]) -> tuple[Word, ...]:
    """Give each written word the sound of the spoken words that it became."""
    written = [word for word in text.split() if any(letter.isalnum() for letter in word)]
    spans = _matched([_bare(word) for word in written], [_bare(word.text) for word in heard])
    return tuple(Word(word, heard[a].start, heard[b - 1].end) for word, (a, b) in zip(written, spans, strict=True) if a < b)


def _bare(word: str) -> str:
    return "".join(letter for letter in word.lower() if letter.isalnum())


def _matched(written: list[str], heard: list[str]) -> list[tuple[int, int]]:
    """For each written word the range of heard words; joined and split words share out the stretch by length."""
    spans: list[tuple[int, int]] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, written, heard, autojunk=False).get_opcodes():
        if tag == "equal":
            spans += [(b0 + i, b0 + i + 1) for i in range(a1 - a0)]
        elif a1 > a0:
            spans += _shared(written[a0:a1], heard[b0:b1], b0)
        elif spans and b1 > b0:
            spans[-1] = (spans[-1][0], b1)
    return spans


def _shared(written: list[str], heard: list[str], offset: int) -> list[tuple[int, int]]:
    """The cheapest way to give every written word a run of heard words, in order."""
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(math.inf, 0)] * len(heard)]
    for word in written:
        best.append(
            [min((best[-1][a][0] + _unlike(word, heard[a:b]), a) for a in range(max(0, b - _RUN), b + 1)) for b in range(len(heard) + 1)]
        )
    spans: list[tuple[int, int]] = []
    end = len(heard)
    for row in reversed(best[1:]):
        start = row[end][1]
        spans.append((offset + start, offset + end))
        end = start
    return spans[::-1]


def _unlike(word: str, run: list[str]) -> float:
    said = "".join(run)
    if not said:
        return len(word) + 4.0
    return abs(len(word) - len(said)) + (0.0 if word[:1] == said[0] else 2.0) + (0.0 if word[-1:] == said[-1] else 1.0)
