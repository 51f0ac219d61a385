"""Joining shots: nothing encoded again, nothing lost, everything inside."""

from pathlib import Path

import av
import numpy as np
import pytest

from litink_app.media.encode import Codec, encode_frames
from litink_app.media.ffmpeg import MediaFailed
from litink_app.media.join import join_film, metadata
from litink_app.media.mix import mix_film
from litink_app.media.pcm import blocks
from litink_app.media.probe import probe
from litink_app.schemas.film import Chapter, FilmPlan, SoundClip, Stem
from litink_app.schemas.shot import Caption
from tests.media.material import SMALL, frames, lavfi, luma, times


async def shots(folder: Path, counts: list[int], codec: Codec = SMALL) -> tuple[Path, ...]:
    made: list[Path] = []
    for number, count in enumerate(counts):
        made.append(folder / f'shot {number}\'s "-y".mp4')
        await encode_frames(frames(codec, count, first=number * 9), codec, made[-1], limit_seconds=60)
    return tuple(made)


def packets(film: Path) -> list[bytes]:
    with av.open(str(film)) as opened:
        return [bytes(p) for p in opened.demux(video=0) if p.size]


@pytest.mark.parametrize("fps", [24, 25, 30])
async def test_a_film_has_every_frame_of_its_shots_in_order_and_in_time(tmp_path: Path, fps: int) -> None:
    codec = Codec(160, 96, fps, preset="medium", crf=24)
    parts = await shots(tmp_path, [1, 37, 5, 50, 2], codec)

    seconds = await join_film(FilmPlan(parts), tmp_path / "film.mp4")

    film = tmp_path / "film.mp4"
    assert seconds == pytest.approx(95 / fps)
    assert luma(film) == [brightness for part in parts for brightness in luma(part)]
    assert times(film) == pytest.approx([n / fps for n in range(95)], abs=1e-4)


async def test_the_picture_is_copied_bit_by_bit(tmp_path: Path) -> None:
    parts = await shots(tmp_path, [10, 20])

    await join_film(FilmPlan(parts), tmp_path / "film.mp4")

    assert [p[-200:] for p in packets(tmp_path / "film.mp4")] == [p[-200:] for part in parts for p in packets(part)]


async def test_chapters_subtitles_tags_and_a_fast_start_are_inside(tmp_path: Path) -> None:
    parts = await shots(tmp_path, [24, 24, 24])
    plan = FilmPlan(
        parts,
        captions=(Caption("Curiouser {and} <curiouser>!", 0.5, 1.5), Caption("Oh dear!", 2, 2.8)),
        chapters=(Chapter("Down; the = rabbit # hole \\", 0), Chapter("The pool\nof tears", 1.0), Chapter("outside", 99)),
        title="Alice's = Adventures",
        author="Lewis Carroll",
    )

    await join_film(plan, tmp_path / "film.mp4")

    facts = probe(tmp_path / "film.mp4")
    whole = (tmp_path / "film.mp4").read_bytes()
    assert facts.chapters == ((0.0, "Down; the = rabbit # hole"), (1.0, "The pool of tears"))
    assert facts.tags["title"] == "Alice's = Adventures"
    assert facts.subtitles >= 1
    assert 0 < whole.index(b"moov") < whole.index(b"mdat")
    assert b"Oh dear!" in whole


async def test_sound_begins_and_ends_with_the_picture(tmp_path: Path) -> None:
    parts = await shots(tmp_path, [30, 42])
    click = lavfi("aevalsrc='if(lt(mod(t,1),0.01),0.8,0)':d=3:s=48000", tmp_path / "click.wav")
    mix = await mix_film([SoundClip(click, 0, Stem.SPEECH)], seconds=3.0, folder=tmp_path)

    await join_film(FilmPlan(parts, sound=mix.path), tmp_path / "film.mp4")

    facts = probe(tmp_path / "film.mp4")
    heard = np.concatenate([b[0] for b in blocks(tmp_path / "film.mp4")])
    onsets = [int(np.argmax(np.abs(heard[s * 48000 + 24000 :]) > 0.1) + s * 48000 + 24000) / 48000 for s in (0, 1)]
    assert facts.sound and facts.sound.seconds == pytest.approx(3.0, abs=1 / 24)
    assert onsets == pytest.approx([1.0, 2.0], abs=0.01)


async def test_shots_that_differ_are_not_joined(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    parts = await shots(tmp_path, [5]) + await shots(tmp_path / "b", [5], Codec(160, 96, 30, "ultrafast"))

    with pytest.raises(MediaFailed, match="alike"):
        await join_film(FilmPlan(parts), tmp_path / "film.mp4")

    assert not (tmp_path / "film.mp4").exists()


async def test_a_cut_off_shot_is_never_joined(tmp_path: Path) -> None:
    parts = await shots(tmp_path, [30, 30])
    whole = parts[1].read_bytes()
    parts[1].write_bytes(whole[: len(whole) // 2])

    with pytest.raises(Exception, match=r"read|joined"):
        await join_film(FilmPlan(parts), tmp_path / "film.mp4")

    assert [p.name for p in tmp_path.iterdir() if "film" in p.name] == []


def test_a_chapter_ends_where_the_next_begins() -> None:
    text = metadata(FilmPlan((), chapters=(Chapter("b", 4.0), Chapter("a", 0.0))), 10.0)

    assert "START=0\nEND=4000\ntitle=a" in text
    assert "START=4000\nEND=10000\ntitle=b" in text
