"""Stretches in quotation marks: every style of marks, nested, unclosed, continued over paragraphs, and speech after dashes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from litink_app.understanding.passages import Passage
from litink_app.understanding.words.grammar import ELISIONS

DOUBLE = re.compile(r"[“”„\"«»「」『』]|``|''")
SINGLE = re.compile(r"[‘’'`‚‹›]")
SINGLE_CLOSE = re.compile(r"[,.!?;:—–…-][’'›](?!\w)")
DOUBLE_PAIR = re.compile(r"[“\"„«»「『][^“”\"«»]{1,3000}?[”\"“»«」』]")
DASH = re.compile(r"(?:—|–|―|--+)\s*(?=[^\W\d_]|[¿¡‘“«(])")
WORD_AT = re.compile(r"[^\W\d_]+")
CURLY_ELISIONS = frozenset(["tis", "twas", "em", "twere", "twill", "bout", "cause", "til"])
STOPS = frozenset(",.!?;:—–…-")


class Style(Enum):
    DOUBLE = auto()
    SINGLE = auto()
    DASH = auto()


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]`, marks included, of passage number `passage`; `continued` = the same speech as the quotation before."""

    start: int
    end: int
    passage: int
    style: Style
    closed: bool = True
    continued: bool = False


def quotations(text: str, passages: list[Passage]) -> list[Quotation]:
    """The outermost quotations in order."""
    found: list[Quotation] = []
    whole = _style(text, passages)
    for chapter in _chapters(passages):
        style = _style(text, [passages[number] for number in chapter]) or whole or Style.DOUBLE
        found.extend(_read(text, passages, chapter, style))
    return found


def _chapters(passages: list[Passage]) -> Iterator[list[int]]:
    here: list[int] = []
    for number, passage in enumerate(passages):
        if here and passages[here[-1]].chapter != passage.chapter:
            yield here
            here = []
        here.append(number)
    if here:
        yield here


def _style(text: str, passages: Iterable[Passage]) -> Style | None:
    """The marks that speech wears here; None where there is too little to tell."""
    double = single = dash = 0
    for passage in passages:
        piece = text[passage.start : passage.end]
        double += len(DOUBLE_PAIR.findall(piece)) + 3 * bool(DOUBLE.match(piece))
        single += len(SINGLE_CLOSE.findall(piece)) + 3 * bool(SINGLE.match(piece))
        dash += bool(DASH.match(piece))
    if dash > 3 and 2 * dash > double + single:
        return Style.DASH
    if double + single < 12:
        return None
    return Style.SINGLE if single > double else Style.DOUBLE


def _read(text: str, passages: list[Passage], chapter: list[int], style: Style) -> Iterator[Quotation]:
    german = _german(text, passages, chapter)
    carried = False
    for number in chapter:
        passage = passages[number]
        if not passage.is_prose:
            carried = False
            continue
        if style is Style.DASH and DASH.match(text, passage.start, passage.end):
            yield Quotation(passage.start, passage.end, number, Style.DASH)
            continue
        spans = _single(text, passage) if style is Style.SINGLE else _double(text, passage, german)
        found = list(spans)
        for place, (start, end, closed) in enumerate(found):
            continued = carried and place == 0 and start == passage.start
            yield Quotation(start, end, number, style, closed, continued)
        carried = bool(found) and not found[-1][2]


def _german(text: str, passages: list[Passage], chapter: list[int]) -> bool:
    """Whether guillemets point inwards (»so«) here."""
    pointing = [text[passages[number].start : passages[number].end].lstrip()[:1] for number in chapter]
    return pointing.count("»") > pointing.count("«")


def _double(text: str, passage: Passage, german: bool) -> Iterator[tuple[int, int, bool]]:
    opened: int | None = None
    depth = 0
    low = "„" in text[passage.start : passage.end]
    for match in DOUBLE.finditer(text, passage.start, passage.end):
        mark, at = match.group(), match.start()
        opens = _opens(text, passage, mark, at, match.end(), opened is not None, german, low)
        if opens:
            if opened is None:
                opened = at
            elif mark in "«「『" and not low:
                depth += 1
        elif opened is not None:
            if depth:
                depth -= 1
                continue
            yield opened, match.end(), True
            opened = None
    if opened is not None:
        yield opened, passage.end, False


def _opens(text: str, passage: Passage, mark: str, at: int, end: int, inside: bool, german: bool, low: bool) -> bool:
    after = text[end : end + 1]
    if mark in ("„", "「", "『", "``"):
        return True
    if mark in ("」", "』", "''"):
        return False
    if mark == "“":
        return not low and not (inside and (not after or after.isspace()))
    if mark == "”":
        return not inside and at == passage.start
    if mark in "«»":
        return (mark == "»") == german
    return not inside


def _single(text: str, passage: Passage) -> Iterator[tuple[int, int, bool]]:
    """Pairs of single marks; a mark that opens inside an open pair nests where enough marks close later."""
    marks = [match.start() for match in SINGLE.finditer(text, passage.start, passage.end)]
    opened: int | None = None
    depth = 0
    for place, at in enumerate(marks):
        if opened is None:
            if _opens_single(text, passage, at):
                opened, depth = at, 0
        elif text[at] == "‘" and _opens_single(text, passage, at) and _nests(text, passage, marks[place + 1 :]):
            depth += 1
        elif _closes_single(text, passage, at, marks[place + 1 :]):
            if depth:
                depth -= 1
                continue
            yield opened, at + 1, True
            opened = None
    if opened is not None:
        yield opened, passage.end, False


def _nests(text: str, passage: Passage, later: list[int]) -> bool:
    """Whether two marks close before the next one opens, or one closes and another nested pair follows."""
    closing = 0
    for at in later:
        if text[at] == "‘":
            if closing >= 2:
                return True
            if closing == 0:
                return False
            closing = 0
        else:
            closing += _closes_single(text, passage, at, [])
    return closing >= 2


def _opens_single(text: str, passage: Passage, at: int) -> bool:
    if text[at] in "’›":
        return False
    before = text[at - 1] if at > passage.start else " "
    if before.isalnum():
        return False
    word = WORD_AT.match(text, at + 1, passage.end)
    if word is None:
        return text[at] == "‘" or (at + 1 < passage.end and not text[at + 1].isspace() and text[at + 1] not in STOPS)
    if text[at] == "‘":
        return word.group().lower() not in CURLY_ELISIONS or at == passage.start
    return word.group().lower() not in ELISIONS or word.group()[0].isupper() or text[at - 2 : at].strip() in (",", ":", ";", "--")


def _closes_single(text: str, passage: Passage, at: int, later: list[int]) -> bool:
    if text[at] in "‘‹`‚":
        return False
    after = text[at + 1] if at + 1 < passage.end else " "
    if after.isalnum():
        return False
    before = text[at - 1]
    if before in STOPS or not before.isalnum():
        return not before.isspace()
    return not any(_strong(text, passage, other) for other in _until_opening(text, later))


def _until_opening(text: str, later: list[int]) -> Iterator[int]:
    for at in later:
        if text[at] == "‘" or (text[at] == "'" and text[at - 1].isspace()):
            return
        yield at


def _strong(text: str, passage: Passage, at: int) -> bool:
    after = text[at + 1] if at + 1 < passage.end else " "
    return text[at - 1] in STOPS and not after.isalnum()
