"""The blending kernel: `blend.c`, compiled once per machine into the cache folder; numpy does the same, slower, where no compiler is."""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import structlog
from numpy.typing import NDArray

from litink_app.config import settings
from litink_app.studio.stagehand import plain

Plane = NDArray[np.uint8]
SHARPNESS = (0.1, 0.45)
_SOURCE = Path(__file__).with_name("blend.c")
_FLAGS = ("-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-shared", "-fPIC", "-std=gnu11")


class Kernel(Protocol):
    name: str

    def split(self, pixels: NDArray[np.uint8], planes: tuple[Plane, ...]) -> None: ...

    def classify(self, alpha: Plane, tiles: Plane) -> None: ...

    def compose(self, frame: Plane, width: int, height: int, layers: list[Any]) -> None: ...

    def fade(self, frame: Plane, width: int, height: int, color: tuple[int, int, int], amount: float) -> None: ...


class _Layer(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_void_p) for name in ("y", "u", "v", "alpha", "half_alpha", "tiles")),
        *((name, ctypes.c_int32) for name in ("width", "height", "tile_columns")),
        *((name, ctypes.c_float) for name in ("scale", "x", "y0")),
        ("opacity", ctypes.c_int32),
    )


class Native:
    """The compiled kernel. Calls release the interpreter lock."""

    name = "native"

    def __init__(self, library: Path) -> None:
        self._c = ctypes.CDLL(str(library))
        self._c.prepare(*(ctypes.c_double(v) for v in SHARPNESS))

    def split(self, pixels: NDArray[np.uint8], planes: tuple[Plane, ...]) -> None:
        height, width, _ = pixels.shape
        self._c.split(_address(pixels), pixels.strides[0], width, height, *(_address(p) for p in planes))

    def classify(self, alpha: Plane, tiles: Plane) -> None:
        height, width = alpha.shape
        self._c.classify(_address(alpha), width, height, _address(tiles), tiles.shape[1])

    def compose(self, frame: Plane, width: int, height: int, layers: list[Any]) -> None:
        table = (_Layer * len(layers))()
        for row, placed in zip(table, layers, strict=True):
            sheet = placed.sheet
            row.y, row.u, row.v, row.alpha, row.half_alpha, row.tiles = sheet.addresses
            row.width, row.height, row.tile_columns = sheet.width, sheet.height, sheet.tiles.shape[1]
            row.scale, row.x, row.y0 = placed.scale, placed.x, placed.y
            row.opacity = round(256 * placed.opacity)
        if self._c.compose(_address(frame), width, height, table, len(layers)):
            raise ValueError(f"{len(layers)} layers of {width} × {height} are more than the kernel takes")

    def fade(self, frame: Plane, width: int, height: int, color: tuple[int, int, int], amount: float) -> None:
        self._c.fade(_address(frame), width, height, *color, round(256 * amount))


def _address(array: NDArray[np.uint8]) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


@lru_cache
def kernel() -> Kernel:
    """The fastest kernel of this machine."""
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler:
        try:
            return Native(build(compiler, settings().cache / "native"))
        except (OSError, subprocess.CalledProcessError) as error:
            structlog.get_logger().warning("the blending kernel could not be compiled; films take longer", reason=str(error))
    else:
        structlog.get_logger().warning("there is no C compiler, so films take longer to render")
    return plain.Plain()


def build(compiler: str, folder: Path) -> Path:
    """The compiled library; built when source, flags or machine have changed. Safe to run in several processes at once."""
    known = hashlib.sha256(b"\0".join([_SOURCE.read_bytes(), " ".join(_FLAGS).encode(), compiler.encode(), _machine()])).hexdigest()[:20]
    library = folder / f"blend-{known}.so"
    if not library.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as name:
            fresh = Path(name) / "blend.so"
            subprocess.run([compiler, *_FLAGS, "-o", str(fresh), str(_SOURCE), "-lm"], check=True, capture_output=True, timeout=120)
            fresh.replace(library)
    return library


def _machine() -> bytes:
    """What the compiler would tune for."""
    try:
        lines = Path("/proc/cpuinfo").read_bytes().splitlines()
        return b"".join(line for line in lines if line.startswith((b"flags", b"model name", b"Features")))[:8192]
    except OSError:
        return platform.processor().encode()
