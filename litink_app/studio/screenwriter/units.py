"""Units of a script: what can be said on its own, with its span, its speaker and how much it matters."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from litink_app.schemas.book import Block, BlockKind, Span
from litink_app.schemas.understanding import Character, Mention, Quote, Scene, Understanding

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_JOINT = re.compile(r"(?:[;:]|--+|—)\s*")
_STOPS = re.compile(r"[.!?;:—]|--+")
_DASHES = re.compile(r"-{2,}")
_MARKS = "“”\"‘’«»„‚'"
_CLOSING = {"“": "”", "‘": "’", "«": "»", "„": "“"}
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
    """A sentence of narration (`speaker` None, `quoted` False) or a quotation; `score` is its worth, `opens` marks a paragraph's first.

    `leads` says that it leads over to what follows ("… and was heard to say:") and should not be the last word.
    """

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
    leads: bool = False

    @property
    def leans(self) -> bool:
        """Goes on with a sentence begun before."""
        return self.text[:1].islower()


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
    said = _DASHES.sub("—", " ".join(text[quote.start : quote.end].split()).strip(_MARKS + " "))
    leads = said[-1:] in ",:—-"
    return Unit(said, quote.start, quote.end, True, quote.speaker, quote.manner, paragraph, False, quote.confidence, leads=leads)


def _narration(text: str, block: Block, quotes: Sequence[Quote], sentences: Iterable[Span]) -> list[Unit]:
    """What stands between the quotations of a block, sentence by sentence; mere speech tags are dropped."""
    gaps, at = list[Span](), block.start
    for quote in quotes:
        gaps.append(Span(at, quote.start))
        at = max(at, min(quote.end, block.end))
    gaps.append(Span(at, block.end))
    cuts = sorted({span.start for span in sentences if block.start < span.start < block.end} | set(_joints(text, block)))
    pieces: list[Unit] = []
    for gap in gaps:
        edges = [gap.start, *(cut for cut in cuts if gap.start < cut < gap.end), gap.end]
        for first, last in pairwise(edges):
            if piece := _piece(text, first, last, bool(quotes)):
                pieces.append(piece)
    return pieces


def _joints(text: str, block: Block) -> Iterator[int]:
    """Where a long sentence comes apart into things that can be said alone: after a semicolon, a colon or a dash."""
    for match in _JOINT.finditer(text, block.start, block.end):
        around = text[max(block.start, match.start() - 160) : match.end() + 160]
        before, after = (
            around[: match.start() - max(block.start, match.start() - 160)],
            text[match.end() : min(block.end, match.end() + 160)],
        )
        if len(words(_STOPS.split(before)[-1])) >= 6 and len(words(_STOPS.split(after)[0])) >= 6:
            yield match.end()


def _piece(text: str, start: int, end: int, beside_quote: bool) -> Unit | None:
    raw = text[start:end].lstrip(" \n,;:—–-")
    whole = raw[:1] in _CLOSING and _CLOSING[raw[0]] in raw[1:]
    start = end - len(raw if whole else raw.lstrip(" \n,;:—–-" + _MARKS))
    kept = text[start:end].rstrip()
    if len(words(kept)) < 3 or (beside_quote and _is_tag(kept)):
        return None
    clean, verbatim = _spoken_form(kept)
    return Unit(clean, start, start + len(kept), False, None, "", 0, False, verbatim=verbatim, leads=beside_quote and _leads(kept))


def _leads(text: str) -> bool:
    """Whether what is said next belongs to it: a comma or colon, or a word that leaves open what."""
    return text[-1] in ",:" or text.rpartition(" ")[2].lower() in _OPEN


def _is_tag(text: str) -> bool:
    return bool(_TAG.match(text)) or (not text[0].isupper() and len(words(text)) < 9)


_OPEN = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "into",
        "like",
        "nor",
        "of",
        "or",
        "than",
        "that",
        "the",
        "to",
        "upon",
        "was",
        "were",
        "whether",
        "with",
    ]
)
"""Words on which no sentence ends."""


def _spoken_form(text: str) -> tuple[str, bool]:
    """One line without asides in brackets, and whether it still stands in the book to the letter."""
    flat = " ".join(text.split())
    clean = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", _DASHES.sub("—", flat)).replace("_", "")
    clean = re.sub(r"[\[\])(]+(?=[\s.,;:!?]|$)", "", clean)
    clean = re.sub(r"\s+([,.;:!?])", r"\1", clean).strip(" -—–,;:")
    clean = clean[:1].upper() + clean[1:]
    if clean and clean[-1] not in '.!?…”’"':
        clean += "…" if _leads(clean) else "."
    return clean, clean == flat


def scored(units: Sequence[Unit], cast: Sequence[Character], mentions: Sequence[Mention], scenes: Sequence[Scene]) -> list[Unit]:
    """The units with their worth: central words, who is named or speaks, who appears for the first time, and tension."""
    counts = Counter(word for unit in units for word in set(words(unit.text)) - _STOP)
    total = max(1, len(units))
    weight = {who.id: math.sqrt(who.importance) for who in cast}
    starts = [mention.start for mention in mentions]
    met: set[str] = set()
    found: list[Unit] = []
    for unit in units:
        named = {m.character for m in mentions[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]} & weight.keys()
        named |= {unit.speaker} & weight.keys() if unit.speaker else set()
        fresh = sum(weight[who] for who in named - met)
        met |= named
        people = max((weight[who] for who in named), default=0.0)
        stress = next((scene.tension for scene in scenes if scene.start <= unit.start < scene.end), 0.3)
        worth = 0.25 * _central(unit, counts, total) + 0.5 * people + 0.9 * fresh + 0.4 * stress
        worth += 0.3 * weight.get(unit.speaker or "", 0.0) * unit.confidence if unit.quoted else 0.0
        found.append(replace(unit, score=worth * _length_factor(len(words(unit.text))) * _standing(unit)))
    return found


def _central(unit: Unit, counts: Counter[str], total: int) -> float:
    """Mean tf-idf of the content words."""
    content = [word for word in words(unit.text) if word not in _STOP]
    return sum(math.log1p(counts[word]) * math.log(1 + total / counts[word]) for word in content) / max(4, len(content))


def _length_factor(count: int) -> float:
    """Short enough to say in a breath, long enough to tell something."""
    if count < 3:
        return 0.35
    return 1.0 if count <= 24 else max(0.3, 24 / count)


def _standing(unit: Unit) -> float:
    """What leans on something unsaid is worth less; a quotation nobody claims too."""
    if unit.quoted:
        return 1.0 if unit.speaker else 0.6
    return (
        0.75 if words(unit.text)[0] in {"he", "she", "it", "they", "this", "that", "but", "so", "and", "then"} and not unit.opens else 1.0
    )
