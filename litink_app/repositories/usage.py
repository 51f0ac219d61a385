"""Queries on what people used in a month."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.account import Person, Usage


async def since(unit: AsyncSession, person_id: UUID, start: datetime) -> Mapping[str, int]:
    """Amounts by resource."""
    query = select(Usage.resource, func.sum(Usage.amount)).where(Usage.person_id == person_id, col(Usage.at) >= start)
    return {resource: int(amount) for resource, amount in (await unit.exec(query.group_by(Usage.resource))).all()}


async def queue_up(unit: AsyncSession, person_id: UUID) -> Person | None:
    """The person's row, held until this unit of work ends: those who take at the same time wait for each other."""
    return (await unit.exec(select(Person).where(Person.id == person_id).with_for_update())).one_or_none()


async def add(unit: AsyncSession, person_id: UUID, resource: str, amount: int, key: str | None) -> bool:
    """Count, once per `key`; tells whether it was counted now."""
    row = insert(Usage).values(id=func.gen_random_uuid(), person_id=person_id, resource=resource, amount=amount, key=key, at=func.now())
    counted_now = row.on_conflict_do_nothing(index_elements=["key"]).returning(col(Usage.id))
    return (await unit.exec(counted_now)).first() is not None


async def counted(unit: AsyncSession, key: str) -> bool:
    return (await unit.exec(select(Usage.id).where(Usage.key == key))).first() is not None
