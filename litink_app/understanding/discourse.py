"""Who he, she and it mean: the most salient fitting person, going through the text in order."""

from collections import deque
from dataclasses import dataclass

from litink_app.understanding.entities import Entity, Register
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.references import PREPOSITIONS, SUBJECTS, Kind, Reference
from litink_app.understanding.sentences import Sentence
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words import beings
from litink_app.understanding.words.acts import ACTS, AUXILIARIES

LOWER = beings.ANIMALS | beings.CREATURES | frozenset(("baby", "child", "infant"))
MEMORY = 40
WEIGHTS: dict[str, float] = {
    "subject": 1.0,
    "clause": 0.88,
    "object": 0.55,
    "owner": 0.5,
    "name": 1.0,
    "noun": 1.0,
    "pronoun": 0.8,
    "new": 1.0,
    "quoted": 0.3,
    "decay": 0.62,
    "rest": 0.5,
    "words": 0.0,
    "unknown": 0.25,
    "beast": 0.15,
    "named": 1.15,
    "same_clause": 0.7,
    "parallel": 1.0,
}
"""How prominent a reference is by its role, form and place, and how prominence fades by sentence."""

CLAUSE = frozenset(
    [",", ";", ":", "--", "—", ".", "!", "?", "and", "but", "when", "while", "as", "that", "who", "which", "because", "if", "though"]
)


@dataclass(frozen=True, slots=True)
class Trace:
    """A former reference: where it stood and how prominent it was."""

    entity: int
    sentence: int
    token: int
    weight: float
    subject: bool


class Discourse:
    """Keeps the latest references; gives each pronoun its candidates with shares that sum to 1."""

    def __init__(self, tokens: Tokens, entities: Register) -> None:
        self.tokens = tokens
        self.entities = entities
        self.traces: deque[Trace] = deque(maxlen=MEMORY)
        self.shares: dict[int, dict[int, float]] = {}

    def candidates(self, reference: Reference, sentence: int) -> dict[int, float]:
        best: dict[int, float] = {}
        total: dict[int, float] = {}
        barred = self._barred(reference, sentence)
        wants_subject = reference.key[0] in SUBJECTS
        for trace in self.traces:
            fit = _fit(self.entities.all[trace.entity], reference.gender)
            if not fit:
                continue
            score = fit * trace.weight * WEIGHTS["decay"] ** min(sentence - trace.sentence, 20)
            score /= 1.0 + WEIGHTS["words"] * (reference.first - trace.token) / 20
            if wants_subject and trace.subject:
                score *= WEIGHTS["parallel"]
            if trace.entity == barred:
                score *= WEIGHTS["same_clause"]
            best[trace.entity] = max(best.get(trace.entity, 0.0), score)
            total[trace.entity] = total.get(trace.entity, 0.0) + score
        scores = {entity: best[entity] + WEIGHTS["rest"] * (total[entity] - best[entity]) for entity in best}
        whole = sum(scores.values())
        return {entity: score / whole for entity, score in scores.items()} if whole else {}

    def _barred(self, reference: Reference, sentence: int) -> int:
        """The subject of the clause in which "him" stands is not meant by it."""
        if not _is_object(self.tokens, reference):
            return -1
        for trace in reversed(self.traces):
            if trace.sentence != sentence:
                return -1
            if trace.subject:
                between = self.tokens.lower[trace.token : reference.first]
                return -1 if any(word in CLAUSE for word in between) else trace.entity
        return -1


def _is_object(tokens: Tokens, reference: Reference) -> bool:
    word = reference.key[0]
    if word == "him":
        return True
    if word != "her":
        return False
    following = tokens.lower[reference.last] if reference.last < len(tokens.lower) else "."
    return (
        not following[0].isalpha()
        or following in PREPOSITIONS
        or following in ("and", "but", "that", "when", "so", "as", "if", "a", "the", "up", "down", "away", "out")
    )


def _fit(entity: Entity, gender: str) -> float:
    if entity.narrator:
        return 0.0
    if gender == "p":
        return 1.0 if entity.plural else 0.0
    if entity.plural:
        return 0.0
    if gender == "n":
        return 1.0 if entity.head in LOWER or entity.heads & LOWER else 0.0
    named = WEIGHTS["named"] if entity.is_named else 1.0
    if entity.gender == gender:
        return named
    if entity.gender:
        return 0.0
    return WEIGHTS["beast"] if entity.head in beings.ANIMALS and not entity.is_named else WEIGHTS["unknown"] * named


def resolve(tokens: Tokens, sentences: list[Sentence], mentions: Mentions, entities: Register, narrators: dict[int, Entity]) -> Discourse:
    """Gives every reference its entity, in the order of the text; `narrators[passage]` is who says "I" in the narration there."""
    discourse = Discourse(tokens, entities)
    for number, sentence in enumerate(sentences):
        subject_seen = False
        for reference in mentions.between(sentence.first, sentence.last):
            subject = not reference.quoted and _is_subject(tokens, reference)
            _resolve(discourse, reference, number, subject and not subject_seen, subject, narrators)
            subject_seen = subject_seen or subject
    return discourse


def _resolve(discourse: Discourse, reference: Reference, sentence: int, first: bool, subject: bool, narrators: dict[int, Entity]) -> None:
    entities = discourse.entities
    entity: Entity | None = None
    fresh = False
    if reference.kind is Kind.NAME:
        entity = entities.all[reference.entity] if reference.entity >= 0 else None
    elif reference.kind is Kind.NOUN:
        entity = entities.noun(reference)
        fresh = entity is not None and entity.count == 0
    elif reference.gender == "i":
        entity = None if reference.quoted else narrators.get(reference.passage)
    elif not reference.quoted:
        shares = discourse.candidates(reference, sentence)
        discourse.shares[reference.first] = shares
        if shares:
            entity = entities.all[max(shares, key=lambda number: (shares[number], -number))]
    if entity is None:
        return
    entities.note(entity, reference)
    owns = reference.last < len(discourse.tokens.lower) and discourse.tokens.lower[reference.last] == "'s"
    discourse.traces.append(Trace(entity.number, sentence, reference.first, _weight(reference, first, subject, fresh, owns), subject))


def _weight(reference: Reference, first: bool, subject: bool, fresh: bool, owns: bool) -> float:
    role = "subject" if first else "clause" if subject else "owner" if owns or reference.key[0] in ("his", "its", "their") else "object"
    weight = WEIGHTS[role] * WEIGHTS[reference.kind.name.lower()]
    if fresh:
        weight *= WEIGHTS["new"]
    return weight * (WEIGHTS["quoted"] if reference.quoted else 1.0)


def _is_subject(tokens: Tokens, reference: Reference) -> bool:
    if reference.kind is Kind.PRONOUN:
        return reference.key[0] in SUBJECTS
    before = tokens.lower[reference.first - 1] if reference.first else ""
    if before in PREPOSITIONS:
        return False
    after = tokens.lower[reference.last] if reference.last < len(tokens.lower) else ""
    return after in AUXILIARIES or after in ACTS or after.endswith("ed") or after in (",", "who")
