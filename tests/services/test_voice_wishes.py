"""Voices are given by name, all of them or none, and the narrator's goes with the film."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.repositories import books
from litink_app.schemas.book import Book
from litink_app.schemas.codec import to_json
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import Work
from litink_app.schemas.script import Script, ScriptStyle
from litink_app.schemas.understanding import Understanding
from litink_app.services import characters, film_steps, library, plot, production, understood, voices
from tests.services.sql import sql
from tests.services.test_cast_review import lamp  # noqa: F401
from tests.services.test_film_sound import quietly


async def chosen(book_id: UUID) -> dict[str, str]:
    async with db.session() as unit:
        return (await understood.corrected(unit, book_id)).voices


async def test_people_get_the_voices_wished_for_by_name_or_alias(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp

    await characters.cast_by_name(owner, book_id, {"wren": "af_bella", " Old Tobias ": "Lewis"})

    assert await chosen(book_id) == {"wren": "af_bella", "tobias": "bm_lewis"}


async def test_one_wrong_name_or_voice_changes_nobody(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp

    with pytest.raises(Refused, match=r"Nobody in this book is called “Wran”\. There are: .*Wren"):
        await characters.cast_by_name(owner, book_id, {"Tobias": "bm_lewis", "Wran": "af_bella"})
    with pytest.raises(Refused, match=r"no voice called “bm_nobody”\. There are af_heart, .* more; `litink voices` lists them all"):
        await characters.cast_by_name(owner, book_id, {"Wren": "af_bella", "Tobias": "bm_nobody"})
    with pytest.raises(NotFound):
        await characters.cast_by_name(uuid4(), book_id, {"Wren": "af_bella"})

    assert await chosen(book_id) == {}


async def test_what_is_no_id_is_a_book_or_a_person_that_is_not_there(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, _ = lamp

    with pytest.raises(NotFound):
        await characters.cast(owner, "no-id")
    with pytest.raises(NotFound):
        await characters.cast_by_name(owner, "no-id", {"Wren": "af_bella"})
    with pytest.raises(NotFound):
        await characters.set_voice(owner, "no-id", "af_bella")


async def test_a_film_keeps_the_voice_of_its_narrator(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp
    chapter = (await library.book(owner, book_id)).chapters[0].id

    await production.create(owner, book_id, [chapter], style="narration", seconds=30, aspect="1:1", narrator="Emma", key="one")

    assert await sql("select options->>'narrator' from production") == [("bf_emma",)]


async def scripted(owner: UUID, book_id: UUID, narrator: str, folder: Path) -> dict[str, str]:
    """Who speaks with which voice in a film with this narrator."""
    cards = await plot.PlotService().characters.make_cards(owner, book_id, *await read(owner, book_id))
    cast = {card.character: {"voice": card.voice, "own": card.own_voice, "look": card.look} for card in cards}
    params = {
        "options": to_json(FilmOptions(narrator=narrator)),
        "book": str(book_id),
        "given": to_json(Script("The Lamp", "", ScriptStyle.CINEMATIC, 30.0, ())),
    }
    needs = {"plot": {"cast": cast, "narrator": "bm_george", "language": "en"}}
    ids = uuid4(), uuid4(), owner, None
    made = await film_steps.make_script(
        Work(*ids, "script", params, needs, 1, 1, folder, "key", None, quietly, quietly, quietly, untouched)
    )
    assert made.data["casting"]["narrator"] == narrator
    return {who: one["voice"] for who, one in made.data["casting"]["cast"].items()}


async def read(owner: UUID, book_id: UUID) -> tuple[Book, Understanding]:
    async with db.session() as unit:
        return await books.load(unit, owner, book_id), await understood.load(unit, book_id)


async def untouched(key: str) -> Path:
    raise AssertionError(key)


async def test_nobody_speaks_with_the_voice_of_a_films_narrator_but_by_choice(lamp: tuple[UUID, UUID], tmp_path: Path) -> None:  # noqa: F811
    owner, book_id = lamp
    usual = await scripted(owner, book_id, "bm_george", tmp_path)

    told = await scripted(owner, book_id, usual["tobias"], tmp_path)
    await characters.choose_voice(owner, book_id, "tobias", usual["tobias"])
    wished = await scripted(owner, book_id, usual["tobias"], tmp_path)

    sexes = {voice.id: voice.gender for voice in voices.offered()}
    assert usual["tobias"] not in told.values() and len(set(told.values())) == len(told)
    assert sexes[told["tobias"]] == sexes[usual["tobias"]] and told["wren"] == usual["wren"]
    assert wished == usual
