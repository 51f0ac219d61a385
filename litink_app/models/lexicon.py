"""How words of a book are said: a person's own lexicon, one row a word."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Column, ForeignKey, UniqueConstraint
from sqlalchemy import Uuid as UuidType
from sqlmodel import Field, SQLModel

from litink_app.models.run import now_column


class Pronunciation(SQLModel, table=True):
    """A `word` as it is written, and what is `said` for it: a respelling ("Meelky") or phonemes between strokes ("/mˈilki/")."""

    __table_args__ = (UniqueConstraint("book_id", "word"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    book_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), nullable=False))
    word: str
    said: str
    created: datetime | None = Field(default=None, sa_column=now_column())
