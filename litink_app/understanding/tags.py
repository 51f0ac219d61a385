"""The words of the narrator around a quotation that say who speaks: "said Alice", "he cried, and turned", "The king rose:"."""

from dataclasses import dataclass
from enum import IntEnum

from litink_app.understanding.mentions import Mentions
from litink_app.understanding.passages import Passage
from litink_app.understanding.quotations import Quotation
from litink_app.understanding.references import POSSESSIVES, PREPOSITIONS, SUBJECTS, Kind, Reference
from litink_app.understanding.tokens import SENTENCE_ENDS, Tokens
from litink_app.understanding.words import speech
from litink_app.understanding.words.acts import AUXILIARIES, BETWEEN
from litink_app.understanding.words.grammar import ADJECTIVES

REACH = 14


class Strength(IntEnum):
    """How surely the subject of the narrator's words is the speaker."""

    NONE = 0
    NEAR = 1
    BEAT = 2
    LINKED = 3
    SAID = 4


@dataclass(frozen=True, slots=True)
class Tag:
    """`subject` speaks by `verb` (empty where no verb of speaking stands there); `addressee` is who is spoken to."""

    strength: Strength = Strength.NONE
    subject: Reference | None = None
    verb: str = ""
    addressee: Reference | None = None
    manner: str = ""
    after: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation by tokens, with the stretch of narration before and after it inside its passage."""

    first: int
    last: int
    before: int
    after: int


class Tagger:
    def __init__(self, tokens: Tokens, mentions: Mentions) -> None:
        self.tokens = tokens
        self.mentions = mentions

    def tag(self, place: Place) -> Tag:
        """The better of what stands after and what stands before; after wins a draw."""
        after = self._after(place)
        if after.strength is Strength.SAID:
            return after
        before = self._before(place)
        return before if before.strength > after.strength else after

    def _after(self, place: Place) -> Tag:
        tokens, start = self.tokens, place.last
        if start >= place.after:
            return Tag()
        new_sentence = tokens.words[start - 2] in SENTENCE_ENDS if start > 1 else False
        if tokens.words[start] in (",", "--", "—", "–", ";"):
            start += 1
        if start >= place.after or not tokens.is_word(start):
            return Tag()
        stop = self._sentence_end(start, place.after)
        word = tokens.lower[start]
        if tokens.lower[start] in ("but", "while", "when", "as", "for", "so", "because", "which", "until", "till"):
            return Tag()
        starts_big = tokens.words[start][0].isupper()
        if word in speech.SAID and not (starts_big and new_sentence and word not in speech.CORE):
            return self._verb_first(start, stop)
        lead = start
        while (
            lead < min(stop, start + 3)
            and (tokens.lower[lead] in BETWEEN or tokens.lower[lead].endswith("ly"))
            and lead not in self.mentions.at
        ):
            lead += 1
        if lead > start and lead < stop and tokens.lower[lead] in speech.SAID:
            return self._verb_first(lead, stop)
        subject = self._subject(lead, stop)
        if subject is None:
            owner = self._owner_of_words(start, stop)
            return Tag(Strength.SAID, owner, "said", after=True) if owner is not None else Tag()
        verb = self._verb_after(subject.last, stop)
        if verb is not None and not (starts_big and new_sentence and self._only_acts(verb)):
            return self._said(subject, verb, stop, after=True)
        owner = self._owner_of_words(start, stop)
        if owner is not None:
            return Tag(Strength.SAID, owner, "said", after=True)
        if not starts_big or not new_sentence:
            continues = subject.first <= start + 1
            return Tag(Strength.LINKED if continues else Strength.BEAT, subject, after=True)
        return Tag(Strength.BEAT, subject, after=True)

    def _only_acts(self, verb: int) -> bool:
        """ "put" acts, "put in" speaks."""
        following = self.tokens.lower[verb + 1] if verb + 1 < len(self.tokens.lower) else ""
        return self.tokens.lower[verb] in speech.ACTS and following not in ("in", "on", "out", "forth")

    def _owner_of_words(self, start: int, stop: int) -> Reference | None:
        """ "were the waggoner's words", "was her reply"."""
        for at in range(start, min(stop, start + 9)):
            if self.tokens.lower[at] in speech.SPOKEN_NOUNS and any(
                self.tokens.lower[place] in ("was", "were", "came") for place in range(start, at)
            ):
                for reference in self.mentions.between(start, at):
                    if reference.last == at or (reference.last == at - 1 and self.tokens.lower[at - 1] == "'s"):
                        return reference
        return None

    def _verb_first(self, verb: int, stop: int) -> Tag:
        """ "said Alice": the subject follows the verb, at most after a word or two."""
        at = verb + 1
        while at < min(stop, verb + 4):
            reference = self._whole(self.mentions.at.get(at), stop)
            if reference is not None:
                if reference.kind is Kind.PRONOUN and reference.key[0] not in SUBJECTS:
                    break
                return self._said(reference, verb, stop, after=True)
            if not (
                self.tokens.lower[at] in BETWEEN
                or self.tokens.lower[at] in ADJECTIVES
                or self.tokens.lower[at].endswith("ly")
                or self.tokens.lower[at] in ("the", "that", "this", "poor")
            ):
                break
            at += 1
        return Tag(Strength.NEAR, None, self.tokens.lower[verb], manner=self._manner(verb, stop), after=True)

    def _said(self, subject: Reference, verb: int, stop: int, *, after: bool) -> Tag:
        word = self.tokens.lower[verb]
        return Tag(
            Strength.SAID, subject, word, self._addressee(max(verb, subject.last - 1) + 1, stop, subject), self._manner(verb, stop), after
        )

    def _addressee(self, start: int, stop: int, subject: Reference) -> Reference | None:
        """ "said he to the king", "he asked her": who is spoken to."""
        for at in range(start, min(start + 4, stop)):
            word = self.tokens.lower[at]
            if word in ("to", "of") and at + 1 < stop:
                reference = self.mentions.at.get(at + 1)
                return reference if reference is not subject else None
            reference = self.mentions.at.get(at)
            if reference is not None and reference is not subject:
                before = self.tokens.lower[at - 1]
                return (
                    reference
                    if before in ("asked", "told", "answered", "begged", "assured", "urged", "bade", "entreated", "warned", "reminded")
                    else None
                )
            if word in (",", ";", "."):
                return None
        return None

    def _manner(self, verb: int, stop: int) -> str:
        word = self.tokens.lower[verb]
        for kind, verbs in (("whisper", speech.WHISPER), ("shout", speech.SHOUT), ("cry", speech.CRY)):
            if word in verbs:
                return kind
        for at in range(verb + 1, min(verb + 9, stop)):
            if self.tokens.lower[at] in speech.SOFTLY:
                return speech.SOFTLY[self.tokens.lower[at]]
        return ""

    def _verb_after(self, start: int, stop: int) -> int | None:
        """The verb of speaking that belongs to a subject which ends at `start`."""
        tokens, at = self.tokens, start
        limit = min(stop, start + REACH)
        while at < limit:
            word = tokens.lower[at]
            if word in speech.SAID:
                return None if word in speech.ACTS and at > start + 2 else at
            if word == "," and at == start:
                comma = next((place for place in range(at + 1, min(stop, at + 16)) if tokens.words[place] == ","), None)
                if comma is not None and comma + 1 < stop and tokens.lower[comma + 1] in speech.SAID:
                    return comma + 1
                return None
            if word in BETWEEN or word.endswith("ly") or word in AUXILIARIES:
                at += 1
                continue
            if at <= start + 6 and word not in (",", ";", ":") and word not in SENTENCE_ENDS:
                at += 1
                continue
            if word in (",", "and", "then") and self._and_said(at, limit) is not None:
                return self._and_said(at, limit)
            return None
        return None

    def _and_said(self, at: int, limit: int) -> int | None:
        for place in range(at, min(at + 3, limit)):
            if self.tokens.lower[place] in speech.SAID:
                return place
        return None

    def _subject(self, start: int, stop: int) -> Reference | None:
        """The first reference that can be the subject of the words from `start`."""
        for reference in self.mentions.between(start, stop):
            if self._is_subject(reference, start):
                return reference
        return None

    def _whole(self, reference: Reference | None, stop: int) -> Reference | None:
        """ "my brother's wife" is the wife."""
        while reference is not None and reference.last < stop and self.tokens.lower[reference.last] == "'s":
            owned = next(
                (other for other in self.mentions.between(reference.last + 1, min(stop, reference.last + 4)) if other.owner == "'s"), None
            )
            if owned is None:
                return reference if self.tokens.lower[reference.last + 1] in speech.SPOKEN_NOUNS else None
            reference = owned
        return reference

    def _is_subject(self, reference: Reference, start: int) -> bool:
        tokens = self.tokens
        if reference.kind is Kind.PRONOUN and reference.key[0] not in SUBJECTS:
            return reference.key[0] in POSSESSIVES and tokens.lower[reference.last] in speech.SPOKEN_NOUNS
        before = tokens.lower[reference.first - 1] if reference.first > start else ""
        after = tokens.lower[reference.last] if reference.last < len(tokens.lower) else ""
        return before not in PREPOSITIONS and after != "'s"

    def _before(self, place: Place) -> Tag:
        tokens, stop = self.tokens, place.first
        start = place.before
        if start >= stop:
            return Tag()
        mark = tokens.words[stop - 1]
        if mark in SENTENCE_ENDS or mark in (")", "]"):
            return self._beat(start, stop)
        begin = self._sentence_start(start, stop)
        verb = self._last_verb(begin, stop)
        if verb is not None:
            subject = self._before_verb(begin, verb) or self._behind_verb(verb, stop)
            if subject is not None:
                return self._said(subject, verb, stop, after=False)
        subject = self._subject(begin, stop)
        if subject is None:
            return Tag(Strength.NEAR, None, tokens.lower[verb] if verb is not None else "")
        return Tag(Strength.LINKED if mark in (":", ",", "--", "—", ":--") else Strength.BEAT, subject)

    def _last_verb(self, begin: int, stop: int) -> int | None:
        for at in range(stop - 1, max(begin, stop - 30) - 1, -1):
            word = self.tokens.lower[at]
            if word in speech.SAID and (word not in speech.ACTS or at >= stop - 3):
                return at
            if word in (
                "saying",
                "crying",
                "asking",
                "exclaiming",
                "shouting",
                "whispering",
                "calling",
                "answering",
                "replying",
                "adding",
                "remarking",
                "murmuring",
                "muttering",
            ):
                return at
        return None

    def _before_verb(self, begin: int, verb: int) -> Reference | None:
        if begin >= verb:
            return None
        candidates = [
            reference
            for reference in self.mentions.between(begin, verb)
            if self._is_subject(reference, begin) and not self._is_object(reference, begin)
        ]
        adjacent = [reference for reference in candidates if verb - reference.last <= 1 or self._only_between(reference.last, verb)]
        if adjacent:
            return adjacent[-1]
        if self.tokens.words[verb - 1] == ",":
            around = [reference for reference in candidates if self.tokens.words[reference.last] == ","]
            if around:
                return around[-1]
        return candidates[0] if candidates else None

    def _only_between(self, first: int, last: int) -> bool:
        return all(self.tokens.lower[at] in BETWEEN or self.tokens.lower[at].endswith("ly") for at in range(first, last))

    def _is_object(self, reference: Reference, begin: int) -> bool:
        """After a verb form and not before one: "patted the dog"."""
        before = self.tokens.lower[reference.first - 1] if reference.first > begin else ""
        return reference.kind is not Kind.PRONOUN and before.endswith("ed") and self.tokens.lower[reference.last] not in AUXILIARIES

    def _behind_verb(self, verb: int, stop: int) -> Reference | None:
        for at in range(verb + 1, min(verb + 4, stop)):
            reference = self.mentions.at.get(at)
            if reference is not None:
                return reference if self._is_subject(reference, verb) else None
        return None

    def _beat(self, start: int, stop: int) -> Tag:
        """A whole sentence of narration right before the quotation: its subject, most likely."""
        begin = self._sentence_start(start, stop - 1)
        verb = self._last_verb(begin, stop)
        spoke = verb is not None and self.tokens.lower[verb] in speech.CORE
        subject = (self._before_verb(begin, verb) if spoke and verb is not None else None) or self._subject(begin, stop)
        if subject is None:
            subject = self._subject(start, stop)
        if subject is None:
            return Tag()
        return Tag(Strength.LINKED if spoke else Strength.BEAT, subject, self.tokens.lower[verb] if verb is not None else "")

    def _sentence_end(self, start: int, stop: int) -> int:
        for at in range(start, stop):
            if self.tokens.words[at] in SENTENCE_ENDS and not self._is_abbreviation(at):
                return at
        return stop

    def _sentence_start(self, start: int, stop: int) -> int:
        for at in range(stop - 2, start - 1, -1):
            if self.tokens.words[at] in SENTENCE_ENDS and not self._is_abbreviation(at):
                return at + 1
        return start

    def _is_abbreviation(self, at: int) -> bool:
        return (
            self.tokens.words[at] == "."
            and at > 0
            and (
                self.tokens.lower[at - 1] in ("mr", "mrs", "dr", "st", "ms", "capt", "col", "rev", "prof", "mme", "mlle", "messrs")
                or len(self.tokens.words[at - 1]) == 1
            )
        )


def places(tokens: Tokens, passages: list[Passage], quotations: list[Quotation]) -> list[Place]:
    """Each quotation by tokens, and how far the narration around it reaches."""
    spans = [(tokens.at(quotation.start), tokens.at(quotation.end)) for quotation in quotations]
    found: list[Place] = []
    for number, (quotation, (first, last)) in enumerate(zip(quotations, spans, strict=True)):
        passage = passages[quotation.passage]
        before, after = passage.first, passage.last
        if number and quotations[number - 1].passage == quotation.passage:
            before = spans[number - 1][1]
        elif first <= passage.first and _leads(tokens, passages, quotation.passage):
            before = max(passages[quotation.passage - 1].first, spans[number - 1][1] if number else 0)
        if number + 1 < len(quotations) and quotations[number + 1].passage == quotation.passage:
            after = spans[number + 1][0]
        found.append(Place(first, last, before, after))
    return found


def _leads(tokens: Tokens, passages: list[Passage], number: int) -> bool:
    """The paragraph before ends with a colon or a comma, so it speaks of this one."""
    if not number or passages[number - 1].chapter != passages[number].chapter or not passages[number - 1].is_prose:
        return False
    last = passages[number - 1].last - 1
    return tokens.words[last] in (":", ",") or (tokens.words[last] in ("--", "—") and last > 0 and tokens.words[last - 1] == ":")
