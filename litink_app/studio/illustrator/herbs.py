"""Low and near plants: bushes, grass, flowers, ferns, ivy, and the boughs that frame a picture."""

import math
from collections.abc import Callable
from random import Random

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import Point, circle, gather, height_at, leaf, limb, place, placing, spline
from litink_app.studio.illustrator.foliage import branches, crown, frond, leaves_at
from litink_app.studio.illustrator.palette import Color, mix


def bush(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float, color: Color | None = None) -> None:
    """A rounded bush of leaves standing on y."""
    chance = board.chance
    parts = [
        crown(
            chance,
            x + u * width * 0.3,
            y - height * (0.42 - 0.12 * abs(u)),
            width * 0.27,
            height * (0.5 - 0.12 * abs(u)),
            max(9.0, height * 0.16),
        )
        for u in (-1, 0, 1)
    ]
    body = gather(
        [
            *parts,
            spline(
                [
                    (x - width * 0.5, y + 8, 1),
                    (x - width * 0.35, y - height * 0.5),
                    (x + width * 0.35, y - height * 0.5),
                    (x + width * 0.5, y + 8, 1),
                ]
            ),
        ]
    )
    sheet.fill(body, color)
    glint = skia.Path()
    blade = leaf(1.0, 0.3)
    for _ in range(round(width / 9)):
        a = chance.uniform(-math.pi, 0)
        r = chance.uniform(0.35, 0.95)
        glint.addPath(
            blade,
            placing(
                x + math.cos(a) * width * 0.42 * r,
                y - height * 0.35 + math.sin(a) * height * 0.5 * r,
                math.degrees(a) + chance.uniform(-40, 40),
                max(8.0, height * 0.13),
            ),
        )
    sheet.fill(glint, mix(color or sheet.color, board.palette.glow, 0.22), alpha=0.6)


def grass(chance: Random, line: list[Point], x0: float, x1: float, height: float, density: float = 1.0, lean: float = 0.0) -> skia.Path:
    """Blades along a ground line, in tufts."""
    out = skia.Path()
    x = x0
    while x < x1:
        y = height_at(line, x) + 5
        tall = height * chance.uniform(0.35, 1.0) * (0.55 + 0.45 * math.sin(x * 0.021) ** 2)
        bend = (chance.gauss(0, 0.35) + lean) * tall
        w = 1.3 + tall * 0.035
        out.moveTo(x - w, y)
        out.quadTo(x - w * 0.4 + bend * 0.15, y - tall * 0.6, x + bend, y - tall)
        out.quadTo(x + w * 0.9 + bend * 0.3, y - tall * 0.5, x + w, y)
        out.close()
        x += chance.uniform(2.0, 7.0) / density
    return out


def meadow_flowers(board: Board, sheet: Sheet, line: list[Point], x0: float, x1: float, height: float, count: int, color: Color) -> None:
    """Stems with cups, bells, umbels and daisies."""
    chance = board.chance
    stems, blooms, hearts = skia.Path(), skia.Path(), skia.Path()
    kinds: list[Callable[[float, float, float], skia.Path]] = [daisy, _tulip, _umbel, _bell]
    for _ in range(count):
        x = chance.uniform(x0, x1)
        y = height_at(line, x) + 6
        tall = height * chance.uniform(0.5, 1.15)
        top = (x + chance.gauss(0, 0.16) * tall, y - tall)
        limb([(x, y), (x + (top[0] - x) * 0.25, y - tall * 0.55), top], [1.7, 1.3, 0.9], path=stems)
        stems.addPath(leaf(1.0, 0.22), placing(x + (top[0] - x) * 0.2, y - tall * 0.35, -90 + chance.choice([-40, 40]), tall * 0.35))
        size = height * chance.uniform(0.10, 0.17)
        kind = chance.choice(kinds)
        blooms.addPath(kind(top[0], top[1], size))
        if kind is daisy:
            hearts.addCircle(top[0], top[1], size * 0.32)
    sheet.fill(stems)
    sheet.fill(blooms, color)
    sheet.fill(hearts, board.palette.glow)


def daisy(x: float, y: float, r: float) -> skia.Path:
    petal = leaf(1.0, 0.24)
    return gather(place(petal, x, y, i * 40, r) for i in range(9))


def _tulip(x: float, y: float, r: float) -> skia.Path:
    return spline(
        [
            (x, y + r * 0.5, 0.2),
            (x - r * 0.62, y - r * 0.1),
            (x - r * 0.55, y - r * 1.0, 1),
            (x - r * 0.2, y - r * 0.6),
            (x, y - r * 1.1, 1),
            (x + r * 0.2, y - r * 0.6),
            (x + r * 0.55, y - r * 1.0, 1),
            (x + r * 0.62, y - r * 0.1),
        ]
    )


def _umbel(x: float, y: float, r: float) -> skia.Path:
    out = skia.Path()
    for i in range(7):
        a = math.radians(-160 + i * 23.5)
        px, py = x + math.cos(a) * r * 1.5, y + math.sin(a) * r * 1.05
        limb([(x, y + r * 0.4), (px, py)], [0.7, 0.5], path=out)
        out.addPath(circle(px, py, r * 0.27))
    return out


def _bell(x: float, y: float, r: float) -> skia.Path:
    return gather(
        spline(
            [
                (px, py, 0.4),
                (px + r * 0.4, py + r * 0.35),
                (px + r * 0.55, py + r * 0.95, 1),
                (px, py + r * 0.75),
                (px - r * 0.55, py + r * 0.95, 1),
                (px - r * 0.4, py + r * 0.35),
            ]
        )
        for px, py in ((x, y), (x - r * 0.8, y + r * 1.2), (x + r * 0.7, y + r * 1.9))
    )


def fern(chance: Random, x: float, y: float, size: float) -> skia.Path:
    """Fronds rising from one root."""
    out = skia.Path()
    for i in range(5):
        a = math.radians(-150 + i * 30 + chance.uniform(-8, 8))
        mid = (x + math.cos(a) * size * 0.5, y + math.sin(a) * size * 0.72)
        end = (x + math.cos(a) * size * 1.05, y + math.sin(a) * size * 0.75 + size * 0.06)
        out.addPath(frond([(x, y), mid, end], size * 0.72))
    return out


def framing_branch(board: Board, sheet: Sheet, x: float, y: float, angle: float, length: float, *, leafy: float = 1.0) -> None:
    """A bough that reaches into the picture from a corner, leaves hanging from it."""
    chance = board.chance
    wood = skia.Path()
    tips: list[tuple[float, float, float]] = []
    points: list[Point] = [(x, y)]
    heading = angle
    for _ in range(4):
        px, py = points[-1]
        points.append((px + math.cos(heading) * length / 4, py + math.sin(heading) * length / 4))
        heading += chance.uniform(-0.28, 0.28)
    limb(points, [length * 0.036, length * 0.024, length * 0.015, length * 0.008, length * 0.003], path=wood)
    for i, (px, py) in enumerate(points[1:], 1):
        for side in (-1, 1):
            branches(chance, wood, tips, px, py, angle + side * chance.uniform(0.45, 0.9), length * (0.24 - 0.03 * i), length * 0.008, 2)
    sheet.fill(wood)
    if leafy > 0:
        sheet.fill(leaves_at(chance, tips, length * 0.052, round(5 * leafy), length * 0.05))


def ivy(chance: Random, points: list[Point], size: float) -> skia.Path:
    """A climbing stem with leaves along it."""
    from litink_app.studio.illustrator.curves import centreline

    out = limb(points, [size * 0.10] * len(points))
    blade = spline([(0, 0, 1), (0.35, -0.45), (0.45, -0.15), (1.0, 0, 1), (0.45, 0.15), (0.35, 0.45)])
    for x, y in centreline(points, 7):
        for _ in range(2):
            out.addPath(
                blade,
                placing(
                    x + chance.gauss(0, size * 0.3),
                    y + chance.gauss(0, size * 0.3),
                    chance.uniform(0, 360),
                    size * chance.uniform(0.6, 1.1),
                ),
            )
    return out
