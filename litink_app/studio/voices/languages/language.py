"""What it takes to speak a language: how its words sound, who speaks it, and where its sentences do not end."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is said, or a mark, with its phonemes; `space` says whether a space follows."""

    text: str
    phonemes: str
    space: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be spoken.

    `tokens` reads a text aloud in an accent; words in it may carry their sound: [word](/phonemes/). `speakers` and `made`
    are the tables that `catalogue` reads, `narrator` who tells a book where nobody else is chosen, `titles` the
    words whose point is always followed by a name, `abbreviations` those whose point ends no sentence unless somebody begins
    to speak after it, and `words` the weights that hold how its words sound, where rules do not say it.
    """

    code: str
    accents: tuple[str, ...]
    narrator: str
    speakers: str
    made: str
    tokens: Callable[[str, str], list[Token]]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    words: str = ""


def listed(words: str) -> list[str]:
    """Words with spaces between them, one by one."""
    return words.split()
