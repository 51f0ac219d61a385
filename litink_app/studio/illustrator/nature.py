"""Open country: meadow, forest, mountains, desert, snow, garden, road, riverside, cave, battlefield."""

import math

import skia

from litink_app.studio.illustrator import foliage, light, terrain
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.curves import Point, box, circle, gather, height_at, limb, place, polygon, spline, under, wave
from litink_app.studio.illustrator.palette import Color, gradient, mix


def backdrop(board: Board, *, floor: float = 690.0, rays: bool = True, clouds: float = 1.0) -> None:
    """The farthest plane: air and light."""
    with board.layer(0.0):
        light.sky(board, floor=floor, rays=rays, clouds=clouds)
        if board.weather == "clear" and not board.is_dark:
            board.canvas.drawPath(
                light.birds(board, board.key.x - board.wide * 0.2, board.key.y + 60, 7), skia.Paint(AntiAlias=True, Color=0x66000000)
            )


def lawn(board: Board, sheet: Sheet, *, grass: float = 30.0, lift: float = 0.26, swing: float = 8.0) -> list[Point]:
    """The floor of a scene in the open: the actors stand well inside it."""
    line = terrain.ground(board, sheet, board.ground - 62, swing=swing, lift=lift)
    if grass:
        sheet.fill(foliage.grass(board.chance, line, board.left, board.right, grass), mix(sheet.color, board.palette.mid, 0.25))
    return line


def tufts(board: Board, sheet: Sheet, count: int, height: float) -> None:
    """Single tufts on the floor, out of the actors' way."""
    for _ in range(count):
        x, y = board.chance.uniform(board.left, board.right), board.chance.uniform(board.ground - 30, 985)
        line = [(x - 60, y), (x + 60, y)]
        sheet.fill(
            foliage.grass(board.chance, line, x - 22, x + 22, height * (0.6 + (y - board.ground + 30) / 160), 1.3),
            mix(sheet.color, board.palette.ink, 0.35),
        )


def near_grass(board: Board, height: float = 120.0, *, corners: bool = True) -> None:
    """Out-of-focus blades along the lower edge, taller in the corners."""
    with board.sheet(1.5, fuzz=4.5, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        line = [(board.left, 1012.0), (board.wide / 2, 1030.0), (board.right, 1010.0)]
        s.fill(foliage.grass(board.chance, line, board.left, board.right, height * 0.75, 0.55))
        if corners:
            for x0, x1 in ((board.left, board.wide * 0.2), (board.wide * 0.8, board.right)):
                s.fill(foliage.grass(board.chance, line, x0, x1, height * 1.9, 0.5))


def near_branch(board: Board, *, leafy: float = 1.0) -> None:
    """A soft bough from the upper corner that is farther from the light, sometimes a second."""
    right = board.key.x < board.wide / 2
    with board.sheet(1.5, fuzz=4.0, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        reach = min(620.0, board.wide * 0.52)
        x = board.right + 20 if right else board.left - 20
        foliage.framing_branch(board, s, x, 40 + board.chance.uniform(-20, 60), math.pi - 0.3 if right else 0.3, reach, leafy=leafy)
        if board.chance.random() < 0.6:
            foliage.framing_branch(
                board, s, board.left - 20 if right else board.right + 20, -30, 0.55 if right else math.pi - 0.55, reach * 0.55, leafy=leafy
            )


def stand_of(board: Board, sheet: Sheet, line: list[Point], kinds: str, count: int, low: float, high: float, *, clear: float = 0.0) -> None:
    """Trees along a line; `kinds` is a word of letters: p pine, c crown, o poplar, b birch, w willow, n bare, l broadleaf."""
    draw = {
        "p": foliage.pine,
        "c": foliage.crown_tree,
        "o": foliage.poplar,
        "b": foliage.birch,
        "w": foliage.willow,
        "n": foliage.bare_tree,
        "l": foliage.broadleaf,
    }
    for i in range(count):
        x = board.left + (i + board.chance.uniform(0.15, 0.85)) * (board.right - board.left) / count
        if clear and abs(x - board.key.x) < clear:
            continue
        draw[board.chance.choice(kinds)](board, sheet, x, height_at(line, x) + 5, board.chance.uniform(low, high))


def side_x(board: Board) -> float:
    """Where a tall thing may stand: the third away from the light, clear of actors if possible."""
    shares = (0.10, 0.9) if board.key.x > board.wide / 2 else (0.9, 0.10)
    for share in (*shares, 0.02, 0.98):
        if board.free_of_actors(share * board.wide, 130):
            return share * board.wide
    return shares[0] * board.wide


def meadow(board: Board) -> None:
    backdrop(board)
    with board.layer(0.3):
        with board.sheet(0.12, shadow=0.12) as s:
            terrain.hills(board, s, 585, 22, 1000, 0.6)
        with board.sheet(0.3, shadow=0.2) as s:
            line = terrain.hills(board, s, 628, 26, 760, 0.5)
            stand_of(board, s, line, "ppo", 9, 60, 120, clear=90)
    with board.layer(0.62):
        with board.sheet(0.5) as s:
            line = terrain.hills(board, s, 690, 24, 860, 0.4)
            stand_of(board, s, line, "cco", max(2, round(4 * board.aspect)), 170, 280, clear=150)
        with board.sheet(0.68) as s:
            line = terrain.hills(board, s, 752, 16, 700, 0.3)
            for x in (0.08, 0.52, 0.95):
                foliage.bush(board, s, board.wide * x, height_at(line, board.wide * x) + 8, 150, 62)
    with board.layer(1.0):
        with board.sheet(0.95) as s:
            foliage.broadleaf(board, s, side_x(board), board.ground - 44, 640)
        with board.sheet(1.0) as s:
            line = lawn(board, s, grass=32)
            foliage.meadow_flowers(
                board, s, line, board.left, board.right, 46, round(34 * board.aspect), mix(board.palette.mid, board.palette.glow, 0.6)
            )
            tufts(board, s, 7, 46)
    with board.layer(1.5):
        near_branch(board)
        near_grass(board)


def forest(board: Board) -> None:
    board.lamps[0] = Lamp(board.key.x, 360.0, board.key.reach * 0.9, board.key.color, board.key.strength)
    backdrop(board, floor=820, clouds=0.0)
    chance = board.chance
    for depth, count, width, base in ((0.10, 13, 12, 690), (0.28, 10, 19, 730), (0.5, 7, 30, 770)):
        with board.layer(depth):
            light.mist(board, base - 40, 200, 0.55)
            with board.sheet(depth + 0.06, shadow=0.22) as s:
                _trunks(board, s, count, width, base, bare=80 + 170 * depth)
                line = terrain.hills(board, s, base, 10, 600, 0.45)
                for _ in range(round(5 * board.aspect)):
                    x = chance.uniform(board.left, board.right)
                    foliage.bush(board, s, x, height_at(line, x) + 8, 60 + 160 * depth, 30 + 70 * depth)
            light.mist(board, base, 130, 0.35)
    with board.layer(0.8):
        _shafts(board)
        with board.sheet(0.8, shadow=0.35) as s:
            _trunks(board, s, 4, 46, 820, bare=230)
            line = terrain.hills(board, s, 800, 10, 700, 0.25)
            for x in (0.03, 0.3, 0.72, 0.97):
                s.fill(foliage.fern(chance, board.wide * x, height_at(line, board.wide * x) + 6, 120))
    with board.layer(1.0), board.sheet(1.0) as s:
        line = lawn(board, s, grass=20, lift=0.42)
        for x in (0.0, 0.9, 1.0):
            if board.free_of_actors(board.wide * x, 110):
                s.fill(foliage.fern(chance, board.wide * x, board.ground - 20, 130))
        _mushrooms(board, s)
        tufts(board, s, 6, 40)
    with board.layer(1.5):
        _dark_trunks(board)
        near_branch(board)
        near_grass(board, 90)


def _trunks(board: Board, sheet: Sheet, count: int, width: float, base: float, bare: float) -> None:
    """Columns that rise out of the picture, their crowns meeting above."""
    chance = board.chance
    wood, crown = skia.Path(), skia.Path()
    for i in range(count):
        x = board.left + (i + chance.uniform(0.1, 0.9)) * (board.right - board.left) / count
        if abs(x - board.key.x) < bare:
            x += bare * (1.2 if x > board.key.x else -1.2)
        w = width * chance.uniform(0.6, 1.2)
        lean = chance.uniform(-30, 30)
        limb([(x, base + 30), (x + lean * 0.2, base * 0.55), (x + lean, board.top - 20)], [w * 0.62, w * 0.46, w * 0.34], path=wood)
        foliage.trunk_foot(wood, x, base + 26, w * 0.5, 60)
        for _ in range(3):
            y = chance.uniform(60, base * 0.5)
            side = chance.choice([-1, 1])
            limb(
                [(x + lean * 0.6, y), (x + side * w * 3, y - w * 1.6), (x + side * w * 6.5, y - w * 2.2)],
                [w * 0.24, w * 0.15, w * 0.03],
                path=wood,
            )
            crown.addPath(foliage.crown(chance, x + side * w * 6, y - w * 2.5, w * 4.2, w * 2.0, min(30.0, w * 1.3)))
    for i in range(round(9 * board.aspect)):
        x = board.left + i * (board.right - board.left) / (9 * board.aspect)
        open_sky = 1 - 0.55 * math.exp(-(((x - board.key.x) / 260) ** 2))
        crown.addPath(foliage.crown(chance, x, -10 + chance.uniform(-30, 30), 170, 150 * open_sky * (0.6 + width / 60), 26))
    sheet.fill(crown)
    sheet.fill(wood, mix(sheet.color, board.palette.ink, 0.18))


def _shafts(board: Board) -> None:
    for dx, w, power in ((-170, 54, 0.46), (-40, 90, 0.55), (130, 46, 0.40)):
        slope = 0.28 if board.key.x < board.wide / 2 else -0.28
        light.shaft(board, board.key.x + dx, -60, w, 0, slope, 960, power * board.key.strength)


def _mushrooms(board: Board, sheet: Sheet) -> None:
    chance = board.chance
    for _ in range(5):
        x, y, s = chance.uniform(0, board.wide), board.ground - 52 + chance.uniform(0, 14), chance.uniform(9, 20)
        sheet.fill(limb([(x, y), (x + 1, y - s)], [s * 0.22, s * 0.16]), mix(sheet.color, board.palette.glow, 0.5))
        sheet.fill(
            spline([(x - s * 0.8, y - s * 0.85, 0.7), (x, y - s * 1.7), (x + s * 0.8, y - s * 0.85, 0.7), (x, y - s * 0.95)]),
            mix(board.palette.mid, (0.8, 0.2, 0.15), 0.45),
        )


def _dark_trunks(board: Board) -> None:
    with board.sheet(1.5, fuzz=5, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        for x, w in ((-26.0, 66.0), (board.wide + 30, 74.0)):
            lean = 40 if x < 0 else -40
            trunk = limb([(x, 1080), (x - lean * 0.3, 500), (x + lean, -80)], [w * 1.15, w * 0.75, w * 0.6])
            foliage.trunk_foot(trunk, x, 1050, w * 0.8, 160)
            s.fill(trunk)


def mountains(board: Board) -> None:
    backdrop(board, floor=720)
    with board.layer(0.15):
        with board.sheet(0.05, shadow=0.12) as s:
            terrain.ridges(board, s, 620, 300, 3, 0.7)
        with board.sheet(0.2, shadow=0.2) as s:
            line = terrain.ridges(board, s, 680, 330, 4, 0.6)
            terrain.peak_facets(board, s, line, mix(s.color, board.palette.glow, 0.45), 0.45)
    with board.layer(0.4):
        light.mist(board, 640, 120, 0.5)
        with board.sheet(0.42) as s:
            terrain.ridges(board, s, 760, 210, 5, 0.5)
        light.mist(board, 740, 100, 0.45)
    with board.layer(0.7), board.sheet(0.66) as s:
        line = terrain.hills(board, s, 772, 26, 600, 0.35)
        stand_of(board, s, line, "p", round(9 * board.aspect), 90, 210, clear=120)
    with board.layer(1.0), board.sheet(1.0) as s:
        lawn(board, s, grass=14, swing=14)
        _boulders(board, s, 5)
        tufts(board, s, 5, 36)
    with board.layer(1.5):
        _near_pines(board)
        near_grass(board, 70)


def _boulders(board: Board, sheet: Sheet, count: int) -> None:
    chance = board.chance
    for i in range(count):
        x = board.left + (i + chance.random()) * (board.right - board.left) / count
        if not board.free_of_actors(x, 90):
            continue
        width = chance.uniform(50, 150)
        y = board.ground - 50 + chance.uniform(-6, 8)
        sheet.fill(terrain.rock(chance, x, y, width, width * chance.uniform(0.4, 0.62)), mix(sheet.color, board.palette.mid, 0.28))
        sheet.fill(
            polygon(
                [
                    (x - width * 0.1, y - width * 0.36),
                    (x + width * 0.12, y - width * 0.2),
                    (x + width * 0.02, y - width * 0.02),
                    (x + width * 0.06, y - width * 0.22),
                ]
            ),
            mix(sheet.color, board.palette.ink, 0.4),
            alpha=0.6,
        )


def _near_pines(board: Board) -> None:
    with board.sheet(1.5, fuzz=4.5, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        for x, h in ((-30.0, 900.0), (board.wide + 40, 1050.0)):
            foliage.pine(board, s, x, 1060, h)


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
        _ripples(board, s)
        _boulders(board, s, 3)
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


def _ripples(board: Board, sheet: Sheet) -> None:
    for i in range(13):
        y = board.ground - 34 + i * 13
        x = board.chance.uniform(board.left, board.right)
        w = board.chance.uniform(70, 220)
        sheet.line(
            spline([(x - w, y + 4), (x - w / 2, y - 3), (x, y + 3), (x + w / 2, y - 3), (x + w, y + 3)], closed=False),
            2.4,
            mix(sheet.color, board.palette.glow, 0.35),
            0.35,
        )


def snow(board: Board) -> None:
    backdrop(board, floor=720)
    white = mix(mix(board.palette.horizon, board.palette.glow, 0.6), (0.93, 0.95, 1.0), 0.35)

    def drift(sheet: Sheet, share: float) -> None:
        sheet.color = mix(sheet.color, white, share)

    with board.layer(0.25):
        with board.sheet(0.1, shadow=0.12) as s:
            drift(s, 0.4)
            line = terrain.ridges(board, s, 640, 190, 5, 0.6)
        with board.sheet(0.3, shadow=0.2) as s:
            line = wave(board.chance, board.left, board.right, 672, 16, 800)
            for i in range(round(12 * board.aspect)):
                x = board.left + i * 92 + board.chance.uniform(-20, 20)
                foliage.pine(board, s, x, height_at(line, x) + 6, board.chance.uniform(80, 180), snow=True)
            s.fill(under(line, board.bottom), mix(s.color, white, 0.6))
    with board.layer(0.6):
        light.mist(board, 700, 110, 0.4)
        with board.sheet(0.6) as s:
            line = wave(board.chance, board.left, board.right, 752, 22, 700)
            for x in (0.05, 0.17, 0.83, 0.96):
                foliage.pine(board, s, board.wide * x, height_at(line, board.wide * x) + 8, board.chance.uniform(260, 420), snow=True)
            s.fill(under(line, board.bottom), shader=terrain.fading(board, 740, 900, mix(s.color, white, 0.62), 0.3))
    with board.layer(1.0):
        with board.sheet(0.95) as s:
            foliage.bare_tree(board, s, side_x(board), board.ground - 40, 560)
        with board.sheet(1.0) as s:
            drift(s, 0.58)
            terrain.ground(board, s, board.ground - 62, swing=14, lift=0.4)
            _ripples(board, s)
    with board.layer(1.5):
        _near_pines(board)


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
            foliage.meadow_flowers(board, s, line, board.left, board.wide * 0.36, 60, 22, mix(board.palette.glow, (0.85, 0.3, 0.35), 0.45))
            foliage.meadow_flowers(
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
            sheet.fill(foliage.grass(board.chance, edge, x0 + 6, x1 - 6, 16, 1.2))
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
    vine = foliage.ivy(
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
        foliage.daisy(x + math.cos(a) * w * 1.05, y - h * 0.55 + math.sin(a) * h * 0.46, 12)
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
            foliage.meadow_flowers(board, s, line, x0, x1, 190, 9, mix(board.palette.ink, board.palette.mid, 0.55))
            s.fill(foliage.grass(board.chance, line, x0, x1, 190, 0.5))


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
            foliage.meadow_flowers(
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
            _boulders(board, s, 6)
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
        _boulders(board, s, 3)
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
