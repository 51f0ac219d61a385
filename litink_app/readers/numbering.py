"""Numbered headings: which keyword is the chapter, which the part above it, which bare numbers stand for chapters."""

import itertools
from bisect import bisect, bisect_left

from litink_app.readers import kinds
from litink_app.readers.draft import Piece
from litink_app.readers.headings import Heading, Rank
from litink_app.readers.marks import Mark

Group = tuple[Rank, str]
_PLAIN = {"chapter", "chap", "章", "回", "chapitre", "kapitel"}
LONG_ENOUGH = 1200


def numbered(pieces: list[Piece], heads: dict[int, Heading], words: list[int]) -> list[Mark]:
    """Marks for the chapters that count up, the parts above them, and what counts before or after them in another way."""
    groups: dict[Group, list[int]] = {}
    for index, head in heads.items():
        if head.number is not None and _trusted(pieces[index], head):
            groups.setdefault((head.rank, head.word or head.style), []).append(index)
    sound = {group: kept for group, found in groups.items() if (kept := _sequence(found, heads, words))}
    chosen = _chapter_group(sound, words)
    if chosen is None:
        return []
    chapters = sound[chosen]
    parts = sorted(index for group, found in sound.items() if group != chosen and _above(chapters, found, group, chosen) for index in found)
    beside = [index for group, found in sound.items() if group != chosen and _beside(chapters, found, group) for index in found]
    return _with_parts(sorted([*_continued(chapters, parts, heads, pieces), *beside]), parts, heads, pieces)


def _beside(chapters: list[int], others: list[int], group: Group) -> bool:
    """Letters before the first chapter, or a sequel after the last: they are read like chapters."""
    return group[0] is Rank.CHAPTER and (others[-1] < chapters[0] or others[0] > chapters[-1])


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


def _chapter_group(sound: dict[Group, list[int]], words: list[int]) -> Group | None:
    """Keyworded chapters first; bare numbers where only parts (or nothing) stand above them; else parts themselves."""
    numbers = _inner([group for group in sound if group[0] is Rank.NUMBER], sound, words)
    most = len(sound[numbers]) if numbers else 0
    keyed = [group for group in sound if group[0] is Rank.CHAPTER and (group[1] in _PLAIN or len(sound[group]) >= 0.34 * most)]
    parts = [group for group in sound if group[0] is Rank.PART]
    if keyed:
        return max(keyed, key=lambda group: (group[1] in _PLAIN, group[1] != "section", len(sound[group])))
    if numbers and (not parts or _fills(sound[numbers], [index for group in parts for index in sound[group]])):
        return numbers
    return max(parts, key=lambda group: len(sound[group])) if parts else None


def _inner(groups: list[Group], sound: dict[Group, list[int]], words: list[int]) -> Group | None:
    """Of Roman and Arabic numbers the finer ones, where what stands under each is long enough for a chapter."""
    by_count = sorted(groups, key=lambda group: len(sound[group]), reverse=True)
    long = [group for group in by_count if sum(words[sound[group][0] :]) >= LONG_ENOUGH * len(sound[group])]
    return (long or by_count or [None])[0]


def _fills(inner: list[int], outer: list[int]) -> bool:
    """Whether bare numbers stand under most of the parts, so that they are the chapters."""
    bounds = [*sorted(outer), 1 << 60]
    holding = sum(bisect(inner, start) < bisect_left(inner, end) for start, end in itertools.pairwise(bounds))
    return holding >= 0.6 * len(outer)


def _above(chapters: list[int], others: list[int], group: Group, chosen: Group) -> bool:
    """Whether a group of headings holds the chapters: fewer than they are, and a chapter follows each."""
    if group[0] is Rank.NUMBER and chosen[0] is Rank.NUMBER:
        return len(others) < len(chapters) and _fills(chapters, others)
    if group[0] is not Rank.PART or (chosen[0] is Rank.PART and len(others) >= len(chapters)):
        return False
    return len(others) <= len(chapters) and any(index < chapters[-1] for index in others)


def _with_parts(chapters: list[int], parts: list[int], heads: dict[int, Heading], pieces: list[Piece]) -> list[Mark]:
    sure = 0.95 if heads[chapters[0]].rank is not Rank.NUMBER else 0.88
    marks = [Mark(index, heads[index], pieces[index].level, confidence=sure) for index in chapters]
    marks += [Mark(index, heads[index], pieces[index].level, confidence=0.9, above=True) for index in parts]
    return sorted(marks, key=lambda mark: mark.piece)
