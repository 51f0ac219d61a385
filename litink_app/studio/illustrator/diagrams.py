"""Pictures for books that teach: lists, timelines, cycles, maps and labelled figures, cut from paper.

`brief.notes`: "form" is "list" | "timeline" | "cycle" | "compare" | "figure" | "map"; "items" are parted by "|", each "head: text" or only a head;
"figure" names a drawing of `figures`; "shown" is how many items are known yet.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from litink_app.schemas.picture import PictureBrief
from litink_app.studio.illustrator import light
from litink_app.studio.illustrator.atlas import atlas
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.curves import box, circle, gather, leaf, limb, polygon
from litink_app.studio.illustrator.lettering import fitted, write
from litink_app.studio.illustrator.palette import Color, light_of, mix, paint_of
from litink_app.studio.illustrator.plates import FOOT, draw_figure, foot_of, plate
from litink_app.studio.illustrator.portal import flourish, sprig

MOST = 6
FEW = 3
ROOM_FOR_TEXT = 104.0
"""More cards than these leave a narrow picture no room for a figure."""


@dataclass(frozen=True, slots=True)
class Item:
    head: str
    text: str = ""


def items_of(brief: PictureBrief) -> list[Item]:
    """What is to be shown: the notes' items, or the prompt as one."""
    raw = [part.strip() for part in brief.notes.get("items", "").split("|") if part.strip()]
    items = [Item(*(half.strip() for half in part.split(":", 1))) if ":" in part else Item(part) for part in raw]
    return items[:MOST] or [Item(brief.title or brief.prompt)]


def diagram(board: Board, brief: PictureBrief) -> None:
    """Title above, items below in the form asked for."""
    board.lamps = [Lamp(board.wide * 0.5, 420, board.wide * 0.7 + 200, board.palette.glow, 1.0)]
    with board.layer(0.0):
        light.sky(board, floor=1150, disc=False, rays=True, clouds=0.0)
    with board.layer(0.5), board.sheet(0.8, shadow=0.4) as s:
        _corners(board, s)
    items = items_of(brief)
    form, figure = brief.notes.get("form", "list"), brief.notes.get("figure", "")
    shown = int(brief.notes.get("shown", len(items)))
    with board.layer(1.0):
        top = _title(board, brief)
        if form == "map":
            atlas(board, [item.head for item in items], shown, top)
            return
        if form == "figure":
            plate(board, figure, [item.head for item in items], shown, top)
            return
        if figure and form == "list":
            _beside(board, figure, items, shown, top)
            return
        items = [item if i < shown else None for i, item in enumerate(items)]
        {"timeline": _timeline, "cycle": _cycle, "compare": _columns}.get(
            form, _columns if board.aspect > 1.2 and len(items) <= 3 else _rows
        )(board, items, top)


def _title(board: Board, brief: PictureBrief) -> float:
    ink = mix(board.palette.ink, board.palette.mid, 0.1)
    said = re.sub(r" \(\d+\)$", "", brief.title or brief.prompt)
    block = fitted(said, "bold", board.wide * (0.78 if board.aspect > 1.2 else 0.74), 150, largest=68, smallest=24)
    y = write(board.canvas, block, board.wide / 2, 70, ink, glow=board.palette.glow)
    board.canvas.drawPath(flourish(board.wide / 2, y + 20, 220), skia.Paint(AntiAlias=True, Color=0xC0201828))
    return y + 52


def _corners(board: Board, sheet: Sheet) -> None:
    """Twigs in all corners; small above where the picture is narrow, for there the title comes near."""
    above = 1.0 if board.aspect > 1.2 else 0.42
    out = skia.Path()
    blade = leaf(1.0, 0.26)
    for x, y, turn in (
        (board.left, board.bottom, -50),
        (board.right, board.bottom, -130),
        (board.left, board.top, 50),
        (board.right, board.top, 130),
    ):
        for k in range(5):
            size = above if y == board.top else 1.0
            sprig(out, x, y, turn + (k - 2) * 22, size * (200 + 26 * (2 - abs(k - 2))), blade)
    sheet.fill(out)


def _tones(board: Board, i: int) -> Color:
    p = board.palette
    return (
        mix(p.mid, p.horizon, 0.25),
        mix(p.zenith, p.mid, 0.35),
        mix(p.mid, p.ink, 0.25),
        mix(p.horizon, p.mid, 0.55),
        mix(p.zenith, p.ink, 0.3),
        mix(p.mid, p.zenith, 0.5),
    )[i % 6]


def _card(board: Board, item: Item | None, i: int, x: float, y: float, w: float, h: float, largest: float = 38.0) -> None:
    """A paper card with head and text; what is not known yet leaves its place free."""
    if item is None:
        return
    tone = _tones(board, i)
    with board.sheet(0.7, shadow=0.45, glow=0.25, rim=0.8) as s:
        s.fill(box(x, y, x + w, y + h, 16), tone)
    ink = mix(board.palette.glow, (1, 1, 1), 0.5) if light_of(tone) < 0.68 else board.palette.ink
    pad = min(24.0, w * 0.05)
    told = bool(item.text) and h >= ROOM_FOR_TEXT
    head = fitted(item.head, "bold", w - 2 * pad, h * (0.30 if told else 0.8), largest=largest * (0.86 if told else 1.0), smallest=16)
    text = (
        fitted(item.text, "regular", w - 2 * pad, h - head.height - 44, largest=largest * 0.76, smallest=16, leading=1.22) if told else None
    )
    tall = head.height + (12 + text.height if text else 0)
    at = write(board.canvas, head, x + pad, y + max(6.0, (h - tall) / 2), ink, align=0.0)
    if text:
        write(board.canvas, text, x + pad, at + 12, ink, align=0.0, alpha=0.92)


def _beside(board: Board, figure: str, items: list[Item], shown: int, top: float) -> None:
    """A figure with cards beside it; on narrow pictures below it."""
    foot = foot_of(board)
    if board.aspect > 1.2:
        draw_figure(board, figure, board.wide * 0.24, (top + foot) / 2, min(270.0, (foot - top) / 2.4))
        _rows(board, items[:shown], top, board.wide * 0.44, board.wide * 0.50, len(items))
        return
    if board.aspect > 0.8:
        draw_figure(board, figure, board.wide * 0.26, (top + foot) / 2, min(board.wide * 0.19, (foot - top) / 2.4))
        _rows(board, items[:shown], top, board.wide * 0.51, board.wide * 0.44, len(items))
        return
    if not shown:
        r = min(board.wide * 0.38, (foot - top) * 0.40)
        draw_figure(board, figure, board.wide / 2, (top + foot) / 2, r)
        return
    if len(items) > FEW:
        _rows(board, items[:shown], top, count=len(items))
        return
    spare = (foot - top - 60 - (270 if len(items) == 1 else 205) * len(items)) / 2.32
    r = min(board.wide * 0.36, max(spare, (foot - top) * 0.14))
    draw_figure(board, figure, board.wide / 2, top + 16 + r * 1.16, r)
    _rows(board, items[:shown], top + 40 + r * 2.32, count=len(items))


def _rows(board: Board, items: Sequence[Item | None], top: float, left: float = 0.0, width: float = 0.0, count: int = 0) -> None:
    """Cards one below the other, no higher than they need."""
    edge = 0.10 if board.aspect > 0.8 else 0.06
    left, width, count = left or board.wide * edge, width or board.wide * (1 - 2 * edge), count or len(items)
    foot = foot_of(board)
    step = min((foot - top) / count, 310.0 if count < FEW else 220.0)
    first = top + max(0.0, (foot - top - step * count) / 2)
    for i, item in enumerate(items):
        _card(board, item, i, left, first + i * step, width, step - 20, largest=42.0 if board.aspect < 1.2 else 52.0)


def _columns(board: Board, items: list[Item | None], top: float) -> None:
    """Cards side by side, each under its number; those still to come are there as shades."""
    if board.aspect < 1.0:
        _rows(board, items, top)
        return
    gap = 44.0
    width = min(560.0, (board.wide * 0.86 - gap * (len(items) - 1)) / len(items))
    left = (board.wide - width * len(items) - gap * (len(items) - 1)) / 2
    tall = min(440.0, FOOT - top - 60)
    y = top + 50 + (FOOT - top - 60 - tall) / 2
    for i, item in enumerate(items):
        x = left + i * (width + gap)
        if item is None:
            _shade(board, x, y, width, tall)
            continue
        _card(board, item, i, x, y, width, tall, largest=50)
        _medallion(board, i, x + width / 2, y)


def _shade(board: Board, x: float, y: float, w: float, h: float) -> None:
    """Where a card will lie."""
    paint = skia.Paint(AntiAlias=True, Color=paint_of(board.palette.mid, 0.16))
    board.canvas.drawPath(box(x, y, x + w, y + h, 16), paint)


def _medallion(board: Board, i: int, x: float, y: float) -> None:
    """A number on a disc of paper that holds a card."""
    with board.sheet(0.9, shadow=0.4, glow=0.2, rim=0.8) as s:
        s.fill(circle(x, y, 44), mix(board.palette.glow, board.palette.horizon, 0.25))
        s.line(circle(x, y, 36), 2.0, _tones(board, i), 0.9)
    number = fitted(str(i + 1), "bold", 60, 50, largest=42, smallest=20)
    write(board.canvas, number, x, y - number.height / 2, board.palette.ink)


def _timeline(board: Board, items: list[Item | None], top: float) -> None:
    """A ribbon with stations; on tall frames it runs downwards."""
    if board.aspect < 1.0:
        _rows(board, items, top)
        return
    y, step = 560.0, board.wide * 0.86 / len(items)
    x0 = board.wide * 0.07
    with board.sheet(0.9, shadow=0.4) as s:
        s.fill(
            gather(
                [
                    limb([(x0 - 60, y + 6), (board.wide / 2, y - 8), (board.wide - x0 + 40, y + 4)], [7, 8, 7]),
                    polygon([(board.wide - x0 + 30, y - 20), (board.wide - x0 + 74, y + 4), (board.wide - x0 + 30, y + 28)]),
                ]
            )
        )
        s.fill(gather(circle(x0 + (i + 0.5) * step, y, 20) for i in range(len(items))), board.palette.glow)
    for i, item in enumerate(items):
        x = x0 + (i + 0.5) * step
        up = i % 2 == 0
        height = min(250.0, y - top - 50)
        _card(board, item, i, x - step * 0.56, y - 40 - height if up else y + 40, step * 1.12, height)


def _cycle(board: Board, items: list[Item | None], top: float) -> None:
    """Stations on a ring with arrows between them."""
    cx, cy = board.wide / 2, (top + 950) / 2
    rx, ry = board.wide * 0.33, (950 - top) * 0.36
    with board.sheet(0.9, shadow=0.4) as s:
        ring = skia.Path()
        ring.addOval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))
        s.line(ring, 9)
        for i in range(len(items)):
            a = -math.pi / 2 + (i + 0.5) / len(items) * math.tau
            x, y = cx + math.cos(a) * rx, cy + math.sin(a) * ry
            t = math.atan2(math.cos(a) * ry, -math.sin(a) * rx)
            s.fill(
                polygon(
                    [
                        (x + math.cos(t) * 26, y + math.sin(t) * 26),
                        (x + math.cos(t + 2.3) * 24, y + math.sin(t + 2.3) * 24),
                        (x + math.cos(t - 2.3) * 24, y + math.sin(t - 2.3) * 24),
                    ]
                )
            )
    w, h = min(330.0, board.wide * 0.36), min(170.0, (950 - top) / 4)
    for i, item in enumerate(items):
        a = -math.pi / 2 + i / len(items) * math.tau
        _card(board, item, i, min(board.wide - w - 20, max(20, cx + math.cos(a) * rx - w / 2)), cy + math.sin(a) * ry - h / 2, w, h)
