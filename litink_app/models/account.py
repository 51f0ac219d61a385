"""People and their sign-ins. Secrets are kept as hashes only."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, DateTime, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from litink_app.models.run import among

ROLES = ("learner", "creator", "author", "admin")
TIERS = ("free", "basic", "standard", "premium", "professional")


def now() -> datetime:
    return datetime.now(UTC)


def _moment(**kwargs: Any) -> Any:
    return Field(default_factory=now, sa_type=DateTime(timezone=True), **kwargs)


class Person(SQLModel, table=True):
    """`email` in lower case; `password_hash` is empty for one who only comes by link; `owner` marks the first one."""

    __table_args__ = (among("role", ROLES), among("tier", TIERS))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str = Field(unique=True)
    name: str
    password_hash: str = ""
    role: str = "creator"
    tier: str = "free"
    owner: bool = False
    locked: bool = False
    created: datetime = _moment()


class SignIn(SQLModel, table=True):
    """A browser's session (`kind` web) or an API client's refresh family (`kind` api); `token_hash` is SHA-256."""

    __tablename__ = "sign_in"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    kind: str = "web"
    token_hash: bytes = Field(unique=True)
    agent: str = ""
    address: str = ""
    created: datetime = _moment()
    last_seen: datetime = _moment()
    expires: datetime = _moment()


class SpentToken(SQLModel, table=True):
    """A refresh token that was exchanged: seen again, it was stolen, and its sign-in ends."""

    __tablename__ = "spent_token"  # pyright: ignore[reportAssignmentType]

    token_hash: bytes = Field(primary_key=True)
    sign_in_id: UUID = Field(foreign_key="sign_in.id", ondelete="CASCADE", index=True)
    at: datetime = _moment()


class LinkToken(SQLModel, table=True):
    """A sign-in link: once, and not for long."""

    __tablename__ = "link_token"  # pyright: ignore[reportAssignmentType]

    token_hash: bytes = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    expires: datetime = _moment()


class Attempt(SQLModel, table=True):
    """One try that counts against a limit; `subject` is a hash of what is limited."""

    __table_args__ = (Index("attempt_window", "subject", "at"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    subject: str
    at: datetime = _moment(index=True)


class Usage(SQLModel, table=True):
    """What a person used of a limited resource."""

    __table_args__ = (Index("usage_window", "person_id", "resource", "at"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE")
    resource: str
    amount: int = 1
    key: str | None = Field(default=None, unique=True)
    at: datetime = _moment()


class Reply(SQLModel, table=True):
    """The answer to a creating POST, kept under the caller's idempotency key."""

    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", primary_key=True)
    key: str = Field(primary_key=True)
    request_hash: bytes
    status: int | None = None
    body: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))
    at: datetime = _moment(index=True)
