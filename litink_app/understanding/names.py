"""Names as they stand in the text: titles, first names, surnames, "the White Rabbit"."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from litink_app.understanding.passages import Passage
from litink_app.understanding.tokens import OPENERS, SENTENCE_ENDS, Tokens
from litink_app.understanding.words import beings, listed, people, speech
from litink_app.understanding.words.acts import ACTS, AUXILIARIES
from litink_app.understanding.words.grammar import ADJECTIVES, NOT_NAMES, PRONOUNS
from litink_app.understanding.words.names import FEMALE, MALE
from litink_app.understanding.words.titles import ABBREVIATED, SOFT, TITLES

PARTICLES = listed("de du des del della di da van von der den la le el al bin ibn ben of the d' y")
ANIMATE = people.FEMALE | people.MALE | people.EITHER | beings.ANIMALS | beings.CREATURES
FIRST = FEMALE | MALE
NOBLE = listed(
    "king queen prince princess duke duchess earl count countess baron baroness lord lady bishop archbishop marquis marchioness emperor empress sultan viscount knave knight abbot"
)
SAYING = speech.TELLING | listed("says asks replies answers cries exclaims whispers murmurs mutters observes")
CALLS = listed("yes no nay aye oh o ah alas hey hullo hello hallo amen farewell goodbye good-bye")
MONTHS = frozenset(("march", "may", "april", "june", "august"))
SUFFIXES = frozenset(["jr", "sr", "esq", "jun", "sen", "junior", "senior"])


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last` (half open, article and possessive left out); `parts` are its words in lower case without titles."""

    first: int
    last: int
    titles: tuple[str, ...]
    parts: tuple[str, ...]
    definite: bool
    fresh: bool


@dataclass(slots=True)
class Usage:
    """How often each word (lower case) is capitalised inside a sentence, at its start, and written small."""

    middle: Counter[str]
    start: Counter[str]
    small: Counter[str]
    fresh: set[int]
    speaking: frozenset[str] = frozenset()
    somebody: frozenset[str] = frozenset()
    """Common nouns that this book treats as persons."""

    def is_proper(self, word: str, fresh: bool) -> bool:
        """Whether a capitalised word is a name rather than the start of a sentence or an emphasis."""
        middle, small = self.middle[word], self.small[word]
        if word in self.speaking or word in self.somebody:
            return not fresh
        if word in NOT_NAMES:
            return word in FIRST and middle > 2 and middle > 2 * small
        if word in ADJECTIVES and word not in FIRST:
            return not fresh
        if fresh:
            if word in FIRST:
                return small == 0 or middle * 2 >= small
            return (middle > 0 and middle * 2 >= small) or (self.start[word] > 2 and small == 0)
        return word in FIRST or word in ANIMATE or middle * 5 >= small


def usage(tokens: Tokens, passages: list[Passage]) -> Usage:
    middle: Counter[str] = Counter()
    start: Counter[str] = Counter()
    small: Counter[str] = Counter()
    starts: set[int] = set()
    words, lower = tokens.words, tokens.lower
    for passage in passages:
        if not passage.is_prose:
            continue
        fresh = True
        for index in range(passage.first, passage.last):
            word = words[index]
            head = word[0]
            if head.isalpha():
                if head.islower():
                    small[lower[index]] += 1
                elif len(word) > 1 and word.isupper():
                    pass
                elif fresh:
                    start[lower[index]] += 1
                else:
                    middle[lower[index]] += 1
                if fresh:
                    starts.add(index)
                fresh = False
            elif word in OPENERS or word == ":" or (word in SENTENCE_ENDS and not _abbreviates(tokens, index)):
                fresh = True
    return Usage(middle, start, small, starts, _speaking(tokens, passages))


def _speaking(tokens: Tokens, passages: list[Passage]) -> frozenset[str]:
    """Ordinary words that this book uses as names: "said Good", "Hope replied"."""
    counts: Counter[str] = Counter()
    for passage in passages:
        for index in range(passage.first + 1, passage.last):
            word = tokens.words[index]
            if (
                word[0].isupper()
                and tokens.lower[index] in NOT_NAMES
                and tokens.lower[index] not in PRONOUNS
                and tokens.lower[index] not in CALLS
                and tokens.lower[index - 1] in SAYING
            ):
                follows = tokens.words[index + 1] if index + 1 < passage.last else "."
                counts[tokens.lower[index]] += not word.isupper() and follows in ",.;:!?"
    return frozenset(word for word, count in counts.items() if count > 1)


def _abbreviates(tokens: Tokens, index: int) -> bool:
    before = tokens.words[index - 1] if index else ""
    return tokens.words[index] == "." and (before.lower() in ABBREVIATED or (len(before) == 1 and before.isupper() and before != "I"))


def names(tokens: Tokens, passages: list[Passage], usage: Usage) -> Iterator[Name]:
    """Every name in the prose, longest first, left to right."""
    for passage in passages:
        if not passage.is_prose:
            continue
        index = passage.first
        while index < passage.last:
            if not tokens.words[index][0].isupper():
                index += 1
                continue
            name = _name(tokens, index, passage, usage)
            if name:
                yield name
                index = name.last
            else:
                index += 1


def _name(tokens: Tokens, index: int, passage: Passage, usage: Usage) -> Name | None:
    first = index
    fresh = index in usage.fresh
    titles: list[str] = []
    while index < passage.last and _is_title(tokens, index, passage.last):
        if tokens.lower[index] not in ADJECTIVES:
            titles.append(tokens.lower[index])
        index = _after_stop(tokens, index, passage.last)
    if _leads_to_somebody(tokens, index, passage, usage):
        return Name(first, first + 2, (), (tokens.lower[first], tokens.lower[first + 1]), True, False)
    parts, last = _parts(tokens, index, passage, usage, titles)
    if not parts:
        return _only_title(tokens, first, index, titles, fresh, passage, usage)
    definite = first > passage.first and tokens.lower[first - 1] in ("the", "this", "that", "our")
    return Name(first, last, tuple(titles), parts, definite, fresh)


def _leads_to_somebody(tokens: Tokens, index: int, passage: Passage, usage: Usage) -> bool:
    """ "North" of "the North Wind", where the wind is somebody."""
    if not passage.first < index < passage.last - 1 or tokens.lower[index - 1] != "the":
        return False
    return tokens.words[index][0].isupper() and tokens.words[index + 1][0].isupper() and tokens.lower[index + 1] in usage.somebody


def _is_title(tokens: Tokens, index: int, last: int) -> bool:
    word = tokens.lower[index]
    if word not in TITLES or not tokens.is_capitalised(index):
        return False
    if word in ("m", "st", "mm") and not (index + 1 < last and tokens.words[index + 1] == "."):
        return False
    following = _after_stop(tokens, index, last)
    if following >= last or not tokens.is_word(following):
        return word not in SOFT or word in people.RELATIONS
    if word in ("will", "don", "major", "private", "mate", "friend", "cook", "nurse"):
        return tokens.is_capitalised(following)
    return True


def _after_stop(tokens: Tokens, index: int, last: int) -> int:
    """The next token, over the stop of "Mr."."""
    following = index + 1
    if following < last and tokens.words[following] == "." and tokens.lower[index] in ABBREVIATED:
        return following + 1
    return following


def _parts(tokens: Tokens, index: int, passage: Passage, usage: Usage, titles: list[str]) -> tuple[tuple[str, ...], int]:
    parts: list[str] = []
    last = index
    titled, noble = bool(titles), bool(titles) and titles[-1] in NOBLE
    while index < passage.last and len(parts) < 5:
        word, lower = tokens.words[index], tokens.lower[index]
        if not word[0].isalpha():
            break
        if word[0].isupper():
            if len(word) == 1 and index + 1 < passage.last and tokens.words[index + 1] == "." and word != "I":
                parts.append(lower)
                last = index = index + 2
                continue
            if not _belongs(tokens, index, usage, titled or bool(parts)):
                break
            if lower not in SUFFIXES:
                parts.append(lower)
            last = index = index + 1
            continue
        after = _over_particles(tokens, index, passage.last)
        if after is None or not (parts or titled) or not usage.is_proper(tokens.lower[after], False):
            break
        if lower in ("of", "the") and not (titled and not parts and noble) and not _royal(parts):
            break
        parts.extend(tokens.lower[index:after])
        index = after
    while parts and len(parts[-1]) == 1 and len(parts) == 1:
        return (), last
    return tuple(parts), last


def _royal(parts: list[str]) -> bool:
    return bool(parts) and parts[-1] in (
        "king",
        "queen",
        "prince",
        "princess",
        "duke",
        "lord",
        "lady",
        "knave",
        "knight",
        "wizard",
        "witch",
    )


def _belongs(tokens: Tokens, index: int, usage: Usage, inside: bool) -> bool:
    word, lower = tokens.words[index], tokens.lower[index]
    if len(word) > 1 and word.isupper() and not inside:
        return usage.middle[lower] > 1 and usage.middle[lower] > usage.small[lower] and lower not in NOT_NAMES
    fresh = index in usage.fresh and not inside
    if lower in MONTHS and index + 1 < len(tokens.lower) and tokens.is_capitalised(index + 1) and tokens.lower[index + 1] in ANIMATE:
        return True
    if fresh and lower in usage.speaking:
        following = tokens.lower[index + 1] if index + 1 < len(tokens.lower) else ""
        return following in ACTS or following in speech.SAID or following in AUXILIARIES
    return usage.is_proper(lower, fresh)


def _over_particles(tokens: Tokens, index: int, last: int) -> int | None:
    """The capitalised word after at most two particles."""
    after = index
    while after < last and after < index + 2 and tokens.lower[after] in PARTICLES and tokens.words[after][0].islower():
        after += 1
    if after == index or after >= last or not tokens.words[after][0].isupper():
        return None
    return after


def _only_title(tokens: Tokens, first: int, last: int, titles: list[str], fresh: bool, passage: Passage, usage: Usage) -> Name | None:
    """ "the Queen", "Mother": a title that stands for a name."""
    if not titles or titles[-1] in ("mr", "mrs", "m", "st", "messrs", "saint", "mme", "mlle", "mm") or titles[-1] in SOFT:
        return None
    word = titles[-1]
    definite = first > passage.first and tokens.lower[first - 1] == "the"
    if fresh and not (usage.middle[word] > 1 and word in people.KIN):
        return None
    if not definite and word not in people.KIN:
        return None
    return Name(last - 1, last, (), (word,), definite, fresh)
