"""How long a graph takes: learnt from earlier steps of each kind, else the kind's own guess; laid out over the workers there are."""

import heapq
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from litink_app import db
from litink_app.config import settings
from litink_app.repositories import runs
from litink_app.services.steps import kinds as registered

REMEMBERED = 30.0
"""Seconds for which a process believes the paces that it read."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of one step: low, likely, high."""

    low: float
    likely: float
    high: float


_known: dict[str, tuple[float, Pace]] = {}


async def paces(kinds: Iterable[str]) -> dict[str, Pace]:
    """The pace of each kind."""
    now, wanted = time.monotonic(), sorted(set(kinds))
    if missing := [kind for kind in wanted if kind not in _known or now - _known[kind][0] > REMEMBERED]:
        async with db.session() as unit:
            learnt = await runs.pace(unit, missing)
        for kind in missing:
            _known[kind] = (now, Pace(*learnt[kind]) if kind in learnt else _guess(kind))
    return {kind: _known[kind][1] for kind in wanted}


def _guess(kind: str) -> Pace:
    found = registered().get(kind)
    likely = found.seconds if found else 4.0
    return Pace(0.5 * likely, likely, 2.5 * likely)


def forget() -> None:
    """Read the paces anew at the next question."""
    _known.clear()


def span(seconds: Mapping[str, float], needs: Mapping[str, Sequence[str]], workers: int | None = None) -> float:
    """The time until all of `seconds` (key to duration) is done by so many workers, each step after its `needs`; what is not in `seconds`
    is done already."""
    free = workers or settings().workers
    left = {key: {need for need in needs.get(key, ()) if need in seconds} for key in seconds}
    waiting: dict[str, list[str]] = {}
    for key, some in left.items():
        for need in some:
            waiting.setdefault(need, []).append(key)
    ready = [key for key, some in left.items() if not some]
    running: list[tuple[float, str]] = []
    now = 0.0
    while ready or running:
        while ready and len(running) < free:
            key = ready.pop(0)
            heapq.heappush(running, (now + seconds[key], key))
        now, key = heapq.heappop(running)
        for follower in waiting.get(key, ()):
            left[follower].discard(key)
            if not left[follower]:
                ready.append(follower)
    return now
