"""Voices and speech. Times are seconds from the start of the sound."""

from dataclasses import dataclass
from pathlib import Path

from litink_app.schemas.understanding import Age, Gender


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that a provider offers; `quality` 0..1 orders equal candidates; `whispers` marks one fit for whispering."""

    id: str
    name: str
    gender: Gender
    age: Age
    accent: str
    language: str
    quality: float = 0.5
    whispers: bool = False


@dataclass(frozen=True, slots=True)
class Timed:
    """A word or phoneme and when it sounds."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Speech:
    """A spoken line: mono 24 kHz 16-bit WAV at `path`, with exact times."""

    path: Path
    seconds: float
    sample_rate: int
    words: tuple[Timed, ...]
    phonemes: tuple[Timed, ...] = ()
