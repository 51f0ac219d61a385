"""A book as a story: from its text to references, entities and turns, one step after the other."""

from collections import defaultdict
from dataclasses import dataclass, field

from litink_app.schemas.book import BlockKind, Book
from litink_app.understanding.asides import without_asides
from litink_app.understanding.candidates import Turn
from litink_app.understanding.cast import Gathering, Key, Person, is_person, key_of
from litink_app.understanding.discourse import resolve
from litink_app.understanding.entities import Entity, Register, link_descriptions
from litink_app.understanding.evidence import Evidence, observe
from litink_app.understanding.mentions import Mentions, mentions
from litink_app.understanding.names import Name, names, usage
from litink_app.understanding.narrator import name_narrator
from litink_app.understanding.passages import Passage, passages
from litink_app.understanding.personified import personified
from litink_app.understanding.quotations import Quotation, quotations
from litink_app.understanding.sentences import Sentence, sentences
from litink_app.understanding.speakers import Speakers
from litink_app.understanding.spoken import is_speech
from litink_app.understanding.tags import Place, Tag, Tagger, places
from litink_app.understanding.tokens import Tokens, tokenise
from litink_app.understanding.words.tongues import Tongue, tongue_of

FIRST_PERSON = 0.008
TOLD = 0.15
"""Shares: of "I" among the words of a chapter told in the first person, of such chapters in such a book."""


@dataclass(slots=True)
class Story:
    """`quoted[token]` is 1 inside of speech; `narrators[passage]` is who says "I" in the narration there; English has no `tongue`."""

    tokens: Tokens
    passages: list[Passage]
    sentences: list[Sentence]
    quotations: list[Quotation]
    places: list[Place]
    quoted: bytearray
    mentions: Mentions
    entities: Register
    narrators: dict[int, Entity]
    tags: list[Tag] = field(default_factory=list[Tag])
    turns: list[Turn] = field(default_factory=list[Turn])
    tongue: Tongue | None = None


def tell(book: Book) -> Story:
    """The story of an English book with everybody in it, of another one with its speech only."""
    tongue, tokens = tongue_of(book.language), tokenise(book.text)
    paragraphs = passages(book, tokens)
    marked = quotations(book.text, paragraphs)
    if tongue is not None:
        marked = list(without_asides(book.text, marked, tongue))
    where = places(tokens, paragraphs, marked)
    quoted = _quoted(tokens, where)
    owners = _cast(tokens, paragraphs, quoted) if tongue is None else {}
    who = mentions(tokens, paragraphs, owners, quoted) if tongue is None else Mentions([])
    entities = Register(tokens, paragraphs, {person.number: person for person in owners.values()})
    story = Story(tokens, paragraphs, sentences(tokens, paragraphs), marked, where, quoted, who, entities, {}, tongue=tongue)
    _keep_speech(story)
    if tongue is None:
        _bind_names(story, owners)
        _attribute(story)
    return story


def _quoted(tokens: Tokens, where: list[Place]) -> bytearray:
    quoted = bytearray(len(tokens.words) + 1)
    for place in where:
        quoted[place.first : place.last] = b"\x01" * (place.last - place.first)
    return quoted


def _cast(tokens: Tokens, paragraphs: list[Passage], quoted: bytearray) -> dict[Name, Person]:
    """Every name of a person in the text, with whose it is."""
    written = usage(tokens, paragraphs)
    somebody = personified(tokens, paragraphs, written.middle, written.small)
    written.somebody = frozenset(somebody)
    found = list(names(tokens, paragraphs, written))
    evidence: dict[Key, Evidence] = defaultdict(Evidence)
    ends = iter(paragraphs)
    passage = next(ends, None)
    for name in found:
        while passage is not None and passage.last <= name.first:
            passage = next(ends, None)
        stop = passage.last if passage else len(tokens.words)
        observe(evidence[key_of(name)], tokens, name, bool(quoted[name.first]), stop)
    gathering = Gathering(dict(evidence))
    gathering.gather()
    for person in gathering.people:
        for word in {key[1][-1] for key in person.keys} & somebody.keys():
            person.evidence.pronouns.update({gender: somebody[word][gender] for gender in "mf"})
    persons = {person.number for person in gathering.people if is_person(person) or _is_somebody(person, written.somebody)}
    owners = ((name, gathering.owner.get(key_of(name))) for name in found)
    return {name: owner for name, owner in owners if owner is not None and owner.number in persons}


def _is_somebody(person: Person, somebody: frozenset[str]) -> bool:
    return any(key[1][-1] in somebody and not key[0] for key in person.keys)


def _keep_speech(story: Story) -> None:
    """Reads the narrator's words around each quotation and drops what is not speech."""
    tagger = Tagger(story.tokens, story.mentions)
    kept: list[int] = []
    tags: list[Tag] = []
    for number, (quotation, place) in enumerate(zip(story.quotations, story.places, strict=True)):
        passage = story.passages[quotation.passage]
        tag = tagger.tag(place)
        if is_speech(story.tokens, quotation, place, passage, tag):
            kept.append(number)
            tags.append(tag)
    story.quotations = [story.quotations[number] for number in kept]
    story.places = [story.places[number] for number in kept]
    story.tags = tags
    story.quoted = _quoted(story.tokens, story.places)
    for reference in story.mentions.all:
        reference.quoted = bool(story.quoted[reference.first])


def _bind_names(story: Story, owners: dict[Name, Person]) -> None:
    for reference in story.mentions.all:
        if reference.name is not None:
            reference.entity = story.entities.of_person[owners[reference.name].number].number
    link_descriptions(story.tokens, story.mentions, story.entities)


def _attribute(story: Story) -> None:
    story.narrators = _narrators(story)
    discourse = resolve(story.tokens, story.sentences, story.mentions, story.entities, story.narrators)
    speakers = Speakers(story.tokens, story.passages, story.mentions, story.entities, discourse, story.narrators)
    story.turns = speakers.attribute(story.quotations, story.places, story.tags)
    _unite(story)


def _narrators(story: Story) -> dict[int, Entity]:
    """One narrator for all passages told in the first person; `Entity.chapter` is -1 where only stray ones are."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    saying: set[int] = set()
    for number, passage in enumerate(story.passages):
        tally = counts[passage.chapter]
        for index in range(passage.first, passage.last):
            if not story.quoted[index] and passage.kind is not BlockKind.VERSE:
                tally[0] += 1
                if story.tokens.words[index] in ("I", "me", "my"):
                    tally[1] += 1
                    saying.add(number)
    first_person = {chapter for chapter, (words, own) in counts.items() if own > FIRST_PERSON * words and own > 3}
    narrator = story.entities.narrator()
    narrator.chapter = min(first_person) if len(first_person) > TOLD * len(counts) else -1
    return {number: narrator for number, passage in enumerate(story.passages) if passage.chapter in first_person or number in saying}


def _unite(story: Story) -> None:
    """Makes the narrator and the person whom others call by name one."""
    narrator = next(iter(story.narrators.values()), None)
    if narrator is None or narrator.chapter < 0:
        return
    named = name_narrator(narrator, story.mentions, story.entities, story.turns)
    if named is None:
        return
    for reference in story.mentions.all:
        if reference.entity == named.number:
            reference.entity = narrator.number
    for turn in story.turns:
        turn.speaker = narrator.number if turn.speaker == named.number else turn.speaker
        turn.addressee = narrator.number if turn.addressee == named.number else turn.addressee
    narrator.person, narrator.gender = named.person, named.gender
    narrator.heads |= named.heads
