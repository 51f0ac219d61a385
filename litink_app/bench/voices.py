"""How well the embedded voices speak: read back by Whisper base, timed, told apart, against their own estimates.

Needs the corpus beside the repository; Whisper runs by faster-whisper in a Python of its own.
"""

import itertools
import json
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np

from litink_app.bench import listener
from litink_app.bench.litbank import HOME
from litink_app.bench.pythons import python_with
from litink_app.bench.words import errors, plain, same_sound
from litink_app.schemas.sound import Speech, Timed
from litink_app.studio import wav
from litink_app.studio.voices import catalogue, estimate, measure, speak, voices
from litink_app.studio.voices.languages.english import ENGLISH
from litink_app.studio.voices.sentences import sentences
from litink_app.studio.weights import weights

SENTENCES = 200
LISTENER = ("faster-whisper==1.2.1",)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence spoken and heard."""

    text: str
    voice: str
    speech: Speech
    heard: str
    heard_words: tuple[Timed, ...]
    cpu: float


def run() -> dict[str, Any]:
    """Word error rate, pace, exactness, estimates and how far the voices can be told apart."""
    with tempfile.TemporaryDirectory(prefix="litink-bench-") as folder:
        readings = list(read_aloud(prose(SENTENCES), Path(folder)))
        return {**_heard(readings), **_timed(readings), **_apart(readings), **onsets(readings)}


def prose(count: int, seed: int = 20) -> list[str]:
    """Sentences of 6 to 30 words from all novels of the corpus, the same for the same seed."""
    chance = random.Random(seed)
    found: list[str] = []
    novels = sorted((HOME / "original").glob("*.txt"))
    for novel in novels:
        text = novel.read_text(encoding="utf-8", errors="replace")
        middle = text[len(text) * 2 // 5 : len(text) * 4 // 5]
        own = [one.text for part in re.split(r"\n\s*\n", middle) for one in sentences(part, ENGLISH) if _whole(one.text)]
        found += chance.sample(own, min(len(own), -(-count // len(novels))))
    chance.shuffle(found)
    return found[:count]


def _whole(text: str) -> bool:
    return 6 <= len(text.split()) <= 30 and text[0].isupper() and text[-1] in ".!?"


def read_aloud(texts: Sequence[str], folder: Path, language: str = "en") -> Iterator[Reading]:
    """Each text by the next voice, spoken here and heard by Whisper."""
    names = [
        voice.id
        for voice in voices()
        if voice.language == language and not voice.whispers and catalogue.timbre(voice.id).speaker == voice.id
    ]
    with ear(language) as hear:
        for number, text in enumerate(texts):
            voice = names[number % len(names)]
            before = time.process_time()
            speech = speak(text, voice, folder)
            cpu = time.process_time() - before
            answer = hear(speech.path)
            words = tuple(Timed(word.strip(), start, end) for word, start, end in answer["words"])
            yield Reading(text, voice, speech, answer["text"], words, cpu)


@contextmanager
def ear(language: str = "en") -> Generator[Any]:
    """Whisper, listening to this language: give it a WAV, get text and words."""
    command = [str(python_with("whisper", LISTENER)), listener.__file__, str(weights("whisper-base")), "1", language]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin and child.stdout

        def hear(path: Path) -> dict[str, Any]:
            print(path, file=child.stdin, flush=True)
            if not (line := child.stdout.readline() if child.stdout else ""):
                raise RuntimeError("Whisper gave no answer")
            return json.loads(line)

        yield hear
        child.stdin.close()


def _heard(readings: Sequence[Reading]) -> dict[str, Any]:
    said = [plain(one.text) for one in readings]
    heard = [plain(one.heard) for one in readings]
    words = sum(map(len, said))
    return {
        "sentences": len(readings),
        "words": words,
        "word_error_rate": round(sum(map(errors, said, heard)) / words, 4),
        "word_error_rate_by_sound": round(sum(errors(a, b, same_sound) for a, b in zip(said, heard, strict=True)) / words, 4),
    }


def _timed(readings: Sequence[Reading]) -> dict[str, Any]:
    seconds = [one.speech.seconds for one in readings]
    guessed = [estimate(one.text, one.voice) for one in readings]
    measured = [measure(one.text, one.voice) for one in readings]
    return {
        "seconds": round(sum(seconds), 1),
        "cpu_per_second": round(sum(one.cpu for one in readings) / sum(seconds), 3),
        "samples_off": sum(abs(round(one.speech.seconds * 24_000) - wav.read(one.speech.path)[0].size) for one in readings),
        "estimate_error": round(mean(abs(a / b - 1) for a, b in zip(guessed, seconds, strict=True)), 4),
        "estimate_bias": round(sum(guessed) / sum(seconds) - 1, 4),
        "measure_error": round(mean(abs(a / b - 1) for a, b in zip(measured, seconds, strict=True)), 4),
    }


def onsets(readings: Sequence[Reading]) -> dict[str, Any]:
    """Our word onsets against Whisper's, for words that it heard as written."""
    gaps = [abs(a.start - b.start) for one in readings for a, b in _paired(one)]
    return {
        "onsets": len(gaps),
        "onset_median_ms": round(1000 * median(gaps), 1),
        "onset_p95_ms": round(1000 * float(np.quantile(gaps, 0.95)), 1),
    }


def _paired(one: Reading) -> list[tuple[Timed, Timed]]:
    ours, theirs = list(one.speech.words), list(one.heard_words)
    if [plain(word.text) for word in ours] != [plain(word.text) for word in theirs]:
        return []
    return list(zip(ours, theirs, strict=True))


def _apart(readings: Sequence[Reading]) -> dict[str, Any]:
    """Whose voice is it? Each recording against the mean of each voice without it, by pitch and the shape of the spectrum."""
    marks = np.array([timbre(*wav.read(one.speech.path)) for one in readings])
    names = [one.voice for one in readings]
    marks = (marks - marks.mean(0)) / _within(marks, names)
    right = [_nearest(marks, names, number) == name for number, name in enumerate(names)]
    return {"voices": len(set(names)), "voices_told_apart": round(mean(right), 3)}


def _within(marks: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """How much each mark varies inside a voice."""
    kinds = np.array(names)
    return np.sqrt(np.mean([marks[kinds == name].var(0) for name in set(names)], axis=0)) + 1e-6


def _nearest(marks: np.ndarray, names: Sequence[str], number: int) -> str:
    others = np.arange(len(names)) != number
    kinds = np.array(names)
    means = {name: marks[(kinds == name) & others].mean(0) for name in set(names) if ((kinds == name) & others).any()}
    return min(means, key=lambda name: float(np.sum((marks[number] - means[name]) ** 2)))


def timbre(samples: np.ndarray, rate: int) -> np.ndarray:
    """Median pitch (log) and mean log spectrum in 24 bands of the voiced, loud parts."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, 1200)[::480]
    frames = frames[frames.std(1) > 0.35 * frames.std(1).max()]
    power = np.abs(np.fft.rfft(frames * np.hanning(1200), 2048)) ** 2
    lags = np.fft.irfft(power)[:, rate // 420 : rate // 65]
    pitch = np.log2(rate / (np.argmax(lags, axis=1) + rate // 420))
    edges = np.geomspace(120, 9000, 25) / rate * 2048
    bands = np.stack([power[:, int(a) : max(int(a) + 1, int(b))].mean(1) for a, b in itertools.pairwise(edges)], axis=1)
    shape = np.log(bands.mean(0) + 1e-9)
    return np.concatenate([[3 * np.median(pitch)], shape - shape.mean()])
