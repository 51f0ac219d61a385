"""Intents: what was about to be paid for, so that a crash is followed by a question and never by a second order."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act


async def add(unit: AsyncSession, values: dict[str, Any]) -> bool:
    """False where the same call was intended before."""
    made = await act(
        unit,
        """insert into intent (key, owner_id, run_id, step_id, input_hash, turn, provider, usd, status)
        values (:key, :owner_id, :run_id, :step_id, :input_hash, :turn, :provider, :usd, 'open') on conflict (key) do nothing""",
        **values,
    )
    return made == 1


async def ordered(unit: AsyncSession, owner_id: UUID, input_hash: str, remote_id: str) -> None:
    await act(
        unit,
        "update intent set remote_id = :remote where owner_id = :owner and input_hash = :hash and status = 'open'",
        owner=owner_id,
        hash=input_hash,
        remote=remote_id,
    )


async def void(unit: AsyncSession, owner_id: UUID, input_hash: str) -> None:
    """What is open for an input will never come: the next order is a new one."""
    await act(
        unit,
        "update intent set status = 'void' where owner_id = :owner and input_hash = :hash and status = 'open'",
        owner=owner_id,
        hash=input_hash,
    )
