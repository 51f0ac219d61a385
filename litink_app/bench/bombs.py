"""Files made to hurt a reader: archives that lie, markup that nests or multiplies, pictures and pages that claim too much."""

import io
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

CONTAINER = b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
PACKAGE = (
    b'<package><manifest><item id="a" href="a.xhtml"/><item id="n" href="n.xhtml" properties="nav"/></manifest>'
    b'<spine><itemref idref="a"/></spine></package>'
)
FRAME = {"META-INF/container.xml": CONTAINER, "b.opf": PACKAGE}
LAUGHS = b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + b"".join(b"<!ENTITY a%d '%s'>" % (n + 1, b"&a%d;" % n * 10) for n in range(40)) + b"]>"
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a40 SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;]>'
WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def packed(files: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def bombs() -> Iterator[tuple[str, bytes]]:
    """All of them, with a file name each."""
    yield from _archives()
    yield from _markup()
    yield from _pictures()
    yield from _pages()
    yield from _words()


def _book(page: bytes, **more: bytes) -> bytes:
    return packed(FRAME | {"a.xhtml": page} | {name.replace("_", "."): data for name, data in more.items()})


def _archives() -> Iterator[tuple[str, bytes]]:
    yield "zeros.epub", _book(bytes(200 << 20))
    yield "zeros-in-zeros.epub", packed({"META-INF/container.xml": packed({"x": packed({"x": bytes(50 << 20)})})})
    yield "many.epub", packed(FRAME | {str(number): b"" for number in range(50_000)})
    yield "climbs.epub", packed(FRAME | {"../../../etc/cron.d/x": b"x"})
    yield "absolute.epub", packed(FRAME | {"/etc/x": b"x"})
    yield "backslash.epub", packed(FRAME | {"..\\..\\x": b"x"})
    yield "link.epub", _linked()
    yield "overlapping.epub", _overlapping(_book(b"<p>x</p>" * 5000), 3000)
    whole = _book(b"<p>word</p>" * 200_000)
    yield "small-lie.epub", _lied(whole, 24, 10)
    yield "great-lie.epub", _lied(whole, 24, 0xFFFFFFF0)
    yield "packed-lie.epub", _lied(whole, 20, 0x7FFFFFFF)
    yield "offset-lie.epub", _lied(whole, 42, 0x7FFFFFFF)
    yield "count-lie.epub", whole[:-12] + struct.pack("<HH", 0xFFFE, 0xFFFE) + whole[-8:]
    yield "comment.epub", whole[:-2] + struct.pack("<H", 65_000) + b"PK\x05\x06" * 16_250


def _linked() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        link = zipfile.ZipInfo("b.opf")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return target.getvalue()


def _overlapping(data: bytes, times: int) -> bytes:
    """The directory's last entry again and again, under other names: all over the same bytes."""
    end = data.rindex(b"PK\x05\x06")
    place = data.rindex(b"PK\x01\x02")
    last = data[place:end]
    name = struct.unpack("<H", last[28:30])[0]
    more = b"".join(last[:28] + struct.pack("<H", 7) + last[30:46] + b"%07d" % number + last[46 + name :] for number in range(times))
    count, size, offset = struct.unpack("<HII", data[end + 10 : end + 20])
    ending = data[end : end + 8] + struct.pack("<HHIIH", count + times, count + times, size + len(more), offset, 0)
    return data[:end] + more + ending


def _lied(data: bytes, field: int, value: int) -> bytes:
    """Another number in the directory's last entry."""
    place = data.rindex(b"PK\x01\x02") + field
    return data[:place] + struct.pack("<I", value) + data[place + 4 :]


def _markup() -> Iterator[tuple[str, bytes]]:
    dice = random.Random(7)
    deep = b"".join(b"<div id='%d'>" % dice.getrandbits(40) for _ in range(200_000))
    yield "deep.epub", _book(deep)
    yield "deep.html", b"<html><body>" + deep
    yield "deep-lists.html", b"<html><body>" + b"<ul><li>x" * 100_000 + b"</li></ul>" * 100_000
    yield "deep-tables.html", b"<html><body>" + b"<table><tr><td>x" * 50_000
    yield "attribute.epub", _book(b"<p title='" + dice.randbytes(20 << 20).hex().encode() + b"'>x</p>")
    yield "attributes.html", b"<html><body><p " + b" ".join(b"a%d='x'" % n for n in range(300_000)) + b">x</p>"
    yield "tags.html", b"<html><body>" + b"<b><i><p>" * 300_000
    yield "comment.html", b"<html><body><p>x</p>" + b"<!--" * 2_000_000
    yield "references.epub", _book(b"<html><body><p>" + b"&#x10FFFF;&nbsp;&unknown;" * 300_000 + b"</p></body></html>")
    yield "anchors.epub", _book(b"<html><body>" + b"".join(b"<p id='a%d'>x</p>" % n for n in range(300_000)) + b"</body></html>")
    yield "nav.epub", _book(b"<p>x</p>", n_xhtml=b"<html><nav>" + b"<ol><li><a href='a.xhtml'>x</a>" * 20_000)
    yield "nav-lines.epub", _book(b"<p>x</p>", n_xhtml=b"<nav><ol>" + b"<li><a href='a.xhtml'>x</a></li>" * 500_000 + b"</ol></nav>")
    for name, evil in (("laughs", LAUGHS), ("outside", OUTSIDE)):
        yield f"{name}.html", evil + b"<html><body><p>&a40;</p></body></html>"
        yield f"{name}.epub", _book(evil + b"<html><body><p>&a40;</p></body></html>")
        yield f"{name}-package.epub", packed(FRAME | {"b.opf": evil + PACKAGE.replace(b"<manifest>", b"<x>&a40;</x><manifest>")})
        yield f"{name}.docx", packed({"word/document.xml": evil + WORD % b"<w:p><w:r><w:t>&a40;</w:t></w:r></w:p>"})
    yield "deep.docx", packed({"word/document.xml": WORD % (b"<w:tbl><w:tr><w:tc>" * 50_000)})
    yield "long.docx", packed({"word/document.xml": WORD % (b"<w:p><w:r><w:t>I</w:t></w:r></w:p>" * 300_000)})


def _pictures() -> Iterator[tuple[str, bytes]]:
    flood = struct.pack(">IIBBBBB", 65_535, 65_535, 16, 6, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + flood + struct.pack(">I", zlib.crc32(b"IHDR" + flood))
    jpeg = b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 17, 8, 65_500, 65_500, 3) + bytes(9)
    gif = b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + bytes(9)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 200_000
    pictures = {"p_png": png, "p_jpg": jpeg, "p_gif": gif, "p_svg": svg, "q_jpg": b"\xff\xd8" + b"\xff" * (8 << 20)}
    shown = b"".join(b"<p><img src='%s'/></p>" % name.replace("_", ".").encode() for name in pictures)
    yield "pixels.epub", _book(b"<html><body><h1>One</h1>" + shown + b"</body></html>", **pictures)
    yield "pixels.pdf", _pdf(b"q 1 0 0 1 0 0 cm /I Do Q", b"/Width 99999 /Height 99999 /BitsPerComponent 8 /ColorSpace /DeviceRGB")


def _pdf(content: bytes, image: bytes = b"", packing: bytes = b"") -> bytes:
    body = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</I 5 0 R>>>>>>endobj\n"
    )
    body += b"4 0 obj<</Length %d%s>>stream\n%s\nendstream endobj\n" % (len(content), packing, content)
    body += b"5 0 obj<</Type/XObject/Subtype/Image%s/Length 1>>stream\nx\nendstream endobj\n" % image
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>"


def _pages() -> Iterator[tuple[str, bytes]]:
    yield (
        "page-tree.pdf",
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>endobj\n"
            b"trailer<</Root 1 0 R>>"
        ),
    )
    zeros = zlib.compress(bytes(400 << 20), 9)
    yield "zeros.pdf", _pdf(zeros, packing=b"/Filter/FlateDecode")
    yield "zeros-in-zeros.pdf", _pdf(zlib.compress(zeros, 9), packing=b"/Filter[/FlateDecode/FlateDecode]")
    drawn = b"BT /F 9 Tf " + b"1 0 0 1 72 %d Tm (words that stand here) Tj "
    yield "words.pdf", _pdf(zlib.compress(b"".join(drawn % (n % 700) for n in range(400_000)), 9), packing=b"/Filter/FlateDecode")
    yield "arrays.pdf", _pdf(b"BT /F 9 Tf " + b"[" * 2_000_000 + b" TJ ET")
    yield "states.pdf", _pdf(b"q " * 2_000_000)
    yield "objects.pdf", b"%PDF-1.4\n" + b"".join(b"%d 0 obj<</A %d 0 R>>endobj\n" % (n, n + 1) for n in range(300_000))
    yield "dictionaries.pdf", b"%PDF-1.4\n1 0 obj" + b"<</A" * 1_000_000 + b"\ntrailer<</Root 1 0 R>>"


def _words() -> Iterator[tuple[str, bytes]]:
    yield "line.txt", b"word " * (10 << 20)
    yield "marks.txt", ("e" + "\u0301" * 5_000_000).encode()
    yield "stops.txt", b". " * 5_000_000
    yield "headings.txt", b"CHAPTER I\n\n" * 500_000
    yield "letters.txt", b"My dear Sir,\n\n" * 300_000
    yield "hyphens.txt", b"wonder-\nful " * 1_000_000
    yield "notes.txt", b"[Footnote 1: " * 500_000
    yield "zeros.txt", b"a\0" * 5_000_000
    yield "bytes.txt", random.Random(3).randbytes(8 << 20)
    yield "high.txt", bytes(range(128, 256)) * 60_000
    yield "brackets.md", b"# One\n\n" + b"[" * 1_000_000 + b"](x)"
    yield "stars.md", b"# One\n\n" + b"*_" * 1_000_000
    yield "quoted.md", b"# One\n\n" + b"> " * 500_000 + b"x"
    yield "fences.md", b"# One\n\n" + b"```\n" * 500_000
    yield "tables.md", b"# One\n\n|" + b"a|" * 1_000_000 + b"\n|" + b"-|" * 1_000_000
