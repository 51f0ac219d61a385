"""The ways from bytes to the sink: a quick one for plain well-formed XHTML, expat for all well-formed, libxml2 for the rest."""

import re
from xml.parsers import expat

from litink_app.errors import Refused
from litink_app.readers.blanks import BLANKS
from litink_app.readers.draft import Piece
from litink_app.readers.lazily import lazily, lazily_bytes
from litink_app.readers.markup import Markup

SHORT = 60
_COMMON = {"nbsp": "\u00a0", "mdash": "—", "ndash": "–", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…", "shy": ""}
_BASIC = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DOCTYPE = lazily_bytes(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_GIVEN = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*+"
_DRESS = rf"</?(?:em|i|b|strong|abbr|cite|span|small|time|q|dfn|var|bdi|a|code|sup|sub|u){_GIVEN}\s*/?>"
_RUN = rf"[^<]*+(?:{_DRESS}[^<]*+)*+"
_TAG = rf"<(/?)([A-Za-z_][\w:.-]*)({_GIVEN})\s*(/?)>"
_TOKEN = lazily(rf"<(p|li)({_GIVEN})>({_RUN})</\1>({_RUN})|{_TAG}({_RUN})")
_SINGLE = lazily(_TAG)
_INLINE = lazily(_DRESS)
_DRESSED = lazily(f"({_DRESS})")
_ATTRIBUTE = lazily(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = lazily(r"&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(\w{1,32}));")
_PRINTED = bytes(range(0x20, 0x7F))
_WHITE = frozenset(BLANKS)
_ID = lazily(r"\s(?:id|name)\s*=\s*[\"']([^\"']+)[\"']")


def feed(sink: Markup, data: bytes) -> None:
    """Read one XHTML file into the sink; what is not well-formed is read as HTML."""
    checkpoint = len(sink.pieces)
    if not _feed_quick(sink, data):
        _forget(sink, checkpoint)
        try:
            _feed_xml(sink, blanked(data))
        except expat.ExpatError:
            _forget(sink, checkpoint)
            feed_html(sink, data)
    sink.close()


def _forget(sink: Markup, checkpoint: int) -> None:
    del sink.pieces[checkpoint:]
    sink.__init__(sink.pieces, sink.file)


def blanked(data: bytes) -> bytes:
    """The markup without its document type, which could define entities; offsets stay as they are."""
    found = _DOCTYPE.search(data, 0, 200_000)
    return data if not found else data[: found.start()] + b" " * (found.end() - found.start()) + data[found.end() :]


def _feed_quick(sink: Markup, data: bytes) -> bool:
    """Plain XHTML in UTF-8 by one pass of a pattern; False where the file is anything but plain, and somebody else must read it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    start = text.find("<html")
    head = text[: max(0, start)]
    body = data.find(b"<html")
    if start < 0 or "[" in head or ("encoding=" in head and "utf-8" not in head.lower()):
        return False
    if data.find(b"<!", body) >= 0 or data.find(b"<?", body) >= 0:
        return False
    typed = "<pre" in text
    return _tokens(sink, text if typed else _blank(text, data), start, typed)


def _blank(text: str, data: bytes) -> str:
    """The same with a blank for any other white space: but in typewriter text it means no more, and every offset stays."""
    for sign in _WHITE.intersection(data.translate(None, _PRINTED).decode("utf-8", "ignore")):
        text = text.replace(sign, " ")
    return text


def _tokens(sink: Markup, text: str, place: int, typed: bool) -> bool:
    """Feed tag after tag, each with the words behind it; False at the first thing that is no plain tag or does not fit together."""
    stack: list[str] = []
    where = 0
    sink.where = lambda: where
    plain = _Plain(sink, typed)
    for found in _TOKEN.finditer(text, place):
        where = found.start()
        if where != place:
            return False
        place = found.end()
        block, own, words, run, closing, tag, attributes, empty, behind = found.groups()
        if block:
            if not plain.took(block, own, words, where, place) and not _block(sink, block, own, words):
                return False
        elif closing:
            if not stack or stack.pop() != tag:
                return False
            sink.end(tag)
        else:
            sink.start(tag, _attributes(attributes) if attributes else {})
            if empty:
                sink.end(tag)
            else:
                stack.append(tag)
        run = run if block else behind
        spoken = run != "" and not run.isspace()
        if spoken and not _words(sink, run):
            return False
        if spoken or not block:
            plain.known = {}
    return not stack and not text[place:].strip()


class _Plain:
    """The short way of paragraphs and list items with nothing but words in them; `known` is what they would be, while nothing else comes."""

    __slots__ = ("known", "role", "simple", "sink", "typed")

    def __init__(self, sink: Markup, typed: bool) -> None:
        self.sink, self.typed = sink, typed
        self.known: dict[str, str] = {}
        self.role = ""
        self.simple: dict[str, bool] = {"": True}

    def took(self, block: str, own: str, words: str, where: int, after: int) -> bool:
        """Lay the piece; False where it needs a closer look."""
        sink = self.sink
        if (kind := self.known.get(block)) is None:
            kind = self.known[block] = sink.ground(block)
            self.role = sink.role
        if not kind or not self._says_nothing(own):
            return False
        line, names = words, ()
        if "<" in words:
            if "noteref" in words:
                return False
            parts = _DRESSED.split(words)
            line, names = "".join(parts[::2]), _ID.findall("".join(parts[1::2]))
        line = self._line(line)
        if len(line) < SHORT and not line[:1].isalpha() and not line[1:2].isalpha():
            return False
        if own and "=" in own:
            names = [*_ID.findall(own), *names]
        for name in names:
            sink.anchors.setdefault(name, len(sink.pieces))
        sink.pieces.append(Piece(line, kind, 0, sink.file, 0, where, "", "", self.role))
        sink.opened = after
        return True

    def _says_nothing(self, own: str) -> bool:
        """Whether attributes are a name at most."""
        if (simple := self.simple.get(own)) is None:
            given = _ID.sub("", own)
            simple = self.simple[given] = self.simple[given] if given in self.simple else self.sink.simple(_attributes(given))
        return simple

    def _line(self, words: str) -> str:
        """The words with one blank between two."""
        if self.typed or "&" in words:
            return " ".join(_resolved(words).split())
        return " ".join(words.split()) if "  " in words else words.strip()


def _block(sink: Markup, block: str, own: str, words: str) -> bool:
    """A paragraph or list item the long way."""
    sink.start(block, _attributes(own) if own else {})
    fits = not words or _words(sink, words)
    sink.end(block)
    return fits


def _words(sink: Markup, run: str) -> bool:
    """Words and the tags that only dress them; False where a call of a note among them is not closed again."""
    if "<" in run:
        if "noteref" in run:
            return _marked(sink, run)
        for name in _ID.findall(run) if "=" in run else ():
            sink.anchor(name)
        run = _INLINE.sub("", run)
    sink.data(_resolved(run))
    return True


def _marked(sink: Markup, run: str) -> bool:
    """Words with a call of a note among them, tag by tag; the sink leaves the call out."""
    place = depth = 0
    for found in _SINGLE.finditer(run):
        if found.start() > place:
            sink.data(_resolved(run[place : found.start()]))
        place = found.end()
        closing, tag, attributes, empty = found.groups()
        if closing and not depth:
            return False
        if not closing:
            sink.start(tag, _attributes(attributes))
        if closing or empty:
            sink.end(tag)
        depth += -1 if closing else not empty
    sink.data(_resolved(run[place:]))
    return depth == 0


def _attributes(text: str) -> dict[str, str]:
    return {name: _resolved(value or other) for name, value, other in _ATTRIBUTE.findall(text)}


def _resolved(text: str) -> str:
    return _REFERENCE.sub(_meant, text) if "&" in text else text


def _meant(found: re.Match[str]) -> str:
    """What a reference stands for; one that means nothing stays as it is."""
    decimal, hexadecimal, name = found.groups()
    if name:
        return _BASIC.get(name) or _named(name) or found[0]
    value = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(value) if 9 <= value < 0xD800 or 0xE000 <= value < 0x110000 else "\ufffd"


def _feed_xml(sink: Markup, data: bytes) -> None:
    """Any well-formed XHTML.

    Names like `&nbsp;` are no entities of XML: an empty foreign DTD makes expat hand them over, whatever the file declares.
    """
    first = len(sink.pieces)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = sink.start
    parser.EndElementHandler = sink.end
    parser.CharacterDataHandler = sink.data
    parser.UseForeignDTD(True)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.ExternalEntityRefHandler = lambda context, *_: parser.ExternalEntityParserCreate(context).Parse(b"", True)
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = lambda name, parameter: None if parameter else sink.data(_named(name))
    sink.where = lambda: parser.CurrentByteIndex
    parser.Parse(data, True)
    _count_letters(sink, first, data)


def _count_letters(sink: Markup, first: int, data: bytes) -> None:
    """Offsets in bytes become offsets in letters, as everywhere."""
    if data.isascii():
        return
    bytes_before = letters = 0
    for piece in sink.pieces[first:]:
        if piece.offset >= bytes_before:
            letters += len(data[bytes_before : piece.offset].decode("utf-8", "ignore"))
            bytes_before = piece.offset
        piece.offset = letters


def _named(name: str) -> str:
    """What HTML means by `&name;`."""
    if name in _COMMON:
        return _COMMON[name]
    from html.entities import html5

    return html5.get(name + ";", "")


def _refuse_entity(*_: object) -> None:
    raise Refused("This book defines its own entities, which is not safe to read.")


def feed_html(sink: Markup, data: bytes, encoding: str | None = None) -> None:
    """Read HTML of any make with libxml2, which mends what is broken."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    from litink_app.readers import encoding as encodings

    text = data.decode(encoding) if encoding else encodings.decode(data, declared=encodings.declared(data))[0]
    parser = etree.HTMLParser(target=_Lxml(sink), no_network=True, encoding="utf-8")
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except (etree.XMLSyntaxError, AssertionError):
        pass
    sink.close()


class _Lxml:
    """The sink as libxml2 wants it."""

    def __init__(self, sink: Markup) -> None:
        self._sink = sink
        sink.where = int

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._sink.start(tag, dict(attributes))

    def end(self, tag: str) -> None:
        self._sink.end(tag)

    def data(self, text: str) -> None:
        self._sink.data(text)

    def comment(self, text: str) -> None:
        """Comments say nothing."""

    def close(self) -> None:
        """The sink is closed by its owner."""
