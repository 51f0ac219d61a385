"""Where scenes begin and end and what they show."""

from litink_app.schemas.book import Block, BlockKind, Book, Chapter, ChapterKind
from litink_app.schemas.picture import KITS, TIMES, WEATHERS
from litink_app.understanding import understand
from tests.understanding.made import book

KITCHEN = (
    "In the kitchen the cook stirred a pot on the stove. Anna sat at the table in the kitchen. “It smells good,” said Anna. The kettle sang and the oven was hot. "
    * 3
)
FOREST = (
    "The next morning Anna walked into the dark forest. Under the old oaks of the forest the rain fell and it was raining on the trees. She went deeper into the wood. "
    * 3
)


def test_a_new_place_and_time_is_a_new_scene() -> None:
    found = understand(book(f"{KITCHEN}\n\n{FOREST}"))

    assert [scene.kit for scene in found.scenes] == ["kitchen", "forest"]
    assert found.scenes[1].weather == "rain"


def test_scenes_cover_what_they_tell_in_order() -> None:
    text = f"{KITCHEN}\n\n{FOREST}"

    found = understand(book(text))

    assert found.scenes[0].start == 0
    assert found.scenes[-1].end == len(text.rstrip())
    assert all(one.end <= other.start for one, other in zip(found.scenes, found.scenes[1:], strict=False))


def test_a_scene_break_and_a_chapter_end_a_scene() -> None:
    parts = ["Anna slept in her bed.", "* * *", "Thomas was in the garden.", "Anna woke in her bed."]
    text = "\n\n".join(parts)
    starts = [text.index(part) for part in parts[:3]] + [text.rindex(parts[3])]
    kinds = [BlockKind.PARAGRAPH, BlockKind.SCENE_BREAK, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    blocks = tuple(Block(kind, start, start + len(part)) for kind, start, part in zip(kinds, starts, parts, strict=True))
    chapters = tuple(
        Chapter(str(number), ChapterKind.BODY, number, "", 1.0, start, end)
        for number, (start, end) in enumerate([(0, starts[3] - 2), (starts[3], len(text))], 1)
    )

    found = understand(Book("A Book", (), "en", text, chapters, blocks))

    assert [scene.start for scene in found.scenes] == [starts[0], starts[2], starts[3]]


def test_every_scene_can_be_drawn() -> None:
    found = understand(book(f"{KITCHEN}\n\n{FOREST}\n\nNothing is known of this place."))

    for scene in found.scenes:
        assert scene.kit in KITS and scene.time in TIMES and scene.weather in WEATHERS
        assert 0 <= scene.tension <= 1 and -1 <= scene.sentiment <= 1


def test_who_is_there_and_what_stands_there_is_told() -> None:
    found = understand(book(KITCHEN))

    assert "anna" in found.scenes[0].present
    assert {"pot", "table"} <= set(found.scenes[0].props)


def test_fear_is_tighter_than_peace() -> None:
    calm = "Anna sat in the warm garden and smiled at the lovely flowers. " * 5
    tight = "Suddenly a scream! Anna fled in terror, the wolf howled, blood ran from her hand! " * 5

    found = understand(book(f"{calm}\n\n* * *\n\n{tight}"))

    assert found.scenes[0].tension < found.scenes[1].tension
    assert found.scenes[0].sentiment > found.scenes[1].sentiment


def test_a_place_is_called_by_its_name_and_never_by_half_a_sentence() -> None:
    told = "They came to a large garden, and beside the hedge stood beautiful flowers. The children played in the garden. " * 3

    (scene,) = understand(book(told)).scenes

    assert scene.kit == "garden"
    assert scene.place == "a large garden"


def test_who_sits_in_baker_street_sits_in_a_house_and_who_goes_through_it_is_outside() -> None:
    inside = "We sat over a glass in Baker Street, in two chairs before the window. Holmes rose from his chair and drew the curtains. " * 4
    outside = "We hurried through Harley Street and down the pavement of Oxford Street. We crossed another street. " * 4

    found = understand(book(f"{inside}\n\n* * *\n\n{outside}"))

    assert [scene.kit for scene in found.scenes] == ["drawing_room", "street"]


def test_what_is_seen_far_away_is_not_where_we_are() -> None:
    told = "The bears lay on the ice among the icebergs. They saw a distant ship and the sails of a distant ship. The ice was smooth. " * 3

    assert {scene.kit for scene in understand(book(told)).scenes} == {"snow"}


def test_a_table_under_a_tree_stands_under_the_sky() -> None:
    told = (
        "There was a table set out under a tree, and three sat at the table on their chairs. A tree gave shade; they had tea under the tree. "
        * 3
    )

    assert {scene.kit for scene in understand(book(told)).scenes} == {"forest"}
