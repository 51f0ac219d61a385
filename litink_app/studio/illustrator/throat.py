"""Mouth and throat: a head cut in half, seen from the side."""

from litink_app.studio.illustrator.curves import box, circle, gather, limb, oval, spline
from litink_app.studio.illustrator.plate_parts import Drawing
from litink_app.studio.illustrator.things import p

_HEAD: list[tuple[float, ...]] = [
    (0.16, -0.98), (-0.26, -0.88), (-0.50, -0.62), (-0.55, -0.36), (-0.62, -0.22), (-0.79, -0.06), (-0.62, 0.01), (-0.65, 0.09), (-0.575, 0.155),
    (-0.64, 0.235), (-0.545, 0.32), (-0.585, 0.46), (-0.44, 0.585), (-0.20, 0.66), (-0.17, 0.98), (0.66, 0.98), (0.60, 0.48), (0.84, 0.10), (0.86, -0.42), (0.58, -0.84),
]  # fmt: skip
_NOSE: list[tuple[float, ...]] = [
    (-0.64, -0.05),
    (-0.46, -0.27),
    (-0.08, -0.27),
    (0.20, -0.12),
    (0.27, 0.02),
    (0.14, -0.02),
    (-0.10, -0.055),
    (-0.48, -0.035),
]
_CAVITY: list[tuple[float, ...]] = [
    (-0.57, 0.15),
    (-0.48, 0.08),
    (-0.10, 0.055),
    (0.08, 0.10),
    (0.22, 0.26),
    (0.14, 0.36),
    (-0.20, 0.32),
    (-0.50, 0.25),
]
_TONGUE: list[tuple[float, ...]] = [
    (-0.50, 0.235),
    (-0.36, 0.125),
    (-0.12, 0.115),
    (0.08, 0.22),
    (0.13, 0.42),
    (0.0, 0.52),
    (-0.26, 0.50),
    (-0.44, 0.36),
]


def mouth() -> Drawing:
    throat = limb([(0.25, -0.06), (0.28, 0.20), (0.26, 0.45), (0.27, 0.58)], [0.055, 0.065, 0.070, 0.050])
    gullet = limb([(0.27, 0.56), (0.31, 0.76), (0.33, 0.98)], [0.052, 0.046, 0.046])
    windpipe = limb([(0.08, 0.62), (0.10, 0.80), (0.11, 0.98)], [0.075, 0.066, 0.066])
    rings = gather(limb([(0.035, y), (0.17, y + 0.012)], [0.007, 0.007]) for y in (0.74, 0.80, 0.86, 0.92))
    uvula = limb([(-0.10, 0.012), (0.08, 0.035), (0.175, 0.12), (0.185, 0.20)], [0.034, 0.042, 0.034, 0.014])
    teeth = gather([box(-0.555, 0.045, -0.515, 0.135, 0.012), box(-0.540, 0.205, -0.500, 0.295, 0.012)])
    lips = gather([oval(-0.625, 0.095, 0.040, 0.052), oval(-0.618, 0.232, 0.040, 0.055)])
    pieces = (
        p("pink", spline(_HEAD)), p("rose", spline(_NOSE)), p("deep", throat), p("rose", gullet), p("sky", windpipe),
        p("line", rings, line=True, alpha=0.5), p("deep", spline(_CAVITY)), p("bone", limb([(-0.50, 0.035), (-0.10, 0.0)], [0.022, 0.026])),
        p("rose", uvula), p("red", spline(_TONGUE)), p("pale", teeth), p("rose", lips), p("bone", oval(-0.45, 0.45, 0.062, 0.085)),
        p("gold", oval(-0.24, 0.565, 0.085, 0.040)), p("gold", oval(0.205, 0.30, 0.030, 0.055)),
        p("green", limb([(0.02, 0.585), (0.10, 0.50), (0.165, 0.425)], [0.030, 0.026, 0.014])), p("blue", circle(0.10, 0.635, 0.068)),
    )  # fmt: skip
    points = (
        ("tongue", (-0.18, 0.28)), ("hard palate", (-0.30, 0.015)), ("soft palate", (0.05, 0.04)), ("uvula", (0.185, 0.19)), ("pharynx", (0.28, 0.16)), ("esophagus", (0.30, 0.78)),
        ("epiglottis", (0.13, 0.47)), ("teeth", (-0.535, 0.09)), ("lips", (-0.63, 0.10)), ("saliva", (-0.24, 0.565)), ("nasal cavity", (-0.22, -0.17)), ("tonsil", (0.205, 0.30)),
        ("larynx", (0.10, 0.635)), ("trachea", (0.10, 0.84)), ("palate", (-0.42, 0.03)),
    )  # fmt: skip
    return Drawing(pieces, points)
