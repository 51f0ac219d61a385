"""The cast as it leaves the house: characters with names, aliases, gender, age, kind of being, importance."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from litink_app.schemas.book import Book
from litink_app.schemas.understanding import Age, Being, Character, Gender, LookHint, Mention
from litink_app.understanding.entities import Entity, being_of
from litink_app.understanding.references import Kind, gender_of
from litink_app.understanding.story import Story
from litink_app.understanding.words import beings, people
from litink_app.understanding.words.trades import is_mans_trade

GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE, "n": Gender.NEUTRAL}
OLD_WORDS = frozenset(["old", "aged", "ancient", "elderly", "hoary"])
HUMAN = frozenset(["girl", "boy", "man", "woman", "lad", "lass", "maid", "maiden"])
"""Kings, mothers and fellows may be animals; these are not."""
YOUNG_WORDS = frozenset(["young", "youthful"])
FREQUENT = 6


@dataclass(frozen=True, slots=True)
class Ensemble:
    characters: tuple[Character, ...]
    mentions: tuple[Mention, ...]
    ids: dict[int, str]


def ensemble(book: Book, story: Story, hints: dict[int, list[LookHint]]) -> Ensemble:
    """Everybody with a name, everybody who speaks, and who is spoken of often; the most important first."""
    forms, counts, firsts = _forms(book, story)
    pronouns = _pronouns(story)
    spoken: Counter[int] = Counter()
    for turn in story.turns:
        if turn.speaker is not None:
            spoken[turn.speaker] += 1
    chosen = [entity for entity in story.entities.all if _belongs(entity, counts, spoken)]
    presence = {entity.number: counts[entity.number] + 2 * spoken[entity.number] + entity.count for entity in chosen}
    most = max(presence.values(), default=1) or 1
    chosen.sort(key=lambda entity: (-presence[entity.number], firsts.get(entity.number, 0), entity.number))
    ids: dict[int, str] = {}
    taken: set[str] = set()
    characters: list[Character] = []
    for entity in chosen:
        name, aliases = _called(entity, forms[entity.number])
        ids[entity.number] = _id(name, taken)
        kind, species = _being(entity, forms[entity.number], book)
        characters.append(
            Character(
                ids[entity.number],
                name,
                aliases,
                _gender(entity, forms[entity.number], pronouns[entity.number] if kind is Being.PERSON else Counter()),
                counts[entity.number],
                round(presence[entity.number] / most, 4),
                _age(entity, forms[entity.number]),
                kind,
                species,
                tuple(hints.get(entity.number, ())[:12]),
                firsts.get(entity.number, 0),
            )
        )
    return Ensemble(tuple(characters), _mentions(story, ids), ids)


def _belongs(entity: Entity, counts: Counter[int], spoken: Counter[int]) -> bool:
    if entity.narrator:
        return entity.chapter >= 0
    if spoken[entity.number]:
        return True
    if entity.is_named:
        return counts[entity.number] > 0
    return counts[entity.number] >= FREQUENT and not entity.plural


def _forms(book: Book, story: Story) -> tuple[dict[int, Counter[str]], Counter[int], dict[int, int]]:
    """How each entity is called, how often it is mentioned by name or noun, where first."""
    forms: dict[int, Counter[str]] = {entity.number: Counter() for entity in story.entities.all}
    counts: Counter[int] = Counter()
    firsts: dict[int, int] = {}
    tokens = story.tokens
    for reference in story.mentions.all:
        if reference.entity < 0 or (reference.kind is Kind.PRONOUN and reference.gender != "i"):
            continue
        start, end = tokens.starts[reference.first], tokens.ends[reference.last - 1]
        counts[reference.entity] += 1
        firsts.setdefault(reference.entity, start)
        if reference.kind is not Kind.PRONOUN and not (form := " ".join(book.text[start:end].split())).lower().startswith("no "):
            forms[reference.entity][form] += 1
    return forms, counts, firsts


def _called(entity: Entity, forms: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """The best name, and every other form."""
    if entity.narrator and not entity.is_named:
        return "Narrator", ("I", *sorted(forms))
    ordered = [form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))]
    ordered = [form for form in ordered if not form.isupper() or len(ordered) == 1 or form.title() not in forms]
    if not ordered:
        return entity.head or "somebody", ()
    if entity.is_named:
        names = [form for form in ordered if form[0].isupper()] or ordered
        full = max(
            names[:8],
            key=lambda form: (
                forms[form] >= 0.05 * forms[names[0]] and len(form.split()) > 1 and not form.startswith(("Poor ", "Old ", "Dear ")),
                forms[form],
            ),
        )
        name = full if len(full.split()) <= 4 else names[0]
    else:
        definite = [form for form in ordered if form.lower().startswith(("the ", "my ", "his ", "her ", "their "))]
        name = (definite or ordered)[0]
        name = name[0].upper() + name[1:]
        name = re.sub(r"^(?:A|An|This|That|Another) ", "The ", name)
    others = tuple(form for form in ordered if form != name)
    return name, ("I", *others) if entity.narrator else others


def _id(name: str, taken: set[str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", re.sub(r"^the ", "", name.lower())).strip("-") or "somebody"
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    taken.add(slug)
    return slug


def _gender(entity: Entity, forms: Counter[str], called: Counter[str]) -> Gender:
    """What nouns and names tell, of several sisters too; else he or she; else a trade that only men had in the time of old books.

    For animals `called` is empty: they are "it" too often for the few times that one of them is thought to be "he".
    """
    heads = [head for head in (entity.head, *sorted(entity.heads)) if head and (not entity.is_named or _called_so(head, forms))]
    said = "" if entity.plural else entity.gender
    for told in (said, *(gender_of(head) for head in heads)):
        if told in GENDERS:
            return GENDERS[told]
    for one, other in (("f", "m"), ("m", "f")):
        if called[one] > 2 * called[other]:
            return GENDERS[one]
    titles = entity.person.titles.keys() if entity.person is not None else frozenset[str]()
    return Gender.MALE if any(is_mans_trade(word) for word in (*titles, *heads)) else Gender.UNKNOWN


def _pronouns(story: Story) -> dict[int, Counter[str]]:
    """How often everybody is he or she."""
    called: dict[int, Counter[str]] = {entity.number: Counter() for entity in story.entities.all}
    for reference in story.mentions.all:
        if reference.entity >= 0 and reference.kind is Kind.PRONOUN:
            called[reference.entity][reference.gender] += 1
    return called


NICKNAMED = 0.1
"""Somebody with a name is an animal where so many of the words for them say it: a colonel who is once "the drunken dog" is a man."""


def _being(entity: Entity, forms: Counter[str], book: Book) -> tuple[Being, str]:
    """Who is called by an animal's name but said to be a girl or a sailor is a person."""
    if entity.is_named and entity.heads & HUMAN:
        return Being.PERSON, ""
    for head in (entity.head, *sorted(entity.heads)):
        kind = being_of(head) if head else "person"
        if kind != "person" and (not entity.is_named or _called_so(head, forms)):
            return Being(kind), head
    return _introduced(max(forms, key=lambda form: forms[form]), book) if forms and entity.is_named else (Being.PERSON, "")


def _called_so(head: str, forms: Counter[str]) -> bool:
    return sum(count for form, count in forms.items() if head in form.lower().split()) >= NICKNAMED * forms.total()


_NAMING = re.compile(r",? (?:and their|whose) names? (?:was|were|is|are)\b([^.!?]{1,160})")
_NOUN_BEFORE = re.compile(r"(\w+?)s?$")


@lru_cache(maxsize=2)
def _namings(text: str) -> tuple[tuple[str, str], ...]:
    """Who has names and what is said of these: ("mice", " Pip and Tuck")."""
    found = ((_NOUN_BEFORE.search(text, max(0, match.start() - 40), match.start()), match[1]) for match in _NAMING.finditer(text))
    return tuple((noun[1], names) for noun, names in found if noun)


def _introduced(name: str, book: Book) -> tuple[Being, str]:
    """What a book says once of somebody: "The Tale of Peter Rabbit", "two mice, whose names were Pip and Tuck"."""
    known = re.compile(rf"\b{re.escape(name)}\b")
    titled = re.search(rf"{known.pattern}[ -]([A-Z]\w+)\b", book.title)
    words = [titled.group(1)] if titled else []
    words += [noun for noun, names in _namings(book.text) if known.search(names)]
    kinds = [people.PLURAL.get(word.lower(), word.lower()) for word in words]
    return next(((Being.ANIMAL, kind) for kind in kinds if being_of(kind) == Being.ANIMAL), (Being.PERSON, ""))


def _age(entity: Entity, forms: Counter[str]) -> Age:
    heads = {entity.head, *entity.heads}
    words = {*entity.modifiers, *("old" for form in forms if form.startswith("Old ") and 2 * forms[form] > forms.total())}
    if entity.person is not None:
        titles = entity.person.titles
        if titles["master"] > NICKNAMED * forms.total() and sum(titles.values()) == titles["master"]:
            return Age.CHILD
    if heads & people.OLD or words & OLD_WORDS:
        return Age.OLD
    childlike = any(not entity.is_named or _called_so(head, forms) for head in heads & people.CHILDREN)
    if childlike and not words & YOUNG_WORDS:
        return Age.CHILD
    if heads & people.YOUNG or words & YOUNG_WORDS:
        return Age.YOUNG
    if heads & beings.ANIMALS:
        return Age.UNKNOWN
    return Age.ADULT if entity.is_named or heads & (people.FEMALE | people.MALE) else Age.UNKNOWN


def _mentions(story: Story, ids: dict[int, str]) -> tuple[Mention, ...]:
    tokens = story.tokens
    return tuple(
        Mention(tokens.starts[reference.first], tokens.ends[reference.last - 1], ids[reference.entity])
        for reference in story.mentions.all
        if reference.entity in ids and (reference.kind is not Kind.PRONOUN or reference.gender == "i")
    )
