"""Media from outside: looked at, then made anew in a cell. Nothing that a stranger sent is ever stored, joined or shown as it came.

The kind is read from the first bytes, and ffmpeg is told to open just that one format by `file` alone, so a playlist that names
another file, a disguised one or a network address is refused before a single packet is decoded. Metadata (place, camera, author)
is left behind.
"""

import asyncio
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from litink_app.errors import Refused, TooMuch
from litink_app.media.encode import tags
from litink_app.media.ffmpeg import (
    GIB,
    DiskFull,
    Limits,
    MediaFailed,
    MediaTookTooLong,
    Progress,
    environment,
    kill_group,
    leash,
    run,
    source,
    target,
)
from litink_app.media.picture_cell import REFUSED, UNREADABLE
from litink_app.media.probe import Probe, told
from litink_app.schemas.own_media import MOST_BYTES


class Kind(StrEnum):
    PICTURE = "picture"
    SOUND = "sound"
    CLIP = "clip"


CELL = Limits(file_bytes=2 * GIB, cpu_factor=2.0, memory_bytes=4 * GIB)
MOST_PIXELS = 50_000_000
MOST_SECONDS = 1800.0
PROBE_SECONDS = 20.0
LONGEST_SIDE = 3840
_TAKEN = {Kind.SOUND: "MP3, WAV, OGG, FLAC or the sound of an MP4", Kind.CLIP: "JPEG, PNG, WebP or GIF, or a clip as MP4, WebM or MKV"}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_OTHER_PICTURES = (b"avif", b"avis", b"heic", b"heix", b"heif", b"mif1", b"msf1")
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "mp4"),
    (0, b"\x1aE\xdf\xa3", "matroska"),
    (0, b"RIFF", "wav"),
    (0, b"OggS", "ogg"),
    (0, b"fLaC", "flac"),
    (0, b"ID3", "mp3"),
    (0, b"\xff\xfb", "mp3"),
    (0, b"\xff\xf3", "mp3"),
    (0, b"\xff\xf2", "mp3"),
)


def admit(path: Path, *, music: bool) -> None:
    """A first look at the door, by size and first bytes: `Refused` where nothing within can be what is wanted."""
    _is_fit(path)
    if music or seems(path) is Kind.CLIP:
        sniff(path, Kind.SOUND if music else Kind.CLIP)


async def take_in(path: Path, folder: Path, kind: Kind, *, keep: float = MOST_SECONDS, progress: Progress | None = None) -> Path:
    """A safe copy in `folder`: PNG for a picture, FLAC for a sound, MP4 for a clip, their first `keep` seconds. `Refused` with the reason otherwise."""
    await asyncio.to_thread(_is_fit, path)
    if kind is Kind.PICTURE:
        return await _picture(path, folder / "picture.png")
    facts = await look(path, kind)
    out = folder / ("sound.flac" if kind is Kind.SOUND else "clip.mp4")
    args = sound_args(path, facts.container, out, keep) if kind is Kind.SOUND else clip_args(path, facts.container, out, keep)
    return await _in_cell(args, out, progress)


def seems(path: Path) -> Kind:
    """Picture or clip by the first bytes; which it truly is, `take_in` finds out."""
    with path.open("rb") as opened:
        head = opened.read(16)
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return Kind.PICTURE if webp or head.startswith(_PICTURES) or head[8:12] in _OTHER_PICTURES else Kind.CLIP


def _is_fit(path: Path) -> None:
    if path.is_symlink() or not path.is_file():
        raise Refused("This is not a file.")
    if path.stat().st_size > MOST_BYTES:
        raise TooMuch(f"The file is larger than {MOST_BYTES >> 20} MB.")


def sniff(path: Path, kind: Kind) -> str:
    """The one demuxer that fits the first bytes; `Refused` for everything else, playlists above all."""
    with path.open("rb") as opened:
        head = opened.read(16)
    for offset, magic, name in _MAGIC:
        if head[offset : offset + len(magic)] == magic and (name != "wav" or head[8:12] == b"WAVE"):
            return name
    raise Refused(f"This kind of file is not taken. Send {_TAKEN[kind]}.")


async def look(path: Path, kind: Kind) -> Probe:
    """What is inside, within our limits, read by a process that may crash alone; `container` is the demuxer to use."""
    demuxer = await asyncio.to_thread(sniff, path, kind)
    facts = replace(await _probed(path, demuxer), container=demuxer)
    wanted = facts.sound if kind is Kind.SOUND else facts.picture
    if not wanted:
        raise Refused(f"There is no {'sound' if kind is Kind.SOUND else 'picture'} in this file.")
    if facts.seconds > MOST_SECONDS:
        raise TooMuch(f"It is longer than {MOST_SECONDS / 60:.0f} minutes.")
    if facts.picture and facts.picture.width * facts.picture.height > MOST_PIXELS:
        raise TooMuch("Its picture is too large.")
    return facts


async def _probed(path: Path, demuxer: str) -> Probe:
    code, said = await _cell("litink_app.media.probe", str(path), demuxer)
    if code:
        raise Refused("This file is damaged or not what it says it is.")
    return told(said)


async def _cell(program: str, *args: str) -> tuple[int, str]:
    """Run one of our own programs on leash; its exit code and what it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", program, *args),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**environment(), "PYTHONPATH": str(Path(__file__).parents[2])},
        start_new_session=True,
        preexec_fn=leash(CELL, PROBE_SECONDS),
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), PROBE_SECONDS)
    except TimeoutError:
        raise TooMuch("This file takes too long to read.") from None
    finally:
        if process.returncode is None:
            kill_group(process.pid)
            await process.wait()
    return process.returncode or 0, said.decode(errors="replace")


def sound_args(path: Path, demuxer: str, out: Path, keep: float = MOST_SECONDS) -> list[str]:
    """One stereo 48 kHz sound without anything else."""
    clean = ["-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", f"{keep:.3f}"]
    return [
        *source(path, demuxer, formats=demuxer),
        *clean,
        "-af",
        "aresample=48000:async=1",
        "-ac",
        "2",
        "-c:a",
        "flac",
        "-f",
        "flac",
        target(out),
    ]


def clip_args(path: Path, demuxer: str, out: Path, keep: float = MOST_SECONDS) -> list[str]:
    """Upright, square pixels, even size, its own rate made constant, BT.709 limited, 8 bit, stereo: whatever it was before.

    No difference is seen to what came in: a shot of a film is encoded from it, and that is to be the one lossy step.
    """
    size = f"scale='min({LONGEST_SIDE},iw*sar)':'min({LONGEST_SIDE},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2"
    shape = f"{size}:in_range=auto:out_range=tv:out_color_matrix=bt709,setsar=1,fps='clip(source_fps,23,60)',format=yuv420p,{tags()}"
    clean = ["-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", f"{keep:.3f}"]
    codec = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "6", "-c:a", "aac", "-ac", "2", "-ar", "48000", "-af", "aresample=async=1"]
    return [*source(path, demuxer, formats=demuxer), *clean, "-vf", shape, *codec, "-movflags", "+faststart", "-f", "mp4", target(out)]


async def _in_cell(args: list[str], out: Path, progress: Progress | None) -> Path:
    try:
        await run(args, limit_seconds=600.0, folder=out.parent, limits=CELL, progress=progress)
    except MediaTookTooLong as error:
        raise TooMuch("This file takes too long to read.") from error
    except DiskFull:
        raise
    except MediaFailed as error:
        raise Refused("This file is damaged or not what it says it is.") from error
    return out


async def _picture(path: Path, out: Path) -> Path:
    """Decoded in a cell with a cap on pixels: upright, the first frame, every tag forgotten."""
    code, said = await _cell("litink_app.media.picture_cell", str(path), str(out), str(MOST_PIXELS), str(LONGEST_SIDE))
    if code:
        raise Refused(said.strip() if code == REFUSED else UNREADABLE)
    return out
