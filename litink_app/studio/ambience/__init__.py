"""What is heard around a scene: a bed of synthesised layers by place, weather and hour."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from litink_app.studio import wav
from litink_app.studio.ambience import nature, places
from litink_app.studio.synthesis import RATE, Random, Samples, edges, falling, filtered

Layer = Callable[[float, Random], Samples]

INDOORS = frozenset(
    ["drawing_room", "kitchen", "library", "bedroom", "castle", "courtroom", "school", "laboratory", "train", "ship", "cave"]
)
"""Kits in which weather is heard through a wall."""

_BEDS: dict[str, tuple[tuple[Layer, float], ...]] = {
    "meadow": ((nature.breeze, -36), (nature.birds, -41), (nature.bees, -53)),
    "forest": ((nature.breeze, -34), (nature.birds, -40)),
    "garden": ((nature.breeze, -40), (nature.birds, -40), (nature.bees, -49)),
    "village": ((nature.breeze, -41), (nature.birds, -45), (places.hooves, -46)),
    "street": ((places.street, -35),),
    "city_night": ((places.hush, -38), (places.hooves, -48)),
    "road": ((nature.wind, -41), (nature.birds, -46), (places.hooves, -42)),
    "riverside": ((nature.stream, -37), (nature.birds, -44)),
    "sea": ((nature.sea, -33), (nature.wind, -43)),
    "beach": ((nature.sea, -34), (nature.gulls, -46)),
    "harbour": ((nature.sea, -40), (nature.gulls, -46), (places.creaks, -46), (places.bell_buoy, -49)),
    "ship": ((nature.sea, -37), (places.creaks, -42), (nature.wind, -44)),
    "drawing_room": ((places.air, -52), (places.clock, -49), (nature.fire, -45)),
    "kitchen": ((places.air, -52), (nature.fire, -42), (places.clinks, -48)),
    "library": ((places.air, -53), (places.clock, -47), (places.shuffles, -51)),
    "bedroom": ((places.air, -52), (places.clock, -53)),
    "castle": ((places.air, -48), (nature.wind, -45)),
    "courtroom": ((places.air, -50), (places.murmur, -46), (places.shuffles, -48)),
    "school": ((places.air, -51), (places.children, -49), (places.shuffles, -49)),
    "laboratory": ((places.hum, -50), (places.bubbling, -44), (places.air, -51)),
    "train": ((places.train, -34),),
    "cave": ((places.air, -46), (places.drips, -43)),
    "mountains": ((nature.wind, -35),),
    "desert": ((nature.wind, -38),),
    "snow": ((nature.wind, -40),),
    "battlefield": ((nature.wind, -41), (places.guns, -34)),
}
_WEATHER: dict[str, tuple[tuple[Layer, float], ...]] = {
    "rain": ((nature.rain, -34),),
    "storm": ((nature.rain, -32), (nature.wind, -33), (nature.far_thunder, -30)),
    "snow": ((nature.wind, -43),),
}
_BY_DAY = (nature.birds, nature.bees, nature.gulls)
_WALL = -9.0
_NIGHT = frozenset(["meadow", "forest", "garden", "village", "road", "riverside"])


def bed(kit: str, weather: str, time: str, seconds: float, seed: int, folder: Path) -> Path:
    """Stereo 48 kHz WAV of exactly `seconds`, meant to lie 12 to 25 dB under speech. Same arguments, same bytes."""
    asked = repr((kit, weather, time, round(seconds, 4), seed))
    random = np.random.default_rng(int.from_bytes(hashlib.sha256(asked.encode()).digest()[:8], "big"))
    track = nature.silence(seconds)
    for layer, level in _layers(kit, weather, time):
        track += _level(layer(seconds, random), level)[: len(track)]
    for layer, level in _WEATHER.get(weather, ()):
        track += _outside(_level(layer(seconds, random), level), kit)[: len(track)]
    name = hashlib.sha256(asked.encode()).hexdigest()[:16]
    return wav.write(folder / f"ambience-{name}.wav", edges(track, min(0.25, seconds / 8)), RATE)


def _layers(kit: str, weather: str, time: str) -> list[tuple[Layer, float]]:
    """The layers of a place: animals of the day are silent at night and in foul weather."""
    chosen = list(_BEDS.get(kit, ((places.air, -50),)))
    if time == "night" or weather in {"rain", "storm", "snow"}:
        chosen = [(layer, level) for layer, level in chosen if layer not in _BY_DAY]
    if time in {"dusk", "night"} and kit in _NIGHT and weather in {"clear", "cloudy"}:
        chosen += [(nature.crickets, -47), (nature.owl, -46)]
    return chosen


def _level(track: Samples, level: float) -> Samples:
    """Bring a layer to its level in dB full scale; one that is mostly silent counts its sounding parts."""
    frames = (track[: len(track) // 2400 * 2400].reshape(-1, 2400, 2) ** 2).mean((1, 2)) if len(track) >= 2400 else np.zeros(1)
    sounding = frames[frames > 0.02 * frames.max()].mean() if frames.max() > 0 else 1.0
    return track * np.float32(wav.gain(level) / float(np.sqrt(sounding)))


def _outside(track: Samples, kit: str) -> Samples:
    if kit not in INDOORS:
        return track
    wall = falling(500.0, 2.0)
    return wav.gain(_WALL) * np.stack([filtered(track[:, side], wall) for side in (0, 1)], axis=1)
