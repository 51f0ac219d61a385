"""What every reader hands on before chapters are known: pieces in reading order, contents entries, images, words about the book."""

import re

from litink_app.readers.kinds import PARAGRAPH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_TAG = re.compile(r"[A-Za-z0-9-]{1,35}")


class Piece:
    """A paragraph-sized piece of the source.

    `level` is 1..6 where the markup says heading, `gap` the blank lines before it where layout is all there is,
    `role` what the markup calls the section that it stands in ("chapter", "dedication", …), `opens` marks the first piece of a file.
    """

    __slots__ = ("alt", "figure", "file", "gap", "kind", "level", "offset", "opens", "page", "role", "text")

    def __init__(
        self,
        text: str,
        kind: str = PARAGRAPH,
        level: int = 0,
        file: str = "",
        page: int = 0,
        offset: int = 0,
        figure: str = "",
        alt: str = "",
        role: str = "",
        gap: int = 1,
    ) -> None:
        self.text, self.kind, self.level, self.file, self.page, self.offset = text, kind, level, file, page, offset
        self.figure, self.alt, self.role, self.gap, self.opens = figure, alt, role, gap, False


class Entry:
    """A line of the table of contents and the piece where it points."""

    __slots__ = ("depth", "piece", "title")

    def __init__(self, title: str, depth: int, piece: int) -> None:
        self.title, self.depth, self.piece = title, depth, piece


class Picture:
    """A picture as found in the file."""

    __slots__ = ("alt", "data", "media_type", "name")

    def __init__(self, name: str, media_type: str, data: bytes, alt: str = "") -> None:
        self.name, self.media_type, self.data, self.alt = name, media_type, data, alt


class Draft:
    """A book before its chapters are known. `illustrate` takes the pictures over, once it is known that somebody wants them."""

    def __init__(
        self,
        title: str = "",
        authors: tuple[str, ...] = (),
        language: str = "",
        metadata: dict[str, str] | None = None,
        warnings: list[str] | None = None,
    ) -> None:
        self.title, self.authors, self.direction = title, authors, "ltr"
        self.language = language
        self.metadata: dict[str, str] = metadata or {}
        self.warnings: list[str] = warnings or []
        self.pieces: list[Piece] = []
        self.entries: list[Entry] = []
        self.figures: dict[str, Picture] = {}
        self.cover: Picture | None = None
        self.illustrate: Callable[[], None] = _without_pictures

    @property
    def language(self) -> str:
        """The tag of its language; what a file gives that is none counts as nothing."""
        return self._language

    @language.setter
    def language(self, given: str) -> None:
        plain = given.strip().replace("_", "-")
        self._language = plain if _TAG.fullmatch(plain) else ""


def _without_pictures() -> None:
    """There are none, or they came along with the words."""
