"""Everybody gets a fitting voice of their own, the same each time."""

import pytest

from litink_app.errors import Refused
from litink_app.schemas.understanding import Age, Being, Character, Gender
from litink_app.studio.voices import cast, usual_narrator, voices

BY_ID = {voice.id: voice for voice in voices()}


def _character(id: str, gender: Gender, importance: float, age: Age = Age.UNKNOWN, species: str = "") -> Character:
    being = Being.ANIMAL if species else Being.PERSON
    return Character(id, id.title(), (), gender, 5, importance, age, being, species)


CAST = [
    _character("alice", Gender.FEMALE, 1.0, Age.CHILD),
    _character("hatter", Gender.MALE, 0.6),
    _character("queen", Gender.FEMALE, 0.5, Age.ADULT),
    _character("father", Gender.MALE, 0.2, Age.OLD),
    _character("dormouse", Gender.UNKNOWN, 0.2, species="mouse"),
    _character("sister", Gender.FEMALE, 0.1, Age.YOUNG),
]


def test_gender_and_age_are_heard() -> None:
    chosen = cast(CAST)

    assert all(BY_ID[chosen[c.id]].gender == c.gender for c in CAST if c.gender != Gender.UNKNOWN)
    assert BY_ID[chosen["alice"]].age == Age.CHILD
    assert BY_ID[chosen["father"]].age == Age.OLD
    assert chosen["dormouse"] == "mouse_aoede"


def test_no_two_share_a_voice_and_nobody_takes_the_narrators() -> None:
    many = [_character(f"p{n}", gender, 1 - n / 40) for n in range(20) for gender in [Gender.FEMALE if n % 2 else Gender.MALE]]

    chosen = cast(many)

    assert len(set(chosen.values())) == 20
    assert usual_narrator("en") not in chosen.values()


def test_the_cast_does_not_depend_on_the_order_it_is_told_in() -> None:
    assert cast(CAST) == cast(CAST[::-1])


def test_a_choice_already_made_stays_and_is_given_to_nobody_else() -> None:
    chosen = cast(CAST, fixed={"queen": "bf_alice"})

    assert chosen["queen"] == "bf_alice"
    assert list(chosen.values()).count("bf_alice") == 1


def test_more_people_than_voices_still_all_speak_with_fitting_ones() -> None:
    crowd = [_character(f"m{n}", Gender.MALE, 0.5) for n in range(60)]

    chosen = cast(crowd)

    assert len(chosen) == 60
    assert all(BY_ID[voice].gender == Gender.MALE for voice in chosen.values())


def test_a_language_without_voices_is_refused_clearly() -> None:
    with pytest.raises(Refused, match=r"“tlh”, which no voice speaks yet\. The voices speak English"):
        cast(CAST, "tlh")
