"""The pronunciation lexicon of a book: what a person wants to be said for a word, in every film from then on."""

import re
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import NotFound, Refused, TooMuch
from litink_app.models.book import BookRecord
from litink_app.repositories import books, lexicons
from litink_app.schemas.views import PronunciationView
from litink_app.services.accounts import uuid
from litink_app.services.names import plain

LONGEST, MOST = 60, 500
PHONEMES = frozenset("AIOQSTWYabdefhijklmnopqrstuvwxzæçðøŋœɐɑɒɔɕəɚɛɜɟɡɣɤɥɨɪɯɰɲɳɴɸɹɽɾʁʂʃʈʊʋʌʎʒʔʝʣʤʥʦʧʨβθχᵊᵻᵝ ˈˌː")
"""The letters between strokes that the voices can read."""
_SILENT = frozenset(" ˈˌː")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[^\W_][\w'’. -]*")
_RESPELLED = re.compile(r"[^\W\d_][^\W\d_'’ -]*(?:['’ -][^\W\d_]+)*")


async def entries(owner: UUID, book_id: UUID | str) -> list[PronunciationView]:
    """The owner's book's lexicon, by word."""
    async with db.session() as unit:
        record = await _book(unit, owner, book_id)
        return [PronunciationView(word, said) for word, said in (await lexicons.of_book(unit, record.id)).items()]


async def say(owner: UUID, book_id: UUID | str, word: str, said: str) -> None:
    """Say the word so from now on: a respelling as it sounds, or phonemes between strokes."""
    clean, sound = plain(word), plain(said)
    if len(clean) > LONGEST or not _WORD.fullmatch(clean):
        raise Refused("Write the word as it stands in the book: letters, figures, hyphens.")
    if len(sound) > LONGEST or not _speakable(sound):
        raise Refused("Write how it sounds in letters, such as Meelky, or its phonemes between strokes, such as /mˈilki/.")
    async with db.session() as unit:
        record = await _book(unit, owner, book_id, lock=True)
        known = await lexicons.of_book(unit, record.id)
        if clean not in known and len(known) >= MOST:
            raise TooMuch(f"A book's lexicon can have {MOST} words.")
        await lexicons.put(unit, record.id, clean, sound)


async def forget(owner: UUID, book_id: UUID | str, word: str) -> None:
    """Say the word as the voices would by themselves."""
    async with db.session() as unit:
        record = await _book(unit, owner, book_id)
        if not await lexicons.drop(unit, record.id, word):
            raise NotFound("The lexicon has no such word.")


def used_in(lexicon: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
    """The entries whose words these texts have: only what they say depends on them."""
    text = "\n".join(texts)
    return {word: said for word, said in lexicon.items() if re.search(rf"(?<!\w){re.escape(word)}(?:['’]s)?(?!\w)", text)}


def _speakable(said: str) -> bool:
    """Also that something is to be heard: a line of a silent word could not be spoken, and its film not be made."""
    if said.startswith("/"):
        return len(said) > 2 and said.endswith("/") and set(said[1:-1]) <= PHONEMES and not set(said[1:-1]) <= _SILENT
    return _RESPELLED.fullmatch(said) is not None and _LATIN.search(said) is not None


async def _book(unit: AsyncSession, owner: UUID, book_id: UUID | str, *, lock: bool = False) -> BookRecord:
    record = await books.find(unit, owner, uuid(book_id), lock=lock)
    if record is None:
        raise NotFound
    return record
