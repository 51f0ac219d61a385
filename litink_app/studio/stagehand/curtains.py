"""What covers a scene when another follows: a leaf of torn paper that is drawn across, or the two halves of the theatre's curtain."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

import skia

from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.shot import Shot, Transition
from litink_app.studio.illustrator.paper import tooth
from litink_app.studio.stagehand.camera import eased
from litink_app.studio.stagehand.sheets import Laid, Sheet, even, sheet_of

Size = tuple[int, int]

_LEAF = {PictureStyle.PAPER_THEATRE: (146, 124, 100), PictureStyle.INK_AND_WASH: (214, 204, 184)}
_CLOTH = {PictureStyle.PAPER_THEATRE: ((74, 18, 26), (34, 8, 14)), PictureStyle.INK_AND_WASH: ((58, 60, 74), (28, 30, 40))}
_GOLD, _RIM = (176, 128, 62), (214, 190, 160)
_FOLD = 0.052
"""Width of a fold of the curtain, of the frame's longer side."""
_HUSH = 0.2
"""The part of its time in which the curtain is closed and the light comes up or goes down."""


@dataclass(frozen=True, slots=True)
class Passing:
    """A moment of a transition: `seen` is the share of it, 0..1, that is open."""

    way: Transition
    seen: float
    leaving: bool


def passing(shot: Shot, number: int) -> Passing | None:
    """What covers frame `number` of a shot, if anything does."""
    left = shot.frames - 1 - number
    if number < shot.fade_in:
        return Passing(shot.enter, (number + 1) / (shot.fade_in + 1), False)
    return Passing(shot.leave, (left + 1) / (shot.fade_out + 1), True) if left < shot.fade_out else None


def darkness(passed: Passing | None) -> float:
    """How black the frame is, 0..1. A closed curtain comes out of the dark before it moves."""
    if passed and passed.way in (Transition.FADE, Transition.CURTAIN):
        return max(0.0, 1 - passed.seen / (_HUSH if passed.way is Transition.CURTAIN else 1.0))
    return 0.0


def cover(shot: Shot, passed: Passing | None) -> list[Laid]:
    """What lies over the frame."""
    size, style = (shot.brief.width, shot.brief.height), shot.brief.style
    if passed and passed.way is Transition.LEAF:
        return _leaf(size, style, passed)
    return _curtain(size, style, passed) if passed and passed.way is Transition.CURTAIN else []


def _leaf(size: Size, style: PictureStyle, passed: Passing) -> list[Laid]:
    """It comes from the right and goes to the left."""
    sheet, margin = _torn(size, style), _margin(size)
    away = (size[0] + margin) * eased(passed.seen)
    return [_at(sheet, -margin + (away if passed.leaving else -away))]


def _curtain(size: Size, style: PictureStyle, passed: Passing) -> list[Laid]:
    """Two halves that part from the middle."""
    left, right = _cloth(size, style, 1), _cloth(size, style, -1)
    gone = eased(max(0.0, (passed.seen - _HUSH) / (1 - _HUSH))) * left.width
    return [_at(left, -gone), _at(right, size[0] - right.width + gone)]


def _at(sheet: Sheet, x: float) -> Laid:
    return Laid(sheet, 1.0, -float(2 * round(x / 2)), 0.0)


def _margin(size: Size) -> int:
    return even(min(size) * 0.09)


@lru_cache(maxsize=4)
def _torn(size: Size, style: PictureStyle) -> Sheet:
    """A leaf as wide as the frame between two torn edges, each with its shadow."""
    width, height = size
    margin = _margin(size)
    surface = skia.Surface(width + 2 * margin, height)
    canvas = surface.getCanvas()
    path = _outline(width, height, margin)
    canvas.drawPath(path, skia.Paint(Color=skia.ColorSetARGB(170, 0, 0, 0), ImageFilter=skia.ImageFilters.Blur(margin / 5, margin / 5)))
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia.ColorSetRGB(*_LEAF[style])))
    canvas.clipPath(path, doAntiAlias=True)
    canvas.drawPaint(skia.Paint(Shader=tooth(1.6, min(size) / 1000)))
    rim = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(150, *_RIM), Style=skia.Paint.kStroke_Style, StrokeWidth=max(2.0, margin / 14))
    canvas.drawPath(path, rim)
    return sheet_of(surface.makeImageSnapshot())


def _outline(width: int, height: int, margin: int) -> skia.Path:
    """Both long edges torn: a slow wave with a fine ragged one upon it; the ends lie outside the frame."""
    chance, path, step = Random(7), skia.Path(), max(4, height // 150)
    sides: list[list[tuple[float, float]]] = []
    for side in (margin * 0.55, width + margin * 1.45):
        drift, points = 0.0, list[tuple[float, float]]()
        for y in range(-4 * step, height + 5 * step, step):
            drift = 0.9 * drift + chance.uniform(-1, 1) * margin * 0.07
            points.append((side + drift + chance.uniform(-1, 1) * margin * 0.025, float(y)))
        sides.append(points)
    outline = [*sides[0], *reversed(sides[1])]
    path.moveTo(*outline[0])
    for point in outline[1:]:
        path.lineTo(*point)
    path.close()
    return path


@lru_cache(maxsize=8)
def _cloth(size: Size, style: PictureStyle, side: int) -> Sheet:
    """One half: folds that catch the light, a gilded hem, and a soft shadow before its edge. `side` 1 is the left one."""
    width, height = size
    margin, half = _margin(size), even(width / 2 + _margin(size) / 2)
    surface = skia.Surface(half + margin, height)
    canvas = surface.getCanvas()
    if side < 0:
        canvas.translate(half + margin, 0)
        canvas.scale(-1, 1)
    cloth = skia.Rect.MakeXYWH(-margin, -margin, half + margin, height + 2 * margin)
    canvas.drawRect(cloth, skia.Paint(Color=skia.ColorSetARGB(190, 0, 0, 0), ImageFilter=skia.ImageFilters.Blur(margin / 4, margin / 4)))
    canvas.drawRect(cloth, skia.Paint(Shader=_folds(size, style)))
    canvas.clipRect(cloth)
    canvas.drawPaint(skia.Paint(Shader=tooth(1.4, min(size) / 1000)))
    hem = skia.Paint(AntiAlias=True, Color=skia.ColorSetRGB(*_GOLD))
    for y, tall in ((height * 0.955, height * 0.008), (height * 0.97, height * 0.003)):
        canvas.drawRect(skia.Rect.MakeXYWH(-margin, y, half + margin, tall), hem)
    canvas.drawPaint(skia.Paint(Shader=_fall(height)))
    return sheet_of(surface.makeImageSnapshot())


def _folds(size: Size, style: PictureStyle) -> skia.Shader:
    light, dark = (skia.ColorSetRGB(*color) for color in _CLOTH[style])
    ends = [skia.Point(0, 0), skia.Point(max(size) * _FOLD, 0)]
    return skia.GradientShader.MakeLinear(ends, [dark, light, light, dark], [0.0, 0.35, 0.5, 1.0], skia.TileMode.kRepeat)


def _fall(height: int) -> skia.Shader:
    """Darker towards the top, where the footlights do not reach."""
    ends = [skia.Point(0, 0), skia.Point(0, height)]
    return skia.GradientShader.MakeLinear(ends, [skia.ColorSetARGB(150, 0, 0, 0), skia.ColorSetARGB(0, 0, 0, 0)], [0.0, 0.8])
