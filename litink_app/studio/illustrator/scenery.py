"""What places out of doors share: backdrop, floor, near framing, where a tall thing may stand."""

import math

import skia

from litink_app.studio.illustrator import foliage, herbs, light, terrain
from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import Point, height_at, polygon, spline
from litink_app.studio.illustrator.palette import mix


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
        sheet.fill(herbs.grass(board.chance, line, board.left, board.right, grass), mix(sheet.color, board.palette.mid, 0.25))
    return line


def tufts(board: Board, sheet: Sheet, count: int, height: float) -> None:
    """Single tufts on the floor, out of the actors' way."""
    for _ in range(count):
        x, y = board.chance.uniform(board.left, board.right), board.chance.uniform(board.ground - 30, 985)
        line = [(x - 60, y), (x + 60, y)]
        sheet.fill(
            herbs.grass(board.chance, line, x - 22, x + 22, height * (0.6 + (y - board.ground + 30) / 160), 1.3),
            mix(sheet.color, board.palette.ink, 0.35),
        )


def near_grass(board: Board, height: float = 120.0, *, corners: bool = True) -> None:
    """Out-of-focus blades along the lower edge, taller in the corners."""
    with board.sheet(1.5, fuzz=4.5, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        line = [(board.left, 1012.0), (board.wide / 2, 1030.0), (board.right, 1010.0)]
        s.fill(herbs.grass(board.chance, line, board.left, board.right, height * 0.75, 0.55))
        if corners:
            for x0, x1 in ((board.left, board.wide * 0.2), (board.wide * 0.8, board.right)):
                s.fill(herbs.grass(board.chance, line, x0, x1, height * 1.9, 0.5))


def near_branch(board: Board, *, leafy: float = 1.0) -> None:
    """A soft bough from the upper corner that is farther from the light, sometimes a second; never as low as a face."""
    right = board.key.x < board.wide / 2
    reach = min(620.0, board.wide * 0.52, max(180.0, (board.crown - 20) / 0.66))
    far, near = (board.right + 20, board.left - 20) if right else (board.left - 20, board.right + 20)
    slope = board.chance.uniform(0.04, 0.14)
    with board.sheet(1.5, fuzz=4.0, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        herbs.framing_branch(board, s, far, board.chance.uniform(-30, 10), math.pi - slope if right else slope, reach, leafy=leafy)
        if board.chance.random() < 0.6:
            herbs.framing_branch(board, s, near, -50, 0.3 if right else math.pi - 0.3, reach * 0.5, leafy=leafy)


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


def boulders(board: Board, sheet: Sheet, count: int) -> None:
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


def near_pines(board: Board) -> None:
    with board.sheet(1.5, fuzz=4.5, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        for x, h in ((-30.0, 900.0), (board.wide + 40, 1050.0)):
            foliage.pine(board, s, x, 1060, h)


def ripples(board: Board, sheet: Sheet) -> None:
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
