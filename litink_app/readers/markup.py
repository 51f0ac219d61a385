"""What XHTML and HTML mean: a sink of start, end and text events that lays pieces (`feeds` brings the events)."""

import re
from collections.abc import Callable

from litink_app.errors import Refused
from litink_app.readers import kinds
from litink_app.readers.draft import Piece
from litink_app.readers.lazily import lazily

DEPTH = 400
_BLOCKS = {
    "p", "div", "section", "article", "body", "header", "footer", "main", "nav", "aside", "blockquote", "ul", "ol", "dl", "li", "dt", "dd",
    "table", "tr", "caption", "figure", "figcaption", "pre", "hr", "hgroup", "address", "form", "fieldset", "details", "summary", "center",
    "h1", "h2", "h3", "h4", "h5", "h6", "thead", "tbody", "tfoot", "svg", "html", "title", "video", "audio",
}  # fmt: skip
_SILENT = {
    "script",
    "style",
    "head",
    "template",
    "noscript",
    "rp",
    "rt",
    "object",
    "iframe",
    "math-annotation",
    "metadata",
    "defs",
    "select",
}
_VOID = {"br", "hr", "img", "image", "meta", "link", "input", "area", "base", "col", "embed", "source", "track", "wbr"}
_VERSE = lazily(r"\b(?:verse|poem|poetry|stanza|song|hymn|lyrics|z3998:(?:verse|poem|song|hymn))\b")
_LINE = lazily(r"\b(?:line|l|i\d+|verse-line|v)\b")
_LETTER = lazily(r"\bz3998:letter\b|\bletter\b")
_NOTE = lazily(r"\b(?:footnotes?|endnotes?|rearnotes?)\b")
_BREAK = lazily(r"[\s*#~•·—–\-_=+⁂✦❦.]+")


class Markup:
    """Gathers pieces of one file. `anchors` maps ids to the index of the piece that they stand at; `opened` is where the words at hand began."""

    def __init__(self, pieces: list[Piece], file: str = "") -> None:
        self.pieces = pieces
        self.file = file
        self.anchors: dict[str, int] = {}
        self.title = ""
        self.language = ""
        self._stack: list[tuple[str, str, str]] = []
        self._parts: list[str] = []
        self._silent = 0
        self._kinds: list[str] = []
        self._roles: list[str] = []
        self._level = 0
        self._group = 0
        self._pre = 0
        self._row: list[str] | None = None
        self._table: list[str] | None = None
        self._offset = 0
        self.opened = 0
        self.where: Callable[[], int] = int

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2].lower() if ":" in tag else tag
        if len(self._stack) > DEPTH:
            raise Refused("This book nests its elements too deeply to be read safely.")
        if self._silent or tag in _SILENT:
            if tag not in _VOID:
                self._silent += 1
                self._stack.append((tag, "silent", ""))
            return
        role = attributes.get("epub:type", "") or attributes.get("role", "").replace("doc-", "")
        if tag in _BLOCKS:
            self._open_block(tag, role, attributes)
        elif tag == "br":
            self._parts.append("\n")
        elif tag in {"img", "image"}:
            self._image(attributes)
        elif tag in {"td", "th"} and self._row is not None:
            self._flush_cell()
        if (name := attributes.get("id") or attributes.get("name")) and tag not in {"meta", "input", "param"}:
            self.anchors.setdefault(name, len(self.pieces))
        if tag not in _VOID:
            self._enter(tag, role, attributes)

    def _open_block(self, tag: str, role: str, attributes: dict[str, str]) -> None:
        if self._in_line(tag, attributes):
            self._parts.append("\n")
            return
        if not (self._group and tag in {"p", "h1", "h2", "h3", "h4", "h5", "h6"}):
            self._flush()
            self.opened = self.where()
        elif self._parts:
            self._parts.append("\n")
        if tag == "hr":
            self._rule()
        elif tag == "table" and self._table is None:
            self._table = []
        elif tag == "tr" and self._table is not None:
            self._row = []

    def _in_line(self, tag: str, attributes: dict[str, str]) -> bool:
        """A line of a stanza that is an element of its own."""
        return tag in {"div", "p"} and kinds.VERSE in self._kinds[-3:] and bool(_LINE.search(attributes.get("class", "")))

    def _enter(self, tag: str, role: str, attributes: dict[str, str]) -> None:
        """Remember what this element changes, so that its end can take it back."""
        words = f"{attributes.get('class', '')} {role}"
        effect, value = "", ""
        if tag in _BLOCKS and (kind := self._kind(tag, words)):
            effect, value = "kind", kind
            self._kinds.append(kind)
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            effect = "level"
            self._level = self._level or int(tag[1])
        elif tag == "hgroup" or (tag == "header" and not self._group):
            effect = "group" if tag == "hgroup" else ""
            self._group += tag == "hgroup"
        elif tag == "pre":
            effect = "pre"
            self._pre += 1
        elif "noteref" in role:
            effect = "silent"
            self._silent += 1
        if role and tag in {"body", "section", "article", "div", "nav", "aside", "header"}:
            self._roles.append(role)
            effect = effect + "+role"
        if tag in {"body", "html"} and not self.language:
            self.language = attributes.get("xml:lang") or attributes.get("lang", "")
        line = "line" if tag in _BLOCKS and not value and self._in_line(tag, attributes) else ""
        self._stack.append((tag, effect + line, value))

    @staticmethod
    def _kind(tag: str, words: str) -> str | None:
        if tag == "li":
            return kinds.LIST_ITEM
        if tag in {"figcaption", "caption"}:
            return kinds.CAPTION
        if len(words) > 1:
            if _VERSE.search(words):
                return kinds.VERSE
            if _LETTER.search(words):
                return kinds.LETTER
            if _NOTE.search(words):
                return kinds.FOOTNOTE
        return kinds.QUOTATION if tag == "blockquote" else None

    def end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2].lower() if ":" in tag else tag
        if tag in _VOID or not self._stack:
            return
        name, effect, _ = self._stack.pop()
        if effect == "silent":
            self._silent -= 1
            return
        if effect.endswith("line"):
            return
        if name in _BLOCKS and not (self._group and name in {"p", "h1", "h2", "h3", "h4", "h5", "h6"}):
            self._close_block(name)
            self.opened = self.where()
        elif name in {"td", "th"} and self._row is not None:
            self._flush_cell()
        self._leave(effect)

    def _close_block(self, name: str) -> None:
        if name == "tr" and self._row is not None:
            self._flush_cell()
            if self._table is not None and self._row:
                self._table.append("\t".join(self._row))
            self._row = None
        elif name == "table" and self._table is not None:
            rows, self._table, self._row = self._table, None, None
            if rows:
                self._add("\n".join(rows), kinds.TABLE)
        else:
            self._flush()

    def _leave(self, effect: str) -> None:
        if effect.startswith("kind"):
            self._kinds.pop()
        elif effect.startswith("level") and not self._group:
            self._level = 0
        elif effect.startswith("group"):
            self._group -= 1
            self._level = 0
        elif effect.startswith("pre"):
            self._pre -= 1
        if effect.endswith("+role"):
            self._roles.pop()

    def ground(self, block: str) -> str:
        """What a paragraph or list item of nothing but words would be here; empty where that cannot be said before it is read."""
        if self._parts or self._row is not None or self._pre or self._group or self._silent or self._level:
            return ""
        if block == "li":
            return kinds.LIST_ITEM
        kind = self._kinds[-1] if self._kinds else kinds.PARAGRAPH
        return "" if kinds.VERSE in self._kinds or (kind is kinds.QUOTATION and kinds.FOOTNOTE in self._kinds) else kind

    @property
    def role(self) -> str:
        return " ".join(self._roles) if self._roles else ""

    def simple(self, attributes: dict[str, str]) -> bool:
        """Whether these attributes of a paragraph say nothing about it."""
        words = f"{attributes.get('class', '')} {attributes.get('epub:type', '')}"
        return "id" not in attributes and "name" not in attributes and self._kind("p", words) is None and "noteref" not in words

    def anchor(self, name: str) -> None:
        """Remember where a name stands."""
        if not self._silent:
            self.anchors.setdefault(name, len(self.pieces))

    def data(self, text: str) -> None:
        if self._silent:
            return
        if not self._parts:
            if text.isspace() and not self._pre:
                return
            self._offset = self.opened
        self._parts.append(text if self._pre else text.replace("\n", " ") if "\n" in text else text)

    def close(self) -> None:
        """End of the file: nothing stays behind."""
        self._flush()
        if self._table:
            self._add("\n".join(self._table), kinds.TABLE)
        self._parts, self._table, self._row, self._stack, self._silent = [], None, None, [], 0

    def _flush_cell(self) -> None:
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text and self._row is not None:
            self._row.append(text)

    def _flush(self) -> None:
        """The text gathered so far becomes a piece."""
        if not self._parts:
            return
        raw = "".join(self._parts)
        self._parts.clear()
        lines = [line for part in raw.split("\n") if (line := " ".join(part.split()))]
        if not lines:
            return
        if self._row is not None:
            self._row.append(" ".join(lines))
            return
        if self._pre and not self._level:
            self._preformatted(raw)
            return
        kind = self._kind_of(lines)
        apart = kind in {kinds.VERSE, kinds.LETTER, kinds.HEADING} or self._level
        self._add(("\n" if apart else " ").join(lines), kind)

    def _preformatted(self, raw: str) -> None:
        """Typewriter text keeps its lines; blank lines part paragraphs."""
        for part in re.split(r"\n[ \t]*\n", raw):
            lines = [line.rstrip() for line in part.split("\n") if line.strip()]
            if lines:
                cut = min(len(line) - len(line.lstrip()) for line in lines)
                self._add("\n".join(line[cut:] for line in lines), kinds.VERSE if len(lines) > 1 else kinds.PARAGRAPH)

    def _kind_of(self, lines: list[str]) -> str:
        if self._level:
            return kinds.HEADING
        kind = self._kinds[-1] if self._kinds else kinds.PARAGRAPH
        if kind is kinds.QUOTATION and len(self._kinds) > 1 and kinds.FOOTNOTE in self._kinds:
            kind = kinds.FOOTNOTE
        if kind in {kinds.PARAGRAPH, kinds.QUOTATION}:
            if len(lines) == 1 and len(lines[0]) < 60 and _BREAK.fullmatch(lines[0]):
                return kinds.SCENE_BREAK
            if len(lines) >= 3 and max(map(len, lines)) < 75:
                return kinds.VERSE
        return kind

    def _add(self, text: str, kind: str) -> None:
        self.pieces.append(Piece(text, kind, self._level, self.file, 0, self._offset, role=self.role))

    def _rule(self) -> None:
        if self.pieces and self.pieces[-1].file == self.file and self.pieces[-1].kind is not kinds.SCENE_BREAK:
            self._offset = self.where()
            self._add("", kinds.SCENE_BREAK)

    def _image(self, attributes: dict[str, str]) -> None:
        source = attributes.get("src") or attributes.get("xlink:href") or attributes.get("href") or ""
        if source and not source.startswith(("http:", "https:", "//", "file:")):
            if self._row is None:
                self._flush()
            self._offset = self.where()
            self._add("", kinds.FIGURE)
            self.pieces[-1].figure = source
            self.pieces[-1].alt = " ".join(attributes.get("alt", "").split())
