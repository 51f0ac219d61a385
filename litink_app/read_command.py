"""`litink read`: the document of a book; chapters, quotations and scenes are spans of its one `text`."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from litink_app import readers
from litink_app.schemas.book import Book
from litink_app.schemas.understanding import Understanding
from litink_app.understanding import understand


def document(path: Path, *, understanding: bool = True) -> dict[str, Any]:
    """What is in the book; `Refused` where it cannot be read."""
    book = readers.read(path)
    made = of_book(book)
    return {**made, **of_understanding(understand(book), book)} if understanding else made


def of_book(book: Book) -> dict[str, Any]:
    chapters = [
        {
            "id": one.id,
            "kind": one.kind.value,
            "number": one.number,
            "title": one.title,
            "part": one.part,
            "confidence": one.confidence,
            "start": one.start,
            "end": one.end,
            "text": book.text[one.start : one.end],
        }
        for one in book.chapters
    ]
    return {
        "title": book.title,
        "authors": list(book.authors),
        "language": book.language,
        "text": book.text,
        "chapters": chapters,
        "metadata": book.metadata,
        "warnings": list(book.warnings),
    }


def of_understanding(found: Understanding, book: Book) -> dict[str, Any]:
    return {
        "characters": [asdict(one) for one in found.characters],
        "quotes": [asdict(one) for one in found.quotes],
        "scenes": [asdict(one) for one in found.scenes],
        "terms": [asdict(one) for one in found.terms],
        "objectives": [asdict(one) for one in found.objectives],
        "relations": [asdict(one) for one in found.relations],
        "warnings": [*book.warnings, *found.warnings],
    }
