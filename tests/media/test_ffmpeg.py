"""Running ffmpeg: bounded, killable, and clear about what went wrong."""

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import psutil
import pytest

from litink_app.media.ffmpeg import Limits, MediaFailed, MediaTookTooLong, command, run, source, target
from tests.media.material import tone

ENDLESS = ["-re", "-f", "lavfi", "-i", "testsrc=s=64x64", "-f", "null", "-"]


def ours() -> list[psutil.Process]:
    return [p for p in psutil.Process().children(recursive=True) if "ffmpeg" in p.name() and p.status() != psutil.STATUS_ZOMBIE]


async def test_what_went_wrong_is_said(tmp_path: Path) -> None:
    (tmp_path / "broken.mp4").write_bytes(b"not a film")

    with pytest.raises(MediaFailed) as error:
        await run([*source(tmp_path / "broken.mp4"), "-f", "null", "-"], limit_seconds=20, folder=tmp_path)

    assert "Invalid data" in str(error.value) or "moov" in str(error.value)


async def test_a_run_past_its_time_is_stopped_and_leaves_no_process(tmp_path: Path) -> None:
    with pytest.raises(MediaTookTooLong):
        await run(ENDLESS, limit_seconds=0.5, folder=tmp_path)

    assert ours() == []


async def test_a_cancelled_run_leaves_no_process(tmp_path: Path) -> None:
    task = asyncio.create_task(run(ENDLESS, limit_seconds=60, folder=tmp_path))
    while not ours():
        await asyncio.sleep(0.02)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert ours() == []


async def test_an_ffmpeg_killed_from_outside_is_an_error(tmp_path: Path) -> None:
    task = asyncio.create_task(run(ENDLESS, limit_seconds=60, folder=tmp_path))
    while not ours():
        await asyncio.sleep(0.02)

    os.kill(ours()[0].pid, signal.SIGKILL)

    with pytest.raises(MediaFailed):
        await task


async def test_a_file_cannot_grow_past_its_limit(tmp_path: Path) -> None:
    endless = ["-f", "lavfi", "-i", "nullsrc=s=640x480", "-c:v", "rawvideo", "-f", "rawvideo", target(tmp_path / "big.raw")]

    with pytest.raises(MediaTookTooLong):
        await run(endless, limit_seconds=30, folder=tmp_path, limits=Limits(file_bytes=10_000_000))

    assert (tmp_path / "big.raw").stat().st_size <= 10_000_000


async def test_computing_time_is_limited(tmp_path: Path) -> None:
    busy = ["-f", "lavfi", "-i", "mandelbrot=s=640x480", "-f", "null", "-"]

    with pytest.raises(MediaTookTooLong):
        await run(busy, limit_seconds=10, folder=tmp_path, limits=Limits(cpu_factor=0.1))

    assert ours() == []


def test_ffmpeg_dies_with_its_parent(tmp_path: Path) -> None:
    program = textwrap.dedent(f"""
        import asyncio
        from pathlib import Path
        from litink_app.media.ffmpeg import run
        asyncio.run(run({ENDLESS!r}, limit_seconds=60, folder=Path({str(tmp_path)!r})))
    """)
    parent = subprocess.Popen([sys.executable, "-c", program])
    children: list[psutil.Process] = []
    while not (children := [c for c in psutil.Process(parent.pid).children() if "ffmpeg" in c.name()]):
        pass

    parent.kill()
    parent.wait()

    psutil.wait_procs(children, timeout=5)
    assert not any(c.is_running() and c.status() != psutil.STATUS_ZOMBIE for c in children)


@pytest.mark.parametrize("name", ["-y.wav", "a 'quoted' \"name\".wav", "pipe:1.wav", "%d%{x}.wav", "é🎈\n.wav", "concat:x|y.wav"])
async def test_a_file_name_is_never_an_option(tmp_path: Path, name: str) -> None:
    tone(tmp_path / "in.wav", 0.2).rename(tmp_path / name)

    await run([*source(tmp_path / name, "wav"), "-f", "wav", target(tmp_path / f"out-{name}")], limit_seconds=20, folder=tmp_path)

    assert (tmp_path / f"out-{name}").stat().st_size > 1000


async def test_progress_is_heard_in_seconds_of_film(tmp_path: Path) -> None:
    heard: list[float] = []

    await run(["-f", "lavfi", "-i", "testsrc=s=64x64:d=2", "-f", "null", "-"], limit_seconds=20, folder=tmp_path, progress=heard.append)

    assert heard[-1] == pytest.approx(2.0, abs=0.05)


def test_no_input_is_opened_through_another_protocol_than_file() -> None:
    args = command(source(Path("/x/a.mp4"), "mp4"))

    assert args[args.index("-protocol_whitelist") + 1] == "file"
    assert args[-1] == "file:/x/a.mp4"
    assert "-nostdin" in args
