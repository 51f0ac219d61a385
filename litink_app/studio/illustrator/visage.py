"""The head of a person: face, hair, beard and hat, in profile or turned half towards us, in the units of `heads`."""

from dataclasses import dataclass
from random import Random

import skia

from litink_app.schemas.picture import Look
from litink_app.schemas.understanding import Age, Gender
from litink_app.studio.illustrator import faces, heads, turned
from litink_app.studio.illustrator.curves import circle
from litink_app.studio.illustrator.hair import HAIR, Cut, beard
from litink_app.studio.illustrator.hats import HATS
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import MouthShape, Pose, mouth_shape
from litink_app.studio.illustrator.puppet import Inks, Part
from litink_app.studio.illustrator.tailoring import below_brim, glasses

EARS_FREE = ("short", "bun", "updo", "ponytail", "bald", "braids")
SHUT = 0.6
"""A blink beyond which nothing is seen of the eye."""

CHEER = {"joyful": 0.9, "wondrous": 0.7, "calm": 0.45, "mysterious": 0.05, "tense": -0.35, "sad": -0.6}
"""How far the corners of a resting mouth rise in each mood."""


@dataclass(frozen=True, slots=True)
class Costume:
    """A look settled into the closed sets that can be drawn."""

    hair: str = "short"
    beard: str = ""
    hat: str = ""
    dress: str = "coat"
    carries: str = ""
    glasses: bool = False


class Visage:
    """Builds the parts of one head; `behind` is what hangs behind the body."""

    def __init__(self, look: Look, costume: Costume, inks: Inks, *, faced: bool, cheer: float = 0.45) -> None:
        self.look, self.costume, self.inks, self.faced, self.cheer = look, costume, inks, faced, cheer
        self.features = heads.features(look.gender, look.age, look.seed, look.build)
        self.feminine = look.gender is Gender.FEMALE
        child = look.age is Age.CHILD
        cut = HAIR[costume.hair](Random(f"hair {look.seed}"))
        hat = HATS[costume.hat]() if costume.hat else None
        shaped = turned.hair if faced else turned.in_profile
        self.hair: Cut = shaped(cut, costume.hair, look.seed, child=child, feminine=self.feminine)
        self.hat: Cut | None = turned.hat(hat, costume.hat) if faced and hat else hat
        self.heavy = not self.feminine and not child

    @property
    def neck(self) -> tuple[float, float]:
        """Where the head sits on the neck."""
        return faces.NECK if self.faced else heads.NECK

    @property
    def covered(self) -> bool:
        return self.hat is not None and self.hat.hides_hair

    def behind(self) -> skia.Path | None:
        return None if self.covered else self.hair.back

    def parts(self, pose: Pose) -> list[Part]:
        mouth = mouth_shape(pose.mouth)
        return (self._face(pose, mouth) if self.faced else self._profile(pose, mouth)) + self._finish()

    def _blush(self, x: float, y: float, r: float) -> Part:
        return Part(circle(x, y, r), mix(self.inks.skin, (0.86, 0.28, 0.22), 0.55), 0.55, line=True, glow=True)

    def _line(self, path: skia.Path, depth: float = 0.75) -> Part:
        return Part(path, mix(self.inks.skin, self.inks.dark, depth), line=True)

    def _eyeball(self, pose: Pose) -> Color:
        """White, or the lid that covers it."""
        return self.inks.light if pose.blink < SHUT else mix(self.inks.skin, self.inks.dark, 0.14)

    def _wet(self) -> Color:
        return mix(self.inks.dark, (0.45, 0.06, 0.08), 0.4)

    def _profile(self, pose: Pose, mouth: MouthShape) -> list[Part]:
        ink, f = self.inks, self.features
        parts = [Part(heads.profile(f, mouth), ink.skin, lift=0.5)]
        inside, row = heads.mouth_inside(mouth), heads.teeth(mouth)
        if inside is not None:
            parts.append(Part(inside, self._wet(), line=True))
        if inside is not None and row is not None:
            parts.append(Part(row, ink.linen, 0.9, line=True))
        parts += [self._blush(0.165, 0.125, 0.115), self._line(heads.mouth_line(mouth))]
        parts.append(Part(heads.eye(f, pose.blink), self._eyeball(pose), line=True))
        iris = heads.pupil(f, pose.blink, pose.gaze)
        if iris is not None:
            parts.append(Part(skia.Op(iris, heads.eye(f, pose.blink), skia.PathOp.kIntersect_PathOp), ink.dark, line=True))
        parts.append(Part(heads.lash(f, pose.blink, self.feminine), ink.dark, line=True))
        parts.append(Part(heads.brow(f, -0.3 * self.cheer, self.heavy), ink.hair, line=True))
        growth = beard(self.costume.beard, mouth.open) if self.costume.beard else None
        if growth is not None:
            parts.append(Part(growth, ink.hair, lift=0.5))
        return parts

    def _face(self, pose: Pose, mouth: MouthShape) -> list[Part]:
        ink, f = self.inks, self.features
        parts = [Part(faces.outline(f, mouth), ink.skin, lift=0.5)]
        parts += [self._blush(-0.135, 0.155, 0.115), self._blush(0.270, 0.155, 0.085), self._blush(0.150, 0.130, 0.055)]
        if self.look.age is Age.OLD:
            parts.append(self._line(faces.wrinkles(), 0.38))
        parts += self._eyes(pose)
        under, over = faces.beard(self.costume.beard, mouth.open)
        if under is not None:
            parts.append(Part(under, ink.hair, lift=0.4))
        parts.append(Part(faces.nose(f), mix(ink.skin, ink.rim, 0.10), 0.75, line=True))
        parts.append(self._line(faces.nose_line(f), 0.5))
        parts += self._mouth(mouth)
        if over is not None:
            parts.append(Part(over, ink.hair, lift=0.3))
        return parts

    def _eyes(self, pose: Pose) -> list[Part]:
        ink, f = self.inks, self.features
        parts: list[Part] = []
        for which in (0, 1):
            parts.append(Part(faces.eye(f, which, pose.blink), self._eyeball(pose), line=True))
            iris = faces.pupil(f, which, pose.blink, pose.gaze)
            if iris is not None:
                parts.append(Part(iris, ink.dark, line=True))
        light = faces.glint(f, pose.blink, pose.gaze)
        if light is not None:
            parts.append(Part(light, ink.light, line=True))
        parts.append(Part(faces.lids(f, pose.blink, self.feminine), ink.dark, line=True))
        brow = mix(ink.hair, ink.dark, 0.35)
        parts.append(Part(faces.brows(f, -0.55 if self.cheer < -0.5 else 0.5 if self.cheer < -0.2 else -0.1, self.heavy), brow, line=True))
        return parts

    def _mouth(self, mouth: MouthShape) -> list[Part]:
        ink, f = self.inks, self.features
        lip = mix(ink.skin, (0.62, 0.16, 0.18), 0.45 if self.feminine else 0.22)
        parts = [Part(faces.mouth(f, mouth, self.cheer), self._wet() if mouth.open > 0.03 else mix(lip, ink.dark, 0.5), line=True)]
        for path, color in ((faces.tongue(f, mouth, self.cheer), (0.72, 0.32, 0.32)), (faces.teeth(f, mouth, self.cheer), ink.linen)):
            if path is not None:
                parts.append(Part(path, color, 0.9, line=True))
        parts.append(Part(faces.mouth_edge(f, mouth, self.cheer), mix(lip, ink.dark, 0.55), line=True))
        if not self.costume.beard:
            parts.append(Part(faces.lower_lip(mouth), mix(lip, ink.dark, 0.15), 0.5, line=True))
        return parts

    def _finish(self) -> list[Part]:
        """What lies over every face: hair, ears, spectacles, hat."""
        parts: list[Part] = []
        if not self.covered and self.hair.front is not None:
            parts += self._hair(self.hair.front)
        if self.costume.glasses:
            parts.append(Part(faces.glasses(self.features) if self.faced else glasses(), self.inks.dark, line=True))
        return parts + (self.hat_parts(self.hat) if self.hat else [])

    def _hair(self, front: skia.Path) -> list[Part]:
        ink = self.inks
        if self.hat is not None and self.hat.front is not None:
            front = skia.Op(front, below_brim(), skia.PathOp.kIntersect_PathOp)
        parts = [Part(front, ink.hair, lift=0.5)]
        if self.costume.hair in EARS_FREE:
            ear, fold = (faces.ear(), faces.ear_line()) if self.faced else (heads.ear(), heads.ear_line())
            parts += [
                Part(ear, mix(ink.skin, ink.dark, 0.06), lift=0.3),
                Part(fold, mix(ink.skin, ink.dark, 0.4), 0.7, line=True),
            ]
        if self.hair.lines is not None:
            parts.append(Part(self.hair.lines, mix(ink.hair, ink.line, 0.45), 0.8, line=True))
        if self.hair.trim is not None:
            parts.append(Part(self.hair.trim, ink.accent, lift=0.4))
        return parts

    def hat_parts(self, hat: Cut) -> list[Part]:
        ink, name = self.inks, self.costume.hat
        parts: list[Part] = []
        if hat.front is not None:
            light = mix(ink.linen, ink.accent, 0.25) if name in ("straw_hat", "nightcap", "turban") else mix(ink.dark, ink.second, 0.35)
            parts.append(Part(hat.front, ink.steel if name == "helmet" else light, lift=0.7))
        if hat.trim is not None:
            gold = mix(ink.rim, (0.95, 0.75, 0.3), 0.55)
            parts.append(Part(hat.trim, gold if name in ("crown", "tiara") else ink.accent, lift=0.5))
        if hat.lines is not None:
            parts.append(Part(hat.lines, ink.accent if name == "crown" else mix(ink.second, ink.line, 0.5), 0.8, line=True))
        return parts
