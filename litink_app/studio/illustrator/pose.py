"""Poses: what a puppet does at one moment, and the stances it starts from."""

from dataclasses import dataclass, replace

from litink_app.errors import Refused


@dataclass(frozen=True, slots=True)
class Pose:
    """`mouth` is a mouth shape; `blink` 0 open … 1 shut; `gaze` -1 back … 1 ahead; `arm` 0 … 1 raises a gesture; `lean` -1 … 1;
    `walk` is the phase of the stride (0 stands still, one stride per unit); `breath` 0 … 1."""

    mouth: str = "rest"
    blink: float = 0.0
    gaze: float = 0.0
    arm: float = 0.0
    lean: float = 0.0
    walk: float = 0.0
    breath: float = 0.0


REST = Pose()


@dataclass(frozen=True, slots=True)
class MouthShape:
    """`open` of the jaw 0..1, `round` -1 spread … 1 pursed, `teeth` and `tongue` shown, `tuck` of the lower lip."""

    open: float = 0.0
    round: float = 0.0
    teeth: float = 0.0
    tongue: float = 0.0
    tuck: float = 0.0


MOUTHS: dict[str, MouthShape] = {
    "rest": MouthShape(),
    "closed": MouthShape(0.0, 0.1),
    "lip_teeth": MouthShape(0.12, -0.1, 0.8, 0.0, 1.0),
    "tongue": MouthShape(0.25, -0.2, 0.3, 1.0),
    "narrow": MouthShape(0.20, -0.35, 0.8),
    "rounded_narrow": MouthShape(0.24, 0.7, 0.5),
    "back": MouthShape(0.34, -0.1, 0.2),
    "r": MouthShape(0.30, 0.45, 0.2),
    "ee": MouthShape(0.28, -0.9, 0.6),
    "eh": MouthShape(0.50, -0.5, 0.4),
    "ah": MouthShape(0.95, -0.1, 0.2),
    "uh": MouthShape(0.52, 0.0, 0.1),
    "oh": MouthShape(0.62, 0.75),
    "oo": MouthShape(0.32, 1.0),
}
"""The fourteen mouth shapes."""


def mouth_shape(name: str) -> MouthShape:
    if name not in MOUTHS:
        raise Refused(f"There is no mouth shape called “{name}”.")
    return MOUTHS[name]


@dataclass(frozen=True, slots=True)
class Stance:
    """Angles in degrees from hanging straight down, forwards positive: (shoulder, elbow) and (hip, knee); `drop` lowers the hip;
    `faced` turns the face half towards us."""

    lean: float = 2.0
    nod: float = 0.0
    near: tuple[float, float] = (6.0, 14.0)
    far: tuple[float, float] = (-4.0, 22.0)
    near_leg: tuple[float, float] = (-4.0, 2.0)
    far_leg: tuple[float, float] = (7.0, 3.0)
    drop: float = 0.0
    hand: str = "relaxed"
    far_hand: str = "relaxed"
    seat: bool = False
    lying: bool = False
    faced: bool = True


STANCES: dict[str, Stance] = {
    "stand": Stance(near=(-6.0, 26.0), far=(2.0, 18.0), near_leg=(-3.0, 1.0), far_leg=(9.0, 9.0), lean=1.0),
    "clasp": Stance(near=(-10.0, 66.0), far=(-18.0, 46.0), near_leg=(-3.0, 1.0), far_leg=(8.0, 7.0)),
    "lapel": Stance(near=(-14.0, 120.0), far=(-2.0, 22.0), hand="grip", near_leg=(-5.0, 2.0), far_leg=(11.0, 10.0), lean=-2.0),
    "fold": Stance(near=(-16.0, 96.0), far=(6.0, 60.0), near_leg=(-3.0, 1.0), far_leg=(9.0, 8.0), lean=-1.0),
    "talk": Stance(near=(22.0, 62.0), hand="open", nod=-2.0),
    "listen": Stance(near=(8.0, 34.0), far=(10.0, 58.0), lean=5.0, nod=4.0),
    "walk": Stance(faced=False, lean=5.0, near=(-20.0, 16.0), far=(22.0, 26.0), near_leg=(22.0, 5.0), far_leg=(-20.0, 16.0)),
    "run": Stance(faced=False, lean=17.0, near=(-42.0, 70.0), far=(44.0, 78.0), near_leg=(46.0, 38.0), far_leg=(-32.0, 52.0), drop=0.02),
    "sit": Stance(lean=-3.0, near=(4.0, 56.0), far=(12.0, 44.0), near_leg=(84.0, 82.0), far_leg=(80.0, 74.0), seat=True),
    "kneel": Stance(faced=False, lean=6.0, near=(34.0, 40.0), far=(38.0, 44.0), near_leg=(8.0, 96.0), far_leg=(72.0, 76.0)),
    "point": Stance(near=(84.0, 4.0), far=(-6.0, 24.0), hand="point", lean=4.0),
    "reach": Stance(near=(72.0, 12.0), far=(58.0, 16.0), hand="open", far_hand="open", lean=10.0),
    "wave": Stance(near=(138.0, 34.0), hand="open", nod=-5.0),
    "hold": Stance(near=(26.0, 76.0), far=(4.0, 26.0), hand="grip"),
    "read": Stance(near=(30.0, 74.0), far=(36.0, 64.0), hand="grip", far_hand="grip", nod=13.0),
    "think": Stance(near=(42.0, 116.0), far=(2.0, 30.0), hand="relaxed", nod=5.0, lean=3.0),
    "akimbo": Stance(near=(-34.0, 84.0), far=(4.0, 22.0), hand="grip", nod=-3.0),
    "bow": Stance(faced=False, near=(20.0, 70.0), far=(-26.0, 20.0), lean=30.0, nod=10.0),
    "pray": Stance(faced=False, near=(34.0, 104.0), far=(38.0, 100.0), nod=10.0),
    "dance": Stance(
        near=(112.0, 30.0), far=(-58.0, 24.0), near_leg=(30.0, 56.0), far_leg=(-4.0, 2.0), hand="open", far_hand="open", lean=-4.0
    ),
    "weep": Stance(faced=False, near=(30.0, 132.0), far=(34.0, 126.0), lean=10.0, nod=20.0, hand="relaxed"),
    "fight": Stance(
        faced=False,
        near=(66.0, 44.0),
        far=(40.0, 80.0),
        near_leg=(28.0, 24.0),
        far_leg=(-26.0, 12.0),
        lean=12.0,
        hand="grip",
        far_hand="grip",
        drop=0.03,
    ),
    "lie": Stance(faced=False, near=(2.0, 4.0), far=(0.0, 8.0), near_leg=(6.0, 8.0), far_leg=(4.0, 4.0), lying=True),
}

OTHER_WORDS = {
    "standing": "stand", "speak": "talk", "say": "talk", "speaking": "talk", "talking": "talk", "hear": "listen", "walking": "walk", "going": "walk",
    "running": "run", "hurry": "run", "flee": "run", "sitting": "sit", "seated": "sit", "kneeling": "kneel", "pointing": "point", "reaching": "reach",
    "greet": "wave", "waving": "wave", "hail": "wave", "carry": "hold", "holding": "hold", "reading": "read", "thinking": "think", "gesture": "talk",
    "dancing": "dance", "crying": "weep", "cry": "weep", "fighting": "fight", "sleep": "lie", "sleeping": "lie", "lying": "lie", "turned": "stand",
}  # fmt: skip


def stance_of(word: str) -> Stance:
    """The stance for a word; an unknown word stands."""
    word = word.strip().lower()
    return STANCES.get(OTHER_WORDS.get(word, word), STANCES["stand"])


def gesturing(stance: Stance, amount: float) -> Stance:
    """On the way up to an open-handed gesture: the near arm leads, the other hand, the trunk and the head go with it."""
    if amount <= 0:
        return stance
    (shoulder, elbow), (far_shoulder, far_elbow) = stance.near, stance.far
    return replace(
        stance,
        near=(shoulder + (38 - shoulder) * amount, elbow + (84 - elbow) * amount),
        far=(far_shoulder + 8 * amount, far_elbow + (20 if far_elbow < 80 else 0) * amount),
        hand="open" if amount > 0.4 else stance.hand,
        lean=stance.lean + 3.0 * amount,
        nod=stance.nod - 3.0 * amount,
    )
