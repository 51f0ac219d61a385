"""What people say in a film answers from the room of the scene; the narrator stays close."""

from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import numpy as np
import pytest

from litink_app.schemas.codec import to_json
from litink_app.schemas.film import SoundClip, Stem
from litink_app.schemas.run import Done, Work
from litink_app.schemas.script import LineKind, ScriptLine, Setting
from litink_app.services import film_merge, film_steps
from litink_app.studio import wav
from tests.studio.test_fitting import Metronome
from tests.studio.test_stagehand_takes import shot


class Voice(Metronome):
    name, paid = "metronome", False


async def quietly(*_: Any, **__: Any) -> None:
    pass


def work(folder: Path, params: dict[str, Any], needs: dict[str, Any] | None = None) -> Work:
    async def fetch(key: str) -> Path:
        return Path(key)

    ids = (uuid4(), uuid4(), uuid4(), None)
    return Work(*ids, "scene_audio:1", params, needs or {}, 1, 1, folder, "key", None, quietly, quietly, quietly, fetch)


async def spoken(folder: Path, kit: str, kind: LineKind) -> tuple[Done, np.ndarray]:
    folder.mkdir()
    line = ScriptLine("a", kind, "ann" if kind is LineKind.DIALOGUE else None, "One two three.", 0, 14)
    setting = asdict(Setting("here", kit))
    params = {"seconds": 4.0, "lines": [asdict(line)], "voices": {"ann": "x"}, "narrator": "y", "setting": setting}
    made = await film_steps.voice_scene(work(folder, params))
    assert isinstance(made, Done)
    return made, wav.read(made.blobs[0].path)[0]


async def line_in_film(folder: Path, kit: str) -> tuple[SoundClip, float]:
    """The clip of the only line of a film, and the seconds in which it is said."""
    made, _ = await spoken(folder, kit, LineKind.DIALOGUE)
    audio = {**made.data, "blobs": {blob.name: {"key": str(blob.path)} for blob in made.blobs}}
    needs = {"score": {"blobs": {"music": {"key": str(folder / "none.wav")}}}, "scene_audio:1": audio}
    scene = {"number": 1, "title": "One", "seconds": 4.0, "setting": asdict(Setting("here", kit))}
    clips = await film_merge.sounds(work(folder, {"seconds": 4.0, "scenes": [scene]}, needs))
    said = made.data["lines"][0]
    return next(clip for clip in clips if clip.stem is Stem.SPEECH), said["end"] - said["start"]


@pytest.fixture(autouse=True)
def _voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_steps, "live", lambda: SimpleNamespace(voice=Voice()))


async def test_a_cave_answers_who_speaks_in_it_but_not_the_narrator(tmp_path: Path) -> None:
    outside = await spoken(tmp_path / "a", "meadow", LineKind.DIALOGUE)
    narrated = await spoken(tmp_path / "b", "cave", LineKind.NARRATION)
    inside = await spoken(tmp_path / "c", "cave", LineKind.DIALOGUE)

    assert np.array_equal(outside[1], narrated[1])
    end = round(inside[0].data["lines"][0]["end"] * 24_000)
    assert np.abs(inside[1][end + 2400 : end + 9600]).max() > 0.005
    assert not outside[1][end + 2400 : end + 9600].any()


async def test_the_answer_of_a_room_is_heard_to_its_end_and_silence_is_not_laid(tmp_path: Path) -> None:
    outside, said = await line_in_film(tmp_path / "a", "meadow")
    inside, again = await line_in_film(tmp_path / "b", "cave")

    assert said == again
    assert outside.seconds == pytest.approx(said, abs=0.001)
    assert inside.seconds
    assert said + 0.5 < inside.seconds < said + 1.201
    assert inside.fade_out == pytest.approx(inside.seconds - said, abs=0.001)


async def test_what_follows_the_heading_of_a_chapter_sounds_so_much_later(tmp_path: Path) -> None:
    made, _ = await spoken(tmp_path / "a", "meadow", LineKind.DIALOGUE)
    audio = {**made.data, "blobs": {blob.name: {"key": str(blob.path)} for blob in made.blobs}}
    needs = {"score": {"blobs": {"music": {"key": str(tmp_path / "none.wav")}}}, "scene_audio:1": audio}
    card = {"shots": to_json([shot(48, fps=24)]), "blobs": {}}
    scene = {"number": 1, "title": "One", "seconds": 4.0, "setting": asdict(Setting("here", "meadow")), "chapter": "The Bell"}

    early, late = [
        next(clip for clip in await film_merge.sounds(work(tmp_path / "a", {"seconds": 6.0, "scenes": [scene]}, found)) if clip.line)
        for found in (needs, {**needs, "still:chapter-1": card})
    ]

    assert late.start - early.start == pytest.approx(2.0)
