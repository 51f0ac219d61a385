"""Rooms for many: courtroom, school, laboratory, railway carriage."""

import math

import skia

from litink_app.studio.illustrator import furniture as furnish
from litink_app.studio.illustrator import glassware, light
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, oval, polygon, spline
from litink_app.studio.illustrator.interior import daylight, drapes, floor, lights, outside, pool, wall, window_x
from litink_app.studio.illustrator.monuments import column
from litink_app.studio.illustrator.palette import mix


def courtroom(board: Board) -> None:
    x = board.wide / 2
    lights(board, x, 260)
    outside(board)
    with board.layer(0.5), board.sheet(0.55, shadow=0.45) as s:
        wall(board, s, pattern="stripe", wainscot=240)
        for dx in (-0.27, 0.27) if board.aspect > 0.8 else (-0.3, 0.3):
            glassware.wall_window(board, s, x + dx * board.wide, 110, 120, 330, arched=True)
        _royal_arms(board, s, x, 240)
    with board.layer(0.75):
        for dx in (-0.27, 0.27) if board.time in ("day", "dawn") else ():
            light.shaft(
                board,
                x + dx * board.wide - 40,
                130,
                80,
                250,
                -0.25 if dx < 0 else 0.25,
                420,
                0.24 * board.key.strength,
            )
        with board.sheet(0.75, shadow=0.4) as s:
            for dx in (-0.42, 0.42):
                column(board, s, x + dx * board.wide, board.ground - 66, 62, 640)
            _bench(board, s, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            for side in (-1, 1):
                _dock(board, s, x + side * board.wide * 0.44)
        pool(board, x, 400)
    with board.layer(1.5):
        _heads(board)


def _royal_arms(board: Board, sheet: Sheet, x: float, y: float) -> None:
    gold = mix(sheet.color, board.palette.glow, 0.5)
    sheet.fill(
        spline([(x - 54, y - 60, 0.9), (x, y - 50), (x + 54, y - 60, 0.9), (x + 52, y + 20), (x, y + 74, 0.8), (x - 52, y + 20)]), gold
    )
    sheet.fill(
        gather(
            [
                spline(
                    [
                        (x + s * 62, y - 50),
                        (x + s * 104, y - 64),
                        (x + s * 96, y - 10),
                        (x + s * 112, y + 50),
                        (x + s * 70, y + 60),
                        (x + s * 80, y),
                    ]
                )
                for s in (-1, 1)
            ]
        ),
        gold,
    )
    sheet.line(
        gather([limb([(x, y - 50), (x, y + 66)], [0.5, 0.5]), limb([(x - 50, y - 4), (x + 50, y - 4)], [0.5, 0.5])]),
        4,
        mix(sheet.color, board.palette.ink, 0.4),
    )


def _bench(board: Board, sheet: Sheet, x: float) -> None:
    """The judge's bench."""
    wood, y = furnish.wood_of(board, sheet, 0.36), board.ground - 68
    w = min(330.0, board.wide * 0.36)
    sheet.fill(
        gather(
            [
                box(x - w, y - 230, x + w, y + 6),
                box(x - w - 16, y - 248, x + w + 16, y - 226, 3),
                box(x - w * 0.34, y - 470, x + w * 0.34, y - 240, 4),
                spline([(x - w * 0.36, y - 466, 0.8), (x, y - 530), (x + w * 0.36, y - 466, 0.8)]),
            ]
        ),
        wood,
    )
    sheet.line(
        gather(box(x - w + 20 + i * (2 * w - 40) / 5, y - 205, x - w + 8 + (i + 1) * (2 * w - 40) / 5, y - 20, 3) for i in range(5)),
        2.4,
        mix(wood, board.palette.glow, 0.4),
        0.6,
    )
    sheet.fill(
        gather([box(x + w * 0.5, y - 262, x + w * 0.5 + 52, y - 248, 2), limb([(x - w * 0.5, y - 250), (x - w * 0.42, y - 300)], [2, 1])]),
        mix(board.palette.glow, sheet.color, 0.3),
    )


def _dock(board: Board, sheet: Sheet, x: float) -> None:
    wood, y = furnish.wood_of(board, sheet, 0.3), board.ground - 30
    sheet.fill(
        gather(
            [
                box(x - 120, y - 190, x + 120, y - 174, 3),
                box(x - 112, y - 60, x + 112, y + 4),
                *(box(x - 108 + i * 27, y - 176, x - 98 + i * 27, y - 58, 2) for i in range(9)),
            ]
        ),
        wood,
    )


def _heads(board: Board) -> None:
    """Listeners in front, out of focus."""
    with board.sheet(1.5, fuzz=4.5, rim=0.2, glow=0, shadow=0, texture=0) as s:
        for x0, x1 in ((board.left, board.wide * 0.24), (board.wide * 0.76, board.right)):
            x = x0 + 10
            while x < x1:
                y = 985 + board.chance.uniform(-16, 20)
                s.fill(
                    gather(
                        [
                            oval(x, y - 40, 32, 40),
                            spline(
                                [(x - 76, y + 90), (x - 60, y + 20), (x - 16, y - 4), (x + 16, y - 4), (x + 60, y + 20), (x + 76, y + 90)]
                            ),
                        ]
                    )
                )
                x += 104


def school(board: Board) -> None:
    x = window_x(board)
    lights(board, x, 300)
    outside(board)
    slate = board.wide * (0.70 if x < board.wide / 2 else 0.30)
    with board.layer(0.5), board.sheet(0.55, shadow=0.45) as s:
        wall(board, s, pattern="", wainscot=150)
        glassware.wall_window(board, s, x, 150, 200, 350)
        w = min(340.0, board.wide * 0.4)
        s.fill(box(slate - w / 2 - 14, 226, slate + w / 2 + 14, 470, 3), mix(s.color, board.palette.glow, 0.35))
        s.fill(box(slate - w / 2, 240, slate + w / 2, 456), mix(board.palette.ink, board.palette.mid, 0.25))
        _chalk(board, s, slate, w)
        furnish.clock_face(board, s, (x + slate) / 2, 170, 40)
    with board.layer(0.8):
        daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            for share in (0.06, 0.26, 0.5, 0.74, 0.94):
                if board.free_of_actors(board.wide * share, 120):
                    _desk(board, s, board.wide * share)
            if board.free_of_actors(board.wide * 0.86, 80):
                glassware.globe(board, s, board.wide * 0.86, board.ground - 120, 130)
        pool(board, board.key.x, 380)
    with board.layer(1.5):
        _near_desks(board)


def _chalk(board: Board, sheet: Sheet, x: float, w: float) -> None:
    chalk = mix(board.palette.glow, (1, 1, 1), 0.3)
    lines = skia.Path()
    for i in range(3):
        y = 290 + i * 46
        px = x - w * 0.4
        lines.moveTo(px, y)
        for k in range(int(w * 0.42 / 14)):
            lines.quadTo(px + 7, y - (10 if k % 3 else 20), px + 14, y)
            px += 14
    lines.addPath(circle(x + w * 0.28, 348, 44))
    lines.addPath(polygon([(x + w * 0.28 - 38, 370), (x + w * 0.28 + 38, 370), (x + w * 0.28, 304)]))
    sheet.line(lines, 2.6, chalk, 0.75)


def _desk(board: Board, sheet: Sheet, x: float) -> None:
    wood, y = furnish.wood_of(board, sheet, 0.3), board.ground - 30
    sheet.fill(
        gather(
            [
                polygon([(x - 84, y - 112), (x + 84, y - 118), (x + 88, y - 104), (x - 88, y - 98)]),
                limb([(x - 70, y - 100), (x - 78, y)], [5, 6]),
                limb([(x + 70, y - 104), (x + 78, y)], [5, 6]),
                box(x - 74, y - 98, x + 74, y - 70),
            ]
        ),
        wood,
    )
    sheet.fill(
        gather([box(x - 30, y - 124, x + 14, y - 114, 1), limb([(x + 36, y - 118), (x + 40, y - 140)], [4, 1.5])]),
        mix(board.palette.glow, sheet.color, 0.35),
    )


def _near_desks(board: Board) -> None:
    with board.sheet(1.5, fuzz=4.5, rim=0.2, glow=0, shadow=0, texture=0) as s:
        for x in (board.wide * 0.02, board.wide * 0.97):
            s.fill(
                gather(
                    [
                        polygon([(x - 190, 920), (x + 190, 912), (x + 210, 950), (x - 210, 960)]),
                        box(x - 170, 950, x + 170, 1080),
                        box(x - 60, 880, x + 20, 916, 3),
                    ]
                )
            )


def laboratory(board: Board) -> None:
    x = window_x(board)
    lights(board, x, 300)
    outside(board)
    bench = board.wide * (0.80 if x < board.wide / 2 else 0.20)
    with board.layer(0.5):
        with board.sheet(0.55, shadow=0.45) as s:
            wall(board, s, pattern="", wainscot=0)
            glassware.wall_window(board, s, x, 120, 210, 400, arched=True)
            _shelves(board, s, bench)
            _chart(board, s, board.wide - bench)
        with board.sheet(0.68, shadow=0.4) as s:
            furnish.long_table(board, s, bench, board.ground - 64, min(420, board.wide * 0.45), 190)
            glassware.flasks(board, s, bench, board.ground - 262, 96)
    with board.layer(0.8):
        daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s, kind="tiles")
            if board.free_of_actors(board.wide * 0.08, 90):
                glassware.globe(board, s, board.wide * 0.08, board.ground - 14, 250)
        pool(board, board.key.x, 380)
    with board.layer(1.5), board.sheet(1.5, fuzz=4.5, rim=0.25, glow=0, shadow=0, texture=0) as s:
        for cx, r in ((board.wide * 0.03, 96), (board.wide * 0.97, 120)):
            s.fill(
                gather(
                    [
                        circle(cx, 1000, r),
                        polygon([(cx - r * 0.26, 940), (cx + r * 0.26, 940), (cx + r * 0.2, 760), (cx - r * 0.2, 760)]),
                        box(cx - r * 0.32, 744, cx + r * 0.32, 764, 4),
                    ]
                )
            )


def _shelves(board: Board, sheet: Sheet, x: float) -> None:
    wood = furnish.wood_of(board, sheet, 0.4)
    w = min(190.0, board.wide * 0.2)
    for row in range(3):
        y = 230 + row * 100
        sheet.fill(box(x - w, y, x + w, y + 9, 2), wood)
        cx = x - w + 20
        while cx < x + w - 20:
            r = board.chance.uniform(11, 20)
            h = board.chance.uniform(34, 66)
            hue = mix(board.chance.choice([board.palette.glow, board.palette.horizon, board.palette.zenith]), sheet.color, 0.35)
            sheet.fill(gather([box(cx - r, y - h * 0.72, cx + r, y, 4), box(cx - r * 0.4, y - h, cx + r * 0.4, y - h * 0.7, 2)]), hue)
            sheet.fill(box(cx - r * 0.7, y - h * 0.5, cx + r * 0.7, y - h * 0.25, 1), mix(board.palette.glow, (1, 1, 1), 0.2), alpha=0.8)
            cx += r * 2 + 9


def _chart(board: Board, sheet: Sheet, x: float) -> None:
    """An anatomical chart on a roller."""
    sheet.fill(box(x - 84, 190, x + 84, 430, 1), mix(board.palette.glow, sheet.color, 0.2))
    sheet.fill(gather([box(x - 92, 182, x + 92, 194, 4), box(x - 92, 426, x + 92, 438, 4)]), furnish.wood_of(board, sheet, 0.5))
    ink = mix(board.palette.ink, sheet.color, 0.25)
    ribs = gather(
        [
            circle(x, 232, 20),
            limb([(x, 250), (x, 370)], [4, 4]),
            *(
                spline([(x - 34 + i * 3, 276 + i * 17), (x, 266 + i * 17), (x + 34 - i * 3, 276 + i * 17), (x, 272 + i * 17)])
                for i in range(4)
            ),
            limb([(x, 368), (x - 24, 412)], [4, 3]),
            limb([(x, 368), (x + 24, 412)], [4, 3]),
            limb([(x - 30, 264), (x - 50, 330)], [3, 3]),
            limb([(x + 30, 264), (x + 50, 330)], [3, 3]),
        ]
    )
    sheet.fill(ribs, ink)


def train(board: Board) -> None:
    x = board.wide / 2
    lights(board, x + board.wide * 0.12, 330)
    outside(board)
    with board.layer(0.5), board.sheet(0.55, shadow=0.45) as s:
        wall(board, s, pattern="stripe", wainscot=180)
        width = min(330.0, board.wide * 0.3)
        for dx in (-1, 0, 1) if board.aspect > 1 else (0,):
            glassware.wall_window(board, s, x + dx * (width + 70), 190, width, 320)
        wood = furnish.wood_of(board, s, 0.4)
        s.fill(
            gather(
                [
                    box(board.left, 120, board.right, 134, 3),
                    *(limb([(px, 134), (px, 160)], [3, 2]) for px in range(int(board.left), int(board.right), 60)),
                ]
            ),
            wood,
        )
        _luggage(board, s)
    with board.layer(0.8):
        daylight(board, x)
        with board.sheet(0.8, shadow=0.4) as s:
            cloth = mix(board.palette.mid, (0.5, 0.12, 0.14), 0.4)
            for side in (-1, 1):
                _bench_seat(board, s, x + side * board.wide * 0.40, side, mix(cloth, s.color, 0.3))
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
        pool(board, x, 360)
    with board.layer(1.5):
        drapes(board)


def _luggage(board: Board, sheet: Sheet) -> None:
    x = board.wide * 0.12
    for w, h in ((130, 64), (96, 50), (150, 40)):
        hue = mix(mix(board.palette.mid, (0.5, 0.3, 0.15), 0.4), sheet.color, 0.3)
        sheet.fill(gather([box(x, 120 - h, x + w, 120, 7), box(x + w * 0.4, 108 - h, x + w * 0.6, 122 - h, 5)]), hue)
        sheet.fill(
            gather([box(x + w * 0.2, 120 - h, x + w * 0.26, 120), box(x + w * 0.74, 120 - h, x + w * 0.8, 120)]),
            mix(hue, board.palette.ink, 0.4),
        )
        x += w + board.wide * 0.16


def _bench_seat(board: Board, sheet: Sheet, x: float, side: int, cloth: tuple[float, float, float]) -> None:
    y = board.ground - 62
    sheet.fill(
        spline(
            [
                (x + side * 30, y - 380, 0.5),
                (x + side * 140, y - 396),
                (x + side * 190, y - 380, 0.5),
                (x + side * 190, y, 0.9),
                (x - side * 90, y, 0.9),
                (x - side * 100, y - 130, 0.5),
                (x - side * 60, y - 150),
                (x + side * 20, y - 150, 0.5),
            ]
        ),
        cloth,
    )
    sheet.line(
        spline([(x - side * 80, y - 140), (x + side * 20, y - 146), (x + side * 36, y - 260), (x + side * 40, y - 370)], closed=False),
        3,
        mix(cloth, board.palette.glow, 0.45),
        0.6,
    )
    sheet.fill(
        gather(circle(x + side * (80 + 36 * math.sin(i)), y - 190 - 40 * i, 3.5) for i in range(5)), mix(cloth, board.palette.glow, 0.4)
    )
