"""Puppets as sheets: each body is drawn once at the size that it has in a shot, each face once, and both put together."""

import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from litink_app.studio.illustrator.pose import Pose
from litink_app.studio.stagehand.acting import Role
from litink_app.studio.stagehand.camera import Move, View
from litink_app.studio.stagehand.sheets import EDGE, Laid, Sheet, canvas_pixels, even, lay

T = TypeVar("T")
SPRITES, FACES, BODIES = 120, 80, 16
STEPS = 6
"""Sizes to the doubling that puppets are drawn in; shots of about the same size share their drawings."""

FACE_ROOM = 0.06

Box = tuple[int, int, int, int]


def size_for(zoom: float) -> float:
    """The drawn size for a zoom: the next step above it."""
    return 2.0 ** (math.ceil(math.log2(zoom) * STEPS - 1e-6) / STEPS)


class Art:
    """The drawings of one puppet at one size (`scale` pixels to a picture pixel, `unit` picture pixels to a stage unit)."""

    def __init__(self, puppet: Any, unit: float, scale: float) -> None:
        self.puppet, self.scale, self._unit = puppet, scale, unit
        box = puppet.bounds()
        tall = box.height()
        self.height = tall * unit
        self.foot = ((box.left() + box.right()) / 2 * unit, box.bottom() * unit)
        self._left, self._top = (box.left() - 0.75 * tall) * unit, (box.top() - 0.18 * tall) * unit
        self._right, self._bottom = (box.right() + 0.75 * tall) * unit, (box.bottom() + 0.3 * tall) * unit
        self._bodies: OrderedDict[Pose, np.ndarray] = OrderedDict()
        self._faces: OrderedDict[Any, tuple[Box, np.ndarray]] = OrderedDict()
        self._sprites: OrderedDict[Pose, tuple[Sheet, float, float] | None] = OrderedDict()
        self._lock = threading.Lock()

    def sprite(self, pose: Pose) -> tuple[Sheet, float, float] | None:
        """The pose as a sheet, cut to what is drawn of it, with its corner in picture pixels; None where nothing is."""
        with self._lock:
            return _kept(self._sprites, pose, lambda: self._made(pose), SPRITES)

    def _made(self, pose: Pose) -> tuple[Sheet, float, float] | None:
        body = _body(pose)
        pixels = _kept(self._bodies, body, lambda: self._drawn(body), BODIES)
        if pose != body:
            (x0, y0, x1, y1), face = self._face(pose, body, pixels)
            pixels = pixels.copy()
            pixels[y0:y1, x0:x1] = face
        cut = trimmed(pixels)
        if cut is None:
            return None
        x0, y0, x1, y1 = cut
        return Sheet(pixels[y0:y1, x0:x1]), self._left + x0 / self.scale, self._top + y0 / self.scale

    def _face(self, pose: Pose, body: Pose, pixels: np.ndarray) -> tuple[Box, np.ndarray]:
        """The pixels of a face; a face drawn on another body serves as well where the two look the same around it."""
        x0, y0, x1, y1 = box = self._face_box(pose)
        looks = hash(pixels[y0:y1, x0:x1].tobytes())
        return _kept(self._faces, (pose.mouth, pose.blink, pose.gaze, box, looks), lambda: (box, self._drawn(pose, box)), FACES)

    def _face_box(self, pose: Pose) -> Box:
        """Where the face is in the drawing."""
        p = self.puppet
        x0, y0, x1, y1 = p.face(_body(pose))
        left, right = (x0, x1) if p.facing > 0 else (-x1, -x0)
        spare = FACE_ROOM * (x1 - x0)
        across = ((p.x + (v + d) * p.height) * self._unit - self._left for v, d in ((left, -spare), (right, spare)))
        down = ((p.ground + (v + d) * p.height) * self._unit - self._top for v, d in ((y0, -spare), (y1, spare)))
        (a, c), (b, d) = ([round(v * self.scale) for v in pair] for pair in (across, down))
        return max(0, a), max(0, b), c, d

    def _drawn(self, pose: Pose, only: Box | None = None) -> np.ndarray:
        """The pose, or the part of it inside a box, on clear pixels."""
        wide, tall = even((self._right - self._left) * self.scale), even((self._bottom - self._top) * self.scale)
        x0, y0, x1, y1 = only or (0, 0, wide, tall)
        pixels, surface = canvas_pixels(x1 - x0, y1 - y0)
        canvas = surface.getCanvas()
        canvas.translate(-x0, -y0)
        canvas.scale(self.scale, self.scale)
        canvas.translate(-self._left, -self._top)
        canvas.scale(self._unit, self._unit)
        self.puppet.draw(canvas, pose)
        surface.flushAndSubmit()
        return pixels


class Figure:
    """One puppet in one shot."""

    def __init__(self, art: Art, role: Role, move: Move) -> None:
        self.depth: float = art.puppet.depth
        self._art, self._role, self._move = art, role, move

    def at(self, frame: int, view: View) -> Laid | None:
        """The puppet at `frame`; it breathes by swelling a little from its feet upwards."""
        moment, art = self._role.at(frame), self._art
        sprite = art.sprite(moment.pose)
        if sprite is None:
            return None
        sheet, left, top = sprite
        walked = moment.stride * art.height * art.puppet.facing
        foot_x, foot_y = art.foot
        left, top = foot_x - (foot_x - left) * moment.swell + walked, foot_y - (foot_y - top) * moment.swell
        return lay(sheet, art.scale / moment.swell, left, top, self._move, self._move.stand(self.depth, view))


def _body(pose: Pose) -> Pose:
    """The pose without what only the face shows."""
    return replace(pose, mouth="rest", blink=0.0, gaze=0.0)


def _kept(known: OrderedDict[Any, T], key: Any, make: Callable[[], T], most: int) -> T:
    """From `known`, or made and kept there, the oldest going where there are too many."""
    if key not in known:
        known[key] = make()
        if len(known) > most:
            known.popitem(last=False)
    return known[key]


def trimmed(pixels: np.ndarray) -> Box | None:
    """The even box around what is drawn, with a clear edge for the kernel; None where nothing is."""
    words = pixels.view(np.uint32)[..., 0]
    rows, columns = np.flatnonzero(words.any(axis=1)), np.flatnonzero(words.any(axis=0))
    if not rows.size:
        return None
    height, width = words.shape
    x0, y0 = max(0, int(columns[0]) - EDGE) & ~1, max(0, int(rows[0]) - EDGE) & ~1
    x1, y1 = min(width, even(int(columns[-1]) + 1 + EDGE)), min(height, even(int(rows[-1]) + 1 + EDGE))
    return x0, y0, x1, y1
