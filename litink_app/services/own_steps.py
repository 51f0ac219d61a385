"""The handlers for what a person brought: their picture, clip or music made fit for the film. The file was made anew in a cell before."""

import asyncio
from contextlib import closing

from litink_app.media.bed import music_bed
from litink_app.media.encode import encode_frames
from litink_app.media.frames import conformed
from litink_app.media.poster import poster
from litink_app.media.probe import probe
from litink_app.media.reframe import reframed
from litink_app.providers.embedded_video import codec_of
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Blob, Done, Work
from litink_app.schemas.script import ScriptScene
from litink_app.schemas.shot import Shot, ShotKind
from litink_app.services.film_render import captions_of, encoder_of
from litink_app.services.telling import told
from litink_app.studio.stagehand.takes import captioned

FILM_SECONDS = 880.0


async def frame_picture(work: Work) -> Done:
    """The picture as the camera takes it: over the whole frame, with what is left and right or above and below for its move."""
    brief = from_json(PictureBrief, work.params["brief"])
    made = await reframed(await work.fetch(work.params["key"]), brief.width, brief.height, work.folder / "picture.png")
    data = {"alt": "Your own picture", "width": made.width, "height": made.height, "size": [made.width, made.height], "focus": made.focus}
    return Done(data, (Blob("picture", made.path, "image/png"),), provider="embedded")


async def frame_clip(work: Work) -> Done:
    """A telling frame of the clip, for the sheet of scenes."""
    brief = from_json(PictureBrief, work.params["brief"])
    clip = await work.fetch(work.params["key"])
    shown = await poster(clip, work.folder / "frame.jpg")
    made = await reframed(shown, brief.width, brief.height, work.folder / "picture.png")
    seconds = (await asyncio.to_thread(probe, clip)).seconds
    data = {"alt": "Your own clip", "width": made.width, "height": made.height, "clip_seconds": seconds}
    return Done(data, (Blob("picture", made.path, "image/png"),), provider="embedded")


async def film_clip(work: Work) -> Done:
    """The clip as the one shot of its scene: cut to length or held on its last frame, without its sound, encoded once with its captions."""
    scene, brief = from_json(ScriptScene, work.params["scene"]), from_json(PictureBrief, work.params["brief"])
    lines = captions_of(work)
    options = from_json(FilmOptions, work.params["options"])
    burnt, fps = options.burnt is not None, options.fps
    shot = Shot(
        f"{scene.number}.0", scene.number, ShotKind.OWN, round(scene.seconds * fps), fps, brief, captions=lines, burn_captions=burnt,
        encoder=encoder_of(work),
    )  # fmt: skip
    out, clip = work.folder / "shot.mp4", await work.fetch(work.params["key"])
    async with told(work, shot.frames / fps) as progress:
        with closing(conformed(clip, brief.width, brief.height, fps, shot.frames, limit_seconds=FILM_SECONDS)) as plain:
            shown = captioned(shot, plain) if burnt else (frame.data for frame in plain)
            await encode_frames(shown, codec_of(shot), out, limit_seconds=FILM_SECONDS, progress=progress)
    return Done({"shots": to_json((shot,)), "captions": to_json(lines)}, (Blob(shot.id, out, "video/mp4"),), provider="embedded")


async def lay_music(work: Work) -> Done:
    """The person's music over the whole film; the merge ducks and fades it as it does the composed score."""
    path = await music_bed(await work.fetch(work.params["key"]), float(work.params["seconds"]), work.folder)
    return Done({"seconds": work.params["seconds"]}, (Blob("music", path, "audio/flac"),), provider="embedded")
