"""Intents: what was about to be paid for, so that a crash is followed by a question and never by a second order."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, row


async def add(unit: AsyncSession, values: dict[str, Any]) -> bool:
    """False where the same call was intended before."""
    made = await act(
        unit,
        """insert into intent (key, owner_id, run_id, step_id, input_hash, turn, provider, usd, status)
        values (:key, :owner_id, :run_id, :step_id, :input_hash, :turn, :provider, :usd, 'open') on conflict (key) do nothing""",
        **values,
    )
    return made == 1


async def is_open(unit: AsyncSession, key: str) -> bool:
    found = await row(unit, "select status from intent where key = :key", key=key)
    return found is not None and found["status"] == "open"


async def ordered(unit: AsyncSession, owner_id: UUID, input_hash: str, remote_id: str) -> None:
    await act(
        unit,
        "update intent set remote_id = :remote where owner_id = :owner and input_hash = :hash and status = 'open'",
        owner=owner_id,
        hash=input_hash,
        remote=remote_id,
    )


async def close(unit: AsyncSession, owner_id: UUID, input_hash: str, status: str) -> Decimal:
    """Settle or void what is open for an input; gives what had been expected to be paid."""
    found = await row(
        unit,
        """with closed as (update intent set status = :status where owner_id = :owner and input_hash = :hash and status = 'open' returning usd)
        select coalesce(sum(usd), 0) as usd from closed""",
        owner=owner_id,
        hash=input_hash,
        status=status,
    )
    return found["usd"] if found else Decimal(0)
