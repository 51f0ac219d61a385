"""What stands in public: towers, castles, churches, bridges, lamps, columns, paving."""

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.buildings import pane, window_light
from litink_app.studio.illustrator.curves import box, circle, gather, limb, oval, polygon, spline
from litink_app.studio.illustrator.palette import gradient, halo, mix


def tower(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float, *, cone: bool = True, windows: int = 3) -> None:
    """A round tower with machicolations, a cone or battlements, and slit windows."""
    wall = sheet.color
    dark = mix(wall, board.palette.ink, 0.34)
    top = y - height
    sheet.fill(
        polygon([(x - width * 0.54, y + 10), (x - width * 0.46, top), (x + width * 0.46, top), (x + width * 0.54, y + 10)]), shader=None
    )
    ring = width * 0.60
    sheet.fill(
        gather(
            [
                box(x - ring, top - width * 0.22, x + ring, top + 2),
                *(
                    spline(
                        [
                            (x - ring + i * ring / 2.5, top, 1),
                            (x - ring + (i + 1) * ring / 2.5, top, 1),
                            (x - ring + (i + 0.5) * ring / 2.5, top + width * 0.16),
                        ]
                    )
                    for i in range(5)
                ),
            ]
        )
    )
    if cone:
        sheet.fill(
            spline(
                [
                    (x - ring * 1.16, top - width * 0.20, 0.9),
                    (x - ring * 0.4, top - width * 0.9),
                    (x, top - width * 1.95, 0.9),
                    (x + ring * 0.4, top - width * 0.9),
                    (x + ring * 1.16, top - width * 0.20, 0.9),
                ]
            ),
            dark,
        )
        sheet.fill(limb([(x, top - width * 1.9), (x, top - width * 2.4)], [1.8, 1.2]), dark)
        flag = width * 0.5
        sheet.fill(
            spline(
                [
                    (x, top - width * 2.4, 1),
                    (x + flag * 0.5, top - width * 2.34),
                    (x + flag * 1.1, top - width * 2.42, 1),
                    (x + flag * 0.6, top - width * 2.22),
                    (x, top - width * 2.14, 1),
                ]
            ),
            mix(board.palette.mid, (0.75, 0.18, 0.15), 0.5),
        )
    else:
        sheet.fill(
            gather(
                box(x - ring + i * ring * 0.43, top - width * 0.42, x - ring + i * ring * 0.43 + ring * 0.26, top - width * 0.2)
                for i in range(5)
            )
        )
    for i in range(windows):
        pane(board, sheet, x - width * 0.09, top + height * (0.12 + 0.26 * i), width * 0.18, width * 0.34, arched=True)
    _courses(board, sheet, x, top, width * 0.45, y)


def _courses(board: Board, sheet: Sheet, x: float, top: float, half: float, y: float) -> None:
    """A few stones, as if the mason had signed."""
    stones = gather(
        box(sx, sy, sx + half * 0.3, sy + half * 0.12, 1)
        for sx, sy in ((x + board.chance.uniform(-half, half * 0.7), board.chance.uniform(top, y)) for _ in range(11))
    )
    sheet.fill(stones, mix(sheet.color, board.palette.glow, 0.22), alpha=0.6)


def castle(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    """A keep with towers of many heights and a gate."""
    for dx, w, h in ((-0.95, 0.24, 0.95), (0.92, 0.22, 1.15), (-0.52, 0.26, 1.40), (0.45, 0.30, 1.62), (0.05, 0.22, 2.0)):
        tower(board, sheet, x + dx * size, y, w * size, h * size, windows=2 if h < 1.2 else 3)
    wall_top = y - size * 0.72
    sheet.fill(box(x - size * 1.02, wall_top, x + size * 1.02, y + 10))
    sheet.fill(
        gather(
            box(x - size * 1.04 + i * size * 0.13, wall_top - size * 0.085, x - size * 1.04 + i * size * 0.13 + size * 0.075, wall_top + 2)
            for i in range(16)
        )
    )
    gate = spline(
        [
            (x - size * 0.16, y + 10, 1),
            (x - size * 0.16, y - size * 0.26, 0.4),
            (x, y - size * 0.46),
            (x + size * 0.16, y - size * 0.26, 0.4),
            (x + size * 0.16, y + 10, 1),
        ]
    )
    sheet.fill(gate, window_light(board, sheet) if board.is_dark or board.time == "dusk" else mix(sheet.color, board.palette.ink, 0.55))
    bars = gather(
        limb(
            [(x - size * 0.12 + i * size * 0.06, y + 8), (x - size * 0.12 + i * size * 0.06, y - size * 0.38)], [size * 0.008, size * 0.008]
        )
        for i in range(5)
    )
    sheet.fill(bars, mix(sheet.color, board.palette.ink, 0.5))
    for dx in (-0.62, -0.36, 0.36, 0.64):
        pane(board, sheet, x + dx * size - size * 0.03, y - size * 0.5, size * 0.06, size * 0.13, arched=True)


def church(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    """Nave and steeple."""
    dark = mix(sheet.color, board.palette.ink, 0.32)
    sheet.fill(box(x - size * 0.1, y - size * 0.62, x + size * 0.85, y + 8))
    sheet.fill(
        polygon(
            [
                (x - size * 0.16, y - size * 0.6),
                (x + size * 0.1, y - size * 0.98),
                (x + size * 0.78, y - size * 0.98),
                (x + size * 0.92, y - size * 0.6),
            ]
        ),
        dark,
    )
    sheet.fill(box(x - size * 0.42, y - size * 1.15, x - size * 0.04, y + 8))
    sheet.fill(
        spline(
            [
                (x - size * 0.47, y - size * 1.13, 0.9),
                (x - size * 0.28, y - size * 1.5),
                (x - size * 0.23, y - size * 2.15, 0.9),
                (x - size * 0.18, y - size * 1.5),
                (x + size * 0.01, y - size * 1.13, 0.9),
            ]
        ),
        dark,
    )
    sheet.fill(
        gather(
            [
                limb([(x - size * 0.23, y - size * 2.1), (x - size * 0.23, y - size * 2.32)], [1.8, 1.4]),
                limb([(x - size * 0.29, y - size * 2.24), (x - size * 0.17, y - size * 2.24)], [1.4, 1.4]),
            ]
        ),
        dark,
    )
    for dx in (0.08, 0.32, 0.56):
        pane(board, sheet, x + dx * size, y - size * 0.5, size * 0.12, size * 0.3, arched=True)
    pane(board, sheet, x - size * 0.29, y - size * 1.02, size * 0.12, size * 0.2, arched=True)


def lamp_post(board: Board, sheet: Sheet, x: float, y: float, height: float) -> tuple[float, float]:
    """A gas lamp; gives where its flame is."""
    iron = mix(sheet.color, board.palette.ink, 0.6)
    top = y - height
    sheet.fill(gather([
        spline([(x - 16, y + 4, 1), (x - 13, y - 18), (x - 6, y - 34), (x + 6, y - 34), (x + 13, y - 18), (x + 16, y + 4, 1)]),
        limb([(x, y - 20), (x, top + 46)], [5.2, 3.4]), oval(x, y - height * 0.42, 7, 9), limb([(x - 22, top + 62), (x + 22, top + 62)], [2.2, 2.2]),
        polygon([(x - 10, top + 50), (x - 20, top + 2), (x - 24, top + 2), (x, top - 30), (x + 24, top + 2), (x + 20, top + 2), (x + 10, top + 50)]), circle(x, top - 32, 4),
    ]), iron)  # fmt: skip
    lit = board.time in ("night", "dusk") or board.weather in ("fog", "storm")
    glass = polygon([(x - 8, top + 46), (x - 16, top + 6), (x + 16, top + 6), (x + 8, top + 46)])
    sheet.fill(glass, mix(board.palette.glow, (1.0, 0.82, 0.45), 0.5) if lit else mix(board.palette.horizon, sheet.color, 0.4))
    return x, top + 26


def flame(board: Board, x: float, y: float, reach: float, strength: float = 0.6) -> None:
    """The glow of a lamp upon the air, on the open layer."""
    color = mix(board.palette.glow, (1.0, 0.78, 0.38), 0.5)
    board.canvas.drawCircle(
        x, y, reach, skia.Paint(AntiAlias=True, Shader=halo(x, y, reach, color, [strength, strength * 0.32, 0.0], [0, 0.3, 1]))
    )


def column(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """A fluted column with base and capital."""
    w = width / 2
    sheet.fill(
        gather(
            [
                polygon([(x - w * 0.86, y), (x - w * 0.74, y - height), (x + w * 0.74, y - height), (x + w * 0.86, y)]),
                box(x - w * 1.3, y - 18, x + w * 1.3, y + 6, 3),
                box(x - w * 1.1, y - 32, x + w * 1.1, y - 16, 3),
                box(x - w * 1.3, y - height - 14, x + w * 1.3, y - height + 4, 3),
                box(x - w * 1.05, y - height + 2, x + w * 1.05, y - height + 18, 3),
            ]
        )
    )
    flutes = gather(
        limb([(x + u * w, y - 40), (x + u * w * 0.88, y - height + 26)], [w * 0.05, w * 0.045]) for u in (-0.5, -0.17, 0.17, 0.5)
    )
    sheet.fill(flutes, mix(sheet.color, board.palette.ink, 0.3), alpha=0.7)


def arch(x: float, y: float, width: float, height: float) -> skia.Path:
    """A round-headed opening standing on y."""
    r = width / 2
    path = skia.Path()
    path.moveTo(x - r, y)
    path.lineTo(x - r, y - height + r)
    path.arcTo(r, r, 0, skia.Path.ArcSize.kLarge_ArcSize, skia.PathDirection.kCW, x + r, y - height + r)
    path.lineTo(x + r, y)
    path.close()
    return path


def cobbles(board: Board, sheet: Sheet, y0: float, y1: float) -> None:
    """Rows of setts on a street."""
    chance = board.chance
    stones = skia.Path()
    y, row = y0, 0
    while y < y1:
        near = (y - y0) / (y1 - y0)
        w, h = 22 + 46 * near, 5 + 13 * near
        x = board.left + (row % 2) * w / 2
        while x < board.right:
            if chance.random() < 0.5:
                stones.addOval(skia.Rect.MakeXYWH(x + w * 0.08, y + h * 0.1, w * 0.82, h * 0.74))
            x += w
        y += h * 1.05
        row += 1
    sheet.fill(stones, shader=gradient(y0, y1, [board.palette.glow, sheet.color], None, [0.20, 0.10]))
