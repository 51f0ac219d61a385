"""Which units of a scene are told: the most worth for its seconds, with as few jumps as make sense.

A knapsack over the units in order (dynamic programming, quarters of a second). A jump costs what some seconds of an average
unit are worth, more where it lands in the middle of a paragraph or tears off what leads over.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from litink_app.studio.screenwriter.units import Unit

_GRAIN = 0.25
_OVER = 1.06
JUMP_SECONDS, MIDDLE_SECONDS, TEAR_SECONDS, EDGE_SECONDS = 3.0, 1.6, 4.0, 3.0


@dataclass(frozen=True, slots=True)
class _Way:
    """A choice so far: its worth, the newest index and the way before it."""

    worth: float
    index: int
    before: "_Way | None"


def choose(units: Sequence[Unit], cost: Sequence[float], share: float, *, begins: bool = False, ends: bool = False) -> list[int]:
    """Indices of the units kept, in order; at least one where there is any. `begins`/`ends`: a film likes to begin and end with its text."""
    if not units:
        return []
    room = max(1, int(share * _OVER / _GRAIN))
    price = [max(1, round(seconds / _GRAIN)) for seconds in cost]
    mean = sum(unit.score for unit in units) / len(units)
    best: tuple[float, _Way | None] = (-math.inf, None)
    taken: dict[int, _Way] = {}
    left: dict[int, _Way] = {}
    for index, unit in enumerate(units):
        fresh = _step(index, units, cost, price, room, mean, begins, taken, left)
        for spent, way in taken.items():
            left[spent] = max(left.get(spent, way), way, key=lambda one: one.worth)
        taken = fresh
        for spent, way in fresh.items():
            edge = EDGE_SECONDS * mean if ends and index == len(units) - 1 else 0.0
            tear = TEAR_SECONDS * mean if unit.leads else 0.0
            worth, full = way.worth + edge - tear, _fullness(spent * _GRAIN, share)
            value = worth * full if worth > 0 else worth / full
            best = max(best, (value, way), key=lambda pair: pair[0])
    return _indices(best[1]) or [min(range(len(units)), key=lambda index: cost[index])]


def _step(
    index: int,
    units: Sequence[Unit],
    cost: Sequence[float],
    price: Sequence[int],
    room: int,
    mean: float,
    begins: bool,
    taken: dict[int, _Way],
    left: dict[int, _Way],
) -> dict[int, _Way]:
    """All choices that end with this unit, by what they spend: going on, jumping here, or beginning here."""
    unit, gain = units[index], units[index].score * cost[index]
    landing = mean * (TEAR_SECONDS if unit.leans else 0.0 if unit.opens else MIDDLE_SECONDS)
    found: dict[int, _Way] = {}
    first = EDGE_SECONDS * mean if begins and index == 0 else 0.0
    if price[index] <= room:
        found[price[index]] = _Way(gain + first - landing, index, None)
    for spent, way in taken.items():
        if (total := spent + price[index]) <= room:
            _keep(found, total, _Way(way.worth + gain, index, way))
    for spent, way in left.items():
        if (total := spent + price[index]) <= room:
            tear = TEAR_SECONDS * mean if units[way.index].leads else 0.0
            _keep(found, total, _Way(way.worth + gain - JUMP_SECONDS * mean - landing - tear, index, way))
    return found


def _keep(found: dict[int, _Way], spent: int, way: _Way) -> None:
    if spent not in found or way.worth > found[spent].worth:
        found[spent] = way


def _fullness(seconds: float, share: float) -> float:
    """Time left over is a loss, a little too much a small one."""
    ratio = max(0.05, seconds / max(share, 0.1))
    return ratio if ratio <= 1 else max(0.1, 1 - 2 * (ratio - 1))


def _indices(way: _Way | None) -> list[int]:
    found: list[int] = []
    while way is not None:
        found.append(way.index)
        way = way.before
    return found[::-1]
