"""Scenes: where one place and time end and the next begin, and what a scene shows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from litink_app.schemas.book import Book
from litink_app.schemas.picture import KITS
from litink_app.schemas.understanding import Scene
from litink_app.understanding import tension
from litink_app.understanding.setting import Setting
from litink_app.understanding.settings import DETERMINERS, settings
from litink_app.understanding.settings_abroad import out_of_doors, place_abroad
from litink_app.understanding.story import Story
from litink_app.understanding.words.grammar import FUNCTION
from litink_app.understanding.words.settings import INDOORS

SHORTEST = 90
LONGEST = 1100
STAY, MOVE, SHIFT = 2.4, 0.9, 1.4
INERTIA = 0.5
OPENING = 1.5
MOST = 3.0
NOBODY = frozenset(("voice", "somebody", "someone", "one", "another", "everybody", "everyone", "others"))
TIME_CUE = re.compile(
    r"(?:(?:but |and |so |now |then |well,? )?(?:the|that|early|late|on the|one|next|by the|in the|towards?|at|when)\s+(?:\w+\s+){0,2}?(?:morning|evening|afternoon|night|midnight|noon|dawn|daybreak|day|week|month|year|spring|summer|autumn|winter|sunrise|sunset|dusk)\b"
    r"|(?:\w+\s+){0,2}(?:hours?|days?|nights?|weeks?|months?|years?)\s+(?:later|after|afterwards|passed|had passed|went by)\b"
    r"|meanwhile|in the meantime|next day|some time after|not long after|long ago|once upon)",
    re.IGNORECASE,
)


def scenes(book: Book, story: Story, ids: dict[int, str]) -> list[Scene]:
    """All scenes in order; `ids` gives the character ids of the entities that are in the cast."""
    looks = settings(story)
    found: list[Scene] = []
    hour, chapter = "", -1
    for kit, numbers in _groups(book, story, looks):
        here = story.passages[numbers[0]].chapter
        scene = _scene(book, story, [looks[number] for number in numbers], numbers, ids, kit, hour if here == chapter else "")
        hour, chapter = scene.time, here
        found.append(scene)
    return found


def _groups(book: Book, story: Story, looks: dict[int, Setting]) -> Iterator[tuple[str, list[int]]]:
    """Runs of paragraphs in one place, cut at breaks and new times, with their kit."""
    kit = ""
    for stretch in _stretches(story):
        kits = _kits(book, story, [looks[number] for number in stretch], stretch, kit)
        groups: list[tuple[str, list[int]]] = []
        words = 0
        for place, number in enumerate(stretch):
            if not groups or _cuts(book, story, number, kits[place] != kits[place - 1], words):
                groups.append((kits[place], []))
                words = 0
            groups[-1][1].append(number)
            words += looks[number].words
        if len(groups) > 1 and words < SHORTEST:
            groups[-2][1].extend(groups.pop()[1])
        kit = groups[-1][0]
        yield from groups


def _stretches(story: Story) -> Iterator[list[int]]:
    """Prose paragraphs between headings, scene breaks and chapter ends."""
    here: list[int] = []
    for number, passage in enumerate(story.passages):
        if here and (not passage.is_prose or passage.chapter != story.passages[here[-1]].chapter):
            yield here
            here = []
        if passage.is_prose:
            here.append(number)
    if here:
        yield here


def _cuts(book: Book, story: Story, number: int, moves: bool, words: int) -> bool:
    if moves:
        return True
    quiet = not story.quoted[story.passages[number].first]
    return quiet and ((words >= SHORTEST and _new_time(book, story, number)) or words >= LONGEST)


def _new_time(book: Book, story: Story, number: int) -> bool:
    return TIME_CUE.match(book.text, story.passages[number].start) is not None


def _kits(book: Book, story: Story, looks: list[Setting], numbers: list[int], before: str) -> list[str]:
    """The likeliest run of kits: each paragraph's words against the cost of a move (Viterbi); `before` is the kit of the stretch before."""
    scores = {kit: min(OPENING * looks[0].kits[kit], MOST) + INERTIA * (kit == before) for kit in KITS}
    back: list[dict[str, str]] = []
    for look, number in zip(looks[1:], numbers[1:], strict=True):
        cost = SHIFT if _new_time(book, story, number) else STAY + 1.5 * bool(story.quoted[story.passages[number].first])
        best = max(KITS, key=lambda kit: scores[kit])
        chosen: dict[str, str] = {}
        grown: dict[str, float] = {}
        for kit in KITS:
            price = min(cost, MOVE) if look.moved == kit else cost
            stays = scores[kit] >= scores[best] - price
            chosen[kit] = kit if stays else best
            grown[kit] = (scores[kit] if stays else scores[best] - price) + min(look.kits[kit], MOST)
        scores = grown
        back.append(chosen)
    kit = max(KITS, key=lambda name: scores[name])
    path = [kit if scores[kit] > 0 else ""]
    for chosen in reversed(back):
        path.append(chosen.get(path[-1], ""))
    return path[::-1]


def _scene(book: Book, story: Story, looks: list[Setting], numbers: list[int], ids: dict[int, str], kit: str, hour: str) -> Scene:
    first, last = story.passages[numbers[0]], story.passages[numbers[-1]]
    time = _first_of((look.hours for look in looks), hour or "day")
    kit = kit or ("drawing_room" if story.tongue is None else out_of_doors(looks, time))
    kit = "city_night" if kit == "street" and time == "night" else kit
    strain, feeling = (tension.of if story.tongue is None else tension.of_marks)(story.tokens, first.first, last.last)
    props: Counter[str] = Counter()
    for look in looks:
        props.update(look.props)
    return Scene(
        first.start,
        last.end,
        place=_place(book, story, looks, kit) if story.tongue is None else place_abroad(story.tokens, looks, kit, story.tongue),
        kit=kit,
        time=time,
        weather=_weather(looks, kit),
        present=_present(story, numbers, ids),
        props=tuple(prop for prop, _ in sorted(props.items(), key=lambda item: (-item[1], item[0]))[:6]),
        tension=strain,
        sentiment=feeling,
    )


def _first_of(counts: Iterable[Counter[str]], otherwise: str) -> str:
    """What is told surely enough, most often; the earlier on a draw."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    told = [name for name in total if total[name] >= 2]
    return max(told, key=lambda name: total[name], default=otherwise)


def _weather(looks: list[Setting], kit: str) -> str:
    if kit == "snow":
        return "snow"
    if kit in INDOORS:
        return "clear"
    return _first_of((look.skies for look in looks), "clear")


def _place(book: Book, story: Story, looks: list[Setting], kit: str) -> str:
    """The words of the text for the place: "the dark wood". The place by its name goes before things that stand in it."""
    wanted = "street" if kit == "city_night" else kit
    plain = kit.replace("_", " ")
    named = [
        (story.tokens.lower[index] in plain.split(), worth, -index)
        for look in looks
        for name, index, worth in look.places
        if name == wanted
    ]
    phrases = (_phrase(book, story, -index) for _, _, index in sorted(named, reverse=True))
    return next((phrase for phrase in phrases if phrase), plain)


def _phrase(book: Book, story: Story, index: int) -> str:
    """The noun at `index` with its article and two modifiers at most; "" where no article is near, for then a verb may stand between."""
    tokens = story.tokens
    start = index
    while start > 0 and index - start < 2 and tokens.is_word(start - 1) and tokens.lower[start - 1] not in FUNCTION:
        start -= 1
    if start == 0 or tokens.lower[start - 1] not in DETERMINERS:
        return ""
    return " ".join(book.text[tokens.starts[start - 1] : tokens.ends[index]].split())


def _present(story: Story, numbers: list[int], ids: dict[int, str]) -> tuple[str, ...]:
    """Who speaks or is spoken of in the narration here, the most present first."""
    begin, end = story.passages[numbers[0]].first, story.passages[numbers[-1]].last
    weights: Counter[str] = Counter()
    for reference in story.mentions.between(begin, end):
        if reference.entity in ids and not reference.quoted:
            weights[ids[reference.entity]] += 1
    inside = set(numbers)
    for turn in story.turns:
        if turn.passage in inside and turn.speaker in ids and story.entities.all[turn.speaker].head not in NOBODY:
            weights[ids[turn.speaker]] += 3
    return tuple(name for name, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])) if weight >= 2)[:8]
