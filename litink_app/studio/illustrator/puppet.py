"""Hinged puppets: parts cut from paper, lit from behind, drawn from a pose."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

import skia

from litink_app.studio.illustrator.palette import Color, Palette, at_light, gradient, light_of, mix, paint_of, rgb
from litink_app.studio.illustrator.paper import tooth
from litink_app.studio.illustrator.pose import REST, Pose

CACHE = 96


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


def inks(palette: Palette, *, skin: str, hair: str, accent: str, second: str, night: bool) -> Inks:
    """Colours of a puppet: its own hues, brought to the darkness of a figure against the light."""
    dim = 0.86 if night else 1.0

    def tone(color: Color, light: float, own: float = 0.75, chroma: float = 1.0) -> Color:
        return mix(palette.ink, at_light(color, light * dim, chroma), own)

    hue, other = rgb(accent), rgb(second)
    cloth = min(0.52, max(0.40, light_of(hue) * 0.78))
    return Inks(
        skin=tone(rgb(skin), 0.16 + 0.56 * light_of(rgb(skin)), 0.9, 1.0),
        hair=tone(rgb(hair), min(0.44, 0.14 + 0.36 * light_of(rgb(hair))), 0.85),
        accent=tone(hue, cloth, 0.86, 1.0),
        second=tone(other, 0.33, 0.82, 0.85),
        dark=mix(palette.ink, palette.mid, 0.10),
        linen=mix(mix(palette.glow, palette.mid, 0.24), palette.ink, 0.10 if not night else 0.24),
        steel=mix(mix(palette.zenith, palette.glow, 0.42), palette.ink, 0.28),
        line=mix(palette.glow, palette.ink, 0.22),
        light=mix(palette.glow, (1.0, 1.0, 1.0), 0.25),
        rim=mix(palette.glow, palette.horizon, 0.25),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of paper. `lift` is how strongly it stands off what is beneath; a `line` part is a cut, without edge or lift."""

    path: skia.Path
    color: Color
    alpha: float = 1.0
    lift: float = 0.5
    line: bool = False


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
    head: tuple[float, float, float, float] = (-0.1, -1.0, 0.1, -0.8)
    resting: Pose = REST
    shade: Color = (0.05, 0.04, 0.08)
    cast: float = 0.26
    _cache: OrderedDict[Pose, tuple[list[Part], skia.Path]] = field(default_factory=OrderedDict, repr=False)

    def parts(self, pose: Pose) -> tuple[list[Part], skia.Path]:
        """The parts of a pose and the figure's whole shape, kept for the next frame."""
        key = _rounded(pose)
        if key not in self._cache:
            parts = self.build(key)
            shape = skia.Path()
            for part in parts:
                if not part.line:
                    shape.addPath(part.path)
            self._cache[key] = (parts, shape)
            if len(self._cache) > CACHE:
                self._cache.popitem(last=False)
        return self._cache[key]

    def bounds(self, pose: Pose = REST) -> skia.Rect:
        """The figure's box in stage units."""
        box = self.parts(pose)[1].computeTightBounds()
        left, right = (box.left(), box.right()) if self.facing > 0 else (-box.right(), -box.left())
        return skia.Rect.MakeLTRB(
            self.x + left * self.height,
            self.ground + box.top() * self.height,
            self.x + right * self.height,
            self.ground + box.bottom() * self.height,
        )

    @property
    def mouth_box(self) -> skia.Rect:
        """Where the face is, in stage units."""
        x0, y0, x1, y1 = self.head
        left, right = (x0, x1) if self.facing > 0 else (-x1, -x0)
        return skia.Rect.MakeLTRB(
            self.x + left * self.height, self.ground + y0 * self.height, self.x + right * self.height, self.ground + y1 * self.height
        )

    def draw(self, canvas: skia.Canvas, pose: Pose = REST) -> None:
        """Draws the figure on a canvas in stage units."""
        parts, shape = self.parts(pose)
        canvas.save()
        canvas.translate(self.x, self.ground)
        canvas.scale(self.height * self.facing, self.height)
        self._shadows(canvas, shape)
        self._rim(canvas, shape)
        for part in parts:
            self._part(canvas, part)
        canvas.drawPath(shape, _toothed(self.height))
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
        reach = 0.0042
        dx, dy = self.light[0] * reach * self.facing, self.light[1] * reach
        paint = skia.Paint(
            AntiAlias=True,
            Color=paint_of(self.colors.rim, 0.30),
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=0.0062,
            StrokeJoin=skia.Paint.kRound_Join,
        )
        canvas.drawPath(shape, paint)
        canvas.save()
        canvas.translate(dx, dy)
        canvas.drawPath(shape, skia.Paint(AntiAlias=True, Color=paint_of(self.colors.rim, 0.95)))
        canvas.restore()

    def _part(self, canvas: skia.Canvas, part: Part) -> None:
        if part.line:
            canvas.drawPath(part.path, skia.Paint(AntiAlias=True, Color=paint_of(part.color, part.alpha)))
            return
        if part.lift > 0:
            edge = skia.Paint(
                AntiAlias=True,
                Color=paint_of(self.shade, 0.16 * part.lift),
                Style=skia.Paint.kStroke_Style,
                StrokeJoin=skia.Paint.kRound_Join,
            )
            for width in (0.022, 0.012):
                edge.setStrokeWidth(width)
                canvas.save()
                canvas.drawPath(part.path, edge)
                canvas.restore()
        box = part.path.getBounds()
        lit = mix(part.color, self.colors.rim, 0.10)
        deep = mix(part.color, self.shade, 0.22)
        shader = gradient(box.top(), box.bottom(), [lit, part.color, deep], [0.0, 0.35, 1.0])
        canvas.drawPath(part.path, skia.Paint(AntiAlias=True, Shader=shader, Alpha=round(255 * part.alpha)))


def _rounded(pose: Pose) -> Pose:
    """A pose on the grid of what the eye can tell apart, so that frames can share work."""

    def grid(value: float, steps: int) -> float:
        return round(value * steps) / steps

    return Pose(
        pose.mouth,
        grid(pose.blink, 4),
        grid(pose.gaze, 4),
        grid(pose.arm, 24),
        grid(pose.lean, 24),
        grid(pose.walk % 1.0 if pose.walk else 0.0, 48) or (1.0 if pose.walk else 0.0),
        grid(pose.breath % 1.0, 12),
    )


def _toothed(height: float) -> skia.Paint:
    """The paper's tooth over a figure drawn `height` pixels tall per unit."""
    matrix = skia.Matrix()
    matrix.setScale(1 / height, 1 / height)
    return skia.Paint(AntiAlias=True, Shader=tooth(1.0).makeWithLocalMatrix(matrix))
