"""What fits a room out: shelves, bed, stove, curtains, pictures, windows. Standing on y, like furniture."""

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, oval, spline
from litink_app.studio.illustrator.furniture import wood_of
from litink_app.studio.illustrator.palette import Color, gradient, mix


def bookcase(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Shelves with books of many heights; some lean."""
    chance = board.chance
    wood = wood_of(board, sheet, 0.40)
    sheet.fill(gather([box(x, y - height, x + width, y + 5), box(x - 8, y - height - 12, x + width + 8, y - height + 3, 3)]), wood)
    shelves = max(3, round(height / 105))
    step = (height - 20) / shelves
    for i in range(shelves):
        top, low = y - height + 12 + i * step, y - height + 12 + (i + 1) * step - 9
        sheet.fill(box(x + 9, top, x + width - 9, low), mix(wood, board.palette.ink, 0.55))
        bx = x + 13
        while bx < x + width - 24:
            w, h = chance.uniform(8, 19), (low - top) * chance.uniform(0.62, 0.94)
            hue = mix(
                chance.choice([board.palette.horizon, board.palette.mid, board.palette.zenith, board.palette.glow]),
                wood,
                chance.uniform(0.25, 0.6),
            )
            if chance.random() < 0.09:
                bx += w * 1.6
                continue
            sheet.fill(box(bx, low - h, bx + w - 1.4, low, 1), hue)
            if w > 11:
                sheet.fill(box(bx + 2, low - h * 0.8, bx + w - 3.4, low - h * 0.72), mix(hue, board.palette.glow, 0.5), alpha=0.8)
            bx += w


def framed(board: Board, sheet: Sheet, x: float, y: float, w: float, h: float, *, oval_frame: bool = False) -> None:
    """A picture on the wall: a small landscape or a profile."""
    gold = mix(sheet.color, board.palette.glow, 0.45)
    inner = mix(sheet.color, board.palette.ink, 0.35)
    if oval_frame:
        sheet.fill(oval(x, y, w / 2 + 7, h / 2 + 7), gold)
        sheet.fill(oval(x, y, w / 2, h / 2), mix(inner, board.palette.glow, 0.35))
        sheet.fill(
            spline(
                [
                    (x - w * 0.2, y + h * 0.42),
                    (x - w * 0.12, y + h * 0.12),
                    (x - w * 0.2, y - h * 0.12),
                    (x - w * 0.02, y - h * 0.3),
                    (x + w * 0.15, y - h * 0.14),
                    (x + w * 0.2, y, 0.5),
                    (x + w * 0.1, y + h * 0.14),
                    (x + w * 0.22, y + h * 0.4),
                ]
            ),
            inner,
        )
        return
    sheet.fill(box(x - w / 2 - 8, y - h / 2 - 8, x + w / 2 + 8, y + h / 2 + 8, 2), gold)
    sheet.fill(
        box(x - w / 2, y - h / 2, x + w / 2, y + h / 2),
        shader=gradient(y - h / 2, y + h / 2, [mix(board.palette.zenith, inner, 0.3), mix(board.palette.horizon, inner, 0.3)]),
    )
    sheet.fill(
        spline(
            [
                (x - w / 2, y + h / 2, 1),
                (x - w / 2, y + h * 0.15, 1),
                (x - w * 0.2, y),
                (x, y + h * 0.2),
                (x + w * 0.25, y + h * 0.05),
                (x + w / 2, y + h * 0.2, 1),
                (x + w / 2, y + h / 2, 1),
            ]
        ),
        inner,
    )


def bed(board: Board, sheet: Sheet, x: float, y: float, width: float, facing: int = 1) -> None:
    """A four-poster, head towards -facing."""
    f, h = facing, width * 0.36
    wood, linen = wood_of(board, sheet, 0.45), mix(board.palette.glow, sheet.color, 0.32)
    quilt = mix(mix(board.palette.mid, sheet.color, 0.3), board.palette.horizon, 0.3)
    head, foot = x - f * width / 2, x + f * width / 2
    for px, tall in ((head, 1.9), (foot, 1.75)):
        sheet.fill(
            spline(
                [
                    (px - 9, y, 0.8),
                    (px - 6, y - h * 0.5),
                    (px - 9, y - h),
                    (px - 5, y - h * tall, 0.8),
                    (px + 5, y - h * tall, 0.8),
                    (px + 9, y - h),
                    (px + 6, y - h * 0.5),
                    (px + 9, y, 0.8),
                ]
            ),
            wood,
        )
    canopy = spline(
        [
            (head - f * 16, y - h * 1.92, 0.8),
            (foot + f * 16, y - h * 1.80, 0.8),
            (foot + f * 14, y - h * 1.58, 0.6),
            (x + f * width * 0.25, y - h * 1.66),
            (x, y - h * 1.60, 0.5),
            (x - f * width * 0.25, y - h * 1.68),
            (head - f * 14, y - h * 1.62, 0.6),
        ]
    )
    drape = spline(
        [
            (head - f * 12, y - h * 1.75, 0.7),
            (head + f * width * 0.16, y - h * 1.72, 0.7),
            (head + f * width * 0.09, y - h * 1.1),
            (head + f * width * 0.03, y - h * 0.85, 0.4),
            (head + f * width * 0.07, y - h * 0.1, 0.7),
            (head - f * 14, y - h * 0.1, 0.7),
        ]
    )
    sheet.fill(drape, mix(quilt, board.palette.ink, 0.25))
    sheet.fill(spline([(head, y - h * 0.62, 0.6), (foot, y - h * 0.56, 0.6), (foot, y - h * 0.12, 0.7), (head, y - h * 0.12, 0.7)]), linen)
    sheet.fill(
        spline(
            [
                (x - f * width * 0.22, y - h * 0.70, 0.4),
                (x + f * width * 0.1, y - h * 0.72),
                (foot - f * 4, y - h * 0.62, 0.6),
                (foot - f * 2, y - h * 0.08, 0.7),
                (x, y - h * 0.05),
                (x - f * width * 0.20, y - h * 0.12, 0.6),
            ]
        ),
        quilt,
    )
    sheet.fill(
        spline(
            [
                (head + f * 10, y - h * 0.64),
                (head + f * width * 0.08, y - h * 0.92),
                (head + f * width * 0.24, y - h * 0.80),
                (head + f * width * 0.26, y - h * 0.64),
            ]
        ),
        mix(linen, (1, 1, 1), 0.2),
    )
    stitches = gather(
        limb([(x + f * width * u, y - h * 0.66), (x + f * width * (u + 0.02), y - h * 0.1)], [0.8, 0.8])
        for u in (-0.12, 0.0, 0.12, 0.24, 0.36)
    )
    sheet.fill(stitches, mix(quilt, board.palette.glow, 0.45), alpha=0.6)
    sheet.fill(canopy, quilt)


def stove(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    """An iron range with a pot and a glowing door."""
    iron = wood_of(board, sheet, 0.62)
    w = size * 0.72
    sheet.fill(
        gather(
            [
                box(x - w, y - size * 0.82, x + w, y, 4),
                box(x - w * 1.06, y - size * 0.88, x + w * 1.06, y - size * 0.80, 3),
                box(x + w * 0.5, y - size * 3.2, x + w * 0.76, y - size * 0.84),
            ]
        ),
        iron,
    )
    warm = mix(board.palette.glow, (1.0, 0.55, 0.15), 0.55)
    sheet.fill(box(x - w * 0.7, y - size * 0.56, x - w * 0.06, y - size * 0.2, 4), warm)
    sheet.fill(
        gather(box(x - w * 0.66 + i * w * 0.15, y - size * 0.55, x - w * 0.62 + i * w * 0.15, y - size * 0.21) for i in range(5)), iron
    )
    sheet.line(box(x + w * 0.1, y - size * 0.62, x + w * 0.84, y - size * 0.14, 4), 2.4, mix(iron, board.palette.glow, 0.4), 0.7)
    pot = gather(
        [
            spline(
                [
                    (x - w * 0.62, y - size * 1.18, 0.6),
                    (x - w * 0.66, y - size * 0.98),
                    (x - w * 0.54, y - size * 0.88, 0.6),
                    (x - w * 0.06, y - size * 0.88, 0.6),
                    (x + w * 0.06, y - size * 0.98),
                    (x + w * 0.02, y - size * 1.18, 0.6),
                ]
            ),
            oval(x - w * 0.3, y - size * 1.19, w * 0.36, size * 0.035),
            circle(x - w * 0.3, y - size * 1.25, size * 0.035),
        ]
    )
    sheet.fill(pot, mix(iron, board.palette.glow, 0.16))
    steam = gather(
        spline(
            [
                (x - w * 0.3 + d, y - size * 1.3),
                (x - w * 0.24 + d, y - size * 1.46),
                (x - w * 0.34 + d, y - size * 1.62),
                (x - w * 0.26 + d, y - size * 1.8),
                (x - w * 0.31 + d, y - size * 1.62),
                (x - w * 0.2 + d, y - size * 1.45),
            ]
        )
        for d in (-14, 12)
    )
    sheet.fill(steam, board.palette.glow, alpha=0.35)


def dresser(board: Board, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Shelves with plates and jugs over cupboards."""
    wood = wood_of(board, sheet, 0.35)
    sheet.fill(
        gather(
            [
                box(x, y - height * 0.45, x + width, y + 4, 2),
                box(x + 8, y - height, x + width - 8, y - height * 0.45),
                box(x - 6, y - height - 10, x + width + 6, y - height + 4, 3),
                box(x - 6, y - height * 0.47, x + width + 6, y - height * 0.43, 2),
            ]
        ),
        wood,
    )
    back = mix(wood, board.palette.ink, 0.45)
    china = mix(board.palette.glow, sheet.color, 0.25)
    for i in range(2):
        top, low = y - height * (0.97 - 0.25 * i), y - height * (0.75 - 0.25 * i)
        sheet.fill(box(x + 16, top, x + width - 16, low), back)
        count = max(2, int(width / 56))
        for k in range(count):
            cx = x + 16 + (width - 32) * (k + 0.5) / count
            r = (low - top) * 0.36
            if (k + i) % 3 == 2:
                sheet.fill(
                    spline(
                        [
                            (cx - r * 0.5, low, 0.7),
                            (cx - r * 0.75, low - r * 0.9),
                            (cx - r * 0.4, low - r * 1.6),
                            (cx + r * 0.5, low - r * 1.7, 0.6),
                            (cx + r * 0.35, low - r * 1.3),
                            (cx + r * 0.75, low - r * 0.8),
                            (cx + r * 0.5, low, 0.7),
                        ]
                    ),
                    china,
                )
            else:
                sheet.fill(circle(cx, low - r * 1.05, r), china)
                sheet.line(circle(cx, low - r * 1.05, r * 0.62), 1.6, mix(china, board.palette.mid, 0.6))
    sheet.line(
        gather(
            [
                box(x + 12, y - height * 0.38, x + width / 2 - 6, y - 12, 2),
                box(x + width / 2 + 6, y - height * 0.38, x + width - 12, y - 12, 2),
            ]
        ),
        2.2,
        mix(wood, board.palette.glow, 0.35),
        0.7,
    )


def rug(board: Board, sheet: Sheet, x: float, y: float, width: float) -> None:
    """An oval carpet with borders and fringe."""
    base = mix(mix(board.palette.mid, (0.6, 0.15, 0.15), 0.35), sheet.color, 0.45)
    sheet.fill(oval(x, y, width / 2, width * 0.075), base)
    for scale, share in ((0.92, 0.35), (0.84, 0.0), (0.5, 0.3)):
        sheet.line(oval(x, y, width / 2 * scale, width * 0.075 * scale), 2.4, mix(base, board.palette.glow, share + 0.1), 0.7)


def curtain(board: Board, sheet: Sheet, x: float, top: float, bottom: float, width: float, side: int, color: Color | None = None) -> None:
    """A drape gathered by a tie, hanging from x inwards on `side`."""
    cloth = color or mix(sheet.color, board.palette.ink, 0.15)
    waist = top + (bottom - top) * 0.62
    shape = spline(
        [
            (x, top, 0.9),
            (x + side * width, top, 0.9),
            (x + side * width * 0.95, top + (bottom - top) * 0.25),
            (x + side * width * 0.62, top + (bottom - top) * 0.48),
            (x + side * width * 0.26, waist, 0.5),
            (x + side * width * 0.5, waist + (bottom - waist) * 0.5),
            (x + side * width * 0.56, bottom, 0.9),
            (x, bottom, 0.9),
        ]
    )
    sheet.fill(shape, cloth)
    folds = gather(
        limb(
            [
                (x + side * width * u, top + 4),
                (x + side * width * u * 0.72, top + (bottom - top) * 0.4),
                (x + side * width * u * 0.28, waist),
            ],
            [0.6, 2.0, 0.6],
        )
        for u in (0.2, 0.4, 0.6, 0.8)
    )
    for u in (0.15, 0.3, 0.42):
        limb(
            [
                (x + side * width * u * 0.6, waist + 6),
                (x + side * width * u, waist + (bottom - waist) * 0.5),
                (x + side * width * u * 1.1, bottom),
            ],
            [0.6, 1.8, 0.8],
            path=folds,
        )
    sheet.fill(folds, mix(cloth, board.palette.glow, 0.38), alpha=0.55)
    sheet.fill(limb([(x, waist - 6), (x + side * width * 0.28, waist + 3)], [7, 6]), mix(cloth, board.palette.glow, 0.5))
