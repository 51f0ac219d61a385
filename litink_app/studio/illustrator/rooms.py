"""Indoors: drawing room, kitchen, library, bedroom, courtroom, school, laboratory, railway carriage."""

import math

import skia

from litink_app.studio.illustrator import foliage, light, terrain
from litink_app.studio.illustrator import furniture as furnish
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.buildings import column, flame
from litink_app.studio.illustrator.curves import box, circle, gather, limb, oval, place, polygon, spline
from litink_app.studio.illustrator.nature import side_x
from litink_app.studio.illustrator.palette import OUTDOORS, gradient, halo, mix


def lights(board: Board, x: float, y: float, *, fire: float | None = None) -> None:
    """By day the window is the key light, in the evening the lamp; a fire helps."""
    day = board.time in ("day", "dawn")
    strength = {"clear": 1.0, "cloudy": 0.8, "rain": 0.65, "snow": 0.85, "fog": 0.7, "storm": 0.55}[board.weather]
    if day:
        board.lamps = [Lamp(x, y, board.wide * 0.42 + 220, board.palette.glow, strength)]
    else:
        warm = mix(board.palette.glow, (1.0, 0.76, 0.40), 0.4)
        board.lamps = [Lamp(board.wide * 0.5, 210, board.wide * 0.40 + 260, warm, 0.95)]
    if fire is not None:
        warm = mix(board.palette.glow, (1.0, 0.55, 0.18), 0.5)
        board.lamps.append(Lamp(fire, board.ground - 170, 420, warm, 0.8 if not day else 0.45))


def outside(board: Board) -> None:
    """What is seen through the windows."""
    palette = OUTDOORS[(board.time, board.mood)]
    with board.layer(0.0):
        board.canvas.drawPaint(
            skia.Paint(
                Shader=gradient(
                    0, 720, [palette.zenith, mix(palette.zenith, palette.horizon, 0.6), palette.horizon, palette.glow], [0, 0.35, 0.7, 1.0]
                )
            )
        )
        if board.is_dark:
            light.stars(board, 700)
            lamp = Lamp(window_x(board) + 34, 240, 300, palette.glow, 0.9)
            board.canvas.drawPaint(skia.Paint(Shader=halo(lamp.x, lamp.y, 260, palette.glow, [0.6, 0.2, 0], [0, 0.3, 1])))
            board.canvas.drawCircle(lamp.x, lamp.y, 34, skia.Paint(AntiAlias=True, Color=0xFFF6F1DC))
        else:
            board.canvas.drawPaint(skia.Paint(Shader=halo(board.key.x, board.key.y, 420, palette.glow, [0.9, 0.4, 0], [0, 0.4, 1])))
        with board.sheet(0.2, shadow=0.1) as s:
            s.color = palette.tint(0.3)
            line = terrain.hills(board, s, 560, 18, 500, 0.4)
            for i in range(7):
                x = board.left + i * board.wide / 6
                foliage.crown_tree(board, s, x, line[0][1] + 30, 150, hue=palette.tint(0.42))


def wall(board: Board, sheet: Sheet, *, pattern: str = "damask", wainscot: float = 150.0) -> None:
    """The back wall: lit around the lamps, papered, panelled below."""
    floor = board.ground - 74
    shade = mix(sheet.color, board.palette.ink, 0.30)
    sheet.fill(
        box(board.left, board.top, board.right, floor + 30),
        shader=gradient(board.top, floor, [mix(shade, board.palette.ink, 0.30), sheet.color, sheet.color], [0, 0.45, 1]),
    )
    motif = _motif(pattern)
    if motif is not None:
        pattern_path = skia.Path()
        for row in range(11):
            for col in range(int((board.right - board.left) / 74) + 2):
                x, y = board.left + col * 74 + (37 if row % 2 else 0), board.top + 20 + row * 74
                if y < floor - wainscot - 24:
                    pattern_path.addPath(place(motif, x, y, 0, 22))
        sheet.fill(pattern_path, mix(sheet.color, board.palette.glow, 0.22), alpha=0.55)
    if wainscot:
        _wainscot(board, sheet, floor, wainscot)
    sheet.fill(
        gather([box(board.left, board.top, board.right, 26), box(board.left, 34, board.right, 40)]),
        mix(sheet.color, board.palette.glow, 0.20),
    )


def _motif(name: str) -> skia.Path | None:
    if name == "damask":
        return gather(
            [
                spline([(0, -1, 1), (0.28, -0.5), (0.5, -0.1), (0.22, 0.3), (0, 0.7, 1), (-0.22, 0.3), (-0.5, -0.1), (-0.28, -0.5)]),
                spline([(0.55, 0.1, 1), (0.8, -0.2), (0.85, 0.2), (0.6, 0.5)]),
                spline([(-0.55, 0.1, 1), (-0.8, -0.2), (-0.85, 0.2), (-0.6, 0.5)]),
            ]
        )
    if name == "stripe":
        return box(-0.12, -1.8, 0.12, 1.8)
    if name == "sprig":
        leafy = foliage.leaf(0.7, 0.2)
        return gather([place(leafy, 0, 0, a) for a in (-90, -35, -145)] + [circle(0, -0.8, 0.14)])
    if name == "tile":
        return box(-1.2, -1.2, 1.2, 1.2, 0.1)
    return None


def _wainscot(board: Board, sheet: Sheet, floor: float, height: float) -> None:
    panel = mix(sheet.color, board.palette.ink, 0.28)
    sheet.fill(box(board.left, floor - height, board.right, floor + 30), panel)
    sheet.fill(
        gather([box(board.left, floor - height - 10, board.right, floor - height, 2), box(board.left, floor - 16, board.right, floor + 6)]),
        mix(panel, board.palette.glow, 0.22),
    )
    frames = gather(box(x, floor - height + 20, x + 96, floor - 30, 3) for x in range(int(board.left) + 10, int(board.right), 122))
    sheet.line(frames, 2.2, mix(panel, board.palette.glow, 0.35), 0.55)


def floor(board: Board, sheet: Sheet, *, kind: str = "boards") -> None:
    """Boards, tiles or stone, lit from the back."""
    palette, y = board.palette, board.ground - 74
    lit = mix(sheet.color, mix(palette.mid, palette.glow, 0.5), 0.36)
    sheet.fill(
        box(board.left, y, board.right, board.bottom),
        shader=gradient(y, 1010, [lit, mix(lit, sheet.color, 0.65), mix(sheet.color, palette.ink, 0.55)]),
    )
    mid = board.wide / 2
    lines = gather(
        limb([(mid + (x - mid), y + 2), (mid + (x - mid) * 1.42, 1070)], [0.9, 1.9])
        for x in range(int(board.left) - 300, int(board.right) + 300, 78 if kind == "boards" else 120)
    )
    if kind in ("tiles", "stone"):
        row = y
        step = 17.0
        while row < board.bottom:
            lines.addPath(limb([(board.left, row), (board.right, row)], [0.8, 0.8]))
            row += step
            step *= 1.32
    sheet.fill(lines, mix(sheet.color, palette.ink, 0.5), alpha=0.55)


def pool(board: Board, x: float, width: float) -> None:
    """A pool of light on the floor."""
    y = board.ground + 6
    board.canvas.save()
    board.canvas.translate(x, y)
    board.canvas.scale(1, 0.16)
    board.canvas.drawCircle(
        0, 0, width, skia.Paint(AntiAlias=True, Shader=halo(0, 0, width, board.palette.glow, [0.42, 0.2, 0], [0, 0.45, 1]))
    )
    board.canvas.restore()


def drapes(board: Board) -> None:
    """Heavy curtains frame the room, as in a theatre box."""
    cloth = mix(board.palette.ink, mix(board.palette.mid, (0.55, 0.1, 0.12), 0.4), 0.24)
    with board.sheet(1.5, fuzz=4.0, rim=0.25, glow=0, shadow=0.0, texture=0) as s:
        wide = min(210.0, board.wide * 0.15)
        furnish.curtain(board, s, board.left, board.top, board.bottom, wide, 1, cloth)
        furnish.curtain(board, s, board.right, board.top, board.bottom, wide, -1, cloth)
        s.fill(
            spline(
                [
                    (board.left, board.top, 1),
                    (board.right, board.top, 1),
                    (board.right, 60, 0.8),
                    (board.wide * 0.75, 34),
                    (board.wide * 0.5, 10),
                    (board.wide * 0.25, 34),
                    (board.left, 60, 0.8),
                ]
            ),
            cloth,
        )


def window_x(board: Board) -> float:
    """The window goes behind the gap between actors, on a line of thirds."""
    candidates = [board.wide * u for u in (0.36, 0.64, 0.5, 0.2, 0.8)]
    return max(candidates[:2], key=lambda x: min([abs(x - s) for s in board.spots] or [0]))


def drawing_room(board: Board) -> None:
    x = window_x(board)
    other = board.wide * (0.80 if x < board.wide / 2 else 0.20)
    lights(board, x, 300, fire=other)
    outside(board)
    with board.layer(0.5):
        with board.sheet(0.55, shadow=0.45) as s:
            wall(board, s)
            furnish.wall_window(board, s, x, 130, 190, 400)
            furnish.framed(board, s, (x + other) / 2, 270, 120, 150, oval_frame=True)
            if board.aspect > 1:
                furnish.framed(board, s, board.wide - other, 300, 130, 96)
        with board.sheet(0.62, shadow=0.4) as s:
            cloth = mix(board.palette.mid, (0.6, 0.12, 0.15), 0.35)
            furnish.curtain(board, s, x - 160, 96, board.ground - 90, 110, 1, cloth)
            furnish.curtain(board, s, x + 160, 96, board.ground - 90, 110, -1, cloth)
            s.fill(limb([(x - 180, 96), (x + 180, 96)], [6, 6]), mix(s.color, board.palette.glow, 0.4))
    with board.layer(0.8):
        with board.sheet(0.78, shadow=0.4) as s:
            furnish.fireplace(board, s, other, board.ground - 72, 270)
            furnish.framed(board, s, other, 330, 150, 110)
        _daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            furnish.rug(board, s, board.wide * 0.5, board.ground + 20, min(900, board.wide * 0.8))
            _seat_and_table(board, s)
        pool(board, board.key.x, 380)
    with board.layer(1.5):
        drapes(board)


def hanging_lamp(board: Board, sheet: Sheet) -> None:
    """An oil lamp under the ceiling: the key light of the evening."""
    x, y = board.key.x, board.key.y
    metal = mix(sheet.color, board.palette.ink, 0.45)
    sheet.fill(
        gather(
            [
                limb([(x, board.top), (x, y - 60)], [2.4, 2.4]),
                limb([(x - 40, y - 18), (x - 30, y - 54), (x, y - 64), (x + 30, y - 54), (x + 40, y - 18)], [2, 2, 3, 2, 2]),
            ]
        ),
        metal,
    )
    shade = spline([(x - 66, y + 2, 0.8), (x - 30, y - 36, 0.4), (x + 30, y - 36, 0.4), (x + 66, y + 2, 0.8), (x, y + 8)])
    sheet.fill(shade, mix(board.palette.glow, (1.0, 0.78, 0.42), 0.45))
    sheet.fill(
        spline([(x - 9, y + 6), (x - 16, y + 26), (x, y + 44), (x + 16, y + 26), (x + 9, y + 6)]), mix(board.palette.glow, (1, 1, 1), 0.4)
    )


def _daylight(board: Board, x: float) -> None:
    """Shafts from the window by day, the warmth of the lamp at night."""
    if board.time in ("day", "dawn"):
        slope = 0.42 if x < board.wide / 2 else -0.42
        for dx in (-70, 20):
            light.shaft(board, x + dx, 140, 60, 300, slope, 420, 0.30 * board.key.strength)
    else:
        flame(board, board.key.x, board.key.y + 20, 430, 0.42)
        with board.sheet(0.9, shadow=0.2, rim=0.3, glow=0.6) as s:
            hanging_lamp(board, s)


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
        furnish.wall_window(board, s, x, 110, 180, 440, arched=True)
        furnish.bookcase(board, s, board.left, board.ground - 74, x - edge - board.left, 690)
        furnish.bookcase(board, s, x + edge, board.ground - 74, board.right - x - edge, 690)
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
        _daylight(board, x)
        with board.sheet(0.8, shadow=0.4) as s:
            _ladder(board, s, board.wide * (0.24 if x > board.wide / 2 else 0.76))
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            furnish.rug(board, s, board.wide * 0.5, board.ground + 20, min(820, board.wide * 0.75))
            if board.free_of_actors(board.wide * 0.9, 110):
                furnish.globe(board, s, board.wide * 0.9, board.ground - 14, 250)
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
            furnish.wall_window(board, s, x, 200, 210, 260)
            _beams(board, s)
            _pans(board, s, (x + hearth) / 2)
        with board.sheet(0.66, shadow=0.4) as s:
            furnish.dresser(board, s, board.wide - hearth - 120, board.ground - 72, 240, 420)
            furnish.stove(board, s, hearth, board.ground - 72, 190)
    with board.layer(0.8):
        _daylight(board, x)
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
            furnish.wall_window(board, s, x, 150, 200, 380)
            furnish.framed(board, s, board.wide * 0.5, 280, 86, 110, oval_frame=True)
        with board.sheet(0.62, shadow=0.4) as s:
            veil = mix(board.palette.glow, s.color, 0.45)
            furnish.curtain(board, s, x - 156, 120, board.ground - 96, 96, 1, veil)
            furnish.curtain(board, s, x + 156, 120, board.ground - 96, 96, -1, veil)
    with board.layer(0.8):
        with board.sheet(0.78, shadow=0.4) as s:
            furnish.bed(board, s, at, board.ground - 58, min(470, board.wide * 0.55), 1 if at < board.wide / 2 else -1)
        _daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            furnish.rug(board, s, board.wide * 0.5, board.ground + 20, min(700, board.wide * 0.7))
            spot = board.wide - at
            if board.free_of_actors(spot, 80):
                furnish.round_table(board, s, spot, board.ground - 16, 128)
                furnish.candlestick(board, s, spot, board.ground - 146, 90)
        pool(board, board.key.x, 380)
    with board.layer(1.5):
        drapes(board)


def courtroom(board: Board) -> None:
    x = board.wide / 2
    lights(board, x, 260)
    outside(board)
    with board.layer(0.5), board.sheet(0.55, shadow=0.45) as s:
        wall(board, s, pattern="stripe", wainscot=240)
        for dx in (-0.27, 0.27) if board.aspect > 0.8 else (-0.3, 0.3):
            furnish.wall_window(board, s, x + dx * board.wide, 110, 120, 330, arched=True)
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
        furnish.wall_window(board, s, x, 150, 200, 350)
        w = min(340.0, board.wide * 0.4)
        s.fill(box(slate - w / 2 - 14, 226, slate + w / 2 + 14, 470, 3), mix(s.color, board.palette.glow, 0.35))
        s.fill(box(slate - w / 2, 240, slate + w / 2, 456), mix(board.palette.ink, board.palette.mid, 0.25))
        _chalk(board, s, slate, w)
        furnish.clock_face(board, s, (x + slate) / 2, 170, 40)
    with board.layer(0.8):
        _daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s)
            for share in (0.06, 0.26, 0.5, 0.74, 0.94):
                if board.free_of_actors(board.wide * share, 120):
                    _desk(board, s, board.wide * share)
            if board.free_of_actors(board.wide * 0.86, 80):
                furnish.globe(board, s, board.wide * 0.86, board.ground - 120, 130)
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
            furnish.wall_window(board, s, x, 120, 210, 400, arched=True)
            _shelves(board, s, bench)
            _chart(board, s, board.wide - bench)
        with board.sheet(0.68, shadow=0.4) as s:
            furnish.long_table(board, s, bench, board.ground - 64, min(420, board.wide * 0.45), 190)
            furnish.flasks(board, s, bench, board.ground - 262, 96)
    with board.layer(0.8):
        _daylight(board, x)
    with board.layer(1.0):
        with board.sheet(0.95, shadow=0.4) as s:
            floor(board, s, kind="tiles")
            if board.free_of_actors(board.wide * 0.08, 90):
                furnish.globe(board, s, board.wide * 0.08, board.ground - 14, 250)
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
            furnish.wall_window(board, s, x + dx * (width + 70), 190, width, 320)
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
        _daylight(board, x)
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
