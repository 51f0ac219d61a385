"""What is understood of a book without a model: cast, quotations, scenes, terms. Spans are code points of `Book.text`."""

from dataclasses import dataclass, field
from enum import StrEnum

from litink_app.schemas.book import Span


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Age(StrEnum):
    CHILD = "child"
    YOUNG = "young"
    ADULT = "adult"
    OLD = "old"
    UNKNOWN = "unknown"


class Being(StrEnum):
    """What kind of being a character is; `species` says which."""

    PERSON = "person"
    ANIMAL = "animal"
    CREATURE = "creature"


class Evidence(StrEnum):
    """Why a speaker was chosen."""

    EXPLICIT = "explicit"
    ANAPHORIC = "anaphoric"
    TURN_TAKING = "turn_taking"
    VOCATIVE = "vocative"
    NARRATOR = "narrator"
    GUESS = "guess"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class LookHint:
    """A phrase of the book that tells how somebody looks, e.g. "pink eyes", with its span."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Character:
    """A member of the cast; `importance` 0..1, 1 for the one most present; `species` as in "rabbit"."""

    id: str
    name: str
    aliases: tuple[str, ...]
    gender: Gender
    mentions: int
    importance: float
    age: Age = Age.UNKNOWN
    being: Being = Being.PERSON
    species: str = ""
    hints: tuple[LookHint, ...] = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to a character."""

    start: int
    end: int
    character: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech, quotation marks included in the span; `speaker` and `addressee` are character ids."""

    start: int
    end: int
    text: str
    speaker: str | None
    addressee: str | None
    confidence: float
    evidence: Evidence
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of story in one place and time; `kit` is a setting of the illustrator, `tension` 0..1, `sentiment` -1..1."""

    start: int
    end: int
    place: str = ""
    kit: str = ""
    time: str = ""
    weather: str = ""
    present: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    tension: float = 0.0
    sentiment: float = 0.0


@dataclass(frozen=True, slots=True)
class Term:
    """A key term with the passage that defines it."""

    text: str
    definition: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Two characters and what binds them, e.g. "sister"; `weight` counts the passages."""

    first: str
    second: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Understanding:
    sentences: tuple[Span, ...] = ()
    characters: tuple[Character, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    scenes: tuple[Scene, ...] = ()
    terms: tuple[Term, ...] = ()
    objectives: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    warnings: tuple[str, ...] = field(default=())
