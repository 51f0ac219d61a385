"""The board: a picture while it is being built, sheet by sheet, from the sky to the nearest leaf.

Units: the frame is 1000 high and 1000 * aspect wide; every sheet reaches `bleed` units beyond it, so that a camera can move.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

import skia

from litink_app.studio.illustrator.palette import Color, Palette, halo, mix, paint_of
from litink_app.studio.illustrator.paper import lay, shadow_tint, soften, tooth
from litink_app.studio.illustrator.wash import washed

BLEED = 0.05
TALL = 1000.0


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light: the sun, the moon, a window, a fire."""

    x: float
    y: float
    reach: float
    color: Color
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Layer:
    """One picture plane: `image` is drawn with its corner at (x, y) pixels of the frame when the camera is at rest."""

    image: skia.Image
    depth: float
    x: int = 0
    y: int = 0


@dataclass
class Board:
    """What every drawing function needs to know of the picture."""

    width: int
    height: int
    palette: Palette
    chance: Random
    time: str = "day"
    weather: str = "clear"
    mood: str = "calm"
    indoors: bool = False
    lamps: list[Lamp] = field(default_factory=list[Lamp])
    spots: tuple[float, ...] = ()
    layers: list[Layer] = field(default_factory=list[Layer])
    figure: float = 480.0
    ground: float = 880.0
    horizon: float = 600.0
    inked: bool = False
    crown: float = 420.0

    def __post_init__(self) -> None:
        self.scale = self.height / TALL
        self.wide = self.width / self.scale
        self.bleed = BLEED * max(self.wide, TALL)
        self._canvas: skia.Canvas | None = None

    @property
    def left(self) -> float:
        return -self.bleed

    @property
    def right(self) -> float:
        return self.wide + self.bleed

    @property
    def top(self) -> float:
        return -self.bleed

    @property
    def bottom(self) -> float:
        return TALL + self.bleed

    @property
    def key(self) -> Lamp:
        """The light that matters most."""
        return self.lamps[0]

    @property
    def aspect(self) -> float:
        return self.wide / TALL

    @property
    def is_dark(self) -> bool:
        return self.time == "night"

    def free_of_actors(self, x: float, reach: float) -> bool:
        """Whether nobody stands within `reach` of `x`."""
        return all(abs(x - spot) > reach for spot in self.spots)

    @contextmanager
    def layer(self, depth: float) -> Generator[None]:
        """Everything drawn within becomes one picture plane."""
        pixels = round(self.bleed * self.scale)
        surface = skia.Surface(self.width + 2 * pixels, self.height + 2 * pixels)
        canvas = surface.getCanvas()
        canvas.translate(pixels, pixels)
        canvas.scale(self.scale, self.scale)
        self._canvas = canvas
        yield
        self._canvas = None
        self.layers.append(_trimmed(surface.makeImageSnapshot(), depth, -pixels))

    @property
    def canvas(self) -> skia.Canvas:
        """The canvas of the open layer, in units."""
        if self._canvas is None:
            raise RuntimeError("no layer is open")
        return self._canvas

    @contextmanager
    def sheet(
        self, depth: float, *, shadow: float = 0.3, rim: float = 0.6, glow: float = 0.5, fuzz: float = 0.0, texture: float = 1.0
    ) -> Generator["Sheet"]:
        """One sheet of paper: cut within, then lit and laid on the open layer with a soft shadow."""
        sheet = Sheet(self, depth)
        yield sheet
        if sheet.bounds is not None:
            sheet.finish(shadow=shadow, rim=rim, glow=glow, fuzz=fuzz, texture=texture)


class Sheet:
    """A sheet of paper of one depth. Cut with `fill`; light, edge, tooth and shadow come at the end."""

    def __init__(self, board: Board, depth: float) -> None:
        self.board = board
        self.depth = depth
        self.color = board.palette.tint(depth)
        self.recorder = skia.PictureRecorder()
        self.canvas = self.recorder.beginRecording(
            skia.Rect.MakeLTRB(board.left - 400, board.top - 400, board.right + 400, board.bottom + 400)
        )
        self.bounds: skia.Rect | None = None

    def fill(self, path: skia.Path, color: Color | None = None, *, shader: skia.Shader | None = None, alpha: float = 1.0) -> None:
        """Cuts a shape; without colour it is the sheet's own."""
        paint = skia.Paint(AntiAlias=True, Color=paint_of(color or self.color, alpha))
        if shader is not None:
            paint.setShader(shader)
        self.draw(path, paint)

    def shine(self, path: skia.Path, shader: skia.Shader) -> None:
        """Light upon the paper; ink and wash leaves it out."""
        if not self.board.inked:
            self.draw(path, skia.Paint(AntiAlias=True, Shader=shader))

    def line(self, path: skia.Path, width: float, color: Color | None = None, alpha: float = 1.0) -> None:
        """A strip along `path`."""
        paint = skia.Paint(AntiAlias=True, Color=paint_of(color or self.color, alpha), Style=skia.Paint.kStroke_Style, StrokeWidth=width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.draw(path, paint)

    def hole(self, path: skia.Path) -> None:
        """Cuts a hole through which what is behind shows."""
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kDstOut))

    def draw(self, path: skia.Path, paint: skia.Paint) -> None:
        self.canvas.drawPath(path, paint)
        bounds = path.getBounds().makeOutset(paint.getStrokeWidth() + 2, paint.getStrokeWidth() + 2)
        if self.bounds is None:
            self.bounds = bounds
        else:
            self.bounds.join(bounds)

    def finish(self, *, shadow: float, rim: float, glow: float, fuzz: float, texture: float) -> None:
        """Lights the sheet and lays it on the layer."""
        board = self.board
        area = skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom)
        if self.bounds is None or not area.intersect(self.bounds):
            return
        image, x, y = self._raster(area)
        image = self._lit(image, x, y, rim, glow, texture)
        canvas = board.canvas
        canvas.save()
        canvas.resetMatrix()
        pixels = round(board.bleed * board.scale)
        canvas.translate(x + pixels, y + pixels)
        if shadow > 0 and not board.inked:
            self._drop(canvas, image, shadow)
        if fuzz > 0:
            soft, factor = soften(image, fuzz * board.scale)
            lay(canvas, soft, 0, 0, soft.width() * factor, soft.height() * factor)
        else:
            canvas.drawImage(image, 0, 0)
        canvas.restore()

    def _raster(self, area: skia.Rect) -> tuple[skia.Image, int, int]:
        """The sheet's pixels and where their corner lies (frame pixels)."""
        scale = self.board.scale
        pad = 24
        x, y = int(area.left() * scale) - pad, int(area.top() * scale) - pad
        surface = skia.Surface(int(area.width() * scale) + 2 * pad, int(area.height() * scale) + 2 * pad)
        canvas = surface.getCanvas()
        canvas.translate(-x, -y)
        canvas.scale(scale, scale)
        canvas.drawPicture(self.recorder.finishRecordingAsPicture())
        return surface.makeImageSnapshot(), x, y

    def _lit(self, image: skia.Image, x: int, y: int, rim: float, glow: float, texture: float) -> skia.Image:
        if self.board.inked:
            return washed(image, self.board.palette, self.depth, self.board.scale)
        if not (texture or glow or rim):
            return image
        surface = skia.Surface(image.width(), image.height())
        canvas = surface.getCanvas()
        canvas.drawImage(image, 0, 0)
        if texture > 0:
            canvas.drawPaint(skia.Paint(Shader=tooth(texture, self.board.scale), BlendMode=skia.BlendMode.kSrcATop))
        if glow > 0:
            self._spill(canvas, x, y, glow)
        if rim > 0:
            self._edge(canvas, image, x, y, rim)
        return surface.makeImageSnapshot()

    def _spill(self, canvas: skia.Canvas, x: int, y: int, glow: float) -> None:
        """Light that shines through the paper around every lamp."""
        scale = self.board.scale
        for lamp in self.board.lamps:
            strength = glow * lamp.strength * max(0.06, 0.9 - 0.78 * self.depth)
            shader = halo(
                lamp.x * scale - x, lamp.y * scale - y, lamp.reach * scale, lamp.color, [strength, strength * 0.45, 0.0], [0.0, 0.4, 1.0]
            )
            canvas.drawPaint(skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop))

    def _edge(self, canvas: skia.Canvas, image: skia.Image, x: int, y: int, rim: float) -> None:
        """A bright edge on the side of the key light: outside of the joined shape only."""
        board, lamp, scale = self.board, self.board.key, self.board.scale
        surface = skia.Surface(image.width(), image.height())
        band = surface.getCanvas()
        band.drawImage(image, 0, 0)
        middle = x + image.width() / 2
        reach = max(0.9, 2.0 * scale)
        aside = max(-1.0, min(1.0, (lamp.x * scale - middle) / (board.width * 0.5)))
        band.drawImage(
            image,
            -reach * 0.8 * aside,
            reach * (0.9 if lamp.y < 900 else -0.9),
            skia.SamplingOptions(),
            skia.Paint(BlendMode=skia.BlendMode.kDstOut),
        )
        shine = mix(lamp.color, board.palette.horizon, 0.25)
        shader = halo(
            lamp.x * scale - x,
            lamp.y * scale - y,
            max(board.wide, TALL) * 0.95 * scale,
            shine,
            [rim, rim * 0.65, rim * 0.22],
            [0.0, 0.4, 1.0],
        )
        band.drawPaint(skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcIn))
        canvas.drawImage(surface.makeImageSnapshot(), 0, 0)

    def _drop(self, canvas: skia.Canvas, image: skia.Image, shadow: float) -> None:
        """The shadow on the sheet behind, thrown away from the key light."""
        board = self.board
        tint = shadow_tint(mix(board.palette.ink, board.palette.mid, 0.15), shadow)
        soft, factor = soften(image, (7 + 7 * self.depth) * board.scale, tint)
        aside = max(-1.0, min(1.0, (board.wide / 2 - board.key.x) / board.wide * 2)) * 5 * board.scale
        lay(canvas, soft, aside, -5 * board.scale, soft.width() * factor, soft.height() * factor)


def _trimmed(image: skia.Image, depth: float, corner: int) -> Layer:
    """The layer without its empty rows."""
    rows = image.toarray(colorType=image.colorType())[..., 3].any(axis=1).nonzero()[0]
    if rows.size == 0 or (rows[0] == 0 and rows[-1] == image.height() - 1):
        return Layer(image, depth, corner, corner)
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    part = skia.Surface(image.width(), bottom - top)
    part.getCanvas().drawImage(image, 0, -top)
    return Layer(part.makeImageSnapshot(), depth, corner, corner + top)
