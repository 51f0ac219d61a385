import re
from dataclasses import replace

import pytest

from litink_app.schemas.book import Block, BlockKind, Book, Chapter, ChapterKind, Span
from litink_app.schemas.script import LineKind, ScriptStyle
from litink_app.schemas.understanding import Character, Evidence, Gender, Quote, Scene, Understanding
from litink_app.studio.screenwriter import ScriptOrder, Source, write_script
from litink_app.studio.screenwriter.units import units_of

PARAGRAPHS = [
    "The old clockmaker opened his shop at dawn. Snow lay deep in the street, and the lamps were still burning (there were nine of them).",
    "“Who is there?” he asked. “I heard a bell.”",
    "A small girl stood at the door with a broken watch in her hand. Her name was Mara, and she had walked all night.",
    "“Please mend it,” said Mara. “It was my father’s watch, and it must tick again before the church bells ring.”",
    "The clockmaker turned the watch in his fingers. He had made it himself, forty years ago, for a friend who went to sea.",
    "“I will not take your money,” said the clockmaker. “But you must tell me where you found it.”",
    "So Mara told him of the storm, and of the ship that came home without its sails. The old man wept without a sound.",
    "When the bells rang, the watch was ticking. Mara ran down the street, and the snow had begun to melt.",
]


def story() -> Source:
    text = "\n\n".join(PARAGRAPHS)
    blocks, at = [], 0
    for paragraph in PARAGRAPHS:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    quotes = [
        Quote(
            m.start(),
            m.end(),
            m.group(),
            "mara" if "Please" in m.group() or "father" in m.group() else "clockmaker",
            None,
            0.9,
            Evidence.EXPLICIT,
        )
        for m in re.finditer("“[^”]*”", text)
    ]
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.?!\n]+[.?!]+[”)]*", text))
    cast = (Character("clockmaker", "the clockmaker", (), Gender.MALE, 6, 1.0), Character("mara", "Mara", (), Gender.FEMALE, 5, 0.8))
    half = text.index("The clockmaker turned")
    scenes = (
        Scene(0, half, "the shop", "street", "dawn", "snow", ("clockmaker", "mara")),
        Scene(half, len(text), present=("clockmaker", "mara")),
    )
    chapter = Chapter("c1", ChapterKind.BODY, 1, "The Watch", 1.0, 0, len(text))
    return Source(
        Book("The Watch", ("A. Nobody",), "en", text, (chapter,), tuple(blocks)), Understanding(sentences, cast, (), tuple(quotes), scenes)
    )


def say(text: str, speaker: str | None) -> float:
    return len(text) / 15


@pytest.mark.parametrize(("seconds", "fps"), [(20, 24), (30, 24), (45, 24), (30, 25), (45, 30)])
def test_the_scenes_fill_the_time_of_the_story_to_the_frame(seconds: int, fps: int) -> None:
    order = ScriptOrder(("c1",), ScriptStyle.CINEMATIC, seconds, fps=fps)

    script = write_script(story(), order, say)

    frames = sum(scene.seconds * fps for scene in script.scenes)
    assert frames == pytest.approx(round(order.story_seconds() * fps), abs=1e-6)
    assert all(scene.seconds * fps == pytest.approx(round(scene.seconds * fps)) for scene in script.scenes)


def in_two_chapters(source: Source) -> Source:
    """The same story, its second half a chapter of its own."""
    half = source.book.text.index("The clockmaker turned")
    first, second = (Chapter(id, ChapterKind.BODY, 1, title, 1.0, *span) for id, title, span in (
        ("c1", "The Bell", (0, half)), ("c2", "The Storm", (half, len(source.book.text))),
    ))  # fmt: skip
    return replace(source, book=replace(source.book, chapters=(first, second)))


def test_each_of_several_chapters_is_headed_and_the_headings_are_paid_in_time() -> None:
    order = ScriptOrder(("c1", "c2"), ScriptStyle.CINEMATIC, 45, heading_seconds=1.75)

    script = write_script(in_two_chapters(story()), order, say)

    headed = [(scene.chapter, scene.start) for scene in script.scenes if scene.chapter]
    assert [title for title, _ in headed] == ["The Bell", "The Storm"]
    assert script.scenes[0].chapter == "The Bell"
    assert sum(scene.seconds for scene in script.scenes) == pytest.approx(45 - 3.0 - 2.5 - 2 * 1.75, abs=0.03)


@pytest.mark.parametrize(("chapters", "seconds"), [(("c1",), 45), (("c1", "c2"), 20)])
def test_one_chapter_or_a_short_film_has_no_headings(chapters: tuple[str, ...], seconds: int) -> None:
    order = ScriptOrder(chapters, ScriptStyle.CINEMATIC, seconds, heading_seconds=1.75)

    script = write_script(in_two_chapters(story()), order, say)

    assert not any(scene.chapter for scene in script.scenes)
    assert sum(scene.seconds for scene in script.scenes) == pytest.approx(order.story_seconds(), abs=0.03)


@pytest.mark.parametrize("seconds", [20, 30, 45])
def test_what_is_said_fits_into_its_scene_at_a_natural_pace(seconds: int) -> None:
    script = write_script(story(), ScriptOrder(("c1",), ScriptStyle.CINEMATIC, seconds), say)

    paces = [sum(say(line.text, line.speaker) for line in scene.lines) / scene.seconds for scene in script.scenes]

    assert max(paces) < 1.0


def test_dialogue_stays_to_the_letter_and_keeps_its_speaker() -> None:
    source = story()
    script = write_script(source, ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 75), say)

    spoken = [line for scene in script.scenes for line in scene.lines if line.kind is LineKind.DIALOGUE]

    assert spoken
    for line in spoken:
        assert line.text in source.book.text[line.start : line.end]
        assert line.verbatim
    assert {line.speaker for line in spoken} == {"clockmaker", "mara"}


def test_lines_come_in_the_order_of_the_book_and_speech_tags_are_not_read_out() -> None:
    script = write_script(story(), ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 45), say)

    lines = [line for scene in script.scenes for line in scene.lines]

    assert [line.start for line in lines] == sorted(line.start for line in lines)
    assert not any(re.match(r"(he asked|said)", line.text) for line in lines)


def test_an_aside_in_brackets_is_left_out_and_the_line_says_that_it_was_changed() -> None:
    script = write_script(story(), ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 120), say)

    snow = next(line for scene in script.scenes for line in scene.lines if line.text.startswith("Snow lay deep"))

    assert "(" not in snow.text
    assert not snow.verbatim


def test_a_sentence_that_ends_in_its_quotation_does_not_end_before_it() -> None:
    before = "Alice could think of nothing else to say but"
    text = f"{before} “It belongs to the Duchess.” She ran on."
    start, end = text.index("“"), text.index("”") + 1
    quote = Quote(start, end, text[start:end], "alice", None, 0.9, Evidence.EXPLICIT)
    found = Understanding(sentences=(Span(0, end), Span(end + 1, len(text))), quotes=(quote,))

    [first, *_] = units_of(text, [Block(BlockKind.PARAGRAPH, 0, len(text))], found, 0, len(text))

    assert (first.text, first.leads) == (f"{before}…", True)


def test_the_narration_style_gives_every_line_to_the_narrator() -> None:
    script = write_script(story(), ScriptOrder(("c1",), ScriptStyle.NARRATION, 45), say)

    assert {line.kind for scene in script.scenes for line in scene.lines} == {LineKind.NARRATION}


def test_the_same_order_gives_the_same_script() -> None:
    order = ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 30)

    assert write_script(story(), order, say) == write_script(story(), order, say)


def test_what_the_text_leaves_open_of_a_place_stays_as_it_was() -> None:
    script = write_script(story(), ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 45), say)

    assert {scene.setting.kit for scene in script.scenes} == {"street"}


def test_no_two_scenes_have_one_title() -> None:
    source = story()

    script = write_script(source, ScriptOrder(tuple(chapter.id for chapter in source.book.chapters), ScriptStyle.CINEMATIC, 300), say)

    titles = [scene.title for scene in script.scenes]
    assert len(titles) > 2
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("told", "tension", "hour"), [("", 0.9, "dusk"), ("", 0.1, "day"), (" It was early in the morning.", 0.9, "day")])
def test_a_place_without_an_hour_has_the_light_of_its_mood(told: str, tension: float, hour: str) -> None:
    text = f"They stood at the gate and nobody spoke.{told} The dog barked twice and ran to the wall."
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.]+\.", text))
    chapter = Chapter("c1", ChapterKind.BODY, 1, "Gate", 1.0, 0, len(text))
    found = Understanding(sentences, (), (), (), (Scene(0, len(text), "the gate", "castle", "day", tension=tension),))
    source = Source(Book("Gate", (), "en", text, (chapter,), (Block(BlockKind.PARAGRAPH, 0, len(text)),)), found)

    script = write_script(source, ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 20), say)

    assert {scene.setting.time for scene in script.scenes} == {hour}


def test_only_things_that_are_spoken_of_are_set_on_the_stage_and_one_more() -> None:
    source = story()
    scenes = (replace(source.understanding.scenes[0], props=("watch", "hammer", "cannon", "lamp")), source.understanding.scenes[1])
    source = replace(source, understanding=replace(source.understanding, scenes=scenes))

    script = write_script(source, ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 60), say)

    shown = {prop for scene in script.scenes for prop in scene.props}
    assert "watch" in shown
    assert len(shown & {"hammer", "cannon"}) <= 1


def test_the_hour_of_a_book_in_another_language_is_believed_without_english_words_of_night() -> None:
    text = "En el bosque era de noche. La luna brillaba sobre los árboles del bosque."
    chapter = Chapter("c1", ChapterKind.BODY, 1, "Uno", 1.0, 0, len(text))
    scenes = (Scene(0, len(text), "bosque", "forest", "night", "clear"),)
    told = Understanding(sentences=(Span(0, 26), Span(27, len(text))), scenes=scenes)
    book = Book("Un libro", (), "es", text, (chapter,), (Block(BlockKind.PARAGRAPH, 0, len(text)),))

    script = write_script(Source(book, told), ScriptOrder(("c1",), ScriptStyle.CINEMATIC, 20), say)

    assert [scene.setting.time for scene in script.scenes] == ["night"]
