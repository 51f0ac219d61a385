"""What is understood of a book, in rows where a person may look at and correct it, compact where only programs do."""

from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, text
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel


def _book_key() -> Column[Any]:
    return Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), primary_key=True)


def _list_column() -> Column[Any]:
    return Column(JSONB, nullable=False, server_default=text("'[]'::jsonb"))


class Reading(SQLModel, table=True):
    """One per understood book: what has no rows of its own, as compact lists in the order of the text."""

    __tablename__ = "book_reading"  # pyright: ignore[reportAssignmentType]

    book_id: UUID = Field(sa_column=_book_key())
    sentences: list[Any] = Field(default_factory=list, sa_column=_list_column())
    mentions: list[Any] = Field(default_factory=list, sa_column=_list_column())
    objectives: list[Any] = Field(default_factory=list, sa_column=_list_column())
    relations: list[Any] = Field(default_factory=list, sa_column=_list_column())
    warnings: list[Any] = Field(default_factory=list, sa_column=_list_column())


class CharacterRecord(SQLModel, table=True):
    """A member of the cast; `character` is its id within the book."""

    __tablename__ = "book_character"  # pyright: ignore[reportAssignmentType]

    book_id: UUID = Field(sa_column=_book_key())
    character: str = Field(primary_key=True)
    position: int
    name: str
    aliases: list[str] = Field(default_factory=list, sa_column=_list_column())
    gender: str
    age: str
    being: str
    species: str = ""
    mentions: int
    importance: float
    first: int
    hints: list[Any] = Field(default_factory=list, sa_column=_list_column())


class QuoteRecord(SQLModel, table=True):
    """Direct speech at `text[start:stop]`; speaker and addressee are characters of the book."""

    __tablename__ = "book_quote"  # pyright: ignore[reportAssignmentType]

    book_id: UUID = Field(sa_column=_book_key())
    position: int = Field(primary_key=True)
    start: int
    stop: int
    words: str
    speaker: str | None = None
    addressee: str | None = None
    confidence: float
    evidence: str
    manner: str = ""


class SceneRecord(SQLModel, table=True):
    """A scene at `text[start:stop]`."""

    __tablename__ = "book_scene"  # pyright: ignore[reportAssignmentType]

    book_id: UUID = Field(sa_column=_book_key())
    position: int = Field(primary_key=True)
    start: int
    stop: int
    place: str = ""
    kit: str = ""
    time: str = ""
    weather: str = ""
    present: list[str] = Field(default_factory=list, sa_column=_list_column())
    props: list[str] = Field(default_factory=list, sa_column=_list_column())
    tension: float = 0.0
    sentiment: float = 0.0


class TermRecord(SQLModel, table=True):
    """A key term with the passage that defines it."""

    __tablename__ = "book_term"  # pyright: ignore[reportAssignmentType]

    book_id: UUID = Field(sa_column=_book_key())
    position: int = Field(primary_key=True)
    words: str
    definition: str
    start: int
    stop: int
