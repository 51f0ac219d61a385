"""Pages of a PDF that are pictures of pages: shown, read within a budget, and what is to be said about them."""

import ctypes
import os
import time
from functools import partial
from statistics import median

from litink_app.readers import pdf, pdfium
from litink_app.readers.child import SCANS_SECONDS
from litink_app.readers.layout import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from litink_app.readers.plates import Plate
    from litink_app.readers.port import Reader
    from litink_app.readers.recognition import Recogniser, Seen

LONG_SIDE = 2200
SHORT_SIDE = 64
PIXELS = 40_000_000
SUREST = 0.99
"""No reading is surer than this, whatever the model thinks of itself."""
FLOOR = 0.8
WORDS = 3
_LARGE_FROM = -3
"""glibc: blocks from this size on go back to the system as soon as they are free."""
_TYPE = 0.7
"""Size of type beside the height of a line's box."""


def reader() -> "Reader":
    """A reader of PDFs that tries pages that are pictures too. Opens all files that it needs."""
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    from litink_app.readers.recognition import Recogniser

    ctypes.CDLL(None).mallopt(_LARGE_FROM, 8 << 20)
    return partial(pdf.read, scans=Scans(Recogniser()))


class Scans:
    """`sure` tells for each page that was read how sure its words are (0 to 1); `dim` ones were too unclear, for `late` ones there was no time."""

    def __init__(self, recogniser: "Recogniser") -> None:
        self.sure: dict[int, float] = {}
        self.dim: list[int] = []
        self.late: list[int] = []
        self._recogniser = recogniser
        self._lines: list[Line] = []
        self._until = time.monotonic() + SCANS_SECONDS

    def lines(self, api: "Any", page: "Any", number: int, plates: "list[Plate]") -> list[Line]:
        """The lines of an open page without text; none where it holds no words or they cannot be made out."""
        if time.monotonic() > self._until:
            self.late.append(number + 1)
            return []
        shown, scale = _shown(api, page, plates)
        seen = self._recogniser.read(shown) if shown else []
        if seen is None:
            self.late.append(number + 1)
            return []
        return self._taken(seen, number, scale, shown.height if shown else 0)

    def _taken(self, seen: "list[Seen]", number: int, scale: float, height: int) -> list[Line]:
        if sum(len(one.text.split()) for one in seen) < WORDS:
            return []
        sure = sum(one.sure * len(one.text) for one in seen) / sum(len(one.text) for one in seen)
        if sure < FLOOR:
            self.dim.append(number + 1)
            return []
        self.sure[number + 1] = min(sure, SUREST)
        lines = _lines(seen, number, scale, height)
        self._lines += lines
        return lines

    def settle(self) -> None:
        """Give lines of about the same height one size of type: boxes differ with the letters in them."""
        usual = median([line.size for line in self._lines] or [10.0])
        for line in self._lines:
            line.size = usual if 0.72 < line.size / usual < 1.22 else line.size

    def facts(self) -> dict[str, str]:
        """How sure each page is, for those who keep it with the book."""
        return {"recognised": " ".join(f"{page}:{sure:.2f}" for page, sure in self.sure.items())} if self.sure else {}


def _lines(seen: "list[Seen]", number: int, scale: float, height: int) -> list[Line]:
    found: list[Line] = []
    offset = 0
    for one in seen:
        left, top, right, bottom = (edge / scale for edge in one.box)
        found.append(Line(one.text, number + 1, offset, left, right, height / scale - bottom, _TYPE * (bottom - top), False))
        offset += len(one.text) + 1
    return found


def _shown(api: "Any", page: "Any", plates: "list[Plate]") -> "tuple[Any, float]":
    """The page in grey, and its pixels to a point; nothing where it is a sliver or a flood of pixels."""
    wide, high = api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)
    scale = LONG_SIDE / max(wide, high, 1.0)
    width, height = round(wide * scale), round(high * scale)
    if min(width, height) < SHORT_SIDE or sum(_pixels(api, page, plate) for plate in plates) > PIXELS:
        return None, scale
    from PIL import Image

    bitmap = api.FPDFBitmap_CreateEx(width, height, pdfium.GREY, None, 0)
    if not bitmap:
        return None, scale
    try:
        api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.IN_GREY)
        stride = api.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(api.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        api.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("L", (width, height), data, "raw", "L", stride), scale


def _pixels(api: "Any", page: "Any", plate: "Plate") -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    api.FPDFImageObj_GetImagePixelSize(api.FPDFPage_GetObject(page, plate.number), width, height)
    return width.value * height.value
