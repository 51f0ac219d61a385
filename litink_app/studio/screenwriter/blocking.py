"""Who stands where in a scene and what they do: read from what is told of them, else from who speaks to whom."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from litink_app.schemas.picture import Actor, Look
from litink_app.schemas.script import LineKind, ScriptScene
from litink_app.schemas.understanding import Age, Being
from litink_app.studio.screenwriter.walkons import walk_ons

PLACES = {
    1: ((0.38,), (0.62,), (0.34,), (0.66,)),
    2: ((0.32, 0.68), (0.26, 0.58), (0.42, 0.74), (0.30, 0.64)),
    3: ((0.24, 0.50, 0.78), (0.18, 0.40, 0.72), (0.28, 0.60, 0.82)),
    4: ((0.16, 0.39, 0.62, 0.85),),
}
"""Where so many stand, in turn from scene to scene: off the middle, with room for the light and for a look."""
_ACTS = (
    ("lie", r"fast asleep|lay (?:down|asleep|on|in bed|back)|lying|stretched (?:out|upon)|sleeping|slept|in (?:his|her) bed\b"),
    (
        "sit",
        r"\bsat\b|\bsits?\b|sitting|seated|(?:his|her|the|an?) (?:arm-?)?chair\b|having tea|at (?:the )?(?:table|tea|dinner|breakfast)",
    ),
    ("kneel", r"\bkneel|\bknelt|on (?:his|her) knees"),
    ("weep", r"\bw(?:ept|eeping)\b|sobb|burst into tears|crying bitterly|shedding"),
    ("dance", r"\bdanc(?:e|ed|es|ing)\b"),
    ("run", r"\bran\b|\bruns\b|running|hurr(?:ied|ying)|rushed|scurri|fled\b|dashed"),
    ("read", r"\bread(?:s|ing)?\b.{0,30}\b(?:book|letter|paper|note|scroll|newspaper)|unfolded|peeped into the book"),
    ("point", r"\bpoint(?:ed|ing|s)\b"),
    ("walk", r"\bwalk(?:ed|ing|s)?\b|strolled|wandered|stepped (?:in|out|forward)|went (?:on|along|down|up)|paced"),
    ("think", r"wonder(?:ed|ing)|consider(?:ed|ing)|ponder|thought (?:about|over|of|it over)|puzzled|puzzling"),
    ("bow", r"\bbow(?:ed|ing|s)\b|curtse?y"),
    ("wave", r"\bwav(?:ed|ing)\b"),
)
_JOINED = re.compile(r",?\s*(?:(?:and|or|with)\s+)?(?:the\s+|an?\s+|her\s+|his\s+)?(?:little\s+|old\s+)?", re.IGNORECASE)
_WAITING = {"grown": ("stand", "listen", "akimbo", "think", "fold", "clasp"), "young": ("stand", "listen", "clasp")}
_SPEAKING = {"grown": ("stand", "clasp", "lapel", "stand"), "young": ("stand", "clasp", "stand")}
_FLOORED = ("bedroom", "drawing_room", "library", "kitchen", "street", "city_night", "courtroom", "school", "train", "ship")
"""Where nobody lies on the ground: who rests there sits."""

_TOO_LONG = 1.5
"""Who is so much taller than a grown person does not fit into a picture lying down."""

_SITTING_ROOMS = ("drawing_room", "library", "train")


def blocked(scene: ScriptScene, looks: Sequence[Look]) -> tuple[Actor, ...]:
    """The actors of a scene from left to right as they stand; those who talk to each other side by side in the middle."""
    looks = [*looks, *walk_ons(scene, looks)]
    order = _in_a_row(looks)
    told = " ".join(line.text for line in scene.lines if line.kind is LineKind.NARRATION)
    speakers = {line.speaker for line in scene.lines if line.kind is LineKind.DIALOGUE}
    count = len(order)
    turns = PLACES[count] if count in PLACES else (tuple((i + 1) / (count + 1) for i in range(count)),)
    places = turns[(scene.number - 1) % len(turns)]
    return tuple(_placed(look, x, _pose(scene, look, told, look.id in speakers, looks)) for look, x in zip(order, places, strict=True))


def _placed(look: Look, x: float, pose: str) -> Actor:
    """Somebody in their place, turned inwards; who reads holds a book."""
    facing = 1 if x < 0.5 or (x == 0.5 and look.seed % 2 == 0) else -1
    return Actor(replace(look, carries="book") if pose == "read" and not look.carries else look, x, facing, pose)


def _in_a_row(looks: Sequence[Look]) -> list[Look]:
    """The first two next to each other, later comers outside."""
    row = list(looks[:2])
    for number, look in enumerate(looks[2:]):
        row.insert(0, look) if number % 2 else row.append(look)
    return row


def _pose(scene: ScriptScene, look: Look, told: str, speaks: bool, looks: Sequence[Look]) -> str:
    act = _act(told, look, looks)
    if act == "lie" and (scene.setting.kit in _FLOORED or look.height > _TOO_LONG):
        return "sit"
    if act:
        return act
    if look.carries:
        return "hold"
    if look.being is not Being.PERSON and not look.dress:
        return "stand"
    chance = Random(f"{scene.number} {look.id} {look.seed}")
    if scene.setting.kit in _SITTING_ROOMS and len(looks) > 1 and chance.random() < 0.35:
        return "sit"
    return chance.choice((_SPEAKING if speaks else _WAITING)["young" if look.age is Age.CHILD else "grown"])


def _act(told: str, look: Look, looks: Sequence[Look]) -> str:
    """What the narration says that somebody does; where nobody else is there, it is told of them."""
    for clause in re.split(r"(?<=[.;!?—])\s+", told):
        for act, cue in _ACTS:
            if any(len(looks) == 1 or look.id in _doers(clause, found.start(), looks) for found in re.finditer(cue, clause, re.IGNORECASE)):
                return act
    return ""


def _doers(clause: str, at: int, looks: Sequence[Look]) -> set[str]:
    """Who does what is told at this place: the last one named before it with all who are joined to that name, else the first one after it."""
    named = sorted((found.start(), found.end(), look.id) for look in looks for found in re.finditer(_names(look), clause, re.IGNORECASE))
    before = [one for one in named if one[1] <= at]
    if not before:
        return {one[2] for one in named[:1]}
    doers = {before[-1][2]}
    for (start, _, _), (_, end, other) in pairwise(reversed(before)):
        if not _JOINED.fullmatch(clause[end:start]):
            break
        doers.add(other)
    return doers


def _names(look: Look) -> str:
    parts = sorted({part for part in (look.name, look.name.split()[-1] if look.name else "") if part}, key=len, reverse=True)
    return rf"\b(?:{'|'.join(re.escape(part) for part in parts)})\b" if parts else r"(?!)"
