"""The shots of a scene: side by side where they cost nothing, one by one where they do."""

import asyncio
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from litink_app.errors import ProviderBroken
from litink_app.providers.ports import Cost, Made, Ordered
from litink_app.schemas.codec import to_json
from litink_app.schemas.run import Done, Parked, Work
from litink_app.schemas.shot import Shot
from litink_app.services import film_render
from tests.services.test_film_sound import work
from tests.studio.test_stagehand_takes import SPEECH, shot

SHOTS = tuple(replace(shot(), id=f"1.{number}", mouths=(SPEECH,)) for number in range(4))


@dataclass
class Lips:
    """Lip-sync that takes a moment a shot, later ones less; it notes what happens and breaks at the shot `broken`."""

    paid: bool = False
    remote: bool = False
    broken: str = ""
    log: list[str] = field(default_factory=list)
    busy: int = 0
    most: int = 0
    name: str = "lips"
    needs_clip: bool = False

    async def sync(self, wanted: Shot, still: Path, clip: Path | None, sound: Path, folder: Path) -> Made | Ordered:
        self.busy += 1
        self.most = max(self.most, self.busy)
        await asyncio.sleep(0.04 - 0.01 * int(wanted.id[-1]))
        self.busy -= 1
        if wanted.id == self.broken:
            raise ProviderBroken("No.")
        self.log.append(f"made {wanted.id}")
        return Ordered(f"job {wanted.id}", 2.0) if self.remote else self._made(wanted.id)

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered:
        return self._made(remote_id.removeprefix("job "))

    def _made(self, name: str) -> Made:
        return Made(Path(name), "video/mp4", Cost("test", "lips"))


async def synced(lips: Lips, monkeypatch: pytest.MonkeyPatch, folder: Path, remote_id: str | None = None) -> Done | Parked:
    monkeypatch.setattr(film_render, "live", lambda: SimpleNamespace(lipsync=lips))
    blob = {"blobs": {"picture": {"key": "p"}, "speech": {"key": "s"}}}
    needs: dict[str, Any] = {"scene_video:1": {"shots": to_json(SHOTS), "blobs": {}}, "scene_image:1": blob, "scene_audio:1": blob}

    async def intend(provider: str, part: str = "") -> None:
        lips.log.append(f"intend {part}")

    async def ordered(remote: str) -> None:
        lips.log.append(f"stored {len(json.loads(remote))}")

    given: Work = replace(work(folder, {}, needs), key="lipsync:1", remote_id=remote_id, intend=intend, ordered=ordered)
    return await film_render.sync_lips(given)


async def test_two_shots_are_made_at_a_time_and_keep_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lips = Lips()

    done = await synced(lips, monkeypatch, tmp_path)

    assert isinstance(done, Done)
    assert [(blob.name, str(blob.path)) for blob in done.blobs] == [(one.id, one.id) for one in SHOTS]
    assert lips.most == 2


async def test_what_costs_is_ordered_one_by_one_each_after_its_intent_and_stored_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lips = Lips(paid=True, remote=True)

    parked = await synced(lips, monkeypatch, tmp_path)

    assert isinstance(parked, Parked)
    assert lips.log == [word for n in range(4) for word in (f"intend 1.{n}", f"made 1.{n}", f"stored {n + 1}")]
    done = await synced(lips, monkeypatch, tmp_path, parked.remote_id)
    assert isinstance(done, Done) and len(done.blobs) == 4
    assert len(lips.log) == 12


async def test_where_one_shot_breaks_the_others_are_called_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lips = Lips(broken="1.1")

    with pytest.raises(ProviderBroken):
        await synced(lips, monkeypatch, tmp_path)
    await asyncio.sleep(0.1)

    assert not {"made 1.2", "made 1.3"} & set(lips.log)
