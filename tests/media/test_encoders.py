"""Encoders of graphics chips: used where a trial is right, and never on trust."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from litink_app.config import Encoding
from litink_app.errors import Refused
from litink_app.media import encoders, hardware
from litink_app.media.encode import Codec, encode_args, encode_frames
from litink_app.media.ffmpeg import MediaFailed, command, environment
from litink_app.media.join import join_film
from litink_app.schemas.film import FilmPlan
from litink_app.schemas.shot import SOFTWARE
from tests.media import chips
from tests.media.material import frames, luma

SIZE = (320, 192, 24)
CHIP = Codec(*SIZE, encoder="h264_nvenc")


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    chips.remove(monkeypatch)


async def test_without_a_chip_nothing_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "DEV", tmp_path)
    monkeypatch.setattr(encoders, "write_frames", None)

    chosen = await encoders.choose(Encoding.AUTO, *SIZE)

    assert chosen == SOFTWARE
    assert "h264_nvenc: there is no /dev/nvidia" in await encoders.unused(*SIZE)


async def test_a_chip_that_works_is_used_and_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chips.install(tmp_path, monkeypatch)

    first = await encoders.choose(Encoding.AUTO, *SIZE)
    monkeypatch.setattr(encoders, "write_frames", None)
    again = await encoders.choose(Encoding.AUTO, *SIZE)

    assert first == again == "h264_nvenc"
    assert await encoders.choose(Encoding.NVENC, *SIZE) == "h264_nvenc"
    assert await encoders.choose(Encoding.SOFTWARE, *SIZE) == SOFTWARE


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        ("no driver", "Cannot load libcuda"),
        ("hangs", "took longer"),
        ("writes nothing", "made nothing|failed"),
        ("garbage", "not what was drawn"),
        ("loses frames", "not as long|loses frames|failed"),
    ],
)
async def test_a_chip_that_does_badly_is_left_alone_and_said_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, why: str
) -> None:
    chips.install(tmp_path, monkeypatch, mode)
    monkeypatch.setattr(encoders, "LIMIT_SECONDS", 1.5 if mode == "hangs" else 15.0)

    chosen = await encoders.choose(Encoding.AUTO, *SIZE)

    assert chosen == SOFTWARE
    with pytest.raises(Refused, match=why):
        await encoders.choose(Encoding.NVENC, *SIZE)


async def test_shots_of_a_chip_join_and_those_of_another_encoder_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chips.install(tmp_path, monkeypatch)
    parts = [tmp_path / f"{n}.mp4" for n in range(3)]
    for number, codec in enumerate((CHIP, CHIP, replace(CHIP, encoder=SOFTWARE))):
        await encode_frames(frames(codec, 20, first=number * 7), codec, parts[number], limit_seconds=60)

    await join_film(FilmPlan(tuple(parts[:2])), tmp_path / "film.mp4")

    assert len(luma(tmp_path / "film.mp4")) == 40
    with pytest.raises(MediaFailed, match="not encoded alike"):
        await join_film(FilmPlan(tuple(parts)), tmp_path / "mixed.mp4")


@pytest.mark.parametrize("name", list(hardware.HARDWARE))
def test_the_packaged_ffmpeg_knows_every_option_and_value_and_lacks_at_most_the_chip(tmp_path: Path, name: str) -> None:
    codec, known = replace(CHIP, encoder=name), chips.options_of(name)
    told = hardware.chip_args(name, codec.crf, 96)
    own = {option.lstrip("-"): value for option, value in zip(told[::2], told[1::2], strict=True)}

    ran = subprocess.run(
        command(encode_args(codec, tmp_path / "x.mp4")), input=bytes(codec.frame_bytes * 3), capture_output=True, env=environment()
    )

    assert set(own) <= {*known, *chips.GENERAL}
    assert {
        option
        for option, value in own.items()
        if option in known and value not in known[option] and not value.replace(".", "", 1).isdecimal()
    } == set()
    said = ran.stderr.decode()
    assert not any(words in said for words in ("Unrecognized option", "Option not found", "Undefined constant", "Unable to parse option"))


def test_x264_is_told_what_it_was_always_told() -> None:
    args = encode_args(Codec(1280, 720, 24, "veryfast", 20.0, 1), Path("out.mp4"))

    assert " ".join(args) == (
        "-f rawvideo -pixel_format yuv420p -video_size 1280x720 -framerate 24 -i pipe:0"
        " -vf setparams=range=limited:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
        " -c:v libx264 -preset veryfast -crf 20 -profile:v high -pix_fmt yuv420p -g 96 -flags +cgop"
        " -x264-params open-gop=0:stitchable=1:rc-lookahead=20 -threads 1 -video_track_timescale 90000 -map_metadata -1"
        " -fflags +bitexact -an -f mp4 file:out.mp4"
    )
