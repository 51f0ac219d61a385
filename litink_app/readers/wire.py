"""A book on its way out of the sandbox: JSON for the words, raw bytes for the pictures. What comes in is checked, never trusted."""

import json
import struct
from typing import Any

from litink_app.errors import Refused
from litink_app.schemas.book import Block, BlockKind, Book, Chapter, ChapterKind, Figure, SourceSpan

_HEAD = struct.Struct(">I")
_BROKEN = "This file could not be read safely."
LIMIT = 256 << 20


def pack(book: Book) -> list[bytes]:
    """The book as chunks to be written one after the other."""
    pictures = [*book.figures, *([book.cover] if book.cover else [])]
    words = {
        "title": book.title,
        "authors": book.authors,
        "language": book.language,
        "direction": book.direction,
        "metadata": book.metadata,
        "warnings": book.warnings,
        "text": book.text,
        "chapters": [(c.id, c.kind, c.number, c.title, c.confidence, c.start, c.end, c.part) for c in book.chapters],
        "blocks": [(b.kind, b.start, b.end, b.level, b.figure) for b in book.blocks],
        "sources": [(s.start, s.end, s.file, s.page, s.offset) for s in book.sources],
        "figures": [(f.name, f.media_type, f.alt, len(f.data)) for f in pictures],
        "cover": book.cover is not None,
    }
    return _chunks(words, [figure.data for figure in pictures])


def pack_refusal(message: str) -> list[bytes]:
    """A refusal in the same form."""
    return _chunks({"refused": message}, [])


def _chunks(words: dict[str, Any], blobs: list[bytes]) -> list[bytes]:
    body = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return [_HEAD.pack(len(body)), body, *blobs]


def unpack(data: bytes) -> Book:
    """The book again; `Refused` where the sandbox refused it or the form does not hold."""
    try:
        length = _HEAD.unpack_from(data)[0]
        words = json.loads(data[4 : 4 + length])
    except (struct.error, ValueError) as error:
        raise Refused(_BROKEN) from error
    if "refused" in words:
        raise Refused(str(words["refused"])[:400])
    try:
        book = _book(words, memoryview(data)[4 + length :])
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(_BROKEN) from error
    _checked(book)
    return book


def _book(words: dict[str, Any], blobs: memoryview) -> Book:
    pictures: list[Figure] = []
    place = 0
    for name, media_type, alt, size in words["figures"]:
        pictures.append(Figure(name, media_type, bytes(blobs[place : place + size]), alt))
        place += size
    cover = pictures.pop() if words["cover"] else None
    kinds = {kind.value: kind for kind in BlockKind}
    return Book(
        title=str(words["title"]),
        authors=tuple(str(author) for author in words["authors"]),
        language=str(words["language"]),
        text=str(words["text"]),
        chapters=tuple(Chapter(c[0], ChapterKind(c[1]), *c[2:]) for c in words["chapters"]),
        blocks=tuple(Block(kinds[b[0]], b[1], b[2], b[3], b[4]) for b in words["blocks"]),
        sources=tuple(SourceSpan(*s) for s in words["sources"]),
        cover=cover,
        figures=tuple(pictures),
        direction="rtl" if words["direction"] == "rtl" else "ltr",
        metadata={str(key): str(value) for key, value in words["metadata"].items()},
        warnings=tuple(str(warning) for warning in words["warnings"]),
    )


def _checked(book: Book) -> None:
    """Every span lies in the text, in order."""
    size = len(book.text)
    fits = all(0 <= piece.start <= piece.end <= size for piece in (*book.chapters, *book.blocks))
    ordered = all(before.end <= after.start for before, after in zip(book.chapters, book.chapters[1:], strict=False))
    if not fits or not ordered:
        raise Refused(_BROKEN)
