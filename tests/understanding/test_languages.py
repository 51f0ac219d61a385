"""Other languages and odd texts: no crash, a word of warning, speech all the same."""

import json
from pathlib import Path

import pytest

from litink_app.understanding import understand
from tests.understanding.made import book

GERMAN = "»Guten Tag«, sagte Hans.\n\n»Guten Tag«, sagte Grete.\n\n»Gehen wir in den Wald?«\n\n»Ja«, sagte Hans. „Gern.“"
JAPANESE = "「おはよう」と太郎は言った。\n\n「おはよう」と花子は答えた。\n\n「行こうか」\n\n「うん」"


@pytest.mark.parametrize(("text", "count"), [(GERMAN, 5), (JAPANESE, 4)])
def test_speech_of_other_languages_is_found_with_a_warning(text: str, count: int) -> None:
    found = understand(book(text, "de"))

    assert len(found.quotes) == count
    assert found.warnings


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "“", "'", "— — —", "I", "\u202e“Hello”", "A" * 10000, "“" * 500, "." * 500, "Mr.", "\x00\n\n\x00"]
)
def test_odd_texts_are_survived(text: str) -> None:
    found = understand(book(text))

    assert all(0 <= quote.start < quote.end <= len(text) for quote in found.quotes)


def test_naughty_strings_are_survived(corpus: Path) -> None:
    strings = json.loads((corpus / "naughty-strings" / "blns.json").read_text("utf-8"))

    found = understand(book("\n\n".join(strings)))

    assert found.sentences
