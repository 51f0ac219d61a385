"""The illustrator's promises: the same bytes, never an empty stage, figures on the ground and in the frame, people known again."""

import asyncio
import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import skia
from PIL import Image

from litink_app.bench.draw import cast, known_again
from litink_app.errors import Refused
from litink_app.providers.embedded_image import Illustrator
from litink_app.providers.ports import Made
from litink_app.schemas.picture import KITS, MOODS, TIMES, WEATHERS, Actor, Look, PictureBrief, PictureKind, PictureStyle
from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Age, Being, Character, Gender, LookHint
from litink_app.studio.illustrator.pose import MOUTHS, STANCES, Pose
from litink_app.studio.illustrator.setdress import chosen
from litink_app.studio.illustrator.stage import Stage, View, build_stage, draw_from_words, picture
from litink_app.studio.illustrator.wardrobe import costume_of, look_of
from litink_app.studio.illustrator.words import actors_of, setting_of

ALICE = Look("alice", "Alice", gender=Gender.FEMALE, age=Age.CHILD, height=0.66, dress="frock", accent="#4a90c8", seed=1)
HOLMES = Look("holmes", "Holmes", gender=Gender.MALE, build="slight", headwear="deerstalker", dress="cape_coat", seed=2)
FOX = Look("fox", "Fox", Being.ANIMAL, "fox", height=0.46, seed=3)
RABBIT = Look("rabbit", "White Rabbit", Being.ANIMAL, "rabbit", height=0.56, dress="waistcoat", carries="watch", seed=4)
ASPECTS = ((640, 360), (360, 640), (400, 400))


def scene(
    kit: str = "meadow",
    time: str = "day",
    *actors: Actor,
    size: tuple[int, int] = (320, 180),
    mood: str = "calm",
    weather: str = "clear",
    seed: int = 5,
) -> PictureBrief:
    return PictureBrief(PictureKind.SCENE, kit, *size, Setting(kit, kit, time, weather, mood), actors, seed=seed)


def pixels(image: skia.Image) -> np.ndarray:
    return image.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].astype(np.float32) / 255


def light(frame: np.ndarray) -> np.ndarray:
    return frame @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def test_the_same_brief_gives_the_same_bytes_and_another_seed_another_picture() -> None:
    brief = scene("forest", "dusk", Actor(ALICE, 0.4, speaking=True), Actor(FOX, 0.7, -1))

    first, again, other = picture(brief), picture(brief), picture(replace(brief, seed=6))

    assert first == again
    assert first != other


@pytest.mark.parametrize("kit", KITS)
def test_no_kit_is_an_empty_stage_at_any_time_of_day(kit: str) -> None:
    frames = [light(pixels(build_stage(scene(kit, time, mood=MOODS[i])).frame())) for i, time in enumerate(TIMES)]

    for frame in frames:
        lit = frame.reshape(9, 20, 16, 20).mean(axis=(1, 3))
        assert frame.std() > 0.05, "a flat picture"
        assert lit.max() - np.median(lit) > 0.06, "nowhere for the eye to go"
        assert np.abs(np.diff(frame, axis=1)).mean() > 0.005, "nothing is drawn"


@pytest.mark.parametrize("weather", WEATHERS)
def test_weather_is_seen_and_every_mood_has_its_own_colours(weather: str) -> None:
    briefs = [scene("road", "day", weather=weather, mood=mood) for mood in MOODS]

    frames = [pixels(build_stage(brief).frame()).mean(axis=(0, 1)) for brief in briefs]

    assert all(np.abs(a - b).max() > 0.004 for i, a in enumerate(frames) for b in frames[i + 1 :])


@pytest.mark.parametrize("size", ASPECTS)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_figures_stand_on_the_ground_inside_the_frame_and_apart(size: tuple[int, int], count: int) -> None:
    looks = (ALICE, HOLMES, FOX, RABBIT)[:count]
    actors = tuple(Actor(look, x, facing) for look, x, facing in zip(looks, (0.02, 0.98, 0.5, 0.55), (1, -1, 1, -1), strict=False))

    stage = build_stage(scene("street", "day", *actors, size=size))

    wide = 1000 * size[0] / size[1]
    for puppet in stage.puppets:
        box = puppet.bounds()
        assert abs(box.bottom() - puppet.ground) < 14
        assert box.left() >= -1 and box.right() <= wide + 1, f"{puppet.id} leaves the frame"
        assert box.top() > 60
    xs = sorted(puppet.x for puppet in stage.puppets)
    assert all(b - a > 60 for a, b in pairwise(xs))


@pytest.mark.parametrize("pose", STANCES)
def test_every_stance_keeps_the_feet_on_the_ground(pose: str) -> None:
    stage = build_stage(scene("meadow", "day", Actor(HOLMES, 0.5, 1, pose)))

    box = stage.puppets[0].bounds()

    assert abs(box.bottom() - stage.puppets[0].ground) < 14


def test_each_mouth_shape_moves_the_face_and_only_the_face() -> None:
    stage = build_stage(scene("meadow", "day", Actor(ALICE, 0.5), size=(1280, 720)))
    rest = pixels(stage.frame())

    moved = {
        name: np.abs(pixels(stage.frame(poses={"alice": Pose(mouth=name)})) - rest).sum(axis=2) > 0.02 for name in MOUTHS if name != "rest"
    }

    box, scale = stage.puppets[0].mouth_box, 0.72
    for name, changed in moved.items():
        rows, columns = np.nonzero(changed)
        assert rows.size, name
        assert box.left() * scale - 3 <= columns.min() and columns.max() <= box.right() * scale + 3, name
        assert box.top() * scale - 3 <= rows.min() and rows.max() <= box.bottom() * scale + 3, name
    assert moved["ah"].sum() > moved["narrow"].sum()


def test_an_unknown_mouth_shape_is_refused() -> None:
    stage = build_stage(scene("meadow", "day", Actor(ALICE, 0.5)))

    with pytest.raises(Refused, match="mouth"):
        stage.frame(poses={"alice": Pose(mouth="yodel")})


def test_the_camera_never_sees_past_the_edge_of_a_layer() -> None:
    stage = build_stage(scene("mountains", "day", size=(640, 360)))
    bare = replace(stage, puppets=())

    for view in (View(0.0, 0.0, 1.6), View(1.0, 1.0, 1.6), View(0.0, 1.0, 2.4), View(1.0, 0.0, 1.15)):
        surface = skia.Surface(640, 360)
        surface.getCanvas().clear(skia.ColorMAGENTA)
        bare.paint(surface.getCanvas(), view)
        seen = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].astype(int)
        magenta = (seen[..., 0] > 200) & (seen[..., 1] < 40) & (seen[..., 2] > 200)
        assert not magenta.any(), view


def test_nearer_layers_move_more_under_the_camera() -> None:
    stage = build_stage(scene("mountains", "day", size=(640, 360)))

    def shift(depth: float) -> float:
        canvas = skia.Surface(640, 360).getCanvas()
        stage.aim(canvas, View(0.8, 0.5, 1.5), depth)
        left = canvas.getTotalMatrix().mapXY(320, 180).x()
        return abs(320 - left)

    assert shift(0.0) < shift(0.5) < shift(1.0)


def test_characters_are_known_again_in_other_scenes_other_poses_and_other_light() -> None:
    assert known_again(cast()[:6]) >= 0.95


def test_a_look_is_stable_takes_the_books_words_and_avoids_taken_accents() -> None:
    who = Character(
        "c1",
        "Mr. Gray",
        (),
        Gender.MALE,
        12,
        0.8,
        Age.OLD,
        hints=(LookHint("a long white beard", 0, 5), LookHint("his scarlet cloak", 9, 12)),
    )

    look, again = look_of(who, book="b"), look_of(who, book="b")
    costume = costume_of(look)

    assert look == again
    assert (costume.beard, costume.dress) == ("long_beard", "cloak")
    assert look.accent == "#c8322a"
    assert look_of(replace(who, hints=()), taken=("#b8433a", "#2f6f9c")).accent not in ("#b8433a", "#2f6f9c")


def test_words_become_setting_and_cast() -> None:
    setting, actors = setting_of("a fox in a snowy forest at dusk"), actors_of("a fox in a snowy forest at dusk")

    assert (setting.kit, setting.time) == ("snow", "dusk")
    assert [actor.look.species for actor in actors] == ["fox"]
    assert Image.open(io.BytesIO(draw_from_words("a girl and a wolf on a road at night", 320, 180))).size == (320, 180)


@pytest.mark.parametrize("kind", [kind for kind in PictureKind if kind is not PictureKind.OWN])
@pytest.mark.parametrize("size", ASPECTS)
def test_every_kind_of_picture_is_drawn_in_every_aspect(kind: PictureKind, size: tuple[int, int]) -> None:
    brief = PictureBrief(
        kind,
        "The Speckled Band",
        *size,
        None,
        (Actor(HOLMES),),
        title="The Adventure of the Speckled Band",
        subtitle="Arthur Conan Doyle",
        notes={"items": "One: first|Two: second|Three"},
    )

    image = Image.open(io.BytesIO(picture(brief)))

    assert image.size == size
    assert np.asarray(image.convert("L")).std() > 8


def test_words_outside_the_closed_sets_are_refused() -> None:
    with pytest.raises(Refused, match="moonbase"):
        build_stage(scene("moonbase"))
    with pytest.raises(Refused, match="somebody"):
        build_stage(PictureBrief(PictureKind.PORTRAIT, "", 100, 100))


async def test_the_embedded_image_maker_writes_a_png_for_nothing(tmp_path: Path) -> None:
    made, beside = await asyncio.gather(Illustrator().draw(scene(), tmp_path), asyncio.sleep(0, "free"))

    assert isinstance(made, Made)
    assert made.cost.usd == 0 and made.cost.provider == "embedded" and beside == "free"
    assert made.path.read_bytes().startswith(b"\x89PNG")


def test_a_stage_is_four_to_seven_layers_from_back_to_front() -> None:
    stages: list[Stage] = [build_stage(scene(kit)) for kit in ("meadow", "street", "drawing_room", "sea")]

    for stage in stages:
        depths = [layer.depth for layer in stage.layers]
        assert depths == sorted(depths) and 4 <= len(depths) <= 7


def test_ink_and_wash_is_another_style_of_the_same_scene() -> None:
    brief = scene("castle", "dusk", Actor(HOLMES, 0.4))

    paper, wash = (pixels(build_stage(replace(brief, style=style)).frame()) for style in PictureStyle)

    assert light(wash).mean() > light(paper).mean() + 0.1
    assert [p.bounds() for p in build_stage(brief).puppets] == [
        p.bounds() for p in build_stage(replace(brief, style=PictureStyle.INK_AND_WASH)).puppets
    ]


def test_things_of_the_text_stand_on_the_stage_unless_a_hand_or_the_place_shows_them() -> None:
    assert chosen(("swords", "pocket-watch", "gloom", "teapot"), "meadow", ("watch",)) == ["sword", "teapot"]
    assert chosen(("fireplace", "violin"), "drawing_room", ()) == ["violin"]

    bare, set_ = (pixels(build_stage(replace(scene("meadow"), props=props)).frame()) for props in ((), ("carriage",)))

    assert (np.abs(bare - set_).sum(axis=2) > 0.05).mean() > 0.01


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("size", ASPECTS)
def test_nothing_in_the_foreground_hides_a_face(kit: str, size: tuple[int, int]) -> None:
    actors = (Actor(HOLMES, 0.25), Actor(ALICE, 0.72, -1))

    for seed in (1, 2, 5):
        stage = build_stage(scene(kit, "dusk", *actors, size=size, seed=seed))
        scale = size[1] / 1000
        for puppet in stage.puppets:
            face = puppet.mouth_box
            for layer in (layer for layer in stage.layers if layer.depth > 1.0):
                alpha = layer.image.toarray(colorType=skia.kRGBA_8888_ColorType)[..., 3]
                top, left = max(0, int(face.top() * scale) - layer.y), max(0, int(face.left() * scale) - layer.x)
                bottom, right = int(face.bottom() * scale) - layer.y, int(face.right() * scale) - layer.x
                covered = alpha[top : max(top, bottom), left : max(left, right)]
                assert covered.size == 0 or covered.mean() < 25, f"{puppet.id} behind the layer at {layer.depth}"
