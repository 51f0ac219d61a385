"""The handlers of a film's steps up to the sound: script, scenes, pictures, voices, score."""

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from litink_app import db
from litink_app.errors import Refused
from litink_app.providers.live import live
from litink_app.providers.ports import Made, Ordered
from litink_app.repositories import books
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.film import SpokenLine
from litink_app.schemas.own_media import MUSIC
from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Blob, Done, Parked, Work
from litink_app.schemas.script import LineKind, Script, ScriptLine, Setting
from litink_app.schemas.sound import Speech, Timed
from litink_app.services import characters, film_graph, understood
from litink_app.services.film_cards import card_seconds, heading_seconds
from litink_app.services.film_graph import Casting
from litink_app.services.lexicon import used_in
from litink_app.studio import ambience, score
from litink_app.studio.screenwriter import ScriptOrder, Source, write_script
from litink_app.studio.voices import estimate
from litink_app.studio.voices.fitting import LineToSpeak, PlacedLine, fit_scene


async def make_script(work: Work) -> Done:
    """The script of the chosen chapters, or the one that a person has changed; with the casting that it was written for."""
    options = from_json(FilmOptions, work.params["options"])
    plot = work.needs["plot"]
    narrator = options.narrator or plot["narrator"]
    made = {**plot, "narrator": narrator, "cast": await characters.told_apart(UUID(work.params["book"]), plot, narrator)}
    casting = film_graph.casting_of(made)
    if work.params["given"]:
        script = from_json(Script, work.params["given"])
    else:
        script = await _written(work, casting)
    people = {who: {"name": look.name, "accent": look.accent} for who, look in casting.looks.items()}
    return Done({"script": to_json(script), "casting": made, "cast": people})


async def _written(work: Work, casting: Casting) -> Script:
    async with db.session() as unit:
        book = await books.load(unit, work.owner_id, UUID(work.params["book"]))
        found = await understood.load(unit, UUID(work.params["book"]))
    options, seconds = from_json(FilmOptions, work.params["options"]), float(work.params["seconds"])
    title, credit = card_seconds(seconds, options.fps)
    chapters, heading = tuple(work.params["chapters"]), heading_seconds(options.fps)
    order = ScriptOrder(chapters, options.style, seconds, title, credit, options.fps, heading)
    return await asyncio.to_thread(write_script, Source(book, found), order, partial(_say, casting))


def _say(casting: Casting, text: str, speaker: str | None) -> float:
    return estimate(text, casting.voices.get(speaker or "", casting.narrator), 1.0)


async def parse_scenes(work: Work) -> Done:
    """Lay out everything that follows from the script."""
    made = work.needs["script"]
    script, options = from_json(Script, made["script"]), from_json(FilmOptions, work.params["options"])
    casting = film_graph.casting_of(made["casting"])
    own = work.params.get("own", {})
    if lost := sorted(int(number) for number in own if int(number) not in {MUSIC, *(scene.number for scene in script.scenes)}):
        raise Refused(f"There is no scene {lost[0]}: this film has {len(script.scenes)} scenes.")
    graph = film_graph.scenes(script, casting, options, work.params.get("lexicon"), _thanks(script, casting, own), own)
    return Done({"scenes": len(script.scenes)}, expand=graph)


def _thanks(script: Script, casting: Casting, own: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Who is heard, by what they are made, and where."""
    speakers = [line.speaker if line.kind is LineKind.DIALOGUE else None for scene in script.scenes for line in scene.lines]
    heard = dict.fromkeys(casting.voices.get(speaker or "", casting.narrator) for speaker in speakers)
    voice = live().voice
    names = {info.id: info.name for info in voice.voices()}
    voices = f"Voices: {', '.join(dict.fromkeys(names.get(one, one) for one in heard))}"
    return [*([voices] if heard else []), voice.credit, *_makers(own)]


def _makers(own: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Who made pictures and music; a film of a person's own pictures alone does not occur: the cards are always drawn."""
    studio, maker = "the studio of LitinkAI", "the maker of this film"
    pictures = f"{studio} and {maker}" if own.keys() - {str(MUSIC)} else studio
    if str(MUSIC) in own:
        return [f"Pictures: {pictures}", f"Music: chosen by {maker}"]
    return [f"Pictures and music: {studio}"] if pictures == studio else [f"Pictures: {pictures}", f"Music: {studio}"]


async def draw_character(work: Work) -> Done | Parked:
    """A portrait: shown on the character's card, and a reference for the scenes."""
    return await _draw(work)


async def draw_scene(work: Work) -> Done | Parked:
    """The establishing picture of a scene."""
    return await _draw(work)


async def _draw(work: Work) -> Done | Parked:
    maker, brief = live().image, from_json(PictureBrief, work.params["brief"])
    if maker.paid and not work.remote_id:
        await work.intend(maker.name)
    made = await (maker.fetch(work.remote_id, work.folder) if work.remote_id else maker.draw(brief, work.folder))
    if isinstance(made, Ordered):
        await work.ordered(made.remote_id)
        return Parked(made.remote_id, made.seconds)
    return done_with(made, {"alt": brief.prompt, "width": brief.width, "height": brief.height}, "picture")


def done_with(made: Made, data: dict[str, Any], name: str) -> Done:
    """A result with one file and what it cost."""
    blob = Blob(name, made.path, made.media_type)
    return Done({**data, **made.facts}, (blob,), made.cost.usd, made.cost.provider, made.cost.model)


async def voice_scene(work: Work) -> Done:
    """The spoken lines of a scene in exactly its seconds, with the times of words and phonemes, and what is heard around them."""
    voice, seconds = live().voice, float(work.params["seconds"])
    if voice.paid:
        await work.intend(voice.name)
    lines = from_json(tuple[ScriptLine, ...], work.params["lines"])
    lexicon = work.params.get("lexicon", {})
    spoken = [to_speak(line, work.params["voices"], work.params["narrator"], lexicon) for line in lines]
    setting = from_json(Setting, work.params["setting"])
    sound, around = await asyncio.gather(
        fit_scene(spoken, seconds, voice, work.folder, kit=setting.kit),
        asyncio.to_thread(ambience.bed, setting.kit, setting.weather, setting.time, seconds, len(lines), work.folder),
    )
    data = {"seconds": sound.seconds, "speed": sound.speed, "rushed": sound.rushed, "lines": [_placed(line) for line in sound.lines]}
    return Done(data, (Blob("speech", sound.path, "audio/wav"), Blob("ambience", around, "audio/wav")), provider=voice.name)


def to_speak(line: ScriptLine, voices: Mapping[str, str], narrator: str, lexicon: Mapping[str, str]) -> LineToSpeak:
    """The line in the voice of who says it; `voices` by the speaker's id, `lexicon` as kept for the book."""
    voice = voices.get(line.speaker or "", narrator) if line.kind is LineKind.DIALOGUE else narrator
    narrated = line.kind is not LineKind.DIALOGUE
    return LineToSpeak(line.id, line.text, voice, line.manner, lexicon=used_in(lexicon, (line.text,)), narrated=narrated)


def _placed(line: PlacedLine) -> dict[str, Any]:
    def times(sounds: tuple[Timed, ...]) -> list[tuple[str, float, float]]:
        return [(sound.text, round(sound.start, 4), round(sound.end, 4)) for sound in sounds]

    return {"line": line.id, "start": line.start, "end": line.end, "words": times(line.words), "phonemes": times(line.phonemes)}


def spoken_lines(data: dict[str, Any]) -> tuple[SpokenLine, ...]:
    """The lines of a `scene_audio` result; times inside `speech` count from the line's own start."""
    return tuple(_spoken(line) for line in data["lines"])


def _spoken(line: dict[str, Any]) -> SpokenLine:
    start = line["start"]

    def own(times: list[list[Any]]) -> tuple[Timed, ...]:
        return tuple(Timed(text, first - start, last - start) for text, first, last in times)

    speech = Speech(Path(), line["end"] - start, 24000, own(line["words"]), own(line["phonemes"]))
    return SpokenLine(line["line"], speech, start)


async def compose_score(work: Work) -> Done:
    """The music of the whole film, following mood and tension from scene to scene."""
    cues = [score.Cue(**cue) for cue in work.params["cues"]]
    path = await asyncio.to_thread(score.compose, cues, float(work.params["seconds"]), int(work.params["seed"]), work.folder)
    return Done({"seconds": work.params["seconds"]}, (Blob("music", path, "audio/wav"),), provider="embedded", model="score")
