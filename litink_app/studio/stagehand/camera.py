"""The camera: an eased move, and where each layer stands for it. Near layers move more than far ones."""

from dataclasses import dataclass

from litink_app.schemas.shot import Camera

SWAY = 0.22
"""How much of the camera's move the farthest layer shows."""

EASE = 0.55
"""0 is a steady move, 1 one that starts and ends at rest."""


@dataclass(frozen=True, slots=True)
class View:
    """Centre in pixels of the picture, and zoom."""

    x: float
    y: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Lens:
    """The framing that a move departs from: all layers share it, as in a cut to a longer lens."""

    x: float
    y: float
    zoom: float


class Move:
    """The camera of one shot over a picture of `width` × `height` pixels whose layers reach `margin` pixels beyond it.

    `reach` is what the picture has to show beside that, to left and right, and above and below.
    """

    def __init__(
        self, camera: Camera, frames: int, width: int, height: int, margin: float = 0.0, reach: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        self._camera, self._frames = camera, frames
        self._across, self._down = margin + reach[0], margin + reach[1]
        self.width, self.height = width, height
        self.lens = Lens(
            (camera.x0 + camera.x1) / 2 * width,
            (camera.y0 + camera.y1) / 2 * height,
            max(1.0, min(camera.zoom0, camera.zoom1)),
        )

    @property
    def still(self) -> bool:
        c = self._camera
        return (c.x0, c.y0, c.zoom0) == (c.x1, c.y1, c.zoom1)

    def extremes(self) -> tuple[int, ...]:
        """Frames between which everything else lies."""
        return (0,) if self.still else (0, self._frames - 1)

    def at(self, frame: int) -> View:
        """Where the camera looks at `frame`."""
        c, s = self._camera, eased(frame / max(1, self._frames - 1))
        zoom = max(1.0, c.zoom0 * (c.zoom1 / c.zoom0) ** s)
        return View((c.x0 + (c.x1 - c.x0) * s) * self.width, (c.y0 + (c.y1 - c.y0) * s) * self.height, zoom)

    def stand(self, depth: float, view: View) -> View:
        """What of a layer at `depth` fills the frame: its own centre and zoom."""
        near = sway(depth)
        zoom = self.lens.zoom * (1 + (view.zoom / self.lens.zoom - 1) * near)
        x, y = self.lens.x + (view.x - self.lens.x) * near, self.lens.y + (view.y - self.lens.y) * near
        return View(_inside(x, self.width, zoom, self._across), _inside(y, self.height, zoom, self._down), zoom)


def _inside(centre: float, size: int, zoom: float, beyond: float) -> float:
    """So that the frame does not reach past the layer."""
    half = size / 2 / zoom - beyond
    return min(size - half, max(half, centre))


def sway(depth: float) -> float:
    """How much of the move a layer shows: little at the horizon, all of it at the actors' plane, more in front."""
    return SWAY + (1 - SWAY) * depth


def eased(t: float) -> float:
    """Between a steady move and a smooth one."""
    smooth = t * t * (3 - 2 * t)
    return t + (smooth - t) * EASE
