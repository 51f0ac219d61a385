"""A book on its way out of the sandbox: JSON for words about it, columns of numbers for its blocks, raw bytes for its text and pictures.

What comes in is checked, never trusted.
"""

import json
from array import array
from itertools import pairwise, repeat
from operator import le

from litink_app.errors import Refused
from litink_app.readers import kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from litink_app.schemas.book import Block, Book, SourceSpan

LIMIT = 256 << 20
WORDS_LIMIT = 32 << 20
"""Bytes of JSON at most: what a child says is parsed in a process that has no such limits as the child's."""
_BROKEN = "This file could not be read safely."
_COLUMNS = 7
_BLOCKS = {name: index for index, name in enumerate(kinds.BLOCKS)}
_KINDS = {kinds.FRONT: kinds.FRONT, kinds.BODY: kinds.BODY, kinds.BACK: kinds.BACK}


def pack(laid: "dict[str, Any]") -> list[bytes]:
    """What `assemble.lay` made, as chunks to be written one after the other."""
    pictures = laid.pop("pictures")
    laid["figures"] = [[one.name, one.media_type, one.alt, len(one.data)] for one in pictures]
    text = laid.pop("text").encode("utf-8", "replace")
    laid["size"] = len(text)
    columns = _columns(laid, laid.pop("blocks"), laid.pop("sources"))
    return _chunks(laid, [text, *columns, *(one.data for one in pictures)])


def _columns(laid: "dict[str, Any]", blocks: "list[list[Any]]", sources: "list[list[Any]]") -> list[bytes]:
    """Kinds, starts, ends, levels, files, pages and offsets; the few words among them are listed once, with the figures by block."""
    called, starts, ends, levels, figures = zip(*blocks, strict=True) if blocks else ((),) * 5
    told, pages, offsets = zip(*sources, strict=True) if sources else ((),) * 3
    files = {file: index for index, file in enumerate(dict.fromkeys(told))}
    laid["count"], laid["files"] = len(blocks), list(files)
    laid["shown"] = [[index, figure] for index, figure in enumerate(figures) if figure] if any(figures) else []
    numbers = [map(_BLOCKS.__getitem__, called), starts, ends, levels, map(files.__getitem__, told), pages, offsets]
    return [array("I", column).tobytes() for column in numbers]


def pack_refusal(message: str) -> list[bytes]:
    """A refusal in the same form."""
    return _chunks({"refused": message}, [])


def _chunks(words: "dict[str, Any]", blobs: list[bytes]) -> list[bytes]:
    body = json.dumps(words, ensure_ascii=False, separators=(",", ":"), check_circular=False).encode("utf-8", "replace")
    return [len(body).to_bytes(4, "big"), body, *blobs]


def pictured(data: bytes) -> bool:
    """Whether the book has pages that are pictures and nobody has tried to read; no other words in it can look like this in JSON."""
    return data.find(b'"pictured":"', 4, 4 + int.from_bytes(data[:4], "big")) >= 0


def opened(data: bytes) -> "tuple[dict[str, Any], memoryview]":
    """The words, the text among them, and the pictures' bytes; `Refused` where the sandbox refused or the form does not hold."""
    length = int.from_bytes(data[:4], "big")
    if length > WORDS_LIMIT:
        raise Refused(_BROKEN)
    try:
        words = json.loads(data[4 : 4 + length])
    except (ValueError, RecursionError) as error:
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
    _check(len(book.text), [(one.start, one.end) for one in book.chapters])
    return book


def words(data: bytes) -> "dict[str, Any]":
    """What is said of a book and in it: title, authors, language, direction, text, chapters as rows of their values, metadata, warnings."""
    found, _ = opened(data)
    try:
        said = _said(found)
        _check(len(said["text"]), [(one[5], one[6]) for one in said["chapters"]])
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
    from litink_app.schemas.book import Book, Chapter, ChapterKind, Figure

    said = _said(words)
    blocks, sources = _blocks(words, blobs, len(said["text"]))
    pictures: list[Figure] = []
    place = 4 * _COLUMNS * words["count"]
    for name, media_type, alt, size in words["figures"]:
        pictures.append(Figure(name, media_type, bytes(blobs[place : place + size]), alt))
        place += size
    cover = pictures.pop() if words["cover"] else None
    chapters = tuple(Chapter(name, ChapterKind(kind), *more) for name, kind, *more in said.pop("chapters"))
    return Book(**said, chapters=chapters, blocks=blocks, sources=sources, cover=cover, figures=tuple(pictures))


def _blocks(words: "dict[str, Any]", blobs: memoryview, size: int) -> "tuple[tuple[Block, ...], tuple[SourceSpan, ...]]":
    """The columns as blocks and sources; `Refused` where one does not lie in the text."""
    from litink_app.schemas.book import Block, BlockKind, SourceSpan

    width = 4 * words["count"]
    kind, start, end, level, file, page, offset = (
        array("I", bytes(blobs[place * width : (place + 1) * width])) for place in range(_COLUMNS)
    )
    if end and (max(end) > size or not all(map(le, start, end))):
        raise Refused(_BROKEN)
    shown = [""] * len(start)
    for index, name in words["shown"]:
        shown[index] = str(name)
    kind = map([BlockKind(name) for name in kinds.BLOCKS].__getitem__, kind)
    file = map([str(name) for name in words["files"]].__getitem__, file)
    blocks = tuple(map(tuple.__new__, repeat(Block), zip(kind, start, end, level, shown, strict=True)))
    return blocks, tuple(map(tuple.__new__, repeat(SourceSpan), zip(start, end, file, page, offset, strict=True)))


def _check(size: int, chapters: "list[tuple[int, int]]") -> None:
    """Every chapter lies in the text, one behind the other."""
    fits = all(0 <= start <= end <= size for start, end in chapters)
    if not fits or any(before[1] > after[0] for before, after in pairwise(chapters)):
        raise Refused(_BROKEN)
