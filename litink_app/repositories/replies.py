"""Queries on answers kept under idempotency keys."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.account import Reply


async def claim(unit: AsyncSession, person_id: UUID, key: str, request_hash: bytes, at: datetime, stale: datetime) -> bool:
    """Whether the key is now ours: new, or left unanswered since before `stale`."""
    row = insert(Reply).values(person_id=person_id, key=key, request_hash=request_hash, body={}, at=at)
    taken = row.on_conflict_do_update(
        index_elements=["person_id", "key"],
        set_={"at": at},
        where=(col(Reply.status).is_(None)) & (col(Reply.at) < stale) & (col(Reply.request_hash) == request_hash),
    )
    return (await unit.exec(taken.returning(col(Reply.key)))).first() is not None


async def find(unit: AsyncSession, person_id: UUID, key: str) -> Reply | None:
    return (await unit.exec(select(Reply).where(Reply.person_id == person_id, Reply.key == key))).one_or_none()


async def keep(unit: AsyncSession, person_id: UUID, key: str, status: int, body: dict[str, Any]) -> None:
    await unit.exec(update(Reply).where(col(Reply.person_id) == person_id, col(Reply.key) == key).values(status=status, body=body))


async def drop(unit: AsyncSession, person_id: UUID, key: str) -> None:
    await unit.exec(delete(Reply).where(col(Reply.person_id) == person_id, col(Reply.key) == key))


async def sweep(unit: AsyncSession, before: datetime) -> None:
    await unit.exec(delete(Reply).where(col(Reply.at) < before))
