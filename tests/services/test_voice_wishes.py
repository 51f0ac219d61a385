"""Voices are given by name, all of them or none, and the narrator's goes with the film."""

from uuid import UUID, uuid4

import pytest

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.services import characters, library, production, understood
from tests.services.sql import sql
from tests.services.test_cast_review import lamp  # noqa: F401


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
    with pytest.raises(Refused, match=r"no voice called “bm_nobody”\. There are: af_heart"):
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
