"""Mouths say what is heard."""

import pytest

from litink_app.schemas.sound import Timed
from litink_app.services.lexicon import PHONEMES
from litink_app.studio.illustrator.pose import MOUTHS
from litink_app.studio.mouths import mouth_track, shape_of


def _times(letters: str, each: float, start: float = 0.2) -> list[Timed]:
    return [Timed(letter, start + i * each, start + (i + 1) * each) for i, letter in enumerate(letters)]


def test_each_of_the_fourteen_mouths_that_are_drawn_is_some_phonemes_and_no_phoneme_lacks_its_mouth() -> None:
    shown = {shape_of(letter, late) for letter in PHONEMES for late in (False, True)}

    assert shown | {"rest"} == set(MOUTHS)
    assert len(MOUTHS) == 14


@pytest.mark.parametrize(
    ("phoneme", "shape"), [("p", "closed"), ("ˈɑː", "ah"), ("θ", "tongue"), ("u", "oo"), ("v", "lip_teeth"), ("ɹ", "r")]
)
def test_a_phoneme_has_its_shape_whatever_its_stress(phoneme: str, shape: str) -> None:
    assert shape_of(phoneme) == shape


def test_a_diphthong_glides() -> None:
    track = mouth_track([Timed("ˈI", 0.2, 0.6)], 25, 25)

    assert track.index("ah") < track.index("ee")


def test_the_mouth_rests_before_between_and_after() -> None:
    said = [*_times("hˈɛlO".replace("ˈ", ""), 0.1), *_times("mæn", 0.1, start=1.2)]

    track = mouth_track(said, 25, 50)

    assert track[0] == track[-1] == "rest"
    assert set(track[18:28]) == {"rest"}
    assert "rest" not in track[5:14]


def test_a_gap_too_short_to_breathe_in_does_not_shut_the_mouth() -> None:
    track = mouth_track([Timed("ɑ", 0.2, 0.4), Timed("ɑ", 0.48, 0.7)], 25, 25)

    assert "rest" not in track[5:15]


@pytest.mark.parametrize("fps", [24, 25, 30])
def test_lips_that_must_meet_meet_even_for_a_moment(fps: int) -> None:
    said = [Timed("ɑ", 0.2, 0.413), Timed("m", 0.413, 0.421), Timed("ɑ", 0.421, 0.7)]

    assert "closed" in mouth_track(said, fps, fps)


def test_a_track_is_as_long_as_asked_even_where_the_speech_is_longer() -> None:
    assert len(mouth_track(_times("ɑ" * 40, 0.1), 25, 10)) == 10
    assert mouth_track([], 25, 4) == ["rest"] * 4
