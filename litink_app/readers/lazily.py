"""Patterns that are compiled when they are first used: a child of the sandbox reads one book and needs few of them."""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, cast


class _Lazy:
    """Stands in for a pattern; each method becomes the compiled one's at its first use."""

    made: "list[_Lazy]" = []  # noqa: RUF012 - all of them, for `prepare`

    def __init__(self, source: "str | bytes", flags: int) -> None:
        self._source, self._flags = source, flags
        self.made.append(self)

    def compiled(self) -> "Any":
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> "Any":
        method = getattr(self.compiled(), name)
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


def prepare() -> None:
    """Compile all patterns that there are now: `re` keeps them for when they are used."""
    for one in _Lazy.made:
        one.compiled()
