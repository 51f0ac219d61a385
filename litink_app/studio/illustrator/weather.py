"""Weather and what floats in the air: drawn over the actors, moving with time."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import skia

from litink_app.studio.illustrator.palette import Color, paint_of


@dataclass(frozen=True, slots=True)
class Air:
    """What falls or floats: `kind` "rain" | "snow" | "motes" | "fireflies" | "storm" | "fog" | ""."""

    kind: str
    color: Color
    wide: float
    seed: int

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """Draws the moment `t` (seconds) in stage units."""
        painters: dict[str, Callable[[skia.Canvas, float], None]] = {
            "rain": self._rain,
            "storm": self._rain,
            "snow": self._snow,
            "motes": self._motes,
            "fireflies": self._fireflies,
        }
        if self.kind in painters:
            painters[self.kind](canvas, t)

    def _rain(self, canvas: skia.Canvas, t: float) -> None:
        chance = Random(self.seed)
        lines = skia.Path()
        slant = 0.34 if self.kind == "storm" else 0.16
        for _ in range(round(120 * self.wide / 1000)):
            speed, length = chance.uniform(1200, 1900), chance.uniform(26, 62)
            y = (chance.uniform(0, 1200) + t * speed) % 1200 - 100
            x = (chance.uniform(0, self.wide * 1.3) - (y * slant)) % (self.wide * 1.2) - self.wide * 0.1
            lines.moveTo(x, y)
            lines.lineTo(x - length * slant, y + length)
        canvas.drawPath(
            lines, skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=1.5, Color=paint_of(self.color, 0.34))
        )

    def _snow(self, canvas: skia.Canvas, t: float) -> None:
        chance = Random(self.seed)
        for size, alpha in ((2.2, 0.75), (3.6, 0.8), (6.5, 0.45)):
            flakes = skia.Path()
            for _ in range(round(46 * self.wide / 1000)):
                speed, sway = chance.uniform(34, 60) * size / 3, chance.uniform(0, math.tau)
                y = (chance.uniform(0, 1060) + t * speed) % 1060 - 30
                x = chance.uniform(-40, self.wide + 40) + 18 * math.sin(sway + t * 0.9 + y * 0.006)
                flakes.addCircle(x, y, size * chance.uniform(0.7, 1.1))
            canvas.drawPath(flakes, skia.Paint(AntiAlias=True, Color=paint_of(self.color, alpha)))

    def _motes(self, canvas: skia.Canvas, t: float) -> None:
        chance = Random(self.seed)
        for _ in range(24):
            x = (chance.uniform(0, self.wide) + t * chance.uniform(-6, 9)) % self.wide
            y = (chance.uniform(120, 860) - t * chance.uniform(2, 9)) % 900
            glow = 0.18 + 0.2 * math.sin(chance.uniform(0, math.tau) + t * chance.uniform(0.5, 1.4))
            canvas.drawCircle(x, y, chance.uniform(1.2, 3.0), skia.Paint(AntiAlias=True, Color=paint_of(self.color, max(0.04, glow))))

    def _fireflies(self, canvas: skia.Canvas, t: float) -> None:
        chance = Random(self.seed)
        for _ in range(13):
            phase, pace = chance.uniform(0, math.tau), chance.uniform(0.2, 0.5)
            x = chance.uniform(0, self.wide) + 46 * math.sin(phase + t * pace)
            y = chance.uniform(520, 880) + 26 * math.cos(phase * 2 + t * pace * 1.3)
            glow = max(0.0, 0.45 + 0.55 * math.sin(phase + t * 1.7))
            shader = skia.GradientShader.MakeRadial(
                skia.Point(x, y),
                15,
                [paint_of(self.color, glow), paint_of(self.color, glow * 0.35), paint_of(self.color, 0.0)],
                [0, 0.22, 1],
            )
            canvas.drawCircle(x, y, 15, skia.Paint(Shader=shader))


def air_of(weather: str, time: str, *, indoors: bool, kit: str, color: Color, wide: float, seed: int) -> Air:
    """What floats in a scene: weather outside, motes in rooms and by day, fireflies in warm nights."""
    if indoors:
        kind = "motes"
    elif weather in ("rain", "storm", "snow"):
        kind = weather
    elif kit == "snow":
        kind = "snow"
    elif time in ("night", "dusk") and kit in ("meadow", "forest", "garden", "riverside", "village"):
        kind = "fireflies"
    else:
        kind = "motes"
    return Air(kind, color, wide, seed)
