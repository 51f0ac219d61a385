"""A finished film in other clothes: WebM, GIF, a smaller MP4, its sound alone, and an animatic of still pictures."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from litink_app.media.encode import Codec, picture_args, tags
from litink_app.media.ffmpeg import MediaFailed, Progress, run, source, target
from litink_app.media.poster import preview_args
from litink_app.media.probe import probe


async def export(
    film: Path, out: Path, *, height: int | None = None, limit_seconds: float = 3600.0, progress: Progress | None = None
) -> Path:
    """Write the film as `out`: `.webm` (VP9, Opus), `.gif`, `.webp`, `.mp4`, or `.m4b` (its sound and chapters); `height` scales it."""
    part = out.with_name(f".part-{out.name}")
    await run(export_args(film, part, height), limit_seconds=limit_seconds, folder=out.parent, progress=progress)
    return part.replace(out)


def export_args(film: Path, out: Path, height: int | None) -> list[str]:
    scale = ["-vf", f"scale=-2:{height}:flags=lanczos"] if height else []
    head = [*source(film, "mp4"), "-map", "0:v:0", "-map", "0:a:0?", "-map_chapters", "0"]
    match out.suffix:
        case ".webm":
            picture = ["-c:v", "libvpx-vp9", "-crf", "32", "-b:v", "0", "-row-mt", "1", "-deadline", "good", "-cpu-used", "5"]
            return [*head, *scale, *picture, "-c:a", "libopus", "-b:a", "112k", "-f", "webm", target(out)]
        case ".mp4":
            picture = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-pix_fmt", "yuv420p"]
            return [*head, *scale, *picture, "-c:a", "copy", "-movflags", "+faststart", "-f", "mp4", target(out)]
        case ".m4b":
            return [*source(film, "mp4"), "-map", "0:a:0", "-map_chapters", "0", "-c:a", "copy", "-f", "ipod", target(out)]
        case ".gif" | ".webp":
            return preview_args(film, out, 0.0, probe(film).seconds, (height or 270) * 16 // 9, 12)
        case other:
            raise MediaFailed(f"A film cannot be exported as {other or 'a file without a suffix'}.")


async def animatic(pictures: Sequence[tuple[Path, float]], codec: Codec, out: Path, *, sound: Path | None = None) -> Path:
    """Still pictures, each for its seconds, as MP4: the film's pace before anything moves."""
    if not pictures:
        raise MediaFailed("An animatic needs at least one picture.")
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".animatic-") as name:
        folder = Path(name)
        await run(
            animatic_args(_lay_out(pictures, folder), codec, out, sound, sum(s for _, s in pictures)), limit_seconds=600.0, folder=folder
        )
    return out


def _lay_out(pictures: Sequence[tuple[Path, float]], folder: Path) -> Path:
    lines = ["ffconcat version 1.0"]
    for number, (picture, seconds) in enumerate([*pictures, (pictures[-1][0], 0.0)]):
        name = f"{number:06d}{picture.suffix}"
        (folder / name).symlink_to(picture.resolve())
        lines += [f"file {name}", *([f"duration {seconds:.6f}"] if seconds else [])]
    listing = folder / "pictures.txt"
    listing.write_text("\n".join(lines) + "\n")
    return listing


def animatic_args(listing: Path, codec: Codec, out: Path, sound: Path | None, seconds: float) -> list[str]:
    fit = f"scale={codec.width}:{codec.height}:force_original_aspect_ratio=increase,crop={codec.width}:{codec.height},fps={codec.fps},{tags()}"
    heard = [*source(sound), "-c:a", "copy"] if sound else []
    return [
        *source(listing, "concat"),
        *heard,
        "-vf",
        fit,
        *picture_args(codec),
        "-tune",
        "stillimage",
        "-t",
        f"{seconds:.6f}",
        "-f",
        "mp4",
        target(out),
    ]
