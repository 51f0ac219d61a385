"""Scenes: where one place and time end and the next begin, and what a scene shows."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from litink_app.schemas.book import BlockKind, Book
from litink_app.schemas.understanding import Scene
from litink_app.understanding import tension
from litink_app.understanding.story import Story
from litink_app.understanding.words import listed
from litink_app.understanding.words.settings import CUES, HOUR_OF, INDOORS, PROPS, SKY_OF

SHORTEST = 120
LONGEST = 1800
TIME_CUE = re.compile(
    r"(?:(?:the|that|early|late|on the|one|next|by the|in the|towards?|at)\s+(?:\w+\s+){0,2}?(?:morning|evening|afternoon|night|midnight|noon|dawn|daybreak|day|week|month|year|spring|summer|autumn|winter|sunrise|sunset|dusk|time)\b"
    r"|(?:\w+\s+){0,2}(?:hours?|days?|nights?|weeks?|months?|years?|minutes?)\s+(?:later|after|afterwards|passed|had passed|went by)\b"
    r"|meanwhile|in the meantime|next day|the next|at length|at last|by and by|some time after|not long after|long ago|once upon)",
    re.IGNORECASE,
)
INTO = listed(
    """
    in into to at on upon through inside within under near by towards toward across along from reached entered outside
    """
)
TRAVEL = listed(
    """
    reached entered came went arrived returned left ran rode drove walked climbed descended set travelled traveled sailed got
    """
)


@dataclass(slots=True)
class Look:
    """What one paragraph says about place, hour, sky and things."""

    words: int = 0
    kits: Counter[str] = field(default_factory=Counter[str])
    places: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    moved: str = ""
    hours: Counter[str] = field(default_factory=Counter[str])
    skies: Counter[str] = field(default_factory=Counter[str])
    props: Counter[str] = field(default_factory=Counter[str])


def scenes(book: Book, story: Story, ids: dict[int, str]) -> list[Scene]:
    """All scenes in order; `ids` gives the character ids of the entities that are in the cast."""
    looks = {number: _look(story, number) for number, passage in enumerate(story.passages) if passage.is_prose}
    found: list[Scene] = []
    kit, hour = "", ""
    for numbers in _groups(book, story, looks):
        if not found or story.passages[numbers[0]].chapter != _chapter_before(story, numbers[0]):
            hour = ""
        scene = _scene(book, story, [looks[number] for number in numbers], numbers, ids, kit, hour)
        kit, hour = scene.kit, scene.time
        found.append(scene)
    return found


def _chapter_before(story: Story, number: int) -> int:
    return story.passages[number - 1].chapter if number else -1


def _look(story: Story, number: int) -> Look:
    tokens, passage = story.tokens, story.passages[number]
    look = Look()
    lower = tokens.lower
    for index in range(passage.first, passage.last):
        word = lower[index]
        look.words += word[0].isalpha()
        spoken = story.quoted[index]
        cue = CUES.get(word)
        if cue is not None:
            kit, weight = cue
            situated = _situated(lower, index, passage.first)
            worth = weight * (1.6 if situated else 0.5) * (0.25 if spoken else 1.0)
            look.kits[kit] += worth
            if situated and not spoken and weight >= 0.4:
                look.places[kit, word] += worth
                if _travels(lower, index, passage.first) and weight >= 0.5:
                    look.moved = kit
        if word in HOUR_OF and not spoken:
            look.hours[HOUR_OF[word]] += 1
        if word in SKY_OF and not spoken:
            look.skies[SKY_OF[word]] += 1
        singular = word if word in PROPS else word[:-1] if word.endswith("s") and word[:-1] in PROPS else ""
        if singular:
            look.props[singular] += 1 if not spoken else 0
    return look


def _situated(lower: list[str], index: int, first: int) -> bool:
    """ "into the dark wood": a preposition of place within four words before, with nothing but a noun phrase between."""
    for place in range(index - 1, max(first, index - 5) - 1, -1):
        word = lower[place]
        if word in INTO:
            return True
        if not word[0].isalpha():
            return False
    return False


def _travels(lower: list[str], index: int, first: int) -> bool:
    return any(lower[place] in TRAVEL for place in range(max(first, index - 9), index))


def _groups(book: Book, story: Story, looks: dict[int, Look]) -> Iterator[list[int]]:
    """Paragraph numbers scene by scene."""
    here: list[int] = []
    words = 0
    broken = False
    kit = ""
    for number, passage in enumerate(story.passages):
        if not passage.is_prose:
            broken = True
            continue
        look = looks[number]
        new_chapter = bool(here) and story.passages[here[-1]].chapter != passage.chapter
        quiet = not here or not _mid_dialogue(story, number)
        cut = bool(here) and (
            new_chapter
            or broken
            or (words >= SHORTEST and quiet and _shifts(book, story, number))
            or (words >= SHORTEST and bool(look.moved) and look.moved != kit and _stays(looks, number, look.moved))
            or (words >= LONGEST and quiet)
        )
        if cut:
            yield here
            here, words, kit = [], 0, ""
        broken = False
        here.append(number)
        words += look.words
        kit = look.moved or kit or (look.kits.most_common(1)[0][0] if look.kits else "")
    if here:
        yield here


def _mid_dialogue(story: Story, number: int) -> bool:
    passage = story.passages[number]
    return bool(story.quoted[passage.first])


def _shifts(book: Book, story: Story, number: int) -> bool:
    """The paragraph begins with a new time."""
    passage = story.passages[number]
    return passage.kind is BlockKind.PARAGRAPH and TIME_CUE.match(book.text, passage.start) is not None


def _stays(looks: dict[int, Look], number: int, kit: str) -> bool:
    """The new place is spoken of again soon."""
    following = [looks[other] for other in range(number, number + 4) if other in looks]
    return sum(look.kits[kit] for look in following) >= 2.0


def _scene(book: Book, story: Story, looks: list[Look], numbers: list[int], ids: dict[int, str], kit: str, hour: str) -> Scene:
    kits: Counter[str] = Counter()
    places: Counter[tuple[str, str]] = Counter()
    hours: Counter[str] = Counter()
    skies: Counter[str] = Counter()
    props: Counter[str] = Counter()
    for position, look in enumerate(looks):
        fading = 1.0 if position < 4 else 0.7
        for name, worth in look.kits.items():
            kits[name] += worth * fading  # pyright: ignore[reportArgumentType]
        places.update(look.places)
        hours.update(look.hours)
        skies.update(look.skies)
        props.update(look.props)
    if kit:
        kits[kit] += 0.8  # pyright: ignore[reportArgumentType]
    chosen = max(kits, key=lambda name: (kits[name], name), default=kit) or "drawing_room"
    time = max(hours, key=lambda name: (hours[name], name), default=hour or "day")
    chosen = "city_night" if chosen == "street" and time == "night" else chosen
    first, last = story.passages[numbers[0]], story.passages[numbers[-1]]
    strain, feeling = tension.of(story.tokens, first.first, last.last)
    return Scene(
        first.start,
        last.end,
        place=_place(book, story, places, chosen, first.first, last.last),
        kit=chosen,
        time=time,
        weather=_weather(skies, chosen),
        present=_present(story, numbers, ids),
        props=tuple(prop for prop, _ in sorted(props.items(), key=lambda item: (-item[1], item[0]))[:6]),
        tension=strain,
        sentiment=feeling,
    )


def _place(book: Book, story: Story, places: Counter[tuple[str, str]], kit: str, first: int, last: int) -> str:
    """The words of the text for the place: "the dark wood"."""
    words = [(worth, word) for (name, word), worth in places.items() if name == kit or (kit == "city_night" and name == "street")]
    if not words:
        return kit.replace("_", " ")
    word = max(words)[1]
    tokens = story.tokens
    for index in range(first, last):
        if tokens.lower[index] == word and _situated(tokens.lower, index, first):
            start = index
            while start > first and tokens.lower[start - 1] not in INTO:
                start -= 1
            return " ".join(book.text[tokens.starts[start] : tokens.ends[index]].split())
    return word


def _weather(skies: Counter[str], kit: str) -> str:
    if kit == "snow":
        return "snow"
    if not skies or (kit in INDOORS and sum(skies.values()) < 2):
        return "clear"
    return max(skies, key=lambda name: (skies[name], name))


def _present(story: Story, numbers: list[int], ids: dict[int, str]) -> tuple[str, ...]:
    """Who speaks or is spoken of in the narration here, the most present first."""
    begin, end = story.passages[numbers[0]].first, story.passages[numbers[-1]].last
    weights: Counter[str] = Counter()
    for reference in story.mentions.between(begin, end):
        if reference.entity in ids and not reference.quoted:
            weights[ids[reference.entity]] += 1
    inside = set(numbers)
    for turn in story.turns:
        if turn.passage in inside and turn.speaker in ids:
            weights[ids[turn.speaker]] += 3
    return tuple(name for name, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])) if weight >= 2)[:8]
