"""Human faces in three-quarter: turned half towards us, with cut-out eyes and a mouth that speaks. The units are those of `heads`."""

import skia

from litink_app.studio.illustrator.curves import Point, gather, limb, oval, spline, union
from litink_app.studio.illustrator.heads import Features
from litink_app.studio.illustrator.pose import MouthShape

NECK: Point = (-0.03, 0.36)
EYES: tuple[Point, Point] = ((-0.045, 0.0), (0.235, 0.0))
MOUTH: Point = (0.115, 0.285)
_FAR = 0.84
"""How much narrower the far eye is."""


def outline(f: Features, mouth: MouthShape) -> skia.Path:
    """Skull and face; the far cheek makes the contour, and the chin drops with the jaw."""
    drop, wide, chin = 0.070 * mouth.open, f.jaw, f.chin
    return spline([
        (-0.02, -0.5), (0.17, -0.465), (0.295 + f.forehead * 0.5, -0.34), (0.345, -0.17), (0.334, -0.045, 0.1), (0.352 + f.cheek * 0.6, 0.075), (0.336 + f.cheek * 0.6, 0.19),
        (0.282 + wide * 0.7, 0.315 + drop * 0.4), (0.205 + wide * 0.5, 0.425 + drop), (0.110 + chin * 0.3, 0.485 + drop + chin * 0.6), (0.030, 0.478 + drop + chin * 0.5),
        (-0.095 - wide, 0.405 + drop * 0.7), (-0.215 - wide * 1.2, 0.285 + drop * 0.2), (-0.305, 0.10), (-0.375, -0.10), (-0.375, -0.30), (-0.235, -0.455),
    ])  # fmt: skip


def _size(f: Features, which: int) -> float:
    return f.eye * (1.0 if which == 0 else _FAR)


def eye(f: Features, which: int, blink: float) -> skia.Path:
    """A leaf laid on its side; it shuts from above."""
    (x, y), s, lid = EYES[which], _size(f, which), max(0.0, 1.0 - blink)
    low = y + 0.030 * f.eye
    top = low - (0.006 + 0.086 * lid) * f.eye
    return spline([
        (x - 0.070 * s, y + 0.010 * f.eye, 0.6), (x - 0.036 * s, top + 0.012 * lid), (x + 0.006 * s, top), (x + 0.046 * s, top + 0.014 * lid),
        (x + 0.066 * s, y + 0.014 * f.eye, 0.6), (x + 0.028 * s, low), (x - 0.030 * s, low),
    ])  # fmt: skip


def pupil(f: Features, which: int, blink: float, gaze: float) -> skia.Path | None:
    """The iris, cut by the lids."""
    if blink > 0.6:
        return None
    (x, y), s = EYES[which], _size(f, which)
    iris = oval(x + (0.010 + 0.024 * gaze) * s, y - 0.010 * f.eye, 0.033 * s, 0.041 * f.eye)
    return skia.Op(iris, eye(f, which, blink), skia.PathOp.kIntersect_PathOp)


def glint(f: Features, blink: float, gaze: float) -> skia.Path | None:
    """The light in both eyes."""
    if blink > 0.3:
        return None
    return gather(
        oval(x + (0.000 + 0.024 * gaze) * _size(f, i), y - 0.027 * f.eye, 0.0095 * f.eye, 0.0105 * f.eye) for i, (x, y) in enumerate(EYES)
    )


def lids(f: Features, blink: float, feminine: bool) -> skia.Path:
    """The upper lids as strokes; a woman's end in lashes."""
    out, lid = skia.Path(), max(0.0, 1.0 - blink)
    for which, (x, y) in enumerate(EYES):
        s = _size(f, which)
        top = y + 0.030 * f.eye - (0.006 + 0.090 * lid) * f.eye
        limb(
            [(x - 0.080 * s, y + 0.010 * f.eye), (x - 0.038 * s, top + 0.011 * lid), (x + 0.006 * s, top), (x + 0.050 * s, top + 0.013 * lid),
             (x + 0.072 * s, y + 0.012 * f.eye)],
            [0.003, 0.010, 0.012, 0.010, 0.004], path=out,
        )  # fmt: skip
        if feminine:
            side = -1 if which == 0 else 1
            limb([(x + side * 0.056 * s, top + 0.030 * lid), (x + side * 0.104 * s, top + 0.004 + 0.022 * blink)], [0.009, 0.002], path=out)
    return out


def brows(f: Features, mood: float, heavy: bool) -> skia.Path:
    """`mood` -1 worried … 1 stern."""
    out, w, lift = skia.Path(), 0.017 if heavy else 0.0105, 0.094 + 0.020 * f.eye
    for which, (x, y) in enumerate(EYES):
        side = -1 if which == 0 else 1
        inner, outer = y - lift + 0.024 * mood, y - lift + 0.010 - 0.008 * mood
        limb(
            [(x - side * 0.062, inner), (x + side * 0.014, y - lift - 0.022 - abs(mood) * 0.004), (x + side * 0.084, outer)],
            [w * 0.9, w, w * 0.35], path=out,
        )  # fmt: skip
    return out


def nose(f: Features) -> skia.Path:
    """Bridge, tip and wing as one bent piece of paper."""
    reach, tip = 0.165 + f.nose * 0.55, 0.140 - f.tip
    return spline([
        (0.128, -0.015, 0.8), (0.150 + f.hook, 0.055), (reach, tip - 0.012), (reach - 0.010, tip + 0.024), (0.135, tip + 0.034),
        (0.085 - f.nose * 0.12, tip + 0.020), (0.110, tip - 0.010, 0.5), (0.118, 0.045),
    ])  # fmt: skip


def nose_line(f: Features) -> skia.Path:
    """The cut under the nose: tip and wing."""
    reach, tip = 0.165 + f.nose * 0.55, 0.140 - f.tip
    return limb(
        [
            (reach + 0.002, tip - 0.030),
            (reach + 0.002, tip + 0.004),
            (reach - 0.020, tip + 0.030),
            (0.128, tip + 0.038),
            (0.085, tip + 0.022),
        ],
        [0.002, 0.006, 0.008, 0.006, 0.003],
    )


def mouth(f: Features, m: MouthShape, cheer: float) -> skia.Path:
    """The opening; shut, it is a slit that bends up or down with `cheer` (-1 … 1)."""
    x, y = MOUTH
    wide = 0.094 * (1 - 0.44 * max(0.0, m.round) + 0.22 * max(0.0, -m.round)) + 0.1 * max(0.0, f.lips)
    tall = 0.0045 + 0.105 * m.open + (0.012 if m.round > 0.5 else 0.0)
    bend = 0.020 * cheer * (1 - 0.6 * m.open)
    return spline([
        (x - wide, y - bend - 0.002, 0.7), (x - wide * 0.45, y - 0.004 - tall * 0.30 + bend * 0.4), (x + 0.012, y - 0.003 - tall * 0.26 + bend * 0.7), (x + wide * 0.48, y - 0.004 - tall * 0.30 + bend * 0.4),
        (x + wide * 0.86, y - bend - 0.002, 0.7), (x + wide * 0.42, y + 0.004 + tall + bend * 0.7), (x - wide * 0.42, y + 0.004 + tall + bend * 0.7),
    ])  # fmt: skip


def mouth_edge(f: Features, m: MouthShape, cheer: float) -> skia.Path:
    """The upper line of the mouth, with the corners that tell the mood."""
    x, y = MOUTH
    wide = 0.100 * (1 - 0.44 * max(0.0, m.round) + 0.22 * max(0.0, -m.round)) + 0.1 * max(0.0, f.lips)
    bend, rise = 0.020 * cheer * (1 - 0.6 * m.open), 0.020 * m.open
    return limb(
        [(x - wide - 0.006, y - bend * 1.25), (x - wide * 0.45, y - 0.004 - rise + bend * 0.4), (x + 0.012, y - 0.002 - rise + bend * 0.75),
         (x + wide * 0.48, y - 0.004 - rise + bend * 0.4), (x + wide * 0.90, y - bend * 1.25)],
        [0.002, 0.0062, 0.0055, 0.0062, 0.002],
    )  # fmt: skip


def teeth(f: Features, m: MouthShape, cheer: float) -> skia.Path | None:
    """The upper row, seen in an open mouth."""
    if m.teeth < 0.2 or m.open < 0.1:
        return None
    bar = skia.Path()
    bar.addRoundRect(
        skia.Rect.MakeLTRB(MOUTH[0] - 0.066, MOUTH[1] - 0.05, MOUTH[0] + 0.060, MOUTH[1] + 0.012 + 0.014 * m.open), 0.014, 0.014
    )
    return skia.Op(bar, mouth(f, m, cheer), skia.PathOp.kIntersect_PathOp)


def tongue(f: Features, m: MouthShape, cheer: float) -> skia.Path | None:
    """A tongue in a wide open mouth."""
    if m.open < 0.3:
        return None
    bed = oval(MOUTH[0] - 0.004, MOUTH[1] + 0.120 * m.open + 0.012, 0.058, 0.046 * m.open + 0.012)
    return skia.Op(bed, mouth(f, m, cheer), skia.PathOp.kIntersect_PathOp)


def lower_lip(m: MouthShape) -> skia.Path:
    y = MOUTH[1] + 0.042 + 0.098 * m.open
    return limb([(MOUTH[0] - 0.042, y), (MOUTH[0] + 0.004, y + 0.009), (MOUTH[0] + 0.044, y)], [0.0015, 0.0055, 0.0015])


def ear() -> skia.Path:
    return spline([(-0.315, -0.035), (-0.355, -0.075), (-0.400, -0.050), (-0.398, 0.030), (-0.350, 0.105), (-0.305, 0.120), (-0.295, 0.04)])


def ear_line() -> skia.Path:
    return limb([(-0.330, -0.030), (-0.365, -0.045), (-0.378, 0.005), (-0.345, 0.060)], [0.003, 0.006, 0.006, 0.003])


def glasses(f: Features) -> skia.Path:
    """Two rings, a bridge and the arm to the ear."""
    rings, out = skia.Path(), skia.Path()
    for which, (x, y) in enumerate(EYES):
        s = 1.0 if which == 0 else _FAR
        rings.addOval(skia.Rect.MakeLTRB(x - 0.108 * s, y - 0.100, x + 0.108 * s, y + 0.100))
    skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=0.013).getFillPath(rings, out)
    limb([(0.062, -0.012), (0.103, -0.030), (0.145, -0.012)], [0.007, 0.007, 0.007], path=out)
    return limb([(-0.152, -0.012), (-0.25, -0.02), (-0.33, -0.01)], [0.006, 0.006, 0.005], path=out)


def wrinkles() -> skia.Path:
    """What age leaves: at the eye, beside the nose and on the brow."""
    return gather([
        limb([(-0.145, -0.018), (-0.185, -0.032), (-0.215, -0.028)], [0.002, 0.005, 0.002]), limb([(-0.145, 0.012), (-0.185, 0.020), (-0.21, 0.038)], [0.002, 0.004, 0.002]),
        limb([(0.045, 0.165), (-0.012, 0.225), (-0.022, 0.285)], [0.002, 0.006, 0.002]), limb([(-0.02, -0.235), (0.10, -0.250), (0.22, -0.235)], [0.002, 0.005, 0.002]),
    ])  # fmt: skip


def beard(kind: str, drop: float) -> tuple[skia.Path | None, skia.Path | None]:
    """(what grows on cheeks and chin and lies under the mouth, the moustache that lies over it)."""
    d, x, y = 0.05 * drop, *MOUTH
    lip = spline([(x, y - 0.062, 0.5), (x + 0.075, y - 0.050), (x + 0.150, y + 0.022, 0.9), (x + 0.070, y - 0.004), (x, y - 0.022, 0.3), (x - 0.080, y - 0.004), (x - 0.175, y + 0.026, 0.9), (x - 0.090, y - 0.054)])  # fmt: skip
    cheeks = [
        (-0.335, -0.04),
        (-0.265, 0.06),
        (-0.205, 0.155),
        (-0.105, 0.215),
        (x - 0.03, y - 0.075),
        (x + 0.09, y - 0.075),
        (0.255, 0.195),
        (0.330, 0.075),
        (0.356, 0.16),
    ]
    full = spline([*cheeks, (0.330, 0.34 + d), (0.255, 0.55 + d), (0.09, 0.655 + d), (-0.11, 0.60 + d), (-0.265, 0.40), (-0.345, 0.14)])
    long = spline(
        [
            *cheeks,
            (0.345, 0.40 + d),
            (0.315, 0.72 + d),
            (0.20, 0.98 + d),
            (0.10, 1.16 + d, 0.9),
            (-0.02, 1.0 + d),
            (-0.18, 0.76 + d),
            (-0.29, 0.44),
            (-0.345, 0.14),
        ]
    )
    shapes: dict[str, tuple[skia.Path | None, skia.Path | None]] = {
        "moustache": (None, lip), "beard": (full, lip), "long_beard": (long, lip),
        "goatee": (spline([(x - 0.055, 0.37 + d), (x + 0.055, 0.37 + d), (x + 0.072, 0.48 + d), (x + 0.01, 0.62 + d, 0.8), (x - 0.072, 0.49 + d)]), lip),
        "whiskers": (union([spline([(-0.345, -0.06), (-0.275, 0.02), (-0.205, 0.20), (-0.165, 0.345), (-0.235, 0.36), (-0.325, 0.16)]), spline([(0.345, 0.0), (0.305, 0.16), (0.285, 0.29), (0.335, 0.26), (0.366, 0.10)])]), None),
    }  # fmt: skip
    return shapes.get(kind, (None, None))
