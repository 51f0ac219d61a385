"""Who is seen in a film and what they do there."""

from dataclasses import replace
from itertools import pairwise

import pytest

from litink_app.schemas.picture import Look
from litink_app.schemas.script import LineKind, ScriptLine, ScriptScene, Setting
from litink_app.schemas.understanding import Age, Being, Character, Evidence, Gender, Quote, Understanding
from litink_app.studio.illustrator.wardrobe import look_of
from litink_app.studio.screenwriter import blocked, cast_of
from litink_app.studio.screenwriter.walkons import walk_ons

MARA = Character("mara", "Mara", (), Gender.FEMALE, 9, 1.0, Age.ADULT)
DOCTOR = Character("doctor", "Dr. Finch", (), Gender.UNKNOWN, 5, 0.5, Age.ADULT)


def said(speaker: str, to: str, text: str) -> Quote:
    return Quote(0, 1, f"“{text}”", speaker, to, 0.9, Evidence.EXPLICIT)


def ages(*quotes: Quote) -> dict[str, Age]:
    return {who.id: who.age for who in cast_of(Understanding(characters=(MARA, DOCTOR), quotes=quotes))}


def test_somebody_who_calls_herself_a_little_girl_and_is_called_child_is_one() -> None:
    quotes = (
        said("mara", "doctor", "I—I’m a little girl, sir."),
        said("doctor", "mara", "What is your name, child?"),
        said("doctor", "mara", "Tut, child! Sit down."),
    )

    found = ages(*quotes)

    assert found == {"mara": Age.CHILD, "doctor": Age.ADULT}


@pytest.mark.parametrize("text", ["My dear child, sit down.", "I was a little girl once."])
def test_one_kind_word_does_not_make_a_grown_woman_a_child(text: str) -> None:
    assert ages(said("doctor", "mara", text), said("mara", "doctor", text))["mara"] is Age.ADULT


def scene(*lines: tuple[str | None, str], kit: str = "meadow") -> ScriptScene:
    made = tuple(
        ScriptLine(f"l{i}", LineKind.DIALOGUE if who else LineKind.NARRATION, who, text, 0, 1) for i, (who, text) in enumerate(lines)
    )
    return ScriptScene(1, "x", Setting("", kit), ("a", "b"), (), made, 9.0, 0, 1)


A = Look("a", "Mara", gender=Gender.FEMALE, seed=1)
B = Look("b", "Tom", gender=Gender.MALE, seed=2)
C = Look("c", "the Hare", Being.ANIMAL, "hare", dress="coat", seed=3)


def test_people_do_what_is_told_of_them() -> None:
    actors = blocked(scene((None, "Mara sat by the brook. Tom ran down the hill; the Hare lay asleep.")), (A, B, C))

    assert {actor.look.id: actor.pose for actor in actors} == {"a": "sit", "b": "run", "c": "lie"}


def test_what_is_told_of_one_is_not_done_by_the_other() -> None:
    actors = blocked(scene((None, "Mara danced."), ("b", "Look!")), (A, B))

    assert {actor.look.id: actor.pose for actor in actors} == {"a": "dance", "b": "clasp"}


def test_in_one_clause_each_does_what_stands_behind_the_own_name() -> None:
    actors = blocked(scene((None, "Mara ran in that afternoon, and found Tom lying under the tree.")), (A, B))

    assert {actor.look.id: actor.pose for actor in actors} == {"a": "run", "b": "lie"}


def test_two_whose_names_are_joined_do_it_together() -> None:
    actors = blocked(scene((None, "Mara and Tom sat by the brook.")), (A, B))

    assert {actor.look.id: actor.pose for actor in actors} == {"a": "sit", "b": "sit"}


def test_who_is_named_behind_what_is_done_does_it_where_nobody_stands_before() -> None:
    actors = blocked(scene((None, "In the grass lay asleep the Hare, and Mara danced.")), (A, C))

    assert {actor.look.id: actor.pose for actor in actors} == {"a": "dance", "c": "lie"}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_all_stand_apart_and_the_outer_ones_face_inwards(count: int) -> None:
    looks = [Look(f"p{i}", f"P{i}", seed=i) for i in range(count)]

    actors = blocked(scene(("p0", "Hello.")), looks)

    xs = [actor.x for actor in actors]
    assert xs == sorted(xs) and min(b - a for a, b in pairwise(xs)) > 0.2
    assert actors[0].facing == 1 and actors[-1].facing == -1
    assert abs(xs[[a.look.id for a in actors].index("p0")] - xs[[a.look.id for a in actors].index("p1")]) < 0.4


def test_who_reads_holds_a_book_or_what_is_in_the_hand_already() -> None:
    told = scene((None, "Mara read the old letter. Tom read the newspaper."))

    actors = blocked(told, (A, replace(B, carries="lantern")))

    assert [(actor.pose, actor.look.carries) for actor in actors] == [("read", "book"), ("read", "lantern")]


def test_a_stage_whose_people_nobody_cast_is_not_empty() -> None:
    told = scene((None, "Some young men left the camp, and the girl with them."))

    names = sorted((actor.look.name, actor.look.gender, actor.look.age) for actor in blocked(told, []))

    assert names == [("The girl", "female", "child"), ("The man", "male", "young"), ("The man", "male", "young")]


def test_where_only_pronouns_tell_of_people_there_are_people() -> None:
    told = scene((None, "They clung together, for the flood was near."))

    shown = blocked(told, [])

    assert [actor.look.name for actor in shown] == ["The man", "The woman"]


def test_the_animal_that_somebody_meets_stands_beside_them_and_no_second_person_does() -> None:
    told = scene((None, "Mara met an old man, and a wolf came out of the wood."))

    shown = blocked(told, [A])

    assert {actor.look.name for actor in shown} == {"Mara", "The wolf"}


@pytest.mark.parametrize(("kit", "pose"), [("meadow", "lie"), ("bedroom", "sit")])
def test_who_lies_in_bed_does_not_lie_on_the_boards(kit: str, pose: str) -> None:
    told = scene((None, "Mara lay down and slept."), kit=kit)

    shown = blocked(told, [A])

    assert [actor.pose for actor in shown] == [pose]


def test_who_talks_of_a_dog_brings_none() -> None:
    told = scene((None, "Mara sat down."), ("a", "I once had a dog and the cat ate it."))

    shown = blocked(told, [A])

    assert [actor.look.name for actor in shown] == ["Mara"]


def test_a_giant_who_sleeps_sits_for_he_would_not_fit_into_the_picture_lying() -> None:
    told = scene((None, "The giant lay fast asleep in the grass."))
    giant = Look("a", "The giant", height=2.1, seed=1)

    poses = [blocked(told, [look])[0].pose for look in (giant, replace(giant, height=1.0))]

    assert poses == ["sit", "lie"]


@pytest.mark.parametrize("animal", ["cat", "pony", "elephant"])
def test_an_animal_that_only_the_narration_names_is_as_tall_as_one_of_the_cast(animal: str) -> None:
    own = look_of(Character(animal, f"The {animal}", (), Gender.UNKNOWN, 9, 1.0, being=Being.ANIMAL, species=animal))

    seen = walk_ons(scene((None, f"The {animal} ran across the meadow.")), [])

    assert [one.height for one in seen] == [pytest.approx(own.height, abs=0.001)]
