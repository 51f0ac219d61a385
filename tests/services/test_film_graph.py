"""The graph of a film: whole frames at its own rate, and nothing of another rate is taken for its own."""

from dataclasses import replace

import pytest

from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.script import LineKind, Script, ScriptLine, ScriptScene, ScriptStyle, Setting
from litink_app.services import film_cards, film_graph
from litink_app.services.film_graph import Casting
from litink_app.studio.stagehand.direction import plan_shots

CAST = Casting({}, {}, "bm_george")


def script(fps: int) -> Script:
    line = ScriptLine("s1l1", LineKind.NARRATION, None, "It was a calm day at sea.", 0, 25)
    scenes = tuple(ScriptScene(n, f"Scene {n}", Setting("", "sea"), (), (), (line,), (100 + n) / fps, 0, 25, 0.2) for n in (1, 2))
    return Script("The Sea", "A. Nobody", ScriptStyle.NARRATION, 20.0, scenes)


@pytest.mark.parametrize("fps", [24, 25, 30])
def test_cards_and_scenes_are_whole_frames_and_add_up_to_the_film(fps: int) -> None:
    steps = {step.key: step for step in film_graph.scenes(script(fps), CAST, FilmOptions(fps=fps)).steps}
    cards = [step.params["seconds"] * fps for step in steps.values() if step.kind == "still"]

    scenes = [
        sum(shot.frames for shot in plan_shots(one, [], film_graph.picture_of(one, [], FilmOptions(fps=fps)), fps=fps))
        for one in script(fps).scenes
    ]

    assert scenes == [101, 102]
    assert cards and cards == pytest.approx([round(frames) for frames in cards])
    assert steps["merge"].params["seconds"] * fps == pytest.approx(sum(cards) + sum(scenes))


def test_a_scene_at_another_rate_is_another_scene_while_its_picture_is_the_same() -> None:
    slow, fast = ({step.key: step.params for step in film_graph.scenes(script(24), CAST, FilmOptions(fps=fps)).steps} for fps in (24, 30))

    other = {key for key in slow if slow[key] != fast[key]}

    assert other >= {"scene_video:1", "scene_video:2", "still:0", "merge"}
    assert not other & {"scene_image:1", "scene_image:2", "scene_audio:1"}


def test_the_heading_of_a_chapter_is_a_card_of_its_own_and_moves_what_follows() -> None:
    plain, options = script(24), FilmOptions()
    headed = replace(plain, scenes=tuple(replace(scene, chapter=f"Chapter {scene.number}") for scene in plain.scenes))

    before, after = ({step.key: step for step in film_graph.scenes(told, CAST, options).steps} for told in (plain, headed))
    late = [b - a for a, b in zip(film_cards.starts(plain, 24), film_cards.starts(headed, 24), strict=True)]

    assert after.keys() - before.keys() == {f"{kind}:chapter-{n}" for kind in ("scene_image", "still") for n in (1, 2)}
    assert "still:chapter-2" in after["merge"].needs
    heading = film_cards.heading_seconds(24)
    assert late == pytest.approx([heading, 2 * heading])
    assert film_cards.length(headed, 24) - film_cards.length(plain, 24) == pytest.approx(2 * heading)
    assert after["score"].params["cues"][1]["start"] == pytest.approx(film_cards.starts(headed, 24)[1])


def test_a_very_short_film_has_no_credits_on_any_reckoning() -> None:
    short, long = (replace(script(24), seconds=seconds) for seconds in (17.0, 19.0))

    assert [film_cards.card_seconds(told.seconds, 24)[1] for told in (short, long)] == [0.0, pytest.approx(25 / 24)]
    assert [[card.name for card in film_cards.cards(told, FilmOptions())] for told in (short, long)] == [["title"], ["title", "credits"]]
    assert film_cards.length(long, 24) - film_cards.length(short, 24) == pytest.approx(25 / 24)


def test_what_was_ordered_before_there_was_a_choice_has_twenty_four() -> None:
    kept = to_json(FilmOptions(height=480))
    del kept["fps"]

    options = from_json(FilmOptions, kept)

    assert options == replace(FilmOptions(), height=480, fps=24)


@pytest.mark.parametrize("height", [480, 720, 1080, 1440, 2160])
@pytest.mark.parametrize(("aspect", "shape"), [("16:9", 16 / 9), ("9:16", 9 / 16), ("1:1", 1.0)])
def test_every_size_has_its_shape_and_can_be_encoded(height: int, aspect: str, shape: float) -> None:
    wide, tall = FilmOptions(aspect=aspect, height=height).size

    assert min(wide, tall) == height
    assert wide / tall == pytest.approx(shape, rel=0.002)
    assert wide % 2 == tall % 2 == 0
