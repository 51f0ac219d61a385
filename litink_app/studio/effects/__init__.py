"""Sounds of single events, and where the words of a scene ask for them."""

import hashlib
from pathlib import Path

import numpy as np

from litink_app.errors import Refused
from litink_app.studio import wav
from litink_app.studio.effects.cues import EffectCue, asked
from litink_app.studio.effects.sounds import EFFECTS
from litink_app.studio.synthesis import RATE, convolved, edges, length, placed, room

__all__ = ["EFFECTS", "LEVEL", "EffectCue", "asked", "effect"]

LEVEL = -13.0
"""Peak of an effect in dB full scale; the mix places it under the words."""

_AIR = {"castle": (1.8, 2200.0), "cave": (2.6, 2600.0), "courtroom": (1.1, 2400.0), "mountains": (2.0, 1500.0)}
_WET = {"meadow": 0.1, "beach": 0.1, "desert": 0.06, "snow": 0.06, "sea": 0.06, "road": 0.1, "castle": 0.8, "cave": 1.0}


def effect(name: str, seed: int, folder: Path, kit: str = "") -> Path:
    """One effect as stereo 48 kHz WAV, in the air of the kit. Same arguments, same bytes."""
    if name not in EFFECTS:
        raise Refused(f"There is no effect called “{name}”.")
    random = np.random.default_rng([seed, *name.encode()])
    made = np.pad(EFFECTS[name](random), (0, length(0.8)))
    air = convolved(placed(made, 0.0), room(*_AIR.get(kit, (0.6, 2600.0))))
    sound = edges(placed(made, float(random.uniform(-0.35, 0.35))) + _WET.get(kit, 0.35) * air, 0.002)
    scaled = sound * np.float32(wav.gain(LEVEL) / float(np.abs(sound).max()))
    key = hashlib.sha256(repr((name, seed, kit)).encode()).hexdigest()[:12]
    return wav.write(folder / f"{name}-{key}.wav", scaled, RATE)
