"""What puppets do: mouths by phonemes, blinks, breath, eyes on the one who speaks, a gesture on a stressed word, steps."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from litink_app.schemas.picture import Actor
from litink_app.schemas.shot import Mouth, Shot, ShotKind
from litink_app.studio.illustrator.pose import Pose
from litink_app.studio.mouths import mouth_track

BODY_STEP = 2
"""Frames that a body holds a pose: puppets move on twos, mouths and camera on ones."""

BREATH_SECONDS = 3.8
BREATH_SIZE = 0.0035
GESTURE_RISE, GESTURE_HOLD, GESTURE_FALL, GESTURE_GAP = 0.28, 0.30, 0.55, 1.4
STRIDES = {"walk": 1.05, "run": 1.7}
STRIDE_LENGTH = {"walk": 0.42, "run": 0.7}
ARRIVAL = 1.1
"""How far, in their own heights, walkers come to their place in a shot that shows the whole of them."""

_BLINK = (0.5, 1.0, 0.5)


@dataclass(frozen=True, slots=True)
class Moment:
    """One frame of one puppet; `swell` is its breath as a size, `stride` how far it is from its place in its own heights (0 has arrived)."""

    pose: Pose
    swell: float = 1.0
    stride: float = 0.0


class Role:
    """One puppet through a whole shot."""

    def __init__(self, actor: Actor, shot: Shot) -> None:
        chance = Random(f"{shot.seed}:{shot.id}:{actor.look.id}")
        self._fps, self._phase = shot.fps, chance.random()
        mouths = [m for m in shot.mouths if m.actor == actor.look.id]
        self._mouths = mouth_track([p for m in mouths for p in m.phonemes], shot.fps, shot.frames) if mouths else ["rest"] * shot.frames
        self._blinks = blinks(shot.frames, shot.fps, chance)
        self._gestures = gestures(mouths, chance)
        self._gaze = [_gaze(actor, shot, frame / shot.fps) for frame in range(shot.frames)]
        self._gait = actor.pose if actor.pose in STRIDES else ""
        self._way = _way(actor, shot) if self._gait else 0.0

    def at(self, frame: int) -> Moment:
        held = frame - frame % BODY_STEP
        t = held / self._fps
        strides, arm = t * STRIDES.get(self._gait, 0.0), _steps(self._arm(t), 5)
        left = self._left(frame / self._fps)
        pose = Pose(
            mouth=self._mouths[frame],
            blink=self._blinks[frame],
            gaze=self._gaze[held],
            arm=arm,
            walk=_steps(strides % 1.0, 12) or 1.0 if left else 0.0,
        )
        swell = 1 + BREATH_SIZE * math.sin(2 * math.pi * (frame / self._fps / BREATH_SECONDS + self._phase))
        return Moment(pose, swell, -left if left else 0.0)

    def _left(self, t: float) -> float:
        """How far the walker still has to go at a time."""
        return max(0.0, self._way - t * STRIDES[self._gait] * STRIDE_LENGTH[self._gait]) if self._gait else 0.0

    def _arm(self, t: float) -> float:
        return max((_rise(t - start) * size for start, size in self._gestures), default=0.0)


def _way(actor: Actor, shot: Shot) -> float:
    """How far somebody walks to their place: not in a close view, not through those who stand behind them, not from outside."""
    if shot.kind not in (ShotKind.ESTABLISHING, ShotKind.WIDE):
        return 0.0
    behind = [(actor.x - other.x) * actor.facing for other in shot.brief.actors if other.look.id != actor.look.id]
    edge = actor.x if actor.facing > 0 else 1 - actor.x
    free = min([edge, *(gap for gap in behind if gap > 0)]) * shot.brief.width / shot.brief.height
    return min(ARRIVAL, max(0.0, free / (0.55 * max(0.4, actor.look.height)) - 0.6))


def _steps(value: float, count: int) -> float:
    return round(value * count) / count


def _rise(t: float) -> float:
    """A gesture from 0 up to 1, held, and down again."""
    if t < 0:
        return 0.0
    if t < GESTURE_RISE:
        return math.sin(t / GESTURE_RISE * math.pi / 2)
    fall = (t - GESTURE_RISE - GESTURE_HOLD) / GESTURE_FALL
    return 1.0 if fall < 0 else max(0.0, 0.5 + 0.5 * math.cos(math.pi * min(1.0, fall)))


def blinks(frames: int, fps: int, chance: Random) -> list[float]:
    """Lids over the shot: shut for a tenth of a second every few seconds, never in the first frames after a cut."""
    lids, at = [0.0] * frames, round(chance.uniform(0.8, 3.0) * fps)
    while at < frames:
        for step, lid in enumerate(_BLINK):
            if at + step < frames:
                lids[at + step] = lid
        at += round(chance.uniform(2.2, 5.5) * fps)
    return lids


def gestures(mouths: Sequence[Mouth], chance: Random) -> list[tuple[float, float]]:
    """When the hand rises (a little before a stressed sound) and how far; not at every stress."""
    found: list[tuple[float, float]] = []
    for mouth in mouths:
        for sound in mouth.phonemes:
            start = sound.start - 0.18
            if "ˈ" in sound.text and (not found or start - found[-1][0] > GESTURE_GAP) and chance.random() < 0.6:
                found.append((start, chance.uniform(0.45, 0.95)))
    return found


def _gaze(actor: Actor, shot: Shot, t: float) -> float:
    """1 looks ahead, -1 back: towards the one who speaks, the speaker towards the nearest other one."""
    speaker = next((m.actor for m in shot.mouths if m.phonemes and m.phonemes[0].start - 0.3 <= t <= m.phonemes[-1].end), None)
    others = [a for a in shot.brief.actors if a.look.id != actor.look.id]
    if not others or speaker is None:
        return 0.0
    seen = next((a for a in others if a.look.id == speaker), min(others, key=lambda a: abs(a.x - actor.x)))
    return 1.0 if (seen.x - actor.x) * actor.facing > 0 else -1.0
