"""What rooms share: their light, walls, floor, and what is seen through the windows."""

import skia

from litink_app.studio.illustrator import fittings, foliage, light, terrain
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, place, spline
from litink_app.studio.illustrator.monuments import flame
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
        fittings.curtain(board, s, board.left, board.top, board.bottom, wide, 1, cloth)
        fittings.curtain(board, s, board.right, board.top, board.bottom, wide, -1, cloth)
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


def daylight(board: Board, x: float) -> None:
    """Shafts from the window by day, the warmth of the lamp at night."""
    if board.time in ("day", "dawn"):
        slope = 0.42 if x < board.wide / 2 else -0.42
        for dx in (-70, 20):
            light.shaft(board, x + dx, 140, 60, 300, slope, 420, 0.30 * board.key.strength)
    else:
        flame(board, board.key.x, board.key.y + 20, 430, 0.42)
        with board.sheet(0.9, shadow=0.2, rim=0.3, glow=0.6) as s:
            hanging_lamp(board, s)
