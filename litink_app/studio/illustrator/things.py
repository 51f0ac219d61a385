"""What a drawn thing is: pieces of paper, its size, and where a hand takes it."""

from dataclasses import dataclass

import skia

from litink_app.studio.illustrator.curves import Point, box, circle, gather

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


def ring(x: float, y: float, r: float, w: float) -> skia.Path:
    out = skia.Path()
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=w).getFillPath(circle(x, y, r), out)
    return out


def outline(x0: float, y0: float, x1: float, y1: float, w: float) -> skia.Path:
    out = skia.Path()
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=w).getFillPath(box(x0, y0, x1, y1), out)
    return out
