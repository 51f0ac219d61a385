"""Title cards and book covers: a lit picture behind frames of cut paper, with room for type."""

import skia

from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.script import Setting
from litink_app.studio.illustrator.board import Board, Lamp
from litink_app.studio.illustrator.kits import INDOORS, KITS
from litink_app.studio.illustrator.lettering import fitted, write
from litink_app.studio.illustrator.palette import Color, mix, paint_of
from litink_app.studio.illustrator.playbills import PLAYBILLS, mist, vision
from litink_app.studio.illustrator.portal import flourish, frame
from litink_app.studio.illustrator.words import setting_of


def card_setting(brief: PictureBrief) -> Setting:
    """The setting of a card: as given, else read out of its words."""
    return brief.setting or setting_of(f"{brief.title} {brief.prompt}", seed=brief.seed)


def title_card(board: Board, brief: PictureBrief, setting: Setting) -> None:
    """Words in the light before the place where the story begins, in a frame that suits it."""
    lamps, figures = board.lamps, board.figure
    vision(board, KITS[setting.kit])
    board.lamps, board.figure = [Lamp(board.wide / 2, 470, max(board.wide, 1000) * 0.62, board.palette.glow, 1.0), *lamps[1:]], figures
    mist(board)
    PLAYBILLS[setting.kit](board)
    with board.layer(1.0):
        set_words(board, brief, top=250, bottom=720, width=board.wide * 0.56)


def set_words(board: Board, brief: PictureBrief, *, top: float, bottom: float, width: float) -> None:
    """Title, ornament, subtitle and the small lines of `brief.notes["thanks"]` ("|" between), centred in a band on the open layer."""
    ink, glow = mix(board.palette.ink, board.palette.mid, 0.12), board.palette.glow
    thanks = [
        fitted(line, "regular", width, 60, largest=26 if board.aspect > 0.8 else 30, smallest=17, leading=1.2)
        for line in brief.notes.get("thanks", "").split("|")
        if line
    ]
    small = sum(line.height + 4 for line in thanks)
    room = bottom - top - small
    title = fitted(
        brief.title,
        "bold",
        width,
        room * (0.66 if brief.subtitle else 0.9),
        largest=124 if board.aspect > 0.8 else 84,
        smallest=26,
        leading=1.12,
    )
    subtitle = (
        fitted(brief.subtitle, "italic", width, room * 0.24, largest=40 if board.aspect > 0.8 else 34, smallest=18)
        if brief.subtitle
        else None
    )
    tall = title.height + (64 + subtitle.height if subtitle else 0)
    y = write(board.canvas, title, board.wide / 2, top + (room - tall) / 2, ink, glow=glow)
    if subtitle:
        board.canvas.drawPath(flourish(board.wide / 2, y + 30, min(300.0, width * 0.6)), _ink(ink))
        y = write(board.canvas, subtitle, board.wide / 2, y + 62, ink, glow=glow)
    y += 22
    for line in thanks:
        y = write(board.canvas, line, board.wide / 2, y + 4, ink, glow=glow)


def _ink(color: Color) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=paint_of(color, 0.9))


def cover(board: Board, brief: PictureBrief, setting: Setting) -> None:
    """A book cover: the book's world seen through leaves, its title in the sky, its author at the foot."""
    KITS[setting.kit](board)
    board.layers[:] = [layer for layer in board.layers if layer.depth <= 1.0]
    with board.layer(1.2), board.sheet(1.35, shadow=0.5, rim=0.7, glow=0.2) as s:
        frame(board, s, board.wide / 2, 520, board.wide * 0.46, 476, size=26, wobble=0.05)
    with board.layer(1.3):
        _plate(board, brief, indoors=setting.kit in INDOORS)


def _mist(board: Board, y: float, across: float, down: float) -> None:
    """A soft light behind dark words, where leaves or towers would swallow them."""
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 46)
    middle = board.wide / 2
    paint = skia.Paint(AntiAlias=True, Color=paint_of(board.palette.glow, 0.72), MaskFilter=blur)
    board.canvas.drawOval(skia.Rect(middle - across, y - down, middle + across, y + down), paint)


def _plate(board: Board, brief: PictureBrief, *, indoors: bool) -> None:
    palette = board.palette
    dark = board.is_dark or indoors
    color = mix(palette.glow, (1, 1, 1), 0.3) if dark else mix(palette.ink, palette.mid, 0.06)
    halo = palette.ink if dark else palette.glow
    width = board.wide * 0.66
    title = fitted(brief.title, "bold", width, 236, largest=104, smallest=30, leading=1.08)
    if not dark:
        _mist(board, 92 + title.height / 2 + 40, width * 0.62, title.height / 2 + 90)
    y = write(board.canvas, title, board.wide / 2, 92, color, glow=halo)
    board.canvas.drawPath(flourish(board.wide / 2, y + 26, min(260.0, width * 0.6)), _ink(color))
    if brief.subtitle:
        author = fitted(brief.subtitle, "italic", width, 60, largest=44, smallest=20)
        write(board.canvas, author, board.wide / 2, y + 52, color, glow=halo)
