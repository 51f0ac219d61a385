"""Shots: what the camera sees and when. Times are seconds from the start of the shot unless said otherwise."""

from dataclasses import dataclass
from enum import StrEnum

from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.sound import Timed

SOFTWARE = "libx264"
"""The encoder that every machine has."""


class ShotKind(StrEnum):
    TITLE = "title"
    ESTABLISHING = "establishing"
    WIDE = "wide"
    TWO_SHOT = "two_shot"
    CLOSE = "close"
    INSERT = "insert"
    CREDITS = "credits"
    OWN = "own"
    """A picture that a person brought, or their clip."""


class Transition(StrEnum):
    """How a scene gives way to the next: at once, over black, under a leaf of paper drawn across, behind the curtain of the theatre."""

    CUT = "cut"
    FADE = "fade"
    LEAF = "leaf"
    CURTAIN = "curtain"


@dataclass(frozen=True, slots=True)
class Camera:
    """A move from one framing to another: centre (x, y in 0..1 of the picture) and zoom (1 = whole picture)."""

    x0: float = 0.5
    y0: float = 0.5
    zoom0: float = 1.0
    x1: float = 0.5
    y1: float = 0.5
    zoom1: float = 1.06


class CaptionStyle(StrEnum):
    """How captions stand in a picture: lit word by word as they are said, all lit at once, or on a dark strip."""

    KARAOKE = "karaoke"
    PLAIN = "plain"
    BOXED = "boxed"


@dataclass(frozen=True, slots=True)
class Caption:
    """Words on screen; `speaker` is a display name or "" for the narrator; `words` carry karaoke times."""

    text: str
    start: float
    end: float
    speaker: str = ""
    color: str = "#ffffff"
    words: tuple[Timed, ...] = ()
    style: CaptionStyle = CaptionStyle.KARAOKE


@dataclass(frozen=True, slots=True)
class Mouth:
    """The mouth of one actor while speaking: phonemes timed from the start of the shot."""

    actor: str
    phonemes: tuple[Timed, ...]


@dataclass(frozen=True, slots=True)
class Shot:
    """One continuous take of exactly `frames` frames at `fps`.

    `fade_in` and `fade_out` count the frames in which it is uncovered and covered, in the ways of `enter` and `leave`. All shots of a
    film have one `encoder`.
    """

    id: str
    scene: int
    kind: ShotKind
    frames: int
    fps: int
    brief: PictureBrief
    camera: Camera = Camera()
    mouths: tuple[Mouth, ...] = ()
    captions: tuple[Caption, ...] = ()
    burn_captions: bool = False
    seed: int = 0
    fade_in: int = 0
    fade_out: int = 0
    enter: Transition = Transition.FADE
    leave: Transition = Transition.FADE
    encoder: str = SOFTWARE
