"""Pages of things that come and go."""

from dataclasses import dataclass
from uuid import uuid4

import pytest

from litink_app.api.paging import Page, cut
from litink_app.errors import Refused


@dataclass(frozen=True)
class Card:
    id: str


def cards(count: int) -> list[Card]:
    return [Card(str(uuid4())) for _ in range(count)]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 10, 200])
def test_all_are_shown_once_in_order(limit: int) -> None:
    things, seen, after = cards(10), list[Card](), ""

    while True:
        page: Page[Card] = cut(things, after, limit)
        seen += page.items
        if page.next is None:
            break
        after = page.next

    assert seen == things


def test_what_comes_meanwhile_shifts_nothing() -> None:
    things = cards(6)
    first = cut(things, "", 3)

    second = cut(cards(2) + things, first.next or "", 3)

    assert second.items == things[3:]


def test_what_goes_meanwhile_loses_nothing() -> None:
    things = cards(6)
    first = cut(things, "", 3)

    second = cut([things[0], *things[3:]], first.next or "", 3)

    assert second.items == things[3:]


@pytest.mark.parametrize("mark", ["x", "%00", "ä", "AAAA", "A" * 500, "=", "' or 1=1 --"])
def test_a_mark_that_is_none_is_refused(mark: str) -> None:
    with pytest.raises(Refused):
        cut(cards(3), mark, 3)
