"""What a film is to be: the options of a production, and the sizes that its aspect ratios have."""

from dataclasses import dataclass

from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.script import ScriptStyle
from litink_app.schemas.shot import CaptionStyle

RATES = (24, 25, 30)
"""Frames a second that a film can have."""
SIZES = {
    720: {"16:9": (1280, 720), "9:16": (720, 1280), "1:1": (720, 720)},
    1080: {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1080, 1080)},
    1440: {"16:9": (2560, 1440), "9:16": (1440, 2560), "1:1": (1440, 1440)},
    2160: {"16:9": (3840, 2160), "9:16": (2160, 3840), "1:1": (2160, 2160)},
    480: {"16:9": (854, 480), "9:16": (480, 854), "1:1": (480, 480)},
}
ASPECTS = tuple(SIZES[720])
BURNT = {"burnt": CaptionStyle.KARAOKE, "burnt-plain": CaptionStyle.PLAIN, "burnt-boxed": CaptionStyle.BOXED}
CAPTIONS = ("soft", *BURNT, "none")


@dataclass(frozen=True, slots=True)
class FilmOptions:
    """`height` is the shorter side in pixels; `captions` soft (a track that can be switched), one of `BURNT` (in the picture) or none.

    `narrator` is the voice of the narrator, "" for the usual one; without `chip` its shots are encoded in software wherever they are filmed.
    """

    style: ScriptStyle = ScriptStyle.CINEMATIC
    aspect: str = "16:9"
    height: int = 720
    captions: str = "soft"
    picture_style: PictureStyle = PictureStyle.PAPER_THEATRE
    seed: int = 0
    narrator: str = ""
    fps: int = 24
    chip: bool = True

    @property
    def burnt(self) -> CaptionStyle | None:
        """How captions stand in the picture; None where they do not."""
        return BURNT.get(self.captions)

    @property
    def size(self) -> tuple[int, int]:
        return SIZES[self.height][self.aspect]
