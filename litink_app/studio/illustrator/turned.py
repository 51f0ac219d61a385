"""What is worn on the head, cut for profile, bent for a face in three-quarter."""

import math
from collections.abc import Callable
from itertools import pairwise
from random import Random

import skia

from litink_app.studio.illustrator.curves import Point, circle, gather, limb, oval, spline, union
from litink_app.studio.illustrator.hair import Cut, strands

_BENT = (
    (-9.0, -9.0), (-0.46, -0.46), (-0.29, -0.385), (-0.125, -0.325), (-0.045, -0.285), (0.045, -0.245), (0.10, -0.175), (0.15, -0.065), (0.20, 0.06), (0.285, 0.285), (9.0, 9.0),
)  # fmt: skip
"""Where a hairline of the profile lies in three-quarter, below the brow."""


def _across(x: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(_BENT):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return x


def _bend(x: float, y: float) -> Point:
    share = min(1.0, max(0.0, (y + 0.47) / 0.15)) * min(1.0, max(0.0, (0.75 - y) / 0.3))
    share = share * share * (3 - 2 * share)
    return x + (_across(x) - x) * share, y


def bent(path: skia.Path | None) -> skia.Path | None:
    """The path with every point moved from where it is in profile to where it is in three-quarter."""
    if path is None:
        return None
    out = skia.Path()
    draw: dict[skia.Path.Verb, Callable[[list[Point]], object]] = {
        skia.Path.kMove_Verb: lambda p: out.moveTo(*p[0]), skia.Path.kLine_Verb: lambda p: out.lineTo(*p[1]), skia.Path.kQuad_Verb: lambda p: out.quadTo(*p[1], *p[2]),
        skia.Path.kConic_Verb: lambda p: out.quadTo(*p[1], *p[2]), skia.Path.kCubic_Verb: lambda p: out.cubicTo(*p[1], *p[2], *p[3]), skia.Path.kClose_Verb: lambda p: out.close(),
    }  # fmt: skip
    for verb, points in path:
        draw[verb]([_bend(p.x(), p.y()) for p in points])
    out.setFillType(path.getFillType())
    return out


def _temple() -> skia.Path:
    """Hair on the far side of the forehead."""
    return spline([(0.05, -0.51), (0.22, -0.495), (0.345, -0.37), (0.384, -0.19), (0.368, -0.045, 0.8), (0.344, -0.17), (0.318, -0.285, 0.3), (0.25, -0.365), (0.05, -0.40)])  # fmt: skip


_FRINGES: tuple[Callable[[], skia.Path], ...] = (
    lambda: spline([(0.0, -0.50), (0.25, -0.46), (0.36, -0.28), (0.335, -0.155, 0.7), (0.24, -0.185), (0.17, -0.165, 0.5), (0.08, -0.185), (-0.01, -0.160, 0.5), (-0.12, -0.175), (-0.22, -0.09, 0.7), (-0.33, -0.2), (-0.22, -0.45)]),
    lambda: spline([(0.16, -0.52), (0.31, -0.42), (0.374, -0.22), (0.352, -0.10, 0.8), (0.28, -0.225), (0.155, -0.335, 0.5), (0.03, -0.235), (-0.16, -0.155), (-0.28, -0.03, 0.8), (-0.36, -0.2), (-0.22, -0.46)]),
    lambda: spline([(0.0, -0.52), (0.26, -0.47), (0.365, -0.30), (0.362, -0.12, 0.8), (0.25, -0.20), (0.04, -0.275), (-0.12, -0.315), (-0.24, -0.16, 0.6), (-0.33, -0.2), (-0.22, -0.46)]),
)  # fmt: skip
"""Straight, parted and swept."""

_LOOSE = ("long", "alice", "bob", "curls", "wild")


def _far_lock(reach: float) -> skia.Path:
    """Loose hair that is seen behind the far cheek."""
    return spline([(0.10, -0.50), (0.33, -0.40), (0.425, -0.12), (0.425, 0.20), (0.455, reach * 0.66), (0.42, reach, 0.8), (0.28, reach * 0.93), (0.16, reach * 0.5), (0.10, 0.0)])  # fmt: skip


def _framing(kind: str, seed: int, *, child: bool, feminine: bool) -> int | None:
    """Which fringe somebody wears, if any."""
    chance = Random(f"fringe {seed}")
    if kind in ("bald", "wig") or not (child or feminine or chance.random() < 0.5):
        return None
    return chance.choice((0, 1) if child else (1, 2))


def in_profile(cut: Cut, kind: str, seed: int, *, child: bool, feminine: bool) -> Cut:
    """The same haircut from the side: a straight fringe is seen there too."""
    if cut.front is None or _framing(kind, seed, child=child, feminine=feminine) != 0:
        return cut
    fringe = spline([(-0.06, -0.50), (0.20, -0.475), (0.335, -0.32), (0.372, -0.165, 0.8), (0.29, -0.185), (0.20, -0.155, 0.5), (0.10, -0.165), (0.0, -0.06, 0.6), (-0.06, -0.2)])  # fmt: skip
    return Cut(cut.back, union([cut.front, fringe]), cut.lines, cut.trim)


def hair(cut: Cut, kind: str, seed: int, *, child: bool, feminine: bool) -> Cut:
    """A haircut for a face in three-quarter; the seed chooses how the forehead is framed."""
    if kind == "bald":
        return Cut(bent(cut.back), bent(cut.front), bent(cut.lines), bent(cut.trim))
    front = [path for path in (bent(cut.front), _temple()) if path is not None]
    framed = _framing(kind, seed, child=child, feminine=feminine)
    if framed is not None:
        front.append(_FRINGES[framed]())
    back = [path for path in (cut.back,) if path is not None]
    if kind in _LOOSE:
        back.append(_far_lock(0.42 if kind in ("bob", "curls", "wild") else 0.84))
    lines = [path for path in (bent(cut.lines), strands([[(0.27, -0.43), (0.345, -0.30), (0.358, -0.18)]])) if path is not None]
    trim = cut.trim if kind != "alice" else _band()
    return Cut(gather(back) if back else None, union(front), gather(lines), trim)


def _band() -> skia.Path:
    """A ribbon over the crown with its bow."""
    band = limb([(0.235, -0.475), (0.10, -0.455), (-0.10, -0.40), (-0.27, -0.27), (-0.385, -0.08)], [0.024, 0.028, 0.03, 0.028, 0.020])
    bow = [
        spline([(-0.02, -0.47, 1), (-0.17, -0.67), (-0.25, -0.55), (-0.17, -0.46)]),
        spline([(-0.02, -0.47, 1), (0.12, -0.66), (0.20, -0.56), (0.12, -0.455)]),
    ]
    return gather([band, *bow])


_SHELLS = {
    "hood": [(0.02, -0.66), (0.26, -0.55), (0.42, -0.34), (0.45, -0.02), (0.41, 0.32), (0.32, 0.56), (0.10, 0.68), (-0.22, 0.66), (-0.44, 0.48), (-0.53, 0.16), (-0.55, -0.14), (-0.53, -0.42), (-0.58, -0.60, 0.6), (-0.28, -0.66)],
    "kerchief": [(0.02, -0.57), (0.26, -0.50), (0.40, -0.32), (0.42, -0.04), (0.36, 0.28), (0.22, 0.52), (0.14, 0.60), (0.20, 0.72, 1), (0.08, 0.64), (0.0, 0.74, 1), (-0.04, 0.58), (-0.26, 0.40), (-0.42, 0.14), (-0.47, -0.20), (-0.36, -0.46)],
    "bonnet": [(-0.02, -0.66), (0.26, -0.60), (0.45, -0.38), (0.48, -0.06), (0.40, 0.24), (0.28, 0.44, 0.6), (-0.10, 0.50), (-0.40, 0.22), (-0.52, -0.12), (-0.44, -0.46)],
    "helmet": [(-0.02, -0.66), (0.24, -0.58), (0.39, -0.36), (0.42, -0.04), (0.38, 0.28, 0.7), (0.30, 0.30), (0.1, 0.1), (-0.30, 0.34, 0.7), (-0.46, 0.16), (-0.50, -0.24), (-0.34, -0.55)],
}  # fmt: skip
_OPENINGS = {
    "hood": (0.045, 0.055, 0.325, 0.455),
    "kerchief": (0.045, 0.075, 0.325, 0.425),
    "bonnet": (0.045, 0.085, 0.335, 0.455),
    "helmet": (0.045, 0.10, 0.320, 0.385),
}


def _opening(name: str, grow: float = 0.0) -> skia.Path:
    x, y, rx, ry = _OPENINGS[name]
    return oval(x, y, rx + grow, ry + grow)


def hat(cut: Cut, name: str) -> Cut:
    """A hat for a face in three-quarter: what wraps the head has an opening for the face."""
    if name not in _SHELLS:
        return Cut(cut.back, bent(cut.front), cut.lines, cut.trim) if name == "deerstalker" else cut
    shell = skia.Op(spline(_SHELLS[name]), _opening(name), skia.PathOp.kDifference_PathOp)
    folds = strands(
        [
            [(-0.10, -0.62), (-0.34, -0.34), (-0.44, 0.06)],
            [(0.16, -0.56), (0.34, -0.36), (0.40, -0.05)],
            [(-0.30, -0.56), (-0.47, -0.24), (-0.48, 0.14)],
        ]
    )
    if name in ("hood", "kerchief"):
        return Cut(trim=shell, lines=folds, hides_hair=True)
    if name == "helmet":
        return Cut(front=shell, trim=cut.trim, lines=strands([[(-0.30, -0.26), (0.04, -0.36), (0.35, -0.24)]]), hides_hair=True)
    turns = [math.radians(150 + 12.5 * i) for i in range(21)]
    frill = [circle(0.045 + math.cos(a) * 0.355, 0.085 + math.sin(a) * 0.470, 0.046) for a in turns]
    ribbon = limb([(0.30, 0.36), (0.13, 0.56), (-0.16, 0.46)], [0.02, 0.026, 0.02])
    knot = gather(
        [
            spline([(0.12, 0.54, 1), (0.0, 0.48), (-0.02, 0.62)]),
            spline([(0.12, 0.54, 1), (0.25, 0.50), (0.25, 0.64)]),
            limb([(0.12, 0.56), (0.09, 0.72)], [0.018, 0.022]),
        ]
    )
    return Cut(
        front=shell,
        trim=gather([skia.Op(union(frill), _opening(name, -0.02), skia.PathOp.kDifference_PathOp), ribbon, knot]),
        lines=folds,
        hides_hair=True,
    )
