"""What a child of the sandbox says is checked before anything is made of it."""

import pytest

from litink_app.errors import Refused
from litink_app.readers import wire


@pytest.mark.parametrize(
    "words",
    [b"[" * 200_000, b'{"size":' * 100_000, b"[]", b"nothing", b'{"size":-1}', b'{"size":9}'],
    ids=["deep", "deep in names", "a list", "no JSON", "less than nothing", "more than there is"],
)
def test_words_of_another_form_are_one_refusal(words: bytes) -> None:
    with pytest.raises(Refused, match="could not be read safely"):
        wire.opened(len(words).to_bytes(4, "big") + words)


def test_more_words_than_a_book_has_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "WORDS_LIMIT", 20)
    words = b'{"refused":"' + b"x" * 20 + b'"}'

    with pytest.raises(Refused, match="could not be read safely"):
        wire.opened(len(words).to_bytes(4, "big") + words)
