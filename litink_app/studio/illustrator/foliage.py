"""Trees by kind."""

import math
from random import Random

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import Point, gather, leaf, limb, oval, placing, polygon, spline
from litink_app.studio.illustrator.palette import Color, mix


def branches(
    chance: Random,
    path: skia.Path,
    tips: list[tuple[float, float, float]],
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    left: int,
) -> None:
    """Grows a limb and its children; `tips` collects where leaves belong, with the direction of growth."""
    bend = chance.uniform(-0.22, 0.22)
    mid = (x + math.cos(angle + bend) * length * 0.5, y + math.sin(angle + bend) * length * 0.5)
    end = (x + math.cos(angle) * length, y + math.sin(angle) * length)
    limb([(x, y), mid, end], [width, width * 0.74, width * 0.56], path=path, steps=4)
    if left <= 2:
        tips.append((end[0], end[1], angle))
        tips.append((mid[0], mid[1], angle))
    if left == 0:
        return
    count = 2 if chance.random() < 0.55 else 3
    spread = chance.uniform(0.42, 0.62)
    for i in range(count):
        turn = (i - (count - 1) / 2) * spread * (1.25 if count == 2 else 0.95) + chance.uniform(-0.14, 0.14)
        child = angle + turn
        child += (-math.pi / 2 - child) * 0.10
        branches(
            chance,
            path,
            tips,
            end[0],
            end[1],
            child,
            length * chance.uniform(0.68, 0.84),
            width * (0.60 if i != count // 2 else 0.66),
            left - 1,
        )


def trunk_foot(path: skia.Path, x: float, y: float, width: float, tall: float) -> None:
    """Roots that spread on the ground."""
    path.addPath(
        spline(
            [
                (x - width * 2.3, y + 3, 1),
                (x - width * 1.15, y - tall * 0.12),
                (x - width * 0.95, y - tall, 1),
                (x + width * 0.95, y - tall, 1),
                (x + width * 1.2, y - tall * 0.10),
                (x + width * 2.5, y + 3, 1),
            ]
        )
    )


def leaves_at(chance: Random, tips: list[tuple[float, float, float]], size: float, per_tip: int, spread: float) -> skia.Path:
    """Almond leaves scattered around the tips, pointing away from the wood."""
    blade = leaf(1.0, 0.27)
    out = skia.Path()
    for x, y, angle in tips:
        for _ in range(per_tip):
            turn = math.degrees(angle) + chance.gauss(0, 62)
            r = spread * abs(chance.gauss(0, 0.62))
            a = chance.uniform(0, math.tau)
            s = size * chance.uniform(0.6, 1.25)
            out.addPath(blade, placing(x + math.cos(a) * r, y + math.sin(a) * r * 0.8, turn, s))
    return out


def broadleaf(board: Board, sheet: Sheet, x: float, y: float, height: float, *, leafy: float = 1.0, hue: Color | None = None) -> None:
    """An oak or beech: tapered limbs, three depths of leaves with light between them."""
    chance, color = board.chance, hue or sheet.color
    wood = skia.Path()
    tips: list[tuple[float, float, float]] = []
    width = height * 0.034
    trunk_foot(wood, x, y, width, height * 0.1)
    branches(chance, wood, tips, x, y, -math.pi / 2 + chance.uniform(-0.1, 0.1), height * 0.30, width, 4)
    size = height * 0.040
    if leafy > 0:
        deep = mix(color, board.palette.ink, 0.22)
        sheet.fill(leaves_at(chance, tips, size * 1.25, round(6 * leafy), height * 0.085), deep)
    sheet.fill(wood, mix(color, board.palette.ink, 0.38))
    if leafy > 0:
        sheet.fill(leaves_at(chance, tips, size, round(6 * leafy), height * 0.080), color)
        near = [t for t in tips if (t[0] - x) * (board.key.x - x) > 0 or t[1] < y - height * 0.75]
        sheet.fill(leaves_at(chance, near, size * 0.8, round(3 * leafy), height * 0.07), mix(color, board.palette.glow, 0.30), alpha=0.75)


def crown_tree(board: Board, sheet: Sheet, x: float, y: float, height: float, *, hue: Color | None = None) -> None:
    """A tree as papercutters draw it: one crown edged with leaves, its branches cut out as light."""
    chance, color = board.chance, hue or sheet.color
    rx, ry = height * chance.uniform(0.27, 0.34), height * chance.uniform(0.32, 0.38)
    cx, cy = x + height * chance.uniform(-0.03, 0.03), y - height * 0.64
    trunk = limb([(x, y + 4), (x - height * 0.012, y - height * 0.25), (cx, cy)], [height * 0.036, height * 0.02, height * 0.012])
    trunk_foot(trunk, x, y, height * 0.026, height * 0.07)
    sheet.fill(trunk, mix(color, board.palette.ink, 0.35))
    sheet.fill(crown(chance, cx, cy, rx, ry, height * 0.055), color)
    veins = skia.Path()
    for i in range(-3, 4):
        a = -math.pi / 2 + i * 0.36 + chance.uniform(-0.06, 0.06)
        reach = 0.80 if i else 0.86
        end = (cx + math.cos(a) * rx * reach, cy + ry * 0.5 + math.sin(a) * ry * reach * 1.45)
        start = (cx, cy + ry * (0.62 - 0.13 * (3 - abs(i))))
        bow = ((start[0] + end[0]) / 2 + (start[1] - end[1]) * 0.10 * (1 if i > 0 else -1 if i < 0 else 0), (start[1] + end[1]) / 2 + 6)
        limb([start, bow, end], [height * 0.0065, height * 0.0045, height * 0.001], path=veins)
    limb([(cx, y - height * 0.24), (cx, cy + ry * 0.3), (cx, cy - ry * 0.5)], [height * 0.012, height * 0.009, height * 0.002], path=veins)
    sheet.fill(veins, mix(color, board.palette.glow, 0.34), alpha=0.85)


def crown(chance: Random, x: float, y: float, rx: float, ry: float, size: float) -> skia.Path:
    """A solid mass of foliage with a leafy edge."""
    out = oval(x, y, rx * 0.94, ry * 0.94)
    blade = leaf(1.0, 0.34)
    around = max(14, round(math.tau * (rx + ry) / 2 / size * 1.5))
    for ring, scale in ((1.0, 1.0), (0.93, 1.15)):
        for i in range(around):
            a = i / around * math.tau + chance.uniform(-0.06, 0.06)
            px, py = x + math.cos(a) * rx * ring * 0.92, y + math.sin(a) * ry * ring * 0.92
            turn = math.degrees(math.atan2(math.sin(a) * rx, math.cos(a) * ry)) + chance.uniform(-38, 38)
            out.addPath(blade, placing(px, py, turn, size * scale * chance.uniform(0.8, 1.35)))
    return out


def pine(board: Board, sheet: Sheet, x: float, y: float, height: float, *, snow: bool = False) -> None:
    """A fir: drooping boughs in tiers with fringed hems."""
    chance = board.chance
    tiers = max(5, round(height / 40))
    slim = chance.uniform(0.19, 0.25)
    body = limb([(x, y + 4), (x, y - height * 0.9)], [height * 0.022, height * 0.004])
    caps = skia.Path()
    for i in range(tiers):
        t = i / tiers
        top = y - height * (1.0 - 0.84 * t) if i else y - height
        low = y - height * (0.90 - 0.82 * (i + 1) / tiers) + height * 0.02
        half = height * slim * (0.14 + 0.86 * ((i + 1) / tiers) ** 0.92) * chance.uniform(0.9, 1.1)
        body.addPath(_bough(chance, x, top, low, half))
        if snow:
            dip = low - (low - top) * 0.34
            caps.addPath(
                spline(
                    [
                        (x, top - height * 0.012, 0.4),
                        (x + half * 0.62, dip),
                        (x + half * 0.80, low - (low - top) * 0.04, 0.7),
                        (x + half * 0.40, dip + (low - top) * 0.02),
                        (x + half * 0.16, low - (low - top) * 0.22),
                        (x - half * 0.10, dip),
                        (x - half * 0.34, low - (low - top) * 0.20),
                        (x - half * 0.52, dip + (low - top) * 0.04),
                        (x - half * 0.82, low - (low - top) * 0.05, 0.7),
                        (x - half * 0.60, dip),
                    ]
                )
            )
    sheet.fill(body)
    if snow:
        sheet.fill(caps, mix(board.palette.horizon, board.palette.glow, 0.5), alpha=0.75)


def _bough(chance: Random, x: float, top: float, low: float, half: float) -> skia.Path:
    """One tier, its hem cut into hanging needles."""
    teeth = max(4, round(half / 6))
    points: list[Point] = [(x, top)]
    for side in (1, -1):
        edge = []
        for i in range(teeth + 1):
            u = 1 - i / teeth
            hem = low + (low - top) * 0.10 * u * u
            edge.append((x + side * half * u, hem + (low - top) * 0.02))
            edge.append((x + side * half * (u - 0.5 / teeth), hem - (low - top) * chance.uniform(0.08, 0.2)))
        points += edge[:-1] if side > 0 else list(reversed(edge[:-1]))
    return polygon(points)


def birch(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    """A slender pale trunk with dark marks and few leaves."""
    chance = board.chance
    lean = chance.uniform(-0.06, 0.06) * height
    w = height * 0.017
    pale = mix(sheet.color, board.palette.glow, 0.40)
    trunk = limb([(x, y + 5), (x + lean * 0.3, y - height * 0.5), (x + lean, y - height)], [w * 1.25, w, w * 0.35], steps=8)
    twigs = skia.Path()
    tips: list[tuple[float, float, float]] = []
    for i in range(9):
        t = 0.4 + 0.58 * i / 9
        side = 1 if i % 2 else -1
        branches(
            chance,
            twigs,
            tips,
            x + lean * t * t,
            y - height * t,
            -math.pi / 2 + side * chance.uniform(0.5, 0.9),
            height * 0.10 * (1.4 - t),
            w * 0.34,
            2,
        )
    sheet.fill(leaves_at(chance, tips, height * 0.020, 3, height * 0.04), mix(sheet.color, board.palette.glow, 0.16))
    sheet.fill(gather([trunk, twigs]), pale)
    marks = skia.Path()
    for _ in range(14):
        t = chance.uniform(0.02, 0.85)
        mx, my, s = x + lean * t * t, y - height * t, w * (1.2 - 0.6 * t)
        side = chance.choice([-1, 1])
        marks.addPath(
            polygon([(mx + side * s, my - s * 0.25), (mx + side * s * chance.uniform(-0.3, 0.3), my), (mx + side * s, my + s * 0.35)])
        )
    sheet.fill(marks, mix(sheet.color, board.palette.ink, 0.5))


def poplar(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    """A flame of leaves: poplar or cypress."""
    chance = board.chance
    out = limb([(x, y + 4), (x, y - height * 0.6)], [height * 0.018, height * 0.01])
    blade = leaf(1.0, 0.24)
    for _ in range(round(120 + height * 0.22)):
        t = chance.random()
        half = height * 0.115 * math.sin(math.pi * min(1.0, t**0.75)) ** 0.8
        u = chance.uniform(-1, 1)
        turn = -90 + u * 30 + chance.uniform(-8, 8)
        out.addPath(blade, placing(x + u * half, y - height * (0.06 + 0.84 * t), turn, height * 0.085 * chance.uniform(0.6, 1.2)))
    sheet.fill(out)


def willow(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    """Arching limbs with long hanging strands of leaves."""
    chance = board.chance
    wood = skia.Path()
    trunk_foot(wood, x, y, height * 0.04, height * 0.12)
    limb(
        [(x, y), (x + height * 0.02, y - height * 0.3), (x, y - height * 0.55)], [height * 0.045, height * 0.034, height * 0.026], path=wood
    )
    blade = leaf(1.0, 0.2)
    strands, leaves = skia.Path(), skia.Path()
    for i in range(15):
        a = -math.pi / 2 + (i - 7) * 0.2 + chance.uniform(-0.05, 0.05)
        tip = (x + math.cos(a) * height * 0.42, y - height * 0.62 + math.sin(a) * height * 0.34)
        limb(
            [(x, y - height * 0.5), ((x + tip[0]) / 2, tip[1] - height * 0.03), tip],
            [height * 0.016, height * 0.008, height * 0.003],
            path=wood,
        )
        for k in range(3):
            sx, sy = x + (tip[0] - x) * (0.55 + 0.2 * k), tip[1] + height * (0.04 - 0.02 * k)
            drop = (y - height * 0.06 - sy) * chance.uniform(0.55, 0.98)
            sway = chance.uniform(-0.03, 0.03) * height
            limb([(sx, sy), (sx + sway, sy + drop * 0.5), (sx + sway * 0.4, sy + drop)], [2.2, 1.6, 0.7], path=strands)
            for n in range(round(drop / 13)):
                t = n * 13 / max(1.0, drop)
                leaves.addPath(blade, placing(sx + sway * math.sin(t * 3), sy + n * 13, 90 + chance.uniform(-38, 38), height * 0.034))
    sheet.fill(leaves, mix(sheet.color, board.palette.glow, 0.10), alpha=0.85)
    sheet.fill(wood, mix(sheet.color, board.palette.ink, 0.35))
    sheet.fill(gather([strands, leaves]))


def bare_tree(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    """A winter tree."""
    wood = skia.Path()
    trunk_foot(wood, x, y, height * 0.034, height * 0.1)
    branches(board.chance, wood, [], x, y, -math.pi / 2 + board.chance.uniform(-0.14, 0.14), height * 0.27, height * 0.034, 5)
    sheet.fill(wood)


def palm(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    chance = board.chance
    lean = chance.uniform(-0.2, 0.2) * height
    top = (x + lean, y - height)
    out = limb([(x, y + 4), (x + lean * 0.25, y - height * 0.5), top], [height * 0.032, height * 0.019, height * 0.016], steps=8)
    for i in range(9):
        a = math.radians(-178 + i * 22 + chance.uniform(-6, 6))
        reach = height * 0.40
        end = (top[0] + math.cos(a) * reach, top[1] + math.sin(a) * reach * 0.55 + reach * 0.34)
        mid = (top[0] + math.cos(a) * reach * 0.55, top[1] + math.sin(a) * reach * 0.55 - reach * 0.08)
        out.addPath(frond([top, mid, end], reach))
    sheet.fill(out)


def frond(spine: list[Point], reach: float) -> skia.Path:
    from litink_app.studio.illustrator.curves import centreline

    out = limb(spine, [reach * 0.014, reach * 0.012, reach * 0.003])
    line = centreline(spine, 9)
    blade = leaf(1.0, 0.15)
    for i, (x, y) in enumerate(line[1:], 1):
        px, py = line[i - 1]
        a = math.degrees(math.atan2(y - py, x - px))
        size = reach * 0.32 * math.sin(math.pi * (0.15 + 0.8 * i / len(line)))
        for side in (-1, 1):
            out.addPath(blade, placing(x, y, a + side * 48, size))
    return out
