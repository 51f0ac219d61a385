"""Takes: the right number of frames, a camera that glides, captions in the picture, and nothing black or torn."""

import asyncio
import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from litink_app.media.probe import probe
from litink_app.providers.embedded_video import PuppetMouths, Stagehand
from litink_app.providers.ports import Made
from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.schemas.shot import Camera, Caption, CaptionStyle, Mouth, Shot, ShotKind
from litink_app.schemas.sound import Timed
from litink_app.studio.stagehand.camera import Move, eased
from litink_app.studio.stagehand.takes import Take, set_for, still

WIDTH, HEIGHT = 320, 180
BRIEF = PictureBrief(
    PictureKind.SCENE,
    "x",
    WIDTH,
    HEIGHT,
    Setting("x", "meadow"),
    (Actor(Look("alice", "Alice"), 0.35, 1), Actor(Look("bob", "Bob"), 0.7, -1)),
    seed=4,
)
SPEECH = Mouth("alice", tuple(Timed("ɑ", 0.3 + n * 0.1, 0.4 + n * 0.1) for n in range(6)))


def shot(frames: int = 24, **changes: object) -> Shot:
    return replace(Shot("1.0", 1, ShotKind.WIDE, frames, 24, BRIEF, Camera(), seed=1), **changes)  # type: ignore[arg-type]


def pictures(one: Shot) -> list[np.ndarray]:
    return [np.array(frame) for frame in Take(one, set_for(one.brief)).frames()]


def luma(frame: np.ndarray) -> np.ndarray:
    return frame[: WIDTH * HEIGHT].reshape(HEIGHT, WIDTH).astype(float)


@pytest.mark.parametrize("frames", [1, 2, 25])
async def test_a_shot_is_filmed_in_exactly_its_frames(tmp_path: Path, frames: int) -> None:
    made = await Stagehand().film(shot(frames), None, tmp_path)

    assert isinstance(made, Made)
    picture = probe(made.path).picture
    assert picture and (picture.frames, picture.width, picture.height, picture.fps) == (frames, WIDTH, HEIGHT, 24)


async def test_a_silent_and_a_speaking_shot_can_be_joined(tmp_path: Path) -> None:
    silent = await Stagehand().film(shot(20), None, tmp_path)
    speaking = await PuppetMouths().sync(shot(30, mouths=(SPEECH,)), None, None, tmp_path / "none.wav", tmp_path)

    assert isinstance(silent, Made) and isinstance(speaking, Made)
    a, b = probe(silent.path).picture, probe(speaking.path).picture
    assert a and b and a.extradata == b.extradata


def test_a_speaking_mouth_changes_the_face_and_nothing_else() -> None:
    alone = replace(BRIEF, actors=BRIEF.actors[:1])
    still_camera = Camera(zoom1=1.0)
    quiet, talking = (pictures(replace(shot(24, camera=still_camera, mouths=mouths), brief=alone)) for mouths in ((), (SPEECH,)))
    apart = np.abs(luma(talking[9]) - luma(quiet[9]))

    rows, columns = np.nonzero(apart > 8)

    assert rows.size
    assert rows.max() - rows.min() < HEIGHT * 0.5
    assert columns.max() - columns.min() < HEIGHT * 0.3


def test_the_camera_glides_without_a_jump() -> None:
    still_life = replace(BRIEF, actors=())
    frames = pictures(replace(shot(30, camera=Camera(0.45, 0.5, 1.1, 0.55, 0.5, 1.1)), brief=still_life))

    changes = [np.abs(luma(b) - luma(a)).mean() for a, b in itertools.pairwise(frames)]

    assert max(changes) < 3 * np.median(changes)
    assert min(changes) > 0


def test_near_layers_pass_faster_than_far_ones() -> None:
    move = Move(Camera(0.4, 0.5, 1.2, 0.6, 0.5, 1.2), 25, 1000, 500, margin=50)

    far, near = (move.stand(depth, move.at(24)).x - move.stand(depth, move.at(0)).x for depth in (0.0, 1.0))

    assert near == pytest.approx(200, abs=1)
    assert 0 < far < near / 3


@pytest.mark.parametrize("camera", [Camera(0, 0, 1, 1, 1, 1.1), Camera(0.5, 0.5, 1.0, 0.9, 0.1, 3.0), Camera(1, 0.5, 1.05, 0, 0.5, 1.05)])
def test_no_camera_sees_past_the_edge_of_the_picture(camera: Camera) -> None:
    frames = pictures(replace(shot(9, camera=camera), brief=replace(BRIEF, setting=Setting("x", "snow"))))

    edges = [np.concatenate([luma(f)[0], luma(f)[-1], luma(f)[:, 0], luma(f)[:, -1]]) for f in frames]

    assert min(edge.min() for edge in edges) > 17


def test_a_move_starts_and_ends_where_it_was_told() -> None:
    assert (eased(0), eased(1)) == (0, 1)
    assert all(eased(n / 20) < eased((n + 1) / 20) for n in range(20))


def test_captions_are_burnt_in_at_their_time_and_leave_again() -> None:
    caption = Caption("It's {\\b1} 100% 'quoted':\n%{x} שלום", 0.25, 0.75, words=())
    plain, written = pictures(shot(24)), pictures(shot(24, captions=(caption,), burn_captions=True))

    changed = [float(np.abs(luma(b) - luma(a)).max()) for a, b in zip(plain, written, strict=True)]

    assert [n for n, change in enumerate(changed) if change > 60] == list(range(6, 18))
    lit = np.argwhere(np.abs(luma(written[10]) - luma(plain[10])) > 60)
    assert lit[:, 0].min() > HEIGHT * 0.6 and lit[:, 0].max() < HEIGHT * 0.96
    assert lit[:, 1].min() > WIDTH * 0.05 and lit[:, 1].max() < WIDTH * 0.95


def test_words_light_up_one_after_another() -> None:
    words = tuple(Timed(word, n * 0.25, n * 0.25 + 0.25) for n, word in enumerate(["one", "two", "three", "four"]))
    frames = pictures(shot(24, camera=Camera(zoom1=1.0), captions=(Caption("one two three four", 0, 1, words=words),), burn_captions=True))

    bright = [int((luma(frame)[HEIGHT * 3 // 4 :] > 225).sum()) for frame in (frames[1], frames[8], frames[14], frames[20])]

    assert bright == sorted(bright) and len(set(bright)) == 4


def test_captions_stand_in_the_picture_in_the_style_that_was_chosen() -> None:
    words = tuple(Timed(word, n * 0.25, n * 0.25 + 0.2) for n, word in enumerate(("one", "two", "three", "four")))
    karaoke, plain, boxed = (
        pictures(
            shot(
                24, camera=Camera(zoom1=1.0), captions=(Caption("one two three four", 0, 1, words=words, style=style),), burn_captions=True
            )
        )
        for style in CaptionStyle
    )

    foot = slice(HEIGHT * 3 // 4, HEIGHT)
    bright = [[int((luma(frame)[foot] > 225).sum()) for frame in (frames[1], frames[20])] for frames in (karaoke, plain, boxed)]

    assert bright[0][0] < bright[0][1]
    assert bright[1][0] == bright[1][1] and bright[2][0] == bright[2][1]
    change = luma(boxed[1]) - luma(plain[1])
    assert (change < -15).sum() > 500 and not (change > 15).any()


@pytest.mark.parametrize("text", ["x" * 300, "नमस्ते 🎈👩‍👩‍👧", "\u202eevil\u202c", " ", "\n\n"])
def test_any_caption_can_be_drawn(text: str) -> None:
    frames = pictures(shot(2, captions=(Caption(text, 0, 1),), burn_captions=True))

    assert len(frames) == 2


def test_a_shot_fades_in_from_black_and_out_to_it() -> None:
    means = [luma(frame).mean() for frame in pictures(shot(24, fade_in=6, fade_out=6))]

    assert means[:7] == sorted(means[:7])
    assert means[17:] == sorted(means[17:], reverse=True)
    assert means[0] < 0.45 * means[12]


@pytest.mark.parametrize("weather", ["rain", "snow", "storm"])
def test_weather_falls_without_a_seam(weather: str) -> None:
    one = replace(shot(40, camera=Camera(zoom1=1.0)), brief=replace(BRIEF, actors=(), setting=Setting("x", "road", "night", weather)))
    frames = pictures(one)

    changes = [np.abs(luma(b) - luma(a)).mean() for a, b in itertools.pairwise(frames)]

    assert min(changes) > 0.01
    assert max(changes) < 2.5 * np.median(changes)


def test_the_same_shot_is_drawn_the_same() -> None:
    a, b = (pictures(shot(8, mouths=(SPEECH,))) for _ in range(2))

    assert all(np.array_equal(x, y) for x, y in zip(a, b, strict=True))


def test_a_card_shows_its_picture_whole(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    Image.fromarray(chance.integers(60, 200, (9, 16, 3), np.uint8)).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).save(
        tmp_path / "p.png"
    )
    card = shot(3, camera=Camera(zoom0=1.0, zoom1=1.0))

    frame = next(Take(card, still(tmp_path / "p.png", WIDTH, HEIGHT)).frames())

    with Image.open(tmp_path / "p.png") as opened:
        grey = np.asarray(opened.convert("RGB"), float) @ [0.2126, 0.7152, 0.0722] * 219 / 255 + 16
    assert np.abs(luma(np.array(frame)) - grey).max() < 2


def test_two_shots_at_once_do_not_disturb_each_other() -> None:
    alone = pictures(shot(12))

    async def both() -> list[list[np.ndarray]]:
        return list(await asyncio.gather(*(asyncio.to_thread(pictures, shot(12, id=name)) for name in ("1.0", "2.0"))))

    together = asyncio.run(both())

    assert all(np.array_equal(x, y) for x, y in zip(alone, together[0], strict=True))


def test_of_large_stages_only_the_last_is_kept() -> None:
    small, large = ([replace(BRIEF, width=w, height=h, actors=(), seed=90 + n) for n in range(2)] for w, h in ((320, 180), (2880, 1620)))

    first = [set_for(one) for one in small]
    kept = [set_for(one) for one in small]
    set_for(large[0])
    latest = set_for(large[1])

    assert kept == first
    assert set_for(large[1]) is latest
    assert set_for(small[1]) is not first[1]
