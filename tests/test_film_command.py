"""What `litink film` is told is understood before anything is made, or refused in one sentence."""

from pathlib import Path

import pytest

from litink_app.errors import Refused
from litink_app.film_command import form_of, make_film, voices_of


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
    with pytest.raises(Refused, match=r"no voice called “zz”.*af_heart, .*bm_george"):
        make_film(tmp_path / "book.txt", chapter=1, out=[tmp_path / "a.mp4"], voices="Alice=zz")
