"""Sheets: pictures kept as planes of premultiplied BT.709 YUV 4:2:0 with alpha, ready to be laid over one another."""

from dataclasses import dataclass
from mmap import PAGESIZE

import numpy as np
import skia
from numpy.typing import NDArray

from litink_app.studio.stagehand.camera import Move, View
from litink_app.studio.stagehand.kernel import kernel
from litink_app.studio.stagehand.plain import TILE

EDGE = 6
"""Clear or repeated pixels around what is drawn, for the filter's reach."""

_PAD = 256
"""Bytes before and after each plane that the kernel may read, never show."""


class Sheet:
    """`alpha` and `y` are (height, width), `u`, `v` and `half_alpha` half of that; `tiles` says where nothing or everything is covered."""

    __slots__ = ("_store", "addresses", "alpha", "half_alpha", "height", "tiles", "u", "v", "width", "y")

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        """From premultiplied RGBA of shape (height, width, 4); both even."""
        self.height, self.width, _ = pixels.shape
        full, half = (self.height, self.width), (self.height // 2, self.width // 2)
        shapes = (full, half, half, full, half)
        self._store = np.zeros(sum(h * w + _PAD for h, w in shapes) + _PAD, np.uint8)
        at, planes = _PAD, list[NDArray[np.uint8]]()
        for h, w in shapes:
            planes.append(self._store[at : at + h * w].reshape(h, w))
            at += h * w + _PAD
        self.y, self.u, self.v, self.alpha, self.half_alpha = planes
        self.tiles = np.zeros((-(-self.height // TILE), -(-self.width // TILE)), np.uint8)
        kernel().split(pixels, (self.y, self.u, self.v, self.alpha, self.half_alpha))
        kernel().classify(self.alpha, self.tiles)
        self.addresses = tuple(p.ctypes.data for p in (self.y, self.u, self.v, self.alpha, self.half_alpha, self.tiles))

    @property
    def empty(self) -> bool:
        return not self.tiles.any()


@dataclass(slots=True)
class Laid:
    """A sheet in a frame: the frame's point p shows the sheet's point scale * p + (x, y)."""

    sheet: Sheet
    scale: float
    x: float
    y: float
    opacity: float = 1.0

    @property
    def key(self) -> tuple[int, float, float, float, float]:
        return (id(self.sheet), self.scale, self.x, self.y, self.opacity)


def lay(sheet: Sheet, own: float, left: float, top: float, move: Move, stand: View) -> Laid:
    """A sheet of `own` pixels per picture pixel, whose corner is at (left, top) of the picture, seen as `stand` says."""
    scale = own / stand.zoom
    x = (stand.x - left) * own - (move.width / 2 - 0.5) * scale - 0.5
    y = (stand.y - top) * own - (move.height / 2 - 0.5) * scale - 0.5
    return Laid(sheet, scale, x, y)


def even(value: float) -> int:
    """The next even whole number."""
    return 2 * int(-(-value // 2))


def aligned(count: int) -> NDArray[np.uint8]:
    """Bytes that begin where a page of memory does, so that no vector of the kernel lies across two lines of the cache."""
    room = np.zeros(count + PAGESIZE, np.uint8)
    start = -room.ctypes.data % PAGESIZE
    return room[start : start + count]


def canvas_pixels(width: int, height: int) -> tuple[NDArray[np.uint8], skia.Surface]:
    """Clear RGBA pixels and a surface that draws into them."""
    pixels = np.zeros((height, width, 4), np.uint8)
    return pixels, surface_on(pixels)


def surface_on(pixels: NDArray[np.uint8]) -> skia.Surface:
    """A surface that draws into RGBA pixels that are there."""
    height, width, _ = pixels.shape
    info = skia.ImageInfo.MakeN32Premul(width, height).makeColorType(skia.kRGBA_8888_ColorType)
    return skia.Surface.MakeRasterDirect(info, pixels)


def sheet_of(
    image: skia.Image,
    left: float = 0,
    top: float = 0,
    width: int | None = None,
    height: int | None = None,
    scale: float = 1.0,
    soft: float = 0.0,
) -> Sheet:
    """The part of `image` at (left, top), `width` × `height` output pixels of it, enlarged by `scale`, out of focus by `soft` of its pixels."""
    columns, rows = even(width or image.width()), even(height or image.height())
    pixels, surface = canvas_pixels(columns, rows)
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    canvas.translate(-left, -top)
    filtering = skia.SamplingOptions(skia.FilterMode.kLinear) if scale != 1.0 or left % 1 or top % 1 else skia.SamplingOptions()
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(soft, soft)) if soft else None
    canvas.drawImage(image, 0, 0, filtering, paint)
    surface.flushAndSubmit()
    return Sheet(pixels)
