"""Houses: cottages and town fronts. Windows are lit when it is dark."""

from random import Random

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, polygon, spline
from litink_app.studio.illustrator.palette import Color, halo, mix


def window_light(board: Board, sheet: Sheet) -> Color:
    """The colour of a pane: lamp light at night, a darker gap by day."""
    if board.time in ("night", "dusk"):
        return mix(board.palette.glow, (1.0, 0.80, 0.42), 0.55)
    return mix(sheet.color, board.palette.ink, 0.45)


def pane(board: Board, sheet: Sheet, x: float, y: float, w: float, h: float, *, arched: bool = False, lit: bool | None = None) -> None:
    """A window with its bars and sill; a lit one glows on the wall around it."""
    bright = board.time in ("night", "dusk") if lit is None else lit
    color = mix(board.palette.glow, (1.0, 0.80, 0.42), 0.55) if bright else mix(sheet.color, board.palette.ink, 0.5)
    if bright:
        r = max(w, h) * 1.5
        sheet.shine(circle(x + w / 2, y + h / 2, r), halo(x + w / 2, y + h / 2, r, color, [0.34, 0.12, 0.0], [0, 0.5, 1]))
    shape = (
        spline([(x, y + h, 1), (x, y + h * 0.35, 0.5), (x + w / 2, y), (x + w, y + h * 0.35, 0.5), (x + w, y + h, 1)])
        if arched
        else box(x, y, x + w, y + h, 1.5)
    )
    sheet.fill(shape, color, alpha=0.95)
    bars = gather([box(x + w / 2 - w * 0.035, y, x + w / 2 + w * 0.035, y + h), box(x, y + h * 0.47, x + w, y + h * 0.47 + w * 0.06)])
    sheet.fill(bars, mix(sheet.color, board.palette.ink, 0.3))
    sheet.fill(box(x - w * 0.14, y + h, x + w * 1.14, y + h + w * 0.13, 1), mix(sheet.color, board.palette.glow, 0.15))


def cottage(
    board: Board, sheet: Sheet, x: float, y: float, width: float, height: float, *, timber: bool = True, thatch: bool = True
) -> None:
    """A house with a steep roof, crooked as hands cut it."""
    chance = board.chance
    wall = mix(sheet.color, board.palette.glow, 0.16)
    roof = mix(sheet.color, board.palette.ink, 0.30)
    eaves = y - height * 0.48
    lean = chance.uniform(-0.03, 0.03) * width
    sheet.fill(
        polygon(
            [
                (x - width * 0.46, y + 8),
                (x - width * 0.44 + lean, eaves - 6),
                (x + width * 0.44 + lean, eaves - 6),
                (x + width * 0.46, y + 8),
            ]
        ),
        wall,
    )
    if timber:
        _timber(sheet, x, y, width, height, roof)
    chimney = polygon(
        [
            (x + width * 0.2, y - height * 0.8),
            (x + width * 0.2, y - height * 1.08),
            (x + width * 0.31, y - height * 1.08),
            (x + width * 0.31, y - height * 0.7),
        ]
    )
    sheet.fill(chimney, mix(roof, wall, 0.3))
    sheet.fill(box(x + width * 0.185, y - height * 1.11, x + width * 0.325, y - height * 1.07, 1), roof)
    top = y - height
    sheet.fill(
        spline(
            [
                (x - width * 0.60, eaves + height * 0.06, 0.8),
                (x - width * 0.34, eaves - height * 0.24),
                (x - width * 0.16 + lean, top, 0.7),
                (x + width * 0.16 + lean, top - 3, 0.7),
                (x + width * 0.34, eaves - height * 0.24),
                (x + width * 0.60, eaves + height * 0.07, 0.8),
                (x, eaves + height * 0.045),
            ]
        ),
        roof,
    )
    if thatch:
        _thatch(board, sheet, x, eaves, width, height, roof)
    door_w = width * 0.17
    pane(board, sheet, x - width * 0.32, y - height * 0.36, width * 0.17, height * 0.17)
    pane(board, sheet, x + width * 0.16, y - height * 0.36, width * 0.17, height * 0.17)
    sheet.fill(
        spline(
            [
                (x - door_w * 0.5, y + 8, 1),
                (x - door_w * 0.5, y - height * 0.26, 0.4),
                (x, y - height * 0.34),
                (x + door_w * 0.5, y - height * 0.26, 0.4),
                (x + door_w * 0.5, y + 8, 1),
            ]
        ),
        mix(roof, board.palette.ink, 0.4),
    )
    _smoke(board, sheet, x + width * 0.255, y - height * 1.12, height * 0.5)


def _timber(sheet: Sheet, x: float, y: float, width: float, height: float, color: Color) -> None:
    bars = skia.Path()
    for u in (-0.43, -0.12, 0.12, 0.43):
        limb([(x + u * width, y + 6), (x + u * width, y - height * 0.5)], [width * 0.014, width * 0.014], path=bars)
    limb([(x - width * 0.44, y - height * 0.21), (x + width * 0.44, y - height * 0.21)], [width * 0.013, width * 0.013], path=bars)
    for a, b in ((-0.43, -0.12), (0.43, 0.12)):
        limb([(x + a * width, y - height * 0.21), (x + b * width, y)], [width * 0.011, width * 0.011], path=bars)
    sheet.fill(bars, color)


def _thatch(board: Board, sheet: Sheet, x: float, eaves: float, width: float, height: float, roof: Color) -> None:
    lines = skia.Path()
    for i in range(15):
        u = (i - 7) / 7
        limb(
            [
                (x + u * width * 0.16, eaves - height * 0.46),
                (x + u * width * 0.36, eaves - height * 0.20),
                (x + u * width * 0.55, eaves + height * 0.04),
            ],
            [0.8, 1.3, 1.5],
            path=lines,
        )
    sheet.fill(lines, mix(roof, board.palette.glow, 0.28), alpha=0.55)


def _smoke(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    curl = spline(
        [
            (x, y),
            (x + height * 0.10, y - height * 0.28),
            (x - height * 0.06, y - height * 0.55),
            (x + height * 0.16, y - height * 0.82),
            (x + height * 0.08, y - height),
            (x + height * 0.02, y - height * 0.80),
            (x - height * 0.16, y - height * 0.52),
            (x + height * 0.03, y - height * 0.26),
        ]
    )
    sheet.fill(curl, mix(board.palette.horizon, board.palette.glow, 0.4), alpha=0.35)


def town_house(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float, *, floors: int = 3, shop: bool = False) -> None:
    """A narrow front with sash windows, cornice, and a gabled, stepped or mansard top."""
    chance = board.chance
    wall = mix(sheet.color, board.palette.glow, chance.uniform(0.02, 0.16))
    dark = mix(sheet.color, board.palette.ink, 0.35)
    top = y - height
    sheet.fill(box(x, top, x + width, y + 12), wall)
    _roof(chance, sheet, x, top, width, height, dark)
    sheet.fill(box(x - 5, top - 3, x + width + 5, top + 8, 2), mix(wall, board.palette.glow, 0.2))
    cols = max(2, round(width / 62))
    base = y - (height * 0.26 if shop else height * 0.22)
    for f in range(floors):
        wy = top + height * 0.07 + f * (base - top - height * 0.04) / floors
        wh = (base - top) / floors * 0.62
        for c in range(cols):
            ww = width / cols * 0.42
            pane(
                board,
                sheet,
                x + width * (c + 0.5) / cols - ww / 2,
                wy,
                ww,
                wh,
                lit=chance.random() < 0.55 if board.time in ("night", "dusk") else None,
            )
    if shop:
        _shop_front(board, sheet, x, base, width, y, dark)
    else:
        _door(board, sheet, x + width * chance.choice([0.28, 0.72]), y, width * 0.2, height * 0.19, dark)


def _roof(chance: Random, sheet: Sheet, x: float, top: float, width: float, height: float, color: Color) -> None:
    kind = chance.choice(["gable", "step", "mansard", "curve"])
    rise = min(height * 0.26, width * 0.62)
    if kind == "gable":
        sheet.fill(polygon([(x - 8, top), (x + width / 2, top - rise), (x + width + 8, top)]), color)
    elif kind == "step":
        steps = 4
        points = [(x, top)]
        for i in range(steps):
            points += [
                (x + width / 2 * i / steps, top - rise * (i + 1) / steps),
                (x + width / 2 * (i + 1) / steps, top - rise * (i + 1) / steps),
            ]
        sheet.fill(polygon([*points, *[(2 * x + width - px, py) for px, py in reversed(points)]]), color)
    elif kind == "mansard":
        sheet.fill(
            polygon([(x - 4, top), (x + width * 0.10, top - rise * 0.7), (x + width * 0.9, top - rise * 0.7), (x + width + 4, top)]), color
        )
        sheet.fill(
            gather(box(x + width * u - 9, top - rise * 0.58, x + width * u + 9, top - rise * 0.15, 2) for u in (0.33, 0.67)),
            mix(color, sheet.board.palette.glow, 0.35),
        )
    else:
        sheet.fill(
            spline(
                [
                    (x, top, 1),
                    (x + width * 0.08, top - rise * 0.45),
                    (x + width * 0.28, top - rise * 0.55, 0.5),
                    (x + width * 0.5, top - rise),
                    (x + width * 0.72, top - rise * 0.55, 0.5),
                    (x + width * 0.92, top - rise * 0.45),
                    (x + width, top, 1),
                ]
            ),
            color,
        )
    cx = x + width * chance.choice([0.16, 0.8])
    sheet.fill(
        gather([box(cx - 9, top - rise * 1.02, cx + 9, top - rise * 0.1), box(cx - 12, top - rise * 1.08, cx + 12, top - rise * 1.0, 1)]),
        color,
    )


def _shop_front(board: Board, sheet: Sheet, x: float, base: float, width: float, y: float, dark: Color) -> None:
    sheet.fill(box(x + width * 0.04, base, x + width * 0.96, base + 14, 2), mix(dark, board.palette.glow, 0.25))
    light = window_light(board, sheet)
    sheet.fill(box(x + width * 0.08, base + 34, x + width * 0.62, y - 14, 2), light, alpha=0.9)
    sheet.fill(gather(box(x + width * u - 1.5, base + 34, x + width * u + 1.5, y - 14) for u in (0.08, 0.26, 0.44, 0.62)), dark)
    scallops = gather(
        spline(
            [
                (x + width * 0.04 + i * width * 0.092, base + 14, 1),
                (x + width * 0.04 + (i + 1) * width * 0.092, base + 14, 1),
                (x + width * 0.04 + (i + 0.96) * width * 0.092, base + 38, 0.3),
                (x + width * 0.04 + (i + 0.5) * width * 0.092, base + 46),
                (x + width * 0.04 + (i + 0.04) * width * 0.092, base + 38, 0.3),
            ]
        )
        for i in range(0, 10, 2)
    )
    sheet.fill(scallops, mix(dark, (0.7, 0.2, 0.15), 0.4))
    _door(board, sheet, x + width * 0.80, y, width * 0.2, (y - base) * 0.8, dark)


def _door(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float, dark: Color) -> None:
    sheet.fill(box(x - width * 0.62, y - height * 1.08, x + width * 0.62, y + 12, 2), mix(dark, board.palette.glow, 0.22))
    sheet.fill(box(x - width * 0.5, y - height, x + width * 0.5, y + 12, 1), mix(dark, board.palette.ink, 0.4))
    sheet.fill(
        spline([(x - width * 0.5, y - height * 1.08, 1), (x, y - height * 1.34), (x + width * 0.5, y - height * 1.08, 1)]),
        window_light(board, sheet),
        alpha=0.9,
    )
    sheet.fill(circle(x + width * 0.32, y - height * 0.46, 2.6), board.palette.glow)
