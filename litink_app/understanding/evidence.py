"""What the surroundings of a name say about it: somebody, some place, some thing; he or she."""

from collections import Counter
from dataclasses import dataclass, field

from litink_app.understanding.names import ANIMATE, Name
from litink_app.understanding.tokens import CLOSERS, OPENERS, SENTENCE_ENDS, Tokens
from litink_app.understanding.words import listed, speech
from litink_app.understanding.words.acts import ACTS, AUXILIARIES
from litink_app.understanding.words.grammar import PLACE_HEADS
from litink_app.understanding.words.titles import TITLES

INSIDE = listed("in at near into through across throughout towards toward around inside outside via")
VOCATIVE_ENDS = frozenset([",", ".", "!", "?", ";", ":", "--", "—", "”", '"', "’", "'"])
MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])


@dataclass(slots=True)
class Evidence:
    """Counts over the book for one name."""

    count: int = 0
    titled: int = 0
    speaks: int = 0
    acts: int = 0
    vocative: int = 0
    owns: int = 0
    who: int = 0
    inside: int = 0
    article: int = 0
    place_head: int = 0
    middle: int = 0
    pronouns: Counter[str] = field(default_factory=Counter[str])

    def add(self, other: "Evidence") -> None:
        for name in ("count", "titled", "speaks", "acts", "vocative", "owns", "who", "inside", "article", "place_head", "middle"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.pronouns.update(other.pronouns)

    @property
    def person(self) -> float:
        return 4 * self.titled + 3 * self.speaks + 1.0 * self.acts + 1.5 * self.vocative + 0.5 * self.owns + 1.5 * self.who

    @property
    def other(self) -> float:
        return 1.5 * self.inside + 1.0 * self.article + 4 * self.place_head


def observe(evidence: Evidence, tokens: Tokens, name: Name, quoted: bool, stop: int) -> None:
    """Adds what the surroundings of one occurrence say; nothing beyond token `stop` is looked at."""
    first, last = name.first, name.last
    lower = tokens.lower
    before = lower[first - 1] if first else ""
    after = lower[last] if last < stop else ""
    beyond = lower[last + 1] if last + 1 < stop else ""
    evidence.count += 1
    evidence.middle += not name.fresh
    evidence.titled += any(TITLES.get(title) is not None for title in name.titles)
    if (after in speech.CORE or before in speech.CORE) and before not in ("to", "of", "with"):
        evidence.speaks += 1
    elif after in ACTS or (after in AUXILIARIES and (beyond in ACTS or beyond in speech.CORE)) or (after == "," and beyond == "who"):
        evidence.acts += 1
    evidence.who += after == "who" or (after == "," and beyond in ("who", "whom", "whose"))
    evidence.owns += after == "'s"
    evidence.inside += before in INSIDE
    evidence.article += name.definite or before in ("a", "an")
    evidence.place_head += bool(name.parts) and (name.parts[-1] in PLACE_HEADS or after in PLACE_HEADS)
    if quoted and (before in (",", "dear", "o", "my") or before in OPENERS) and after in VOCATIVE_ENDS:
        evidence.vocative += 1
    if not quoted:
        gender = _pronoun_after(tokens, last, stop)
        if gender:
            evidence.pronouns[gender] += 1


def _pronoun_after(tokens: Tokens, index: int, stop: int) -> str:
    """The first he, she or it within the clause after a name, where nobody else is named between."""
    for place in range(index, min(index + 10, stop)):
        word = tokens.lower[place]
        if word in SENTENCE_ENDS or word in (";", ":", "--", "—") or (word in CLOSERS and word != "'"):
            return ""
        if word in MASCULINE:
            return "m"
        if word in FEMININE:
            return "f"
        if word in ("its", "itself"):
            return "n"
        if word in ANIMATE or word in ("and", "that", "when", "but", "to", "with", "for"):
            return ""
        if tokens.words[place][0].isupper() and word != "i" and place > index:
            return ""
    return ""
