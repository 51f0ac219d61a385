"""What every reader is."""

from typing import Protocol

from litink_app.readers.draft import Draft


class Reader(Protocol):
    """Reads a whole file of its format; `name` is the file's own name, a title of last resort. Raises `Refused`."""

    def __call__(self, data: bytes, name: str) -> Draft: ...
