"""The audit log: every privileged act, kept for good."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, DateTime
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from litink_app.models.account import now


class AuditEntry(SQLModel, table=True):
    """`actor_id` did `act` to `subject`; no foreign keys, so that it outlives both."""

    __tablename__ = "audit_entry"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=DateTime(timezone=True), index=True)
    actor_id: UUID | None = None
    act: str
    subject: str = ""
    address: str = ""
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))
