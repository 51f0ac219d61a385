"""The blending kernel: exact where it copies, right between the pixels, and the same in C and in numpy."""

import subprocess
from pathlib import Path

import numpy as np
import pytest

from litink_app.studio.stagehand import kernel as kernels
from litink_app.studio.stagehand.plain import Plain
from litink_app.studio.stagehand.sheets import Laid, Sheet

WIDTH, HEIGHT = 200, 120


def native() -> kernels.Kernel:
    found = kernels.kernel()
    if found.name != "native":
        pytest.skip("there is no C compiler here")
    return found


def noise(width: int, height: int, seed: int, holes: bool = True) -> Sheet:
    chance = np.random.default_rng(seed)
    pixels = chance.integers(0, 256, (height, width, 4), np.uint8)
    soft = np.clip(np.add.outer(np.sin(np.arange(height) / 9 + seed), np.sin(np.arange(width) / 13)) * 200 + 120, 0, 255)
    pixels[..., 3] = soft if holes else 255
    pixels[..., :3] = pixels[..., :3].astype(np.uint16) * pixels[..., 3:] // 255
    return Sheet(pixels)


def flat(width: int, height: int, color: tuple[int, int, int, int]) -> Sheet:
    return Sheet(np.tile(np.array(color, np.uint8), (height, width, 1)))


def composed(kernel: kernels.Kernel, layers: list[Laid], width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    frame = np.zeros(width * height * 3 // 2, np.uint8)
    kernel.compose(frame, width, height, layers)
    return frame


def luma(frame: np.ndarray, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    return frame[: width * height].reshape(height, width)


def test_c_and_numpy_agree_to_a_rounding_step() -> None:
    layers = [
        Laid(noise(260, 180, 1, holes=False), 1.03, 8.37, 12.9),
        Laid(noise(260, 180, 2), 0.97, 20.25, 10.5, 0.7),
        Laid(noise(64, 48, 3), 1.0, -70.0, -30.0),
        Laid(noise(66, 50, 4), 1.4, -170.3, 20.1),
        Laid(noise(240, 160, 5), 1.0, 3.5, 4.25),
    ]

    a, b = composed(native(), layers), composed(Plain(), layers)

    assert np.abs(a.astype(int) - b).max() <= 1


@pytest.mark.parametrize(("width", "height"), [(854, 480), (720, 1280), (3840, 64), (250, 130), (64, 16)])
def test_every_size_is_filled_to_its_edges(width: int, height: int) -> None:
    ground = Laid(flat(width + 20, height + 20, (255, 255, 255, 255)), 1.001, 8.3, 8.6)

    frame = composed(native(), [ground], width, height)

    assert np.all(luma(frame, width, height) == 235)
    assert np.all(frame[width * height :] == 128)


def test_a_sheet_at_its_own_size_is_copied_untouched() -> None:
    sheet = noise(WIDTH, HEIGHT, 7, holes=False)

    frame = composed(native(), [Laid(sheet, 1.0, 0.0, 0.0)])

    assert np.array_equal(luma(frame), sheet.y)


def test_colours_are_bt709_in_limited_range() -> None:
    for color, expected in (
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((0, 0, 255), (32, 240, 118)),
        ((0, 0, 0), (16, 128, 128)),
    ):
        sheet = flat(32, 32, (*color, 255))

        seen = (int(sheet.y[8, 8]), int(sheet.u[4, 4]), int(sheet.v[4, 4]))

        assert np.abs(np.subtract(seen, expected)).max() <= 1


def test_half_covered_is_half_seen() -> None:
    white = flat(240, 160, (255, 255, 255, 255))
    veil = flat(240, 160, (0, 0, 0, 128))

    frame = composed(native(), [Laid(white, 1.0, 4, 4), Laid(veil, 1.0, 4, 4)])

    assert luma(frame)[60, 100] == pytest.approx(16 + 219 / 2, abs=2)


def test_a_tenth_of_a_pixel_moves_an_edge_by_a_tenth() -> None:
    pixels = np.zeros((160, 240, 4), np.uint8)
    pixels[..., 3] = 255
    ramp = np.clip((np.arange(240) - 60) * 4, 0, 255)
    pixels[..., :3] = ramp[None, :, None]
    sheet = Sheet(pixels)

    steps = [float(luma(composed(native(), [Laid(sheet, 1.0, 4 + n / 10, 4)]))[60, 80]) for n in range(11)]

    assert np.all(np.diff(steps) >= 0)
    assert steps[-1] - steps[0] == pytest.approx(4 * 219 / 255, abs=1.1)


def test_what_lies_outside_changes_nothing() -> None:
    ground = Laid(flat(240, 160, (200, 100, 50, 255)), 1.0, 4, 4)
    far = [Laid(noise(40, 40, n), 1.0, x, y) for n, (x, y) in enumerate([(5000.0, 0.0), (-5000.0, 3.3), (0.0, 900.0), (2.2, -900.0)])]

    assert np.array_equal(composed(native(), [ground, *far]), composed(native(), [ground]))


def test_a_fade_ends_in_the_colour() -> None:
    frame = np.full(WIDTH * HEIGHT * 3 // 2, 200, np.uint8)

    native().fade(frame, WIDTH, HEIGHT, (16, 128, 128), 1.0)

    assert set(luma(frame).ravel()) == {16}
    assert set(frame[WIDTH * HEIGHT :]) == {128}


def test_without_a_compiler_the_work_is_done_in_numpy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kernels.shutil, "which", lambda name: None)
    monkeypatch.delenv("CC", raising=False)
    kernels.kernel.cache_clear()

    found = kernels.kernel()
    kernels.kernel.cache_clear()

    assert found.name == "plain"


def test_the_kernel_is_built_once_and_again_for_other_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    native()
    compiler = kernels.shutil.which("cc") or "gcc"

    first, again = kernels.build(compiler, tmp_path), kernels.build(compiler, tmp_path)
    changed = tmp_path / "blend.c"
    changed.write_text(kernels._SOURCE.read_text() + "\n/* other */\n")
    monkeypatch.setattr(kernels, "_SOURCE", changed)

    assert first == again
    assert kernels.build(compiler, tmp_path) != first


def test_a_compiler_that_fails_is_an_error_here_and_no_library_stays(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        kernels.build("false", tmp_path)

    assert list(tmp_path.glob("*.so")) == []
