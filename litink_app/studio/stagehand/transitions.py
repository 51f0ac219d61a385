"""How one scene gives way to the next, by rule.

Place and hour go on: a cut. Time passes where we are, or something sad ends: black. Elsewhere, or from one figure of a lesson to the
next: a leaf of paper is drawn across. The curtain opens on the first scene of a film or chapter and closes on the last one.
"""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace

from litink_app.schemas.script import ScriptScene
from litink_app.schemas.shot import Shot, Transition

SECONDS = {Transition.CUT: 0.0, Transition.FADE: 0.25, Transition.LEAF: 0.35, Transition.CURTAIN: 0.8}
"""How long each takes on its side of the cut."""

_MOST = 0.5
"""Of a shot's frames; where a transition would take more there is none."""


def ways(scenes: Sequence[ScriptScene], *, plain: Collection[int] = (), credits: bool = True) -> dict[int, tuple[Transition, Transition]]:
    """By number of the scene, how it is entered and left. What stands in `plain` was filmed elsewhere: it has black around it."""
    inner = [_between(one, then, plain) for one, then in itertools.pairwise(scenes)]
    first, last = (_end(scene, plain) for scene in (scenes[0], scenes[-1])) if scenes else (Transition.FADE,) * 2
    edges = [first, *inner, last if credits else Transition.FADE]
    return {scene.number: (edges[n], edges[n + 1]) for n, scene in enumerate(scenes)}


def _between(one: ScriptScene, then: ScriptScene, plain: Collection[int]) -> Transition:
    if one.number in plain or then.number in plain:
        return Transition.FADE
    if then.chapter:
        return _end(then, plain)
    if one.figure and then.figure:
        return Transition.LEAF
    if (one.setting.kit, one.setting.place) == (then.setting.kit, then.setting.place):
        return Transition.CUT if one.setting.time == then.setting.time else Transition.FADE
    return Transition.FADE if one.setting.mood == "sad" else Transition.LEAF


def _end(scene: ScriptScene, plain: Collection[int]) -> Transition:
    return Transition.FADE if scene.figure or scene.number in plain else Transition.CURTAIN


def joined(shots: Sequence[Shot], enter: Transition, leave: Transition) -> tuple[Shot, ...]:
    """The shots of a scene with its first one entered and its last one left."""
    found = list(shots)
    found[0] = replace(found[0], enter=enter, fade_in=_frames(found[0], enter))
    found[-1] = replace(found[-1], leave=leave, fade_out=_frames(found[-1], leave))
    return tuple(found)


def _frames(shot: Shot, transition: Transition) -> int:
    frames = round(SECONDS[transition] * shot.fps)
    return frames if frames < _MOST * shot.frames else 0
