"""Chapters of a draft: from its table of contents where that is sound, else from headings and their numbering, else from typography."""

import itertools
from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Sequence

from litink_app.readers import contents, kinds
from litink_app.readers.draft import Draft, Piece
from litink_app.readers.headings import Heading, Rank, bare, parse
from litink_app.readers.listing import from_entries
from litink_app.readers.marks import Mark
from litink_app.readers.sections import cover

LONG_TITLE = 160
_SPOKEN = {"", "“", '"', "‘", "'", "—"}
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
        if piece.level or (len(piece.text) <= LONG_TITLE and piece.text[:1] not in _SPOKEN and _may_head(piece)):
            head = parse(piece.text)
            if piece.level or head.rank is not Rank.TITLE or _capitals(piece.text) or piece.kind is kinds.HEADING:
                found[index] = head
    return found


def _may_head(piece: Piece) -> bool:
    first = piece.text.lstrip("_*=[( \n")[:1]
    plain = piece.kind in {kinds.PARAGRAPH, kinds.HEADING, kinds.VERSE}
    return (plain and bool(first) and (first.isupper() or first.isdecimal() or not first.islower()) and first not in "“\"'‘—-") or (
        plain and piece.text.strip("_* .")[:4].lower().strip(".") in {"i", "ii", "iii", "iv", "v", "vi"}
    )


def _capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 3 and all(not sign.islower() for sign in letters) and text.count("\n") <= 3


def from_headings(pieces: list[Piece], heads: dict[int, Heading], words: list[int]) -> list[Mark]:
    """Marks from numbered, named and marked-up headings, contents pages left out."""
    listed: set[int] = set()
    regions = contents.regions(pieces, heads)
    for start, end in regions:
        listed.update(range(start, end))
    free = {index: head for index, head in heads.items() if index not in listed}
    numbered = _levels(pieces, free, words)
    entries = {contents.key(row) for start, end in regions for piece in pieces[start:end] for row in piece.text.split("\n")} - {""}
    marks = numbered or _titled(pieces, free, entries, words)
    marks = _named(pieces, free, marks, entries, words)
    marks += [Mark(start, Heading(Rank.FRONT, "contents", title="Contents"), confidence=0.9) for start, _ in regions]
    return sorted(_titles(pieces, marks), key=lambda mark: mark.piece)


def _levels(pieces: list[Piece], heads: dict[int, Heading], words: list[int]) -> list[Mark]:
    """Numbered headings: which keyword is the chapter, which the part above it, which bare numbers stand for chapters."""
    groups: dict[tuple[Rank, str], list[int]] = {}
    for index, head in heads.items():
        if head.number is not None and _trusted(pieces[index], head):
            groups.setdefault((head.rank, head.word), []).append(index)
    sound = {group: kept for group, found in groups.items() if (kept := _sequence(found, heads, words))}
    chapters = _chapter_group(sound, heads, words)
    if chapters is None:
        return []
    parts = sorted(
        index for group, found in sound.items() if group != chapters and _above(sound[chapters], found, group, chapters) for index in found
    )
    return _with_parts(_continued(sound[chapters], parts, heads, pieces), parts, heads, pieces)


def _continued(chapters: list[int], parts: list[int], heads: dict[int, Heading], pieces: list[Piece]) -> list[int]:
    """Add headings of another form that carry the count on: `ADVENTURE VI.` and then `VII. THE BLUE CARBUNCLE`."""
    found = list(chapters)
    known = {*chapters, *parts}
    for index, head in heads.items():
        if (
            index in known
            or not head.title
            or head.rank not in {Rank.CHAPTER, Rank.NUMBER}
            or not (pieces[index].gap >= 2 or pieces[index].level)
        ):
            continue
        place = bisect(found, index)
        before = heads[found[place - 1]].number or 0 if place else 0
        after = heads[found[place]].number or 0 if place < len(found) else 1
        if before and head.number == before + 1 and after in {1, (head.number or 0) + 1} and _trusted(pieces[index], head):
            found.insert(place, index)
    return found


def _trusted(piece: Piece, head: Heading) -> bool:
    """A numbered heading stands alone; in running text a number with a sentence behind it is something else."""
    if piece.level or piece.kind is kinds.HEADING:
        return True
    if piece.kind is not kinds.PARAGRAPH and piece.kind is not kinds.VERSE:
        return False
    if head.rank is Rank.NUMBER and head.title:
        return piece.gap >= 2 and head.title[:1].isupper() and not head.title.endswith((",", ";"))
    return not (head.title[:1].islower() and head.style != "word") and not head.title.endswith((",", ";"))


def _sequence(found: list[int], heads: dict[int, Heading], words: list[int]) -> list[int]:
    """The headings that count up (starting again at 1 is allowed), each with something to read under it."""
    kept: list[int] = []
    last = 0
    for index in found:
        number = heads[index].number or 0
        starts = not kept and (number <= 3 or heads[index].rank is Rank.CHAPTER)
        if starts or number in {1, last + 1} or (kept and last < number <= last + 3):
            kept.append(index)
            last = number
    if not kept:
        return []
    mean = sum(words[kept[0] :]) / len(kept)
    lone = heads[kept[0]].rank is Rank.NUMBER and len(kept) < 2
    return [] if mean < 60 or lone else kept


def _chapter_group(sound: dict[tuple[Rank, str], list[int]], heads: dict[int, Heading], words: list[int]) -> tuple[Rank, str] | None:
    """Keyworded chapters first; bare numbers where only parts (or nothing) stand above them; else parts themselves."""
    keyed = [group for group in sound if group[0] is Rank.CHAPTER]
    numbers = [group for group in sound if group[0] is Rank.NUMBER]
    parts = [group for group in sound if group[0] is Rank.PART]
    if keyed:
        return max(keyed, key=lambda group: (group[1] in {"chapter", "chap", "章", "回"}, group[1] != "section", len(sound[group])))
    if numbers and (not parts or _fills(sound[numbers[0]], [index for group in parts for index in sound[group]])):
        return numbers[0]
    return max(parts, key=lambda group: len(sound[group])) if parts else None


def _fills(inner: list[int], outer: list[int]) -> bool:
    """Whether bare numbers stand under most of the parts, so that they are the chapters."""
    bounds = [*sorted(outer), 1 << 60]
    holding = sum(bisect(inner, start) < bisect_left(inner, end) for start, end in itertools.pairwise(bounds))
    return holding >= 0.6 * len(outer)


def _above(chapters: list[int], others: list[int], group: tuple[Rank, str], chosen: tuple[Rank, str]) -> bool:
    """Whether a group of headings holds the chapters: fewer than they are, and a chapter follows each."""
    if group[0] is not Rank.PART or (chosen[0] is Rank.PART and len(others) >= len(chapters)):
        return False
    return len(others) <= len(chapters) and any(index < chapters[-1] for index in others)


def _with_parts(chapters: list[int], parts: list[int], heads: dict[int, Heading], pieces: list[Piece]) -> list[Mark]:
    sure = 0.95 if heads[chapters[0]].rank is not Rank.NUMBER else 0.88
    marks = [Mark(index, heads[index], pieces[index].level, confidence=sure) for index in chapters]
    marks += [Mark(index, heads[index], pieces[index].level, confidence=0.9, above=True) for index in parts]
    return sorted(marks, key=lambda mark: mark.piece)


def _titled(pieces: list[Piece], heads: dict[int, Heading], entries: set[str], words: list[int]) -> list[Mark]:
    """Unnumbered titles: those that the contents page names, else the headings of the commonest level, else lines in capitals."""
    named = [index for index in heads if contents.key(pieces[index].text) in entries]
    named += [
        index for index, piece in enumerate(pieces) if index not in heads and len(piece.text) < 90 and contents.key(piece.text) in entries
    ]
    if len(named) >= 2:
        return [Mark(index, heads.get(index) or parse(pieces[index].text), pieces[index].level, confidence=0.85) for index in sorted(named)]
    marked = [index for index in heads if pieces[index].level]
    if marked:
        return _commonest(pieces, heads, marked, words)
    return _set_apart(pieces, heads, words)


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
    if piece.kind not in {kinds.PARAGRAPH, kinds.VERSE} or len(text) > 120 or text.count("\n") > 2 or not text:
        return False
    return (
        text[0] not in "“\"‘'—["
        and not text.endswith((",", ";", "。", "」", "』"))
        and (not text.endswith(".") or _capitals(text) or len(text) < 50)
    )


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
