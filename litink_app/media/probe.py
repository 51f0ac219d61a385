"""What is in a media file, read with PyAV without trusting its name."""

import json
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError

from litink_app.errors import Refused


@dataclass(frozen=True, slots=True)
class Picture:
    """`extradata` holds the codec's headers: streams that differ in them cannot be joined by copying."""

    codec: str
    width: int
    height: int
    fps: float
    frames: int
    pixels: str
    extradata: bytes = b""


@dataclass(frozen=True, slots=True)
class Sound:
    codec: str
    rate: int
    channels: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Probe:
    container: str
    seconds: float
    picture: Picture | None
    sound: Sound | None
    subtitles: int
    chapters: tuple[tuple[float, str], ...]
    tags: dict[str, str]


def probe(path: Path, *, container: str = "") -> Probe:
    """Read the headers of a file that we made; `Refused` where nothing can be read. For files of users see `intake`."""
    try:
        with av.open(str(path), format=container or None, options={"protocol_whitelist": "file"}, metadata_errors="replace") as opened:
            return _read(opened)
    except (FFmpegError, OSError, ValueError) as error:
        raise Refused("This file cannot be read as a picture, a sound or a film.") from error


def _read(opened: Any) -> Probe:
    chapters = tuple((c["start"] * float(c["time_base"]), str(c["metadata"].get("title", ""))) for c in opened.chapters())
    return Probe(
        container=opened.format.name,
        seconds=(opened.duration or 0) / av.time_base,
        picture=_picture(opened.streams.video[0]) if opened.streams.video else None,
        sound=_sound(opened.streams.audio[0]) if opened.streams.audio else None,
        subtitles=len(opened.streams.subtitles),
        chapters=chapters,
        tags={str(k): str(v) for k, v in opened.metadata.items()},
    )


def _picture(stream: Any) -> Picture:
    context = stream.codec_context
    rate = stream.base_rate or stream.average_rate or 0
    return Picture(
        codec=context.name,
        width=context.width,
        height=context.height,
        fps=float(rate),
        frames=stream.frames,
        pixels=context.pix_fmt or "",
        extradata=bytes(context.extradata or b""),
    )


def _sound(stream: Any) -> Sound:
    context = stream.codec_context
    seconds = float(stream.duration * stream.time_base) if stream.duration is not None else 0.0
    return Sound(codec=context.name, rate=context.sample_rate, channels=context.channels, seconds=seconds)


def told(text: str) -> Probe:
    """What the program below wrote."""
    data = json.loads(text)
    picture, sound = data.pop("picture"), data.pop("sound")
    chapters = tuple((start, title) for start, title in data.pop("chapters"))
    return Probe(picture=Picture(**picture) if picture else None, sound=Sound(**sound) if sound else None, chapters=chapters, **data)


def main(path: str, container: str) -> int:
    """Run as a program in a cell of its own, for files that are not trusted: the facts as JSON, or exit code 1.

    What the file tells of itself in words stays in the cell: its tags may be as large as the file.
    """
    try:
        facts = asdict(replace(probe(Path(path), container=container), tags={}, chapters=()))
    except Refused:
        return 1
    if facts["picture"]:
        del facts["picture"]["extradata"]
    print(json.dumps(facts))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
