"""A book on its way out of the sandbox: JSON for words about it, raw bytes for its text and pictures. What comes in is checked, never trusted."""

import json

from litink_app.errors import Refused
from litink_app.readers import kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from litink_app.schemas.book import Book

LIMIT = 256 << 20
_BROKEN = "This file could not be read safely."
_KINDS = {kinds.FRONT: kinds.FRONT, kinds.BODY: kinds.BODY, kinds.BACK: kinds.BACK}


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
    _check(len(book.text), [[(one.start, one.end) for one in many] for many in (book.chapters, book.blocks, book.sources)])
    return book


def words(data: bytes) -> "dict[str, Any]":
    """What is said of a book and in it: title, authors, language, direction, text, chapters as rows of their values, metadata, warnings."""
    found, _ = opened(data)
    try:
        said = _said(found)
        _check(len(said["text"]), [[(one[5], one[6]) for one in said["chapters"]]])
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise Refused(_BROKEN) from error
    return said


def _said(words: "dict[str, Any]") -> "dict[str, Any]":
    return {
        "title": str(words["title"]),
        "authors": tuple(str(author) for author in words["authors"]),
        "language": str(words["language"]),
        "direction": "rtl" if words["direction"] == "rtl" else "ltr",
        "text": words["text"],
        "chapters": [
            (str(c[0]), _KINDS[c[1]], None if c[2] is None else int(c[2]), str(c[3]), float(c[4]), int(c[5]), int(c[6]), str(c[7]))
            for c in words["chapters"]
        ],
        "metadata": {str(key): str(value) for key, value in words["metadata"].items()},
        "warnings": tuple(str(warning) for warning in words["warnings"]),
    }


def _book(words: "dict[str, Any]", blobs: memoryview) -> "Book":
    from litink_app.schemas.book import Block, BlockKind, Book, Chapter, ChapterKind, Figure, SourceSpan

    pictures: list[Figure] = []
    place = 0
    for name, media_type, alt, size in words["figures"]:
        pictures.append(Figure(name, media_type, bytes(blobs[place : place + size]), alt))
        place += size
    cover = pictures.pop() if words["cover"] else None
    kinds = {kind.value: kind for kind in BlockKind}
    said = _said(words)
    chapters = tuple(Chapter(name, ChapterKind(kind), *more) for name, kind, *more in said.pop("chapters"))
    return Book(
        **said,
        chapters=chapters,
        blocks=tuple([Block(kinds[kind], start, end, level, figure) for kind, start, end, level, figure in words["blocks"]]),
        sources=tuple([SourceSpan(*source) for source in words["sources"]]),
        cover=cover,
        figures=tuple(pictures),
    )


def _check(size: int, spans: "list[list[tuple[int, int]]]") -> None:
    """Every span lies in the text, and the first kind of them, the chapters, in order."""
    fits = all(0 <= start <= end <= size for many in spans for start, end in many)
    ordered = all(before[1] <= after[0] for before, after in zip(spans[0], spans[0][1:], strict=False))
    if not fits or not ordered:
        raise Refused(_BROKEN)
