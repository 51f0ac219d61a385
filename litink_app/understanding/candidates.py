"""What speaks for and against each candidate of a turn: named features, weighed by one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from litink_app.understanding.discourse import Discourse
from litink_app.understanding.entities import Entity, Register
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.passages import Passage
from litink_app.understanding.references import Kind, Reference
from litink_app.understanding.tags import Strength, Tag
from litink_app.understanding.words import beings

NEAR = 14
WEIGHTS: dict[str, float] = {
    "said": 6.0,
    "linked_pronoun": 4.0,
    "beat_pronoun": 2.5,
    "outside": -6.0,
    "linked_name": 5.0,
    "beat_name": 3.0,
    "narrated": 1.2,
    "absent": -1.5,
    "spoke": 1.5,
    "speaks": 0.8,
    "named": 0.6,
    "plural": -2.5,
    "narrator": 0.3,
    "beast": -3.0,
    "fame": 0.1,
    "called": -6.0,
    "spoken_of": -1.5,
    "last_subject": 0.3,
    "repeat_open": -3.0,
    "repeat_said": -1.5,
    "repeat_narrated": -0.8,
    "repeat_far": -0.5,
    "repeat_inside": -2.0,
    "returns": 2.2,
    "returns_far": 1.0,
    "answers_call": 2.5,
    "addressed": 1.0,
    "calls_back": 1.5,
}


@dataclass(slots=True)
class Turn:
    """Quotations of one speaker in one paragraph (or one speech over paragraphs).

    `opens` says that the paragraph begins with the speech; `known` is the speaker whom the narrator names, `introduced`
    who the speaker says to be; `time` counts passages up to
    this one, a speech over many of them as one: a long story told does not make the others forget who tells it.
    """

    quotes: list[int]
    passage: int
    first: int
    tag: Tag
    opens: bool = True
    time: int = 0
    known: int | None = None
    introduced: int | None = None
    called: set[int] = field(default_factory=set[int])
    spoken_of: set[int] = field(default_factory=set[int])
    addressee: int | None = None
    speaker: int | None = None
    confidence: float = 0.0
    options: list[tuple[int, dict[str, float]]] = field(default_factory=list[tuple[int, dict[str, float]]])


def weigh(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in features.items())


class Candidates:
    """Goes through the turns in order and keeps who was narrated and who spoke lately."""

    def __init__(
        self,
        passages: list[Passage],
        times: list[int],
        mentions: Mentions,
        entities: Register,
        discourse: Discourse,
        narrators: dict[int, Entity],
    ) -> None:
        self.passages = passages
        self.times = times
        self.mentions = mentions
        self.entities = entities
        self.discourse = discourse
        self.narrators = narrators
        self.narrated: dict[int, int] = {}
        self.told, self._telling = 0, -1
        self.subject: int | None = None
        self.read = 0

    def fill(self, turns: list[Turn]) -> None:
        """Gives every turn its options with their features."""
        talkers = {turn.known for turn in turns if turn.known is not None}
        for number, turn in enumerate(turns):
            self._read_to(turn.first)
            around = [
                (abs(number - other), other < number, turns[other])
                for other in range(max(0, number - 8), min(len(turns), number + 7))
                if other != number
            ]
            spoke = self._spoken(turn, [(distance, other) for distance, before, other in around if before])
            speaks = self._spoken(turn, [(distance, other) for distance, before, other in around if not before])
            for entity in self._possible(turn, spoke, speaks):
                features = self._features(turn, entity, spoke, speaks)
                if self.entities.all[entity].head in beings.ANIMALS and entity not in talkers and not self.entities.all[entity].is_named:
                    features["beast"] = 1.0
                turn.options.append((entity, features))

    def _read_to(self, token: int) -> None:
        for reference in self.mentions.between(self.read, token):
            if reference.entity >= 0 and not reference.quoted:
                self._narrate(reference)
                self.subject = reference.entity
        self.read = token

    def _narrate(self, reference: Reference) -> None:
        """Time goes by where the narrator speaks of people: in speech without tags nobody is forgotten."""
        if reference.passage != self._telling:
            self._telling, self.told = reference.passage, self.told + 1
        self.narrated[reference.entity] = self.told

    def _spoken(self, turn: Turn, others: list[tuple[int, Turn]]) -> dict[int, float]:
        """How near each known speaker speaks in the turns given, 1 for the very next."""
        near: dict[int, float] = {}
        for distance, other in others:
            if other.known is not None and abs(other.time - turn.time) <= NEAR and self._chapter(other) == self._chapter(turn):
                near[other.known] = max(near.get(other.known, 0.0), 1.0 / distance**0.5)
        return near

    def _chapter(self, turn: Turn) -> int:
        return self.passages[turn.passage].chapter

    def _possible(self, turn: Turn, spoke: dict[int, float], speaks: dict[int, float]) -> list[int]:
        possible = {entity for entity, told in self.narrated.items() if self.told - told <= NEAR}
        possible |= spoke.keys() | speaks.keys()
        narrator = self.narrators.get(turn.passage)
        if narrator is not None:
            possible.add(narrator.number)
        subject = turn.tag.subject
        if subject is not None:
            if subject.entity >= 0:
                possible.add(subject.entity)
            possible |= self.discourse.shares.get(subject.first, {}).keys()
        return sorted(possible)

    def _features(self, turn: Turn, entity: int, spoke: dict[int, float], speaks: dict[int, float]) -> dict[str, float]:
        one = self.entities.all[entity]
        features: dict[str, float] = {}
        told = self.narrated.get(entity)
        if told is None or self.told - told > NEAR:
            features["absent"] = 1.0
        else:
            features["narrated"] = 1.0 / (1.0 + 0.35 * (self.told - told))
        if entity in spoke:
            features["spoke"] = spoke[entity]
        if entity in speaks:
            features["speaks"] = speaks[entity]
        if one.plural:
            features["plural"] = 1.0
        elif one.narrator:
            features["narrator"] = 1.0
        elif one.is_named:
            features["named"] = 1.0
        features["fame"] = log(1 + one.count)
        if entity in turn.called:
            features["called"] = 1.0
        elif entity in turn.spoken_of:
            features["spoken_of"] = 1.0
        if entity == self.subject:
            features["last_subject"] = 1.0
        self._add_tag(features, turn.tag, entity)
        return features

    def _add_tag(self, features: dict[str, float], tag: Tag, entity: int) -> None:
        subject = tag.subject
        if subject is None:
            return
        if subject.kind is Kind.PRONOUN and subject.gender != "i":
            share = self.discourse.shares.get(subject.first, {}).get(entity, 0.0)
            name = {Strength.SAID: "said", Strength.LINKED: "linked_pronoun"}.get(tag.strength, "beat_pronoun")
            if share:
                features[name] = 0.5 + share
            elif tag.strength is Strength.SAID:
                features["outside"] = 1.0 if self._may_be(entity, subject) else 2.0
        elif subject.entity == entity:
            features["linked_name" if tag.strength is Strength.LINKED else "beat_name"] = 1.0

    def _may_be(self, entity: int, pronoun: Reference) -> bool:
        one = self.entities.all[entity]
        if pronoun.gender == "p":
            return one.plural
        return not one.plural and not one.narrator and (not one.gender or one.gender == pronoun.gender)


def step(turn: Turn, previous: Turn | None, speaker: int, path: tuple[int, ...]) -> dict[str, float]:
    """The features of `speaker` after the speakers of `path`."""
    features: dict[str, float] = {}
    if previous is None or not path:
        return features
    distance = turn.time - previous.time
    last = path[-1]
    if speaker == last:
        features[_repeat(turn, distance)] = 1.0
    elif len(path) > 1 and speaker == path[-2]:
        features["returns" if distance <= 1 else "returns_far"] = 1.0
    if speaker in previous.called:
        features["answers_call"] = 1.0
    elif previous.addressee == speaker:
        features["addressed"] = 1.0
    if last in turn.called:
        features["calls_back"] = 1.0
    return features


def _repeat(turn: Turn, distance: int) -> str:
    if distance > 1:
        return "repeat_far"
    if distance == 0:
        return "repeat_inside"
    if not turn.opens:
        return "repeat_narrated"
    return "repeat_said" if turn.tag.strength is Strength.SAID else "repeat_open"
