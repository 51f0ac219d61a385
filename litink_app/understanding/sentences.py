"""Sentences of prose. A sentence goes on after a quotation that its own words go on after."""

from dataclasses import dataclass

from litink_app.understanding.passages import Passage
from litink_app.understanding.tokens import CLOSERS, OPENERS, SENTENCE_ENDS, Tokens
from litink_app.understanding.words.titles import ABBREVIATED


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (half open) of passage number `passage`."""

    first: int
    last: int
    passage: int


def sentences(tokens: Tokens, passages: list[Passage]) -> list[Sentence]:
    found: list[Sentence] = []
    for number, passage in enumerate(passages):
        first = passage.first
        index = first
        while index < passage.last:
            if tokens.words[index] in SENTENCE_ENDS and _ends(tokens, index, passage.last):
                index = _closed(tokens, index + 1, passage.last)
                if index >= passage.last or _begins(tokens, index, passage.last):
                    found.append(Sentence(first, index, number))
                    first = index
                continue
            index += 1
        if first < passage.last:
            found.append(Sentence(first, passage.last, number))
    return found


def _ends(tokens: Tokens, index: int, last: int) -> bool:
    """A full stop after an abbreviation or an initial ends nothing."""
    if tokens.words[index] != "." or index == 0 or tokens.ends[index - 1] != tokens.starts[index]:
        return True
    before = tokens.words[index - 1]
    if tokens.lower[index - 1] in ABBREVIATED and before.lower() not in ("no", "etc", "co", "will"):
        return False
    if before.lower() == "no":
        return not (index + 1 < last and tokens.words[index + 1][0].isdigit())
    return not (len(before) == 1 and before.isupper() and before != "I")


def _closed(tokens: Tokens, index: int, last: int) -> int:
    """The place after further stops and closing marks that touch the stop."""
    while index < last and tokens.starts[index] == tokens.ends[index - 1]:
        if tokens.words[index] not in CLOSERS and tokens.words[index] not in SENTENCE_ENDS:
            break
        index += 1
    return index


def _begins(tokens: Tokens, index: int, last: int) -> bool:
    while index < last and tokens.words[index] in OPENERS:
        index += 1
    return index >= last or not tokens.words[index][0].islower()
