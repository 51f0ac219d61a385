"""What `litink film` is told is understood before anything is made, or refused in one sentence."""

from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner
from PIL import Image

from litink_app import cli
from litink_app.errors import Refused
from litink_app.film_command import form_of, make_film, ordered, own_of, voices_of
from litink_app.schemas.own_media import MUSIC
from tests.services.sql import sql
from tests.services.test_library import someone


@pytest.mark.parametrize(("name", "form"), [("a.mp4", "mp4"), ("a.WEBM", "webm"), ("a.gif", "gif"), ("a.m4b", "m4b"), ("a.jpg", "sheet")])
def test_the_suffix_says_in_which_form_the_film_is_wanted(tmp_path: Path, name: str, form: str) -> None:
    assert form_of(tmp_path / name) == form


def test_a_suffix_that_there_is_not_and_a_folder_that_there_is_not_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"cannot be written as film\.avi.*\.webm"):
        form_of(tmp_path / "film.avi")
    with pytest.raises(Refused, match="no folder"):
        form_of(tmp_path / "nowhere" / "film.mp4")


def test_voices_are_said_as_pairs(tmp_path: Path) -> None:
    assert voices_of("Alice = af_bella, NARRATOR=bm_george") == {"Alice": "af_bella", "narrator": "bm_george"}
    assert voices_of("") == {}
    for words in ("Alice", "=af_bella", "Alice="):
        with pytest.raises(Refused, match="NAME=VOICE"):
            voices_of(words)


def test_a_voice_that_there_is_not_is_refused_with_those_that_there_are_before_the_book_is_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"no voice called “zz”.*af_heart, .* and \d+ more; `litink voices`"):
        make_film(tmp_path / "book.txt", chapter=1, out=[tmp_path / "a.mp4"], voices="Alice=zz")


def test_files_of_ones_own_are_said_by_scene_and_music_has_its_place(tmp_path: Path) -> None:
    lake, tune = tmp_path / "lake=side.jpg", tmp_path / "tune.mp3"
    lake.touch()

    assert own_of(tune, [f"3={lake}"]) == {3: lake, MUSIC: tune}
    for words in ("lake.jpg", "0=lake.jpg", "x=lake.jpg", "3="):
        with pytest.raises(Refused, match="SCENE=FILE"):
            own_of(None, [words])
    with pytest.raises(Refused, match=r"no file nowhere\.jpg"):
        own_of(None, ["3=nowhere.jpg"])
    with pytest.raises(Refused, match="Scene 3 can show one"):
        own_of(None, [f"3={lake}", f"3={lake}"])


def test_a_quick_look_is_refused_in_other_forms_before_the_book_is_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"end in \.mp4"):
        make_film(tmp_path / "book.txt", chapter=1, out=[tmp_path / "a.gif"], animatic=True)


@pytest.mark.usefixtures("database")
async def test_a_picture_as_music_is_refused_by_its_name_and_not_kept(tmp_path: Path) -> None:
    Image.new("RGB", (400, 300), "teal").save(tmp_path / "kept.jpg")
    (tmp_path / "linked.jpg").symlink_to(tmp_path / "kept.jpg")
    wishes = {"style": "narration", "seconds": 30, "aspect": "16:9"}

    with pytest.raises(Refused, match=r"^linked\.jpg: This kind of file is not taken\. Send MP3"):
        await ordered(await someone(), uuid4(), "none", {MUSIC: tmp_path / "linked.jpg"}, wishes)

    assert await sql("select count(*) from asset") == [(0,)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [([], "paper_theatre"), (["--look", "ink_and_wash"], "ink_and_wash")],
)
def test_how_a_film_is_drawn_is_said_by_a_name_that_none_takes_for_a_picture_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str], meant: str
) -> None:
    ordered_with = list[object]()
    monkeypatch.setattr("litink_app.film_command.make_film", lambda *_, **wishes: ordered_with.append(wishes["look"]))
    (tmp_path / "book.txt").touch()

    done = CliRunner().invoke(cli.main, ["film", str(tmp_path / "book.txt"), "--out", str(tmp_path / "a.mp4"), *said])

    assert (done.exit_code, ordered_with) == (0, [meant])
