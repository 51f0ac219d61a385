"""What must be told to the outside once a transaction has committed."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, func
from sqlmodel import Field, SQLModel

from litink_app.models.run import json_column, now_column, time_column


class Outbox(SQLModel, table=True):
    """One message; deleted once delivered. `due` is when the sweeper reminds of it, `held_until` keeps it with who delivers it; so a crash
    only delays it. `key` makes it unique."""

    __table_args__ = (Index("outbox_due", "due"),)

    id: int | None = Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    topic: str
    key: str = Field(unique=True)
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    tries: int = 0
    created: datetime | None = Field(default=None, sa_column=now_column())
    due: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True), server_default=func.now(), nullable=False))
    held_until: datetime | None = Field(default=None, sa_column=time_column())
