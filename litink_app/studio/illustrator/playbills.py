"""What surrounds a title: each kind of place has its own frame of cut paper, and the place itself is seen through it as in a mist."""

import math
from collections.abc import Callable

import skia

from litink_app.studio.illustrator import fittings
from litink_app.studio.illustrator.board import Board, Layer
from litink_app.studio.illustrator.curves import box, circle, gather, spline
from litink_app.studio.illustrator.palette import mix, paint_of
from litink_app.studio.illustrator.portal import frame, frames

MIST = 0.66
"""How much of the light lies over the place where the words stand; at the rim it is a third of that."""


def vision(board: Board, kit: Callable[[Board], None]) -> None:
    """The place behind the words: far away, in light, without what stands before the actors."""
    kit(board)
    board.layers[:] = [_dimmed(board, layer) for layer in board.layers if layer.depth <= 1.0]


def _dimmed(board: Board, layer: Layer) -> Layer:
    """A layer of the place as far behind as all title cards have their picture."""
    return Layer(layer.image, layer.depth * 0.5, layer.x, layer.y)


def mist(board: Board) -> None:
    """Light over the place, thickest in the middle."""
    p = board.palette
    pale = mix(p.glow, (1.0, 1.0, 1.0), 0.35)
    with board.layer(0.55):
        shader = skia.GradientShader.MakeRadial(
            skia.Point(board.wide / 2, 480),
            max(board.wide, 1000) * 0.56,
            [paint_of(pale, alpha) for alpha in (MIST + 0.14, MIST, MIST / 3)],
            [0.0, 0.42, 0.95],
        )
        board.canvas.drawRect(
            skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom), skia.Paint(AntiAlias=True, Shader=shader)
        )


def ring(board: Board) -> None:
    """A ring of leaves, for woods, fields and gardens."""
    frames(board, board.wide / 2, 480, count=2, inner=0.76)


def hollow(board: Board) -> None:
    """Bare ragged edges, for rocks, ice and sand."""
    for i in range(3):
        reach = 0.78 + 0.13 * i
        with board.layer(0.62 + 0.25 * i), board.sheet(0.45 + 0.5 * i, shadow=0.55, rim=0.75, glow=0.35) as s:
            frame(board, s, board.wide / 2, 480, board.wide * 0.5 * reach, 500 * reach, fringe="shard", size=24 + 12 * i, wobble=0.14)


def waves(board: Board) -> None:
    """Waves below and scallops of cloud above, for all waters."""
    for i in range(3):
        with board.layer(0.62 + 0.25 * i), board.sheet(0.40 + 0.5 * i, shadow=0.5, rim=0.8, glow=0.35) as s:
            s.fill(_swell(board, 830 + 62 * i, 150 - 18 * i, 0.5 * i, up=True))
            s.fill(_swell(board, 96 - 44 * i, 190 - 30 * i, 0.5 * i, up=False))


def _swell(board: Board, y: float, step: float, shift: float, *, up: bool) -> skia.Path:
    """A sheet that ends in a row of round crests."""
    edge = board.bottom + 20 if up else board.top - 20
    out = box(board.left - 20, min(y, edge), board.right + 20, max(y, edge))
    count = int((board.right - board.left) / step) + 3
    return gather([out, *(circle(board.left + (k - 1 + shift) * step, y, step * 0.56) for k in range(count))])


def arch(board: Board) -> None:
    """A gate in a wall, one within the other, for towns and castles."""
    for i in range(3):
        half = board.wide * (0.37 + 0.045 * i)
        with board.layer(0.62 + 0.25 * i), board.sheet(0.45 + 0.5 * i, shadow=0.55, rim=0.85, glow=0.35) as s:
            s.fill(box(board.left - 30, board.top - 30, board.right + 30, board.bottom + 30))
            s.hole(_gate(board.wide / 2, half, 120 - 44 * i, 880 + 40 * i))
            if i < 2:
                s.line(_gate(board.wide / 2, half + 12, 108 - 44 * i, 892 + 40 * i), 2.4, mix(s.color, board.palette.glow, 0.5), 0.8)


def _gate(x: float, half: float, top: float, foot: float) -> skia.Path:
    """An opening with straight sides under a flat pointed arch."""
    spring = min(top + half * 0.75, top + 300)
    path = skia.Path()
    path.moveTo(x - half, foot)
    path.lineTo(x - half, spring)
    path.cubicTo(x - half, spring - (spring - top) * 0.6, x - half * 0.42, top + (spring - top) * 0.08, x, top)
    path.cubicTo(x + half * 0.42, top + (spring - top) * 0.08, x + half, spring - (spring - top) * 0.6, x + half, spring)
    path.lineTo(x + half, foot)
    path.close()
    return path


def stage(board: Board) -> None:
    """Curtains drawn aside under a valance, for rooms."""
    cloth = mix(board.palette.mid, board.palette.ink, 0.35)
    wide = max(150.0, board.wide * 0.17)
    with board.layer(0.9), board.sheet(0.9, shadow=0.55, rim=0.8, glow=0.3) as s:
        fittings.curtain(board, s, board.left, board.top, board.bottom, wide * 1.5, 1, cloth)
        fittings.curtain(board, s, board.right, board.top, board.bottom, wide * 1.5, -1, cloth)
    for i in range(2):
        with board.layer(1.0 + 0.12 * i), board.sheet(0.9 + 0.3 * i, shadow=0.5, rim=0.8, glow=0.25) as s:
            s.fill(_swags(board, 118 - 44 * i, 5 + i), mix(cloth, board.palette.ink, 0.25 * i))
    with board.layer(1.12), board.sheet(1.2, shadow=0.5, rim=0.8, glow=0.2) as s:
        s.fill(box(board.left - 30, 944, board.right + 30, board.bottom + 20), mix(cloth, board.palette.ink, 0.5))
        s.line(skia.Path().moveTo(board.left, 956).lineTo(board.right, 956), 2.4, board.palette.glow, 0.55)


def _swags(board: Board, y: float, count: int) -> skia.Path:
    """Cloth that hangs in bows from above."""
    step = (board.right - board.left) / count
    path = box(board.left - 20, board.top - 40, board.right + 20, y - 50)
    for k in range(count):
        x = board.left + k * step
        bow = [(x + step * t, y - 60 + 64 * math.sin(math.pi * t), 0.8) for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)]
        path.addPath(spline([(x, y - 70, 0.3), *bow, (x + step, y - 70, 0.3)]))
    return path


def leaf_of_book(board: Board) -> None:
    """A plain sheet with a ruled edge and scalloped rim, for lessons, libraries and courts."""
    inset = 62.0
    with board.layer(0.8), board.sheet(0.85, shadow=0.5, rim=0.8, glow=0.3) as s:
        s.fill(box(board.left - 30, board.top - 30, board.right + 30, board.bottom + 30))
        s.hole(box(inset, inset, board.wide - inset, 1000 - inset, 40))
        s.fill(_beads(inset, inset, board.wide - inset, 1000 - inset, 27.0))
    with board.layer(0.95), board.sheet(1.0, shadow=0.0, rim=0.0, glow=0.0) as s:
        ink = mix(board.palette.ink, board.palette.mid, 0.3)
        s.line(box(inset + 34, inset + 34, board.wide - inset - 34, 1000 - inset - 34, 20), 3.0, ink, 0.7)
        s.line(box(inset + 44, inset + 44, board.wide - inset - 44, 1000 - inset - 44, 14), 1.4, ink, 0.6)


def _beads(left: float, top: float, right: float, bottom: float, step: float) -> skia.Path:
    across, down = round((right - left) / step), round((bottom - top) / step)
    rows = [circle(left + (right - left) * k / across, y, step * 0.5) for k in range(across + 1) for y in (top, bottom)]
    return gather(rows + [circle(x, top + (bottom - top) * k / down, step * 0.5) for k in range(down + 1) for x in (left, right)])


PLAYBILLS: dict[str, Callable[[Board], None]] = {
    **dict.fromkeys(("sea", "ship", "beach", "harbour", "riverside"), waves),
    **dict.fromkeys(("street", "city_night", "castle", "village", "train"), arch),
    **dict.fromkeys(("drawing_room", "kitchen", "bedroom"), stage),
    **dict.fromkeys(("library", "school", "laboratory", "courtroom"), leaf_of_book),
    **dict.fromkeys(("mountains", "snow", "desert", "cave", "battlefield"), hollow),
    **dict.fromkeys(("meadow", "forest", "garden", "road"), ring),
}
"""The frame of a title by the place where the story begins."""
