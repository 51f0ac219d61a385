"""Corrections of cast and speakers, one row each, in the order in which they were made."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, ForeignKey, Text, UniqueConstraint
from sqlalchemy import Uuid as UuidType
from sqlmodel import Field, SQLModel

from litink_app.models.run import among, now_column

VERBS = ("rename", "merge", "split", "gender", "importance", "voice", "speaker")


def _words() -> Column[Any]:
    return Column(Text, nullable=False, server_default="")


class CorrectionRecord(SQLModel, table=True):
    """A `schemas.correction.Correction` of a book; it outlives every reading and understanding of it."""

    __tablename__ = "correction"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("book_id", "number"), among("verb", VERBS))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    book_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), nullable=False))
    number: int
    verb: str
    who: str = Field(default="", sa_column=_words())
    who_key: str = Field(default="", sa_column=_words())
    value: str = Field(default="", sa_column=_words())
    value_key: str = Field(default="", sa_column=_words())
    start: int = -1
    words: str = Field(default="", sa_column=_words())
    before: str = Field(default="", sa_column=_words())
    created: datetime | None = Field(default=None, sa_column=now_column())
