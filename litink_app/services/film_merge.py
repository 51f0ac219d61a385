"""The handlers that end a film: the merge, which copies pictures and mixes sound once, and the finished film with what was measured of it."""

import asyncio
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from litink_app.media.join import join_film
from litink_app.media.mix import mix_film
from litink_app.media.poster import contact_sheet
from litink_app.media.report import report
from litink_app.media.subtitles import to_srt, to_vtt
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.film import Chapter, FilmPlan, SoundClip, Stem
from litink_app.schemas.language import three_letters
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Blob, Done, Work
from litink_app.schemas.script import Setting
from litink_app.schemas.shot import Caption, Shot
from litink_app.services.film_cards import TITLE, heading_key
from litink_app.services.film_effects import effect_clips
from litink_app.studio import wav
from litink_app.studio.wav import Samples

MUSIC_DB, AMBIENCE_DB = -13.0, -6.0
_ECHO, _UNHEARD = 1.2, 0.001
"""Seconds after a line for which its room is heard, and what is too faint to be (of full scale)."""

COMMENT = "Made with LitinkAI. Voices: Kokoro-82M (Apache-2.0). Pictures and music: the embedded studio."
MIXED = "Made with LitinkAI. Voices: Kokoro-82M (Apache-2.0). Pictures and music: the embedded studio, and the maker of this film."


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the film: a card or a scene, with where it starts and how long it lasts, in seconds; `told` is where its story plays.

    `number` is that of the scene, `key` what its steps are called after.
    """

    key: str
    number: int
    title: str
    start: float
    seconds: float
    told: Setting | None = None


async def merge(work: Work) -> Done:
    """Join the shots by copying, mix the sound once, and put captions, chapters and tags in."""
    parts = _parts(work)
    options = from_json(FilmOptions, work.params["options"])
    seconds = float(work.params["seconds"])
    captions = _captions(work, parts)
    chapters = tuple(Chapter(part.title, part.start) for part in parts)
    clips = await _sounds(work, parts, seconds)
    await work.progress(0.2)
    mix = await mix_film(clips, seconds=seconds, folder=work.folder)
    await work.progress(0.7)
    soft = captions if options.captions == "soft" else ()
    shots = tuple([await work.fetch(key) for key in _shots(work, parts)])
    comment = MIXED if work.params.get("own") else COMMENT
    language = three_letters(work.params.get("language", "en"))
    plan = FilmPlan(shots, mix.path, soft, chapters, work.params["title"], work.params["author"], comment, language)
    film = work.folder / "film.mp4"
    await join_film(plan, film)
    (work.folder / "film.vtt").write_text(to_vtt(captions))
    (work.folder / "film.srt").write_text(to_srt(captions))
    checked = await report(
        film, seconds=seconds, lines=[clip for clip in clips if clip.stem is Stem.SPEECH], captions=soft, chapters=chapters
    )
    blobs = (
        Blob("film", film, "video/mp4"),
        Blob("captions", work.folder / "film.vtt", "text/vtt"),
        Blob("subtitles", work.folder / "film.srt", "application/x-subrip"),
    )
    found = {"seconds": checked.seconds, "report": to_json(asdict(checked)), "faults": list(checked.faults)}
    return Done({**found, "covered": _covered(work, parts)}, blobs)


async def upload_film(work: Work) -> Done:
    """The finished film as its owner gets it: MP4, captions, a poster and a contact sheet."""
    merged = work.needs["merge"]
    film = await work.fetch(merged["blobs"]["film"]["key"])
    captions = await work.fetch(merged["blobs"]["captions"]["key"])
    picture = work.folder / "poster.jpg"
    sheet = await contact_sheet(film, work.folder / "sheet.jpg", telling=picture, covered=merged.get("covered", ()))
    blobs = (
        Blob("film", film, "video/mp4"),
        Blob("captions", captions, "text/vtt"),
        Blob("poster", picture, "image/jpeg"),
        Blob("sheet", sheet, "image/jpeg"),
    )
    return Done({"seconds": merged["seconds"], "faults": merged["faults"]}, blobs)


def _covered(work: Work, parts: Sequence[_Part]) -> list[tuple[float, float]]:
    """When the picture is covered, wholly or in part, because one scene gives way to another."""
    found: list[tuple[float, float]] = []
    for part in parts:
        at = part.start
        for shot in from_json(tuple[Shot, ...], _filmed(work, part)["shots"]):
            end = at + shot.frames / shot.fps
            found += [(at, at + shot.fade_in / shot.fps), (end - shot.fade_out / shot.fps, end)]
            at = end
    return [(round(start, 4), round(end, 4)) for start, end in found if end > start]


def captions(work: Work) -> tuple[Caption, ...]:
    """All captions of the film that `work` merges, in its time."""
    return _captions(work, _parts(work))


async def sounds(work: Work) -> list[SoundClip]:
    """All that is heard in the film that `work` merges."""
    return await _sounds(work, _parts(work), float(work.params["seconds"]))


def _parts(work: Work) -> list[_Part]:
    """Title, headings, scenes and credits in order; cards have the length that their shots have."""
    found, at = list[_Part](), 0.0
    scenes = {scene["number"]: scene for scene in work.params["scenes"]}
    last = max(scenes, default=0) + 1
    cards = {str(TITLE): "Title", str(last): "Credits", **{heading_key(n): scene.get("chapter", "") for n, scene in scenes.items()}}
    order = [(key, n) for n in sorted(scenes) for key in (heading_key(n), str(n))]
    for key, number in ((str(TITLE), TITLE), *order, (str(last), last)):
        if key not in cards:
            part = _scene(scenes[number], at)
        elif f"still:{key}" in work.needs:
            shots = from_json(tuple[Shot, ...], work.needs[f"still:{key}"]["shots"])
            part = _Part(key, number, cards[key], at, sum(shot.frames / shot.fps for shot in shots))
        else:
            continue
        found.append(part)
        at += part.seconds
    return found


def _scene(scene: Mapping[str, Any], at: float) -> _Part:
    told = None if scene.get("figure") else from_json(Setting, scene["setting"])
    return _Part(str(scene["number"]), scene["number"], scene["title"], at, float(scene["seconds"]), told)


def _shots(work: Work, parts: Sequence[_Part]) -> list[str]:
    """Storage keys of all shots in the order of the film; where mouths were made, theirs is taken."""
    keys: list[str] = []
    for part in parts:
        made = _filmed(work, part)
        files: dict[str, Any] = {**made.get("blobs", {}), **work.needs.get(f"lipsync:{part.key}", {}).get("blobs", {})}
        keys += [files[shot["id"]]["key"] for shot in made["shots"]]
    return keys


def _filmed(work: Work, part: _Part) -> dict[str, Any]:
    return work.needs.get(f"still:{part.key}") or work.needs[f"scene_video:{part.key}"]


def _captions(work: Work, parts: Sequence[_Part]) -> tuple[Caption, ...]:
    found: list[Caption] = []
    for part in parts:
        if made := work.needs.get(f"scene_video:{part.key}"):
            found += [_moved(caption, part.start) for caption in from_json(tuple[Caption, ...], made["captions"])]
    return tuple(found)


def _moved(caption: Caption, by: float) -> Caption:
    words = tuple(replace(word, start=word.start + by, end=word.end + by) for word in caption.words)
    return replace(caption, start=caption.start + by, end=caption.end + by, words=words)


async def _sounds(work: Work, parts: Sequence[_Part], seconds: float) -> list[SoundClip]:
    """Every line by itself (so that music gives way to it), each scene's surroundings and events, and the music under all."""
    music = await work.fetch(work.needs["score"]["blobs"]["music"]["key"])
    clips = [SoundClip(music, 0.0, Stem.SCORE, MUSIC_DB, seconds, fade_out=1.5)]
    for part in parts:
        if made := work.needs.get(f"scene_audio:{part.key}"):
            around = await work.fetch(made["blobs"]["ambience"]["key"])
            clips.append(SoundClip(around, part.start, Stem.AMBIENCE, AMBIENCE_DB, part.seconds, fade_in=0.6, fade_out=0.6))
            speech = await work.fetch(made["blobs"]["speech"]["key"])
            clips += await asyncio.to_thread(_lines, speech, made["lines"], part, work.folder)
            if part.told:
                clips += await asyncio.to_thread(effect_clips, made["lines"], part.told, part.start, part.seconds, part.number, work.folder)
    return clips


def _lines(speech: Path, lines: Sequence[dict[str, Any]], part: _Part, folder: Path) -> list[SoundClip]:
    samples, rate = wav.read(speech)
    found: list[SoundClip] = []
    for line, then in itertools.zip_longest(lines, lines[1:]):
        first, last = round(line["start"] * rate), round(line["end"] * rate)
        until = min(samples.size, last + round(_ECHO * rate), round(then["start"] * rate) if then else samples.size)
        cut = samples[first : _died_away(samples, last, until)]
        path = wav.write(folder / f"scene-{part.number}-{line['line']}.wav", cut, rate)
        fade = cut.size / rate - (line["end"] - line["start"])
        found.append(SoundClip(path, part.start + line["start"], Stem.SPEECH, seconds=cut.size / rate, fade_out=fade, line=line["line"]))
    return found


def _died_away(samples: Samples, last: int, until: int) -> int:
    """Where the room no longer answers what was said up to sample `last`; `until` at the latest."""
    loud = np.flatnonzero(np.abs(samples[last:until]) > _UNHEARD)
    return last + (int(loud[-1]) + 1 if loud.size else 0)
