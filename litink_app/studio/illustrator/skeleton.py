"""Bones: where the joints of a standing, walking or sitting person are. The unit is the person's height; feet at y = 0, facing +x."""

import math
from dataclasses import dataclass

from litink_app.schemas.understanding import Age, Gender
from litink_app.studio.illustrator.curves import Point
from litink_app.studio.illustrator.pose import Pose, Stance


@dataclass(frozen=True, slots=True)
class Trunk:
    """Half breadths of the trunk in front of and behind the spine."""

    neck_front: float = 0.022
    neck_back: float = 0.028
    chest_front: float = 0.060
    chest_back: float = 0.058
    shoulder_back: float = 0.046
    waist_front: float = 0.042
    waist_back: float = 0.040
    hip_front: float = 0.050
    hip_back: float = 0.058
    turned: bool = False

    @property
    def shoulder_front(self) -> float:
        """How far the far shoulder stands out: hardly from the side, almost as the near one where the chest is turned to us."""
        return self.chest_front * (0.94 if self.turned else 0.65)

    @property
    def stride_front(self) -> float:
        """How far cloth below the waist must reach in front to cover the far thigh."""
        return self.hip_front + (0.020 if self.turned else 0.0)

    def half_turned(self) -> "Trunk":
        """The same trunk turned half towards us: the far shoulder and the chest come into view."""
        return Trunk(
            self.neck_front * 1.10, self.neck_back, self.chest_front * 1.30, self.chest_back * 1.16, self.shoulder_back * 1.48,
            self.waist_front * 1.22, self.waist_back * 1.10, self.hip_front * 1.18, self.hip_back * 1.04, True,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """Proportions: size of the head and thickness of the limbs for an age, gender and build."""

    head: float
    shoulder: float
    chest: float
    waist: float
    hip: float
    arm: float
    limb: float
    stoop: float
    trunk: Trunk


def frame_of(gender: Gender, age: Age, build: str) -> Frame:
    """The proportions of a body; heads are large, waists high and limbs long, as puppets have them."""
    fat = {"slight": -0.10, "average": 0.0, "stout": 1.0}[build]
    if age is Age.CHILD:
        trunk = Trunk(0.024, 0.028, 0.062, 0.060, 0.046, 0.056 + 0.03 * max(0, fat), 0.050, 0.060, 0.066)
        return Frame(0.245, -0.705, -0.63, -0.525, -0.43, 0.30, 1.15, 0.0, trunk)
    thick = 1 + 0.10 * fat
    if gender is Gender.FEMALE:
        trunk = Trunk(
            0.017,
            0.022,
            0.062 + 0.022 * max(0, fat),
            0.050 + 0.016 * max(0, fat),
            0.040 + 0.008 * fat,
            0.032 + 0.045 * max(0, fat),
            0.034 + 0.03 * max(0, fat),
            0.052 + 0.03 * max(0, fat),
            0.062 + 0.03 * max(0, fat),
        )
        frame = Frame(0.178, -0.775, -0.705, -0.605, -0.50, 0.335, 0.86 * thick, 0.0, trunk)
    else:
        trunk = Trunk(
            0.022,
            0.029,
            0.066 + 0.026 * max(0, fat),
            0.062 + 0.014 * max(0, fat),
            0.054 + 0.008 * fat,
            0.048 + 0.085 * max(0, fat),
            0.044 + 0.02 * max(0, fat),
            0.052 + 0.055 * max(0, fat),
            0.056 + 0.02 * max(0, fat),
        )
        frame = Frame(0.172, -0.785, -0.71, -0.59, -0.495, 0.345, 1.05 * thick, 0.0, trunk)
    if age is Age.OLD:
        return Frame(
            frame.head * 1.04,
            frame.shoulder + 0.02,
            frame.chest + 0.02,
            frame.waist + 0.01,
            frame.hip,
            frame.arm,
            frame.limb * 0.92,
            10.0,
            frame.trunk,
        )
    if age is Age.YOUNG:
        return Frame(
            frame.head * 1.08, frame.shoulder + 0.008, frame.chest, frame.waist, frame.hip, frame.arm, frame.limb * 0.93, 0.0, frame.trunk
        )
    return frame


@dataclass(frozen=True, slots=True)
class Bones:
    """Joints of one moment."""

    frame: Frame
    levels: dict[str, float]
    hip: Point
    lean: float
    head: Point
    nod: float
    near_arm: tuple[Point, Point, Point]
    far_arm: tuple[Point, Point, Point]
    near_leg: tuple[Point, Point, Point]
    far_leg: tuple[Point, Point, Point]
    sway: float
    seated: bool

    @property
    def trunk(self) -> Trunk:
        return self.frame.trunk

    @property
    def near_knee(self) -> Point:
        return self.near_leg[1]

    @property
    def far_knee(self) -> Point:
        return self.far_leg[1]

    @property
    def near_foot(self) -> Point:
        return self.near_leg[2]

    @property
    def far_foot(self) -> Point:
        return self.far_leg[2]

    def up(self, x: float, down: float, level: str = "neck", inset: float = 0.0, sharp: float = 0.0) -> tuple[float, ...]:
        """A point of the trunk, `x` before the spine and `down` below a level, bent with the lean."""
        y = self.levels[level] + down
        px, py = bend(self.hip, self.lean, x * (1 - inset), y)
        return (px, py, sharp) if sharp else (px, py)


def bend(hip: Point, lean: float, x: float, y: float) -> Point:
    """Leans a point of the trunk about the hip: the spine curves, it does not hinge."""
    rise = hip[1] - y
    a = math.radians(lean) * min(1.0, max(0.0, rise / 0.30)) if rise > 0 else 0.0
    return hip[0] + x * math.cos(a) + rise * math.sin(a), hip[1] + x * math.sin(a) - rise * math.cos(a)


def _arm(shoulder: Point, angles: tuple[float, float], lean: float, length: float) -> tuple[Point, Point, Point]:
    upper, lower = length * 0.52, length * 0.48
    a = math.radians(angles[0])
    b = math.radians(angles[0] + angles[1])
    elbow = (shoulder[0] + math.sin(a) * upper, shoulder[1] + math.cos(a) * upper)
    return shoulder, elbow, (elbow[0] + math.sin(b) * lower, elbow[1] + math.cos(b) * lower)


def _leg(hip: Point, angles: tuple[float, float], length: float) -> tuple[Point, Point, Point]:
    thigh, shin = length * 0.51, length * 0.49
    a = math.radians(angles[0])
    b = math.radians(angles[0] - angles[1])
    knee = (hip[0] + math.sin(a) * thigh, hip[1] + math.cos(a) * thigh)
    return hip, knee, (knee[0] + math.sin(b) * shin, knee[1] + math.cos(b) * shin)


def stride(walk: float) -> tuple[tuple[float, float], tuple[float, float], float]:
    """Leg angles and arm swing at a phase of the stride."""
    a = walk * math.tau
    near = (24 * math.sin(a), 6 + 34 * max(0.0, math.cos(a)) ** 1.3)
    far = (-24 * math.sin(a), 6 + 34 * max(0.0, -math.cos(a)) ** 1.3)
    return near, far, -20 * math.sin(a)


def bones_of(frame: Frame, stance: Stance, pose: Pose) -> Bones:
    """All joints for a pose; the lower foot always touches the ground."""
    near_leg, far_leg, swing = stance.near_leg, stance.far_leg, 0.0
    if pose.walk and not stance.seat and not stance.lying:
        near_leg, far_leg, swing = stride(pose.walk)
    lean = stance.lean + frame.stoop + 6.0 * pose.lean
    ankle = 0.036
    length = -frame.hip - ankle
    apart = (-0.020, 0.030) if frame.trunk.turned else (0.010, -0.004)
    near, far = _leg((apart[0], 0.0), near_leg, length), _leg((apart[1], 0.0), far_leg, length)
    lowest = max(near[2][1], far[2][1], near[1][1] - 0.02 if stance.near_leg[1] > 80 and not stance.seat else -1.0)
    if stance.seat:
        lowest = max(near[2][1], far[2][1])
    hip = (0.0, -lowest - ankle)
    near, far = (_moved(leg, hip) for leg in (near, far))
    shift = hip[1] - frame.hip
    breath = 0.004 * math.sin(pose.breath * math.tau)
    levels = {"neck": frame.shoulder - 0.038, "shoulder": frame.shoulder, "chest": frame.chest, "waist": frame.waist, "hip": frame.hip}
    levels = {name: y + shift - (breath if name not in ("hip", "waist") else 0.0) for name, y in levels.items()}
    turned = frame.trunk.turned
    near_shoulder = bend(hip, lean, -0.64 * frame.trunk.shoulder_back if turned else -0.010, levels["shoulder"] + 0.016)
    far_shoulder = bend(hip, lean, 0.74 * frame.trunk.chest_front if turned else 0.026, levels["shoulder"] + 0.020)
    head = bend(hip, lean * 0.85, 0.012 + 0.0018 * frame.stoop, levels["neck"] - 0.030)
    near_angles = (stance.near[0] + swing, stance.near[1] + abs(swing) * 0.4)
    far_angles = (stance.far[0] - swing, stance.far[1] + abs(swing) * 0.4)
    return Bones(
        frame, levels, hip, lean, head, stance.nod + 3.0 * pose.lean + lean * 0.25,
        _arm(near_shoulder, near_angles, lean, frame.arm), _arm(far_shoulder, far_angles, lean, frame.arm), near, far, swing * -0.0008, stance.seat,
    )  # fmt: skip


def _moved(points: tuple[Point, Point, Point], by: Point) -> tuple[Point, Point, Point]:
    a, b, c = ((p[0] + by[0], p[1] + by[1]) for p in points)
    return a, b, c
