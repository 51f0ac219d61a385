"""Actors become puppets that stand on a board."""

from functools import lru_cache

from litink_app.schemas.picture import Actor, Look
from litink_app.schemas.understanding import Being
from litink_app.studio.illustrator.birds import Bird
from litink_app.studio.illustrator.board import Board
from litink_app.studio.illustrator.coats import coat_words
from litink_app.studio.illustrator.creepers import Creeper
from litink_app.studio.illustrator.curves import gather
from litink_app.studio.illustrator.palette import Palette, choose, mix, rgb
from litink_app.studio.illustrator.people import Person
from litink_app.studio.illustrator.pose import REST, Pose, Stance, stance_of
from litink_app.studio.illustrator.puppet import Inks, Puppet, inks
from litink_app.studio.illustrator.quadrupeds import FourLegged
from litink_app.studio.illustrator.small import SMALL, Small
from litink_app.studio.illustrator.visage import CHEER
from litink_app.studio.illustrator.wardrobe import costume_of, hair_colour, second_colour, skin_of
from litink_app.studio.illustrator.wash import pen
from litink_app.studio.illustrator.wildlife import MUZZLES, kind_of

TAILS = {
    "rabbit": "puff",
    "fox": "brush",
    "wolf": "brush",
    "mouse": "thin",
    "cat": "cat",
    "lion": "cat",
    "dog": "cat",
    "lizard": "reptile",
    "dragon": "reptile",
    "duck": "feather",
    "bird": "feather",
    "eagle": "feather",
    "bear": "stub",
    "pig": "thin",
    "squirrel": "brush",
    "weasel": "brush",
    "tiger": "cat",
    "leopard": "cat",
    "monkey": "cat",
    "parrot": "feather",
    "crow": "feather",
    "hen": "feather",
    "crocodile": "reptile",
    "badger": "stub",
    "donkey": "cat",
}


def is_animal(look: Look) -> bool:
    return bool(look.species) and look.being is not Being.PERSON and look.species.lower() not in MAN_LIKE


MAN_LIKE = frozenset(
    {
        "giant",
        "ogre",
        "troll",
        "dwarf",
        "elf",
        "fairy",
        "witch",
        "wizard",
        "ghost",
        "angel",
        "goblin",
        "human",
        "man",
        "woman",
        "person",
        "imp",
        "gnome",
        "mermaid",
        "nymph",
        "genie",
        "devil",
        "monster",
        "spirit",
    }
)


def is_upright(look: Look) -> bool:
    """An animal that the text dresses, or that holds something, walks on two legs."""
    return bool(look.dress or look.carries or look.headwear)


def inks_of(look: Look, palette: Palette, night: bool) -> Inks:
    skin = coat_words(look)[0] if is_animal(look) else skin_of(look)
    return inks(
        palette, skin=skin, hair=hair_colour(look), accent=look.accent, second=second_colour(look), night=night, furry=is_animal(look)
    )


def builder_of(
    look: Look, stance: Stance, colors: Inks, palette: Palette, mood: str = "calm", *, indoors: bool = False
) -> Person | FourLegged | Bird | Creeper | Small:
    """What draws this look: a person, an animal in clothes, or an animal as nature made it."""
    if not is_animal(look):
        return Person(look, costume_of(look, indoors=indoors), stance, colors, cheer=CHEER[mood], armchair=indoors)
    kind = kind_of(look.species)
    pale = mix(rgb(coat_words(look)[1]), palette.ink, 0.30)
    if is_upright(look) and kind in MUZZLES:
        return Person(look, costume_of(look), stance, colors, muzzle=MUZZLES[kind], pale=pale, tail=TAILS.get(kind, ""))
    if kind in ("snake", "caterpillar", "frog", "fish"):
        return Creeper(look, stance, colors, colors.skin, pale)
    if kind in SMALL:
        return Small(look, stance, colors, colors.skin, pale)
    words = f"{look.species} {look.name}".lower()
    if kind in ("duck", "bird", "owl", "parrot", "crow", "stork", "hen") or (
        kind == "eagle" and "gryphon" not in words and "griffin" not in words
    ):
        return Bird(look, stance, colors, colors.skin, pale)
    return FourLegged(look, stance, colors, colors.skin, pale)


@lru_cache(maxsize=256)
def _extent(look: Look, pose: str) -> tuple[float, float]:
    """How far a resting figure reaches behind and before its place, in its own heights."""
    tones = choose("day", "calm")
    shape = gather(part.path for part in builder_of(look, stance_of(pose), inks_of(look, tones, False), tones)(REST) if not part.line)
    box = shape.getBounds()
    return -box.left(), box.right()


@lru_cache(maxsize=256)
def face_of(look: Look, pose: str) -> tuple[float, float, float]:
    """Where the face of a resting figure that looks to the right is: x and y of its middle and its height, in the figure's own heights."""
    tones = choose("day", "calm")
    left, top, right, bottom = builder_of(look, stance_of(pose), inks_of(look, tones, False), tones).face_box(REST)
    return (left + right) / 2, (top + bottom) / 2, bottom - top


def reach_of(actor: Actor) -> tuple[float, float]:
    """How much room a figure wants to its left and right, in adult heights; an arm may reach into a neighbour's room."""
    back, front = (min(1.4, max(0.16, side)) for side in _extent(actor.look, actor.pose))
    if (not is_animal(actor.look) or is_upright(actor.look)) and not stance_of(actor.pose).lying:
        seated = stance_of(actor.pose).seat
        back, front = min(back, 0.26), min(front, 0.42 if seated else 0.30)
    left, right = (back, front) if actor.facing > 0 else (front, back)
    return left * actor.look.height, right * actor.look.height


def puppet_of(actor: Actor, board: Board, x: float) -> Puppet:
    """The puppet of an actor at `x`, lit by the board's key light."""
    look = actor.look
    colors = inks_of(look, board.palette, board.is_dark)
    builder = builder_of(look, stance_of(actor.pose), colors, board.palette, board.mood, indoors=board.indoors)
    light = (max(-0.9, min(0.9, (board.key.x - x) / board.wide * 1.6)), -0.75)
    resting = Pose(mouth="eh" if actor.speaking else "rest")
    shade = mix(board.palette.ink, (0, 0, 0), 0.25)
    return Puppet(
        look.id,
        builder,
        colors,
        x,
        board.ground,
        board.figure * look.height,
        actor.facing,
        1.0,
        light,
        builder.face_box,
        resting,
        shade,
        0.12 if board.indoors else 0.26,
        board.scale,
        pen(board.palette, 1.0) if board.inked else None,
    )
