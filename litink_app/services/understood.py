"""What is understood of a book with its owner's corrections: the one way in for everything that is made from it."""

from uuid import UUID, uuid5

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.book import BookRecord
from litink_app.repositories import corrections, understandings
from litink_app.schemas.correction import Corrected, Correction, Verb
from litink_app.schemas.understanding import Understanding
from litink_app.understanding.corrections import apply


async def load(unit: AsyncSession, book_id: UUID) -> Understanding:
    """As `understandings.load`, corrected. The caller has checked whose book it is."""
    return (await corrected(unit, book_id)).found


async def corrected(unit: AsyncSession, book_id: UUID) -> Corrected:
    """The same with the voices that were chosen, and which corrections still fit."""
    found = await understandings.load(unit, book_id)
    made = await corrections.of_book(unit, book_id)
    if not made:
        return Corrected(found, {}, frozenset())
    return apply(found, made, await corrections.text(unit, book_id))


async def stamp(unit: AsyncSession, record: BookRecord) -> None:
    """Give the book the digest of its file and of all corrections, by which scripts know that they are old. Voices change no script."""
    made = [_said(one) for one in await corrections.of_book(unit, record.id) if one.verb is not Verb.VOICE]
    changes = repr(record.corrections) if record.corrections else ""
    changes += repr(made) if made else ""
    record.digest = f"{record.hash}:{uuid5(record.id, changes).hex[:12]}" if changes else record.hash
    unit.add(record)


def _said(one: Correction) -> tuple[str | int, ...]:
    return (one.verb.value, one.who, one.who_key, one.value, one.value_key, one.start, one.words)
