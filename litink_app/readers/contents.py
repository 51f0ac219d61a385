"""Finds contents pages in the running text, so that their lines are not taken for the chapters themselves."""

import re
from functools import lru_cache

from litink_app.readers import kinds
from litink_app.readers.draft import Piece
from litink_app.readers.headings import Heading, Rank, parse
from litink_app.readers.lazily import lazily

_TITLES = {
    "contents", "table of contents", "the contents", "chapters", "list of illustrations", "illustrations", "inhalt", "inhaltsverzeichnis",
    "table des matières", "índice", "目次", "目录", "目錄", "list of figures", "list of tables",
}  # fmt: skip
_AROUND = " .:_*[]"
_FIRST = {sign for title in _TITLES for sign in (title[0], title[0].upper())} | set(_AROUND)
"""What the title of a contents list can begin with."""
_TAIL = lazily(r"[\s.·…_-]*(?:\d{1,4}|[ivxlc]{1,7})?\s*$")
_LONG = 260


@lru_cache(8192)
def key(text: str) -> str:
    """A heading or contents line, made comparable: letters and digits only, leaders and page number dropped."""
    dropped = _TAIL.sub("", text) if re.search(r"(\s{2,}|\.{2,}|\t)\S+\s*$", text) else text
    return "".join(sign for sign in dropped.lower() if sign.isalnum())


def titled(piece: Piece) -> bool:
    """Whether this piece is the title over a contents list."""
    text = piece.text
    return text[:1] in _FIRST and text[:80].partition("\n")[0].strip(_AROUND).lower() in _TITLES


def regions(pieces: list[Piece], heads: dict[int, Heading]) -> list[tuple[int, int]]:
    """Half-open ranges of pieces that are contents lists, each with its title; `heads` holds what short pieces say as headings."""
    found: list[tuple[int, int]] = []
    past = 0
    for index, piece in enumerate(pieces):
        if index < past or not (piece.text[:1] in _FIRST or index in heads or "\n" in piece.text):
            continue
        end = _end(pieces, index) if titled(piece) else _untitled(pieces, index, heads)
        if end > index:
            found.append((index, end))
            past = end
    return found


def _end(pieces: list[Piece], start: int) -> int:
    """Where the list under a title ends: at prose, or where its first line comes again."""
    lines = pieces[start].text.split("\n")[1:]
    seen: set[str] = {key(line) for line in lines if key(line)}
    first_heading: Heading | None = None
    index = start + 1
    while index < len(pieces):
        piece = pieces[index]
        if titled(piece):
            break
        rows = piece.text.split("\n")
        if not _entry_like(piece, rows):
            break
        heading = parse(rows[0])
        if len(rows) <= 3 and _repeats(piece, heading, first_heading, seen) and index > start + 1:
            break
        if first_heading is None and heading.number is not None:
            first_heading = heading
        seen.update(key(row) for row in rows if key(row))
        seen.add(key(piece.text))
        index += 1
    return _trim(pieces, start, index)


def _trim(pieces: list[Piece], start: int, end: int) -> int:
    """Give back headings at the end of a region that have prose after them: they are the first chapter's."""
    while (
        end > start + 2 and end < len(pieces) and pieces[end - 1].gap >= 2 and key(pieces[end - 1].text) in _keys(pieces[start : end - 1])
    ):
        end -= 1
    return end


def _keys(pieces: list[Piece]) -> set[str]:
    return {key(row) for piece in pieces for row in piece.text.split("\n")}


def _entry_like(piece: Piece, rows: list[str]) -> bool:
    if piece.kind in {kinds.TABLE, kinds.LIST_ITEM, kinds.FIGURE}:
        return True
    if len(rows) > 2:
        return sum(len(row) <= 110 for row in rows) >= 0.9 * len(rows) and not _prose(piece.text)
    return len(piece.text) <= _LONG and not _prose(piece.text)


def _prose(text: str) -> bool:
    """Sentences, as no list of chapters has them: lower-case words that run on and end in a stop or a quotation mark."""
    flat = text.replace("\n", " ")
    words = flat.split()
    if len(words) < 12:
        return flat.rstrip().endswith(("”", "’”", '."', '?"', '!"')) and len(words) > 3
    lower = sum(word[0].islower() for word in words)
    numbers = sum(any(sign.isdigit() for sign in word) for word in words)
    return lower > 0.55 * len(words) and numbers < 0.08 * len(words) and not re.search(r"—[A-Z]|\s--\s?[A-Z]", flat)


def _repeats(piece: Piece, heading: Heading, first: Heading | None, seen: set[str]) -> bool:
    mine = key(piece.text)
    if mine in seen and piece.kind not in {kinds.TABLE, kinds.LIST_ITEM}:
        return True
    if piece.gap >= 2 and len(mine) >= 4 and piece.text.isupper() and any(line.startswith(mine) for line in seen):
        return True
    return (
        first is not None
        and heading.rank is first.rank
        and heading.word == first.word
        and heading.number == first.number
        and heading.rank is not Rank.TITLE
        and (piece.level > 0 or piece.gap >= 2)
    )


def _untitled(pieces: list[Piece], start: int, heads: dict[int, Heading]) -> int:
    """A list without a title: one piece of many heading lines, or headings on each other's heels that start again later."""
    rows = pieces[start].text.split("\n", 60) if "\n" in pieces[start].text else []
    if len(rows) >= 3 and all(len(row) < 120 for row in rows) and sum(parse(row).number is not None for row in rows) >= 0.6 * len(rows):
        return start + 1
    first = heads.get(start)
    if first is None or first.number != 1:
        return start
    end = _run(pieces, start, heads)
    if end == start:
        return start
    again = any((head.rank, head.word, head.number) == (first.rank, first.word, 1) for index, head in heads.items() if index >= end)
    return end if again else start


def _run(pieces: list[Piece], start: int, heads: dict[int, Heading]) -> int:
    """Where a run of at least three headings with nothing but short lines between them ends; `start` where there is none."""
    first, last, end = heads[start], 1, start
    for index in range(start + 1, len(pieces)):
        piece = pieces[index]
        if len(piece.text) > 160 or _prose(piece.text):
            break
        head = heads.get(index)
        if head is not None and (head.rank, head.word) == (first.rank, first.word):
            if head.number != last + 1:
                break
            last, end = last + 1, index + 1
    return end if last >= 3 else start
