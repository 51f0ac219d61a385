"""What is heard of the events that a scene's words tell of, as clips for the mix."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from litink_app.schemas.film import SoundClip, Stem
from litink_app.schemas.script import Setting
from litink_app.schemas.sound import Timed
from litink_app.studio.effects import asked, effect

EFFECT_DB = -5.0
_RING = 1.2
"""Seconds that an effect may sound on into the next scene."""


def effect_clips(
    lines: Sequence[dict[str, Any]], setting: Setting, start: float, seconds: float, seed: int, folder: Path
) -> list[SoundClip]:
    """The effects of a scene that begins at `start`; `lines` are those of its `scene_audio` result. Same arguments, same sounds."""
    cues = asked([word for line in lines for word in _words(line["words"])])
    return [_clip(effect(cue.effect, seed, folder, setting.kit), start + cue.start, start + seconds + _RING) for cue in cues]


def _words(times: Iterable[Sequence[Any]]) -> list[Timed]:
    return [Timed(str(text), float(start), float(end)) for text, start, end in times]


def _clip(path: Path, at: float, latest: float) -> SoundClip:
    return SoundClip(path, at, Stem.EFFECT, EFFECT_DB, latest - at, fade_out=0.5)
