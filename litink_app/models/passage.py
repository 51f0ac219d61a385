"""Passages of books with what a search needs: words and a vector of the model that made it."""

from typing import Any
from uuid import UUID, uuid4

from pgvector.sqlalchemy import HALFVEC
from sqlalchemy import Column, Computed, ForeignKey, Index, Text
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import Field, SQLModel

DIMENSIONS = 384


class PassageRecord(SQLModel, table=True):
    """`text[start:stop]` of a book; `parent` is the passage that a window of three sentences lies in, null for a passage itself.

    `model` names who made `vector`; both are empty until the background has come to it.
    """

    __tablename__ = "passage"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("passage_of_book", "book_id", "start"),
        Index("passage_words", "terms", postgresql_using="gin"),
        Index(
            "passage_meaning",
            "vector",
            postgresql_using="hnsw",
            postgresql_ops={"vector": "halfvec_cosine_ops"},
            postgresql_with={"ef_construction": 128},
        ),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    book_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("book.id", ondelete="CASCADE"), nullable=False))
    parent: UUID | None = Field(
        default=None, sa_column=Column(UuidType, ForeignKey("passage.id", ondelete="CASCADE"), nullable=True, index=True)
    )
    start: int
    stop: int
    words: str = Field(sa_column=Column(Text, nullable=False))
    model: str = ""
    vector: Any = Field(default=None, sa_column=Column(HALFVEC(DIMENSIONS), nullable=True))
    terms: Any = Field(default=None, sa_column=Column(TSVECTOR, Computed("to_tsvector('english', words)", persisted=True)))
