"""How fast the illustrator draws, and whether a character is known again from one picture to the next."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import skia

from litink_app.schemas.picture import KITS, MOODS, TIMES, Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Age, Gender
from litink_app.studio.illustrator.puppet import Puppet
from litink_app.studio.illustrator.stage import Stage, build_stage, picture
from litink_app.studio.illustrator.wardrobe import ACCENTS

BANDS = 8
SCENES = (("meadow", "day"), ("street", "night"), ("library", "dusk"), ("snow", "dawn"), ("castle", "dusk"), ("beach", "day"))
POSES = ("stand", "talk", "listen", "think", "hold", "stand")


def run() -> dict[str, Any]:
    """Seconds of CPU for a 1080p scene and a reference sheet, and the share of figures known again."""
    picture(_scene("meadow", "day", (Actor(cast()[0]),), 0))
    scenes = [_seconds(_scene(kit, TIMES[i % 4], (Actor(cast()[0], 0.35), Actor(cast()[1], 0.65, -1)), i)) for i, kit in enumerate(KITS)]
    sheets = [_seconds(replace(_scene("meadow", "day", (Actor(look),), 0), kind=PictureKind.REFERENCE_SHEET)) for look in cast()[:3]]
    return {
        "scene_cpu_seconds_median": round(float(np.median(scenes)), 2),
        "scene_cpu_seconds_worst": round(max(scenes), 2),
        "sheet_cpu_seconds_worst": round(max(sheets), 2),
        "known_again_percent": round(100 * known_again(cast()), 1),
        "characters": len(cast()),
    }


def _scene(kit: str, time_of_day: str, actors: tuple[Actor, ...], seed: int, size: tuple[int, int] = (1920, 1080)) -> PictureBrief:
    mood = MOODS[seed % len(MOODS)]
    return PictureBrief(PictureKind.SCENE, kit, *size, Setting(kit, kit, time_of_day, "clear", mood), actors, seed=seed)


def _seconds(brief: PictureBrief) -> float:
    start = time.process_time()
    picture(brief)
    return time.process_time() - start


def cast() -> tuple[Look, ...]:
    """A book's worth of people who are not described: only name, sex, age and their accent tell them apart."""
    people: list[Look] = []
    kinds = (
        (Gender.FEMALE, Age.ADULT),
        (Gender.MALE, Age.ADULT),
        (Gender.FEMALE, Age.CHILD),
        (Gender.MALE, Age.OLD),
        (Gender.FEMALE, Age.OLD),
        (Gender.MALE, Age.CHILD),
    )
    for i, accent in enumerate(ACCENTS):
        gender, age = kinds[i % len(kinds)]
        people.append(
            Look(
                f"p{i}", f"Person {i}", gender=gender, age=age, height={Age.CHILD: 0.66, Age.OLD: 0.94}.get(age, 1.0), accent=accent, seed=i
            )
        )
    return tuple(people)


def known_again(looks: Sequence[Look]) -> float:
    """Share of figures in later scenes whose nearest figure of the first scene is themselves.

    The measure sees only pixels: in eight bands from crown to feet the breadth of the silhouette and the colour,
    less the mean colour of the figure so that the light of the scene falls out, and the height beside the frame.
    """
    views = [
        [_signature(look, kit, hour, pose, i) for i, ((kit, hour), pose) in enumerate(zip(SCENES, POSES, strict=True))] for look in looks
    ]
    first = np.stack([view[0] for view in views])
    hits = [int(np.argmin(((first - seen) ** 2).sum(axis=1)) == who) for who, view in enumerate(views) for seen in view[1:]]
    return float(np.mean(hits))


def _signature(look: Look, kit: str, hour: str, pose: str, seed: int) -> np.ndarray:
    facing = 1 if seed % 2 == 0 else -1
    stage = build_stage(_scene(kit, hour, (Actor(look, 0.5, facing, pose),), seed, (640, 360)))
    pixels, mask = cut_out(stage)
    pixels, mask = (pixels, mask) if facing > 0 else (pixels[:, ::-1], mask[:, ::-1])
    rows = np.flatnonzero(mask.any(axis=1))
    top, bottom = rows[0], rows[-1] + 1
    lab = _oklab(pixels)
    mean = lab[mask].mean(axis=0)
    found: list[float] = [3.0 * (bottom - top) / 360]
    for k in range(BANDS):
        a, b = top + (bottom - top) * k // BANDS, top + (bottom - top) * (k + 1) // BANDS
        inside = mask[a:b]
        colour = lab[a:b][inside].mean(axis=0) - mean if inside.any() else np.zeros(3)
        found += [0.9 * float(inside.sum(axis=1).mean()) / (bottom - top), 1.2 * float(colour[0]), *(6.0 * float(c) for c in colour[1:])]
    return np.array([*found, *(8.0 * float(c) for c in mean[1:])])


def cut_out(stage: Stage) -> tuple[np.ndarray, np.ndarray]:
    """The frame's pixels (0..1) and which of them are the figure: the frame with it against the frame without."""
    puppet: Puppet = replace(stage.puppets[0], cast=0.0)
    whole, bare = _pixels(replace(stage, puppets=(puppet,))), _pixels(replace(stage, puppets=()))
    mask = np.abs(whole - bare).sum(axis=2) > 0.05
    mask[: max(0, int(puppet.bounds().top() * stage.height / 1000) - 2)] = False
    mask[int(puppet.ground * stage.height / 1000) :] = False
    return whole, mask


def _pixels(stage: Stage) -> np.ndarray:
    return stage.frame().toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].astype(np.float32) / 255


def _oklab(pixels: np.ndarray) -> np.ndarray:
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    lms = np.cbrt(
        linear
        @ np.array(
            [
                [0.4122214708, 0.2119034982, 0.0883024619],
                [0.5363325363, 0.6806995451, 0.2817188376],
                [0.0514459929, 0.1073969566, 0.6299787005],
            ]
        )
    )
    return lms @ np.array(
        [
            [0.2104542553, 1.9779984951, 0.0259040371],
            [0.7936177850, -2.4285922050, 0.7827717662],
            [-0.0040720468, 0.4505937099, -0.8086757660],
        ]
    )
