"""Puppets act: mouths with the sound, eyes with the talk, hands with the stress."""

from dataclasses import replace
from random import Random

import pytest

from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.script import Setting
from litink_app.schemas.shot import Mouth, Shot, ShotKind
from litink_app.schemas.sound import Timed
from litink_app.studio.stagehand.acting import Role, blinks, gestures

ALICE, HATTER, QUEEN = (Look(name, name.title()) for name in ("alice", "hatter", "queen"))


def brief(*actors: Actor) -> PictureBrief:
    return PictureBrief(PictureKind.SCENE, "x", 320, 180, Setting("x", "meadow"), actors)


def shot(mouths: tuple[Mouth, ...] = (), frames: int = 96, fps: int = 24, *, actors: tuple[Actor, ...] = ()) -> Shot:
    cast = actors or (Actor(ALICE, 0.3, 1), Actor(HATTER, 0.7, -1))
    return Shot("1.1", 1, ShotKind.TWO_SHOT, frames, fps, brief(*cast), mouths=mouths, seed=5)


def sounds(text: str, start: float, each: float = 0.08) -> tuple[Timed, ...]:
    return tuple(Timed(sound, start + n * each, start + (n + 1) * each) for n, sound in enumerate(text))


def test_a_mouth_is_shut_before_after_and_in_a_pause() -> None:
    speech = sounds("ɑɑɑɑ", 0.5) + sounds("ɑɑɑɑ", 2.0)
    role = Role(Actor(ALICE, 0.3, 1), shot((Mouth("alice", speech),)))

    mouths = [role.at(frame).pose.mouth for frame in range(96)]

    assert set(mouths[:10]) == set(mouths[24:44]) == set(mouths[60:]) == {"rest"}
    assert "ah" in mouths[12:20] and "ah" in mouths[48:56]


def test_only_the_speaker_moves_the_mouth() -> None:
    role = Role(Actor(HATTER, 0.7, -1), shot((Mouth("alice", sounds("ɑɑɑɑ", 0.5)),)))

    assert {role.at(frame).pose.mouth for frame in range(96)} == {"rest"}


@pytest.mark.parametrize("fps", [24, 25, 30])
def test_an_open_mouth_is_seen_within_a_frame_of_its_sound(fps: int) -> None:
    role = Role(Actor(ALICE, 0.3, 1), shot((Mouth("alice", sounds("ɑ", 1.0, 0.2)),), frames=fps * 2, fps=fps))

    opened = [frame for frame in range(fps * 2) if role.at(frame).pose.mouth == "ah"]

    assert abs(opened[0] - fps) <= 1
    assert abs(opened[-1] + 1 - 1.2 * fps) <= 1.01


def test_the_listeners_look_at_the_speaker_and_the_speaker_at_the_nearest() -> None:
    actors = (Actor(ALICE, 0.2, 1), Actor(HATTER, 0.5, 1), Actor(QUEEN, 0.8, -1))
    talk = shot((Mouth("alice", sounds("ɑ" * 20, 0.5)),), actors=actors)

    gazes = {actor.look.id: Role(actor, talk).at(30).pose.gaze for actor in actors}

    assert gazes == {"alice": 1.0, "hatter": -1.0, "queen": 1.0}


def test_lids_close_now_and_then_but_not_at_the_cut() -> None:
    lids = blinks(24 * 60, 24, Random(1))

    shut = [frame for frame in range(1, len(lids)) if lids[frame] == 1.0 and lids[frame - 1] < 1.0]

    assert 8 <= len(shut) <= 30
    assert not any(lids[:18])


def test_a_hand_rises_with_a_stressed_sound_and_sinks_again() -> None:
    speech = (*sounds("n", 0.6), Timed("ˈɑ", 1.0, 1.1), *sounds("nnn", 1.1))
    found = next(g for g in (gestures([Mouth("alice", speech)], Random(seed)) for seed in range(9)) if g)

    role = Role(Actor(ALICE, 0.3, 1), shot((Mouth("alice", speech),)))
    role._gestures = found
    arms = [role.at(frame).pose.arm for frame in range(96)]

    assert found[0][0] == pytest.approx(0.82)
    assert not any(arms[:18]) and max(arms[22:36]) >= 0.3 and not any(arms[60:])


def test_the_same_shot_is_acted_the_same() -> None:
    talk = shot((Mouth("alice", sounds("ˈɑnɑnˈɑn", 0.5)),))

    a, b = (Role(Actor(ALICE, 0.3, 1), talk) for _ in range(2))

    assert [a.at(f) for f in range(96)] == [b.at(f) for f in range(96)]


def test_a_walker_comes_to_their_place_and_then_stands() -> None:
    wide = replace(shot(), kind=ShotKind.WIDE)
    walk = Role(Actor(ALICE, 0.3, 1, pose="walk"), wide)
    stand = Role(Actor(ALICE, 0.3, 1), wide)

    assert walk.at(0).stride < walk.at(10).stride < walk.at(95).stride == 0
    assert len({walk.at(f).pose.walk for f in range(24)}) > 6
    assert walk.at(95).pose.walk == 0 and stand.at(0).stride == 0


def test_in_a_close_view_nobody_walks_out_of_the_picture() -> None:
    close = Role(Actor(ALICE, 0.3, 1, pose="walk"), replace(shot(), kind=ShotKind.CLOSE))

    assert {close.at(f).stride for f in range(96)} == {0.0}
