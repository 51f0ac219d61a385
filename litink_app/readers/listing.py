"""Marks from a table of contents: which depth of it is the chapters, which the parts above, which only sub-sections."""

from litink_app.readers.draft import Draft, Entry
from litink_app.readers.headings import Heading, Rank, bare, parse
from litink_app.readers.marks import Mark

_OUTER = {Rank.FRONT, Rank.BACK}


def from_entries(draft: Draft, heads: dict[int, Heading], words: list[int]) -> list[Mark]:
    """One mark per entry down to the depth of the chapters; an empty list where the contents are of no use."""
    entries = _ordered(draft)
    if not entries:
        return []
    depth, parts = _chapter_depth(entries, draft, words)
    marks: list[Mark] = []
    for entry in entries:
        if entry.depth > depth:
            continue
        head = _heading(entry, heads.get(entry.piece), heads.get(entry.piece + 1))
        level = draft.pieces[entry.piece].level
        marks.append(Mark(entry.piece, head, level, confidence=_sure(entry, heads), above=entry.piece in parts and entry.depth < depth))
    return _unique(marks)


def _ordered(draft: Draft) -> list[Entry]:
    """Entries in reading order, without those that point nowhere."""
    known = [entry for entry in draft.entries if 0 <= entry.piece < len(draft.pieces)]
    return sorted(known, key=lambda entry: entry.piece)


def _chapter_depth(entries: list[Entry], draft: Draft, words: list[int]) -> tuple[int, set[int]]:
    """Go down while most of the entries of a depth only hold others; gives the depth and the pieces where parts begin."""
    depth = min(entry.depth for entry in entries)
    parts: set[int] = set()
    while True:
        at = [index for index, entry in enumerate(entries) if entry.depth == depth and parse(entry.title).rank not in _OUTER]
        holding = [index for index in at if index + 1 < len(entries) and entries[index + 1].depth > depth]
        if not holding or not _only_hold(entries, at, holding, draft, words):
            return depth, parts
        lone = len(at) == 1 and parse(entries[at[0]].title).rank is Rank.TITLE
        parts.update(entries[index].piece for index in holding if not lone)
        depth += 1


def _only_hold(entries: list[Entry], at: list[int], holding: list[int], draft: Draft, words: list[int]) -> bool:
    """Whether entries with others below them are parts, not chapters with sub-sections."""
    ranks = [parse(entries[index].title).rank for index in holding]
    if sum(rank is Rank.PART for rank in ranks) >= 0.5 * len(ranks):
        return True
    if sum(rank is Rank.CHAPTER for rank in ranks) >= 0.5 * len(ranks) or len(holding) < 0.5 * len(at):
        return False
    if any("short-story" in draft.pieces[entries[index].piece].role for index in holding):
        return False
    own = _middle([sum(words[entries[index].piece : entries[index + 1].piece]) for index in holding])
    below = [parse(entries[index + 1].title).rank for index in holding]
    chapters = sum(rank in {Rank.CHAPTER, Rank.NUMBER, Rank.PART} for rank in below) >= 0.5 * len(below)
    return own < 150 and (chapters or len(at) == 1)


def _heading(entry: Entry, here: Heading | None, below: Heading | None) -> Heading:
    """What the contents line says, completed by the heading on the page itself."""
    head = parse(entry.title)
    if here is None or here.rank in {Rank.FRONT, Rank.BACK, Rank.STORY}:
        return head
    if head.number is None and here.number is not None and head.rank is Rank.TITLE:
        return here.titled(bare(entry.title))
    if head.number is not None and not head.title:
        same = here.number == head.number
        title = here.title if same and here.title else below.title if below and same and below.rank is Rank.TITLE else ""
        return head.titled(title)
    return head


def _sure(entry: Entry, heads: dict[int, Heading]) -> float:
    return 0.98 if entry.piece in heads else 0.9


def _unique(marks: list[Mark]) -> list[Mark]:
    """One mark per place: the first one, which stands higher."""
    seen: dict[int, Mark] = {}
    for mark in marks:
        held = seen.get(mark.piece)
        if held is None or (held.above and not mark.above):
            mark.part = held.heading.title if held is not None else ""
            seen[mark.piece] = mark
    return list(seen.values())


def _middle(values: list[int]) -> int:
    """The median, without the weight of a statistics library at each start."""
    return sorted(values)[len(values) // 2]
