"""Lettering in the bundled serif: measured, wrapped and balanced lines."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import skia

from litink_app.studio.illustrator.palette import Color, paint_of

FONTS = Path(__file__).parents[3] / "assets" / "fonts"
FACES = {"regular": "Fraunces-Regular.ttf", "italic": "Fraunces-Italic.ttf", "bold": "Fraunces-SemiBold.ttf"}


LONGEST = 600
"""Letters that a card is ever asked to hold: to measure a whole book for a title would take minutes."""


@lru_cache(maxsize=8)
def face(style: str) -> skia.Typeface:
    """A typeface by file, never by system name."""
    return typeface(FONTS / FACES[style])


def typeface(file: Path) -> skia.Typeface:
    """A face from its file alone: the fonts of the machine are not looked at, of whose settings Skia complains aloud."""
    found = skia.FontMgr.New_Custom_Empty().makeFromFile(str(file))
    if found is None:
        raise FileNotFoundError(f"The font {file} is missing.")
    return found


@lru_cache(maxsize=256)
def font(style: str, size: float) -> skia.Font:
    made = skia.Font(face(style), size)
    made.setSubpixel(True)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    return made


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size, with the leading between their baselines."""

    lines: tuple[str, ...]
    style: str
    size: float
    leading: float

    @property
    def height(self) -> float:
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        return max((measure(line, self.style, self.size) for line in self.lines), default=0.0)


def measure(text: str, style: str, size: float) -> float:
    return font(style, size).measureText(text)


def wrap(text: str, style: str, size: float, width: float) -> list[str]:
    """Greedy lines no wider than `width`; a word that is wider stands alone."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, style, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def balanced(text: str, style: str, size: float, width: float) -> list[str]:
    """As few lines as the greedy ones, but of nearly equal length."""
    lines = wrap(text, style, size, width)
    low, high = width / max(1, len(lines)) * 0.8, width
    for _ in range(12):
        mid = (low + high) / 2
        if len(wrap(text, style, size, mid)) <= len(lines):
            high = mid
        else:
            low = mid
    return wrap(text, style, size, high)


def fitted(text: str, style: str, width: float, height: float, *, largest: float, smallest: float, leading: float = 1.14) -> Block:
    """The largest setting of `text` that fits the box; at the smallest size what does not fit is cut with an ellipsis.

    More than `LONGEST` letters are cut before anything is measured.
    """
    size, text = largest, text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    while size > smallest:
        lines = balanced(text, style, size, width)
        if len(lines) * size * leading <= height and all(measure(line, style, size) <= width for line in lines):
            return Block(tuple(lines), style, size, size * leading)
        size *= 0.94
    lines = wrap(text, style, smallest, width)
    room = max(1, int(height / (smallest * leading)))
    if len(lines) > room:
        lines = [*lines[: room - 1], _cut(lines[room - 1], style, smallest, width)]
    return Block(tuple(_cut(line, style, smallest, width, only_if_needed=True) for line in lines), style, smallest, smallest * leading)


def _cut(line: str, style: str, size: float, width: float, *, only_if_needed: bool = False) -> str:
    if only_if_needed and measure(line, style, size) <= width:
        return line
    while line and measure(line + "…", style, size) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def write(
    canvas: skia.Canvas,
    block: Block,
    x: float,
    y: float,
    color: Color,
    *,
    align: float = 0.5,
    alpha: float = 1.0,
    glow: Color | None = None,
) -> float:
    """Sets the block with its top at y and its lines aligned on x (0 left, 0.5 middle, 1 right); gives the y below it."""
    f = font(block.style, block.size)
    for i, line in enumerate(block.lines):
        left = x - measure(line, block.style, block.size) * align
        base = y + block.leading * i + block.size * 0.86
        if glow is not None:
            soft = skia.Paint(
                AntiAlias=True,
                Color=paint_of(glow, 0.55 * alpha),
                MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(1.0, block.size * 0.16)),
            )
            canvas.drawString(line, left, base, f, soft)
        canvas.drawString(line, left, base, f, skia.Paint(AntiAlias=True, Color=paint_of(color, alpha)))
    return y + block.height
