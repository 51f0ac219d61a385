"""The kernel's work in numpy: the same results within a rounding step, several times slower."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
PHASES = 64
TILE = 16


def _cubic(t: np.ndarray, b: float, c: float) -> np.ndarray:
    t = np.abs(t)
    near = ((12 - 9 * b - 6 * c) * t**3 + (-18 + 12 * b + 6 * c) * t**2 + (6 - 2 * b)) / 6
    far = ((-b - 6 * c) * t**3 + (6 * b + 30 * c) * t**2 + (-12 * b - 48 * c) * t + (8 * b + 24 * c)) / 6
    return np.where(t < 1, near, np.where(t < 2, far, 0))


def taps(b: float = 0.1, c: float = 0.45) -> NDArray[np.int32]:
    """Integer weights of the four taps for each phase; they sum to 64."""
    phase = np.arange(PHASES + 1) / PHASES
    table = np.rint(64 * _cubic(phase[:, None] + 1 - np.arange(4), b, c)).astype(np.int32)
    rest = 64 - table.sum(axis=1)
    table[np.arange(PHASES + 1), np.where(phase < 0.5, 1, 2)] += rest
    return table


_TAPS = taps()


class Plain:
    name = "plain"

    def split(self, pixels: NDArray[np.uint8], planes: tuple[Plane, ...]) -> None:
        y, u, v, alpha, half = planes
        r, g, b, a = (pixels[..., n].astype(np.int32) for n in range(4))
        y[...] = (11966 * r + 40254 * g + 4064 * b + 4112 * a + 32768) >> 16
        alpha[...] = a
        r, g, b, a = (c[0::2, 0::2] + c[0::2, 1::2] + c[1::2, 0::2] + c[1::2, 1::2] for c in (r, g, b, a))
        u[...] = np.clip((-6596 * r - 22189 * g + 28784 * b + 32896 * a + 131072) >> 18, 0, 255)
        v[...] = np.clip((28784 * r - 26145 * g - 2639 * b + 32896 * a + 131072) >> 18, 0, 255)
        half[...] = (a + 2) >> 2

    def classify(self, alpha: Plane, tiles: Plane) -> None:
        tiles[...] = 1

    def compose(self, frame: Plane, width: int, height: int, layers: list[Any]) -> None:
        sizes = ((width, height), (width // 2, height // 2), (width // 2, height // 2))
        start = 0
        for plane, (columns, rows) in enumerate(sizes):
            out = frame[start : start + columns * rows].reshape(rows, columns)
            for placed in layers:
                _lay(out, placed, plane)
            start += columns * rows

    def fade(self, frame: Plane, width: int, height: int, color: tuple[int, int, int], amount: float) -> None:
        weight, start = round(256 * amount), 0
        for count, value in zip((width * height, width * height // 4, width * height // 4), color, strict=True):
            part = frame[start : start + count]
            part[...] = (part.astype(np.uint16) * (256 - weight) + value * weight + 128) >> 8
            start += count


def _lay(out: Plane, placed: Any, plane: int) -> None:
    sheet = placed.sheet
    source, alpha = ((sheet.y, sheet.alpha), (sheet.u, sheet.half_alpha), (sheet.v, sheet.half_alpha))[plane]
    shift = 0.0 if plane == 0 else 0.5 * (0.5 * placed.scale - 0.5)
    share = 1.0 if plane == 0 else 0.5
    down, across = shift + share * placed.y, shift + share * placed.x
    direct = placed.scale == 1.0 and down % 1 == across % 1 == 0.0
    rows = _axis(out.shape[0], source.shape[0], placed.scale, down, direct)
    columns = _axis(out.shape[1], source.shape[1], placed.scale, across, direct)
    if rows is None or columns is None:
        return
    opacity = np.uint16(round(256 * placed.opacity))
    sample = _copy if direct else _sample
    color = sample(source, rows, columns) * opacity >> 8
    cover = sample(alpha, rows, columns) * opacity >> 8
    target = out[rows[0] : rows[1], columns[0] : columns[1]]
    rest = (target * (256 - cover - (cover >> 7)) + 128) >> 8
    target[...] = np.minimum(255, color + rest)


_Axis = tuple[int, int, NDArray[np.int64], NDArray[np.int32]]


def _axis(count: int, size: int, scale: float, offset: float, direct: bool) -> _Axis | None:
    """First and last output index inside the sheet, the leftmost tap of each (or the pixel itself) and the weights."""
    at = np.float32(scale) * np.arange(count, dtype=np.float32) + np.float32(offset)
    whole = np.floor(at).astype(np.int64)
    inside = np.flatnonzero((whole >= 0) & (whole < size) if direct else (whole >= 1) & (whole + 2 < size))
    if not inside.size:
        return None
    low, high = int(inside[0]), int(inside[-1]) + 1
    phase = np.rint((at - whole) * PHASES).astype(np.int64)
    return low, high, whole[low:high] - (0 if direct else 1), _TAPS[phase[low:high]]


def _copy(source: Plane, rows: _Axis, columns: _Axis) -> NDArray[np.uint16]:
    return source[rows[2][:, None], columns[2]].astype(np.uint16)


def _sample(source: Plane, rows: _Axis, columns: _Axis) -> NDArray[np.uint16]:
    _, _, top, down = rows
    _, _, left, across = columns
    lines = np.stack([source[top + k].astype(np.int32) * down[:, k, None] for k in range(4)]).sum(axis=0)
    lines = np.clip((lines + 32) >> 6, 0, 255)
    found = np.stack([lines[:, left + k] * across[:, k] for k in range(4)]).sum(axis=0)
    return np.clip((found + 32) >> 6, 0, 255).astype(np.uint16)
