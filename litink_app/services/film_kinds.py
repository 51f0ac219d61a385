"""The kinds of a film's steps. What they do is imported when a worker does it: the pages lay out graphs and need no studio for that.

A version goes up with what its handler makes, also where the studio below it changed: else one film shows old pictures beside new ones.
"""

from collections.abc import Awaitable, Callable
from importlib import import_module

from litink_app.schemas.run import Done, Handler, Parked, Queue, Work
from litink_app.services.steps import step


def _from(module: str, name: str) -> Handler:
    async def handler(work: Work) -> Done | Parked:
        act: Callable[[Work], Awaitable[Done | Parked]] = getattr(import_module(f"litink_app.services.{module}"), name)
        return await act(work)

    handler.__qualname__ = f"{module}.{name}"
    return handler


step("script", queue=Queue.PLOT, version=6, seconds=3.0, scope="subject")(_from("film_steps", "make_script"))
step("parse_scenes", queue=Queue.PLOT, version=4, seconds=0.5)(_from("film_steps", "parse_scenes"))
step("animatic", queue=Queue.PLOT, version=4, seconds=5.0, limit=900.0)(_from("animatic", "make_animatic"))
step("character_image", queue=Queue.IMAGE, version=4, seconds=2.0)(_from("film_steps", "draw_character"))
step("scene_image", queue=Queue.IMAGE, version=5, seconds=3.0)(_from("film_steps", "draw_scene"))
step("scene_audio", queue=Queue.AUDIO, version=3, seconds=8.0)(_from("film_steps", "voice_scene"))
step("score", queue=Queue.AUDIO, version=2, seconds=10.0)(_from("film_steps", "compose_score"))
step("encoder", queue=Queue.VIDEO, seconds=0.5, limit=300.0, scope="run")(_from("film_render", "choose_encoder"))
step("scene_video", queue=Queue.VIDEO, version=7, seconds=12.0, limit=1800.0)(_from("film_render", "film_scene"))
step("lipsync", queue=Queue.LIPSYNC, version=7, seconds=12.0, limit=1800.0)(_from("film_render", "sync_lips"))
step("still", queue=Queue.VIDEO, version=5, seconds=4.0)(_from("film_render", "film_still"))
step("own_picture", queue=Queue.IMAGE, seconds=1.0)(_from("own_steps", "frame_picture"))
step("own_frame", queue=Queue.IMAGE, version=2, seconds=1.0)(_from("own_steps", "frame_clip"))
step("own_clip", queue=Queue.VIDEO, version=4, seconds=6.0, limit=900.0)(_from("own_steps", "film_clip"))
step("own_music", queue=Queue.AUDIO, seconds=3.0)(_from("own_steps", "lay_music"))
step("merge", queue=Queue.MERGE, version=3, seconds=10.0, limit=1800.0)(_from("film_merge", "merge"))
step("upload_film", queue=Queue.MERGE, version=3, seconds=3.0)(_from("film_merge", "upload_film"))
step("export", queue=Queue.VIDEO, seconds=20.0, limit=3000.0)(_from("film_exports", "make_export"))
