"""Assets: the files that people own, over a blob store that knows only keys."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, each, row, rows


async def add(unit: AsyncSession, files: list[dict[str, Any]]) -> None:
    """`files` hold id, owner_id, key, media_type, bytes, name and run_id (None where no run made it)."""
    await each(
        unit,
        """insert into asset (id, owner_id, key, media_type, bytes, name, run_id)
        values (:id, :owner_id, :key, :media_type, :bytes, :name, :run_id)""",
        files,
    )


async def guard(unit: AsyncSession, keys: Iterable[str]) -> None:
    """Until the unit ends, no sweep takes these blobs away."""
    for key in sorted(set(keys)):
        await act(unit, "select pg_advisory_xact_lock_shared(hashtextextended(:key, 71))", key=key)


async def may_sweep(unit: AsyncSession, key: str) -> bool:
    """Whether no asset names the blob and nobody is about to; holds that state until the unit ends."""
    found = await row(unit, "select pg_try_advisory_xact_lock(hashtextextended(:key, 71)) as held", key=key)
    if not found or not found["held"]:
        return False
    return await row(unit, "select 1 from asset where key = :key limit 1", key=key) is None


async def missing(unit: AsyncSession, owner_id: UUID, keys: list[str]) -> bool:
    """Whether the owner lacks an asset for one of the keys."""
    if not keys:
        return False
    found = await row(
        unit, "select count(distinct key) as n from asset where owner_id = :owner and key = any(:keys)", owner=owner_id, keys=keys
    )
    return not found or found["n"] < len(set(keys))


async def unnamed(unit: AsyncSession, keys: list[str]) -> list[str]:
    """Those of the keys that no asset names."""
    found = await rows(
        unit,
        "select k.key from unnest(cast(:keys as text[])) as k(key) where not exists (select from asset a where a.key = k.key)",
        keys=keys,
    )
    return [one["key"] for one in found]


async def drop(unit: AsyncSession, owner_id: UUID, asset_id: UUID) -> None:
    await act(unit, "delete from asset where id = :id and owner_id = :owner", id=asset_id, owner=owner_id)


async def find(unit: AsyncSession, asset_id: UUID, owner_id: UUID | None = None) -> RowMapping | None:
    """The asset; with an owner only if it is theirs."""
    return await row(
        unit,
        """select id, owner_id, key, media_type, bytes, name, run_id, created from asset
        where id = :id and (cast(:owner as uuid) is null or owner_id = :owner)""",
        id=asset_id,
        owner=owner_id,
    )
