"""Animals: on four legs, winged, creeping, or upright in clothes like people."""

import math
from dataclasses import dataclass, replace

import skia

from litink_app.schemas.picture import Look
from litink_app.studio.illustrator import muzzles
from litink_app.studio.illustrator.curves import Knot, Point, circle, gather, leaf, limb, oval, place, placing, spline
from litink_app.studio.illustrator.muzzles import MUZZLES, Muzzle, kind_of
from litink_app.studio.illustrator.palette import COLOUR_WORDS, Color, mix
from litink_app.studio.illustrator.pose import Pose, Stance, mouth_shape
from litink_app.studio.illustrator.puppet import Box, Inks, Part


def head_parts(m: Muzzle, ink: Inks, pose: Pose, coat: Color, pale: Color) -> tuple[list[Part], list[Part]]:
    """(parts behind the neck, parts of the head) in head units."""
    mouth = mouth_shape(pose.mouth)
    behind = [Part(spline(knots), mix(coat, ink.dark, 0.25)) for knots in m.behind]
    parts: list[Part] = []
    wet = mix(ink.dark, (0.5, 0.08, 0.1), 0.5)
    bill = m.hinge[0] > 0.1
    horn = muzzles.horns_of(m)
    horn_color = mix(ink.rim, (0.92, 0.55, 0.18), 0.6) if bill else mix(ink.linen, ink.dark, 0.25)
    if mouth.open > 0.05 and not bill:
        parts.append(Part(muzzles.jaw_of(replace(m, swing=m.swing * 0.5), mouth), wet, lift=0))
    parts.append(Part(muzzles.jaw_of(m, mouth), mix(horn_color, ink.dark, 0.2) if bill else mix(coat, ink.dark, 0.14), lift=0.2))
    if bill and horn is not None:
        parts.append(Part(horn, horn_color, lift=0.3))
    parts.append(Part(spline(m.skull), coat, lift=0.3))
    if m.pale:
        parts.append(Part(spline(m.pale), pale, 0.85, lift=0.0))
    parts += [Part(spline(k), mix(coat, ink.linen, 0.10) if len(m.mane) > 2 else mix(ink.hair, ink.dark, 0.2), lift=0.4) for k in m.mane]
    if horn is not None and not bill:
        parts.append(Part(horn, horn_color, lift=0.5))
    for knots in m.over:
        parts.append(Part(spline(knots), mix(coat, ink.dark, 0.06), lift=0.5))
        parts.append(Part(_inner(knots), mix(coat, (0.85, 0.5, 0.45), 0.35), 0.6, line=True))
    nose = muzzles.nose_of(m)
    if nose is not None:
        parts.append(Part(nose, ink.dark, line=True))
    parts.append(Part(muzzles.eye_of(m, pose.blink), ink.light, line=True))
    if pose.blink < 0.6:
        parts.append(Part(muzzles.pupil_of(m, pose.blink, pose.gaze), ink.dark, line=True))
    lines = [limb([a, ((a[0] + b[0]) / 2 + 0.01, (a[1] + b[1]) / 2), b], [0.004, 0.010, 0.004]) for a, b in m.stripes]
    if lines:
        parts.append(Part(gather(lines), mix(coat, ink.dark, 0.5), 0.8, line=True))
    whiskers = muzzles.whiskers_of(m)
    if whiskers is not None:
        parts.append(Part(whiskers, ink.line, 0.8, line=True))
    if mouth.open <= 0.05 and not bill:
        x, y = m.jaw[2][0], m.jaw[2][1]
        parts.append(
            Part(
                limb([(x, y - 0.005), (x - 0.12, y + 0.035), (x - 0.24, y + 0.03)], [0.004, 0.006, 0.002]),
                mix(coat, ink.dark, 0.6),
                0.9,
                line=True,
            )
        )
    return behind, parts


def _seated(head: Point, size: float, tilt: float, drop: float = -0.10) -> skia.Matrix:
    """Puts a head of head units on a neck that ends at `head`."""
    matrix = skia.Matrix()
    matrix.setTranslate(0.10, drop)
    matrix.postScale(size, size)
    matrix.postRotate(tilt)
    matrix.postTranslate(head[0], head[1])
    return matrix


def _box_of(head: Point, size: float, tilt: float, scale: float, drop: float = -0.10) -> Box:
    box = _seated(head, size, tilt, drop).mapRect(skia.Rect.MakeLTRB(-0.46, -0.50, 0.66, 0.48))
    return box.left() * scale, box.top() * scale, box.right() * scale, box.bottom() * scale


def _inner(knots: tuple[Knot, ...]) -> skia.Path:
    """The inside of an ear: the ear again, smaller."""
    cx, cy = sum(k[0] for k in knots) / len(knots), sum(k[1] for k in knots) / len(knots)
    return spline([(cx + (k[0] - cx) * 0.52, cy + (k[1] - cy) * 0.68, *k[2:]) for k in knots])


def moved(parts: list[Part], matrix: skia.Matrix) -> list[Part]:
    out: list[Part] = []
    for part in parts:
        path = skia.Path(part.path)
        path.transform(matrix)
        out.append(replace(part, path=path))
    return out


COATS: dict[str, tuple[str, str]] = {
    "rabbit": ("#cfc0ae", "#f0e6d6"), "cat": ("#6a5a4c", "#d8c8b0"), "dog": ("#8a6038", "#e0cca8"), "fox": ("#b8562a", "#f0dcc0"), "wolf": ("#5c5f6a", "#b8b4b0"), "bear": ("#6a4a30", "#b08a60"), "pig": ("#d09a8a", "#e8c0b0"),
    "mouse": ("#8a7a6c", "#d8c8b8"), "sheep": ("#d8d0c0", "#efe8da"), "goat": ("#b0a490", "#e0d8c8"), "cow": ("#8a5a40", "#e8d8c4"), "horse": ("#7a4e30", "#c8a880"), "deer": ("#a06a3c", "#e4cca8"), "lion": ("#c08a40", "#ecd4a4"),
    "frog": ("#5f8a3e", "#d4dc9c"), "lizard": ("#4f8a5a", "#b8cc90"), "tortoise": ("#6f7a42", "#b8b478"), "fish": ("#6a8aa0", "#d0dcd8"), "duck": ("#e0d6c0", "#f4ecdc"), "bird": ("#4f5f7a", "#c8a080"), "eagle": ("#6a4c34", "#e8dcc4"),
    "owl": ("#7a6044", "#dcc8a4"), "dragon": ("#3f7a5a", "#b8c078"), "snake": ("#5a8a4a", "#c8c878"), "caterpillar": ("#6fa04a", "#d8d878"),
}  # fmt: skip
"""Coat and pale parts by kind."""

OWN_COATS = {
    "gryphon": "#a87838", "griffin": "#a87838", "raven": "#2e2c34", "crow": "#2e2c34", "robin": "#7a5a40", "swan": "#ece6da", "goose": "#e6dfd0", "flamingo": "#d88a8a", "tiger": "#c8783a", "panther": "#2c2a30", "unicorn": "#e6e0dc", "squirrel": "#a8602c", "hedgehog": "#6a5040",
    "peacock": "#2a6a8a", "parrot": "#3a9a5a", "lory": "#b83a3a", "dodo": "#8a8478", "rat": "#5f564e", "mole": "#3c3840", "hare": "#a88a64", "boar": "#5a4638", "stork": "#e8e2d8", "donkey": "#8a8480", "elephant": "#8a8a90", "monkey": "#7a5538", "toad": "#7a7444", "cock": "#a8482c", "rooster": "#a8482c", "hen": "#b88a5a",
}  # fmt: skip


def coat_words(look: Look) -> tuple[str, str]:
    """Coat and pale colour of an animal: what the text says, else its kind's."""
    kind = kind_of(look.species)
    coat, pale = COATS[kind]
    words = f"{look.name} {look.hair}".lower()
    for word, color in COLOUR_WORDS.items():
        if word in words.split() and word not in ("gold", "rose", "ruby"):
            return color, pale
    for name, color in OWN_COATS.items():
        if name in look.species.lower() or name in look.name.lower().split():
            return color, pale
    return coat, pale


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
    "lizard": Beast(1.9, 0.42, -0.04, 0.55, 1.0, (0.22, 14), (0.22, 0.2), 0.66, 4, "reptile"), "dragon": Beast(1.5, 0.52, 0.06, 0.8, 1.15, (0.86, 58), (0.28, 0.15), 0.62, 10, "reptile"), "tortoise": Beast(1.6, 0.4, -0.1, 0.5, 1.2, (0.44, 34), (0.14, 0.13), 0.56, 6, "stub"), "eagle": Beast(1.35, 0.50, 0.10, 0.95, 1.05, (0.42, 56), (0.26, 0.20), 0.60, 0, "tuft"),
}  # fmt: skip


class FourLegged:
    """Builds a walking or standing animal."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.look, self.stance, self.inks, self.coat, self.pale = look, stance, inks, coat, pale
        self.kind = kind_of(look.species)
        self.muzzle = MUZZLES[self.kind]
        self.body = BEASTS[self.kind]
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
        parts: list[Part] = self._tail(pose)
        parts += [self._leg(True, phase + 0.5, far, pose, far=True), self._leg(False, phase, far, pose, far=True)]
        parts += self._wings(pose, far=True)
        neck, head = self._neck_line(pose)
        behind, face = head_parts(self.muzzle, ink, pose, self.coat, self.pale)
        matrix = _seated(head, b.head, b.tilt + 4 * pose.lean)
        parts += moved(behind, matrix)
        parts.append(
            Part(gather([self._trunk(pose), limb(neck, [b.neck_width[0], b.neck_width[0] * 0.84, b.neck_width[1]])]), self.coat, lift=0.4)
        )
        parts += self._markings(neck)
        parts += [self._leg(True, phase, self.coat, pose), self._leg(False, phase + 0.5, self.coat, pose, far=False), self._creases()]
        parts += self._wings(pose, far=False)
        parts += moved(face, matrix)
        scale = 1.0 / self.tall
        return moved(parts, placing(0, 0, 0, scale))

    def face_box(self, pose: Pose) -> Box:
        _, head = self._neck_line(pose)
        return _box_of(head, self.body.head, self.body.tilt, 1 / self.tall)

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
        b, ink, name = self.body, self.inks, f"{self.look.species} {self.look.name}".lower()
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
        if "tiger" in name or self.kind == "cat":
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


class Bird:
    """Builds a standing bird; `long` necks and legs for swans, storks, geese."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.look, self.inks, self.coat, self.pale = look, inks, coat, pale
        self.kind = kind_of(look.species)
        self.muzzle = MUZZLES[self.kind]
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
        fit = _seated(head, self.head_size, 4 * pose.lean, -0.22)
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
        return _box_of(self._neck(pose)[1], self.head_size, 0.0, self._scale(), -0.22)

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


class Creeper:
    """Builds snakes, caterpillars, frogs and fish."""

    def __init__(self, look: Look, stance: Stance, inks: Inks, coat: Color, pale: Color) -> None:
        self.look, self.inks, self.coat, self.pale = look, inks, coat, pale
        self.kind = kind_of(look.species)

    def __call__(self, pose: Pose) -> list[Part]:
        return {"snake": self._snake, "caterpillar": self._caterpillar, "frog": self._frog, "fish": self._fish}[self.kind](pose)

    def _face(self, kind: str, pose: Pose, x: float, y: float, size: float, tilt: float = 0.0) -> list[Part]:
        behind, face = head_parts(MUZZLES[kind], self.inks, pose, self.coat, self.pale)
        return moved(behind + face, _seated((x, y), size, tilt + 4 * pose.lean))

    def face_box(self, pose: Pose) -> Box:
        x, y, size, scale = {
            "snake": (0.22, -0.84, 0.34, 1.0),
            "caterpillar": (0.17, -0.97, 0.30, 0.82),
            "frog": (0.20, -0.62, 0.64, 1.1),
            "fish": (0.36, -0.55, 0.5, 1.0),
        }[self.kind]
        return _box_of((x, y), size, 0.0, scale)

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
        parts += self._face("frog", pose, 0.17 + wave, -0.97, 0.30)
        feelers = gather(
            [
                limb([(0.12 + wave, -1.06), (0.10, -1.16), (0.16, -1.22)], [0.01, 0.008, 0.012]),
                limb([(0.20 + wave, -1.06), (0.24, -1.15), (0.32, -1.18)], [0.01, 0.008, 0.012]),
            ]
        )
        parts.append(Part(feelers, ink.dark))
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


def fairy_wings(ink: Inks) -> skia.Path:
    """Four leaves of gauze at the shoulders."""
    blade = leaf(1.0, 0.30)
    return gather([place(blade, -0.03, -0.74, -150, 0.42), place(blade, -0.03, -0.72, 165, 0.34), place(blade, -0.02, -0.75, -128, 0.36)])


SIZES = {
    "rabbit": 0.36, "cat": 0.34, "dog": 0.46, "fox": 0.46, "wolf": 0.60, "bear": 0.80, "pig": 0.46, "mouse": 0.22, "sheep": 0.52, "goat": 0.58, "cow": 0.84, "horse": 1.12, "deer": 0.98, "lion": 0.72, "frog": 0.26, "lizard": 0.28, "tortoise": 0.34,
    "fish": 0.40, "duck": 0.36, "bird": 0.26, "eagle": 0.52, "owl": 0.40, "dragon": 1.25, "snake": 0.46, "caterpillar": 0.50,
}  # fmt: skip
"""How tall an animal stands beside an adult; small ones are drawn larger than life, so that they can act."""


def animal_height(species: str, *, upright: bool) -> float:
    base = SIZES[kind_of(species)]
    words = species.lower()
    if any(w in words for w in ("kitten", "puppy", "cub", "piglet", "lamb", "kid", "calf", "fawn", "duckling", "gosling", "chick")):
        base *= 0.7
    if any(w in words for w in ("swan", "flamingo", "stork", "crane", "goose", "gryphon", "griffin")):
        base *= 1.5
    return min(1.5, max(0.42, 0.34 + 0.62 * base)) if upright else base
