"""A production as pages see it: put together from its row and the steps of its run, nothing stored twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from litink_app.models.production import Production
from litink_app.schemas.codec import from_json
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import RunStatus, RunView, StepView
from litink_app.schemas.script import Script, ScriptScene
from litink_app.schemas.shot import SOFTWARE
from litink_app.schemas.views import ANIMATIC, FilmCard, LineView, ProductionView, SceneView, StageView
from litink_app.services import media_links
from litink_app.services.film_cards import starts
from litink_app.services.film_graph import ENCODER, STAGES

_ENCODED = ("scene_video", "own_clip", "lipsync", "still")
_OWN = {"own_picture": "picture", "own_frame": "clip"}
NARRATOR_COLOR = "#f3e9d6"


def file_name(production: Production) -> str:
    """What a film is called when it is kept: the book and what of it was filmed."""
    return " – ".join(dict.fromkeys(name for name in (production.book_title, production.title) if name)) or "film"


def asset_url(data: Mapping[str, Any] | None, name: str, *, download: str = "") -> str:
    """The signed address of a blob of a step's result, "" where there is none."""
    blob = ((data or {}).get("blobs") or {}).get(name)
    return media_links.address(blob["asset"], download=download) if blob else ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What takes before the last one left: the `film` of the newest, and the seconds in which the first film was made (0: none was)."""

    film: Mapping[str, Any] | None = None
    seconds: float = 0.0


def production_view(production: Production, run: RunView, earlier: Earlier = Earlier()) -> ProductionView:
    """The whole view; scenes are there as soon as the script is. Until the film is made, that of an `earlier` take is shown."""
    steps = {step.key: step for step in run.steps}
    made = steps["upload_film"].data if "upload_film" in steps and steps["upload_film"].status == "done" else None
    film, animatic = made or earlier.film, steps.get("animatic")
    return ProductionView(
        id=str(production.id),
        book_id=str(production.book_id or ""),
        book_title=production.book_title,
        title=production.title,
        style=str(production.options.get("style", "")),
        aspect=str(production.options.get("aspect", "")),
        seconds=production.seconds,
        status=ANIMATIC if animatic and run.status == RunStatus.DONE else run.status,
        percent=run.percent,
        elapsed=run.elapsed,
        seconds_left=run.seconds_left,
        message=run.error,
        run_id=run.id,
        stages=_stages(run.steps),
        scenes=_scenes(steps, from_json(FilmOptions, production.options).fps),
        film_url=asset_url(film, "film"),
        poster_url=asset_url(film, "poster"),
        captions_url=asset_url(film, "captions"),
        download_url=asset_url(film, "film", download=file_name(production)),
        created=_date(production.created),
        cost=f"${Decimal(run.paid):.2f}" if Decimal(run.paid) else "",
        outdated=film is not None and made is None,
        made_in=(earlier.seconds or run.elapsed) if made else 0.0,
        changed_in=run.elapsed if made and earlier.seconds else 0.0,
        animatic_url=asset_url(animatic.data, "animatic") if animatic and animatic.status == "done" else "",
        faults=[str(fault) for fault in (film or {}).get("faults", ())],
        own_music="score" in steps and steps["score"].kind == "own_music",
    )


def film_card(production: Production, state: Mapping[str, Any] | None) -> FilmCard:
    """A film on a shelf; while it is being made its first picture stands for the poster. `faults` is what is outside its limits."""
    status = (ANIMATIC if state["animatic"] and state["status"] == RunStatus.DONE else state["status"]) if state else "queued"
    poster = asset_url(state["film"], "poster") or asset_url(state["picture"], "picture") if state else ""
    faults = " ".join((state["film"] or {}).get("faults", ())) if state else ""
    percent = 100 if status in ("done", ANIMATIC) else min(99, state["percent"]) if state else 0
    return FilmCard(
        str(production.id),
        str(production.book_id or ""),
        production.book_title,
        production.title,
        production.seconds,
        status,
        percent,
        poster,
        _date(production.created),
        faults,
        _about(production),
    )


def _about(production: Production) -> str:
    count = len(production.chapters)
    minutes, seconds = divmod(production.seconds, 60)
    parts = (
        f"{count} chapter{'s' * (count > 1)}" if count else "",
        f"{minutes}:{seconds:02}",
        str(production.options.get("aspect", "")),
        _date(production.created),
    )
    return " · ".join(part for part in parts if part)


def script_of(steps: Mapping[str, StepView]) -> Script | None:
    made = steps.get("script")
    return from_json(Script, made.data["script"]) if made and made.status == "done" else None


def chip_failed(run: RunView) -> bool:
    """Whether a film stopped at a shot that a graphics chip was to encode."""
    chosen = next((step for step in run.steps if step.key == ENCODER and step.status == "done"), None)
    chip = chosen is not None and chosen.data["encoder"] != SOFTWARE
    return chip and any(step.status == "dead" and step.kind in _ENCODED for step in run.steps)


def _date(at: datetime | None) -> str:
    return f"{at:%-d %B %Y}" if at else ""


def _stages(steps: Sequence[StepView]) -> list[StageView]:
    found: list[StageView] = []
    animatic = any(step.kind == "animatic" for step in steps)
    for key, label, kinds in STAGES:
        own = [step for step in steps if step.kind in kinds]
        if animatic != (key == "animatic") and key != "script":
            continue
        done = sum(step.status == "done" for step in own)
        found.append(StageView(key, label, done, len(own), _stage_status(own, done)))
    return found


def _stage_status(own: Sequence[StepView], done: int) -> str:
    states = {step.status for step in own}
    if own and done == len(own):
        return "done"
    if "dead" in states:
        return "failed"
    if states & {"leased", "parked"}:
        return "working"
    return "cancelled" if "cancelled" in states else "working" if done else "waiting"


def _scenes(steps: Mapping[str, StepView], fps: int) -> list[SceneView]:
    script = script_of(steps)
    if script is None:
        return []
    cast = steps["script"].data.get("cast", {})
    names = {who: str(one["name"]) for who, one in cast.items()}
    colors = {who: str(one["accent"]) for who, one in cast.items()}
    return [_scene(scene, at, steps, names, colors) for scene, at in zip(script.scenes, starts(script, fps), strict=True)]


def _scene(
    scene: ScriptScene, start: float, steps: Mapping[str, StepView], names: Mapping[str, str], colors: Mapping[str, str]
) -> SceneView:
    own = {kind: steps.get(f"{kind}:{scene.number}") for kind in ("scene_image", "scene_audio", "scene_video", "lipsync")}
    lines = [
        LineView(
            id=line.id,
            kind=line.kind,
            speaker=names.get(line.speaker or "", "Narrator"),
            color=colors.get(line.speaker or "", NARRATOR_COLOR),
            text=line.text,
            start=line.start,
            end=line.end,
            verbatim=line.verbatim,
        )
        for line in scene.lines
    ]
    picture, sound = (_data(own[kind]) for kind in ("scene_image", "scene_audio"))
    return SceneView(
        number=scene.number,
        title=scene.title,
        place=_place(scene),
        mood=scene.setting.mood,
        start=start,
        seconds=round(scene.seconds, 1),
        lines=lines,
        status=_scene_status(own),
        picture_url=asset_url(picture, "picture") or asset_url(_data(steps.get("animatic")), f"scene-{scene.number}"),
        sound_url=asset_url(sound, "speech"),
        own=_OWN.get(own["scene_image"].kind, "") if own["scene_image"] else "",
        held=held(float((_data(own["scene_image"]) or {}).get("clip_seconds", 0.0)), scene.seconds),
    )


def held(clip: float, scene: float) -> str:
    """How long a clip moves where it is shorter than its scene, "" where it is not, or where there is none."""
    return f"{clip:.0f} s of {scene:.0f} s, then it stands still" if 0 < clip < scene - 0.5 else ""


def _place(scene: ScriptScene) -> str:
    """Where it plays, unless its title says so already."""
    place = scene.setting.place or scene.setting.kit.replace("_", " ")
    return "" if place.casefold() in scene.title.casefold() else place


def _data(step: StepView | None) -> dict[str, Any] | None:
    return step.data if step else None


def _scene_status(own: Mapping[str, StepView | None]) -> str:
    there = [step for step in own.values() if step]
    if any(step.status == "dead" for step in there):
        return "failed"
    if there and all(step.status == "done" for step in there):
        return "done"
    for kind, word in (("lipsync", "filming"), ("scene_video", "filming"), ("scene_audio", "voicing"), ("scene_image", "drawing")):
        step = own[kind]
        if step and step.status in ("leased", "parked"):
            return word
    return "waiting"
