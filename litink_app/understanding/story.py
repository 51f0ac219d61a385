"""A book as a story: from its text to references, entities and turns, one step after the other."""

from collections import defaultdict
from dataclasses import dataclass

from litink_app.schemas.book import Book
from litink_app.understanding.candidates import Turn
from litink_app.understanding.cast import Gathering, Key, Person, is_person, key_of
from litink_app.understanding.discourse import Discourse, resolve
from litink_app.understanding.entities import Entity, Register, link_descriptions
from litink_app.understanding.evidence import Evidence, observe
from litink_app.understanding.mentions import Mentions, mentions
from litink_app.understanding.names import Name, Usage, names, usage
from litink_app.understanding.passages import Passage, passages
from litink_app.understanding.quotations import Quotation, quotations
from litink_app.understanding.references import Kind
from litink_app.understanding.sentences import Sentence, sentences
from litink_app.understanding.speakers import Speakers
from litink_app.understanding.spoken import is_speech
from litink_app.understanding.tags import Place, Tag, Tagger, places
from litink_app.understanding.tokens import Tokens, tokenise

FIRST_PERSON = 0.008


@dataclass(slots=True)
class Story:
    tokens: Tokens
    passages: list[Passage]
    sentences: list[Sentence]
    quotations: list[Quotation]
    places: list[Place]
    tags: list[Tag]
    quoted: bytearray
    persons: list[Person]
    mentions: Mentions
    entities: Register
    discourse: Discourse
    narrators: dict[int, Entity]
    turns: list[Turn]


def tell(book: Book) -> Story:
    tokens = tokenise(book.text)
    paragraphs = passages(book, tokens)
    lines = sentences(tokens, paragraphs)
    marked = quotations(book.text, paragraphs)
    where = places(tokens, paragraphs, marked)
    quoted = _quoted(tokens, where)
    written = usage(tokens, paragraphs)
    found = list(names(tokens, paragraphs, written))
    gathering = _gather(tokens, paragraphs, found, written, quoted)
    persons = {person.number: person for person in gathering.people if is_person(person)}
    owners = [gathering.owner.get(key_of(name)) for name in found]
    kept = [(name, owner) for name, owner in zip(found, owners, strict=True) if owner is not None and owner.number in persons]
    who = mentions(tokens, paragraphs, [name for name, _ in kept], quoted)
    tagger = Tagger(tokens, who)
    tags = [tagger.tag(place, paragraphs[quotation.passage]) for quotation, place in zip(marked, where, strict=True)]
    speech = [
        number
        for number, (quotation, place, tag) in enumerate(zip(marked, where, tags, strict=True))
        if is_speech(tokens, quotation, place, paragraphs[quotation.passage], tag)
    ]
    marked = [marked[number] for number in speech]
    where = [where[number] for number in speech]
    tags = [tags[number] for number in speech]
    quoted = _quoted(tokens, where)
    for reference in who.all:
        reference.quoted = bool(quoted[reference.first])
    entities = Register(tokens, paragraphs, persons)
    owner_of = {name.first: owner for name, owner in kept}
    for reference in who.all:
        if reference.kind is Kind.NAME:
            reference.entity = entities.of_person[owner_of[reference.first].number].number
    link_descriptions(tokens, who, entities)
    narrators = _narrators(tokens, paragraphs, quoted, entities)
    discourse = resolve(tokens, lines, who, entities, narrators)
    turns = Speakers(tokens, paragraphs, who, entities, discourse, narrators).attribute(marked, where, tags)
    return Story(tokens, paragraphs, lines, marked, where, tags, quoted, list(persons.values()), who, entities, discourse, narrators, turns)


def _quoted(tokens: Tokens, where: list[Place]) -> bytearray:
    quoted = bytearray(len(tokens.words) + 1)
    for place in where:
        quoted[place.first : place.last] = b"\x01" * (place.last - place.first)
    return quoted


def _gather(tokens: Tokens, paragraphs: list[Passage], found: list[Name], written: Usage, quoted: bytearray) -> Gathering:
    evidence: dict[Key, Evidence] = defaultdict(Evidence)
    ends = iter(paragraphs)
    passage = next(ends, None)
    for name in found:
        while passage is not None and passage.last <= name.first:
            passage = next(ends, None)
        stop = passage.last if passage else len(tokens.words)
        observe(evidence[key_of(name)], tokens, name, written, bool(quoted[name.first]), stop)
    gathering = Gathering(dict(evidence))
    gathering.gather()
    return gathering


def _narrators(tokens: Tokens, paragraphs: list[Passage], quoted: bytearray, entities: Register) -> dict[int, Entity]:
    """Who says "I" outside of speech, passage by passage: one narrator for all chapters told in the first person."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for passage in paragraphs:
        tally = counts[passage.chapter]
        for index in range(passage.first, passage.last):
            if not quoted[index]:
                tally[0] += 1
                tally[1] += tokens.words[index] in ("I", "me", "my")
    first_person = {chapter for chapter, (words, own) in counts.items() if own > FIRST_PERSON * words and own > 3}
    narrator = entities.narrator()
    return {
        number: narrator
        for number, passage in enumerate(paragraphs)
        if passage.chapter in first_person
        or any(tokens.words[index] == "I" and not quoted[index] for index in range(passage.first, passage.last))
    }
