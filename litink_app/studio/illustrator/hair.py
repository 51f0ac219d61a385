"""Hair and beards, in the head’s own units (see heads). `back` goes behind the head, `front` over it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import skia

from litink_app.studio.illustrator.curves import Knot, circle, gather, leaf, limb, oval, placing, spline, union


@dataclass(frozen=True, slots=True)
class Cut:
    """One thing worn on the head: what lies behind it, what lies over it, cut lines, and an ornament in the accent colour."""

    back: skia.Path | None = None
    front: skia.Path | None = None
    lines: skia.Path | None = None
    trim: skia.Path | None = None
    hides_hair: bool = False


def _cap(lift: float = 0.05, nape: float = 0.22, fringe: float = 0.0, side: float = 0.06) -> list[Knot]:
    """Hair close to the skull."""
    return [
        (0.285 + fringe * 0.2, -0.305 + fringe, 0.6), (0.20, -0.465), (0.02, -0.5 - lift), (-0.22, -0.475 - lift * 0.7), (-0.41 - lift * 0.8, -0.30), (-0.45 - lift * 0.7, -0.06),
        (-0.39 - lift * 0.4, 0.13), (-0.29, nape, 0.5), (-0.18, nape - 0.08, 0.3), (-0.125, 0.05), (-0.10, -0.06), (-0.045, side, 0.7), (0.045, -0.02 + side * 0.2), (0.09, -0.16), (0.17, -0.27 + fringe * 0.6),
    ]  # fmt: skip


def strands(paths: list[list[tuple[float, float]]], width: float = 0.006) -> skia.Path:
    return gather(limb(p, [width * 0.3, width, width * 0.3]) for p in paths)


_CAP_LINES = [
    [(0.20, -0.36), (-0.02, -0.45), (-0.26, -0.36)],
    [(0.12, -0.26), (-0.1, -0.34), (-0.33, -0.18)],
    [(-0.05, -0.22), (-0.22, -0.2), (-0.36, 0.0)],
]


def _short(chance: Random) -> Cut:
    quiff = chance.uniform(0.0, 0.06)
    top = spline([(0.30, -0.30, 0.4), (0.33 + quiff, -0.42), (0.20, -0.54 - quiff), (0.0, -0.55), (-0.1, -0.42), (0.1, -0.34)])
    return Cut(front=union([spline(_cap(0.03, 0.16)), top]), lines=strands(_CAP_LINES))


def _bun(chance: Random) -> Cut:
    high = chance.uniform(-0.12, 0.1)
    x, y = -0.49 + high * 0.3, -0.16 - high
    knot = circle(x, y, 0.155)
    rings = strands(
        [[(x - 0.08, y - 0.06), (x + 0.0, y - 0.1), (x + 0.09, y - 0.04)], [(x - 0.09, y + 0.03), (x, y), (x + 0.08, y + 0.05)]]
    )
    return Cut(front=union([spline(_cap(0.045, 0.12, 0.01)), knot]), lines=gather([rings, strands(_CAP_LINES)]))


def _updo(chance: Random) -> Cut:
    rolls = [oval(-0.12, -0.52, 0.22, 0.13), oval(-0.33, -0.44, 0.17, 0.14), oval(-0.47, -0.24, 0.13, 0.15), oval(0.10, -0.49, 0.16, 0.10)]
    curl = limb([(-0.32, 0.16), (-0.40, 0.30), (-0.33, 0.42)], [0.03, 0.035, 0.012])
    return Cut(
        front=union([spline(_cap(0.05, 0.16, 0.02)), *rolls, curl]),
        lines=strands(
            [
                [(0.2, -0.42), (0.02, -0.52), (-0.1, -0.44)],
                [(-0.12, -0.46), (-0.3, -0.5), (-0.38, -0.36)],
                [(-0.33, -0.36), (-0.48, -0.3), (-0.46, -0.15)],
                [(0.1, -0.28), (-0.14, -0.36), (-0.3, -0.2)],
            ]
        ),
    )


def _long(chance: Random) -> Cut:
    reach = chance.uniform(0.75, 1.15)
    sway = chance.uniform(-0.04, 0.06)
    back = spline([
        (0.02, -0.54), (-0.28, -0.5), (-0.48, -0.24), (-0.52, 0.10), (-0.60 - sway, 0.42), (-0.66 - sway, reach * 0.72), (-0.70 - sway, reach, 1), (-0.56, reach * 0.93),
        (-0.46 - sway, reach * 1.03, 0.8), (-0.32, reach * 0.90), (-0.20, reach * 0.95, 0.8), (-0.10, 0.55), (-0.06, 0.15), (0.0, -0.2),
    ])  # fmt: skip
    lines = strands(
        [
            [(-0.2, -0.1), (-0.36, 0.3), (-0.46, reach * 0.85)],
            [(-0.1, 0.0), (-0.24, 0.36), (-0.30, reach * 0.8)],
            [(-0.32, -0.2), (-0.48, 0.2), (-0.58, reach * 0.8)],
        ],
        0.007,
    )
    return Cut(back=back, front=spline(_cap(0.045, 0.34, 0.0, 0.10)), lines=gather([lines, strands(_CAP_LINES)]))


def _alice(chance: Random) -> Cut:
    cut = _long(chance)
    band = limb([(0.13, -0.515), (0.04, -0.40), (-0.02, -0.22), (-0.05, -0.04)], [0.026, 0.03, 0.028, 0.018])
    bow = gather(
        [
            spline([(0.06, -0.54, 1), (-0.05, -0.70), (-0.12, -0.60), (-0.06, -0.53)]),
            spline([(0.06, -0.54, 1), (0.20, -0.67), (0.26, -0.57), (0.17, -0.50)]),
        ]
    )
    return Cut(cut.back, cut.front, cut.lines, gather([band, bow]))


def _bob(chance: Random) -> Cut:
    knots = [
        *_cap(0.07, 0.30, 0.05)[:6],
        (-0.50, 0.16),
        (-0.44, 0.36, 0.4),
        (-0.20, 0.40, 0.5),
        (-0.03, 0.34, 0.8),
        (0.01, 0.1),
        (0.07, -0.10),
        (0.17, -0.22),
    ]
    return Cut(
        front=spline(knots),
        lines=strands([*_CAP_LINES, [(-0.2, 0.0), (-0.24, 0.2), (-0.2, 0.36)], [(-0.36, 0.0), (-0.40, 0.18), (-0.36, 0.34)]]),
    )


def _braids(chance: Random) -> Cut:
    beads = [oval(-0.30 - 0.02 * i + 0.02 * (i % 2), 0.26 + 0.13 * i, 0.085 - 0.005 * i, 0.085) for i in range(6)]
    tassel = spline([(-0.40, 0.98, 0.6), (-0.46, 1.14, 1), (-0.39, 1.10), (-0.33, 1.16, 1), (-0.34, 0.98, 0.6)])
    bow = gather([spline([(-0.39, 0.98, 1), (-0.52, 0.90), (-0.52, 1.04)]), spline([(-0.39, 0.98, 1), (-0.27, 0.90), (-0.26, 1.05)])])
    return Cut(
        front=union([spline(_cap(0.04, 0.26, 0.03)), *beads, tassel]),
        lines=gather(
            [
                strands(_CAP_LINES),
                strands([[(-0.36, 0.24 + 0.13 * i), (-0.30, 0.29 + 0.13 * i), (-0.26, 0.23 + 0.13 * i)] for i in range(6)]),
            ]
        ),
        trim=bow,
    )


def _ponytail(chance: Random) -> Cut:
    tail = spline(
        [
            (-0.38, -0.34),
            (-0.56, -0.36),
            (-0.70, -0.12),
            (-0.70, 0.24),
            (-0.80, 0.52, 1),
            (-0.62, 0.42),
            (-0.54, 0.20),
            (-0.54, -0.06),
            (-0.44, -0.18),
        ]
    )
    return Cut(
        front=union([spline(_cap(0.03, 0.12, 0.03)), tail]),
        lines=strands([*_CAP_LINES, [(-0.5, -0.26), (-0.62, 0.0), (-0.66, 0.34)]]),
        trim=oval(-0.435, -0.27, 0.035, 0.075),
    )


def _curls(chance: Random) -> Cut:
    rings = []
    for i in range(17):
        t = i / 16
        x, y = [(0.28, -0.34), (0.0, -0.52), (-0.34, -0.42), (-0.46, -0.12), (-0.40, 0.18), (-0.24, 0.22)][min(5, int(t * 6))]
        rings.append(circle(x + chance.uniform(-0.05, 0.05), y + chance.uniform(-0.05, 0.05), chance.uniform(0.085, 0.125)))
    return Cut(
        front=union([spline(_cap(0.05, 0.2)), *rings]),
        lines=strands(
            [
                [(x - 0.05, y), (x, y - 0.05), (x + 0.05, y)]
                for x, y in ((0.2, -0.4), (-0.05, -0.5), (-0.3, -0.4), (-0.42, -0.15), (-0.1, -0.3), (-0.3, -0.15), (-0.35, 0.1))
            ]
        ),
    )


def _wild(chance: Random) -> Cut:
    """Hair that no comb has seen: tufts that lie every which way."""
    tufts = skia.Path()
    blade = leaf(1.0, 0.42)
    for i in range(12):
        a = math.radians(-20 - i * 18)
        x, y = -0.06 + math.cos(a) * 0.33, -0.16 + math.sin(a) * 0.31
        tufts.addPath(blade, placing(x, y, math.degrees(a) - 34 + chance.uniform(-26, 26), chance.uniform(0.15, 0.25)))
    return Cut(front=union([spline(_cap(0.06, 0.3)), tufts]), lines=strands(_CAP_LINES))


def _bald(chance: Random) -> Cut:
    fringe = spline(
        [
            (-0.445, -0.06),
            (-0.47, 0.06),
            (-0.38, 0.22, 0.5),
            (-0.22, 0.22),
            (-0.13, 0.08),
            (-0.08, 0.06, 0.7),
            (-0.09, -0.06),
            (-0.2, -0.04),
            (-0.34, -0.12),
        ]
    )
    return Cut(front=fringe)


def _wig(chance: Random) -> Cut:
    rolls = [oval(-0.40, -0.16 + 0.155 * i, 0.115, 0.09) for i in range(5)] + [oval(-0.22, 0.02 + 0.155 * i, 0.10, 0.085) for i in range(4)]
    lines = strands([[(-0.48, -0.16 + 0.155 * i), (-0.40, -0.2 + 0.155 * i), (-0.32, -0.15 + 0.155 * i)] for i in range(5)])
    return Cut(front=union([spline(_cap(0.06, 0.3)), *rolls]), lines=gather([lines, strands(_CAP_LINES)]))


HAIR: dict[str, Callable[[Random], Cut]] = {
    "short": _short, "bun": _bun, "updo": _updo, "long": _long, "alice": _alice, "bob": _bob, "braids": _braids,
    "ponytail": _ponytail, "curls": _curls, "wild": _wild, "bald": _bald, "wig": _wig,
}  # fmt: skip


def beard(kind: str, drop: float) -> skia.Path | None:
    """ "beard" | "long_beard" | "goatee" | "moustache" | "whiskers"; `drop` is how far the jaw hangs."""
    d = 0.05 * drop
    shapes: dict[str, Callable[[], skia.Path]] = {
        "moustache": lambda: spline([(0.36, 0.20, 0.6), (0.39, 0.225), (0.36, 0.262), (0.27, 0.285), (0.20, 0.26, 1), (0.27, 0.225)]),
        "goatee": lambda: spline([(0.34, 0.335 + d, 0.5), (0.37, 0.42 + d), (0.31, 0.60 + d, 0.8), (0.23, 0.50 + d), (0.26, 0.40 + d)]),
        "whiskers": lambda: spline([(-0.06, -0.06), (0.04, 0.0), (0.12, 0.16), (0.17, 0.34 + d), (0.06, 0.47 + d), (-0.04, 0.40), (-0.10, 0.16)]),
        "beard": lambda: union([spline([(-0.07, -0.05), (0.02, 0.04), (0.08, 0.20), (0.24, 0.33 + d), (0.345, 0.34 + d, 0.4), (0.40, 0.46 + d), (0.34, 0.62 + d), (0.18, 0.70 + d), (0.02, 0.58 + d), (-0.08, 0.38), (-0.10, 0.12)]), spline([(0.36, 0.195, 0.6), (0.395, 0.222), (0.34, 0.268), (0.22, 0.32), (0.14, 0.26), (0.25, 0.215)])]),
        "long_beard": lambda: union([spline([(-0.07, -0.05), (0.03, 0.06), (0.10, 0.22), (0.25, 0.33 + d), (0.345, 0.34 + d, 0.4), (0.42, 0.56 + d), (0.42, 0.90 + d), (0.34, 1.22 + d, 1), (0.27, 1.06 + d), (0.20, 1.16 + d, 1), (0.10, 0.86 + d), (-0.04, 0.52), (-0.10, 0.14)]), spline([(0.36, 0.195, 0.6), (0.40, 0.222), (0.35, 0.275), (0.30, 0.42), (0.22, 0.34), (0.25, 0.215)])]),
    }  # fmt: skip
    return shapes[kind]() if kind in shapes else None
