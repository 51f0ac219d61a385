"""Text that no author meant to be read aloud is read all the same: nothing in it stops a film."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from litink_app.studio.voices.languages import LANGUAGES, Token, of_accent
from litink_app.studio.voices.phonemes import phrases
from litink_app.studio.weights import present

_SPOKEN = [language.accents[0] for language in LANGUAGES.values() if not language.words or present(language.words)]
_MODEL_TAKES = 510


def _letters(text: str, accent: str) -> str:
    return " ".join(phrase.phonemes for phrase in phrases(text, accent))


@pytest.mark.parametrize("figures", ["1" * 37, "1" * 4401, ",".join(["111"] * 20), "1" * 40 + ".5", "٣" * 50])
@pytest.mark.parametrize("accent", _SPOKEN)
def test_a_number_longer_than_numbers_have_names_is_said_figure_by_figure(accent: str, figures: str) -> None:
    said = phrases(f"And {figures} in all.", accent)

    assert all(0 < len(phrase.phonemes) <= _MODEL_TAKES for phrase in said)
    assert len(_letters(f"And {figures} in all.", accent)) > 2 * min(len(figures), 20)


def test_a_word_that_the_reader_cannot_read_is_spelled_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    english = of_accent("british")

    def choosy(text: str, accent: str) -> list[Token]:
        if "bad" in text:
            raise IndexError(text)
        return english.tokens(text, accent)

    monkeypatch.setattr("litink_app.studio.voices.phonemes.of_accent", lambda _: replace(english, tokens=choosy))
    with capture_logs() as told:
        said = [word.text for phrase in phrases("The bad rabbit hid.", "british") for word in phrase.words]

    assert said == ["The", "bad", "rabbit", "hid."]
    assert [(one["error"], one["letters"]) for one in told] == [("IndexError", 4)]
    assert "bad" not in str(told)


@pytest.mark.parametrize("text", ["a" + "mente" * 1000, "l'" * 1000 + "eau", "1" * 4400 + "º", "1" * 4400 + "e", "1" * 13 + "º"])
@pytest.mark.parametrize("accent", _SPOKEN)
def test_no_reader_fails_at_a_word_of_endless_parts(accent: str, text: str) -> None:
    assert of_accent(accent).tokens(f"El {text} dia", accent)


@pytest.mark.parametrize("part", ["a", "1", "٣", "a\u0301\u0323", "?", "XIV ", "l'", "Sr. ", "%", "[a](/", "a--", "1 2 "])
@pytest.mark.parametrize("accent", _SPOKEN)
def test_what_a_reader_is_given_grows_with_the_text_and_holds_no_longer_words(
    accent: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = of_accent(accent)
    given_it: list[str] = []

    def heeding(text: str, accent: str) -> list[Token]:
        given_it.append(text)
        return language.tokens(text, accent)

    monkeypatch.setattr("litink_app.studio.voices.phonemes.of_accent", lambda _: replace(language, tokens=heeding))
    phrases(f"And {part * 1500} so.", accent)

    assert max(len(word) for text in given_it for word in text.split()) <= 80
    assert sum(map(len, given_it)) <= 5 * 1500 * (len(part) + 1)


@pytest.mark.parametrize("accent", _SPOKEN)
@given(text=st.one_of(st.text(max_size=300), st.text("abeéhiqugnlst'’-—. ,;:!?1230º€$%kmIVXLDC«»“”()[]/_\n\u0301\u200bß漢", max_size=300)))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_in_breaths_that_the_model_takes(accent: str, text: str) -> None:
    said = phrases(text, accent)

    assert all(0 < len(phrase.phonemes) <= _MODEL_TAKES for phrase in said)
    assert all(phrase.words for phrase in said)
