"""Small pictures of a film, and the film in other clothes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from litink_app.media.encode import Codec, encode_frames
from litink_app.media.exports import animatic, export
from litink_app.media.ffmpeg import MediaFailed
from litink_app.media.poster import contact_sheet, poster, preview
from litink_app.media.probe import probe
from tests.media.material import SMALL, frames, luma


@pytest.fixture
async def film(tmp_path: Path) -> Path:
    await encode_frames(frames(SMALL, 30), SMALL, tmp_path / "film.mp4", limit_seconds=60)
    return tmp_path / "film.mp4"


async def test_a_poster_is_the_frame_that_was_asked_for(film: Path, tmp_path: Path) -> None:
    await poster(film, tmp_path / "p.png", at=20 / 24)

    with Image.open(tmp_path / "p.png") as opened:
        assert np.mean(np.asarray(opened.convert("L"))) == pytest.approx((40 + 20 * 5 - 16) * 255 / 219, abs=3)


async def test_the_poster_chosen_is_not_the_empty_one(tmp_path: Path) -> None:
    def plain_then_patterned():
        yield from frames(SMALL, 40)
        for frame in frames(SMALL, 8):
            pattern = np.array(frame)
            pattern[: 160 * 48] = 235
            yield pattern.data

    await encode_frames(plain_then_patterned(), SMALL, tmp_path / "f.mp4", limit_seconds=60)

    await poster(tmp_path / "f.mp4", tmp_path / "p.png")

    with Image.open(tmp_path / "p.png") as opened:
        assert np.std(np.asarray(opened.convert("L"))) > 30


async def test_a_contact_sheet_shows_frames_in_order(film: Path, tmp_path: Path) -> None:
    await contact_sheet(film, tmp_path / "sheet.jpg", columns=3, rows=2, width=800)

    with Image.open(tmp_path / "sheet.jpg") as opened:
        grey = np.asarray(opened.convert("L"), float)
    cells = [grey[40 + r * (grey.shape[0] // 2), 130 + c * 264] for r in range(2) for c in range(3)]
    assert cells == sorted(cells) and len(set(cells)) == 6


async def test_a_long_film_is_not_shown_by_the_black_in_which_its_scenes_open(tmp_path: Path) -> None:
    def opening() -> Iterator[memoryview]:
        for number, frame in enumerate(frames(SMALL, 24 * 15)):
            picture = np.array(frame)
            picture[: 160 * 96] = 16 if number % 48 < 6 else 180
            yield picture.data

    await encode_frames(opening(), SMALL, tmp_path / "f.mp4", limit_seconds=60)
    await contact_sheet(tmp_path / "f.mp4", tmp_path / "sheet.jpg", columns=3, rows=2, width=800)

    with Image.open(tmp_path / "sheet.jpg") as opened:
        grey = np.asarray(opened.convert("L"), float)
    assert min(grey[40 + r * (grey.shape[0] // 2), 130 + c * 264] for r in range(2) for c in range(3)) > 150


@pytest.mark.parametrize("seconds", [15, 30])
async def test_nothing_is_shown_of_a_film_while_a_leaf_lies_over_it(tmp_path: Path, seconds: int) -> None:
    def under_leaves() -> Iterator[memoryview]:
        for number, frame in enumerate(frames(SMALL, 24 * seconds)):
            picture = np.array(frame)
            picture[: 160 * 96] = 120 if number % 96 < 24 else 200
            yield picture.data

    await encode_frames(under_leaves(), SMALL, tmp_path / "f.mp4", limit_seconds=60)

    leaves = [(start, start + 1.0) for start in range(0, seconds, 4)]
    await contact_sheet(tmp_path / "f.mp4", tmp_path / "sheet.jpg", columns=3, rows=2, width=800, covered=leaves)

    with Image.open(tmp_path / "sheet.jpg") as opened:
        grey = np.asarray(opened.convert("L"), float)
    assert min(grey[40 + r * (grey.shape[0] // 2), 130 + c * 264] for r in range(2) for c in range(3)) > 190


async def test_the_sheet_of_a_film_gives_its_most_telling_frame_away_as_poster_but_no_card(tmp_path: Path) -> None:
    def card_plain_patterned_card() -> Iterator[memoryview]:
        for number, frame in enumerate(frames(SMALL, 24 * 20)):
            picture = np.array(frame)
            picture[: 160 * 96] = 120
            if 240 <= number < 360:
                picture[: 160 * 48] = 200
            elif not 120 <= number < 360:
                picture[: 160 * 48 : 2] = 235
            yield picture.data

    await encode_frames(card_plain_patterned_card(), SMALL, tmp_path / "f.mp4", limit_seconds=60)

    await contact_sheet(tmp_path / "f.mp4", tmp_path / "sheet.jpg", columns=2, rows=2, telling=tmp_path / "p.png")

    with Image.open(tmp_path / "p.png") as opened:
        assert opened.size == (160, 96)
        shown = np.asarray(opened.convert("L"), float)
    assert shown[:40].mean() - shown[56:].mean() > 60


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
async def test_a_preview_moves(film: Path, tmp_path: Path, suffix: str) -> None:
    await preview(film, tmp_path / f"p{suffix}", seconds=1.0, width=80)

    with Image.open(tmp_path / f"p{suffix}") as opened:
        assert opened.size[0] == 80
        assert getattr(opened, "n_frames", 1) >= 10


@pytest.mark.parametrize("suffix", [".webm", ".mp4", ".gif"])
async def test_an_export_is_as_long_as_the_film(film: Path, tmp_path: Path, suffix: str) -> None:
    made = await export(film, tmp_path / f"out{suffix}", height=48)

    assert probe(made).seconds == pytest.approx(30 / 24, abs=0.1)


async def test_a_film_is_not_exported_as_a_program(film: Path, tmp_path: Path) -> None:
    with pytest.raises(MediaFailed):
        await export(film, tmp_path / "film.exe")


async def test_an_animatic_shows_each_picture_for_its_seconds(tmp_path: Path) -> None:
    for name, value in (("a", 40), ("b", 200)):
        Image.new("RGB", (300, 200), (value,) * 3).save(tmp_path / f"{name}.png")

    await animatic([(tmp_path / "a.png", 1.0), (tmp_path / "b.png", 0.5)], Codec(160, 96, 24), tmp_path / "out.mp4")

    seen = luma(tmp_path / "out.mp4")
    assert sum(v < 100 for v in seen) == 24
    assert len(seen) == pytest.approx(36, abs=1)
