"""From a draft to a book: one text, with chapters, blocks and sources as spans into it."""

from dataclasses import replace

from litink_app.readers.draft import Draft, Piece
from litink_app.readers.headings import Rank, bare
from litink_app.readers.marks import Mark
from litink_app.readers.outline import outline
from litink_app.schemas.book import Block, BlockKind, Book, Chapter, SourceSpan

GAP = "\n\n"


def assemble(draft: Draft) -> Book:
    """The finished book."""
    marks = outline(draft)
    starts = {mark.piece for mark in marks}
    text, blocks, sources = _lay(draft.pieces, starts)
    chapters = _chapters(draft, marks, blocks, text)
    return Book(
        title=draft.title,
        authors=draft.authors,
        language=draft.language,
        text=text,
        chapters=chapters,
        blocks=tuple(blocks),
        sources=tuple(sources),
        cover=draft.cover,
        figures=tuple(draft.figures.values()),
        direction=draft.direction,
        metadata=draft.metadata,
        warnings=tuple(draft.warnings),
    )


def _lay(pieces: list[Piece], starts: set[int]) -> tuple[str, list[Block], list[SourceSpan]]:
    """Put the pieces one after the other; a piece without text (a picture) is an empty span where the next one begins."""
    parts: list[str] = []
    blocks: list[Block] = []
    sources: list[SourceSpan] = []
    position = 0
    for index, piece in enumerate(pieces):
        length = len(piece.text)
        kind = BlockKind.HEADING if index in starts and len(piece.text) <= 400 and _heads(piece) else piece.kind
        level = max(1, piece.level) if kind is BlockKind.HEADING else 0
        blocks.append(Block(kind, position, position + length, level, piece.figure))
        sources.append(SourceSpan(position, position + length, piece.file, piece.page, piece.offset))
        if length:
            parts.append(piece.text.replace("\0", "\ufffd"))
            position += length + len(GAP)
    return GAP.join(parts), _backed(blocks, starts), sources


def _backed(blocks: list[Block], starts: set[int]) -> list[Block]:
    """A picture at the end of a chapter stays in it: its empty span is where the last words end."""
    ends = [0]
    for block in blocks:
        ends.append(max(ends[-1], block.end) if block.end > block.start else ends[-1])
    closing = True
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        empty = block.start == block.end
        if empty and closing and index not in starts:
            blocks[index] = replace(block, start=ends[index], end=ends[index])
        closing = index in starts or (empty and closing)
    return blocks


def _heads(piece: Piece) -> bool:
    return piece.level > 0 or (piece.kind in {BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.HEADING} and len(piece.text) <= 160)


def _chapters(draft: Draft, marks: list[Mark], blocks: list[Block], text: str) -> tuple[Chapter, ...]:
    found: list[Chapter] = []
    for index, mark in enumerate(marks):
        start = blocks[mark.piece].start
        last = marks[index + 1].piece if index + 1 < len(marks) else len(blocks)
        end = max((block.end for block in blocks[mark.piece : last]), default=start)
        end = min(end, len(text))
        if end > start:
            name = f"c{len(found) + 1}"
            number = mark.heading.number if mark.heading.rank in {Rank.CHAPTER, Rank.NUMBER, Rank.PART} else None
            found.append(Chapter(name, mark.kind, number, _title(draft, mark), mark.confidence, start, end, mark.part))
    return tuple(found)


def _title(draft: Draft, mark: Mark) -> str:
    """The title, or the printed heading where there is only a number."""
    if title := " ".join(mark.heading.title.split()):
        return title[:-1] if title.endswith(".") and not title.endswith("..") and title.rpartition(" ")[2].count(".") == 1 else title
    line = bare(draft.pieces[mark.head].text.partition("\n")[0]).rstrip(" .:")
    return line if mark.heading.number is not None and len(line) <= 80 else str(mark.heading.number or "")
