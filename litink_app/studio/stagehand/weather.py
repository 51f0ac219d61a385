"""What falls and floats in front of a scene: rain and snow as sheets that repeat without a seam, motes and fireflies as spots."""

import math
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

import skia

from litink_app.schemas.shot import Shot
from litink_app.studio.stagehand.sheets import Laid, Sheet, canvas_pixels, even

_EDGE = 8


@dataclass(frozen=True, slots=True)
class Fall:
    """Something that falls: how many per picture, size and length in thousandths of its height, speed in heights a second, slant."""

    count: int
    size: float
    length: float
    speed: float
    slant: float
    alpha: float


FALLS: dict[str, tuple[Fall, ...]] = {
    "rain": (Fall(150, 0.9, 26, 0.9, 0.10, 0.26), Fall(60, 1.5, 52, 1.5, 0.12, 0.30)),
    "storm": (Fall(220, 0.9, 34, 1.2, 0.26, 0.30), Fall(90, 1.7, 70, 2.0, 0.30, 0.34)),
    "snow": (Fall(150, 2.0, 0, 0.07, 0.25, 0.75), Fall(70, 3.4, 0, 0.12, 0.32, 0.85), Fall(18, 6.5, 0, 0.20, 0.4, 0.5)),
}
MOTES, FIREFLIES = 22, 13


class Weather:
    """What falls or floats in one shot, as the stage's air says."""

    def __init__(self, air: Any, shot: Shot) -> None:
        self._fps, self._width, self._height = shot.fps, shot.brief.width, shot.brief.height
        self._color = tuple(round(c, 3) for c in air.color[:3])
        self._falls = FALLS.get(air.kind, ())
        self._sheets = [_fall(air.kind, number, self._width, self._height) for number in range(len(self._falls))]
        self._floats = _floats(air.kind, air.seed)
        self._start = shot.seed % 97 / 7

    def at(self, frame: int) -> list[Laid]:
        """The sheets of this frame."""
        t = frame / self._fps + self._start
        fallen = [laid for sheet, fall in zip(self._sheets, self._falls, strict=True) for laid in self._pass(sheet, fall, t)]
        return [*fallen, *(laid for one in self._floats if (laid := self._float(one, t)))]

    def _pass(self, sheet: Sheet, fall: Fall, t: float) -> list[Laid]:
        """The lower copy leaves while the upper one follows it, down and aside by the slant."""
        down, lean = t * fall.speed * self._height % self._height, fall.slant
        base = lean * self._height + _EDGE
        return [Laid(sheet, 1.0, base + lean * d, _EDGE - d) for d in (down, down - self._height)]

    def _float(self, one: "Floating", t: float) -> Laid | None:
        glow = round(one.least + one.most * math.sin(one.phase + t * one.pace), 2)
        if glow <= 0.02:
            return None
        sheet = _spot(self._color, max(3.0, one.size * self._height / 1000))
        x = (one.x + (t * one.drift + one.sway * math.sin(one.phase + t * one.pace / 3)) / self._width * self._height) % 1.0
        y = (one.y - t * one.rise) % 1.0
        return Laid(sheet, 1.0, sheet.width / 2 - x * self._width, sheet.height / 2 - y * self._height, min(1.0, glow))


@dataclass(frozen=True, slots=True)
class Floating:
    """A mote or a firefly: place and speeds as parts of the picture's height, light between `least` - `most` and their sum."""

    x: float
    y: float
    size: float
    drift: float
    rise: float
    sway: float
    phase: float
    pace: float
    least: float
    most: float


def _floats(kind: str, seed: int) -> list[Floating]:
    chance, u = Random(f"{kind}:{seed}"), Random(f"{kind}:{seed}:2").uniform
    if kind == "motes":
        return [
            Floating(chance.random(), u(0.1, 0.9), u(5, 9), u(-0.006, 0.009), u(0.002, 0.009), 0.01, u(0, 6), u(0.5, 1.4), 0.20, 0.18)
            for _ in range(MOTES)
        ]
    if kind == "fireflies":
        return [
            Floating(chance.random(), u(0.5, 0.88), u(16, 24), u(-0.01, 0.01), 0.0, 0.05, u(0, 6), u(1.2, 2.0), 0.40, 0.55)
            for _ in range(FIREFLIES)
        ]
    return []


@lru_cache(maxsize=64)
def _spot(color: tuple[float, float, float], size: float) -> Sheet:
    """A soft point of light."""
    side = even(size * 2 + 2 * _EDGE)
    pixels, surface = canvas_pixels(side, side)
    glow = [skia.Color4f(*color, a).toColor() for a in (0.95, 0.32, 0.0)]
    shader = skia.GradientShader.MakeRadial(skia.Point(side / 2, side / 2), size, glow, [0, 0.25, 1])
    surface.getCanvas().drawCircle(side / 2, side / 2, size, skia.Paint(AntiAlias=True, Shader=shader))
    surface.flushAndSubmit()
    return Sheet(pixels)


@lru_cache(maxsize=16)
def _fall(kind: str, number: int, width: int, height: int) -> Sheet:
    """Drops or flakes over one picture height, a little wider than the frame for the slant."""
    fall, chance, unit = FALLS[kind][number], Random(f"{kind}:{number}"), height / 1000
    spare = even(2 * height * fall.slant) + 2 * _EDGE
    pixels, surface = canvas_pixels(even(width + spare), even(height + 2 * _EDGE))
    canvas = surface.getCanvas()
    canvas.clipRect(skia.Rect.MakeLTRB(0, _EDGE, width + spare, height + _EDGE))
    for _ in range(round(fall.count * width / height / 1.6)):
        x, y, share = chance.uniform(0, width + spare), chance.uniform(0, height), chance.uniform(0.6, 1.0)
        for shift in (-height, 0, height):
            _drop(canvas, fall, x - shift * fall.slant, y + shift + _EDGE, unit, share)
    surface.flushAndSubmit()
    return Sheet(pixels)


def _drop(canvas: skia.Canvas, fall: Fall, x: float, y: float, unit: float, share: float) -> None:
    paint = skia.Paint(AntiAlias=True, Color4f=skia.Color4f(0.93, 0.95, 1.0, fall.alpha * share))
    if not fall.length:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, fall.size * unit * 0.35))
        canvas.drawCircle(x, y, fall.size * unit, paint)
        return
    paint.setStrokeWidth(fall.size * unit)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    canvas.drawLine(x, y, x + fall.length * fall.slant * unit, y - fall.length * unit, paint)
