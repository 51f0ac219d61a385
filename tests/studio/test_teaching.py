"""Books that teach: figures with labels in place of people."""

from pathlib import Path

import pytest

from litink_app.schemas.film import SpokenLine
from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.script import LineKind, ScriptLine, ScriptScene, Setting
from litink_app.schemas.sound import Speech
from litink_app.schemas.understanding import Term
from litink_app.studio.illustrator import figures
from litink_app.studio.illustrator.stage import build_stage
from litink_app.studio.screenwriter.figures import FIGURES
from litink_app.studio.screenwriter.teaching import figure_of, is_said, titled
from litink_app.studio.stagehand.direction import plan_shots


def lines(*texts: str) -> tuple[ScriptLine, ...]:
    return tuple(ScriptLine(f"l{i}", LineKind.NARRATION, None, text, 0, 1) for i, text in enumerate(texts))


HEART = lines("Blood leaves the heart by the aorta.", "The left ventricle is the stronger one.", "It beats all day.")


def test_a_figure_is_labelled_in_the_order_in_which_its_parts_are_named() -> None:
    notes = figure_of(HEART, (), "")

    assert notes == {"form": "figure", "figure": "heart", "items": "aorta|left ventricle", "steps": "1|2|2"}


def test_what_has_no_figure_becomes_cards_years_a_timeline() -> None:
    listed = figure_of(lines("Four kinds are known: iron, copper, silver, and gold."), (), "")
    dated = figure_of(lines("The law was passed in 1832.", "It was widened in 1867 after long debate."), (), "")
    defined = figure_of(lines("A tariff is a tax on goods from abroad."), (Term("tariff", "", 0, 1),), "")

    assert listed["items"].split("|") == ["Iron", "Copper", "Silver", "Gold"]
    assert dated["form"] == "timeline" and dated["items"].startswith("1832: ")
    assert defined["items"].startswith("Tariff: ")


@pytest.mark.parametrize(
    "text", ["![A heart](x.png)", "By the end of this section, you will be able to.", "The first box is red.", "See https://x.org."]
)
def test_what_points_at_a_page_is_not_said(text: str) -> None:
    assert not is_said(text)
    assert is_said("The heart has four chambers.")


def test_the_name_of_a_file_is_no_title() -> None:
    assert titled("m46281", "Bone Structure") == "Bone Structure"
    assert titled("Middlemarch", "Prelude") == "Middlemarch"


def test_every_figure_that_words_can_call_is_drawn_with_the_parts_that_they_can_name() -> None:
    for name, (_, parts) in FIGURES.items():
        assert {label for label, _ in figures.FIGURES[name]().points} == set(parts), name


def test_parts_come_into_the_light_as_they_are_named_to_the_last_frame() -> None:
    scene = ScriptScene(1, "The Heart", Setting("", "library"), (), (), HEART, 9.0, 0, 1, figure=figure_of(HEART, (), ""))
    spoken = [SpokenLine(line.id, Speech(Path(), 2.5, 24000, (), ()), 3.0 * i) for i, line in enumerate(HEART)]
    brief = PictureBrief(PictureKind.DIAGRAM, "x", 320, 180, scene.setting, title="The Heart", notes=scene.figure)

    shots = plan_shots(scene, spoken, brief, fps=24)

    assert [shot.brief.notes["shown"] for shot in shots] == ["1", "2"]
    assert sum(shot.frames for shot in shots) == 9 * 24
    assert shots[0].camera.zoom1 == pytest.approx(shots[1].camera.zoom0)
    first, second = (build_stage(shot.brief).frame().tobytes() for shot in shots)
    assert first != second


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)])
def test_before_anything_is_named_the_figure_stands_alone_and_cards_follow(size: tuple[int, int]) -> None:
    notes = {"form": "list", "figure": "bone", "items": "A|B|C|D|E"}
    briefs = [
        PictureBrief(PictureKind.DIAGRAM, "x", *size, Setting("", "library"), title="Cells", notes={**notes, "shown": str(shown)})
        for shown in (0, 2, 5)
    ]

    frames = [build_stage(brief).frame().tobytes() for brief in briefs]

    assert len(set(frames)) == 3


def test_places_of_the_earth_come_onto_a_map_as_they_are_named() -> None:
    told = lines("Ships left London in spring.", "They rounded the Cape of Good Hope.", "India was reached, and London heard of it.")

    notes = figure_of(told, (), "")

    assert notes == {"form": "map", "items": "London|Cape of Good Hope|India", "steps": "1|2|3"}


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)])
def test_a_map_gains_a_pin_with_each_place(size: tuple[int, int]) -> None:
    notes = {"form": "map", "items": "Rome|Carthage|Alexandria"}
    seen = {
        build_stage(PictureBrief(PictureKind.DIAGRAM, "x", *size, Setting("", "library"), title="Wars", notes={**notes, "shown": str(n)}))
        .frame()
        .tobytes()
        for n in range(4)
    }

    assert len(seen) == 4


def test_fillers_between_commas_and_pointers_to_figures_are_nobodys_names() -> None:
    notes = figure_of(lines("We do this, for instance, to yawn, to hiccup, or to sing."), (), "")

    assert "instance" not in notes["items"].lower().split("|")
    assert not is_said("The structures of the mouth are illustrated in.")


def test_what_is_new_is_not_on_the_map_of_the_old_world() -> None:
    told = lines("From New York they went to New England.", "New South Wales, New Mexico and South Africa came later.")

    notes = figure_of(told, (), "")

    assert notes["items"] == "New York|South Africa"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Under a microscope you can see the nucleus of each cell.", True),
        ("The layers of the heart wall are shown here.", False),
        ("For more on valves, see the figure.", False),
        ("Some of the muscles (see the table) are paired.", False),
        ("See Figure 3 for the chambers.", False),
    ],
)
def test_only_pointers_to_what_nobody_sees_are_left_out(text: str, said: bool) -> None:
    assert is_said(text) is said


def test_the_figure_is_that_of_the_part_of_the_body_that_is_told_of() -> None:
    told = (
        "The clavicle is the only long one that lies in a horizontal position.",
        "The nervous system plays a part in vascular homeostasis.",
    )

    found = [figure_of(lines(text), (), "")["figure"] for text in told]

    assert found == ["bone", "neuron"]


def test_a_picture_does_not_number_the_scenes_of_one_title() -> None:
    first, second = (
        PictureBrief(PictureKind.DIAGRAM, "x", 180, 320, Setting("", "library"), title=title, notes={"form": "list", "items": "A: b"})
        for title in ("Clavicle", "Clavicle (2)")
    )

    seen, again = (build_stage(brief).frame().tobytes() for brief in (first, second))

    assert seen == again
