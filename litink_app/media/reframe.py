"""A person's picture made ready for the camera: large enough to fill the frame, cut only where no move would reach, its busiest part found."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

REACH = 0.35
"""How much more than the frame a picture may keep along its longer side, as a part of the frame: what the camera can wander over."""


@dataclass(frozen=True, slots=True)
class Framed:
    """The picture as PNG, and in 0..1 of it the point that draws the eye."""

    path: Path
    width: int
    height: int
    focus: tuple[float, float]


async def reframed(picture: Path, width: int, height: int, out: Path) -> Framed:
    """Cover `width` × `height` with the picture; what is transparent becomes paper."""
    return await asyncio.to_thread(_reframed, picture, width, height, out)


def _reframed(picture: Path, width: int, height: int, out: Path) -> Framed:
    with Image.open(picture) as opened:
        flat = _on_paper(opened)
    x, y = focus(flat)
    scale = max(width / flat.width, height / flat.height)
    wide, tall = (min(side * scale, frame * (1 + REACH)) for side, frame in ((flat.width, width), (flat.height, height)))
    left = min(max(0.0, x * flat.width - wide / scale / 2), flat.width - wide / scale)
    top = min(max(0.0, y * flat.height - tall / scale / 2), flat.height - tall / scale)
    size = round(wide / 2) * 2, round(tall / 2) * 2
    kept = flat.resize(size, Image.Resampling.LANCZOS, (left, top, left + wide / scale, top + tall / scale))
    kept.save(out, "PNG", compress_level=3)
    return Framed(out, *size, ((x * flat.width - left) * scale / wide, (y * flat.height - top) * scale / tall))


def _on_paper(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands():
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, "#fbf7f0")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("RGB")


def focus(picture: Image.Image) -> tuple[float, float]:
    """Where the most edges are, drawn a little to the middle; heads are more often above than below it."""
    small = np.asarray(picture.convert("L").resize((64, 64), Image.Resampling.BOX), np.float32)
    down, across = np.gradient(small)
    weight = np.hypot(down, across) ** 2
    if weight.sum() < 1.0:
        return 0.5, 0.5
    share = weight / weight.sum()
    places = (np.arange(64) + 0.5) / 64
    x, y = float(share.sum(0) @ places), float(share.sum(1) @ places)
    return 0.5 + (x - 0.5) * 0.8, 0.46 + (y - 0.5) * 0.8
