"""Who is named in a book in another language: capitalised words in mid-sentence that act, speak or bear a title."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from litink_app.schemas.understanding import Age, Gender
from litink_app.understanding.passages import Passage
from litink_app.understanding.tokens import CLOSERS, OPENERS, SENTENCE_ENDS, Tokens
from litink_app.understanding.words.tongues import Tongue

_FRESH = SENTENCE_ENDS | OPENERS | CLOSERS | frozenset(("—", "–", "--", "-", ":", "¿", "¡"))
SEEN = 2
"""How often a name stands in mid-sentence at least."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """Tokens `first` to `last` (half open), the title included; `name` without it."""

    first: int
    last: int
    name: tuple[str, ...]
    fresh: bool


@dataclass(slots=True)
class Someone:
    """Everything seen of one name."""

    places: list[Namesake] = field(default_factory=list[Namesake])
    gender: Counter[Gender] = field(default_factory=Counter[Gender])
    age: Counter[Age] = field(default_factory=Counter[Age])
    middle: int = 0
    acting: int = 0
    towns: int = 0


def people(tokens: Tokens, passages: list[Passage], tongue: Tongue) -> list[Someone]:
    """Everybody who is surely a person, in the order of the text."""
    if not tongue.saying:
        return []
    small = {word for word, written in zip(tokens.lower, tokens.words, strict=True) if written[0].islower()}
    found: dict[tuple[str, ...], Someone] = defaultdict(Someone)
    for passage in passages:
        for namesake in _names(tokens, passage, tongue) if passage.is_prose else ():
            if small.isdisjoint(namesake.name):
                _observe(found[namesake.name], tokens, namesake, passage, tongue)
    kept = _united(dict(found))
    return [one for one in kept if one.middle >= SEEN and one.acting and 2 * one.towns < len(one.places)]


def _names(tokens: Tokens, passage: Passage, tongue: Tongue) -> Iterator[Namesake]:
    index = passage.first
    while index < passage.last:
        last = index
        while last < passage.last and _is_name(tokens, last, tongue) and last - index < 3:
            last += 1
        if last > index:
            first = _titled(tokens, index, passage.first, tongue)
            fresh = first == passage.first or (tokens.words[first - 1] in _FRESH and tokens.words[first][0].isupper())
            yield Namesake(first, last, tuple(tokens.lower[index:last]), fresh)
        index = max(last, index + 1)


def _is_name(tokens: Tokens, index: int, tongue: Tongue) -> bool:
    word, lower = tokens.words[index], tokens.lower[index]
    return word[0].isupper() and len(word) > 1 and not word.isupper() and lower not in tongue.nobody and lower not in tongue.titles


def _titled(tokens: Tokens, index: int, first: int, tongue: Tongue) -> int:
    before = index - 1
    if before > first and tokens.words[before] == "." and tokens.lower[before - 1] in tongue.titles:
        before -= 1
    return before if before >= first and tokens.lower[before] in tongue.titles else index


def _observe(one: Someone, tokens: Tokens, name: Namesake, passage: Passage, tongue: Tongue) -> None:
    one.places.append(name)
    one.middle += not name.fresh
    lower, at = tokens.lower, name.last - len(name.name)
    before = lower[at - 1] if at > passage.first else ""
    before = lower[at - 2] if before == "." and at - 1 > passage.first else before
    after = lower[name.last] if name.last < passage.last else ""
    if before in tongue.women or before in tongue.men:
        one.gender[Gender.FEMALE if before in tongue.women else Gender.MALE] += 1
        near = set(lower[max(passage.first, at - 4) : at])
        one.age[Age.CHILD] += bool(near & tongue.children)
        one.age[Age.OLD] += bool(near & tongue.old)
        one.acting += 1
    one.acting += before in tongue.saying or (len(after) > 2 and after.endswith(tongue.endings))
    one.towns += before in tongue.within


def _united(found: dict[tuple[str, ...], Someone]) -> list[Someone]:
    """ "Valjean" and "Jean" go to "Jean Valjean" where nobody else is called so."""
    for name in [name for name in found if len(name) == 1]:
        longer = [other for other in found if len(other) > 1 and name[0] in other]
        if len(longer) == 1:
            short, one = found.pop(name), found[longer[0]]
            one.places.extend(short.places)
            one.gender += short.gender
            one.age += short.age
            one.middle, one.acting, one.towns = one.middle + short.middle, one.acting + short.acting, one.towns + short.towns
    for one in found.values():
        one.places.sort(key=lambda namesake: namesake.first)
    return sorted(found.values(), key=lambda one: one.places[0].first)
