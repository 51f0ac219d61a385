"""Who the references mean: named persons, and unnamed ones such as "the old woman" or "my father"."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from litink_app.understanding.cast import Person
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.passages import Passage
from litink_app.understanding.references import Kind, Reference, gender_of
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words import beings, listed, people
from litink_app.understanding.words.people import KIN, RELATIONS

GENERIC = listed(
    """
    man woman boy girl lady gentleman fellow chap lad lass youth child person stranger voice figure one creature being visitor guest
    passenger servant waiter porter clerk officer policeman driver soldier sailor companion friend speaker listener other youngster maid
    neighbour neighbor reader baby doctor
    """
)
CALLED = people.MALE | people.FEMALE | people.EITHER | beings.ANIMALS | beings.CREATURES
LIKE = (
    listed("child boy girl lad lass urchin youngster stripling youth baby infant kid pupil scholar maid maiden"),
    listed(
        "man gentleman fellow stranger visitor person chap traveller traveler passenger figure newcomer speaker individual guest customer intruder ruffian rascal villain old-man"
    ),
    listed("woman lady stranger visitor person dame girl creature maiden maid damsel newcomer speaker guest figure wench widow"),
)
"""Nouns that may mean the same one: "a small boy … the child"."""
CONTRASTS = (
    listed(
        """
    old aged elderly ancient elder eldest older oldest young younger youngest little small big large great tall short
    """
    ),
    frozenset(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "other", "next"]),
    frozenset(["white", "black", "red", "green", "brown", "grey", "gray", "yellow", "golden", "blue"]),
    listed("fat thin lean stout good bad wicked kind evil rich poor blind lame one-eyed wise foolish"),
)


NEARBY = 400


@dataclass(slots=True)
class Entity:
    """Somebody; `person` for the named. `last` is the token of the latest reference while the text is gone through."""

    number: int
    gender: str = ""
    person: Person | None = None
    head: str = ""
    owner: str = ""
    modifiers: Counter[str] = field(default_factory=Counter[str])
    chapter: int = -1
    plural: bool = False
    narrator: bool = False
    heads: set[str] = field(default_factory=set[str])
    last: int = -1
    count: int = 0
    spoken: int = 0
    first: int = -1

    @property
    def is_named(self) -> bool:
        return self.person is not None


class Register:
    """Finds or makes the entity of a reference, in the order of the text."""

    def __init__(self, tokens: Tokens, passages: list[Passage], persons: dict[int, Person]) -> None:
        self.tokens = tokens
        self.passages = passages
        self.all: list[Entity] = []
        self.of_person: dict[int, Entity] = {}
        self.by_head: dict[str, list[Entity]] = defaultdict(list)
        self.kin: dict[tuple[str, str], Entity] = {}
        for person in persons.values():
            entity = self._new(gender=person.gender, person=person, head=person.head)
            self.of_person[person.number] = entity
            for head in {person.head, *person.titles} & CALLED:
                self.by_head[head].append(entity)

    def _new(self, **facts: object) -> Entity:
        entity = Entity(len(self.all), **facts)  # pyright: ignore[reportArgumentType]
        self.all.append(entity)
        return entity

    def narrator(self) -> Entity:
        return self._new(gender="", narrator=True, head="narrator")

    def note(self, entity: Entity, reference: Reference) -> None:
        entity.last = reference.first
        entity.count += 1
        if entity.first < 0:
            entity.first = reference.first
        reference.entity = entity.number

    def noun(self, reference: Reference) -> Entity | None:
        """The entity of a noun phrase; None for a plural, a comparison or a mere description."""
        head = reference.key[-1]
        kin = (self._owner(reference), head)
        if reference.entity >= 0:
            bound = self.all[reference.entity]
            self.kin[kin] = bound
            return bound
        known = self.kin.get(kin)
        if kin[0] and known is not None and (kin[0] not in ("his", "her", "their") or reference.first - known.last < NEARBY):
            return known
        chapter = self.passages[reference.passage].chapter
        plural = reference.gender == "p"
        owner = self._owner(reference)
        match = self._known(reference, head, owner, chapter, plural)
        if match is None:
            gender = reference.gender or gender_of(head)
            match = self._new(gender=gender, head=head, owner=owner, chapter=chapter, plural=plural)
            self.by_head[head].append(match)
        match.modifiers.update(reference.key[:-1])
        match.heads.add(head)
        match.gender = match.gender or gender_of(head)
        if match not in self.by_head[head]:
            self.by_head[head].append(match)
        return match

    def _owner(self, reference: Reference) -> str:
        if reference.key[-1] not in RELATIONS:
            return ""
        if reference.owner == "'s":
            return self.tokens.lower[reference.owner_name]
        return reference.owner

    def _known(self, reference: Reference, head: str, owner: str, chapter: int, plural: bool) -> Entity | None:
        fitting = [entity for entity in self.by_head[head] if entity.plural == plural and self._fits(entity, reference, owner, chapter)]
        return max(fitting, key=lambda entity: entity.last, default=None) or self._alike(reference, head, plural)

    def _alike(self, reference: Reference, head: str, plural: bool) -> Entity | None:
        """ "the child" right after "a small boy", "an urchin" in apposition to it."""
        classes = [group for group in LIKE if head in group]
        if plural or not classes or reference.owner:
            return None
        before = self.tokens.words[reference.first - 1] if reference.first else ""
        reach = 120 if reference.definite else 14 if before in (",", "--", "—", "–", "(") else 0
        near = [
            entity
            for entity in self.all[-60:]
            if not entity.plural
            and not entity.is_named
            and entity.last >= 0
            and reference.first - entity.last <= reach
            and any(entity.head in group for group in classes)
            and _agrees(entity.gender, gender_of(head))
            and not _contrasts(entity.modifiers, reference.key[:-1])
        ]
        return max(near, key=lambda entity: entity.last, default=None)

    def _fits(self, entity: Entity, reference: Reference, owner: str, chapter: int) -> bool:
        head = reference.key[-1]
        if entity.owner != owner and head in KIN and owner and entity.owner:
            return False
        if entity.is_named and entity.head != head and (entity.last < 0 or reference.first - entity.last > 2000):
            return False
        if not entity.is_named and head in GENERIC and entity.chapter != chapter and reference.first - entity.last > 1500:
            return False
        if not reference.definite and reference.first - entity.last > 150:
            return False
        if head in ("somebody", "someone", "another", "one") and reference.first - entity.last > 40:
            return False
        if "another" in reference.key or (not reference.definite and self.tokens.lower[reference.first] == "another"):
            return False
        return not _contrasts(entity.modifiers, reference.key[:-1])


def _agrees(one: str, other: str) -> bool:
    return not one or not other or one == other


def _contrasts(known: Counter[str], said: tuple[str, ...]) -> bool:
    for group in CONTRASTS:
        new = group.intersection(said)
        old = group.intersection(known)
        if new and old and not new & old:
            return True
    return False


def being_of(head: str) -> str:
    if head in beings.ANIMALS:
        return "animal"
    if head in beings.CREATURES and head not in people.MALE - beings.CREATURES:
        return "creature"
    return "person"


def link_descriptions(tokens: Tokens, mentions: Mentions, entities: Register) -> None:
    """Appositions and "X was a Y" tell what a named person is: "Polly, the parrot", "his sister Mary"."""
    for reference in mentions.all:
        if reference.kind is not Kind.NAME or reference.entity < 0:
            continue
        person = entities.all[reference.entity]
        other = _beside(tokens, mentions, reference)
        if other is not None and other.gender != "p":
            head = other.key[-1]
            if _agrees(person.gender, gender_of(head)):
                other.entity = person.number
            if not person.gender or not gender_of(head) or person.gender == gender_of(head):
                person.heads.add(head)
                if head not in GENERIC and head not in KIN and person not in entities.by_head[head]:
                    entities.by_head[head].append(person)
                person.gender = person.gender or gender_of(head)


def _beside(tokens: Tokens, mentions: Mentions, name: Reference) -> Reference | None:
    """The noun that says who bears the name: before it ("the carter Tobias", "a girl named Wren"), or after it."""
    called = name.first - 1 if name.first and tokens.lower[name.first - 1] in ("named", "called") else name.first
    before = [
        reference for reference in mentions.between(name.first - 6, name.first) if reference.kind is Kind.NOUN and reference.last == called
    ]
    if before:
        return before[-1]
    if name.last + 1 >= len(tokens.words):
        return None
    after = mentions.at.get(name.last + 1)
    if after is None or after.kind is not Kind.NOUN:
        return None
    if (
        tokens.words[name.last] == ","
        and after.last < len(tokens.words)
        and tokens.words[after.last] in (",", ".", ";")
        and after.owner not in ("his", "her")
    ):
        return after
    if tokens.lower[name.last] in ("was", "is") and not name.quoted:
        return after
    return None
