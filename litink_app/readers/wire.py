"""A book on its way out of the sandbox: JSON for words about it, raw bytes for its text and pictures. What comes in is checked, never trusted."""

import json

from litink_app.errors import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from litink_app.schemas.book import Book

LIMIT = 256 << 20
_BROKEN = "This file could not be read safely."


def pack(laid: "dict[str, Any]") -> list[bytes]:
    """What `assemble.lay` made, as chunks to be written one after the other."""
    pictures = laid.pop("pictures")
    laid["figures"] = [[one.name, one.media_type, one.alt, len(one.data)] for one in pictures]
    text = laid.pop("text").encode("utf-8", "replace")
    laid["size"] = len(text)
    return _chunks(laid, [text, *(one.data for one in pictures)])


def pack_refusal(message: str) -> list[bytes]:
    """A refusal in the same form."""
    return _chunks({"refused": message}, [])


def _chunks(words: "dict[str, Any]", blobs: list[bytes]) -> list[bytes]:
    body = json.dumps(words, ensure_ascii=False, separators=(",", ":"), check_circular=False).encode("utf-8", "replace")
    return [len(body).to_bytes(4, "big"), body, *blobs]


def opened(data: bytes) -> "tuple[dict[str, Any], memoryview]":
    """The words, the text among them, and the pictures' bytes; `Refused` where the sandbox refused or the form does not hold."""
    length = int.from_bytes(data[:4], "big")
    try:
        words = json.loads(data[4 : 4 + length])
    except ValueError as error:
        raise Refused(_BROKEN) from error
    if not isinstance(words, dict) or len(data) < 4 + length:
        raise Refused(_BROKEN)
    if "refused" in words:
        raise Refused(str(words["refused"])[:400])
    size = words.get("size", 0)
    end = 4 + length + size
    if not isinstance(size, int) or not 0 <= size <= len(data) - 4 - length:
        raise Refused(_BROKEN)
    words["text"] = data[4 + length : end].decode("utf-8", "replace")
    return words, memoryview(data)[end:]


def unpack(data: bytes) -> "Book":
    """The book."""
    words, blobs = opened(data)
    try:
        book = _book(words, blobs)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise Refused(_BROKEN) from error
    _check(book)
    return book


def _book(words: "dict[str, Any]", blobs: memoryview) -> "Book":
    from litink_app.schemas.book import Block, BlockKind, Book, Chapter, ChapterKind, Figure, SourceSpan

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
        blocks=tuple([Block(kinds[kind], start, end, level, figure) for kind, start, end, level, figure in words["blocks"]]),
        sources=tuple([SourceSpan(*source) for source in words["sources"]]),
        cover=cover,
        figures=tuple(pictures),
        direction="rtl" if words["direction"] == "rtl" else "ltr",
        metadata={str(key): str(value) for key, value in words["metadata"].items()},
        warnings=tuple(str(warning) for warning in words["warnings"]),
    )


def _check(book: "Book") -> None:
    """Every span lies in the text, in order."""
    size = len(book.text)
    fits = all(0 <= piece.start <= piece.end <= size for pieces in (book.chapters, book.blocks, book.sources) for piece in pieces)
    ordered = all(before.end <= after.start for before, after in zip(book.chapters, book.chapters[1:], strict=False))
    if not fits or not ordered:
        raise Refused(_BROKEN)
