"""On and by the water: sea, ship, beach."""

import math

import skia

from litink_app.studio.illustrator import terrain
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, gather, limb, spline
from litink_app.studio.illustrator.palette import gradient, mix
from litink_app.studio.illustrator.scenery import backdrop, lawn, near_grass, side_x


def sailing_ship(board: Board, sheet: Sheet, x: float, y: float, size: float, *, sails: bool = True) -> None:
    """A square-rigged ship, hull on the water line y."""
    hull = spline(
        [
            (x - size * 0.52, y - size * 0.20, 0.8),
            (x - size * 0.46, y - size * 0.05),
            (x - size * 0.34, y + 4, 0.5),
            (x + size * 0.34, y + 4, 0.5),
            (x + size * 0.47, y - size * 0.08),
            (x + size * 0.60, y - size * 0.17, 0.9),
            (x + size * 0.3, y - size * 0.11),
            (x - size * 0.2, y - size * 0.10),
            (x - size * 0.36, y - size * 0.18, 0.6),
        ]
    )
    masts = gather(
        [
            limb([(x + dx * size, y - size * 0.1), (x + dx * size, y - h * size)], [size * 0.011, size * 0.005])
            for dx, h in ((-0.26, 0.78), (0.02, 0.98), (0.27, 0.82))
        ]
    )
    limb([(x + size * 0.5, y - size * 0.14), (x + size * 0.78, y - size * 0.28)], [size * 0.009, size * 0.003], path=masts)
    sheet.fill(masts, mix(sheet.color, board.palette.ink, 0.4))
    rig = gather(
        limb([a, b], [0.9, 0.9])
        for a, b in (
            ((x + size * 0.78, y - size * 0.28), (x + size * 0.27, y - size * 0.80)),
            ((x + size * 0.27, y - size * 0.8), (x + 0.02 * size, y - size * 0.96)),
            ((x + 0.02 * size, y - size * 0.96), (x - 0.26 * size, y - size * 0.76)),
            ((x - 0.26 * size, y - size * 0.76), (x - size * 0.5, y - size * 0.18)),
        )
    )
    sheet.fill(rig, mix(sheet.color, board.palette.ink, 0.3))
    cloth = mix(sheet.color, board.palette.glow, 0.62)
    for dx, tall in ((-0.26, 0.72), (0.02, 0.92), (0.27, 0.76)):
        for k in range(3):
            top = y - size * (tall - 0.02 - k * 0.2)
            half = size * (0.085 + 0.028 * k)
            sheet.fill(
                limb([(x + dx * size - half * 1.1, top), (x + dx * size + half * 1.1, top)], [size * 0.005, size * 0.005]),
                mix(sheet.color, board.palette.ink, 0.4),
            )
            if sails:
                sheet.fill(
                    spline(
                        [
                            (x + dx * size - half, top, 0.9),
                            (x + dx * size + half, top, 0.9),
                            (x + dx * size + half * 1.28, top + size * 0.09),
                            (x + dx * size + half * 1.05, top + size * 0.175, 0.9),
                            (x + dx * size + size * 0.02, top + size * 0.15),
                            (x + dx * size - half * 1.02, top + size * 0.175, 0.9),
                            (x + dx * size - half * 0.82, top + size * 0.09),
                        ]
                    ),
                    cloth,
                )
    sheet.fill(hull, mix(sheet.color, board.palette.ink, 0.45))
    sheet.line(
        spline([(x - size * 0.46, y - size * 0.10), (x, y - size * 0.055), (x + size * 0.46, y - size * 0.10)], closed=False),
        max(1.2, size * 0.006),
        mix(sheet.color, board.palette.glow, 0.6),
        0.7,
    )


def sea(board: Board) -> None:
    backdrop(board, floor=600)
    with board.layer(0.3):
        with board.sheet(0.1, shadow=0.1) as s:
            s.fill(spline([(board.wide * 0.02, 606, 1), (board.wide * 0.12, 566), (board.wide * 0.22, 580), (board.wide * 0.33, 606, 1)]))
        with board.sheet(0.3, glow=0.3, rim=0.15) as s:
            terrain.water(board, s, 600, 330)
        with board.sheet(0.42, shadow=0.15) as s:
            sailing_ship(board, s, board.wide - board.key.x * 0.9, 672, 240)
    with board.layer(0.65):
        for depth, y, h, length in ((0.5, 742, 24, 260), (0.66, 790, 32, 330)):
            with board.sheet(depth, shadow=0.3) as s:
                terrain.swell(board, s, y, h, length)
    with board.layer(1.0), board.sheet(1.0) as s:
        if board.spots:
            _boat(board, s)
        terrain.swell(board, s, board.ground + 12, 40, 380)
    if board.spots:
        with board.layer(1.02), board.sheet(0.96, shadow=0.3) as s:
            _gunwale(board, s)
    with board.layer(1.3), board.sheet(1.3, fuzz=2.5, shadow=0.2, glow=0, rim=0.3) as s:
        terrain.swell(board, s, 968, 40, 420)


def _hull(board: Board) -> tuple[float, float, float]:
    """Ends of the boat under everybody who would else walk on water, and the height of its floor."""
    return min(board.spots) - board.figure * 0.46, max(board.spots) + board.figure * 0.46, board.ground


def _boat(board: Board, sheet: Sheet) -> None:
    """The far side of the boat, its inside and a thwart."""
    x0, x1, y = _hull(board)
    wood = mix(sheet.color, board.palette.mid, 0.55)
    middle = (x0 + x1) / 2
    sheet.fill(spline([(x0 - 40, y - 112, 0.9), (middle, y - 62), (x1 + 60, y - 128, 0.9), (x1 + 10, y + 20), (x0 + 10, y + 20)]), wood)
    sheet.fill(
        spline([(x0 - 20, y - 92, 0.8), (middle, y - 44), (x1 + 40, y - 106, 0.8), (x1, y + 20), (x0 + 14, y + 20)]),
        mix(wood, board.palette.ink, 0.5),
    )
    sheet.line(spline([(x0 - 38, y - 110), (middle, y - 60), (x1 + 58, y - 126)], closed=False), 5, mix(wood, board.palette.glow, 0.35))


def _gunwale(board: Board, sheet: Sheet) -> None:
    """The near side, which hides the feet."""
    x0, x1, y = _hull(board)
    wood = mix(sheet.color, board.palette.mid, 0.42)
    middle = (x0 + x1) / 2
    sheet.fill(
        spline(
            [
                (x0 - 44, y - 114, 0.95),
                (x0 + 40, y - 66),
                (middle, y - 40),
                (x1 - 40, y - 72),
                (x1 + 64, y - 130, 0.95),
                (x1 + 20, y - 20),
                (x1 - 70, y + 70),
                (x0 + 70, y + 70),
                (x0 - 2, y - 10),
            ]
        ),
        wood,
    )
    for k in (0.30, 0.58):
        planks = spline(
            [(x0 - 30 + 30 * k, y - 100 + 120 * k), (middle, y - 34 + 90 * k), (x1 + 46 - 40 * k, y - 112 + 120 * k)], closed=False
        )
        sheet.line(planks, 2.4, mix(wood, board.palette.ink, 0.5), 0.8)
    sheet.line(
        spline([(x0 - 42, y - 112), (x0 + 40, y - 65), (middle, y - 39), (x1 - 40, y - 71), (x1 + 62, y - 128)], closed=False),
        8,
        mix(wood, board.palette.glow, 0.32),
    )


def beach(board: Board) -> None:
    backdrop(board, floor=600)
    sand = mix(board.palette.horizon, board.palette.mid, 0.30)
    with board.layer(0.3):
        with board.sheet(0.14, shadow=0.12) as s:
            right = board.key.x < board.wide / 2
            edge = board.right + 20 if right else board.left - 20
            s.fill(terrain.cliff(board.chance, edge, board.wide * (0.62 if right else 0.38), 430, 640))
        with board.sheet(0.3, glow=0.3, rim=0.15) as s:
            terrain.water(board, s, 610, 250)
    with board.layer(0.6):
        for depth, y in ((0.5, 740), (0.6, 780)):
            with board.sheet(depth, shadow=0.2) as s:
                terrain.swell(board, s, y, 20, 300)
    with board.layer(1.0), board.sheet(0.98) as s:
        s.color = mix(s.color, sand, 0.42)
        _foam(board, s)
        lawn(board, s, grass=0, lift=0.5, swing=10)
        _shells(board, s)
        s.fill(terrain.rock(board.chance, side_x(board), board.ground - 40, 190, 110), mix(s.color, board.palette.ink, 0.45))
    with board.layer(1.5):
        near_grass(board, 110)


def _foam(board: Board, sheet: Sheet) -> None:
    y = board.ground - 70
    knots = [
        (board.left + i * 46.0, y + 9 * math.sin(i * 1.7) + 5 * math.sin(i * 0.6)) for i in range(int((board.right - board.left) / 46) + 2)
    ]
    sheet.line(spline(knots, closed=False), 7, mix(board.palette.glow, board.palette.horizon, 0.2), 0.8)


def _shells(board: Board, sheet: Sheet) -> None:
    pale = mix(sheet.color, board.palette.glow, 0.55)
    for _ in range(9):
        x, y, r = board.chance.uniform(0, board.wide), board.chance.uniform(board.ground - 30, 980), board.chance.uniform(6, 14)
        fan = spline(
            [
                (x, y + r * 0.7, 1),
                (x - r, y - r * 0.2),
                (x - r * 0.5, y - r * 0.8),
                (x, y - r),
                (x + r * 0.5, y - r * 0.8),
                (x + r, y - r * 0.2),
            ]
        )
        sheet.fill(fan, pale)
        sheet.line(
            gather(limb([(x, y + r * 0.6), (x + u * r * 0.8, y - r * 0.7)], [0.4, 0.4]) for u in (-0.7, 0, 0.7)),
            1,
            mix(sheet.color, board.palette.ink, 0.3),
            0.6,
        )


def ship(board: Board) -> None:
    backdrop(board, floor=620)
    with board.layer(0.35):
        with board.sheet(0.3, glow=0.3, rim=0.15) as s:
            terrain.water(board, s, 630, 300)
        with board.sheet(0.5, shadow=0.25) as s:
            terrain.swell(board, s, 735, 22, 280)
    with board.layer(0.75), board.sheet(0.74, shadow=0.35) as s:
        _rigging(board, s)
    with board.layer(1.0), board.sheet(1.0) as s:
        _deck(board, s)
    with board.layer(1.5), board.sheet(1.5, fuzz=4.5, rim=0.15, glow=0, shadow=0, texture=0) as s:
        _near_shrouds(board, s)


def _near_shrouds(board: Board, sheet: Sheet) -> None:
    """Ratlines in the corner that is farther from the light."""
    side = 1 if board.key.x < board.wide / 2 else -1
    edge = board.right if side > 0 else board.left
    ropes = gather(limb([(edge - side * (20 + 60 * i), 1080), (edge - side * (-40 + 14 * i), -80)], [6, 5]) for i in range(4))
    for k in range(7):
        y = 960 - k * 140
        reach = 60 + 150 * (y + 80) / 1160
        limb([(edge - side * (reach + 20), y), (edge + side * 30, y + 6)], [4, 4], path=ropes)
    sheet.fill(ropes)


def _rigging(board: Board, sheet: Sheet) -> None:
    """A mast with its yard, a great sail and shrouds."""
    x = board.wide * (0.2 if board.key.x > board.wide / 2 else 0.8)
    side = 1 if x < board.wide / 2 else -1
    cloth = mix(sheet.color, board.palette.glow, 0.42)
    sheet.fill(
        spline(
            [(x - 250, -40, 0.9), (x + 250, -30, 0.9), (x + 300, 160), (x + 250, 330, 0.9), (x, 268), (x - 250, 330, 0.9), (x - 215, 140)]
        ),
        cloth,
    )
    sheet.line(
        gather(limb([(x + u * 240, -20), (x + u * 268, 150), (x + u * 244, 312)], [0.5, 0.5, 0.5]) for u in (-0.6, -0.2, 0.2, 0.6)),
        1.6,
        mix(cloth, board.palette.ink, 0.3),
        0.5,
    )
    sheet.fill(
        gather([limb([(x, 850), (x, -60)], [22, 15]), limb([(x - 290, 336), (x, 322), (x + 290, 336)], [5, 9, 5])]),
        mix(sheet.color, board.palette.ink, 0.35),
    )
    shrouds = gather([limb([(x + side * (130 + 52 * i), 830), (x + side * 10, 60)], [2.2, 1.6]) for i in range(4)])
    for k in range(11):
        y = 800 - k * 62
        t = (830 - y) / 770
        limb([(x + side * (130 * (1 - t) + 10 * t), y), (x + side * ((130 + 156) * (1 - t) + 10 * t), y + 4)], [1.5, 1.5], path=shrouds)
    sheet.fill(shrouds, mix(sheet.color, board.palette.ink, 0.3))


def _deck(board: Board, sheet: Sheet) -> None:
    palette, y = board.palette, board.ground - 60
    lit = mix(sheet.color, mix(palette.mid, palette.glow, 0.5), 0.36)
    rail = skia.Path()
    for x in range(int(board.left), int(board.right), 58):
        rail.addPath(
            spline(
                [
                    (x - 6, y, 0.6),
                    (x - 9, y - 40),
                    (x - 4, y - 70),
                    (x - 7, y - 104, 0.6),
                    (x + 7, y - 104, 0.6),
                    (x + 4, y - 70),
                    (x + 9, y - 40),
                    (x + 6, y, 0.6),
                ]
            )
        )
    sheet.fill(gather([rail, box(board.left, y - 118, board.right, y - 100, 4)]), mix(sheet.color, palette.mid, 0.35))
    sheet.fill(
        box(board.left, y - 6, board.right, board.bottom),
        shader=gradient(y, 1020, [lit, mix(lit, sheet.color, 0.6), mix(sheet.color, palette.ink, 0.5)]),
    )
    planks = gather(
        limb([(x + (x - board.wide / 2) * 0.02, y + 4), (x + (x - board.wide / 2) * 0.4, 1060)], [0.9, 2.0])
        for x in range(int(board.left) - 200, int(board.right) + 200, 62)
    )
    sheet.fill(planks, mix(sheet.color, palette.ink, 0.5), alpha=0.6)
    _barrel(board, sheet, side_x(board), board.ground - 22)


def _barrel(board: Board, sheet: Sheet, x: float, y: float) -> None:
    wood = mix(sheet.color, board.palette.mid, 0.4)
    sheet.fill(
        spline([(x - 42, y, 0.7), (x - 56, y - 60), (x - 42, y - 122, 0.7), (x + 42, y - 122, 0.7), (x + 56, y - 60), (x + 42, y, 0.7)]),
        wood,
    )
    for dy in (-22, -60, -100):
        sheet.line(spline([(x - 52, y + dy), (x, y + dy + 8), (x + 52, y + dy)], closed=False), 5, mix(wood, board.palette.ink, 0.5))
