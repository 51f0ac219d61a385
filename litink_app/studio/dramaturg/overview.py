"""Logline, themes, genre, tone, setting, acts and beats.

Acts break at a quarter and three quarters of the story (three-act structure, Field 1979), moved to the nearest scene
boundary; a beat is the sentence with the highest tension and centrality in its window (windows after Snyder 2005).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from litink_app.schemas.book import Book, ChapterKind, Span
from litink_app.schemas.plot import Act, Beat, PlotOverview, Theme
from litink_app.schemas.understanding import Character, Scene, Understanding
from litink_app.studio.dramaturg.lexicon import GENRES, THEMES

_WORD = re.compile(r"[^\W\d_]+")
_BEATS = (
    ("Opening", 0, 0.00, 0.04),
    ("Inciting incident", 0, 0.06, 0.18),
    ("First turning point", 0, 0.19, 0.28),
    ("Rising action", 1, 0.30, 0.45),
    ("Midpoint", 1, 0.46, 0.56),
    ("Crisis", 1, 0.60, 0.75),
    ("Climax", 2, 0.77, 0.93),
    ("Ending", 2, 0.96, 1.01),
)
_ACTS = ("Setup", "Confrontation", "Resolution")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the story, where it stands in it (0..1), and its words."""

    start: int
    end: int
    place: float
    words: tuple[str, ...]


def overview(book: Book, found: Understanding) -> PlotOverview:
    """The shape of the story in the body chapters of a book."""
    if not _in_english(book):
        return _overview_abroad(book, found)
    sentences = _sentences(book, found)
    counts = Counter(word for sentence in sentences for word in sentence.words)
    themes = _themes(sentences, counts)
    genre, tone, setting = _genre(counts, found), _tone(found), _setting(found)
    return PlotOverview(_logline(found, themes, tone, setting), themes, genre, tone, setting, _acts(book, found, sentences, counts))


def _in_english(book: Book) -> bool:
    return not book.language or book.language.lower().startswith("en")


def _overview_abroad(book: Book, found: Understanding) -> PlotOverview:
    """For a book whose words of theme, genre and feeling nobody listed: who, where and the acts, and no more."""
    sentences = _sentences(book, found)
    counts = Counter(word for sentence in sentences for word in sentence.words)
    setting = _setting(found)
    cast = _listed([who.name for who in sorted(found.characters, key=lambda who: -who.importance)[:4]])
    logline = (
        f"A story of {cast}, set in {_listed(setting.split(', '))}." if cast else f"Nobody is named; set in {_listed(setting.split(', '))}."
    )
    return PlotOverview(logline, (), "Unsorted", _tone(found).partition(", ")[2] or "even", setting, _acts(book, found, sentences, counts))


def _sentences(book: Book, found: Understanding) -> list[_Sentence]:
    body = [chapter for chapter in book.chapters if chapter.kind is ChapterKind.BODY] or list(book.chapters)
    total, passed, kept = sum(chapter.end - chapter.start for chapter in body), 0, list[_Sentence]()
    spans = iter(found.sentences)
    span = next(spans, None)
    for chapter in body:
        while span is not None and span.start < chapter.end:
            if span.start >= chapter.start:
                words = tuple(match.group().lower() for match in _WORD.finditer(book.text, span.start, span.end))
                kept.append(_Sentence(span.start, span.end, (passed + span.start - chapter.start) / max(1, total), words))
            span = next(spans, None)
        passed += chapter.end - chapter.start
    return kept


def _themes(sentences: Sequence[_Sentence], counts: Counter[str]) -> tuple[Theme, ...]:
    weight = {name: sum(math.log1p(counts[cue]) for cue in cues) / math.sqrt(len(cues)) for name, cues in THEMES.items()}
    best = sorted(weight, key=lambda name: -weight[name])[:4]
    total = sum(weight[name] for name in best) or 1.0
    return tuple(Theme(name, weight[name] / total, _passage(sentences, THEMES[name])) for name in best if weight[name] > 0)


def _passage(sentences: Sequence[_Sentence], cues: frozenset[str]) -> Span:
    best = max(sentences, key=lambda sentence: len(cues & set(sentence.words)) / math.sqrt(8 + len(sentence.words)))
    return Span(best.start, best.end)


def _genre(counts: Counter[str], found: Understanding) -> str:
    if len(found.quotes) < 5 and len(found.terms) >= 5:
        return "Non-fiction"
    return max(GENRES, key=lambda name: sum(math.log1p(counts[cue]) for cue in GENRES[name]) / math.sqrt(len(GENRES[name])))


def _tone(found: Understanding) -> str:
    if not found.scenes:
        return "even"
    length = sum(scene.end - scene.start for scene in found.scenes) or 1
    feeling = sum(scene.sentiment * (scene.end - scene.start) for scene in found.scenes) / length
    stress = sum(scene.tension * (scene.end - scene.start) for scene in found.scenes) / length
    bright = "bright" if feeling > 0.12 else "dark" if feeling < -0.12 else "balanced"
    return f"{bright}, {'tense' if stress > 0.55 else 'lively' if stress > 0.35 else 'quiet'}"


def _setting(found: Understanding) -> str:
    kits = Counter[str]()
    for scene in found.scenes:
        if scene.kit:
            kits[scene.kit] += scene.end - scene.start
    return ", ".join(kit.replace("_", " ") for kit, _ in kits.most_common(3)) or "unnamed places"


def _logline(found: Understanding, themes: Sequence[Theme], tone: str, setting: str) -> str:
    cast = sorted(found.characters, key=lambda who: -who.importance)
    subject = " and ".join(theme.name.lower() for theme in themes[:2]) or "many things"
    if not cast:
        return f"A {tone.split(',')[0]} account of {subject}."
    others = _listed([who.name for who in cast[1:4]])
    company = f", with {others}," if others else ""
    return f"{cast[0].name}{company} in a {tone.split(',')[0]} story of {subject}, set in {_listed(setting.split(', '))}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _acts(book: Book, found: Understanding, sentences: Sequence[_Sentence], counts: Counter[str]) -> tuple[Act, ...]:
    if not sentences:
        return ()
    edges = (0.0, _near_scene(found, sentences, 0.25), _near_scene(found, sentences, 0.75), 1.01)
    acts: list[Act] = []
    for number, title in enumerate(_ACTS):
        inside = [sentence for sentence in sentences if edges[number] <= sentence.place < edges[number + 1]] or [sentences[-1]]
        beats = tuple(beat for beat in (_beat(book, found, sentences, counts, row) for row in _BEATS if row[1] == number) if beat)
        start, end = inside[0].start, inside[-1].end
        acts.append(Act(title, _summary(found, start, end), start, end, beats))
    return tuple(acts)


def _near_scene(found: Understanding, sentences: Sequence[_Sentence], place: float) -> float:
    starts = {scene.start for scene in found.scenes}
    opening = [sentence.place for sentence in sentences if sentence.start in starts and abs(sentence.place - place) < 0.08]
    return min(opening, key=lambda found_place: abs(found_place - place), default=place)


def _beat(
    book: Book, found: Understanding, sentences: Sequence[_Sentence], counts: Counter[str], row: tuple[str, int, float, float]
) -> Beat | None:
    name, _, first, last = row
    window = [sentence for sentence in sentences if first <= sentence.place < last and 6 <= len(sentence.words) <= 45]
    if not window:
        return None
    best = (
        window[0] if name == "Opening" else window[-1] if name == "Ending" else max(window, key=lambda s: _weight(s, found.scenes, counts))
    )
    return Beat(name, " ".join(book.text[best.start : best.end].split()), best.start, best.end)


def _weight(sentence: _Sentence, scenes: Sequence[Scene], counts: Counter[str]) -> float:
    stress = next((scene.tension for scene in scenes if scene.start <= sentence.start < scene.end), 0.3)
    rare = sum(math.log1p(counts[word]) for word in set(sentence.words) if len(word) > 4) / math.sqrt(len(sentence.words))
    return rare * (0.5 + stress)


def _summary(found: Understanding, start: int, end: int) -> str:
    seen = Counter(mention.character for mention in found.mentions if start <= mention.start < end)
    names: dict[str, Character] = {who.id: who for who in found.characters}
    people = [names[who].name for who, _ in seen.most_common(4) if who in names]
    places = dict.fromkeys(
        scene.place or scene.kit.replace("_", " ") for scene in found.scenes if start <= scene.start < end and (scene.place or scene.kit)
    )
    company = f"{_listed(people)}" if people else "Nobody is named"
    return f"{company}; {_listed(list(places)[:3])}." if places else f"{company}."
