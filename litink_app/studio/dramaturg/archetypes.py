"""What each character is to the story (archetypes after Vogler 1992), by presence, company and tone, with the reason in words."""

import re
from collections import Counter
from dataclasses import dataclass

from litink_app.schemas.book import Book
from litink_app.schemas.plot import Part
from litink_app.schemas.understanding import Age, Being, Character, Understanding
from litink_app.studio.dramaturg.lexicon import TRAITS

_WORD = re.compile(r"[a-z]+")
_BREAK = re.compile(r"[^\w\s’'-]")
_SAID = re.compile(r"\s+(?:was|were|is|are|looked|seemed|felt|grew|became)\s+((?:[a-z]+\s+){0,2}[a-z]+)")


@dataclass(frozen=True, slots=True)
class _Facts:
    """Counts for one character: quotations, scenes, scenes shared with the hero, mean tension and feeling of their scenes (0..1, -1..1)."""

    quotes: int
    asked_by_hero: int
    scenes: int
    shared: int
    tension: float
    sentiment: float


def parts(book: Book, found: Understanding, most: int = 16) -> tuple[Part, ...]:
    """A part for each of the `most` important characters, the hero first."""
    cast = sorted((who for who in found.characters if who.mentions > 2), key=lambda who: -who.importance)[:most]
    if not cast:
        return ()
    facts = {who.id: _facts(who, cast[0], found) for who in cast}
    taken: set[str] = set()
    earliest = min((who.first for who in cast[1:]), default=0)
    return tuple(_part(rank, who, cast[0], facts, taken, earliest, book, found) for rank, who in enumerate(cast))


def _facts(who: Character, hero: Character, found: Understanding) -> _Facts:
    scenes = [scene for scene in found.scenes if who.id in scene.present]
    shared = sum(hero.id in scene.present for scene in scenes)
    quotes = sum(quote.speaker == who.id for quote in found.quotes)
    asked = sum(quote.speaker == hero.id and quote.addressee == who.id for quote in found.quotes)
    count = max(1, len(scenes))
    return _Facts(quotes, asked, len(scenes), shared, sum(s.tension for s in scenes) / count, sum(s.sentiment for s in scenes) / count)


def _part(
    rank: int, who: Character, hero: Character, facts: dict[str, _Facts], taken: set[str], earliest: int, book: Book, found: Understanding
) -> Part:
    own = facts[who.id]
    archetype, why = _archetype(rank, who, facts, facts[hero.id], taken, earliest)
    taken.add(archetype)
    role = "protagonist" if rank == 0 else "antagonist" if archetype == "Shadow" else "supporting" if rank < 6 else "minor"
    company = "" if rank == 0 else f", {own.shared} of them with {hero.name}"
    reason = f"{why} Speaks {own.quotes} times, present in {own.scenes} scenes{company}."
    return Part(who.id, role, archetype, reason, _traits(who, book, found))


def _archetype(rank: int, who: Character, facts: dict[str, _Facts], hero: _Facts, taken: set[str], earliest: int) -> tuple[str, str]:
    own, others = facts[who.id], [f for f in facts.values() if f.scenes]
    harsh = max((f.tension - f.sentiment for f in others), default=0.0)
    if rank == 0:
        return "Hero", "The story stays closest to them."
    if _darkest(who, own, hero, harsh) and "Shadow" not in taken:
        return "Shadow", "Their scenes are the darkest and most tense."
    if "Herald" not in taken and who.first == earliest and own.shared:
        return "Herald", "Turns up early and sets the hero going."
    if who.age is Age.OLD and "Mentor" not in taken:
        return "Mentor", "Older, and in the hero's company."
    if own.asked_by_hero >= 3 and "Mentor" not in taken and own.quotes > own.asked_by_hero:
        return "Mentor", "The hero asks, they explain."
    if who.being is not Being.PERSON and own.quotes:
        return "Trickster", "Not a human, and not short of words."
    if own.shared and own.shared >= 0.6 * max(1, own.scenes):
        return "Ally", "Mostly seen at the hero's side."
    return "Threshold guardian", "Stands in the way for a while."


def _darkest(who: Character, own: _Facts, hero: _Facts, harsh: float) -> bool:
    """Whether they speak, are no child, and bring what is dark and tense: their scenes are so, plainly more than the hero's."""
    dark = own.tension - own.sentiment
    return bool(own.quotes and own.scenes) and who.age is not Age.CHILD and dark >= max(harsh - 0.02, hero.tension - hero.sentiment + 0.08)


def _traits(who: Character, book: Book, found: Understanding) -> tuple[str, ...]:
    """Adjectives of character in the words of a mention, just before it or said of it ("was very proud"), the most frequent first."""
    seen = Counter[str]()
    for mention in found.mentions:
        if mention.character == who.id:
            before = _WORD.findall(_BREAK.split(book.text[max(0, mention.start - 24) : mention.start].lower())[-1])[-2:]
            within = _WORD.findall(book.text[mention.start : mention.end].lower())
            said = _SAID.match(book.text.lower(), mention.end)
            seen.update(word for word in (*before, *within, *(said.group(1).split() if said else ())) if word in TRAITS)
    return tuple(word for word, _ in seen.most_common(4))
