"""How near the composer is to what the encoder alone costs, and how far from the usual way.

Method, each in one run on one machine; CPU is user and system time of the whole process tree:
moving: a shot with parallax, a zooming camera, a speaking puppet and a lit caption, drawn and encoded, over x264 with the same
arguments on the same raw frames from a file; the stage is drawn before, the median of `ROUNDS`.
film: MoviePy composing the same scenes clip by clip, joined by encoding, a last pass for sound and captions, over ours with mix and
join, encoded coarser until it has no more bytes; stages and speech are given to both; SSIM is the mean over luma of frames against each one's own composition before encoding.
merge: joining by stream copy over encoding the joined film again with the same arguments.
memory: peak of ffmpeg joining sixty minutes over one minute. parallel: wall time of two shots one after the other over both at once,
and the same of bare x264, which is what the two cores give; by turns, the median of `TURNS`. A scene alone draws on
one core while the other encodes, so that less is left to gain by a second one than for x264 alone.
"""

import asyncio
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import av
import numpy as np

from litink_app.bench import film_rival
from litink_app.bench.film_material import Spent, scene, sounds
from litink_app.bench.pythons import python_with
from litink_app.media.encode import Codec, encode_args, encode_frames, picture_args
from litink_app.media.ffmpeg import command, source, target
from litink_app.media.join import join_args, join_film, lay_out
from litink_app.media.mix import mix_film
from litink_app.providers.embedded_video import codec_of
from litink_app.schemas.film import Chapter, FilmPlan, SoundClip, Stem
from litink_app.schemas.shot import Camera, Shot
from litink_app.studio.stagehand.takes import Take, set_for

ROUNDS, TURNS = 5, 3
PUSH, PAN = Camera(0.5, 0.5, 1.0, 0.53, 0.5, 1.08), Camera(0.46, 0.5, 1.1, 0.54, 0.5, 1.1)
SCENES = int(os.environ.get("LITINK_BENCH_SCENES", "20"))
SECONDS = 5.0
COARSER = (20.0, 23.0, 25.0, 27.0, 29.0, 31.0)
"""Rate factors for our film, tried until it has no more bytes than the rival's."""


def run() -> dict[str, Any]:
    """The figures, ratios first."""
    with tempfile.TemporaryDirectory(prefix="litink-bench-") as name:
        folder = Path(name)
        return {**moving(folder), **parallel(folder), **merge(folder), **memory(folder), **film(folder)}


def moving(folder: Path) -> dict[str, Any]:
    """Drawn and encoded, over encoded alone."""
    shot, found, raw = scene(1, SECONDS, PUSH), dict[str, Any](), folder / "frames.yuv"
    usual = _raw(shot, raw)
    for preset in ("medium", "veryfast"):
        codec = replace(usual, preset=preset)
        pairs = [(_drawn(shot, codec, folder), _bare(raw, codec, folder)) for _ in range(ROUNDS)]
        found[f"moving scene over bare x264, {preset}"] = round(median(ours / bare for ours, bare in pairs), 3)
        found[f"bare x264, {preset}, ms a frame"] = round(1000 * median(bare for _, bare in pairs) / shot.frames, 1)
    raw.unlink()
    return found


def _drawn(shot: Shot, codec: Codec, folder: Path) -> float:
    spent = Spent()
    with spent.more():
        asyncio.run(encode_frames(Take(shot, set_for(shot.brief)).frames(), codec, folder / "drawn.mp4", limit_seconds=600))
    return spent.seconds


def _bare(raw: Path, codec: Codec, folder: Path) -> float:
    spent = Spent()
    with spent.more():
        subprocess.run(_bare_command(raw, codec, folder, "bare.mp4"), check=True)
    return spent.seconds


def _bare_command(raw: Path, codec: Codec, folder: Path, name: str) -> list[str]:
    args = encode_args(codec, folder / name)
    args[args.index("pipe:0")] = target(raw)
    return command(args)


def parallel(folder: Path) -> dict[str, Any]:
    """Two shots one after the other over both at once, each in a process of its own as workers are; and what bare x264 reaches here."""
    raw = folder / "frames.yuv"
    codec = _raw(scene(1, SECONDS, PUSH), raw)

    def bare(number: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(_bare_command(raw, codec, folder, f"bare-{number}.mp4"))

    turns = [(_sooner(lambda number: _worker(number, folder)), _sooner(bare)) for _ in range(TURNS)]
    raw.unlink()
    return {
        "two scenes at once, times as fast": round(median(ours for ours, _ in turns), 2),
        "two bare x264 at once, times as fast": round(median(theirs for _, theirs in turns), 2),
    }


def _sooner(start: Callable[[int], "subprocess.Popen[bytes]"]) -> float:
    """Wall time of two processes one after the other over both at once."""
    began = time.monotonic()
    for number in (1, 2):
        start(number).wait()
    alone = time.monotonic() - began
    began = time.monotonic()
    for process in [start(number) for number in (1, 2)]:
        process.wait()
    return alone / (time.monotonic() - began)


def _raw(shot: Shot, out: Path) -> Codec:
    """The frames of a shot without any coding; gives the codec that they are for."""
    with out.open("wb") as file:
        for frame in Take(shot, set_for(shot.brief)).frames():
            file.write(frame)
    return codec_of(shot)


def _worker(number: int, folder: Path) -> subprocess.Popen[bytes]:
    import sys

    code = f"from litink_app.bench.film import one_scene; one_scene({number}, {str(folder)!r})"
    return subprocess.Popen([sys.executable, "-c", code])


def one_scene(number: int, folder: str) -> None:
    """Film one scene: what a worker does."""
    shot = scene(number, SECONDS, PUSH)
    asyncio.run(
        encode_frames(Take(shot, set_for(shot.brief)).frames(), codec_of(shot), Path(folder) / f"worker-{number}.mp4", limit_seconds=600)
    )


def merge(folder: Path) -> dict[str, Any]:
    """Copying over encoding again."""
    shot = scene(1, SECONDS, PUSH)
    one = folder / "one.mp4"
    asyncio.run(encode_frames(Take(shot, set_for(shot.brief)).frames(), codec_of(shot), one, limit_seconds=600))
    plan = FilmPlan((one,) * 6, chapters=(Chapter("One", 0.0),), title="Bench")
    copied, encoded = Spent(), Spent()
    with copied.more():
        asyncio.run(join_film(plan, folder / "joined.mp4"))
    with encoded.more():
        again = [*source(folder / "joined.mp4"), *picture_args(codec_of(shot)), "-an", "-f", "mp4", target(folder / "again.mp4")]
        subprocess.run(command(again), check=True)
    return {"merge by stream copy, % of encoding again": round(100 * copied.seconds / encoded.seconds, 2)}


def memory(folder: Path) -> dict[str, Any]:
    """Peak of the joining process for a long film over a short one."""
    line, _ = sounds(folder, 0, SECONDS)
    peaks = {minutes: _joined(folder, line, minutes) for minutes in (1, 60)}
    return {
        "memory, 60-minute join over 1-minute": round(peaks[60] / peaks[1], 2),
        "memory of the 60-minute join, MB": round(peaks[60] / 1024),
    }


def _joined(folder: Path, line: Path, minutes: int) -> int:
    """KB that ffmpeg held at most."""
    seconds = 60.0 * minutes
    mix = asyncio.run(
        mix_film([SoundClip(line, 0.0, Stem.SPEECH, seconds=seconds, loop=True)], seconds=seconds, folder=folder, name=f"m{minutes}")
    )
    plan = FilmPlan((folder / "one.mp4",) * round(seconds / SECONDS), mix.path)
    place = folder / f"join-{minutes}"
    place.mkdir()
    lay_out(plan, seconds, place)
    process = subprocess.Popen(command(join_args(plan, place, place / "film.mp4")))
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"joining {minutes} minutes failed")
    (place / "film.mp4").unlink()
    return used.ru_maxrss


def film(folder: Path) -> dict[str, Any]:
    """The whole film, both ways."""
    shots = [scene(number, SECONDS, PAN) for number in range(SCENES)]
    heard = [sounds(folder, number, SECONDS) for number in range(SCENES)]
    python = python_with("moviepy", film_rival.PINNED)
    told = [film_rival.export(shot, folder) for shot in shots]
    theirs = Spent()
    with theirs.more():
        rival = film_rival.compose(told, heard, folder, python)
    made, likeness, ours, crf = _no_larger(rival.stat().st_size, shots, heard, folder)
    wanted = {n * shots[0].frames + f: film_rival.expected(one, f) for n, one in enumerate(told) for f in samples(shots[0])}
    return {
        f"film of {SCENES} scenes, times less CPU than MoviePy": round(theirs.seconds / ours.seconds, 2),
        "film: our rate factor for no more bytes": crf,
        "film: CPU seconds, ours and MoviePy": [round(ours.seconds, 1), round(theirs.seconds, 1)],
        "film: SSIM, ours and MoviePy": [round(likeness, 4), round(ssim_of(rival, wanted), 4)],
        "film: MB, ours and MoviePy": [round(path.stat().st_size / 1e6, 2) for path in (made, rival)],
    }


def _no_larger(most: int, shots: Sequence[Shot], heard: Sequence[tuple[Path, Path]], folder: Path) -> tuple[Path, float, Spent, float]:
    """Our film at the finest rate factor that needs no more than `most` bytes, its likeness and what it took."""
    for crf in COARSER:
        ours = Spent()
        made, likeness = asyncio.run(_film(shots, heard, folder, ours, crf))
        if made.stat().st_size <= most:
            return made, likeness, ours, crf
    raise RuntimeError(f"our film has more than {most} bytes at every rate factor")


def samples(shot: Shot) -> tuple[int, ...]:
    return (shot.frames // 5, shot.frames // 2, shot.frames * 4 // 5)


async def _film(shots: Sequence[Shot], heard: Sequence[tuple[Path, Path]], folder: Path, spent: Spent, crf: float) -> tuple[Path, float]:
    paths, wanted, clips = list[Path](), dict[int, np.ndarray](), list[SoundClip]()
    for number, (shot, (line, chord)) in enumerate(zip(shots, heard, strict=True)):
        place = set_for(shot.brief)
        paths.append(folder / f"ours-{number}.mp4")
        with spent.more():
            await encode_frames(Take(shot, place).frames(), replace(codec_of(shot), crf=crf), paths[-1], limit_seconds=600)
        for frame, pixels in enumerate(Take(shot, place).frames()):
            if frame in samples(shot):
                wanted[number * shot.frames + frame] = _luma(np.array(pixels), shot)
        at = number * SECONDS
        clips += [SoundClip(line, at + 0.5, Stem.SPEECH), SoundClip(chord, at, Stem.SCORE)]
    with spent.more():
        mix = await mix_film(clips, seconds=SECONDS * len(shots), folder=folder, name="ours")
        await join_film(FilmPlan(tuple(paths), mix.path, title="Bench"), folder / "ours.mp4")
    return folder / "ours.mp4", ssim_of(folder / "ours.mp4", wanted)


def _luma(frame: np.ndarray, shot: Shot) -> np.ndarray:
    return frame[: shot.brief.width * shot.brief.height].reshape(shot.brief.height, shot.brief.width).astype(float)


def ssim_of(path: Path, wanted: dict[int, np.ndarray]) -> float:
    """Mean SSIM of the named frames."""
    found: list[float] = []
    with av.open(str(path)) as opened:
        for number, frame in enumerate(opened.decode(video=0)):
            if number in wanted:
                found.append(ssim(wanted[number], frame.to_ndarray(format="yuv420p")[: frame.height].astype(float)))
    return float(np.mean(found))


def ssim(a: np.ndarray, b: np.ndarray, side: int = 8) -> float:
    """Structural similarity over windows of `side` pixels, every fourth."""

    def mean(values: np.ndarray) -> np.ndarray:
        sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        return (sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side])[::4, ::4] / side**2

    ma, mb = mean(a), mean(b)
    va, vb, vab = mean(a * a) - ma**2, mean(b * b) - mb**2, mean(a * b) - ma * mb
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * ma * mb + c1) * (2 * vab + c2)) / ((ma**2 + mb**2 + c1) * (va + vb + c2))).mean())


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
