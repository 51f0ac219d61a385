"""Small pieces that finish a figure: cuffs, sleeves, spectacles."""

import math
from functools import lru_cache

import skia

from litink_app.studio.illustrator.curves import Point, limb, polygon, spline


@lru_cache(maxsize=1)
def below_brim() -> skia.Path:
    return polygon([(-1.2, -0.42), (0.2, -0.46), (0.30, -0.34), (1.0, -0.30), (1.0, 2.0), (-1.2, 2.0)])


def cuff(elbow: Point, wrist: Point, width: float) -> skia.Path:
    """A flat band at the wrist."""
    dx, dy = wrist[0] - elbow[0], wrist[1] - elbow[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    ax, ay = wrist[0] - ux * 0.012, wrist[1] - uy * 0.012
    bx, by = wrist[0] + ux * 0.006, wrist[1] + uy * 0.006
    return polygon(
        [
            (ax - uy * width, ay + ux * width),
            (bx - uy * width, by + ux * width),
            (bx + uy * width, by - ux * width),
            (ax + uy * width, ay - ux * width),
        ]
    )


def bell(elbow: Point, wrist: Point, k: float) -> skia.Path:
    """A wide sleeve that hangs from the forearm."""
    drop = 0.085 * k
    mid = ((elbow[0] + wrist[0]) / 2, (elbow[1] + wrist[1]) / 2)
    over = (elbow[0] - (wrist[0] - elbow[0]) * 0.12, elbow[1] - (wrist[1] - elbow[1]) * 0.12)
    return spline(
        [
            (over[0], over[1] - 0.034 * k),
            (mid[0], mid[1] - 0.036 * k),
            (wrist[0], wrist[1] - 0.026 * k, 0.7),
            (wrist[0] + 0.006, wrist[1] + 0.03 * k),
            (wrist[0] - 0.012, wrist[1] + drop, 0.8),
            (mid[0], mid[1] + drop * 0.72),
            (elbow[0] - 0.01, elbow[1] + 0.045 * k),
            (over[0] - 0.02, over[1]),
        ]
    )


def checks(cloth: skia.Path, step: float = 0.030) -> skia.Path:
    """Crossing threads on a cloth, inside its outline; threads are found by where they enter and leave it."""
    area, out = cloth.computeTightBounds(), skia.Path()
    for i in range(int(area.width() / step) + 1):
        _thread(cloth, area.left() + (i + 0.5) * step, area.top(), 0.0, 1.0, area.height(), out)
    for i in range(int(area.height() / step) + 1):
        _thread(cloth, area.left(), area.top() + (i + 0.5) * step, 1.0, 0.0, area.width(), out)
    return out


def _thread(cloth: skia.Path, x: float, y: float, dx: float, dy: float, length: float, out: skia.Path) -> None:
    """One straight thread from (x, y) on, as far as the cloth goes."""
    inside = [k for k in range(41) if cloth.contains(x + dx * length * k / 40, y + dy * length * k / 40)]
    if len(inside) > 1:
        first, last = length * inside[0] / 40, length * inside[-1] / 40
        limb([(x + dx * first, y + dy * first), (x + dx * last, y + dy * last)], [0.0022, 0.0022], path=out)


def cravat(x: float, y: float) -> skia.Path:
    """A knotted neckcloth with two short ends."""
    return spline(
        [
            (x - 0.020, y - 0.008, 0.5), (x + 0.022, y - 0.010, 0.5), (x + 0.010, y + 0.012), (x + 0.022, y + 0.058, 0.8), (x + 0.004, y + 0.066, 0.8), (x - 0.012, y + 0.056, 0.8), (x - 0.006, y + 0.012),
        ]
    )  # fmt: skip


@lru_cache(maxsize=1)
def puff() -> skia.Path:
    return spline(
        [(-0.62, -0.25), (-0.2, -0.62), (0.35, -0.60), (0.70, -0.15), (0.66, 0.40), (0.35, 0.72, 0.3), (-0.25, 0.70, 0.3), (-0.68, 0.36)]
    )


@lru_cache(maxsize=1)
def glasses() -> skia.Path:
    ring = skia.Path()
    ring.addOval(skia.Rect.MakeLTRB(0.175, -0.115, 0.305, 0.025))
    outline = skia.Path()
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=0.012).getFillPath(ring, outline)
    limb([(0.17, -0.05), (0.05, -0.04), (-0.06, -0.03)], [0.006, 0.006, 0.005], path=outline)
    return outline
