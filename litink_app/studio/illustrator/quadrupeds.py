"""Animals on four legs."""

import math
from dataclasses import dataclass, replace

import skia

from litink_app.schemas.picture import Look
from litink_app.studio.illustrator.animals import box_of, head_parts, moved, seated
from litink_app.studio.illustrator.curves import Point, circle, gather, limb, oval, placing, spline
from litink_app.studio.illustrator.frontal import FRONTS, front_parts
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import Pose, Stance
from litink_app.studio.illustrator.puppet import Box, Inks, Part
from litink_app.studio.illustrator.wildlife import MUZZLES, TRAITS, kind_of


@dataclass(frozen=True, slots=True)
class Beast:
    """A four-legged body; the unit is the height of the withers. `head` scales the muzzle, `neck` (length, rise in degrees)."""

    length: float = 1.25
    chest: float = 0.46
    tuck: float = 0.08
    leg: float = 1.0
    thick: float = 1.0
    neck: tuple[float, float] = (0.42, 42.0)
    neck_width: tuple[float, float] = (0.21, 0.13)
    head: float = 0.52
    tilt: float = 6.0
    tail: str = "long"
    hoof: bool = False
    back: float = 0.0


BEASTS: dict[str, Beast] = {
    "fox": Beast(1.45, 0.40, 0.10, 0.9, 0.85, (0.36, 30), (0.20, 0.15), 0.62, 4, "brush"), "wolf": Beast(1.38, 0.48, 0.12, 1.0, 1.0, (0.42, 32), (0.26, 0.19), 0.60, 6, "brush"),
    "dog": Beast(1.2, 0.46, 0.10, 0.95, 1.0, (0.36, 48), (0.20, 0.16), 0.62, 2, "dog"), "cat": Beast(1.4, 0.40, 0.05, 0.85, 0.85, (0.26, 48), (0.18, 0.16), 0.66, 0, "cat"), "lion": Beast(1.4, 0.50, 0.10, 0.92, 1.1, (0.36, 42), (0.26, 0.20), 0.62, 0, "tuft"),
    "bear": Beast(1.32, 0.62, -0.04, 0.72, 1.5, (0.34, 16), (0.34, 0.24), 0.62, 8, "stub", back=0.05), "horse": Beast(1.22, 0.46, 0.06, 1.12, 0.82, (0.62, 52), (0.26, 0.13), 0.62, 22, "hair", True), "deer": Beast(1.12, 0.40, 0.10, 1.18, 0.66, (0.54, 62), (0.17, 0.095), 0.50, 8, "scut", True),
    "cow": Beast(1.42, 0.56, -0.02, 0.85, 1.0, (0.34, 14), (0.30, 0.19), 0.58, 18, "tuft", True), "sheep": Beast(1.28, 0.58, -0.06, 0.72, 0.8, (0.26, 38), (0.22, 0.17), 0.54, 14, "scut", True), "goat": Beast(1.2, 0.46, 0.02, 0.95, 0.8, (0.36, 50), (0.19, 0.13), 0.54, 12, "scut", True),
    "pig": Beast(1.5, 0.66, -0.10, 0.55, 1.0, (0.16, 4), (0.34, 0.28), 0.72, 8, "curl", True), "mouse": Beast(1.5, 0.58, -0.12, 0.5, 0.7, (0.14, 12), (0.30, 0.24), 0.84, 10, "thin", back=0.16), "rabbit": Beast(1.3, 0.60, -0.14, 0.5, 0.9, (0.12, 42), (0.28, 0.24), 0.80, 0, "puff", back=0.14),
    "lizard": Beast(1.9, 0.42, -0.04, 0.55, 1.0, (0.22, 14), (0.22, 0.2), 0.66, 4, "reptile"), "dragon": Beast(1.5, 0.52, 0.06, 0.8, 1.15, (0.86, 58), (0.28, 0.15), 0.62, 10, "reptile"), "monkey": Beast(1.2, 0.44, 0.10, 0.86, 0.9, (0.20, 56), (0.20, 0.17), 0.66, 0, "cat"), "elephant": Beast(1.34, 0.66, -0.06, 0.78, 1.9, (0.24, 22), (0.36, 0.30), 0.66, 4, "tuft", back=0.06), "giraffe": Beast(1.0, 0.40, 0.10, 1.25, 0.7, (1.22, 66), (0.20, 0.09), 0.44, 12, "tuft", True),
    "tortoise": Beast(1.6, 0.4, -0.1, 0.5, 1.2, (0.44, 34), (0.14, 0.13), 0.56, 6, "stub"), "eagle": Beast(1.35, 0.50, 0.10, 0.95, 1.05, (0.42, 56), (0.26, 0.20), 0.60, 0, "tuft"),
}  # fmt: skip


class FourLegged:
    """Builds a walking or standing animal."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.look, self.stance, self.inks, self.coat, self.pale = look, stance, inks, coat, pale
        self.kind = kind_of(look.species)
        self.muzzle = MUZZLES[self.kind]
        trait = TRAITS.get(self.kind)
        self.body, self.marks = BEASTS[trait.body if trait else self.kind], trait.marks if trait else ()
        if "bush" in self.marks:
            self.body = replace(self.body, tail="bush")
        self.walking = abs(stance.near_leg[0]) > 15
        self.tall = self._height()

    def _height(self) -> float:
        """Top of the head above the ground in wither units."""
        _, head = self._neck_line(Pose())
        return -head[1] + 0.36 * self.body.head + 0.02

    def __call__(self, pose: Pose) -> list[Part]:
        b, ink = self.body, self.inks
        phase = pose.walk if pose.walk else (0.12 if self.walking else 0.0)
        far = mix(self.coat, ink.dark, 0.38)
        parts = self._rested(self._tail(pose)) if self.stance.lying else self._tail(pose)
        parts += [self._leg(True, phase + 0.5, far, pose, far=True), self._leg(False, phase, far, pose, far=True)]
        parts += self._wings(pose, far=True)
        neck, head = self._neck_line(pose)
        turned = None if self.walking or pose.walk else FRONTS.get(self.kind)
        behind, face = (
            front_parts(turned, ink, pose, self.coat, self.pale) if turned else head_parts(self.muzzle, ink, pose, self.coat, self.pale)
        )
        matrix = seated(head, b.head, b.tilt + 4 * pose.lean)
        parts += moved(behind, matrix)
        parts.append(
            Part(gather([self._trunk(pose), limb(neck, [b.neck_width[0], b.neck_width[0] * 0.84, b.neck_width[1]])]), self.coat, lift=0.4)
        )
        parts += self._markings(neck)
        parts += [self._leg(True, phase, self.coat, pose), self._leg(False, phase + 0.5, self.coat, pose, far=False), self._creases()]
        parts += self._wings(pose, far=False)
        parts += moved(face, matrix)
        scale = 1.0 / self.tall
        return moved(parts, placing(0, self._down * scale, 0, scale))

    def face_box(self, pose: Pose) -> Box:
        _, (x, y) = self._neck_line(pose)
        return box_of((x, y + self._down), self.body.head, self.body.tilt, 1 / self.tall)

    @property
    def _down(self) -> float:
        """How much lower the trunk is of one who lies, in wither units."""
        return min(0.44, 0.98 - self.body.chest - max(0.04, -self.body.tuck)) if self.stance.lying else 0.0

    def _rested(self, tail: list[Part]) -> list[Part]:
        """The tail of one who lies, laid out behind and not through the ground."""
        x, y = -self.body.length * 0.5 + 0.04, -0.88
        turned = skia.Matrix()
        turned.setRotate(38.0, x, y)
        laid = moved(tail, turned)
        under = max(0.0, max(part.path.computeTightBounds().bottom() for part in laid) + self._down)
        return moved(laid, placing(0.0, -under)) if laid else laid

    def _folded(self, front: bool, color: Color, far: bool) -> Part:
        """A leg of one who lies: stretched forwards, or tucked under the haunch."""
        b, low = self.body, -self._down
        shift = 0.10 if far else 0.0
        if front:
            x = b.length * 0.28 + shift
            return Part(limb([(x, -0.66), (x + 0.04, low - 0.10), (x + 0.20, low - 0.045), (x + 0.44, low - 0.04)], [0.15 * b.thick, 0.09 * b.thick, 0.055, 0.045]), color, lift=0.0)  # fmt: skip
        x = -b.length * 0.36 + shift
        haunch = gather([oval(x + 0.06, low - 0.20, 0.25, 0.20), limb([(x + 0.02, low - 0.05), (x + 0.24, low - 0.045), (x + 0.40, low - 0.04)], [0.06, 0.05, 0.042])])  # fmt: skip
        return Part(haunch, color, lift=0.0)

    def _neck_line(self, pose: Pose) -> tuple[list[Point], Point]:
        b = self.body
        base = (b.length * 0.29, -0.77)
        a = math.radians(b.neck[1] + 5 * pose.lean)
        reach = b.neck[0] + 0.12
        head = (base[0] + math.cos(a) * reach, base[1] - math.sin(a) * reach - 0.006 * math.sin(pose.breath * math.tau))
        mid = ((base[0] + head[0]) / 2 - 0.03, (base[1] + head[1]) / 2 + 0.01)
        return [base, mid, head], head

    def _trunk(self, pose: Pose) -> skia.Path:
        b = self.body
        breath = 0.01 * math.sin(pose.breath * math.tau)
        x0, x1 = -b.length * 0.5, b.length * 0.42
        low = -0.98 + b.chest
        return spline([
            (x0 + 0.05, -0.90), (x0 + 0.22, -0.985 - b.back), (0.0, -0.95 - b.back - breath), (x1 - 0.20, -1.0), (x1, -0.86), (x1 + 0.03, -0.66), (x1 - 0.08, low + 0.0),
            (0.06, low + 0.03 + breath), (x0 + 0.34, low - b.tuck), (x0 + 0.12, -0.52), (x0 - 0.03, -0.70),
        ])  # fmt: skip

    def _leg(self, front: bool, phase: float, color: Color, pose: Pose, far: bool = False) -> Part:
        if self.stance.lying:
            return self._folded(front, color, far)
        b = self.body
        moving = self.walking or pose.walk
        swing = math.radians(24) * math.sin(phase * math.tau) if moving else (0.10 if phase % 1 > 0.4 else -0.06)
        lift = max(0.0, math.cos(phase * math.tau)) * 0.10 if moving else 0.0
        k = b.thick
        if front:
            x, y = b.length * 0.28 + (0.0 if moving or not far else 0.13), -0.62
            points = [
                (x, y),
                (x + 0.02 + swing * 0.2, -0.38),
                (x + swing * 0.36 - lift * 0.6, -0.20 - lift),
                (x + 0.02 + swing * 0.58, -0.035 - lift * 0.8),
            ]
            widths = [0.15 * k, 0.082 * k, 0.052 * k, 0.042 * k]
        else:
            x, y = -b.length * 0.36 + (0.0 if moving or not far else 0.15), -0.66
            points = [
                (x, y),
                (x + 0.09 + swing * 0.14, -0.42),
                (x - 0.11 + swing * 0.34, -0.23 - lift),
                (x - 0.05 + swing * 0.56, -0.035 - lift * 0.8),
            ]
            widths = [0.21 * k, 0.13 * k, 0.056 * k, 0.042 * k]
        path = limb(points, widths, steps=5)
        end = points[-1]
        if b.hoof:
            path.addPath(
                spline(
                    [
                        (end[0] - 0.042 * k, end[1] - 0.03, 0.5),
                        (end[0] + 0.045 * k, end[1] - 0.03, 0.5),
                        (end[0] + 0.075 * k, end[1] + 0.035, 0.8),
                        (end[0] - 0.045 * k, end[1] + 0.035, 0.8),
                    ]
                )
            )
        else:
            path.addPath(
                spline(
                    [
                        (end[0] - 0.052 * k, end[1] - 0.01),
                        (end[0] + 0.03 * k, end[1] - 0.045),
                        (end[0] + 0.125 * k, end[1] - 0.006),
                        (end[0] + 0.13 * k, end[1] + 0.035, 0.5),
                        (end[0] - 0.05 * k, end[1] + 0.035, 0.6),
                    ]
                )
            )
        return Part(path, color, lift=0.0)

    def _creases(self) -> Part:
        """Cut lines where thigh and shoulder meet the trunk."""
        b = self.body
        x, f = -b.length * 0.36, b.length * 0.28
        lines = gather(
            [
                limb([(x + 0.16, -0.80), (x + 0.21, -0.64), (x + 0.14, -0.48)], [0.003, 0.009, 0.003]),
                limb([(f - 0.13, -0.78), (f - 0.14, -0.62), (f - 0.06, -0.46)], [0.003, 0.008, 0.003]),
            ]
        )
        return Part(lines, mix(self.coat, self.inks.line, 0.32), 0.7, line=True)

    def _tail(self, pose: Pose) -> list[Part]:
        b, ink = self.body, self.inks
        x, y = -b.length * 0.5 + 0.04, -0.88
        wag = 0.05 * math.sin(pose.breath * math.tau) + 0.06 * pose.arm
        if b.tail == "brush":
            return [
                Part(
                    limb(
                        [(x, y), (x - 0.28, y + 0.12 + wag), (x - 0.58, y + 0.36 + wag), (x - 0.86, y + 0.34 + wag)],
                        [0.06, 0.13, 0.15, 0.015],
                    ),
                    self.coat,
                ),
                Part(
                    limb([(x - 0.64, y + 0.37 + wag), (x - 0.76, y + 0.37 + wag), (x - 0.86, y + 0.34 + wag)], [0.10, 0.085, 0.012]),
                    self.pale,
                    0.9,
                    lift=0,
                ),
            ]
        if b.tail == "bush":
            plume = limb([(x + 0.05, y + 0.36), (x - 0.26, y + 0.30), (x - 0.36, y - 0.10), (x - 0.24, y - 0.46), (x - 0.46, y - 0.62 - wag)], [0.07, 0.15, 0.20, 0.19, 0.06])  # fmt: skip
            return [Part(plume, self.coat)]
        shapes: dict[str, skia.Path] = {
            "long": limb([(x, y), (x - 0.2, y + 0.2), (x - 0.3, y + 0.5)], [0.05, 0.04, 0.02]), "dog": limb([(x, y), (x - 0.22, y - 0.10 - wag), (x - 0.30, y - 0.38 - wag)], [0.07, 0.05, 0.015]), "cat": limb([(x, y), (x - 0.30, y + 0.10), (x - 0.48, y - 0.18), (x - 0.40 + wag, y - 0.56), (x - 0.54 + wag, y - 0.72)], [0.06, 0.055, 0.05, 0.05, 0.03]),
            "tuft": gather([limb([(x, y), (x - 0.24, y + 0.12), (x - 0.30, y + 0.50)], [0.045, 0.03, 0.02]), spline([(x - 0.30, y + 0.42, 0.5), (x - 0.38, y + 0.58), (x - 0.31, y + 0.74, 0.9), (x - 0.23, y + 0.58)])]),
            "stub": limb([(x, y + 0.05), (x - 0.10, y + 0.16)], [0.07, 0.035]), "scut": limb([(x, y), (x - 0.12, y + 0.04), (x - 0.15, y + 0.16)], [0.06, 0.055, 0.02]), "puff": circle(x - 0.04, y + 0.26, 0.13), "thin": limb([(x, y + 0.24), (x - 0.34, y + 0.56), (x - 0.74, y + 0.62), (x - 1.0, y + 0.42 + wag)], [0.05, 0.034, 0.022, 0.008]),
            "curl": limb([(x, y + 0.16), (x - 0.12, y + 0.08), (x - 0.16, y - 0.04), (x - 0.06, y - 0.06), (x - 0.10, y + 0.06)], [0.04, 0.034, 0.028, 0.024, 0.012]), "hair": limb([(x, y), (x - 0.14, y - 0.02), (x - 0.26, y + 0.24), (x - 0.24, y + 0.66 + wag)], [0.05, 0.085, 0.11, 0.02]), "reptile": limb([(x + 0.1, y + 0.18), (x - 0.34, y + 0.40), (x - 0.80, y + 0.74), (x - 1.26, y + 0.70), (x - 1.5, y + 0.52 + wag)], [0.20, 0.14, 0.085, 0.05, 0.012]),
        }  # fmt: skip
        return [
            Part(
                shapes[b.tail],
                mix(ink.hair, self.coat, 0.2) if b.tail == "hair" else self.coat if b.tail != "puff" else self.pale,
                lift=0.3,
            )
        ]

    def _wings(self, pose: Pose, *, far: bool) -> list[Part]:
        name = f"{self.look.species} {self.look.name}".lower()
        if self.kind not in ("dragon", "eagle") and "pegasus" not in name:
            return []
        x, y = 0.16, -0.92
        flap = 0.12 * math.sin(pose.breath * math.tau) + (0.18 if far else 0.0)
        color = mix(self.coat, self.inks.dark, 0.42 if far else 0.16)
        if self.kind == "dragon":
            wing = spline(
                [
                    (x, y, 0.8),
                    (x + 0.06, y - 0.62 - flap),
                    (x - 0.10, y - 0.96 - flap, 0.9),
                    (x - 0.52, y - 0.90 - flap),
                    (x - 1.10, y - 0.52 - flap, 0.9),
                    (x - 0.84, y - 0.36),
                    (x - 0.86, y - 0.10, 0.9),
                    (x - 0.56, y - 0.18),
                    (x - 0.48, y + 0.06, 0.9),
                    (x - 0.22, y - 0.08),
                ]
            )
            ribs = gather(
                limb([(x, y - 0.04), (x + ex * 0.5 - 0.02, y + ey * 0.55 - flap * 0.5), (x + ex, y + ey - flap)], [0.018, 0.014, 0.004])
                for ex, ey in ((-0.10, -0.94), (-1.08, -0.50), (-0.84, -0.10))
            )
            return [Part(wing, color, lift=0.7), Part(ribs, mix(color, self.inks.line, 0.4), 0.8, line=True)]
        feathers = [
            limb(
                [
                    (x - 0.02 * i, y - 0.05),
                    (x - 0.14 - 0.08 * i, y - 0.50 - flap + 0.05 * i),
                    (x - 0.30 - 0.13 * i, y - 0.95 - flap + 0.15 * i),
                ],
                [0.07, 0.10, 0.03],
            )
            for i in range(7)
        ]
        return [
            Part(gather(feathers), color, lift=0.7),
            Part(
                gather(
                    limb([(x - 0.06 - 0.03 * i, y - 0.15), (x - 0.30 - 0.12 * i, y - 0.86 - flap + 0.15 * i)], [0.004, 0.006])
                    for i in range(7)
                ),
                mix(color, self.inks.line, 0.35),
                0.7,
                line=True,
            ),
        ]

    def _markings(self, neck: list[Point]) -> list[Part]:
        b, ink = self.body, self.inks
        parts: list[Part] = []
        if self.kind in ("fox", "wolf", "cat", "dog", "deer", "lion", "goat"):
            chest = spline(
                [
                    (neck[2][0] + 0.02, neck[2][1] + 0.10),
                    (b.length * 0.42, -0.80),
                    (b.length * 0.44, -0.66),
                    (b.length * 0.34, -0.60, 0.6),
                    (b.length * 0.30, -0.72),
                    (neck[1][0] + 0.02, neck[1][1] + 0.06),
                ]
            )
            belly = spline(
                [
                    (b.length * 0.24, -0.98 + b.chest + 0.01, 0.7),
                    (0.02, -0.98 + b.chest + 0.02),
                    (-b.length * 0.16, -0.98 + b.chest - b.tuck, 0.7),
                    (0.0, -0.98 + b.chest - 0.05),
                ]
            )
            parts.append(Part(gather([chest, belly]), self.pale, 0.75, line=True))
        if self.kind == "sheep":
            wool = gather(
                circle(math.cos(a) * b.length * 0.44 - 0.02, -0.76 + math.sin(a) * 0.26, 0.15)
                for a in [i * math.tau / 13 for i in range(13)]
            )
            curls = gather(
                limb([(x, y), (x + 0.05, y - 0.05), (x + 0.10, y), (x + 0.06, y + 0.03)], [0.006, 0.008, 0.006, 0.003])
                for x, y in ((-0.4, -0.8), (-0.2, -0.9), (0.0, -0.78), (0.18, -0.9), (-0.3, -0.64), (-0.05, -0.6), (0.2, -0.7))
            )
            return [Part(wool, self.coat, lift=0.4), Part(curls, mix(self.coat, ink.dark, 0.4), 0.7, line=True)]
        if self.kind == "tortoise":
            shell = spline([(-0.80, -0.50, 0.6), (-0.62, -0.98), (0.0, -1.22), (0.56, -1.0), (0.74, -0.52, 0.6), (0.0, -0.40)])
            plates = gather(
                [
                    limb([(-0.66, -0.70), (0.0, -0.86), (0.60, -0.72)], [0.012, 0.012, 0.012]),
                    *(limb([(x, -0.46), (x * 0.9, -0.80), (x * 0.7, -1.12)], [0.012, 0.012, 0.008]) for x in (-0.45, -0.15, 0.15, 0.45)),
                ]
            )
            return [Part(shell, mix(ink.accent, self.coat, 0.5), lift=0.7), Part(plates, mix(self.coat, ink.line, 0.6), 0.9, line=True)]
        if self.kind in ("cow",):
            parts.append(
                Part(
                    gather([oval(-0.30, -0.80, 0.20, 0.13), oval(0.12, -0.72, 0.16, 0.12), oval(-0.06, -0.92, 0.10, 0.05)]),
                    self.pale,
                    0.85,
                    line=True,
                )
            )
        parts += self._own_marks()
        if self.kind == "cat":
            parts.append(
                Part(
                    gather(
                        limb([(x, -0.97), (x - 0.03, -0.85), (x + 0.01, -0.74)], [0.014, 0.02, 0.004])
                        for x in (-0.42, -0.28, -0.14, 0.0, 0.14)
                    ),
                    mix(self.coat, ink.dark, 0.5),
                    0.8,
                    line=True,
                )
            )
        if self.kind == "deer":
            parts.append(
                Part(
                    gather(circle(x, y, 0.022) for x, y in ((-0.36, -0.84), (-0.22, -0.78), (-0.10, -0.88), (0.04, -0.80), (-0.30, -0.70))),
                    self.pale,
                    0.8,
                    line=True,
                )
            )
        if self.kind in ("lizard", "dragon"):
            scales = gather(
                spline([(x, y, 1), (x + 0.05, y - 0.11, 1), (x + 0.11, y, 1)])
                for x, y in ((-0.52 + 0.13 * i, -0.95 - 0.03 * math.sin(i * 0.5)) for i in range(7))
            )
            parts.append(Part(scales, mix(self.coat, ink.accent, 0.5), lift=0.2))
        if self.kind == "horse":
            parts.append(
                Part(
                    limb(
                        [
                            (neck[2][0] - 0.10, neck[2][1] - 0.06),
                            (neck[1][0] - 0.16, neck[1][1] - 0.06),
                            (neck[0][0] - 0.16, neck[0][1] - 0.16),
                        ],
                        [0.06, 0.10, 0.05],
                    ),
                    mix(ink.hair, ink.dark, 0.2),
                    lift=0.3,
                )
            )
        return parts

    def _own_marks(self) -> list[Part]:
        """What the kind wears on the body that it shares with others."""
        b, ink = self.body, self.inks
        xs = [-b.length * 0.42 + b.length * 0.115 * i for i in range(7)]
        low = -0.98 + b.chest
        drawn = {
            "stripes": lambda: Part(gather(limb([(x, -0.99), (x - 0.04, -0.80), (x + 0.01, low - 0.10)], [0.030, 0.036, 0.006]) for x in xs), mix(self.coat, ink.dark, 0.72), 0.9, line=True),
            "spots": lambda: Part(gather(circle(x + 0.05 * (j % 2), -0.90 + 0.12 * j, 0.030) for x in xs for j in range(3)), mix(self.coat, ink.dark, 0.62), 0.85, line=True),
            "patches": lambda: Part(gather([*(oval(x + 0.06 * (j % 2), -0.88 + 0.15 * j, 0.062, 0.055) for x in xs for j in range(2)), *(oval(0.30 + 0.075 * i, -0.96 - 0.17 * i, 0.05, 0.06) for i in range(7))]), self.pale, 0.9, line=True),
            "spines": lambda: Part(gather(spline([(x - 0.05, -0.62 - 0.30 * math.sin((i + 1) / 15 * math.pi) - 0.10 * j, 1), (x - 0.20, -0.82 - 0.34 * math.sin((i + 1) / 15 * math.pi) - 0.06 * j, 1), (x + 0.06, -0.68 - 0.30 * math.sin((i + 1) / 15 * math.pi) - 0.10 * j, 1)]) for j in range(4) for i, x in enumerate([-b.length * 0.46 + b.length * 0.058 * k for k in range(14)])), mix(self.coat, ink.dark, 0.42), lift=0.3),
            "hump": lambda: Part(spline([(-0.40, -0.90), (-0.30, -1.16), (-0.08, -1.34), (0.14, -1.18), (0.26, -0.92), (0.0, -0.84)]), self.coat, lift=0.1),
        }  # fmt: skip
        return [drawn[mark]() for mark in self.marks if mark in drawn]
