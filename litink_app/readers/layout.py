"""Printed lines to paragraphs: running heads and page numbers dropped, hyphens joined, headings told by size and space."""

import itertools
import re
from collections import Counter
from operator import attrgetter

from litink_app.readers import kinds
from litink_app.readers.draft import Piece
from litink_app.readers.hyphens import HYPHENS, Vocabulary, joined
from litink_app.readers.lazily import lazily
from litink_app.readers.numbers import number

_BREAK = lazily(r"[\s*#~•·—–\-_=+⁂✦❦.]+")
_BASE = attrgetter("base")
_DONE = (".", "!", "?", ":", "”", '"', "’", "'", "»", "…", ")", "—", "]")


class Line:
    """A line as printed: its first character's index on the page, left and right edge, base line, size of type; or a whole table."""

    __slots__ = ("base", "bold", "left", "offset", "page", "right", "size", "table", "text")

    def __init__(
        self, text: str, page: int, offset: int, left: float, right: float, base: float, size: float, bold: bool, *, table: bool = False
    ) -> None:
        self.text, self.page, self.offset, self.left, self.right = text, page, offset, left, right
        self.base, self.size, self.bold, self.table = base, size, bold, table


class _Measures:
    """What is usual in this book."""

    def __init__(self, size: float, pitch: float, right: float, top: float) -> None:
        self.size, self.pitch, self.right, self.top = size, pitch, right, top


def pieces(pages: list[list[Line]]) -> list[Piece]:
    """The paragraphs of all pages, those that run over a page joined."""
    usual = _usual(pages)
    kept = _without_furniture(pages)
    found: list[Piece] = []
    words = Vocabulary(line.text for lines in kept for line in lines)
    open_line: Line | None = None
    for lines in kept:
        margin = _margin(lines)
        for group, gap in _groups(lines, usual, margin):
            runs_on = open_line is not None and found and _runs_on(open_line, group[0], usual, margin, gap) and len(group) > 0
            piece = _piece(group, usual, margin, gap, words)
            if runs_on and piece.kind is kinds.PARAGRAPH and not piece.level and found[-1].kind is kinds.PARAGRAPH:
                found[-1].text = joined([found[-1].text, piece.text], words)
            else:
                found.append(piece)
            open_line = None
        open_line = lines[-1] if lines else open_line
    return found


def _usual(pages: list[list[Line]]) -> _Measures:
    lines = [line for page in pages for line in page]
    if not lines:
        return _Measures(10, 12, 500, 700)
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size * 2) / 2] += len(line.text)
    steps = [before.base - after.base for page in pages for before, after in itertools.pairwise(page) if 2 < before.base - after.base < 60]
    rights = sorted(line.right for line in lines)
    tops = [page[0].base for page in pages if page]
    size = weights.most_common(1)[0][0] or 10
    return _Measures(size, _middle(steps) if steps else size * 1.2, rights[int(len(rights) * 0.9)], _middle(tops))


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without running heads, feet and page numbers: lines at the edges that come again and again, or count as at least three pages do."""
    edges = [[(line, _shape(line.text), _page_number(line.text)) for line in _edge(lines)] for lines in pages]
    times = Counter(text for edge in edges for text in {shape for _, shape, _ in edge})
    often = {text for text, count in times.items() if count >= max(3, 0.06 * len(pages)) and len(text) < 90}
    shifts = Counter(value - line.page for edge in edges for line, _, value in edge if value is not None)
    counting = {shift for shift, count in shifts.items() if count >= max(3, 0.1 * len(pages))}
    kept: list[list[Line]] = []
    for lines, edge in zip(pages, edges, strict=True):
        drop = {id(line) for line, shape, _ in edge if shape in often and not _is_heading_number(line)}
        drop |= {id(line) for line, _, value in edge if value is not None and value - line.page in counting}
        kept.append([line for line in lines if id(line) not in drop])
    return kept


def _edge(lines: list[Line]) -> list[Line]:
    """The two highest and the two lowest lines."""
    if len(lines) <= 3:
        return [line for line in lines if len(lines) > 1 or _page_number(line.text) is not None]
    ordered = sorted(lines, key=_BASE, reverse=True)
    return [*ordered[:2], *ordered[-2:]]


def _shape(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlcIVXLC]+\b", "#", " ".join(text.split())).strip()


def _is_heading_number(line: Line) -> bool:
    """`CHAPTER #` at the top of a page comes often too, and is no running head when it changes each time."""
    return bool(re.match(r"(?:chapter|part|book|letter|stave|canto|section)\b", line.text, re.IGNORECASE)) and len(line.text) < 40


def _page_number(text: str) -> int | None:
    clean = text.strip(" -–—[]()|.·•")
    clean = re.sub(r"^(?:page|p\.)\s*", "", clean, flags=re.IGNORECASE).split(" of ")[0]
    if clean.isdecimal() and len(clean) <= 4:
        return int(clean)
    value = number(clean) if re.fullmatch(r"[ivxlc]{1,7}", clean) else None
    return value[0] if value else None


def _margin(lines: list[Line]) -> float:
    """The left edge of most lines of a page."""
    if not lines:
        return 0
    edges = Counter(round(line.left / 2) * 2 for line in lines)
    common, count = edges.most_common(1)[0]
    lower = [edge for edge, times in edges.items() if times >= max(2, 0.3 * count)]
    return min([common, *lower])


def _groups(lines: list[Line], usual: _Measures, margin: float) -> list[tuple[list[Line], int]]:
    """Lines that make one paragraph, with the blank lines before."""
    found: list[tuple[list[Line], int]] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        gap = _gap(before, line, usual)
        if before is None or _begins(before, line, after, usual, margin, found[-1][0]):
            found.append(([line], gap))
        else:
            found[-1][0].append(line)
    return found


def _gap(before: Line | None, line: Line, usual: _Measures) -> int:
    if before is None:
        return 3 if line.base < usual.top - 3 * usual.pitch else 1
    drop = before.base - line.base
    return max(0, round(drop / usual.pitch) - 1) if drop > 0 else 1


def _begins(before: Line, line: Line, after: Line | None, usual: _Measures, margin: float, group: list[Line]) -> bool:
    """Whether a line opens a new paragraph: by space, size, indent, or because the one before stopped short."""
    if before.table or line.table:
        return True
    drop = before.base - line.base
    em = usual.size
    if min(before.size, line.size) >= 1.15 * em and abs(before.size - line.size) < 0.5 and 0 < drop < 1.8 * line.size:
        return False
    if (drop > 1.45 * usual.pitch and drop > 1.25 * max(before.size, line.size) * 1.25) or drop < -em:
        return True
    if abs(before.size - line.size) > 0.12 * em or _BREAK.fullmatch(line.text) or _BREAK.fullmatch(before.text):
        return True
    indent, earlier = line.left - margin, before.left - margin
    if indent > 0.7 * em:
        return earlier <= 0.7 * em or not (_apart(before, usual, margin) and _apart(line, usual, margin))
    if earlier > 1.6 * em and len(group) > 1:
        return True
    short = before.right < usual.right - 6 * em
    return short and before.text.endswith(_DONE) and len(group) > 0 and _opens_sentence(line) and drop > 1.15 * usual.pitch


def _apart(line: Line, usual: _Measures, margin: float) -> bool:
    """Set in from the margin as a whole, not only at the first line."""
    return line.left - margin > 2.2 * usual.size or line.right < usual.right - 3 * usual.size


def _opens_sentence(line: Line) -> bool:
    first = line.text.lstrip("“\"'‘(—- ")[:1]
    return first.isupper() or first.isdecimal()


def _runs_on(before: Line, line: Line, usual: _Measures, margin: float, gap: int) -> bool:
    """Whether a paragraph goes on over the page."""
    if gap > 1 or before.table or line.table or abs(before.size - line.size) > 0.12 * usual.size:
        return False
    if before.text.endswith(HYPHENS) or line.text[:1].islower():
        return True
    indented = line.left - margin > 0.7 * usual.size
    full = before.right > usual.right - 4 * usual.size
    return not indented and (full or not before.text.endswith(_DONE))


def _piece(group: list[Line], usual: _Measures, margin: float, gap: int, words: Vocabulary) -> Piece:
    first = group[0]
    if first.table:
        return Piece(first.text, kinds.TABLE, 0, "", first.page, first.offset, gap=gap)
    text = joined([line.text for line in group], words)
    kind, level = kinds.PARAGRAPH, 0
    if len(group) == 1 and len(text) < 90 and _BREAK.fullmatch(text) and not text.isalpha():
        kind = kinds.SCENE_BREAK
    elif first.size >= 1.15 * usual.size and len(text) < 200:
        kind, level = kinds.HEADING, 1 if first.size >= 1.7 * usual.size else 2 if first.size >= 1.35 * usual.size else 3
        text = "\n".join(line.text for line in group)
    elif len(group) > 1 and all(_apart(line, usual, margin) and line.left - margin > 0.7 * usual.size for line in group):
        kind = kinds.VERSE
        text = "\n".join(line.text for line in group)
    elif len(group) == 1 and first.bold and len(text) < 120 and gap >= 1:
        gap = max(gap, 2)
    centred = len(group) <= 3 and len(text) < 120 and all(line.left - margin > 3 * usual.size for line in group)
    return Piece(text, kind, level, "", first.page, first.offset, gap=max(gap, 2) if centred else gap)


def place(found: list[Piece], start: int, page: int, title: str) -> int:
    """The piece of a page where a bookmark's title stands, else the first piece of the page."""
    wanted = "".join(sign for sign in title.lower() if sign.isalnum())
    for index in range(start, min(start + 60, len(found))):
        if found[index].page != page:
            break
        text = "".join(sign for sign in found[index].text.lower() if sign.isalnum())
        if text and (
            text == wanted or (len(text) > 3 and len(found[index].text) < 160 and (wanted.endswith(text) or text.startswith(wanted)))
        ):
            return index
    return start


def _middle(values: list[float]) -> float:
    """The median, without the weight of a statistics library at each start."""
    return sorted(values)[len(values) // 2]
