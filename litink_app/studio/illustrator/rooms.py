"""Rooms at home: drawing room, library, kitchen, bedroom."""

from litink_app.studio.illustrator import fittings, foliage, glassware
from litink_app.studio.illustrator import furniture as furnish
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, place, polygon, spline
from litink_app.studio.illustrator.interior import daylight, drapes, floor, lights, outside, pool, wall, window_x
from litink_app.studio.illustrator.palette import mix
from litink_app.studio.illustrator.scenery import side_x


def drawing_room(board: Board) -> None:
    x = window_x(board)
    other = board.wide * (0.80 if x < board.wide / 2 else 0.20)
    lights(board, x, 300, fire=other)
    outside(board)
    with board.layer(0.5):
        with board.sheet(0.55, shadow=0.45) as s:
            wall(board, s)
            glassware.wall_window(board, s, x, 130, 190, 400)
            between = max(
                ((x * (1 - u) + other * u) for u in (0.5, 0.42, 0.58)), key=lambda at: min([abs(at - p) for p in board.spots] or [0])
            )
            if board.free_of_actors(between, 100):
                fittings.framed(board, s, between, 270, 120, 150, oval_frame=True)
            if board.aspect > 1:
                fittings.framed(board, s, board.wide - other, 300, 130, 96)
        with board.sheet(0.62, shadow=0.4) as s:
            cloth = mix(board.palette.mid, (0.6, 0.12, 0.15), 0.35)
            fittings.curtain(board, s, x - 160, 96, board.ground - 90, 110, 1, cloth)
            fittings.curtain(board, s, x + 160, 96, board.ground - 90, 110, -1, cloth)
            s.fill(limb([(x - 180, 96), (x + 180, 96)], [6, 6]), mix(s.color, board.palette.glow, 0.4))
    with board.layer(0.8):
        with board.sheet(0.78, shadow=0.4) as s:
            furnish.fireplace(board, s, other, board.ground - 72, 270)
            fittings.framed(board, s, other, 330, 150, 110)
        daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            fittings.rug(board, s, board.wide * 0.5, board.ground + 20, min(900, board.wide * 0.8))
            _seat_and_table(board, s)
        pool(board, board.key.x, 380)
    with board.layer(1.5):
        drapes(board)


def _seat_and_table(board: Board, sheet: Sheet) -> None:
    for share, facing in ((0.08, 1), (0.92, -1)):
        if board.free_of_actors(board.wide * share, 120):
            furnish.armchair(
                board,
                sheet,
                board.wide * share,
                board.ground - 18,
                250,
                facing,
                mix(sheet.color, mix(board.palette.mid, (0.5, 0.15, 0.15), 0.3), 0.4),
            )
            if share > 0.5 and board.aspect > 1.2:
                break
    x = board.wide * 0.73
    if board.free_of_actors(x, 90):
        furnish.round_table(board, sheet, x, board.ground - 16, 140)
        furnish.candlestick(board, sheet, x, board.ground - 158, 86)


def library(board: Board) -> None:
    x = window_x(board)
    lights(board, x, 300)
    outside(board)
    with board.layer(0.5), board.sheet(0.55, shadow=0.45) as s:
        wall(board, s, pattern="", wainscot=0)
        edge = 140.0
        glassware.wall_window(board, s, x, 110, 180, 440, arched=True)
        fittings.bookcase(board, s, board.left, board.ground - 74, x - edge - board.left, 690)
        fittings.bookcase(board, s, x + edge, board.ground - 74, board.right - x - edge, 690)
        s.fill(
            gather(
                [
                    box(x - edge - 6, 60, x - edge + 12, board.ground - 74),
                    box(x + edge - 12, 60, x + edge + 6, board.ground - 74),
                    box(x - edge - 20, 44, x + edge + 20, 66, 3),
                ]
            ),
            mix(s.color, board.palette.glow, 0.2),
        )
    with board.layer(0.8):
        daylight(board, x)
        with board.sheet(0.8, shadow=0.4) as s:
            _ladder(board, s, board.wide * (0.24 if x > board.wide / 2 else 0.76))
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            fittings.rug(board, s, board.wide * 0.5, board.ground + 20, min(820, board.wide * 0.75))
            if board.free_of_actors(board.wide * 0.9, 110):
                glassware.globe(board, s, board.wide * 0.9, board.ground - 14, 250)
            if board.free_of_actors(board.wide * 0.1, 110):
                furnish.round_table(board, s, board.wide * 0.1, board.ground - 14, 150)
                _stack(board, s, board.wide * 0.1, board.ground - 168)
        pool(board, board.key.x, 380)
    with board.layer(1.5):
        drapes(board)


def _ladder(board: Board, sheet: Sheet, x: float) -> None:
    y = board.ground - 66
    sheet.fill(
        gather(
            [
                limb([(x - 40, y), (x + 10, 160)], [5, 4]),
                limb([(x + 30, y), (x + 66, 160)], [5, 4]),
                *(limb([(x - 34 + i * 5.2, y - 44 - i * 60), (x + 34 + i * 3.8, y - 44 - i * 60)], [3.6, 3.6]) for i in range(10)),
            ]
        ),
        mix(sheet.color, board.palette.ink, 0.4),
    )


def _stack(board: Board, sheet: Sheet, x: float, y: float) -> None:
    for i in range(4):
        w, dx = 74 - 8 * i, board.chance.uniform(-8, 8)
        hue = mix(board.chance.choice([board.palette.horizon, board.palette.zenith, board.palette.mid]), sheet.color, 0.35)
        sheet.fill(box(x - w / 2 + dx, y - 15 * (i + 1), x + w / 2 + dx, y - 15 * i - 1, 2), hue)


def kitchen(board: Board) -> None:
    x = window_x(board)
    hearth = board.wide * (0.83 if x < board.wide / 2 else 0.17)
    lights(board, x, 320, fire=hearth)
    outside(board)
    with board.layer(0.5):
        with board.sheet(0.55, shadow=0.45) as s:
            wall(board, s, pattern="tile", wainscot=0)
            glassware.wall_window(board, s, x, 200, 210, 260)
            _beams(board, s)
            _pans(board, s, (x + hearth) / 2)
        with board.sheet(0.66, shadow=0.4) as s:
            fittings.dresser(board, s, board.wide - hearth - 120, board.ground - 72, 240, 420)
            fittings.stove(board, s, hearth, board.ground - 72, 190)
    with board.layer(0.8):
        daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s, kind="tiles")
            if board.free_of_actors(board.wide * 0.5, 200):
                furnish.long_table(board, s, board.wide * 0.5, board.ground - 26, 380, 160)
                _still_life(board, s, board.wide * 0.5, board.ground - 194)
            else:
                at = side_x(board)
                furnish.long_table(board, s, at, board.ground - 16, 230, 150)
                _still_life(board, s, at, board.ground - 174)
        pool(board, board.key.x, 380)
    with board.layer(1.5), board.sheet(1.5, fuzz=4.5, rim=0.2, glow=0, shadow=0, texture=0) as s:
        _herbs(board, s)


def _beams(board: Board, sheet: Sheet) -> None:
    wood = mix(sheet.color, board.palette.ink, 0.5)
    sheet.fill(
        gather(
            [
                box(board.left, 60, board.right, 96),
                *(
                    polygon([(x, board.top), (x + 44, board.top), (x + 38, 70), (x + 6, 70)])
                    for x in range(int(board.left), int(board.right), 240)
                ),
            ]
        ),
        wood,
    )


def _pans(board: Board, sheet: Sheet, x: float) -> None:
    """Copper hanging on a rail."""
    copper = mix(board.palette.glow, (0.75, 0.35, 0.15), 0.5)
    sheet.fill(limb([(x - 120, 230), (x + 120, 230)], [4, 4]), mix(sheet.color, board.palette.ink, 0.5))
    for i, r in enumerate((34, 26, 38, 22)):
        cx = x - 96 + i * 62
        sheet.fill(gather([limb([(cx, 232), (cx, 290)], [2.6, 3]), circle(cx, 290 + r, r)]), mix(copper, sheet.color, 0.3))
        sheet.line(circle(cx, 290 + r, r * 0.78), 2, mix(copper, board.palette.glow, 0.5), 0.7)


def _still_life(board: Board, sheet: Sheet, x: float, y: float) -> None:
    china = mix(board.palette.glow, sheet.color, 0.25)
    sheet.fill(
        gather(
            [
                spline(
                    [
                        (x - 60, y + 1, 0.7),
                        (x - 78, y - 30),
                        (x - 56, y - 62),
                        (x - 48, y - 72, 0.7),
                        (x - 20, y - 72, 0.7),
                        (x - 12, y - 58),
                        (x + 2, y - 30),
                        (x - 14, y + 1, 0.7),
                    ]
                )
            ]
        ),
        china,
    )
    sheet.fill(
        spline([(x + 20, y + 1, 0.5), (x + 16, y - 24), (x + 56, y - 44), (x + 96, y - 26), (x + 92, y + 1, 0.5)]),
        mix(sheet.color, mix(board.palette.glow, (0.7, 0.45, 0.2), 0.5), 0.6),
    )
    sheet.line(
        gather(limb([(x + 36 + i * 16, y - 34), (x + 44 + i * 16, y - 18)], [0.5, 0.5]) for i in range(3)),
        2.4,
        mix(sheet.color, board.palette.ink, 0.3),
        0.7,
    )


def _herbs(board: Board, sheet: Sheet) -> None:
    """Bunches that hang from the ceiling into the frame, and a shelf edge."""
    for x in (board.wide * 0.04, board.wide * 0.13, board.wide * 0.9, board.wide * 0.98):
        length = board.chance.uniform(110, 210)
        sheet.fill(limb([(x, board.top), (x, length * 0.5)], [3, 3]))
        for _ in range(16):
            a = board.chance.uniform(50, 130)
            sheet.fill(place(foliage.leaf(1.0, 0.16), x, length * 0.5, a, length * board.chance.uniform(0.5, 0.9)))
    sheet.fill(polygon([(board.left, 1010), (board.wide * 0.2, 1030), (board.wide * 0.22, 1080), (board.left, 1080)]))


def bedroom(board: Board) -> None:
    x = window_x(board)
    at = board.wide * (0.80 if x < board.wide / 2 else 0.20)
    lights(board, x, 300)
    outside(board)
    with board.layer(0.5):
        with board.sheet(0.55, shadow=0.45) as s:
            wall(board, s, pattern="sprig", wainscot=120)
            glassware.wall_window(board, s, x, 150, 200, 380)
            fittings.framed(board, s, board.wide * 0.5, 280, 86, 110, oval_frame=True)
        with board.sheet(0.62, shadow=0.4) as s:
            veil = mix(board.palette.glow, s.color, 0.45)
            fittings.curtain(board, s, x - 156, 120, board.ground - 96, 96, 1, veil)
            fittings.curtain(board, s, x + 156, 120, board.ground - 96, 96, -1, veil)
    with board.layer(0.8):
        with board.sheet(0.78, shadow=0.4) as s:
            fittings.bed(board, s, at, board.ground - 58, min(470, board.wide * 0.55), 1 if at < board.wide / 2 else -1)
        daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            fittings.rug(board, s, board.wide * 0.5, board.ground + 20, min(700, board.wide * 0.7))
            spot = board.wide - at
            if board.free_of_actors(spot, 80):
                furnish.round_table(board, s, spot, board.ground - 16, 128)
                furnish.candlestick(board, s, spot, board.ground - 146, 90)
        pool(board, board.key.x, 380)
    with board.layer(1.5):
        drapes(board)
