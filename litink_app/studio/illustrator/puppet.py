"""Hinged puppets: parts cut from paper, lit from behind, drawn from a pose."""

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import skia

from litink_app.studio.illustrator.palette import Color, Palette, at_light, gradient, light_of, mix, paint_of, rgb
from litink_app.studio.illustrator.paper import LINEAR, tooth
from litink_app.studio.illustrator.pose import REST, Pose
from litink_app.studio.illustrator.wash import thinned

CACHE = 64
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Inks:
    """The papers that one puppet is cut from, in the light of its scene."""

    skin: Color
    hair: Color
    accent: Color
    second: Color
    dark: Color
    linen: Color
    steel: Color
    line: Color
    light: Color
    rim: Color

    def of(self, name: str) -> Color:
        return getattr(self, name)


def inks(palette: Palette, *, skin: str, hair: str, accent: str, second: str, night: bool, furry: bool = False) -> Inks:
    """Colours of a puppet: its own hues, brought to the darkness of a figure against the light."""
    dim = 0.86 if night else 1.0

    def tone(color: Color, light: float, own: float = 0.75, chroma: float = 1.0) -> Color:
        return mix(palette.ink, at_light(color, light * dim, chroma), own)

    hue, other = rgb(accent), rgb(second)
    cloth = min(0.52, max(0.40, light_of(hue) * 0.78))
    return Inks(
        skin=tone(rgb(skin), (0.14 if furry else 0.20) + 0.61 * light_of(rgb(skin)), 0.95, 0.95 if furry else 1.2),
        hair=tone(rgb(hair), _hair_light(light_of(rgb(hair))), 0.88),
        accent=tone(hue, cloth, 0.86, 1.0),
        second=tone(other, 0.22 + 0.36 * light_of(other), 0.86, 0.95),
        dark=mix(palette.ink, palette.mid, 0.10),
        linen=mix(mix(palette.glow, palette.mid, 0.24), palette.ink, 0.10 if not night else 0.24),
        steel=mix(mix(palette.zenith, palette.glow, 0.42), palette.ink, 0.28),
        line=mix(palette.glow, palette.ink, 0.22),
        light=mix(palette.glow, (1.0, 1.0, 1.0), 0.25),
        rim=mix(palette.glow, palette.horizon, 0.25),
    )


def _hair_light(own: float) -> float:
    """Dark hair keeps its depth, fair and white hair shines."""
    return 0.14 + 0.36 * own + max(0.0, own - 0.5) * 0.55


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of paper. `lift` is how strongly it stands off what is beneath (along `edge`, if given); a `line` part is a cut, without lift or shading."""

    path: skia.Path
    color: Color
    alpha: float = 1.0
    lift: float = 0.5
    line: bool = False
    edge: skia.Path | None = None
    glow: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """A figure drawn once: its picture and where its corner lies from the feet, in pixels."""

    image: skia.Image
    x: float
    y: float


@dataclass
class Puppet:
    """A figure on the stage. `x` and `ground` are stage units, `height` that of one figure unit; `facing` -1 or 1."""

    id: str
    build: Callable[[Pose], list[Part]]
    colors: Inks
    x: float
    ground: float
    height: float
    facing: int = 1
    depth: float = 1.0
    light: tuple[float, float] = (0.6, -0.8)
    face: Callable[[Pose], Box] = lambda pose: (-0.1, -1.0, 0.1, -0.8)
    resting: Pose = REST
    shade: Color = (0.05, 0.04, 0.08)
    cast: float = 0.26
    scale: float = 1.0
    pen: Color | None = None
    _parts: OrderedDict[Pose, tuple[list[Part], skia.Path]] = field(default_factory=OrderedDict, repr=False)
    _prints: OrderedDict[tuple[Pose, float], Print] = field(default_factory=OrderedDict, repr=False)

    def parts(self, pose: Pose) -> tuple[list[Part], skia.Path]:
        """The parts of a pose and the figure's whole shape, kept for the next frame."""
        key = _rounded(pose)
        if key not in self._parts:
            parts = self.build(key)
            shape = skia.Path()
            for part in parts:
                if not part.line:
                    shape.addPath(part.path)
            _keep(self._parts, key, (parts, shape))
        return self._parts[key]

    def bounds(self, pose: Pose = REST) -> skia.Rect:
        """The figure's box in stage units."""
        box = self.parts(pose)[1].computeTightBounds()
        return self._on_stage(box.left(), box.top(), box.right(), box.bottom())

    @property
    def mouth_box(self) -> skia.Rect:
        """Where the face is, in stage units."""
        return self._on_stage(*self.head)

    @property
    def head(self) -> Box:
        """The face's box in figure units, when the figure rests."""
        return self.face(self.resting)

    def _on_stage(self, x0: float, y0: float, x1: float, y1: float) -> skia.Rect:
        left, right = (x0, x1) if self.facing > 0 else (-x1, -x0)
        return skia.Rect.MakeLTRB(
            self.x + left * self.height, self.ground + y0 * self.height, self.x + right * self.height, self.ground + y1 * self.height
        )

    def draw(self, canvas: skia.Canvas, pose: Pose = REST) -> None:
        """Draws the figure on a canvas in stage units; what the canvas clips away costs little."""
        canvas.save()
        canvas.translate(self.x, self.ground)
        self._cut(canvas, pose, self.height)
        canvas.restore()

    def show(self, canvas: skia.Canvas, pose: Pose = REST) -> None:
        """The same from a print: prints are kept by pose and by steps of scale, for many frames of one figure."""
        steps = math.ceil(math.log2(max(0.05, canvas.getTotalMatrix().getScaleX() / self.scale)) * 6 - 1e-4)
        scale = self.scale * 2 ** (steps / 6)
        print_ = self.printed(pose, scale)
        canvas.save()
        canvas.translate(self.x, self.ground)
        canvas.scale(1 / scale, 1 / scale)
        if steps == 0:
            at = canvas.getTotalMatrix()
            canvas.translate(round(at.getTranslateX()) - at.getTranslateX(), round(at.getTranslateY()) - at.getTranslateY())
        canvas.drawImage(print_.image, print_.x, print_.y, skia.SamplingOptions() if steps == 0 else LINEAR)
        canvas.restore()

    def printed(self, pose: Pose, scale: float) -> Print:
        """The figure's picture at `scale` pixels to the stage unit."""
        key = (_rounded(pose), round(scale, 4))
        if key not in self._prints:
            _keep(self._prints, key, self._print(key[0], scale * self.height))
        return self._prints[key]

    def _print(self, pose: Pose, size: float) -> Print:
        box = self.parts(pose)[1].getBounds()
        reach = 0.06 + 0.20 * abs(self.light[0]) if self.cast > 0 else 0.06
        x0, x1 = box.left() - reach, box.right() + reach
        if self.facing < 0:
            x0, x1 = -x1, -x0
        left, top = math.floor(x0 * size), math.floor((box.top() - 0.03) * size)
        surface = skia.Surface(max(1, math.ceil(x1 * size) - left), max(1, math.ceil(0.22 * size) - top))
        canvas = surface.getCanvas()
        canvas.translate(-left, -top)
        self._cut(canvas, pose, size)
        return Print(surface.makeImageSnapshot(), left, top)

    def _cut(self, canvas: skia.Canvas, pose: Pose, size: float) -> None:
        """All parts around the feet at the origin, `size` canvas units to the figure's height."""
        parts, shape = self.parts(pose)
        canvas.save()
        canvas.scale(size * self.facing, size)
        self._shadows(canvas, shape)
        if self.pen is None:
            self._rim(canvas, shape)
        canvas.saveLayer(shape.getBounds().makeOutset(0.02, 0.02))
        for part in parts:
            self._part(canvas, part)
        canvas.drawPaint(_toothed(canvas.getTotalMatrix().getScaleY()))
        canvas.restore()
        canvas.restore()

    def _shadows(self, canvas: skia.Canvas, shape: skia.Path) -> None:
        """A soft pool under the feet and the long shadow that the light throws towards us."""
        box = shape.getBounds()
        wide, middle = box.width() * 0.36 + 0.05, box.centerX() * 0.4
        canvas.save()
        canvas.translate(middle, 0.004)
        canvas.scale(wide, 0.034)
        pool = skia.GradientShader.MakeRadial(
            skia.Point(0, 0), 1.0, [paint_of(self.shade, 0.62), paint_of(self.shade, 0.30), paint_of(self.shade, 0.0)], [0, 0.5, 1]
        )
        canvas.drawCircle(0, 0, 1.0, skia.Paint(AntiAlias=True, Shader=pool))
        canvas.restore()
        if self.cast > 0:
            canvas.save()
            matrix = skia.Matrix()
            matrix.setAll(1, 0.9 * self.light[0] * self.facing, 0, 0, -0.22, 0, 0, 0, 1)
            canvas.concat(matrix)
            fade = gradient(-0.75, 0.0, [self.shade, self.shade], None, [0.0, self.cast])
            canvas.drawPath(shape, skia.Paint(AntiAlias=True, Shader=fade))
            canvas.restore()

    def _rim(self, canvas: skia.Canvas, shape: skia.Path) -> None:
        """Light around the outside of the whole figure, stronger towards the lamp."""
        reach = 0.0040
        canvas.save()
        canvas.translate(self.light[0] * reach * self.facing, self.light[1] * reach)
        paint = skia.Paint(
            AntiAlias=True,
            Color=paint_of(self.colors.rim, 0.9),
            Style=skia.Paint.kStrokeAndFill_Style,
            StrokeWidth=0.0022,
            StrokeJoin=skia.Paint.kRound_Join,
        )
        canvas.drawPath(shape, paint)
        canvas.restore()

    def _part(self, canvas: skia.Canvas, part: Part) -> None:
        if part.glow:
            canvas.drawPath(part.path, _blush(part))
            return
        if part.line:
            canvas.drawPath(
                part.path, skia.Paint(AntiAlias=True, Color=paint_of(part.color, part.alpha), BlendMode=skia.BlendMode.kSrcATop)
            )
            return
        if part.lift > 0:
            edge = skia.Paint(
                AntiAlias=True,
                Color=paint_of(self.shade, 0.15 * part.lift),
                Style=skia.Paint.kStroke_Style,
                StrokeJoin=skia.Paint.kRound_Join,
                BlendMode=skia.BlendMode.kSrcATop,
            )
            for width in (0.022, 0.013, 0.006):
                edge.setStrokeWidth(width)
                canvas.drawPath(part.edge or part.path, edge)
        if self.pen is not None:
            self._pen(canvas, part, self.pen)
            return
        lit = mix(part.color, self.colors.rim, 0.08)
        deep = mix(part.color, self.shade, 0.26)
        shader = gradient(-1.0, 0.0, [lit, part.color, deep], [0.0, 0.45, 1.0])
        canvas.drawPath(part.path, skia.Paint(AntiAlias=True, Shader=shader, Alpha=round(255 * part.alpha)))

    def _pen(self, canvas: skia.Canvas, part: Part, ink: Color) -> None:
        """A wash, darker below, with a pen line around it."""
        line = skia.Paint(
            AntiAlias=True, Color=paint_of(ink, 0.92), Style=skia.Paint.kStroke_Style, StrokeWidth=0.0078, StrokeJoin=skia.Paint.kRound_Join
        )
        canvas.drawPath(part.edge or part.path, line)
        wash = gradient(-1.0, 0.0, [thinned(part.color, 1.0), mix(thinned(part.color, 1.0), part.color, 0.5)])
        canvas.drawPath(part.path, skia.Paint(AntiAlias=True, Shader=wash, Alpha=round(255 * part.alpha)))


def _blush(part: Part) -> skia.Paint:
    """A soft patch, strongest in the middle of the part."""
    box = part.path.getBounds()
    shader = skia.GradientShader.MakeRadial(
        skia.Point(box.centerX(), box.centerY()), box.width() / 2, [paint_of(part.color, part.alpha), paint_of(part.color, 0.0)]
    )
    return skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kSrcATop)


def _keep(cache: OrderedDict[K, V], key: K, value: V) -> None:
    cache[key] = value
    if len(cache) > CACHE:
        cache.popitem(last=False)


def _rounded(pose: Pose) -> Pose:
    """A pose on the grid of what the eye can tell apart, so that frames can share work."""

    def grid(value: float, steps: int) -> float:
        return round(value * steps) / steps

    walk = (grid(pose.walk % 1.0, 32) or 1.0) if pose.walk else 0.0
    return Pose(
        pose.mouth, grid(pose.blink, 3), grid(pose.gaze, 3), grid(pose.arm, 16), grid(pose.lean, 12), walk, grid(pose.breath % 1.0, 8) % 1.0
    )


def _toothed(size: float) -> skia.Paint:
    """The paper's tooth over a figure drawn `size` pixels tall per unit."""
    matrix = skia.Matrix()
    matrix.setScale(1 / size, 1 / size)
    return skia.Paint(Shader=tooth(1.0).makeWithLocalMatrix(matrix), BlendMode=skia.BlendMode.kSrcATop)
