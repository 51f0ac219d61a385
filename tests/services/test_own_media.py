"""What a person brings for a film: looked at, kept as theirs, put in its place, taken back; only what depends on it is made anew."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from PIL import Image

from litink_app import db
from litink_app.errors import Conflict, NotFound, Refused
from litink_app.schemas.own_media import MUSIC
from litink_app.services import intake, library, own_media, production, uploads, worker
from tests.media.material import lavfi, tone
from tests.services.sql import sql
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain

WISHES: dict[str, Any] = {"style": "narration", "seconds": 30, "aspect": "16:9", "height": 480}
PLAYLIST = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n"


@pytest.fixture(autouse=True)
def _understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", quietly)
    monkeypatch.setattr(own_media, "AT_ONCE", asyncio.Semaphore(2))


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

    await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path)), 1)
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

    await own_media.finish(owner, film_id, await sent(owner, film_id, clip), 1)
    await production.cancel(owner, film_id)
    await own_media.finish(owner, film_id, await sent(owner, film_id, tone(tmp_path / "in.wav", 3.0)), MUSIC)
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
        await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path, color)), 1)
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


async def test_a_thumbnail_is_no_scene(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, picture(tmp_path, size=(320, 90)))

    with pytest.raises(Refused, match="200 pixels"):
        await own_media.finish(owner, film_id, upload, 1)


@pytest.mark.parametrize(
    ("sound", "why"), [("sine=f=300:d=0.5", "2 seconds"), ("anullsrc=d=4", "Nothing is heard")], ids=["snippet", "silence"]
)
async def test_music_that_no_film_can_use_is_refused_before_the_film_is_touched(
    film: tuple[UUID, str], tmp_path: Path, sound: str, why: str
) -> None:
    owner, film_id = film
    before = await sql("select take, run_id from production"), await sql("select count(*) from asset")
    upload = await sent(owner, film_id, lavfi(sound, tmp_path / "in.wav"))

    with pytest.raises(Refused, match=why):
        await own_media.finish(owner, film_id, upload, MUSIC)

    assert (await sql("select take, run_id from production"), await sql("select count(*) from asset")) == before


async def test_a_clip_as_thin_as_a_thread_is_no_scene(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, lavfi("testsrc=s=8x600:d=0.2", tmp_path / "in.mp4", "-pix_fmt", "yuv420p"))

    with pytest.raises(Refused, match="200 pixels"):
        await own_media.finish(owner, film_id, upload, 1)

    assert await sql("select count(*) from asset where name = 'in.mp4'") == [(0,)]


async def test_a_file_that_is_given_many_times_at_once_is_taken_once_and_the_others_say_so(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, picture(tmp_path))

    answers = await asyncio.gather(*(own_media.finish(owner, film_id, upload, 1) for _ in range(6)), return_exceptions=True)

    assert sum(isinstance(answer, str) for answer in answers) == 1
    assert {type(answer) for answer in answers} <= {str, NotFound, Conflict}
    assert list(uploads.folder().iterdir()) == []


async def test_uploads_that_are_begun_meanwhile_take_nothing_from_one_that_waits_its_turn(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    upload = await sent(owner, film_id, picture(tmp_path))

    async with own_media.AT_ONCE, own_media.AT_ONCE:
        waiting = asyncio.create_task(own_media.finish(owner, film_id, upload, 1))
        while not any(uploads.folder().glob("*/*")) and not waiting.done():
            await asyncio.sleep(0.01)
        for number in range(uploads.UNFINISHED):
            await own_media.begin(owner, film_id, f"{number}.png", 10)
    await waiting

    assert [one.name for one in await own_media.given(owner, film_id)] == ["teal.jpg"]


async def test_whoever_brings_many_slow_files_leaves_room_for_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, over = list[str](), asyncio.Event()

    async def slow(path: Path, *_: object, **__: object) -> Path:
        begun.append(path.name)
        await over.wait()
        raise Refused("This takes too long.")

    monkeypatch.setattr("litink_app.media.intake.take_in", slow)
    greedy, other = uuid4(), uuid4()

    brought = [(greedy, picture(tmp_path, "teal")), (greedy, picture(tmp_path, "maroon")), (other, picture(tmp_path, "navy"))]
    waiting = [asyncio.create_task(own_media.take_in(who, path, path.name, music=False, keep=5)) for who, path in brought]
    while len(begun) < 2:
        await asyncio.sleep(0.01)
    first = set(begun)
    over.set()
    await asyncio.gather(*waiting, return_exceptions=True)

    assert first == {"teal.jpg", "navy.jpg"}
    assert set(begun) == {"teal.jpg", "maroon.jpg", "navy.jpg"}


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

    assert len(await own_media.given(owner, film_id)) == 1


async def test_a_stranger_finds_no_film_and_no_place_for_theirs(film: tuple[UUID, str], tmp_path: Path) -> None:
    owner, film_id = film
    stranger = await someone()
    await own_media.finish(owner, film_id, await sent(owner, film_id, picture(tmp_path)), 1)
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
    file = await own_media.take_in(owner, picture(tmp_path), "teal.jpg", music=False, keep=30)
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
        await own_media.finish(owner, film_id, await sent(owner, film_id, file), scene)
        await laid_out()

    found = await sql(
        "select count(*) from step s join production p on p.run_id = s.run_id where p.id = :film and strpos(s.params::text, :credit) > 0",
        film=UUID(film_id),
        credit=credit,
    )

    assert found[0][0] > 0
