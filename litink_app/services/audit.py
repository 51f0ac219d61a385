"""The audit log: written in the unit of work of the act itself, so that neither is there without the other."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.models.audit import AuditEntry
from litink_app.repositories import audit


@dataclass(frozen=True, slots=True)
class AuditView:
    id: str
    at: str
    actor: str
    act: str
    subject: str
    address: str
    details: dict[str, Any]


def note(unit: AsyncSession, act: str, *, actor: UUID | None, subject: object = "", address: str = "", **details: Any) -> None:
    """Keep that `actor` did `act` to `subject`."""
    unit.add(AuditEntry(actor_id=actor, act=act, subject=str(subject), address=address[:64], details=details))


async def entries(after: UUID | None = None, limit: int = 50) -> list[AuditView]:
    """For admins: what was done, newest first."""
    async with db.session() as unit:
        return [_view(entry) for entry in await audit.newest(unit, after, limit)]


def _view(entry: AuditEntry) -> AuditView:
    actor = str(entry.actor_id or "")
    return AuditView(str(entry.id), entry.at.isoformat(), actor, entry.act, entry.subject, entry.address, entry.details)
