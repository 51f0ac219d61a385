"""What each paragraph says about place, hour, sky and things."""

from collections import Counter
from dataclasses import dataclass, field

from litink_app.schemas.book import BlockKind
from litink_app.understanding.story import Story
from litink_app.understanding.words.grammar import ADJECTIVES
from litink_app.understanding.words.settings import CUES, GREETINGS, HOUR_OF, PROPS, SKY_OF, SURE

INTO = frozenset(
    [
        "in",
        "into",
        "to",
        "at",
        "on",
        "upon",
        "through",
        "inside",
        "within",
        "under",
        "near",
        "by",
        "towards",
        "toward",
        "across",
        "along",
        "from",
        "reached",
        "entered",
        "outside",
        "over",
        "round",
        "around",
        "behind",
        "before",
        "left",
    ]
)
TRAVEL = frozenset(
    [
        "reached",
        "entered",
        "came",
        "went",
        "arrived",
        "returned",
        "left",
        "ran",
        "rode",
        "drove",
        "walked",
        "climbed",
        "descended",
        "set",
        "travelled",
        "traveled",
        "sailed",
        "got",
        "stepped",
        "led",
        "hurried",
        "rushed",
        "followed",
        "carried",
        "crept",
        "wandered",
        "marched",
        "started",
        "home",
        "found",
    ]
)
DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "my",
        "its",
        "their",
        "our",
        "your",
        "this",
        "that",
        "these",
        "those",
        "some",
        "two",
        "three",
        "four",
        "several",
        "another",
        "one",
        "every",
        "each",
    ]
)
SPOKEN = 0.2
LOOSE = 0.45
TIGHT = 1.6


@dataclass(slots=True)
class Setting:
    """One paragraph: weights by kit, the place words behind them (with their token), where somebody goes, hours, skies, props."""

    words: int = 0
    kits: Counter[str] = field(default_factory=Counter[str])
    places: list[tuple[str, int, float]] = field(default_factory=list[tuple[str, int, float]])
    moved: str = ""
    hours: Counter[str] = field(default_factory=Counter[str])
    skies: Counter[str] = field(default_factory=Counter[str])
    props: Counter[str] = field(default_factory=Counter[str])


def settings(story: Story) -> dict[int, Setting]:
    """The setting of every prose paragraph, by its number."""
    persons = _persons(story)
    return {number: _setting(story, number, persons) for number, passage in enumerate(story.passages) if passage.is_prose}


def _persons(story: Story) -> bytearray:
    """Tokens that mean somebody: "the King" is no castle, "the Rabbit" no prop."""
    marked = bytearray(len(story.tokens.words) + 1)
    for reference in story.mentions.all:
        if reference.entity >= 0:
            marked[reference.first : reference.last] = b"\x01" * (reference.last - reference.first)
    return marked


def _setting(story: Story, number: int, persons: bytearray) -> Setting:
    passage, lower = story.passages[number], story.tokens.lower
    found = Setting()
    for index in range(passage.first, passage.last):
        word = lower[index]
        found.words += word[0].isalpha()
        if persons[index]:
            continue
        spoken = bool(story.quoted[index]) or passage.kind is BlockKind.VERSE
        if word in CUES:
            _place(found, lower, index, passage.first, spoken)
        if not spoken:
            if word in HOUR_OF and lower[index - 1] not in GREETINGS:
                found.hours[HOUR_OF[word]] += 2 if word in SURE else 1
            if word in SKY_OF and "voice" not in lower[max(passage.first, index - 3) : index]:
                found.skies[SKY_OF[word]] += 2 if word in SURE else 1
            prop = _prop(lower, index, passage.first)
            if prop:
                found.props[prop] += 1
    return found


def _place(found: Setting, lower: list[str], index: int, first: int, spoken: bool) -> None:
    kit, weight = CUES[lower[index]]
    if not weight:
        return
    situated = _situated(lower, index, first)
    worth = weight * (TIGHT if situated else LOOSE) * (SPOKEN if spoken else 1.0)
    found.kits[kit] += worth  # pyright: ignore[reportArgumentType]
    if situated and not spoken:
        found.places.append((kit, index, worth))
        if weight >= 0.4 and any(word in TRAVEL for word in lower[max(first, index - 9) : index]):
            found.moved = kit
            found.kits[kit] += 0.6  # pyright: ignore[reportArgumentType]


def _situated(lower: list[str], index: int, first: int) -> bool:
    """ "into the dark wood": a preposition of place within four words before, with nothing but a noun phrase between."""
    for place in range(index - 1, max(first, index - 5) - 1, -1):
        word = lower[place]
        if word in INTO:
            return True
        if not word[0].isalpha() or word in ("of", "and", "like", "with"):
            return False
    return False


def _prop(lower: list[str], index: int, first: int) -> str:
    """A thing that stands there: a determiner or an adjective comes before it."""
    word = lower[index]
    name = word if word in PROPS else word[:-1] if word.endswith("s") and word[:-1] in PROPS else ""
    if not name or index == first:
        return ""
    before = lower[index - 1]
    return name if before in DETERMINERS or before in ADJECTIVES or name != word else ""
