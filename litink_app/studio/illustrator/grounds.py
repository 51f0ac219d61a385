"""Tended land: garden, road, riverside."""

import math

import skia

from litink_app.studio.illustrator import foliage, herbs, terrain
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import Point, box, circle, gather, height_at, limb, polygon, spline
from litink_app.studio.illustrator.palette import mix
from litink_app.studio.illustrator.scenery import backdrop, lawn, near_branch, near_grass, side_x, stand_of, tufts


def garden(board: Board) -> None:
    backdrop(board)
    with board.layer(0.3), board.sheet(0.28, shadow=0.2) as s:
        line = terrain.hills(board, s, 640, 16, 900, 0.5)
        stand_of(board, s, line, "oc", 8, 120, 230, clear=110)
    with board.layer(0.6):
        with board.sheet(0.5) as s:
            _hedge(board, s, 690, 130)
        with board.sheet(0.62) as s:
            _pergola(board, s)
            terrain.hills(board, s, 790, 6, 900, 0.25)
    with board.layer(1.0):
        with board.sheet(0.92) as s:
            _roses(board, s, side_x(board))
        with board.sheet(1.0) as s:
            line = lawn(board, s, grass=22, lift=0.36)
            terrain.road(
                board, s, line, mix(s.color, board.palette.glow, 0.24), x_far=board.wide * 0.5, x_near=board.wide * 0.42, width=230
            )
            herbs.meadow_flowers(board, s, line, board.left, board.wide * 0.36, 60, 22, mix(board.palette.glow, (0.85, 0.3, 0.35), 0.45))
            herbs.meadow_flowers(
                board, s, line, board.wide * 0.64, board.right, 60, 22, mix(board.palette.glow, board.palette.horizon, 0.3)
            )
    with board.layer(1.5):
        near_branch(board)
        _near_blooms(board)


def _hedge(board: Board, sheet: Sheet, y: float, height: float) -> None:
    """A clipped hedge with topiary balls and an opening for the light."""
    gap = board.key.x
    for x0, x1 in ((board.left - 20, gap - 110), (gap + 110, board.right + 20)):
        if x1 - x0 < 60:
            continue
        sheet.fill(box(x0, y - height * 0.5, x1, board.bottom, 16))
        step = 120.0
        x = x0 + 40
        while x < x1 - 20:
            sheet.fill(foliage.crown(board.chance, x, y - height * 0.72, 40, 40, 13))
            x += step
        edge = [(x0 + i * 8.0, y - height * 0.5) for i in range(int((x1 - x0) / 8))]
        if len(edge) > 3:
            sheet.fill(herbs.grass(board.chance, edge, x0 + 6, x1 - 6, 16, 1.2))
    for x in (gap - 118, gap + 118):
        foliage.poplar(board, sheet, x, y + 40, height * 2.2)


def _pergola(board: Board, sheet: Sheet) -> None:
    """A rose arch that frames the light."""
    x, y, w, h = board.key.x, 800.0, 120.0, 330.0
    frame = gather(
        [
            limb([(x + side * w, y), (x + side * w, y - h * 0.62), (x + side * w * 0.62, y - h * 0.9), (x, y - h)], [5, 5, 5, 5])
            for side in (-1, 1)
        ]
    )
    inner = gather(
        [
            limb(
                [(x + side * (w - 26), y), (x + side * (w - 26), y - h * 0.6), (x + side * (w - 26) * 0.62, y - h * 0.84), (x, y - h + 26)],
                [3, 3, 3, 3],
            )
            for side in (-1, 1)
        ]
    )
    rungs = gather(limb([(x + side * w, y - t), (x + side * (w - 26), y - t)], [2.5, 2.5]) for side in (-1, 1) for t in range(20, 200, 36))
    sheet.fill(gather([frame, inner, rungs]))
    vine = herbs.ivy(
        board.chance,
        [
            (x - w, y),
            (x - w - 6, y - h * 0.5),
            (x - w * 0.66, y - h * 0.92),
            (x, y - h - 6),
            (x + w * 0.66, y - h * 0.92),
            (x + w + 6, y - h * 0.5),
            (x + w, y),
        ],
        22,
    )
    sheet.fill(vine)
    blooms = gather(
        herbs.daisy(x + math.cos(a) * w * 1.05, y - h * 0.55 + math.sin(a) * h * 0.46, 12)
        for a in [math.pi + i * math.pi / 9 for i in range(10)]
    )
    sheet.fill(blooms, mix(board.palette.glow, (0.85, 0.25, 0.3), 0.4))


def _roses(board: Board, sheet: Sheet, x: float) -> None:
    """A standard rose tree."""
    y = board.ground - 40
    trunk = limb([(x, y), (x + 6, y - 160), (x, y - 300)], [11, 8, 6])
    foliage.trunk_foot(trunk, x, y, 9, 30)
    sheet.fill(trunk, mix(sheet.color, board.palette.ink, 0.4))
    sheet.fill(foliage.crown(board.chance, x, y - 390, 130, 120, 26))
    for _ in range(15):
        a, r = board.chance.uniform(0, math.tau), board.chance.random() ** 0.5
        sheet.fill(
            rose(x + math.cos(a) * 112 * r, y - 390 + math.sin(a) * 104 * r, board.chance.uniform(13, 20)),
            mix(board.palette.glow, (0.82, 0.15, 0.2), 0.62),
        )


def rose(x: float, y: float, r: float) -> skia.Path:
    return gather([circle(x + math.cos(i * 1.25) * r * 0.55, y + math.sin(i * 1.25) * r * 0.5, r * 0.55) for i in range(5)])


def _near_blooms(board: Board) -> None:
    with board.sheet(1.5, fuzz=4.5, rim=0.1, glow=0.0, shadow=0.0, texture=0.0) as s:
        line = [(board.left, 1010.0), (board.right, 1010.0)]
        for x0, x1 in ((board.left, board.wide * 0.22), (board.wide * 0.78, board.right)):
            herbs.meadow_flowers(board, s, line, x0, x1, 190, 9, mix(board.palette.ink, board.palette.mid, 0.55))
            s.fill(herbs.grass(board.chance, line, x0, x1, 190, 0.5))


def road(board: Board) -> None:
    backdrop(board)
    far = board.key.x
    with board.layer(0.3):
        with board.sheet(0.14, shadow=0.12) as s:
            terrain.hills(board, s, 590, 24, 1100, 0.6)
        with board.sheet(0.34, shadow=0.2) as s:
            line = terrain.hills(board, s, 640, 20, 800, 0.5)
            stand_of(board, s, line, "oop", 7, 70, 130, clear=100)
    with board.layer(0.62), board.sheet(0.6) as s:
        line = terrain.hills(board, s, 716, 20, 900, 0.4)
        for i, side in enumerate((-1, 1, -1, 1)):
            x = far + side * (150 + 130 * (i // 2))
            foliage.poplar(board, s, x, height_at(line, x) + 6, 260 + 60 * (i // 2))
        _signpost(board, s, board.wide - far, height_at(line, board.wide - far) + 20)
    with board.layer(1.0), board.sheet(1.0) as s:
        line = lawn(board, s, grass=30)
        terrain.road(board, s, line, mix(s.color, board.palette.glow, 0.24), x_far=far, x_near=board.wide * 0.5, width=330)
        _fence(board, s, line)
        tufts(board, s, 6, 44)
    with board.layer(1.5):
        near_branch(board)
        near_grass(board)


def _signpost(board: Board, sheet: Sheet, x: float, y: float) -> None:
    wood = mix(sheet.color, board.palette.ink, 0.4)
    sheet.fill(limb([(x, y), (x + 2, y - 190)], [6, 5]), wood)
    sheet.fill(polygon([(x - 8, y - 180), (x + 70, y - 178), (x + 90, y - 164), (x + 70, y - 150), (x - 8, y - 152)]), wood)
    sheet.fill(polygon([(x + 8, y - 138), (x - 60, y - 142), (x - 80, y - 126), (x - 60, y - 112), (x + 8, y - 112)]), wood)


def _fence(board: Board, sheet: Sheet, line: list[Point]) -> None:
    wood = skia.Path()
    for x0, x1 in ((board.left, board.wide * 0.27), (board.wide * 0.75, board.right)):
        x = x0
        while x < x1:
            y = height_at(line, x)
            limb([(x, y + 12), (x + 2, y - 66)], [5, 4.4], path=wood)
            limb([(x, y - 48), (x + 92, height_at(line, x + 92) - 46)], [3.4, 3.4], path=wood)
            limb([(x, y - 20), (x + 92, height_at(line, x + 92) - 22)], [3.4, 3.4], path=wood)
            x += 92
    sheet.fill(wood, mix(sheet.color, board.palette.ink, 0.25))


def riverside(board: Board) -> None:
    backdrop(board, floor=640)
    with board.layer(0.3):
        with board.sheet(0.14, shadow=0.12) as s:
            line = terrain.hills(board, s, 580, 22, 900, 0.5)
        with board.sheet(0.3, shadow=0.2) as s:
            line = terrain.hills(board, s, 632, 10, 700, 0.4)
            stand_of(board, s, line, "cop", 8, 80, 150, clear=80)
    with board.layer(0.55):
        with board.sheet(0.42, glow=0.3, rim=0.2) as s:
            terrain.water(board, s, 655, 200)
        with board.sheet(0.6) as s:
            _reeds(board, s, 770, 0.0, 0.32)
            _reeds(board, s, 770, 0.72, 1.0)
            _lily_pads(board, s)
    with board.layer(1.0):
        with board.sheet(0.95) as s:
            foliage.willow(board, s, side_x(board), board.ground - 40, 650)
        with board.sheet(1.0) as s:
            line = lawn(board, s, grass=34)
            herbs.meadow_flowers(
                board, s, line, board.left, board.right, 44, round(16 * board.aspect), mix(board.palette.mid, board.palette.glow, 0.6)
            )
            tufts(board, s, 6, 44)
    with board.layer(1.5):
        near_branch(board)
        near_grass(board)


def _reeds(board: Board, sheet: Sheet, y: float, a: float, b: float) -> None:
    chance = board.chance
    out = skia.Path()
    for _ in range(26):
        x = board.wide * chance.uniform(a, b)
        h = chance.uniform(70, 170)
        lean = chance.gauss(0, 14)
        limb([(x, y + 30), (x + lean * 0.3, y - h * 0.5), (x + lean, y - h)], [2.2, 1.8, 0.8], path=out)
        if chance.random() < 0.45:
            limb([(x + lean * 0.8, y - h * 0.80), (x + lean, y - h)], [4.6, 4.2], path=out)
    sheet.fill(out)


def _lily_pads(board: Board, sheet: Sheet) -> None:
    for _ in range(7):
        x, y, r = board.chance.uniform(0, board.wide), board.chance.uniform(720, 790), board.chance.uniform(18, 40)
        sheet.fill(
            spline(
                [
                    (x - r, y),
                    (x, y - r * 0.25),
                    (x + r, y),
                    (x + r * 0.3, y + r * 0.22),
                    (x + r * 0.1, y + 1, 1),
                    (x - r * 0.3, y + r * 0.24),
                ]
            )
        )
