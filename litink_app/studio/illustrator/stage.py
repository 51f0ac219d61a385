"""The stage: a brief becomes layers and puppets, and any moment of it can be painted."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

import skia
from PIL import Image

from litink_app.errors import Refused
from litink_app.schemas.picture import MOODS, TIMES, WEATHERS, Actor, PictureBrief, PictureKind, PictureStyle
from litink_app.schemas.script import Setting
from litink_app.studio.illustrator import cards, diagrams, light, palette, setdress, sheets
from litink_app.studio.illustrator.board import BLEED, TALL, Board, Lamp, Layer
from litink_app.studio.illustrator.cast import puppet_of, reach_of
from litink_app.studio.illustrator.kits import INDOORS, KITS
from litink_app.studio.illustrator.paper import LINEAR
from litink_app.studio.illustrator.pose import Pose
from litink_app.studio.illustrator.puppet import Puppet
from litink_app.studio.illustrator.weather import Air, air_of
from litink_app.studio.illustrator.words import brief_of

__all__ = ["Layer", "Pose", "Puppet", "Stage", "View", "build_stage", "draw_from_words", "picture"]


@dataclass(frozen=True, slots=True)
class View:
    """What the camera sees: its centre in 0..1 of the picture, and how much nearer it is."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0


WHOLE = View()


@dataclass(frozen=True)
class Stage:
    """A built scene. `margin` is how far layers reach beyond the frame, as a part of its longer side."""

    width: int
    height: int
    layers: tuple[Layer, ...]
    puppets: tuple[Puppet, ...]
    veil: skia.Image
    air: Air
    margin: float = BLEED
    facts: dict[str, float] = field(default_factory=dict[str, float])

    def paint(self, canvas: skia.Canvas, view: View = WHOLE, poses: Mapping[str, Pose] | None = None, t: float = 0.0) -> None:
        """Draws one frame: layers with parallax, puppets in their poses, weather at `t` seconds."""
        poses = poses or {}
        for layer in self.layers:
            if layer.depth <= 1.0:
                self._layer(canvas, layer, view)
        canvas.save()
        self.aim(canvas, view, 1.0)
        canvas.scale(self.height / TALL, self.height / TALL)
        for puppet in self.puppets:
            puppet.show(canvas, poses.get(puppet.id, puppet.resting))
        canvas.restore()
        for layer in self.layers:
            if layer.depth > 1.0:
                self._layer(canvas, layer, view)
        canvas.save()
        canvas.scale(self.height / TALL, self.height / TALL)
        self.air.draw(canvas, t)
        canvas.restore()
        canvas.drawImage(self.veil, 0, 0)

    def _layer(self, canvas: skia.Canvas, layer: Layer, view: View) -> None:
        fade = min(1.0, max(0.0, 1 - (view.zoom - 1.3) / 0.5)) if layer.depth > 1.0 else 1.0
        if fade <= 0:
            return
        paint = None if fade == 1.0 else skia.Paint(Alphaf=fade)
        if view.zoom == 1.0:
            canvas.drawImage(layer.image, layer.x, layer.y, skia.SamplingOptions(), paint)
            return
        canvas.save()
        self.aim(canvas, view, layer.depth)
        canvas.drawImage(layer.image, layer.x, layer.y, LINEAR, paint)
        canvas.restore()

    def aim(self, canvas: skia.Canvas, view: View, depth: float) -> None:
        """Moves the canvas so that a plane at `depth` is seen through `view`."""
        share = 0.35 + 0.65 * depth if depth <= 1.0 else depth
        half = 0.5 / view.zoom
        x, y = (min(1 - half, max(half, v)) for v in (view.x, view.y))
        zoom = 1 + (view.zoom - 1) * share
        slack = self.margin if depth > 1.0 else 0.0
        reach = max(0.0, 0.5 - 0.5 / zoom) + slack
        dx, dy = (min(reach, max(-reach, (v - 0.5) * share)) for v in (x, y))
        canvas.translate(self.width / 2, self.height / 2)
        canvas.scale(zoom, zoom)
        canvas.translate(-(0.5 + dx) * self.width, -(0.5 + dy) * self.height)

    def frame(self, view: View = WHOLE, poses: Mapping[str, Pose] | None = None, t: float = 0.0) -> skia.Image:
        """One frame as an image."""
        surface = skia.Surface(self.width, self.height)
        self.paint(surface.getCanvas(), view, poses, t)
        return surface.makeImageSnapshot()


def build_stage(brief: PictureBrief) -> Stage:
    """Builds the stage of a brief of any kind. The same brief gives the same stage."""
    setting = checked(brief.setting or cards.card_setting(brief))
    board = new_board(brief, setting)
    puppets = BUILDERS[brief.kind](board, brief, setting)
    air = air_of(
        setting.weather, setting.time, indoors=board.indoors, kit=setting.kit, color=board.palette.glow, wide=board.wide, seed=brief.seed
    )
    if brief.kind in (PictureKind.REFERENCE_SHEET, PictureKind.DIAGRAM):
        air = replace(air, kind="")
    return Stage(brief.width, brief.height, tuple(sorted(board.layers, key=lambda layer: layer.depth)), puppets, light.veil(board), air)


def _scene(board: Board, brief: PictureBrief, setting: Setting) -> tuple[Puppet, ...]:
    KITS[setting.kit](board)
    setdress.set_out(board, brief.props, setting.kit, [actor.look.carries for actor in brief.actors])
    puppets = tuple(puppet_of(actor, board, x) for actor, x in zip(brief.actors, board.spots, strict=True))
    board.layers = [_parted(board, layer, puppets) if layer.depth > 1.0 else layer for layer in board.layers]
    return puppets


def _parted(board: Board, layer: Layer, puppets: Sequence[Puppet]) -> Layer:
    """A layer in front of the actors, thinned out where it would hide one: twigs and curtains frame people, they do not cover them."""
    surface = skia.Surface(layer.image.width(), layer.image.height())
    canvas = surface.getCanvas()
    canvas.drawImage(layer.image, 0, 0)
    canvas.translate(-layer.x, -layer.y)
    canvas.scale(board.scale, board.scale)
    for puppet in puppets:
        box = puppet.bounds(puppet.resting)
        canvas.save()
        canvas.translate(box.centerX(), box.centerY() - box.height() * 0.10)
        canvas.scale(box.width() * 0.5 + 70, box.height() * 0.62)
        hole = skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, [skia.ColorBLACK, skia.ColorBLACK, 0], [0.0, 0.62, 1.0])
        canvas.drawCircle(0, 0, 1.0, skia.Paint(AntiAlias=True, Shader=hole, BlendMode=skia.BlendMode.kDstOut))
        canvas.restore()
    return Layer(surface.makeImageSnapshot(), layer.depth, layer.x, layer.y)


def _cover(board: Board, brief: PictureBrief, setting: Setting) -> tuple[Puppet, ...]:
    cards.cover(board, brief, setting)
    return tuple(puppet_of(actor, board, x) for actor, x in zip(brief.actors, board.spots, strict=True))


def _title_card(board: Board, brief: PictureBrief, setting: Setting) -> tuple[Puppet, ...]:
    cards.title_card(board, brief, setting)
    return ()


def _portrait(board: Board, brief: PictureBrief, setting: Setting) -> tuple[Puppet, ...]:
    return sheets.portrait(board, brief)


def _reference_sheet(board: Board, brief: PictureBrief, setting: Setting) -> tuple[Puppet, ...]:
    sheets.reference_sheet(board, brief)
    return ()


def _diagram(board: Board, brief: PictureBrief, setting: Setting) -> tuple[Puppet, ...]:
    diagrams.diagram(board, brief)
    return ()


BUILDERS: dict[PictureKind, Callable[[Board, PictureBrief, Setting], tuple[Puppet, ...]]] = {
    PictureKind.SCENE: _scene, PictureKind.COVER: _cover, PictureKind.TITLE_CARD: _title_card, PictureKind.PORTRAIT: _portrait,
    PictureKind.REFERENCE_SHEET: _reference_sheet, PictureKind.DIAGRAM: _diagram,
}  # fmt: skip


def checked(setting: Setting) -> Setting:
    """The setting, if it is made of the closed sets."""
    for value, known in ((setting.kit, KITS), (setting.time, TIMES), (setting.weather, WEATHERS), (setting.mood, MOODS)):
        if value not in known:
            raise Refused(f"The illustrator does not know “{value}”.")
    return setting


BARE = frozenset({"courtroom", "school", "laboratory", "train"})
"""Rooms that nobody has papered."""


def new_board(brief: PictureBrief, setting: Setting) -> Board:
    """An empty board with light, palette and the actors' places."""
    indoors = setting.kit in INDOORS
    tones = palette.local(palette.choose(setting.time, setting.mood, indoors=indoors, weather=setting.weather), setting.kit, setting.time)
    if indoors and setting.kit not in BARE:
        tones = palette.papered(tones, palette.rgb(Random(f"walls {setting.kit} {setting.place}").choice(palette.WALLS)), setting.time)
    chance = Random(f"{brief.seed} {setting.kit} {setting.place}")
    board = Board(brief.width, brief.height, tones, chance, setting.time, setting.weather, setting.mood, indoors)
    board.inked = brief.style is PictureStyle.INK_AND_WASH
    board.figure = figure_height(board, brief.actors) * (0.86 if brief.kind is PictureKind.COVER else 1.0)
    board.ground = 890.0 if board.aspect > 1.2 else 860.0 if board.aspect > 0.8 else 820.0
    board.spots = places(board, brief.actors)
    board.crown = board.ground - board.figure * max([0.9, *(actor.look.height for actor in brief.actors)])
    board.lamps = [light.key_light(board)] if not indoors else [Lamp(board.wide * 0.3, 330, board.wide * 0.5, tones.glow, 0.8)]
    return board


SMALLEST = 0.70
"""Where only children and small animals are on the stage, the picture comes nearer, down to this height."""


def figure_height(board: Board, actors: tuple[Actor, ...]) -> float:
    """How tall an adult stands, so that all actors fit side by side."""
    usual = 560.0 if board.aspect > 1.2 else 520.0 if board.aspect > 0.8 else 470.0
    if not actors:
        return usual
    tallest = max(actor.look.height for actor in actors)
    usual /= max(SMALLEST, min(1.0, tallest))
    needed = sum(sum(reach_of(actor)) for actor in actors) + 0.05 * (len(actors) + 1)
    return min(usual, board.wide / needed, 720.0 / tallest)


def places(board: Board, actors: tuple[Actor, ...]) -> tuple[float, ...]:
    """Where each actor stands: as asked, but inside the frame and clear of each other."""
    gap = 0.05 * board.figure
    order = sorted(range(len(actors)), key=lambda i: actors[i].x)
    reach = [tuple(side * board.figure for side in reach_of(actors[i])) for i in order]
    xs: list[float] = []
    for k, i in enumerate(order):
        least = gap + reach[k][0] if k == 0 else xs[-1] + reach[k - 1][1] + gap + reach[k][0]
        xs.append(max(least, actors[i].x * board.wide))
    limit = board.wide - gap
    for k in range(len(xs) - 1, -1, -1):
        xs[k] = min(xs[k], limit - reach[k][1])
        limit = xs[k] - reach[k][0] - gap
    return tuple(xs[order.index(i)] for i in range(len(actors)))


def picture(brief: PictureBrief) -> bytes:
    """The picture of a brief as PNG."""
    return png(build_stage(brief).frame())


def draw_from_words(
    words: str, width: int = 1600, height: int = 900, style: PictureStyle = PictureStyle.PAPER_THEATRE, seed: int = 0
) -> bytes:
    """Draws what the words say; a PNG."""
    return picture(brief_of(words, width=width, height=height, seed=seed, style=style))


def png(image: skia.Image) -> bytes:
    """Encoded without loss; light compression, since paper grain hardly shrinks."""
    pixels = image.toarray(colorType=skia.kRGBA_8888_ColorType)
    out = io.BytesIO()
    Image.fromarray(pixels[..., :3]).save(out, "PNG", compress_level=1)
    return out.getvalue()
