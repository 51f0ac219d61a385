"""How scenes give way to each other: by a rule that can be read off them, covering and uncovering the whole frame."""

from dataclasses import replace

import numpy as np
import pytest

from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.script import ScriptScene, Setting
from litink_app.schemas.shot import Camera, Shot, Transition
from litink_app.studio.stagehand.takes import Take, set_for
from litink_app.studio.stagehand.transitions import joined, ways
from tests.studio.test_stagehand_takes import BRIEF, HEIGHT, WIDTH, luma, shot

CUT, FADE, LEAF, CURTAIN = Transition.CUT, Transition.FADE, Transition.LEAF, Transition.CURTAIN
GARDEN = Setting("garden", "garden")


def scene(number: int, setting: Setting = GARDEN, **changes: object) -> ScriptScene:
    return replace(ScriptScene(number, "", setting, (), (), (), 8.0, 0, 9), **changes)


def film(one: Shot) -> list[np.ndarray]:
    return [luma(np.array(frame)) for frame in Take(one, set_for(one.brief)).frames()]


@pytest.mark.parametrize(
    ("one", "then", "way"),
    [
        (GARDEN, GARDEN, CUT),
        (GARDEN, replace(GARDEN, time="night"), FADE),
        (GARDEN, Setting("palace", "castle"), LEAF),
        (replace(GARDEN, mood="sad"), Setting("palace", "castle"), FADE),
    ],
)
def test_what_changes_between_two_scenes_says_how_one_gives_way_to_the_other(one: Setting, then: Setting, way: Transition) -> None:
    found = ways([scene(1, one), scene(2, then)])

    assert found == {1: (CURTAIN, way), 2: (way, CURTAIN)}


def test_a_lesson_turns_its_leaves_and_has_no_curtain() -> None:
    figures = [scene(number, figure={"form": "list"}) for number in (1, 2)]

    found = ways(figures)

    assert found == {1: (FADE, LEAF), 2: (LEAF, FADE)}


def test_the_curtain_falls_between_chapters() -> None:
    found = ways([scene(1, chapter="One"), scene(2), scene(3, chapter="Two")])

    assert found == {1: (CURTAIN, CUT), 2: (CUT, CURTAIN), 3: (CURTAIN, CURTAIN)}


def test_a_clip_from_elsewhere_has_black_around_it() -> None:
    found = ways([scene(1), scene(2), scene(3)], plain={2})

    assert found == {1: (CURTAIN, FADE), 2: (FADE, FADE), 3: (FADE, CURTAIN)}


def test_the_last_scene_fades_where_no_credits_follow() -> None:
    alone = [scene(1)]

    found, nothing = ways(alone, credits=False), ways([])

    assert (found, nothing) == ({1: (CURTAIN, FADE)}, {})


def test_a_shot_that_is_too_short_for_a_curtain_has_none() -> None:
    short, long = (joined([shot(frames)], CURTAIN, CUT)[0] for frames in (30, 60))

    assert (short.fade_in, long.fade_in) == (0, 19)
    assert (short.fade_out, long.fade_out) == (0, 0)


@pytest.mark.parametrize("style", list(PictureStyle))
def test_a_leaf_is_drawn_across_from_the_right_and_away_to_the_left(style: PictureStyle) -> None:
    calm = replace(BRIEF, actors=(), style=style)
    one = joined([shot(24, brief=calm, camera=Camera(zoom1=1.0))], LEAF, LEAF)[0]
    frames = film(one)

    changed = [np.abs(frame - frames[12]).mean(0) > 12 for frame in frames]

    assert changed[0][: WIDTH * 3 // 4].mean() > 0.7 and changed[-1][WIDTH // 4 :].mean() > 0.7
    assert not changed[6][WIDTH // 2 :].any() and not changed[-7][: WIDTH // 2].any()
    assert [c.mean() for c in changed[:8]] == sorted((c.mean() for c in changed[:8]), reverse=True)


def test_the_curtain_parts_in_the_middle_and_closes_over_everything() -> None:
    one = joined([shot(60, brief=replace(BRIEF, actors=()), camera=Camera(zoom1=1.0))], CURTAIN, CURTAIN)[0]
    frames = film(one)

    half = np.abs(frames[11] - frames[30]).mean(0)

    assert half[WIDTH // 2 - 10 : WIDTH // 2 + 10].mean() < 2 < half[:20].mean()
    assert frames[0].mean() < 25 and frames[-1].mean() < 25
    assert np.percentile(frames[-5], 95) < 100


def test_a_film_in_another_shape_has_the_same_curtain() -> None:
    tall = joined([shot(50, brief=replace(BRIEF, width=HEIGHT, height=WIDTH, actors=()))], CURTAIN, FADE)[0]
    take = Take(tall, set_for(tall.brief))

    closed = np.array(take.draw(3))[: WIDTH * HEIGHT]

    assert np.percentile(closed.astype(float), 97) < 110
