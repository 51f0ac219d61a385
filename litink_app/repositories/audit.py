"""Queries on the audit log."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import tuple_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.audit import AuditEntry


async def newest(unit: AsyncSession, after: UUID | None, limit: int) -> Sequence[AuditEntry]:
    """Entries before `after`, newest first."""
    query = select(AuditEntry)
    if after:
        mark = select(AuditEntry.at, AuditEntry.id).where(AuditEntry.id == after)
        query = query.where(tuple_(col(AuditEntry.at), col(AuditEntry.id)) < mark.scalar_subquery())
    return (await unit.exec(query.order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc()).limit(limit))).all()
