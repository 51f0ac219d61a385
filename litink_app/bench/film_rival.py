"""The same film for MoviePy: layers, puppets and captions as PNG with their places per frame, composed by a script in its own environment.

The rival is spared what it cannot do cheaply: no camera between the pixels, no motes in the air, one state per caption.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from litink_app.bench.film_material import FPS, HEIGHT, WIDTH
from litink_app.schemas.shot import Shot
from litink_app.studio.stagehand.sheets import Laid, Sheet
from litink_app.studio.stagehand.takes import Take, set_for

SCRIPT = Path(__file__).with_name("moviepy_film.py")
PINNED = ("moviepy==2.2.1", "numpy<2.4")
_SMALL = 90


def export(shot: Shot, folder: Path) -> dict[str, Any]:
    """Write the pictures of a scene; gives its tracks from back to front: files, and file and place for each frame."""
    take = Take(shot, set_for(shot.brief))
    tracks: dict[int, dict[str, Any]] = {}
    known: dict[int, tuple[int, int]] = {}
    for number in range(shot.frames):
        for depth, laid in enumerate(one for one in take.layers(number) if one.sheet.width > _SMALL):
            track = tracks.setdefault(depth, {"files": [], "frames": []})
            if id(laid.sheet) not in known:
                known[id(laid.sheet)] = (depth, len(track["files"]))
                track["files"].append(_save(laid, folder / f"{shot.id}-{depth}-{len(track['files'])}.png"))
            track["frames"].append((known[id(laid.sheet)][1], round(-laid.x / laid.scale), round(-laid.y / laid.scale)))
    return {
        "frames": shot.frames,
        "tracks": [track for track in tracks.values() if len(track["frames"]) == shot.frames],
        "captions": _captions(tracks, shot),
    }


def _captions(tracks: dict[int, dict[str, Any]], shot: Shot) -> list[dict[str, Any]]:
    """What is not there in every frame: the caption, in its last state."""
    found: list[dict[str, Any]] = []
    for track in tracks.values():
        if len(track["frames"]) < shot.frames:
            caption = shot.captions[0]
            _, x, y = track["frames"][-1]
            found.append({"file": track["files"][-1], "x": x, "y": y, "start": caption.start, "end": caption.end})
    return found


def _save(laid: Laid, path: Path) -> str:
    """A sheet as RGBA at the size that it has in the frame."""
    picture = Image.fromarray(rgba(laid.sheet), "RGBA")
    size = (max(1, round(picture.width / laid.scale)), max(1, round(picture.height / laid.scale)))
    (picture.resize(size, Image.Resampling.BICUBIC) if size != picture.size else picture).save(path, compress_level=1)
    return str(path)


def rgba(sheet: Sheet) -> np.ndarray:
    """The planes of a sheet as straight RGBA."""
    alpha = sheet.alpha.astype(float) / 255
    share = np.maximum(alpha, 1 / 255)
    y = sheet.y / share
    u, v = (
        np.kron(plane, np.ones((2, 2))) / np.maximum(np.kron(sheet.half_alpha, np.ones((2, 2))) / 255, 1 / 255)
        for plane in (sheet.u, sheet.v)
    )
    c, d, e = (y - 16) * 255 / 219, (u - 128) * 255 / 224, (v - 128) * 255 / 224
    colors = np.stack([c + 1.5748 * e, c - 0.1873 * d - 0.4681 * e, c + 1.8556 * d], axis=-1)
    return np.dstack([np.clip(np.rint(colors), 0, 255), sheet.alpha]).astype(np.uint8)


def compose(scenes: Sequence[dict[str, Any]], sounds: Sequence[tuple[Path, Path]], folder: Path, python: Path) -> Path:
    """Run MoviePy over everything; gives its film."""
    order = {
        "fps": FPS,
        "width": WIDTH,
        "height": HEIGHT,
        "scenes": scenes,
        "sounds": [[str(s) for s in pair] for pair in sounds],
        "out": str(folder),
    }
    (folder / "order.json").write_text(json.dumps(order))
    subprocess.run(
        [str(python), str(SCRIPT), str(folder / "order.json")],
        check=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )
    return folder / "film.mp4"


def expected(scene: dict[str, Any], number: int) -> np.ndarray:
    """The luma that the rival's frame `number` of a scene should have before any encoding."""
    frame = Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 255))
    for track in scene["tracks"]:
        file, x, y = track["frames"][number]
        _lay(frame, track["files"][file], x, y)
    for caption in scene["captions"]:
        if caption["start"] <= number / FPS < caption["end"]:
            _lay(frame, caption["file"], caption["x"], caption["y"])
    colors = np.asarray(frame.convert("RGB"), float)
    return 16 + colors @ [65.481, 128.553, 24.966] / 255


def _lay(frame: Image.Image, file: str, x: int, y: int) -> None:
    with Image.open(file) as opened:
        whole = Image.new("RGBA", frame.size)
        whole.paste(opened, (x, y))
        frame.alpha_composite(whole)
