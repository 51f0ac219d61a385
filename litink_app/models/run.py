"""Runs and their steps: the truth about everything that is being made. Times are the database's."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, ForeignKey, Index, Numeric, UniqueConstraint, func, text
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

RUN_STATUSES = ("queued", "running", "paused", "done", "failed", "cancelled")
STEP_STATUSES = ("waiting", "ready", "leased", "parked", "done", "dead", "cancelled")
INTENT_STATUSES = ("open", "settled", "void")


def now_column() -> Column[datetime]:
    """Aware UTC by the database's clock, set when the row is made."""
    return Column(DateTime(timezone=True), server_default=func.now(), nullable=False)


def time_column() -> Column[datetime]:
    return Column(DateTime(timezone=True), nullable=True)


def json_column() -> Column[Any]:
    return Column(JSONB, nullable=False, server_default=text("'{}'::jsonb"))


def among(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A check that the column holds one of the closed set."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} in ({listed})", name=f"{column}_known")


class Run(SQLModel, table=True):
    """One piece of work that somebody asked for; `forecast` tells how many steps of each kind are expected in the end."""

    __table_args__ = (
        UniqueConstraint("owner_id", "idempotency_key"),
        Index("run_by_owner", "owner_id", "created"),
        Index("run_by_status", "status", "created"),
        among("status", RUN_STATUSES),
        CheckConstraint("cap_usd >= 0", name="cap_not_negative"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID
    kind: str
    subject_id: UUID | None = Field(default=None, index=True)
    idempotency_key: str
    status: str = "queued"
    priority: int = 0
    cap_usd: Decimal | None = Field(default=None, sa_column=Column(Numeric(18, 9)))
    forecast: dict[str, int] = Field(default_factory=dict, sa_column=json_column())
    error: str = ""
    created: datetime | None = Field(default=None, sa_column=now_column())
    changed: datetime | None = Field(default=None, sa_column=now_column())
    started: datetime | None = Field(default=None, sa_column=time_column())
    finished: datetime | None = Field(default=None, sa_column=time_column())


class Step(SQLModel, table=True):
    """A node of a run. `fence` grows at each claim; `due` holds back retries and parked polls; `seconds` is from claim to result.

    `input_hash` is known from the first claim. No two steps of one owner work on the same hash at once.
    """

    __table_args__ = (
        UniqueConstraint("run_id", "key"),
        Index("step_ready", "queue", "owner_id", text("priority desc"), "created", "position", postgresql_where=text("status = 'ready'")),
        Index("step_leased", "owner_id", postgresql_where=text("status = 'leased'")),
        Index("step_lease_until", "lease_until", postgresql_where=text("status = 'leased'")),
        Index("step_parked", "due", postgresql_where=text("status = 'parked'")),
        Index("step_remote", "remote_id", postgresql_where=text("remote_id is not null")),
        Index("step_served", "owner_id", "claimed"),
        Index("step_pace", "kind", "finished", postgresql_where=text("status = 'done' and not reused")),
        Index("step_waits_for_twin", "owner_id", "input_hash", postgresql_where=text("status = 'ready' and input_hash is not null")),
        Index("step_same_input", "owner_id", "input_hash", unique=True, postgresql_where=text("status in ('leased', 'parked')")),
        among("status", STEP_STATUSES),
        CheckConstraint("attempt >= 0 and attempts >= 1", name="attempts_positive"),
        CheckConstraint("fraction between 0 and 1", name="fraction_range"),
        CheckConstraint("(status = 'leased') = (lease_until is not null)", name="lease_only_while_leased"),
        CheckConstraint("status <> 'done' or result is not null", name="done_has_result"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    run_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("run.id", ondelete="CASCADE"), nullable=False))
    owner_id: UUID
    key: str
    kind: str
    queue: str
    scene: int | None = None
    position: int = 0
    priority: int = 0
    params: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    status: str = "waiting"
    attempt: int = 0
    attempts: int = 3
    fence: int = Field(default=0, sa_column=Column(BigInteger, nullable=False, server_default=text("0")))
    lease_until: datetime | None = Field(default=None, sa_column=time_column())
    due: datetime | None = Field(default=None, sa_column=now_column())
    remote_id: str | None = None
    parked_since: datetime | None = Field(default=None, sa_column=time_column())
    input_hash: str | None = None
    fraction: float = 0.0
    patch: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    result: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB(none_as_null=True)))
    result_hash: str | None = None
    reused: bool = False
    error: str = ""
    seconds: float = 0.0
    created: datetime | None = Field(default=None, sa_column=now_column())
    changed: datetime | None = Field(default=None, sa_column=now_column())
    claimed: datetime | None = Field(default=None, sa_column=time_column())
    finished: datetime | None = Field(default=None, sa_column=time_column())


class StepNeed(SQLModel, table=True):
    """`step_id` may start when `need_id` is done."""

    __tablename__ = "step_need"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("step_need_backwards", "need_id"),)

    step_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("step.id", ondelete="CASCADE"), primary_key=True))
    need_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("step.id", ondelete="CASCADE"), primary_key=True))


class ResultCache(SQLModel, table=True):
    """What was made from given inputs, per owner: the same inputs are never paid for twice."""

    __tablename__ = "result_cache"  # pyright: ignore[reportAssignmentType]

    owner_id: UUID = Field(primary_key=True)
    input_hash: str = Field(primary_key=True)
    result: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    result_hash: str
    blobs: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSONB, nullable=False, server_default=text("'[]'::jsonb")))
    expand: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSONB, nullable=False, server_default=text("'[]'::jsonb")))
    created: datetime | None = Field(default=None, sa_column=now_column())


class Intent(SQLModel, table=True):
    """Written before a paid call. While it is open, the outcome is unknown: ask the provider by `key` or `remote_id`, never order anew.

    `turn` counts the orders for one input: a new one begins only when the last is settled or void.
    """

    __table_args__ = (
        Index("intent_by_input", "owner_id", "input_hash"),
        Index("intent_by_run", "run_id"),
        among("status", INTENT_STATUSES),
        CheckConstraint("usd >= 0", name="usd_not_negative"),
    )

    key: str = Field(primary_key=True)
    owner_id: UUID
    run_id: UUID | None = Field(default=None, sa_column=Column(UuidType, ForeignKey("run.id", ondelete="SET NULL")))
    step_id: UUID | None = Field(default=None, sa_column=Column(UuidType, ForeignKey("step.id", ondelete="SET NULL")))
    input_hash: str
    turn: int = 0
    provider: str
    usd: Decimal = Field(default=Decimal(0), sa_column=Column(Numeric(18, 9), nullable=False))
    status: str = "open"
    remote_id: str | None = None
    created: datetime | None = Field(default=None, sa_column=now_column())
