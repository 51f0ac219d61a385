"""A person's corrections of what was understood: small changes, each tied to names or to words of the book, never to row numbers."""

from dataclasses import dataclass
from enum import StrEnum

from litink_app.schemas.understanding import Understanding


class Verb(StrEnum):
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    GENDER = "gender"
    IMPORTANCE = "importance"
    VOICE = "voice"
    SPEAKER = "speaker"


IMPORTANCES = {"main": 1.0, "supporting": 0.4, "minor": 0.05}


@dataclass(frozen=True, slots=True)
class Correction:
    """One change. `who` is a character as they were called then, `who_key` their id then (asked only where two share a name).

    `value` by verb: the new name, the one to merge into, the alias to split off, a gender, a key of `IMPORTANCES`, a voice,
    or the speaker ("" for the narrator or nobody known); `value_key` is the id where it names a character. A quotation is
    known by its `words`, then by the words `before` it, then by its place. For a voice, `before` is the one that it replaced.
    """

    id: str
    verb: Verb
    who: str = ""
    who_key: str = ""
    value: str = ""
    value_key: str = ""
    start: int = -1
    words: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was understood with the corrections that still fit; `voices` by character, `applied` the ids of those that fit."""

    found: Understanding
    voices: dict[str, str]
    applied: frozenset[str]
