"""Rough places: desert, cave, battlefield."""

import math

import skia

from litink_app.studio.illustrator import foliage, light, terrain
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.curves import Point, box, circle, height_at, limb, place, polygon, spline
from litink_app.studio.illustrator.palette import Color, gradient, mix
from litink_app.studio.illustrator.scenery import backdrop, boulders, lawn, near_grass, ripples, side_x, stand_of


def desert(board: Board) -> None:
    backdrop(board, floor=680, clouds=0.4)
    sand = mix(board.palette.horizon, board.palette.mid, 0.35)
    with board.layer(0.3):
        with board.sheet(0.15, shadow=0.12) as s:
            _mesas(board, s)
        with board.sheet(0.3, shadow=0.2) as s:
            s.color = mix(s.color, sand, 0.5)
            _dune(board, s, 660, 60, 1100)
    with board.layer(0.62):
        with board.sheet(0.5) as s:
            s.color = mix(s.color, sand, 0.4)
            _dune(board, s, 720, 55, 900)
        with board.sheet(0.68) as s:
            s.color = mix(s.color, sand, 0.25)
            line = _dune(board, s, 780, 40, 1200)
            foliage.palm(board, s, side_x(board), height_at(line, side_x(board)) + 10, 330)
            foliage.palm(board, s, side_x(board) + 60, height_at(line, side_x(board)) + 10, 240)
    with board.layer(1.0), board.sheet(1.0) as s:
        s.color = mix(s.color, sand, 0.22)
        lawn(board, s, grass=0, lift=0.5, swing=18)
        ripples(board, s)
        boulders(board, s, 3)
    with board.layer(1.5):
        near_grass(board, 80)


def _dune(board: Board, sheet: Sheet, y: float, swing: float, length: float) -> list[Point]:
    line = terrain.hills(board, sheet, y, swing, length, 0.3)
    for i in range(3, len(line) - 3, 9):
        x, top = line[i]
        lee = spline([(x, top + 1, 1), (x + 90, top + 34), (x + 220, top + 110, 1), (x + 60, top + 60)])
        sheet.fill(lee, mix(sheet.color, board.palette.ink, 0.22), alpha=0.14)
    return line


def _mesas(board: Board, sheet: Sheet) -> None:
    chance = board.chance
    for i in range(4):
        x = board.wide * (0.05 + 0.3 * i) + chance.uniform(-60, 60)
        w, h = chance.uniform(70, 190), chance.uniform(60, 150)
        sheet.fill(
            spline(
                [
                    (x - w * 1.2, 680, 1),
                    (x - w * 0.8, 680 - h * 0.5, 0.5),
                    (x - w * 0.7, 680 - h, 0.8),
                    (x + w * 0.6, 680 - h * 1.04, 0.8),
                    (x + w * 0.75, 680 - h * 0.45, 0.5),
                    (x + w * 1.3, 680, 1),
                ]
            )
        )
    terrain.hills(board, sheet, 650, 8, 900, 0.5)


def cave(board: Board) -> None:
    board.lamps[0] = Lamp(
        board.wide * (0.34 if board.key.x < board.wide / 2 else 0.66),
        430,
        board.key.reach * 0.85,
        board.key.color,
        max(0.75, board.key.strength),
    )
    backdrop(board, floor=760, clouds=0.4)
    with board.layer(0.3), board.sheet(0.25, shadow=0.2) as s:
        line = terrain.hills(board, s, 650, 20, 700, 0.5)
        stand_of(board, s, line, "p", 6, 60, 120)
    for depth, size, y in ((0.5, 1.0, 760), (0.75, 1.45, 800)):
        with board.layer(depth), board.sheet(depth + 0.08, shadow=0.5, rim=0.9) as s:
            _mouth(board, s, size, y)
    with board.layer(1.0):
        light.shaft(board, board.key.x - 90, 200, 170, 60, 0.2 if board.key.x < board.wide / 2 else -0.2, 700, 0.30)
        with board.sheet(1.0, shadow=0.5, rim=0.8) as s:
            _mouth(board, s, 2.05, 830)
            terrain.ground(board, s, board.ground - 60, swing=16, lift=0.35)
            boulders(board, s, 6)
            _crystals(board, s)
    with board.layer(1.5), board.sheet(1.5, fuzz=5, rim=0.1, glow=0, shadow=0, texture=0) as s:
        _stalactites(board, s, 9, 240)
        for x in (0.0, 1.0):
            s.fill(terrain.rock(board.chance, board.wide * x, 1060, 420, 210))


def _mouth(board: Board, sheet: Sheet, size: float, y: float) -> None:
    """A wall of rock with a jagged opening around the light."""
    chance, lamp = board.chance, board.key
    wall = box(board.left - 30, board.top - 30, board.right + 30, board.bottom + 30)
    rx, ry = 230 * size * min(1.0, 0.55 + 0.3 * board.aspect), 270 * size
    hole = [
        (lamp.x + math.cos(a) * rx * chance.uniform(0.86, 1.12), lamp.y + 90 + math.sin(a) * ry * chance.uniform(0.88, 1.1), 0.35)
        for a in [i * math.tau / 22 for i in range(22)]
    ]
    sheet.fill(
        wall, shader=gradient(0, 1000, [mix(sheet.color, board.palette.ink, 0.35), sheet.color, mix(sheet.color, board.palette.ink, 0.2)])
    )
    sheet.hole(spline(hole))
    for i in range(7):
        x = lamp.x + (i - 3) * rx * 0.3
        drop = chance.uniform(30, 110) * size * 0.6
        top = lamp.y + 90 - ry * math.sqrt(max(0.05, 1 - ((x - lamp.x) / rx) ** 2)) - 12
        sheet.fill(polygon([(x - 16 * size, top - 8), (x + 16 * size, top - 8), (x + 2, top + drop)]))


def _stalactites(board: Board, sheet: Sheet, count: int, length: float) -> None:
    chance = board.chance
    for i in range(count):
        x = board.left + (i + chance.random()) * (board.right - board.left) / count
        away = min(1.0, abs(x - board.wide / 2) / (board.wide * 0.4))
        drop = length * chance.uniform(0.35, 1.0) * (0.3 + 0.7 * away)
        w = drop * 0.2 + 12
        sheet.fill(
            spline(
                [
                    (x - w, board.top - 10, 0.8),
                    (x - w * 0.35, board.top + drop * 0.4),
                    (x, board.top + 40 + drop, 0.9),
                    (x + w * 0.35, board.top + drop * 0.4),
                    (x + w, board.top - 10, 0.8),
                ]
            )
        )


def _crystals(board: Board, sheet: Sheet) -> None:
    x = side_x(board)
    for i in range(6):
        dx, h = (i - 2.5) * 26, board.chance.uniform(60, 150) * (1 - abs(i - 2.5) * 0.2)
        lean = (i - 2.5) * 9
        w = 13
        base = board.ground - 46
        sheet.fill(
            polygon(
                [
                    (x + dx - w, base),
                    (x + dx - w + lean, base - h * 0.8),
                    (x + dx + lean * 1.2, base - h),
                    (x + dx + w + lean, base - h * 0.75),
                    (x + dx + w, base),
                ]
            ),
            mix(sheet.color, board.palette.glow, 0.42),
        )
        sheet.fill(
            polygon([(x + dx, base), (x + dx + lean * 1.2, base - h), (x + dx + w + lean, base - h * 0.75), (x + dx + w, base)]),
            mix(sheet.color, board.palette.glow, 0.2),
        )


def battlefield(board: Board) -> None:
    backdrop(board, floor=690, clouds=1.4)
    with board.layer(0.3):
        _smoke(board, 560)
        with board.sheet(0.2, shadow=0.15) as s:
            terrain.hills(board, s, 610, 18, 900, 0.6)
        with board.sheet(0.36, shadow=0.2) as s:
            line = terrain.hills(board, s, 650, 16, 700, 0.5)
            _army(board, s, line, 60)
    with board.layer(0.65):
        light.mist(board, 690, 120, 0.5)
        with board.sheet(0.6) as s:
            line = terrain.hills(board, s, 730, 18, 800, 0.4)
            _army(board, s, line, 105)
            foliage.bare_tree(board, s, board.wide - side_x(board), height_at(line, board.wide - side_x(board)) + 6, 240)
        light.mist(board, 770, 90, 0.4)
    with board.layer(1.0), board.sheet(1.0) as s:
        lawn(board, s, grass=20, swing=16)
        _standard(board, s, side_x(board))
        _wheel(board, s, board.wide - side_x(board) * 0.9)
        boulders(board, s, 3)
    with board.layer(1.5):
        near_grass(board, 100)


def _smoke(board: Board, y: float) -> None:
    for i in range(3):
        x = board.wide * (0.15 + 0.35 * i)
        path = light.cloud(board.chance, x, y - 60 * i, 330, 110)
        board.canvas.drawPath(
            path, skia.Paint(AntiAlias=True, Color=0x33201818, MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 16))
        )


def _army(board: Board, sheet: Sheet, line: list[Point], size: float) -> None:
    """Ranks far off: spears, helmets, banners."""
    chance = board.chance
    out = skia.Path()
    x = board.left
    while x < board.right:
        y = height_at(line, x) + 4
        out.addPath(
            spline(
                [
                    (x - size * 0.12, y),
                    (x - size * 0.1, y - size * 0.4),
                    (x, y - size * 0.52),
                    (x + size * 0.1, y - size * 0.4),
                    (x + size * 0.12, y),
                ]
            )
        )
        out.addPath(circle(x, y - size * 0.6, size * 0.09))
        if chance.random() < 0.75:
            limb([(x + size * 0.12, y), (x + size * 0.2, y - size * chance.uniform(1.0, 1.35))], [1.4, 1.0], path=out)
        if chance.random() < 0.10:
            top = y - size * 1.6
            limb([(x, y), (x, top)], [1.8, 1.5], path=out)
            out.addPath(
                spline(
                    [
                        (x, top, 1),
                        (x + size * 0.35, top + size * 0.08),
                        (x + size * 0.75, top - 2, 0.8),
                        (x + size * 0.6, top + size * 0.2),
                        (x + size * 0.72, top + size * 0.38, 0.8),
                        (x + size * 0.3, top + size * 0.36),
                        (x, top + size * 0.34, 1),
                    ]
                )
            )
        x += size * chance.uniform(0.26, 0.5)
    sheet.fill(out)


def _standard(board: Board, sheet: Sheet, x: float) -> None:
    y = board.ground - 40
    sheet.fill(limb([(x, y), (x + 14, y - 460)], [6, 4.5]))
    cloth: Color = mix(board.palette.mid, (0.75, 0.15, 0.12), 0.45)
    sheet.fill(
        spline(
            [
                (x + 14, y - 452, 1),
                (x + 90, y - 436),
                (x + 200, y - 462, 0.8),
                (x + 172, y - 396),
                (x + 196, y - 330, 0.8),
                (x + 90, y - 318),
                (x + 10, y - 336, 1),
            ]
        ),
        cloth,
    )
    sheet.line(
        spline([(x + 30, y - 396), (x + 100, y - 384), (x + 170, y - 400)], closed=False), 4, mix(cloth, board.palette.glow, 0.5), 0.8
    )


def _wheel(board: Board, sheet: Sheet, x: float) -> None:
    y, r = board.ground - 88, 70.0
    rim = skia.Path()
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=11).getFillPath(circle(x, y, r), rim)
    for i in range(10):
        a = i * math.pi / 5
        limb([(x, y), (x + math.cos(a) * r, y + math.sin(a) * r)], [4, 3], path=rim)
    rim.addCircle(x, y, 14)
    sheet.fill(place(rim, 0, 0), mix(sheet.color, board.palette.ink, 0.4))
