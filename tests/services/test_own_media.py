"""What a person brings for a film: looked at, kept as theirs, put in its place, taken back; only what depends on it is made anew."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from PIL import Image

from litink_app import db
from litink_app.errors import Conflict, NotFound, Refused, TooMuch
from litink_app.schemas.own_media import MUSIC
from litink_app.schemas.run import Graph, StepSpec
from litink_app.services import (
    claims,
    engine,
    intake,
    library,
    own_intake,
    own_media,
    own_room,
    production,
    runs,
    subscriptions,
    sweeper,
    uploads,
    worker,
)
from litink_app.tiers import SELF_HOSTED
from tests.media.material import lavfi, tone
from tests.services.sql import sql
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain

WISHES: dict[str, Any] = {"style": "narration", "seconds": 30, "aspect": "16:9", "height": 480}
PLAYLIST = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n"


@pytest.fixture(autouse=True)
def _understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", quietly)


@pytest.fixture
async def film(database: str) -> tuple[UUID, str]:
    """An owner, and their film: its scenes laid out and nothing of them made, at rest."""
    owner = await someone()
    book_id = await bring(owner)
    await drain()
    chapters = [(await library.book(owner, book_id)).chapters[0].id]
    film_id = await production.create(owner, book_id, chapters, key=uuid4().hex, **WISHES)
    await laid_out()
    await production.cancel(owner, film_id)
    return owner, film_id


async def laid_out() -> None:
    while await worker.look("plot"):
        pass


async def laid_in(owner: UUID, film_id: str, path: Path, scene: int) -> None:
    """The file sent, prepared and put in its place, from which the film's next take begins."""
    await own_media.finish(owner, film_id, await sent(owner, film_id, path), scene)
    await prepared()


async def prepared() -> None:
    await worker.look("video")
    await worker.look("plot")


async def kinds(film_id: str, scene: int) -> set[str]:
    """The steps of a scene in the film's last take."""
    found = await sql(
        "select s.kind from step s join production p on p.run_id = s.run_id where p.id = :film and s.scene = :scene",
        film=UUID(film_id),
        scene=scene,
    )
    return {kind for (kind,) in found}


async def sent(owner: UUID, film_id: str, path: Path) -> str:
    upload = await own_media.begin(owner, film_id, path.name, path.stat().st_size)
    await uploads.add_chunk(owner, upload, 0, path.read_bytes())
    return upload


def picture(folder: Path, color: str = "teal", size: tuple[int, int] = (400, 300)) -> Path:
    Image.new("RGB", size, color).save(folder / f"{color}.jpg")
    return folder / f"{color}.jpg"


async def test_a_picture_takes_the_place_of_what_is_drawn_and_is_taken_back(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    before, others = await kinds(film_id, 1), await kinds(film_id, 2)

    await laid_in(owner, film_id, picture(tmp_path), 1)
    await laid_out()
    own, view = await kinds(film_id, 1), await production.view(owner, film_id)
    given = await own_media.given(owner, film_id)
    await production.cancel(owner, film_id)
    await own_media.take_back(owner, film_id, 1)
    await laid_out()

    assert own == {"own_picture", "scene_audio", "scene_video"} != before
    assert [(one.scene, one.kind, one.name) for one in given] == [(1, "picture", "teal.jpg")]
    assert view.scenes[0].own == "picture"
    assert (await kinds(film_id, 1), await kinds(film_id, 2)) == (before, others)
    assert await sql("select count(*) from asset where media_type = 'image/png' and run_id is null and name = 'teal.jpg'") == [(0,)]


async def test_a_clip_and_music_take_their_places(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    clip = lavfi("testsrc=s=320x240:d=1", tmp_path / "in.mp4", "-pix_fmt", "yuv420p")

    await laid_in(owner, film_id, clip, 1)
    await production.cancel(owner, film_id)
    await laid_in(owner, film_id, tone(tmp_path / "in.wav", 3.0), MUSIC)
    await laid_out()

    assert {"own_frame", "own_clip"} <= await kinds(film_id, 1)
    assert (await production.view(owner, film_id)).own_music
    assert await sql("select a.media_type from film_media m join asset a on a.id = m.asset_id where a.owner_id = :o order by m.scene", o=owner) == [
        ("audio/flac",),
        ("video/mp4",),
    ]  # fmt: skip


async def test_another_picture_replaces_the_first_and_all_go_with_the_film(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    for color in ("teal", "maroon"):
        await laid_in(owner, film_id, picture(tmp_path, color), 1)
        await production.cancel(owner, film_id)

    kept = [one.name for one in await own_media.given(owner, film_id)]
    of_theirs = await sql("select count(*) from asset where name like '%.jpg'")
    await production.delete(owner, film_id)

    assert (kept, of_theirs) == (["maroon.jpg"], [(1,)])
    assert await sql("select (select count(*) from film_media) + (select count(*) from asset where name like '%.jpg')") == [(0,)]


@pytest.mark.parametrize("scene", [1, MUSIC])
async def test_a_playlist_is_refused_in_a_sentence_and_nothing_of_it_stays(film: tuple[UUID, str], tmp_path: Path, scene: int) -> None:
    owner, film_id = film
    (tmp_path / "clip.mp4").write_bytes(PLAYLIST)
    before = await sql("select take, run_id from production"), await sql("select count(*) from asset")
    upload = await sent(owner, film_id, tmp_path / "clip.mp4")

    with pytest.raises(Refused, match="not taken"):
        await own_media.finish(owner, film_id, upload, scene)

    assert (await sql("select take, run_id from production"), await sql("select count(*) from asset")) == before
    with pytest.raises(NotFound):
        await uploads.received(owner, upload)


@pytest.mark.parametrize(
    ("file", "scene", "why"),
    [
        (lambda folder: picture(folder, size=(320, 90)), 1, "200 pixels"),
        (lambda folder: lavfi("testsrc=s=8x600:d=0.2", folder / "in.mp4", "-pix_fmt", "yuv420p"), 1, "200 pixels"),
        (lambda folder: lavfi("sine=f=300:d=0.5", folder / "in.wav"), MUSIC, "2 seconds"),
        (lambda folder: lavfi("anullsrc=d=4", folder / "in.wav"), MUSIC, "Nothing is heard"),
    ],
    ids=["thumbnail", "thread", "snippet", "silence"],
)
async def test_what_no_film_can_use_is_refused_before_the_film_is_touched_and_goes_when_put_away(
    film: tuple[UUID, str], tmp_path: Path, file: Callable[[Path], Path], scene: int, why: str
) -> None:
    owner, film_id = film
    before = await sql("select take, run_id from production"), await sql("select count(*) from asset")

    await laid_in(owner, film_id, file(tmp_path), scene)
    refused = await own_media.coming(owner, film_id)
    await own_media.put_away(owner, film_id, scene)

    assert [(one.scene, one.status) for one in refused] == [(scene, "failed")] and why in refused[0].message
    assert (await sql("select take, run_id from production"), await sql("select count(*) from asset")) == before
    assert await own_media.coming(owner, film_id) == []


async def test_an_upload_that_is_finished_many_times_gives_one_run_and_one_file(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, picture(tmp_path))

    runs = await asyncio.gather(*(own_media.finish(owner, film_id, upload, 1) for _ in range(6)))
    await prepared()
    runs.append(await own_media.finish(owner, film_id, upload, 1))
    take = await sql("select take from production")

    assert len(set(runs)) == 1
    assert take == [(2,)] and len(await own_media.given(owner, film_id)) == 1
    assert await sql("select count(*) from asset where name in ('sent', 'file')") == [(0,)]
    assert list(uploads.folder().iterdir()) == []


async def test_a_worker_that_dies_at_any_point_leaves_one_file_in_its_place(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path)), 1)

    for queue in ("video", "plot"):
        lost = await claims.claim(queue)
        assert lost is not None
        if queue == "plot":
            await claimed_by_the_dead(lost)
        await sql("update step set lease_until = now() - interval '1 second' where id = :id", id=lost.id)
        await sweeper.expire()
        await worker.look(queue)

    assert await sql("select take from production") == [(2,)]
    assert [one.name for one in await own_media.given(owner, film_id)] == ["teal.jpg"]
    assert await sql("select status from run where kind = 'own_media'") == [("done",)]


async def claimed_by_the_dead(claim: claims.Claim) -> None:
    """The place is taken, and the process is gone before it could say so."""
    await own_intake.place(worker._work(claim, uploads.folder()))


async def test_a_file_waits_for_its_place_while_the_film_is_made(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path)), 1)
    await production.retry(owner, film_id)

    while await worker.look("video"):
        pass
    while [one.status for one in await own_media.coming(owner, film_id)] == ["running"] and await worker.look("plot"):
        if await sql("select 1 from step where key = 'place' and status = 'parked'"):
            break
    waiting = await own_media.given(owner, film_id)
    await production.cancel(owner, film_id)
    await sql("update step set due = now() - interval '1 second' where status = 'parked'")
    await sweeper.wake_parked()
    await worker.look("plot")

    assert waiting == []
    assert [one.name for one in await own_media.given(owner, film_id)] == ["teal.jpg"]


async def test_what_is_called_off_takes_no_place(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    run = await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path)), 1)

    await runs.cancel(owner, run)
    await prepared()

    assert await own_media.given(owner, film_id) == await own_media.coming(owner, film_id) == []
    assert await sql("select take from production") == [(1,)]


async def test_many_files_of_one_person_leave_the_next_free_worker_to_another(film: tuple[UUID, str], tmp_path: Path) -> None:
    (greedy, film_id), modest = film, await someone()
    for scene, color in enumerate(("teal", "red"), 1):
        await own_media.finish(greedy, film_id, await sent(greedy, film_id, picture(tmp_path, color)), scene)
    first = await claims.claim("video")
    await anothers_file(modest)

    taken = [await claims.claim("video") for _ in range(2)]

    assert first is not None and first.owner_id == greedy
    assert [one.owner_id for one in taken if one] == [modest, greedy]


async def anothers_file(owner: UUID) -> None:
    """Somebody else's file begins to be prepared."""
    async with db.session(reserved=True) as unit:
        steps = Graph((StepSpec("take_in", "take_in", {"key": "other", "keep": 1.0, "music": False}),))
        await engine.start(unit, owner, "own_media", None, steps, idempotency_key="other")


async def test_the_newest_file_for_a_place_is_the_one(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    for color in ("teal", "maroon"):
        await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path, color)), 1)

    await prepared()
    await prepared()

    assert [one.name for one in await own_media.given(owner, film_id)] == ["maroon.jpg"]
    assert await sql("select take from production") == [(2,)]


async def test_what_no_film_shows_is_swept_away_after_a_day(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    await laid_in(owner, film_id, picture(tmp_path), 1)
    await production.cancel(owner, film_id)
    await laid_in(owner, film_id, picture(tmp_path, "maroon", (320, 90)), 2)

    early = await sweeper.drop_unplaced()
    await sql("update run set changed = now() - interval '25 hours'")
    late = await sweeper.drop_unplaced()

    assert (early, late) == (0, 1)
    assert await sql("select name from asset where name in ('sent', 'teal.jpg')") == [("teal.jpg",)]


async def test_an_account_keeps_no_more_than_it_may_and_makes_room_again(
    film: tuple[UUID, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, film_id = film
    await laid_in(owner, film_id, picture(tmp_path), 1)
    await production.cancel(owner, film_id)
    kept = (await own_room.view(owner)).kept
    monkeypatch.setattr(subscriptions, "SELF_HOSTED", replace(SELF_HOSTED, media_bytes=kept + 100))

    await own_media.begin(owner, film_id, "small.png", 60)
    with pytest.raises(TooMuch, match=r"may take 0\.0 GB and take 0\.0 GB already. To make room"):
        await own_media.begin(owner, film_id, "large.png", 60)
    full = await own_room.view(owner)
    await own_room.clear(owner)

    assert (full.kept, full.unfinished, full.limit) == (kept, 60, kept + 100)
    assert (await own_room.view(owner)).unfinished == 0
    assert await own_media.begin(owner, film_id, "large.png", 60)


async def test_a_file_that_outgrows_the_account_takes_no_place(
    film: tuple[UUID, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, film_id = film
    await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path)), 1)
    monkeypatch.setattr(subscriptions, "SELF_HOSTED", replace(SELF_HOSTED, media_bytes=100))

    await prepared()

    assert "To make room" in (await own_media.coming(owner, film_id))[0].message
    assert await own_media.given(owner, film_id) == []
    assert await sql("select name from asset where name = 'file'") == [], "what was made of it is not kept either"


async def test_while_the_film_is_made_nothing_is_changed_and_what_was_sent_is_kept(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, picture(tmp_path))
    await production.retry(owner, film_id)

    with pytest.raises(Conflict, match="still being made"):
        await own_media.finish(owner, film_id, upload, 1)
    with pytest.raises(Conflict, match="still being made"):
        await own_media.begin(owner, film_id, "more.png", 10)
    await production.cancel(owner, film_id)
    await own_media.finish(owner, film_id, upload, 1)
    await prepared()

    assert len(await own_media.given(owner, film_id)) == 1


async def test_a_stranger_finds_no_film_and_no_place_for_theirs(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    stranger = await someone()
    await laid_in(owner, film_id, picture(tmp_path), 1)
    await production.cancel(owner, film_id)
    mine = await uploads.begin(stranger, "mine.png", 10)

    for act in (
        lambda: own_media.begin(stranger, film_id, "x.png", 10),
        lambda: own_media.finish(stranger, film_id, mine, 1),
        lambda: own_media.take_back(stranger, film_id, 1),
        lambda: own_media.given(stranger, film_id),
    ):
        with pytest.raises(NotFound):
            await act()

    assert len(await own_media.given(owner, film_id)) == 1


@pytest.mark.parametrize("scene", [99, -1])
async def test_a_scene_that_there_is_not_takes_nothing(film: tuple[UUID, str], tmp_path: Path, scene: int) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, picture(tmp_path))

    with pytest.raises(NotFound, match="no such scene"):
        await own_media.finish(owner, film_id, upload, scene)


async def test_a_film_ordered_with_a_picture_for_a_scene_it_has_not_says_so(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    bringing = asyncio.create_task(own_media.bring(owner, picture(tmp_path), "teal.jpg", music=False, keep=30))
    while not await worker.look("video"):
        await asyncio.sleep(0.01)
    file = await bringing
    async with db.session() as unit:
        made = await production.productions.find(unit, owner, UUID(film_id))
    assert made and made.book_id

    other = await production.create(owner, made.book_id, made.chapters, key="other", own={40: file}, **WISHES)
    await laid_out()

    view = await production.view(owner, other)
    assert view.status == "failed" and "There is no scene 40" in view.message


@pytest.mark.parametrize(
    ("scene", "credit"),
    [
        (1, "Pictures: the studio of LitinkAI and the maker of this film"),
        (MUSIC, "Music: chosen by the maker of this film"),
        (None, "Pictures and music: the studio of LitinkAI"),
    ],
)
async def test_the_credits_say_what_the_maker_brought(film: tuple[UUID, str], tmp_path: Path, scene: int | None, credit: str) -> None:
    owner, film_id = film
    if scene is not None:
        file = picture(tmp_path) if scene != MUSIC else tone(tmp_path / "waltz.wav", 3)
        await laid_in(owner, film_id, file, scene)
        await laid_out()

    found = await sql(
        "select count(*) from step s join production p on p.run_id = s.run_id where p.id = :film and strpos(s.params::text, :credit) > 0",
        film=UUID(film_id),
        credit=credit,
    )

    assert found[0][0] > 0
