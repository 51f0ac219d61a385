"""From a draft to a book: one text, with chapters, blocks and sources as spans into it."""

from operator import attrgetter

from litink_app.readers import kinds, letters
from litink_app.readers.draft import Draft, Piece
from litink_app.readers.headings import Rank, bare
from litink_app.readers.marks import Mark
from litink_app.readers.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

GAP = "\n\n"
_TEXT = attrgetter("text")


def lay(draft: Draft, *, whole: bool = True) -> "dict[str, Any]":
    """The finished book as plain values, in the form that `wire` sends; pictures follow under "pictures". Without them and blocks if not `whole`."""
    if whole:
        draft.illustrate()
    marks = outline(draft)
    letters.mark(draft.pieces)
    starts = {mark.piece for mark in marks}
    text, blocks = _lay(draft.pieces, starts)
    return {
        "title": _plain(draft.title),
        "authors": [_plain(author) for author in draft.authors],
        "language": draft.language,
        "direction": draft.direction,
        "metadata": {key: _plain(value) for key, value in draft.metadata.items()},
        "warnings": draft.warnings,
        "text": text,
        "chapters": _chapters(draft, marks, blocks, len(text)),
        "blocks": (blocks if all(map(_TEXT, draft.pieces)) else _backed(blocks, starts)) if whole else [],
        "sources": [(piece.file, piece.page, piece.offset) for piece in draft.pieces] if whole else [],
        "cover": whole and draft.cover is not None,
        "pictures": [*draft.figures.values(), *([draft.cover] if draft.cover else [])] if whole else [],
    }


def _plain(text: str) -> str:
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _lay(pieces: list[Piece], starts: set[int]) -> "tuple[str, list[list[Any]]]":
    """Put the pieces one after the other; a piece without text (a picture) is an empty span where the next one begins."""
    parts: list[str] = []
    blocks: list[list[Any]] = []
    position = 0
    for index, piece in enumerate(pieces):
        text, kind = piece.text, piece.kind
        if not text.isascii():
            piece.text = text = _shown(text)
        if index in starts and _heads(piece):
            kind = kinds.HEADING
        end = position + len(text)
        blocks.append([kind, position, end, (piece.level or 1) if kind is kinds.HEADING else 0, piece.figure])
        if text:
            parts.append(text)
            position = end + len(GAP)
    return _plain(GAP.join(parts)), blocks


def _shown(text: str) -> str:
    """Without signs that only tell a browser where a line may break."""
    for sign in ("\u2060", "\ufeff", "\u200b", "\u00ad"):
        if sign in text:
            text = text.replace(sign, "")
    return text


def _backed(blocks: "list[list[Any]]", starts: set[int]) -> "list[list[Any]]":
    """A picture at the end of a chapter stays in it: its empty span is where the last words end."""
    last = 0
    ends: list[int] = []
    for block in blocks:
        ends.append(last)
        last = max(last, block[2]) if block[2] > block[1] else last
    closing = True
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        empty = block[1] == block[2]
        if empty and closing and index not in starts:
            block[1] = block[2] = ends[index]
        closing = index in starts or (empty and closing)
    return blocks


def _heads(piece: Piece) -> bool:
    if len(piece.text) > 400:
        return False
    return piece.level > 0 or (piece.kind in {kinds.PARAGRAPH, kinds.VERSE, kinds.HEADING} and len(piece.text) <= 160)


def _chapters(draft: Draft, marks: list[Mark], blocks: "list[list[Any]]", size: int) -> "list[list[Any]]":
    found: list[list[Any]] = []
    for index, mark in enumerate(marks):
        start = blocks[mark.piece][1]
        last = marks[index + 1].piece if index + 1 < len(marks) else len(blocks)
        end = min(size, max((block[2] for block in blocks[mark.piece : last] if block[2] > block[1]), default=start))
        if end > start:
            number = mark.heading.number if mark.heading.rank in {Rank.CHAPTER, Rank.NUMBER, Rank.PART} else None
            title = _plain(_title(draft, mark))
            found.append([f"c{len(found) + 1}", mark.kind, number, title, mark.confidence, start, end, _plain(mark.part)])
    return found


def _title(draft: Draft, mark: Mark) -> str:
    """The title, or the printed heading where there is only a number."""
    if title := " ".join(mark.heading.title.split()):
        return title[:-1] if title.endswith(".") and not title.endswith("..") and title.rpartition(" ")[2].count(".") == 1 else title
    line = bare(draft.pieces[mark.head].text.partition("\n")[0]).rstrip(" .:")
    return line if mark.heading.number is not None and len(line) <= 80 else str(mark.heading.number or "")
