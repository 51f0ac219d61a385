"""From units to a script: scenes, the stretch that each keeps, and seconds that add up to what was asked."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from litink_app.schemas.book import Book, Chapter
from litink_app.schemas.script import LineKind, Script, ScriptLine, ScriptScene, ScriptStyle, Setting
from litink_app.schemas.understanding import Scene, Understanding
from litink_app.studio.screenwriter.choice import choose
from litink_app.studio.screenwriter.people import cast_of
from litink_app.studio.screenwriter.teaching import figure_of, heading_at, is_said, is_teaching, titled
from litink_app.studio.screenwriter.units import Unit, scored, units_of

Say = Callable[[str, str | None], float]
"""Seconds that a text takes when the character (None = narrator) speaks it at normal pace."""

PAUSE = 0.35
SCENE_SECONDS = {
    ScriptStyle.CINEMATIC: 11.0,
    ScriptStyle.NARRATION: 13.0,
    ScriptStyle.DIALOGUE: 11.0,
    ScriptStyle.EXPLAINER: 10.0,
    ScriptStyle.TRAILER: 5.5,
}
SPEECH_SHARE = 0.93
MOST_HEADINGS = 0.12
"""So much of a film at most is spent on headings of chapters; else it has none."""
SHORTEST_SCENE = 3.0


@dataclass(frozen=True, slots=True)
class Source:
    book: Book
    understanding: Understanding


@dataclass(frozen=True, slots=True)
class ScriptOrder:
    """What is wanted: chapters by id, a style and the seconds of the whole film, title and credits included.

    Where there are several chapters each is headed by a card of `heading_seconds`, if the film has room for that.
    """

    chapters: tuple[str, ...]
    style: ScriptStyle
    seconds: float
    title_seconds: float = 3.0
    credit_seconds: float = 2.5
    fps: int = 24
    heading_seconds: float = 0.0

    def story_seconds(self, headings: int = 0) -> float:
        """What is left for the scenes beside so many headings."""
        return self.seconds - self.title_seconds - self.credit_seconds - headings * self.heading_seconds


@dataclass(slots=True)
class _Draft:
    """A scene in the making: its units, the seconds that each takes, and those that are kept."""

    scene: Scene
    units: list[Unit]
    cost: list[float]
    share: float = 0.0
    chosen: list[int] = field(default_factory=list[int])

    @property
    def kept(self) -> list[Unit]:
        return [self.units[index] for index in self.chosen]

    @property
    def spent(self) -> float:
        return sum(self.cost[index] for index in self.chosen)


def write_script(source: Source, order: ScriptOrder, say: Say) -> Script:
    """The script of the chapters in `order`; the scenes' seconds add up to what is left beside title, headings and credits."""
    chapters = [chapter for chapter in source.book.chapters if chapter.id in order.chapters]
    drafts = _drafts(source, chapters, order, say)
    _fill(drafts, order.story_seconds(len(_headings(drafts, source, order))) * SPEECH_SHARE)
    scenes = _scenes([draft for draft in drafts if draft.kept], source, order)
    author = ", ".join(source.book.authors)
    title = (
        titled(source.book.title, heading_at(source.book.text, source.book.blocks, chapters[0].start, ""))
        if chapters
        else source.book.title
    )
    return Script(title, author, order.style, order.seconds, scenes)


def _drafts(source: Source, chapters: Sequence[Chapter], order: ScriptOrder, say: Say) -> list[_Draft]:
    wanted = max(1, round(order.story_seconds() / SCENE_SECONDS[order.style]))
    cast = cast_of(source.understanding)
    mentions = sorted(source.understanding.mentions, key=lambda mention: mention.start)
    drafts: list[_Draft] = []
    for chapter in chapters:
        units = units_of(source.book.text, source.book.blocks, source.understanding, chapter.start, chapter.end)
        if _teaches(source, chapter, order.style):
            units = [replace(unit, speaker=None) for unit in units if is_said(unit.text)]
        units = scored([_in_style(unit, order.style) for unit in units], cast, mentions, source.understanding.scenes)
        drafts += _split(source.understanding.scenes, chapter, units, say)
    return _as_many(drafts, wanted, order.story_seconds() / wanted)


def _headings(drafts: Sequence[_Draft], source: Source, order: ScriptOrder) -> dict[int, str]:
    """By place in `drafts`, the titles of the chapters that begin there; none where there is one chapter, or too little time."""
    found: dict[int, str] = {}
    before = ""
    for number, draft in enumerate(drafts):
        chapter = _chapter_at(source, draft.units[0].start)
        if chapter and chapter.title and chapter.id != before:
            before, found[number] = chapter.id, chapter.title
    taken = len(found) * order.heading_seconds
    return found if len(found) > 1 and 0 < taken <= order.seconds * MOST_HEADINGS else {}


def _chapter_at(source: Source, at: int) -> Chapter | None:
    return next((one for one in source.book.chapters if one.start <= at < one.end), None)


def _teaches(source: Source, chapter: Chapter, style: ScriptStyle) -> bool:
    found = source.understanding
    quotes = [quote for quote in found.quotes if chapter.start <= quote.start < chapter.end]
    sentences = [span for span in found.sentences if chapter.start <= span.start < chapter.end]
    return is_teaching(found, quotes, sentences, style)


def _in_style(unit: Unit, style: ScriptStyle) -> Unit:
    """Narration reads everything itself; elsewhere a quotation nobody claims is read by the narrator."""
    if style in (ScriptStyle.NARRATION, ScriptStyle.EXPLAINER) and unit.quoted:
        return replace(unit, speaker=None)
    return unit


def _split(scenes: Sequence[Scene], chapter: Chapter, units: list[Unit], say: Say) -> list[_Draft]:
    inside = [scene for scene in scenes if scene.start < chapter.end and scene.end > chapter.start]
    inside = inside or [Scene(chapter.start, chapter.end)]
    drafts: list[_Draft] = []
    for number, scene in enumerate(inside):
        first = chapter.start if number == 0 else scene.start
        last = chapter.end if number == len(inside) - 1 else inside[number + 1].start
        own = [unit for unit in units if first <= unit.start < last]
        if own:
            drafts.append(_Draft(scene, own, [say(unit.text, unit.speaker if unit.quoted else None) + PAUSE for unit in own]))
    return drafts


def _as_many(drafts: list[_Draft], wanted: int, seconds: float) -> list[_Draft]:
    """Halve the longest until there are enough; drop the weakest inner ones while there are too many."""
    while 0 < len(drafts) < wanted:
        longest = max(drafts, key=lambda draft: sum(draft.cost))
        if len(longest.units) < 4 or sum(longest.cost) < seconds:
            break
        at, middle = drafts.index(longest), _middle(longest)
        drafts[at : at + 1] = [
            _Draft(longest.scene, longest.units[:middle], longest.cost[:middle]),
            _Draft(longest.scene, longest.units[middle:], longest.cost[middle:]),
        ]
    while len(drafts) > wanted:
        inner = drafts[1:-1] or drafts
        drafts.remove(min(inner, key=_weight))
    return drafts


def _middle(draft: _Draft) -> int:
    """The paragraph start nearest to the middle of the telling time."""
    half, spent, best, gap = sum(draft.cost) / 2, 0.0, len(draft.units) // 2, float("inf")
    for index, (unit, cost) in enumerate(zip(draft.units, draft.cost, strict=True)):
        distance = abs(spent - half) * (1.0 if unit.opens else 3.0)
        if index > 0 and distance < gap:
            best, gap = index, distance
        spent += cost
    return best


def _weight(draft: _Draft) -> float:
    """How much of the story is in it: its best units count, not its length."""
    return sum(sorted((unit.score for unit in draft.units), reverse=True)[:6])


def _share_out(drafts: list[_Draft], seconds: float) -> None:
    weights = [0.6 + _weight(draft) for draft in drafts]
    left, total = seconds, sum(weights)
    for draft, weight in sorted(zip(drafts, weights, strict=True), key=lambda pair: sum(pair[0].cost)):
        draft.share = min(sum(draft.cost), left * weight / total)
        left, total = left - draft.share, total - weight


def _fill(drafts: list[_Draft], seconds: float) -> None:
    """Choose what is told; where whole units leave time over or take too much, share out again. No scene is shorter than can be seen."""
    aim, tries = seconds, 4
    while tries:
        _share_out(drafts, aim)
        for draft in drafts:
            draft.chosen = choose(draft.units, draft.cost, draft.share, begins=draft is drafts[0], ends=draft is drafts[-1])
        least = min(drafts, key=lambda draft: draft.spent, default=None)
        if least and len(drafts) > 1 and least.spent < SHORTEST_SCENE:
            drafts.remove(least)
            continue
        spent = sum(draft.spent for draft in drafts)
        if 0.94 * seconds <= spent <= 1.02 * seconds or not spent:
            return
        aim, tries = aim * seconds / spent, tries - 1


def _scenes(drafts: list[_Draft], source: Source, order: ScriptOrder) -> tuple[ScriptScene, ...]:
    total = sum(draft.spent for draft in drafts)
    settings, headings = _settings(drafts, source.book.language), _headings(drafts, source, order)
    story_seconds = order.story_seconds(len(headings))
    scenes: list[ScriptScene] = []
    for number, (draft, setting) in enumerate(zip(drafts, settings, strict=True), 1):
        lines = tuple(_line(number, index, unit, order.style) for index, unit in enumerate(draft.kept, 1))
        present = _present(draft, lines, source)
        seconds = story_seconds * draft.spent / total
        span = (draft.kept[0].start, draft.kept[-1].end)
        scene = ScriptScene(
            number, _title(draft, setting), setting, present, _things(draft, lines), lines, seconds, *span, draft.scene.tension
        )
        chapter = _chapter_at(source, span[0])
        scenes.append(_explained(scene, chapter, source) if chapter and _teaches(source, chapter, order.style) else scene)
    headed = [replace(scene, chapter=headings.get(place, "")) for place, scene in enumerate(_told_apart(scenes, source))]
    return _to_the_frame(headed, story_seconds, order.fps)


def _told_apart(scenes: list[ScriptScene], source: Source) -> list[ScriptScene]:
    """No two scenes of one title: who is there is added to the second, else how often the place was seen."""
    names = {who.id: who.name for who in source.understanding.characters}
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    found: list[ScriptScene] = []
    for scene in scenes:
        seen[scene.title] += 1
        people = (f"{scene.title}: {names[who]}" for who in scene.present if who in names)
        title = next((one for one in (scene.title, *people) if one not in taken), f"{scene.title} ({seen[scene.title]})")
        taken.add(title)
        found.append(replace(scene, title=title))
    return found


def _explained(scene: ScriptScene, chapter: Chapter, source: Source) -> ScriptScene:
    """The same scene with a figure in place of people, in a quiet room and a clear light."""
    title = heading_at(source.book.text, source.book.blocks, scene.start, chapter.title)
    lines = tuple(replace(line, kind=LineKind.NARRATION, speaker=None) for line in scene.lines)
    figure = figure_of(lines, source.understanding.terms, f"{title} {chapter.title} {source.book.title}")
    setting = Setting("", "library", "day", "clear", ("calm", "wondrous", "joyful")[scene.number % 3])
    return replace(scene, title=title, setting=setting, present=(), props=(), lines=lines, figure=figure)


def _to_the_frame(scenes: list[ScriptScene], seconds: float, fps: int) -> tuple[ScriptScene, ...]:
    """Whole frames per scene that add up to the whole."""
    edges = [0.0]
    for scene in scenes:
        edges.append(edges[-1] + scene.seconds)
    frames = [round(edge * fps) for edge in edges]
    frames[-1] = round(seconds * fps)
    return tuple(replace(scene, seconds=(last - first) / fps) for scene, (first, last) in zip(scenes, pairwise(frames), strict=True))


def _line(scene: int, number: int, unit: Unit, style: ScriptStyle) -> ScriptLine:
    spoken = unit.quoted and unit.speaker is not None and style not in (ScriptStyle.NARRATION, ScriptStyle.EXPLAINER)
    kind = LineKind.DIALOGUE if spoken else LineKind.NARRATION
    return ScriptLine(
        f"s{scene}l{number}", kind, unit.speaker if spoken else None, unit.text, unit.start, unit.end, unit.verbatim, unit.manner
    )


def _present(draft: _Draft, lines: tuple[ScriptLine, ...], source: Source) -> tuple[str, ...]:
    """Who is in view: first who speaks, then who is named in what is told, then the scene's two most important; four at most.

    To be spoken of is not to be there: only what the narration names counts.
    """
    seen = {who.id for who in cast_of(source.understanding)}
    speakers = [line.speaker for line in lines if line.speaker]
    named = _told(draft.kept, source)
    around = Counter(_told(draft.units, source))
    talking = {unit.speaker for unit in draft.units}
    others = [who for who in draft.scene.present[:3] if who in talking or around[who] > 1]
    return tuple(dict.fromkeys(who for who in (*speakers, *named, *others[:2]) if who in seen))[:4]


def _things(draft: _Draft, lines: Sequence[ScriptLine]) -> tuple[str, ...]:
    """What is set on the stage: the things that are spoken of in the film, and one more of the scene at most."""
    heard = set(re.findall(r"[a-z-]+", " ".join(line.text for line in lines).lower()))
    named = [prop for prop in draft.scene.props if prop in heard]
    return tuple([*named, *(prop for prop in draft.scene.props if prop not in heard)][: max(1, len(named))])


def _told(units: Sequence[Unit], source: Source) -> list[str]:
    """Who is named in the narration among some units."""
    spans = [(unit.start, unit.end) for unit in units if not unit.quoted]
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    near = [mention for mention in source.understanding.mentions if first <= mention.start < last]
    return [mention.character for mention in near if any(start <= mention.start < end for start, end in spans)]


_HOURS = {
    "night": re.compile(r"\b(?:night|nights|midnight|moon|moonlight|moonlit|starlight|stars|darkness|dark)\b", re.IGNORECASE),
    "dusk": re.compile(r"\b(?:dusk|evening|sunset|twilight|nightfall|gloaming)\b", re.IGNORECASE),
    "dawn": re.compile(r"\b(?:dawn|daybreak|sunrise|morning|cock-?crow)\b", re.IGNORECASE),
}
"""Words of the narration without which an hour is not believed: talk of the night does not make it one."""


def _hour(draft: _Draft, before: str, language: str) -> str:
    """Outside English, whose words these are, the hour is believed as it was understood."""
    hour = draft.scene.time or before
    if hour == before or hour not in _HOURS or (language and not language.lower().startswith("en")):
        return hour
    return hour if any(_HOURS[hour].search(unit.text) for unit in draft.units if not unit.quoted) else before


_DAYLIGHT = re.compile(
    r"\b(?:daylight|broad day|morning|noon|midday|afternoon|breakfast|lunch\w*|sun|sunny|sunshine|sunlight)\b", re.IGNORECASE
)
_LIGHT = {"tense": "dusk", "sad": "dusk", "mysterious": "dusk", "wondrous": "dawn", "calm": "day", "joyful": "day"}
"""The hour whose light suits a mood: for places of which no hour is told."""


def _settings(drafts: list[_Draft], language: str) -> list[Setting]:
    """Each scene's setting; what the text leaves open stays as it was before, but a new place without an hour has the light of its mood."""
    found: list[Setting] = []
    kit, time = next((d.scene.kit for d in drafts if d.scene.kit), "meadow"), "day"
    for draft in drafts:
        mood, before = mood_of(draft.scene), kit
        kit, time = draft.scene.kit or kit, _hour(draft, time, language)
        if time == "day" and (not found or kit != before) and not any(_DAYLIGHT.search(unit.text) for unit in draft.units):
            time = _LIGHT[mood]
        found.append(Setting(draft.scene.place, kit, time, draft.scene.weather or "clear", mood))
    return found


def mood_of(scene: Scene) -> str:
    """The illustrator's mood from the tone of the words."""
    if scene.tension > 0.66:
        return "tense"
    if scene.sentiment < -0.25:
        return "sad" if scene.tension < 0.4 else "mysterious"
    if scene.sentiment > 0.25:
        return "joyful" if scene.tension > 0.25 else "wondrous"
    return "calm" if scene.tension < 0.45 else "mysterious"


def _title(draft: _Draft, setting: Setting) -> str:
    return (draft.scene.place or setting.kit.replace("_", " ")).strip().capitalize()
