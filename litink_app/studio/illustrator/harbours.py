"""The harbour."""

from litink_app.studio.illustrator import terrain
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import box, gather, limb, oval, polygon, spline
from litink_app.studio.illustrator.palette import gradient, mix
from litink_app.studio.illustrator.scenery import backdrop, side_x
from litink_app.studio.illustrator.towns import row_of_houses


def harbour(board: Board) -> None:
    from litink_app.studio.illustrator.waters import sailing_ship

    backdrop(board, floor=640)
    with board.layer(0.3):
        with board.sheet(0.12, shadow=0.12) as s:
            s.fill(terrain.cliff(board.chance, board.left - 20, board.wide * 0.42, 520, 650))
            lighthouse(board, s, board.wide * 0.28, 548, 190)
        with board.sheet(0.32, glow=0.3, rim=0.2) as s:
            terrain.water(board, s, 630, 300)
    with board.layer(0.55):
        with board.sheet(0.5) as s:
            sailing_ship(board, s, board.key.x + board.wide * 0.10, 735, 330, sails=False)
            sailing_ship(board, s, board.wide * 0.3, 705, 190, sails=True)
        with board.sheet(0.62) as s:
            row_of_houses(board, s, 792, 170, 260, gap=(board.wide * 0.18, board.right + 100))
            s.fill(box(board.left, 785, board.wide * 0.19, board.bottom))
    with board.layer(1.0), board.sheet(1.0) as s:
        _quay(board, s)
    with board.layer(1.5), board.sheet(1.5, fuzz=4.5, rim=0.15, glow=0, shadow=0, texture=0) as s:
        _ropes(board, s)


def lighthouse(board: Board, sheet: Sheet, x: float, y: float, height: float) -> None:
    w = height * 0.11
    sheet.fill(
        gather(
            [
                polygon([(x - w * 1.3, y + 6), (x - w * 0.7, y - height * 0.8), (x + w * 0.7, y - height * 0.8), (x + w * 1.3, y + 6)]),
                box(x - w, y - height * 0.84, x + w, y - height * 0.79, 2),
                spline([(x - w * 0.8, y - height * 0.93, 0.8), (x, y - height * 1.04), (x + w * 0.8, y - height * 0.93, 0.8)]),
            ]
        )
    )
    sheet.fill(box(x - w * 0.5, y - height * 0.93, x + w * 0.5, y - height * 0.84), board.palette.glow)
    for i in (0.15, 0.45):
        sheet.fill(
            polygon(
                [
                    (x - w * (1.2 - i * 0.6), y - height * i),
                    (x - w * (1.12 - i * 0.6), y - height * (i + 0.13)),
                    (x + w * (1.12 - i * 0.6), y - height * (i + 0.13)),
                    (x + w * (1.2 - i * 0.6), y - height * i),
                ]
            ),
            mix(sheet.color, board.palette.glow, 0.4),
        )


def _quay(board: Board, sheet: Sheet) -> None:
    palette, y = board.palette, board.ground - 60
    lit = mix(sheet.color, mix(palette.mid, palette.glow, 0.5), 0.34)
    sheet.fill(
        box(board.left, y, board.right, board.bottom),
        shader=gradient(y, 1020, [lit, mix(lit, sheet.color, 0.6), mix(sheet.color, palette.ink, 0.55)]),
    )
    planks = gather(
        limb([(x + (x - board.wide / 2) * 0.02, y + 8), (x + (x - board.wide / 2) * 0.35, 1060)], [1.0, 2.2])
        for x in range(int(board.left), int(board.right), 74)
    )
    sheet.fill(planks, mix(sheet.color, palette.ink, 0.5), alpha=0.6)
    sheet.fill(box(board.left, y, board.right, y + 9), mix(lit, palette.glow, 0.2))
    for share in (0.05, 0.32, 0.68, 0.95):
        x = board.wide * share
        if board.free_of_actors(x, 70):
            sheet.fill(
                spline(
                    [
                        (x - 15, y + 26, 0.8),
                        (x - 13, y - 26),
                        (x - 22, y - 40, 0.5),
                        (x, y - 52),
                        (x + 22, y - 40, 0.5),
                        (x + 13, y - 26),
                        (x + 15, y + 26, 0.8),
                    ]
                ),
                mix(sheet.color, palette.ink, 0.5),
            )
    _crates(board, sheet)


def _crates(board: Board, sheet: Sheet) -> None:
    x, y = side_x(board), board.ground - 24
    wood = mix(sheet.color, board.palette.mid, 0.45)
    for dx, dy, w in ((-60, 0, 96), (44, 0, 84), (-20, -92, 80)):
        sheet.fill(box(x + dx, y + dy - w * 0.92, x + dx + w, y + dy, 2), wood)
        sheet.line(
            gather(
                [
                    box(x + dx + 6, y + dy - w * 0.92 + 6, x + dx + w - 6, y + dy - 6),
                    limb([(x + dx + 8, y + dy - 8), (x + dx + w - 8, y + dy - w * 0.85)], [0.5, 0.5]),
                ]
            ),
            2.6,
            mix(wood, board.palette.ink, 0.45),
            0.8,
        )


def _ropes(board: Board, sheet: Sheet) -> None:
    """A bollard and its hawser in the near corner."""
    x = board.wide * (0.955 if board.key.x < board.wide / 2 else 0.045)
    edge = board.right if x > board.wide / 2 else board.left
    sheet.fill(
        gather(
            [
                limb([(x, 1070), (x, 880)], [30, 26]),
                oval(x, 872, 40, 18),
                limb([(x, 930), ((x + edge) / 2, 985), (edge, 960)], [8, 8, 8]),
                limb([(x - 34, 928), (x, 940), (x + 34, 928)], [9, 9, 9]),
            ]
        )
    )
