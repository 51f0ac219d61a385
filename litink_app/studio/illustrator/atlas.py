"""Maps: coasts cut from paper on a sea of paper, the places of a text pinned and named; framed around what is named."""

import skia

from litink_app.studio.gazetteer import PLACES
from litink_app.studio.illustrator.board import Board
from litink_app.studio.illustrator.curves import box, circle, limb, spline
from litink_app.studio.illustrator.lettering import fitted, write
from litink_app.studio.illustrator.palette import mix, paint_of
from litink_app.studio.illustrator.plates import foot_of

Coast = list[tuple[float, ...]]

COASTS: tuple[Coast, ...] = (
    [(-17, 15), (-16, 21), (-10, 29), (-6, 35), (10, 37), (11, 33), (20, 31), (32, 31), (35, 28), (37, 21), (43, 12), (51, 12), (48, 5), (41, -2), (40, -10), (35, -20), (32, -28), (27, -34), (18, -34), (15, -27), (12, -17), (13, -8), (9, 0), (9, 4), (4, 6), (-4, 5), (-8, 4), (-13, 9)],
    [(-9, 37), (-9, 43), (-2, 44), (-4, 48), (2, 51), (8, 54), (8, 57), (11, 56), (12, 54), (20, 55), (24, 58), (30, 60), (22, 60), (22, 65), (25, 66), (17, 61), (12, 56), (5, 59), (6, 62), (14, 68), (25, 71), (40, 67), (44, 66), (54, 69), (68, 69), (73, 72), (90, 75), (105, 77), (113, 74), (130, 71), (142, 72), (160, 70), (178, 69), (178, 65), (163, 60), (157, 51), (155, 58), (142, 59), (135, 54), (141, 48), (131, 43), (127, 39), (129, 35), (126, 35), (125, 40), (118, 39), (122, 37), (121, 31), (118, 24), (108, 21), (109, 12), (105, 9), (100, 13), (104, 2), (98, 8), (98, 16), (91, 22), (86, 20), (80, 13), (77, 8), (73, 17), (72, 21), (67, 25), (57, 26), (51, 29), (48, 30), (51, 25), (56, 25), (59, 22), (52, 16), (45, 13), (43, 13), (39, 21), (35, 28), (34, 31), (36, 36), (28, 36), (27, 40), (41, 41), (37, 45), (30, 46), (28, 42), (23, 40), (24, 38), (22, 36.5), (19, 42), (13, 45.5), (18, 40), (16, 38), (15, 40), (10, 44), (4, 43), (3, 42), (0, 38.5), (-5, 36)],
    [(-5, 50), (1, 51), (1.5, 53), (-2, 56), (-2, 58), (-5, 58.5), (-5, 55), (-3, 54), (-5, 52)],
    [(-10, 52), (-6, 52), (-6, 55), (-8, 55)],
    [(-168, 66), (-156, 71), (-128, 70), (-110, 68), (-95, 69), (-85, 69), (-82, 66), (-94, 61), (-94, 58), (-82, 55), (-79, 52), (-78, 58), (-78, 62), (-70, 61), (-64, 59), (-56, 53), (-60, 50), (-66, 50), (-60, 46), (-66, 44), (-70, 42), (-74, 40), (-76, 35), (-81, 31), (-80, 25), (-83, 29), (-90, 30), (-97, 27), (-97, 21), (-94, 18), (-90, 21), (-87, 21), (-88, 16), (-83, 15), (-83, 10), (-78, 9), (-82, 7.5), (-87, 13), (-95, 16), (-105, 20), (-112, 29), (-114, 31), (-110, 23), (-117, 33), (-122, 37), (-124, 45), (-123, 49), (-135, 58), (-150, 60), (-160, 57), (-165, 61)],
    [(-78, 8), (-72, 12), (-62, 10), (-51, 4), (-50, 0), (-35, -6), (-39, -15), (-41, -22), (-48, -26), (-54, -34), (-62, -39), (-66, -47), (-69, -52), (-74, -52), (-73, -42), (-71, -30), (-70, -18), (-76, -14), (-81, -5), (-80, 0), (-77, 4)],
    [(114, -22), (122, -18), (130, -12), (136, -12), (140, -17), (142, -11), (146, -19), (153, -26), (150, -37), (144, -38), (138, -35), (131, -32), (118, -35), (115, -33)],
    [(-73, 78), (-60, 82), (-30, 83), (-18, 77), (-22, 70), (-40, 65), (-44, 60), (-51, 64), (-54, 70)],
    [(-24, 65), (-22, 64), (-14, 65), (-16, 66.5), (-22, 66.3)],
    [(130, 32), (136, 34), (141, 36), (142, 40), (140, 42), (145, 44), (142, 45.5), (139, 41), (138, 37), (132, 35)],
    [(44, -25), (47, -25), (50, -15), (44, -17)],
    [(173, -35), (178, -38), (175, -41), (171, -46), (167, -46), (172, -41)],
    [(109, 2), (113, 3), (119, 7), (117, -3), (111, -3)],
    [(95, 5), (104, -3), (105, -6), (98, 0)],
    [(131, -1), (141, -3), (150, -10), (138, -8)],
    [(-84, 22), (-77, 21), (-75, 20), (-80, 23)],
    [(-180, -72), (-60, -72), (0, -70), (90, -67), (180, -72), (180, -95), (-180, -95)],
)  # fmt: skip
"""Coasts as a child would cut them out."""

LEAST = 62.0
"""Degrees of longitude that a map shows at least, so that coasts are known again."""

SEA, LAND = (0.42, 0.60, 0.66), (0.90, 0.82, 0.62)
"""What the palette's papers are tinted with, so that land and water are never one."""

BRINK = 0.26
"""Room around what is named, as a part of the map's breadth."""


class Projection:
    """Degrees to stage units, for a frame around some places."""

    def __init__(self, places: list[tuple[float, float]], left: float, top: float, right: float, bottom: float) -> None:
        xs, ys = [x for x, _ in places], [y for _, y in places]
        wide = max(
            LEAST, (max(xs) - min(xs)) * (1 + 2 * BRINK), (max(ys) - min(ys)) * (1 + 2 * BRINK) * (right - left) / (bottom - top) * 1.25
        )
        self._scale = (right - left) / min(wide, 360.0)
        self._middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        self._at = (left + right) / 2, (top + bottom) / 2

    def __call__(self, east: float, north: float) -> tuple[float, float]:
        return self._at[0] + (east - self._middle[0]) * self._scale, self._at[1] - (north - self._middle[1]) * self._scale * 1.25


def atlas(board: Board, names: list[str], shown: int, top: float) -> None:
    """The map of the places named; the first `shown` of them have their pins, the newest is lit."""
    known = [name for name in names if name in PLACES]
    left, right, bottom = board.wide * 0.07, board.wide * 0.93, foot_of(board)
    seen = Projection([PLACES[name] for name in known] or [(10.0, 30.0)], left, top, right, bottom)
    frame = box(left, top, right, bottom, 22)
    p = board.palette
    with board.sheet(0.3, shadow=0.4, glow=0.4, rim=0.6) as s:
        s.fill(frame, mix(mix(p.zenith, p.horizon, 0.30), SEA, 0.40))
    board.canvas.save()
    board.canvas.clipPath(frame, doAntiAlias=True)
    with board.sheet(0.75, shadow=0.5, glow=0.15, rim=0.7) as s:
        for coast in COASTS:
            s.fill(spline([(*seen(east, north), 0.55) for east, north in coast]), mix(mix(p.mid, p.horizon, 0.42), LAND, 0.50))
    _graticule(board, seen, left, right)
    board.canvas.restore()
    spots = [seen(*PLACES[name]) for name in known]
    taken = [skia.Rect.MakeXYWH(x - 14, y - 14, 28, 28) for x, y in spots]
    for i, (name, spot) in enumerate(zip(known[:shown], spots, strict=False)):
        _pin(board, name, spot, taken, (left, right), lit=i == shown - 1)


def _graticule(board: Board, seen: Projection, left: float, right: float) -> None:
    """Parallels and meridians, hardly there."""
    ink = skia.Paint(AntiAlias=True, Color=paint_of(board.palette.ink, 0.10), Style=skia.Paint.kStroke_Style, StrokeWidth=1.6)
    for degree in range(-180, 181, 10):
        x, y = seen(degree, 0)[0], seen(0, degree / 2)[1]
        board.canvas.drawLine(x, 0, x, 1000, ink)
        board.canvas.drawLine(left, y, right, y, ink)


def _pin(board: Board, name: str, at: tuple[float, float], taken: list[skia.Rect], edges: tuple[float, float], *, lit: bool) -> None:
    """A pin and its label, beside, above or below it: where no other label lies."""
    x, y = at
    words = fitted(name, "bold", 260, 46, largest=31, smallest=18)
    w, h = words.width + 30, words.height + 18
    spots = [(x + 24, y - h / 2), (x - 24 - w, y - h / 2), (x - w / 2, y - 26 - h), (x - w / 2, y + 26)]
    free = [spot for spot in spots if edges[0] <= spot[0] and spot[0] + w <= edges[1]]
    boxes = [skia.Rect.MakeXYWH(px, py, w, h) for px, py in free or spots]
    label = next((one for one in boxes if not any(skia.Rect.Intersects(one, other) for other in taken)), boxes[0])
    taken.append(label)
    p = board.palette
    with board.sheet(0.95, shadow=0.45, glow=0.1, rim=0.8) as s:
        s.fill(circle(x, y, 13), mix(p.ink, (0.75, 0.2, 0.15), 0.75))
        s.fill(circle(x, y, 5), p.glow)
        s.fill(limb([(x, y), (label.centerX(), label.centerY())], [1.6, 1.6]), p.ink)
        s.fill(
            box(label.left(), label.top(), label.right(), label.bottom(), 10),
            mix(p.glow, (0.98, 0.72, 0.3), 0.6) if lit else mix(p.glow, (1.0, 1.0, 1.0), 0.5),
        )
    write(board.canvas, words, label.centerX(), label.top() + 9, p.ink)
