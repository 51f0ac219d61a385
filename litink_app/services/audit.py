"""The audit log: written in the unit of work of the act itself, so that neither is there without the other."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.audit import AuditEntry


def note(unit: AsyncSession, act: str, *, actor: UUID | None, subject: object = "", address: str = "", **details: Any) -> None:
    """Keep that `actor` did `act` to `subject`."""
    unit.add(AuditEntry(actor_id=actor, act=act, subject=str(subject), address=address[:64], details=details))
