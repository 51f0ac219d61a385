"""The voices that can be chosen, and whether a book's language is spoken at all."""

from collections.abc import Sequence
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.providers.live import live
from litink_app.repositories import books
from litink_app.schemas.language import name_of, short, unheard, unspoken
from litink_app.schemas.views import VoiceChoice
from litink_app.services import accounts

SOME = 12
"""So many voices are named where one was asked for that there is not."""


def offered() -> list[VoiceChoice]:
    """All voices."""
    return [VoiceChoice(voice.id, voice.name, voice.gender, voice.accent, voice.language) for voice in live().voice.voices()]


def called(name: str) -> VoiceChoice:
    """The voice with this id or name; Refused with the first of those that there are."""
    known = offered()
    wanted = name.strip().casefold()
    for voice in known:
        if wanted in (voice.id.casefold(), voice.name.casefold()):
            return voice
    some = ", ".join(voice.id for voice in known[:SOME])
    more = f" and {len(known) - SOME} more; `litink voices` lists them all" if len(known) > SOME else ""
    raise Refused(f"There is no voice called “{name.strip()[:40]}”. There are {some}{more}.")


def check(language: str, *chosen: str) -> None:
    """Refused where nobody speaks the language of a book, or one of those chosen by their ids does not."""
    code, known = short(language), {voice.id: voice for voice in offered()}
    if code not in {voice.language for voice in known.values()}:
        raise Refused(unspoken(code, (voice.language for voice in known.values())))
    for id in chosen:
        if id not in known:
            raise Refused("There is no such voice.")
        if known[id].language != code:
            raise Refused(f"{known[id].name} speaks {name_of(known[id].language)}, and this book is in {name_of(code)}.")


def silence(language: str) -> str:
    """A sentence for a book in a language that nobody speaks, "" where somebody does."""
    code = short(language)
    return "" if any(voice.language == code for voice in offered()) else unheard(code)


async def of_book(owner: UUID, book_id: UUID | str) -> list[VoiceChoice]:
    """Those who speak the language of the owner's book; nobody where it is not spoken."""
    code = short(await _language(owner, book_id))
    return [voice for voice in offered() if voice.language == code]


async def check_for(owner: UUID, book_id: UUID | str, chosen: Sequence[str]) -> None:
    """As `check`, for the owner's book."""
    check(await _language(owner, book_id), *chosen)


async def _language(owner: UUID, book_id: UUID | str) -> str:
    async with db.session() as unit:
        record = await books.find(unit, owner, accounts.uuid(book_id))
    if record is None:
        raise NotFound
    return record.language
