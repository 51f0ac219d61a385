"""Units of a script: what can be said on its own, with its span, its speaker and how much it matters."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from litink_app.schemas.book import Block, BlockKind, Span
from litink_app.schemas.understanding import Quote, Understanding

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = "“”\"‘’«»„‚'"
_TAG_VERBS = (
    "said|says|asked|replied|cried|answered|exclaimed|remarked|added|whispered|shouted|thought|continued|began|repeated|returned|"
    "muttered|inquired|enquired|observed|called|interrupted|murmured|growled|sighed|screamed|went on|laughed|responded|sobbed|gasped|told"
)
_TAG = re.compile(rf"^\W*(?:and\s+)?(?:(?:[\w’'.-]+\s+){{0,6}}?(?:{_TAG_VERBS})\b|(?:{_TAG_VERBS})\s)", re.IGNORECASE)
_SKIPPED = {BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.TABLE, BlockKind.FIGURE, BlockKind.SCENE_BREAK}
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "if",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "as",
        "is",
        "was",
        "were",
        "be",
        "been",
        "being",
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "him",
        "you",
        "your",
        "i",
        "my",
        "me",
        "we",
        "our",
        "us",
        "that",
        "this",
        "these",
        "those",
        "not",
        "no",
        "so",
        "then",
        "than",
        "there",
        "here",
        "when",
        "what",
        "which",
        "who",
        "whom",
        "how",
        "all",
        "any",
        "some",
        "had",
        "has",
        "have",
        "do",
        "did",
        "does",
        "would",
        "could",
        "should",
        "will",
        "can",
        "may",
        "might",
        "must",
        "shall",
        "very",
        "just",
        "up",
        "down",
        "out",
        "over",
        "into",
        "about",
        "again",
        "more",
        "most",
        "other",
        "own",
        "same",
        "too",
        "only",
        "said",
        "one",
    ]
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of narration (`speaker` None, `quoted` False) or a quotation; `score` is its worth, `opens` marks a paragraph's first."""

    text: str
    start: int
    end: int
    quoted: bool
    speaker: str | None
    manner: str
    paragraph: int
    opens: bool
    confidence: float = 1.0
    score: float = 0.0
    verbatim: bool = True


def words(text: str) -> list[str]:
    """The words of a text, lower case."""
    return [match.group().lower() for match in _WORD.finditer(text)]


def units_of(text: str, blocks: Sequence[Block], understanding: Understanding, start: int, end: int) -> list[Unit]:
    """All units of `text[start:end]` in order; headings, notes and tables are left out."""
    found: list[Unit] = []
    quotes = [quote for quote in understanding.quotes if start <= quote.start and quote.end <= end]
    sentences = [span for span in understanding.sentences if start <= span.start and span.end <= end]
    for number, block in enumerate(block for block in blocks if start <= block.start and block.end <= end and block.kind not in _SKIPPED):
        inside = [quote for quote in quotes if block.start <= quote.start < block.end]
        parts = _narration(text, block, inside, sentences) + [_spoken(text, quote, number) for quote in inside]
        parts = sorted((part for part in parts if words(part.text)), key=lambda unit: unit.start)
        found += [replace(part, paragraph=number, opens=index == 0) for index, part in enumerate(parts)]
    return found


def _spoken(text: str, quote: Quote, paragraph: int) -> Unit:
    said = " ".join(text[quote.start : quote.end].split()).strip(_MARKS + " ")
    return Unit(said, quote.start, quote.end, True, quote.speaker, quote.manner, paragraph, False, quote.confidence)


def _narration(text: str, block: Block, quotes: Sequence[Quote], sentences: Iterable[Span]) -> list[Unit]:
    """What stands between the quotations of a block, sentence by sentence; mere speech tags are dropped."""
    gaps, at = list[Span](), block.start
    for quote in quotes:
        gaps.append(Span(at, quote.start))
        at = max(at, min(quote.end, block.end))
    gaps.append(Span(at, block.end))
    cuts = sorted({span.start for span in sentences if block.start < span.start < block.end})
    pieces: list[Unit] = []
    for gap in gaps:
        edges = [gap.start, *(cut for cut in cuts if gap.start < cut < gap.end), gap.end]
        for first, last in pairwise(edges):
            if piece := _piece(text, first, last, bool(quotes)):
                pieces.append(piece)
    return pieces


def _piece(text: str, start: int, end: int, beside_quote: bool) -> Unit | None:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip(" \n,;:—–-" + _MARKS))
    kept = text[start:end].rstrip()
    if len(words(kept)) < 3 or (beside_quote and _is_tag(kept)):
        return None
    clean, verbatim = _spoken_form(kept)
    return Unit(clean, start, start + len(kept), False, None, "", 0, False, verbatim=verbatim)


def _is_tag(text: str) -> bool:
    return bool(_TAG.match(text)) or not text[0].isupper()


def _spoken_form(text: str) -> tuple[str, bool]:
    """One line without asides in brackets, and whether it still stands in the book to the letter."""
    flat = " ".join(text.split())
    clean = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", flat).replace("_", "")
    clean = re.sub(r"\s+([,.;:!?])", r"\1", clean).strip(" -—–,;:")
    if clean and clean[-1] not in '.!?…”’"':
        clean += "."
    return clean, clean == flat


def scored(
    units: Sequence[Unit], importance: dict[str, float], names: dict[str, str], tension: Sequence[tuple[int, int, float]]
) -> list[Unit]:
    """The units with their worth. `names` maps lower-case words of names to characters, `tension` holds (start, end, 0..1)."""
    counts = Counter(word for unit in units for word in set(words(unit.text)) - _STOP)
    total = max(1, len(units))
    return [replace(unit, score=_worth(unit, counts, total, importance, names, tension)) for unit in units]


def _worth(
    unit: Unit,
    counts: Counter[str],
    total: int,
    importance: dict[str, float],
    names: dict[str, str],
    tension: Sequence[tuple[int, int, float]],
) -> float:
    tokens = words(unit.text)
    content = [word for word in tokens if word not in _STOP]
    central = sum(math.log1p(counts[word]) * math.log(1 + total / counts[word]) for word in content) / max(4, len(content))
    cast = max((importance.get(names[word], 0.0) for word in tokens if word in names), default=0.0)
    speaker = importance.get(unit.speaker or "", 0.0) * unit.confidence if unit.quoted else 0.0
    stress = next((value for start, end, value in tension if start <= unit.start < end), 0.3)
    worth = 0.25 * central + 0.5 * cast + 0.8 * speaker + 0.4 * stress
    return worth * _length_factor(len(tokens)) * _standing(unit, tokens)


def _length_factor(count: int) -> float:
    """Short enough to say in a breath, long enough to tell something."""
    if count < 3:
        return 0.35
    return 1.0 if count <= 24 else max(0.3, 24 / count)


def _standing(unit: Unit, tokens: Sequence[str]) -> float:
    """What leans on something unsaid is worth less; a quotation nobody claims too."""
    if unit.quoted:
        return 1.0 if unit.speaker else 0.6
    return 0.75 if tokens[0] in {"he", "she", "it", "they", "this", "that", "but", "so", "and", "then"} and not unit.opens else 1.0
