"""Who speaks each quotation: what the narrator says, else the run of the conversation, decided over whole conversations."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from litink_app.schemas.understanding import Evidence
from litink_app.understanding.discourse import Discourse
from litink_app.understanding.entities import Entity, Register
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.passages import Passage
from litink_app.understanding.quotations import Quotation
from litink_app.understanding.references import Kind, Reference
from litink_app.understanding.tags import Place, Strength, Tag
from litink_app.understanding.tokens import OPENERS, Tokens

BEAM = 12
GAP = 3
VOCATIVE_BEFORE = OPENERS | frozenset([",", "--", "—", "dear", "my", "o", "oh", "!", "?", "."])
VOCATIVE_AFTER = frozenset([",", ".", "!", "?", ";", "--", "—", "”", '"', "’", "'", ":"])


@dataclass(slots=True)
class Turn:
    """Quotations of one speaker in one paragraph (or one speech over paragraphs)."""

    quotes: list[int]
    passage: int
    tag: Tag
    known: int | None = None
    evidence: Evidence = Evidence.TURN_TAKING
    scores: dict[int, float] = field(default_factory=dict[int, float])
    addressed: set[int] = field(default_factory=set[int])
    named: set[int] = field(default_factory=set[int])
    continued: bool = False
    speaker: int | None = None
    addressee: int | None = None
    confidence: float = 0.0


class Speakers:
    def __init__(
        self,
        tokens: Tokens,
        passages: list[Passage],
        mentions: Mentions,
        entities: Register,
        discourse: Discourse,
        narrators: dict[int, Entity],
    ) -> None:
        self.tokens = tokens
        self.passages = passages
        self.mentions = mentions
        self.entities = entities
        self.discourse = discourse
        self.narrators = narrators

    def attribute(self, quotations: list[Quotation], places: list[Place], tags: list[Tag]) -> list[Turn]:
        turns = list(self._turns(quotations, places, tags))
        for conversation in self._conversations(turns):
            self._decide(conversation)
        return turns

    def _turns(self, quotations: list[Quotation], places: list[Place], tags: list[Tag]) -> Iterator[Turn]:
        turn: Turn | None = None
        for number, (quotation, tag) in enumerate(zip(quotations, tags, strict=True)):
            joins = turn is not None and (
                quotation.continued or (quotation.passage == quotations[turn.quotes[-1]].passage and not self._differs(turn.tag, tag))
            )
            if joins and turn is not None:
                turn.quotes.append(number)
                if tag.strength > turn.tag.strength:
                    turn.tag = tag
            else:
                if turn is not None:
                    yield self._weighed(turn, places)
                turn = Turn([number], quotation.passage, tag)
        if turn is not None:
            yield self._weighed(turn, places)

    def _differs(self, one: Tag, other: Tag) -> bool:
        """Two tags that name two speakers inside one paragraph."""
        if one.subject is None or other.subject is None or one.subject is other.subject:
            return False
        if one.strength < Strength.SAID or other.strength < Strength.SAID:
            return False
        if other.subject.kind is Kind.PRONOUN or one.subject.kind is Kind.PRONOUN:
            return bool(
                one.subject.gender
                and other.subject.gender
                and one.subject.gender != other.subject.gender
                and one.subject.kind is other.subject.kind
            )
        return one.subject.entity != other.subject.entity

    def _weighed(self, turn: Turn, places: list[Place]) -> Turn:
        self._note_tag(turn)
        for number in turn.quotes:
            place = places[number]
            for reference in self.mentions.between(place.first, place.last):
                if reference.entity < 0 or reference.kind is Kind.PRONOUN:
                    continue
                turn.named.add(reference.entity)
                if self._is_vocative(reference):
                    turn.addressed.add(reference.entity)
        if turn.tag.addressee is not None and turn.tag.addressee.entity >= 0:
            turn.addressee = turn.tag.addressee.entity
        return turn

    def _note_tag(self, turn: Turn) -> None:
        subject, strength = turn.tag.subject, turn.tag.strength
        if subject is None:
            return
        weight = {Strength.SAID: 12.0, Strength.LINKED: 5.0, Strength.BEAT: 3.0}.get(strength, 1.0)
        if subject.kind is Kind.PRONOUN and subject.gender not in ("i",):
            shares = self.discourse.shares.get(subject.first, {})
            for entity, share in shares.items():
                turn.scores[entity] = turn.scores.get(entity, 0.0) + weight * 0.35 + 3.0 * share
            turn.evidence = Evidence.ANAPHORIC
            return
        if subject.entity < 0:
            return
        turn.scores[subject.entity] = turn.scores.get(subject.entity, 0.0) + weight
        narrates = self.entities.all[subject.entity].narrator
        turn.evidence = Evidence.NARRATOR if narrates else Evidence.EXPLICIT
        if strength is Strength.SAID:
            turn.known = subject.entity

    def _is_vocative(self, reference: Reference) -> bool:
        tokens = self.tokens
        before = tokens.words[reference.first - 1] if reference.first else ""
        after = tokens.words[reference.last] if reference.last < len(tokens.words) else ""
        if after not in VOCATIVE_AFTER:
            return False
        return before.lower() in VOCATIVE_BEFORE and (before not in ("!", "?", ".") or after in ",!")

    def _conversations(self, turns: list[Turn]) -> Iterator[list[Turn]]:
        here: list[Turn] = []
        for turn in turns:
            if here and (self._chapter(turn) != self._chapter(here[-1]) or turn.passage - here[-1].passage > GAP or len(here) > 60):
                yield here
                here = []
            here.append(turn)
        if here:
            yield here

    def _chapter(self, turn: Turn) -> int:
        return self.passages[turn.passage].chapter

    def _present(self, conversation: list[Turn]) -> dict[int, float]:
        """Everybody who may speak here, with how much the text around speaks of them."""
        first, last = conversation[0].passage, conversation[-1].passage
        begin = self.passages[max(0, first - 4)].first
        end = self.passages[min(len(self.passages) - 1, last + 1)].last
        present: dict[int, float] = {}
        for reference in self.mentions.between(begin, end):
            if reference.entity >= 0:
                weight = 0.25 if reference.quoted else 1.0
                present[reference.entity] = present.get(reference.entity, 0.0) + weight
        for turn in conversation:
            if turn.known is not None:
                present[turn.known] = present.get(turn.known, 0.0) + 3.0
            for entity in turn.scores:
                present.setdefault(entity, 0.5)
        narrator = self.narrators.get(first)
        if narrator is not None:
            present[narrator.number] = present.get(narrator.number, 0.0) + 1.0
        return present

    def _decide(self, conversation: list[Turn]) -> None:
        """Beam search over who speaks each turn."""
        present = self._present(conversation)
        spoken = {turn.known for turn in conversation if turn.known is not None}
        most = max(present.values(), default=1.0)
        prior = {
            entity: 1.2 * (weight / most) ** 0.5 + (1.2 if entity in spoken else 0.0) + self._standing(entity)
            for entity, weight in present.items()
        }
        beam: list[tuple[float, tuple[int | None, ...]]] = [(0.0, ())]
        for place, turn in enumerate(conversation):
            previous = conversation[place - 1] if place else None
            options = self._options(turn, prior)
            grown = [
                (score + base + self._step(turn, previous, speaker, path, conversation), (*path, speaker))
                for score, path in beam
                for speaker, base in options
            ]
            grown.sort(key=lambda item: (-item[0], tuple(-1 if number is None else number for number in item[1][-2:])))
            beam = grown[:BEAM]
        for turn, speaker in zip(conversation, beam[0][1], strict=True):
            turn.speaker = speaker
        self._finish(conversation, beam)

    def _standing(self, entity: int) -> float:
        one = self.entities.all[entity]
        if one.plural:
            return -2.5
        if one.narrator:
            return 0.2
        return 0.5 if one.is_named else -0.3

    def _options(self, turn: Turn, prior: dict[int, float]) -> list[tuple[int | None, float]]:
        if turn.known is not None:
            return [(turn.known, 0.0)]
        pronoun = turn.tag.subject if turn.tag.subject is not None and turn.tag.subject.kind is Kind.PRONOUN else None
        options: list[tuple[int | None, float]] = []
        for entity, weight in prior.items():
            score = weight + turn.scores.get(entity, 0.0)
            if entity in turn.addressed:
                score -= 6.0
            elif entity in turn.named:
                score -= 1.5
            if pronoun is not None and turn.tag.strength is Strength.SAID and entity not in turn.scores:
                score -= 4.0 if self._may_be(entity, pronoun.gender) else 12.0
            options.append((entity, score))
        options.sort(key=lambda option: -option[1])
        return options[:8] or [(None, 0.0)]

    def _may_be(self, entity: int, gender: str) -> bool:
        one = self.entities.all[entity]
        if gender == "p":
            return one.plural
        return not one.plural and (not one.gender or one.gender == gender) and not one.narrator

    def _step(
        self, turn: Turn, previous: Turn | None, speaker: int | None, path: tuple[int | None, ...], conversation: list[Turn]
    ) -> float:
        if previous is None or speaker is None or not path:
            return 0.0
        score = 0.0
        distance = turn.passage - previous.passage
        if speaker == path[-1]:
            score -= 3.0 if distance == 1 else 0.8 if distance > 1 else 2.0
        if len(path) > 1 and speaker == path[-2] and speaker != path[-1]:
            score += 2.2 if distance <= 1 else 1.0
        if speaker in previous.addressed:
            score += 2.5
        if previous.addressee == speaker:
            score += 1.0
        if path[-1] in turn.addressed:
            score += 1.5
        return score

    def _finish(self, conversation: list[Turn], beam: list[tuple[float, tuple[int | None, ...]]]) -> None:
        for place, turn in enumerate(conversation):
            best = beam[0][0]
            rival = max((score for score, path in beam if path[place] != turn.speaker), default=best - 6.0)
            margin = min(best - rival, 6.0) / 6.0
            if turn.speaker is None:
                turn.evidence, turn.confidence = Evidence.GUESS, 0.0
            elif turn.known is not None:
                turn.confidence = 0.97
            elif turn.evidence is Evidence.ANAPHORIC and turn.speaker in turn.scores:
                turn.confidence = 0.6 + 0.35 * margin
            elif turn.evidence in (Evidence.EXPLICIT, Evidence.NARRATOR) and turn.speaker in turn.scores:
                turn.confidence = 0.7 + 0.2 * margin
            else:
                before = conversation[place - 1] if place else None
                called = before is not None and turn.speaker in before.addressed
                turn.evidence = Evidence.VOCATIVE if called else Evidence.TURN_TAKING if len(conversation) > 1 else Evidence.GUESS
                turn.confidence = 0.35 + 0.45 * margin
            self._address(conversation, place)

    def _address(self, conversation: list[Turn], place: int) -> None:
        turn = conversation[place]
        called = sorted(turn.addressed - {turn.speaker})
        if called:
            turn.addressee = called[0]
        elif turn.addressee is None:
            around = [other.speaker for other in [*reversed(conversation[max(0, place - 2) : place]), *conversation[place + 1 : place + 3]]]
            turn.addressee = next((speaker for speaker in around if speaker is not None and speaker != turn.speaker), None)
        if turn.addressee == turn.speaker:
            turn.addressee = None
