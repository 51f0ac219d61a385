"""Text to what the voice reads: phonemes in Kokoro's alphabet, with the written word that each belongs to."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import structlog

from litink_app.studio.voices.languages import Token, of_accent
from litink_app.studio.voices.sentences import clauses, sentences

LIMIT = 400
"""Phonemes in one call; the model takes 510 but hurries when full."""

_MOST = 510
_LONG = re.compile(r"\S{81,}")
_PART = re.compile(r"\S{1,79}[^\w\s](?=\w)|\S{1,80}")
"""What is written without a space is a word of 80 signs at most, cut after a mark if it has one: readers take more than twice as long for twice the word."""

_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)

log = structlog.get_logger()

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
    """The breaths of a text; `lexicon` maps words to respellings or to /phonemes/.

    Whatever the text is, it is read: a word that its language's reader fails at is spelled letter by letter, which is logged.
    """
    entries = tuple(sorted((lexicon or {}).items()))
    cut = _LONG.sub(lambda long: " ".join(_PART.findall(long[0])), text)
    return [phrase for sentence in sentences(cut, of_accent(accent)) for phrase in _breaths(sentence.text, sentence.pause, accent, entries)]


def _breaths(text: str, pause: float, accent: str, lexicon: tuple[tuple[str, str], ...]) -> list[Phrase]:
    size = len(_heard(text, accent, lexicon)[0])
    if size <= LIMIT:
        return _said(text, pause, accent, lexicon)
    pieces = clauses(text, limit=max(40, len(text) * LIMIT // size - 20))
    return [phrase for piece, last in _marked(pieces) for phrase in _said(piece, pause if last else 0.06, accent, lexicon)]


def _said(text: str, pause: float, accent: str, lexicon: tuple[tuple[str, str], ...]) -> list[Phrase]:
    """The piece in one breath, or in halves where the model could not take it; nothing if there is nothing to say in it."""
    if len(_heard(text, accent, lexicon)[0]) > _MOST and len(text) > 1:
        half = text.rfind(" ", 1, len(text) // 2) + 1 or len(text) // 2
        return [*_said(text[:half], 0.06, accent, lexicon), *_said(text[half:], pause, accent, lexicon)]
    whole = _phrase(text, pause, accent, lexicon)
    return [whole] if whole.words else []


def _marked(pieces: list[str]) -> list[tuple[str, bool]]:
    return [(piece, number == len(pieces)) for number, piece in enumerate(pieces, 1)]


@lru_cache(maxsize=4096)
def _phrase(text: str, pause: float, accent: str, lexicon: tuple[tuple[str, str], ...]) -> Phrase:
    string, heard = _heard(text, accent, lexicon)
    return Phrase(string, _written(text, heard), pause)


@lru_cache(maxsize=4096)
def _heard(text: str, accent: str, lexicon: tuple[tuple[str, str], ...]) -> tuple[str, list[Word]]:
    string = ""
    heard: list[Word] = []
    for token in _read(_respelled(text, lexicon), accent):
        sound = token.phonemes
        if any(letter not in _MARKS for letter in sound):
            heard.append(Word(token.text, len(string), len(string) + len(sound)))
        string += sound + (" " if token.space and string + sound and not (sound or string).endswith(" ") else "")
    return string.strip(), heard


def _read(text: str, accent: str) -> list[Token]:
    language = of_accent(accent)
    try:
        return language.tokens(text, accent)
    except _UNREADABLE as error:
        words = text.split()
        if len(words) > 1:
            return [token for word in words for token in _read(f"{word} ", accent)]
        log.warning("word spelled out", error=type(error).__name__, accent=accent, letters=len(text))
        return language.tokens(" ".join(sign for sign in text if sign.isascii() and sign.isalnum()), accent)


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
