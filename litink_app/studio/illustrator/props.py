"""Things: drawn in the paper language, one long or tall, standing on y = 0 with x = 0 in the middle.

A thing is a list of pieces, each a path and the paper it is cut from; `THINGS` maps names, `OTHER_NAMES` synonyms.
"""

import math
from collections.abc import Callable
from functools import lru_cache

import skia

from litink_app.studio.illustrator.curves import Point, placing
from litink_app.studio.illustrator.gear import GEAR
from litink_app.studio.illustrator.goods import (
    ball,
    bed,
    boat,
    cards,
    carriage,
    chair,
    chest,
    clock,
    coins,
    crate,
    door,
    drum,
    fireplace,
    hat,
    mirror,
    scroll,
    skull,
    table,
    tree,
)
from litink_app.studio.illustrator.handy import (
    basket,
    book,
    bottle,
    cake,
    candle,
    crown,
    cup,
    key,
    lamp,
    lantern,
    letter,
    sword,
    teapot,
    watch,
)
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.puppet import Inks, Part
from litink_app.studio.illustrator.stores import (
    barrel,
    bow,
    broom,
    cauldron,
    gun,
    jug,
    loaf,
    mushroom,
    rope,
    shield,
    spear,
    stool,
    telescope,
    tombstone,
)
from litink_app.studio.illustrator.things import Thing, Tone
from litink_app.studio.illustrator.tools import apple, axe, bag, cane, fan, flower, lens, pipe, staff, umbrella, violin, wand
from litink_app.studio.illustrator.wares import WARES

THINGS: dict[str, Callable[[], Thing]] = {
    f.__name__: f
    for f in (
        watch, book, letter, lamp, lantern, candle, teapot, cup, cake, bottle, key, sword, crown, basket, umbrella, cane, staff, wand, axe, pipe, violin, fan, bag, lens, flower, apple, mirror, chest, crate, chair, table, bed, clock, door, fireplace, boat,
        carriage, tree, hat, scroll, coins, ball, cards, drum, skull, telescope, broom, bow, rope, loaf, jug, cauldron, mushroom, tombstone, gun, spear, shield, stool, barrel,
    )
} | WARES | GEAR  # fmt: skip


OTHER_NAMES = {
    "pocket-watch": "watch", "timepiece": "watch", "novel": "book", "volume": "book", "diary": "book", "bible": "book", "newspaper": "letter", "paper": "letter", "note": "letter", "envelope": "letter", "telegram": "letter", "card": "letter", "photograph": "letter", "torch": "lantern",
    "candlestick": "candle", "tea": "teapot", "kettle": "teapot", "tea-table": "table", "bureau": "desk", "mug": "cup", "glass": "cup", "goblet": "cup", "teacup": "cup", "pie": "cake", "tart": "cake", "tarts": "cake", "bread": "loaf", "wine": "bottle", "potion": "bottle", "phial": "bottle", "vial": "bottle",
    "medicine": "bottle", "flask": "bottle", "dagger": "knife", "penknife": "knife", "sabre": "sword", "blade": "sword", "rapier": "sword", "tiara": "crown", "hamper": "basket", "parasol": "umbrella", "stick": "cane", "walking-stick": "cane", "crook": "staff", "sceptre": "wand", "hatchet": "axe", "shovel": "spade",
    "fiddle": "violin", "cello": "violin", "lute": "guitar", "suitcase": "bag", "satchel": "bag", "purse": "bag", "sack": "bag", "trunk": "chest", "box": "chest", "casket": "chest", "coffin": "chest", "treasure": "chest", "magnifying-glass": "lens", "rose": "flower", "roses": "flower", "flowers": "flower", "bouquet": "flower",
    "fruit": "apple", "plum": "pear", "eggs": "egg", "looking-glass": "mirror", "armchair": "chair", "couch": "sofa", "settle": "bench", "seat": "chair", "gateway": "gate", "fire": "fireplace", "hearth": "fireplace", "stove": "fireplace", "canoe": "boat", "ship": "boat", "raft": "boat", "coach": "carriage", "cab": "carriage",
    "hansom": "carriage", "van": "wagon", "waggon": "wagon", "oak": "tree", "money": "coins", "gold": "coins", "coin": "coins", "sovereign": "coins", "sovereigns": "coins", "map": "scroll", "parchment": "scroll", "bones": "bone", "spyglass": "telescope", "besom": "broom", "arrows": "bow", "cord": "rope", "chain": "rope", "pitcher": "jug",
    "pail": "bucket", "pails": "bucket", "urn": "vase", "pot": "cauldron", "toadstool": "mushroom", "grave": "tombstone", "revolver": "gun", "pistol": "gun", "rifle": "gun", "musket": "gun", "lance": "spear", "cask": "barrel", "dish": "plate", "saucer": "plate", "basin": "bowl", "porridge": "bowl", "soup": "bowl", "ladle": "spoon", "frying-pan": "pan", "saucepan": "pan", "tub": "bucket", "flowerpot": "vase", "ham": "meat", "joint": "meat", "roast": "meat", "sausage": "meat", "grape": "grapes", "fig": "pear", "wheat": "corn",
    "sheaf": "corn", "jam": "jar", "honey": "jar", "marmalade": "jar", "chandelier": "candelabra", "thread": "needle", "yarn": "needle", "wool": "needle", "spindle": "spinning-wheel", "distaff": "spinning-wheel", "lyre": "harp", "pipes": "flute", "whistle": "flute", "recorder": "flute", "horn": "trumpet", "bugle": "trumpet", "mandolin": "guitar",
    "banjo": "guitar", "organ": "piano", "harpsichord": "piano", "glove": "gloves", "boot": "boots", "shoe": "boots", "shoes": "boots", "slipper": "boots", "slippers": "boots", "puppet": "doll", "toy": "doll", "painting": "picture", "portrait": "picture", "frame": "picture", "beaker": "flask", "retort": "flask", "balance": "scales", "telegraph": "telephone",
    "gift": "present", "parcel": "present", "package": "present", "rings": "ring", "diamond": "ring", "jewel": "ring", "ruby": "ring", "pearls": "necklace", "beads": "necklace", "locket": "necklace", "chariot": "cart", "dray": "cart", "caravan": "wagon", "wheelbarrow": "barrow", "sleigh": "sledge", "sled": "sledge", "motor-car": "car", "automobile": "car",
    "train": "locomotive", "engine": "locomotive", "spaceship": "rocket", "paddle": "oar", "oars": "oar", "mallet": "hammer", "pickaxe": "hammer", "pick": "hammer", "hoe": "spade", "pitchfork": "hayfork", "rake": "hayfork", "sickle": "scythe", "forge": "anvil", "stairs": "ladder", "windmill": "mill", "water-mill": "mill", "hedge": "bush", "shrub": "bush", "bramble": "bush",
    "railing": "fence", "paling": "fence", "milestone": "signpost", "sign": "signpost", "finger-post": "signpost", "pavilion": "tent", "wigwam": "tent", "bonfire": "campfire", "flames": "campfire", "timber": "log", "wood": "log", "firewood": "log", "rock": "stone", "boulder": "stone", "hive": "beehive", "wardrobe": "cupboard", "cabinet": "cupboard", "closet": "cupboard", "dresser": "cupboard",
    "bookcase": "shelf", "shelves": "shelf", "cushion": "sofa", "divan": "sofa", "scissors": "knife", "razor": "knife", "artillery": "cannon", "banner": "flag", "standard": "flag", "crucifix": "cross", "cobweb": "web", "spiderweb": "web", "seashell": "shell", "quill": "feather", "pen": "feather", "chessboard": "chess", "chessmen": "chess", "board": "chess", "birdcage": "cage", "trap": "cage",
    "cot": "cradle", "bathtub": "bath", "trough": "bath", "wreath": "flower", "lily": "flower", "tulip": "flower", "daisy": "flower", "primrose": "flower", "violet": "flower", "bonnet": "hat", "cap": "hat", "helm": "helmet",
}  # fmt: skip


def thing_named(name: str) -> str | None:
    """The drawn thing for a word, or None if nothing like it is drawn."""
    words = name.lower().strip()
    for word in (words, words.replace(" ", "-"), *reversed(words.replace("-", " ").split())):
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in THINGS:
                return form
            if form in OTHER_NAMES:
                return OTHER_NAMES[form]
    return None


@lru_cache(maxsize=128)
def thing(name: str) -> Thing:
    return THINGS[name]()


def tone_of(inks: Inks, tone: Tone) -> Color:
    own: dict[Tone, Callable[[], Color]] = {
        "gold": lambda: mix(mix(inks.rim, (0.86, 0.62, 0.20), 0.62), inks.dark, 0.12), "wood": lambda: mix((0.46, 0.29, 0.17), inks.dark, 0.36), "glass": lambda: mix(inks.steel, inks.light, 0.45),
        "fire": lambda: mix(inks.light, (1.0, 0.72, 0.28), 0.5), "green": lambda: mix((0.33, 0.48, 0.24), inks.dark, 0.30), "paper": lambda: inks.linen,
    }  # fmt: skip
    return own[tone]() if tone in own else inks.of(tone)


def parts_of(name: str, inks: Inks, matrix: skia.Matrix) -> list[Part]:
    """The pieces of a thing as parts of a figure."""
    parts: list[Part] = []
    for piece in thing(name).pieces:
        path = skia.Path(piece.path)
        path.transform(matrix)
        parts.append(Part(path, tone_of(inks, piece.tone), piece.alpha, 0.3, piece.line))
    return parts


def held(name: str, wrist: Point, turn: float, inks: Inks, scale: float = 1.0) -> list[Part]:
    """The parts of a thing in a hand: hanging things hang, others follow the forearm a little."""
    known = thing_named(name)
    if known is None:
        return []
    t = thing(known)
    a = math.radians(turn)
    palm = (wrist[0] + math.cos(a) * 0.045, wrist[1] + math.sin(a) * 0.045)
    tilt = 0.0 if t.hangs else max(-40.0, min(40.0, (turn - 20) * 0.35))
    matrix = placing(-t.grip[0], -t.grip[1])
    matrix.postConcat(placing(palm[0], palm[1], tilt, t.size * scale))
    return parts_of(known, inks, matrix)
