"""Mouths say what is heard."""

import pytest

from litink_app.schemas.sound import Timed
from litink_app.studio.mouths import OPENNESS, SHAPES, mouth_track, openness, shape_of


def _times(letters: str, each: float, start: float = 0.2) -> list[Timed]:
    return [Timed(letter, start + i * each, start + (i + 1) * each) for i, letter in enumerate(letters)]


def test_there_are_fourteen_shapes_and_each_has_an_openness() -> None:
    assert len(SHAPES) == 14
    assert set(OPENNESS) == set(SHAPES)


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


def test_the_jaw_moves_without_jumps_but_shuts_at_once_for_lips() -> None:
    values = openness([Timed("ɑ", 0.2, 0.5), Timed("n", 0.5, 0.7), Timed("p", 0.7, 0.9)], 25, 30)

    assert max(values) > 0.9
    assert 0.25 < values[12] < 0.6
    assert 0.0 in values[16:22]


def test_a_track_is_as_long_as_asked_even_where_the_speech_is_longer() -> None:
    assert len(mouth_track(_times("ɑ" * 40, 0.1), 25, 10)) == 10
    assert mouth_track([], 25, 4) == ["rest"] * 4
