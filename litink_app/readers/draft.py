"""What every reader hands on before chapters are known: pieces in reading order, contents entries, images, words about the book."""

from dataclasses import dataclass, field

from litink_app.schemas.book import BlockKind, Figure


@dataclass(slots=True)
class Piece:
    """A paragraph-sized piece of the source.

    `level` is 1..6 where the markup says heading, `gap` the blank lines before it where layout is all there is,
    `role` what the markup calls the section that it stands in ("chapter", "dedication", …), `opens` marks the first piece of a file.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    file: str = ""
    page: int = 0
    offset: int = 0
    figure: str = ""
    alt: str = ""
    role: str = ""
    gap: int = 1
    opens: bool = False
    size: float = 0.0


@dataclass(slots=True)
class Entry:
    """A line of the table of contents and the piece where it points."""

    title: str
    depth: int
    piece: int
    role: str = ""


@dataclass(slots=True)
class Draft:
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    pieces: list[Piece] = field(default_factory=list[Piece])
    entries: list[Entry] = field(default_factory=list[Entry])
    figures: dict[str, Figure] = field(default_factory=dict[str, Figure])
    cover: Figure | None = None
    direction: str = "ltr"
    metadata: dict[str, str] = field(default_factory=dict[str, str])
    warnings: list[str] = field(default_factory=list[str])
