"""Plain text: paragraphs by blank lines, verse and letters by layout, headings by typography."""

import re
from bisect import bisect_right

from litink_app.errors import Refused
from litink_app.readers import encoding, gutenberg, hyphens, kinds
from litink_app.readers.draft import Draft, Piece
from litink_app.readers.headings import bare
from litink_app.readers.language import detect
from litink_app.readers.lazily import lazily

_EMPHASIS = lazily(r"(?<![\w_])_(?=\S)([^_]{1,600}?)(?<=\S)_(?![\w_])")
_BREAK = lazily(r"[\s*#~•·—–\-_=+⁂✦❦.o]+|\[?\s*(?:\* ?){3,}\]?")
_ILLUSTRATION = lazily(r"\[\s*(?:Illustration|Frontispiece|Plate|Image)\b[:.]?\s*(.*?)\s*\]", re.DOTALL | re.IGNORECASE)
_ENDS = (".", "!", "?", ":", '"', "'", "”", "’", "。", "！", "？", "」", "…")
_NOTE = lazily(r"\[\s*(?:Footnote|Note|Endnote|Sidenote)\b|\[\d{1,3}\]\s|\{\s*(?:Footnote|Endnote)\b[^}]{20,}", re.IGNORECASE)


def read(data: bytes, name: str) -> Draft:
    """The draft of a plain text file; `name` serves as the title of last resort."""
    text, used, warnings = encoding.decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n\n")
    return from_text(text, name, used, warnings)


def from_text(text: str, name: str, used: str = "utf-8", warnings: list[str] | None = None) -> Draft:
    """The draft of decoded text with Unix line ends."""
    start, end, metadata = gutenberg.strip(text)
    draft = Draft(metadata={"format": "text", "encoding": used} | metadata, warnings=list(warnings or []))
    draft.pieces = list(_pieces(text, start, end))
    if not draft.pieces:
        raise Refused("This file holds no words.")
    draft.title = metadata.get("title") or _title(draft.pieces) or _from_name(name)
    draft.authors = tuple(part for part in re.split(r"\s+and\s+|;\s*", metadata.get("author", "")) if part)
    draft.language = gutenberg.language(metadata.get("language", "")) or detect(text[start : start + 40_000])
    return draft


def _pieces(text: str, start: int, end: int):
    """Paragraphs with the count of blank lines before each."""
    runs = _paragraphs(text, start, end)
    width = _width(runs)
    words = hyphens.Vocabulary(line for _, raw, _ in runs for line in raw.split("\n"))
    gap = 4
    for offset, raw, after in runs:
        yield from _shape(raw, offset, gap, width, words)
        gap = after


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, str, int]]:
    """(offset, lines, blank lines after) of each paragraph, by the separation that this file uses."""
    found = _runs(text[start:end])
    if _unseparated(found):
        found = [piece for offset, raw in found for piece in _by_lines(offset, raw)]
    if not found:
        return []
    ends = [offset + len(raw) for offset, raw in found]
    follow = [offset for offset, _ in found[1:]] + [end - start]
    gaps = [text.count("\n", start + stop, start + after) - 1 for stop, after in zip(ends, follow, strict=True)]
    return [(start + offset, raw, max(0, gap)) for (offset, raw), gap in zip(found, gaps, strict=True)]


def _runs(text: str) -> list[tuple[int, str]]:
    """Lines without a blank one between, with their offset."""
    found: list[tuple[int, str]] = []
    begins = place = 0
    inside = False
    for line in text.split("\n"):
        filled = bool(line) and not line.isspace()
        if filled and not inside:
            begins = place
        elif inside and not filled:
            found.append((begins, text[begins : place - 1]))
        inside = filled
        place += len(line) + 1
    if inside:
        found.append((begins, text[begins:]))
    return found


def _unseparated(found: list[tuple[int, str]]) -> bool:
    """Whether paragraphs are not set off by blank lines: huge blocks, or lines far longer than a page is wide."""
    lines = sum(raw.count("\n") + 1 for _, raw in found)
    signs = sum(len(raw) for _, raw in found)
    return bool(found) and lines > 20 and (lines > 40 * len(found) or (signs > 120 * lines and lines > 1.5 * len(found)))


def _by_lines(offset: int, raw: str) -> list[tuple[int, str]]:
    """Paragraphs by indentation where lines are wrapped, by short last lines where there is none, else one per line."""
    lines = raw.split("\n")
    indented = [line[:1] in " \t\u3000" for line in lines]
    wide = sorted(len(line.rstrip()) for line in lines)[int(len(lines) * 0.95)]
    ended = sum(line.rstrip().endswith(_ENDS) for line in lines)
    wrapped = wide < 110 and ended < 0.6 * len(lines) and sum(map(len, lines)) > 0.5 * wide * len(lines)
    by_indent = wrapped and 0.03 * len(lines) < sum(indented) < 0.6 * len(lines)
    found: list[tuple[int, list[str]]] = []
    for index, line in enumerate(lines):
        goes_on = not indented[index] if by_indent else wrapped and index > 0 and _fills(lines[index - 1].rstrip(), line, wide)
        if goes_on and found:
            found[-1][1].append(line)
        else:
            found.append((offset, [line]))
        offset += len(line) + 1
    return [(start, "\n".join(held)) for start, held in found]


def _fills(before: str, line: str, wide: int) -> bool:
    """Whether a line was broken only because the next word did not fit, or in the middle of a sentence."""
    first = line.split(" ", 1)[0]
    return len(before) + 1 + len(first) > wide or not before.endswith(_ENDS)


def _width(runs: list[tuple[int, str, int]]) -> int:
    """The usual width of a full line."""
    lengths = sorted(len(line) for _, raw, _ in runs[:4000] for line in raw.split("\n")[:-1])
    return lengths[bisect_right(lengths, 0) + (len(lengths) * 3) // 4 - 1] if len(lengths) > 8 else 70


def _shape(raw: str, offset: int, gap: int, width: int, words: hyphens.Vocabulary):
    """The piece or pieces of one paragraph."""
    flat = raw.strip()
    if len(flat) < 90 and _BREAK.fullmatch(flat) and flat.strip(" .").lower() != "o" and any(sign in flat for sign in "*#~•·—–-_=+⁂✦❦"):
        yield Piece(flat, kinds.SCENE_BREAK, offset=offset, gap=gap)
        return
    if found := _ILLUSTRATION.fullmatch(flat):
        yield Piece("", kinds.FIGURE, offset=offset, gap=gap)
        if found[1]:
            yield Piece(_emphasis(" ".join(found[1].split())), kinds.CAPTION, offset=offset, gap=gap)
        return
    lines = [line.rstrip() for line in raw.strip("\n").split("\n")]
    kind = kinds.FOOTNOTE if _NOTE.match(flat) else kinds.VERSE if _verse(lines, width) else kinds.PARAGRAPH
    apart = kind is kinds.VERSE or (len(lines) > 1 and _listed(lines, width))
    text = (
        "\n".join(_emphasis(line.strip()) for line in lines)
        if apart
        else _emphasis(hyphens.joined([line.strip() for line in lines], words))
    )
    yield Piece(text, kind, offset=offset + len(raw) - len(raw.lstrip()), gap=gap)


def _emphasis(text: str) -> str:
    """Without the underscores that stand for italics."""
    return _EMPHASIS.sub(r"\1", text) if "_" in text else text


def _verse(lines: list[str], width: int) -> bool:
    """Lines that are broken on purpose: indented all, or short all."""
    full = [line for line in lines if line.strip()]
    if len(full) < 2:
        return False
    indents = [len(line) - len(line.lstrip()) for line in full]
    if min(indents) >= 2 and max(map(len, full)) < width + 12:
        return len(full) >= 2
    short = max(map(len, full[:-1])) < 0.78 * width
    return (
        len(full) >= 3
        and short
        and sum(line.lstrip()[:1].isupper() or line.lstrip()[:1] in "“\"'‘(—-_" for line in full) >= 0.7 * len(full)
    )


def _listed(lines: list[str], width: int) -> bool:
    """Short lines that were meant as lines: a heading of several, an address, a list."""
    return max(map(len, lines[:-1])) < 0.72 * width


def _title(pieces: list[Piece]) -> str:
    """A line in capitals at the very beginning, where what follows is not a heading itself."""
    from litink_app.readers.headings import Rank, parse

    if not pieces or len(pieces[0].text) > 90 or parse(pieces[0].text).rank is not Rank.TITLE:
        return ""
    first = " ".join(bare(pieces[0].text).split())
    return first.title() if first.isupper() and len(first) > 4 else first if len(first.split()) <= 10 and first[-1:] not in ".,;:!?" else ""


def _from_name(name: str) -> str:
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = re.sub(r"^\d+[\s_-]+", "", stem).replace("_", " ").replace("-", " ").split()
    return " ".join(words).title() if words else "Untitled"
