"""The mix: everything at its time, speech in front, one loudness."""

from pathlib import Path

import numpy as np
import pytest

from litink_app.media.mix import duck_curve, measure, mix_film, spans, write_stems
from litink_app.media.pcm import RATE, blocks
from litink_app.media.probe import probe
from litink_app.schemas.film import SoundClip, Stem
from tests.media.material import babble, lavfi, tone


def samples(path: Path) -> np.ndarray:
    return np.concatenate(list(blocks(path)), axis=1)


def level(sound: np.ndarray, start: float, end: float) -> float:
    return 20 * np.log10(np.sqrt(np.mean(sound[:, int(start * RATE) : int(end * RATE)] ** 2)) + 1e-9)


async def test_a_mix_is_exactly_as_long_as_the_film_and_at_one_loudness(tmp_path: Path) -> None:
    clips = [
        SoundClip(babble(tmp_path / "a.wav", 4), 1.0, Stem.SPEECH),
        SoundClip(tone(tmp_path / "m.wav", 3, 220, 44100), 0, Stem.SCORE, gain_db=-20, seconds=12.34, loop=True),
    ]

    mix = await mix_film(clips, seconds=12.34, folder=tmp_path)

    independent = await measure(mix.path, folder=tmp_path)
    assert samples(mix.path).shape[1] == pytest.approx(12.34 * RATE, abs=1024)
    assert independent.integrated == pytest.approx(-16.0, abs=1.0)
    assert independent.true_peak < -1.0
    assert mix.lufs == independent.integrated


async def test_peaks_are_held_under_the_ceiling_even_where_the_gain_is_great(tmp_path: Path) -> None:
    spiky = lavfi("aevalsrc='if(lt(mod(t,0.5),0.002),0.9,0.02*sin(2*PI*300*t))':d=6:s=48000", tmp_path / "s.wav")

    mix = await mix_film([SoundClip(spiky, 0, Stem.SPEECH)], seconds=6, folder=tmp_path)

    assert (await measure(mix.path, folder=tmp_path)).true_peak < -1.0


def test_a_line_sounds_at_its_time_to_the_sample(tmp_path: Path) -> None:
    clips = [SoundClip(tone(tmp_path / "a.wav", 0.5), 1.25, Stem.SPEECH), SoundClip(tmp_path / "a.wav", 6.125, Stem.SPEECH)]

    stems = write_stems(clips, 8, tmp_path, "sound")

    speech = samples(stems[Stem.SPEECH])[0]
    assert not speech[: int(1.2495 * RATE)].any()
    assert np.argmax(np.abs(speech) > 1e-4) / RATE == pytest.approx(1.25, abs=0.002)
    late = speech[int(3 * RATE) :]
    assert np.argmax(np.abs(late) > 1e-4) / RATE + 3 == pytest.approx(6.125, abs=0.002)


def test_music_gives_way_to_speech_and_comes_back(tmp_path: Path) -> None:
    clips = [
        SoundClip(babble(tmp_path / "a.wav", 3), 4.0, Stem.SPEECH),
        SoundClip(tone(tmp_path / "m.wav", 20, 220), 0, Stem.SCORE, seconds=12),
    ]

    stems = write_stems(clips, 12, tmp_path, "sound")

    music = samples(stems[Stem.SCORE])
    before, under, after = level(music, 1, 3), level(music, 4.5, 6.5), level(music, 9, 11)
    assert before - under == pytest.approx(11, abs=0.5)
    assert after == pytest.approx(before, abs=0.1)


async def test_the_sound_of_a_film_is_the_sum_of_its_stems(tmp_path: Path) -> None:
    clips = [
        SoundClip(babble(tmp_path / "a.wav", 3), 1.0, Stem.SPEECH),
        SoundClip(tone(tmp_path / "m.wav", 20, 220), 0, Stem.SCORE, gain_db=-12, seconds=9),
        SoundClip(tone(tmp_path / "e.wav", 1, 700), 5.5, Stem.EFFECT, gain_db=-9),
    ]

    mix = await mix_film(clips, seconds=9, folder=tmp_path)

    laid = np.sum([samples(stem) for stem in write_stems(clips, 9, tmp_path, "stem").values()], axis=0)
    heard = samples(mix.path)[:, : laid.shape[1]]
    assert all(np.corrcoef(laid[channel], heard[channel])[0, 1] > 0.999 for channel in (0, 1))
    assert not list(tmp_path.glob("*.f32"))


def test_music_stays_low_between_lines_that_follow_closely(tmp_path: Path) -> None:
    clips = [SoundClip(tmp_path / "x", start, Stem.SPEECH, seconds=1.0) for start in (1.0, 2.6, 5.0)]

    times, gains = duck_curve(spans(clips, 10), -11.0)

    assert np.all(np.diff(times) >= 0)
    assert np.interp(np.linspace(1.0, 3.6, 50), times, gains).max() == -11
    assert np.interp(4.4, times, gains) == 0


@pytest.mark.parametrize(
    ("rate", "layout", "name"),
    [(8000, "mono", "a.wav"), (44100, "stereo", "a.mp3"), (96000, "5.1", "a.flac"), (22050, "mono", "a.ogg")],
)
def test_any_rate_and_any_number_of_channels_sounds_as_long_as_it_is(tmp_path: Path, rate: int, layout: str, name: str) -> None:
    codec = ["-c:a", "libvorbis"] if name.endswith("ogg") else []
    sound = lavfi(f"sine=500:d=2:r={rate},aformat=channel_layouts={layout}", tmp_path / name, *codec)

    stems = write_stems([SoundClip(sound, 1.0, Stem.SPEECH)], 4, tmp_path, "sound")

    speech = samples(stems[Stem.SPEECH])
    assert level(speech, 1.2, 2.8) > -40
    assert level(speech, 3.1, 3.9) < -80


async def test_silence_stays_silence(tmp_path: Path) -> None:
    mix = await mix_film([], seconds=2.5, folder=tmp_path)

    assert mix.lufs <= -69
    assert probe(mix.path).seconds == pytest.approx(2.5, abs=0.03)


async def test_an_empty_sound_does_not_stop_the_film(tmp_path: Path) -> None:
    empty = lavfi("anullsrc=r=24000:cl=mono:d=0.00001", tmp_path / "e.wav")

    mix = await mix_film([SoundClip(empty, 0, Stem.AMBIENCE, loop=True, seconds=2)], seconds=2, folder=tmp_path)

    assert mix.seconds == 2


def test_short_pauses_belong_to_the_speech(tmp_path: Path) -> None:
    clips = [SoundClip(tmp_path / "x", s, Stem.SPEECH, seconds=1.0) for s in (0.0, 1.5, 5.0)]

    assert spans(clips, 10) == [(0.0, 2.5), (5.0, 6.0)]
