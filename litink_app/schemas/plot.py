"""The plot of a book and its people as a story needs them; every claim carries the passage that it rests on."""

from dataclasses import dataclass

from litink_app.schemas.book import Span


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and a passage where it shows; `weight` is its share among the themes found."""

    name: str
    weight: float
    passage: Span


@dataclass(frozen=True, slots=True)
class Beat:
    """A turning point, named as in three-act structure, in the words of the book."""

    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Act:
    title: str
    summary: str
    start: int
    end: int
    beats: tuple[Beat, ...]


@dataclass(frozen=True, slots=True)
class PlotOverview:
    logline: str
    themes: tuple[Theme, ...]
    genre: str
    tone: str
    setting: str
    acts: tuple[Act, ...]
    model: str = "embedded"


@dataclass(frozen=True, slots=True)
class Part:
    """What a character is to the story: role, archetype (Hero's Journey) with the reason, and traits that the text names."""

    character: str
    role: str
    archetype: str
    reason: str
    traits: tuple[str, ...]
