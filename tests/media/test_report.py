"""The sync report measures the film that is there, and says what is wrong with it."""

from pathlib import Path

import pytest

from litink_app.media.encode import Codec, encode_frames
from litink_app.media.join import join_film
from litink_app.media.mix import mix_film
from litink_app.media.report import report
from litink_app.schemas.film import Chapter, FilmPlan, SoundClip, Stem
from litink_app.schemas.shot import Caption
from tests.media.material import SMALL, babble, frames, lavfi


async def film(folder: Path, clips: list[SoundClip], codec: Codec = SMALL, **plan: object) -> Path:
    await encode_frames(frames(codec, 24 * 8), codec, folder / "shot.mp4", limit_seconds=60)
    mix = await mix_film(clips, seconds=8.0, folder=folder)
    await join_film(FilmPlan((folder / "shot.mp4",), sound=mix.path, **plan), folder / "film.mp4")  # type: ignore[arg-type]
    return folder / "film.mp4"


def lines(folder: Path, *starts: float) -> list[SoundClip]:
    return [SoundClip(babble(folder / f"l{n}.wav", 1.5, seed=n), start, Stem.SPEECH, line=f"l{n}") for n, start in enumerate(starts)]


def music(folder: Path) -> SoundClip:
    return SoundClip(lavfi("sine=220:d=4", folder / "m.wav"), 0, Stem.SCORE, gain_db=-14, seconds=8, loop=True)


async def test_a_film_as_planned_is_good(tmp_path: Path) -> None:
    spoken = lines(tmp_path, 1.0, 4.5)
    captions, chapters = (Caption("x", 1, 2),), (Chapter("One", 0), Chapter("Two", 4))
    made = await film(tmp_path, [*spoken, music(tmp_path)], captions=captions, chapters=chapters)

    found = await report(made, seconds=8.0, lines=spoken, captions=captions, chapters=chapters)

    assert found.faults == ()
    assert all(abs(line.drift_ms or 0) < 5 for line in found.lines)
    assert abs(found.sound_seconds - found.seconds) <= 1 / found.fps


async def test_a_line_that_sounds_late_is_measured(tmp_path: Path) -> None:
    spoken = lines(tmp_path, 1.2, 4.5)
    made = await film(tmp_path, [*spoken, music(tmp_path)])
    planned = [SoundClip(spoken[0].path, 1.0, Stem.SPEECH, line="l0"), spoken[1]]

    found = await report(made, seconds=8.0, lines=planned)

    assert found.lines[0].drift_ms == pytest.approx(200, abs=5)
    assert any("200 ms off" in fault or "+200" in fault for fault in found.faults)


async def test_a_line_that_is_missing_is_noticed(tmp_path: Path) -> None:
    spoken = lines(tmp_path, 1.0, 4.5)
    made = await film(tmp_path, [spoken[0], music(tmp_path)])

    found = await report(made, seconds=8.0, lines=spoken)

    assert found.lines[1].drift_ms is None
    assert not found.good


async def test_length_silence_black_and_missing_chapters_are_said(tmp_path: Path) -> None:
    codec = Codec(160, 96, 24, "ultrafast")
    await encode_frames(
        (memoryview(bytes([16]) * (160 * 96) + bytes([128]) * (160 * 48)) for _ in range(240)), codec, tmp_path / "s.mp4", limit_seconds=60
    )
    mix = await mix_film(lines(tmp_path, 0.5), seconds=10.0, folder=tmp_path)
    await join_film(FilmPlan((tmp_path / "s.mp4",), sound=mix.path), tmp_path / "film.mp4")

    found = await report(tmp_path / "film.mp4", seconds=20.0, captions=(Caption("x", 30, 31),), chapters=(Chapter("One", 0),))

    said = " ".join(found.faults)
    assert all(words in said for words in ("20.00 s were planned", "black", "Nothing is heard", "chapters", "subtitles", "outside"))


async def test_a_film_too_quiet_or_without_sound_is_marked(tmp_path: Path) -> None:
    await encode_frames(frames(SMALL, 48), SMALL, tmp_path / "s.mp4", limit_seconds=60)
    await join_film(FilmPlan((tmp_path / "s.mp4",)), tmp_path / "mute.mp4")
    mix = await mix_film(lines(tmp_path, 0.1), seconds=2.0, folder=tmp_path, target_lufs=-30)
    await join_film(FilmPlan((tmp_path / "s.mp4",), sound=mix.path), tmp_path / "quiet.mp4")

    mute, quiet = await report(tmp_path / "mute.mp4", seconds=2.0), await report(tmp_path / "quiet.mp4", seconds=2.0)

    assert mute.faults == ("The film has no sound.",)
    assert any("LUFS" in fault for fault in quiet.faults)
