"""Portraits and reference sheets of one character."""

import math
from dataclasses import replace

import skia

from litink_app.errors import Refused
from litink_app.schemas.picture import Actor, Look, PictureBrief
from litink_app.studio.illustrator import foliage, light
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.cast import puppet_of
from litink_app.studio.illustrator.curves import circle, gather, place
from litink_app.studio.illustrator.lettering import fitted, write
from litink_app.studio.illustrator.palette import Color, gradient, mix, paint_of, rgb
from litink_app.studio.illustrator.paper import tooth
from litink_app.studio.illustrator.pose import Pose
from litink_app.studio.illustrator.puppet import Puppet


def who(brief: PictureBrief) -> Actor:
    """The one whom a portrait or sheet is of."""
    if not brief.actors:
        raise Refused("A portrait needs somebody to draw.")
    return brief.actors[0]


def portrait(board: Board, brief: PictureBrief) -> tuple[Puppet, ...]:
    """A bust before a paper sun, with leaves around it."""
    actor = who(brief)
    board.lamps = [Lamp(board.wide * 0.60, 400, 760, board.palette.glow, 1.0)]
    reach = min(400.0, board.wide * 0.44)
    with board.layer(0.0):
        light.sky(board, floor=1100, disc=False, clouds=0.0)
    with board.layer(0.4):
        with board.sheet(0.45, shadow=0.35) as s:
            _wreath(board, s, reach)
        with board.sheet(0.2, shadow=0.35) as s:
            s.fill(
                circle(board.wide / 2, 500, reach), mix(mix(board.palette.glow, board.palette.horizon, 0.30), rgb(actor.look.accent), 0.20)
            )
    return (_bust(board, puppet_of(actor, board, board.wide / 2), reach),)


def _bust(board: Board, puppet: Puppet, reach: float) -> Puppet:
    """The puppet enlarged until head and shoulders fill the medallion."""
    x0, y0, x1, y1 = puppet.head
    height = reach * 1.02 / max(y1 - y0, (x1 - x0) * 0.85)
    head_y, head_x = (y0 + y1) / 2, (x0 + x1) / 2 * puppet.facing
    return replace(puppet, height=height, ground=480 - head_y * height, x=board.wide / 2 - head_x * height * 0.9, cast=0.0)


def _wreath(board: Board, sheet: Sheet, reach: float) -> None:
    blade = foliage.leaf(1.0, 0.26)
    leaves: list[skia.Path] = []
    for i in range(150):
        a = i / 150 * math.tau
        turn = math.degrees(a) + 70 + board.chance.uniform(-42, 42)
        r = reach * board.chance.uniform(0.95, 1.06)
        leaves.append(place(blade, board.wide / 2 + math.cos(a) * r, 500 + math.sin(a) * r, turn, board.chance.uniform(40, 86)))
    sheet.fill(gather(leaves))


POSES = (("stand", 1, "rest"), ("talk", 1, "eh"), ("walk", 1, "rest"), ("point", -1, "rest"), ("sit", 1, "rest"))
MOUTHS = ("rest", "ee", "ah", "oh", "oo", "lip_teeth")


def reference_sheet(board: Board, brief: PictureBrief) -> None:
    """One character from all sides: poses on a line, faces with mouths, colours, name."""
    look = who(brief).look
    board.lamps = [Lamp(board.wide * 0.8, 100, 1400, board.palette.glow, 0.8)]
    paper = mix(board.palette.glow, (0.98, 0.95, 0.89), 0.6)
    with board.layer(0.0):
        _paper(board, paper)
        _heading(board, look)
        _figures(board, look)
        _faces(board, look, mix(paper, board.palette.horizon, 0.6))


def _paper(board: Board, color: Color) -> None:
    canvas = board.canvas
    canvas.drawPaint(skia.Paint(Shader=gradient(0, 1000, [color, mix(color, board.palette.horizon, 0.35)])))
    canvas.save()
    canvas.resetMatrix()
    canvas.drawPaint(skia.Paint(Shader=tooth(1.0, board.scale)))
    canvas.restore()


def _heading(board: Board, look: Look) -> None:
    ink = mix(board.palette.ink, board.palette.mid, 0.1)
    name = fitted(look.name, "bold", board.wide * 0.7, 84, largest=62, smallest=24)
    write(board.canvas, name, 56, 40, ink, align=0.0)
    said = ", ".join(part for part in (look.species or look.age.value, look.build) if part and part != "unknown")
    write(
        board.canvas,
        fitted(said, "italic", board.wide * 0.7, 40, largest=28, smallest=16),
        58,
        44 + name.height,
        ink,
        align=0.0,
        alpha=0.75,
    )
    swatches = (rgb(look.accent), board.palette.mid, board.palette.ink)
    for i, color in enumerate(swatches):
        board.canvas.drawCircle(board.wide - 80 - i * 62, 84, 26, skia.Paint(AntiAlias=True, Color=paint_of(color)))


def _figures(board: Board, look: Look) -> None:
    wide = board.aspect > 0.9
    poses = POSES if wide else POSES[:3]
    board.ground = 668.0
    room = board.wide / (len(poses) + 0.2)
    sample = puppet_of(Actor(look), board, 0.0)
    broad = max(0.42, sample.bounds().width() / sample.height)
    board.figure = min(450.0, room * 0.94 / broad, room * 2.0) / look.height
    for i, (pose, facing, mouth) in enumerate(poses):
        puppet = puppet_of(Actor(look, 0.5, facing, pose), board, room * (i + 0.6))
        replace(puppet, cast=0.10).draw(board.canvas, Pose(mouth=mouth))


def _faces(board: Board, look: Look, ground: Color) -> None:
    """Medallions along the lower edge, each with another mouth."""
    count = 6 if board.aspect > 1.3 else 4 if board.aspect > 0.9 else 3
    room = board.wide / (count + 0.2)
    r = min(118.0, room * 0.44)
    for i, mouth in enumerate(MOUTHS[:count]):
        x, y = room * (i + 0.6), 838.0
        canvas = board.canvas
        canvas.save()
        canvas.clipPath(circle(x, y, r), skia.ClipOp.kIntersect, True)
        canvas.drawPaint(skia.Paint(Color=paint_of(mix(ground, rgb(look.accent), 0.16))))
        puppet = puppet_of(Actor(look, 0.5, 1 if i < count - 1 else -1), board, x)
        _medal(puppet, x, y, r).draw(canvas, Pose(mouth=mouth, blink=1.0 if mouth == "oo" else 0.0))
        canvas.restore()


def _medal(puppet: Puppet, x: float, y: float, r: float) -> Puppet:
    x0, y0, x1, y1 = puppet.head
    height = r * 1.36 / max(y1 - y0, (x1 - x0) * 0.85)
    return replace(puppet, height=height, ground=y - 6 - (y0 + y1) / 2 * height, x=x - (x0 + x1) / 2 * puppet.facing * height, cast=0.0)
