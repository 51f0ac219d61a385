"""How people of a book are dressed and sized, from what is said of them."""

from dataclasses import replace

import pytest

from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Age, Being, Character, Gender, LookHint
from litink_app.services.characters import period_of
from litink_app.studio.illustrator.curves import spline
from litink_app.studio.illustrator.skeleton import frame_of
from litink_app.studio.illustrator.stage import build_stage
from litink_app.studio.illustrator.tailoring import checks
from litink_app.studio.illustrator.wardrobe import ACCENTS, costume_of, hair_colour, look_of, second_colour
from litink_app.studio.stagehand.framing import Blocking


def person(name: str, *aliases: str, hints: tuple[str, ...] = (), being: Being = Being.PERSON, species: str = "") -> Character:
    told = tuple(LookHint(text, 0, 1) for text in hints)
    return Character(name.lower().replace(" ", "-"), name, aliases, Gender.MALE, 20, 1.0, Age.ADULT, being, species, told, 0)


def test_a_simile_crowns_nobody_but_a_king_wears_his_crown() -> None:
    captain = person("Captain Ahab", "Ahab", "the captain", "my captain", "old Ahab", "a crowned king", hints=("a smoking pipe",))
    king = person("The king", "the old king")

    assert look_of(captain).headwear != "crown"
    assert costume_of(look_of(captain)).dress == "uniform"
    assert look_of(king).headwear == "crown"


def test_a_surname_is_no_trade() -> None:
    baker, cook = person("Mr. Henry Baker", "Baker", "Mr. Baker"), person("The cook")

    assert costume_of(look_of(baker)).dress != "cook"
    assert costume_of(look_of(cook)).dress == "cook"


def test_the_king_of_the_bears_is_a_bear() -> None:
    look = look_of(person("King of the Polar Bears"))

    assert (look.being, look.species) == (Being.ANIMAL, "bears")


def test_a_tower_of_a_giant_stands_beside_a_dwarf() -> None:
    giant, dwarf, man = (look_of(person(name)) for name in ("The giant", "The dwarf", "Jack"))

    assert giant.height > 2 * man.height * 0.95
    assert dwarf.height < 0.65
    assert giant.build == "stout"


def test_only_some_of_many_names_make_nobody_a_giant() -> None:
    man = person("Jack", "Jack Straw", "my friend", "the boy", "a giant", "the lad")

    assert look_of(man).height < 1.2


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The king and the queen lived in a castle with the princess and a dragon. " * 40, "fairy"),
        ("Mr. Stubb took his pipe, tobacco and a pistol, and spoke to the Captain like a king. " * 40, "victorian"),
    ],
)
def test_kings_in_the_similes_of_a_novel_make_no_fairy_tale(text: str, period: str) -> None:
    assert period_of(text) == period


def test_a_chest_turned_to_us_is_broader_than_one_from_the_side() -> None:
    trunk = frame_of(Gender.MALE, Age.ADULT, "average").trunk

    turned = trunk.half_turned()

    assert turned.shoulder_front + turned.shoulder_back > 1.4 * (trunk.shoulder_front + trunk.shoulder_back)


@pytest.mark.parametrize(("being", "species"), [(Being.PERSON, ""), (Being.ANIMAL, "wolf"), (Being.ANIMAL, "bear")])
def test_the_camera_knows_where_a_face_will_be_drawn(being: Being, species: str) -> None:
    look = look_of(person("Somebody", being=being, species=species))
    brief = PictureBrief(PictureKind.SCENE, "x", 320, 180, Setting("", "meadow"), (Actor(look, 0.4),))

    x, y, tall = Blocking(brief).face(look.id)

    box = build_stage(brief).puppets[0].mouth_box
    assert (x * 320 / 180 * 1000, y * 1000, tall * 1000) == pytest.approx((box.centerX(), box.centerY(), box.height()), abs=1.0)


@pytest.mark.parametrize("kit", ["snow", "forest", "street", "drawing_room"])
@pytest.mark.parametrize("x", [0.12, 0.88])
def test_nothing_in_front_hides_a_face(kit: str, x: float) -> None:
    look = look_of(person("Somebody"))
    stage = build_stage(PictureBrief(PictureKind.SCENE, "x", 180, 320, Setting("", kit), (Actor(look, x),), seed=3))

    face = stage.puppets[0].mouth_box

    for layer in stage.layers:
        if layer.depth > 1.0:
            pixels = layer.image.toarray()
            row, column = (round(v * 0.32) - at for v, at in ((face.centerY(), layer.y), (face.centerX(), layer.x)))
            assert not 0 <= row < pixels.shape[0] or pixels[row, column, 3] < 8


def test_those_of_one_book_differ_in_hair_beard_and_second_colour() -> None:
    marks: set[tuple[str, str, str]] = set()
    taken: tuple[str, ...] = ()
    for name in ("Adam", "Bert", "Carl", "Dick", "Emil", "Fred", "Gene", "Hugh"):
        look = look_of(person(name), taken=taken)
        taken = (*taken, look.accent)
        marks.add((hair_colour(look), costume_of(look).beard, second_colour(look)))

    assert len(marks) == 8


def test_a_gentleman_is_never_unkempt_unless_his_book_says_so() -> None:
    men = [replace(look_of(person(f"Mr. {name}")), period="victorian", accent=accent) for name in ("Ash", "Birch") for accent in ACCENTS]

    assert {costume_of(look).hair for look in men} == {"short", "curls", "bald"}
    assert costume_of(replace(men[0], hair="wild hair")).hair == "wild"


def test_a_travelling_cape_is_checked_within_its_outline_and_left_in_the_hall() -> None:
    cloth = spline([(-0.2, 0.0), (0.2, 0.0), (0.3, 0.4), (-0.3, 0.4)])
    holmes = Look("h", "Holmes", gender=Gender.MALE, dress="cape_coat", seed=2)

    threads = checks(cloth)

    assert threads.countPoints() > 100
    assert cloth.getBounds().makeOutset(0.01, 0.01).contains(threads.getBounds())
    assert [costume_of(holmes, indoors=indoors).dress for indoors in (False, True)] == ["cape_coat", "coat"]
