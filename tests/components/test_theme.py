"""The look in figures: contrast, and no colour that is not a token."""

import re
from pathlib import Path

import pytest

from litink_app.components import theme

SHEETS = sorted((Path(__file__).parents[2] / "assets" / "styles").glob("*.css"))
MODES = (0, 1)
GROUNDS = ("paper", "leaf", "well", "hover")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    ("text", "least"), [("ink", 7.0), ("soft", 4.5), ("faint", 4.5), ("lamp-ink", 4.5), ("bad", 4.5), ("good", 4.5), ("edge", 3.0)]
)
def test_text_and_edges_stand_out_from_every_ground(text: str, ground: str, least: float, mode: int) -> None:
    seen = theme.contrast(theme.COLORS[text][mode], theme.COLORS[ground][mode])

    assert seen >= least


@pytest.mark.parametrize("mode", MODES)
def test_reading_text_reaches_the_strictest_contrast(mode: int) -> None:
    assert theme.contrast(theme.COLORS["ink"][mode], theme.COLORS["paper"][mode]) >= 12


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("wash", ["lamp", "creator", "good", "bad"])
def test_words_on_a_wash_can_be_read(wash: str, mode: int) -> None:
    text = theme.COLORS["lamp-ink" if wash == "lamp" else wash][mode]

    assert theme.contrast(text, theme.COLORS[f"{wash}-wash"][mode]) >= 4.5


@pytest.mark.parametrize("palette", theme.COVERS)
def test_the_lettering_of_every_cover_can_be_read(palette: tuple[str, str, str, str]) -> None:
    ground, hills, _, letters = palette

    assert min(theme.contrast(letters, ground), theme.contrast(letters, hills)) >= 4.5


def test_contrast_knows_the_ends_of_the_scale() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert theme.contrast("#777777", "#777777") == pytest.approx(1.0)


def test_stylesheets_use_no_name_that_is_not_given() -> None:
    text = "\n".join(sheet.read_text() for sheet in SHEETS)
    given = set(re.findall(r"(--[\w-]+)\s*:", text + theme.stylesheet())) | {"--done", "--voice"}

    assert set(re.findall(r"var\((--[\w-]+)", text)) - given == set()
