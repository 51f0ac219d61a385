"""The local ledger of badges: entries that are only ever added, each carrying a signed Algorand transaction ready to submit."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Identity
from sqlmodel import Field, SQLModel

from litink_app.models.run import json_column, now_column


class ChainEntry(SQLModel, table=True):
    """`signed` is the transaction in base64 msgpack; `previous` the `tx` of the entry before, so that none can go missing unseen."""

    __tablename__ = "chain_entry"  # pyright: ignore[reportAssignmentType]

    number: int | None = Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    key: str = Field(unique=True)
    tx: str = Field(unique=True)
    previous: str = ""
    name: str
    info: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    signed: str
    created: datetime | None = Field(default=None, sa_column=now_column())
