"""A book cut into passages to search: whole paragraphs inside one scene, and windows of three sentences inside each."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from litink_app.schemas.book import Book, Span
from litink_app.schemas.understanding import Understanding

ENOUGH = 130
MOST = 260
WINDOW = 3
STEP = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """`text[start:end]` of the book; `windows` are spans inside it."""

    start: int
    end: int
    windows: tuple[Span, ...]


def chunks(book: Book, found: Understanding) -> list[Chunk]:
    """All passages of the scenes in order, or of the sentences where a book has no scenes."""
    starts = [sentence.start for sentence in found.sentences]
    made: list[Chunk] = []
    for start, end in _stretches(book, found):
        inside = found.sentences[bisect_left(starts, start) : bisect_left(starts, end)]
        made.extend(_cut(book.text, inside))
    return made


def _stretches(book: Book, found: Understanding) -> list[tuple[int, int]]:
    return [(scene.start, scene.end) for scene in found.scenes] or [(0, len(book.text))]


def _cut(text: str, sentences: tuple[Span, ...]) -> Iterator[Chunk]:
    """Ends a passage at the end of a paragraph once it is long enough, at the end of a sentence once it is too long."""
    here: list[Span] = []
    words = 0
    for place, sentence in enumerate(sentences):
        here.append(sentence)
        words += len(text[sentence.start : sentence.end].split())
        last = place + 1 == len(sentences)
        paragraph = last or "\n" in text[sentence.end : sentences[place + 1].start]
        if last or words >= MOST or (paragraph and words >= ENOUGH):
            yield _chunk(here)
            here, words = [], 0


def _chunk(sentences: list[Span]) -> Chunk:
    return Chunk(sentences[0].start, sentences[-1].end, windows(sentences))


def windows(sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Three sentences each, begun at every other one; the last window ends with the passage."""
    last = max(0, len(sentences) - WINDOW)
    begins = sorted({*range(0, last, STEP), last})
    return tuple(Span(sentences[place].start, sentences[min(place + WINDOW, len(sentences)) - 1].end) for place in begins)
