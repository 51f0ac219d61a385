"""Events of the story are heard when they are told, under the words, and leave the film's loudness alone."""

from pathlib import Path

import numpy as np
import pytest

from litink_app.media.mix import measure, mix_film, write_stems
from litink_app.media.pcm import RATE, blocks
from litink_app.schemas.film import SoundClip, Stem
from litink_app.schemas.script import Setting
from litink_app.services.film_effects import effect_clips
from tests.media.material import babble

ROOM = Setting("the study", "library")


def line(text: str, start: float) -> dict[str, object]:
    return {"words": [[word, start + n * 0.3, start + n * 0.3 + 0.25] for n, word in enumerate(text.split())]}


def level(sound: np.ndarray, start: float, end: float) -> float:
    return 20 * np.log10(np.sqrt(np.mean(sound[:, int(start * RATE) : int(end * RATE)] ** 2)) + 1e-9)


async def test_a_slammed_door_is_heard_at_its_word_under_the_voice_and_at_the_films_loudness(tmp_path: Path) -> None:
    told = line("Then the door slammed and all was still for a long while.", 2.0)
    voice = SoundClip(babble(tmp_path / "a.wav", 8.0), 5.0, Stem.SPEECH)
    events = effect_clips([told], ROOM, 3.0, 9.0, 1, tmp_path)

    mix = await mix_film([voice, *events], seconds=14, folder=tmp_path)
    stems = write_stems([voice, *events], 14, tmp_path, "sound")

    assert [round(clip.start, 2) for clip in events] == [6.15]
    heard, speech = (np.concatenate(list(blocks(stems[stem])), axis=1) for stem in (Stem.EFFECT, Stem.SPEECH))
    assert level(heard, 0, 6.14) < -90 < level(heard, 6.15, 6.7) - 40
    assert level(heard, 6.15, 6.7) < level(speech, 6.15, 6.7) - 3
    loudness = await measure(mix.path, folder=tmp_path)
    assert loudness.integrated == pytest.approx(-16, abs=1)
    assert loudness.true_peak < -1


def test_the_same_scene_has_the_same_effects_to_the_byte(tmp_path: Path) -> None:
    told = [line("There was a clap of thunder. Then, after a while, he struck a match.", 0.0)]

    first, second = (effect_clips(told, ROOM, 0.0, 10.0, 3, tmp_path / name) for name in ("a", "b"))

    assert [clip.path.name for clip in first] == [clip.path.name for clip in second]
    assert [clip.path.read_bytes() for clip in first] == [clip.path.read_bytes() for clip in second]
    assert len(first) == 2


def test_an_effect_dies_away_soon_after_its_scene(tmp_path: Path) -> None:
    clip = effect_clips([line("There was a peal of thunder", 8.0)], ROOM, 20.0, 10.0, 1, tmp_path)[0]

    assert clip.seconds is not None
    assert clip.start + clip.seconds == pytest.approx(31.2)
    assert clip.fade_out > 0
