"""The camera over a person's own picture: along what the frame cannot hold, else towards what draws the eye."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.script import ScriptScene, Setting
from litink_app.schemas.shot import Caption
from litink_app.studio.stagehand.album import PACE, camera_over, picture_shot
from litink_app.studio.stagehand.stills import stills
from litink_app.studio.stagehand.takes import captioned, perform

BRIEF = PictureBrief(PictureKind.OWN, "", 160, 90)
SCENE = ScriptScene(1, "One", Setting("", "meadow"), (), (), (), 2.0, 0, 9)


def gradient(path: Path, width: int, height: int) -> Path:
    """Brighter from left to right and from top to bottom."""
    rows, columns = np.mgrid[0:height, 0:width]
    grey = (40 + 90 * columns / width + 90 * rows / height).astype(np.uint8)
    Image.fromarray(np.stack([grey] * 3, -1)).save(path)
    return path


@pytest.mark.parametrize(
    ("size", "focus", "brighter"), [((216, 90), (0.9, 0.5), True), ((216, 90), (0.1, 0.5), False), ((160, 122), (0.5, 0.9), True)]
)
def test_the_camera_walks_over_what_the_frame_cannot_hold(
    tmp_path: Path, size: tuple[int, int], focus: tuple[float, float], brighter: bool
) -> None:
    shot = picture_shot(SCENE, BRIEF, size, focus, fps=12, captions=(), burn_captions=False)
    given = gradient(tmp_path / "p.png", *size)

    light = [float(np.frombuffer(frame, np.uint8)[: 160 * 90].mean()) for frame in perform(shot, given)]

    assert len(light) == 24
    assert (light[-4] > light[4]) == brighter


def test_a_picture_that_fits_is_drawn_nearer_or_let_go() -> None:
    nearer = camera_over(BRIEF, (160, 90), (0.7, 0.4), 10.0, forth=True)
    away = camera_over(BRIEF, (160, 90), (0.7, 0.4), 10.0, forth=False)

    assert nearer.zoom0 == 1.0 < nearer.zoom1 and (nearer.x1, nearer.y1) == pytest.approx((0.7, 0.4))
    assert (away.zoom0, away.zoom1) == (nearer.zoom1, nearer.zoom0)


@pytest.mark.parametrize("seconds", [2.0, 30.0])
def test_a_walk_is_unhurried_and_stays_on_the_picture(seconds: float) -> None:
    camera = camera_over(BRIEF, (216, 90), (1.0, 0.5), seconds, forth=True)

    assert abs(camera.x1 - camera.x0) <= PACE * seconds + 1e-9
    assert all(0.5 - 0.175 - 1e-9 <= x <= 0.5 + 0.175 + 1e-9 for x in (camera.x0, camera.x1))


def test_captions_are_drawn_over_frames_that_were_filmed_elsewhere() -> None:
    shot = picture_shot(SCENE, BRIEF, (160, 90), (0.5, 0.5), fps=12, captions=(Caption("Here", 0.5, 1.0),), burn_captions=True)
    grey = [np.full(160 * 90 * 3 // 2, 128, np.uint8) for _ in range(24)]

    written = [int((np.frombuffer(frame, np.uint8)[: 160 * 90] > 200).sum()) for frame in captioned(shot, grey)]

    assert [n for n, lit in enumerate(written) if lit] == list(range(6, 12))


def test_a_quick_look_shows_a_still_for_each_caption_as_long_as_the_shot(tmp_path: Path) -> None:
    shot = picture_shot(SCENE, BRIEF, (216, 90), (0.5, 0.5), fps=12, captions=(Caption("Here", 0.5, 1.0),), burn_captions=True)

    made = stills([shot], tmp_path, gradient(tmp_path / "p.png", 216, 90))

    assert [seconds for _, seconds in made] == [0.5, 0.5, 1.0]
    assert len({path.read_bytes() for path, _ in made}) == 3
