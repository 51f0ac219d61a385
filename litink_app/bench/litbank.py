"""LitBank as spans of the novels as we read them: quotations, speakers, mentions and their chains."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from litink_app.errors import Refused
from litink_app.readers import read
from litink_app.schemas.book import Book, Span

HOME = Path(__file__).parents[3] / "shared" / "corpus" / "litbank"
LETTER = re.compile(r"[^\s_-]")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """`chain` is whom it means, `kind` as in LitBank (PER, FAC …), `form` PROP, NOM or PRON."""

    span: Span
    text: str
    chain: str
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class GoldQuote:
    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class Novel:
    """A whole novel, annotated up to `end`."""

    name: str
    book: Book
    end: int
    quotes: tuple[GoldQuote, ...]
    mentions: tuple[GoldMention, ...]


def names() -> list[str]:
    """The novels, sorted by name."""
    if not HOME.exists():
        raise Refused("The bench needs ../shared/corpus beside the checkout.")
    return sorted(path.stem for path in (HOME / "original").glob("*.txt"))


def halves() -> dict[str, list[str]]:
    """Novels to develop on and to check on: every second one by name."""
    everything = names()
    return {"develop": everything[::2], "check": everything[1::2]}


@cache
def novel(name: str) -> Novel:
    book = read(HOME / "original" / f"{name}.txt")
    rows = (HOME / "coref" / "tsv" / f"{name}_brat.txt").read_text("utf-8").splitlines()
    places = _places(book.text, rows)
    quotes = _quotes(HOME / "quotations" / "tsv" / f"{name}_brat.ann", places)
    mentions = _mentions(HOME / "coref" / "tsv" / f"{name}_brat.ann", book.text, places)
    return Novel(name, book, places[-1][-1].end, quotes, mentions)


def _places(text: str, rows: list[str]) -> list[list[Span]]:
    """Where each token of each row stands: the texts agree but for white space, hyphens at line ends and marks of italics."""
    where = [match.start() for match in LETTER.finditer(text)]
    at = 0
    places: list[list[Span]] = []
    for row in rows:
        line: list[Span] = []
        for token in row.split():
            length = len(LETTER.findall(token))
            line.append(Span(where[at], where[at + length - 1] + 1) if length else Span(where[at - 1] + 1, where[at - 1] + 1))
            at += length
        places.append(line)
    return places


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines() if line]


def _span(places: list[list[Span]], row: list[str]) -> Span:
    first, start, last, end = (int(cell) for cell in row[2:6])
    return Span(places[first][start].start, places[last][end].end)


def _quotes(path: Path, places: list[list[Span]]) -> tuple[GoldQuote, ...]:
    rows = _table(path)
    speakers = {row[1]: row[2] for row in rows if row[0] == "ATTRIB"}
    found = [GoldQuote(_span(places, row), speakers.get(row[1], "")) for row in rows if row[0] == "QUOTE"]
    return tuple(sorted(found, key=lambda quote: quote.span.start))


def _mentions(path: Path, text: str, places: list[list[Span]]) -> tuple[GoldMention, ...]:
    rows = _table(path)
    chains = {row[1]: row[2] for row in rows if row[0] == "COREF"}
    found: list[GoldMention] = []
    for row in rows:
        if row[0] == "MENTION":
            span = _span(places, row)
            found.append(GoldMention(span, text[span.start : span.end], chains.get(row[1], row[1]), row[7], row[8]))
    return tuple(sorted(found, key=lambda mention: mention.span.start))
