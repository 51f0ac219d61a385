"""A scene's sound has exactly its budget, whoever speaks."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from litink_app.errors import Refused
from litink_app.providers.ports import Cost, Spoken
from litink_app.schemas.sound import Speech, Timed
from litink_app.studio import wav
from litink_app.studio.voices import LineToSpeak, fit_scene

RATE = 24_000


def _buzz(count: int) -> np.ndarray:
    """600 Hz, as loud at every sample."""
    return np.where(np.arange(count) // 20 % 2, 0.5, -0.5).astype(np.float32)


@dataclass
class Metronome:
    """A voice that takes `each` seconds a word, a tenth more than asked of it when `late`, and `drag` times as long where it is slowed."""

    each: float = 0.3
    late: float = 1.0
    drag: float = 1.0
    speeds: list[float] = field(default_factory=list)

    async def speak(
        self, text: str, voice: str, folder: Path, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None
    ) -> Spoken:
        self.speeds.append(speed)
        drag = self.drag if speed < 1 else 1.0
        seconds = round(len(text.split()) * self.each * self.late * drag / speed * RATE) / RATE
        path = wav.write(folder / f"{len(self.speeds)}.wav", _buzz(round(seconds * RATE)), RATE)
        words = tuple(
            Timed(word, i * seconds / len(text.split()), (i + 1) * seconds / len(text.split())) for i, word in enumerate(text.split())
        )
        return Spoken(Speech(path, seconds, RATE, words, words), Cost("test", "metronome"))

    async def measure(self, text: str, voice: str, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None) -> float:
        return len(text.split()) * self.each / speed


LINES = [LineToSpeak("a", "one two three four five.", "x"), LineToSpeak("b", "six seven eight.", "y"), LineToSpeak("c", "nine ten.", "x")]


@pytest.mark.parametrize("seconds", [3.6, 4.0, 4.3, 5.0, 9.0, 30.04])
@pytest.mark.parametrize("late", [0.93, 1.0, 1.07])
async def test_the_sound_has_the_budget_to_the_sample_and_lines_keep_their_order(tmp_path: Path, seconds: float, late: float) -> None:
    scene = await fit_scene(LINES, seconds, Metronome(late=late), tmp_path)

    samples, rate = wav.read(scene.path)
    assert samples.size == round(seconds * rate)
    assert [line.id for line in scene.lines] == ["a", "b", "c"]
    assert all(before.end < after.start for before, after in zip(scene.lines, scene.lines[1:], strict=False))
    assert scene.lines[-1].end <= seconds


async def test_a_voice_that_drags_when_slowed_speaks_at_its_own_pace(tmp_path: Path) -> None:
    voice = Metronome(each=1.0, drag=1.3)

    scene = await fit_scene(LINES, 12.4, voice, tmp_path)

    assert voice.speeds[0] < 1.0
    assert scene.speed == 1.0
    assert scene.lines[-1].end <= 12.4


async def test_times_point_at_the_sound(tmp_path: Path) -> None:
    scene = await fit_scene(LINES, 6.0, Metronome(), tmp_path)

    samples, rate = wav.read(scene.path)
    for line in scene.lines:
        assert line.words[0].start == line.start
        assert abs(samples[round(line.start * rate) + 2]) > 0.4
        assert abs(samples[round(line.start * rate) - 2]) == 0
        assert abs(samples[round(line.end * rate) + 2]) == 0


async def test_enough_time_means_unhurried_speech(tmp_path: Path) -> None:
    roomy, tight = Metronome(), Metronome()

    await fit_scene(LINES, 10.0, roomy, tmp_path)
    await fit_scene(LINES, 4.0, tight, tmp_path)

    assert set(roomy.speeds) == {0.9}
    assert all(1.0 <= speed <= 1.12 for speed in tight.speeds)
    assert len(roomy.speeds) == len(tight.speeds) == len(LINES)


async def test_words_that_hardly_fit_are_marked(tmp_path: Path) -> None:
    scene = await fit_scene(LINES, 3.0, Metronome(), tmp_path)

    assert scene.rushed
    assert scene.seconds == 3.0


async def test_words_that_cannot_fit_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="do not fit"):
        await fit_scene(LINES, 1.5, Metronome(), tmp_path)


async def test_a_scene_without_words_is_silence_of_its_length(tmp_path: Path) -> None:
    scene = await fit_scene([], 2.5, Metronome(), tmp_path)

    samples, rate = wav.read(scene.path)
    assert samples.size == 2.5 * rate
    assert not samples.any()


async def test_a_room_is_heard_after_the_words_of_those_in_it_and_not_after_the_narrators(tmp_path: Path) -> None:
    heard: list[np.ndarray] = []
    for kit, close in (("meadow", False), ("cave", True), ("cave", False)):
        scene = await fit_scene([LineToSpeak("a", "one two.", "x", narrated=close)], 3.0, Metronome(), tmp_path, kit=kit)
        heard.append(wav.read(scene.path)[0])
    dry, narrated, inside = heard

    assert np.array_equal(dry, narrated)
    assert np.abs(inside - dry)[-RATE // 2 :].max() > 0.001
    assert inside.size == dry.size
