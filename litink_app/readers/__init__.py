"""File to `Book`: chapters, blocks and exact source spans. `read` is the one door; it parses in a sandbox."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from litink_app.schemas.book import Book


def read(path: "Path | str", name: str = "") -> "Book":
    """The book in a file that nobody vouches for; `Refused` says why there is none. Blocking."""
    from litink_app.readers import sandbox

    return sandbox.read(path, name)


def words(path: "Path | str", name: str = "") -> "dict[str, Any]":
    """The book's words and chapters alone, as plain values (see `wire.words`): what a quick look needs. Blocking."""
    from litink_app.readers import sandbox

    return sandbox.words(path, name)
