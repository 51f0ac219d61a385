"""The formats that can be read, told apart by what is in the file, never by its name alone."""

import re
from collections.abc import Callable
from importlib import import_module

from litink_app.errors import Refused
from litink_app.readers.encoding import wide
from litink_app.readers.lazily import lazily_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from litink_app.readers.port import Reader

Sniff = Callable[[bytes, str], bool]
_TAG = lazily_bytes(rb"<(?:!doctype html|html|head|body|h[1-6]|div|p|table|pre)\b", re.IGNORECASE)
_PAGE = lazily_bytes(rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_MARKDOWN = lazily_bytes(rb"^(?:#{1,3} \S|---\r?\n(?:\w[^\n]*\n)+---|={3,}\r?$)", re.MULTILINE)
_NOTHING = b"\0 \t\r\n"
_PICTURE = "This is a picture, not a book. A picture of your own can be shown in a film, on the page of the film."
_SOUND = "This is a sound, not a book. Music of your own can be laid under a film, on the page of the film."
_REFUSED = {
    b"\xd0\xcf\x11\xe0": "This is an old Word file. Please save it as DOCX and try again.",
    b"Rar!": "This is an archive, not a book. Please unpack it and bring the book inside.",
    b"7z\xbc\xaf": "This is an archive, not a book. Please unpack it and bring the book inside.",
    b"\x1f\x8b": "This is a packed file, not a book. Please unpack it first.",
    b"{\\rtf": "RTF files cannot be read. Please save it as DOCX and try again.",
    b"MZ": "This is a program, not a book.",
    b"\x7fELF": "This is a program, not a book.",
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF87a": _PICTURE,
    b"GIF89a": _PICTURE,
    b"ID3\x03": _SOUND,
    b"ID3\x04": _SOUND,
    b"\xff\xfb": _SOUND,
    b"OggS": _SOUND,
    b"fLaC": _SOUND,
    b"ITSF": "This is a Windows help file, which cannot be read. Please bring EPUB, PDF, DOCX, HTML or text.",
}


def _zip_with(*names: bytes) -> Sniff:
    return lambda data, name: data[:4] == b"PK\x03\x04" and any(found in data for found in names)


def _html(data: bytes, name: str) -> bool:
    head = data[:4096].replace(b"\0", b"")
    return bool(_TAG.search(head)) and (b"</" in data[:65536].replace(b"\0", b""))


def _markdown(data: bytes, name: str) -> bool:
    """A Markdown file may hold stretches of HTML, but is no whole page."""
    named = name.lower().endswith((".md", ".markdown"))
    return named and bool(_MARKDOWN.search(data[:200_000])) and not _PAGE.search(data[:4096])


FORMATS: tuple[tuple[str, Sniff], ...] = (
    ("pdf", lambda data, name: b"%PDF-" in data[:1024]),
    ("epub", _zip_with(b"application/epub+zip", b"META-INF/container.xml")),
    ("docx", _zip_with(b"word/document.xml")),
    ("markdown", _markdown),
    ("html", _html),
)


def admit(head: bytes, size: int, name: str) -> None:
    """At the door, by the first bytes of a file of `size`: `Refused` for what is surely no book. What an archive holds, its reader finds out."""
    if head[:2] != b"PK" and (len(head) == size or head.strip(_NOTHING)):
        sniff(head, name)


def sniff(data: bytes, name: str) -> str:
    """The format by content; plain text where nothing else fits; `Refused` for what is no book."""
    if not data[:4096].strip(_NOTHING) and not data.strip(_NOTHING):
        raise Refused("This file is empty.")
    for kind, fits in FORMATS:
        if fits(data, name):
            return kind
    for magic, words in _REFUSED.items():
        if data.startswith(magic):
            raise Refused(words)
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE"):
        raise Refused(_PICTURE if data[8:12] == b"WEBP" else _SOUND)
    if data[4:8] == b"ftyp":
        raise Refused("This is a clip or a sound, not a book. A clip of your own can be shown in a film, on the page of the film.")
    if data[60:68] == b"BOOKMOBI":
        raise Refused("Kindle files (MOBI, AZW) cannot be read. Please bring the book as EPUB.")
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        raise Refused("This archive holds neither an EPUB nor a Word document.")
    if _binary(data):
        raise Refused("This is not a book in a format that can be read: EPUB, PDF, DOCX, HTML, Markdown or text.")
    return "text"


def _binary(data: bytes) -> bool:
    """Control bytes that no encoding of text has; UTF-16 is full of zeros at every other place."""
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or (b"\0" in head and wide(data)):
        return False
    controls = sum(head.count(value) for value in (1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 28, 29, 30, 31))
    return controls > 0.02 * len(head) or head.count(0) > 0.001 * len(head)


def reader(kind: str) -> "Reader":
    """The reader of a format, imported when it is needed."""
    return import_module(f"litink_app.readers.{kind}").read
