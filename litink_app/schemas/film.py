"""A whole film: its sounds, its chapters and what is measured of it. Times are seconds from the start of the film."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from litink_app.schemas.shot import Caption
from litink_app.schemas.sound import Speech


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A spoken line where it sounds in its scene: `start` is seconds from the start of the scene, times inside `speech` from its own start."""

    line: str
    speech: Speech
    start: float

    @property
    def end(self) -> float:
        return self.start + self.speech.seconds


class Stem(StrEnum):
    """What a sound is for; music and ambience give way to speech."""

    SPEECH = "speech"
    AMBIENCE = "ambience"
    EFFECT = "effect"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class SoundClip:
    """A sound placed in the film; cut at `seconds` where given, repeated until then where `loop`."""

    path: Path
    start: float
    stem: Stem
    gain_db: float = 0.0
    seconds: float | None = None
    loop: bool = False
    fade_in: float = 0.0
    fade_out: float = 0.0
    line: str = ""


@dataclass(frozen=True, slots=True)
class Loudness:
    """EBU R128 figures: integrated loudness (LUFS), range (LU) and true peak (dBTP); silence is -70 and below."""

    integrated: float
    range: float
    true_peak: float


@dataclass(frozen=True, slots=True)
class Mix:
    """The finished sound of a film (AAC in `path`) and its integrated loudness in LUFS."""

    path: Path
    seconds: float
    lufs: float


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    start: float


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """What a film is joined from: shot files in order (encoded alike), its sound, soft subtitles, chapters and tags."""

    shots: tuple[Path, ...]
    sound: Path | None = None
    captions: tuple[Caption, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    title: str = ""
    author: str = ""
    comment: str = ""
    language: str = "eng"


@dataclass(frozen=True, slots=True)
class LineDrift:
    """How far the sound of a line begins from its plan, in milliseconds; None where nothing is heard."""

    line: str
    planned: float
    drift_ms: float | None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What was measured of a film; `faults` says in words what is outside its limits (empty = good)."""

    seconds: float
    planned_seconds: float
    frames: int
    fps: float
    sound_seconds: float
    loudness: Loudness | None
    lines: tuple[LineDrift, ...]
    silences: tuple[tuple[float, float], ...]
    black: tuple[tuple[float, float], ...]
    chapters: int
    captions: int
    faults: tuple[str, ...]

    @property
    def good(self) -> bool:
        return not self.faults
