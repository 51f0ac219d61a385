"""Furniture in paper: drawn standing on y, `size` being its height unless said otherwise."""

import math

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, spline
from litink_app.studio.illustrator.monuments import arch
from litink_app.studio.illustrator.palette import Color, halo, mix


def wood_of(board: Board, sheet: Sheet, share: float = 0.3) -> Color:
    return mix(sheet.color, board.palette.ink, share)


def fireplace(board: Board, sheet: Sheet, x: float, y: float, size: float, *, burning: bool = True) -> None:
    """A mantelpiece with a fire."""
    stone, dark = mix(sheet.color, board.palette.glow, 0.20), mix(sheet.color, board.palette.ink, 0.75)
    w = size * 0.62
    sheet.fill(
        gather(
            [
                box(x - w, y - size * 0.92, x + w, y + 4),
                box(x - w * 1.14, y - size, x + w * 1.14, y - size * 0.90, 3),
                box(x - w * 1.06, y - size * 0.05, x + w * 1.06, y + 6, 2),
            ]
        ),
        stone,
    )
    sheet.line(
        gather(
            [
                box(x - w * 0.93, y - size * 0.84, x - w * 0.70, y - size * 0.08),
                box(x + w * 0.70, y - size * 0.84, x + w * 0.93, y - size * 0.08),
            ]
        ),
        2,
        mix(stone, board.palette.ink, 0.35),
        0.7,
    )
    hearth = arch(x, y, w * 1.15, size * 0.72)
    sheet.fill(hearth, dark)
    if burning:
        warm = mix(board.palette.glow, (1.0, 0.55, 0.15), 0.55)
        sheet.shine(hearth, halo(x, y - size * 0.1, size * 0.62, warm, [0.95, 0.4, 0.0], [0, 0.4, 1]))
        sheet.fill(fire(x, y - size * 0.08, size * 0.40), mix(warm, (1.0, 0.45, 0.1), 0.4))
        sheet.fill(fire(x + size * 0.02, y - size * 0.07, size * 0.24), mix(board.palette.glow, (1.0, 0.9, 0.6), 0.5))
    logs = gather(
        [
            limb([(x - size * 0.2, y - size * 0.03), (x + size * 0.2, y - size * 0.08)], [size * 0.03, size * 0.028]),
            limb([(x - size * 0.18, y - size * 0.09), (x + size * 0.2, y - size * 0.02)], [size * 0.028, size * 0.03]),
        ]
    )
    sheet.fill(logs, dark)
    candlestick(board, sheet, x - w * 0.85, y - size, size * 0.22)
    mantel_clock(board, sheet, x + w * 0.1, y - size, size * 0.24)
    candlestick(board, sheet, x + w * 0.9, y - size, size * 0.22)


def fire(x: float, y: float, size: float) -> skia.Path:
    """Tongues of flame."""
    return spline(
        [
            (x - size * 0.5, y, 0.3),
            (x - size * 0.55, y - size * 0.32),
            (x - size * 0.36, y - size * 0.72, 1),
            (x - size * 0.24, y - size * 0.42),
            (x - size * 0.10, y - size * 0.62),
            (x + size * 0.02, y - size * 1.08, 1),
            (x + size * 0.16, y - size * 0.58),
            (x + size * 0.28, y - size * 0.44),
            (x + size * 0.42, y - size * 0.80, 1),
            (x + size * 0.52, y - size * 0.30),
            (x + size * 0.44, y, 0.3),
        ]
    )


def candlestick(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    metal = mix(sheet.color, board.palette.glow, 0.42)
    sheet.fill(
        spline(
            [
                (x - size * 0.2, y, 0.8),
                (x - size * 0.04, y - size * 0.14),
                (x - size * 0.07, y - size * 0.3),
                (x - size * 0.03, y - size * 0.45),
                (x - size * 0.11, y - size * 0.52, 0.7),
                (x + size * 0.11, y - size * 0.52, 0.7),
                (x + size * 0.03, y - size * 0.45),
                (x + size * 0.07, y - size * 0.3),
                (x + size * 0.04, y - size * 0.14),
                (x + size * 0.2, y, 0.8),
            ]
        ),
        metal,
    )
    sheet.fill(box(x - size * 0.055, y - size * 0.86, x + size * 0.055, y - size * 0.52, 1), mix(board.palette.glow, (1, 1, 1), 0.3))
    flame = spline(
        [(x, y - size * 1.16, 1), (x + size * 0.06, y - size * 0.95), (x, y - size * 0.86, 0.4), (x - size * 0.06, y - size * 0.95)]
    )
    sheet.shine(
        circle(x, y - size * 0.98, size * 0.6),
        halo(x, y - size * 0.98, size * 0.6, mix(board.palette.glow, (1, 0.8, 0.4), 0.5), [0.6, 0.2, 0], [0, 0.4, 1]),
    )
    sheet.fill(flame, mix(board.palette.glow, (1, 0.85, 0.5), 0.4))


def mantel_clock(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.fill(
        spline(
            [
                (x - size * 0.5, y, 0.9),
                (x - size * 0.42, y - size * 0.2),
                (x - size * 0.34, y - size * 0.7),
                (x, y - size),
                (x + size * 0.34, y - size * 0.7),
                (x + size * 0.42, y - size * 0.2),
                (x + size * 0.5, y, 0.9),
            ]
        ),
        wood_of(board, sheet, 0.5),
    )
    clock_face(board, sheet, x, y - size * 0.55, size * 0.27)


def clock_face(board: Board, sheet: Sheet, x: float, y: float, r: float) -> None:
    sheet.fill(circle(x, y, r), mix(board.palette.glow, sheet.color, 0.1))
    ink = mix(board.palette.ink, sheet.color, 0.2)
    ticks = gather(circle(x + math.cos(i * math.pi / 6) * r * 0.8, y + math.sin(i * math.pi / 6) * r * 0.8, r * 0.05) for i in range(12))
    sheet.fill(
        gather(
            [
                ticks,
                limb([(x, y), (x + r * 0.1, y - r * 0.66)], [r * 0.045, r * 0.03]),
                limb([(x, y), (x - r * 0.42, y - r * 0.12)], [r * 0.055, r * 0.04]),
                circle(x, y, r * 0.08),
            ]
        ),
        ink,
    )


def armchair(board: Board, sheet: Sheet, x: float, y: float, size: float, facing: int = 1, color: Color | None = None) -> None:
    """A winged armchair."""
    f = facing
    cloth = color or mix(sheet.color, board.palette.ink, 0.2)
    legs = gather([limb([(x + u * size, y - size * 0.2), (x + u * size * 1.05, y)], [size * 0.03, size * 0.018]) for u in (-0.30, 0.30)])
    sheet.fill(legs, wood_of(board, sheet, 0.6))
    sheet.fill(
        spline(
            [
                (x - f * size * 0.40, y - size * 0.14, 0.6),
                (x - f * size * 0.44, y - size * 0.6),
                (x - f * size * 0.50, y - size * 0.96),
                (x - f * size * 0.32, y - size * 1.02),
                (x - f * size * 0.14, y - size * 0.92),
                (x - f * size * 0.12, y - size * 0.52),
                (x + f * size * 0.36, y - size * 0.50),
                (x + f * size * 0.42, y - size * 0.14, 0.6),
            ]
        ),
        cloth,
    )
    sheet.fill(
        spline(
            [
                (x - f * size * 0.16, y - size * 0.14, 0.6),
                (x - f * size * 0.16, y - size * 0.54),
                (x + f * size * 0.28, y - size * 0.60),
                (x + f * size * 0.42, y - size * 0.56),
                (x + f * size * 0.46, y - size * 0.44),
                (x + f * size * 0.38, y - size * 0.14, 0.6),
            ]
        ),
        mix(cloth, board.palette.glow, 0.12),
    )
    sheet.line(
        spline(
            [(x - f * size * 0.10, y - size * 0.50), (x + f * size * 0.26, y - size * 0.53), (x + f * size * 0.38, y - size * 0.47)],
            closed=False,
        ),
        2.4,
        mix(cloth, board.palette.glow, 0.45),
        0.6,
    )
    buttons = gather(circle(x - f * size * (0.28 + 0.05 * (i % 2)), y - size * (0.62 + 0.1 * i), 2.4) for i in range(4))
    sheet.fill(buttons, mix(cloth, board.palette.glow, 0.4))


def round_table(board: Board, sheet: Sheet, x: float, y: float, size: float, *, cloth: bool = False) -> None:
    top = y - size
    wood = wood_of(board, sheet, 0.40)
    if cloth:
        linen = mix(board.palette.glow, sheet.color, 0.35)
        sheet.fill(
            spline(
                [
                    (x - size * 0.85, top, 0.7),
                    (x, top - size * 0.07),
                    (x + size * 0.85, top, 0.7),
                    (x + size * 0.92, top + size * 0.46, 0.5),
                    (x + size * 0.6, top + size * 0.38),
                    (x + size * 0.3, top + size * 0.50, 0.4),
                    (x, top + size * 0.40),
                    (x - size * 0.3, top + size * 0.50, 0.4),
                    (x - size * 0.6, top + size * 0.38),
                    (x - size * 0.92, top + size * 0.46, 0.5),
                ]
            ),
            linen,
        )
    sheet.fill(
        gather(
            [
                limb([(x, top + 6), (x, y - size * 0.14)], [size * 0.05, size * 0.07]),
                limb(
                    [(x, y - size * 0.18), (x - size * 0.2, y - size * 0.06), (x - size * 0.36, y)],
                    [size * 0.05, size * 0.035, size * 0.02],
                ),
                limb(
                    [(x, y - size * 0.18), (x + size * 0.2, y - size * 0.06), (x + size * 0.36, y)],
                    [size * 0.05, size * 0.035, size * 0.02],
                ),
            ]
        )
        if not cloth
        else box(x - 2, y - size * 0.3, x + 2, y),
        wood,
    )
    if not cloth:
        sheet.fill(
            spline(
                [(x - size * 0.78, top + size * 0.02), (x, top - size * 0.04), (x + size * 0.78, top + size * 0.02), (x, top + size * 0.09)]
            ),
            mix(wood, board.palette.glow, 0.2),
        )


def long_table(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    wood = wood_of(board, sheet, 0.36)
    legs = gather(
        [
            spline(
                [
                    (x + u * width * 0.44 - 8, y - height, 0.8),
                    (x + u * width * 0.44 - 11, y - height * 0.6),
                    (x + u * width * 0.44 - 5, y - height * 0.3),
                    (x + u * width * 0.44 - 8, y, 0.8),
                    (x + u * width * 0.44 + 8, y, 0.8),
                    (x + u * width * 0.44 + 5, y - height * 0.3),
                    (x + u * width * 0.44 + 11, y - height * 0.6),
                    (x + u * width * 0.44 + 8, y - height, 0.8),
                ]
            )
            for u in (-1, 1)
        ]
    )
    sheet.fill(gather([legs, box(x - width * 0.47, y - height, x + width * 0.47, y - height * 0.80)]), wood)
    sheet.fill(box(x - width / 2, y - height - 8, x + width / 2, y - height + 6, 3), mix(wood, board.palette.glow, 0.22))
