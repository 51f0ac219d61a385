"""Who the narrator "I" is: somebody who is called by name only by others, in the turns around the narrator's own."""

from collections import Counter

from litink_app.understanding.candidates import Turn
from litink_app.understanding.entities import Entity, Register
from litink_app.understanding.mentions import Mentions
from litink_app.understanding.references import Kind

CALLS = 3
UNSEEN = 0.25


def name_narrator(narrator: Entity, mentions: Mentions, entities: Register, turns: list[Turn]) -> Entity | None:
    """The named entity that is the narrator, if the book shows it."""
    told: Counter[int] = Counter()
    whole: Counter[int] = Counter()
    for reference in mentions.all:
        if reference.kind is Kind.NAME and reference.entity >= 0:
            whole[reference.entity] += 1
            told[reference.entity] += not reference.quoted
    calls: Counter[int] = Counter()
    for number, turn in enumerate(turns):
        around = turns[max(0, number - 1) : number + 2]
        if turn.speaker != narrator.number and any(other.speaker == narrator.number for other in around):
            calls.update(turn.called)
    fitting = [
        entity
        for entity, count in calls.items()
        if count >= CALLS and entities.all[entity].is_named and told[entity] <= UNSEEN * whole[entity]
    ]
    best = max(fitting, key=lambda entity: (calls[entity], -entity), default=None)
    return entities.all[best] if best is not None else None
