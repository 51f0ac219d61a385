"""Keyset pagination: a page says where the next one begins, so nothing is skipped or shown twice while things come and go."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Query

from litink_app.errors import Refused

T = TypeVar("T")

After = Annotated[str, Query(max_length=500, description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200)]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    items: list[T]
    next: str | None


def cut(items: Sequence[T], after: str, limit: int, key: Callable[[T], tuple[str, str]]) -> Page[T]:
    """The `limit` newest items beyond the mark; `key` gives when (sortable) and id."""
    ordered = sorted(items, key=key, reverse=True)
    if after:
        mark = _read(after)
        ordered = [item for item in ordered if key(item) < mark]
    shown = ordered[:limit]
    return Page(shown, _mark(key(shown[-1])) if len(ordered) > limit else None)


def _mark(key: tuple[str, str]) -> str:
    return urlsafe_b64encode("\n".join(key).encode()).decode().rstrip("=")


def _read(mark: str) -> tuple[str, str]:
    try:
        when, _, name = urlsafe_b64decode(mark + "=" * (-len(mark) % 4)).decode().partition("\n")
    except ValueError:
        raise Refused("That is no page mark.") from None
    return when, name
