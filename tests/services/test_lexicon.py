"""How a word is said is kept with its book, for its owner, and touches only the lines that have the word."""

import asyncio
from uuid import UUID, uuid4

import pytest

from litink_app.errors import NotFound, Refused, TooMuch
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.script import LineKind, Script, ScriptLine, ScriptScene, ScriptStyle, Setting
from litink_app.schemas.views import PronunciationView
from litink_app.services import film_graph, lexicon
from litink_app.services.film_graph import Casting
from litink_app.studio.voices.kokoro import alphabet
from tests.services.sql import sql
from tests.services.test_cast_review import lamp  # noqa: F401


async def test_a_word_is_kept_changed_and_forgotten(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp

    await lexicon.say(owner, book_id, " Tobias ", "Toe bye us")
    await lexicon.say(owner, book_id, "Wren", "/ɹˈɛn/")
    await lexicon.say(owner, book_id, "Tobias", "Toby")
    await lexicon.forget(owner, book_id, "Wren")

    assert await lexicon.entries(owner, book_id) == [PronunciationView("Tobias", "Toby")]
    with pytest.raises(NotFound):
        await lexicon.forget(owner, book_id, "Wren")


@pytest.mark.parametrize("said", ["", "a]b", "[x](/y/)", "/", "//", "/a[b/", "12", "x" * 61, "<script>", "/ˈˌˈ/", "/ ː /", "中文"])
async def test_what_no_voice_can_say_is_refused(lamp: tuple[UUID, UUID], said: str) -> None:  # noqa: F811
    owner, book_id = lamp

    with pytest.raises(Refused):
        await lexicon.say(owner, book_id, "Tobias", said)

    assert await lexicon.entries(owner, book_id) == []


async def test_many_at_once_do_not_write_more_than_a_lexicon_holds(
    lamp: tuple[UUID, UUID],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    owner, book_id = lamp
    monkeypatch.setattr(lexicon, "MOST", 3)

    given = await asyncio.gather(*(lexicon.say(owner, book_id, f"Wren{number}", "Renn") for number in range(10)), return_exceptions=True)

    assert len(await lexicon.entries(owner, book_id)) == 3
    assert sum(isinstance(one, TooMuch) for one in given) == 7


def test_every_letter_that_a_lexicon_may_have_between_strokes_is_one_that_the_voices_read() -> None:
    assert set(alphabet()) >= lexicon.PHONEMES


async def test_a_stranger_neither_reads_nor_writes_a_lexicon(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp
    await lexicon.say(owner, book_id, "Wren", "Renn")

    for act in (
        lexicon.entries(uuid4(), book_id),
        lexicon.say(uuid4(), book_id, "Wren", "Ron"),
        lexicon.forget(uuid4(), book_id, "Wren"),
    ):
        with pytest.raises(NotFound):
            await act

    assert await sql("select said from pronunciation") == [("Renn",)]


def line(text: str) -> ScriptLine:
    return ScriptLine("l", LineKind.NARRATION, None, text, 0, len(text))


def test_only_the_scenes_that_have_the_word_depend_on_how_it_is_said() -> None:
    scenes = tuple(
        ScriptScene(number, "", Setting("", "meadow"), (), (), (line(text),), 5.0, 0, 9)
        for number, text in ((1, "Wren’s lamp."), (2, "The wrens sang."), (3, "“Wren!”"))
    )
    script = Script("T", "A", ScriptStyle.NARRATION, 30.0, scenes)

    plain, taught = (film_graph.scenes(script, Casting({}, {}, "bm_george"), FilmOptions(), said) for said in ({}, {"Wren": "Ron"}))

    changed = [one.key for one, other in zip(taught.steps, plain.steps, strict=True) if one != other]
    assert changed == ["scene_audio:1", "scene_audio:3"]
