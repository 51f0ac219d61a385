"""The handler of a quick look: the film's shots as stills with its words to read, in the rhythm that the film will have."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from litink_app.media import captions as captioning
from litink_app.media.encode import Codec
from litink_app.media.exports import animatic
from litink_app.media.poster import poster
from litink_app.media.reframe import reframed
from litink_app.schemas.codec import from_json
from litink_app.schemas.film import SpokenLine
from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Blob, Done, Work
from litink_app.schemas.script import Script, ScriptScene
from litink_app.schemas.shot import ShotKind
from litink_app.schemas.sound import Speech
from litink_app.services import film_graph
from litink_app.services.film_cards import TITLE, Card, cards
from litink_app.services.film_graph import Casting
from litink_app.services.film_steps import to_speak
from litink_app.studio.stagehand.album import picture_shot
from litink_app.studio.stagehand.direction import card_shot, plan_shots
from litink_app.studio.stagehand.stills import stills
from litink_app.studio.voices.fitting import foreseen

SIZES = {"16:9": (640, 360), "9:16": (360, 640), "1:1": (480, 480)}
FPS = 12
Stills = list[tuple[Path, float]]


async def make_animatic(work: Work) -> Done:
    """Draft pictures of every shot, each caption for its planned time; no voice is spoken and nothing moves."""
    made = work.needs["script"]
    script, options = from_json(Script, made["script"]), from_json(FilmOptions, work.params["options"])
    casting = film_graph.casting_of(made["casting"])
    headed, seen = {card.scene: card for card in cards(script, options)}, list[Blob]()
    found = await asyncio.to_thread(_card, headed[TITLE], options, work.folder)
    for number, scene in enumerate(script.scenes, 1):
        if scene.chapter:
            found += await asyncio.to_thread(_card, headed[scene.number], options, work.folder)
        own = await _own(work, scene, options)
        shown = await asyncio.to_thread(_scene, scene, casting, options, work.params.get("lexicon", {}), own, work.folder)
        seen.append(Blob(f"scene-{scene.number}", shown[0][0], "image/png"))
        found += shown
        await work.progress(0.9 * number / len(script.scenes))
    if ending := headed.get(len(script.scenes) + 1):
        found += await asyncio.to_thread(_card, ending, options, work.folder)
    width, height = SIZES[options.aspect]
    out = await animatic(found, Codec(width, height, FPS, "veryfast", 25.0), work.folder / "animatic.mp4")
    return Done({"seconds": sum(seconds for _, seconds in found)}, (Blob("animatic", out, "video/mp4"), *seen), provider="embedded")


async def _own(work: Work, scene: ScriptScene, options: FilmOptions) -> tuple[Path, tuple[int, int], tuple[float, float]] | None:
    """The person's own picture for a scene, or a frame of their clip."""
    file: Mapping[str, str] | None = work.params.get("own", {}).get(str(scene.number))
    if file is None:
        return None
    given = await work.fetch(file["key"])
    if file["kind"] == "clip":
        given = await poster(given, work.folder / f"clip-{scene.number}.jpg")
    made = await reframed(given, *SIZES[options.aspect], work.folder / f"own-{scene.number}.png")
    return made.path, (made.width, made.height), made.focus


def _scene(
    scene: ScriptScene,
    casting: Casting,
    options: FilmOptions,
    lexicon: Mapping[str, str],
    own: tuple[Path, tuple[int, int], tuple[float, float]] | None,
    folder: Path,
) -> Stills:
    looks = [casting.looks[who] for who in scene.present if who in casting.looks]
    brief = _draft(film_graph.picture_of(scene, looks, options), options)
    spoken = _foreseen(scene, casting, lexicon)
    room = captioning.line_room(brief.width, brief.height)
    names, colors = {look.id: look.name for look in looks}, {look.id: look.accent for look in looks}
    lines = [replace(one, words=()) for one in captioning.captions_of(scene.lines, spoken, names=names, colors=colors, line_chars=room)]
    if own:
        bare = replace(brief, kind=PictureKind.OWN, actors=(), props=())
        return stills([picture_shot(scene, bare, *own[1:], fps=FPS, captions=lines, burn_captions=True)], folder, own[0])
    return stills(plan_shots(scene, spoken, brief, fps=FPS, captions=lines, burn_captions=True), folder)


def _foreseen(scene: ScriptScene, casting: Casting, lexicon: Mapping[str, str]) -> list[SpokenLine]:
    lines = [to_speak(line, casting.voices, casting.narrator, lexicon) for line in scene.lines]
    times = foreseen(lines, scene.seconds)
    return [SpokenLine(line.id, Speech(Path(), end - start, 24000, ()), start) for line, (start, end) in zip(lines, times, strict=True)]


def _card(card: Card, options: FilmOptions, folder: Path) -> Stills:
    kind = ShotKind.CREDITS if card.name == "credits" else ShotKind.TITLE
    return stills([card_shot(_draft(card.brief, options), scene=card.scene, seconds=card.seconds, fps=FPS, kind=kind)], folder)


def _draft(brief: PictureBrief, options: FilmOptions) -> PictureBrief:
    width, height = SIZES[options.aspect]
    return replace(brief, width=width, height=height)
