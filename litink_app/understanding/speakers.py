"""Who speaks each quotation: what the narrator says, else the run of the conversation, decided over whole conversations."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from litink_app.schemas.understanding import Evidence
from litink_app.understanding.candidates import Candidates, Turn, step, weigh
from litink_app.understanding.discourse import Discourse
from litink_app.understanding.entities import Entity, Register
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.passages import Passage
from litink_app.understanding.quotations import Quotation
from litink_app.understanding.references import Kind, Reference
from litink_app.understanding.tags import Place, Strength, Tag
from litink_app.understanding.tokens import OPENERS, Tokens
from litink_app.understanding.words import listed

BEAM = 10
WIDTH = 6
GAP = 4
CALLERS = listed("visitor caller client guest stranger newcomer lady gentleman woman man girl youth lad")
VOCATIVE_BEFORE = OPENERS | frozenset([",", "--", "—", "dear", "my", "o", "oh", "!", "?", "."])
INNER = frozenset(["‘", "’", "“", "”", "'", '"', "«", "»", "‹", "›"])
VOCATIVE_AFTER = frozenset([",", ".", "!", "?", ";", "--", "—", "”", '"', "’", "'", ":"])

Path = tuple[float, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Speakers:
    tokens: Tokens
    passages: list[Passage]
    mentions: Mentions
    entities: Register
    discourse: Discourse
    narrators: dict[int, Entity]

    def attribute(self, quotations: list[Quotation], places: list[Place], tags: list[Tag]) -> list[Turn]:
        turns = list(self._turns(quotations, places, tags))
        times = self._times(quotations, turns)
        for turn in turns:
            turn.time = times[turn.passage]
        Candidates(self.passages, times, self.mentions, self.entities, self.discourse, self.narrators).fill(turns)
        self.decide(turns)
        self._recognise(turns)
        return turns

    def _times(self, quotations: list[Quotation], turns: list[Turn]) -> list[int]:
        """For each passage how many came before it, those in which a speech only goes on not counted."""
        going_on = {number for turn in turns for number in range(turn.passage + 1, quotations[turn.quotes[-1]].passage + 1)}
        return list(itertools.accumulate((number not in going_on for number in range(len(self.passages))), initial=-1))[1:]

    def decide(self, turns: list[Turn]) -> None:
        for conversation in self._conversations(turns):
            self._decide(conversation)

    def _turns(self, quotations: list[Quotation], places: list[Place], tags: list[Tag]) -> Iterator[Turn]:
        turn: Turn | None = None
        for number, (quotation, tag) in enumerate(zip(quotations, tags, strict=True)):
            if turn is not None and self._joins(turn, quotation, tag, places[number]):
                turn.quotes.append(number)
                if tag.strength > turn.tag.strength:
                    turn.tag = tag
                continue
            if turn is not None:
                yield self._noted(turn, places)
            place = places[number]
            turn = Turn([number], quotation.passage, place.first, tag, opens=place.first <= self.passages[quotation.passage].first)
        if turn is not None:
            yield self._noted(turn, places)

    def _joins(self, turn: Turn, quotation: Quotation, tag: Tag, place: Place) -> bool:
        if quotation.continued:
            return True
        return quotation.passage == turn.passage and not self._differs(turn.tag, tag) and not self._calls(turn, place)

    def _calls(self, turn: Turn, place: Place) -> bool:
        """The words call the very person who spoke before, so somebody else says them."""
        subject = turn.tag.subject
        if subject is None or subject.kind is not Kind.NAME or turn.tag.strength is not Strength.SAID:
            return False
        inside = self.mentions.between(place.first, place.last)
        return any(other.kind is Kind.NAME and other.entity == subject.entity and self._is_vocative(other) for other in inside)

    def _differs(self, one: Tag, other: Tag) -> bool:
        """Two tags that name two speakers inside one paragraph."""
        if one.subject is None or other.subject is None or one.subject is other.subject:
            return False
        if one.strength < Strength.SAID or other.strength < Strength.SAID:
            return False
        if other.subject.kind is Kind.PRONOUN or one.subject.kind is Kind.PRONOUN:
            both = other.subject.kind is one.subject.kind
            return both and bool(one.subject.gender and other.subject.gender) and one.subject.gender != other.subject.gender
        return one.subject.entity != other.subject.entity

    def _noted(self, turn: Turn, places: list[Place]) -> Turn:
        """Who the narrator says it is, who is called and who is spoken of."""
        subject = turn.tag.subject
        if subject is not None and turn.tag.strength is Strength.SAID and (subject.kind is not Kind.PRONOUN or subject.gender == "i"):
            turn.known = subject.entity if subject.entity >= 0 else None
        for number in turn.quotes:
            place = places[number]
            for reference in self.mentions.between(place.first, place.last):
                if reference.entity < 0 or reference.kind is Kind.PRONOUN or self._is_retold(reference, place):
                    continue
                if self._is_himself(reference):
                    turn.introduced = reference.entity
                    turn.known = turn.known if turn.known is not None else reference.entity
                else:
                    (turn.called if self._is_vocative(reference) else turn.spoken_of).add(reference.entity)
        if turn.tag.addressee is not None and turn.tag.addressee.entity >= 0:
            turn.addressee = turn.tag.addressee.entity
        return turn

    def _is_himself(self, reference: Reference) -> bool:
        """ "I, Charles Pooter, …", "my name is Charles Pooter": the speaker says who he is."""
        before = tuple(self.tokens.lower[max(0, reference.first - 3) : reference.first])
        after = self.tokens.words[reference.last] if reference.last < len(self.tokens.words) else ""
        return reference.kind is Kind.NAME and after in VOCATIVE_AFTER and (before[-2:] == ("i", ",") or before == ("my", "name", "is"))

    def _is_retold(self, reference: Reference, place: Place) -> bool:
        """Inside speech that the speaker only tells of: there the speaker himself may be called by others."""
        tokens = self.tokens
        for index in range(reference.first - 1, place.first, -1):
            if tokens.words[index] in INNER:
                parted = tokens.ends[index - 1] < tokens.starts[index] or index - 1 == place.first
                return parted and tokens.ends[index] == tokens.starts[index + 1]
        return False

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
            if here and (self._chapter(turn) != self._chapter(here[-1]) or turn.time - here[-1].time > GAP):
                yield here
                here = []
            here.append(turn)
        if here:
            yield here

    def _chapter(self, turn: Turn) -> int:
        return self.passages[turn.passage].chapter

    def _decide(self, conversation: list[Turn]) -> None:
        """Beam search over who speaks each turn; -1 is nobody known."""
        beam: list[Path] = [(0.0, ())]
        for place, turn in enumerate(conversation):
            beam = self._grown(beam, turn, conversation[place - 1] if place else None)
        for place, turn in enumerate(conversation):
            speaker = beam[0][1][place]
            turn.speaker = speaker if speaker >= 0 else None
            turn.confidence = self._confidence(turn, beam, place)
        for place, turn in enumerate(conversation):
            self._address(conversation, place, turn)

    def _recognise(self, turns: list[Turn]) -> None:
        """A caller who says a name is, in that chapter, the visitor or the lady of the talk in which it is said."""
        chapters = {chapter: list(there) for chapter, there in itertools.groupby(turns, self._chapter)}
        for conversation in list(self._conversations(turns)):
            here = chapters[self._chapter(conversation[0])]
            for turn in conversation:
                if turn.introduced is not None and self._is_new(turn, here):
                    name = self.entities.all[turn.introduced]
                    callers = {other.speaker for other in conversation if self._is_caller(other.speaker, name)}
                    for other in here:
                        self._rename(other, callers, name.number)

    def _is_new(self, turn: Turn, chapter: list[Turn]) -> bool:
        """Nobody of this name has spoken in the chapter yet: who is known introduces himself to others only."""
        return next((other for other in chapter if other.speaker == turn.introduced), turn) is turn

    def _is_caller(self, speaker: int | None, name: Entity) -> bool:
        if speaker is None:
            return False
        one = self.entities.all[speaker]
        fits = not one.gender or not name.gender or one.gender == name.gender
        return fits and not one.is_named and not one.plural and not one.narrator and one.head in CALLERS

    def _rename(self, turn: Turn, callers: set[int | None], name: int) -> None:
        if turn.known in callers:
            turn.known = name
        if turn.speaker in callers:
            turn.speaker = name
        if turn.addressee in callers:
            turn.addressee = name

    def _grown(self, beam: list[Path], turn: Turn, previous: Turn | None) -> list[Path]:
        if turn.known is not None:
            options = [(0.0, turn.known)]
        else:
            options = sorted(((weigh(features), entity) for entity, features in turn.options), reverse=True)[:WIDTH] or [(0.0, -1)]
        grown = [
            (score + base + weigh(step(turn, previous, speaker, path)), (*path, speaker))
            for score, path in beam
            for base, speaker in options
        ]
        grown.sort(key=lambda item: (-item[0], item[1][-2:]))
        return grown[:BEAM]

    def _confidence(self, turn: Turn, beam: list[Path], place: int) -> float:
        if turn.speaker is None:
            return 0.0
        if turn.known is not None:
            return 0.97
        best = beam[0][0]
        rival = max((score for score, path in beam if path[place] != turn.speaker), default=best - 5.0)
        margin = min(best - rival, 5.0) / 5.0
        if turn.tag.strength is Strength.SAID and turn.tag.subject is not None:
            return 0.6 + 0.35 * margin
        return (0.55 if turn.tag.subject is not None else 0.35) + 0.35 * margin

    def _address(self, conversation: list[Turn], place: int, turn: Turn) -> None:
        called = sorted(turn.called - {turn.speaker})
        if called:
            turn.addressee = called[0]
        elif turn.addressee is None:
            around = [*reversed(conversation[max(0, place - 2) : place]), *conversation[place + 1 : place + 3]]
            turn.addressee = next((other.speaker for other in around if other.speaker not in (None, turn.speaker)), None)
        if turn.addressee == turn.speaker:
            turn.addressee = None


def evidence_of(turn: Turn, turns: list[Turn], number: int, entities: Register) -> Evidence:
    """Why this speaker was chosen."""
    if turn.speaker is None:
        return Evidence.GUESS
    subject = turn.tag.subject
    if entities.all[turn.speaker].narrator and subject is not None and subject.entity == turn.speaker:
        return Evidence.NARRATOR
    if turn.known is not None:
        return Evidence.EXPLICIT
    features = next((features for entity, features in turn.options if entity == turn.speaker), {})
    if {"said", "linked_pronoun", "beat_pronoun"} & features.keys():
        return Evidence.ANAPHORIC
    if {"linked_name", "beat_name"} & features.keys():
        return Evidence.EXPLICIT
    before = turns[number - 1] if number else None
    if before is not None and turn.speaker in before.called:
        return Evidence.VOCATIVE
    near = before is not None and turn.time - before.time <= GAP
    return Evidence.TURN_TAKING if near else Evidence.GUESS
