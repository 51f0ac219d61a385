"""Plots of books by version, and the card of each character: what the story and the makers of films need to know of them."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, ForeignKey, UniqueConstraint
from sqlalchemy import Uuid as UuidType
from sqlmodel import Field, SQLModel

from litink_app.models.run import json_column, now_column


class Plot(SQLModel, table=True):
    """A version of a book's plot; `data` is a `schemas.plot.PlotOverview`."""

    __table_args__ = (UniqueConstraint("book_id", "version"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(index=True)
    book_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), nullable=False))
    version: int
    data: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    created: datetime | None = Field(default=None, sa_column=now_column())


class CharacterCard(SQLModel, table=True):
    """One character of a book. `part` is a `schemas.plot.Part`, `look` a `schemas.picture.Look`; `own_voice` was chosen by a person."""

    __tablename__ = "character_card"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("book_id", "character"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(index=True)
    book_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), nullable=False))
    character: str
    rank: int = 0
    part: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    look: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    voice: str = ""
    own_voice: bool = False
    created: datetime | None = Field(default=None, sa_column=now_column())
