"""Which stretches in quotation marks are speech: not titles, terms, irony, inscriptions, thoughts, verse."""

from litink_app.schemas.book import BlockKind
from litink_app.understanding.passages import Passage
from litink_app.understanding.quotations import Quotation, Style
from litink_app.understanding.tags import Place, Strength, Tag
from litink_app.understanding.tokens import SENTENCE_ENDS, Tokens
from litink_app.understanding.words import listed, speech

BREAKS = frozenset([",", ":", "--", "—", "–", ";"])
NAMING = listed(
    """
    called named termed labelled labeled marked entitled titled word words name term phrase expression letters letter inscription sign
    title motto the a an of his her their my its this that these those or and as such so-called is was were are be by in on for with
    meant means mean read written wrote than not
    """
)


def is_speech(tokens: Tokens, quotation: Quotation, place: Place, passage: Passage, tag: Tag) -> bool:
    if quotation.continued or not quotation.closed or quotation.style is Style.DASH:
        return True
    if tag.verb in speech.THOUGHT and tag.strength is Strength.SAID:
        return False
    words = [index for index in range(place.first, place.last) if tokens.is_word(index)]
    if not words:
        return place.first == passage.first
    whole = place.first <= passage.first and place.last >= passage.last
    if passage.kind is BlockKind.VERSE:
        return tag.strength is Strength.SAID and not whole
    mark = tokens.words[place.last - 2]
    stopped = mark in SENTENCE_ENDS or mark in BREAKS
    if tokens.words[place.first] in ("「", "『"):
        return True
    if place.first <= passage.first:
        if place.last < passage.last and tokens.words[place.last] == ",":
            return True
        return whole or stopped or len(words) > 5 or tag.strength is Strength.SAID
    return _inside(tokens, place, tag, len(words), mark, stopped)


def _inside(tokens: Tokens, place: Place, tag: Tag, length: int, mark: str, stopped: bool) -> bool:
    """A quotation in the middle of a paragraph."""
    before = tokens.words[place.first - 1]
    small = tokens.lower[place.first - 1]
    if before in SENTENCE_ENDS or before in ("”", '"', "’", "»", ")"):
        return stopped or (tag.after and tag.strength is Strength.SAID) or length > 7
    if before in BREAKS or before in ("(", "["):
        named = any(
            tokens.lower[index] in speech.WRITTEN or tokens.lower[index] in ("words", "labelled")
            for index in range(max(place.before, place.first - 6), place.first)
        )
        return not named and (stopped or length > 5 or (tag.strength is Strength.SAID and length > 1))
    if small in speech.CORE or small in ("say", "ask", "cry", "answer", "reply", "out", "saying", "crying", "asking"):
        return stopped and (length > 1 or mark in "!?.") and small != "say"
    if small in NAMING:
        return False
    return (mark in "!?" and length > 1) or length > 8
