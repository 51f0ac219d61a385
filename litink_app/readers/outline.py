"""Chapters of a draft: from its table of contents where that is sound, else from headings and their numbering, else from typography."""

import itertools
from collections import Counter
from collections.abc import Sequence

from litink_app.readers import contents, kinds
from litink_app.readers.draft import Draft, Piece
from litink_app.readers.headings import Heading, Rank, bare, parse
from litink_app.readers.listing import from_entries
from litink_app.readers.marks import Mark
from litink_app.readers.numbering import numbered
from litink_app.readers.sections import cover

LONG_TITLE = 160
_SPOKEN = {"", "“", '"', "‘", "'", "—"}
_SMALL = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}
MOST_CHAPTERS = 3000


def outline(draft: Draft) -> list[Mark]:
    """The sections of the book in reading order; the first one begins at piece 0."""
    words = [_words(piece) for piece in draft.pieces]
    heads = candidates(draft.pieces)
    listed = from_entries(draft, heads, words)
    marks = listed if _sound(listed, heads) else better(listed, from_headings(draft.pieces, heads, words))
    marks = marks or _files(draft.pieces, words)
    if len(marks) > MOST_CHAPTERS:
        draft.warnings.append(f"More than {MOST_CHAPTERS:,} headings were found, so none of them was taken for a chapter.")
        marks = []
    return cover(draft, marks, words)


def _words(piece: Piece) -> int:
    """Words, roughly; scripts without spaces are counted by their signs."""
    count = piece.text.count(" ") + 1 if piece.text else 0
    return count if count * 14 >= len(piece.text) else len(piece.text) // 2


def candidates(pieces: Sequence[Piece]) -> dict[int, Heading]:
    """What short pieces say when they are read as headings."""
    found: dict[int, Heading] = {}
    for index, piece in enumerate(pieces):
        text, size = piece.text, len(piece.text)
        if not piece.level and (size > LONG_TITLE or (size > 12 and text[0] in _SPOKEN) or not _may_head(piece)):
            continue
        head = parse(text)
        if piece.level or head.rank is not Rank.TITLE or piece.kind is kinds.HEADING or _capitals(text):
            found[index] = head
    return found


def _may_head(piece: Piece) -> bool:
    if piece.kind not in {kinds.PARAGRAPH, kinds.HEADING, kinds.VERSE}:
        return False
    first = piece.text.lstrip("_*=[(-—– \n")[:1]
    return first != "" and (not first.islower() or piece.text.strip("_* .") in _SMALL)


def _capitals(text: str) -> bool:
    for sign in text:
        if sign.islower() and sign.isalpha():
            return False
    return sum(map(str.isalpha, text)) >= 3 and text.count("\n") <= 3


def from_headings(pieces: list[Piece], heads: dict[int, Heading], words: list[int]) -> list[Mark]:
    """Marks from numbered, named and marked-up headings, contents pages left out."""
    listed: set[int] = set()
    regions = contents.regions(pieces, heads)
    for start, end in regions:
        listed.update(range(start, end))
    free = {index: head for index, head in heads.items() if index not in listed}
    counted = numbered(pieces, free, words)
    entries = {contents.key(row) for start, end in regions for piece in pieces[start:end] for row in piece.text.split("\n")} - {""}
    marks = counted or _titled(pieces, free, listed, entries, words)
    marks = _named(pieces, free, marks, entries, words)
    marks += [Mark(start, Heading(Rank.FRONT, "contents", title="Contents"), confidence=0.9) for start, _ in regions]
    return sorted(_titles(pieces, marks), key=lambda mark: mark.piece)


def _titled(pieces: list[Piece], heads: dict[int, Heading], listed: set[int], entries: set[str], words: list[int]) -> list[Mark]:
    """Unnumbered titles: those that the contents page names, else the headings of the commonest level, else lines in capitals."""
    free = [
        index for index, piece in enumerate(pieces) if index not in listed and len(piece.text) < 90 and piece.text[:1] not in {"“", '"'}
    ]
    named = {index for index in free if contents.key(pieces[index].text) in entries}
    named |= {index for index, head in heads.items() if head.rank is Rank.TITLE and _begins_entry(pieces[index].text, entries)}
    if len(named) >= max(2, 0.4 * len(entries)):
        return [Mark(index, heads.get(index) or parse(pieces[index].text), pieces[index].level, confidence=0.85) for index in sorted(named)]
    marked = [index for index in heads if pieces[index].level]
    if marked:
        return _commonest(pieces, heads, marked, words)
    return _set_apart(pieces, heads, words)


def _begins_entry(text: str, entries: set[str]) -> bool:
    """`HANDS` in the text, `HANDS, concerning Wing Biddlebaum` in the contents."""
    key = contents.key(text)
    return len(key) >= 4 and _capitals(text) and any(entry.startswith(key) for entry in entries)


def _commonest(pieces: list[Piece], heads: dict[int, Heading], marked: list[int], words: list[int]) -> list[Mark]:
    """The highest heading level that cuts the book into at least two readable sections."""
    for level in range(1, 7):
        found = [index for index in marked if pieces[index].level == level]
        bounds = [*found, len(pieces)]
        sizes = [sum(words[start:end]) for start, end in itertools.pairwise(bounds)]
        if sum(size >= 80 for size in sizes) >= 2:
            return [Mark(index, heads[index], level, confidence=0.8) for index in found]
    return []


def _set_apart(pieces: list[Piece], heads: dict[int, Heading], words: list[int]) -> list[Mark]:
    """Lines in capitals with the widest blank space of the book before them."""
    found = [
        index for index, head in heads.items() if head.rank is Rank.TITLE and _capitals(pieces[index].text) and len(pieces[index].text) < 90
    ]
    if len(found) < 2:
        return []
    usual = Counter(piece.gap for piece in pieces).most_common(1)[0][0]
    wide = [index for index in found if pieces[index].gap >= max(2, usual + 1)]
    bounds = [*wide, len(pieces)]
    kept = [start for start, end in itertools.pairwise(bounds) if sum(words[start:end]) >= 300]
    return [Mark(index, heads[index], confidence=0.6) for index in kept] if len(kept) >= 2 else []


def _named(pieces: list[Piece], heads: dict[int, Heading], marks: list[Mark], entries: set[str], words: list[int]) -> list[Mark]:
    """Add prefaces, epilogues, notes, and further headings of the level that the chapters have in the markup."""
    taken = {mark.piece for mark in marks}
    levels = Counter(mark.level for mark in marks if mark.level and not mark.above)
    level = levels.most_common(1)[0][0] if levels else 0
    by_piece = {mark.piece: mark for mark in marks}
    for index, head in heads.items():
        piece = pieces[index]
        if index in taken or (index - 1 in taken and head.rank in {Rank.TITLE, Rank.STORY} and not by_piece[index - 1].heading.title):
            continue
        if head.rank in {Rank.FRONT, Rank.STORY, Rank.BACK} and _stands(piece, head, marks, index, entries):
            marks.append(Mark(index, head, piece.level, confidence=0.85))
        elif level and piece.level == level and head.rank is Rank.TITLE:
            marks.append(Mark(index, head, piece.level, confidence=0.7))
        elif head.rank is Rank.TITLE and contents.key(piece.text) in entries and contents.key(piece.text):
            marks.append(Mark(index, head, piece.level, confidence=0.75))
    return sorted(marks, key=lambda mark: mark.piece)


def _stands(piece: Piece, head: Heading, marks: list[Mark], index: int, entries: set[str]) -> bool:
    """Named sections are believed where layout or the contents page supports them, and not inside a chapter for words like "note"."""
    if piece.level or contents.key(piece.text) in entries:
        return True
    if head.rank is not Rank.STORY and marks and marks[0].piece < index < marks[-1].piece:
        return False
    if ("\n" in piece.text and len(piece.text) > 100) or head.word in {
        "note",
        "notes",
        "map",
        "table",
        "title",
        "cover",
        "index",
        "credits",
        "the last",
    }:
        return piece.gap >= 3 and _capitals(piece.text) and bool(marks) and (index < marks[0].piece or index > marks[-1].piece)
    return piece.gap >= 2 or (bool(marks) and index < marks[0].piece) or _capitals(piece.text)


def _titles(pieces: list[Piece], marks: list[Mark]) -> list[Mark]:
    """Give numbered headings the title on the line below, where the book does so throughout."""
    for rank in (Rank.PART, Rank.CHAPTER, Rank.NUMBER):
        bare_ones = [mark for mark in marks if mark.heading.rank is rank and not mark.heading.title]
        starts = {mark.piece for mark in marks}
        below = [mark for mark in bare_ones if mark.piece + 1 not in starts and _title_like(pieces, mark.piece + 1)]
        mostly = len(below) >= 0.7 * max(1, len(bare_ones)) and (len(bare_ones) > 1 or rank is Rank.PART)
        for mark in below:
            follower = pieces[mark.piece + 1]
            if mostly or follower.level or _capitals(follower.text):
                mark.heading = mark.heading.titled(bare(" ".join(follower.text.split())))
    return marks


def _title_like(pieces: list[Piece], index: int) -> bool:
    if index >= len(pieces):
        return False
    piece = pieces[index]
    if piece.level or piece.kind is kinds.HEADING:
        return True
    text = piece.text.strip()
    if piece.kind not in {kinds.PARAGRAPH, kinds.VERSE} or not 0 < len(text) <= 120 or text.count("\n") > 2:
        return False
    if (piece.kind == kinds.VERSE or text[0] in "—[(") and not _capitals(text):
        return False
    if text[0] in "“\"‘'" and not _capitals(text) and not (text[-1] in "”\"’'" and len(text.split()) <= 8 and text[-2].isalpha()):
        return False
    return not text.endswith((",", ";", "。", "」", "』")) and (not text.endswith(".") or _capitals(text) or len(text) < 50)


def _sound(listed: list[Mark], heads: dict[int, Heading]) -> bool:
    """Whether the contents name every numbered heading that stands in the text, so that there is nothing to add to them."""
    starts = {mark.piece + shift for mark in listed for shift in range(-2, 3)}
    missed = any(head.number is not None and head.rank is Rank.CHAPTER and index not in starts for index, head in heads.items())
    return not missed and sum(mark.heading.rank not in {Rank.FRONT, Rank.BACK} for mark in listed) >= 2


def better(listed: list[Mark], typed: list[Mark]) -> list[Mark]:
    """The table of contents, unless the headings tell a finer story that contains it."""
    bodies = [mark for mark in listed if mark.heading.rank not in {Rank.FRONT, Rank.BACK}]
    chapters = [mark for mark in typed if mark.heading.rank in {Rank.CHAPTER, Rank.NUMBER} and mark.heading.number is not None]
    if len(bodies) < 2 and len(typed) >= len(bodies):
        return typed
    starts = {mark.piece for mark in listed}
    missed = [mark for mark in chapters if not starts & set(range(mark.piece - 2, mark.piece + 3))]
    finer = len(missed) >= 2 and len(chapters) > len(bodies) and chapters[0].heading.rank is Rank.CHAPTER
    return typed if finer else listed


def _files(pieces: list[Piece], words: list[int]) -> list[Mark]:
    """Where nothing else tells: each file of the book with enough to read begins something."""
    opens = [index for index, piece in enumerate(pieces) if piece.opens]
    bounds = [*opens, len(pieces)]
    kept = [start for start, end in itertools.pairwise(bounds) if sum(words[start:end]) >= 150]
    return [Mark(index, Heading(Rank.TITLE), confidence=0.3) for index in kept] if len(kept) >= 2 else []
