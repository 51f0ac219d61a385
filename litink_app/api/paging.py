"""Keyset pagination: a page says after which things the next one begins, so nothing is skipped or shown twice while things come and go."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, Protocol, TypeVar
from uuid import UUID

from fastapi import Query

from litink_app.errors import Refused

REMEMBERED = 8


class Card(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
C = TypeVar("C", bound=Card)

After = Annotated[str, Query(max_length=500, description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200)]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    items: list[T]
    next: str | None


def cut(newest_first: Sequence[C], after: str, limit: int) -> Page[C]:
    """The `limit` things after those that `after` names; the mark names several, since the last one may be gone by then."""
    start = _place(newest_first, _read(after)) if after else 0
    shown = list(newest_first[start : start + limit])
    more = len(newest_first) > start + limit
    return Page(shown, _mark([card.id for card in newest_first[: start + limit][-REMEMBERED:]]) if more else None)


def _place(cards: Sequence[Card], last: list[str]) -> int:
    places = {card.id: place for place, card in enumerate(cards)}
    if not (known := [places[name] for name in last if name in places]):
        raise Refused("What this page began after is gone. Begin again.")
    return max(known) + 1


def _mark(last: list[str]) -> str:
    return urlsafe_b64encode(b"".join(UUID(name).bytes for name in last)).decode().rstrip("=")


def _read(mark: str) -> list[str]:
    try:
        data = urlsafe_b64decode(mark.encode("ascii") + b"=" * (-len(mark) % 4))
        return [str(UUID(bytes=data[place : place + 16])) for place in range(0, len(data), 16)]
    except ValueError:
        raise Refused("That is no page mark.") from None
