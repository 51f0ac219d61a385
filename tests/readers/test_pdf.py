"""Pictures of printed pages: kept where they stand, the one that fills the first page as the cover."""

import zlib

import pytest

from litink_app.schemas.book import BlockKind
from tests.readers.made import inside

RED = bytes((255, 0, 0)) * 900


def printed(matrix: str, image: str = "/Width 30 /Height 30", data: bytes = RED) -> bytes:
    """A page with a line above and a line below a picture that `matrix` puts on it."""
    drawn = f"BT /F 12 Tf 72 700 Td (The words above) Tj 0 -600 Td (The words below) Tj ET q {matrix} cm /I Do Q".encode()
    packed = zlib.compress(data)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>"
        b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode %s/Length %d>>stream\n%s\nendstream"
        % (image.encode(), len(packed), packed),
    )
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj%s endobj\n" % (number, one) for number, one in enumerate(objects, 1))
        + b"trailer<</Root 1 0 R>>"
    )


def test_a_picture_stands_between_the_words_around_it() -> None:
    book = inside(printed("200 0 0 200 72 300"), "page.pdf")

    shown = next(one for one in book.blocks if one.kind is BlockKind.FIGURE)
    assert book.text[: shown.start].strip() == "The words above"
    assert book.text[shown.start :].strip() == "The words below"
    assert [(one.name, one.media_type) for one in book.figures] == [(shown.figure, "image/png")]
    assert book.figures[0].data[16:24] == b"\0\0\0\x1e\0\0\0\x1e"
    assert book.cover is None


def test_a_picture_that_fills_the_first_page_is_the_cover() -> None:
    book = inside(printed("600 0 0 780 0 0"), "page.pdf")

    assert book.cover is not None
    assert book.cover.data == book.figures[0].data


@pytest.mark.parametrize(
    "page", [printed("9 0 0 9 72 300"), printed("200 0 0 200 72 300", "/Width 65000 /Height 65000")], ids=["ornament", "flood of pixels"]
)
def test_ornaments_and_floods_of_pixels_are_left_out(page: bytes) -> None:
    book = inside(page, "page.pdf")

    assert "The words above" in book.text and "The words below" in book.text
    assert book.figures == ()
