"""A scene that explains: one figure, whose parts come into the light as they are named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from litink_app.schemas.film import SpokenLine
from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.script import ScriptScene
from litink_app.schemas.shot import Camera, Caption, Shot, ShotKind
from litink_app.schemas.sound import Timed

LEAST = 0.8
"""Seconds that a step is seen at least; shorter ones are shown with the next."""

PUSH = 1.035


def lesson_shots(
    scene: ScriptScene, spoken: Sequence[SpokenLine], brief: PictureBrief, *, fps: int, captions: Sequence[Caption], burn_captions: bool
) -> list[Shot]:
    """A shot for each line that names something new; together they are one slow move towards the figure."""
    total = round(scene.seconds * fps)
    cuts = [(min(total, round(start * fps)), shown) for start, shown in _steps(scene, spoken)]
    ends = [at for at, _ in cuts[1:]] + [total]
    shots: list[Shot] = []
    for number, ((first, shown), last) in enumerate(zip(cuts, ends, strict=True)):
        z0, z1 = (1 + (PUSH - 1) * at / total for at in (first, last))
        start, end = first / fps, last / fps
        shots.append(
            Shot(
                f"{scene.number}.{number}", scene.number, ShotKind.INSERT, last - first, fps,
                replace(brief, notes={**brief.notes, "shown": str(shown)}), Camera(zoom0=z0, zoom1=z1),
                captions=tuple(within(captions, start, end)), burn_captions=burn_captions, seed=brief.seed * 1000 + number,
            )
        )  # fmt: skip
    return shots


def _steps(scene: ScriptScene, spoken: Sequence[SpokenLine]) -> list[tuple[float, int]]:
    """(second, items shown from then on), beginning at 0."""
    known = [int(step) for step in scene.figure.get("steps", "").split("|") if step]
    starts = {line.line: line.start for line in spoken}
    found: list[tuple[float, int]] = [(0.0, known[0] if known else 0)]
    for line, shown in zip(scene.lines[1:], known[1:], strict=False):
        at = starts.get(line.id, 0.0) - 0.2
        if shown == found[-1][1]:
            continue
        if at - found[-1][0] < LEAST or scene.seconds - at < LEAST:
            found[-1] = (found[-1][0], shown)
        else:
            found.append((at, shown))
    return found


def moved(timed: Timed, seconds: float) -> Timed:
    return Timed(timed.text, timed.start + seconds, timed.end + seconds)


def within(captions: Sequence[Caption], start: float, end: float) -> Iterator[Caption]:
    for caption in captions:
        if caption.end > start and caption.start < end:
            words = tuple(moved(word, -start) for word in caption.words)
            yield replace(caption, start=max(0.0, caption.start - start), end=min(end, caption.end) - start, words=words)
