"""What a search and an answer look like; spans are code points of the book's text (or of the passage, where there is no book)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a search found; `index` counts the passages given, or those of the book."""

    index: int
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage of some book that the reader may read."""

    book_id: str
    book_title: str
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Reply:
    """The sentences that answer, word for word, or a refusal; `confidence` 0..1 that the passages answer at all."""

    question: str
    answer: str
    refused: bool
    confidence: float
    passages: tuple[Found, ...]
