"""The sound of a film, mixed once: speech in front, music and ambience giving way to it, the whole at one loudness.

Two passes: the stems are laid in time and summed in blocks (sample-exact, ducked by the known times of the speech), then ffmpeg
measures their sum, sets the gain, limits the true peak at twice the rate and encodes AAC. `write_stems` lays the same stems apart.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from litink_app.media.ffmpeg import MediaFailed, Progress, run, source, target
from litink_app.media.pcm import RATE, FlacWriter, Reader, Samples, blocks
from litink_app.schemas.film import Loudness, Mix, SoundClip, Stem

TARGET = -16.0
CEILING = -1.8
HEADROOM = 2.0
"""How far under the ceiling sample peaks must stay for the limiter to be left out, in dB."""

SILENCE = -69.0
MOST_GAIN = 30.0
DUCK_DB = {Stem.SCORE: -11.0, Stem.AMBIENCE: -6.0}
ATTACK, RELEASE = 0.25, 0.7
_BLOCK = 4 * RATE
_EDGE = 0.004


async def mix_film(
    clips: Sequence[SoundClip],
    *,
    seconds: float,
    folder: Path,
    name: str = "sound",
    target_lufs: float = TARGET,
    limit_seconds: float = 900.0,
    progress: Progress | None = None,
) -> Mix:
    """Mix `clips` to exactly `seconds` of stereo AAC in `folder`."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=f"{name}-", suffix=".f32") as file:
        total = Path(file.name)
        await asyncio.to_thread(_lay, clips, seconds, total)
        before = await _loudness(["-loglevel", "info", *_raw(total)], peak="sample", folder=folder, limit_seconds=limit_seconds)
        gain = 0.0 if before.integrated <= SILENCE else min(MOST_GAIN, target_lufs - before.integrated)
        hot = before.true_peak + gain > CEILING - HEADROOM
        out = folder / f"{name}.m4a"
        await run(master_args(total, gain, seconds, out, limited=hot), limit_seconds=limit_seconds, folder=folder, progress=progress)
        lufs = (await measure(out, folder=folder, limit_seconds=limit_seconds, peak="none")).integrated
        if before.integrated > SILENCE and abs(miss := target_lufs - lufs) > 0.3:
            await run(master_args(total, gain + miss, seconds, out, limited=True), limit_seconds=limit_seconds, folder=folder)
            lufs = (await measure(out, folder=folder, limit_seconds=limit_seconds, peak="none")).integrated
    return Mix(out, seconds, lufs)


def _lay(clips: Sequence[SoundClip], seconds: float, out: Path) -> None:
    """The sum of all stems as raw 32-bit floats, a block of all of them at a time."""
    stems = list(_stems(clips, seconds).values())
    with out.open("wb") as file:
        for blocks in zip(*stems, strict=True):
            file.write(np.ascontiguousarray(np.sum(blocks, axis=0).T).data)


def write_stems(clips: Sequence[SoundClip], seconds: float, folder: Path, name: str) -> dict[Stem, Path]:
    """Lay every clip at its time into its stem, ducked; one FLAC per stem that has a clip (speech always)."""
    stems = _stems(clips, seconds)
    paths = {stem: folder / f"{name}.{stem.value}.flac" for stem in stems}

    def write(stem: Stem) -> None:
        writer = FlacWriter(paths[stem])
        try:
            for block in stems[stem]:
                writer.write(block)
        finally:
            writer.close()

    with ThreadPoolExecutor(len(paths), thread_name_prefix="stem") as pool:
        list(pool.map(write, paths))
    return paths


def _stems(clips: Sequence[SoundClip], seconds: float) -> dict[Stem, Iterator[Samples]]:
    kinds = [s for s in Stem if s is Stem.SPEECH or any(c.stem is s for c in clips)]
    speech = spans(clips, seconds)
    return {s: stem_blocks([c for c in clips if c.stem is s], seconds, duck_curve(speech, DUCK_DB.get(s, 0.0))) for s in kinds}


def spans(clips: Sequence[SoundClip], seconds: float) -> list[tuple[float, float]]:
    """When somebody speaks, pauses too short for music to come back bridged; the length of a clip is asked of its file where it is not given."""
    found: list[tuple[float, float]] = []
    for clip in sorted((c for c in clips if c.stem is Stem.SPEECH), key=lambda c: c.start):
        end = min(seconds, clip.start + (clip.seconds if clip.seconds is not None else length(clip.path)))
        if found and clip.start - found[-1][1] <= ATTACK + RELEASE:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((clip.start, end))
    return found


def length(path: Path) -> float:
    """Seconds of sound, counted in samples."""
    return sum(block.shape[1] for block in blocks(path)) / RATE


def duck_curve(speech: Sequence[tuple[float, float]], depth_db: float) -> tuple[np.ndarray, np.ndarray]:
    """Times and gains (linear in dB between them): down before somebody speaks, up after."""
    points: list[tuple[float, float]] = [(-1e9, 0.0)]
    for start, end in speech:
        points += [(start - ATTACK, 0.0), (start, depth_db), (end, depth_db), (end + RELEASE, 0.0)]
    points.append((1e9, 0.0))
    times, gains = zip(*points, strict=True)
    return np.array(times), np.array(gains)


def stem_blocks(clips: Sequence[SoundClip], seconds: float, curve: tuple[np.ndarray, np.ndarray]) -> Iterator[Samples]:
    """The stem from beginning to end, a few seconds at a time; only clips that sound in a block are open."""
    total = round(seconds * RATE)
    waiting = sorted(clips, key=lambda c: c.start, reverse=True)
    playing: list[_Voice] = []
    for at in range(0, total, _BLOCK):
        block = np.zeros((2, min(_BLOCK, total - at)), np.float32)
        while waiting and round(waiting[-1].start * RATE) < at + block.shape[1]:
            playing.append(_Voice(waiting.pop(), total))
        playing = [voice for voice in playing if voice.add(block, at)]
        if curve[1].any():
            times = (at + np.arange(block.shape[1])) / RATE
            block *= (10.0 ** (np.interp(times, *curve) / 20.0)).astype(np.float32)
        yield block


class _Voice:
    """One clip being played."""

    def __init__(self, clip: SoundClip, total: int) -> None:
        self._reader = Reader(clip.path, loop=clip.loop)
        self._begin = max(0, round(clip.start * RATE))
        cut = total if clip.seconds is None else min(total, self._begin + round(clip.seconds * RATE))
        self._end, self._gain = cut, np.float32(10.0 ** (clip.gain_db / 20.0))
        self._fades = (max(clip.fade_in, _EDGE), max(clip.fade_out, _EDGE), clip.seconds is not None)

    def add(self, block: Samples, at: int) -> bool:
        """Add what sounds in this block (which begins at sample `at`); False when the clip has ended."""
        first, last = max(self._begin, at), min(self._end, at + block.shape[1])
        if last > first:
            block[:, first - at : last - at] += self._reader.take(last - first) * self._shape(first, last)
        return last < self._end and not self._reader.ended

    def _shape(self, first: int, last: int) -> np.ndarray:
        fade_in, fade_out, cut = self._fades
        times = np.arange(first, last, dtype=np.float32)
        shape = np.clip((times - self._begin) / (fade_in * RATE), 0, 1)
        if cut:
            shape = np.minimum(shape, np.clip((self._end - times) / (fade_out * RATE), 0, 1))
        return (shape * self._gain).astype(np.float32)


def master_args(sound: Path, gain_db: float, seconds: float, out: Path, *, limited: bool) -> list[str]:
    """Gain, true-peak limiter where peaks come near the ceiling, AAC; exactly as many samples as the film lasts."""
    limit = f"aresample={2 * RATE},alimiter=limit={10 ** (CEILING / 20):.6f}:attack=4:release=60:level=0:latency=1,aresample={RATE},"
    samples = round(seconds * RATE)
    chain = f"volume={gain_db:.3f}dB,{limit if limited else ''}apad=whole_len={samples},atrim=end_sample={samples}"
    codec = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", "160k", "-ar", str(RATE), "-ac", "2"]
    return [*_raw(sound), "-af", chain, *codec, "-f", "mp4", target(out)]


def _raw(sound: Path) -> list[str]:
    return ["-f", "f32le", "-ar", str(RATE), "-ch_layout", "stereo", *source(sound)]


async def measure(sound: Path, *, folder: Path, limit_seconds: float = 600.0, peak: str = "true") -> Loudness:
    """Loudness of `sound` by EBU R128, with its true peak or, cheaper, that of its samples ("sample"), or -100 ("none")."""
    return await _loudness(["-loglevel", "info", *source(sound)], peak=peak, folder=folder, limit_seconds=limit_seconds)


async def _loudness(head: list[str], *, peak: str, folder: Path, limit_seconds: float) -> Loudness:
    chain = f"ebur128=peak={peak}:framelog=quiet"
    done = await run([*head, "-map", "0:a:0", "-af", chain, "-f", "null", "-"], limit_seconds=limit_seconds, folder=folder)
    return read_loudness(done.log)


def read_loudness(log: str) -> Loudness:
    """The summary that ebur128 writes at its end."""
    summary = log[log.rfind("Summary:") :]
    found = {key: re.search(rf"{key}:\s+(-?[\d.]+|-?inf|nan)", summary) for key in ("I", "LRA", "Peak")}
    if not found["I"]:
        raise MediaFailed("The loudness could not be measured.", log)
    values = {key: _number(match.group(1)) if match else -100.0 for key, match in found.items()}
    return Loudness(values["I"], max(0.0, values["LRA"]), values["Peak"])


def _number(text: str) -> float:
    return float(text) if text not in ("-inf", "inf", "nan") else -100.0
