"""Title cards: framed as the place of the book asks, their words on light."""

import numpy as np
import pytest
import skia

from litink_app.schemas.picture import KITS, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.studio.illustrator.playbills import PLAYBILLS
from litink_app.studio.illustrator.stage import build_stage


def card(kit: str, size: tuple[int, int] = (320, 180), title: str = "A Tale") -> np.ndarray:
    brief = PictureBrief(PictureKind.TITLE_CARD, title, *size, Setting("", kit, "day", "clear", "calm"), title=title, seed=4)
    return build_stage(brief).frame().toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].astype(np.float32) / 255


def test_every_place_has_its_frame() -> None:
    assert set(PLAYBILLS) == set(KITS)


def test_books_of_woods_rooms_waters_towns_and_lessons_begin_unlike_each_other() -> None:
    rims = [card(kit)[:36].mean(axis=2) for kit in ("forest", "drawing_room", "ship", "castle", "library", "snow")]

    assert min(np.abs(a - b).mean() for i, a in enumerate(rims) for b in rims[:i]) > 0.02


@pytest.mark.parametrize("kit", ["forest", "drawing_room", "ship", "castle", "library", "snow", "city_night"])
@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)])
def test_words_stand_in_light_with_dark_around_them(kit: str, size: tuple[int, int]) -> None:
    bare = card(kit, size, title=" ").mean(axis=2)
    height, width = bare.shape

    middle = bare[int(height * 0.36) : int(height * 0.62), int(width * 0.32) : int(width * 0.68)]
    rim = np.concatenate([bare[: int(height * 0.05)].ravel(), bare[int(height * 0.95) :].ravel()])

    assert middle.mean() > rim.mean() + 0.15
    assert middle.min() > 0.45
