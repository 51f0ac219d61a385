"""Paragraphs of the body of a book, as places in its text and its tokens."""

import re
from dataclasses import dataclass

from litink_app.schemas.book import Block, BlockKind, Book, ChapterKind, Span
from litink_app.understanding.tokens import Tokens

SILENT = frozenset({BlockKind.TABLE, BlockKind.FIGURE, BlockKind.CAPTION, BlockKind.FOOTNOTE})
BREAK = re.compile(r"^\W*$")
BLANK = re.compile(r"\n[ \t\r]*\n\s*")
LINE = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """`text[start:end]` and its tokens `first` to `last` (half open); `chapter` counts the chapters of the book."""

    start: int
    end: int
    first: int
    last: int
    chapter: int
    kind: BlockKind

    @property
    def is_prose(self) -> bool:
        return self.kind not in (BlockKind.HEADING, BlockKind.SCENE_BREAK)


def passages(book: Book, tokens: Tokens) -> list[Passage]:
    """All paragraphs, headings and breaks of the body chapters (of the whole text where none is marked as body)."""
    blocks = [block for block in book.blocks if block.kind not in SILENT] or _split(book)
    found: list[Passage] = []
    for number, span in _stretches(book):
        for block in blocks:
            if span.start <= block.start < span.end:
                found.append(_passage(block, number, tokens))
    return found


def _stretches(book: Book) -> list[tuple[int, Span]]:
    body = [(number, Span(chapter.start, chapter.end)) for number, chapter in enumerate(book.chapters) if chapter.kind is ChapterKind.BODY]
    return body or [(0, Span(0, len(book.text)))]


def _passage(block: Block, chapter: int, tokens: Tokens) -> Passage:
    return Passage(block.start, block.end, tokens.at(block.start), tokens.at(block.end), chapter, block.kind)


def _split(book: Book) -> list[Block]:
    """Paragraphs by blank lines, or by lines where the text has hardly any blank ones."""
    text = book.text
    if len(BLANK.findall(text)) * 1500 > len(text):
        ends = [(match.start(), match.end()) for match in BLANK.finditer(text)]
    else:
        ends = _line_ends(text)
    blocks: list[Block] = []
    at = 0
    for end, following in [*ends, (len(text), len(text))]:
        piece = text[at:end]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            blocks.append(Block(_kind(piece), start, at + len(piece.rstrip())))
        at = following
    return blocks


def _kind(piece: str) -> BlockKind:
    if BREAK.match(piece):
        return BlockKind.SCENE_BREAK
    lines = piece.strip("\n").splitlines()
    return BlockKind.VERSE if len(lines) > 1 and all(line.startswith("  ") for line in lines) else BlockKind.PARAGRAPH


def _line_ends(text: str) -> list[tuple[int, int]]:
    """Where lines end paragraphs: everywhere, but in wrapped text only after a short line or before a quotation."""
    lines = [(match.start(), match.end()) for match in LINE.finditer(text)]
    lengths = sorted(end - start for start, end in zip([0, *(end for _, end in lines)], [start for start, _ in lines], strict=False))
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if not 40 < width < 100:
        return lines
    kept: list[tuple[int, int]] = []
    begin = 0
    for end, following in lines:
        ended = text[end - 1] in ".!?:”\"’'" if end else False
        if ended and (end - begin < width * 0.8 or text[following : following + 1] in '“"‘«'):
            kept.append((end, following))
        begin = following
    return kept
