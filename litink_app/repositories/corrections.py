"""Corrections of cast and speakers, in the order in which they were made. The caller has checked whose book it is."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.correction import CorrectionRecord
from litink_app.repositories.sql import act, row
from litink_app.schemas.correction import Correction, Verb

_FIELDS = ("who", "who_key", "value", "value_key", "start", "words", "before")


async def of_book(unit: AsyncSession, book_id: UUID) -> list[Correction]:
    query = select(CorrectionRecord).where(CorrectionRecord.book_id == book_id).order_by(col(CorrectionRecord.number))
    found = (await unit.exec(query)).all()
    return [Correction(str(one.id), Verb(one.verb), **{name: getattr(one, name) for name in _FIELDS}) for one in found]


async def add(unit: AsyncSession, book_id: UUID, made: Correction) -> None:
    """Keep it as the last one; the caller holds the book's row."""
    last = await row(unit, "select coalesce(max(number), 0) as number from correction where book_id = :book", book=book_id)
    number = last["number"] + 1 if last else 1
    fields = {name: getattr(made, name) for name in _FIELDS}
    unit.add(CorrectionRecord(id=UUID(made.id), book_id=book_id, number=number, verb=made.verb.value, **fields))
    await unit.flush()


async def drop(unit: AsyncSession, book_id: UUID, correction_id: UUID) -> bool:
    """False where the book has no such correction."""
    return await act(unit, "delete from correction where book_id = :book and id = :id", book=book_id, id=correction_id) > 0


async def text(unit: AsyncSession, book_id: UUID) -> str:
    """The text in which the corrections look for their words."""
    found = await row(unit, "select text from book_text where book_id = :book", book=book_id)
    return found["text"] if found else ""
