"""The ways from bytes to the sink: a quick one for plain well-formed XHTML, expat for all well-formed, libxml2 for the rest."""

import re
from xml.parsers import expat

from litink_app.errors import Refused
from litink_app.readers.draft import Piece
from litink_app.readers.kinds import PARAGRAPH
from litink_app.readers.lazily import lazily, lazily_bytes
from litink_app.readers.markup import Markup

SHORT = 60
_COMMON = {"nbsp": "\u00a0", "mdash": "—", "ndash": "–", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…", "shy": ""}
_BASIC = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DOCTYPE = lazily_bytes(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_PLAIN = r"(?:em|i|b|strong|abbr|cite|span|small|time|q|dfn|var|bdi)"
_TOKEN = lazily(
    rf"<p((?:\s+[\w:.-]+\s*=\s*\"[^\"<>]*\")*)>([^<]*(?:</?{_PLAIN}(?:\s[^<>]*)?>[^<]*)*)</p>"
    r"|<(/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(/?)>"
)
_IDLE = frozenset(
    {"a", "em", "i", "b", "strong", "abbr", "cite", "span", "small", "time", "q", "dfn", "var", "bdi", "code", "sup", "sub", "u"}
)
_TELLING = frozenset({"id", "name", "epub:type", "role"})
_INLINE = lazily(rf"</?{_PLAIN}(?:\s[^<>]*)?>")
_ATTRIBUTE = lazily(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = lazily(r"&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(\w{1,32}));")
_ID = lazily(r"\s(?:xml:)?id\s*=\s*[\"']([^\"']+)")


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
    if start < 0 or "[" in head or ("encoding=" in head and "utf-8" not in head.lower()) or "<!" in text[start:] or "<?" in text[start:]:
        return False
    return _tokens(sink, text, start)


def _tokens(sink: Markup, text: str, place: int) -> bool:
    """Feed tag after tag; False at the first thing that is no plain tag or does not fit together."""
    stack: list[str] = []
    where = 0
    plain, role = False, ""
    simple: dict[str, bool] = {"": True}
    idle: dict[str, bool] = {"": True}
    sink.where = lambda: where
    for found in _TOKEN.finditer(text, place):
        where = found.start()
        if where != place and (words := text[place:where]) != "\n":
            if "<" in words:
                return False
            sink.data(_resolved(words))
            plain = plain and words.isspace()
        place = found.end()
        own, words, closing, tag, attributes, empty = found.groups()
        if tag is None:
            if own not in simple:
                simple[own] = sink.simple(_attributes(own))
            if "<" in words and (words := _inline(sink, words)) is None:
                return False
            line = " ".join((_resolved(words) if "&" in words else words).split())
            if plain and simple[own] and (len(line) >= SHORT or line[:1].isalpha() or line[1:2].isalpha()):
                sink.pieces.append(Piece(line, PARAGRAPH, 0, sink.file, 0, where, role=role))
                sink.opened = place
            else:
                sink.paragraph(_attributes(own) if own else {}, line)
            continue
        if closing:
            opened = stack.pop() if stack else ""
            if opened != tag:
                if opened == f"/{tag}":
                    continue
                return False
            sink.end(tag)
        elif tag in _IDLE and not empty and _is_idle(attributes, idle):
            stack.append(f"/{tag}")
            continue
        else:
            sink.start(tag, _attributes(attributes) if attributes else {})
            if empty:
                sink.end(tag)
            else:
                stack.append(tag)
        plain, role = sink.plain(), sink.role
    return not stack and not text[place:].strip()


def _is_idle(attributes: str, known: dict[str, bool]) -> bool:
    """Whether an element that only dresses words says nothing else by these attributes; `known` remembers."""
    if attributes not in known:
        known[attributes] = not _TELLING.intersection(_attributes(attributes))
    return known[attributes]


def _inline(sink: Markup, words: str) -> str | None:
    """A paragraph's words without the tags in it; None where one of them means something."""
    if "noteref" in words:
        return None
    for name in _ID.findall(words):
        sink.anchors.setdefault(name, len(sink.pieces))
    return _INLINE.sub("", words)


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
