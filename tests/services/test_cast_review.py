"""Corrections of cast and speakers over a real understanding: kept over a re-read, used by everything that is made from it."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.repositories import books, plots
from litink_app.schemas.script import ScriptStyle
from litink_app.schemas.understanding import Gender
from litink_app.schemas.views import VoiceChoice
from litink_app.services import cast_review, characters, intake, library, plot, quote_review, understood, voices
from litink_app.studio.screenwriter import ScriptOrder, Source, write_script
from tests.services.test_library import bring, someone
from tests.services.toys import drain

LAMP = """The Lamp in the Tower

Chapter 1. The Climb

Old Tobias lived in a tower by the sea. Every evening Tobias climbed the long stair with a lamp in his hand.

“Why do you climb so far?” asked a girl named Wren, who sold fish in the village.

“Because the ships cannot see me from the kitchen,” said Tobias.

Wren laughed. Wren had never thought of that. The wind blew hard against the windows, and the sea was as black as ink.

“May I carry the lamp tonight?” said Wren. “My arms are young.”

“You may,” said Tobias, “but you must not let it go out.”

“The storm will put it out before morning, and then we shall see.”

So Wren carried it up the stair, one step after another, and Tobias followed her, and the light went round like a slow bird.

Chapter 2. The Storm

In the night a storm came. A ship was out there, and nobody had seen it but Wren. “Hold the lamp,” said Tobias, and Wren held it.
"""
STORM = "“The storm will put it out before morning, and then we shall see.”"


@pytest.fixture
async def lamp(database: str) -> tuple[UUID, UUID]:
    """An owner and a book that is read and understood."""
    owner = await someone()
    book_id = await bring(owner, LAMP, "lamp.txt")
    await drain()
    return owner, book_id


async def names(owner: UUID, book_id: UUID) -> list[str]:
    return [one.name for one in (await cast_review.review(owner, book_id)).cast]


async def speaker(book_id: UUID, words: str) -> str | None:
    async with db.session() as unit:
        found = await understood.load(unit, book_id)
    return next(quote.speaker for quote in found.quotes if quote.text == words)


async def place(book_id: UUID, words: str) -> int:
    async with db.session() as unit:
        return next(quote.start for quote in (await understood.load(unit, book_id)).quotes if quote.text == words)


def english() -> list[VoiceChoice]:
    return [voice for voice in voices.offered() if voice.language == "en"]


async def correct_all(owner: UUID, book_id: UUID) -> None:
    """One correction of each kind."""
    await cast_review.rename(owner, book_id, "wren", "Wren Fisher")
    await cast_review.set_gender(owner, book_id, "wren", "female")
    await cast_review.set_importance(owner, book_id, "wren", "main")
    await characters.choose_voice(owner, book_id, "wren", english()[-1].id)
    await quote_review.say(owner, book_id, await place(book_id, STORM), "tobias")


async def test_corrections_are_still_there_after_the_book_is_read_and_understood_again(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp
    assert await speaker(book_id, STORM) != "tobias"
    await correct_all(owner, book_id)
    before = await cast_review.review(owner, book_id)

    await library.read_again(owner, book_id)
    await drain()
    after = await cast_review.review(owner, book_id)

    assert after == before
    assert [change.fits for change in after.changes] == [True] * 5
    assert (after.cast[0].name, after.cast[0].gender, after.cast[0].level) == ("Wren Fisher", "female", "main")
    assert after.cast[0].voice == english()[-1].id
    assert await speaker(book_id, STORM) == "tobias"


async def test_a_new_script_gives_the_line_to_whom_it_was_given(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp
    await quote_review.say(owner, book_id, await place(book_id, STORM), "tobias")

    async with db.session() as unit:
        book, found = await books.load(unit, owner, book_id), await understood.load(unit, book_id)
    order = ScriptOrder((next(one.id for one in book.chapters if one.kind == "body"),), ScriptStyle.DIALOGUE, 120.0)
    script = write_script(Source(book, found), order, lambda text, _: len(text) / 15)

    assert [line.speaker for scene in script.scenes for line in scene.lines if line.text in STORM] == ["tobias"]


async def test_a_correction_makes_scripts_old_and_taking_it_back_makes_them_new(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp

    async def digest() -> str:
        async with db.session() as unit:
            record = await books.find(unit, owner, book_id)
        assert record is not None
        return record.digest

    first = await digest()
    await quote_review.say(owner, book_id, await place(book_id, STORM), "tobias")
    second = await digest()
    chapter = (await library.book(owner, book_id)).chapters[0].id
    await library.rename(owner, book_id, chapter, "Up")
    third = await digest()
    await library.undo(owner, book_id)
    fourth = await digest()
    await cast_review.forget(owner, book_id, (await cast_review.review(owner, book_id)).changes[0].id)

    assert len({first, second, third}) == 3
    assert (fourth, await digest()) == (second, first)


async def test_a_correction_whose_words_are_gone_is_kept_and_waits(lamp: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    owner, book_id = lamp
    await quote_review.say(owner, book_id, await place(book_id, STORM), "tobias")

    with monkeypatch.context() as patch:
        patch.setattr(intake.readers, "read", _without(STORM))
        await library.read_again(owner, book_id)
        await drain()
    gone = await cast_review.review(owner, book_id)
    await library.read_again(owner, book_id)
    await drain()

    assert [change.fits for change in gone.changes] == [False]
    assert [change.fits for change in (await cast_review.review(owner, book_id)).changes] == [True]
    assert await speaker(book_id, STORM) == "tobias"


def _without(words: str) -> Callable[..., object]:
    from litink_app import readers

    real = readers.read

    def read(path, name):  # type: ignore[no-untyped-def]
        path.write_text(path.read_text().replace(words, "Nobody said a word."))
        return real(path, name)

    return read


async def test_what_two_are_one_and_one_are_two_shows_everywhere(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp
    before = await names(owner, book_id)

    await cast_review.merge(owner, book_id, "wren", "tobias")
    joined = await names(owner, book_id)
    entry = next(one for one in (await cast_review.review(owner, book_id)).cast if one.id == "tobias")
    await cast_review.split_off(owner, book_id, "tobias", "Wren")

    assert "Wren" in entry.aliases and "Wren" not in joined
    assert sorted(await names(owner, book_id)) == sorted(before)
    assert {row.name for row in (await library.book(owner, book_id)).cast} == set(before)


async def test_a_gender_that_was_wrong_changes_look_and_voice_but_no_voice_that_was_chosen(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp

    async def card(character: str) -> tuple[str, str]:
        await plot.PlotService().generate_plot_overview(book_id, owner)
        async with db.session() as unit:
            found = next(card for card in await plots.cards(unit, owner, book_id) if card.character == character)
        return found.look["gender"], found.voice

    gender, voice = await card("tobias")
    await cast_review.set_gender(owner, book_id, "tobias", "female")
    recast = await card("tobias")
    chosen = next(one.id for one in english() if one.id not in (voice, recast[1]))
    await characters.choose_voice(owner, book_id, "tobias", chosen)
    await cast_review.set_gender(owner, book_id, "tobias", "male")

    assert gender == Gender.MALE
    assert recast[0] == Gender.FEMALE and recast[1] != voice
    assert await card("tobias") == (Gender.MALE, chosen)


async def test_whose_sex_the_book_leaves_open_looks_and_speaks_as_one(database: str) -> None:
    owner, people = await someone(), ("Ondry", "Tamsk", "Wexel", "Brindo", "Quill", "Sorrow")
    talk = "\n\n".join(f"“Who comes there?” asked {who}. {who} looked about. “Nobody at all,” said {who}." for who in people)
    book_id = await bring(owner, f"{LAMP}\n\nChapter 3. The Gate\n\n{talk}\n", "gate.txt")
    await drain()

    await plot.PlotService().generate_plot_overview(book_id, owner)

    async with db.session() as unit:
        looks = {card.character: card.look["gender"] for card in await plots.cards(unit, owner, book_id)}
        left_open = {who.name for who in (await understood.load(unit, book_id)).characters if who.gender is Gender.UNKNOWN}
    cards = await characters.cast(owner, book_id)
    sexes = {voice.id: voice.gender for voice in voices.offered()}
    assert len(left_open.intersection(people, (card.name for card in cards))) > 3
    assert [sexes[card.voice_id] for card in cards] == [card.gender for card in cards] == list(looks.values())


async def test_a_chosen_voice_that_is_taken_back_gives_way_to_the_one_before(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp
    await plot.PlotService().generate_plot_overview(book_id, owner)
    card = next(one for one in await characters.cast(owner, book_id) if one.name.endswith("Tobias"))
    other = next(one.id for one in english() if one.id != card.voice_id)

    await characters.set_voice(owner, card.id, other)
    chosen = next(one for one in await characters.cast(owner, book_id) if one.id == card.id).voice_id
    await cast_review.forget(owner, book_id, (await cast_review.review(owner, book_id)).changes[0].id)

    assert chosen == other
    assert next(one for one in await characters.cast(owner, book_id) if one.id == card.id).voice_id == card.voice_id


async def test_the_chapter_shows_every_word_with_its_speakers(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp

    found = await quote_review.review(owner, book_id, "")
    text = "\n\n".join("".join(piece.text for piece in one.pieces) for one in found.paragraphs)
    spoken = [piece for one in found.paragraphs for piece in one.pieces if piece.start >= 0]

    assert all(line in text for line in LAMP.split("\n\n")[3:9])
    assert {voice.name for voice in found.voices} <= {voice.name for voice in found.cast}
    assert spoken[0].text == "“Why do you climb so far?”" and spoken[0].name == "Wren" and spoken[0].why
    assert (found.title, bool(found.previous_id), bool(found.next_id), found.quotes) == ("The Climb", True, True, 7)


async def test_choices_that_make_no_sense_are_refused(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp
    senseless: tuple[Callable[[], Awaitable[None]], ...] = (
        lambda: cast_review.rename(owner, book_id, "wren", "  "),
        lambda: cast_review.rename(owner, book_id, "wren", "x" * 200),
        lambda: cast_review.merge(owner, book_id, "wren", "wren"),
        lambda: cast_review.set_gender(owner, book_id, "wren", "duck"),
        lambda: cast_review.set_importance(owner, book_id, "wren", "huge"),
        lambda: characters.choose_voice(owner, book_id, "wren", "nobody"),
    )

    for attempt in senseless:
        with pytest.raises(Refused):
            await attempt()

    assert (await cast_review.review(owner, book_id)).changes == []


async def test_a_stranger_corrects_nothing_and_sees_nothing(lamp: tuple[UUID, UUID]) -> None:
    owner, book_id = lamp
    stranger, start = await someone(), await place(book_id, STORM)
    await cast_review.rename(owner, book_id, "wren", "Wren Fisher")
    change = (await cast_review.review(owner, book_id)).changes[0].id
    attempts: tuple[Callable[[], Awaitable[object]], ...] = (
        lambda: cast_review.review(stranger, book_id),
        lambda: quote_review.review(stranger, book_id, ""),
        lambda: cast_review.rename(stranger, book_id, "wren", "Eve"),
        lambda: cast_review.merge(stranger, book_id, "wren", "tobias"),
        lambda: cast_review.set_voice(stranger, book_id, "wren", "af_heart"),
        lambda: quote_review.say(stranger, book_id, start, "tobias"),
        lambda: cast_review.forget(stranger, book_id, change),
        lambda: cast_review.rename(owner, book_id, "nobody", "Eve"),
        lambda: quote_review.say(owner, book_id, start + 1, "tobias"),
        lambda: cast_review.forget(owner, book_id, "no-id"),
    )

    for attempt in attempts:
        with pytest.raises(NotFound):
            await attempt()

    assert len((await cast_review.review(owner, book_id)).changes) == 1


async def test_no_two_speakers_of_a_chapter_share_a_colour(lamp: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    owner, book_id = lamp
    monkeypatch.setattr(cast_review, "colors_of", lambda found: dict.fromkeys((who.id for who in found.characters), 3))

    found = await quote_review.review(owner, book_id, "")

    colors = {voice.color for voice in found.voices}
    assert len(colors) == len(found.voices) > 1
    assert 3 in colors
