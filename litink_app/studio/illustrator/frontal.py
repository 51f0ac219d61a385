"""Heads of the animals that stories speak of most, turned half towards us: two eyes, both ears, a muzzle with a mouth below it."""

from dataclasses import dataclass

import skia

from litink_app.studio.illustrator.curves import Knot, Point, gather, limb, oval, spline
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import MouthShape, Pose, mouth_shape
from litink_app.studio.illustrator.puppet import Inks, Part

Ear = tuple[Knot, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """A head seen half from the front, in the units of human heads. `muzzle` and `nose` are (x, y, half width, half height);
    `eyes` are (x of the near one, x of the far one, y, size); `mask` is the light patch of the face."""

    skull: tuple[Knot, ...]
    muzzle: tuple[float, float, float, float]
    nose: tuple[float, float, float, float]
    eyes: tuple[float, float, float, float]
    near_ear: Ear
    far_ear: Ear
    ears_behind: bool = True
    mask: tuple[Knot, ...] = ()
    mane: tuple[Knot, ...] = ()
    whiskers: bool = False
    dark_muzzle: float = 0.0


_ROUND: tuple[Knot, ...] = (
    (-0.38, 0.02), (-0.33, -0.24), (-0.12, -0.38), (0.12, -0.37), (0.32, -0.22), (0.38, 0.02), (0.34, 0.20), (0.18, 0.33), (0.02, 0.36), (-0.20, 0.32), (-0.34, 0.20),
)  # fmt: skip
_WIDE: tuple[Knot, ...] = (
    (-0.42, 0.04), (-0.36, -0.22), (-0.12, -0.37), (0.12, -0.36), (0.34, -0.20), (0.41, 0.05), (0.33, 0.20), (0.18, 0.32), (0.04, 0.35), (-0.18, 0.31), (-0.36, 0.21),
)  # fmt: skip
_CHEEKED: tuple[Knot, ...] = (
    (-0.34, -0.02), (-0.30, -0.24), (-0.10, -0.35), (0.12, -0.34), (0.30, -0.22), (0.36, -0.02), (0.46, 0.16, 0.7), (0.30, 0.20), (0.20, 0.32), (0.10, 0.36), (-0.06, 0.33), (-0.22, 0.26), (-0.46, 0.24, 0.7), (-0.36, 0.10),
)  # fmt: skip
_POINTED_NEAR: Ear = ((-0.36, -0.14, 0.6), (-0.36, -0.62, 0.9), (-0.04, -0.33, 0.6))
_POINTED_FAR: Ear = ((0.08, -0.33, 0.6), (0.32, -0.60, 0.9), (0.35, -0.14, 0.6))
_ROUND_NEAR: Ear = ((-0.36, -0.20), (-0.42, -0.42), (-0.24, -0.52), (-0.10, -0.34))
_ROUND_FAR: Ear = ((0.12, -0.34), (0.22, -0.50), (0.38, -0.42), (0.34, -0.20))

FRONTS: dict[str, Front] = {
    "rabbit": Front(
        _ROUND, (0.10, 0.17, 0.17, 0.12), (0.12, 0.08, 0.040, 0.028), (-0.14, 0.25, -0.08, 1.15),
        ((-0.26, -0.28, 0.4), (-0.34, -0.66), (-0.34, -1.08), (-0.24, -1.24, 0.5), (-0.12, -1.06), (-0.06, -0.68), (-0.02, -0.34, 0.4)),
        ((0.06, -0.34, 0.4), (0.08, -0.68), (0.18, -1.04), (0.28, -1.14, 0.5), (0.34, -0.98), (0.30, -0.62), (0.24, -0.28, 0.4)), whiskers=True,
    ),
    "mouse": Front(
        ((-0.32, 0.0), (-0.28, -0.20), (-0.10, -0.32), (0.12, -0.31), (0.28, -0.18), (0.31, 0.0), (0.26, 0.16), (0.17, 0.27), (0.11, 0.30), (0.0, 0.28), (-0.20, 0.20)),
        (0.12, 0.17, 0.12, 0.10), (0.14, 0.09, 0.034, 0.028), (-0.11, 0.23, -0.05, 1.05),
        ((-0.20, -0.20), (-0.46, -0.22), (-0.52, -0.46), (-0.34, -0.62), (-0.12, -0.52), (-0.08, -0.30)), ((0.14, -0.30), (0.20, -0.52), (0.38, -0.56), (0.48, -0.40), (0.40, -0.22), (0.22, -0.20)), whiskers=True,
    ),
    "cat": Front(_WIDE, (0.08, 0.16, 0.16, 0.11), (0.09, 0.08, 0.036, 0.026), (-0.15, 0.24, -0.08, 1.2), _POINTED_NEAR, _POINTED_FAR, whiskers=True),
    "fox": Front(
        _CHEEKED, (0.12, 0.19, 0.13, 0.12), (0.15, 0.13, 0.044, 0.034), (-0.13, 0.24, -0.07, 0.95), _POINTED_NEAR, _POINTED_FAR,
        mask=((-0.45, 0.24, 0.7), (-0.22, 0.06), (-0.02, 0.10), (0.10, -0.02), (0.18, 0.08), (0.32, 0.04), (0.45, 0.16, 0.7), (0.30, 0.20), (0.20, 0.32), (0.10, 0.36), (-0.06, 0.33), (-0.22, 0.26)),
    ),
    "wolf": Front(
        _CHEEKED, (0.13, 0.18, 0.16, 0.14), (0.17, 0.10, 0.052, 0.040), (-0.13, 0.25, -0.10, 0.9), _POINTED_NEAR, _POINTED_FAR,
        mask=((-0.44, 0.24, 0.7), (-0.24, 0.08), (-0.06, 0.06), (0.04, -0.06), (0.22, -0.04), (0.34, 0.04), (0.45, 0.16, 0.7), (0.30, 0.20), (0.20, 0.32), (0.10, 0.36), (-0.06, 0.33), (-0.22, 0.26)),
    ),
    "dog": Front(
        _ROUND, (0.13, 0.17, 0.19, 0.15), (0.16, 0.07, 0.058, 0.042), (-0.13, 0.25, -0.10, 0.95),
        ((-0.20, -0.32, 0.5), (-0.40, -0.22), (-0.48, 0.08), (-0.40, 0.30), (-0.26, 0.22), (-0.20, -0.04)), ((0.22, -0.32, 0.5), (0.38, -0.24), (0.47, 0.02), (0.42, 0.24), (0.32, 0.16), (0.26, -0.06)), ears_behind=False,
    ),
    "bear": Front(_ROUND, (0.12, 0.15, 0.19, 0.15), (0.15, 0.06, 0.062, 0.044), (-0.13, 0.24, -0.09, 0.8), _ROUND_NEAR, _ROUND_FAR),
    "lion": Front(
        _ROUND, (0.12, 0.16, 0.18, 0.14), (0.14, 0.07, 0.056, 0.036), (-0.14, 0.25, -0.10, 0.9), _ROUND_NEAR, _ROUND_FAR,
        mane=((-0.44, -0.48), (-0.18, -0.62, 0.6), (0.10, -0.60), (0.36, -0.56, 0.6), (0.54, -0.34), (0.60, -0.06, 0.6), (0.56, 0.22), (0.48, 0.48, 0.6), (0.24, 0.56), (0.06, 0.72, 0.6), (-0.18, 0.62), (-0.44, 0.66, 0.6), (-0.56, 0.38), (-0.70, 0.16, 0.6), (-0.60, -0.12), (-0.66, -0.36, 0.6)),
    ),
    "pig": Front(
        _ROUND, (0.13, 0.12, 0.15, 0.12), (0.0, 0.0, 0.0, 0.0), (-0.15, 0.28, -0.11, 0.85),
        ((-0.34, -0.22, 0.5), (-0.46, -0.46), (-0.26, -0.54, 0.7), (-0.04, -0.36)), ((0.10, -0.36), (0.30, -0.54, 0.7), (0.44, -0.46), (0.34, -0.22, 0.5)), ears_behind=False,
    ),
}  # fmt: skip


def front_parts(f: Front, ink: Inks, pose: Pose, coat: Color, pale: Color) -> tuple[list[Part], list[Part]]:
    """(parts behind the neck, parts of the head), as `animals.head_parts` gives them for a profile."""
    mouth = mouth_shape(pose.mouth)
    behind = [Part(spline(f.mane), mix(coat, ink.dark, 0.30), lift=0.3)] if f.mane else []
    parts = _ears(f, ink, coat) if f.ears_behind else []
    parts += _below(f, ink, coat, mouth)
    parts.append(Part(spline(f.skull), coat, lift=0.3))
    if f.mask:
        parts.append(Part(spline(f.mask), pale, 0.9, lift=0.0))
    if not f.ears_behind:
        parts += _ears(f, ink, coat)
    x, y, w, h = f.muzzle
    parts.append(Part(oval(x, y, w, h), mix(pale, coat, 0.30), lift=0.2))
    return behind, [*parts, *_eyes(f, ink, pose, coat), *_snout(f, ink, mouth, coat)]


def _ears(f: Front, ink: Inks, coat: Color) -> list[Part]:
    """Both ears with their insides; the far one in shade."""
    far, near = mix(coat, ink.dark, 0.22), mix(coat, ink.dark, 0.06)
    found = [Part(spline(f.far_ear), far, lift=0.3), Part(spline(f.near_ear), near, lift=0.4)]
    if f.ears_behind:
        inside = mix(coat, (0.85, 0.5, 0.45), 0.40)
        found += [Part(_within(ear), inside, 0.7, line=True) for ear in (f.far_ear, f.near_ear)]
    return found


def _within(ear: Ear) -> skia.Path:
    """The inside of an ear: the ear again, smaller."""
    cx, cy = sum(k[0] for k in ear) / len(ear), sum(k[1] for k in ear) / len(ear)
    return spline([(cx + (k[0] - cx) * 0.55, cy + (k[1] - cy) * 0.68, *k[2:]) for k in ear])


def _below(f: Front, ink: Inks, coat: Color, mouth: MouthShape) -> list[Part]:
    """The jaw that opens under the muzzle, and the dark of the mouth."""
    if mouth.open <= 0.05:
        return []
    x, y, w, h = f.muzzle
    drop = 0.08 * mouth.open
    return [Part(oval(x, y + h * 0.55 + drop, w * 0.78, 0.08 + drop * 0.5), mix(coat, ink.dark, 0.16), lift=0.2)]


def _eyes(f: Front, ink: Inks, pose: Pose, coat: Color) -> list[Part]:
    near, far, y, size = f.eyes
    lid = max(0.10, 1 - pose.blink)
    shapes: list[Part] = []
    for x, s in ((near, size), (far, size * 0.86)):
        wide = 0.068 * s * (1.0 if x == near else 0.82)
        shapes.append(Part(oval(x, y, wide, 0.062 * s * lid), ink.light, line=True))
        if pose.blink < 0.6:
            shapes.append(Part(oval(x + (0.012 + 0.016 * pose.gaze) * s, y, wide * 0.56, 0.046 * s * lid), ink.dark, line=True))
            shapes.append(Part(oval(x + (0.022 + 0.016 * pose.gaze) * s, y - 0.018 * s, 0.011 * s, 0.012 * s), ink.light, line=True))
        brow = limb([(x - wide * 1.15, y - 0.062 * s), (x, y - 0.092 * s), (x + wide * 1.1, y - 0.066 * s)], [0.003, 0.010, 0.003])
        shapes.append(Part(brow, mix(coat, ink.dark, 0.45), 0.8, line=True))
    return shapes


def _snout(f: Front, ink: Inks, mouth: MouthShape, coat: Color) -> list[Part]:
    """Nose, the line below it, lips or an open mouth, whiskers."""
    x, y, w, h = f.muzzle
    nx, ny, nw, nh = f.nose
    line = mix(coat, ink.dark, 0.65)
    parts: list[Part] = []
    low = y + h * 0.42
    if mouth.open > 0.05:
        parts.append(
            Part(oval(x + 0.01, low + 0.05 * mouth.open, w * (0.46 - 0.14 * mouth.round), 0.012 + 0.085 * mouth.open), _wet(ink), line=True)
        )
    if nw:
        parts.append(Part(spline([(nx - nw, ny - nh * 0.6), (nx, ny - nh), (nx + nw, ny - nh * 0.6), (nx + nw * 0.4, ny + nh * 0.6), (nx, ny + nh), (nx - nw * 0.4, ny + nh * 0.6)]), ink.dark, line=True))  # fmt: skip
        lips = [limb([(nx, ny + nh * 0.8), (x + 0.01, low)], [0.006, 0.006])]
        if mouth.open <= 0.05:
            lips += [
                limb([(x + 0.01, low), (x + s * w * 0.34, low + 0.030), (x + s * w * 0.66, low + 0.004)], [0.006, 0.007, 0.003])
                for s in (-1, 1)
            ]
        parts.append(Part(gather(lips), line, 0.9, line=True))
    else:
        parts.append(Part(gather(oval(x + s * w * 0.40, y - 0.005, w * 0.16, h * 0.28) for s in (-1, 1)), line, 0.9, line=True))
        if mouth.open <= 0.05:
            parts.append(
                Part(
                    limb([(x - w * 0.8, y + h * 1.25), (x, y + h * 1.55), (x + w * 0.8, y + h * 1.2)], [0.004, 0.008, 0.004]),
                    line,
                    0.9,
                    line=True,
                )
            )
    if f.whiskers:
        parts.append(Part(gather(_whisker(x + s * w * 0.55, y, s, i) for s in (-1, 1) for i in range(3)), ink.line, 0.7, line=True))
    return parts


def _whisker(x: float, y: float, side: int, i: int) -> skia.Path:
    ends: list[Point] = [(x, y + 0.02 * i), (x + side * 0.14, y - 0.01 + 0.035 * i), (x + side * 0.26, y - 0.02 + 0.07 * i)]
    return limb(ends, [0.004, 0.003, 0.001])


def _wet(ink: Inks) -> Color:
    return mix(ink.dark, (0.5, 0.08, 0.1), 0.5)
