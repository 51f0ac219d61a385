"""The sync report: what a finished film is, measured from the file itself, against what it was to be."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.error import FFmpegError

from litink_app.media.ffmpeg import MediaFailed, run, source
from litink_app.media.mix import TARGET, read_loudness
from litink_app.media.pcm import Samples, blocks
from litink_app.media.probe import Probe, probe
from litink_app.schemas.film import Chapter, LineDrift, Loudness, SoundClip, SyncReport
from litink_app.schemas.shot import Caption

_RATE = 8000
_REACH = 0.4
_HEARD = 0.25
_BLACK = 20.0


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a film may be off by."""

    seconds: float = 0.05
    loudness: float = 1.0
    true_peak: float = -1.0
    silence: float = 6.0
    drift_frames: float = 1.0


async def report(
    film: Path,
    *,
    seconds: float,
    lines: Sequence[SoundClip] = (),
    captions: Sequence[Caption] = (),
    chapters: Sequence[Chapter] = (),
    tolerance: Tolerance = Tolerance(),
) -> SyncReport:
    """Measure `film` against its plan; `lines` are the speech clips that were mixed, `seconds` the planned length."""
    facts = await asyncio.to_thread(probe, film, container="mp4")
    if not facts.picture:
        raise MediaFailed("There is no picture in this film.")
    (heard, silences), drifts, black = await asyncio.gather(
        listen(film, facts), asyncio.to_thread(_drifts, film, lines), asyncio.to_thread(lambda: tuple(black_spans(film)))
    )
    frames, fps = facts.picture.frames, facts.picture.fps
    measured = SyncReport(
        seconds=frames / fps,
        planned_seconds=seconds,
        frames=frames,
        fps=fps,
        sound_seconds=facts.sound.seconds if facts.sound else 0.0,
        loudness=heard,
        lines=drifts,
        silences=silences,
        black=black,
        chapters=len(facts.chapters),
        captions=len(captions),
        faults=(),
    )
    return _judged(measured, facts, captions, chapters, tolerance)


def _judged(r: SyncReport, facts: Probe, captions: Sequence[Caption], chapters: Sequence[Chapter], t: Tolerance) -> SyncReport:
    faults = (*_length_faults(r, t), *_sound_faults(r, t), *_line_faults(r, t), *_extra_faults(r, facts, captions, chapters))
    return SyncReport(**{name: getattr(r, name) for name in r.__dataclass_fields__ if name != "faults"}, faults=faults)


def _length_faults(r: SyncReport, t: Tolerance) -> Iterator[str]:
    if abs(r.seconds - r.planned_seconds) > t.seconds * r.planned_seconds:
        yield f"The film lasts {r.seconds:.2f} s; {r.planned_seconds:.2f} s were planned."
    if r.sound_seconds and abs(r.sound_seconds - r.seconds) > 1.0 / r.fps:
        yield f"Sound and picture end {abs(r.sound_seconds - r.seconds) * 1000:.0f} ms apart."
    for start, end in r.black:
        yield f"The picture is black from {start:.1f} s to {end:.1f} s."


def _sound_faults(r: SyncReport, t: Tolerance) -> Iterator[str]:
    if r.loudness is None:
        yield "The film has no sound."
        return
    if abs(r.loudness.integrated - TARGET) > t.loudness:
        yield f"The loudness is {r.loudness.integrated:.1f} LUFS instead of {TARGET:.0f}."
    if r.loudness.true_peak > t.true_peak:
        yield f"The true peak is {r.loudness.true_peak:.1f} dBTP; it may reach {t.true_peak:.0f}."
    for start, end in r.silences:
        if end - start > t.silence:
            yield f"Nothing is heard from {start:.1f} s to {end:.1f} s."


def _line_faults(r: SyncReport, t: Tolerance) -> Iterator[str]:
    for line in r.lines:
        if line.drift_ms is None:
            yield f"The line planned at {line.planned:.2f} s is not heard there."
        elif abs(line.drift_ms) > t.drift_frames * 1000 / r.fps:
            yield f"The line planned at {line.planned:.2f} s is {line.drift_ms:+.0f} ms off."


def _extra_faults(r: SyncReport, facts: Probe, captions: Sequence[Caption], chapters: Sequence[Chapter]) -> Iterator[str]:
    if captions and not facts.subtitles:
        yield "The subtitles are missing."
    if any(c.end <= c.start or c.end > r.seconds + 0.1 for c in captions):
        yield "A subtitle lies outside the film."
    if len(facts.chapters) < len(chapters):
        yield f"The film has {len(facts.chapters)} chapters instead of {len(chapters)}."


async def listen(film: Path, facts: Probe) -> tuple[Loudness | None, tuple[tuple[float, float], ...]]:
    """Loudness and stretches of silence, in one pass over the sound alone."""
    if not facts.sound:
        return None, ()
    chain = "silencedetect=noise=-50dB:d=1,ebur128=peak=true:framelog=quiet"
    args = ["-loglevel", "info", *source(film, "mp4"), "-map", "0:a:0", "-af", chain, "-f", "null", "-"]
    log = (await run(args, limit_seconds=900.0, folder=film.parent)).log
    starts = [float(s) for s in re.findall(r"silence_start: (-?[\d.]+)", log)]
    ends = [float(s) for s in re.findall(r"silence_end: (-?[\d.]+)", log)]
    ends += [facts.seconds] * (len(starts) - len(ends))
    return read_loudness(log), tuple(zip(starts, ends, strict=False))


def _drifts(film: Path, lines: Sequence[SoundClip]) -> tuple[LineDrift, ...]:
    """The drift of every line in the order given; the film's sound is decoded once."""
    heard, found = _Heard(film), dict[int, LineDrift]()
    for number, line in sorted(enumerate(lines), key=lambda numbered: numbered[1].start):
        found[number] = _drift(heard, line)
    return tuple(found[number] for number in range(len(lines)))


def _drift(heard: "_Heard", line: SoundClip) -> LineDrift:
    """Slide the line's own sound along the film's around its plan; where they agree best is where it is heard."""
    said = _gather(blocks(line.path, rate=_RATE, layout="mono"), 3.0)
    begin = max(0.0, line.start - _REACH)
    room = heard.between(begin, begin + said.size / _RATE + 2 * _REACH)
    if said.size < _RATE // 20 or not said.any() or room.size <= said.size:
        return LineDrift(line.line, line.start, None)
    at, likeness = _best(room, said)
    found = (round(begin * _RATE) + at) / _RATE - line.start
    return LineDrift(line.line, line.start, round(found * 1000, 1) if likeness > _HEARD else None)


class _Heard:
    """The sound of a film, given out in stretches that begin ever later; what lies before the last one is forgotten."""

    def __init__(self, film: Path) -> None:
        self._source = blocks(film, rate=_RATE, layout="mono")
        self._kept = np.zeros(0, np.float32)
        self._first = 0

    def between(self, start: float, end: float) -> np.ndarray:
        first, last = round(start * _RATE), round(end * _RATE)
        self._forget(first)
        while self._first + self._kept.size < last and (piece := next(self._source, None)) is not None:
            self._kept = np.concatenate([self._kept, piece[0]])
            self._forget(first)
        return self._kept[first - self._first : last - self._first]

    def _forget(self, first: int) -> None:
        drop = min(self._kept.size, max(0, first - self._first))
        self._kept, self._first = self._kept[drop:], self._first + drop


def _gather(pieces: Iterator[Samples], seconds: float) -> np.ndarray:
    wanted, parts, count = int(seconds * _RATE), list[Samples](), 0
    for piece in pieces:
        parts.append(piece[0])
        count += piece.shape[1]
        if count >= wanted:
            break
    return np.concatenate(parts)[:wanted] if parts else np.zeros(0, np.float32)


def _best(room: np.ndarray, said: np.ndarray) -> tuple[int, float]:
    """The offset of the best normalised correlation, and how good it is (0..1)."""
    size = 1 << int(np.ceil(np.log2(room.size + said.size)))
    product = np.fft.irfft(np.fft.rfft(room, size) * np.conj(np.fft.rfft(said, size)), size)[: room.size - said.size + 1]
    energy = np.concatenate([[0.0], np.cumsum(room.astype(np.float64) ** 2)])
    local = energy[said.size :] - energy[: -said.size]
    likeness = product / np.sqrt(np.maximum(local * float((said.astype(np.float64) ** 2).sum()), 1e-12))
    at = int(np.argmax(likeness))
    return at, float(likeness[at])


def black_spans(film: Path) -> Iterator[tuple[float, float]]:
    """Stretches whose key frames (the first of each shot among them) are black."""
    since: float | None = None
    last = 0.0
    for last, luma in _key_frames(film):
        if luma <= _BLACK and since is None:
            since = last
        elif luma > _BLACK and since is not None:
            yield since, last
            since = None
    if since is not None:
        yield since, last


def _key_frames(film: Path) -> Iterator[tuple[float, float]]:
    try:
        with av.open(str(film), format="mp4", options={"protocol_whitelist": "file"}) as opened:
            stream = opened.streams.video[0]
            stream.codec_context.skip_frame = "NONKEY"
            for frame in opened.decode(stream):
                plane = np.asarray(memoryview(frame.planes[0]))
                yield float(frame.time or 0.0), float(np.percentile(plane[::97], 98))
    except (FFmpegError, OSError) as error:
        raise MediaFailed("The film cannot be read.", str(error)) from error
