"""Books that explain: what they define and what they aim at."""

from litink_app.understanding import understand
from tests.understanding.made import book

LESSON = (
    "By the end of this section, you will be able to:\n\n* Describe the cell\n* List two organelles\n\n"
    "A cell is the smallest unit of life. Every cell has a membrane. A membrane is a thin layer around the cell. "
    "The small structures inside the cell are called organelles. Some organelles make energy."
)


def test_terms_come_with_the_sentence_that_defines_them() -> None:
    found = understand(book(LESSON))

    definitions = {term.text: term.definition for term in found.terms}
    assert definitions["cell"] == "A cell is the smallest unit of life."
    assert "organelles" in definitions


def test_objectives_are_the_listed_aims() -> None:
    found = understand(book(LESSON))

    assert [LESSON[aim.start : aim.end] for aim in found.objectives] == ["Describe the cell", "List two organelles"]


def test_a_tale_has_no_key_terms() -> None:
    found = understand(book("“A giant is a big man,” said Anna. She smiled. “A dwarf is a small man,” he said. He smiled at her."))

    assert found.terms == ()


def test_what_a_sentence_calls_something_is_a_term_and_a_call_is_none() -> None:
    found = understand(
        book(
            "Inside lies a watery fluid called cytoplasm. The cytoplasm holds many parts. The nurse and the doctor who called patients left. "
            "Many patients wait there. Cytoplasm moves, and patients rest."
        )
    )

    assert "cytoplasm" in {term.text for term in found.terms}
    assert "patients" not in {term.text for term in found.terms}
