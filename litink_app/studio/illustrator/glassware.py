"""Glass: windows cut through a wall, flasks, a globe."""

import skia

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, limb, polygon, spline
from litink_app.studio.illustrator.furniture import wood_of
from litink_app.studio.illustrator.monuments import arch
from litink_app.studio.illustrator.palette import halo, mix


def globe(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    wood = wood_of(board, sheet, 0.45)
    r = size * 0.26
    sheet.fill(
        gather(
            [
                limb([(x, y - size * 0.45), (x, y - 6)], [6, 5]),
                limb([(x, y - size * 0.12), (x - size * 0.2, y)], [5, 4]),
                limb([(x, y - size * 0.12), (x + size * 0.2, y)], [5, 4]),
            ]
        ),
        wood,
    )
    sheet.fill(circle(x, y - size * 0.7, r), mix(board.palette.zenith, board.palette.glow, 0.3))
    sheet.fill(
        gather(
            [
                spline(
                    [
                        (x - r * 0.5, y - size * 0.7 - r * 0.5),
                        (x, y - size * 0.7 - r * 0.6),
                        (x + r * 0.1, y - size * 0.7 - r * 0.1),
                        (x - r * 0.3, y - size * 0.7 + r * 0.1),
                    ]
                ),
                spline(
                    [
                        (x + r * 0.2, y - size * 0.7),
                        (x + r * 0.6, y - size * 0.7 - r * 0.1),
                        (x + r * 0.5, y - size * 0.7 + r * 0.5),
                        (x + r * 0.2, y - size * 0.7 + r * 0.4),
                    ]
                ),
            ]
        ),
        mix(sheet.color, board.palette.horizon, 0.4),
    )
    ring = skia.Path()
    ring.addArc(skia.Rect.MakeLTRB(x - r * 1.15, y - size * 0.7 - r * 1.15, x + r * 1.15, y - size * 0.7 + r * 1.15), -120, 240)
    sheet.line(ring, 4, wood)


def flasks(board: Board, sheet: Sheet, x: float, y: float, size: float) -> None:
    """Glass of a laboratory on a bench."""
    glass = mix(board.palette.glow, sheet.color, 0.35)
    brew = (
        mix(board.palette.horizon, (0.2, 0.7, 0.5), 0.4),
        mix(board.palette.horizon, (0.8, 0.3, 0.3), 0.4),
        mix(board.palette.horizon, (0.3, 0.4, 0.8), 0.4),
    )
    for i, dx in enumerate((-1.5, 0.0, 1.6)):
        cx = x + dx * size * 0.62
        r = size * (0.32, 0.42, 0.28)[i]
        body = gather(
            [
                circle(cx, y - r, r),
                polygon(
                    [(cx - r * 0.26, y - r * 1.8), (cx + r * 0.26, y - r * 1.8), (cx + r * 0.22, y - r * 3.1), (cx - r * 0.22, y - r * 3.1)]
                ),
                box(cx - r * 0.36, y - r * 3.2, cx + r * 0.36, y - r * 3.04, 2),
            ]
        )
        sheet.fill(body, glass, alpha=0.55)
        fill = skia.Path()
        fill.addRect(skia.Rect.MakeLTRB(cx - r, y - r * 1.05, cx + r, y))
        sheet.fill(skia.Op(circle(cx, y - r, r * 0.9), fill, skia.PathOp.kIntersect_PathOp), brew[i], alpha=0.9)
        sheet.shine(circle(cx, y - r, r * 2.0), halo(cx, y - r, r * 2.0, brew[i], [0.4, 0.0], [0, 1]))
    sheet.line(
        spline([(x - size * 0.93, y - size * 1.0), (x - size * 0.5, y - size * 1.35), (x, y - size * 1.3)], closed=False), 3.5, glass, 0.7
    )


def wall_window(board: Board, sheet: Sheet, x: float, y: float, w: float, h: float, *, arched: bool = False) -> None:
    """A tall window cut out of the wall, so that the sky behind shows, with bars, frame and sill."""
    opening = arch(x, y + h, w, h) if arched else box(x - w / 2, y, x + w / 2, y + h)
    frame = arch(x, y + h + 4, w + 26, h + 17) if arched else box(x - w / 2 - 13, y - 13, x + w / 2 + 13, y + h + 8, 2)
    sheet.fill(frame, mix(sheet.color, board.palette.glow, 0.32))
    sheet.hole(opening)
    bars = gather(
        [
            box(x - 3.5, y, x + 3.5, y + h),
            *(box(x - w / 2, y + h * t - 2.5, x + w / 2, y + h * t + 2.5) for t in (0.25, 0.5, 0.75)),
            *(box(x + w * u - 2, y + (h * 0.1 if arched else 0), x + w * u + 2, y + h) for u in (-0.25, 0.25)),
        ]
    )
    sheet.fill(skia.Op(bars, opening, skia.PathOp.kIntersect_PathOp), mix(sheet.color, board.palette.ink, 0.45))
    sheet.fill(box(x - w / 2 - 24, y + h + 6, x + w / 2 + 24, y + h + 20, 3), mix(sheet.color, board.palette.glow, 0.38))
