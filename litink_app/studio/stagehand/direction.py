"""Film grammar: a scene and the times of its lines become shots.

First the place, then the people, then the one who speaks; a narrator is seen past, a voice from elsewhere is heard on its listener's
face. A cut falls into the pause before a line. Shots last between `SHORTEST` and `LONGEST` seconds and fill the scene to the frame.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from litink_app.schemas.film import SpokenLine
from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.script import LineKind, ScriptLine, ScriptScene
from litink_app.schemas.shot import Camera, Caption, Mouth, Shot, ShotKind, Transition
from litink_app.studio.stagehand.acting import STRIDES
from litink_app.studio.stagehand.framing import Blocking, frame_for
from litink_app.studio.stagehand.lesson import lesson_shots, moved, within
from litink_app.studio.stagehand.transitions import joined

SHORTEST, LONGEST = 1.5, 7.5
ESTABLISH = 2.2
QUICK = 1.8
"""A line shorter than this is not worth a close shot of its own."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A stretch of the scene with one thing to look at: `focus` names actors, the first of them foremost."""

    start: float
    end: float
    kind: ShotKind
    focus: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        return self.end - self.start


def plan_shots(
    scene: ScriptScene,
    spoken: Sequence[SpokenLine],
    brief: PictureBrief,
    *,
    fps: int,
    captions: Sequence[Caption] = (),
    burn_captions: bool = False,
    ways: tuple[Transition, Transition] = (Transition.FADE, Transition.FADE),
) -> tuple[Shot, ...]:
    """The shots of a scene; their frames sum to round(scene.seconds * fps).

    `brief` is the scene's establishing picture: size, style, setting and actors; `captions` (in times of the scene, see
    `media.captions`) are cut to the shots and drawn in the picture where `burn_captions`; `ways` say how the scene is entered and left.
    """
    if brief.kind is PictureKind.DIAGRAM:
        shots = lesson_shots(scene, spoken, brief, fps=fps, captions=captions, burn_captions=burn_captions)
        return joined(shots, *ways)
    cast = tuple(actor.look.id for actor in brief.actors)
    beats = varied(paced(laid_out(scene, spoken, cast), scene.seconds), cast)
    total = round(scene.seconds * fps)
    cuts = [min(total, round(beat.start * fps)) for beat in beats] + [total]
    blocking = Blocking(brief)
    shots = [
        _shot(scene, spoken, brief, blocking, beat, (cuts[n], cuts[n + 1], n), fps, captions, burn_captions) for n, beat in enumerate(beats)
    ]
    return joined(shots, *ways)


def card_shot(
    brief: PictureBrief, *, scene: int, seconds: float, fps: int, kind: ShotKind = ShotKind.TITLE, fade_seconds: float = 0.5
) -> Shot:
    """A title or credits card: the picture, hardly moving, from black and to black."""
    fade = min(round(fade_seconds * fps), round(seconds * fps) // 3)
    camera = Camera(zoom0=1.0, zoom1=1.03) if kind is ShotKind.TITLE else Camera(zoom0=1.03, zoom1=1.0)
    return Shot(f"{kind}-{scene}", scene, kind, round(seconds * fps), fps, brief, camera, seed=brief.seed, fade_in=fade, fade_out=fade)


def laid_out(scene: ScriptScene, spoken: Sequence[SpokenLine], cast: tuple[str, ...]) -> list[Beat]:
    """One beat per line, cut in the pauses before them, with the place itself in front."""
    known = {line.id: line for line in scene.lines}
    heard = sorted((s for s in spoken if s.line in known), key=lambda s: s.start)
    if not heard:
        return [Beat(0.0, scene.seconds, ShotKind.ESTABLISHING, cast)]
    starts = [_cut_before(heard, n) for n in range(len(heard))]
    beats = [Beat(0.0, starts[0], ShotKind.ESTABLISHING, cast)] if starts[0] >= ESTABLISH else []
    ends = [*starts[1:], scene.seconds]
    for number, (line, start, end) in enumerate(zip(heard, starts, ends, strict=True)):
        first = 0.0 if number == 0 and not beats else start
        beats.append(_beat(known[line.line], first, end, cast, opening=number == 0 and not beats))
    return beats


def _cut_before(heard: Sequence[SpokenLine], number: int) -> float:
    """A little before the line begins, never into the line before."""
    start = heard[number].start
    earlier = heard[number - 1].end if number else 0.0
    return max(start - 0.25, min(start, (earlier + start) / 2))


def _beat(line: ScriptLine, start: float, end: float, cast: tuple[str, ...], *, opening: bool) -> Beat:
    if opening and (line.kind is LineKind.NARRATION or line.speaker not in cast or end - start < ESTABLISH + QUICK):
        return Beat(start, end, ShotKind.ESTABLISHING, cast)
    if line.kind is LineKind.NARRATION:
        return Beat(start, end, ShotKind.WIDE, cast)
    if line.speaker in cast:
        others = tuple(who for who in cast if who != line.speaker)
        kind = ShotKind.TWO_SHOT if others and end - start < QUICK else ShotKind.CLOSE
        return Beat(start, end, kind, (line.speaker, *others) if kind is ShotKind.TWO_SHOT else (line.speaker,))
    return Beat(start, end, ShotKind.CLOSE if cast else ShotKind.WIDE, cast[:1])


def paced(beats: Sequence[Beat], seconds: float) -> list[Beat]:
    """Beats too short are joined to a neighbour, beats too long are divided; the first shows the place for a while."""
    opened = _opened(list(beats))
    joined: list[Beat] = []
    for beat in opened:
        if joined and (_alike(joined[-1], beat) or beat.seconds < SHORTEST or joined[-1].seconds < SHORTEST):
            joined[-1] = _both(joined[-1], beat)
        else:
            joined.append(beat)
    return [part for beat in joined for part in _divided(beat)]


def _opened(beats: list[Beat]) -> list[Beat]:
    """A scene that begins on a face first shows where it is, if there is time."""
    first = beats[0]
    if first.kind in (ShotKind.ESTABLISHING, ShotKind.WIDE) or first.seconds < ESTABLISH + SHORTEST:
        return [replace(first, kind=ShotKind.ESTABLISHING) if first.kind is ShotKind.WIDE else first, *beats[1:]]
    at = first.start + ESTABLISH
    return [Beat(first.start, at, ShotKind.ESTABLISHING, first.focus), replace(first, start=at), *beats[1:]]


def _alike(a: Beat, b: Beat) -> bool:
    return a.kind == b.kind and a.focus == b.focus and b.end - a.start <= LONGEST


def _both(a: Beat, b: Beat) -> Beat:
    """The longer one decides what is seen; two speakers in one beat are seen together."""
    if a.kind is b.kind is ShotKind.CLOSE and a.focus != b.focus:
        return Beat(a.start, b.end, ShotKind.TWO_SHOT, tuple(dict.fromkeys(a.focus + b.focus)))
    chosen = a if a.seconds >= b.seconds or a.kind is ShotKind.ESTABLISHING else b
    return replace(chosen, start=a.start, end=b.end)


def _divided(beat: Beat) -> Iterator[Beat]:
    count = max(1, int(-(-beat.seconds // LONGEST)))
    step = beat.seconds / count
    for number in range(count):
        yield replace(beat, start=beat.start + number * step, end=beat.end if number == count - 1 else beat.start + (number + 1) * step)


def varied(beats: Sequence[Beat], cast: tuple[str, ...]) -> list[Beat]:
    """No two neighbours look the same: a long stretch changes from the place to its people, to one of them, to a detail."""
    found: list[Beat] = []
    for beat in beats:
        last = found[-1] if found else None
        found.append(_other(beat, last, cast, len(found)) if last and _same(last, beat) else beat)
        if found[-1].kind is ShotKind.ESTABLISHING and len(found) > 1:
            found[-1] = _other(found[-1], found[-2], cast, len(found))
    return found


def _same(a: Beat, b: Beat) -> bool:
    """Whether a cut between them would show hardly anything new: the whole place twice, or the same face."""
    whole = (ShotKind.ESTABLISHING, ShotKind.WIDE)
    return (a.kind in whole and b.kind in whole) or (a.kind, a.focus[:1]) == (b.kind, b.focus[:1])


def _other(beat: Beat, last: Beat, cast: tuple[str, ...], number: int) -> Beat:
    """Another way to look at the same."""
    if beat.kind in (ShotKind.CLOSE, ShotKind.TWO_SHOT):
        return replace(
            beat,
            kind=ShotKind.TWO_SHOT if beat.kind is ShotKind.CLOSE and len(cast) > 1 else ShotKind.WIDE,
            focus=(*beat.focus, *(c for c in cast if c not in beat.focus)),
        )
    choices = [(ShotKind.WIDE, cast), (ShotKind.INSERT, ())]
    if cast:
        choices += [(ShotKind.TWO_SHOT, cast)] if len(cast) > 1 else []
        choices.append((ShotKind.CLOSE, (cast[number % len(cast)],)))
    fresh = [(kind, focus) for kind, focus in choices if not _same(last, replace(beat, kind=kind, focus=focus))]
    kind, focus = fresh[number % len(fresh)]
    return replace(beat, kind=kind, focus=focus)


def _shot(
    scene: ScriptScene,
    spoken: Sequence[SpokenLine],
    brief: PictureBrief,
    blocking: Blocking,
    beat: Beat,
    cut: tuple[int, int, int],
    fps: int,
    captions: Sequence[Caption],
    burn: bool,
) -> Shot:
    first, last, number = cut
    start, end = first / fps, last / fps
    seed = brief.seed * 1000 + scene.number * 40 + number
    camera = frame_for(beat.kind, beat.focus, blocking, scene.tension, end - start, Random(seed))
    return Shot(
        id=f"{scene.number}.{number}",
        scene=scene.number,
        kind=beat.kind,
        frames=last - first,
        fps=fps,
        brief=arrived(brief) if beat.kind in (ShotKind.CLOSE, ShotKind.TWO_SHOT) else brief,
        camera=camera,
        mouths=tuple(_mouths(scene, spoken, brief, start, end)),
        captions=tuple(within(captions, start, end)),
        burn_captions=burn,
        seed=seed,
    )


def arrived(brief: PictureBrief) -> PictureBrief:
    """The same picture with those who walked in standing, turned to us: as they are seen close."""
    return replace(brief, actors=tuple(replace(actor, pose="stand") if actor.pose in STRIDES else actor for actor in brief.actors))


def _mouths(scene: ScriptScene, spoken: Sequence[SpokenLine], brief: PictureBrief, start: float, end: float) -> Iterator[Mouth]:
    """Who of those in view speaks during the shot, in the shot's own times."""
    speakers = {line.id: line.speaker for line in scene.lines if line.kind is LineKind.DIALOGUE}
    seen = {actor.look.id for actor in brief.actors}
    for line in spoken:
        who = speakers.get(line.line)
        if who in seen and line.end > start and line.start < end:
            sounds = [moved(p, line.start - start) for p in line.speech.phonemes]
            inside = tuple(p for p in sounds if p.end > 0 and p.start < end - start)
            if who and inside:
                yield Mouth(who, inside)
