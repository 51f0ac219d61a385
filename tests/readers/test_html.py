"""Single pages: what pictures they carry along, and which of them may stay."""

import struct
import zlib
from base64 import b64encode

from litink_app.schemas.book import BlockKind
from tests.readers.made import inside, page, prose


def png(width: int) -> str:
    head = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return f"data:image/png;base64,{b64encode(data).decode()}"


def test_a_picture_written_into_the_page_is_kept_where_it_stands() -> None:
    body = f"<h1>One</h1>{prose()}<p><img src='{png(9)}' alt='A small square'/></p><p>The last words.</p>"

    book = inside(page(body).encode(), "page.html")

    shown = next(one for one in book.blocks if one.kind is BlockKind.FIGURE)
    assert book.text[shown.end :].strip() == "The last words."
    assert [(one.name, one.media_type, one.alt) for one in book.figures] == [(shown.figure, "image/png", "A small square")]


def test_what_is_no_picture_or_is_elsewhere_or_a_flood_is_only_known_to_have_been_there() -> None:
    sources = ("data:image/png;base64,!!!", "data:text/html;base64,PHA+", "data:image/png,x", "pictures/one.png", png(65_000))
    body = f"<h1>One</h1>{prose()}" + "".join(f"<p><img src='{source}'/></p>" for source in sources)

    book = inside(page(body).encode(), "page.html")

    assert [one.figure for one in book.blocks if one.kind is BlockKind.FIGURE] == [""] * len(sources)
    assert book.figures == ()
