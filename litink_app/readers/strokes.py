"""Lines of writing on a page, from a map that says how surely each of its points is written on: patches, their slant, their boxes, their order."""

import itertools
from statistics import median

import numpy as np

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Box = tuple[float, float, float, float]
    """Left, top, right, bottom."""

WRITTEN = 0.3
SURE = 0.5
SMALLEST = 30
LONG = 120
RUNS = 60_000
GROWN = 1.6
"""The map holds the core of each line: its box is grown by this times its area over its girth, as the detector was taught."""
COLUMN = 4
CROSSED = 0.4
LONG_LINE = 9


def patches(sure: "Any") -> "list[Any]":
    """Connected patches of writing, each an array with rows of y, first x and the x after the last; none where all is speckled."""
    written = np.pad((sure > WRITTEN).astype(np.int8), ((0, 0), (1, 1)))
    edges = np.diff(written, axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    if not 0 < len(starts) <= RUNS:
        return []
    runs = np.column_stack([starts, ends[:, 1]])
    roots = np.array(_roots(runs.tolist()))
    order = np.argsort(roots, kind="stable")
    found = np.split(runs[order], np.flatnonzero(np.diff(roots[order])) + 1)
    return [one for one in found if _counts(one, sure)]


def _roots(runs: list[list[int]]) -> list[int]:
    """For each run the first run of its patch: runs of neighbouring rows that touch are one."""
    parent = list(range(len(runs)))
    above: list[int] = []
    before = -2
    for y, row in itertools.groupby(range(len(runs)), key=lambda index: runs[index][0]):
        here = list(row)
        for one, other in itertools.product(here, above if before == y - 1 else ()):
            if runs[other][1] < runs[one][2] and runs[other][2] > runs[one][1]:
                parent[_root(parent, one)] = _root(parent, other)
        above, before = here, y
    return [_root(parent, index) for index in range(len(runs))]


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _counts(patch: "Any", sure: "Any") -> bool:
    size = int((patch[:, 2] - patch[:, 1]).sum())
    return size >= SMALLEST and sum(float(sure[y, a:b].sum()) for y, a, b in patch.tolist()) / size >= SURE


def slope(patches: "list[Any]") -> float:
    """How far the lines sink for each step to the right; what most long ones say."""
    slopes: list[float] = []
    for patch in patches:
        if patch[:, 2].max() - patch[:, 1].min() >= LONG:
            lengths = patch[:, 2] - patch[:, 1]
            xs = np.concatenate([np.arange(a, b) for _, a, b in patch.tolist()])
            slopes.append(float(np.polyfit(xs, np.repeat(patch[:, 0], lengths), 1)[0]))
    return median(slopes) if slopes else 0.0


def boxes(patches: "list[Any]", scale: float, angle: float, middle: tuple[float, float]) -> "list[Box]":
    """The box of each patch on the page that is `scale` times the map and was turned upright by `angle` (radians) about its middle."""
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return [_box(patch, scale, turned, np.array(middle)) for patch in patches]


def _box(patch: "Any", scale: float, turned: "Any", middle: "Any") -> "Box":
    """Ends of the runs at mid-row, turned; half a row is added above and below."""
    ends = np.concatenate([patch[:, [1, 0]], patch[:, [2, 0]]]) + np.array([0, 0.5])
    places = (ends * scale - middle) @ turned.T + middle
    half = np.array([0, scale / 2])
    (left, top), (right, bottom) = places.min(0) - half, places.max(0) + half
    grown = (right - left) * (bottom - top) * GROWN / (2 * (right - left + bottom - top))
    return float(left - grown), float(top - grown), float(right + grown), float(bottom + grown)


def rows(boxes: "list[Box]") -> "list[list[Box]]":
    """The boxes as printed rows in the order of reading: what goes across a gutter parts the page, between such lines columns are read one by one."""
    gutter = _gutter(boxes)
    if gutter is None:
        return _across(boxes)
    found: list[list[Box]] = []
    band: list[Box] = []
    for box in sorted(boxes, key=_height):
        if box[0] + _edge(box) < gutter < box[2] - _edge(box):
            found += [*_sides(band, gutter), [box]]
            band = []
        else:
            band.append(box)
    return [*found, *_sides(band, gutter)]


def _sides(band: "list[Box]", gutter: float) -> "list[list[Box]]":
    """Rows left of a gutter, then those right of it."""
    left = [box for box in band if box[2] - _edge(box) <= gutter]
    return [*rows(left), *rows([box for box in band if box[2] - _edge(box) > gutter])]


def _gutter(boxes: "list[Box]") -> float | None:
    """Where the fewest boxes cross a line from top to bottom that has a column of text on either side."""
    best: tuple[int, float] | None = None
    for place in {box[2] - _edge(box) for box in boxes}:
        left = [box for box in boxes if box[2] - _edge(box) <= place]
        right = [box for box in boxes if box[0] + _edge(box) >= place]
        across = len(boxes) - len(left) - len(right)
        if across <= CROSSED * len(boxes) and _is_column(left) and _is_column(right):
            best = min(best or (across, place), (across, place))
    return best[1] if best else None


def _is_column(side: "list[Box]") -> bool:
    """Enough lines, and long ones beside their height: the numbers or the titles of a table of contents are no column."""
    return len(side) >= COLUMN and median((box[2] - box[0]) / (box[3] - box[1]) for box in side) > LONG_LINE


def _edge(box: "Box") -> float:
    """White that a box has at its ends."""
    return 0.3 * (box[3] - box[1])


def _height(box: "Box") -> float:
    return (box[1] + box[3]) / 2


def _across(boxes: "list[Box]") -> "list[list[Box]]":
    found: list[list[Box]] = []
    for box in sorted(boxes, key=_height):
        if found and _level(found[-1][0], box):
            found[-1].append(box)
        else:
            found.append([box])
    return [sorted(row) for row in found]


def _level(one: "Box", other: "Box") -> bool:
    """Side by side on one line."""
    apart = abs(_height(one) - _height(other))
    return apart < 0.4 * min(one[3] - one[1], other[3] - other[1]) and (one[2] <= other[0] + 2 or other[2] <= one[0] + 2)
