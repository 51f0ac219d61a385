"""Corrections on a made-up reading: each does what it says, and one whose names or words are gone does nothing."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from litink_app.models.correction import VERBS
from litink_app.schemas.correction import Correction, Verb
from litink_app.schemas.understanding import Character, Evidence, Gender, Mention, Quote, Relation, Scene, Understanding
from litink_app.studio.screenwriter import cast_of
from litink_app.understanding.corrections import apply, context, who_is

TEXT = "Mr. Dow came in. “Yes,” said Dow. “Yes,” said the Miller. Then Ann laughed. “I never saw a finer mill in all my days,” she said."


def quote(words: str, speaker: str | None, nth: int = 0) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Quote(start, start + len(words), words, speaker, None, 0.6, Evidence.TURN_TAKING)


def mention(words: str, who: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), who)


def character(key: str, name: str, *aliases: str, importance: float = 0.5) -> Character:
    return Character(key, name, aliases, Gender.UNKNOWN, 3, importance)


FOUND = Understanding(
    characters=(character("dow", "Mr. Dow", "Dow", "the Miller", importance=0.9), character("ann", "Ann")),
    mentions=(mention("Mr. Dow", "dow"), mention("Dow.", "dow"), mention("the Miller", "dow"), mention("Ann", "ann")),
    quotes=(quote("“Yes,”", "dow"), quote("“Yes,”", "dow", 1), quote("“I never saw a finer mill in all my days,”", None)),
    scenes=(Scene(0, len(TEXT), present=("dow",)),),
    relations=(Relation("dow", "ann", "friend", 2),),
)


def correction(verb: Verb, **fields: Any) -> Correction:
    return Correction(str(uuid4()), verb, **fields)


def says(number: int, name: str) -> Correction:
    one = FOUND.quotes[number]
    return correction(Verb.SPEAKER, value=name, start=one.start, words=one.text, before=context(TEXT, one.start))


def test_the_table_knows_every_kind_of_correction() -> None:
    assert set(VERBS) == {verb.value for verb in Verb}


def test_a_renamed_character_keeps_the_old_name_as_an_alias() -> None:
    made = apply(FOUND, [correction(Verb.RENAME, who="Mr. Dow", value="Daniel Dow")], TEXT)

    assert made.found.characters[0] == replace(FOUND.characters[0], name="Daniel Dow", aliases=("Mr. Dow", "Dow", "the Miller"))


def test_what_is_said_of_a_new_name_counts_after_the_renaming() -> None:
    renamed = correction(Verb.RENAME, who="Ann", value="Anna")

    made = apply(FOUND, [renamed, correction(Verb.GENDER, who="Anna", value="female")], TEXT)

    who = who_is(made.found, "Anna")
    assert who is not None and who.gender is Gender.FEMALE
    assert len(made.applied) == 2


def test_two_who_are_one_share_everything() -> None:
    made = apply(FOUND, [correction(Verb.MERGE, who="Ann", value="Mr. Dow")], TEXT).found

    assert [who.name for who in made.characters] == ["Mr. Dow"]
    assert made.characters[0].aliases == ("Dow", "the Miller", "Ann") and made.characters[0].mentions == 6
    assert {one.character for one in made.mentions} == {"dow"}
    assert made.relations == ()


def test_an_alias_that_was_somebody_else_takes_the_lines_said_under_it() -> None:
    made = apply(FOUND, [correction(Verb.SPLIT, who="Mr. Dow", value="the Miller")], TEXT).found

    other = who_is(made, "the Miller")
    assert other is not None and other.id == "miller" and other.mentions == 1
    assert [one.speaker for one in made.quotes] == ["dow", "miller", None]
    assert made.scenes[0].present == ("dow", "miller")
    assert "the Miller" not in made.characters[0].aliases


def test_the_importance_orders_the_cast() -> None:
    made = apply(FOUND, [correction(Verb.IMPORTANCE, who="Ann", value="main")], TEXT).found

    assert [who.name for who in made.characters] == ["Ann", "Mr. Dow"]


def test_a_quotation_goes_to_whom_a_person_gave_it() -> None:
    made = apply(FOUND, [says(2, "Ann")], TEXT).found

    assert (made.quotes[2].speaker, made.quotes[2].confidence, made.quotes[2].evidence) == ("ann", 1.0, Evidence.HAND)
    assert made.scenes[0].present == ("dow", "ann")


@pytest.mark.parametrize(
    ("made", "noticed"),
    [
        (says(2, "Ann"), True),
        (correction(Verb.IMPORTANCE, who="Ann", value="supporting"), True),
        (correction(Verb.VOICE, who="Ann", value="af_heart"), True),
        (correction(Verb.IMPORTANCE, who="Ann", value="minor"), False),
        (correction(Verb.GENDER, who="Ann", value="female"), False),
    ],
)
def test_somebody_hardly_mentioned_belongs_to_the_cast_of_a_film_once_a_person_says_so(made: Correction, noticed: bool) -> None:
    rare = replace(FOUND, characters=(FOUND.characters[0], replace(FOUND.characters[1], mentions=1)))

    found = apply(rare, [made], TEXT).found

    assert ("ann" in {who.id for who in cast_of(found)}) is noticed


def test_a_quotation_can_be_taken_from_everybody() -> None:
    made = apply(FOUND, [says(0, "")], TEXT).found

    assert [one.speaker for one in made.quotes] == [None, "dow", None]


def test_a_short_quotation_that_is_said_twice_is_known_by_the_words_before_it() -> None:
    later = "A new title page. " + TEXT
    moved = replace(FOUND, quotes=tuple(replace(one, start=one.start + 18, end=one.end + 18) for one in FOUND.quotes))

    made = apply(moved, [says(1, "Ann")], later).found

    assert [one.speaker for one in made.quotes] == ["dow", "ann", None]


@pytest.mark.parametrize("gone", [0, 1])
def test_a_short_quotation_that_is_gone_leaves_its_twin_alone(gone: int) -> None:
    left = replace(FOUND, quotes=tuple(one for number, one in enumerate(FOUND.quotes) if number != gone))

    made = apply(left, [says(gone, "Ann")], TEXT)

    assert made.found == left
    assert made.applied == frozenset()


def test_a_long_quotation_is_found_wherever_it_went_and_with_other_marks() -> None:
    later = TEXT.replace("“", '"').replace("”", '"')[40:]
    words = '"I never saw a finer mill in all my days,"'
    moved = replace(FOUND, quotes=(replace(FOUND.quotes[2], start=later.index(words), end=later.index(words) + len(words), text=words),))

    made = apply(moved, [says(2, "Ann")], later)

    assert made.found.quotes[0].speaker == "ann"


@pytest.mark.parametrize(
    "lost",
    [
        correction(Verb.RENAME, who="Nobody", value="X"),
        correction(Verb.MERGE, who="Nobody", value="Ann"),
        correction(Verb.MERGE, who="Ann", value="Nobody"),
        correction(Verb.MERGE, who="Dow", value="Mr. Dow"),
        correction(Verb.SPLIT, who="Mr. Dow", value="the Baker"),
        correction(Verb.GENDER, who="Nobody", value="male"),
        correction(Verb.IMPORTANCE, who="Nobody", value="main"),
        correction(Verb.VOICE, who="Nobody", value="af_heart"),
        says(0, "Nobody"),
    ],
)
def test_a_correction_of_somebody_who_is_gone_changes_nothing(lost: Correction) -> None:
    made = apply(FOUND, [lost], TEXT)

    assert (made.found, made.voices, made.applied) == (FOUND, {}, frozenset())


def test_of_two_with_one_name_the_one_who_was_meant_is_changed() -> None:
    twins = replace(FOUND, characters=(character("servant", "The Servant"), character("servant-2", "The Servant")))

    made = apply(twins, [correction(Verb.GENDER, who="The Servant", who_key="servant-2", value="male")], TEXT).found

    assert [who.gender for who in made.characters] == [Gender.UNKNOWN, Gender.MALE]
