"""A quick look at a film: of each shot a still or a few, one for each caption, in faint colours and marked as a quick look."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import skia
from numpy.typing import NDArray

from litink_app.media.frames import write_png
from litink_app.schemas.shot import Shot
from litink_app.studio.illustrator.lettering import typeface
from litink_app.studio.stagehand.kernel import kernel
from litink_app.studio.stagehand.lettering import FONT, text_size
from litink_app.studio.stagehand.sheets import Laid, Sheet, canvas_pixels, even
from litink_app.studio.stagehand.takes import Set, Take, set_for, still

FAINT = 0.55
"""How much of its colour a quick look keeps."""
MARK = "Quick look"
_BLINK = 3
"""Frames; what is seen shorter than that is left to its neighbour."""


def stills(shots: Sequence[Shot], folder: Path, picture: Path | None = None) -> list[tuple[Path, float]]:
    """Pictures with the seconds that each is shown, together as long as the shots; `picture` is a person's own."""
    found: list[tuple[Path, float]] = []
    for shot in shots:
        width, height = shot.brief.width, shot.brief.height
        take = Take(shot, _place(shot, picture))
        for number, (first, last) in enumerate(_stretches(shot)):
            take.draw((first + last) // 2)
            frame = _faint(take.frame.copy(), width, height)
            kernel().compose(frame, width, height, [_mark(width, height)])
            found.append((write_png(frame, width, height, folder / f"{shot.id}-{number}.png"), (last - first) / shot.fps))
    return found


def _place(shot: Shot, picture: Path | None) -> Set:
    return still(picture, shot.brief.width, shot.brief.height, whole=True) if picture else set_for(shot.brief)


def _stretches(shot: Shot) -> Iterator[tuple[int, int]]:
    """From caption to caption, in frames."""
    cuts = {round(at * shot.fps) for caption in shot.captions for at in (caption.start, caption.end)}
    at = 0
    for cut in sorted(cut for cut in cuts if _BLINK <= cut <= shot.frames - _BLINK):
        if cut - at >= _BLINK:
            yield at, cut
            at = cut
    yield at, shot.frames


def _faint(frame: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    color = frame[width * height :]
    color[...] = np.rint(128 + (color.astype(np.float32) - 128) * FAINT)
    return frame


@lru_cache(maxsize=4)
def _sheet(width: int, height: int) -> Sheet:
    size = text_size(width, height) * 0.62
    font = skia.Font(typeface(FONT), size)
    wide, tall = even(font.measureText(MARK) + size * 1.2), even(size * 1.8)
    pixels, surface = canvas_pixels(wide, tall)
    canvas = surface.getCanvas()
    canvas.drawRoundRect(
        skia.Rect.MakeWH(wide, tall), tall / 2, tall / 2, skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(190, 18, 19, 26))
    )
    canvas.drawString(MARK, size * 0.6, size * 1.25, font, skia.Paint(AntiAlias=True, Color=skia.ColorSetRGB(245, 178, 79)))
    surface.flushAndSubmit()
    return Sheet(pixels)


def _mark(width: int, height: int) -> Laid:
    edge = even(min(width, height) * 0.04)
    return Laid(_sheet(width, height), 1.0, -float(edge), -float(edge))
