"""Things: drawn in the paper language, one long or tall, standing on y = 0 with x = 0 in the middle.

A thing is a list of pieces, each a path and the paper it is cut from; `THINGS` maps names, `OTHER_NAMES` synonyms.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import skia

from litink_app.studio.illustrator.curves import Point, box, circle, gather, leaf, limb, oval, place, placing, polygon, spline
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.puppet import Inks, Part

Tone = str
"""A name of Inks, or "gold", "wood", "glass", "fire", "green", "paper"."""


@dataclass(frozen=True, slots=True)
class Piece:
    path: skia.Path
    tone: Tone
    line: bool = False
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Thing:
    """`size` is its height beside an adult of 1; `grip` is where a hand takes it (thing units)."""

    pieces: tuple[Piece, ...]
    size: float = 0.2
    grip: Point = (0.0, -0.5)
    hangs: bool = False


def p(tone: Tone, *paths: skia.Path, line: bool = False, alpha: float = 1.0) -> Piece:
    return Piece(gather(paths), tone, line, alpha)


def _ring(x: float, y: float, r: float, w: float) -> skia.Path:
    out = skia.Path()
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=w).getFillPath(circle(x, y, r), out)
    return out


def watch() -> Thing:
    ticks = gather(circle(math.sin(i * math.pi / 6) * 0.30, -0.42 - math.cos(i * math.pi / 6) * 0.30, 0.022) for i in range(12))
    return Thing(
        (
            p(
                "gold",
                limb([(0, -1.9), (0.05, -1.4), (-0.03, -1.1), (0, -0.9)], [0.02, 0.022, 0.022, 0.02]),
                circle(0, -0.42, 0.44),
                _ring(0, -0.92, 0.07, 0.035),
            ),
            p("linen", circle(0, -0.42, 0.36)),
            p(
                "dark",
                ticks,
                limb([(0, -0.42), (0.02, -0.66)], [0.02, 0.014]),
                limb([(0, -0.42), (0.15, -0.38)], [0.024, 0.016]),
                line=True,
            ),
        ),
        0.062,
        (0, -1.9),
        True,
    )


def book() -> Thing:
    cover = spline([(-0.62, -0.06, 0.8), (0.0, 0.0, 0.7), (0.62, -0.06, 0.8), (0.66, -0.88, 0.8), (0.0, -0.80, 0.7), (-0.66, -0.88, 0.8)])
    pages = spline(
        [
            (-0.56, -0.14, 0.7),
            (-0.28, -0.16),
            (0.0, -0.08, 0.7),
            (0.28, -0.16),
            (0.56, -0.14, 0.7),
            (0.59, -0.92, 0.7),
            (0.28, -0.94),
            (0.0, -0.84, 0.7),
            (-0.28, -0.94),
            (-0.59, -0.92, 0.7),
        ]
    )
    lines = gather(limb([(s * 0.12, -0.26 - i * 0.13), (s * 0.48, -0.31 - i * 0.13)], [0.014, 0.014]) for s in (-1, 1) for i in range(5))
    return Thing(
        (p("accent", cover), p("linen", pages), p("dark", lines, limb([(0, -0.08), (0, -0.84)], [0.012, 0.012]), line=True, alpha=0.6)),
        0.12,
        (-0.1, -0.35),
    )


def letter() -> Thing:
    return Thing(
        (
            p("linen", box(-0.7, -0.95, 0.7, 0)),
            p("second", limb([(-0.68, -0.92), (0, -0.40), (0.68, -0.92)], [0.02, 0.02, 0.02]), line=True, alpha=0.7),
            p("accent", circle(0, -0.42, 0.14)),
        ),
        0.075,
        (-0.5, -0.4),
    )


def lamp() -> Thing:
    return Thing(
        (
            p("gold", spline([(-0.28, 0, 0.8), (-0.12, -0.10), (-0.20, -0.26), (0.20, -0.26), (0.12, -0.10), (0.28, 0, 0.8)])),
            p(
                "glass",
                spline(
                    [
                        (-0.12, -0.26),
                        (-0.22, -0.48),
                        (-0.09, -0.72),
                        (-0.09, -1.0, 0.8),
                        (0.09, -1.0, 0.8),
                        (0.09, -0.72),
                        (0.22, -0.48),
                        (0.12, -0.26),
                    ]
                ),
                alpha=0.6,
            ),
            p("fire", spline([(0, -0.72, 0.9), (0.07, -0.48), (0, -0.32), (-0.07, -0.48)])),
        ),
        0.20,
        (0, -0.2),
    )


def lantern() -> Thing:
    return Thing(
        (
            p(
                "dark",
                _ring(0, -1.12, 0.12, 0.04),
                polygon([(-0.22, -0.86), (0, -1.04), (0.22, -0.86)]),
                box(-0.26, -0.1, 0.26, 0.0),
                box(-0.24, -0.9, -0.18, -0.05),
                box(0.18, -0.9, 0.24, -0.05),
            ),
            p("fire", box(-0.18, -0.84, 0.18, -0.1), alpha=0.85),
            p("linen", spline([(0, -0.66, 0.9), (0.09, -0.36), (0, -0.2), (-0.09, -0.36)])),
        ),
        0.17,
        (0, -1.15),
        True,
    )


def candle() -> Thing:
    return Thing(
        (
            p(
                "gold",
                spline(
                    [
                        (-0.28, 0, 0.8),
                        (-0.30, -0.08),
                        (-0.1, -0.10),
                        (-0.12, -0.28),
                        (0.12, -0.28),
                        (0.1, -0.10),
                        (0.30, -0.08),
                        (0.28, 0, 0.8),
                    ]
                ),
                _ring(0.32, -0.12, 0.09, 0.04),
            ),
            p("linen", box(-0.09, -0.82, 0.09, -0.26, 0.03)),
            p("fire", spline([(0, -1.14, 1), (0.08, -0.94), (0, -0.80), (-0.08, -0.94)])),
        ),
        0.15,
        (0, -0.2),
    )


def teapot() -> Thing:
    body = spline([(-0.42, 0, 0.5), (-0.62, -0.34), (-0.40, -0.68), (0.0, -0.76), (0.40, -0.68), (0.60, -0.34), (0.42, 0, 0.5)])
    spout = limb([(0.48, -0.24), (0.74, -0.40), (0.86, -0.68)], [0.12, 0.08, 0.05])
    handle = _ring(-0.66, -0.42, 0.22, 0.075)
    return Thing(
        (
            p("accent", handle, body, spout, circle(0, -0.84, 0.07), spline([(-0.26, -0.70), (0, -0.80), (0.26, -0.70), (0, -0.68)])),
            p(
                "linen",
                place(leaf(0.5, 0.16), -0.05, -0.32, -60),
                place(leaf(0.5, 0.16), 0.0, -0.32, -10),
                circle(0, -0.34, 0.06),
                line=True,
                alpha=0.8,
            ),
        ),
        0.13,
        (-0.8, -0.4),
    )


def cup() -> Thing:
    return Thing(
        (
            p(
                "linen",
                spline([(-0.48, -0.06), (0, -0.02), (0.48, -0.06), (0.34, 0.0, 0.7), (-0.34, 0.0, 0.7)]),
                spline([(-0.34, -0.58, 0.8), (-0.30, -0.24), (-0.14, -0.08), (0.14, -0.08), (0.30, -0.24), (0.34, -0.58, 0.8)]),
                _ring(0.38, -0.36, 0.13, 0.05),
            ),
            p("accent", limb([(-0.32, -0.46), (0, -0.44), (0.32, -0.46)], [0.02, 0.02, 0.02]), line=True),
        ),
        0.062,
        (0.3, -0.3),
    )


def cake() -> Thing:
    return Thing(
        (
            p("linen", box(-0.6, -0.06, 0.6, 0, 0.03), limb([(0, 0), (0, -0.1)], [0.2, 0.1])),
            p("gold", box(-0.46, -0.50, 0.46, -0.06, 0.05)),
            p(
                "linen",
                spline(
                    [
                        (-0.48, -0.46, 0.5),
                        (-0.46, -0.60),
                        (0, -0.64),
                        (0.46, -0.60),
                        (0.48, -0.46, 0.5),
                        (0.32, -0.34),
                        (0.2, -0.46),
                        (0.06, -0.30),
                        (-0.1, -0.46),
                        (-0.26, -0.32),
                        (-0.36, -0.44),
                    ]
                ),
            ),
            p("accent", circle(-0.26, -0.66, 0.07), circle(0, -0.70, 0.07), circle(0.26, -0.66, 0.07)),
        ),
        0.12,
    )


def bottle() -> Thing:
    return Thing(
        (
            p(
                "glass",
                spline(
                    [
                        (-0.22, 0, 0.7),
                        (-0.24, -0.50),
                        (-0.20, -0.62),
                        (-0.08, -0.74),
                        (-0.08, -1.0, 0.8),
                        (0.08, -1.0, 0.8),
                        (0.08, -0.74),
                        (0.20, -0.62),
                        (0.24, -0.50),
                        (0.22, 0, 0.7),
                    ]
                ),
                alpha=0.85,
            ),
            p("linen", box(-0.19, -0.46, 0.19, -0.16, 0.02)),
            p("wood", box(-0.07, -1.08, 0.07, -0.97, 0.02)),
        ),
        0.13,
        (0, -0.8),
    )


def key() -> Thing:
    return Thing(
        (
            p(
                "gold",
                _ring(0, -0.86, 0.14, 0.07),
                limb([(0, -0.72), (0, 0)], [0.035, 0.03]),
                box(0.0, -0.18, 0.16, -0.10),
                box(0.0, -0.05, 0.20, 0.02),
            ),
        ),
        0.07,
        (0, -0.8),
        True,
    )


def sword() -> Thing:
    return Thing(
        (
            p("steel", polygon([(-0.035, 0.10), (0.0, 1.0), (0.035, 0.10)])),
            p("gold", box(-0.17, 0.06, 0.17, 0.11, 0.02), limb([(0, 0.08), (0, -0.12)], [0.026, 0.022]), circle(0, -0.15, 0.04)),
        ),
        0.52,
        (0, -0.03),
        True,
    )


def crown() -> Thing:
    return Thing(
        (
            p(
                "gold",
                polygon([(-0.5, 0), (-0.6, -0.66), (-0.28, -0.34), (0, -0.76), (0.28, -0.34), (0.6, -0.66), (0.5, 0)]),
                *(circle(x, y, 0.07) for x, y in ((-0.6, -0.7), (0, -0.82), (0.6, -0.7))),
            ),
            p("accent", circle(-0.28, -0.14, 0.06), circle(0, -0.16, 0.07), circle(0.28, -0.14, 0.06)),
        ),
        0.10,
    )


def basket() -> Thing:
    weave = gather(
        limb([(-0.52 + 0.02 * j, -0.10 - j * 0.11), (0, -0.05 - j * 0.11), (0.52 - 0.02 * j, -0.10 - j * 0.11)], [0.012, 0.012, 0.012])
        for j in range(4)
    )
    handle = skia.Path()
    arc = skia.Path()
    arc.addArc(skia.Rect.MakeLTRB(-0.46, -1.05, 0.46, 0.0), 180, 180)
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=0.07).getFillPath(arc, handle)
    return Thing(
        (
            p("wood", handle, spline([(-0.44, 0, 0.6), (-0.58, -0.46, 0.7), (0, -0.50), (0.58, -0.46, 0.7), (0.44, 0, 0.6)])),
            p(
                "linen",
                spline(
                    [
                        (-0.54, -0.46, 0.6),
                        (-0.28, -0.62),
                        (0.05, -0.56),
                        (0.32, -0.64),
                        (0.54, -0.46, 0.6),
                        (0.3, -0.34),
                        (0.1, -0.44),
                        (-0.2, -0.32),
                    ]
                ),
            ),
            p("line", weave, line=True, alpha=0.5),
        ),
        0.19,
        (0, -1.03),
        True,
    )


def umbrella() -> Thing:
    return Thing(
        (
            p("accent", spline([(-0.07, -0.20, 0.6), (-0.12, -0.62), (-0.02, -1.0, 0.9), (0.08, -0.62), (0.05, -0.20, 0.6)])),
            p(
                "dark",
                limb([(0, 0.0), (0, -0.24)], [0.018, 0.018]),
                limb([(0, 0.0), (0.0, 0.08), (0.08, 0.09), (0.10, 0.0)], [0.02, 0.02, 0.02, 0.016]),
                limb([(-0.02, -0.98), (-0.02, -1.08)], [0.012, 0.006]),
            ),
        ),
        0.52,
        (0, 0.0),
        False,
    )


def cane() -> Thing:
    return Thing((p("wood", limb([(0, -0.06), (0, 1.0)], [0.014, 0.011])), p("gold", circle(0, -0.07, 0.035))), 0.48, (0, -0.04), True)


def staff() -> Thing:
    return Thing(
        (
            p(
                "wood",
                limb([(0.01, 0.62), (0, -0.1), (0.012, -0.62)], [0.013, 0.015, 0.016]),
                limb([(0.012, -0.60), (0.05, -0.74), (-0.03, -0.80), (-0.06, -0.70)], [0.016, 0.018, 0.016, 0.008]),
            ),
            p("fire", circle(-0.005, -0.71, 0.028)),
        ),
        1.0,
        (0, -0.05),
        True,
    )


def wand() -> Thing:
    star = polygon(
        [
            (
                math.sin(i * math.pi / 5) * (0.11 if i % 2 == 0 else 0.045),
                -1.0 - math.cos(i * math.pi / 5) * (0.11 if i % 2 == 0 else 0.045),
            )
            for i in range(10)
        ]
    )
    return Thing((p("wood", limb([(0, 0.06), (0, -0.95)], [0.02, 0.012])), p("fire", star)), 0.30, (0, 0.0))


def axe() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, 0.6), (0, -0.4)], [0.022, 0.02])),
            p(
                "steel",
                spline(
                    [
                        (-0.03, -0.40, 0.8),
                        (0.06, -0.36),
                        (0.24, -0.46, 0.8),
                        (0.28, -0.26),
                        (0.22, -0.10, 0.8),
                        (0.06, -0.20),
                        (-0.03, -0.18, 0.8),
                    ]
                ),
            ),
        ),
        0.46,
        (0, 0.2),
        True,
    )


def pipe() -> Thing:
    return Thing(
        (
            p(
                "wood",
                spline([(0.55, -0.46, 0.7), (0.50, -0.16), (0.66, 0.0), (0.86, -0.10), (0.88, -0.46, 0.7)]),
                limb([(0.6, -0.08), (0.34, -0.20), (0.0, -0.62)], [0.07, 0.05, 0.035]),
            ),
            p("fire", oval(0.715, -0.47, 0.14, 0.035)),
        ),
        0.075,
        (0.6, -0.15),
    )


def violin() -> Thing:
    body = spline(
        [
            (0, 0),
            (-0.24, -0.06),
            (-0.27, -0.24),
            (-0.16, -0.36),
            (-0.20, -0.50),
            (-0.10, -0.62),
            (0.10, -0.62),
            (0.20, -0.50),
            (0.16, -0.36),
            (0.27, -0.24),
            (0.24, -0.06),
        ]
    )
    return Thing(
        (
            p("wood", body),
            p(
                "dark",
                limb([(0, -0.40), (0, -1.0)], [0.035, 0.025]),
                spline([(-0.04, -1.0), (-0.06, -1.08), (0.03, -1.12), (0.05, -1.0)]),
                limb([(-0.11, -0.22), (-0.09, -0.34)], [0.014, 0.014]),
                limb([(0.11, -0.22), (0.09, -0.34)], [0.014, 0.014]),
                box(-0.05, -0.26, 0.05, -0.22),
                line=True,
            ),
            p("line", limb([(0, -0.1), (0, -1.0)], [0.006, 0.006]), line=True),
        ),
        0.26,
        (0, -0.9),
    )


def fan() -> Thing:
    blades = gather(limb([(0, 0), (math.sin(a) * 0.8, -math.cos(a) * 0.8)], [0.02, 0.10]) for a in [-0.9 + i * 0.225 for i in range(9)])
    return Thing(
        (
            p("accent", blades),
            p(
                "linen",
                gather(
                    limb([(0, 0), (math.sin(a) * 0.78, -math.cos(a) * 0.78)], [0.006, 0.012]) for a in [-0.9 + i * 0.225 for i in range(9)]
                ),
                line=True,
                alpha=0.7,
            ),
        ),
        0.13,
        (0, 0),
    )


def bag() -> Thing:
    return Thing(
        (
            p(
                "wood",
                spline([(-0.5, 0, 0.6), (-0.54, -0.30), (-0.36, -0.56, 0.5), (0.36, -0.56, 0.5), (0.54, -0.30), (0.5, 0, 0.6)]),
                _ring(0, -0.58, 0.18, 0.06),
            ),
            p("gold", box(-0.08, -0.60, 0.08, -0.48, 0.02), limb([(-0.36, -0.55), (0.36, -0.55)], [0.025, 0.025])),
        ),
        0.17,
        (0, -0.76),
        True,
    )


def lens() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, 0), (0, -0.5)], [0.05, 0.035])),
            p("gold", _ring(0, -0.78, 0.26, 0.07)),
            p("glass", circle(0, -0.78, 0.23), alpha=0.55),
            p("linen", limb([(-0.12, -0.86), (-0.06, -0.92), (0.02, -0.94)], [0.01, 0.018, 0.01]), line=True, alpha=0.8),
        ),
        0.13,
        (0, -0.15),
    )


def flower() -> Thing:
    petals = gather(place(leaf(0.26, 0.13), 0, -0.86, i * 60) for i in range(6))
    return Thing(
        (
            p(
                "green",
                limb([(0, 0), (0.03, -0.4), (0, -0.82)], [0.02, 0.02, 0.016]),
                place(leaf(0.34, 0.09), 0.02, -0.32, -30),
                place(leaf(0.3, 0.08), 0.02, -0.46, -150),
            ),
            p("accent", petals),
            p("gold", circle(0, -0.86, 0.075)),
        ),
        0.15,
        (0, -0.15),
    )


def apple() -> Thing:
    return Thing(
        (
            p(
                "accent",
                spline(
                    [
                        (0, -0.80, 0.4),
                        (-0.34, -0.86),
                        (-0.46, -0.50),
                        (-0.26, -0.04),
                        (0, -0.07, 0.2),
                        (0.26, -0.04),
                        (0.46, -0.50),
                        (0.34, -0.86),
                    ]
                ),
            ),
            p("green", limb([(0, -0.78), (0.06, -1.0)], [0.03, 0.025]), place(leaf(0.34, 0.10), 0.04, -0.92, -25)),
        ),
        0.055,
    )


def mirror() -> Thing:
    return Thing(
        (
            p(
                "gold",
                oval(0, -1.0, 0.42, 0.56),
                spline([(-0.12, -0.46), (-0.08, -0.2), (-0.3, 0, 0.8), (0.3, 0, 0.8), (0.08, -0.2), (0.12, -0.46)]),
            ),
            p("glass", oval(0, -1.0, 0.34, 0.48), alpha=0.9),
            p(
                "linen",
                limb([(-0.16, -0.86), (0.06, -1.28)], [0.02, 0.02]),
                limb([(-0.04, -0.82), (0.14, -1.14)], [0.014, 0.014]),
                line=True,
                alpha=0.6,
            ),
        ),
        0.42,
    )


def chest() -> Thing:
    return Thing(
        (
            p(
                "wood",
                box(-0.7, -0.46, 0.7, 0, 0.03),
                spline([(-0.72, -0.46, 0.8), (-0.66, -0.80), (0, -0.90), (0.66, -0.80), (0.72, -0.46, 0.8)]),
            ),
            p(
                "gold",
                box(-0.74, -0.50, 0.74, -0.42),
                box(-0.52, -0.84, -0.42, 0),
                box(0.42, -0.84, 0.52, 0),
                box(-0.09, -0.56, 0.09, -0.32, 0.03),
            ),
            p("dark", circle(0, -0.42, 0.035), line=True),
        ),
        0.26,
    )


def crate() -> Thing:
    return Thing(
        (
            p("wood", box(-0.5, -0.95, 0.5, 0, 0.02)),
            p("line", _frame(-0.42, -0.87, 0.42, -0.08, 0.04), limb([(-0.4, -0.1), (0.4, -0.85)], [0.03, 0.03]), line=True, alpha=0.45),
        ),
        0.22,
    )


def _frame(x0: float, y0: float, x1: float, y1: float, w: float) -> skia.Path:
    out = skia.Path()
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=w).getFillPath(box(x0, y0, x1, y1), out)
    return out


def chair() -> Thing:
    return Thing(
        (
            p(
                "wood",
                limb([(-0.28, 0), (-0.24, -0.46), (-0.32, -1.0)], [0.03, 0.035, 0.03]),
                limb([(0.28, 0), (0.24, -0.46)], [0.026, 0.034]),
                box(-0.30, -0.50, 0.30, -0.44, 0.02),
                limb([(-0.25, -0.2), (0.25, -0.2)], [0.018, 0.018]),
                circle(-0.32, -1.02, 0.05),
            ),
        ),
        0.50,
    )


def table() -> Thing:
    return Thing(
        (
            p(
                "wood",
                box(-0.9, -1.0, 0.9, -0.92, 0.02),
                box(-0.8, -0.92, 0.8, -0.80),
                limb([(-0.74, -0.8), (-0.70, -0.4), (-0.76, 0)], [0.05, 0.035, 0.045]),
                limb([(0.74, -0.8), (0.70, -0.4), (0.76, 0)], [0.05, 0.035, 0.045]),
            ),
        ),
        0.40,
    )


def bed() -> Thing:
    return Thing(
        (
            p("wood", box(-1.2, -0.9, -1.1, 0, 0.02), box(1.1, -0.6, 1.2, 0, 0.02), box(-1.12, -0.26, 1.12, -0.12)),
            p("linen", spline([(-1.1, -0.26, 0.7), (-1.06, -0.60), (-0.5, -0.56), (-0.44, -0.26, 0.7)])),
            p(
                "accent",
                spline([(-0.56, -0.24, 0.6), (-0.5, -0.56), (0.4, -0.52), (1.1, -0.46, 0.6), (1.1, -0.06, 0.7), (-0.5, -0.06, 0.7)]),
            ),
        ),
        0.46,
    )


def clock() -> Thing:
    ticks = gather(circle(math.sin(i * math.pi / 6) * 0.115, -0.80 - math.cos(i * math.pi / 6) * 0.115, 0.010) for i in range(12))
    return Thing(
        (
            p(
                "wood",
                box(-0.18, -0.24, 0.18, 0, 0.01),
                box(-0.13, -0.66, 0.13, -0.22),
                spline([(-0.18, -0.64, 0.8), (-0.18, -0.92, 0.6), (0, -1.04), (0.18, -0.92, 0.6), (0.18, -0.64, 0.8)]),
            ),
            p("linen", circle(0, -0.80, 0.14)),
            p(
                "dark",
                ticks,
                limb([(0, -0.80), (0, -0.90)], [0.01, 0.007]),
                limb([(0, -0.80), (0.07, -0.78)], [0.012, 0.008]),
                box(-0.07, -0.60, 0.07, -0.30, 0.03),
                line=True,
            ),
            p("gold", limb([(0, -0.58), (0.02, -0.40)], [0.006, 0.006]), circle(0.02, -0.38, 0.035), line=True),
        ),
        1.05,
    )


def door() -> Thing:
    return Thing(
        (
            p("wood", box(-0.30, -1.0, 0.30, 0), spline([(-0.30, -0.98, 0.9), (0, -1.16), (0.30, -0.98, 0.9)])),
            p(
                "line",
                _frame(-0.20, -0.92, -0.03, -0.54, 0.02),
                _frame(0.03, -0.92, 0.20, -0.54, 0.02),
                _frame(-0.20, -0.44, -0.03, -0.08, 0.02),
                _frame(0.03, -0.44, 0.20, -0.08, 0.02),
                line=True,
                alpha=0.5,
            ),
            p("gold", circle(0.23, -0.48, 0.028)),
        ),
        1.15,
    )


def fireplace() -> Thing:
    flames = spline(
        [
            (-0.2, -0.06),
            (-0.22, -0.22),
            (-0.12, -0.44, 1),
            (-0.05, -0.28),
            (0.02, -0.52, 1),
            (0.10, -0.28),
            (0.18, -0.40, 1),
            (0.22, -0.2),
            (0.2, -0.06),
        ]
    )
    return Thing(
        (
            p("linen", box(-0.62, -0.92, 0.62, 0), box(-0.72, -1.0, 0.72, -0.9, 0.02)),
            p("dark", spline([(-0.36, 0, 0.9), (-0.36, -0.46, 0.4), (0, -0.66), (0.36, -0.46, 0.4), (0.36, 0, 0.9)])),
            p("fire", flames),
        ),
        0.62,
    )


def boat() -> Thing:
    return Thing(
        (
            p(
                "wood",
                spline([(-1.1, -0.46, 0.9), (0, -0.26), (1.2, -0.52, 0.9), (0.8, -0.06), (0.5, 0, 0.5), (-0.6, 0, 0.5), (-0.9, -0.1)]),
            ),
            p("line", limb([(-1.0, -0.30), (0, -0.14), (1.04, -0.34)], [0.012, 0.016, 0.012]), line=True, alpha=0.6),
        ),
        0.34,
    )


def carriage() -> Thing:
    def wheel(x: float, r: float) -> skia.Path:
        return gather(
            [
                _ring(x, -r, r, 0.05),
                *(
                    limb([(x, -r), (x + math.cos(a) * r, -r + math.sin(a) * r)], [0.018, 0.014])
                    for a in [i * math.pi / 5 for i in range(10)]
                ),
                circle(x, -r, 0.06),
            ]
        )

    return Thing(
        (
            p(
                "accent",
                spline(
                    [
                        (-0.66, -0.44, 0.5),
                        (-0.72, -0.96),
                        (-0.5, -1.2, 0.4),
                        (0.5, -1.2, 0.4),
                        (0.72, -0.96),
                        (0.62, -0.44, 0.5),
                        (0, -0.34),
                    ]
                ),
            ),
            p("fire", spline([(-0.24, -0.74, 0.7), (-0.22, -1.04), (0.22, -1.04), (0.24, -0.74, 0.7)]), alpha=0.8),
            p("dark", wheel(-0.56, 0.36), wheel(0.66, 0.28), limb([(0.6, -0.4), (1.3, -0.34)], [0.03, 0.02])),
        ),
        0.80,
    )


def tree() -> Thing:
    crown = gather(
        [
            oval(0, -0.70, 0.32, 0.30),
            *(
                place(leaf(0.13, 0.045), math.cos(a) * 0.31, -0.70 + math.sin(a) * 0.29, math.degrees(a))
                for a in [i * math.tau / 30 for i in range(30)]
            ),
        ]
    )
    return Thing(
        (
            p("wood", limb([(0, 0), (0.01, -0.3), (0, -0.6)], [0.045, 0.028, 0.02])),
            p("green", crown),
            p(
                "line",
                limb([(0, -0.4), (0, -0.9)], [0.008, 0.003]),
                limb([(0, -0.55), (0.16, -0.78)], [0.006, 0.002]),
                limb([(0, -0.55), (-0.16, -0.78)], [0.006, 0.002]),
                line=True,
                alpha=0.6,
            ),
        ),
        1.5,
    )


def hat() -> Thing:
    return Thing(
        (
            p(
                "dark",
                spline([(-0.34, -0.14, 0.7), (-0.30, -0.5), (-0.36, -0.86, 0.8), (0.36, -0.86, 0.8), (0.30, -0.5), (0.34, -0.14, 0.7)]),
                spline([(-0.66, -0.12, 0.6), (0, 0.0), (0.66, -0.12, 0.6), (0.3, -0.18), (-0.3, -0.18)]),
            ),
            p("accent", box(-0.32, -0.32, 0.32, -0.17)),
        ),
        0.13,
    )


def scroll() -> Thing:
    return Thing(
        (
            p("linen", box(-0.32, -0.92, 0.32, -0.08), oval(0, -0.94, 0.40, 0.08), oval(0, -0.06, 0.40, 0.08)),
            p(
                "dark",
                gather(limb([(-0.22, -0.78 + i * 0.13), (0.22, -0.78 + i * 0.13)], [0.012, 0.012]) for i in range(5)),
                line=True,
                alpha=0.6,
            ),
        ),
        0.15,
        (0, -0.1),
    )


def coins() -> Thing:
    return Thing(
        (
            p(
                "gold",
                *(
                    oval(x, y, 0.24, 0.08)
                    for x, y in ((-0.3, -0.08), (-0.3, -0.2), (-0.3, -0.32), (0.3, -0.08), (0.3, -0.2), (0.02, -0.06))
                ),
            ),
        ),
        0.05,
    )


def ball() -> Thing:
    return Thing(
        (
            p("gold", circle(0, -0.5, 0.5)),
            p("accent", limb([(-0.46, -0.62), (0, -0.44), (0.46, -0.62)], [0.03, 0.05, 0.03]), line=True, alpha=0.7),
        ),
        0.09,
        (0, -0.5),
    )


def cards() -> Thing:
    faces = [place(box(-0.22, -0.62, 0.22, 0, 0.04), 0, 0, a) for a in (-28, -9, 10, 29)]
    return Thing(
        (
            p("linen", *faces),
            p(
                "accent",
                *(
                    place(spline([(0, -0.36, 0.8), (-0.09, -0.47), (-0.03, -0.53), (0, -0.47, 0.6), (0.03, -0.53), (0.09, -0.47)]), 0, 0, a)
                    for a in (-28, -9, 10, 29)
                ),
                line=True,
            ),
        ),
        0.10,
        (0, 0),
    )


def drum() -> Thing:
    return Thing(
        (
            p("accent", box(-0.42, -0.6, 0.42, -0.06, 0.04)),
            p("linen", oval(0, -0.62, 0.44, 0.10)),
            p(
                "gold",
                limb([(-0.4, -0.5), (-0.2, -0.1), (0, -0.5), (0.2, -0.1), (0.4, -0.5)], [0.02, 0.02, 0.02, 0.02, 0.02]),
                box(-0.44, -0.14, 0.44, -0.04),
                line=True,
            ),
        ),
        0.22,
    )


def skull() -> Thing:
    return Thing(
        (
            p(
                "linen",
                spline(
                    [
                        (-0.1, 0, 0.6),
                        (-0.14, -0.2),
                        (-0.4, -0.3),
                        (-0.44, -0.66),
                        (0, -0.98),
                        (0.44, -0.66),
                        (0.40, -0.3),
                        (0.14, -0.2),
                        (0.1, 0, 0.6),
                    ]
                ),
            ),
            p(
                "dark",
                oval(-0.18, -0.46, 0.11, 0.12),
                oval(0.18, -0.46, 0.11, 0.12),
                polygon([(0, -0.36), (-0.05, -0.24), (0.05, -0.24)]),
                line=True,
            ),
        ),
        0.10,
    )


def telescope() -> Thing:
    return Thing(
        (
            p("gold", limb([(-0.6, -0.9), (0.6, -1.3)], [0.10, 0.16]), limb([(-0.75, -0.84), (-0.5, -0.93)], [0.07, 0.07])),
            p(
                "wood",
                limb([(0, -1.08), (-0.34, 0)], [0.04, 0.03]),
                limb([(0, -1.08), (0.34, 0)], [0.04, 0.03]),
                limb([(0, -1.08), (0.02, 0)], [0.04, 0.03]),
            ),
        ),
        0.70,
    )


def broom() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, 0.35), (0, -0.65)], [0.016, 0.014])),
            p("gold", spline([(-0.03, 0.34), (-0.14, 0.66, 0.8), (0, 0.62), (0.14, 0.66, 0.8), (0.03, 0.34)])),
        ),
        0.66,
        (0, 0.0),
        True,
    )


def bow() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, -0.5), (0.18, -0.2), (0.18, 0.2), (0, 0.5)], [0.012, 0.022, 0.022, 0.012])),
            p("linen", limb([(0, -0.5), (0, 0.5)], [0.005, 0.005])),
        ),
        0.62,
        (0.18, 0.0),
    )


def rope() -> Thing:
    return Thing(
        (
            p(
                "wood",
                _ring(0, -0.2, 0.36, 0.11),
                _ring(0.06, -0.3, 0.34, 0.11),
                limb([(0.36, -0.2), (0.6, -0.04), (0.9, -0.02)], [0.05, 0.05, 0.04]),
            ),
        ),
        0.16,
    )


def loaf() -> Thing:
    return Thing(
        (
            p("gold", spline([(-0.6, 0, 0.5), (-0.66, -0.28), (0, -0.56), (0.66, -0.28), (0.6, 0, 0.5)])),
            p(
                "wood",
                limb([(-0.3, -0.40), (-0.2, -0.24)], [0.02, 0.03]),
                limb([(0, -0.46), (0.1, -0.28)], [0.02, 0.03]),
                limb([(0.28, -0.40), (0.38, -0.24)], [0.02, 0.03]),
                line=True,
                alpha=0.7,
            ),
        ),
        0.07,
    )


def jug() -> Thing:
    return Thing(
        (
            p(
                "second",
                spline(
                    [
                        (-0.3, 0, 0.6),
                        (-0.46, -0.34),
                        (-0.26, -0.7),
                        (-0.24, -0.9, 0.7),
                        (0.34, -0.96, 0.8),
                        (0.22, -0.74),
                        (0.44, -0.34),
                        (0.3, 0, 0.6),
                    ]
                ),
                _ring(-0.44, -0.56, 0.18, 0.07),
            ),
            p("linen", limb([(-0.42, -0.36), (0, -0.30), (0.42, -0.36)], [0.02, 0.02, 0.02]), line=True, alpha=0.6),
        ),
        0.14,
        (-0.6, -0.55),
    )


def cauldron() -> Thing:
    return Thing(
        (
            p(
                "dark",
                spline([(-0.3, -0.08), (-0.6, -0.36), (-0.46, -0.76, 0.6), (0.46, -0.76, 0.6), (0.6, -0.36), (0.3, -0.08)]),
                oval(0, -0.77, 0.52, 0.07),
                limb([(-0.3, -0.12), (-0.4, 0)], [0.06, 0.04]),
                limb([(0.3, -0.12), (0.4, 0)], [0.06, 0.04]),
            ),
            p("green", oval(0, -0.78, 0.42, 0.045), circle(-0.14, -0.86, 0.06), circle(0.12, -0.92, 0.045)),
        ),
        0.34,
    )


def mushroom() -> Thing:
    return Thing(
        (
            p("linen", spline([(-0.16, 0, 0.6), (-0.1, -0.3), (-0.14, -0.56), (0.14, -0.56), (0.1, -0.3), (0.18, 0, 0.6)])),
            p("accent", spline([(-0.6, -0.5, 0.7), (-0.4, -0.86), (0, -1.0), (0.4, -0.86), (0.6, -0.5, 0.7), (0, -0.56)])),
            p("linen", oval(-0.26, -0.76, 0.08, 0.05), oval(0.04, -0.88, 0.09, 0.05), oval(0.30, -0.70, 0.07, 0.05), line=True),
        ),
        0.20,
    )


def tombstone() -> Thing:
    return Thing(
        (
            p("steel", spline([(-0.36, 0, 0.9), (-0.36, -0.7, 0.5), (0, -1.0), (0.36, -0.7, 0.5), (0.36, 0, 0.9)])),
            p(
                "dark",
                limb([(0, -0.82), (0, -0.44)], [0.025, 0.025]),
                limb([(-0.13, -0.70), (0.13, -0.70)], [0.025, 0.025]),
                line=True,
                alpha=0.6,
            ),
        ),
        0.42,
    )


def gun() -> Thing:
    return Thing(
        (
            p("wood", spline([(-0.24, 0.22, 0.6), (-0.16, -0.04), (0.1, -0.1), (0.1, 0.04), (-0.06, 0.06), (-0.1, 0.24, 0.6)])),
            p("steel", limb([(-0.06, -0.06), (0.8, -0.1)], [0.05, 0.04])),
        ),
        0.12,
        (-0.1, 0.08),
    )


def spear() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, 0.5), (0, -0.6)], [0.010, 0.009])),
            p("steel", spline([(0, -0.78, 1), (0.035, -0.66), (0.012, -0.58, 0.6), (-0.012, -0.58, 0.6), (-0.035, -0.66)])),
        ),
        1.25,
        (0, -0.02),
        True,
    )


def shield() -> Thing:
    return Thing(
        (
            p("accent", spline([(-0.4, -0.95, 0.9), (0, -0.88), (0.4, -0.95, 0.9), (0.38, -0.4), (0, 0, 0.9), (-0.38, -0.4)])),
            p("gold", limb([(0, -0.88), (0, -0.04)], [0.04, 0.04]), limb([(-0.38, -0.56), (0.38, -0.56)], [0.04, 0.04]), line=True),
        ),
        0.36,
        (0, -0.5),
    )


def stool() -> Thing:
    return Thing(
        (
            p(
                "wood",
                box(-0.5, -1.0, 0.5, -0.86, 0.05),
                limb([(-0.36, -0.86), (-0.46, 0)], [0.06, 0.05]),
                limb([(0.36, -0.86), (0.46, 0)], [0.06, 0.05]),
                limb([(-0.4, -0.4), (0.4, -0.4)], [0.035, 0.035]),
            ),
        ),
        0.26,
    )


def barrel() -> Thing:
    return Thing(
        (
            p("wood", spline([(-0.32, 0, 0.7), (-0.42, -0.5), (-0.32, -1.0, 0.7), (0.32, -1.0, 0.7), (0.42, -0.5), (0.32, 0, 0.7)])),
            p("dark", *(limb([(-0.39, y), (0, y + 0.05), (0.39, y)], [0.03, 0.03, 0.03]) for y in (-0.84, -0.5, -0.18)), line=True),
        ),
        0.40,
    )


THINGS: dict[str, Callable[[], Thing]] = {
    f.__name__: f
    for f in (
        watch, book, letter, lamp, lantern, candle, teapot, cup, cake, bottle, key, sword, crown, basket, umbrella, cane, staff, wand, axe, pipe, violin, fan, bag, lens, flower, apple, mirror, chest, crate, chair, table, bed, clock, door, fireplace, boat,
        carriage, tree, hat, scroll, coins, ball, cards, drum, skull, telescope, broom, bow, rope, loaf, jug, cauldron, mushroom, tombstone, gun, spear, shield, stool, barrel,
    )
}  # fmt: skip

OTHER_NAMES = {
    "pocket-watch": "watch", "timepiece": "watch", "novel": "book", "volume": "book", "diary": "book", "bible": "book", "newspaper": "letter", "paper": "letter", "note": "letter", "envelope": "letter", "telegram": "letter", "card": "letter", "photograph": "letter", "torch": "lantern",
    "candlestick": "candle", "tea": "teapot", "kettle": "teapot", "tea-table": "table", "desk": "table", "mug": "cup", "glass": "cup", "goblet": "cup", "teacup": "cup", "pie": "cake", "tart": "cake", "tarts": "cake", "bread": "loaf", "wine": "bottle", "potion": "bottle", "phial": "bottle", "vial": "bottle",
    "medicine": "bottle", "flask": "bottle", "dagger": "sword", "knife": "sword", "sabre": "sword", "blade": "sword", "rapier": "sword", "tiara": "crown", "hamper": "basket", "parasol": "umbrella", "stick": "cane", "walking-stick": "cane", "crook": "staff", "sceptre": "wand", "hatchet": "axe", "spade": "axe",
    "fiddle": "violin", "cello": "violin", "guitar": "violin", "suitcase": "bag", "satchel": "bag", "purse": "bag", "sack": "bag", "trunk": "chest", "box": "chest", "casket": "chest", "coffin": "chest", "treasure": "chest", "magnifying-glass": "lens", "rose": "flower", "roses": "flower", "flowers": "flower", "bouquet": "flower",
    "fruit": "apple", "pear": "apple", "egg": "ball", "looking-glass": "mirror", "armchair": "chair", "sofa": "chair", "bench": "stool", "throne": "chair", "gate": "door", "fire": "fireplace", "hearth": "fireplace", "stove": "fireplace", "canoe": "boat", "ship": "boat", "raft": "boat", "coach": "carriage", "cab": "carriage",
    "hansom": "carriage", "wagon": "carriage", "cart": "carriage", "oak": "tree", "money": "coins", "gold": "coins", "coin": "coins", "sovereign": "coins", "sovereigns": "coins", "map": "scroll", "parchment": "scroll", "bones": "skull", "spyglass": "telescope", "besom": "broom", "arrow": "bow", "cord": "rope", "chain": "rope", "pitcher": "jug",
    "pail": "jug", "bucket": "jug", "vase": "jug", "pot": "cauldron", "toadstool": "mushroom", "grave": "tombstone", "revolver": "gun", "pistol": "gun", "rifle": "gun", "musket": "gun", "lance": "spear", "cask": "barrel", "bonnet": "hat", "cap": "hat", "helmet": "hat",
}  # fmt: skip


def thing_named(name: str) -> str | None:
    """The drawn thing for a word, or None if nothing like it is drawn."""
    words = name.lower().strip()
    for word in (words, words.replace(" ", "-"), *reversed(words.replace("-", " ").split())):
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in THINGS:
                return form
            if form in OTHER_NAMES:
                return OTHER_NAMES[form]
    return None


@lru_cache(maxsize=128)
def thing(name: str) -> Thing:
    return THINGS[name]()


def tone_of(inks: Inks, tone: Tone) -> Color:
    own: dict[Tone, Callable[[], Color]] = {
        "gold": lambda: mix(mix(inks.rim, (0.86, 0.62, 0.20), 0.62), inks.dark, 0.12), "wood": lambda: mix((0.46, 0.29, 0.17), inks.dark, 0.36), "glass": lambda: mix(inks.steel, inks.light, 0.45),
        "fire": lambda: mix(inks.light, (1.0, 0.72, 0.28), 0.5), "green": lambda: mix((0.33, 0.48, 0.24), inks.dark, 0.30), "paper": lambda: inks.linen,
    }  # fmt: skip
    return own[tone]() if tone in own else inks.of(tone)


def parts_of(name: str, inks: Inks, matrix: skia.Matrix) -> list[Part]:
    """The pieces of a thing as parts of a figure."""
    parts: list[Part] = []
    for piece in thing(name).pieces:
        path = skia.Path(piece.path)
        path.transform(matrix)
        parts.append(Part(path, tone_of(inks, piece.tone), piece.alpha, 0.3, piece.line))
    return parts


def held(name: str, wrist: Point, turn: float, inks: Inks, scale: float = 1.0) -> list[Part]:
    """The parts of a thing in a hand: hanging things hang, others follow the forearm a little."""
    known = thing_named(name)
    if known is None:
        return []
    t = thing(known)
    a = math.radians(turn)
    palm = (wrist[0] + math.cos(a) * 0.045, wrist[1] + math.sin(a) * 0.045)
    tilt = 0.0 if t.hangs else max(-40.0, min(40.0, (turn - 20) * 0.35))
    matrix = placing(-t.grip[0], -t.grip[1])
    matrix.postConcat(placing(palm[0], palm[1], tilt, t.size * scale))
    return parts_of(known, inks, matrix)
