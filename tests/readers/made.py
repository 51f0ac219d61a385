"""Books made by the tests: EPUB and DOCX files from a few lines."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from litink_app.readers import registry, wire
from litink_app.readers.assemble import lay
from litink_app.schemas.book import Book

CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def prose(words: int = 220, about: str = "The road") -> str:
    """Paragraphs of some length."""
    sentence = f"{about} went on over the hills, and nobody who walked there knew where it would end. "
    return "".join(f"<p>{sentence * 3}</p>\n" for _ in range(max(1, words // 48)))


def page(body: str, title: str = "A page", attributes: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{escape(title)}</title></head><body {attributes}>{body}</body></html>'
    )


def chapter(heading: str, words: int = 220, level: int = 2) -> str:
    return page(f"<h{level}>{heading}</h{level}>{prose(words, heading)}")


def opf(files: Sequence[str], *, spine: Sequence[str] | None = None, extra: str = "", title: str = "A Journey", toc: str = "") -> str:
    items = "".join(f'<item id="i{index}" href="{escape(name)}" media-type="application/xhtml+xml"/>' for index, name in enumerate(files))
    order = "".join(f'<itemref idref="{one}"/>' for one in (spine or [f"i{index}" for index in range(len(files))]))
    return (
        f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}{extra}</manifest><spine {toc}>{order}</spine></package>"
    )


def nav(entries: str) -> str:
    return page(f'<nav epub:type="toc"><h1>Contents</h1><ol>{entries}</ol></nav>')


NAV_ITEM = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'


def epub(pages: Mapping[str, str], contents: str | None = None, **package: str | Sequence[str] | None) -> bytes:
    """An EPUB of these pages in order; `contents` are the list items of its nav."""
    files = {"OPS/book.opf": opf(list(pages), extra=NAV_ITEM if contents is not None else "", **package)}  # type: ignore[arg-type]
    files |= {f"OPS/{name}": text for name, text in pages.items()}
    if contents is not None:
        files["OPS/nav.xhtml"] = nav(contents)
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER} | files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return target.getvalue()


def docx(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A Word document of (style id, text)."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>' for style, text in paragraphs
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
        for style, name in (("H1", "heading 1"), ("H2", "heading 2"), ("N", "Normal"))
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<?xml version="1.0"?><w:styles xmlns:w="{w}">{styles}</w:styles>',
        }
    )


def inside(data: bytes, name: str) -> Book:
    """What the sandbox child makes of a file, in this very process."""
    return wire.unpack(b"".join(wire.pack(lay(registry.reader(registry.sniff(data, name))(data, name)))))
