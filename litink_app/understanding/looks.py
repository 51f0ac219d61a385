"""Phrases of the text that tell how somebody looks: "pink eyes", "a tall, thin man", "her hair was golden"."""

from collections.abc import Iterator

from litink_app.schemas.book import Book
from litink_app.schemas.understanding import LookHint
from litink_app.understanding.passages import Passage
from litink_app.understanding.references import DETERMINERS, SUBJECTS, Kind, Reference
from litink_app.understanding.story import Story
from litink_app.understanding.words import appearance
from litink_app.understanding.words.grammar import FUNCTION

REACH = 6
LINKS = frozenset(("was", "were", "is", "are", "grew", "looked", "turned"))
MIDDLE = frozenset([",", "and", "very", "rather", "quite", "so", "bright", "dark", "light", "of", "with"])


def looks(book: Book, story: Story) -> dict[int, list[LookHint]]:
    """Hints by entity, in the order of the text, none twice."""
    found: dict[int, list[LookHint]] = {}
    for passage in story.passages:
        if passage.is_prose:
            for entity, first, last in _in_passage(story, passage):
                _add(found.setdefault(entity, []), book.text, story.tokens.starts[first], story.tokens.ends[last - 1])
    for reference in story.mentions.all:
        if (
            reference.kind is Kind.NOUN
            and reference.entity >= 0
            and set(reference.key[:-1]) & appearance.DESCRIBING
            and not reference.quoted
        ):
            start, end = story.tokens.starts[reference.first], story.tokens.ends[reference.last - 1]
            _add(found.setdefault(reference.entity, []), book.text, start, end)
    return {entity: sorted(hints, key=lambda hint: hint.start) for entity, hints in found.items()}


def _add(hints: list[LookHint], text: str, start: int, end: int) -> None:
    phrase = " ".join(text[start:end].split())
    if phrase.lower() not in {hint.text.lower() for hint in hints}:
        hints.append(LookHint(phrase, start, end))


def _in_passage(story: Story, passage: Passage) -> Iterator[tuple[int, int, int]]:
    lower = story.tokens.lower
    for index in range(passage.first, passage.last):
        word = lower[index]
        if story.quoted[index] or (word not in appearance.BODY and word not in appearance.DRESS):
            continue
        first = _start(story, index, passage)
        last = _end(story, index, passage)
        if first == index and last == index + 1 and word in appearance.BODY:
            continue
        if not _tells(lower, first, last, index):
            continue
        owner = _owner(story, first, index, passage)
        if owner is not None:
            yield owner, first, last


def _tells(lower: list[str], first: int, last: int, noun: int) -> bool:
    """Whether at least one word of the phrase describes."""
    words = {*lower[first:noun], *lower[noun + 1 : last]} - DETERMINERS - LINKS - MIDDLE
    return (
        bool(words & appearance.DESCRIBING)
        or any("-" in word or word.endswith("ed") for word in words)
        or (lower[noun] in appearance.DRESS and bool(words))
    )


def _start(story: Story, index: int, passage: Passage) -> int:
    """Leftwards over adjectives."""
    first = index
    lower = story.tokens.lower
    while first > passage.first and index - first < REACH:
        word = lower[first - 1]
        if (
            (word in (",", "and") and first - 1 > passage.first and lower[first - 2] in appearance.DESCRIBING and first != index)
            or (story.tokens.is_word(first - 1) and word not in FUNCTION and word not in appearance.WEARING and word != "'s")
            or word in ("little", "old", "young", "great", "big", "very")
        ):
            first -= 1
        else:
            break
    while first < index and not story.tokens.is_word(first):
        first += 1
    return first


def _end(story: Story, index: int, passage: Passage) -> int:
    """Rightwards over "was golden", "of gold"."""
    lower, after = story.tokens.lower, index + 1
    if after + 1 >= passage.last or lower[after] not in LINKS:
        return after
    at = after + 1
    while at < min(passage.last, after + 5) and (lower[at] in MIDDLE or lower[at] in appearance.DESCRIBING):
        at += 1
    while at > after + 1 and lower[at - 1] in MIDDLE:
        at -= 1
    return at if at > after + 1 else after


def _owner(story: Story, first: int, noun: int, passage: Passage) -> int | None:
    lower = story.tokens.lower
    before = lower[first - 1] if first > passage.first else ""
    if before in ("his", "her", "its"):
        reference = story.mentions.at.get(first - 1)
        return reference.entity if reference is not None and reference.entity >= 0 else None
    if before == "'s":
        return _last(story, [other for other in story.mentions.between(max(passage.first, first - 6), first) if other.last == first - 1])
    at = first - 1
    if before in ("a", "an", "the", "two", "some", "such"):
        at -= 1
    if at < passage.first:
        return None
    word = lower[at]
    near = [other for other in story.mentions.between(max(passage.first, at - 14), at) if not other.quoted]
    if word == "with":
        return _last(story, [other for other in near if other.kind is not Kind.PRONOUN or other.key[0] in SUBJECTS])
    if word in ("had", "has", "have", "having"):
        return _last(story, [other for other in near if other.last == at])
    if before == "their":
        return None
    if word in appearance.WEARING or (word == "in" and at > passage.first and lower[at - 1] in appearance.WEARING):
        return _last(story, [other for other in near if other.kind is not Kind.PRONOUN or other.key[0] in SUBJECTS])
    if word == "in" and lower[noun] in appearance.DRESS:
        return _last(story, [other for other in near if other.last == at])
    return None


def _last(story: Story, references: list[Reference]) -> int | None:
    known = [reference for reference in references if reference.entity >= 0 and not story.entities.all[reference.entity].plural]
    return known[-1].entity if known else None
