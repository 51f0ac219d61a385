"""Where people live: street, village, city by night, castle."""

from litink_app.studio.illustrator import buildings as build
from litink_app.studio.illustrator import foliage, herbs, light, monuments, terrain
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, height_at, limb, oval, polygon, spline, wave
from litink_app.studio.illustrator.palette import gradient, mix
from litink_app.studio.illustrator.scenery import backdrop, lawn, near_branch, near_grass, side_x, stand_of, tufts


def row_of_houses(
    board: Board, sheet: Sheet, y: float, low: float, high: float, *, gap: tuple[float, float] | None = None, shops: bool = False
) -> None:
    """Fronts side by side, with an opening where the light falls through."""
    chance = board.chance
    x = board.left - 30
    while x < board.right:
        width = chance.uniform(0.42, 0.62) * high * 0.75
        if gap and gap[0] < x + width and x < gap[1]:
            if x + width * 0.4 > gap[0]:
                x = gap[1]
                continue
            width = gap[0] - x
        build.town_house(
            board, sheet, x, y, width, chance.uniform(low, high), floors=3 if high > 300 else 2, shop=shops and chance.random() < 0.6
        )
        x += width + 2


def street(board: Board) -> None:
    backdrop(board, floor=760)
    opening = (board.key.x - board.wide * 0.12, board.key.x + board.wide * 0.12)
    with board.layer(0.3):
        with board.sheet(0.16, shadow=0.15) as s:
            row_of_houses(board, s, 720, 150, 230)
            monuments.church(board, s, board.key.x - 30, 720, 150)
        light.mist(board, 690, 120, 0.45)
    with board.layer(0.55):
        with board.sheet(0.46, shadow=0.3) as s:
            _square(board, s, 742)
            row_of_houses(board, s, 760, 300, 430, gap=(opening[0] + 20, opening[1] - 20))
        light.mist(board, 750, 90, 0.3)
    with board.layer(0.8), board.sheet(0.72, shadow=0.4) as s:
        row_of_houses(
            board,
            s,
            board.ground - 58,
            560,
            760,
            gap=(board.wide * 0.17 if board.aspect > 1 else board.wide * 0.1, board.wide * 0.83 if board.aspect > 1 else board.wide * 0.92),
            shops=True,
        )
    with board.layer(1.0), board.sheet(1.0) as s:
        _pavement(board, s)
        posts = [monuments.lamp_post(board, s, x, board.ground - 44, 400) for x in _post_places(board)]
    if board.time in ("night", "dusk") or board.weather in ("fog", "storm"):
        _flames(board, posts)
    with board.layer(1.5), board.sheet(1.5, fuzz=4.5, rim=0.2, glow=0, shadow=0, texture=0) as s:
        _railings(board, s)


def _square(board: Board, sheet: Sheet, y: float) -> None:
    """The paving between far houses, bright where the light falls in."""
    lit = mix(sheet.color, board.palette.glow, 0.30)
    sheet.fill(box(board.left, y, board.right, board.bottom), shader=gradient(y, board.ground, [lit, sheet.color]))


def _flames(board: Board, posts: list[tuple[float, float]]) -> None:
    with board.layer(0.99):
        for x, y in posts:
            monuments.flame(board, x, y, 190, 0.6)


def _post_places(board: Board) -> list[float]:
    return [x for x in (board.wide * 0.10, board.wide * 0.86) if board.free_of_actors(x, 60)] or [board.wide * 0.03]


def _pavement(board: Board, sheet: Sheet) -> None:
    palette, y = board.palette, board.ground - 62
    lit = mix(sheet.color, mix(palette.mid, palette.glow, 0.5), 0.34)
    sheet.fill(
        box(board.left, y, board.right, board.bottom),
        shader=gradient(y, 1020, [lit, mix(lit, sheet.color, 0.6), mix(sheet.color, palette.ink, 0.55)]),
    )
    monuments.cobbles(board, sheet, y + 14, 1020)
    sheet.fill(box(board.left, y, board.right, y + 7), mix(lit, palette.glow, 0.25))


def _railings(board: Board, sheet: Sheet) -> None:
    """Iron railings in the lower corners."""
    for x0, x1 in ((board.left, board.wide * 0.13), (board.wide * 0.87, board.right)):
        bars = gather(
            gather([limb([(x, 1070), (x, 800)], [4.5, 4.5]), spline([(x - 8, 806), (x, 776, 0.8), (x + 8, 806)])])
            for x in range(int(x0), int(x1), 34)
        )
        sheet.fill(gather([bars, limb([(x0, 850), (x1, 850)], [5, 5]), limb([(x0, 1000), (x1, 1000)], [5, 5])]))


def city_night(board: Board) -> None:
    backdrop(board, floor=780)
    with board.layer(0.25):
        with board.sheet(0.08, shadow=0.1) as s:
            _skyline(board, s, 700, 0.6)
        with board.sheet(0.24, shadow=0.2) as s:
            _skyline(board, s, 740, 0.85)
            _clock_tower(board, s, board.wide - board.key.x, 750, 460)
        light.mist(board, 700, 140, 0.45)
    with board.layer(0.6):
        with board.sheet(0.5, shadow=0.3) as s:
            _square(board, s, 768)
            row_of_houses(board, s, 780, 260, 400, gap=(board.key.x - 130, board.key.x + 130))
        light.mist(board, 770, 90, 0.3)
    with board.layer(1.0), board.sheet(1.0) as s:
        _pavement(board, s)
        _balustrade(board, s)
        posts = [monuments.lamp_post(board, s, x, board.ground - 48, 430) for x in _post_places(board)]
    if board.time in ("night", "dusk") or board.weather in ("fog", "storm"):
        _flames(board, posts)
    with board.layer(1.5), board.sheet(1.5, fuzz=4.5, rim=0.2, glow=0, shadow=0, texture=0) as s:
        _railings(board, s)


def _skyline(board: Board, sheet: Sheet, y: float, size: float) -> None:
    chance = board.chance
    x = board.left - 20
    while x < board.right:
        w, h = chance.uniform(50, 120) * size, chance.uniform(120, 330) * size
        kind = chance.random()
        sheet.fill(box(x, y - h, x + w, board.bottom))
        if kind < 0.3:
            sheet.fill(polygon([(x, y - h), (x + w / 2, y - h - w * 0.6), (x + w, y - h)]))
        elif kind < 0.5:
            sheet.fill(
                gather(
                    [oval(x + w / 2, y - h, w * 0.44, w * 0.5), limb([(x + w / 2, y - h - w * 0.4), (x + w / 2, y - h - w * 0.95)], [2, 1])]
                )
            )
        elif kind < 0.75:
            sheet.fill(gather(box(x + w * u, y - h - 22 * size, x + w * u + 8, y - h + 2) for u in (0.15, 0.32, 0.7)))
        lights = gather(
            box(
                x + w * 0.12 + c * w * 0.2,
                y - h + 16 + r * 26 * size,
                x + w * 0.12 + c * w * 0.2 + w * 0.08,
                y - h + 16 + r * 26 * size + 11 * size,
            )
            for c in range(4)
            for r in range(int(h / 30 / size))
            if chance.random() < 0.34
        )
        if not lights.isEmpty():
            sheet.fill(lights, build.window_light(board, sheet), alpha=0.75)
        x += w + chance.uniform(-6, 10)


def _clock_tower(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    w = height * 0.075
    sheet.fill(
        gather(
            [
                box(x - w, y - height * 0.72, x + w, y),
                box(x - w * 1.2, y - height * 0.76, x + w * 1.2, y - height * 0.56),
                polygon([(x - w * 1.1, y - height * 0.75), (x, y - height), (x + w * 1.1, y - height * 0.75)]),
                limb([(x, y - height * 0.98), (x, y - height * 1.06)], [2, 1]),
            ]
        )
    )
    sheet.fill(circle(x, y - height * 0.66, w * 0.82), mix(board.palette.glow, sheet.color, 0.12))
    sheet.fill(
        gather(
            [
                limb([(x, y - height * 0.66), (x, y - height * 0.66 - w * 0.6)], [1.6, 1.2]),
                limb([(x, y - height * 0.66), (x + w * 0.42, y - height * 0.65)], [1.8, 1.4]),
            ]
        ),
        board.palette.ink,
    )


def _balustrade(board: Board, sheet: Sheet) -> None:
    y = board.ground - 58
    stone = mix(sheet.color, board.palette.mid, 0.4)
    sheet.fill(gather([box(board.left, y - 112, board.right, y - 96, 3), box(board.left, y - 14, board.right, y, 2)]), stone)
    x = board.left
    while x < board.right:
        sheet.fill(
            spline(
                [
                    (x - 7, y - 14, 0.6),
                    (x - 11, y - 38),
                    (x - 5, y - 66),
                    (x - 8, y - 96, 0.6),
                    (x + 8, y - 96, 0.6),
                    (x + 5, y - 66),
                    (x + 11, y - 38),
                    (x + 7, y - 14, 0.6),
                ]
            ),
            stone,
        )
        x += 34


def village(board: Board) -> None:
    backdrop(board)
    with board.layer(0.3):
        with board.sheet(0.13, shadow=0.12) as s:
            terrain.hills(board, s, 590, 24, 1000, 0.6)
        with board.sheet(0.3, shadow=0.2) as s:
            line = terrain.hills(board, s, 650, 16, 800, 0.5)
            for x in (0.12, 0.3, 0.78, 0.93):
                build.cottage(board, s, board.wide * x, height_at(line, board.wide * x) + 4, 110, 118, timber=False, thatch=False)
            monuments.church(board, s, board.wide * 0.52, height_at(line, board.wide * 0.52) + 4, 84)
            stand_of(board, s, line, "op", 5, 60, 100, clear=90)
    with board.layer(0.62), board.sheet(0.62) as s:
        line = terrain.hills(board, s, 752, 14, 900, 0.3)
        near = side_x(board)
        for x, size in ((near, 1.0), (board.wide - near, 0.78), (board.wide * 0.40, 0.56)):
            build.cottage(board, s, x, height_at(line, x) + 10, 360 * size, 330 * size)
        for x in (0.27, 0.62):
            herbs.bush(board, s, board.wide * x, height_at(line, board.wide * x) + 8, 120, 56)
        foliage.crown_tree(board, s, board.wide * 0.70, height_at(line, board.wide * 0.70) + 6, 250)
    with board.layer(1.0), board.sheet(1.0) as s:
        line = lawn(board, s, grass=24)
        terrain.road(board, s, line, mix(s.color, board.palette.glow, 0.20), x_far=board.wide * 0.42, x_near=board.wide * 0.5, width=300)
        _well(board, s, board.wide - near * 0.9 if board.free_of_actors(board.wide - near * 0.9, 120) else board.wide * 0.06)
        tufts(board, s, 6, 42)
    with board.layer(1.5):
        near_branch(board)
        near_grass(board)


def _well(board: Board, sheet: Sheet, x: float) -> None:
    y = board.ground - 34
    stone = mix(sheet.color, board.palette.mid, 0.35)
    sheet.fill(
        gather(
            [
                box(x - 54, y - 70, x + 54, y, 10),
                limb([(x - 46, y - 60), (x - 46, y - 190)], [5, 5]),
                limb([(x + 46, y - 60), (x + 46, y - 190)], [5, 5]),
            ]
        ),
        stone,
    )
    sheet.fill(polygon([(x - 74, y - 176), (x, y - 236), (x + 74, y - 176)]), mix(sheet.color, board.palette.ink, 0.3))
    sheet.fill(
        gather(
            [
                limb([(x - 46, y - 150), (x + 46, y - 150)], [4, 4]),
                limb([(x, y - 150), (x, y - 104)], [1.5, 1.5]),
                polygon([(x - 12, y - 106), (x + 12, y - 106), (x + 9, y - 82), (x - 9, y - 82)]),
            ]
        ),
        mix(sheet.color, board.palette.ink, 0.45),
    )
    sheet.fill(
        gather(
            box(x - 50 + i * 27 + (j % 2) * 12, y - 62 + j * 18, x - 50 + i * 27 + (j % 2) * 12 + 20, y - 50 + j * 18, 3)
            for i in range(4)
            for j in range(3)
        ),
        mix(stone, board.palette.glow, 0.25),
        alpha=0.5,
    )


def castle(board: Board) -> None:
    backdrop(board)
    with board.layer(0.25):
        with board.sheet(0.1, shadow=0.12) as s:
            terrain.ridges(board, s, 640, 170, 5, 0.6)
        light.mist(board, 620, 120, 0.45)
    with board.layer(0.5):
        with board.sheet(0.42, shadow=0.35, rim=0.9) as s:
            x = board.key.x + (-1 if board.key.x > board.wide / 2 else 1) * board.wide * 0.16
            hill = spline(
                [
                    (board.left - 40, 800, 1),
                    (x - 420, 720),
                    (x - 230, 600),
                    (x, 566),
                    (x + 230, 600),
                    (x + 430, 716),
                    (board.right + 40, 790, 1),
                    (board.right + 40, 1100, 1),
                    (board.left - 40, 1100, 1),
                ]
            )
            monuments.castle(board, s, x, 596, 165)
            s.fill(hill, shader=terrain.fading(board, 560, 800, s.color, 0.45))
            line = wave(board.chance, board.left, board.right, 735, 8, 500)
            stand_of(board, s, line, "p", round(10 * board.aspect), 60, 120, clear=140)
        light.mist(board, 760, 100, 0.4)
    with board.layer(0.72), board.sheet(0.7) as s:
        line = terrain.hills(board, s, 776, 14, 800, 0.3)
        stand_of(board, s, line, "cp", round(4 * board.aspect), 150, 240, clear=220)
    with board.layer(1.0), board.sheet(1.0) as s:
        line = lawn(board, s, grass=24)
        terrain.road(board, s, line, mix(s.color, board.palette.glow, 0.20), x_far=x, x_near=board.wide * 0.5, width=280)
        tufts(board, s, 6, 42)
    with board.layer(1.5):
        near_branch(board)
        near_grass(board)
