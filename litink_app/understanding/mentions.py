"""All references of a book in the order of the text, in the parts that are prose."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from litink_app.understanding.names import Name
from litink_app.understanding.passages import Passage
from litink_app.understanding.references import ANIMATE, HE, IT, SHE, THEY, Kind, Reference, gender_of, phrase
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words import appearance, people, speech
from litink_app.understanding.words.acts import ACTS
from litink_app.understanding.words.grammar import ADJECTIVES, FUNCTION
from litink_app.understanding.words.people import KIN
from litink_app.understanding.words.settings import CUES, PROPS
from litink_app.understanding.words.trades import is_trade

RESOLVED = HE | SHE | THEY | IT | frozenset(("i", "we"))
THINGS = PROPS | CUES.keys() | appearance.BODY | appearance.DRESS
SOMEBODY = frozenset(("somebody", "someone", "everybody", "everyone", "another", "one", "others"))
WOMEN = (["of", "the", "women"], ["of", "the", "ladies"], ["of", "the", "girls"], ["of", "the", "sisters"])


class Mentions:
    """References sorted by place; `at[token]` finds the one that starts there, `covering` the one that holds a token."""

    def __init__(self, references: list[Reference]) -> None:
        self.all = references
        self.at = {reference.first: reference for reference in references}
        self._firsts = [reference.first for reference in references]

    def between(self, first: int, last: int) -> list[Reference]:
        return self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]


def learned(tokens: Tokens, passages: list[Passage]) -> frozenset[str]:
    """Nouns that this book lets speak ("said the gryphon"), though the lexicon does not know them as somebody."""
    found: Counter[str] = Counter()
    lower = tokens.lower
    for passage in passages:
        for index in range(passage.first + 1, passage.last - 1):
            word = lower[index]
            if word == "the" and lower[index - 1] in speech.CORE:
                found[_head_after(tokens, index + 1, passage.last)] += 1
            elif word in speech.TELLING and index - 3 >= passage.first:
                found[_head_before(tokens, index, passage.first)] += 1
    persons = {word for word, count in found.items() if len(word) > 2 and (count > 1 or word not in THINGS)}
    return frozenset(persons) - speech.NEVER_SPEAK - people.COLLECTIVE - FUNCTION


def _head_before(tokens: Tokens, index: int, first: int) -> str:
    """The noun of "the undertaker replied", "a young admirer had said"."""
    head = index - 1
    if tokens.lower[head] in ("had", "has", "then", "now") or tokens.lower[head].endswith("ly"):
        head -= 1
    for place in range(head - 1, max(first, head - 3) - 1, -1):
        if tokens.lower[place] in ("the", "a", "an"):
            word = tokens.words[head]
            return tokens.lower[head] if word[0].islower() and not word.endswith(("s", "ly", "ed", "ing")) else ""
        if tokens.lower[place] not in ADJECTIVES:
            return ""
    return ""


def _head_after(tokens: Tokens, index: int, last: int) -> str:
    """The last small word before the next mark: "said the good old hatter,"."""
    word = ""
    for place in range(index, min(index + 4, last)):
        if not tokens.is_word(place):
            return word if tokens.words[place] in ",.;:!?" else ""
        if tokens.words[place][0].isupper():
            return ""
        if not tokens.lower[place].endswith("ly"):
            word = tokens.lower[place]
    return ""


def mentions(tokens: Tokens, passages: list[Passage], named: Iterable[Name], quoted: bytearray) -> Mentions:
    """`quoted[token]` says whether a token stands inside a quotation."""
    animate = ANIMATE | SOMEBODY | learned(tokens, passages) | frozenset(word for word in set(tokens.lower) if is_trade(word))
    taken: set[int] = set()
    found: list[Reference] = []
    names = sorted(named, key=lambda name: name.first)
    starts = [passage.first for passage in passages]
    for name in names:
        number = bisect_left(starts, name.first + 1) - 1
        taken.update(range(name.first, name.last))
        found.append(Reference(name.first, name.last, Kind.NAME, name.parts, "", bool(quoted[name.first]), number, name=name))
    for number, passage in enumerate(passages):
        if passage.is_prose:
            _nouns(found, tokens, passage, number, animate, quoted, taken)
    for number, passage in enumerate(passages):
        if passage.is_prose:
            _pronouns(found, tokens, passage, number, quoted, taken)
    return Mentions(sorted(found, key=lambda reference: reference.first))


def _nouns(
    found: list[Reference], tokens: Tokens, passage: Passage, number: int, animate: frozenset[str], quoted: bytearray, taken: set[int]
) -> None:
    plurals = people.PLURAL
    for index in range(passage.first, passage.last):
        word = tokens.lower[index]
        if index in taken or not (
            word in animate or word in plurals or (word.endswith("s") and (word[:-1] in animate or word[:-2] in animate))
        ):
            continue
        if len(word) < 2 or tokens.words[index].isupper():
            continue
        if word in SOMEBODY:
            if _speaks(tokens, index, passage):
                taken.add(index)
                women = tokens.lower[index + 1 : index + 4] in WOMEN
                found.append(
                    Reference(index, index + 1, Kind.NOUN, (word,), "f" if women else "", bool(quoted[index]), number, definite=False)
                )
            continue
        if word in people.DOUBTFUL and _noun_follows(tokens, index, passage):
            continue
        piece = phrase(tokens, index, passage, animate)
        if piece is None or piece.first in taken:
            continue
        bare = not piece.determiner
        if bare and not (piece.head in KIN and not piece.plural and _stands_alone(tokens, index)):
            continue
        if piece.head in speech.SPOKEN_NOUNS and piece.determiner not in ("a", "an", "the", "another"):
            continue
        owner = piece.determiner if piece.determiner in ("his", "her", "my", "their", "our", "your", "its", "'s") else ""
        gender = "p" if piece.plural else gender_of(piece.head)
        first = piece.first
        reference = Reference(
            first,
            index + 1,
            Kind.NOUN,
            (*piece.modifiers, piece.head),
            gender,
            bool(quoted[index]),
            number,
            piece.determiner not in ("a", "an", "some", "any", "no", "every", "each", "another"),
            owner,
        )
        if owner == "'s":
            reference.owner_name = first - 2
        taken.update(range(first, index + 1))
        found.append(reference)


def _speaks(tokens: Tokens, index: int, passage: Passage) -> bool:
    """Beside a verb of speaking: "somebody else inquired", "cried one of the women"."""
    before = tokens.lower[index - 1] if index > passage.first else ""
    after = [tokens.lower[place] for place in range(index + 1, min(index + 3, passage.last))]
    follows = tokens.words[index + 1] if index + 1 < passage.last else "."
    if before in speech.CORE:
        return not follows[0].isalpha() or follows in ("of", "else", "in", "at", "from", "with")
    return any(word in speech.CORE for word in after[: 2 if "else" in after else 1])


def _noun_follows(tokens: Tokens, index: int, passage: Passage) -> bool:
    following = index + 1
    if following >= passage.last or not tokens.words[following][0].islower():
        return False
    word = tokens.lower[following]
    return word not in FUNCTION and word not in ACTS and word not in speech.SAID and not word.endswith(("ed", "ing", "ly"))


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """ "mother said": a relation used like a name."""
    before = tokens.lower[index - 1] if index else ""
    return before not in ("a", "an", "the", "of", "'s") and not before.endswith("'")


def _pronouns(found: list[Reference], tokens: Tokens, passage: Passage, number: int, quoted: bytearray, taken: set[int]) -> None:
    for index in range(passage.first, passage.last):
        word = tokens.lower[index]
        if word in RESOLVED and (index not in taken or word in ("his", "her", "their", "its")):
            if word == "i" and tokens.words[index] != "I":
                continue
            gender = "m" if word in HE else "f" if word in SHE else "p" if word in THEY or word == "we" else "n" if word in IT else "i"
            if index in taken:
                continue
            found.append(Reference(index, index + 1, Kind.PRONOUN, (word,), gender, bool(quoted[index]), number))
