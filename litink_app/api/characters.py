"""`/characters`: the cast of a book and its voices."""

from uuid import UUID

from fastapi import APIRouter

from litink_app.api import bodies
from litink_app.api.caller import Creator
from litink_app.schemas.views import CharacterView, VoiceChoice
from litink_app.services import cast_pictures, characters, voices

router = APIRouter(prefix="/characters", tags=["characters"])


@router.get("")
async def cast(person: Creator, book_id: UUID) -> list[CharacterView]:
    """The characters of a book, once its plot is made."""
    return await characters.cast(UUID(person.id), book_id)


@router.post("/pictures", status_code=202)
async def draw(person: Creator, book_id: UUID) -> None:
    """Have portraits and reference sheets of the cast drawn; their addresses come with the cast."""
    await cast_pictures.ask(UUID(person.id), book_id)


@router.get("/voices")
async def offered(person: Creator, book_id: UUID | None = None) -> list[VoiceChoice]:
    """The voices to choose from; with `book_id` those who speak the language of that book."""
    return await voices.of_book(UUID(person.id), book_id) if book_id else voices.offered()


@router.patch("/{character_id}", status_code=204)
async def set_voice(person: Creator, character_id: UUID, body: bodies.VoiceOf) -> None:
    """Give a character another voice."""
    await characters.set_voice(UUID(person.id), character_id, body.voice_id)
