"""What a figure of a labelled plate is: pieces from back to front, its papers, and the points that a label may name."""

from dataclasses import dataclass

from litink_app.studio.illustrator.curves import Point
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.things import Piece


@dataclass(frozen=True, slots=True)
class Drawing:
    """Pieces from back to front and named points."""

    pieces: tuple[Piece, ...]
    points: tuple[tuple[str, Point], ...]


TONES: dict[str, Color] = {
    "bone": (0.93, 0.87, 0.74), "pale": (0.97, 0.93, 0.84), "rose": (0.80, 0.42, 0.40), "red": (0.70, 0.20, 0.20), "deep": (0.42, 0.12, 0.16), "pink": (0.91, 0.66, 0.60),
    "blue": (0.30, 0.42, 0.62), "sky": (0.58, 0.74, 0.82), "gold": (0.86, 0.66, 0.28), "green": (0.42, 0.58, 0.36), "line": (0.16, 0.12, 0.16), "violet": (0.50, 0.38, 0.60),
}  # fmt: skip


def tone_of(name: str, ink: Color) -> Color:
    return mix(TONES[name], ink, 0.08)
