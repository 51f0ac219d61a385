"""The page and the README tell the same figures, and each names a command that there is."""

import reflex as rx

from litink_app.bench import NAMES
from litink_app.cli import main
from pages.how_good import figures
from tests.compiled import compiled, pages, words  # noqa: F401
from tests.conftest import ROOT


def rows() -> list[str]:
    """The table of figures in the README, without its head."""
    text = (ROOT / "README.md").read_text()
    section = text[text.index("## How good is it") : text.index("## Known limits")]
    return [line for line in section.splitlines() if line.startswith("| ")][1:]


def test_the_readme_and_the_page_tell_the_same_figures() -> None:
    told = {figure.row for figure in figures()}

    assert told == set(rows()), "change pages/figures.toml and the table in README.md together"


def test_every_figure_names_a_command_that_there_is() -> None:
    words = [figure.command.split() for figure in figures()]

    assert all(one[0] == "litink" and one[1] in main.commands for one in words)
    assert {one[2] for one in words if one[1] == "bench"} <= set(NAMES)


def test_the_page_says_where_the_aim_was_missed(compiled: rx.App) -> None:  # noqa: F811
    page = words(pages(compiled)["how-good-is-it"])

    assert page.count(", missed") == sum(figure.missed for figure in figures()) > 0
    assert all(figure.plain in page for figure in figures())
