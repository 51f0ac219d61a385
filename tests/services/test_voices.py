"""A film speaks the language of its book, or is refused before anything is made."""

from uuid import UUID

import pytest

from litink_app.errors import Refused
from litink_app.services import characters, library, production, voices
from tests.services.sql import sql
from tests.services.test_cast_review import lamp  # noqa: F401


async def test_the_voices_of_a_book_are_those_who_speak_its_language(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp

    found = {}
    for language in ("en", "es-MX", "tlh"):
        await sql("update book set language = :language", language=language)
        found[language] = {voice.language for voice in await voices.of_book(owner, book_id)}

    assert found == {"en": {"en"}, "es-MX": {"es"}, "tlh": set()}


async def test_a_book_that_nobody_can_read_aloud_is_refused_before_a_film_is_begun(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp
    chapter = (await library.book(owner, book_id)).chapters[0].id
    await sql("update book set language = 'de'")

    with pytest.raises(Refused, match="This book is in German, which no voice speaks yet"):
        await production.quote(owner, book_id, [chapter], "narration", 30, "1:1")
    with pytest.raises(Refused, match="in German"):
        await production.create(owner, book_id, [chapter], style="narration", seconds=30, aspect="1:1", key="one")
    with pytest.raises(Refused, match="in German"):
        await characters.cast_by_name(owner, book_id, {})

    assert await sql("select count(*) from production") == [(0,)]


async def test_nobody_speaks_in_a_book_of_another_language(lamp: tuple[UUID, UUID]) -> None:  # noqa: F811
    owner, book_id = lamp
    chapter = (await library.book(owner, book_id)).chapters[0].id
    await sql("update book set language = 'es'")

    with pytest.raises(Refused, match="George speaks English, and this book is in Spanish"):
        await production.create(owner, book_id, [chapter], style="narration", seconds=30, aspect="1:1", narrator="George", key="one")
    with pytest.raises(Refused, match="Emma speaks English"):
        await characters.choose_voice(owner, book_id, "wren", "bf_emma")
    await characters.choose_voice(owner, book_id, "wren", "ef_dora")

    assert await sql("select count(*) from production") == [(0,)]


def test_a_book_that_can_be_read_but_not_filmed_says_so() -> None:
    assert [voices.silence(language) for language in ("en-GB", "de", "")] == [
        "",
        "In German, which no voice speaks yet: it can be read, not filmed.",
        "In a language that could not be told: it can be read, not filmed.",
    ]
