"""What people say in a film answers from the room of the scene; the narrator stays close."""

from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import numpy as np
import pytest

from litink_app.schemas.run import Done, Work
from litink_app.schemas.script import LineKind, ScriptLine, Setting
from litink_app.services import film_merge, film_steps
from litink_app.studio import wav
from tests.studio.test_fitting import Metronome


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
    clips = {}
    for kit in ("meadow", "cave"):
        made, _ = await spoken(tmp_path / kit, kit, LineKind.DIALOGUE)
        part = film_merge._Part(1, "One", 10.0, 4.0)
        clips[kit] = film_merge._lines(made.blobs[0].path, made.data["lines"], part, tmp_path / kit)[0]
        said = made.data["lines"][0]["end"] - made.data["lines"][0]["start"]
        assert clips[kit].start == 10.0 + made.data["lines"][0]["start"]

    assert clips["meadow"].seconds == pytest.approx(said, abs=0.001)
    assert said + 0.5 < (clips["cave"].seconds or 0) <= said + 1.2
    assert clips["cave"].fade_out > 0.5
