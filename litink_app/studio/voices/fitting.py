"""A scene's lines fitted into its budget of seconds, to the sample: first the pauses give, then the pace.

Where the port can tell a line's length beforehand (`measure`), each line is spoken once.
"""

import asyncio
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np

from litink_app.errors import Refused
from litink_app.schemas.sound import Speech, Timed
from litink_app.studio import wav
from litink_app.studio.room import in_room
from litink_app.studio.voices.kokoro import RATE, Samples
from litink_app.studio.voices.pace import estimate
from litink_app.studio.voices.speech import moved
from litink_app.studio.wav import at_rate

SLOW, FAST, RUSHED = 0.9, 1.12, 1.3
_LEAD, _TAIL = 0.35, 0.55
_LEAST = 0.4
"""Pauses may shrink to this part of what is natural, and grow without end in quiet scenes."""


@dataclass(frozen=True, slots=True)
class LineToSpeak:
    """One line and who says it. `pause` is the natural silence before it, in seconds; None = by what surrounds it.

    What is `narrated` is said close to us, not in the room of the scene.
    """

    id: str
    text: str
    voice: str
    manner: str = ""
    pause: float | None = None
    lexicon: dict[str, str] = field(default_factory=dict[str, str])
    narrated: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line in its scene: everything in seconds from the start of the scene."""

    id: str
    voice: str
    start: float
    end: float
    words: tuple[Timed, ...]
    phonemes: tuple[Timed, ...]


@dataclass(frozen=True, slots=True)
class SceneSound:
    """The speech of a scene: mono 24 kHz 16-bit WAV of exactly the budget. `rushed` = the words hardly fit."""

    path: Path
    seconds: float
    speed: float
    lines: tuple[PlacedLine, ...]
    rushed: bool = False


class SpokenLine(Protocol):
    @property
    def speech(self) -> Speech: ...


class VoicePort(Protocol):
    """What is needed of the Voice port."""

    async def speak(
        self, text: str, voice: str, folder: Path, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None
    ) -> SpokenLine: ...


@runtime_checkable
class Measuring(Protocol):
    """A port that knows a line's seconds before it speaks."""

    async def measure(
        self, text: str, voice: str, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None
    ) -> float: ...


async def fit_scene(lines: Sequence[LineToSpeak], seconds: float, voice_port: VoicePort, folder: Path, *, kit: str = "") -> SceneSound:
    """Speak the lines, in the room of `kit`, so that the scene lasts exactly `seconds`. Refused where even hurried words do not fit."""
    pauses = _pauses(lines)
    speed = await _speed(lines, pauses, seconds, voice_port)
    spoken = [await _speak(line, speed, voice_port, folder) for line in lines]
    while (over := _overrun(spoken, pauses, seconds)) > 0:
        if speed >= RUSHED:
            raise _too_long(seconds)
        speed = _hurried(speed, spoken, over)
        spoken = [await _speak(line, speed, voice_port, folder) for line in lines]
    starts = _starts(spoken, _stretched(pauses, seconds - _sum(spoken)))
    track = await asyncio.to_thread(_track, lines, spoken, starts, round(seconds * RATE), kit)
    name = hashlib.sha256(repr((lines, seconds, speed, kit)).encode()).hexdigest()[:24]
    placed = tuple(_line(line, speech, first / RATE) for line, speech, first in zip(lines, spoken, starts, strict=True))
    return SceneSound(wav.write(folder / f"scene-{name}.wav", track, RATE), track.size / RATE, speed, placed, rushed=speed > FAST)


def _pauses(lines: Sequence[LineToSpeak]) -> list[float]:
    """Natural silences: before each line, and after the last."""
    between = [line.pause if line.pause is not None else _natural(before, line) for before, line in itertools.pairwise(lines)]
    first = lines[0].pause if lines and lines[0].pause is not None else _LEAD
    return [first, *between, _TAIL] if lines else [_TAIL]


def _natural(before: LineToSpeak, line: LineToSpeak) -> float:
    if before.text.rstrip("”\"'’ ")[-1:] in ",;—–-":
        return 0.18
    return 0.42 if before.voice == line.voice else 0.34


async def _speed(lines: Sequence[LineToSpeak], pauses: list[float], seconds: float, port: VoicePort) -> float:
    """The pace at which speech and natural pauses fill the budget, within what sounds natural."""
    plain = sum([await _expected(line, port) for line in lines])
    wanted = plain / max(0.1, seconds - sum(pauses))
    if wanted > 1.0:
        wanted = max(1.0, plain / max(0.1, seconds - 0.75 * sum(pauses)))
    if wanted > FAST:
        wanted = max(FAST, plain / max(0.1, seconds - _LEAST * sum(pauses) - 0.05))
    if wanted > RUSHED * 1.05:
        raise _too_long(seconds)
    return min(RUSHED, max(SLOW, wanted)) if lines else 1.0


async def _expected(line: LineToSpeak, port: VoicePort) -> float:
    if isinstance(port, Measuring):
        return await port.measure(line.text, line.voice, manner=line.manner, lexicon=line.lexicon)
    return estimate(line.text, line.voice, 1.0, line.manner, line.lexicon)


async def _speak(line: LineToSpeak, speed: float, port: VoicePort, folder: Path) -> Speech:
    spoken = await port.speak(line.text, line.voice, folder, speed=speed, manner=line.manner, lexicon=line.lexicon)
    return spoken.speech


def _sum(spoken: Sequence[Speech]) -> float:
    return sum(speech.seconds for speech in spoken)


def _overrun(spoken: Sequence[Speech], pauses: list[float], seconds: float) -> float:
    return _sum(spoken) + _LEAST * sum(pauses) - seconds


def _hurried(speed: float, spoken: Sequence[Speech], over: float) -> float:
    """The next pace to try: a slow one gives way to the natural one, any other grows by what is missing, and enough to end soon."""
    if speed < 1.0:
        return 1.0
    faster = 1.01 * speed * _sum(spoken) / max(0.1, _sum(spoken) - over - 0.02 * len(spoken))
    return min(RUSHED, max(faster, 1.04 * speed))


def _too_long(seconds: float) -> Refused:
    return Refused(f"The words of a scene do not fit into its {seconds:.1f} seconds.")


def _stretched(pauses: list[float], room: float) -> list[float]:
    """Pauses that fill the room exactly: in proportion, but no lull between lines grows past 2.2 times its nature."""
    scale = room / sum(pauses)
    if scale <= 2.2 or len(pauses) == 1:
        return [pause * scale for pause in pauses]
    inner = [pause * 2.2 for pause in pauses[1:-1]]
    rest = room - sum(inner)
    return [0.3 * rest, *inner, 0.7 * rest]


def _starts(spoken: Sequence[Speech], pauses: list[float]) -> list[int]:
    """The sample at which each line begins."""
    starts: list[int] = []
    at = 0.0
    for speech, pause in zip(spoken, pauses, strict=False):
        starts.append(round((at + pause) * RATE))
        at = starts[-1] / RATE + speech.seconds
    return starts


def _track(lines: Sequence[LineToSpeak], spoken: Sequence[Speech], starts: Sequence[int], size: int, kit: str) -> Samples:
    near, inside = np.zeros(size, np.float32), np.zeros(size, np.float32)
    for line, speech, first in zip(lines, spoken, starts, strict=True):
        sound, rate = wav.read(speech.path)
        _lay(near if line.narrated else inside, sound if rate == RATE else at_rate(sound, rate, RATE), first)
    return (near + in_room(inside, kit)).astype(np.float32)


def _lay(track: Samples, sound: Samples, first: int) -> None:
    last = min(track.size, first + sound.size)
    track[first:last] += sound[: last - first]


def _line(line: LineToSpeak, speech: Speech, start: float) -> PlacedLine:
    words, phonemes = tuple(moved(speech.words, start)), tuple(moved(speech.phonemes, start))
    return PlacedLine(line.id, line.voice, start, start + speech.seconds, words, phonemes)


def foreseen(lines: Sequence[LineToSpeak], seconds: float) -> list[tuple[float, float]]:
    """When each line will begin and end in a scene of so many seconds, reckoned without speaking a word."""
    if not lines:
        return []
    pauses = _pauses(lines)
    natural = [estimate(line.text, line.voice, 1.0, line.manner, line.lexicon) for line in lines]
    room = max(0.1, seconds - _LEAST * sum(pauses))
    lengths = [length * min(1.0, room / max(0.1, sum(natural))) for length in natural]
    found, at = list[tuple[float, float]](), 0.0
    for length, pause in zip(lengths, _stretched(pauses, seconds - sum(lengths)), strict=False):
        found.append((at + pause, at + pause + length))
        at = found[-1][1]
    return found
