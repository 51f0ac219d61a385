"""Tables of PDFs: kept where they are, not seen where there are none."""

import pytest

from litink_app.schemas.book import BlockKind, Book
from tests.readers.made import inside

Words = list[tuple[float, float, str]]
PROSE = [
    "It",
    "was",
    "a",
    "bright",
    "cold",
    "day",
    "in",
    "spring",
    "and",
    "the",
    "clocks",
    "were",
    "striking",
    "as",
    "they",
    "went",
    "home",
]


def printed(words: Words) -> bytes:
    """A page with words at these places."""
    drawn = "BT /F 10 Tf " + "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj " for x, y, text in words) + "ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
    )
    body = "".join(f"{number} 0 obj{one} endobj\n" for number, one in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>".encode()


def laid(rows: list[list[str]], columns: tuple[float, ...], top: float = 600, pitch: float = 14) -> Words:
    return [(x, top - pitch * index, cell) for index, row in enumerate(rows) for x, cell in zip(columns, row, strict=True) if cell]


def paragraph(top: float, lines: int = 4, x: float = 72, words: int = 16) -> Words:
    return [(x, top - 12 * index, " ".join((PROSE * 3)[index * 5 : index * 5 + words])) for index in range(lines)]


def tables(book: Book) -> list[list[list[str]]]:
    found = [book.text[one.start : one.end] for one in book.blocks if one.kind is BlockKind.TABLE]
    return [[row.split("\t") for row in text.split("\n")] for text in found]


COINS = [["Coin", "Weight", "Metal"], ["Sovereign", "7.99 g", "gold"], ["Crown", "28.28 g", "silver"], ["Penny", "9.4 g", "bronze"]]


def test_a_table_stands_between_the_paragraphs_around_it() -> None:
    book = inside(printed([*paragraph(720), *laid(COINS, (80, 220, 340)), *paragraph(500)]), "page.pdf")

    kinds = [one.kind for one in book.blocks]
    assert tables(book) == [COINS]
    assert kinds.index(BlockKind.TABLE) not in {0, len(kinds) - 1}


def test_a_table_that_was_printed_column_by_column_is_put_together_again() -> None:
    by_column = sorted(laid(COINS, (80, 220, 340)))

    assert tables(inside(printed([*paragraph(720), *by_column, *paragraph(500)]), "page.pdf")) == [COINS]


def test_a_cell_of_several_lines_and_an_empty_one_keep_their_place() -> None:
    rows = [
        ["Name", "Where", "Since"],
        ["Ada", "a house on", "1843"],
        ["", "the hill", ""],
        ["Grace", "", "1906"],
        ["Mary", "a mill", "1831"],
    ]

    found = tables(inside(printed([*paragraph(720), *laid(rows, (80, 220, 340))]), "page.pdf"))

    assert found == [[rows[0], ["Ada", "a house on the hill", "1843"], rows[3], rows[4]]]


def test_numbers_set_flush_right_are_one_column() -> None:
    rows = [["Wheat", "1,200", "3"], ["Barley", "90", "41"], ["Oats", "7", "1,002"]]
    places = [(80.0, 200.0 + 5 * (6 - len(row[1])), 300.0 + 5 * (6 - len(row[2]))) for row in rows]
    words = [(x, 600.0 - 14 * index, cell) for index, row in enumerate(rows) for x, cell in zip(places[index], row, strict=True)]

    assert tables(inside(printed(words), "page.pdf")) == [rows]


NO_TABLES: dict[str, Words] = {
    "prose in two columns": [*paragraph(700, 20, 60, 9), *paragraph(700, 20, 330, 9)],
    "prose in two columns, line by line": [
        word for pair in zip(paragraph(700, 20, 60, 9), paragraph(700, 20, 330, 9), strict=True) for word in pair
    ],
    "a list with bullets": laid([["*", "bread and butter"], ["*", "milk"], ["*", "a good deal of tea"], ["*", "salt"]], (72, 100)),
    "a numbered list": laid([["1.", "bread and butter"], ["2.", "milk"], ["3.", "a good deal of tea"]], (72, 100)),
    "a contents page": laid([["The Pool", "1"], ["A Caucus Race", "14"], ["The Rabbit", "27"], ["Advice", "40"]], (72, 400)),
    "a play": laid([["ALICE.", "But I am not a serpent."], ["PIGEON.", "Serpent, I say again."], ["ALICE.", "I am a girl."]], (72, 160)),
    "a break of stars": laid([["*", "", "*", ""], ["", "*", "", "*"], ["*", "", "*", ""]], (100, 140, 180, 220)),
    "a running head": [(72, 740, "Through the Glass"), (500, 740, "12"), *paragraph(700, 20)],
}


@pytest.mark.parametrize("case", list(NO_TABLES))
def test_what_only_stands_side_by_side_is_no_table(case: str) -> None:
    book = inside(printed(NO_TABLES[case]), "page.pdf")

    assert tables(book) == []
    assert book.text
