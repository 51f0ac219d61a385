"""Plots and character cards; ownership is part of every query."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.plot import CharacterCard, Plot


async def latest(unit: AsyncSession, owner: UUID, book: UUID) -> Plot | None:
    """The newest version of the book's plot."""
    query = select(Plot).where(Plot.owner_id == owner, Plot.book_id == book).order_by(col(Plot.version).desc()).limit(1)
    return (await unit.exec(query)).first()


async def add(unit: AsyncSession, owner: UUID, book: UUID, data: dict[str, Any]) -> Plot:
    """A new version; the same data as the newest gives the newest."""
    newest = await latest(unit, owner, book)
    if newest is not None and newest.data == data:
        return newest
    plot = Plot(owner_id=owner, book_id=book, version=newest.version + 1 if newest else 1, data=data)
    unit.add(plot)
    await unit.flush()
    return plot


async def cards(unit: AsyncSession, owner: UUID, book: UUID) -> Sequence[CharacterCard]:
    """The book's character cards, the most important first."""
    query = select(CharacterCard).where(CharacterCard.owner_id == owner, CharacterCard.book_id == book).order_by(col(CharacterCard.rank))
    return (await unit.exec(query)).all()


async def card(unit: AsyncSession, owner: UUID, card_id: UUID) -> CharacterCard | None:
    query = select(CharacterCard).where(CharacterCard.owner_id == owner, CharacterCard.id == card_id).with_for_update()
    return (await unit.exec(query)).first()
