"""Curves that a steady hand would cut: splines, tapered limbs, leaves. Units are those of the canvas; y grows downwards."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

import skia

Point = tuple[float, float]
Knot = tuple[float, ...]
"""(x, y) or (x, y, sharpness): 0 is round, 1 a corner."""


def spline(knots: Sequence[Knot], *, closed: bool = True) -> skia.Path:
    """A smooth outline through every knot that does not overshoot between near ones."""
    path = skia.Path()
    trace(path, clockwise(knots) if closed else knots, closed=closed)
    return path


def clockwise(points: Sequence[Knot]) -> Sequence[Knot]:
    """The same ring, turned so that overlapping contours of one path never cancel each other."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, (*points[1:], points[0]), strict=True))
    return points if area >= 0 else tuple(reversed(points))


def trace(path: skia.Path, knots: Sequence[Knot], *, closed: bool = True) -> None:
    """Adds the spline through `knots` to `path` as a new contour."""
    count = len(knots)
    handles = [_handle(knots, i, closed) for i in range(count)]
    path.moveTo(knots[0][0], knots[0][1])
    for i in range(count if closed else count - 1):
        a, b = knots[i], knots[(i + 1) % count]
        reach = math.hypot(b[0] - a[0], b[1] - a[1]) * 0.36
        (ax, ay), (bx, by) = handles[i], handles[(i + 1) % count]
        path.cubicTo(a[0] + ax * reach, a[1] + ay * reach, b[0] - bx * reach, b[1] - by * reach, b[0], b[1])
    if closed:
        path.close()


def _handle(knots: Sequence[Knot], i: int, closed: bool) -> Point:
    """The unit tangent at knot `i`, shortened by its sharpness."""
    count = len(knots)
    if closed:
        before, after = knots[i - 1], knots[(i + 1) % count]
    else:
        before, after = knots[max(0, i - 1)], knots[min(count - 1, i + 1)]
    dx, dy = after[0] - before[0], after[1] - before[1]
    length = math.hypot(dx, dy) or 1.0
    roundness = 1.0 - (knots[i][2] if len(knots[i]) > 2 else 0.0)
    return dx / length * roundness, dy / length * roundness


def centreline(points: Sequence[Knot], steps: int = 6) -> list[Point]:
    """Points along a Catmull-Rom curve through `points`, `steps` to each stretch."""
    out: list[Point] = []
    last = len(points) - 1
    for i in range(last):
        p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(last, i + 2)]
        for k in range(steps):
            t = k / steps
            out.append((_catmull(p0[0], p1[0], p2[0], p3[0], t), _catmull(p0[1], p1[1], p2[1], p3[1], t)))
    out.append((points[-1][0], points[-1][1]))
    return out


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def limb(points: Sequence[Knot], widths: Sequence[float], *, steps: int = 5, path: skia.Path | None = None) -> skia.Path:
    """A tapered band along `points`, `widths` being its half breadth at each; ends are rounded."""
    out = skia.Path() if path is None else path
    line = centreline(points, steps)
    last = len(line) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(0, i - 1)], line[min(last, i + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / length, (bx - ax) / length
        w = _along(widths, i / last)
        left.append((x - nx * w, y - ny * w))
        right.append((x + nx * w, y + ny * w))
    out.moveTo(*left[0])
    for p in left[1:]:
        out.lineTo(*p)
    _cap(out, left[-1], right[-1])
    for p in reversed(right[:-1]):
        out.lineTo(*p)
    _cap(out, right[0], left[0])
    out.close()
    return out


def _cap(path: skia.Path, a: Point, b: Point) -> None:
    """A round end from `a` to `b`."""
    r = math.hypot(b[0] - a[0], b[1] - a[1]) / 2
    if r > 0.01:
        path.arcTo(r, r, 0, skia.Path.ArcSize.kSmall_ArcSize, skia.PathDirection.kCW, b[0], b[1])


def _along(values: Sequence[float], t: float) -> float:
    at = t * (len(values) - 1)
    i = min(int(at), len(values) - 2)
    f = at - i
    f = f * f * (3 - 2 * f)
    return values[i] * (1 - f) + values[i + 1] * f


def leaf(length: float, breadth: float) -> skia.Path:
    """An almond leaf from (0, 0) along +x."""
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(length * 0.25, -breadth, length * 0.65, -breadth * 0.8, length, 0)
    path.cubicTo(length * 0.65, breadth * 0.8, length * 0.25, breadth, 0, 0)
    path.close()
    return path


def place(path: skia.Path, x: float, y: float, turn: float = 0.0, sx: float = 1.0, sy: float | None = None) -> skia.Path:
    """`path` scaled, then turned by degrees, then moved."""
    out = skia.Path(path)
    out.transform(placing(x, y, turn, sx, sy))
    return out


def placing(x: float, y: float, turn: float = 0.0, sx: float = 1.0, sy: float | None = None) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setScale(sx, sx if sy is None else sy)
    matrix.postRotate(turn)
    matrix.postTranslate(x, y)
    return matrix


def gather(paths: Iterable[skia.Path]) -> skia.Path:
    """All contours in one path (filled by winding, so overlaps stay whole)."""
    out = skia.Path()
    for path in paths:
        out.addPath(path)
    return out


def union(paths: Iterable[skia.Path]) -> skia.Path:
    """The one outline around all `paths`."""
    builder = skia.OpBuilder()
    for path in paths:
        builder.add(path, skia.PathOp.kUnion_PathOp)
    return builder.resolve()


def circle(x: float, y: float, r: float) -> skia.Path:
    path = skia.Path()
    path.addCircle(x, y, r)
    return path


def oval(x: float, y: float, rx: float, ry: float) -> skia.Path:
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return path


def box(x0: float, y0: float, x1: float, y1: float, r: float = 0.0) -> skia.Path:
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(x0, y0, x1, y1), r, r)
    return path


def polygon(points: Sequence[Point]) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(p[0], p[1]) for p in clockwise(points)], True)
    return path


def wave(chance: Random, x0: float, x1: float, y: float, swing: float, length: float, rough: float = 0.5) -> list[Point]:
    """Points of a rolling line from `x0` to `x1` around `y`: three sines with random phases."""
    phases = [chance.uniform(0, math.tau) for _ in range(3)]
    step = max(length / 48, 3.0)
    points: list[Point] = []
    x = x0
    while x <= x1 + step:
        u = x / length * math.tau
        points.append(
            (x, y + swing * (math.sin(u + phases[0]) + rough * math.sin(u * 2.3 + phases[1]) + rough**2 * math.sin(u * 5.1 + phases[2])))
        )
        x += step
    return points


def under(points: Sequence[Point], bottom: float) -> skia.Path:
    """The sheet below a line of points, down to `bottom`."""
    path = skia.Path()
    path.moveTo(points[0][0], bottom)
    for p in points:
        path.lineTo(*p)
    path.lineTo(points[-1][0], bottom)
    path.close()
    return path


def height_at(points: Sequence[Point], x: float) -> float:
    """y of the line at `x`."""
    for (ax, ay), (bx, by) in pairwise(points):
        if ax <= x <= bx:
            return ay + (by - ay) * (x - ax) / ((bx - ax) or 1.0)
    return points[0][1] if x < points[0][0] else points[-1][1]
