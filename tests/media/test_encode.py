"""Raw frames to the file of a shot."""

import asyncio
import threading
from pathlib import Path

import numpy as np
import pytest

from litink_app.media.encode import Codec, encode_frames
from litink_app.media.ffmpeg import MediaFailed, MediaTookTooLong
from litink_app.media.probe import probe
from tests.media.material import SMALL, frames, luma
from tests.media.test_ffmpeg import ours


@pytest.mark.parametrize("count", [1, 2, 7, 50])
async def test_a_shot_has_exactly_the_frames_that_were_drawn(tmp_path: Path, count: int) -> None:
    await encode_frames(frames(SMALL, count), SMALL, tmp_path / "shot.mp4", limit_seconds=60)

    seen = luma(tmp_path / "shot.mp4")
    picture = probe(tmp_path / "shot.mp4").picture
    assert picture and picture.frames == len(seen) == count
    assert seen[-1] - seen[0] == pytest.approx((count - 1) * 5 % 180 * 255 / 219, abs=3)


async def test_a_frame_of_the_wrong_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaFailed):
        await encode_frames([memoryview(np.zeros(7, np.uint8))], SMALL, tmp_path / "shot.mp4", limit_seconds=60)

    assert not (tmp_path / "shot.mp4").exists()
    assert ours() == []


async def test_a_cancelled_shot_leaves_no_file_and_no_process(tmp_path: Path) -> None:
    begun = threading.Event()

    def endless():
        while True:
            begun.set()
            yield from frames(SMALL, 1)

    task = asyncio.create_task(encode_frames(endless(), SMALL, tmp_path / "shot.mp4", limit_seconds=60))
    await asyncio.to_thread(begun.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert not (tmp_path / "shot.mp4").exists()
    assert ours() == []


async def test_a_shot_past_its_time_is_stopped(tmp_path: Path) -> None:
    def endless():
        while True:
            yield from frames(SMALL, 1)

    with pytest.raises(MediaTookTooLong):
        await encode_frames(endless(), SMALL, tmp_path / "shot.mp4", limit_seconds=0.7)

    assert ours() == []


async def test_an_error_while_drawing_is_not_hidden(tmp_path: Path) -> None:
    def broken():
        yield from frames(SMALL, 3)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await encode_frames(broken(), SMALL, tmp_path / "shot.mp4", limit_seconds=20)

    assert not (tmp_path / "shot.mp4").exists()


async def test_colours_are_tagged_and_the_header_depends_on_the_settings_alone(tmp_path: Path) -> None:
    import av

    await encode_frames(frames(SMALL, 5), SMALL, tmp_path / "a.mp4", limit_seconds=60)
    await encode_frames(frames(SMALL, 61, 20), SMALL, tmp_path / "b.mp4", limit_seconds=60)
    await encode_frames(frames(SMALL, 5), Codec(160, 96, 25, "ultrafast"), tmp_path / "c.mp4", limit_seconds=60)

    a, b, c = (probe(tmp_path / f"{n}.mp4").picture for n in "abc")
    assert a and b and c
    assert a.extradata == b.extradata
    assert (c.fps, c.extradata) != (a.fps, a.extradata)
    with av.open(str(tmp_path / "a.mp4")) as opened:
        context = opened.streams.video[0].codec_context
        assert (context.color_primaries, context.color_trc, context.colorspace, context.color_range) == (1, 1, 1, 1)
