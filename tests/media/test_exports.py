"""A finished film in its other forms."""

from pathlib import Path

import av
import pytest

from litink_app.media.exports import export
from litink_app.media.ffmpeg import MediaFailed
from litink_app.media.join import join_film
from litink_app.media.poster import preview
from litink_app.media.probe import probe
from litink_app.schemas.film import Chapter, FilmPlan
from tests.media.material import lavfi, shot


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds with sound, a title and two chapters."""
    import asyncio

    folder = tmp_path_factory.mktemp("film")
    sound = lavfi("sine=330:d=2:r=48000", folder / "sound.m4a", "-c:a", "aac")
    chapters = (Chapter("One", 0.0), Chapter("Two", 1.0))
    plan = FilmPlan((shot(folder / "a.mp4", 24), shot(folder / "b.mp4", 24, first=24)), sound, (), chapters, "The Garden", "Nobody")
    asyncio.run(join_film(plan, folder / "film.mp4"))
    return folder / "film.mp4"


async def test_a_film_for_the_web_has_its_picture_sound_and_chapters(film: Path, tmp_path: Path) -> None:
    told = list[float]()

    made = await export(film, tmp_path / "film.webm", progress=told.append)

    facts = probe(made, container="matroska")
    assert facts.seconds == pytest.approx(2.0, abs=0.1)
    assert facts.sound is not None
    assert [title for _, title in facts.chapters] == ["One", "Two"]
    assert told


async def test_the_sound_alone_keeps_its_chapters_and_is_not_encoded_again(film: Path, tmp_path: Path) -> None:
    made = await export(film, tmp_path / "film.m4b")

    facts = probe(made, container="mp4")
    assert facts.picture is None
    assert [title for _, title in facts.chapters] == ["One", "Two"]
    assert facts.tags["title"] == "The Garden"
    with av.open(str(made)) as one, av.open(str(film)) as other:
        assert [bytes(p) for p in one.demux(one.streams.audio[0])] == [bytes(p) for p in other.demux(other.streams.audio[0])]


async def test_a_preview_moves_and_is_silent(film: Path, tmp_path: Path) -> None:
    made = await preview(film, tmp_path / "film.gif", seconds=1.0, width=120)

    with av.open(str(made)) as opened:
        assert len(list(opened.decode(video=0))) == pytest.approx(12, abs=1)
        assert not opened.streams.audio


async def test_a_form_that_there_is_not_is_refused(film: Path, tmp_path: Path) -> None:
    with pytest.raises(MediaFailed, match=r"\.avi"):
        await export(film, tmp_path / "film.avi")

    assert not list(tmp_path.iterdir())
