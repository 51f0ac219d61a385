"""The handlers of a film's moving part: shots, mouths, title and credits."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from litink_app.config import Encoding, settings
from litink_app.media import captions as captioning
from litink_app.media import encoders
from litink_app.providers.live import live
from litink_app.providers.ports import Made, Ordered
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Blob, Done, Parked, Work
from litink_app.schemas.script import ScriptScene
from litink_app.schemas.shot import Caption, CaptionStyle, Shot, ShotKind, Transition
from litink_app.services.film_graph import ENCODER
from litink_app.services.film_steps import spoken_lines
from litink_app.studio.stagehand.album import picture_shot
from litink_app.studio.stagehand.direction import card_shot, plan_shots

SIDE_BY_SIDE = 2
"""Shots of a scene made at a time where they cost nothing: an edit that makes one scene anew is done sooner on an idle machine."""

Order = Callable[[Shot], Awaitable[Made | Ordered]]
Fetch = Callable[[str, Path], Awaitable[Made | Ordered]]


async def choose_encoder(work: Work) -> Done:
    """What encodes all shots of the film: as this machine says, which films them, or software where its chip failed before."""
    wanted = settings().encoder if work.params["chip"] else Encoding.SOFTWARE
    width, height = work.params["size"]
    return Done({"encoder": await encoders.choose(wanted, width, height, work.params["fps"])})


def encoder_of(work: Work) -> str:
    """What the shots that `work` films are encoded with, as all of the film."""
    return str(work.needs[ENCODER]["encoder"])


async def film_scene(work: Work) -> Done | Parked:
    """The shots of a scene. Those in which somebody speaks in view wait for their mouths, unless lip-sync starts from a clip."""
    lines, picture = captions_of(work), work.needs[f"scene_image:{work.key.partition(':')[2]}"]
    shots = _planned(work, lines, picture)
    still = await work.fetch(picture["blobs"]["picture"]["key"])
    video, wanted = live().video, [shot for shot in shots if not shot.mouths or live().lipsync.needs_clip]
    made = await _all(work, wanted, lambda shot: video.film(shot, still, work.folder), video.fetch, video.name, paid=video.paid)
    if isinstance(made, Parked):
        return made
    return _done(wanted, made, {"shots": to_json(shots), "captions": to_json(lines)})


def captions_of(work: Work) -> tuple[Caption, ...]:
    """The captions of the scene that `work` films, in its own time."""
    scene, brief = from_json(ScriptScene, work.params["scene"]), from_json(PictureBrief, work.params["brief"])
    colors = work.params.get("colors") or {actor.look.id: actor.look.accent for actor in brief.actors}
    room = captioning.line_room(brief.width, brief.height)
    spoken = spoken_lines(work.needs[f"scene_audio:{scene.number}"])
    style = from_json(FilmOptions, work.params["options"]).burnt or CaptionStyle.KARAOKE
    return tuple(captioning.captions_of(scene.lines, spoken, names=work.params["names"], colors=colors, line_chars=room, style=style))


def _planned(work: Work, lines: Sequence[Caption], picture: Mapping[str, Any]) -> tuple[Shot, ...]:
    scene, brief = from_json(ScriptScene, work.params["scene"]), from_json(PictureBrief, work.params["brief"])
    options = from_json(FilmOptions, work.params["options"])
    burn, fps = options.burnt is not None, options.fps
    ways = from_json(tuple[Transition, Transition], work.params.get("ways", (Transition.FADE, Transition.FADE)))
    if brief.kind is PictureKind.OWN:
        one = picture_shot(scene, brief, picture["size"], picture["focus"], fps=fps, captions=lines, burn_captions=burn, ways=ways)
        return (replace(one, encoder=encoder_of(work)),)
    spoken = spoken_lines(work.needs[f"scene_audio:{scene.number}"])
    shots = plan_shots(scene, spoken, brief, fps=fps, captions=lines, burn_captions=burn, ways=ways)
    return tuple(replace(shot, encoder=encoder_of(work)) for shot in shots)


async def sync_lips(work: Work) -> Done | Parked:
    """The shots of a scene in which somebody speaks in view, with moving mouths."""
    number = work.key.partition(":")[2]
    video = work.needs[f"scene_video:{number}"]
    shots = [shot for shot in from_json(tuple[Shot, ...], video["shots"]) if shot.mouths]
    still = await work.fetch(work.needs[f"scene_image:{number}"]["blobs"]["picture"]["key"])
    sound = await work.fetch(work.needs[f"scene_audio:{number}"]["blobs"]["speech"]["key"])
    lips = live().lipsync

    async def order(shot: Shot) -> Made | Ordered:
        clip = await work.fetch(video["blobs"][shot.id]["key"]) if lips.needs_clip else None
        return await lips.sync(shot, still, clip, sound, work.folder)

    made = await _all(work, shots, order, lips.fetch, lips.name, paid=lips.paid)
    return made if isinstance(made, Parked) else _done(shots, made, {})


async def film_still(work: Work) -> Done | Parked:
    """A title, a heading or the credits: the camera drifts over a picture."""
    brief = from_json(PictureBrief, work.params["brief"])
    kind = ShotKind.CREDITS if work.params["name"] == "credits" else ShotKind.TITLE
    options = from_json(FilmOptions, work.params["options"])
    shot = card_shot(brief, scene=0, seconds=float(work.params["seconds"]), fps=options.fps, kind=kind)
    shot = replace(shot, encoder=encoder_of(work))
    number = work.key.partition(":")[2]
    still = await work.fetch(work.needs[f"scene_image:{number}"]["blobs"]["picture"]["key"])
    video = live().video
    made = await _all(work, [shot], lambda one: video.film(one, still, work.folder), video.fetch, video.name, paid=video.paid)
    return made if isinstance(made, Parked) else _done([shot], made, {"shots": to_json((shot,))})


async def _all(work: Work, shots: Sequence[Shot], order: Order, fetch: Fetch, provider: str, *, paid: bool) -> list[Made] | Parked:
    """Every shot made, or parked on the jobs that were ordered: their ids by shot are stored after each order, before the next."""
    jobs: dict[str, str] = json.loads(work.remote_id) if work.remote_id else {}
    ready: list[str] = []

    async def one(shot: Shot) -> Made | Ordered:
        if paid and shot.id not in jobs:
            await work.intend(provider, part=shot.id)
        found = await (fetch(jobs[shot.id], work.folder) if shot.id in jobs else order(shot))
        if isinstance(found, Made):
            ready.append(shot.id)
            await work.progress(len(ready) / len(shots))
        elif jobs.get(shot.id) != found.remote_id:
            jobs[shot.id] = found.remote_id
            await work.ordered(json.dumps(jobs))
        return found

    found = await _side_by_side([partial(one, shot) for shot in shots], 1 if paid else SIDE_BY_SIDE)
    waits = [wait.seconds for wait in found if isinstance(wait, Ordered)]
    return Parked(json.dumps(jobs), min(waits)) if waits else [made for made in found if isinstance(made, Made)]


async def _side_by_side(orders: Sequence[Callable[[], Awaitable[Made | Ordered]]], most: int) -> list[Made | Ordered]:
    """The answers in the order asked, `most` at a time; where one fails the others are called off."""
    gate = asyncio.Semaphore(most)

    async def through(order: Callable[[], Awaitable[Made | Ordered]]) -> Made | Ordered:
        async with gate:
            return await order()

    tasks = [asyncio.ensure_future(through(order)) for order in orders]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _done(shots: Sequence[Shot], made: Sequence[Made], data: dict[str, object]) -> Done:
    blobs = tuple(Blob(shot.id, one.path, one.media_type) for shot, one in zip(shots, made, strict=True))
    usd = sum((one.cost.usd for one in made), Decimal(0))
    first = made[0].cost if made else None
    return Done(data, blobs, usd, first.provider if first else "", first.model if first else "")
