"""What the film bench films: scenes of the embedded stage with two actors, one of whom speaks, under a caption and a moving camera."""

import resource
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.schemas.shot import Camera, Caption, Mouth, Shot, ShotKind
from litink_app.schemas.sound import Timed
from litink_app.schemas.understanding import Age, Gender
from litink_app.studio import wav

FPS, WIDTH, HEIGHT = 24, 1280, 720
RATE = 24000
PLACES = (("meadow", "day"), ("garden", "dusk"), ("street", "night"), ("library", "day"), ("beach", "dawn"))
WORDS = ["There", "was", "nothing", "so", "very", "remarkable", "in", "that"]
PEOPLE = (
    Look("alice", "Alice", gender=Gender.FEMALE, age=Age.CHILD, height=0.8, accent="#3b7dd8"),
    Look("hatter", "Hatter", gender=Gender.MALE, headwear="top hat"),
)


@dataclass
class Spent:
    """CPU seconds (user and system) of this process and of the children that it has waited for."""

    seconds: float = 0.0

    @contextmanager
    def more(self) -> Generator[None, None, None]:
        before = _cpu()
        yield
        self.seconds += _cpu() - before


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def scene(number: int, seconds: float, camera: Camera) -> Shot:
    """One scene of one shot."""
    kit, hour = PLACES[number % len(PLACES)]
    actors = (Actor(PEOPLE[0], 0.35, 1), Actor(PEOPLE[1], 0.68, -1))
    brief = PictureBrief(PictureKind.SCENE, kit, WIDTH, HEIGHT, Setting(kit, kit, hour, "clear", "calm"), actors, seed=number)
    step = (seconds - 1) / len(WORDS)
    words = tuple(Timed(word, 0.5 + n * step, 0.5 + (n + 1) * step) for n, word in enumerate(WORDS))
    letters = [sound for word in words for sound in _sounds(word)]
    caption = Caption(" ".join(WORDS[:4]) + "\n" + " ".join(WORDS[4:]), 0.5, seconds - 0.3, words=words)
    return Shot(
        f"b{number}",
        number,
        ShotKind.WIDE,
        round(seconds * FPS),
        FPS,
        brief,
        camera,
        (Mouth("alice", tuple(letters)),),
        (caption,),
        True,
        number,
    )


def _sounds(word: Timed) -> Iterator[Timed]:
    step = (word.end - word.start) * 0.8 / len(word.text)
    for n, letter in enumerate(word.text):
        sound = {"e": "ɛ", "a": "æ", "o": "ˈoʊ", "i": "ɪ", "u": "ʊ", "r": "ɹ"}.get(letter, letter)
        yield Timed(sound, word.start + n * step, word.start + (n + 1) * step)


def sounds(folder: Path, number: int, seconds: float) -> tuple[Path, Path]:
    """A line as loud as speech and a quiet chord for a scene."""
    chance, t = np.random.default_rng(number), np.arange(round((seconds - 1) * RATE)) / RATE
    line = chance.normal(0, 0.15, t.size) * (0.55 + 0.45 * np.sin(2 * np.pi * 4 * t))
    turns = 2 * np.pi * np.arange(round(seconds * RATE)) / RATE
    chord = np.sin(np.outer((196.0, 246.9, 293.7), turns)).sum(axis=0) * 0.05
    return wav.write(folder / f"line-{number}.wav", line, RATE), wav.write(folder / f"chord-{number}.wav", chord, RATE)
