"""What the review pages draw: what was read and understood, how sure that is, and what was corrected."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A chapter, skipped ones too. `sure` is "clear" | "likely" | "unsure" | "yours"; `next_*` the one that follows in the text."""

    id: str
    label: str
    title: str
    part: str
    kind: str
    words: int
    sure: str
    skipped: bool
    next_id: str
    next_title: str


@dataclass(frozen=True, slots=True)
class ImportReview:
    """`last` tells the newest of `changes` corrections in words."""

    book_title: str
    status: str
    rows: list[ReviewRow]
    changes: int
    last: str


@dataclass(frozen=True, slots=True)
class CastEntry:
    """`level` is a key of `schemas.correction.IMPORTANCES`; `voice` "" where it is cast automatically; `color` counts the palette."""

    id: str
    name: str
    aliases: list[str]
    gender: str
    level: str
    mentions: int
    quotes: int
    voice: str
    color: int


@dataclass(frozen=True, slots=True)
class Change:
    """A correction in words; `fits` is False where its names or words are no longer in the book."""

    id: str
    words: str
    fits: bool


@dataclass(frozen=True, slots=True)
class CastReview:
    book_title: str
    status: str
    cast: list[CastEntry]
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; speech where `start` is not -1. `speaker` "" is nobody known; `sure` as in `ReviewRow`."""

    text: str
    start: int = -1
    speaker: str = ""
    name: str = ""
    color: int = 0
    sure: str = ""
    why: str = ""
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class SpokenParagraph:
    kind: str
    start: int
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in the chapter, with how many of its quotations."""

    id: str
    name: str
    color: int
    quotes: int


@dataclass(frozen=True, slots=True)
class SpokenChapter:
    """A chapter with its quotations; `cast` is everybody who may be chosen, those of the chapter first."""

    book_title: str
    id: str
    label: str
    title: str
    chapters: list[tuple[str, str]]
    previous_id: str
    next_id: str
    paragraphs: list[SpokenParagraph]
    voices: list[Voice]
    cast: list[Voice]
    quotes: int
    unsure: int
    corrected: int
    changes: list[Change] = field(default_factory=list[Change])
