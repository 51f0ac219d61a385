"""Phonemes know which written word they belong to."""

from litink_app.studio.voices.kokoro import alphabet
from litink_app.studio.voices.phonemes import LIMIT, phrases


def _sounds(text: str, lexicon: dict[str, str] | None = None) -> dict[str, str]:
    return {word.text: phrase.phonemes[word.start : word.end] for phrase in phrases(text, "british", lexicon) for word in phrase.words}


def test_a_written_word_keeps_all_the_words_that_it_is_spoken_as() -> None:
    sounds = _sounds("In 1895 Mr. Holmes--my friend--paid £3 to No. 7.")

    assert list(sounds) == ["In", "1895", "Mr.", "Holmes--my", "friend--paid", "£3", "to", "No.", "7."]
    assert sounds["1895"].count(" ") == 2
    assert "hˈQmz" in sounds["Holmes--my"]


def test_the_lexicon_of_a_book_is_obeyed_with_its_possessive() -> None:
    sounds = _sounds("Kafka met Mielke's cat and Kafka's dog.", {"Kafka": "/kˈafkə/", "Mielke": "Meelky"})

    assert sounds["Kafka"] == "kˈafkə"
    assert sounds["Kafka's"] == "kˈafkəz"
    assert sounds["Mielke's"] == _sounds("Meelky's")["Meelky's"]


def test_a_sentence_too_long_for_one_breath_is_cut_at_clauses_and_loses_no_word() -> None:
    text = ", and ".join(f"the old captain number {n} went down to the harbour in the grey light of morning" for n in range(1, 15)) + "."

    breaths = phrases(text, "british")

    assert len(breaths) > 1
    assert all(len(breath.phonemes) <= LIMIT + 40 for breath in breaths)
    assert [word.text for breath in breaths for word in breath.words] == text.split()
    assert all(breath.pause < 0.1 for breath in breaths[:-1])


def test_every_letter_is_one_that_the_voice_knows() -> None:
    for accent in ("british", "american"):
        for phrase in phrases("Hélène Müller’s “naïve” café – Żółw! Привет. 你好, 3 × 4 = 12; 50% @home #1", accent):
            assert set(phrase.phonemes) <= set(alphabet()), phrase.phonemes


def test_text_without_words_has_nothing_to_say() -> None:
    assert phrases("… — !", "british") == []
