"""A clip of one's own becomes the one shot of its scene; its captions are in the picture only where they were wished there."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from litink_app.media.frames import frames
from litink_app.media.probe import probe
from litink_app.schemas.codec import to_json
from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Work
from litink_app.schemas.script import ScriptScene, Setting
from litink_app.schemas.shot import Caption
from litink_app.services import own_steps
from tests.media.material import lavfi

LINE = Caption(start=0.2, end=2.0, text="It was spring.")


def work(clip: Path, folder: Path, captions: str) -> Work:
    async def fetch(_key: str) -> Path:
        return clip

    async def progress(_share: float, **_patch: Any) -> None:
        return None

    params = {
        "scene": to_json(ScriptScene(1, "One", Setting("a garden", "garden"), (), (), (), 2.0, 0, 14)),
        "brief": to_json(PictureBrief(PictureKind.OWN, "Own clip", 320, 180)),
        "options": to_json(FilmOptions(captions=captions)),
        "key": "",
    }
    needs = {"encoder": {"encoder": "libx264"}}
    folder.mkdir()
    return cast("Work", SimpleNamespace(params=params, needs=needs, folder=folder, fetch=fetch, progress=progress, key="scene_video:1"))


@pytest.mark.parametrize(("captions", "seen"), [("soft", False), ("none", False), ("burnt", True)])
async def test_captions_are_in_the_picture_of_an_own_clip_only_where_they_are_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, captions: str, seen: bool
) -> None:
    clip = lavfi("color=black:s=320x180:r=30:d=1", tmp_path / "in.mp4", "-pix_fmt", "yuv420p")
    monkeypatch.setattr(own_steps, "captions_of", lambda _work: (LINE,))

    done = await own_steps.film_clip(work(clip, tmp_path / "step", captions))

    shot = done.blobs[0].path
    shown = [int(np.max(frame[: 320 * 180])) for frame in frames(shot)]
    assert len(shown) == 48 == getattr(probe(shot).picture, "frames", 0)
    assert (shown[24] > 150) is seen
