"""What a reader would say aloud."""

import pytest

from litink_app.studio.voices.languages.english import ENGLISH
from litink_app.studio.voices.sentences import sentences
from litink_app.studio.voices.spoken import spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Chapter IV.", "Chapter 4."),
        ("Louis XIV. was dead", "Louis the fourteenth. was dead"),
        ("King Charles I, who", "King Charles the first, who"),
        ("Then Mary I think", "Then Mary I think"),
        ("the part I played", "the part I played"),
        ("World War II ended", "World War 2 ended"),
        ("cranial nerve VII", "cranial nerve 7"),
        ("on May 3rd, 1895", "on May the third, 1895"),
        ("on 21 June", "on the twenty-first of June"),
        ("You may 5 times", "You may 5 times"),
        ("at 9:30 p.m. sharp", "at 9 30 P M sharp"),
        ("at 7:05", "at 7 oh 5"),
        ("£3 10s. 6d.", "3 pounds 10 shillings and 6 pence"),
        ("$3.2 billion", "3.2 billion dollars"),
        ("5 km of it", "5 kilometres of it"),
        ("37 °C", "37 degrees Celsius"),
        ("3/4 of 1/2", "three quarters of one half".replace("three", "3")),
        ("pp. 12–15", "pages 12 to 15"),
        ("Mr. and Mrs. Bennet", "Mister and Missis Bennet"),
        ("St. Paul lived in Baker St.", "Saint Paul lived in Baker Street."),
        ("Dr. J. H. Watson", "Doctor J H Watson"),
        ("He said no.", "He said no."),
        ("No. 5", "number 5"),
        ("e.g. cats & dogs, etc.", "for example, cats and dogs, et cetera."),
        ("“DRINK ME!” said the DNA", "drink me! said the DNA"),
        ("_very_ *odd*[12]", "very odd"),
        ("wait--no", "wait — no"),
        ("well . . . yes", "well… yes"),
        ("’Twas o’clock, th’ end", "it was o'clock, the end"),
        ("the Adventures of D. and C.", "the Adventures of D. and C."),
    ],
)
def test_text_becomes_what_is_said(written: str, said: str) -> None:
    assert spoken(written) == said


def test_sentences_end_where_a_speaker_stops_and_not_at_abbreviations() -> None:
    text = "Mr. H. G. Wells came, i.e. late. “Why?” he asked! Then… silence. It cost 3.50 pounds. “No. Never.” She went to Baker St. “Oh.”"

    parts = [sentence.text for sentence in sentences(text, ENGLISH)]

    assert parts == [
        "Mr. H. G. Wells came, i.e. late.",
        "“Why?” he asked!",
        "Then… silence.",
        "It cost 3.50 pounds.",
        "“No.",
        "Never.”",
        "She went to Baker St.",
        "“Oh.”",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I live in the U.S. “Oh,” he said.", ["I live in the U.S.", "“Oh,” he said."]),
        ("It stands in Vol. “Two,” he said.", ["It stands in Vol.", "“Two,” he said."]),
        ("It stands in Vol. Two.", ["It stands in Vol. Two."]),
        ("She called him Mr. “Big” Finch.", ["She called him Mr. “Big” Finch."]),
        ("He saw St. Paul in Baker St. “Oh!”", ["He saw St. Paul in Baker St.", "“Oh!”"]),
    ],
)
def test_where_somebody_begins_to_speak_only_a_title_goes_on(text: str, parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text, ENGLISH)] == parts


def test_a_paragraph_asks_for_a_longer_pause_than_a_sentence() -> None:
    first, second, third = sentences("One. Two.\n\nThree.", ENGLISH)

    assert first.pause < second.pause == third.pause
