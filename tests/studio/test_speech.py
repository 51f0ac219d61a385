"""The embedded voices, heard by measurement."""

from pathlib import Path

import numpy as np
import pytest

from litink_app.errors import ProviderRefused
from litink_app.providers.embedded_voice import EmbeddedVoice
from litink_app.studio import wav
from litink_app.studio.voices import LineToSpeak, estimate, fit_scene, measure, speak

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("kokoro")]

TEXT = "“I see,” said Holmes. It was a strange remark."


def _loudness(samples: np.ndarray, rate: int, start: float, end: float) -> float:
    return float(np.sqrt((samples[round(start * rate) : round(end * rate)] ** 2).mean()))


def test_words_lie_on_the_sound_and_silence_lies_between_sentences(tmp_path: Path) -> None:
    speech = speak(TEXT, "bm_george", tmp_path)

    samples, rate = wav.read(speech.path)
    assert rate == speech.sample_rate == 24_000
    assert samples.size == round(speech.seconds * rate)
    assert [word.text for word in speech.words] == TEXT.split()
    assert all(_loudness(samples, rate, word.start, word.end) > 0.01 for word in speech.words)
    holmes, it = speech.words[3], speech.words[4]
    assert it.start - holmes.end > 0.3
    assert _loudness(samples, rate, holmes.end + 0.1, it.start - 0.05) < 0.002


def test_phonemes_follow_each_other_inside_their_words(tmp_path: Path) -> None:
    speech = speak(TEXT, "girl_lily", tmp_path)

    assert all(a.end <= b.start + 1e-6 for a, b in zip(speech.phonemes, speech.phonemes[1:], strict=False))
    for word in speech.words:
        assert any(word.start - 1e-6 <= one.start and one.end <= word.end + 1e-6 for one in speech.phonemes), word
    assert speech.phonemes[-1].end <= speech.seconds


def test_vowels_are_loud_and_stops_are_quiet_where_their_times_say(tmp_path: Path) -> None:
    speech = speak("Peter took a big cake, and Kate kept a good book about Tibet.", "af_heart", tmp_path)
    samples, rate = wav.read(speech.path)

    def power(kinds: str, shift: float = 0.0) -> float:
        chosen = [one for one in speech.phonemes if one.text.strip("ˈˌ")[0] in kinds and one.end - one.start > 0.02]
        return float(np.mean([np.log10(_loudness(samples, rate, one.start + shift, one.end + shift) + 1e-5) for one in chosen[1:-1]]))

    def contrast(shift: float) -> float:
        return 20 * (power("AIOæɑɪʊʌi", shift) - power("ptkbdɡ", shift))

    assert contrast(0.0) > 6
    assert contrast(0.0) > contrast(0.05) + 2
    assert contrast(0.0) > contrast(-0.05) + 2


def test_the_last_sound_of_a_phrase_does_not_last_into_the_silence(tmp_path: Path) -> None:
    speech = speak("There are three houses. Look at the trees.", "bm_george", tmp_path)

    samples, rate = wav.read(speech.path)
    houses, look = speech.words[3], speech.words[4]
    quiet = np.flatnonzero(np.abs(samples[: round(look.start * rate) - 2400]) > 0.004)[-1] / rate
    assert abs(houses.end - quiet) < 0.06
    assert look.start - houses.end > 0.3


def test_the_sound_is_clean(tmp_path: Path) -> None:
    for voice, manner in (("af_heart", ""), ("bm_lewis", "whisper"), ("am_fenrir", "shout"), ("boy_puck", "")):
        samples, _ = wav.read(speak("Come here at once!", voice, tmp_path, manner_name=manner).path)

        assert np.abs(samples).max() < 0.86
        assert abs(samples.mean()) < 0.002
        assert abs(samples[0]) < 0.001
        assert abs(samples[-1]) < 0.001


def test_a_whisper_is_quieter_than_speech_and_a_shout_louder(tmp_path: Path) -> None:
    level = {
        manner: float(np.std(wav.read(speak("Come here at once!", "bf_emma", tmp_path, manner_name=manner).path)[0]))
        for manner in ("whisper", "", "shout")
    }

    assert level["whisper"] < 0.7 * level[""] < level[""] < 0.8 * level["shout"]


def test_a_whisper_has_no_pitch(tmp_path: Path) -> None:
    def pitched(manner: str) -> float:
        samples, _ = wav.read(speak("Many men may amuse me.", "bm_george", tmp_path, manner_name=manner).path)
        frames = np.lib.stride_tricks.sliding_window_view(samples, 1200)[::600]
        frames = frames[frames.std(1) > 0.3 * frames.std(1).max()]
        spectrum = np.fft.irfft(np.abs(np.fft.rfft(frames * np.hanning(1200), 4096)) ** 2)
        return float(np.median(spectrum[:, 80:400].max(1) / spectrum[:, 0]))

    assert pitched("") > 0.5 > pitched("whisper")


def test_speed_shortens_speech(tmp_path: Path) -> None:
    text = "It was a bright cold day in April and nobody in the long grey street looked up at the clock."
    slow, fast = (speak(text, "af_bella", tmp_path, speed=speed).seconds for speed in (0.9, 1.12))

    assert 1.15 < slow / fast < 1.35


def test_length_is_known_before_the_sound_is_made(tmp_path: Path) -> None:
    text = "It was a bright cold day in April, and the clocks were striking thirteen. Nobody in the street looked up."
    for voice in ("bm_george", "af_heart", "am_puck", "granny_kore"):
        seconds = speak(text, voice, tmp_path).seconds

        assert measure(text, voice) == pytest.approx(seconds, rel=0.06)
        assert estimate(text, voice) == pytest.approx(seconds, rel=0.12)


def test_the_same_line_gives_the_same_bytes(tmp_path: Path) -> None:
    first = speak("The same again.", "am_puck", tmp_path / "a")
    second = speak("The same again.", "am_puck", tmp_path / "b")

    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.words == second.words


def test_an_unknown_voice_and_an_empty_line_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ProviderRefused, match="nobody"):
        speak("Hello.", "nobody", tmp_path)
    with pytest.raises(ProviderRefused, match="nothing"):
        speak("…", "af_heart", tmp_path)


async def test_a_scene_spoken_by_the_embedded_voice_keeps_its_budget(tmp_path: Path) -> None:
    lines = [LineToSpeak("n", "The door flew open.", "bm_george"), LineToSpeak("a", "Who is there?", "bf_lily")]

    scene = await fit_scene(lines, 4.0, EmbeddedVoice(), tmp_path)

    samples, _ = wav.read(scene.path)
    assert samples.size == 4 * 24_000
    assert [word.text for word in scene.lines[1].words] == ["Who", "is", "there?"]
    assert 0.9 <= scene.speed <= 1.12
