"""What the cards of a book's people say of them."""

from dataclasses import replace

import pytest

from litink_app.schemas.book import Chapter, ChapterKind
from litink_app.schemas.plot import Part
from litink_app.schemas.understanding import Understanding
from litink_app.studio import dramaturg
from litink_app.understanding import understand
from tests.understanding.made import book

TALE = (
    "Anna was very proud. She lived with her brother Tom in the warm garden. “How lovely!” said Anna. “Come and play,” said Tom. "
    "Anna smiled at the flowers. Tom laughed.\n\n* * *\n\n"
    "It was a dark night and a scream was heard! Little Jack, a boy, fled in terror from a wolf. “Help!” cried Little Jack in "
    "fear, and blood ran from his hand. “Death to you all!” howled Captain Black. Captain Black was cruel. He was a murderer, and "
    "Captain Black struck. “No!” cried Little Jack. Captain Black laughed in hatred and rage.\n\n* * *\n\n"
    "In the morning Anna was happy again. “Good day,” said Anna to Tom. Tom was glad, and Anna sang with joy in the sun. "
)


def parts(text: str) -> tuple[dict[str, Part], Understanding]:
    made = book(text)
    found = understand(made)
    names = {who.id: who.name for who in found.characters}
    return {names[part.character]: part for part in dramaturg.parts(made, found)}, found


def test_who_brings_the_dark_is_the_shadow_and_a_frightened_child_is_not() -> None:
    cards, _ = parts(TALE)

    assert cards["Anna"].archetype == "Hero"
    assert {name for name, card in cards.items() if card.archetype == "Shadow"} == {"Captain Black"}


def test_traits_are_said_of_the_one_who_has_them() -> None:
    cards, _ = parts(TALE)

    assert (cards["Anna"].traits[0], cards["Captain Black"].traits) == ("proud", ("cruel",))
    assert not {"proud", "cruel"} & set(cards["Tom"].traits + cards["Little Jack"].traits)


def test_nobody_is_called_by_saying_that_they_are_not_there() -> None:
    _, found = parts("The children played. “Come,” said the children. There were no children in the street. The children ran home. " * 3)

    assert not [alias for who in found.characters for alias in (who.name, *who.aliases) if alias.lower().startswith("no ")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ella miraba el bosque, y Ella callaba en el bosque.", "Nobody is named; set in forest."),
        ("En el bosque vivía una niña llamada Lucía. Entonces Lucía cantaba, y Lucía reía.", "A story of Lucía, set in forest."),
    ],
)
def test_a_plot_in_another_language_says_who_and_where_and_no_theme_by_english_words(text: str, said: str) -> None:
    made = replace(book(text, "es"), chapters=(Chapter("one", ChapterKind.BODY, 1, "Uno", 1.0, 0, len(text)),))

    plot = dramaturg.overview(made, understand(made))

    assert (plot.logline, plot.themes) == (said, ())
