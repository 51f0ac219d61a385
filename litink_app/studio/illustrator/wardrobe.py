"""From a book's words to a look, and from a look to a costume of the closed sets."""

import hashlib
import re
from dataclasses import replace
from random import Random

from litink_app.schemas.picture import Look
from litink_app.schemas.understanding import Age, Being, Character, Gender
from litink_app.studio.illustrator.coats import animal_height
from litink_app.studio.illustrator.palette import COLOUR_WORDS
from litink_app.studio.illustrator.visage import Costume
from litink_app.studio.illustrator.wildlife import is_known, kind_of

ACCENTS = (
    "#b8433a",
    "#2f6f9c",
    "#c98a2e",
    "#4f8a5b",
    "#8a4f8f",
    "#2e8c8c",
    "#c7657a",
    "#6a7fb8",
    "#9c6b3d",
    "#7d9440",
    "#d06a3a",
    "#54589c",
)
"""Accent colours far enough apart to tell people by."""

SECONDS = ("#2f4468", "#5a3a26", "#3f5c38", "#6d3348", "#8a6a34", "#2b6168", "#4c4080", "#857a6c", "#34302f", "#9a8f74")
"""Colours of trousers, skirts and waistcoats: a second mark to tell people by, in hue and in value."""

SKINS = ("#ecc8a8", "#e3b894", "#d9a982", "#c48e66", "#9c6a48", "#7a4e34")
HAIRS = ("#2a2220", "#3d2a20", "#5b3a25", "#7a4a28", "#a86f35", "#c99a52", "#8c3b22")
GREYS = ("#c9c6c2", "#a8a6a4", "#dedbd6")

HAIR_WORDS = (
    (r"bald|hairless", "bald"), (r"braid|plait|pigtail", "braids"), (r"pony ?tail", "ponytail"), (r"\bbun\b|chignon", "bun"), (r"curl|ringlet", "curls"), (r"\bbob\b", "bob"),
    (r"\bwig\b|powdered", "wig"), (r"wild|tangled|unkempt|shaggy|bushy|dishevel", "wild"), (r"long|flowing|loose|streaming", "long"), (r"short|cropped|close-cut", "short"),
)  # fmt: skip
HAIR_COLOURS = (
    (r"white|snowy", "#e4e0da"), (r"gr[ea]y|silver|iron", "#b2afac"), (r"black|raven|jet|dark", "#2a2422"), (r"red|ginger|auburn|carrot|russet", "#a04a24"), (r"golden|gold|blond|fair|yellow|flaxen", "#d0a24e"), (r"brown|chestnut", "#64412a"),
)  # fmt: skip
BEARD_WORDS = (
    (r"long (?:white |gr[ea]y |black |red )?beard", "long_beard"),
    (r"goatee|pointed beard|imperial", "goatee"),
    (r"\w*beard", "beard"),
    (r"m[ou]+stach", "moustache"),
    (r"whisker|sideburn", "whiskers"),
)
HAT_WORDS = (
    (r"deer-?stalker|travelling[- ]cap|close-fitting cloth cap", "deerstalker"), (r"top[- ]?hat|silk hat|hatter|tall hat", "top_hat"), (r"bowler|derby|billycock", "bowler"), (r"bonnet", "bonnet"), (r"night-?cap", "nightcap"),
    (r"tiara|coronet|princess|diadem", "tiara"), (r"crown|king\b|queen\b|emperor", "crown"), (r"hood|riding", "hood"), (r"witch|wizard|pointed hat|sorcer", "witch_hat"), (r"straw hat|boater", "straw_hat"),
    (r"helmet|knight|armou?r", "helmet"), (r"shako|soldier|hussar|grenadier|officer|general|colonel", "shako"), (r"turban|sultan|vizier", "turban"), (r"kerchief|headscarf|shawl", "kerchief"), (r"mortar-?board|professor|scholar", "mortarboard"),
    (r"plume|feather(?:ed)? hat|musketeer|cavalier|cocked", "feathered_hat"), (r"\bcap\b|beret", "cap"), (r"\bhat\b", "bowler"), (r"flower|wreath|garland", "flower"),
)  # fmt: skip
DRESS_WORDS = (
    (r"cape|inverness|ulster|holmes", "cape_coat"), (r"tail-?coat|evening dress|swallow", "tailcoat"), (r"judge|lawyer|barrister|magistrate", "judge"), (r"queen|empress", "queen"), (r"king\b|emperor|sultan", "king"),
    (r"robe|wizard|sorcer|priest|monk|friar|bishop|gown and hood", "robe"), (r"armou?r|knight", "armour"), (r"soldier|uniform|officer|general|colonel|captain|hussar|guard|police|constable|inspector", "uniform"),
    (r"hood|cloak|mantle|riding", "cloak"), (r"maid\b|servant girl|housemaid|parlour", "maid"), (r"cook\b|apron|baker|butcher|smith\b", "cook"), (r"night-?(?:gown|dress|shirt)", "nightgown"), (r"labou?r coat|lab coat|white coat|doctor's coat|scientist|surgeon", "labcoat"),
    (r"sailor|seaman", "sailor"), (r"waistcoat", "waistcoat"), (r"frock-?coat|overcoat|great-?coat|\bcoat\b", "coat"), (r"tunic|doublet|jerkin|prince\b|page-?boy|archer", "tunic"), (r"rags|beggar|ragged|tattered", "rags"),
    (r"peasant|farmer's wife|milkmaid|goose-?girl|shepherdess", "peasant"), (r"farmer|labou?rer|shepherd|woodcutter|huntsman|miller", "shirt"), (r"frock|pinafore", "frock"), (r"gown|dress", "gown"), (r"suit\b|jacket", "suit"), (r"jumper|sweater|jersey", "jumper"),
)  # fmt: skip
CARRY_WORDS = (
    (r"watch", "watch"), (r"\bpipe\b|hookah", "pipe"), (r"violin|fiddle", "violin"), (r"basket", "basket"), (r"umbrella|parasol", "umbrella"), (r"walking-?stick|\bcane\b", "cane"), (r"staff\b|crook", "staff"), (r"sword|sabre|dagger", "sword"),
    (r"lantern", "lantern"), (r"\bfan\b", "fan"), (r"letter|note\b", "letter"), (r"book\b", "book"), (r"candle", "candle"), (r"\bbag\b|satchel", "bag"), (r"axe\b|hatchet", "axe"), (r"\bcup\b|tea-?cup", "cup"), (r"rose\b|flower", "flower"), (r"wand", "wand"), (r"magnif|lens\b", "lens"), (r"\bkey\b", "key"),
)  # fmt: skip

PERIOD_DRESS = {
    ("victorian", "m"): ("coat", "suit", "tailcoat", "waistcoat"), ("victorian", "f"): ("gown", "gown", "skirt"), ("fairy", "m"): ("tunic", "shirt", "cape_coat"), ("fairy", "f"): ("peasant", "gown", "cloak"),
    ("modern", "m"): ("jumper", "suit", "shirt"), ("modern", "f"): ("skirt", "jumper"),
}  # fmt: skip


def look_of(character: Character, *, period: str = "victorian", taken: tuple[str, ...] = (), book: str = "", speaks: bool = False) -> Look:
    """How a character looks: the book's own words first, then a stable choice by name; `taken` are accents others wear.

    A small animal that `speaks` wears clothes and walks upright, as in picture books.
    """
    seed = seed_of(f"{book}/{character.id}/{character.name}")
    chance = Random(f"look {seed}")
    words = _told(character, period)
    age = character.age if character.age is not Age.UNKNOWN else Age.ADULT
    either = chance.choice((Gender.FEMALE, Gender.MALE))
    gender = either if character.gender is Gender.UNKNOWN else character.gender
    species = _species(character)
    free = [c for c in ACCENTS if c not in taken] or list(ACCENTS)
    look = Look(
        id=character.id, name=character.name, being=Being.ANIMAL if species != character.species else character.being, species=species, gender=gender, age=age,
        height=_height(character, words, gender, age, chance), build="stout" if is_called(character, _GIANT) else _build(words, chance), hair=_said(words, "hair|lock|curl|bald|braid|wig|beard|moustache|whisker"), headwear=first_of(words, HAT_WORDS),
        dress=_said(words, "coat|dress|gown|cloak|robe|suit|apron|uniform|shirt|cape|waistcoat|jacket|frock|armour") or "", carries=first_of(words, CARRY_WORDS), period=period, accent=accent_in(words) or chance.choice(free), seed=seed,
    )  # fmt: skip
    look = replace(look, dress=f"{look.dress} {first_of(words, DRESS_WORDS)}".strip())
    if speaks and look.being is Being.ANIMAL and not look.dress and kind_of(look.species) in LITTLE_FOLK:
        look = replace(look, dress=chance.choice(LITTLE_FOLK_DRESS["f" if character.gender is Gender.FEMALE else "m"]))
    if look.being is Being.ANIMAL and look.species:
        return replace(
            look, height=round(animal_height(f"{look.species} {look.name}", upright=bool(look.dress or look.carries or look.headwear)), 3)
        )
    return look


_CROWNED = re.compile(r"\b(?:king|queen|princess|prince|emperor|empress|sultan|knight|crown|tiara|coronet|diadem|throne)s?\b")
_REIGNS = re.compile(r"(?:(?:the|our|your|my|a|old|young|good|poor) )*(?:king|queen|princess|prince|emperor|empress|sultan|knight)\b")
_GIANT = re.compile(r"\b(?:giant|giantess|ogre|ogress|troll|cyclops|titan|colossus)\b")
_DWARF = re.compile(r"\b(?:dwarf|dwarfie|gnome|goblin|elf|imp|brownie|leprechaun|pixie|thumb)\b")
_SURNAMED = re.compile(r"(?:mr|mrs|miss|ms|messrs|dr)\b\.? .*\b(\w+)$")
OFTEN = 0.25
"""Share of somebody's names that must say what they are, where their chief name does not."""


def is_called(character: Character, said: re.Pattern[str]) -> bool:
    """Whether somebody's chief name says it, or many of their names: a simile makes nobody a king or a giant."""
    names = [name.lower() for name in (character.name, *character.aliases)]
    return said.search(names[0]) is not None or sum(said.search(name) is not None for name in names) > OFTEN * len(names)


_PAGEANT = re.compile(r"\b(?:helmet|armou?r|robe|mantle|tunic|toga|shield|turban|doublet)s?\b")


def _told(character: Character, period: str) -> str:
    """All that the text says of somebody, without crowns for those who do not reign, trades that are only surnames, and dress of other times."""
    found = [name.lower() for name in (character.name, *character.aliases)]
    surname = _SURNAMED.match(found[0])
    if surname:
        found = [name for name in found if not name.endswith(surname.group(1)) or name.startswith(("the ", "a ", "an "))]
    hints = [hint.text.lower() for hint in character.hints]
    found += hints if period == "fairy" else [words for words in hints if not _PAGEANT.search(words)]
    return " ; ".join(found if is_called(character, _REIGNS) else [words for words in found if not _CROWNED.search(words)])


def _species(character: Character) -> str:
    """What animal somebody is: also the king of the bears is a bear."""
    if character.being is not Being.PERSON or character.species:
        return character.species
    people = re.search(r"\b(?:king|queen|prince|princess|lord) of (?:the |all )*(?:\w+ )?(\w+)$", character.name.lower())
    return people.group(1) if people and is_known(people.group(1)) else ""


LITTLE_FOLK = frozenset({"rabbit", "mouse", "frog", "pig", "lizard", "tortoise", "squirrel", "hedgehog", "mole", "badger", "weasel"})
LITTLE_FOLK_DRESS = {"m": ("waistcoat", "coat", "waistcoat", "tunic"), "f": ("peasant", "gown", "maid")}


def seed_of(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "big")


def first_of(words: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((value for pattern, value in table if re.search(rf"\b(?:{pattern})", words)), "")


def _said(words: str, about: str) -> str:
    """The phrases that speak of something."""
    return " ; ".join(phrase.strip() for phrase in words.split(";") if re.search(rf"\b(?:{about})", phrase))[:200]


def accent_in(words: str) -> str:
    found = re.search(
        r"\b("
        + "|".join(COLOUR_WORDS)
        + r")\b[\w\s,-]{0,18}\b(?:coat|dress|gown|cloak|hood|cap|robe|suit|jacket|frock|shawl|waistcoat|riding|uniform|king|queen)",
        words,
    )
    return COLOUR_WORDS[found.group(1)] if found and found.group(1) not in ("white", "black") else ""


TOWERING, KNEE_HIGH = 2.1, 0.62
"""Giants beside adults, and dwarfs."""

GIANT, DWARF = 1.4, 0.75
"""Beyond these heights a grown person is not merely drawn larger or smaller: giants have small heads and thick limbs, dwarfs the reverse."""


def _height(character: Character, words: str, gender: Gender, age: Age, chance: Random) -> float:
    base = {Age.CHILD: 0.66, Age.YOUNG: 0.96, Age.OLD: 0.94}.get(age, 1.0) * (
        0.95 if gender is Gender.FEMALE and age is not Age.CHILD else 1.0
    )
    if re.search(r"\btall\b|towering|lanky", words):
        base *= 1.08
    if re.search(r"\bshort\b(?! hair)|tiny|little man|small man", words):
        base *= 0.86
    if is_called(character, _GIANT):
        base = TOWERING
    elif is_called(character, _DWARF):
        base = min(base, KNEE_HIGH)
    return round(base * chance.uniform(0.97, 1.03), 3)


def _build(words: str, chance: Random) -> str:
    if re.search(r"stout|\bfat\b|plump|portly|burly|round|heavy|thick-?set|corpulent", words):
        return "stout"
    if re.search(r"thin|slender|slim|lean|gaunt|slight|spare|lanky|skinny", words):
        return "slight"
    return chance.choice(("slight", "average", "average", "average", "stout"))


def costume_of(look: Look, *, indoors: bool = False) -> Costume:
    """Settles a look into what can be drawn; the same look gives the same costume always, but for a gentleman's hat and cape under a roof."""
    chance = Random(f"costume {look.seed}")
    hair_words, dress_words = look.hair.lower(), f"{look.dress} {'' if _SURNAMED.match(look.name.lower()) else look.name}".lower()
    male = look.gender is Gender.MALE
    hat = first_of(look.headwear.lower().replace("_", " "), HAT_WORDS) or (look.headwear if look.headwear in _hat_names() else "")
    dress = look.dress if look.dress in _dress_names() else first_of(dress_words, DRESS_WORDS) or _usual_dress(look, chance)
    if indoors and dress == "cape_coat":
        dress = "coat"
    beard = first_of(hair_words, BEARD_WORDS) or _usual_beard(look, chance)
    hair = first_of(hair_words, HAIR_WORDS) or _usual_hair(look, chance)
    if (
        look.headwear == ""
        and male
        and look.age is not Age.CHILD
        and dress in ("coat", "cape_coat", "tailcoat", "suit")
        and chance.random() < 0.55
    ):
        hat = "" if indoors else chance.choice(("top_hat", "bowler", "bowler", "cap"))
    return Costume(
        hair,
        beard if male else "",
        hat,
        dress,
        look.carries,
        glasses=bool(re.search(r"spectacle|glasses|monocle", hair_words + dress_words)) or (look.age is Age.OLD and chance.random() < 0.3),
    )


def _hat_names() -> set[str]:
    from litink_app.studio.illustrator.hats import HATS

    return set(HATS)


def _dress_names() -> set[str]:
    from litink_app.studio.illustrator.garments import DRESSES

    return set(DRESSES)


def _usual_dress(look: Look, chance: Random) -> str:
    female = look.gender is Gender.FEMALE
    if look.age is Age.CHILD:
        return "frock" if female else chance.choice(("short_trousers", "sailor", "shirt"))
    if look.age is Age.OLD:
        return (
            chance.choice(("peasant", "gown"))
            if female
            else chance.choice(("coat", "robe" if look.period == "fairy" else "coat", "waistcoat"))
        )
    return chance.choice(PERIOD_DRESS.get((look.period, "f" if female else "m"), PERIOD_DRESS["victorian", "f" if female else "m"]))


def _usual_beard(look: Look, chance: Random) -> str:
    if look.gender is not Gender.MALE or look.age in (Age.CHILD, Age.YOUNG):
        return ""
    if look.height > GIANT:
        return chance.choice(("beard", "long_beard"))
    if look.age is Age.OLD:
        return chance.choice(("beard", "long_beard", "whiskers", "moustache", ""))
    if _OFFICER.match(look.name.lower()):
        return "moustache"
    return BEARDS[_turn(look, 3) % len(BEARDS)]


BEARDS = ("", "moustache", "", "beard", "whiskers", "", "goatee")
CUTS, UNCUT = ("short", "curls", "short", "short", "bald"), ("short", "curls", "short", "wild", "short")
"""Hair of grown men, and in fairy tales: a gentleman's is cut unless his book says otherwise."""
_OFFICER = re.compile(r"(?:dr|doctor|captain|colonel|major|general|inspector|sergeant)\b")


def _turn(look: Look, step: int) -> int:
    """A number that differs between those who wear different accents: people of one book get different hair and beards."""
    if look.accent not in ACCENTS:
        return look.seed * step
    rounds, place = divmod(ACCENTS.index(look.accent), 7)
    return place * step + rounds * (step + 1)


def _usual_hair(look: Look, chance: Random) -> str:
    if look.gender is Gender.FEMALE:
        return chance.choice(
            {
                Age.CHILD: ("alice", "braids", "bob", "long"),
                Age.YOUNG: ("updo", "long", "bun", "ponytail"),
                Age.OLD: ("bun", "bun", "updo"),
            }.get(look.age, ("updo", "bun", "curls", "updo"))
        )
    if look.height > GIANT:
        return "wild"
    if look.age not in (Age.CHILD, Age.OLD):
        cuts = UNCUT if look.period == "fairy" else CUTS
        return cuts[_turn(look, 2) % len(cuts)]
    return chance.choice({Age.CHILD: ("short", "curls", "bob", "wild"), Age.OLD: ("bald", "short", "wild")}[look.age])


def skin_of(look: Look) -> str:
    chance = Random(f"skin {look.seed}")
    words = look.hair.lower()
    if re.search(r"pale|fair|white", words):
        return SKINS[0]
    return chance.choices(SKINS, (5, 5, 4, 2, 1, 1))[0]


def hair_colour(look: Look) -> str:
    named = first_of(look.hair.lower(), HAIR_COLOURS)
    chance = Random(f"hair {look.seed}")
    return named or (chance.choice(GREYS) if look.age is Age.OLD else HAIRS[_turn(look, 5) % len(HAIRS)])


def second_colour(look: Look) -> str:
    return SECONDS[_turn(look, 3) % len(SECONDS)]
