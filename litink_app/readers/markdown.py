"""Markdown: headings, paragraphs, quotations, lists, code, tables and pictures, with a front matter of simple fields."""

import re

from litink_app.readers import encoding, gutenberg, kinds, language
from litink_app.readers.draft import Draft, Piece
from litink_app.readers.lazily import lazily

_FRONT = lazily(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = lazily(r"^([A-Za-z][\w -]{0,30}):[ \t]*(.+)$", re.MULTILINE)
_HEADING = lazily(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{[^}]*\})?$")
_RULE = lazily(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = lazily(r"[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+")
_MEANING = lazily(r":[ \t]+(?=\S)")
_NOTE = lazily(r"\[\^([^\]]+)\]:[ \t]*")
_IMAGE = lazily(r"!\[([^\]]*)\]\([^)]*\)")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,300}\}")
_INLINE = (
    (_ATTRIBUTES, ""),
    (re.compile(r"\[\^[^\]\s]{1,40}\]"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,200}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
)


def read(data: bytes, name: str) -> Draft:
    """The draft of a Markdown file."""
    text, used, warnings = encoding.decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    draft = Draft(metadata={"format": "markdown", "encoding": used} | fields, warnings=warnings)
    draft.pieces = _pieces(text, front.end() if front else 0)
    first = next((piece for piece in draft.pieces if piece.level == 1), None)
    draft.title = fields.get("title") or (first.text if first else "") or name.rsplit(".", 1)[0]
    draft.authors = tuple(part.strip() for part in re.split(r",| and |;", fields.get("author", fields.get("authors", ""))) if part.strip())
    draft.language = gutenberg.language(fields.get("language", fields.get("lang", ""))) or language.detect(text[:40_000])
    draft.direction = language.direction(draft.language)
    return draft


def _pieces(text: str, start: int) -> list[Piece]:
    pieces: list[Piece] = []
    fence = ""
    lines: list[str] = []
    began = offset = start
    for line in [*text[start:].split("\n"), ""]:
        closes = not line.strip() or _opens(line)
        if fence:
            lines.append(line)
            if line.strip().startswith(fence):
                pieces.extend([Piece("\n".join(lines[1:-1]), kinds.QUOTATION, offset=began)] if lines[1:-1] else [])
                fence, lines = "", []
        else:
            if closes and lines and not _underlines(line, lines):
                pieces.extend(_block(lines, began))
                lines = []
            if line.strip():
                began = offset if not lines else began
                lines.append(line)
                fence = line.strip()[:3] if line.strip()[:3] in {"```", "~~~"} else ""
                if len(lines) == 1 and _HEADING.match(line):
                    pieces.extend(_block(lines, began))
                    lines = []
        offset += len(line) + 1
    pieces.extend(_block(lines, began) if lines else [])
    return [piece for piece in pieces if piece.text or piece.kind == kinds.FIGURE]


def _opens(line: str) -> bool:
    return bool(_HEADING.match(line) or _ITEM.match(line) or _RULE.match(line) or _NOTE.match(line)) or line.startswith(("```", "~~~"))


def _underlines(line: str, lines: list[str]) -> bool:
    return len(lines) == 1 and bool(re.fullmatch(r"=+|-{2,}", line.strip()))


def _block(lines: list[str], offset: int) -> list[Piece]:
    if not (lines := [line for line in lines if _ATTRIBUTES.sub("", line).strip()]):
        return []
    first = lines[0]
    if heading := _HEADING.match(first):
        return [Piece(_plain(heading[2]), kinds.HEADING, len(heading[1]), offset=offset)]
    if len(lines) == 2 and re.fullmatch(r"=+|-{2,}", lines[1].strip()):
        return [Piece(_plain(first.strip()), kinds.HEADING, 1 if "=" in lines[1] else 2, offset=offset)]
    if _RULE.match(first) and len(lines) == 1:
        return [Piece(first.strip(), kinds.SCENE_BREAK, offset=offset)]
    if found := _IMAGE.fullmatch(" ".join(lines).strip()):
        caption = [Piece(found[1], kinds.CAPTION, offset=offset)] if found[1] else []
        return [Piece("", kinds.FIGURE, offset=offset), *caption]
    if note := _NOTE.match(first):
        return [Piece(_plain(" ".join([first[note.end() :], *lines[1:]])), kinds.FOOTNOTE, offset=offset)]
    return _prose(lines, offset)


def _prose(lines: list[str], offset: int) -> list[Piece]:
    if all(line.lstrip().startswith("|") for line in lines) and len(lines) > 1:
        rows = [_cells(line) for line in lines if not re.fullmatch(r"[|\s:-]+", line)]
        return [Piece("\n".join(rows), kinds.TABLE, offset=offset)]
    if lines[0].lstrip().startswith(">"):
        stripped = [re.sub(r"^\s*>+ ?", "", line) for line in lines]
        short = len(stripped) > 1 and max(map(len, stripped)) < 50
        return [Piece(_plain(("\n" if short else " ").join(stripped)), kinds.VERSE if short else kinds.QUOTATION, offset=offset)]
    if len(lines) > 1 and (meaning := _MEANING.match(lines[1])):
        rest = [lines[1][meaning.end() :], *lines[2:]]
        return [
            Piece(_plain(f"{lines[0].strip()}: {' '.join(line for line in rest if line.strip() != '^')}"), kinds.PARAGRAPH, offset=offset)
        ]
    if item := _ITEM.match(lines[0]):
        return [Piece(_plain(" ".join([lines[0][item.end() :], *lines[1:]])), kinds.LIST_ITEM, offset=offset)]
    broken = len(lines) > 1 and all(line.endswith(("  ", "\\")) for line in lines[:-1])
    text = ("\n" if broken else " ").join(line.strip().rstrip("\\") for line in lines)
    return [Piece(_plain(text), kinds.VERSE if broken else kinds.PARAGRAPH, offset=offset)]


def _cells(line: str) -> str:
    return "\t".join(_plain(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    text = _IMAGE.sub(r"\1", text)
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return re.sub(r"[ \t]+", " ", text).strip()
