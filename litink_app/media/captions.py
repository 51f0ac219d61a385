"""Words with times become captions that can be read: at most two lines, on screen long enough, cut where the sense allows."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from litink_app.schemas.film import SpokenLine
from litink_app.schemas.script import ScriptLine
from litink_app.schemas.shot import Caption, CaptionStyle
from litink_app.schemas.sound import Timed

LINE_CHARS = 42
NARROW_CHARS = 30
"""Characters of a line on a picture that is taller than wide: few and large, for phones."""

CHARS_PER_SECOND = 20.0
SHORTEST = 0.9
LINGER = 1.2
GAP = 0.04
_STOPS = re.compile(r"[.!?…][\"'”’)\]]*$")
_PAUSES = re.compile(r"[,;:—–][\"'”’)\]]*$")
_CLINGS = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "at", "and", "or", "but", "my", "his", "her", "their", "your", "its", "mr.", "mrs."}
)


def line_room(width: int, height: int) -> int:
    """Characters that a line of captions has in a picture of this shape."""
    return LINE_CHARS if width >= height else NARROW_CHARS


def captions_of(
    lines: Sequence[ScriptLine],
    spoken: Sequence[SpokenLine],
    *,
    names: Mapping[str, str] | None = None,
    colors: Mapping[str, str] | None = None,
    line_chars: int = LINE_CHARS,
    style: CaptionStyle = CaptionStyle.KARAOKE,
) -> tuple[Caption, ...]:
    """The readable captions of a scene, in its own times; `names` and `colors` by character id."""
    heard = {s.line: s for s in spoken}
    found = [replace(_of_line(line, heard[line.id], names or {}, colors or {}), style=style) for line in lines if line.id in heard]
    return readable(found, line_chars=line_chars)


def _of_line(line: ScriptLine, spoken: SpokenLine, names: Mapping[str, str], colors: Mapping[str, str]) -> Caption:
    who = line.speaker or ""
    words = timed_words(line.text, spoken)
    return Caption(line.text, spoken.start, spoken.end, names.get(who, ""), colors.get(who, "#ffffff"), words)


def timed_words(text: str, spoken: SpokenLine) -> tuple[Timed, ...]:
    """The written words with the times of the spoken ones: one to one where their number agrees, else by their length."""
    written = text.split()
    said = spoken.speech.words
    if len(written) == len(said):
        return tuple(Timed(w, spoken.start + t.start, spoken.start + t.end) for w, t in zip(written, said, strict=True))
    return tuple(_spread(written, spoken.start, spoken.end))


def _spread(words: Sequence[str], start: float, end: float) -> Iterator[Timed]:
    total = sum(len(w) + 1 for w in words) or 1
    done = 0
    for word in words:
        first, done = done, done + len(word) + 1
        yield Timed(word, start + (end - start) * first / total, start + (end - start) * done / total)


def readable(captions: Sequence[Caption], *, line_chars: int = LINE_CHARS) -> tuple[Caption, ...]:
    """Captions in order, cut to two lines each, none before the last has gone, each held as long as reading takes if there is room."""
    pieces = sorted((p for c in captions for p in _cut(c, line_chars)), key=lambda c: c.start)
    return tuple(_held(pieces))


def _held(pieces: Sequence[Caption]) -> Iterator[Caption]:
    for number, piece in enumerate(pieces):
        wanted = max(piece.end, piece.start + max(SHORTEST, len(piece.text) / CHARS_PER_SECOND))
        room = pieces[number + 1].start - GAP if number + 1 < len(pieces) else piece.end + LINGER
        yield replace(piece, end=max(piece.start + GAP, min(wanted, room)))


def _cut(caption: Caption, line_chars: int) -> Iterator[Caption]:
    words = caption.words or tuple(_spread(clean(caption.text).split(), caption.start, caption.end))
    words = tuple(short for word in words for short in _chopped(word, line_chars))
    if not words:
        return
    for group in _groups(words, 2 * line_chars - 4):
        text = two_lines([w.text for w in group], line_chars)
        yield replace(caption, text=text, start=group[0].start, end=group[-1].end, words=tuple(group))


def _chopped(word: Timed, limit: int) -> Iterator[Timed]:
    """A word without spaces that no line can hold is cut between its letters, never inside one."""
    letters = _letters(clean(word.text))
    if len(letters) <= limit:
        yield replace(word, text="".join(letters))
        return
    span = (word.end - word.start) / len(letters)
    for at in range(0, len(letters), limit):
        piece = letters[at : at + limit]
        yield Timed("".join(piece), word.start + at * span, word.start + (at + len(piece)) * span)


def _letters(text: str) -> list[str]:
    """Letters with the marks and joiners that belong to them."""
    found: list[str] = []
    for char in text:
        joins = found and (unicodedata.category(char)[0] == "M" or char == "\u200d" or found[-1].endswith("\u200d"))
        if joins:
            found[-1] += char
        else:
            found.append(char)
    return found


def clean(text: str) -> str:
    """Text for the screen: no control characters, single spaces."""
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs", "Co"))
    return " ".join(kept.split())


def _groups(words: Sequence[Timed], limit: int) -> list[list[Timed]]:
    """Cut the words into captions of at most `limit` letters with the least sum of costs (dynamic programme)."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        best.append(min(_choices(words, best, end, limit)))
    cuts, at = [len(words)], len(words)
    while at:
        at = best[at][1]
        cuts.append(at)
    cuts.reverse()
    return [list(words[a:b]) for a, b in itertools.pairwise(cuts)]


def _choices(words: Sequence[Timed], best: list[tuple[float, int]], end: int, limit: int) -> Iterator[tuple[float, int]]:
    length = -1
    for start in range(end - 1, -1, -1):
        length += len(words[start].text) + 1
        if length > limit and start < end - 1:
            return
        yield best[start][0] + _cost(words, end, length, limit), start


def _cost(words: Sequence[Timed], end: int, length: int, limit: int) -> float:
    """One for a caption, more for a short one and for a cut that tears what belongs together."""
    short = max(0.0, 0.45 - length / limit) * 1.5
    if end == len(words):
        return 1.0 + short
    return 1.0 + short + _tear(words[end - 1], words[end])


def _tear(last: Timed, following: Timed) -> float:
    if _STOPS.search(last.text):
        return -0.55
    if _PAUSES.search(last.text) or following.start - last.end > 0.25:
        return 0.0
    return 1.0 if last.text.lower() in _CLINGS else 0.5


def two_lines(words: Sequence[str], line_chars: int) -> str:
    """One line if it fits, else two, even, the lower one rather longer, not torn after an article."""
    whole = " ".join(words)
    if len(whole) <= line_chars or len(words) == 1:
        return whole
    at = min(range(1, len(words)), key=lambda i: _unevenness(words, i, line_chars))
    return " ".join(words[:at]) + "\n" + " ".join(words[at:])


def _unevenness(words: Sequence[str], at: int, line_chars: int) -> float:
    upper, lower = len(" ".join(words[:at])), len(" ".join(words[at:]))
    over = max(0, upper - line_chars) + max(0, lower - line_chars)
    torn = 8 if words[at - 1].lower() in _CLINGS else 0
    sense = -6 if _PAUSES.search(words[at - 1]) or _STOPS.search(words[at - 1]) else 0
    return abs(upper - lower) + (3 if upper > lower else 0) + torn + sense + 50 * over
