"""A person's picture fills the frame, keeps its proportions, and leaves the camera something to wander over."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from litink_app.media.frames import frames, write_png
from litink_app.media.reframe import REACH, reframed
from tests.media.material import SMALL, shot


def drawn(path: Path, size: tuple[int, int], at: tuple[float, float]) -> Path:
    """A pale sheet with a busy disc around a point."""
    picture = Image.new("RGB", size, "#eeeeee")
    x, y, r = at[0] * size[0], at[1] * size[1], min(size) / 8
    for ring in range(8, 0, -1):
        box = (x - r * ring / 8, y - r * ring / 8, x + r * ring / 8, y + r * ring / 8)
        ImageDraw.Draw(picture).ellipse(box, fill="black" if ring % 2 else "white")
    picture.save(path)
    return path


@pytest.mark.parametrize("size", [(1600, 300), (300, 1600), (64, 64), (640, 360)], ids=["long", "tall", "small", "fitting"])
async def test_a_picture_of_any_shape_covers_the_frame(tmp_path: Path, size: tuple[int, int]) -> None:
    given = drawn(tmp_path / "in.png", size, (0.5, 0.5))

    made = await reframed(given, 320, 180, tmp_path / "out.png")

    with Image.open(made.path) as opened:
        assert opened.size == (made.width, made.height)
    assert 320 <= made.width <= 320 * (1 + REACH) + 2 and 180 <= made.height <= 180 * (1 + REACH) + 2


async def test_what_draws_the_eye_stays_in_a_picture_that_is_cut(tmp_path: Path) -> None:
    given = drawn(tmp_path / "in.png", (2400, 300), (0.85, 0.5))

    made = await reframed(given, 320, 180, tmp_path / "out.png")

    with Image.open(made.path) as opened:
        dark = [n for n in range(made.width) if any(opened.getpixel((n, y))[0] < 60 for y in range(0, made.height, 4))]  # type: ignore[index]
    assert dark and 0.3 * made.width < sum(dark) / len(dark)
    assert made.focus[0] > 0.3


async def test_what_is_transparent_becomes_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (320, 180), (255, 0, 0, 0)).save(tmp_path / "in.png")

    made = await reframed(tmp_path / "in.png", 320, 180, tmp_path / "out.png")

    with Image.open(made.path) as opened:
        assert opened.convert("RGB").getpixel((9, 9)) == (251, 247, 240)


def test_frames_of_a_film_come_one_by_one_and_can_be_kept_as_pictures(tmp_path: Path) -> None:
    found = [frame.copy() for frame in frames(shot(tmp_path / "a.mp4", 6))]

    assert [frame.size for frame in found] == [SMALL.frame_bytes] * 6
    with Image.open(write_png(found[0], SMALL.width, SMALL.height, tmp_path / "a.png")) as opened:
        assert opened.size == (SMALL.width, SMALL.height)
