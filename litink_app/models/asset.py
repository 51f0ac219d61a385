"""Files that belong to people; their bytes lie in the blob store under `key`."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index
from sqlalchemy import Uuid as UuidType
from sqlmodel import Field, SQLModel

from litink_app.models.run import now_column


class Asset(SQLModel, table=True):
    """A stored file of its owner. Those made by a run go with the run; the blob goes when no asset names its key."""

    __table_args__ = (
        Index("asset_by_key", "key"),
        Index("asset_by_owner", "owner_id", "created"),
        Index("asset_by_run", "run_id"),
        CheckConstraint("bytes >= 0", name="bytes_not_negative"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID
    key: str
    media_type: str
    bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    name: str
    run_id: UUID | None = Field(default=None, sa_column=Column(UuidType, ForeignKey("run.id", ondelete="CASCADE")))
    created: datetime | None = Field(default=None, sa_column=now_column())
