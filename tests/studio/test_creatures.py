"""Creatures told apart, and things for the words that call them."""

from itertools import combinations

import numpy as np
import pytest
import skia

from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Age, Being, Gender
from litink_app.studio.illustrator.cast import puppet_of
from litink_app.studio.illustrator.coats import coat_words
from litink_app.studio.illustrator.curves import gather
from litink_app.studio.illustrator.frontal import FRONTS, front_parts
from litink_app.studio.illustrator.palette import choose, light_of, rgb
from litink_app.studio.illustrator.pose import Pose
from litink_app.studio.illustrator.props import OTHER_NAMES, THINGS, thing, thing_named
from litink_app.studio.illustrator.puppet import Puppet, inks
from litink_app.studio.illustrator.setdress import chosen
from litink_app.studio.illustrator.stage import new_board
from litink_app.studio.illustrator.wardrobe import costume_of
from litink_app.studio.illustrator.wildlife import TRAITS, kind_of

KINDS = [
    "rabbit",
    "cat",
    "dog",
    "fox",
    "wolf",
    "bear",
    "pig",
    "mouse",
    "sheep",
    "goat",
    "cow",
    "horse",
    "deer",
    "lion",
    "frog",
    "lizard",
    "tortoise",
    "fish",
    "duck",
    "owl",
    "eagle",
    "dragon",
    "snake",
    "caterpillar",
    "gryphon",
    "squirrel",
    "hedgehog",
    "mole",
    "badger",
    "weasel",
    "monkey",
    "elephant",
    "camel",
    "giraffe",
    "tiger",
    "leopard",
    "zebra",
    "donkey",
    "unicorn",
    "crocodile",
    "parrot",
    "crow",
    "stork",
    "hen",
    "bee",
    "butterfly",
    "beetle",
    "ant",
    "grasshopper",
    "spider",
    "snail",
    "crab",
    "octopus",
    "bat",
    "seal",
    "whale",
    "dolphin",
    "penguin",
]


def puppet(species: str, pose: str = "stand") -> Puppet:
    brief = PictureBrief(PictureKind.SCENE, "x", 400, 400, Setting("", "meadow"))
    look = Look(species, species, Being.ANIMAL, species, seed=1)
    return puppet_of(Actor(look, 0.5, 1, pose), new_board(brief, Setting("", "meadow")), 500)


def picture(species: str) -> np.ndarray:
    """Colour and shape of a figure on a grid of its own box."""
    drawn = puppet(species)
    box = drawn.bounds()
    surface = skia.Surface(48, 48)
    canvas = surface.getCanvas()
    canvas.scale(48 / max(box.width(), box.height()), 48 / max(box.width(), box.height()))
    canvas.translate(-box.left(), -box.top())
    drawn.draw(canvas)
    return surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32) / 255


def test_more_than_forty_kinds_of_creatures_are_told_apart() -> None:
    pictures = {name: picture(name) for name in KINDS}

    alike = [(a, b) for a, b in combinations(KINDS, 2) if np.abs(pictures[a] - pictures[b]).mean() < 0.012]

    assert len(KINDS) > 40
    assert not alike


@pytest.mark.parametrize(
    ("species", "kind"),
    [("swordfish", "dolphin"), ("clownfish", "fish"), ("lobster", "crab"), ("blackbird", "crow"), ("mockingbird", "bird"), ("Mock Turtle", "tortoise"),
     ("panther", "leopard"), ("bumblebees", "bee"), ("water-snake", "snake"), ("antelope", "deer"), ("stegosaur", "dragon"), ("quagga", "dog")],
)  # fmt: skip
def test_a_species_that_nobody_drew_becomes_its_nearest_kin(species: str, kind: str) -> None:
    assert kind_of(species) == kind


@pytest.mark.parametrize("species", ["lion", "dog", "horse", "rabbit"])
def test_a_beast_that_lies_is_low_and_touches_the_ground(species: str) -> None:
    lying, standing = puppet(species, "lie"), puppet(species)

    assert lying.bounds().height() < standing.bounds().height() * 0.92
    assert abs(lying.bounds().bottom() - lying.ground) < 14


def test_every_kind_has_a_face_that_the_mouth_moves() -> None:
    for species in TRAITS:
        left, top, right, bottom = puppet(species).head
        assert left < right and top < bottom < 0.3, species


def test_a_hundred_and_fifty_things_are_drawn_and_every_synonym_leads_to_one() -> None:
    assert len(THINGS) >= 150
    assert set(OTHER_NAMES.values()) <= set(THINGS)
    for name in THINGS:
        box = gather(piece.path for piece in thing(name).pieces).getBounds()
        assert 0 < box.height() < 2.6 and thing(name).size > 0, name


def test_words_call_things_and_things_stay_where_they_belong() -> None:
    assert [thing_named(word) for word in ("a hay fork", "windmills", "old quill", "waggon")] == ["fork", "mill", "feather", "wagon"]
    assert chosen(("door", "bed", "signpost"), "forest", ()) == ["signpost"]
    assert chosen(("cart", "piano"), "drawing_room", ()) == ["piano"]


def test_a_gentleman_takes_off_his_hat_indoors_but_a_king_keeps_his_crown() -> None:
    men = [Look(f"m{i}", "Man", gender=Gender.MALE, age=Age.ADULT, dress="suit", seed=i) for i in range(20)]
    king = Look("k", "King", gender=Gender.MALE, headwear="crown", dress="king", seed=1)

    assert any(costume_of(man).hat for man in men)
    assert not any(costume_of(man, indoors=True).hat for man in men)
    assert costume_of(king, indoors=True).hat == "crown"


def test_out_of_doors_nobody_sets_a_cup_down_and_no_boat_lies_in_a_street() -> None:
    assert chosen(("cup", "boat", "cart"), "street", ()) == ["cart"]
    assert chosen(("cup", "boat"), "riverside", ()) == ["boat"]
    assert chosen(("cup", "boat"), "drawing_room", ()) == ["cup"]


@pytest.mark.parametrize("kind", sorted(FRONTS))
def test_the_animals_of_most_stories_look_at_us_with_two_eyes_and_a_mouth_that_opens(kind: str) -> None:
    papers = inks(
        choose("day", "calm", indoors=False, weather="clear"),
        skin="#d9a982",
        hair="#3d2a20",
        accent="#a8483a",
        second="#3d4a5c",
        night=False,
    )

    rest, blinking, speaking = (
        front_parts(FRONTS[kind], papers, pose, papers.skin, papers.linen)[1] for pose in (Pose(), Pose(blink=1.0), Pose(mouth="ah"))
    )

    still = {str(part.path.getBounds()) for part in rest}
    opened = [part for part in speaking if str(part.path.getBounds()) not in still]
    moved = {str(part.path.getBounds()) for part in speaking}
    shut = [part for part in rest if str(part.path.getBounds()) not in moved]
    assert len(rest) - len(blinking) == 4
    assert opened and max(part.path.getBounds().bottom() for part in opened) > max(part.path.getBounds().bottom() for part in shut)


def test_who_comes_from_mars_has_arms_like_an_octopus() -> None:
    assert kind_of("martian") == "octopus"


def test_the_bear_of_the_ice_is_white() -> None:
    brown, white = (coat_words(Look("a", name, Being.ANIMAL, "bear"))[0] for name in ("The bear", "King of the Polar Bears"))

    assert light_of(rgb(white)) > light_of(rgb(brown)) + 0.3
