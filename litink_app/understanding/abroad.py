"""Understanding a book that is not in English: fewer people and speakers than in English ones, but sure ones."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from unicodedata import normalize

from litink_app.schemas.book import Book, Span
from litink_app.schemas.understanding import Age, Character, Evidence, Gender, Mention, Quote, Scene, Understanding
from litink_app.understanding.asides import verbs
from litink_app.understanding.namesakes import Someone, people
from litink_app.understanding.scenes import scenes
from litink_app.understanding.story import Story
from litink_app.understanding.terms import objectives, terms
from litink_app.understanding.words.tongues import Tongue

SURE = 0.95


def understand_abroad(book: Book, story: Story, tongue: Tongue) -> Understanding:
    """The cast by its names, who speaks by verbs with names, scenes by words of the language."""
    cast = dict(_cast(book, story, tongue))
    mentions = sorted((mention for one, who in cast.items() for mention in _mentions(story, who, one.id)), key=lambda one: one.start)
    quotes = tuple(_quotes(book, story, mentions, tongue))
    return Understanding(
        sentences=tuple(Span(story.tokens.starts[line.first], story.tokens.ends[line.last - 1]) for line in story.sentences),
        characters=tuple(cast),
        mentions=tuple(mentions),
        quotes=quotes,
        scenes=tuple(replace(scene, present=_present(scene, mentions, quotes)) for scene in scenes(book, story, {})),
        terms=terms(book, story),
        objectives=objectives(book),
        warnings=(f"The book is in {book.language}: only people whose names are sure were found, and few of the speakers.",),
    )


def _cast(book: Book, story: Story, tongue: Tongue) -> Iterator[tuple[Character, Someone]]:
    found = sorted(people(story.tokens, story.passages, tongue), key=lambda one: -len(one.places))
    taken: Counter[str] = Counter()
    for one in found:
        forms = _forms(book, story, one)
        name = next(iter(forms))
        slug = _slug(name)
        taken[slug] += 1
        yield (
            Character(
                slug if taken[slug] == 1 else f"{slug}-{taken[slug]}",
                name,
                tuple(form for form in forms if form != name),
                max(one.gender, key=lambda gender: one.gender[gender], default=Gender.UNKNOWN),
                len(one.places),
                round(len(one.places) / len(found[0].places), 4),
                next((age for age in (Age.CHILD, Age.OLD) if 2 * one.age[age] > one.age.total()), Age.UNKNOWN),
                first=story.tokens.starts[one.places[0].first],
            ),
            one,
        )


def _forms(book: Book, story: Story, one: Someone) -> list[str]:
    """How somebody is called, the usual form first, written big."""
    starts, ends = story.tokens.starts, story.tokens.ends
    written = (" ".join(book.text[starts[place.first] : ends[place.last - 1]].split()) for place in one.places)
    return [form for form, _ in Counter(form[0].upper() + form[1:] for form in written).most_common()]


def _slug(name: str) -> str:
    plain = normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "somebody"


def _mentions(story: Story, one: Someone, slug: str) -> Iterator[Mention]:
    for place in one.places:
        yield Mention(story.tokens.starts[place.first], story.tokens.ends[place.last - 1], slug)


def _quotes(book: Book, story: Story, mentions: Sequence[Mention], tongue: Tongue) -> Iterator[Quote]:
    """Speech, each piece said by whom the narrator's nearest words in the paragraph name; a paragraph has one speaker at most."""
    named = {mention.start: mention.character for mention in mentions}
    said = _speakers(book, story, named, tongue) if named else {}
    for quotation in story.quotations:
        words = book.text[quotation.start : quotation.end]
        speaker = said.get(quotation.passage)
        evidence = Evidence.EXPLICIT if speaker else Evidence.GUESS
        yield Quote(quotation.start, quotation.end, words, speaker, None, SURE if speaker else 0.0, evidence)


def _speakers(book: Book, story: Story, named: Mapping[int, str], tongue: Tongue) -> dict[int, str]:
    """By paragraph, where exactly one person is said to speak in it."""
    found: dict[int, set[str]] = {}
    for number in {quotation.passage for quotation in story.quotations}:
        passage = story.passages[number]
        for match in _inversion(tongue).finditer(book.text, passage.start, passage.end):
            if not story.quoted[story.tokens.at(match.start("verb"))] and match.end() in named:
                found.setdefault(number, set()).add(named[match.end()])
    return {number: next(iter(who)) for number, who in found.items() if len(who) == 1}


@cache
def _inversion(tongue: Tongue) -> re.Pattern[str]:
    """ "dijo la señora Lucía", "dit le vieux Pierre": ends where the name or its title begins."""
    titles = "|".join(sorted(tongue.titles))
    return re.compile(
        rf"(?<=[\s—–])(?P<verb>{verbs(tongue)})\s+(?:(?:el|la|le|il|lo|l['’])\s*)?(?:(?!(?:{titles})\b)[^\W\d_A-Z]{{3,}}\s+)?(?=\w)"
    )


def _present(scene: Scene, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Who speaks or is told of here, the most present first."""
    here = [quote for quote in quotes if scene.start <= quote.start < scene.end]
    weights = Counter({quote.speaker: 0 for quote in here if quote.speaker})
    for quote in here:
        if quote.speaker:
            weights[quote.speaker] += 3
    for mention in mentions:
        told = scene.start <= mention.start < scene.end and not any(quote.start <= mention.start < quote.end for quote in here)
        weights[mention.character] += told
    return tuple(name for name, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])) if weight)[:8]
