"""People and animals that a scene tells of and nobody cast: a story of "some young men" and "the girl" has no empty stage."""

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from litink_app.schemas.picture import Look
from litink_app.schemas.script import LineKind, ScriptScene
from litink_app.schemas.understanding import Age, Being, Gender

MOST = 3
REACH = 3
"""So many words before a noun are looked through for what makes it somebody in view: "the", "two", "an old"."""

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
_BEFORE = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "some",
        "two",
        "three",
        "four",
        "five",
        "several",
        "many",
        "his",
        "her",
        "their",
        "another",
        "all",
    ]
)
_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "people": "man", "mice": "mouse", "geese": "goose", "wolves": "wolf", "oxen": "ox",
    "thieves": "thief", "parents": "parent", "ladies": "lady", "gentlemen": "gentleman",
}  # fmt: skip
_MEN = frozenset(
    [
        "man",
        "youth",
        "lad",
        "fellow",
        "boy",
        "father",
        "son",
        "brother",
        "husband",
        "king",
        "prince",
        "lord",
        "knight",
        "soldier",
        "sailor",
        "captain",
        "officer",
        "farmer",
        "peasant",
        "hunter",
        "huntsman",
        "woodcutter",
        "fisherman",
        "shepherd",
        "miller",
        "smith",
        "blacksmith",
        "butcher",
        "baker",
        "tailor",
        "cobbler",
        "merchant",
        "pedlar",
        "beggar",
        "robber",
        "thief",
        "priest",
        "monk",
        "judge",
        "doctor",
        "constable",
        "policeman",
        "servant",
        "coachman",
        "postman",
        "porter",
        "clerk",
        "guard",
        "sentry",
        "giant",
        "ogre",
        "wizard",
        "gentleman",
        "warrior",
        "chief",
        "stranger",
        "traveller",
        "messenger",
    ]
)
_WOMEN = frozenset(
    [
        "woman",
        "girl",
        "maiden",
        "maid",
        "lass",
        "lady",
        "mother",
        "daughter",
        "sister",
        "wife",
        "queen",
        "princess",
        "widow",
        "witch",
        "nurse",
        "milkmaid",
        "governess",
        "bride",
        "grandmother",
    ]
)
_EITHER = frozenset(["child", "baby", "parent"])
_CHILDREN = frozenset(["child", "boy", "girl", "baby", "lad", "lass"])
_YOUNG = frozenset(["youth", "maiden", "prince", "princess", "bride"])
_OLD = frozenset(["grandmother", "widow", "witch"])
_BEASTS = frozenset([
    "dog", "cat", "horse", "donkey", "ox", "cow", "goat", "sheep", "lamb", "pig", "fox", "wolf", "bear", "lion", "deer", "stag", "rabbit", "hare", "mouse", "rat", "frog",
    "toad", "hen", "cock", "duck", "goose", "raven", "crow", "eagle", "owl", "swan", "snake", "dragon", "elephant", "tiger", "monkey", "camel", "seal", "bull", "pony", "mule", "ass",
])  # fmt: skip
"""Animals that a few words bring onto the stage."""

_COLOURS = ("#4f8a5b", "#c98a2e", "#2f6f9c", "#9c6b3d", "#b8433a")


def walk_ons(scene: ScriptScene, looks: Sequence[Look]) -> list[Look]:
    """Those whom the narration names by what they are, in its order: on a stage that would be empty, else an animal beside somebody alone."""
    if len(looks) > 1 or scene.figure:
        return []
    found = dict.fromkeys(_named(scene))
    if not looks:
        return [_look(noun, which, said, "fairy") for noun, which, said in (list(found) or _meant(scene))[:MOST]]
    if looks[0].being is not Being.PERSON:
        return []
    beasts = [one for one in found if one[0] in _BEASTS and one[0] not in looks[0].name.lower()]
    return [_look(*one, looks[0].period) for one in beasts[:1]]


def _named(scene: ScriptScene) -> Iterator[tuple[str, int, str]]:
    """Noun, which of several, and "young", "old" or "little" where it says so."""
    for line in scene.lines:
        if line.kind is not LineKind.NARRATION:
            continue
        words = [found.group().lower() for found in _WORD.finditer(line.text)]
        for at, word in enumerate(words):
            before = words[max(0, at - REACH) : at]
            noun = _PLURALS.get(word) or _known(word) or _known(word.removesuffix("s"))
            if noun and (noun != word or _BEFORE.intersection(before)):
                said = next((age for age in ("young", "old", "little") if age in before), "")
                yield from ((noun, which, said) for which in range(1 if noun == word else 2))


def _meant(scene: ScriptScene) -> list[tuple[str, int, str]]:
    """Somebody at least, where the text says he, she or they."""
    said = set(_WORD.findall(" ".join(line.text for line in scene.lines if line.kind is LineKind.NARRATION).lower()))
    man, woman = ("man", 0, ""), ("woman", 0, "")
    if said & {"they", "them", "their"}:
        return [man, woman]
    return [one for one, words in ((man, {"he", "him", "his"}), (woman, {"she", "her"})) if said & words]


def _known(word: str) -> str:
    return word if word in _MEN or word in _WOMEN or word in _EITHER or word in _BEASTS else ""


def _look(noun: str, which: int, said: str, period: str) -> Look:
    """The look of a walk-on: by the noun alone, so that the girl of one scene is the girl of the next."""
    name, seed = f"The {noun}", crc32(f"{noun} {which}".encode())
    who, accent = f"walk-on-{noun}-{which}", _COLOURS[(seed + which) % len(_COLOURS)]
    if noun in _BEASTS:
        from litink_app.studio.illustrator.coats import animal_height  # the pages import scripts and do without the libraries that draw

        return Look(who, name, Being.ANIMAL, noun, height=animal_height(noun, upright=False), period=period, accent=accent, seed=seed)
    woman = noun in _WOMEN or (noun in _EITHER and which == 1)
    age = _age(noun, said)
    tall = {Age.CHILD: 0.66, Age.YOUNG: 0.96, Age.OLD: 0.94}.get(age, 1.0) * (0.95 if woman else 1.0) * (1.0 - 0.05 * which)
    return Look(
        who,
        name,
        gender=Gender.FEMALE if woman else Gender.MALE,
        age=age,
        height=2.1 if noun in ("giant", "ogre") else tall,
        period=period,
        accent=accent,
        seed=seed,
    )


def _age(noun: str, said: str) -> Age:
    if noun in _CHILDREN or said == "little":
        return Age.CHILD
    if noun in _OLD or said == "old":
        return Age.OLD
    return Age.YOUNG if noun in _YOUNG or said == "young" else Age.ADULT
