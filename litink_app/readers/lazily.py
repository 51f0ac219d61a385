"""Patterns that are compiled when they are first used: a child of the sandbox reads one book and needs few of them."""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, cast


class _Lazy:
    """Stands in for a pattern; each method becomes the compiled one's at its first use."""

    def __init__(self, source: "str | bytes", flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> "Any":
        method = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, method)
        return method


def lazily(source: str, flags: int = 0) -> "re.Pattern[str]":
    """`re.compile`, later."""
    made = _Lazy(source, flags)
    return cast("re.Pattern[str]", made) if TYPE_CHECKING else made


def lazily_bytes(source: bytes, flags: int = 0) -> "re.Pattern[bytes]":
    """`re.compile` of a pattern for bytes, later."""
    made = _Lazy(source, flags)
    return cast("re.Pattern[bytes]", made) if TYPE_CHECKING else made
