"""The step graph of a film (stages of the architecture's diagram 4.3), laid out in two moves: up to the script, then scene by scene.

A scene goes on as soon as its own inputs are there; only the merge waits for all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.own_media import MUSIC
from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind, PictureStyle
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Graph, StepSpec
from litink_app.schemas.script import LineKind, Script, ScriptScene
from litink_app.schemas.shot import Transition
from litink_app.services.film_cards import Card, cards, length, starts
from litink_app.services.lexicon import used_in
from litink_app.studio.screenwriter import blocked
from litink_app.studio.screenwriter.leads import leads
from litink_app.studio.stagehand.transitions import ways

SCENE_GUESS = 11.0
ENCODER = "encoder"
"""The step that says, where shots are filmed, what encodes all those of the film."""
Own = Mapping[str, Mapping[str, str]]
"""What a person brought, by number of the scene ("0" is the music): kind, key and name of the file."""
STAGES = (
    ("script", "Script", ("plot", "script", "parse_scenes")),
    ("animatic", "Quick look", ("animatic",)),
    ("characters", "Characters", ("character_image",)),
    ("pictures", "Pictures", ("scene_image", "own_picture", "own_frame")),
    ("voices", "Voices", ("scene_audio", "score", "own_music")),
    ("shots", "Shots", ("encoder", "scene_video", "own_clip", "still")),
    ("lipsync", "Lip-sync", ("lipsync",)),
    ("merge", "Merge", ("merge", "upload_film")),
)


@dataclass(frozen=True, slots=True)
class Casting:
    """Voices and looks by character id, the narrator's voice, and the language that all speak."""

    voices: dict[str, str]
    looks: dict[str, Look]
    narrator: str
    language: str = "en"


def opening(
    book: str,
    digest: str,
    chapters: Sequence[str],
    seconds: int,
    options: FilmOptions,
    given: dict[str, Any] | None,
    lexicon: Mapping[str, str] | None = None,
    own: Own | None = None,
    *,
    animatic: bool = False,
) -> Graph:
    """Plot, script and the step that lays out the scenes; `given` is a script that a person has changed, `lexicon` the book's.

    With `animatic` a quick look is what it ends in, instead of the scenes.
    """
    written = to_json(replace(options, chip=True))  # what encodes a film is nothing to its words
    layout = {"options": to_json(options), "lexicon": dict(lexicon or {}), **({"own": own} if own else {})}
    order = {"book": book, "digest": digest, "chapters": list(chapters), "seconds": seconds, "options": written, "given": given}
    last = "animatic" if animatic else "parse_scenes"
    return Graph(
        (
            StepSpec("plot", "plot", {"book": book, "digest": digest}),
            StepSpec("script", "script", order, ("plot",)),
            StepSpec(last, last, layout, ("script",)),
        )
    )


def scenes(
    script: Script,
    casting: Casting,
    options: FilmOptions,
    lexicon: Mapping[str, str] | None = None,
    thanks: Sequence[str] = (),
    own: Own | None = None,
) -> Graph:
    """Everything after the script; `thanks` are the last lines of the credits."""
    own = own or {}
    seen = {who for scene in script.scenes for who in scene.present if who in casting.looks}
    steps = [_encoder(options), *(_character(casting.looks[who], options) for who in sorted(seen))]
    shown = cards(script, options, thanks)
    clips = {int(number) for number, file in own.items() if file["kind"] == "clip"}
    passed = ways(script.scenes, plain=clips, credits=any(card.name == "credits" for card in shown))
    steps += [spec for card in shown for spec in _card(card, options)]
    for scene in script.scenes:
        steps += _scene(scene, casting, options, lexicon or {}, own.get(str(scene.number)), passed[scene.number])
    made = tuple(spec.key for spec in steps if spec.kind in ("scene_audio", "scene_video", "own_clip", "lipsync", "still"))
    steps.append(_own_music(script, options, own[str(MUSIC)]) if str(MUSIC) in own else _score(script, options))
    steps.append(StepSpec("merge", "merge", _merge_params(script, options, own) | _tongue(casting), (*made, "score")))
    steps.append(StepSpec("upload_film", "upload_film", {"title": script.title}, ("merge",)))
    return Graph(tuple(steps))


def foreseen(seconds: int, options: FilmOptions) -> Graph:
    """A graph of the size that a film of `seconds` will have, for quotes before its script is known."""
    count = max(1, round(seconds / SCENE_GUESS))
    blank = [
        StepSpec(f"{kind}:{n}", kind, scene=n)
        for n in range(1, count + 1)
        for kind in ("scene_image", "scene_audio", "scene_video", "lipsync")
    ]
    cast = [StepSpec(f"character_image:{n}", "character_image") for n in range(4)]
    rest = [StepSpec(kind, kind) for kind in ("plot", "script", "parse_scenes", ENCODER, "score", "merge", "upload_film")]
    return Graph((*rest, *cast, *blank))


def speaks_in_view(scene: ScriptScene) -> bool:
    return any(line.kind is LineKind.DIALOGUE and line.speaker in scene.present for line in scene.lines)


def _encoder(options: FilmOptions) -> StepSpec:
    """Needs nothing, so that it is decided while pictures are drawn and voices speak."""
    return StepSpec(ENCODER, ENCODER, {"size": list(options.size), "fps": options.fps, "chip": options.chip})


def _character(look: Look, options: FilmOptions) -> StepSpec:
    return StepSpec(f"character_image:{look.id}", "character_image", {"brief": to_json(portrait_of(look, options.picture_style))})


def portrait_of(look: Look, style: PictureStyle = PictureStyle.PAPER_THEATRE) -> PictureBrief:
    """Somebody's face, the same for the cast of a book as for a film."""
    return PictureBrief(PictureKind.PORTRAIT, f"Portrait of {look.name}", 640, 640, actors=(Actor(look),), style=style, seed=look.seed)


def _scene(
    scene: ScriptScene,
    casting: Casting,
    options: FilmOptions,
    lexicon: Mapping[str, str],
    own: Mapping[str, str] | None,
    passed: tuple[Transition, Transition],
) -> list[StepSpec]:
    number, looks = scene.number, [casting.looks[who] for who in scene.present if who in casting.looks]
    brief = picture_of(scene, looks, options)
    voices = {who: casting.voices[who] for who in sorted({line.speaker for line in scene.lines if line.speaker}) if who in casting.voices}
    portraits = tuple(f"character_image:{look.id}" for look in looks)
    sound = {
        "lines": to_json(scene.lines),
        "voices": voices,
        "narrator": casting.narrator,
        "seconds": scene.seconds,
        "setting": to_json(scene.setting),
        "lexicon": used_in(lexicon, (line.text for line in scene.lines)),
    }
    motion = {
        "scene": to_json(scene),
        "brief": to_json(brief),
        "options": to_json(options),
        "names": {look.id: look.name for look in looks},
        "ways": to_json(passed),
    }
    heard = (f"scene_image:{number}", f"scene_audio:{number}")
    needs = (*heard, ENCODER)
    spoken = StepSpec(f"scene_audio:{number}", "scene_audio", sound, (), number)
    if own:
        return [spoken, *_own_pictures(number, own, motion, brief, needs)]
    steps = [
        StepSpec(f"scene_image:{number}", "scene_image", {"brief": to_json(brief)}, portraits, number),
        spoken,
        StepSpec(f"scene_video:{number}", "scene_video", motion, needs, number),
    ]
    if speaks_in_view(scene):
        steps.append(StepSpec(f"lipsync:{number}", "lipsync", {}, (*heard, f"scene_video:{number}"), number))
    return steps


def _own_pictures(
    number: int, own: Mapping[str, str], motion: Mapping[str, Any], drawn: PictureBrief, needs: tuple[str, ...]
) -> list[StepSpec]:
    """What is seen of a scene that shows a person's own picture or clip: nobody is drawn, so no mouths move."""
    brief = PictureBrief(PictureKind.OWN, f"Own {own['kind']}", drawn.width, drawn.height, style=drawn.style, seed=drawn.seed)
    shown, file = {"brief": to_json(brief)}, {"key": own["key"]}
    colors = {actor.look.id: actor.look.accent for actor in drawn.actors}
    image, video = ("own_picture", "scene_video") if own["kind"] == "picture" else ("own_frame", "own_clip")
    return [
        StepSpec(f"scene_image:{number}", image, {**shown, **file}, (), number),
        StepSpec(
            f"scene_video:{number}", video, {**motion, **shown, "colors": colors, **(file if video == "own_clip" else {})}, needs, number
        ),
    ]


def picture_of(scene: ScriptScene, looks: Sequence[Look], options: FilmOptions) -> PictureBrief:
    """The establishing picture of a scene: who is in it, side by side, turned to each other."""
    width, height = options.size
    actors = blocked(scene, looks)
    names = " and ".join(look.name for look in looks) or "nobody"
    prompt = (
        scene.title
        if scene.figure
        else f"{names}, {scene.setting.place or scene.setting.kit.replace('_', ' ')}, {scene.setting.time}, {scene.setting.mood}"
    )
    return PictureBrief(
        PictureKind.DIAGRAM if scene.figure else PictureKind.SCENE,
        prompt,
        width,
        height,
        scene.setting,
        actors,
        scene.props,
        title=scene.title if scene.figure else "",
        style=options.picture_style,
        seed=options.seed + scene.number,
        notes=scene.figure,
    )


def _card(card: Card, options: FilmOptions) -> list[StepSpec]:
    brief = to_json(card.brief)
    params = {"brief": brief, "seconds": card.seconds, "name": card.name, "options": to_json(options)}
    return [
        StepSpec(f"scene_image:{card.key}", "scene_image", {"brief": brief}, (), card.scene),
        StepSpec(f"still:{card.key}", "still", params, (f"scene_image:{card.key}", ENCODER), card.scene),
    ]


def _score(script: Script, options: FilmOptions) -> StepSpec:
    """The music's cues; the tune of a main character belongs to the name in the book."""
    led = leads(script)
    cues = [
        {
            "start": at,
            "end": at + scene.seconds,
            "mood": scene.setting.mood,
            "tension": scene.tension,
            "kit": scene.setting.kit,
            "theme": f"{script.title}: {led[scene.number]}" if led[scene.number] else "",
        }
        for scene, at in zip(script.scenes, starts(script, options.fps), strict=True)
    ]
    return StepSpec("score", "score", {"cues": cues, "seconds": length(script, options.fps), "seed": options.seed})


def _own_music(script: Script, options: FilmOptions, own: Mapping[str, str]) -> StepSpec:
    return StepSpec("score", "own_music", {"key": own["key"], "seconds": length(script, options.fps)})


def _merge_params(script: Script, options: FilmOptions, own: Own) -> dict[str, Any]:
    chapters = [
        {
            "number": scene.number,
            "title": scene.title,
            "seconds": scene.seconds,
            "setting": to_json(scene.setting),
            "figure": bool(scene.figure),
            "chapter": scene.chapter,
        }
        for scene in script.scenes
    ]
    told = {
        "title": script.title,
        "author": script.author,
        "seconds": length(script, options.fps),
        "scenes": chapters,
        "options": to_json(options),
    }
    return {**told, "own": sorted({each["kind"] for each in own.values()})} if own else told


def _tongue(casting: Casting) -> dict[str, str]:
    return {"language": casting.language} if casting.language != "en" else {}


def casting_of(made: dict[str, Any]) -> Casting:
    """The casting that the plot step made."""
    cast = made["cast"]
    voices, looks = {who: one["voice"] for who, one in cast.items()}, {who: from_json(Look, one["look"]) for who, one in cast.items()}
    return Casting(voices, looks, made["narrator"], made.get("language", "en"))
