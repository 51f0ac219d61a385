"""What binds two characters: kin and company as the text says it, and who is together how often."""

from collections import Counter

from litink_app.schemas.understanding import Relation
from litink_app.understanding.references import Kind, Reference
from litink_app.understanding.story import Story
from litink_app.understanding.words.people import RELATIONS

OFTEN = 4


def relations(story: Story, ids: dict[int, str]) -> tuple[Relation, ...]:
    """Named bonds ("sister") from possessors ("Tom's sister", "her sister"), then "speaks with" and "together with"."""
    bonds: Counter[tuple[str, str, str]] = Counter()
    for reference in story.mentions.all:
        if reference.entity in ids and reference.owner and reference.key[-1] in RELATIONS:
            owner = _owner(story, reference)
            if owner in ids and owner != reference.entity:
                bonds[ids[owner], ids[reference.entity], reference.key[-1]] += 1
    bound = {frozenset(bond[:2]) for bond in bonds}
    for pair, weight in _company(story, ids).items():
        if weight >= OFTEN and frozenset(pair[:2]) not in bound:
            bonds[pair] = weight
    ordered = sorted(bonds.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Relation(first, second, kind, weight) for (first, second, kind), weight in ordered)


def _owner(story: Story, reference: Reference) -> int:
    """Whose sister she is."""
    if reference.owner == "'s":
        owners = [other for other in story.mentions.between(reference.first - 6, reference.first) if other.last == reference.first - 1]
        return owners[-1].entity if owners else -1
    if reference.owner == "my" and not reference.quoted:
        narrator = story.narrators.get(reference.passage)
        return narrator.number if narrator is not None else -1
    wanted = {"his": "m", "her": "f"}.get(reference.owner)
    if wanted is None or reference.quoted:
        return -1
    for other in reversed(story.mentions.between(reference.first - 60, reference.first)):
        known = other.entity >= 0 and not other.quoted and other.kind is not Kind.NOUN
        if known and story.entities.all[other.entity].gender == wanted and other.entity != reference.entity:
            return other.entity
    return -1


def _company(story: Story, ids: dict[int, str]) -> Counter[tuple[str, str, str]]:
    """Who speaks to whom."""
    pairs: Counter[tuple[str, str, str]] = Counter()
    for turn in story.turns:
        if turn.speaker in ids and turn.addressee in ids:
            first, second = sorted((ids[turn.speaker], ids[turn.addressee]))
            pairs[first, second, "speaks with"] += 1
    return pairs
