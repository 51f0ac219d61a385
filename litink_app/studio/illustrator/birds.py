"""Birds."""

import math

from litink_app.schemas.picture import Look
from litink_app.studio.illustrator.animals import box_of, head_parts, moved, seated
from litink_app.studio.illustrator.curves import Point, gather, limb, oval, placing, spline
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import Pose, Stance
from litink_app.studio.illustrator.puppet import Box, Inks, Part
from litink_app.studio.illustrator.wildlife import MUZZLES, kind_of


class Bird:
    """Builds a standing bird; `long` necks and legs for swans, storks, geese."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.look, self.inks, self.coat, self.pale = look, inks, coat, pale
        self.kind = kind_of(look.species)
        self.muzzle = MUZZLES[self.kind]
        self.kind = {"crow": "bird", "hen": "bird", "parrot": "eagle", "stork": "duck"}.get(self.kind, self.kind)
        name = f"{look.species} {look.name}".lower()
        self.neck = (
            0.62
            if any(w in name for w in ("swan", "flamingo", "stork", "crane", "heron"))
            else 0.42
            if any(w in name for w in ("goose", "gander"))
            else 0.24
            if self.kind == "duck"
            else 0.06
        )
        self.leg = (
            0.62 if any(w in name for w in ("flamingo", "stork", "crane", "heron")) else 0.20 if self.kind in ("duck", "owl") else 0.28
        )
        self.upright = self.kind in ("owl", "eagle")
        self.comb = any(w in name for w in ("cock", "hen", "chicken", "rooster"))
        self.breast = "robin" in name

    def __call__(self, pose: Pose) -> list[Part]:
        ink = self.inks
        bob = 0.012 * math.sin(pose.breath * math.tau)
        y = -self.leg - 0.30 + bob
        horn = mix(ink.rim, (0.88, 0.5, 0.18), 0.6)
        step = 0.10 * math.sin(pose.walk * math.tau) if pose.walk else 0.0
        parts = [self._leg(0.05 - step, mix(horn, ink.dark, 0.4)), self._leg(-0.05 + step, horn)]
        lean = -50 if self.upright else 0
        body = self._body()
        matrix = placing(0, y, lean)
        parts += moved(body, matrix)
        base, head = self._neck(pose)
        behind, face = head_parts(self.muzzle, ink, pose, self.coat, self.pale)
        fit = seated(head, self.head_size, 4 * pose.lean, -0.22)
        if self.neck > 0.1:
            parts.append(
                Part(
                    limb(
                        [
                            (base[0] - 0.08, base[1] + 0.10),
                            (base[0] + 0.12, base[1] - self.neck * 0.25),
                            (base[0] + 0.02, base[1] - self.neck * 0.7),
                            (head[0] - 0.01, head[1]),
                        ],
                        [0.19, 0.11, 0.085, 0.09],
                    ),
                    self.coat,
                    lift=0.2,
                )
            )
        else:
            parts.append(Part(limb([(base[0] - 0.10, base[1] + 0.12), (head[0], head[1])], [0.24, 0.17]), self.coat, lift=0.1))
        if self.comb:
            parts += moved(
                [
                    Part(
                        spline(
                            [
                                (-0.12, -0.34, 0.6),
                                (-0.16, -0.52),
                                (-0.04, -0.46, 0.7),
                                (0.0, -0.60),
                                (0.08, -0.46, 0.7),
                                (0.18, -0.52),
                                (0.14, -0.32, 0.6),
                            ]
                        ),
                        mix(ink.accent, (0.8, 0.15, 0.12), 0.7),
                    ),
                    Part(oval(0.20, 0.22, 0.06, 0.11), mix(ink.accent, (0.8, 0.15, 0.12), 0.7)),
                ],
                fit,
            )
        parts += moved(behind + face, fit)
        return moved(parts, placing(0, 0, 0, self._scale()))

    @property
    def head_size(self) -> float:
        return 0.62 if self.kind == "owl" else 0.46

    def _neck(self, pose: Pose) -> tuple[Point, Point]:
        """Where the neck begins and the head sits."""
        y = -self.leg - 0.30 + 0.012 * math.sin(pose.breath * math.tau)
        base = (0.10, y - 0.34) if self.upright else (0.30, y - 0.12)
        return base, (base[0] + 0.10 + self.neck * 0.20, base[1] - self.neck - 0.10)

    def _scale(self) -> float:
        return 1 / max(0.7, -(self._neck(Pose())[1][1] - 0.30 * self.head_size) + 0.04)

    def face_box(self, pose: Pose) -> Box:
        return box_of(self._neck(pose)[1], self.head_size, 0.0, self._scale(), -0.22)

    def _leg(self, x: float, color: Color) -> Part:
        y = -self.leg - 0.10
        foot = gather(
            [
                limb([(x, -0.02), (x + 0.13, -0.008)], [0.016, 0.008]),
                limb([(x, -0.02), (x + 0.10, -0.03)], [0.014, 0.006]),
                limb([(x, -0.02), (x - 0.07, -0.006)], [0.012, 0.006]),
            ]
        )
        if self.kind == "duck" and self.leg < 0.3:
            foot = spline([(x - 0.03, -0.03), (x + 0.14, -0.02, 0.7), (x + 0.15, 0.0, 0.7), (x - 0.02, 0.0, 0.5)])
        return Part(
            gather([limb([(x - 0.02, y), (x - 0.035, y * 0.5), (x, -0.015)], [0.045 if self.leg < 0.3 else 0.022, 0.017, 0.013]), foot]),
            color,
            lift=0.3,
        )

    def _body(self) -> list[Part]:
        ink = self.inks
        tail = spline([(-0.30, -0.06), (-0.62, -0.14, 0.8), (-0.72, -0.04, 0.9), (-0.66, 0.04, 0.9), (-0.34, 0.10)])
        if "cock" in self.look.name.lower() or "peacock" in self.look.species.lower() or "rooster" in self.look.species.lower():
            tail = gather(
                limb([(-0.28, 0.0), (-0.52, -0.26 - 0.08 * i), (-0.66 - 0.05 * i, -0.10 - 0.05 * i)], [0.07, 0.06, 0.015]) for i in range(4)
            )
        trunk = spline(
            [
                (0.40, -0.14),
                (0.20, -0.27),
                (-0.10, -0.27),
                (-0.36, -0.10),
                (-0.40, 0.04),
                (-0.18, 0.22),
                (0.10, 0.28),
                (0.34, 0.18),
                (0.44, 0.02),
            ]
        )
        wing = spline(
            [
                (0.20, -0.12),
                (-0.02, -0.22),
                (-0.30, -0.14),
                (-0.58, 0.02, 0.9),
                (-0.34, 0.06),
                (-0.44, 0.13, 0.9),
                (-0.20, 0.12),
                (-0.24, 0.19, 0.9),
                (0.06, 0.14),
                (0.21, 0.04),
            ]
        )
        lines = gather(
            limb([(0.06 - 0.08 * i, -0.10), (-0.06 - 0.11 * i, 0.02), (-0.12 - 0.10 * i, 0.10)], [0.004, 0.010, 0.003]) for i in range(4)
        )
        parts = [Part(tail, mix(self.coat, ink.dark, 0.22)), Part(trunk, self.coat)]
        if self.breast:
            parts.append(
                Part(
                    spline([(0.40, -0.12), (0.20, -0.10), (0.14, 0.10), (0.22, 0.24), (0.36, 0.16), (0.44, 0.0)]),
                    mix(ink.accent, (0.78, 0.28, 0.12), 0.7),
                    lift=0.0,
                )
            )
        elif self.pale:
            parts.append(Part(spline([(0.36, 0.14), (0.14, 0.10), (-0.10, 0.20), (0.08, 0.275), (0.28, 0.22)]), self.pale, 0.7, lift=0.0))
        return [*parts, Part(wing, mix(self.coat, ink.dark, 0.16), lift=0.6), Part(lines, mix(self.coat, ink.line, 0.4), 0.7, line=True)]
