"""PDFium's C interface, only the functions that reading needs: the full binding takes longer to import than many a book to read."""

import ctypes
import os
import sys
from ctypes import POINTER, c_bool, c_char_p, c_double, c_float, c_int, c_uint, c_ulong, c_ushort, c_void_p

from litink_app.errors import Refused

_DOUBLE = POINTER(c_double)
_FLOAT = POINTER(c_float)
_FUNCTIONS = {
    "FPDF_InitLibrary": (None, ()),
    "FPDF_LoadMemDocument64": (c_void_p, (c_char_p, ctypes.c_size_t, c_char_p)),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_GetPageCount": (c_int, (c_void_p,)),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_GetMetaText": (c_ulong, (c_void_p, c_char_p, c_void_p, c_ulong)),
    "FPDFPage_CountObjects": (c_int, (c_void_p,)),
    "FPDFPage_GetObject": (c_void_p, (c_void_p, c_int)),
    "FPDFPageObj_GetType": (c_int, (c_void_p,)),
    "FPDFPageObj_GetBounds": (c_bool, (c_void_p, _FLOAT, _FLOAT, _FLOAT, _FLOAT)),
    "FPDF_GetPageWidthF": (c_float, (c_void_p,)),
    "FPDF_GetPageHeightF": (c_float, (c_void_p,)),
    "FPDFImageObj_GetImagePixelSize": (c_bool, (c_void_p, POINTER(c_uint), POINTER(c_uint))),
    "FPDFImageObj_GetImageDataRaw": (c_ulong, (c_void_p, c_void_p, c_ulong)),
    "FPDFImageObj_GetBitmap": (c_void_p, (c_void_p,)),
    "FPDFImageObj_GetRenderedBitmap": (c_void_p, (c_void_p, c_void_p, c_void_p)),
    "FPDFBitmap_CreateEx": (c_void_p, (c_int, c_int, c_int, c_void_p, c_int)),
    "FPDFBitmap_FillRect": (None, (c_void_p, c_int, c_int, c_int, c_int, c_ulong)),
    "FPDF_RenderPageBitmap": (None, (c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int, c_int)),
    "FPDFBitmap_GetWidth": (c_int, (c_void_p,)),
    "FPDFBitmap_GetHeight": (c_int, (c_void_p,)),
    "FPDFBitmap_GetStride": (c_int, (c_void_p,)),
    "FPDFBitmap_GetFormat": (c_int, (c_void_p,)),
    "FPDFBitmap_GetBuffer": (c_void_p, (c_void_p,)),
    "FPDFBitmap_Destroy": (None, (c_void_p,)),
    "FPDFText_LoadPage": (c_void_p, (c_void_p,)),
    "FPDFText_ClosePage": (None, (c_void_p,)),
    "FPDFText_CountChars": (c_int, (c_void_p,)),
    "FPDFText_GetText": (c_int, (c_void_p, c_int, c_int, POINTER(c_ushort))),
    "FPDFText_GetCharOrigin": (c_bool, (c_void_p, c_int, _DOUBLE, _DOUBLE)),
    "FPDFText_GetCharBox": (c_bool, (c_void_p, c_int, _DOUBLE, _DOUBLE, _DOUBLE, _DOUBLE)),
    "FPDFText_GetFontSize": (c_double, (c_void_p, c_int)),
    "FPDFText_GetFontWeight": (c_int, (c_void_p, c_int)),
    "FPDFBookmark_GetFirstChild": (c_void_p, (c_void_p, c_void_p)),
    "FPDFBookmark_GetNextSibling": (c_void_p, (c_void_p, c_void_p)),
    "FPDFBookmark_GetTitle": (c_ulong, (c_void_p, c_void_p, c_ulong)),
    "FPDFBookmark_GetDest": (c_void_p, (c_void_p, c_void_p)),
    "FPDFBookmark_GetAction": (c_void_p, (c_void_p,)),
    "FPDFAction_GetDest": (c_void_p, (c_void_p, c_void_p)),
    "FPDFDest_GetDestPageIndex": (c_int, (c_void_p, c_void_p)),
}
IMAGE = 3
GREY = 1
IN_GREY = 8


def load() -> ctypes.CDLL:
    """The library, ready for use."""
    library = ctypes.CDLL(_place())
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    library.FPDF_InitLibrary()
    return library


def _place() -> str:
    """The shared library inside the package that carries it."""
    name = {"darwin": "libpdfium.dylib", "win32": "pdfium.dll"}.get(sys.platform, "libpdfium.so")
    for folder in sys.path:
        path = f"{folder}/pypdfium2_raw/{name}"
        if os.path.isfile(path):  # noqa: PTH113 - pathlib costs the child more than this
            return path
    raise Refused("PDF files cannot be read here, because a part of the installation is missing.")
