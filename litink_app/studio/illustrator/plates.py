"""Labelled plates: a figure in a disc of light, its parts tied to their names, or numbered where the picture is narrow."""

import math
from itertools import combinations

import skia

from litink_app.studio.illustrator.board import Board
from litink_app.studio.illustrator.curves import Point, box, circle
from litink_app.studio.illustrator.figures import FIGURES
from litink_app.studio.illustrator.lettering import fitted, write
from litink_app.studio.illustrator.palette import mix
from litink_app.studio.illustrator.plate_parts import Drawing, tone_of

FOOT = 850.0
"""Below this height captions have their place."""

LABEL = 74.0


def foot_of(board: Board) -> float:
    """How far down a picture may go before captions have their place."""
    return FOOT if board.aspect > 1.2 or board.aspect < 0.8 else 780.0


def draw_figure(board: Board, name: str, x: float, y: float, r: float) -> Drawing:
    """The figure in its disc, `r` units from its middle to its edge."""
    drawing = FIGURES[name]()
    with board.sheet(0.35, shadow=0.35, rim=0.5, glow=0.25) as s:
        s.fill(circle(x, y, r * 1.16), mix(mix(board.palette.mid, board.palette.glow, 0.55), (1.0, 1.0, 1.0), 0.10))
        s.line(circle(x, y, r * 1.11), 2.0, mix(board.palette.glow, board.palette.ink, 0.35), 0.6)
    matrix = skia.Matrix()
    matrix.setScale(r * 0.94, r * 0.94)
    matrix.postTranslate(x, y)
    for piece in drawing.pieces:
        path = skia.Path(piece.path)
        path.transform(matrix)
        with board.sheet(0.7, shadow=0.0 if piece.line else 0.28, rim=0.0 if piece.line else 0.5, glow=0.08) as s:
            s.fill(path, tone_of(piece.tone, board.palette.ink), alpha=piece.alpha)
    return drawing


def plate(board: Board, name: str, labels: list[str], shown: int, top: float) -> None:
    """The figure with the first `shown` of its labels; the newest is lit."""
    if board.aspect > 1.2:
        _tied(board, name, labels, shown, top)
    else:
        _numbered(board, name, labels, shown, top)


def _points(drawing: Drawing, labels: list[str], x: float, y: float, r: float) -> list[Point]:
    """Where each label points: its own place, or one that nobody else names."""
    named = dict(drawing.points)
    free = [point for label, point in drawing.points if label not in labels]
    found = [named[label] if label in named else free.pop(0) if free else (0.0, 0.0) for label in labels]
    return [(x + px * r * 0.94, y + py * r * 0.94) for px, py in found]


def _tied(board: Board, name: str, labels: list[str], shown: int, top: float) -> None:
    """Names left and right of the figure, each with a thread to its part."""
    r = (FOOT - top) / 2.36
    x, y = board.wide / 2, top + (FOOT - top) / 2
    points = _points(draw_figure(board, name, x, y, r), labels, x, y, r)
    order = sorted(range(len(labels)), key=lambda i: points[i][0])
    left = order[: len(order) // 2]
    for side, row in ((-1, left), (1, [i for i in order if i not in left])):
        row = sorted(row, key=lambda i: points[i][1])
        ys = _spread([points[i][1] for i in row], top + 40, FOOT - 40)
        for i, at in zip(row, ys, strict=True):
            if i < shown:
                _thread(board, labels[i], points[i], (x + side * (r * 1.16 + 46), at), side, lit=i == shown - 1)


def _spread(ys: list[float], low: float, high: float) -> list[float]:
    """The heights, at least a label apart."""
    out: list[float] = []
    for i, y in enumerate(ys):
        out.append(max(y, low if i == 0 else out[-1] + LABEL))
    for i in range(len(out) - 1, -1, -1):
        out[i] = min(out[i], high - (len(out) - 1 - i) * LABEL)
    return out


def _thread(board: Board, label: str, point: Point, end: Point, side: int, *, lit: bool) -> None:
    paper = mix(board.palette.glow, (1.0, 0.72, 0.30), 0.55) if lit else mix(board.palette.glow, (1.0, 1.0, 1.0), 0.45)
    ink = mix(board.palette.ink, (0.0, 0.0, 0.0), 0.2)
    room = board.wide - end[0] - 40 if side > 0 else end[0] - 40
    text = fitted(label.capitalize(), "bold", room - 44, 50, largest=40, smallest=20)
    wide = text.width + 44
    with board.sheet(0.9, shadow=0.25, rim=0.0, glow=0.0) as s:
        elbow = (end[0] - side * 26, end[1])
        s.line(_line(point, elbow, end), 3.4 if lit else 2.4, ink, 0.85)
        s.fill(circle(*point, 9 if lit else 7), ink)
        s.fill(circle(*point, 5 if lit else 3.6), paper)
    x0 = end[0] if side > 0 else end[0] - wide
    with board.sheet(1.0, shadow=0.40, rim=0.5, glow=0.1) as s:
        s.fill(box(x0, end[1] - 30, x0 + wide, end[1] + 30, 12), paper)
    write(board.canvas, text, x0 + wide / 2, end[1] - text.height / 2, ink)


def _line(*points: Point) -> skia.Path:
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    return path


def _numbered(board: Board, name: str, labels: list[str], shown: int, top: float) -> None:
    """Numbers on the figure, names below it."""
    columns = 2 if board.aspect > 0.8 else 1
    tall = 62.0 * -(-len(labels) // columns)
    r = min((foot_of(board) - top - tall - 50) / 2.32, board.wide * 0.38)
    x, y = board.wide / 2, top + 16 + r * 1.16
    badge = max(13.0, min(20.0, r * 0.085))
    points = _apart(_points(draw_figure(board, name, x, y, r), labels, x, y, r), 2.15 * badge)
    first, width = y + r * 1.16 + 34, board.wide * 0.86 / columns
    for i, label in enumerate(labels[:shown]):
        at = (board.wide * 0.07 + (i % columns) * width, first + (i // columns) * 62)
        _entry(board, i + 1, label, points[i], at, width - 16, badge, lit=i == shown - 1)


def _apart(points: list[Point], least: float) -> list[Point]:
    """The points pushed apart until no badge covers another."""
    found = list(points)
    for _ in range(24):
        for i, j in combinations(range(len(found)), 2):
            (ax, ay), (bx, by) = found[i], found[j]
            gap = math.hypot(bx - ax, by - ay)
            if gap < least:
                ux, uy = ((bx - ax) / gap, (by - ay) / gap) if gap > 0.5 else (1.0, 0.0)
                push = (least - gap) / 2
                found[i], found[j] = (ax - ux * push, ay - uy * push), (bx + ux * push, by + uy * push)
    return found


def _entry(board: Board, number: int, label: str, point: Point, at: Point, width: float, badge: float, *, lit: bool) -> None:
    paper = mix(board.palette.glow, (1.0, 0.72, 0.30), 0.55) if lit else mix(board.palette.glow, (1.0, 1.0, 1.0), 0.45)
    ink = mix(board.palette.ink, (0.0, 0.0, 0.0), 0.2)
    with board.sheet(1.0, shadow=0.40, rim=0.5, glow=0.1) as s:
        s.fill(box(at[0], at[1], at[0] + width, at[1] + 52, 12), paper)
        s.fill(circle(*point, badge), paper)
        s.line(circle(*point, badge), 2.0, ink)
    _digit(board, number, point, badge)
    _digit(board, number, (at[0] + 30, at[1] + 26), 20.0)
    text = fitted(label.capitalize(), "bold", width - 76, 44, largest=34, smallest=18)
    write(board.canvas, text, at[0] + 60, at[1] + 26 - text.height / 2, ink, align=0.0)


def _digit(board: Board, number: int, at: Point, badge: float) -> None:
    text = fitted(str(number), "bold", 36, 34, largest=badge * 1.3, smallest=12)
    write(board.canvas, text, at[0], at[1] - text.height / 2, mix(board.palette.ink, (0.0, 0.0, 0.0), 0.2))
