"""Ink and wash, the second style: the same drawings as thin washes on white paper, pooled at their edges and held by a pen line."""

import skia

from litink_app.studio.illustrator.palette import Color, Palette, mix, paint_of
from litink_app.studio.illustrator.paper import lay, soften, tooth

PAPER: Color = (0.975, 0.955, 0.915)


def thinned(color: Color, depth: float) -> Color:
    """A colour as a wash: far ones are mostly water."""
    return mix(color, PAPER, round(max(0.16, 0.62 - 0.42 * min(1.0, depth)), 2))


def pen(palette: Palette, depth: float) -> Color:
    """The line's colour: far lines are drawn with thinner ink."""
    return mix(mix(palette.ink, (0.08, 0.07, 0.10), 0.5), PAPER, round(max(0.0, 0.58 - 0.62 * min(1.0, depth)), 2))


def washed(image: skia.Image, palette: Palette, depth: float, scale: float) -> skia.Image:
    """A cut sheet as a wash with pooled edges and an outline."""
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    canvas.drawImage(image, 0, 0)
    water = max(0.16, 0.62 - 0.42 * min(1.0, depth))
    canvas.drawPaint(skia.Paint(Color=paint_of(PAPER, water), BlendMode=skia.BlendMode.kSrcATop))
    canvas.drawPaint(skia.Paint(Shader=tooth(2.0, scale), BlendMode=skia.BlendMode.kSrcATop))
    canvas.drawImage(_pooled(image, palette, scale), 0, 0)
    canvas.drawImage(_outline(image, pen(palette, depth), max(0.8, 1.5 * scale)), 0, 0)
    return surface.makeImageSnapshot()


def _pooled(image: skia.Image, palette: Palette, scale: float) -> skia.Image:
    """Pigment that gathers along the inside of an edge while the wash dries."""
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    canvas.drawImage(image, 0, 0)
    soft, factor = soften(image, 7 * scale)
    for _ in range(2):
        lay(canvas, soft, 0, 0, soft.width() * factor, soft.height() * factor, skia.Paint(BlendMode=skia.BlendMode.kDstOut))
    canvas.drawPaint(skia.Paint(Color=paint_of(palette.ink, 0.55), BlendMode=skia.BlendMode.kSrcIn))
    return surface.makeImageSnapshot()


def _outline(image: skia.Image, color: Color, width: float) -> skia.Image:
    """The edge of the joined shape as a line that swells to one side, as a pen's does."""
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    for dx, dy in ((width, width * 0.6), (-width * 0.7, -width * 0.5), (-width * 0.4, width), (width * 0.5, -width * 0.8)):
        edge = skia.Surface(image.width(), image.height())
        inner = edge.getCanvas()
        inner.drawImage(image, 0, 0)
        inner.drawImage(image, dx, dy, skia.SamplingOptions(), skia.Paint(BlendMode=skia.BlendMode.kDstOut))
        canvas.drawImage(edge.makeImageSnapshot(), 0, 0)
    canvas.drawPaint(skia.Paint(Color=paint_of(color, 0.85), BlendMode=skia.BlendMode.kSrcIn))
    return surface.makeImageSnapshot()
