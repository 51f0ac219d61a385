"""`litink read`: the document of a book; chapters, quotations and scenes are spans of its one `text`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from litink_app import readers

if TYPE_CHECKING:
    from litink_app.schemas.book import Book


def document(path: Path, *, understanding: bool = True) -> dict[str, Any]:
    """What is in the book; `Refused` where it cannot be read."""
    return _understood(readers.read(path)) if understanding else _told(readers.words(path))


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """Text and chapters, from plain values in the order of `schemas.book.Chapter`."""
    text = said["text"]
    names = ("id", "kind", "number", "title", "confidence", "start", "end", "part")
    chapters = [dict(zip(names, one, strict=True)) | {"text": text[one[5] : one[6]]} for one in said["chapters"]]
    return {name: said[name] for name in ("title", "authors", "language", "text")} | {
        "chapters": chapters,
        "metadata": said["metadata"],
        "warnings": said["warnings"],
    }


def _understood(book: "Book") -> dict[str, Any]:
    """All of it; the libraries that this needs are loaded here, since a quick look does without them."""
    from dataclasses import asdict, astuple

    from litink_app.understanding import understand

    found = understand(book)
    said = {name: getattr(book, name) for name in ("title", "authors", "language", "text", "metadata")}
    many = ("characters", "quotes", "scenes", "terms", "objectives", "relations")
    return _told(said | {"chapters": [astuple(one) for one in book.chapters], "warnings": (*book.warnings, *found.warnings)}) | {
        name: [asdict(one) for one in getattr(found, name)] for name in many
    }
