"""What each paragraph says about place, hour, sky and things."""

from litink_app.schemas.book import BlockKind
from litink_app.understanding.setting import Setting
from litink_app.understanding.settings_abroad import settings_abroad
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
        "shown",
        "filed",
        "ushered",
        "admitted",
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
FAR_OFF = frozenset(("distant", "faraway", "far-off", "remote"))
"""What is only seen from here."""

FAINT = 0.36
"""A chair tells of a room, but nobody calls the place "his chair"."""

PASSED = frozenset(("through", "along", "down", "up", "across", "into", "past"))
PART_OF_A_NAME, REACHED_BY_NAME = 0.15, 0.8
SPOKEN = 0.2
LOOSE = 0.45
TIGHT = 1.6


def settings(story: Story) -> dict[int, Setting]:
    """The setting of every prose paragraph, by its number."""
    if story.tongue is not None:
        return settings_abroad(story, story.tongue)
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
            _place(found, lower, index, passage.first, spoken, named=_in_a_name(story.tokens.words, index, passage.first))
        if not spoken:
            if word in HOUR_OF and lower[index - 1] not in GREETINGS:
                found.hours[HOUR_OF[word]] += 2 if word in SURE else 1
            if word in SKY_OF and "voice" not in lower[max(passage.first, index - 3) : index]:
                found.skies[SKY_OF[word]] += 2 if word in SURE else 1
            prop = _prop(lower, index, passage.first)
            if prop:
                found.props[prop] += 1
    return found


def _place(found: Setting, lower: list[str], index: int, first: int, spoken: bool, *, named: bool = False) -> None:
    kit, weight = CUES[lower[index]]
    if not weight or FAR_OFF.intersection(lower[max(first, index - 2) : index]):
        return
    arrived = any(word in TRAVEL for word in lower[max(first, index - 9) : index])
    weight *= _share(lower[max(first, index - 4) : index], arrived) if named else 1.0
    situated = _situated(lower, index, first)
    worth = weight * (TIGHT if situated else LOOSE) * (SPOKEN if spoken else 1.0)
    found.kits[kit] += worth  # pyright: ignore[reportArgumentType]
    if situated and not spoken and weight > FAINT:
        found.places.append((kit, index, worth))
        if weight >= 0.4 and arrived:
            found.moved = kit
            found.kits[kit] += 0.6  # pyright: ignore[reportArgumentType]


def _share(before: list[str], arrived: bool) -> float:
    """How much of its weight a place's word keeps inside a name: one walks through Oxford Street, and lives in Baker Street."""
    if PASSED.intersection(before):
        return 1.0
    return REACHED_BY_NAME if arrived and "in" not in before else PART_OF_A_NAME


def _in_a_name(words: list[str], index: int, first: int) -> bool:
    """ "Baker Street" is an address: who sits there sits in a house."""
    return index > first and words[index][0].isupper() and words[index - 1][0].isupper()


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
