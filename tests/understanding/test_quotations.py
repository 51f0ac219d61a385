"""What stands in quotation marks, in every style."""

import pytest

from litink_app.understanding import understand
from tests.understanding.made import book

TALK = "{0}Come in,{1} said Mary. {0}The kettle is on.{1}\n\n{0}Thank you,{1} said Tom.\n\n{0}Sit down by the fire!{1} cried Mary.\n\n{0}I will,{1} said Tom."


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»"])
def test_every_style_of_marks_holds_speech(marks: str) -> None:
    text = TALK.format(*marks)

    found = understand(book(text))

    assert [quote.text.strip(marks) for quote in found.quotes] == [
        "Come in,",
        "The kettle is on.",
        "Thank you,",
        "Sit down by the fire!",
        "I will,",
    ]


def test_spans_are_code_points_of_the_text() -> None:
    text = "Émile 😀 smiled.\n\n" + TALK.format("“", "”")

    found = understand(book(text))

    assert all(text[quote.start : quote.end] == quote.text for quote in found.quotes)


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    text = (
        "“He told me, ‘Never come back,’ and left,” said Anna. “I cried.”\n\n“So did I,” said Mary.\n\n“Well,” said Anna, “that is that.”"
    )

    found = understand(book(text))

    assert found.quotes[0].text == "“He told me, ‘Never come back,’ and left,”"
    assert len(found.quotes) == 5


def test_apostrophes_close_no_single_quotation() -> None:
    text = "‘It’s the dogs’ dinner, isn’t it?’ said Tom.\n\n‘’Tis goin’ to be cold,’ said Mary.\n\n‘I don’t care,’ said Tom.\n\n‘Nor I,’ said Mary."

    found = understand(book(text))

    assert [quote.text for quote in found.quotes][:3] == [
        "‘It’s the dogs’ dinner, isn’t it?’",
        "‘’Tis goin’ to be cold,’",
        "‘I don’t care,’",
    ]


def test_a_speech_over_two_paragraphs_has_one_speaker() -> None:
    text = "“Listen to me,” said Anna.\n\n“I am listening,” said Tom.\n\nAnna rose. “I was born in the hills.\n\n“My father kept sheep.”\n\nTom nodded."

    found = understand(book(text))

    assert found.quotes[2].text == "“I was born in the hills."
    assert found.quotes[3].text == "“My father kept sheep.”"
    assert found.quotes[2].speaker == found.quotes[3].speaker == found.quotes[0].speaker


def test_speech_after_a_dash_is_found() -> None:
    text = "\n\n".join(f"—Come along, {name}." for name in ("Tom", "Mary", "Tom", "Mary", "Tom"))

    found = understand(book(text))

    assert len(found.quotes) == 5


def test_titles_terms_and_irony_are_no_speech() -> None:
    text = (
        "“Good day,” said Anna. She was reading “The Raven” in what they called the “library” of the inn.\n\n"
        "“Good day,” said Tom. The bottle was marked “poison,” and the word “danger” stood under it.\n\n“Shall we go?” said Anna."
    )

    found = understand(book(text))

    assert [quote.text for quote in found.quotes] == ["“Good day,”", "“Good day,”", "“Shall we go?”"]


def test_a_thought_is_no_speech() -> None:
    text = "“Good day,” said Anna.\n\n“How tired he looks,” thought Anna.\n\n“Good day,” said Tom."

    found = understand(book(text))

    assert [quote.text for quote in found.quotes] == ["“Good day,”", "“Good day,”"]
