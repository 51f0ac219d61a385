"""The voices on offer: Kokoro's speakers of each language, and children, old people and creatures made of them.

A made voice speaks `shift` times higher (throat and pitch together, by resampling) at its own `pace`.
Quality follows the makers' own grades.
"""

from dataclasses import dataclass
from functools import lru_cache

from litink_app.errors import ProviderRefused
from litink_app.schemas.sound import VoiceInfo
from litink_app.schemas.understanding import Age, Gender
from litink_app.studio.voices.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Timbre:
    """How a voice is made: a speaker of the model, raised by `shift`, at `pace`."""

    speaker: str
    accent: str
    shift: float = 1.0
    pace: float = 1.0


@lru_cache(maxsize=1)
def voices() -> tuple[VoiceInfo, ...]:
    """All voices, speakers first."""
    return tuple(info for info, _ in _all().values())


def timbre(voice: str) -> Timbre:
    """How to make a voice; ProviderRefused for one that is not on offer."""
    if voice not in _all():
        raise ProviderRefused(f"There is no voice called “{voice}”.")
    return _all()[voice][1]


def info(voice: str) -> VoiceInfo:
    """What is known of a voice."""
    timbre(voice)
    return _all()[voice][0]


@lru_cache(maxsize=1)
def _all() -> dict[str, tuple[VoiceInfo, Timbre]]:
    made = [one for language in LANGUAGES.values() for one in (*_speakers(language), *_made(language))]
    return {voice.id: (voice, timbre) for voice, timbre in made}


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def _speakers(language: Language) -> list[tuple[VoiceInfo, Timbre]]:
    return [
        _voice(id, name, _gender(id), Age(age), float(quality), Timbre(id, _accent(id)), language)
        for id, name, age, quality in _rows(language.speakers)
    ]


def _made(language: Language) -> list[tuple[VoiceInfo, Timbre]]:
    return [
        _voice(id, name, Gender(gender), Age(age), float(quality), Timbre(speaker, _accent(speaker), float(shift), float(pace)), language)
        for id, name, speaker, gender, age, shift, pace, quality in _rows(language.made)
    ]


def _voice(id: str, name: str, gender: Gender, age: Age, quality: float, made: Timbre, language: Language) -> tuple[VoiceInfo, Timbre]:
    whispers = id == "af_nicole"
    return VoiceInfo(id, name.replace("_", " "), gender, age, made.accent, language.code, quality, whispers), made


def _gender(speaker: str) -> Gender:
    return Gender.FEMALE if speaker[1] == "f" else Gender.MALE


_ACCENTS = {"a": "american", "b": "british", "e": "castilian", "f": "french", "i": "italian"}
"""By the first letter of a speaker of the model."""


def _accent(speaker: str) -> str:
    return _ACCENTS[speaker[0]]
