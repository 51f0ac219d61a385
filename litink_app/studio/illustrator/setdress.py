"""Sets the things that the text names on the stage: large ones on the ground, small ones on a table, clear of the actors."""

from collections.abc import Sequence

from litink_app.studio.illustrator.board import Board, Sheet
from litink_app.studio.illustrator.curves import gather, placing
from litink_app.studio.illustrator.kits import INDOORS
from litink_app.studio.illustrator.palette import mix
from litink_app.studio.illustrator.props import thing, thing_named, tone_of
from litink_app.studio.illustrator.puppet import Inks, inks
from litink_app.studio.illustrator.things import Thing

MOST = 3
SMALL = 0.22
"""Things lower than this part of an adult stand on something."""

TINY = 0.12
"""Things lower than this are not seen out of doors, where there are no tables."""

SHOWN = {
    "drawing_room": {"door", "fireplace", "chair", "table", "candle", "clock", "bed"},
    "library": {"door", "book", "table", "fireplace"},
    "kitchen": {"door", "table", "fireplace", "jug", "loaf", "cauldron"},
    "bedroom": {"door", "bed", "table", "candle"},
    "school": {"table", "book"},
    "laboratory": {"table", "bottle"},
    "sea": {"boat"},
    "harbour": {"boat", "crate"},
    "ship": {"barrel", "rope"},
    "garden": {"flower", "tree"},
    "forest": {"tree", "mushroom"},
    "meadow": {"tree", "flower"},
    "street": {"door"},
    "village": {"door", "tree"},
}
"""What a kit shows anyway."""

NOT_ON_WATER = {"sea"}


OF_HOUSES = frozenset(
    {
        "bed",
        "clock",
        "door",
        "fireplace",
        "mirror",
        "chair",
        "cupboard",
        "shelf",
        "sofa",
        "desk",
        "piano",
        "bath",
        "throne",
        "four-poster",
        "picture",
    }
)
"""What belongs between walls: an open field does without, whatever the talk is of."""

OF_FIELDS = frozenset(
    {
        "cart",
        "wagon",
        "carriage",
        "barrow",
        "sledge",
        "car",
        "locomotive",
        "balloon",
        "rocket",
        "boat",
        "mill",
        "well",
        "fountain",
        "fence",
        "signpost",
        "tent",
        "campfire",
        "bush",
        "beehive",
        "cannon",
        "tree",
        "log",
        "stone",
        "snowman",
        "gate",
        "tombstone",
        "bicycle",
    }
)
"""What belongs under the sky."""

GROWN = frozenset({"tree", "door", "well", "mill", "bridge", "gate", "fence", "fountain", "bush", "window"})
"""What grows or is built where it stands: a place that has none gets none because somebody speaks of one."""

NOT_SET = frozenset(
    {
        "mountains",
        "snow",
        "desert",
        "sea",
        "ship",
        "beach",
        "cave",
        "battlefield",
        "street",
        "city_night",
        "road",
        "riverside",
        "forest",
        "harbour",
    }
)

AFLOAT = frozenset({"boat", "oar", "anchor", "net"})
WATERS = frozenset({"sea", "harbour", "beach", "riverside", "ship"})
LOW = frozenset({"mushroom", "flower", "stone", "log", "campfire", "shell", "bone", "rope", "ball", "nest", "boots"})
"""Small things that lie on the ground out of doors."""

BUILT = frozenset({"street", "village", "castle", "city_night", "harbour"})


def chosen(names: Sequence[str], kit: str, carried: Sequence[str]) -> list[str]:
    """The drawn things for the names, each once, without what the place or a hand shows already; out of doors nothing stands on tables."""
    held = {thing_named(name) for name in carried if name}
    found: list[str] = []
    for name in names:
        known = thing_named(name)
        if known in OF_HOUSES and kit not in INDOORS | (BUILT if known == "door" else frozenset()):
            continue
        if known in GROWN and kit in NOT_SET:
            continue
        if (known in OF_FIELDS and kit in INDOORS) or (known in AFLOAT and kit not in WATERS):
            continue
        if kit not in INDOORS and known and known not in LOW and thing(known).size * _height(thing(known)) < TINY:
            continue
        if known and known not in found and known not in held and known not in SHOWN.get(kit, set()):
            found.append(known)
    return found[:MOST]


def set_out(board: Board, names: Sequence[str], kit: str, carried: Sequence[str]) -> None:
    """Draws the things on a plane of their own just behind the actors."""
    things = chosen(names, kit, carried)
    if not things or kit in NOT_ON_WATER:
        return
    colors = inks(board.palette, skin="#d9a982", hair="#3d2a20", accent="#a8483a", second="#3d4a5c", night=board.is_dark)
    with board.layer(0.99), board.sheet(0.96, shadow=0.35, rim=0.7, glow=0.3) as s:
        for name, x in zip(things, _spots(board, len(things)), strict=False):
            _stand(board, s, colors, name, x)


def _spots(board: Board, count: int) -> list[float]:
    """Places with the most room around them, in from the edges."""
    shares = [0.14, 0.86, 0.5, 0.32, 0.68] if board.aspect > 0.8 else [0.18, 0.82, 0.5]
    by_room = sorted(shares, key=lambda u: -min([abs(u * board.wide - spot) for spot in board.spots] or [board.wide * (1 - abs(u - 0.5))]))
    return [u * board.wide for u in by_room[:count]]


def _stand(board: Board, sheet: Sheet, colors: Inks, name: str, x: float) -> None:
    item = thing(name)
    y = board.ground - 26
    tall = item.size * _height(item)
    size = item.size * board.figure * (1.2 if tall < 0.10 else 0.9 if tall < SMALL else 1.0 if tall < 0.8 else 0.72)
    half = gather(piece.path for piece in item.pieces).getBounds().width() * size / 2
    x = min(board.wide - half - 16, max(half + 16, x))
    if tall < SMALL and board.indoors:
        rest = thing("table")
        stand = rest.size * board.figure * 0.9
        _cut(board, sheet, colors, rest, x, y, stand)
        y -= stand * 0.985
    _cut(board, sheet, colors, item, x, y, size)


def _height(item: Thing) -> float:
    return gather(piece.path for piece in item.pieces).getBounds().height()


def _cut(board: Board, sheet: Sheet, colors: Inks, item: Thing, x: float, y: float, size: float) -> None:
    low = gather(piece.path for piece in item.pieces).getBounds().bottom()
    matrix = placing(x, y - low * size, 0.0, size)
    for piece in item.pieces:
        path = type(piece.path)(piece.path)
        path.transform(matrix)
        sheet.fill(path, mix(tone_of(colors, piece.tone), board.palette.mid, 0.08), alpha=piece.alpha)
