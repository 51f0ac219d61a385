"""Actors become puppets that stand on a board."""

from litink_app.schemas.picture import Actor, Look
from litink_app.studio.illustrator.board import Board
from litink_app.studio.illustrator.palette import Palette, mix
from litink_app.studio.illustrator.people import Person
from litink_app.studio.illustrator.pose import Pose, stance_of
from litink_app.studio.illustrator.puppet import Inks, Puppet, inks
from litink_app.studio.illustrator.wardrobe import costume_of, hair_colour, second_colour, skin_of


def inks_of(look: Look, palette: Palette, night: bool) -> Inks:
    return inks(palette, skin=skin_of(look), hair=hair_colour(look), accent=look.accent, second=second_colour(look), night=night)


def puppet_of(actor: Actor, board: Board, x: float) -> Puppet:
    """The puppet of an actor at `x`, lit by the board's key light."""
    look = actor.look
    colors = inks_of(look, board.palette, board.is_dark)
    builder = Person(look, costume_of(look), stance_of(actor.pose), colors)
    lamp = board.key
    dx = (lamp.x - x) / board.wide * 1.6
    light = (max(-0.9, min(0.9, dx)), -0.75)
    head = builder.frame.head
    mouth = "eh" if actor.speaking else "rest"
    return Puppet(
        look.id, builder, colors, x, board.ground, board.figure * look.height, actor.facing, 1.0, light, (-head * 0.4, -1.0, head * 0.7, -1.0 + head),
        Pose(mouth=mouth), mix(board.palette.ink, (0, 0, 0), 0.25), 0.26 if not board.indoors else 0.12,
    )  # fmt: skip
