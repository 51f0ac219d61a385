"""Captions drawn in the frame: two lines in the safe area, words lit as they are said, any script that a font here can write."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import skia

from litink_app.schemas.shot import Caption, CaptionStyle, Shot
from litink_app.studio.illustrator.lettering import typeface
from litink_app.studio.stagehand.sheets import Laid, Sheet, canvas_pixels, even

FONT = Path(__file__).parents[3] / "assets" / "fonts" / "Fraunces-SemiBold.ttf"
SIDE, FOOT = 0.08, 0.065
_EDGE = 6
_WAITING = 0.74
LIGHT = 205
"""The least luma of a caption's letters."""

_FAMILY = "caption"


class Captions:
    """The captions of one shot; each state of each caption is drawn once."""

    def __init__(self, shot: Shot) -> None:
        self._fps, self._width, self._height = shot.fps, shot.brief.width, shot.brief.height
        self._written = [(caption, Written(caption, self._width, self._height)) for caption in shot.captions]

    def at(self, frame: int) -> list[Laid]:
        t = (frame + 0.5) / self._fps
        for caption, written in self._written:
            if caption.start <= t < caption.end:
                return [self._place(written.sheet(said(caption, t) if caption.style is CaptionStyle.KARAOKE else -1))]
        return []

    def _place(self, sheet: Sheet) -> Laid:
        left, foot = (self._width - sheet.width) // 2 & ~1, round(self._height * (1 - FOOT)) & ~1
        return Laid(sheet, 1.0, -float(left), -float(foot - sheet.height + _EDGE))


def said(caption: Caption, t: float) -> int:
    """How many words have begun; all of them where no times are known."""
    return sum(word.start <= t for word in caption.words) if caption.words else -1


class Written:
    """One caption; its dark edge is drawn once, its words once for each state."""

    def __init__(self, caption: Caption, width: int, height: int) -> None:
        self._caption, self._size, self._room = caption, text_size(width, height), width * (1 - 2 * SIDE)
        self._tallest = height * 0.4
        self._sheets: dict[int, Sheet] = {}
        self._edge: np.ndarray | None = None

    def sheet(self, words: int) -> Sheet:
        """The caption just large enough; words from number `words` on are still dim."""
        if words not in self._sheets:
            self._sheets[words] = Sheet(self._draw(words))
        return self._sheets[words]

    def _draw(self, words: int) -> np.ndarray:
        base = self._base()
        pixels, surface = canvas_pixels(base.shape[1], base.shape[0])
        pixels[...] = base
        for look in ("dim", "lit") if words >= 0 else ("lit",):
            _paragraph(self._caption, words, self._size, self._room, look).paint(surface.getCanvas(), *self._corner(base.shape[1]))
        surface.flushAndSubmit()
        return pixels

    def _base(self) -> np.ndarray:
        if self._edge is None:
            edge = _paragraph(self._caption, -1, self._size, self._room, "edge")
            wide, tall = max(1.0, min(edge.LongestLine, self._room)), min(edge.Height, self._tallest)
            self._edge, surface = canvas_pixels(even(wide + self._size + 2 * _EDGE), even(tall + self._size / 2 + 2 * _EDGE))
            if self._caption.style is CaptionStyle.BOXED:
                _strip(surface.getCanvas(), self._edge.shape[1], self._edge.shape[0], self._size)
            else:
                self._darken(surface.getCanvas(), edge)
            surface.flushAndSubmit()
        return self._edge

    def _darken(self, canvas: skia.Canvas, edge: Any) -> None:
        """A soft dark edge around every letter."""
        soft, columns = self._size / 14, canvas.getBaseLayerSize().width()
        canvas.saveLayer(None, skia.Paint(ImageFilter=skia.ImageFilters.Blur(soft, soft)))
        edge.paint(canvas, *self._corner(columns))
        canvas.restore()

    def _corner(self, columns: int) -> tuple[float, float]:
        return (columns - self._room) / 2, self._size / 4 + _EDGE


def _strip(canvas: skia.Canvas, width: int, height: int, size: float) -> None:
    """A strip of dark paper behind the lines."""
    inside, round_off = skia.Rect.MakeWH(width, height).makeInset(_EDGE, _EDGE), size / 4
    paint = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(205, 16, 12, 22))
    canvas.drawRoundRect(inside, round_off, round_off, paint)


def text_size(width: int, height: int) -> float:
    """Letters of about a nineteenth of the shorter side, smaller where two lines of forty letters (thirty on tall pictures) would not fit."""
    return min(min(width, height) / 18.5, width * (1 - 2 * SIDE) / (21 if width >= height else 15.5))


def _paragraph(caption: Caption, words: int, size: float, room: float, look: str) -> Any:
    kit = skia.textlayout
    style = kit.ParagraphStyle()
    style.setTextAlign(kit.TextAlign.kCenter)
    builder = kit.ParagraphBuilder(style, _fonts(covered(caption.text)), skia.Unicodes.ICU.Make())
    for text, bright in _runs(caption.text, words):
        builder.pushStyle(_style(size, look, bright, caption.color))
        builder.addText(text)
        builder.pop()
    paragraph = builder.Build()
    paragraph.layout(room)
    return paragraph


def _runs(text: str, words: int) -> Sequence[tuple[str, bool]]:
    """The text in two runs: what is said, and what is still to come."""
    if words < 0:
        return ((text, True),)
    at = 0
    for _ in range(words):
        while at < len(text) and text[at].isspace():
            at += 1
        while at < len(text) and not text[at].isspace():
            at += 1
    return tuple((part, bright) for part, bright in ((text[:at], True), (text[at:], False)) if part)


def _style(size: float, look: str, bright: bool, color: str) -> Any:
    style = skia.textlayout.TextStyle()
    style.setFontSize(size)
    style.setFontFamilies([_FAMILY])
    style.setForegroundPaint(_paint(size, look, bright, color))
    return style


def _paint(size: float, look: str, bright: bool, color: str) -> skia.Paint:
    if look == "edge":
        return skia.Paint(
            AntiAlias=True, Color=skia.ColorSetARGB(215, 12, 8, 16), Style=skia.Paint.kStrokeAndFill_Style, StrokeWidth=size / 7
        )
    shown = (look == "lit") == bright
    alpha = (255 if bright else round(255 * _WAITING)) if shown else 0
    return skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(alpha, *legible(color)))


def legible(color: str) -> tuple[int, int, int]:
    """A speaker's colour, so much lighter that it can be read on any picture."""
    own = [int(color[n : n + 2], 16) for n in (1, 3, 5)]
    light = 0.2126 * own[0] + 0.7152 * own[1] + 0.0722 * own[2]
    share = max(0.0, (LIGHT - light) / (255 - light)) if light < LIGHT else 0.0
    red, green, blue = (round(c + (255 - c) * share) for c in own)
    return red, green, blue


def covered(text: str) -> bool:
    """Whether our own face has every letter of `text`."""
    return all(char.isspace() or _face().unicharToGlyph(ord(char)) for char in text)


@lru_cache
def _face() -> skia.Typeface:
    return typeface(FONT)


@lru_cache
def _fonts(own: bool) -> Any:
    """Our face; for other scripts whatever the machine has."""
    collection = skia.textlayout.FontCollection()
    if own:
        provider = skia.textlayout.TypefaceFontProvider()
        provider.registerTypeface(_face(), _FAMILY)
        collection.setDefaultFontManager(provider)
    else:
        collection.setDefaultFontManager(skia.FontMgr.RefDefault())
    return collection
