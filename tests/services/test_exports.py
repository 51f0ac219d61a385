"""Other forms of a film: made once, by the engine, for its owner."""

import tracemalloc
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from litink_app import events
from litink_app.errors import Conflict, NotFound, Refused
from litink_app.media.ffmpeg import MediaFailed
from litink_app.providers.storage import key_of, storage
from litink_app.repositories.sql import dumps
from litink_app.schemas.run import Graph, StepSpec
from litink_app.services import exports, film_exports, worker
from tests.media.material import lavfi
from tests.services import toys
from tests.services.sql import sql
from tests.services.test_production import film, filmed
from tests.services.toys import drain

ENDS = Graph((StepSpec("merge", "toy.draw"), StepSpec("upload_film", "toy.draw", needs=("merge",))))


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    toys.calls.clear()
    yield
    await events.close()


@pytest.fixture
async def owner_and_film(tmp_path: Path) -> tuple[UUID, str]:
    """A finished film of a second: what its last steps made is set by hand, its file is real."""
    film_id = await film(owner := uuid4())
    await filmed(owner, film_id, 1, ENDS)
    await drain()
    made = lavfi(
        "testsrc=d=1:s=64x48:r=24", tmp_path / "film.mp4", "-f", "lavfi", "-i", "sine=300:d=1", "-c:a", "aac", "-pix_fmt", "yuv420p"
    )
    key = key_of(made, ".mp4")
    await storage().put(made, key, "video/mp4")
    blob = {"key": key, "asset": str(uuid4())}
    await sql(
        "update step set result = cast(:made as jsonb) where key in ('merge', 'upload_film')",
        made=dumps({"blobs": dict.fromkeys(("film", "captions", "sheet", "subtitles"), blob)}),
    )
    return owner, film_id


async def view_of(owner: UUID, film_id: str, name: str):
    return next(one for one in await exports.offered(owner, film_id) if one.name == name)


async def test_what_the_film_has_already_is_offered_at_once_and_the_rest_once_it_is_asked_for(owner_and_film: tuple[UUID, str]) -> None:
    owner, film_id = owner_and_film
    before = {one.name: (one.status, bool(one.url)) for one in await exports.offered(owner, film_id)}

    await exports.make(owner, film_id, "webm")
    asked = await view_of(owner, film_id, "webm")
    await drain()

    ready = ("ready", True)
    assert before == dict.fromkeys(("mp4", "srt", "vtt", "sheet"), ready) | dict.fromkeys(
        ("webm", "gif", "m4b", "ass", "stems"), ("", False)
    )
    assert (asked.status, asked.url) == ("making", "")
    now = await view_of(owner, film_id, "webm")
    assert now.status == "ready" and "The%20Garden.webm" in now.url
    assert (await exports.file_key(owner, film_id, "webm")).endswith(".webm")


async def test_asking_twice_makes_once(owner_and_film: tuple[UUID, str]) -> None:
    owner, film_id = owner_and_film

    for _ in range(2):
        await exports.make(owner, film_id, "gif")
        await drain()
    await exports.make(owner, film_id, "mp4")

    assert await sql("select count(*) from run where kind = 'export'") == [(1,)]


async def test_a_stranger_finds_nothing_and_starts_nothing(owner_and_film: tuple[UUID, str]) -> None:
    _, film_id = owner_and_film

    for act in (exports.offered(uuid4(), film_id), exports.make(uuid4(), film_id, "gif"), exports.file_key(uuid4(), film_id, "mp4")):
        with pytest.raises(NotFound):
            await act

    assert await sql("select count(*) from run where kind = 'export'") == [(0,)]


async def test_a_failure_is_said_in_a_sentence_and_can_be_tried_again(
    owner_and_film: tuple[UUID, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, film_id = owner_and_film
    whole = film_exports.export

    async def fails(*_args: object, **_more: object) -> None:
        raise MediaFailed("The disk is full.")

    monkeypatch.setattr(film_exports, "export", fails)
    await exports.make(owner, film_id, "m4b")
    for _ in range(3):
        await sql("update step set due = now()")
        await worker.look("video")
    broken = await view_of(owner, film_id, "m4b")
    monkeypatch.setattr(film_exports, "export", whole)
    await exports.make(owner, film_id, "m4b")
    await drain()

    assert (broken.status, broken.message) == ("failed", "The disk is full.")
    assert (await view_of(owner, film_id, "m4b")).status == "ready"


async def test_an_unfinished_film_has_no_forms() -> None:
    film_id = await film(owner := uuid4())
    await filmed(owner, film_id, 1, ENDS)

    assert await exports.offered(owner, film_id) == []
    with pytest.raises(Conflict):
        await exports.make(owner, film_id, "gif")
    with pytest.raises(Refused, match="webm"):
        await exports.make(owner, film_id, "avi")


async def test_whoever_watches_sees_it_being_made_until_it_is(owner_and_film: tuple[UUID, str]) -> None:
    owner, film_id = owner_and_film
    await exports.make(owner, film_id, "gif")

    seen = list[str]()
    async for views in exports.watch(owner, film_id):
        seen.append(next(one.status for one in views if one.name == "gif"))
        await drain()

    assert seen == ["making", "ready"]


def test_stems_are_packed_piece_by_piece(tmp_path: Path) -> None:
    stem, out = tmp_path / "speech", tmp_path / "stems.zip"
    with stem.open("wb") as file:
        file.truncate(64 << 20)

    tracemalloc.start()
    vars(film_exports)["_packed"]({"speech.flac": stem}, out)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 8 << 20
    with zipfile.ZipFile(out) as pack:
        assert pack.testzip() is None and [(one.filename, one.file_size) for one in pack.infolist()] == [("speech.flac", 64 << 20)]
