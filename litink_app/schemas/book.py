"""What a reader gives back: one text, and everything else as spans into it.

Offsets are code points into `Book.text`, half open, as everywhere in the house.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of a book."""

    start: int
    end: int


class ChapterKind(StrEnum):
    FRONT = "front"
    BODY = "body"
    BACK = "back"


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERSE = "verse"
    LETTER = "letter"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    SCENE_BREAK = "scene_break"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    CAPTION = "caption"


class Block(NamedTuple):
    """A paragraph-sized piece; `level` counts for headings (1 = chapter)."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    figure: str = ""


class SourceSpan(NamedTuple):
    """Where a stretch of the text came from: file inside the book, page (1-based) and offset there."""

    start: int
    end: int
    file: str = ""
    page: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """`number` counts body chapters as the book does (None where it does not); `part` names the part or book above."""

    id: str
    kind: ChapterKind
    number: int | None
    title: str
    confidence: float
    start: int
    end: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An image of the book; `data` as found in the file."""

    name: str
    media_type: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    title: str
    authors: tuple[str, ...]
    language: str
    text: str
    chapters: tuple[Chapter, ...]
    blocks: tuple[Block, ...] = ()
    sources: tuple[SourceSpan, ...] = ()
    cover: Figure | None = None
    figures: tuple[Figure, ...] = ()
    direction: str = "ltr"
    metadata: dict[str, str] = field(default_factory=dict[str, str])
    warnings: tuple[str, ...] = ()
