"""What a picture is asked for: a brief that an outside model reads as `prompt` and the embedded illustrator as structure."""

from dataclasses import dataclass, field
from enum import StrEnum

from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Age, Being, Gender

KITS = [
    "meadow",
    "forest",
    "street",
    "drawing_room",
    "kitchen",
    "library",
    "bedroom",
    "sea",
    "ship",
    "beach",
    "harbour",
    "castle",
    "cave",
    "mountains",
    "desert",
    "snow",
    "village",
    "city_night",
    "garden",
    "courtroom",
    "school",
    "laboratory",
    "train",
    "battlefield",
    "road",
    "riverside",
]
TIMES = ("dawn", "day", "dusk", "night")
WEATHERS = ("clear", "cloudy", "rain", "snow", "fog", "storm")
MOODS = ("calm", "joyful", "tense", "sad", "mysterious", "wondrous")


class PictureKind(StrEnum):
    SCENE = "scene"
    PORTRAIT = "portrait"
    REFERENCE_SHEET = "reference_sheet"
    COVER = "cover"
    TITLE_CARD = "title_card"
    DIAGRAM = "diagram"
    OWN = "own"
    """Not drawn: a person brought it."""


class PictureStyle(StrEnum):
    PAPER_THEATRE = "paper_theatre"
    INK_AND_WASH = "ink_and_wash"


@dataclass(frozen=True, slots=True)
class Look:
    """How a character looks, the same in every picture.

    Free words from the text where it says so, else drawn from `seed`. Colours are "#rrggbb".
    `height` is relative to an adult (1.0); `build` "slight" | "average" | "stout".
    """

    id: str
    name: str
    being: Being = Being.PERSON
    species: str = ""
    gender: Gender = Gender.UNKNOWN
    age: Age = Age.ADULT
    height: float = 1.0
    build: str = "average"
    hair: str = ""
    headwear: str = ""
    dress: str = ""
    carries: str = ""
    period: str = "victorian"
    accent: str = "#c8553d"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """A character in a picture. `x` 0..1 across the frame, `facing` -1 left | 1 right, `pose` e.g. "stand", "sit", "walk", "point"."""

    look: Look
    x: float = 0.5
    facing: int = 1
    pose: str = "stand"
    speaking: bool = False


@dataclass(frozen=True, slots=True)
class PictureBrief:
    kind: PictureKind
    prompt: str
    width: int
    height: int
    setting: Setting | None = None
    actors: tuple[Actor, ...] = ()
    props: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""
    style: PictureStyle = PictureStyle.PAPER_THEATRE
    seed: int = 0
    notes: dict[str, str] = field(default_factory=dict[str, str])
