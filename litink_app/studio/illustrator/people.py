"""People: a look becomes a hinged paper puppet."""

import math
from dataclasses import replace
from functools import cached_property

import skia

from litink_app.schemas.picture import Look
from litink_app.schemas.understanding import Age, Gender
from litink_app.studio.illustrator import dress as wear
from litink_app.studio.illustrator.animals import head_parts, moved
from litink_app.studio.illustrator.curves import Point, circle, gather, limb, place, placing, spline
from litink_app.studio.illustrator.frontal import FRONTS, front_parts
from litink_app.studio.illustrator.garments import DRESSES, Dress
from litink_app.studio.illustrator.hands import foot, hand
from litink_app.studio.illustrator.muzzles import Muzzle
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import REST, Pose, Stance, gesturing
from litink_app.studio.illustrator.props import held
from litink_app.studio.illustrator.puppet import Inks, Part
from litink_app.studio.illustrator.skeleton import Bones, bones_of, frame_of
from litink_app.studio.illustrator.tailoring import bell, checks, cravat, cuff, puff
from litink_app.studio.illustrator.visage import Costume, Visage
from litink_app.studio.illustrator.wardrobe import DWARF, GIANT
from litink_app.studio.illustrator.wildlife import kind_of


class Person:
    """Builds the parts of one person for any pose."""

    def __init__(
        self,
        look: Look,
        costume: Costume,
        stance: Stance,
        inks: Inks,
        *,
        muzzle: Muzzle | None = None,
        pale: Color = (1.0, 1.0, 1.0),
        tail: str = "",
        cheer: float = 0.45,
        armchair: bool = False,
    ) -> None:
        self.look, self.costume, self.stance, self.inks = look, costume, stance, inks
        self.muzzle, self.pale, self.tail, self.armchair = muzzle, pale, tail, armchair
        self.frame = frame_of(look.gender, look.age, look.build)
        if look.height > GIANT:
            self.frame = replace(self.frame, head=self.frame.head * 0.80, limb=self.frame.limb * 1.18)
        elif look.height < DWARF and look.age is not Age.CHILD:
            self.frame = replace(frame_of(look.gender, Age.CHILD, "stout"), head=0.235, limb=1.25)
        if muzzle is not None:
            self.frame = replace(frame_of(look.gender, Age.CHILD, look.build), head=0.30, shoulder=-0.66, chest=-0.585)
        if stance.faced and muzzle is None and not stance.lying:
            self.frame = replace(self.frame, trunk=self.frame.trunk.half_turned())
        self.visage = Visage(look, costume, inks, faced=stance.faced and muzzle is None, cheer=cheer)
        self.dress: Dress = DRESSES[costume.dress]
        self.feminine = look.gender is Gender.FEMALE

    def __call__(self, pose: Pose) -> list[Part]:
        parts = self._upright(pose)
        return moved(parts, self._laid) if self.stance.lying else parts

    @cached_property
    def _laid(self) -> skia.Matrix:
        """Turns somebody who stands into somebody who lies on the ground."""
        turned = placing(0.5, 0.0, -90.0)
        low = turned.mapRect(gather(part.path for part in self._upright(REST) if not part.line).getBounds()).bottom()
        return placing(0.5, -low, -90.0)

    def _upright(self, pose: Pose) -> list[Part]:
        stance = gesturing(self.stance, pose.arm)
        bones = bones_of(self.frame, stance, pose)
        parts: list[Part] = []
        if stance.seat:
            parts += self._seat(bones)
        parts += self._behind(bones)
        parts += self._arm(bones.far_arm, stance.far_hand, far=True)
        parts += self._legs(bones)
        parts += self._clothes(bones)
        parts += self._collar(bones) if self._under_chin else []
        parts += self._head(bones, pose)
        parts += self._over(bones)
        parts += self._arm(bones.near_arm, stance.hand, far=False)
        return parts

    def face_box(self, pose: Pose) -> tuple[float, float, float, float]:
        """Where the face is, in figure units."""
        matrix = self._head_matrix(bones_of(self.frame, gesturing(self.stance, pose.arm), pose))
        if self.stance.lying:
            matrix.postConcat(self._laid)
        box = matrix.mapRect(skia.Rect.MakeLTRB(-0.48, -0.56, 0.64, 0.56))
        return box.left(), box.top(), box.right(), box.bottom()

    # Body

    def _cloth(self, name: str) -> Color:
        return self.inks.of(name)

    def _seat(self, b: Bones) -> list[Part]:
        if self.armchair:
            return self._armchair(b)
        x, y = b.hip[0] - 0.01, b.hip[1] + 0.055
        legs = skia.Path()
        for dx in (-0.075, 0.075):
            limb([(x + dx, y), (x + dx * 1.15, y - y * 0.5), (x + dx * 1.35, 0.0)], [0.011, 0.009, 0.008], path=legs)
        limb([(x - 0.085, y - y * 0.55), (x + 0.085, y - y * 0.55)], [0.006, 0.006], path=legs)
        top = skia.Path()
        top.addRoundRect(skia.Rect.MakeLTRB(x - 0.125, y - 0.012, x + 0.125, y + 0.018), 0.012, 0.012)
        wood = mix(self.inks.dark, self.inks.accent, 0.16)
        return [Part(legs, wood), Part(top, wood)]

    def _armchair(self, b: Bones) -> list[Part]:
        """A winged armchair in half profile, its near arm left out so that the sitter is seen."""
        x, y = b.hip[0], b.hip[1] + 0.055
        cloth, wood = mix(self.inks.second, self.inks.dark, 0.22), mix(self.inks.dark, self.inks.accent, 0.16)
        back = spline([(x - 0.13, 0.0 - 0.05, 0.6), (x - 0.155, y), (x - 0.20, y - 0.36), (x - 0.13, y - 0.46), (x - 0.02, y - 0.40), (x - 0.055, y - 0.20), (x - 0.04, y + 0.02, 0.6)])  # fmt: skip
        seat = spline(
            [(x - 0.14, y - 0.015, 0.6), (x + 0.19, y - 0.02), (x + 0.215, y + 0.02), (x + 0.20, -0.055, 0.6), (x - 0.13, -0.05, 0.6)]
        )
        arm = spline(
            [
                (x - 0.12, y - 0.15),
                (x + 0.10, y - 0.145),
                (x + 0.185, y - 0.13),
                (x + 0.20, y - 0.07),
                (x + 0.17, y + 0.01),
                (x - 0.12, y + 0.01),
            ]
        )
        legs = gather(
            [limb([(x - 0.11, -0.06), (x - 0.125, 0.0)], [0.014, 0.009]), limb([(x + 0.175, -0.06), (x + 0.185, 0.0)], [0.014, 0.009])]
        )
        return [
            Part(legs, wood),
            Part(back, cloth),
            Part(arm, mix(cloth, self.inks.dark, 0.18), lift=0.6),
            Part(seat, mix(cloth, self.inks.light, 0.08), lift=0.7),
        ]

    def _behind(self, b: Bones) -> list[Part]:
        parts: list[Part] = []
        if self.tail:
            parts.append(self._tail(b))
        if self.dress.cape >= 0.4:
            parts.append(Part(wear.cape(b, self.dress), mix(self.inks.accent, self.inks.dark, 0.30)))
        back = self.visage.behind() if self.muzzle is None else None
        if back is not None:
            parts.append(Part(self._at_head(back, b), self.inks.hair))
        return parts

    def _legs(self, b: Bones) -> list[Part]:
        d = self.dress
        if d.skirt > 0.93 and not b.seated:
            return [self._foot(b.far_leg, b, far=True), self._foot(b.near_leg, b, far=False)]
        parts: list[Part] = []
        for far, leg in ((True, b.far_leg), (False, b.near_leg)):
            parts += self._leg(leg, far)
            parts.append(self._foot(leg, b, far=far))
        return parts

    def _leg(self, leg: tuple[Point, Point, Point], far: bool) -> list[Part]:
        d, k = self.dress, self.frame.limb
        hip, knee, ankle = leg
        bare = d.legs in ("bare", "shorts")
        color = {
            "trousers": self.inks.second,
            "breeches": self.inks.linen,
            "stockings": mix(self.inks.linen, self.inks.second, 0.45),
            "shorts": self.inks.skin,
            "bare": self.inks.skin,
        }[d.legs]
        color = mix(color, self.inks.dark, 0.32 if far else 0.0)
        bow = ((knee[0] * 2 + hip[0] + ankle[0]) / 4 + 0.006, (knee[1] * 2 + hip[1] + ankle[1]) / 4)
        widths = (
            [0.046 * k, 0.037 * k, 0.028 * k, 0.027 * k, 0.0165 * k]
            if d.legs != "trousers"
            else [0.048 * k, 0.041 * k, 0.033 * k, 0.030 * k, 0.027 * k]
        )
        upper = ((hip[0] + knee[0]) / 2 + 0.008, (hip[1] + knee[1]) / 2)
        lower = ((knee[0] + ankle[0]) / 2 - 0.008, (knee[1] + ankle[1]) / 2)
        parts = [Part(limb([hip, upper, bow, lower, ankle], widths, steps=4), color)]
        if bare and d.legs == "shorts":
            parts.append(
                Part(
                    limb([hip, upper, (knee[0], knee[1] - 0.012)], [0.054 * k, 0.050 * k, 0.046 * k]),
                    mix(self.inks.second, self.inks.dark, 0.3 if far else 0.0),
                )
            )
        return parts

    def _foot(self, leg: tuple[Point, Point, Point], b: Bones, *, far: bool) -> Part:
        knee, ankle = leg[1], leg[2]
        kind = self.dress.shoe
        size = (0.118 if self.look.age is not Age.CHILD else 0.135) * (0.9 if self.feminine else 1.0)
        turn = 0.0
        if ankle[1] < -0.06:
            turn = math.degrees(math.atan2(ankle[1] - knee[1], ankle[0] - knee[0])) - 90
        base = 0.036
        color = self.inks.skin if kind == "bare" else mix(self.inks.dark, self.inks.second, 0.25 if not far else 0.0)
        path = place(foot(kind), 0.0, base / size, 0.0, 1.0)
        return Part(place(path, ankle[0], ankle[1], turn, size), color)

    def _clothes(self, b: Bones) -> list[Part]:
        d, ink = self.dress, self.inks
        parts = [self._neck(b)]
        top, bottom = self._cloth(d.top), self._cloth(d.bottom)
        if d.skirt > 0:
            parts.append(Part(wear.skirt(b, d), mix(bottom, ink.dark, 0.08)))
            parts.append(Part(wear.folds(b, d), mix(bottom, ink.line, 0.42), 0.75, line=True))
            trim = wear.hem_trim(b, d)
            if trim is not None:
                fur = d.hem == "fur"
                parts.append(Part(trim, ink.linen if fur else mix(bottom, ink.light, 0.62), 0.95, line=not fur))
        if d.tails > 0:
            parts.append(Part(wear.tails(b, d), top, lift=0.3))
        parts.append(Part(wear.torso(b, d), top, lift=0.3, edge=wear.bodice(b, d) if d.skirt > 0 or d.tails > 0.05 else None))
        shirt = wear.shirt_front(b, d)
        if shirt is not None:
            parts.append(Part(shirt, ink.linen, lift=0.2))
        if d.buttons or d.collar == "lapel":
            parts.append(Part(wear.lapel_lines(b, d), mix(top, ink.line, 0.65), 0.9, line=True))
        if d.apron:
            parts += [Part(wear.apron(b, d), ink.linen, lift=0.4), Part(wear.bow(b), ink.linen, lift=0.4)]
        if d.belt or d.sash:
            parts.append(Part(wear.belt(b, d), ink.dark if d.belt else mix(ink.accent, ink.linen, 0.45), lift=0.3))
        return parts

    def _neck(self, b: Bones) -> Part:
        low = b.up(0.0, 0.022)
        w = self.visage.features.neck * self.frame.head * 0.5
        return Part(
            limb([(low[0], low[1]), b.head, (b.head[0] + 0.01, b.head[1] - 0.03)], [w * 1.35, w, w]),
            mix(self.inks.skin, self.inks.dark, 0.22),
        )

    def _over(self, b: Bones) -> list[Part]:
        d = self.dress
        parts = [] if self._under_chin else self._collar(b)
        if d.cape > 0:
            cape = wear.cape(b, replace(d, cape=min(d.cape, 0.33)))
            parts.append(Part(cape, mix(self._cloth(d.top), self.inks.light, 0.10) if d.cape < 0.4 else self.inks.accent, lift=0.9))
            if d.cape < 0.4:
                parts += self._tweed(b, cape)
        return parts

    def _tweed(self, b: Bones, cape: skia.Path) -> list[Part]:
        """What makes a cape that of a travelling coat: its checks, its open front with linen and lapels, its buttons."""
        cloth, open_front = self._cloth(self.dress.top), replace(self.dress, collar="lapel")
        parts = [Part(checks(cape), mix(cloth, self.inks.dark, 0.55), 0.42, line=True)]
        linen = wear.shirt_front(b, open_front)
        if linen is not None:
            parts += [
                Part(linen, self.inks.linen, lift=0.3),
                Part(wear.lapel_lines(b, open_front), mix(cloth, self.inks.line, 0.65), 0.9, line=True),
            ]
            neck = b.up(self.frame.trunk.neck_front * 0.4, 0.012)
            parts.append(Part(cravat(neck[0], neck[1]), mix(self.inks.second, self.inks.dark, 0.2), lift=0.3))
        return parts

    @property
    def _under_chin(self) -> bool:
        """Stiff collars stand behind a chin that is turned to us."""
        return self.frame.trunk.turned and self.dress.collar in ("high", "lapel")

    def _collar(self, b: Bones) -> list[Part]:
        d = self.dress
        collar = wear.collar(b, d)
        if collar is None:
            return []
        if d.collar in ("high", "lapel"):
            return [Part(collar, self._cloth(d.top), lift=0.6)]
        return [Part(collar, self.inks.linen if d.collar != "sailor" else mix(self.inks.linen, self.inks.accent, 0.4), lift=0.5)]

    def _arm(self, joints: tuple[Point, Point, Point], kind: str, *, far: bool) -> list[Part]:
        d, k, ink = self.dress, self.frame.limb, self.inks
        shoulder, elbow, wrist = joints
        sleeve = {"shirt": ink.linen, "rolled": ink.linen if d.top == "linen" else self._cloth(d.top)}.get(d.sleeve, self._cloth(d.top))
        sleeve = mix(sleeve, ink.dark, 0.34 if far else 0.0)
        skin = mix(ink.skin, ink.dark, 0.30 if far else 0.0)
        turn = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
        size = 0.088 if self.look.age is not Age.CHILD else 0.098
        size *= 0.90 if self.feminine else 1.05
        mirrored = -1.0 if turn > 100 else 1.0
        palm = skia.Path()
        if self.muzzle is not None:
            kind = "paw"
        palm.addPath(hand(kind), placing(wrist[0], wrist[1], turn, size, size * mirrored))
        parts: list[Part] = []
        if not far and self.costume.carries:
            parts += held(self.costume.carries, wrist, turn, self.inks, 1.0 / max(0.55, min(1.1, self.look.height)))
        parts.append(Part(palm, skin, lift=0.7))
        low = (wrist[0] + (elbow[0] - wrist[0]) * 0.04, wrist[1] + (elbow[1] - wrist[1]) * 0.04)
        soft = ((shoulder[0] + 2 * elbow[0] + wrist[0]) / 4, (shoulder[1] + 2 * elbow[1] + wrist[1]) / 4)
        if d.sleeve in ("rolled", "bare"):
            parts.append(Part(limb([shoulder, soft, wrist], [0.024 * k, 0.021 * k, 0.0125 * k]), skin))
            low, soft = elbow, ((shoulder[0] + elbow[0]) / 2, (shoulder[1] + elbow[1]) / 2)
        width = {"wide": [0.034, 0.036, 0.040, 0.034], "puff": [0.034, 0.030, 0.023, 0.016], "rolled": [0.037, 0.034, 0.032, 0.030]}.get(
            d.sleeve, [0.037, 0.033, 0.027, 0.0205]
        )
        upper = ((shoulder[0] + soft[0]) / 2, (shoulder[1] + soft[1]) / 2)
        arm = limb([shoulder, upper, soft, low], [w * k for w in width], steps=5)
        joined = None if d.sleeve == "shirt" and d.top != "linen" else limb([upper, soft, low], [w * k for w in width[1:]], steps=4)
        parts.append(Part(arm, sleeve, lift=0.8, edge=joined))
        if d.sleeve == "wide":
            parts.append(Part(bell(elbow, wrist, k), sleeve, lift=0.6))
        if d.sleeve == "puff":
            shoulder_puff = place(
                puff(),
                shoulder[0],
                shoulder[1] + 0.012,
                math.degrees(math.atan2(elbow[1] - shoulder[1], elbow[0] - shoulder[0])) - 90,
                0.062 * k,
            )
            parts.append(Part(shoulder_puff, sleeve, lift=0.6))
        if d.sleeve == "tight" and d.top != "linen":
            parts.append(
                Part(
                    cuff(elbow, wrist, (0.0225 if d.sleeve == "tight" else 0.060) * k),
                    mix(ink.linen, ink.dark, 0.40 if far else 0.16),
                    lift=0.2,
                )
            )
        return parts

    # Head

    def _head_matrix(self, b: Bones) -> skia.Matrix:
        size = self.frame.head
        matrix = skia.Matrix()
        matrix.setTranslate(-self.visage.neck[0], -self.visage.neck[1])
        matrix.postScale(size, size)
        matrix.postRotate(b.nod)
        matrix.postTranslate(b.head[0], b.head[1])
        return matrix

    def _at_head(self, path: skia.Path, b: Bones) -> skia.Path:
        out = skia.Path(path)
        out.transform(self._head_matrix(b))
        return out

    def _head(self, b: Bones, pose: Pose) -> list[Part]:
        parts: list[Part] = []
        for part in self._face_parts(pose):
            parts.append(Part(self._at_head(part.path, b), part.color, part.alpha, part.lift, part.line, None, part.glow))
        return parts

    def _tail(self, b: Bones) -> Part:
        """The tail of an animal that walks upright."""
        x, y = b.hip[0] - b.trunk.hip_back - 0.03 - self.dress.bustle, b.hip[1]
        shapes = {
            "puff": circle(x - 0.02, y + 0.01, 0.05), "brush": limb([(x + 0.03, y), (x - 0.08, y + 0.10), (x - 0.17, y + 0.20), (x - 0.26, y + 0.16)], [0.03, 0.05, 0.06, 0.008]),
            "thin": limb([(x + 0.03, y), (x - 0.08, y + 0.14), (x - 0.16, y + 0.34), (x - 0.32, y + 0.40), (x - 0.38, y + 0.32)], [0.016, 0.014, 0.012, 0.009, 0.004]),
            "cat": limb([(x + 0.03, y), (x - 0.10, y + 0.06), (x - 0.16, y - 0.08), (x - 0.10, y - 0.22), (x - 0.16, y - 0.29)], [0.022, 0.022, 0.02, 0.018, 0.01]),
            "stub": circle(x + 0.01, y + 0.02, 0.03), "feather": gather(limb([(x + 0.03, y - 0.02), (x - 0.09, y + 0.04 * i - 0.03), (x - 0.17, y + 0.07 * i)], [0.03, 0.03, 0.008]) for i in range(3)),
            "reptile": limb([(x + 0.04, y), (x - 0.08, y + 0.20), (x - 0.18, y + 0.40), (x - 0.40, y + 0.46)], [0.05, 0.04, 0.03, 0.006]),
        }  # fmt: skip
        return Part(shapes[self.tail], self.pale if self.tail == "puff" else self.inks.skin)

    def _face_parts(self, pose: Pose) -> list[Part]:
        if self.muzzle is None:
            return self.visage.parts(pose)
        turned = FRONTS.get(kind_of(self.look.species))
        behind, face = (
            front_parts(turned, self.inks, pose, self.inks.skin, self.pale)
            if turned
            else head_parts(self.muzzle, self.inks, pose, self.inks.skin, self.pale)
        )
        hat = self.visage.hat
        return behind + face + (moved(self.visage.hat_parts(hat), placing(-0.07, 0.05, -6, 0.92)) if hat else [])
