"""Events that the words name are heard when they are named."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from litink_app.errors import Refused
from litink_app.schemas.sound import Timed
from litink_app.studio import wav
from litink_app.studio.effects import EFFECTS, asked, effect


def _said(text: str, start: float = 0.0) -> list[Timed]:
    return [Timed(word, start + n * 0.3, start + n * 0.3 + 0.25) for n, word in enumerate(text.split())]


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_an_effect_is_short_clean_and_starts_at_once(name: str, tmp_path: Path) -> None:
    samples, rate = wav.read(effect(name, 1, tmp_path, "library"))

    assert 0.5 < len(samples) / rate < 7
    assert np.abs(samples).max() == pytest.approx(wav.gain(-13), rel=0.01)
    assert np.abs(samples[-20:]).max() < 0.002
    assert np.abs(samples[: rate // 2]).max() > 0.05 * np.abs(samples).max()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Suddenly the door slammed behind him.", "door"),
        ("She closed the heavy door.", "door"),
        ("There was a knock.", "knock"),
        ("They heard footsteps outside.", "footsteps"),
        ("He fell with a great cry into the water", None),
        ("She fell into the deep well.", "splash"),
        ("The clock struck twelve.", "clock_strikes"),
        ("It thundered all night", "thunder"),
        ("He was thunderstruck.", None),
        ("The window was quite smashed; the glass broke.", "glass"),
        ("The Rabbit ran away", "running"),
        ("The fire crackled in the grate.", "fire"),
        ("He struck a match and looked about.", "match"),
        ("The waves broke upon the shore.", "wave"),
        ("The church bells rang out.", "bell"),
        ("A horse galloped by.", "horse"),
        ("He turned the key.", "key"),
        ("If the door slammed we would hear it.", None),
        ("She never heard the clock strike.", None),
        ("It sounded like a clap of thunder.", None),
        ("With tears running down his cheeks", None),
        ("It was a door. Slammed shut it was.", None),
        ("They were running.", None),
    ],
)
def test_words_ask_for_effects(text: str, name: str | None) -> None:
    assert [cue.effect for cue in asked(_said(text))] == ([name] if name else [])


def test_an_effect_sounds_with_the_word_that_completes_it() -> None:
    words = _said("Then the door slammed at last", start=10.0)

    assert asked(words)[0].start == words[3].end


def test_the_same_event_told_twice_in_a_breath_is_heard_once() -> None:
    assert len(asked(_said("the door slammed and the door slammed"))) == 1


def test_a_page_full_of_noise_is_not_a_film_full_of_noise() -> None:
    words = _said("The door slammed. The glass broke. A bell rang. He ran away. The waves broke. He knocked. " * 6)

    starts = [cue.start for cue in asked(words)]

    assert len(starts) > 5
    assert min(later - earlier for earlier, later in itertools.pairwise(starts)) >= 1.6


def test_nothing_said_asks_for_nothing_and_an_unknown_effect_is_refused(tmp_path: Path) -> None:
    assert asked([]) == []
    with pytest.raises(Refused, match="kazoo"):
        effect("kazoo", 1, tmp_path)
