"""Scanned books: pages that are pictures give their words, and those that do not are named."""

import difflib
import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from litink_app.readers import pdf, read, sandbox, strokes
from litink_app.readers.recognition import Seen
from litink_app.readers.scans import Scans
from tests.readers.test_pdf import printed

PROSE = """The lamp in the harbour office burned low, and Captain Merrow
counted the coins for the third time. There were nineteen of them,
one fewer than the widow had promised.

"You are late," said a voice behind the door. "The tide turned an
hour ago, and the boatman will not wait for either of us."

Merrow swept the silver into his pocket and blew out the flame."""


def paper(text: str = "", lean: float = 0.0) -> Image.Image:
    """A sheet as a scanner sees it."""
    sheet = Image.new("L", (1240, 1754), 236)
    draw = ImageDraw.Draw(sheet)
    draw.multiline_text((130, 200), text, fill=40, font=ImageFont.load_default(30), spacing=14)
    noisy = Image.blend(sheet, Image.effect_noise(sheet.size, 60), 0.15)
    return noisy.rotate(lean, Image.Resampling.BICUBIC, fillcolor=220)


def bound(*sheets: Image.Image) -> bytes:
    target = io.BytesIO()
    sheets[0].save(target, "PDF", save_all=True, append_images=sheets[1:], resolution=150)
    return target.getvalue()


class Reading:
    """Sees the same words on each page, as surely as it is told."""

    def __init__(self, sure: float, *, done: bool = True) -> None:
        self.sure, self.done = sure, done

    def read(self, page: object) -> list[Seen] | None:
        return [Seen("The words of this page", self.sure, (100.0, 100.0, 900.0, 140.0))] if self.done else None


def seen_by(reading: Reading, pages: int = 3) -> tuple[str, list[str]]:
    draft = pdf.read(bound(*[paper()] * pages), "scan.pdf", Scans(reading))  # type: ignore[arg-type]
    return " ".join(piece.text for piece in draft.pieces if piece.text), draft.warnings


def test_a_scanned_page_gives_its_words_and_a_blank_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(bound(paper(PROSE, lean=0.7), paper()))

    book = read(path)

    assert difflib.SequenceMatcher(None, PROSE.split(), book.text.split(), autojunk=False).ratio() > 0.95
    assert book.chapters
    assert book.warnings[0].startswith("Page 1 of 2 was read from pictures, 9")
    assert book.warnings[1] == "Page 2 of 2 is a picture without text and cannot be read."
    assert book.metadata["recognised"].startswith("1:0.9")
    assert book.sources[0].page == 1


def test_a_page_with_words_of_its_own_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(printed("600 0 0 780 0 0"))
    children: list[tuple[int, float, int]] = []

    sandbox.answer(path, note=children.append)

    assert len(children) == 1


@pytest.mark.parametrize(
    "page",
    [
        printed("600 0 0 780 0 0", "/Width 65000 /Height 65000"),
        printed("600 0 0 780 0 0").replace(b"[0 0 612 792]", b"[0 0 14000 30]"),
    ],
    ids=["flood of pixels", "sliver"],
)
def test_a_page_out_of_all_measure_is_not_shown_to_anybody(page: bytes) -> None:
    page = page.replace(b"(The words above)", b"()").replace(b"(The words below)", b"()")
    scans = Scans(Reading(0.99))  # type: ignore[arg-type]

    draft = pdf.read(page, "page.pdf", scans)

    assert scans.sure == {}
    assert draft.warnings == ["Page 1 of 1 is a picture without text and cannot be read."]


def test_pages_read_from_pictures_are_named_with_how_sure_they_are() -> None:
    text, warnings = seen_by(Reading(0.97))

    assert text.count("The words of this page") == 3
    assert warnings == ["Pages 1–3 of 3 were read from pictures, 97% sure, the least sure page 97%. Please check names and numbers."]


def test_words_that_cannot_be_made_out_are_left_out_and_their_pages_named() -> None:
    text, warnings = seen_by(Reading(0.6))

    assert text == ""
    assert warnings == ["Pages 1–3 of 3 are pictures too unclear to be read."]


def test_pages_for_which_there_was_no_time_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litink_app.readers.scans.SCANS_SECONDS", -1)

    text, warnings = seen_by(Reading(0.99))

    assert text == ""
    assert len(warnings) == 1
    assert warnings[0].startswith("Pages 1–3 of 3 are pictures that could not be read in the time that a book gets.")


def test_one_page_that_takes_too_long_is_named_and_costs_no_other_its_words() -> None:
    _, warnings = seen_by(Reading(0.99, done=False), 1)

    assert warnings[0].startswith("Page 1 of 1 is a picture that could not be read in the time")


def test_a_model_that_fails_leaves_the_book_as_it_was_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SCANS_WALL_SECONDS", 0.001)
    path = tmp_path / "scan.pdf"
    path.write_bytes(bound(paper(PROSE)))

    book = read(path)

    assert book.warnings == ("Page 1 of 1 is a picture without text and cannot be read.",)


def test_columns_are_read_one_after_the_other_under_a_line_right_across() -> None:
    left = [(0.0, 100.0 + 40 * row, 400.0, 130.0 + 40 * row) for row in range(5)]
    right = [(450.0, 100.0 + 40 * row, 850.0, 130.0 + 40 * row) for row in range(5)]
    title = (50.0, 20.0, 800.0, 60.0)

    assert strokes.rows([*right, title, *left]) == [[box] for box in (title, *left, *right)]


def test_numbers_of_chapters_stay_beside_their_titles() -> None:
    lines = [[(0.0, 40.0 * row, 180.0, 40.0 * row + 30), (200.0, 40.0 * row, 620.0, 40.0 * row + 30)] for row in range(12)]

    assert strokes.rows([box for line in lines for box in line]) == lines


def test_parts_of_one_line_are_one_row() -> None:
    parts = [(0.0, 10.0, 200.0, 40.0), (230.0, 12.0, 500.0, 41.0), (0.0, 60.0, 700.0, 90.0)]

    assert strokes.rows(parts) == [parts[:2], parts[2:]]
