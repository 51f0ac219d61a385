"""Who he, she and it mean: the most salient fitting person, going through the narration in order."""

from collections import deque
from dataclasses import dataclass

from litink_app.understanding.entities import Entity, Register
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.references import SUBJECTS, Kind, Reference
from litink_app.understanding.sentences import Sentence
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words.acts import ACTS, AUXILIARIES

MEMORY = 40
DECAY = 0.62


@dataclass(frozen=True, slots=True)
class Trace:
    """A former reference: which sentence it stood in and how prominent it was."""

    entity: int
    sentence: int
    weight: float


class Discourse:
    """Keeps the latest references; gives each pronoun its candidates with shares that sum to 1."""

    def __init__(self, tokens: Tokens, entities: Register) -> None:
        self.tokens = tokens
        self.entities = entities
        self.traces: deque[Trace] = deque(maxlen=MEMORY)
        self.shares: dict[int, dict[int, float]] = {}

    def remember(self, entity: int, sentence: int, weight: float) -> None:
        self.traces.append(Trace(entity, sentence, weight))

    def candidates(self, gender: str, sentence: int) -> dict[int, float]:
        scores: dict[int, float] = {}
        for trace in self.traces:
            entity = self.entities.all[trace.entity]
            fit = _fit(entity, gender)
            if fit:
                scores[trace.entity] = scores.get(trace.entity, 0.0) + fit * trace.weight * DECAY ** min(sentence - trace.sentence, 20)
        total = sum(scores.values())
        return {entity: score / total for entity, score in scores.items()} if total else {}


def _fit(entity: Entity, gender: str) -> float:
    if entity.narrator:
        return 0.0
    if gender == "p":
        return 1.0 if entity.plural else 0.0
    if entity.plural:
        return 0.0
    if gender == "n":
        return 1.0 if entity.head and not entity.gender else 0.0
    if entity.gender == gender:
        return 1.0
    return 0.45 if not entity.gender else 0.0


def resolve(tokens: Tokens, sentences: list[Sentence], mentions: Mentions, entities: Register, narrators: dict[int, Entity]) -> Discourse:
    """Gives every reference its entity, in the order of the text; `narrators[passage]` is who says "I" in the narration there."""
    discourse = Discourse(tokens, entities)
    for number, sentence in enumerate(sentences):
        subject_seen = False
        for reference in mentions.between(sentence.first, sentence.last):
            subject = not subject_seen and not reference.quoted and _is_subject(tokens, reference)
            _resolve(discourse, reference, number, subject, narrators)
            subject_seen = subject_seen or subject
    return discourse


def _resolve(discourse: Discourse, reference: Reference, sentence: int, subject: bool, narrators: dict[int, Entity]) -> None:
    entities = discourse.entities
    entity: Entity | None = None
    if reference.kind is Kind.NAME:
        entity = entities.all[reference.entity] if reference.entity >= 0 else None
    elif reference.kind is Kind.NOUN:
        entity = entities.noun(reference)
    elif reference.gender == "i":
        entity = None if reference.quoted else narrators.get(reference.passage)
    elif not reference.quoted:
        shares = discourse.candidates(reference.gender, sentence)
        discourse.shares[reference.first] = shares
        if shares:
            entity = entities.all[max(shares, key=lambda number: (shares[number], -number))]
    if entity is None:
        return
    entities.note(entity, reference)
    weight = 1.0 if subject else 0.55
    if reference.kind is Kind.PRONOUN:
        weight *= 0.8
    discourse.remember(entity.number, sentence, weight * (0.3 if reference.quoted else 1.0))


def _is_subject(tokens: Tokens, reference: Reference) -> bool:
    if reference.kind is Kind.PRONOUN:
        return reference.key[0] in SUBJECTS
    after = tokens.lower[reference.last] if reference.last < len(tokens.lower) else ""
    return after in AUXILIARIES or after in ACTS or after.endswith("ed") or after == ","
