"""Words in the picture of a page, by two small models that a package carries: one finds the lines, the other reads them."""

import math
import os
import sys
import time

from litink_app.errors import Refused
from litink_app.readers import strokes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from litink_app.readers.strokes import Box

LONG_SIDE = 960
HEIGHT = 48
WIDTH = 3000
BOXES = 400
NOISE = 0.5
PAGE_SECONDS = 15.0
"""CPU that one page may take; an ordinary one takes three or four seconds."""


class Seen:
    """A line as read: its words, how sure they are (0 to 1), its box in pixels."""

    __slots__ = ("box", "sure", "text")

    def __init__(self, text: str, sure: float, box: "Box") -> None:
        self.text, self.sure, self.box = text, sure, box


class Recogniser:
    """Both models, loaded; from then on no file is opened and no thread started."""

    def __init__(self) -> None:
        import onnxruntime
        from PIL import Image

        options: Any = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        self._finder, self._reader = (
            onnxruntime.InferenceSession(_model(name), options, providers=["CPUExecutionProvider"])
            for name in ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")
        )
        signs = self._reader.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._signs = ["", *signs, " "]
        self._images: Any = Image

    def read(self, page: "Any") -> list[Seen] | None:
        """The lines of a grey picture in the order of reading; None where they take longer than a page may."""
        until = time.process_time() + PAGE_SECONDS
        upright, boxes = self._found(page)
        seen: list[Seen] = []
        for row in strokes.rows(boxes[:BOXES]):
            if time.process_time() > until:
                return None
            parts = [part for box in row if (part := self._line(upright, box)).text and part.sure >= NOISE]
            if parts:
                seen.append(_together(parts))
        return seen

    def _found(self, page: "Any") -> "tuple[Any, list[Box]]":
        """The page turned upright, and where it is written on."""
        scale = max(page.size) / LONG_SIDE
        small = self._images.new("L", (_whole(page.width / scale), _whole(page.height / scale)), 255)
        small.paste(page.resize((max(1, round(page.width / scale)), max(1, round(page.height / scale))), self._images.Resampling.BILINEAR))
        patches = strokes.patches(_answer(self._finder, small)[0])
        angle = math.atan(strokes.slope(patches))
        paper = sorted(small.resize((9, 9)).tobytes())[60]
        upright = page.rotate(math.degrees(angle), self._images.Resampling.BICUBIC, fillcolor=paper) if abs(angle) > 0.002 else page
        return upright, strokes.boxes(patches, scale, angle, (page.width / 2, page.height / 2))

    def _line(self, page: "Any", box: "Box") -> Seen:
        left, top, right, bottom = max(0, int(box[0])), max(0, int(box[1])), math.ceil(box[2]), math.ceil(box[3])
        right, bottom = min(page.width, right), min(page.height, bottom)
        if right - left < 2 or bottom - top < 2:
            return Seen("", 0.0, box)
        width = min(WIDTH, max(16, round((right - left) * HEIGHT / (bottom - top))))
        line = page.crop((left, top, right, bottom)).resize((width, HEIGHT), self._images.Resampling.BILINEAR)
        chances = _answer(self._reader, line)
        best = chances.argmax(1)
        kept = [index for index, sign in enumerate(best) if sign and (index == 0 or sign != best[index - 1])]
        text = "".join(self._signs[best[index]] for index in kept)
        return Seen(" ".join(text.split()), float(chances.max(1)[kept].mean()) if kept else 0.0, box)


def _answer(model: "Any", grey: "Any") -> "Any":
    """What a model says of a grey picture."""
    import numpy as np

    values = np.asarray(grey, dtype=np.float32) / 127.5 - 1
    return model.run(None, {model.get_inputs()[0].name: np.repeat(values[None, None], 3, axis=1)})[0][0]


def _whole(length: float) -> int:
    """The next multiple of 32: what the finder takes."""
    return max(32, 32 * math.ceil(length / 32))


def _together(parts: list[Seen]) -> Seen:
    """The parts of a row as one line."""
    sure = sum(one.sure * len(one.text) for one in parts) / sum(len(one.text) for one in parts)
    lefts, tops, rights, bottoms = zip(*(one.box for one in parts), strict=True)
    return Seen(" ".join(one.text for one in parts), sure, (min(lefts), min(tops), max(rights), max(bottoms)))


def _model(name: str) -> str:
    """A model inside the package that carries it."""
    for folder in sys.path:
        path = f"{folder}/rapidocr/models/{name}"
        if os.path.isfile(path):  # noqa: PTH113 - as in pdfium
            return path
    raise Refused("Pictures of pages cannot be read here, because a part of the installation is missing.")
