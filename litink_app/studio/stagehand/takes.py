"""One take: a shot on its stage becomes raw I420 frames, one after another in the same memory."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from litink_app.errors import Refused
from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.shot import Shot, ShotKind
from litink_app.studio.illustrator.board import TALL, Layer
from litink_app.studio.illustrator.stage import build_stage
from litink_app.studio.stagehand.acting import Role
from litink_app.studio.stagehand.camera import Move, View
from litink_app.studio.stagehand.curtains import cover, darkness, passing
from litink_app.studio.stagehand.kernel import kernel
from litink_app.studio.stagehand.lettering import Captions
from litink_app.studio.stagehand.puppets import Art, Figure, size_for
from litink_app.studio.stagehand.sheets import EDGE, Laid, Sheet, aligned, even, lay, sheet_of
from litink_app.studio.stagehand.weather import Weather

SHARP = 1.16
"""Up to this zoom a layer's own pixels do; beyond, it is enlarged once for the shot."""

WHOLE, FOCUS = 1.5, 0.34
"""From this zoom on what is behind the actors goes out of focus, so fast: as with a longer lens, and no enlarged pixel is seen."""

BLACK = (16, 128, 128)


class Set:
    """A built stage with its layers as sheets, kept for the shots that play on it."""

    def __init__(self, stage: Any, reach: tuple[float, float] = (0.0, 0.0)) -> None:
        self.stage, self.reach = stage, reach
        self._sheets: dict[int, Sheet] = {}
        self._art: dict[tuple[str, float], Art] = {}
        self._lock = threading.Lock()

    def sheet(self, number: int) -> Sheet:
        """The whole layer at its own size."""
        with self._lock:
            if number not in self._sheets:
                self._sheets[number] = sheet_of(self.stage.layers[number].image)
            return self._sheets[number]

    def art(self, puppet: Any, scale: float) -> Art:
        """The drawings of a puppet at a size, shared by all shots on this stage."""
        with self._lock:
            return self._art.setdefault((puppet.id, scale), Art(puppet, self.stage.height / TALL, scale))

    @property
    def margin(self) -> float:
        """How far the layers reach beyond the frame, in pixels that the camera may show."""
        out = min((min(-layer.x, -layer.y) for layer in self.stage.layers), default=0)
        return max(0.0, out - EDGE - max(self.reach))

    @cached_property
    def veil(self) -> list[Laid]:
        """What lies over every frame and does not move."""
        return [Laid(sheet_of(self.stage.veil), 1.0, 0.0, 0.0)] if self.stage.veil else []


def still(picture: Path, width: int, height: int, *, whole: bool = False) -> Set:
    """A finished picture as a stage of one layer that fills `width` × `height`, for cards and for pictures not drawn here.

    With `whole` the camera may wander to where the picture is larger than the frame.
    """
    image = skia.Image.open(str(picture))
    if image is None:
        raise Refused("The picture cannot be read.")
    fill = max(width / image.width(), height / image.height())
    wide, tall = (even(fill * image.width()), even(fill * image.height())) if whole else (width, height)
    reach = ((wide - width) / 2, (tall - height) / 2)
    return Set(_Still(image, wide, tall, reach), reach)


class _Still:
    """What a stage has, for a single picture that covers `width` × `height`; its edge is repeated outwards for the camera's filter."""

    puppets = ()
    veil = air = None

    def __init__(self, image: skia.Image, width: int, height: int, reach: tuple[float, float]) -> None:
        self.width, self.height = width, height
        surface = skia.Surface(even(width + 2 * EDGE), even(height + 2 * EDGE))
        fill = max(width / image.width(), height / image.height())
        matrix = skia.Matrix.Translate(EDGE + (width - fill * image.width()) / 2, EDGE + (height - fill * image.height()) / 2)
        matrix.preScale(fill, fill)
        sampling = skia.SamplingOptions(skia.CubicResampler.Mitchell()) if fill != 1 else skia.SamplingOptions()
        shader = image.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, sampling, matrix)
        surface.getCanvas().drawPaint(skia.Paint(Shader=shader))
        self.layers = (Layer(surface.makeImageSnapshot(), 1.0, -EDGE - round(reach[0]), -EDGE - round(reach[1])),)


class Backdrop:
    """One layer in one shot; what stands before the actors gives way to a close view."""

    def __init__(self, place: Set, number: int, move: Move) -> None:
        layer = place.stage.layers[number]
        self.depth: float = layer.depth
        self._move = move
        self._opacity = min(1.0, max(0.0, 1 - (move.lens.zoom - 1.3) / 0.5)) if layer.depth > 1.0 else 1.0
        if move.lens.zoom <= SHARP:
            self._sheet, self._scale, self._left, self._top = place.sheet(number), 1.0, float(layer.x), float(layer.y)
        else:
            self._enlarge(layer)

    def _enlarge(self, layer: Any) -> None:
        """Cut out what the shot shows of the layer, at the size that it has there."""
        left, top, right, bottom = self._seen()
        self._scale, self._left, self._top = self._move.lens.zoom, left, top
        width, height = even((right - left) * self._scale), even((bottom - top) * self._scale)
        soft = FOCUS * max(0.0, self._scale - WHOLE) * (1.6 - min(1.0, self.depth)) if self._scale > WHOLE else 0.0
        self._sheet = sheet_of(layer.image, left - layer.x, top - layer.y, width, height, self._scale, soft)

    def _seen(self) -> tuple[float, float, float, float]:
        m = self._move
        views = [m.stand(self.depth, m.at(f)) for f in m.extremes()]
        half_w, half_h = m.width / 2, m.height / 2
        return (
            min(v.x - half_w / v.zoom for v in views) - EDGE,
            min(v.y - half_h / v.zoom for v in views) - EDGE,
            max(v.x + half_w / v.zoom for v in views) + EDGE,
            max(v.y + half_h / v.zoom for v in views) + EDGE,
        )

    def at(self, view: View) -> Laid | None:
        if self._sheet.empty or not self._opacity:
            return None
        laid = lay(self._sheet, self._scale, self._left, self._top, self._move, self._move.stand(self.depth, view))
        laid.opacity = self._opacity
        return laid


class Take:
    """The frames of one shot."""

    def __init__(self, shot: Shot, place: Set) -> None:
        self._shot = shot
        self._move = Move(shot.camera, shot.frames, shot.brief.width, shot.brief.height, place.margin, place.reach)
        self._cast = _cast(shot, place, self._move)
        self._weather = Weather(place.stage.air, shot) if place.stage.air else None
        self._veil = place.veil
        self._captions = Captions(shot) if shot.burn_captions and shot.captions else None
        self.frame, self._spare = (aligned(shot.brief.width * shot.brief.height * 3 // 2) for _ in range(2))
        self._shown: list[Any] = []

    def frames(self) -> Iterator[memoryview]:
        """Exactly `shot.frames` pictures; each stays as it is until the one after the next is asked for."""
        for number in range(self._shot.frames):
            yield self.draw(number)

    def draw(self, number: int) -> memoryview:
        width, height = self._shot.brief.width, self._shot.brief.height
        layers, dark = self.layers(number), darkness(passing(self._shot, number))
        shown = [dark, *(laid.key for laid in layers)]
        if shown != self._shown:
            self.frame, self._spare = self._spare, self.frame
            kernel().compose(self.frame, width, height, layers)
            if dark:
                kernel().fade(self.frame, width, height, BLACK, dark)
            self._shown = shown
        return self.frame.data

    def layers(self, number: int) -> list[Laid]:
        """What lies in a frame, from back to front."""
        view = self._move.at(number)
        laid = [one.at(view) if isinstance(one, Backdrop) else one.at(number, view) for one in self._cast]
        found = [one for one in laid if one]
        if self._weather:
            found += self._weather.at(number)
        found += self._veil
        if self._captions:
            found += self._captions.at(number)
        return found + cover(self._shot, passing(self._shot, number))


def _cast(shot: Shot, place: Set, move: Move) -> list[Backdrop | Figure]:
    """Layers and puppets from back to front; a puppet stands before the layers of its own depth."""
    actors = {actor.look.id: actor for actor in shot.brief.actors}
    figures = [
        Figure(
            place.art(puppet, size_for(max(move.stand(puppet.depth, move.at(f)).zoom for f in move.extremes()))),
            Role(actors[puppet.id], shot),
            move,
        )
        for puppet in place.stage.puppets
    ]
    backdrops = [Backdrop(place, number, move) for number in range(len(place.stage.layers))]
    return sorted([*backdrops, *figures], key=lambda one: (one.depth, isinstance(one, Figure)))


_SETS: OrderedDict[str, Set] = OrderedDict()
_SETS_LOCK = threading.Lock()
_KEPT, _KEPT_PIXELS = 3, 3 * 1920 * 1080
"""Stages that are kept, and how large their frames may be together: one of 2160 lines takes 600 MB."""


def perform(shot: Shot, picture: Path | None = None) -> Iterator[memoryview]:
    """The frames of a shot: on its stage, or over a finished `picture`. Everything is built at the first one."""
    whole = shot.kind is ShotKind.OWN
    place = still(picture, shot.brief.width, shot.brief.height, whole=whole) if picture else set_for(shot.brief)
    yield from Take(shot, place).frames()


def set_for(brief: PictureBrief) -> Set:
    """The stage for a picture, built once for the shots that follow one another on it."""
    key = repr(brief)
    with _SETS_LOCK:
        if key in _SETS:
            _SETS.move_to_end(key)
            return _SETS[key]
    place = Set(build_stage(brief))
    with _SETS_LOCK:
        _SETS[key] = place
        while len(_SETS) > _KEPT or (len(_SETS) > 1 and _kept_pixels() > _KEPT_PIXELS):
            _SETS.popitem(last=False)
    return place


def _kept_pixels() -> int:
    return sum(place.stage.width * place.stage.height for place in _SETS.values())


def captioned(shot: Shot, frames: Iterable[NDArray[np.uint8]]) -> Iterator[memoryview]:
    """Frames that were filmed elsewhere, with the captions of the shot drawn in them."""
    words = Captions(shot)
    for number, frame in enumerate(frames):
        if layers := words.at(number):
            kernel().compose(frame, shot.brief.width, shot.brief.height, layers)
        yield frame.data
