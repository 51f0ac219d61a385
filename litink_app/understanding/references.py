"""Everything in the text that may refer to somebody: names, noun phrases, pronouns."""

from dataclasses import dataclass
from enum import Enum, auto

from litink_app.understanding.names import Name
from litink_app.understanding.passages import Passage
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words import beings, listed, people
from litink_app.understanding.words.grammar import ADJECTIVES, PRONOUNS
from litink_app.understanding.words.people import PLURAL, RELATIONS

DETERMINERS = listed("the a an this that another his her my their its our your any some no every each one")
POSSESSIVES = frozenset(["his", "her", "my", "their", "its", "our", "your"])
PREPOSITIONS = listed(
    """
    of to with at for from by in on upon about after before behind beside between against towards toward near under over into onto round
    around than like as beneath past without
    """
)
HE, SHE, THEY, IT = (
    frozenset(["he", "him", "his", "himself"]),
    frozenset(["she", "her", "hers", "herself"]),
    frozenset(["they", "them", "their", "theirs", "themselves"]),
    frozenset(["it", "its", "itself"]),
)
SUBJECTS = frozenset(["he", "she", "it", "they", "i", "we"])


class Kind(Enum):
    NAME = auto()
    NOUN = auto()
    PRONOUN = auto()


@dataclass(slots=True)
class Reference:
    """Tokens `first` to `last`; `key` is what it refers by: name parts, (modifiers, head) of a noun, or the pronoun.

    `gender` is f, m, p (many) or empty. `owner` is the possessive word or the start of a possessor's name ("his", "Tom's").
    """

    first: int
    last: int
    kind: Kind
    key: tuple[str, ...]
    gender: str
    quoted: bool
    passage: int
    definite: bool = True
    owner: str = ""
    owner_name: int = -1
    entity: int = -1
    name: Name | None = None


def gender_of(noun: str) -> str:
    if noun in RELATIONS:
        return RELATIONS[noun]
    if noun in people.FEMALE:
        return "f"
    return "m" if noun in people.MALE else ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it starts and ends, its head (singular), its modifiers, its determiner, whether it is plural."""

    first: int
    last: int
    head: str
    modifiers: tuple[str, ...]
    determiner: str
    plural: bool


def phrase(tokens: Tokens, index: int, passage: Passage, animate: frozenset[str]) -> Phrase | None:
    """The noun phrase whose head stands at `index`, if that noun can be somebody."""
    head, plural = _singular(tokens.lower[index], animate)
    if not head or _is_modifier(tokens, index, passage, animate):
        return None
    first = index
    while first > passage.first and index - first < 4 and _qualifies(tokens, first - 1, index - first):
        first -= 1
    before = tokens.lower[first - 1] if first > passage.first else ""
    if before in DETERMINERS:
        first -= 1
    elif before == "'s":
        return Phrase(first, index + 1, head, tuple(tokens.lower[first:index]), "'s", plural)
    elif index - first >= 1 and first > passage.first + 1 and tokens.lower[first - 2] in DETERMINERS and _plain(tokens, first - 1):
        first -= 2
    else:
        before = ""
    start = first + 1 if before else first
    if tokens.lower[first] in DETERMINERS:
        before, start = tokens.lower[first], first + 1
    return Phrase(first, index + 1, head, tuple(tokens.lower[start:index]), before, plural)


def _singular(word: str, animate: frozenset[str]) -> tuple[str, bool]:
    if word in PLURAL:
        return PLURAL[word], True
    if word in animate:
        return word, False
    if word.endswith("s") and word[:-1] in animate:
        return word[:-1], True
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")) and word[:-2] in animate:
        return word[:-2], True
    return "", False


def _is_modifier(tokens: Tokens, index: int, passage: Passage, animate: frozenset[str]) -> bool:
    """ "the fisher girl": the first noun only describes the second."""
    following = index + 1
    return following < passage.last and tokens.words[following][0].islower() and _singular(tokens.lower[following], animate)[0] != ""


def _qualifies(tokens: Tokens, index: int, distance: int) -> bool:
    word = tokens.lower[index]
    if word in ADJECTIVES or word == "-":
        return True
    if distance == 0 and index > 0 and _plain(tokens, index) and tokens.lower[index - 1] in DETERMINERS:
        return True
    if distance == 0 and index > 0 and tokens.words[index][0].isupper() and tokens.lower[index - 1] in ADJECTIVES:
        return True
    return "-" in word or (word.endswith(("ed", "ing", "ish", "ful", "less", "ous")) and word not in PRONOUNS and len(word) > 4)


def _plain(tokens: Tokens, index: int) -> bool:
    word = tokens.lower[index]
    return tokens.is_word(index) and word not in PRONOUNS and word not in DETERMINERS and word not in PREPOSITIONS and len(word) > 2


ANIMATE = people.FEMALE | people.MALE | people.EITHER | beings.ANIMALS | beings.CREATURES | frozenset(RELATIONS)
