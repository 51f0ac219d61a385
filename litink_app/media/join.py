"""Shots become a film without a new encoding: pictures and sound are copied, subtitles, chapters and tags laid beside them in one pass."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from litink_app.media.encode import TIMESCALE
from litink_app.media.ffmpeg import MediaFailed, Progress, run, source, target
from litink_app.media.probe import Picture, probe
from litink_app.media.subtitles import to_srt
from litink_app.schemas.film import Chapter, FilmPlan


async def join_film(plan: FilmPlan, out: Path, *, limit_seconds: float = 600.0, progress: Progress | None = None) -> float:
    """Join the film into `out` (MP4, index in front); gives its length in seconds. `out` appears only when it is whole.

    Raises `MediaFailed` where the shots are not encoded alike, or where the film is not as long as its shots.
    """
    if not plan.shots:
        raise MediaFailed("A film needs at least one shot.")
    seconds = sum(s.frames / s.fps for s in alike(plan.shots))
    part = out.with_name(f".{out.name}.part")
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".join-") as name:
        folder = Path(name)
        lay_out(plan, seconds, folder)
        await run(join_args(plan, folder, part), limit_seconds=limit_seconds, folder=folder, progress=progress)
    found = probe(part, container="mp4").picture
    if not found or abs(found.frames / found.fps - seconds) > 0.5 / found.fps:
        raise MediaFailed("The joined film is not as long as its shots.", f"{found} instead of {seconds} s")
    part.replace(out)
    return seconds


def alike(shots: Sequence[Path]) -> list[Picture]:
    """The pictures of all shots, which must share codec, size, rate and headers."""
    found = [picture for shot in shots if (picture := probe(shot, container="mp4").picture)]
    kinds = {(p.codec, p.width, p.height, p.fps, p.pixels, p.extradata) for p in found}
    if len(found) != len(shots) or len(kinds) != 1:
        raise MediaFailed("The shots are not encoded alike, so they cannot be joined without loss.", str(kinds))
    return found


def lay_out(plan: FilmPlan, seconds: float, folder: Path) -> None:
    """Write what ffmpeg reads beside the media; shots get plain names, so that no name of theirs is ever parsed."""
    names = [f"{n:06d}.mp4" for n in range(len(plan.shots))]
    for name, shot in zip(names, plan.shots, strict=True):
        (folder / name).symlink_to(shot.resolve())
    (folder / "shots.txt").write_text("ffconcat version 1.0\n" + "".join(f"file {name}\n" for name in names))
    (folder / "tags.txt").write_text(metadata(plan, seconds), encoding="utf-8")
    if plan.captions:
        (folder / "captions.srt").write_text(to_srt(plan.captions), encoding="utf-8")


def join_args(plan: FilmPlan, folder: Path, out: Path) -> list[str]:
    """Copy every stream; mov_text for the captions; chapters and tags from the metadata file."""
    inputs = [["-auto_convert", "0", *source(folder / "shots.txt", "concat")], source(folder / "tags.txt", "ffmetadata")]
    maps = ["-map", "0:v:0"]
    if plan.sound:
        maps += ["-map", f"{len(inputs)}:a:0"]
        inputs.append(source(plan.sound, protocols="file"))
    if plan.captions:
        maps += ["-map", f"{len(inputs)}:s:0", "-c:s", "mov_text", "-metadata:s:s:0", f"language={plan.language}"]
        inputs.append(source(folder / "captions.srt", "srt"))
    copy = ["-c:v", "copy", "-c:a", "copy", "-map_metadata", "1", "-map_chapters", "1", "-video_track_timescale", str(TIMESCALE)]
    return [*(a for i in inputs for a in i), *maps, *copy, "-movflags", "+faststart", "-f", "mp4", target(out)]


def metadata(plan: FilmPlan, seconds: float) -> str:
    """Tags and chapters in ffmpeg's own format; chapters begin in order inside the film and end where the next begins."""
    tags = {"title": plan.title, "artist": plan.author, "comment": plan.comment, "encoder": "LitinkAI"}
    head = [";FFMETADATA1", *(f"{k}={_escape(v)}" for k, v in tags.items() if v)]
    chapters = sorted((c for c in plan.chapters if 0 <= c.start < seconds), key=lambda c: c.start)
    ends = [c.start for c in chapters[1:]] + [seconds]
    return "\n".join([*head, *(_chapter(c, end) for c, end in zip(chapters, ends, strict=False))]) + "\n"


def _chapter(chapter: Chapter, end: float) -> str:
    return f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={round(chapter.start * 1000)}\nEND={round(end * 1000)}\ntitle={_escape(chapter.title)}"


def _escape(value: str) -> str:
    """One line; a backslash at its very end would swallow the next line of the file, escaped or not."""
    flat = " ".join(value.replace("\0", "").split()).rstrip("\\ ")
    return "".join(f"\\{c}" if c in "=;#\\" else c for c in flat)
