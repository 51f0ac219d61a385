"""Props in the paper language of the stage: what figures hold and what stands about."""

from litink_app.studio.illustrator.curves import Point
from litink_app.studio.illustrator.puppet import Inks, Part


def held(name: str, wrist: Point, turn: float, inks: Inks) -> list[Part]:
    """The parts of a thing in a hand."""
    return []
