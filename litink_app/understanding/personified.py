"""Things that a book treats as somebody: "the North Wind", "the Snow", written large, acting, and called he or she."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from litink_app.understanding.names import ANIMATE
from litink_app.understanding.passages import Passage
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words import listed, people, speech
from litink_app.understanding.words.acts import ACTS, AUXILIARIES
from litink_app.understanding.words.grammar import ADJECTIVES, FUNCTION, PLACE_HEADS
from litink_app.understanding.words.titles import TITLES

HE, SHE, IT = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself")), frozenset(("it", "its", "itself"))
SEASONS = frozenset(("spring", "summer", "autumn", "winter", "morning", "evening", "night", "day", "death", "time", "love", "nature"))
"""Nouns among the words that are never names by themselves."""

NATURE = SEASONS | listed(
    """
    wind breeze snow frost ice hail rain storm thunder lightning cloud mist fog rainbow sun moon star dawn dusk sky sea ocean river brook
    stream water fire flame earth mountain hill stone rock tree oak pine willow reed rose lily daisy flower leaf thorn grass corn wheat
    shadow echo dream sleep hunger fear war peace sorrow joy hope truth wisdom folly sin poverty wealth fame mirror lamp candle needle
    pot kettle broom doll top ball clock bell
    """
)
"""What fables and tales let act, though the book may never write it small."""

REACH, OFTEN = 26, 0.25
MARKS = frozenset((",", ".", ";", ":", "!", "?"))


class Signs:
    """How often a word stands as "the Word", speaks, acts, and is he (m), she (f) or it (n) afterwards."""

    __slots__ = ("acts", "called", "speaks", "stands")

    def __init__(self) -> None:
        self.stands = self.speaks = self.acts = 0
        self.called: Counter[str] = Counter()


def personified(tokens: Tokens, passages: list[Passage], middle: Mapping[str, int], small: Mapping[str, int]) -> dict[str, Counter[str]]:
    """The words that mean somebody here, with how often each is he or she. Common nouns only: "the Nautilus" is a ship's name."""
    found: dict[str, Signs] = defaultdict(Signs)
    for passage in passages:
        for index in range(passage.first + 1, passage.last):
            if passage.is_prose and _stands_large(tokens, index, passage):
                _observe(found[tokens.lower[index]], tokens, index, passage)
    return {word: signs.called for word, signs in found.items() if _is_somebody(word, signs, middle[word], small[word])}


def _stands_large(tokens: Tokens, index: int, passage: Passage) -> bool:
    word, lower = tokens.words[index], tokens.lower[index]
    if not word[0].isupper() or word.isupper() or lower in ANIMATE or lower in TITLES or lower in people.COLLECTIVE:
        return False
    if lower in PLACE_HEADS or lower in ADJECTIVES or (lower in FUNCTION and lower not in SEASONS):
        return False
    return _article(tokens, index, passage.first) >= 0


def _article(tokens: Tokens, index: int, first: int) -> int:
    """Where the "the" of "the Wind", "the North Wind" stands, -1 where there is none."""
    for place in range(index - 1, max(first, index - 2) - 1, -1):
        if tokens.lower[place] == "the":
            return place
        if not tokens.words[place][0].isupper():
            return -1
    return -1


def _observe(signs: Signs, tokens: Tokens, index: int, passage: Passage) -> None:
    article = _article(tokens, index, passage.first)
    before = tokens.lower[article - 1] if article > passage.first else ""
    after = tokens.lower[index + 1] if index + 1 < passage.last else "."
    beyond = tokens.lower[index + 2] if index + 2 < passage.last else ""
    signs.stands += 1
    signs.speaks += after in speech.TELLING or (before in speech.CORE and after in MARKS)
    signs.acts += after in ACTS or (after in AUXILIARIES and beyond in ACTS)
    signs.called[_pronoun(tokens, index + 1, passage.last)] += 1


def _pronoun(tokens: Tokens, start: int, stop: int) -> str:
    """The first he, she or it afterwards, where nobody else comes between; "the Giant's garden" is nobody."""
    for place in range(start, min(start + REACH, stop)):
        word = tokens.lower[place]
        for pronouns, gender in ((HE, "m"), (SHE, "f"), (IT, "n")):
            if word in pronouns:
                return gender
        somebody = word in ANIMATE or (tokens.words[place][0].isupper() and word not in FUNCTION)
        if somebody and not (place + 1 < stop and tokens.lower[place + 1] == "'s"):
            return ""
    return ""


def _is_somebody(word: str, signs: Signs, large: int, little: int) -> bool:
    """Speaking is enough; acting needs a he or she as well, and often, since houses and newspapers act too."""
    called = signs.called["m"] + signs.called["f"]
    if not little and word not in NATURE:
        return False
    acts = signs.acts > 0 and called >= max(OFTEN * signs.stands, 2 * signs.called["n"])
    return signs.speaks > 0 or (large >= little + (word not in NATURE) and acts)
