"""Human heads in profile: features, mouth, eyes (see `faces` for three-quarter). One unit is the head's height.

The crown is at y = -0.5, the chin at y = 0.5, the face looks along +x; the neck joins at NECK.
"""

import math
from dataclasses import dataclass
from random import Random

import skia

from litink_app.schemas.understanding import Age, Gender
from litink_app.studio.illustrator.curves import Knot, Point, limb, oval, spline
from litink_app.studio.illustrator.pose import MouthShape

NECK: Point = (-0.10, 0.34)
HINGE: Point = (-0.10, 0.16)
EYE: Point = (0.225, -0.045)


@dataclass(frozen=True, slots=True)
class Features:
    """What makes a face somebody's: offsets in head heights."""

    nose: float = 0.10
    hook: float = 0.0
    tip: float = 0.0
    forehead: float = 0.0
    brow: float = 0.0
    lips: float = 0.0
    chin: float = 0.0
    jaw: float = 0.0
    cheek: float = 0.0
    eye: float = 1.0
    neck: float = 0.17


def features(gender: Gender, age: Age, seed: int, build: str) -> Features:
    """A stable face: age and gender set the range, the seed picks within it."""
    chance = Random(f"face {seed}")
    full = {"slight": -0.02, "average": 0.0, "stout": 0.05}[build]
    if age is Age.CHILD:
        return Features(
            chance.uniform(0.050, 0.068), 0.0, chance.uniform(0.012, 0.03), 0.030, -0.012, 0.008, -0.035, -0.01 + full, 0.03, 1.30, 0.145
        )
    if age is Age.OLD:
        return Features(
            chance.uniform(0.115, 0.15),
            chance.uniform(0.015, 0.035),
            -0.02,
            -0.01,
            0.016,
            -0.016,
            chance.uniform(0.015, 0.04),
            full,
            -0.015,
            0.82,
            0.155,
        )
    if gender is Gender.FEMALE:
        return Features(
            chance.uniform(0.078, 0.105),
            chance.uniform(-0.012, 0.008),
            chance.uniform(-0.004, 0.018),
            0.012,
            -0.008,
            chance.uniform(0.006, 0.018),
            chance.uniform(-0.02, 0.0),
            -0.015 + full,
            0.008,
            1.12,
            0.14,
        )
    return Features(
        chance.uniform(0.10, 0.142),
        chance.uniform(-0.006, 0.026),
        chance.uniform(-0.015, 0.008),
        0.0,
        chance.uniform(0.004, 0.018),
        0.0,
        chance.uniform(0.0, 0.03),
        0.012 + full,
        0.0,
        0.95,
        0.175,
    )


def _jaw(point: Knot, shape: MouthShape, share: float = 1.0) -> Knot:
    """A point of the lower face as the jaw turns on its hinge."""
    a = math.radians(15.0 * shape.open * share)
    dx, dy = point[0] - HINGE[0], point[1] - HINGE[1]
    return (HINGE[0] + dx * math.cos(a) - dy * math.sin(a), HINGE[1] + dx * math.sin(a) + dy * math.cos(a), *point[2:])


def profile(f: Features, mouth: MouthShape) -> skia.Path:
    """The outline of skull and face; an open mouth is a notch in it."""
    purse = 0.030 * max(0.0, mouth.round) - 0.014 * max(0.0, -mouth.round)
    lip = 0.352 + f.lips + purse
    nose = 0.352 + f.nose
    opened = mouth.open
    corner = 0.285 - 0.075 * opened + 0.03 * max(0.0, mouth.round)
    upper: list[Knot] = [
        (0.0, -0.5), (0.2, -0.445), (0.312 + f.forehead, -0.29), (0.338 + f.forehead * 0.8, -0.17), (0.346 + f.brow, -0.092),
        (0.318, -0.028, 0.1), (0.340 + f.nose * 0.30 + f.hook, 0.035), (nose - 0.012 + f.hook * 0.5, 0.105 - f.tip * 0.6), (nose, 0.140 - f.tip, 0.0),
        (nose - 0.030, 0.170 - f.tip * 0.6, 0.1), (0.345, 0.182, 0.45), (0.350 + f.lips * 0.4, 0.205, 0.2), (lip + 0.012, 0.240, 0.05), (lip - 0.010, 0.266, 0.45),
    ]  # fmt: skip
    notch: list[Knot] = [(corner, 0.268 + 0.02 * opened, 0.3)] if opened > 0.03 else [(lip - 0.034, 0.270, 0.6)]
    tuck = -0.026 * mouth.tuck
    lower = [
        _jaw((lip - 0.016 + tuck, 0.276, 0.4), mouth), _jaw((lip - 0.002 + tuck, 0.303, 0.0), mouth), _jaw((0.304 + f.chin * 0.3, 0.352, 0.1), mouth),
        _jaw((0.322 + f.chin, 0.405), mouth), _jaw((0.302 + f.chin, 0.468), mouth), _jaw((0.225 + f.chin * 0.6, 0.5 + f.jaw * 0.4), mouth),
        _jaw((0.08, 0.445 + f.jaw), mouth, 0.7), (-0.02, 0.40 + f.jaw),
    ]  # fmt: skip
    back: list[Knot] = [(-0.12, 0.42), (-0.27, 0.33), (-0.36, 0.14), (-0.43, -0.08), (-0.40, -0.30), (-0.22, -0.46)]
    return spline([*upper, *notch, *lower, *back])


def eye(f: Features, blink: float) -> skia.Path:
    """The cut-out eye in profile: a pointed leaf, round to the front."""
    x, y = EYE
    s = f.eye
    lid = max(0.10, 1.0 - blink)
    return spline(
        [
            (x - 0.062 * s, y + 0.012, 0.9),
            (x - 0.01 * s, y - 0.040 * s * lid),
            (x + 0.048 * s, y - 0.030 * s * lid, 0.2),
            (x + 0.054 * s, y + 0.012, 0.4),
            (x + 0.030 * s, y + 0.026 * s * lid),
            (x - 0.015 * s, y + 0.026 * s * lid),
        ]
    )


def pupil(f: Features, blink: float, gaze: float) -> skia.Path | None:
    if blink > 0.6:
        return None
    x, y = EYE
    return oval(x + (0.022 + 0.020 * gaze) * f.eye, y - 0.004, 0.0225 * f.eye, 0.031 * f.eye * (1 - blink * 0.7))


def lash(f: Features, blink: float, feminine: bool) -> skia.Path:
    """The upper lid, drawn as one stroke of the knife that lengthens in a woman's lashes."""
    x, y = EYE
    s = f.eye
    lid = max(-0.25, 1.0 - blink * 1.25)
    line = [(x - 0.072 * s, y + 0.010), (x - 0.012 * s, y - 0.043 * s * lid), (x + 0.052 * s, y - 0.030 * s * lid)]
    path = limb(line, [0.004, 0.011, 0.008])
    if feminine:
        limb([(x + 0.040 * s, y - 0.034 * s * lid), (x + 0.082 * s, y - 0.058 * s * lid)], [0.009, 0.003], path=path)
    return path


def brow(f: Features, mood: float, heavy: bool) -> skia.Path:
    """`mood` -1 worried … 1 stern."""
    x, y = EYE
    w = 0.016 if heavy else 0.010
    lift = 0.012 * f.eye
    return limb(
        [(x - 0.085, y - 0.080 - lift - 0.012 * mood), (x - 0.02, y - 0.118 - lift), (x + 0.065, y - 0.108 - lift + 0.026 * mood)],
        [w * 0.4, w, w * 0.55],
    )


def ear() -> skia.Path:
    return spline([(-0.115, -0.055), (-0.055, -0.085), (-0.015, -0.045), (-0.030, 0.025), (-0.060, 0.085), (-0.095, 0.075), (-0.100, 0.02)])


def ear_line() -> skia.Path:
    return spline([(-0.085, -0.035), (-0.050, -0.052), (-0.038, -0.018), (-0.062, 0.015), (-0.058, 0.045)], closed=False)


def mouth_line(mouth: MouthShape) -> skia.Path:
    """The slit from the lips into the cheek."""
    spread = 0.02 * max(0.0, -mouth.round) - 0.02 * max(0.0, mouth.round)
    end = (0.268 - spread, 0.272 + 0.03 * mouth.open)
    return limb([(0.340, 0.270), (0.30, 0.274 + 0.012 * mouth.open), end], [0.0035, 0.0045, 0.002])


def teeth(mouth: MouthShape) -> skia.Path | None:
    """The upper row, seen in an open mouth."""
    if mouth.teeth * mouth.open < 0.04:
        return None
    return spline([(0.250, 0.262, 1), (0.345, 0.262, 1), (0.340, 0.283, 0.6), (0.270, 0.283, 0.6)])


def mouth_inside(mouth: MouthShape) -> skia.Path | None:
    """The dark of an open mouth between notch and cheek."""
    if mouth.open < 0.03:
        return None
    low = _jaw((0.325, 0.285), mouth)
    depth = 0.24 - 0.03 * mouth.open + 0.04 * max(0.0, mouth.round)
    return spline(
        [(depth, 0.272 + 0.02 * mouth.open, 0.6), (0.30, 0.258), (0.352, 0.262, 1), (low[0] + 0.004, low[1], 1), (0.28, low[1] + 0.004)]
    )
