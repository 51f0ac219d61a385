"""Kokoro-82M: phonemes to sound, with the frames that each phoneme takes (one frame = 600 samples = 25 ms).

The published graph keeps the durations inside; once per cache a copy is made that gives them out (`graph`).
"""

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from litink_app.config import settings
from litink_app.errors import ProviderBroken, ProviderRefused
from litink_app.studio.manifest import VOICES
from litink_app.studio.onnx import frugal
from litink_app.studio.voices.graph import PACE, TIMED, derive
from litink_app.studio.weights import digest, locked, weights

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime as ort  # it reads the line above when it is loaded

RATE = 24_000
FRAME = 600

_LATE = 1320
"""Samples by which the sound is ahead of the model's own durations: where vowels are loudest against stops (55 ms)."""

_LONGEST = 510

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Uttered:
    """Sound in -1..1 and, per phoneme letter, where it starts and ends in samples (one row each)."""

    samples: Samples
    spans: NDArray[np.int64]


def utter(phonemes: str, voice: str, speed: float) -> Uttered:
    """Say one phrase. The spans tile the sound except for the silence before and after."""
    sound, frames = _session(TIMED).run(None, _inputs(phonemes, voice, speed), frugal())
    edges = np.cumsum(np.asarray(frames).ravel()).astype(np.int64) * FRAME
    if edges[-1] != np.asarray(sound).size:
        raise ProviderBroken("The voice's durations do not add up to its sound.")
    heard = np.maximum(edges - _LATE, 0)
    return Uttered(np.asarray(sound, np.float32).ravel(), np.stack([heard[:-2], heard[1:-1]], axis=1))


def durations(phonemes: str, voice: str, speed: float) -> NDArray[np.int64]:
    """Frames per phoneme with the silence before and after, without making the sound: a fiftieth of the work."""
    (frames,) = _session(PACE).run(None, _inputs(phonemes, voice, speed), frugal())
    return np.asarray(frames).ravel().astype(np.int64)


@lru_cache(maxsize=1)
def alphabet() -> dict[str, int]:
    """The model's letters and their numbers."""
    return json.loads(resources.files("hibari").joinpath("assets/vocab.json").read_text(encoding="utf-8"))


def readable(phonemes: str) -> str:
    """The phonemes without letters that the model does not know."""
    return "".join(letter for letter in phonemes if letter in alphabet())


def _inputs(phonemes: str, voice: str, speed: float) -> dict[str, Any]:
    numbers = [alphabet()[letter] for letter in phonemes]
    if not 0 < len(numbers) <= _LONGEST:
        raise ProviderRefused(f"A phrase has {len(numbers)} phonemes; the voice takes 1 to {_LONGEST}.")
    style = _styles()[VOICES.index(voice), len(numbers) - 1]
    return {
        "input_ids": np.array([[0, *numbers, 0]], np.int64),
        "style": style[None, :],
        "speed": np.array([speed], np.float32),
    }


@lru_cache(maxsize=1)
def _styles() -> NDArray[np.float32]:
    """Voice × number of phonemes × 256."""
    path = weights("kokoro-int8") / "voices.bin"
    return np.memmap(path, np.float32, "r").reshape(len(VOICES), _LONGEST, 256)


@lru_cache(maxsize=2)
def _session(graph: str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = settings().speech_threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    return ort.InferenceSession(str(_derived(graph)), options, providers=["CPUExecutionProvider"])


def _derived(graph: str) -> Path:
    """A graph made from the published one, once; a copy whose digest is not the one noted is made anew."""
    folder = weights("kokoro-int8")
    path = folder / graph
    with locked(folder / "derived.lock"):
        if not _sound(path):
            fresh = path.with_suffix(".new")
            derive(folder / "model.onnx", graph, fresh)
            path.with_suffix(".sha256").write_text(digest(fresh))
            fresh.replace(path)
    return path


def _sound(path: Path) -> bool:
    note = path.with_suffix(".sha256")
    return path.is_file() and note.is_file() and digest(path) == note.read_text().strip()
