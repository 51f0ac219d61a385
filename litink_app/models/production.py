"""Productions: what film was asked for, the script as it was last edited, and the run that makes it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from litink_app.models.run import json_column, now_column


class Production(SQLModel, table=True):
    """A film of a book. `chapters` are ids in the order of telling; `script` is set once a person has changed it.

    A film outlives its book; then `book_id` is None. `take` counts the runs: an edit starts the next, which makes anew only what depends on the edit.
    """

    __table_args__ = (UniqueConstraint("owner_id", "key"), CheckConstraint("seconds between 5 and 14400", name="seconds_sane"))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(index=True)
    book_id: UUID | None = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="SET NULL"), index=True))
    book_title: str = ""
    key: str
    title: str
    chapters: list[str] = Field(default_factory=list, sa_column=Column(JSONB, nullable=False))
    options: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    seconds: int
    script: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB(none_as_null=True)))
    take: int = 1
    run_id: UUID | None = Field(default=None, index=True)
    created: datetime | None = Field(default=None, sa_column=now_column())
