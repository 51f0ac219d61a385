"""Direction: shots that fill the scene to the frame and show the one who speaks."""

import itertools
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litink_app.schemas.film import SpokenLine
from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import LineKind, ScriptLine, ScriptScene, Setting
from litink_app.schemas.shot import Caption, Shot, ShotKind
from litink_app.schemas.sound import Speech, Timed
from litink_app.studio.stagehand.direction import SHORTEST, card_shot, plan_shots
from litink_app.studio.stagehand.framing import Blocking, frame_for

CAST = {name: Look(name, name.title()) for name in ("alice", "hatter")}


def scene(seconds: float, *lines: tuple[str | None, float, float], cast: tuple[str, ...] = ("alice", "hatter")) -> tuple[Shot, ...]:
    """The shots of a scene whose lines are (speaker, start, end)."""
    written = tuple(
        ScriptLine(f"l{n}", LineKind.DIALOGUE if who else LineKind.NARRATION, who, "Words.", 0, 6) for n, (who, _, _) in enumerate(lines)
    )
    told = ScriptScene(3, "A scene", Setting("x", "garden"), cast, (), written, seconds, 0, 9)
    spoken = [SpokenLine(f"l{n}", speech(end - start), start) for n, (_, start, end) in enumerate(lines)]
    return plan_shots(told, spoken, brief(cast), fps=24)


def speech(seconds: float) -> Speech:
    sounds = tuple(Timed("ɑ", n * 0.1, n * 0.1 + 0.1) for n in range(int(seconds / 0.1)))
    return Speech(Path("x.wav"), seconds, 24000, (), sounds)


def brief(cast: tuple[str, ...], width: int = 1280, height: int = 720) -> PictureBrief:
    actors = tuple(Actor(CAST[who], (n + 1) / (len(cast) + 1), 1 if n == 0 else -1) for n, who in enumerate(cast))
    return PictureBrief(PictureKind.SCENE, "x", width, height, Setting("x", "garden"), actors, seed=2)


def starts(shots: tuple[Shot, ...]) -> list[float]:
    at, found = 0, []
    for shot in shots:
        found.append(at / 24)
        at += shot.frames
    return found


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0.5, 60),
    st.lists(st.tuples(st.sampled_from([None, "alice", "hatter", "stranger"]), st.floats(0.2, 9), st.floats(0, 2)), max_size=9),
)
def test_the_frames_of_the_shots_are_those_of_the_scene(seconds: float, said: list[tuple[str | None, float, float]]) -> None:
    at, lines = 0.0, []
    for who, length, pause in said:
        if at + pause + length <= seconds:
            lines.append((who, at + pause, at + pause + length))
            at += pause + length

    shots = scene(seconds, *lines)

    assert sum(shot.frames for shot in shots) == round(seconds * 24)
    assert all(shot.frames > 0 for shot in shots)
    assert len({shot.id for shot in shots}) == len(shots)


def test_the_place_comes_first_then_the_one_who_speaks() -> None:
    shots = scene(16, (None, 0.5, 4.5), ("alice", 5.2, 9.0), ("hatter", 9.8, 15.0))

    assert [shot.kind for shot in shots] == [ShotKind.ESTABLISHING, ShotKind.CLOSE, ShotKind.CLOSE]
    assert [shot.mouths[0].actor for shot in shots[1:]] == ["alice", "hatter"]
    assert shots[1].camera.x0 < 0.5 < shots[2].camera.x0


def test_a_cut_falls_into_the_pause_before_a_line() -> None:
    shots = scene(16, (None, 0.5, 4.5), ("alice", 5.2, 9.0), ("hatter", 9.8, 15.0))

    assert 4.5 <= starts(shots)[1] <= 5.2
    assert 9.0 <= starts(shots)[2] <= 9.8


def test_a_scene_that_begins_with_speech_shows_the_place_first() -> None:
    shots = scene(9, ("alice", 0.4, 8.0))

    assert shots[0].kind is ShotKind.ESTABLISHING
    assert shots[0].mouths[0].actor == shots[1].mouths[0].actor == "alice"
    assert shots[1].mouths[0].phonemes[0].start <= 0.01


def test_no_shot_is_too_short_to_be_seen_or_so_long_that_it_tires() -> None:
    shots = scene(40, (None, 0.5, 20.0), ("alice", 20.4, 20.9), ("hatter", 21.2, 21.6), ("alice", 22.0, 22.5), (None, 23, 38))

    assert all(SHORTEST - 0.05 <= shot.frames / 24 <= 9.0 for shot in shots)


def test_neighbours_do_not_look_alike() -> None:
    shots = scene(60, (None, 0.5, 30.0), (None, 31, 58))

    assert all((a.kind, a.camera) != (b.kind, b.camera) for a, b in itertools.pairwise(shots))
    assert len({shot.kind for shot in shots}) >= 3


def test_a_voice_from_elsewhere_is_heard_on_a_listener() -> None:
    shots = scene(12, (None, 0.4, 4.0), ("stranger", 4.6, 11))

    assert all(not shot.mouths for shot in shots)


def test_an_empty_scene_is_one_view_of_the_place() -> None:
    assert [shot.kind for shot in scene(5, cast=())] == [ShotKind.ESTABLISHING]


def test_phonemes_and_captions_move_into_the_time_of_their_shot() -> None:
    line = ScriptLine("l0", LineKind.DIALOGUE, "alice", "Hello there.", 0, 9)
    told = ScriptScene(1, "A", Setting("x", "garden"), ("alice",), (), (line,), 12, 0, 9)
    caption = Caption("Hello there.", 6.0, 8.0, words=(Timed("Hello", 6.0, 6.5), Timed("there.", 6.5, 8.0)))

    shots = plan_shots(told, [SpokenLine("l0", speech(2.0), 6.0)], brief(("alice",)), fps=24, captions=[caption], burn_captions=True)

    at = dict(zip((shot.id for shot in shots), starts(shots), strict=True))
    speaking = next(shot for shot in shots if shot.mouths)
    assert speaking.mouths[0].phonemes[0].start + at[speaking.id] == pytest.approx(6.0)
    assert speaking.captions[0].words[1].start + at[speaking.id] == pytest.approx(6.5)
    assert all(not shot.captions for shot in shots if at[shot.id] + shot.frames / 24 <= 6.0)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (720, 1280), (720, 720)])
def test_a_close_shot_holds_the_speakers_face_in_every_format(width: int, height: int) -> None:
    from litink_app.studio.stagehand.framing import Blocking

    line = ScriptLine("l0", LineKind.DIALOGUE, "hatter", "Hello there.", 0, 9)
    told = ScriptScene(1, "A", Setting("x", "garden"), ("alice", "hatter"), (), (line,), 8, 0, 9)
    picture = brief(("alice", "hatter"), width, height)

    shots = plan_shots(told, [SpokenLine("l0", speech(4.0), 3.0)], picture, fps=24)

    x, _, tall = Blocking(picture).place("hatter")
    face_y = Blocking(picture).ground - tall * 0.9
    close = next(shot for shot in shots if shot.kind is ShotKind.CLOSE)
    for cx, cy, zoom in ((close.camera.x0, close.camera.y0, close.camera.zoom0), (close.camera.x1, close.camera.y1, close.camera.zoom1)):
        assert abs(x - cx) < 0.42 / zoom
        assert cy - 0.45 / zoom < face_y < cy


def test_a_scene_opens_from_black_and_closes_to_it() -> None:
    shots = scene(16, (None, 0.5, 4.5), ("alice", 5.2, 9.0), ("hatter", 9.8, 15.0))

    assert shots[0].fade_in == shots[-1].fade_out == 6
    assert not any(shot.fade_in for shot in shots[1:])


def test_a_card_lasts_its_seconds() -> None:
    card = card_shot(brief(()), scene=0, seconds=3.0, fps=24)

    assert (card.frames, card.kind) == (72, ShotKind.TITLE)


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)])
@pytest.mark.parametrize("xs", [(0.4,), (0.32, 0.68), (0.24, 0.5, 0.78)])
def test_a_look_at_a_detail_never_cuts_a_person_in_half(size: tuple[int, int], xs: tuple[float, ...]) -> None:
    actors = tuple(Actor(Look(f"p{i}", f"P{i}", seed=i), x) for i, x in enumerate(xs))
    at = Blocking(PictureBrief(PictureKind.SCENE, "x", *size, Setting("x", "meadow"), actors))

    for seed in range(6):
        camera = frame_for(ShotKind.INSERT, (), at, 0.3, 3.0, Random(seed))
        left, right = camera.x0 - 0.5 / camera.zoom0, camera.x0 + 0.5 / camera.zoom0
        for who in at.names:
            x, _, tall = at.place(who)
            half = 0.08 * tall / at.aspect
            assert x + half < left or x - half > right or (x - half > left and x + half < right), (camera, x)


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (720, 720)])
@pytest.mark.parametrize("cast", [("alice",), ("alice", "hatter")])
def test_scenes_begin_from_the_whole_place_or_a_step_nearer_and_nobody_loses_head_or_feet(
    size: tuple[int, int], cast: tuple[str, ...]
) -> None:
    at = Blocking(brief(cast, *size))

    cameras = [frame_for(ShotKind.ESTABLISHING, cast, at, 0.3, 3.0, Random(seed)) for seed in range(12)]

    assert len({camera.zoom0 for camera in cameras}) == 2
    for camera, who in itertools.product(cameras, cast):
        x, _, tall = at.place(who)
        for cx, cy, zoom in ((camera.x0, camera.y0, camera.zoom0), (camera.x1, camera.y1, camera.zoom1)):
            assert cy - 0.5 / zoom <= at.ground - tall and at.ground <= cy + 0.5 / zoom
            assert abs(x - cx) < 0.5 / zoom
