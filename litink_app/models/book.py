"""Books: what is known of them, their text, chapters as spans of it, pictures, and files on their way in."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from litink_app.models.run import among, json_column, now_column

STATUSES = ("reading", "ready", "failed")
KINDS = ("front", "body", "back")


def _list_column() -> Column[Any]:
    return Column(JSONB, nullable=False, server_default=text("'[]'::jsonb"))


def _of_book() -> Column[Any]:
    return Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), nullable=False, index=True)


class BookRecord(SQLModel, table=True):
    """A book of its owner. `hash` is SHA-256 of the file, `digest` changes with every change of its text or chapters.

    `corrections` are the owner's changes to the chapters in order, each tied to the words where it was made.
    """

    __tablename__ = "book"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("owner_id", "hash"), among("status", STATUSES))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(index=True)
    hash: str
    digest: str
    filename: str
    key: str
    title: str = ""
    authors: list[str] = Field(default_factory=list, sa_column=_list_column())
    language: str = ""
    direction: str = "ltr"
    status: str = "reading"
    message: str = ""
    words: int = 0
    sample: bool = False
    cover: str = ""
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    warnings: list[str] = Field(default_factory=list, sa_column=_list_column())
    corrections: list[dict[str, Any]] = Field(default_factory=list, sa_column=_list_column())
    run_id: UUID | None = Field(default=None, index=True)
    created: datetime | None = Field(default=None, sa_column=now_column())


class BookText(SQLModel, table=True):
    """The text of a book, its blocks and sources as compact rows, and the chapters as they were read."""

    __tablename__ = "book_text"  # pyright: ignore[reportAssignmentType]

    book_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), primary_key=True))
    text: str = Field(sa_column=Column(Text, nullable=False))
    blocks: list[list[Any]] = Field(default_factory=list, sa_column=_list_column())
    sources: list[list[Any]] = Field(default_factory=list, sa_column=_list_column())
    outline: list[dict[str, Any]] = Field(default_factory=list, sa_column=_list_column())


class ChapterRecord(SQLModel, table=True):
    """A chapter as `text[start:stop]` of its book; skipped ones are kept but not shown."""

    __tablename__ = "chapter"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        UniqueConstraint("book_id", "position", deferrable=True, initially="DEFERRED"),
        among("kind", KINDS),
        CheckConstraint('0 <= start and start <= "stop"', name="span_sane"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    book_id: UUID = Field(sa_column=_of_book())
    position: int
    kind: str
    number: int | None = None
    title: str = ""
    part: str = ""
    confidence: float = 0.0
    start: int
    stop: int
    words: int = 0
    skipped: bool = False


class BookFigure(SQLModel, table=True):
    """A picture of a book; the file is the asset."""

    __tablename__ = "book_figure"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("book_id", "name"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    book_id: UUID = Field(sa_column=_of_book())
    name: str
    alt: str = ""
    asset_id: UUID


class Upload(SQLModel, table=True):
    """A file on its way in; its bytes so far lie in the private folder under its id."""

    __table_args__ = (Index("upload_by_age", "created"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(index=True)
    filename: str
    size: int = Field(sa_column=Column(BigInteger, nullable=False))
    created: datetime | None = Field(default=None, sa_column=now_column())
