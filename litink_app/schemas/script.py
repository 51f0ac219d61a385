"""A script: scenes with a time budget each, and lines that keep the span they came from."""

from dataclasses import dataclass, field
from enum import StrEnum


class LineKind(StrEnum):
    NARRATION = "narration"
    DIALOGUE = "dialogue"


class ScriptStyle(StrEnum):
    CINEMATIC = "cinematic"
    NARRATION = "narration"
    DIALOGUE = "dialogue"
    EXPLAINER = "explainer"
    TRAILER = "trailer"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a scene plays: free words in `place`, the rest from the illustrator's closed sets."""

    place: str
    kit: str
    time: str = "day"
    weather: str = "clear"
    mood: str = "calm"


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One thing said: by a character (`speaker` = character id) or the narrator (None).

    `start`/`end` is the span in the book; `verbatim` says that `text` stands there to the letter;
    `manner` is how it is said ("whisper", "shout", "").
    """

    id: str
    kind: LineKind
    speaker: str | None
    text: str
    start: int
    end: int
    verbatim: bool = True
    manner: str = ""


@dataclass(frozen=True, slots=True)
class ScriptScene:
    """`seconds` is the budget that the finished scene keeps to the frame; `tension` 0..1.

    A scene of a book that teaches shows a `figure` instead of people: the notes of a diagram, and "steps", the items known after each line.
    `chapter` is the heading that is shown before the scene, "" for none.
    """

    number: int
    title: str
    setting: Setting
    present: tuple[str, ...]
    props: tuple[str, ...]
    lines: tuple[ScriptLine, ...]
    seconds: float
    start: int
    end: int
    tension: float = 0.3
    figure: dict[str, str] = field(default_factory=dict[str, str])
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    title: str
    author: str
    style: ScriptStyle
    seconds: float
    scenes: tuple[ScriptScene, ...]
