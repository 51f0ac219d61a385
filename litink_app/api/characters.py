"""`/characters`: the cast of a book and its voices."""

from uuid import UUID

from fastapi import APIRouter

from litink_app.api import bodies
from litink_app.api.caller import Creator
from litink_app.schemas.views import CharacterView, VoiceChoice, VoiceSample
from litink_app.services import cast_pictures, characters, voice_samples, voices

router = APIRouter(prefix="/characters", tags=["characters"])


@router.get("")
async def cast(person: Creator, book_id: UUID) -> list[CharacterView]:
    """The characters of a book, once its plot is made."""
    return await characters.cast(UUID(person.id), book_id)


@router.post("/pictures", status_code=202)
async def draw(person: Creator, book_id: UUID) -> dict[str, UUID | None]:
    """Have portraits and reference sheets of the cast drawn; their addresses come with the cast. Gives the run, null where none is needed."""
    return {"run_id": await cast_pictures.ask(UUID(person.id), book_id)}


@router.get("/voices")
async def offered(person: Creator, book_id: UUID | None = None) -> list[VoiceChoice]:
    """The voices to choose from; with `book_id` those who speak the language of that book."""
    return await voices.of_book(UUID(person.id), book_id) if book_id else voices.offered()


@router.post("/voices/{voice_id}/sample", status_code=202)
async def hear(person: Creator, voice_id: str) -> dict[str, UUID]:
    """Have a sentence spoken in the voice, once for a person; gives the run that does it."""
    return {"run_id": await voice_samples.ask(UUID(person.id), voice_id)}


@router.get("/voices/{voice_id}/sample")
async def heard(person: Creator, voice_id: str) -> VoiceSample:
    """The sentence in the voice: its address once it is spoken."""
    return await voice_samples.sample(UUID(person.id), voice_id)


@router.patch("/{character_id}", status_code=204)
async def set_voice(person: Creator, character_id: UUID, body: bodies.VoiceOf) -> None:
    """Give a character another voice."""
    await characters.set_voice(UUID(person.id), character_id, body.voice_id)
