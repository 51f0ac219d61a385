"""Pictures of a book: what they really are, how large they claim to be, and SVG made harmless."""

import re
import struct
from binascii import a2b_base64

from litink_app.errors import Refused
from litink_app.readers.draft import Picture
from litink_app.readers.lazily import lazily_bytes

PIXELS = 60_000_000
BYTES = 24 << 20
ALL_BYTES = 64 << 20
TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
_ACTIVE = {"script", "foreignObject", "iframe", "object", "embed", "handler", "audio", "video", "animate", "set", "use-external"}


def figure(name: str, data: bytes, alt: str = "") -> Picture | None:
    """The picture; None where it is no picture that can be shown safely."""
    kind = sniff(data)
    if not kind or len(data) > BYTES:
        return None
    if kind == "image/svg+xml":
        clean = _harmless(data)
        return Picture(name, kind, clean, alt) if clean else None
    width, height = _size(kind, data)
    if width * height > PIXELS or width == 0 or height == 0:
        return None
    return Picture(name, kind, data, alt)


def written(source: str) -> bytes:
    """The bytes of a picture that stands in the page itself (`data:image/png;base64,…`); nothing where it does not, or is broken."""
    head, _, body = source[: BYTES * 2].partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        return b""
    try:
        return a2b_base64(body)
    except ValueError:
        return b""


def sniff(data: bytes) -> str:
    """The media type by content."""
    for magic, kind in TYPES.items():
        if data.startswith(magic) and (kind != "image/webp" or data[8:12] == b"WEBP"):
            return kind
    return "image/svg+xml" if b"<svg" in data[:4096] or b":svg" in data[:4096] else ""


def _size(kind: str, data: bytes) -> tuple[int, int]:
    try:
        if kind == "image/png":
            return struct.unpack(">II", data[16:24])
        if kind == "image/gif":
            return struct.unpack("<HH", data[6:10])
        if kind == "image/webp":
            return _webp(data)
        return _jpeg(data)
    except struct.error:
        return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            place += 1
            continue
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        if marker in {0xFF, 0x01} or 0xD0 <= marker <= 0xD9:
            place += 1 if marker == 0xFF else 2
            continue
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
    return 0, 0


_INSIDE = lazily_bytes(rb"data:image/(?:png|jpeg|jpg|gif|webp);base64,")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n"
_SUSPECT = lazily_bytes(
    rb"<(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|handler|audio|video|animate|set|!entity|!doctype[^>]*\[)"
    rb"|\son[a-z]+\s*=|@import|(?:href|src)\s*=\s*[\"'](?!#)|url\((?!\s*[\"']?#)|javascript:|<\?xml-stylesheet"
)


def _harmless(data: bytes) -> bytes:
    """SVG in which nothing acts and nothing reaches outside: as it is where no such thing is found, else rebuilt without it."""
    return data if b"\0" not in data and not _SUSPECT.search(_without_letters(data).lower()) else _rebuilt(data)


def _without_letters(data: bytes) -> bytes:
    """With `#` for each picture inside it: their letters are many and do nothing."""
    kept: list[bytes] = []
    place = 0
    while found := _INSIDE.search(data, place):
        end = data.find(b'"', found.end())
        end = len(data) if end < 0 else end
        harmless = not data[found.end() : end].translate(None, _BASE64)
        kept.append(data[place : found.start()] + (b"#" if harmless else data[found.start() : end]))
        place = end
    return b"".join([*kept, data[place:]])


def _rebuilt(data: bytes) -> bytes:
    """Without scripts, handlers, foreign objects and outside references; nothing where it cannot be parsed."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, Refused):
        return b""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname in _ACTIVE:
            if element.getparent() is not None:
                element.getparent().remove(element)
            continue
        for name, value in list(element.attrib.items()):
            if _outside(name, value):
                del element.attrib[name]
        if etree.QName(element).localname == "style" and element.text and re.search(r"@import|url\(\s*['\"]?(?!#)", element.text):
            element.text = ""
    return etree.tostring(root)


def _outside(name: str, value: str) -> bool:
    local = name.rpartition("}")[2].lower()
    if local.startswith("on"):
        return True
    if local in {"href", "src", "action", "to", "from", "values"}:
        return (
            not value.startswith(("#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")) and ":" in value
        ) or value.startswith("//")
    return bool(re.search(r"url\(\s*['\"]?(?!#)", value)) if "url(" in value else False
