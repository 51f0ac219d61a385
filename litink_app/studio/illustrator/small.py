"""Insects, shells, swimmers and other small folk, each cut in a few pieces. The unit is the figure's height; it faces +x."""

import math
from collections.abc import Callable

import skia

from litink_app.schemas.picture import Look
from litink_app.studio.illustrator.curves import circle, gather, leaf, limb, oval, place, spline
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import Pose, Stance, mouth_shape
from litink_app.studio.illustrator.puppet import Box, Inks, Part
from litink_app.studio.illustrator.wildlife import kind_of

Face = tuple[float, float, float]
"""Where the eye is, and its size."""


class Small:
    """Builds one of them; the eye and a mouth are cut into all."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.inks, self.coat, self.pale = inks, coat, pale
        self.dark = mix(coat, inks.dark, 0.45)
        self.kind = kind_of(look.species)
        self.draw = _DRAWN[self.kind]

    def __call__(self, pose: Pose) -> list[Part]:
        beat = math.sin(pose.breath * math.tau)
        parts, (x, y, size) = self.draw(self, beat)
        return parts + self._eye(pose, x, y, size) + self._mouth(pose, x, y, size)

    def face_box(self, pose: Pose) -> Box:
        _, (x, y, size) = self.draw(self, 0.0)
        return x - 3.2 * size, y - 2.4 * size, x + 3.2 * size, y + 4.2 * size

    def _eye(self, pose: Pose, x: float, y: float, size: float) -> list[Part]:
        lid = max(0.1, 1 - pose.blink)
        parts = [Part(oval(x, y, size, size * 1.1 * lid), self.inks.light, line=True)]
        if pose.blink < 0.6:
            parts.append(Part(oval(x + size * (0.2 + 0.3 * pose.gaze), y, size * 0.5, size * 0.62), self.inks.dark, line=True))
        return parts

    def _mouth(self, pose: Pose, x: float, y: float, size: float) -> list[Part]:
        wide = mouth_shape(pose.mouth).open
        low = y + size * 2.2
        smile = limb(
            [(x - size * 0.4, low - size * 0.1), (x + size * 0.5, low + size * 0.3), (x + size * 1.3, low - size * 0.2)],
            [size * 0.05, size * 0.14, size * 0.05],
        )
        if wide < 0.05:
            return [Part(smile, self.inks.dark, 0.8, line=True)]
        return [
            Part(oval(x + size * 0.45, low, size * 0.6, size * (0.12 + 0.75 * wide)), mix(self.inks.dark, (0.5, 0.08, 0.1), 0.5), line=True)
        ]


def _legs(color: Color, *lines: list[tuple[float, float]], width: float = 0.022) -> Part:
    return Part(gather(limb(line, [width] * (len(line) - 1) + [width * 0.5]) for line in lines), color, lift=0.2)


def _bee(s: Small, beat: float) -> tuple[list[Part], Face]:
    y = -0.55 + 0.03 * beat
    wings = gather([place(leaf(0.5, 0.34), -0.02, y - 0.16, -118 + 8 * beat), place(leaf(0.42, 0.34), -0.06, y - 0.14, -146 - 8 * beat)])
    body = oval(-0.10, y, 0.34, 0.22)
    bands = skia.Op(gather(spline([(x - 0.045, y - 0.25, 1), (x + 0.045, y - 0.25, 1), (x + 0.03, y), (x + 0.045, y + 0.25, 1), (x - 0.045, y + 0.25, 1), (x - 0.06, y)]) for x in (-0.26, -0.10, 0.06)), body, skia.PathOp.kIntersect_PathOp)  # fmt: skip
    feelers = gather([limb([(0.34, y - 0.18), (0.42, y - 0.34), (0.50, y - 0.36)], [0.012, 0.01, 0.02]), limb([(0.28, y - 0.19), (0.32, y - 0.36), (0.40, y - 0.42)], [0.012, 0.01, 0.02])])  # fmt: skip
    return [Part(wings, s.inks.light, 0.65, lift=0.4), Part(feelers, s.dark), Part(body, s.coat), Part(bands, s.inks.dark, 0.85, line=True), Part(circle(0.28, y - 0.03, 0.175), mix(s.coat, s.inks.dark, 0.25), lift=0.4), _legs(s.dark, [(0.0, y + 0.18), (0.04, y + 0.32)], [(-0.14, y + 0.2), (-0.12, y + 0.34)])], (0.33, y - 0.07, 0.05)  # fmt: skip


def _butterfly(s: Small, beat: float) -> tuple[list[Part], Face]:
    y, k = -0.55 + 0.03 * beat, 1 + 0.12 * beat
    wing = gather([spline([(0.02, y), (-0.10 * k, y - 0.40), (-0.42 * k, y - 0.48), (-0.56 * k, y - 0.22), (-0.30, y)]), spline([(0.0, y + 0.02), (-0.34 * k, y + 0.06), (-0.46 * k, y + 0.30), (-0.22 * k, y + 0.38), (-0.04, y + 0.14)])])  # fmt: skip
    eyes = gather([circle(-0.34 * k, y - 0.30, 0.07), circle(-0.28 * k, y + 0.20, 0.05), circle(-0.46 * k, y - 0.20, 0.03)])
    far = place(wing, 0.10, 0.0, 0.0, -0.55, 1.0)
    body = limb([(-0.16, y + 0.20), (0.0, y + 0.02), (0.12, y - 0.16)], [0.02, 0.045, 0.05])
    feelers = gather([limb([(0.16, y - 0.22), (0.22, y - 0.42), (0.32, y - 0.50)], [0.008, 0.008, 0.018]), limb([(0.12, y - 0.24), (0.12, y - 0.42), (0.18, y - 0.54)], [0.008, 0.008, 0.018])])  # fmt: skip
    return [Part(far, mix(s.coat, s.inks.dark, 0.25)), Part(wing, s.coat), Part(eyes, s.pale, 0.9, line=True), Part(feelers, s.dark), Part(body, s.dark), Part(circle(0.15, y - 0.19, 0.085), s.dark)], (0.175, y - 0.21, 0.032)  # fmt: skip


def _beetle(s: Small, beat: float) -> tuple[list[Part], Face]:
    shell = spline([(-0.62, -0.20), (-0.50, -0.56), (-0.10, -0.74), (0.26, -0.58), (0.34, -0.22, 0.5), (-0.10, -0.14)])
    line = limb([(-0.56, -0.42), (-0.10, -0.52), (0.30, -0.42)], [0.006, 0.014, 0.006])
    dots = gather(circle(x, y, 0.055) for x, y in ((-0.36, -0.52), (-0.06, -0.62), (0.12, -0.38), (-0.24, -0.30)))
    head = spline([(0.28, -0.50), (0.52, -0.48), (0.60, -0.28), (0.46, -0.16), (0.30, -0.20)])
    feelers = limb([(0.52, -0.46), (0.64, -0.66), (0.78, -0.66)], [0.014, 0.012, 0.024])
    return [_legs(s.dark, *[[(x, -0.22), (x + 0.10, -0.14), (x + 0.06, 0.0)] for x in (-0.40, -0.12, 0.18)], width=0.03), Part(feelers, s.dark), Part(head, s.dark), Part(shell, s.coat), Part(line, s.dark, 0.7, line=True), Part(dots, s.dark, 0.6, line=True)], (0.47, -0.38, 0.05)  # fmt: skip


def _ant(s: Small, beat: float) -> tuple[list[Part], Face]:
    legs = [[(x, -0.36), (x + d * 0.5, -0.50), (x + d, 0.0)] for x, d in ((-0.10, -0.20), (0.0, 0.04), (0.12, 0.24))]
    feelers = gather([limb([(0.44, -0.62), (0.56, -0.84), (0.72, -0.80)], [0.014, 0.012, 0.02]), limb([(0.38, -0.64), (0.42, -0.88), (0.56, -0.94)], [0.014, 0.012, 0.02])])  # fmt: skip
    return [_legs(s.dark, *legs), Part(feelers, s.dark), Part(oval(-0.44, -0.42, 0.30, 0.20), s.coat), Part(oval(0.0, -0.42, 0.16, 0.12), s.coat, lift=0.4), Part(circle(0.36, -0.50, 0.185), s.coat, lift=0.5), _legs(s.coat, [(0.10, -0.34), (0.30, -0.30), (0.34, 0.0)], width=0.026)], (0.42, -0.54, 0.05)  # fmt: skip


def _grasshopper(s: Small, beat: float) -> tuple[list[Part], Face]:
    body = spline([(-0.72, -0.40), (-0.30, -0.56), (0.16, -0.56), (0.30, -0.36), (0.10, -0.24), (-0.40, -0.28)])
    wing = spline([(0.14, -0.56, 0.6), (-0.40, -0.62), (-0.88, -0.46, 0.8), (-0.40, -0.42), (0.10, -0.42)])
    spring = gather([limb([(-0.10, -0.36), (-0.44, -0.84), (-0.62, 0.0)], [0.07, 0.035, 0.016]), limb([(-0.62, -0.02), (-0.46, -0.01)], [0.016, 0.01])])  # fmt: skip
    head = spline([(0.22, -0.62), (0.46, -0.66), (0.52, -0.44), (0.42, -0.24), (0.24, -0.30)])
    feelers = limb([(0.44, -0.64), (0.62, -0.90), (0.92, -0.96)], [0.014, 0.010, 0.006])
    return [_legs(s.dark, [(0.06, -0.28), (0.16, -0.16), (0.12, 0.0)], [(0.20, -0.28), (0.34, -0.16), (0.32, 0.0)]), Part(feelers, s.dark), Part(body, s.coat), Part(wing, mix(s.coat, s.pale, 0.3), lift=0.4), Part(head, s.coat, lift=0.4), Part(spring, mix(s.coat, s.inks.dark, 0.18), lift=0.6)], (0.41, -0.54, 0.05)  # fmt: skip


def _spider(s: Small, beat: float) -> tuple[list[Part], Face]:
    legs = [[(x * 0.4, -0.44), (x, -0.84 + 0.06 * abs(x)), (x * 1.4, 0.0)] for x in (-0.62, -0.44, 0.44, 0.62)]
    near = [[(x * 0.4, -0.38), (x, -0.66), (x * 1.35, 0.0)] for x in (-0.52, -0.30, 0.36, 0.54)]
    cross = gather([oval(-0.20, -0.48, 0.03, 0.12), oval(-0.20, -0.50, 0.10, 0.03)])
    return [_legs(mix(s.dark, s.inks.dark, 0.3), *legs, width=0.02), Part(oval(-0.20, -0.46, 0.32, 0.27), s.coat), Part(cross, s.pale, 0.8, line=True), Part(circle(0.20, -0.42, 0.18), s.coat, lift=0.5), _legs(s.dark, *near)], (0.26, -0.47, 0.048)  # fmt: skip


def _snail(s: Small, beat: float) -> tuple[list[Part], Face]:
    foot = spline(
        [
            (-0.86, -0.02, 0.6),
            (-0.50, -0.14),
            (0.10, -0.18),
            (0.36, -0.44),
            (0.44, -0.66),
            (0.62, -0.64),
            (0.66, -0.40),
            (0.52, -0.10),
            (0.40, 0.0, 0.6),
        ]
    )
    coil = gather(limb([(math.cos(a) * r - 0.16, math.sin(a) * r - 0.46) for a, r in [(i * 0.5, 0.36 - 0.0165 * i) for i in range(20)]], [0.016] * 20, steps=2) for _ in (0,))  # fmt: skip
    horns = gather([limb([(0.50, -0.62), (0.50, -0.84), (0.56, -0.94)], [0.02, 0.016, 0.03]), limb([(0.60, -0.60), (0.66, -0.80), (0.74, -0.86)], [0.02, 0.016, 0.03])])  # fmt: skip
    return [Part(horns, s.coat), Part(foot, s.coat), Part(circle(-0.16, -0.46, 0.42), s.pale, lift=0.6), Part(coil, mix(s.pale, s.inks.dark, 0.45), 0.8, line=True)], (0.55, -0.50, 0.045)  # fmt: skip


def _crab(s: Small, beat: float) -> tuple[list[Part], Face]:
    legs = [[(x * 0.6, -0.30), (x, -0.42), (x * 1.15, 0.0)] for x in (-0.66, -0.46, 0.46, 0.66)]
    arms = gather(limb([(d * 0.36, -0.40), (d * 0.66, -0.60), (d * 0.62, -0.84)], [0.05, 0.045, 0.03]) for d in (-1, 1))
    claws = gather(spline([(d * 0.62, -0.78), (d * 0.84, -0.92), (d * 0.80, -1.14, 0.8), (d * 0.68, -0.98, 0.8), (d * 0.58, -1.12, 0.8), (d * 0.48, -0.92)]) for d in (-1, 1))  # fmt: skip
    shell = spline([(-0.56, -0.36), (-0.34, -0.60), (0.0, -0.66), (0.34, -0.60), (0.56, -0.36), (0.30, -0.16), (-0.30, -0.16)])
    return [_legs(s.dark, *legs, width=0.034), Part(arms, s.coat), Part(claws, s.coat), Part(shell, s.coat, lift=0.6), Part(circle(-0.10, -0.60, 0.075), s.inks.light), Part(circle(-0.08, -0.60, 0.035), s.inks.dark, line=True)], (0.14, -0.60, 0.062)  # fmt: skip


def _octopus(s: Small, beat: float) -> tuple[list[Part], Face]:
    arms = gather(limb([(x * 0.4, -0.42), (x * 0.9, -0.22 + 0.03 * beat), (x * 1.3, -0.06), (x * 1.5 + 0.08, -0.12 - 0.05 * abs(x))], [0.11, 0.08, 0.05, 0.014]) for x in (-0.60, -0.36, -0.12, 0.12, 0.36, 0.60))  # fmt: skip
    head = spline([(-0.30, -0.40), (-0.40, -0.72), (-0.22, -1.0), (0.16, -1.0), (0.36, -0.74), (0.28, -0.40), (0.0, -0.32)])
    dots = gather(circle(x, y, 0.035) for x, y in ((-0.18, -0.86), (-0.04, -0.92), (-0.26, -0.70)))
    return [Part(arms, mix(s.coat, s.inks.dark, 0.14)), Part(head, s.coat, lift=0.5), Part(dots, s.pale, 0.8, line=True)], (
        0.14,
        -0.62,
        0.07,
    )


def _bat(s: Small, beat: float) -> tuple[list[Part], Face]:
    y, up = -0.60 + 0.03 * beat, 0.12 * beat
    wings = gather(spline([(d * 0.08, y - 0.10), (d * 0.36, y - 0.42 - up), (d * 0.86, y - 0.34 - up), (d * 0.98, y + 0.02 - up, 0.9), (d * 0.74, y - 0.06, 0.6), (d * 0.62, y + 0.16, 0.9), (d * 0.42, y + 0.04, 0.6), (d * 0.26, y + 0.22, 0.9), (d * 0.08, y + 0.12)]) for d in (-1, 1))  # fmt: skip
    ears = gather(spline([(d * 0.05, y - 0.24, 0.6), (d * 0.15, y - 0.52, 0.9), (d * 0.19, y - 0.18, 0.6)]) for d in (-1, 1))
    return [Part(wings, mix(s.coat, s.inks.dark, 0.25)), Part(ears, s.coat), Part(oval(0.0, y + 0.06, 0.16, 0.26), s.coat, lift=0.5), Part(circle(0.0, y - 0.16, 0.18), s.coat, lift=0.5), Part(circle(-0.07, y - 0.18, 0.04), s.inks.light, line=True)], (0.08, y - 0.18, 0.042)  # fmt: skip


def _seal(s: Small, beat: float) -> tuple[list[Part], Face]:
    body = spline(
        [
            (-0.94, -0.16),
            (-0.60, -0.22),
            (-0.20, -0.40),
            (0.08, -0.72),
            (0.30, -0.92),
            (0.54, -0.88),
            (0.66, -0.72),
            (0.56, -0.60),
            (0.46, -0.40),
            (0.40, -0.10),
            (0.10, 0.0),
            (-0.50, 0.0),
        ]
    )
    fins = gather([spline([(0.26, -0.24), (0.48, -0.06), (0.56, 0.0, 0.6), (0.24, 0.0, 0.6), (0.10, -0.16)]), spline([(-0.84, -0.12), (-1.08, -0.26, 0.8), (-1.04, -0.10), (-1.12, 0.0, 0.8), (-0.80, -0.02)])])  # fmt: skip
    whiskers = gather(limb([(0.62, -0.70), (0.72, -0.64 + 0.05 * i), (0.78, -0.60 + 0.07 * i)], [0.005, 0.005, 0.002]) for i in range(3))
    return [Part(body, s.coat), Part(spline([(0.40, -0.56), (0.42, -0.20), (0.16, -0.04), (-0.30, -0.03), (0.10, -0.20)]), s.pale, 0.7, lift=0), Part(fins, mix(s.coat, s.inks.dark, 0.2), lift=0.5), Part(circle(0.655, -0.74, 0.035), s.inks.dark, line=True), Part(whiskers, s.inks.line, 0.8, line=True)], (0.48, -0.78, 0.042)  # fmt: skip


def _whale(s: Small, beat: float) -> tuple[list[Part], Face]:
    body = spline(
        [
            (-1.0, -0.50),
            (-0.50, -0.46),
            (-0.10, -0.74),
            (0.46, -0.80),
            (0.86, -0.56),
            (0.92, -0.26),
            (0.60, -0.06),
            (0.0, -0.02),
            (-0.56, -0.22),
        ]
    )
    tail = spline([(-0.94, -0.46), (-1.16, -0.80, 0.9), (-1.20, -0.60), (-1.40, -0.62, 0.9), (-1.14, -0.36)])
    belly = spline([(0.90, -0.30), (0.60, -0.22), (0.10, -0.20), (-0.30, -0.16), (0.0, -0.03), (0.60, -0.07)])
    spout = gather(limb([(0.34, -0.80), (0.34 + d * 0.4, -1.02), (0.34 + d, -0.92)], [0.02, 0.03, 0.012]) for d in (-0.20, 0.20))
    fin = spline([(0.30, -0.26), (0.18, -0.02), (0.02, 0.0, 0.7), (0.10, -0.22)])
    grooves = gather(
        limb([(0.84, -0.24 + 0.045 * i), (0.40, -0.15 + 0.035 * i), (0.0, -0.13 + 0.03 * i)], [0.003, 0.007, 0.003]) for i in range(3)
    )
    return [Part(spout, s.inks.light, 0.7, lift=0), Part(tail, s.coat), Part(body, s.coat), Part(belly, s.pale, 0.85, lift=0), Part(grooves, s.coat, 0.7, line=True), Part(fin, s.dark, lift=0.5)], (0.56, -0.40, 0.036)  # fmt: skip


def _dolphin(s: Small, beat: float) -> tuple[list[Part], Face]:
    y = 0.03 * beat
    body = spline(
        [
            (-0.86, -0.20 + y),
            (-0.40, -0.50 + y),
            (0.10, -0.66 + y),
            (0.46, -0.56 + y),
            (0.62, -0.42 + y),
            (0.90, -0.36 + y),
            (0.92, -0.30 + y),
            (0.60, -0.26 + y),
            (0.20, -0.26 + y),
            (-0.40, -0.26 + y),
        ]
    )
    fins = gather([spline([(0.0, -0.60 + y), (-0.22, -0.88 + y, 0.9), (-0.26, -0.54 + y)]), spline([(-0.82, -0.20 + y), (-1.10, -0.30 + y, 0.9), (-1.0, -0.16 + y), (-1.06, 0.04 + y, 0.9), (-0.80, -0.12 + y)]), spline([(0.20, -0.30 + y), (0.02, -0.06 + y, 0.9), (0.06, -0.28 + y)])])  # fmt: skip
    return [Part(fins, s.dark), Part(body, s.coat, lift=0.4), Part(spline([(0.84, -0.31 + y), (0.40, -0.36 + y), (-0.20, -0.34 + y), (0.20, -0.265 + y), (0.60, -0.265 + y)]), s.pale, 0.85, lift=0)], (0.50, -0.44 + y, 0.032)  # fmt: skip


def _penguin(s: Small, beat: float) -> tuple[list[Part], Face]:
    body = spline(
        [
            (-0.10, -0.94),
            (0.14, -0.96),
            (0.26, -0.80),
            (0.28, -0.56),
            (0.30, -0.20),
            (0.12, -0.02),
            (-0.16, -0.02),
            (-0.30, -0.24),
            (-0.26, -0.60),
            (-0.20, -0.84),
        ]
    )
    belly = spline([(0.20, -0.72), (0.30, -0.46), (0.28, -0.18), (0.10, -0.04), (-0.04, -0.14), (-0.02, -0.46), (0.06, -0.66)])
    wing = spline([(-0.12, -0.64), (-0.04, -0.40), (-0.16, -0.14, 0.8), (-0.28, -0.36)])
    horn = mix(s.inks.rim, (0.90, 0.55, 0.2), 0.6)
    feet = gather(oval(x, -0.02, 0.11, 0.03) for x in (-0.06, 0.16))
    return [Part(feet, horn), Part(body, s.coat), Part(belly, s.pale, lift=0.2), Part(oval(0.15, -0.80, 0.09, 0.085), s.pale, lift=0), Part(spline([(0.22, -0.84, 0.6), (0.40, -0.79, 0.9), (0.22, -0.75, 0.6)]), horn), Part(wing, mix(s.coat, s.inks.dark, 0.2), lift=0.7)], (0.15, -0.83, 0.036)  # fmt: skip


_DRAWN: dict[str, Callable[[Small, float], tuple[list[Part], Face]]] = {
    "bee": _bee, "butterfly": _butterfly, "beetle": _beetle, "ant": _ant, "grasshopper": _grasshopper, "spider": _spider, "snail": _snail, "crab": _crab,
    "octopus": _octopus, "bat": _bat, "seal": _seal, "whale": _whale, "dolphin": _dolphin, "penguin": _penguin,
}  # fmt: skip
SMALL = frozenset(_DRAWN)
