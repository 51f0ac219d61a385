"""A picture that a person brought: one slow move over it, along what the frame cannot hold, else towards what draws the eye."""

from collections.abc import Sequence

from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.script import ScriptScene
from litink_app.schemas.shot import Camera, Caption, Shot, ShotKind, Transition
from litink_app.studio.stagehand.lesson import within
from litink_app.studio.stagehand.transitions import joined

PUSH, A_SECOND = 1.05, 0.008
"""Zoom at the end of a move: so much, and so much more for each second."""
MOST_PUSH = 1.16
PACE = 0.035
"""How much of a frame the camera may wander in a second."""
LITTLE = 0.04
"""What reaches less beyond the frame than this is not worth a walk."""


def picture_shot(
    scene: ScriptScene,
    brief: PictureBrief,
    size: tuple[int, int],
    focus: tuple[float, float],
    *,
    fps: int,
    captions: Sequence[Caption],
    burn_captions: bool,
    ways: tuple[Transition, Transition] = (Transition.FADE, Transition.FADE),
) -> Shot:
    """The whole scene over a picture of `size` pixels that covers the frame; `focus` is the point in 0..1 of the picture."""
    shot = Shot(
        f"{scene.number}.0", scene.number, ShotKind.OWN, round(scene.seconds * fps), fps, brief,
        camera_over(brief, size, focus, scene.seconds, forth=bool(scene.number % 2)),
        captions=tuple(within(captions, 0.0, scene.seconds)), burn_captions=burn_captions, seed=brief.seed,
    )  # fmt: skip
    return joined([shot], *ways)[0]


def camera_over(brief: PictureBrief, size: tuple[int, int], focus: tuple[float, float], seconds: float, *, forth: bool) -> Camera:
    """Centres are in frames, 0.5 the middle of the picture; a walk ends at the focus, and so does a push (`forth` not: it departs from it)."""
    across, down = size[0] / brief.width - 1, size[1] / brief.height - 1
    x, y = 0.5 + (focus[0] - 0.5) * (1 + across), 0.5 + (focus[1] - 0.5) * (1 + down)
    if max(across, down) > LITTLE:
        (x0, x1), (y0, y1) = _walk(x, across, seconds), _walk(y, down, seconds)
        return Camera(x0, y0, 1.02, x1, y1, 1.06)
    push = min(MOST_PUSH, PUSH + A_SECOND * seconds)
    return Camera(0.5, 0.5, 1.0, x, y, push) if forth else Camera(x, y, push, 0.5, 0.5, 1.0)


def _walk(focus: float, beyond: float, seconds: float) -> tuple[float, float]:
    """From where to where along one side: as far as time allows, to the side of the picture that the focus is on."""
    if beyond <= LITTLE:
        return 0.5, 0.5
    low, high, long = 0.5 - beyond / 2, 0.5 + beyond / 2, min(beyond, PACE * seconds)
    if focus >= 0.5:
        end = min(high, max(low + long, focus))
        return end - long, end
    end = max(low, min(high - long, focus))
    return end + long, end
