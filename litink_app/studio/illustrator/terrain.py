"""The ground: hills, ridges, cliffs, water, sand, snow, rocks and roads. Functions give paths or cut them on a sheet."""

import math
from random import Random

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import Point, height_at, limb, polygon, spline, under, wave
from litink_app.studio.illustrator.palette import Color, gradient, mix


def fading(board: Board, top: float, bottom: float, color: Color, mist: float) -> skia.Shader:
    """The colour of a sheet above, melting into the air below."""
    air = mix(board.palette.horizon, board.palette.glow, 0.25)
    return gradient(top, bottom, [color, mix(color, air, mist * 0.55), mix(color, air, mist)], [0.0, 0.5, 1.0])


def hills(board: Board, sheet: Sheet, y: float, swing: float, length: float, mist: float = 0.35) -> list[Point]:
    """A rolling sheet; gives its upper edge."""
    line = wave(board.chance, board.left - 20, board.right + 20, y, swing, length, 0.4)
    top = min(p[1] for p in line)
    sheet.fill(under(line, board.bottom + 20), shader=fading(board, top, min(board.bottom, top + 330), sheet.color, mist))
    return line


def ridges(board: Board, sheet: Sheet, y: float, height: float, peaks: int, mist: float = 0.5) -> list[Point]:
    """A mountain range with faceted peaks."""
    chance = board.chance
    step = (board.right - board.left) / peaks
    points: list[Point] = [(board.left - 40, y)]
    for i in range(peaks):
        x = board.left + (i + 0.5 + chance.uniform(-0.25, 0.25)) * step
        tall = height * chance.uniform(0.55, 1.0)
        points += _flank(chance, points[-1], (x, y - tall))
        points += _flank(chance, points[-1], (x + step * 0.5, y - tall * chance.uniform(0.1, 0.35)))
    points.append((board.right + 40, y))
    sheet.fill(under(points, board.bottom + 20), shader=fading(board, y - height, y + 160, sheet.color, mist))
    return points


def _flank(chance: Random, a: Point, b: Point) -> list[Point]:
    """A broken line from `a` up or down to `b`."""
    out = []
    for i in range(1, 6):
        t = i / 6
        jag = (b[1] - a[1]) * chance.uniform(-0.09, 0.09)
        out.append((a[0] + (b[0] - a[0]) * (t + chance.uniform(-0.05, 0.05)), a[1] + (b[1] - a[1]) * t**1.15 + jag))
    return [*out, b]


def peak_facets(board: Board, sheet: Sheet, line: list[Point], color: Color, alpha: float) -> None:
    """Shade on the flank away from the light, snow-cut edges near the tops."""
    side = 1 if board.key.x < board.wide / 2 else -1
    for i in range(1, len(line) - 1):
        (x, y), up = line[i], line[i][1] < line[i - 1][1] and line[i][1] < line[i + 1][1]
        if not up:
            continue
        drop = 90 + 60 * board.chance.random()
        zig = [
            (x, y + 1),
            (x + side * 14, y + drop * 0.22),
            (x + side * 4, y + drop * 0.42),
            (x + side * 30, y + drop * 0.7),
            (x + side * 18, y + drop * 1.15),
            (x + side * drop * 0.7, y + drop),
        ]
        sheet.fill(polygon(zig), color, alpha=alpha)


def water(board: Board, sheet: Sheet, y: float, depth: float = 320.0) -> None:
    """A sheet of water whose far edge is a straight horizon; light lies on it under the lamp."""
    palette = board.palette
    far, near = mix(palette.horizon, palette.zenith, 0.30), mix(palette.mid, palette.ink, 0.25)
    rect = skia.Path()
    rect.addRect(skia.Rect.MakeLTRB(board.left, y, board.right, board.bottom))
    sheet.fill(rect, shader=gradient(y, y + depth, [mix(far, palette.glow, 0.18), mix(far, palette.mid, 0.55), near], [0, 0.4, 1]))
    glitter(board, sheet, y + 3, y + depth)


def glitter(board: Board, sheet: Sheet, y0: float, y1: float) -> None:
    """Dashes of light on water, a broken path towards the lamp, broader as it comes near."""
    chance, lamp = board.chance, board.key
    y = y0
    while y < y1:
        near = (y - y0) / (y1 - y0)
        for _ in range(5):
            spread = (40 + 170 * near) * chance.gauss(0, 0.55)
            length = (12 + 80 * near) * chance.uniform(0.3, 1.2)
            x = lamp.x + spread
            thick = (0.9 + 4.2 * near) * chance.uniform(0.5, 1)
            dash = spline([(x - length, y, 1), (x, y - thick * 0.5), (x + length, y, 1), (x, y + thick * 0.5)])
            sheet.fill(dash, lamp.color, alpha=chance.uniform(0.25, 0.85) * lamp.strength * (1 - 0.55 * near))
        y += 4 + 15 * near
    for _ in range(26):
        near = chance.random()
        x, y = chance.uniform(board.left, board.right), y0 + (y1 - y0) * near**1.4
        length = 15 + 80 * near
        sheet.fill(spline([(x - length, y, 1), (x, y - 1.2 - near), (x + length, y, 1), (x, y + 0.8)]), board.palette.glow, alpha=0.15)


def swell(board: Board, sheet: Sheet, y: float, height: float, length: float, curl: float = 0.6) -> None:
    """A row of paper waves with curling crests and cut lines that follow them."""
    chance = board.chance
    x = board.left - length * chance.random()
    top = y - height * 1.4
    body = skia.Path()
    body.moveTo(x, board.bottom + 10)
    body.lineTo(x, y)
    lines = skia.Path()
    while x < board.right + length:
        tall, long = height * chance.uniform(0.7, 1.15), length * chance.uniform(0.85, 1.15)
        body.cubicTo(x + long * 0.32, y + tall * 0.05, x + long * 0.42, y - tall * 0.9, x + long * 0.66, y - tall)
        body.cubicTo(
            x + long * (0.78 + 0.1 * curl),
            y - tall * 1.02,
            x + long * (0.86 + 0.1 * curl),
            y - tall * (0.75 - 0.2 * curl),
            x + long * (0.80 + 0.06 * curl),
            y - tall * (0.62 - 0.25 * curl),
        )
        body.cubicTo(x + long * 0.80, y - tall * 0.40, x + long * 0.88, y, x + long, y)
        for k in (0.18, 0.34):
            lines.moveTo(x + long * (0.24 + k * 0.5), y - tall * (0.12 - k * 0.6) + tall * k)
            lines.cubicTo(
                x + long * (0.42 + k * 0.3),
                y - tall * (0.3 - k),
                x + long * 0.5,
                y - tall * (0.85 - k),
                x + long * 0.68,
                y - tall * (0.86 - k),
            )
        x += long
    body.lineTo(x, board.bottom + 10)
    body.close()
    sheet.fill(body, shader=fading(board, top, top + 300, sheet.color, 0.12))
    sheet.line(lines, 2.2, mix(sheet.color, board.palette.glow, 0.5), 0.5)


def rock(chance: Random, x: float, y: float, width: float, height: float) -> skia.Path:
    """A boulder standing on y."""
    count = 9
    knots = []
    for i in range(count):
        a = math.pi + math.pi * i / (count - 1)
        r = chance.uniform(0.82, 1.08)
        knots.append((x + math.cos(a) * width / 2 * r, y + math.sin(a) * height * r, 0.55))
    knots += [(x + width * 0.46, y + 10, 1), (x - width * 0.46, y + 10, 1)]
    return spline(knots)


def road(board: Board, sheet: Sheet, line: list[Point], color: Color, *, x_far: float, x_near: float, width: float = 210.0) -> None:
    """A path that winds from the edge of a hill towards the viewer."""
    y0 = height_at(line, x_far) + 3
    y1 = board.bottom + 30
    span = y1 - y0
    mids = [
        (x_far, y0),
        (x_far + (x_near - x_far) * 0.75, y0 + span * 0.22),
        (x_far + (x_near - x_far) * 0.25, y0 + span * 0.5),
        (x_near, y1),
    ]
    air = [mix(color, board.palette.glow, 0.25), color, mix(color, board.palette.ink, 0.4)]
    sheet.fill(
        limb(mids, [width * 0.22, width * 0.30, width * 0.52, width], steps=10), shader=gradient(y0, y1, air, None, [0.0, 0.75, 0.6])
    )


def ground(board: Board, sheet: Sheet, y: float, *, swing: float = 10.0, lift: float = 0.26) -> list[Point]:
    """The actors' floor out of doors: lit along its far edge, darker towards the viewer."""
    palette = board.palette
    line = wave(board.chance, board.left - 20, board.right + 20, y, swing, 900, 0.35)
    lit = mix(sheet.color, mix(palette.mid, palette.glow, 0.45), lift)
    sheet.fill(
        under(line, board.bottom + 20),
        shader=gradient(y - swing, board.bottom, [lit, mix(lit, sheet.color, 0.7), mix(sheet.color, palette.ink, 0.6)], [0, 0.3, 1]),
    )
    return line


def cliff(chance: Random, x0: float, x1: float, top: float, bottom: float) -> skia.Path:
    """A headland whose steep side faces x1."""
    side = 1 if x1 > x0 else -1
    span = abs(x1 - x0)
    knots: list[tuple[float, ...]] = [(x0, bottom, 1), (x0, top + chance.uniform(0, 20), 1)]
    for i in range(1, 5):
        knots.append((x0 + side * span * 0.62 * i / 4, top + 12 * i * chance.uniform(0.2, 1.2), 0.3))
    for i in range(1, 7):
        t = i / 6
        knots.append((x0 + side * span * (0.62 + 0.38 * t**1.4 + chance.uniform(-0.03, 0.03)), top + 40 + (bottom - top - 40) * t, 0.75))
    return spline(knots)
