"""What strangers send: looked at, made anew, or refused."""

import signal
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from litink_app.errors import Refused, TooMuch
from litink_app.media import frames as frames_module
from litink_app.media.encode import encode_frames
from litink_app.media.ffmpeg import MediaFailed, MediaTookTooLong, start
from litink_app.media.frames import conformed
from litink_app.media.frames import frames as frames_of
from litink_app.media.intake import Kind, take_in
from litink_app.media.join import alike
from litink_app.media.probe import main as look_apart
from litink_app.media.probe import probe
from tests.media.material import SMALL, frames, lavfi, tone

SECRET = b"root:x:0:0:secret"


@pytest.mark.parametrize(
    "playlist",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:{secret}\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile {secret}\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
        "[playlist]\nFile1={secret}\nNumberOfEntries=1\n",
        "<?xml version='1.0'?><MPD><BaseURL>file:{secret}</BaseURL></MPD>",
    ],
)
@pytest.mark.parametrize("suffix", [".mp4", ".m3u8", ".wav"])
async def test_a_playlist_that_names_another_file_is_refused(tmp_path: Path, playlist: str, suffix: str) -> None:
    (tmp_path / "secret").write_bytes(SECRET)
    given = tmp_path / f"clip{suffix}"
    given.write_text(playlist.format(secret=tmp_path / "secret"))

    for kind in Kind:
        with pytest.raises(Refused):
            await take_in(given, tmp_path, kind)

    assert not (tmp_path / "clip.mp4").exists() or given.name == "clip.mp4"


async def test_a_link_to_another_file_is_refused(tmp_path: Path) -> None:
    tone(tmp_path / "real.wav", 0.3)
    (tmp_path / "link.wav").symlink_to(tmp_path / "real.wav")

    with pytest.raises(Refused):
        await take_in(tmp_path / "link.wav", tmp_path, Kind.SOUND)


async def test_a_truncated_film_is_refused(tmp_path: Path) -> None:
    whole = lavfi("testsrc=s=64x64:d=1", tmp_path / "in.mp4", "-pix_fmt", "yuv420p").read_bytes()
    (tmp_path / "half.mp4").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(Refused):
        await take_in(tmp_path / "half.mp4", tmp_path, Kind.CLIP)


@pytest.mark.parametrize(
    ("source", "rate", "args"),
    [
        ("testsrc=s=161x99:r=24000/1001:d=2", 24000 / 1001, ["-pix_fmt", "yuv444p"]),
        ("testsrc=s=160x90:r=120:d=2,setsar=4/3", 60, ["-pix_fmt", "yuvj420p"]),
        ("testsrc=s=160x90:r=25:d=2", 25, ["-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-x265-params", "log-level=none"]),
        ("testsrc=s=90x160:r=15:d=2", 23, ["-vf", "select='not(mod(n,3))'", "-fps_mode", "vfr"]),
    ],
    ids=["odd size", "anamorphic full range", "ten bit", "variable rate"],
)
async def test_whatever_a_clip_was_it_becomes_upright_even_and_constant(tmp_path: Path, source: str, rate: float, args: list[str]) -> None:
    given = lavfi(source, tmp_path / "in.mp4", *args)

    made = await take_in(given, tmp_path, Kind.CLIP)

    picture = probe(made).picture
    assert picture and (picture.codec, picture.pixels) == ("h264", "yuv420p")
    assert picture.fps == pytest.approx(rate, abs=0.02)
    assert picture.width % 2 == picture.height % 2 == 0
    assert probe(made).seconds == pytest.approx(2.0, abs=0.25)


async def test_no_eye_tells_what_is_kept_of_a_clip_from_what_came(tmp_path: Path) -> None:
    given = lavfi(
        "testsrc2=s=320x180:r=24:d=1,noise=alls=12:allf=t",
        tmp_path / "in.mkv",
        "-pix_fmt",
        "yuv420p",
        "-c:v",
        "ffv1",
        "-colorspace",
        "bt709",
    )

    made = await take_in(given, tmp_path, Kind.CLIP)

    apart = np.subtract([*frames_of(made)], [*frames_of(given)], dtype=np.int16)
    assert len(apart) == 24
    assert 10 * np.log10(255**2 / (apart.astype(float) ** 2).mean()) > 42


async def test_a_clip_fills_the_frame_at_our_rate_and_holds_its_last_picture(tmp_path: Path) -> None:
    clip = lavfi("testsrc=s=320x180:r=30:d=1", tmp_path / "in.mp4", "-pix_fmt", "yuv420p")

    shown = [*conformed(clip, 90, 160, 24, 40)]

    assert len(shown) == 40 and {len(frame) for frame in shown} == {90 * 160 * 3 // 2}
    assert np.array_equal(shown[25], shown[39]) and not np.array_equal(shown[0], shown[20])


async def test_a_clip_that_cannot_be_read_says_so_instead_of_ending_early(tmp_path: Path) -> None:
    (tmp_path / "in.mp4").write_bytes(b"no film at all")

    with pytest.raises(MediaFailed, match="Invalid data"):
        next(conformed(tmp_path / "in.mp4", 90, 160, 24, 40))


async def test_a_clip_that_is_read_too_slowly_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip = lavfi("testsrc=s=320x180:r=30:d=1", tmp_path / "in.mp4", "-pix_fmt", "yuv420p")
    began = list[subprocess.Popen[bytes]]()
    monkeypatch.setattr(frames_module, "start", lambda *args, **how: began.append(start(*args, **how)) or began[0])

    with pytest.raises(MediaTookTooLong):
        for _ in conformed(clip, 320, 180, 24, 1_000_000, limit_seconds=0.5):
            pass

    assert began[0].returncode == -signal.SIGKILL


async def test_who_wants_no_more_of_a_clip_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip = lavfi("testsrc=s=320x180:r=30:d=1", tmp_path / "in.mp4", "-pix_fmt", "yuv420p")
    began = list[subprocess.Popen[bytes]]()
    monkeypatch.setattr(frames_module, "start", lambda *args, **how: began.append(start(*args, **how)) or began[0])
    shown = conformed(clip, 320, 180, 24, 1_000_000)

    next(shown)
    shown.close()

    assert began[0].returncode == -signal.SIGKILL


@pytest.mark.parametrize("pixels", ["yuv420p", "yuv444p", "yuvj420p"])
async def test_a_clip_joins_with_what_is_drawn(tmp_path: Path, pixels: str) -> None:
    given = lavfi("testsrc=s=200x120:r=25:d=0.5", tmp_path / "in.mp4", "-pix_fmt", pixels)
    (tmp_path / "safe").mkdir()

    own = conformed(await take_in(given, tmp_path / "safe", Kind.CLIP), SMALL.width, SMALL.height, SMALL.fps, 20)
    await encode_frames((frame.data for frame in own), SMALL, tmp_path / "own.mp4", limit_seconds=60)
    await encode_frames(frames(SMALL, 20), SMALL, tmp_path / "drawn.mp4", limit_seconds=60)

    assert len(alike([tmp_path / "drawn.mp4", tmp_path / "own.mp4"])) == 2


async def test_a_sound_loses_its_tags_and_keeps_its_length(tmp_path: Path) -> None:
    given = lavfi("sine=440:d=1.5:r=44100", tmp_path / "in.mp3", "-metadata", "artist=Somebody")

    made = await take_in(given, tmp_path, Kind.SOUND)

    facts = probe(made)
    assert facts.sound and (facts.sound.rate, facts.sound.channels) == (48000, 2)
    assert "Somebody" not in str(facts.tags)


async def test_a_picture_loses_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6
    Image.new("CMYK", (40, 20), (0, 200, 0, 0)).save(tmp_path / "in.jpg", exif=exif)

    made = await take_in(tmp_path / "in.jpg", tmp_path, Kind.PICTURE)

    with Image.open(made) as opened:
        assert opened.size == (20, 40)
        assert not opened.getexif()


async def test_a_picture_with_a_giant_header_is_refused_unread(tmp_path: Path) -> None:
    Image.new("L", (8, 8)).save(tmp_path / "in.png")
    data = bytearray((tmp_path / "in.png").read_bytes())
    data[16:24] = (65535).to_bytes(4, "big") * 2
    (tmp_path / "in.png").write_bytes(data)

    with pytest.raises(Refused):
        await take_in(tmp_path / "in.png", tmp_path, Kind.PICTURE)


@pytest.mark.parametrize("size", [(7200, 7000), (9600, 9600), (20000, 20000)])
async def test_a_picture_of_too_many_pixels_is_told_how_many_are_the_most(tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("1", size).save(tmp_path / "in.png")

    with pytest.raises(Refused, match="50 million"):
        await take_in(tmp_path / "in.png", tmp_path, Kind.PICTURE)


async def test_a_grey_picture_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    shades = np.linspace(0, 65535, 256).astype(np.uint16)
    Image.fromarray(np.tile(shades, (16, 1))).save(tmp_path / "in.png")

    made = await take_in(tmp_path / "in.png", tmp_path, Kind.PICTURE)

    with Image.open(made) as kept:
        row = np.asarray(kept.convert("L"))[0].astype(int)
    assert np.abs(row - np.arange(256)).max() <= 1


async def test_what_a_clip_says_about_itself_is_not_brought_to_us(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    given = lavfi("testsrc=s=64x64:d=0.2", tmp_path / "in.mkv", "-pix_fmt", "yuv420p", "-metadata", f"note={'long ' * 2000}")

    code = look_apart(str(given), "matroska")
    said = capfd.readouterr().out

    assert code == 0
    assert len(said) < 1000


async def test_an_animation_of_many_frames_becomes_its_first_one(tmp_path: Path) -> None:
    Image.new("P", (9, 9)).save(tmp_path / "in.gif", save_all=True, append_images=[Image.new("P", (9, 9), n) for n in range(1, 80)])

    made = await take_in(tmp_path / "in.gif", tmp_path, Kind.PICTURE)

    with Image.open(made) as opened:
        assert getattr(opened, "n_frames", 1) == 1


async def test_a_text_chunk_that_swells_is_refused_or_dropped(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("bomb", "x" * 5_000_000, zip=True)
    Image.new("RGB", (8, 8)).save(tmp_path / "in.png", pnginfo=info)

    with pytest.raises(Refused):
        await take_in(tmp_path / "in.png", tmp_path, Kind.PICTURE)


async def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "in.wav").open("wb") as opened:
        opened.truncate(600 << 20)

    with pytest.raises(TooMuch):
        await take_in(tmp_path / "in.wav", tmp_path, Kind.SOUND)
