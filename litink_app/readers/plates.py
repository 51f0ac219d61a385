"""Pictures of a PDF: where they stand among the words, and their bytes, as they are in the file or packed anew as PNG."""

import ctypes
import struct
import zlib
from bisect import bisect_left

from litink_app.readers import images, kinds, pdfium
from litink_app.readers.draft import Draft, Picture, Piece
from litink_app.readers.layout import Line
from litink_app.readers.lazily import lazily_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMED = lazily_bytes(rb"/Subtype\s*/Image\b")
OBJECTS = 2000
PLATES = 500
SMALLEST = 24
PIXELS = 6_000_000
_FORMS = {1: (1, (0,), 0), 2: (3, (2, 1, 0), 2), 3: (4, (2, 1, 0), 2), 4: (4, (2, 1, 0, 3), 6)}
"""PDFium's forms of bitmaps: bytes of a pixel, their order in a PNG, and its own name for that."""


class Plate:
    """A picture on a page: its number among the page's objects, its area in points, its share of the page, and the sign that it stands before."""

    __slots__ = ("area", "before", "number", "page", "share")

    def __init__(self, page: int, number: int, area: float, share: float, before: int) -> None:
        self.page, self.number, self.area, self.share, self.before = page, number, area, share, before


def named(data: bytes) -> bool:
    """Whether a PDF file says that it has pictures."""
    return b"/Image" in data and _NAMED.search(data) is not None


def found(api: "Any", page: "Any", number: int, lines: list[Line]) -> list[Plate]:
    """The pictures of an open page, large enough to be more than an ornament."""
    whole = max(1.0, api.FPDF_GetPageWidthF(page) * api.FPDF_GetPageHeightF(page))
    plates: list[Plate] = []
    for index in range(min(OBJECTS, api.FPDFPage_CountObjects(page))):
        one = api.FPDFPage_GetObject(page, index)
        if api.FPDFPageObj_GetType(one) != pdfium.IMAGE:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if api.FPDFPageObj_GetBounds(one, left, bottom, right, top) and min(right.value - left.value, top.value - bottom.value) >= SMALLEST:
            area = (right.value - left.value) * (top.value - bottom.value)
            below = (line.offset for line in lines if line.base < bottom.value)
            plates.append(Plate(number, index, area, area / whole, next(below, 1 << 30)))
    return plates


def place(draft: Draft, plates: list[Plate]) -> None:
    """Put an empty piece where each picture stands; what it is called is said when it is taken over."""
    keys = [(piece.page - 1, piece.offset) for piece in draft.pieces]
    for plate in sorted(plates[:PLATES], key=lambda one: (one.page, one.before), reverse=True):
        at = bisect_left(keys, (plate.page, plate.before))
        draft.pieces.insert(at, Piece("", kinds.FIGURE, page=plate.page + 1, figure=name(plate)))


def name(plate: Plate) -> str:
    return f"page-{plate.page + 1}-{plate.number}"


def take(api: "Any", document: "Any", plates: list[Plate], draft: Draft) -> None:
    """The bytes of the pictures; one that fills the first page is the cover."""
    spent = 0
    for plate in plates[:PLATES]:
        page = api.FPDF_LoadPage(document, plate.page)
        picture = images.figure(name(plate), _bytes(api, document, page, plate)) if page else None
        spent += len(picture.data) if picture else 0
        if picture and spent <= images.ALL_BYTES:
            draft.figures[picture.name] = picture
            if plate.page == 0 and plate.share > 0.5:
                draft.cover = draft.cover or Picture(picture.name, picture.media_type, picture.data, "Cover")
        if page:
            api.FPDF_ClosePage(page)
    for piece in draft.pieces:
        piece.figure = piece.figure if piece.figure in draft.figures else ""


def _bytes(api: "Any", document: "Any", page: "Any", plate: Plate) -> bytes:
    """JPEG as it is in the file; anything else as PNG, as shown where it lets the page through; nothing where it is a flood of pixels."""
    one = api.FPDFPage_GetObject(page, plate.number)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not api.FPDFImageObj_GetImagePixelSize(one, width, height) or not 0 < width.value * height.value <= images.PIXELS:
        return b""
    if plate.area <= PIXELS and (shown := _png(api, api.FPDFImageObj_GetRenderedBitmap(document, page, one), masked=True)):
        return shown
    if (size := api.FPDFImageObj_GetImageDataRaw(one, None, 0)) <= images.BYTES:
        raw = ctypes.create_string_buffer(size)
        api.FPDFImageObj_GetImageDataRaw(one, raw, size)
        if raw.raw.startswith(b"\xff\xd8\xff"):
            return raw.raw
    return _png(api, api.FPDFImageObj_GetBitmap(one)) if width.value * height.value <= PIXELS else b""


def _png(api: "Any", bitmap: "Any", *, masked: bool = False) -> bytes:
    """A bitmap of PDFium's as PNG, and done with; nothing where only a masked one is wanted and this one hides nothing."""
    if not bitmap:
        return b""
    try:
        width, height, stride = (getattr(api, f"FPDFBitmap_Get{what}")(bitmap) for what in ("Width", "Height", "Stride"))
        form = api.FPDFBitmap_GetFormat(bitmap)
        if form not in _FORMS or width * height > PIXELS:
            return b""
        data = ctypes.string_at(api.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        api.FPDFBitmap_Destroy(bitmap)
    channels, order, kind = _FORMS[form]
    if masked and (form != 4 or not data[3::4].strip(b"\xff")):
        return b""
    rows = (_row(data[y * stride : y * stride + width * channels], channels, order) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _part(b"IHDR", head) + _part(b"IDAT", zlib.compress(b"".join(rows), 3)) + _part(b"IEND", b"")


def _row(signs: bytes, channels: int, order: tuple[int, ...]) -> bytes:
    """A row of PNG: its filter, and red before blue."""
    row = bytearray(len(signs) // channels * len(order))
    for place, channel in enumerate(order):
        row[place :: len(order)] = signs[channel::channels]
    return b"\0" + row


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
