"""A graphics chip that is none: a program in ffmpeg's place that encodes by x264 what is asked of `h264_nvenc`, or does it badly."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from litink_app.media import encoders, hardware
from litink_app.media.ffmpeg import program

GENERAL = {"c:v", "profile:v", "pix_fmt", "bf", "g", "flags", "b:v", "global_quality", "video_track_timescale", "map_metadata", "fflags"}
"""Options that every encoder and the writer of the file know."""

_PROGRAM = """#!{python}
import os, sys, time
args, known, mode = sys.argv[1:], set({known!r}), {mode!r}
if "h264_nvenc" in args:
    if mode == "no driver":
        sys.exit("[h264_nvenc @ 0x1] Cannot load libcuda.so.1")
    if mode == "writes nothing":
        sys.stdin.buffer.read()
        sys.exit(0)
    if mode == "hangs":
        time.sleep(60)
    at = args.index("h264_nvenc") - 1
    end = args.index("-video_track_timescale")
    told = dict(zip(args[at:end:2], args[at + 1 : end : 2]))
    if unknown := [name for name in told if name[1:] not in known]:
        sys.exit(f"Unrecognized option {{unknown[0]}}.")
    x264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", told["-cq"], "-x264-params", "stitchable=1:open-gop=0", "-bf", told["-bf"]]
    x264 += ["-g", told["-g"], "-flags", told["-flags"], "-profile:v", told["-profile:v"], "-pix_fmt", told["-pix_fmt"]]
    args[at:end] = x264 + {{"garbage": ["-vf", "negate"], "loses frames": ["-frames:v", "4"]}}.get(mode, [])
os.execv({real!r}, [{real!r}, *args])
"""


def options_of(encoder: str) -> dict[str, set[str]]:
    """What the packaged ffmpeg says of an encoder: its options, with the names of values where these have names."""
    said = subprocess.run([program(), "-hide_banner", "-h", f"encoder={encoder}"], capture_output=True, text=True, check=True).stdout
    found: dict[str, set[str]] = {}
    for line in said.splitlines():
        if option := re.match(r"  -(\S+) +<", line):
            found[option[1]] = set()
        elif (value := re.match(r"     (\S+) ", line)) and found:
            found[list(found)[-1]].add(value[1])
    return found


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, mode: str = "works") -> None:
    """A machine with the chip, whose encoder works or not as `mode` says."""
    known = sorted({*options_of("h264_nvenc"), *GENERAL})
    wrapper = folder / f"ffmpeg-{mode.replace(' ', '-')}"
    wrapper.write_text(_PROGRAM.format(python=sys.executable, known=known, mode=mode, real=program()))
    wrapper.chmod(0o755)
    (folder / "dev").mkdir(exist_ok=True)
    (folder / "dev" / "nvidia0").touch()
    monkeypatch.setattr(hardware, "DEV", folder / "dev")
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(wrapper))
    program.cache_clear()
    encoders.forget()


def remove(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IMAGEIO_FFMPEG_EXE", raising=False)
    program.cache_clear()
    encoders.forget()
