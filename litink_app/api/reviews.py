"""`/books/{book_id}`: what was read and understood, with how sure it is, and a person's corrections of cast and speakers."""

from uuid import UUID

from fastapi import APIRouter

from litink_app.api import bodies
from litink_app.api.caller import Creator, Member
from litink_app.schemas.review import CastReview, ImportReview, SpokenChapter
from litink_app.schemas.views import PronunciationView
from litink_app.services import cast_review, characters, import_review, lexicon, quote_review

router = APIRouter(prefix="/books/{book_id}", tags=["books"])


@router.get("/chapters")
async def chapters(person: Member, book_id: UUID) -> ImportReview:
    """Every chapter, those that are left out too, with how sure the reading is of it."""
    return await import_review.review(UUID(person.id), book_id)


@router.get("/cast")
async def cast(person: Member, book_id: UUID) -> CastReview:
    """Everybody in the book, and what was corrected."""
    return await cast_review.review(UUID(person.id), book_id)


@router.patch("/cast/{name_id}", status_code=204)
async def correct(person: Member, book_id: UUID, name_id: str, body: bodies.CastChange) -> None:
    """Rename, set gender or importance; what is not named stays."""
    which = (UUID(person.id), book_id, name_id)
    if body.gender is not None:
        await cast_review.set_gender(*which, body.gender)
    if body.importance is not None:
        await cast_review.set_importance(*which, body.importance)
    if body.name is not None:
        await cast_review.rename(*which, body.name)


@router.post("/cast/{name_id}/voice", status_code=204)
async def voice(person: Creator, book_id: UUID, name_id: str, body: bodies.VoiceOf) -> None:
    """Give somebody a voice, before or after there is a film of them."""
    await characters.choose_voice(UUID(person.id), book_id, name_id, body.voice_id)


@router.post("/cast/{name_id}/merge", status_code=204)
async def merge(person: Member, book_id: UUID, name_id: str, body: bodies.SamePerson) -> None:
    """The two are one person."""
    await cast_review.merge(UUID(person.id), book_id, name_id, body.into)


@router.post("/cast/{name_id}/split", status_code=204)
async def split(person: Member, book_id: UUID, name_id: str, body: bodies.OtherPerson) -> None:
    """The alias belongs to somebody else."""
    await cast_review.split_off(UUID(person.id), book_id, name_id, body.alias)


@router.get("/chapters/{chapter_id}/quotes")
async def quotes(person: Member, book_id: UUID, chapter_id: UUID) -> SpokenChapter:
    """The chapter with its quotations: who says each, how sure that is and why."""
    return await quote_review.review(UUID(person.id), book_id, chapter_id)


@router.post("/quotes", status_code=204)
async def say(person: Member, book_id: UUID, body: bodies.Speaker) -> None:
    """Give the quotation that starts at an offset of the book's text to somebody, or with "" to nobody."""
    await quote_review.say(UUID(person.id), book_id, body.start, body.speaker)


@router.delete("/corrections/{correction_id}", status_code=204)
async def forget(person: Member, book_id: UUID, correction_id: UUID) -> None:
    """Take a correction of cast or speakers back."""
    await cast_review.forget(UUID(person.id), book_id, correction_id)


@router.get("/lexicon")
async def words(person: Member, book_id: UUID) -> list[PronunciationView]:
    """How words of the book are said."""
    return await lexicon.entries(UUID(person.id), book_id)


@router.post("/lexicon", status_code=204)
async def say_word(person: Creator, book_id: UUID, body: bodies.Pronunciation) -> None:
    """Say a word so from now on: respelled as it sounds, or by its phonemes between strokes."""
    await lexicon.say(UUID(person.id), book_id, body.word, body.said)


@router.delete("/lexicon/{word}", status_code=204)
async def forget_word(person: Creator, book_id: UUID, word: str) -> None:
    """Say a word as the voices would by themselves."""
    await lexicon.forget(UUID(person.id), book_id, word)
