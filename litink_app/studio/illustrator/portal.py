"""Frames of cut paper, one behind the other, that let the eye into a picture: for covers and title cards."""

import math

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, leaf, limb, placing, polygon, spline


def opening(board: Board, cx: float, cy: float, rx: float, ry: float, wobble: float) -> list[tuple[float, float]]:
    """Points of an irregular round opening."""
    chance = board.chance
    phases = [chance.uniform(0, math.tau) for _ in range(3)]
    points: list[tuple[float, float]] = []
    for i in range(56):
        a = i / 56 * math.tau
        r = 1 + wobble * (math.sin(2 * a + phases[0]) * 0.5 + math.sin(3 * a + phases[1]) * 0.35 + math.sin(5 * a + phases[2]) * 0.2)
        power = 2.6
        c, s = math.cos(a), math.sin(a)
        squash = (abs(c) ** power + abs(s) ** power) ** (-1 / power)
        points.append((cx + c * squash * rx * r, cy + s * squash * ry * r))
    return points


def frame(
    board: Board,
    sheet: Sheet,
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    *,
    fringe: str = "leaf",
    size: float = 34.0,
    wobble: float = 0.10,
) -> None:
    """A sheet over the whole picture with an opening, its rim grown with leaves or broken to shards."""
    ring = opening(board, cx, cy, rx, ry, wobble)
    sheet.fill(box(board.left - 30, board.top - 30, board.right + 30, board.bottom + 30))
    sheet.hole(spline(ring))
    if fringe == "leaf":
        sheet.fill(_leaves(board, ring, cx, cy, size))
    elif fringe == "shard":
        sheet.fill(_shards(board, ring, cx, cy, size))


def _leaves(board: Board, ring: list[tuple[float, float]], cx: float, cy: float, size: float) -> skia.Path:
    chance = board.chance
    blade = leaf(1.0, 0.26)
    out = skia.Path()
    for x, y in ring:
        inward = math.degrees(math.atan2(cy - y, cx - x))
        for _ in range(3):
            turn = inward + chance.uniform(-75, 75)
            px, py = x + chance.uniform(-18, 18), y + chance.uniform(-18, 18)
            out.addPath(
                blade,
                placing(
                    px - math.cos(math.radians(turn)) * size * 0.3,
                    py - math.sin(math.radians(turn)) * size * 0.3,
                    turn,
                    size * chance.uniform(0.8, 1.9),
                ),
            )
        if chance.random() < 0.22:
            sprig(out, x, y, inward + chance.uniform(-40, 40), size * chance.uniform(2.0, 3.4), blade)
    return out


def _shards(board: Board, ring: list[tuple[float, float]], cx: float, cy: float, size: float) -> skia.Path:
    """Broken edges that point inwards."""
    found: list[skia.Path] = []
    for i in range(0, len(ring), 2):
        (ax, ay), (x, y), (bx, by) = ring[i - 2], ring[i - 1], ring[i]
        reach = size * board.chance.uniform(0.3, 1.5) / (math.hypot(cx - x, cy - y) or 1.0)
        found.append(polygon([(ax, ay), (x + (cx - x) * reach, y + (cy - y) * reach), (bx, by)]))
    return gather(found)


def sprig(out: skia.Path, x: float, y: float, turn: float, length: float, blade: skia.Path) -> None:
    """A twig with paired leaves."""
    a = math.radians(turn)
    bend = math.radians(turn + 16)
    end = (x + math.cos(bend) * length, y + math.sin(bend) * length)
    mid = (x + math.cos(a) * length * 0.5, y + math.sin(a) * length * 0.5)
    limb([(x, y), mid, end], [length * 0.018, length * 0.014, length * 0.004], path=out)
    for k in range(1, 6):
        t = k / 5.4
        px, py = x + (end[0] - x) * t, y + (end[1] - y) * t
        for side in (-1, 1):
            out.addPath(blade, placing(px, py, turn + side * 46, length * 0.24 * (1.15 - 0.5 * t)))


def frames(board: Board, cx: float, cy: float, *, count: int = 3, inner: float = 0.62) -> None:
    """Several frames, each nearer, darker and wider; on narrow pictures with smaller leaves, that words have room between them."""
    small = min(1.0, board.wide / 1000)
    for i in range(count):
        t = i / max(1, count - 1)
        depth = 0.62 + 0.5 * t
        reach = inner + (1.0 - inner) * 0.88 * t
        with board.layer(depth), board.sheet(min(1.5, 0.45 + 1.0 * t), shadow=0.55, rim=0.75, glow=0.35) as s:
            frame(board, s, cx, cy, board.wide * 0.5 * reach, 500 * reach, size=small * (26 + 16 * t))


def flourish(x: float, y: float, width: float) -> skia.Path:
    """A small ornament between lines of type."""
    blade = leaf(1.0, 0.26)
    out = circle(x, y, width * 0.026)
    for side in (-1, 1):
        limb(
            [(x + side * width * 0.07, y), (x + side * width * 0.26, y - width * 0.03), (x + side * width * 0.5, y + width * 0.012)],
            [width * 0.008, width * 0.007, width * 0.001],
            path=out,
        )
        for t, up in ((0.14, -1), (0.24, 1), (0.34, -1)):
            out.addPath(blade, placing(x + side * width * t, y - width * 0.012, (0 if side > 0 else 180) + side * up * 34, width * 0.085))
    return out
