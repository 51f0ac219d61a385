"""Snakes, caterpillars, frogs and fish."""

import math
from dataclasses import replace

from litink_app.schemas.picture import Look
from litink_app.studio.illustrator import muzzles
from litink_app.studio.illustrator.animals import box_of, head_parts, moved, seated
from litink_app.studio.illustrator.curves import Point, circle, gather, limb, oval, placing, spline
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import Pose, Stance
from litink_app.studio.illustrator.puppet import Box, Inks, Part
from litink_app.studio.illustrator.wildlife import MUZZLES, kind_of


class Creeper:
    """Builds snakes, caterpillars, frogs and fish."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.look, self.inks, self.coat, self.pale = look, inks, coat, pale
        self.kind = kind_of(look.species)

    def __call__(self, pose: Pose) -> list[Part]:
        return {"snake": self._snake, "caterpillar": self._caterpillar, "frog": self._frog, "fish": self._fish}[self.kind](pose)

    def _face(self, kind: str, pose: Pose, x: float, y: float, size: float, tilt: float = 0.0) -> list[Part]:
        behind, face = head_parts(MUZZLES[kind], self.inks, pose, self.coat, self.pale)
        return moved(behind + face, seated((x, y), size, tilt + 4 * pose.lean))

    def face_box(self, pose: Pose) -> Box:
        x, y, size, scale = {
            "snake": (0.22, -0.84, 0.34, 1.0),
            "caterpillar": (0.17, -0.97, 0.30, 0.82),
            "frog": (0.20, -0.62, 0.64, 1.1),
            "fish": (0.36, -0.55, 0.5, 1.0),
        }[self.kind]
        return box_of((x, y), size, 0.0, scale)

    def _snake(self, pose: Pose) -> list[Part]:
        sway = 0.03 * math.sin(pose.breath * math.tau)
        line: list[Point] = [
            (-1.0, -0.03),
            (-0.72, -0.10),
            (-0.45, -0.04),
            (-0.16, -0.12),
            (0.12, -0.08),
            (0.24, -0.26),
            (0.02, -0.48),
            (0.06 + sway, -0.72),
            (0.24 + sway, -0.84),
        ]
        body = limb(line, [0.008, 0.05, 0.08, 0.09, 0.095, 0.095, 0.09, 0.085, 0.08], steps=6)
        bands = gather(
            circle(x, y, 0.026) for x, y in ((-0.6, -0.08), (-0.32, -0.07), (-0.02, -0.11), (0.2, -0.18), (0.12, -0.38), (0.02, -0.56))
        )
        return [Part(body, self.coat), Part(bands, self.pale, 0.7, line=True), *self._face("lizard", pose, 0.22 + sway, -0.84, 0.34)]

    def _caterpillar(self, pose: Pose) -> list[Part]:
        """On a mushroom, as everybody knows."""
        ink = self.inks
        wave = 0.012 * math.sin(pose.breath * math.tau)
        cap = mix(ink.accent, (0.75, 0.2, 0.15), 0.4)
        stem = spline([(-0.13, 0.0, 0.7), (-0.10, -0.2), (-0.12, -0.40), (0.12, -0.40), (0.10, -0.2), (0.14, 0.0, 0.7)])
        top = spline([(-0.58, -0.34, 0.7), (-0.40, -0.50), (0.0, -0.57), (0.40, -0.50), (0.58, -0.34, 0.7), (0.0, -0.38)])
        spots = gather(oval(x, y, 0.055, 0.025) for x, y in ((-0.32, -0.45), (-0.05, -0.50), (0.24, -0.46), (0.42, -0.40)))
        parts = [Part(stem, ink.linen), Part(top, cap), Part(spots, ink.linen, 0.85, line=True)]
        spine: list[Point] = [
            (-0.46, -0.58),
            (-0.32, -0.62),
            (-0.17, -0.62),
            (-0.02, -0.62),
            (0.10, -0.68),
            (0.15, -0.78),
            (0.15 + wave, -0.88),
        ]
        for i, (x, y) in enumerate(spine):
            r = 0.085 + 0.012 * min(i, 3)
            parts.append(Part(limb([(x, y + r * 0.6), (x + 0.01, y + r * 1.35)], [0.02, 0.014]), mix(self.coat, ink.dark, 0.35), lift=0.2))
            parts.append(Part(circle(x, y, r), self.coat if i % 2 else mix(self.coat, self.pale, 0.35), lift=0.6))
        feelers = gather(
            [
                limb([(0.12 + wave, -1.06), (0.10, -1.16), (0.16, -1.22)], [0.01, 0.008, 0.012]),
                limb([(0.20 + wave, -1.06), (0.24, -1.15), (0.32, -1.18)], [0.01, 0.008, 0.012]),
            ]
        )
        parts.append(Part(feelers, ink.dark))
        parts += self._face("frog", pose, 0.17 + wave, -0.97, 0.30)
        return moved(parts, placing(0, 0, 0, 0.82))

    def _frog(self, pose: Pose) -> list[Part]:
        ink = self.inks
        body = spline(
            [(-0.44, -0.10), (-0.40, -0.30), (-0.14, -0.54), (0.12, -0.66), (0.30, -0.52), (0.30, -0.24), (0.16, -0.06), (-0.20, -0.03)]
        )
        thigh = spline([(-0.46, -0.06), (-0.50, -0.26), (-0.30, -0.40), (-0.08, -0.26), (-0.14, -0.08)])
        foot = gather(
            [
                limb([(-0.40, -0.03), (-0.10, -0.03), (0.02, -0.012)], [0.04, 0.035, 0.014]),
                limb([(-0.14, -0.03), (0.04, -0.035)], [0.02, 0.01]),
            ]
        )
        arm = gather(
            [
                limb([(0.22, -0.34), (0.27, -0.18), (0.25, -0.03)], [0.065, 0.05, 0.03]),
                limb([(0.24, -0.03), (0.36, -0.012)], [0.024, 0.012]),
            ]
        )
        return moved(
            [
                Part(body, self.coat),
                Part(spline([(0.28, -0.46), (0.14, -0.34), (0.14, -0.12), (0.26, -0.20)]), self.pale, 0.85, lift=0),
                Part(thigh, mix(self.coat, ink.dark, 0.10), lift=0.7),
                Part(foot, mix(self.coat, ink.dark, 0.2)),
                Part(arm, self.coat, lift=0.6),
                *self._face("frog", pose, 0.20, -0.62, 0.64),
            ],
            placing(0, 0, 0, 1.1),
        )

    def _fish(self, pose: Pose) -> list[Part]:
        ink = self.inks
        y = -0.55 + 0.03 * math.sin(pose.breath * math.tau)
        body = spline(
            [
                (0.58, y + 0.02),
                (0.30, y - 0.24),
                (-0.10, y - 0.26),
                (-0.46, y - 0.07),
                (-0.78, y - 0.26, 0.9),
                (-0.68, y),
                (-0.78, y + 0.24, 0.9),
                (-0.46, y + 0.07),
                (-0.10, y + 0.24),
                (0.30, y + 0.22),
            ]
        )
        fin = gather(
            [
                spline([(0.10, y - 0.24, 0.6), (-0.10, y - 0.46, 0.9), (-0.34, y - 0.28), (-0.22, y - 0.20)]),
                spline([(0.14, y + 0.04, 0.6), (-0.14, y + 0.18, 0.9), (-0.04, y + 0.02)]),
            ]
        )
        scales = gather(
            limb([(x, yy), (x + 0.05, yy + 0.05), (x, yy + 0.10)], [0.006, 0.009, 0.006])
            for x, yy in ((-0.3, y - 0.06), (-0.16, y - 0.14), (-0.16, y), (-0.02, y - 0.08), (0.0, y + 0.06))
        )
        m = MUZZLES["fish"]
        eye = replace(m, eye=(0.36, y - 0.06), eye_size=1.1)
        return [
            Part(fin, mix(self.coat, ink.accent, 0.4)),
            Part(body, self.coat),
            Part(scales, mix(self.coat, ink.line, 0.5), 0.8, line=True),
            Part(fin, mix(self.coat, ink.accent, 0.4), 0.9),
            Part(muzzles.eye_of(eye, pose.blink), ink.light, line=True),
            Part(muzzles.pupil_of(eye, pose.blink, pose.gaze), ink.dark, line=True),
        ]
