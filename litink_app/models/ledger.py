"""Money in double entry: the lines of each transaction sum to zero, and purses of people never go below it."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, Numeric, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from litink_app.models.run import now_column


class LedgerEntry(SQLModel, table=True):
    """One line: `amount` US dollars into (or out of) `account`. `key` names the transaction and makes it happen once.

    Accounts: `wallet:{owner}`, `held:{run}`, `paid:{provider}`, `house`.
    """

    __tablename__ = "ledger_entry"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        UniqueConstraint("key", "account"),
        Index("ledger_by_run", "run_id"),
        Index("ledger_by_owner", "owner_id", "created"),
    )

    id: int | None = Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    key: str
    kind: str
    account: str
    owner_id: UUID
    run_id: UUID | None = None
    step_id: UUID | None = None
    amount: Decimal = Field(sa_column=Column(Numeric(18, 9), nullable=False))
    created: datetime | None = Field(default=None, sa_column=now_column())


class Purse(SQLModel, table=True):
    """The balance of a wallet or of a run's reservation; the database itself refuses to let it go below zero."""

    __table_args__ = (CheckConstraint("balance >= 0", name="balance_not_negative"),)

    account: str = Field(primary_key=True)
    owner_id: UUID = Field(index=True)
    run_id: UUID | None = None
    balance: Decimal = Field(default=Decimal(0), sa_column=Column(Numeric(18, 9), nullable=False, server_default=text("0")))
    created: datetime | None = Field(default=None, sa_column=now_column())
