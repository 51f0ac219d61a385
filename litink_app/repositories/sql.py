"""Plain SQL in a unit of work: `:name` parameters, rows as mappings."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping, TextClause, text
from sqlmodel.ext.asyncio.session import AsyncSession


@lru_cache(maxsize=512)
def _parsed(statement: str) -> TextClause:
    return text(statement)


async def rows(unit: AsyncSession, statement: str, **values: Any) -> Sequence[RowMapping]:
    connection = await unit.connection()
    return (await connection.execute(_parsed(statement), values)).mappings().all()


async def row(unit: AsyncSession, statement: str, **values: Any) -> RowMapping | None:
    found = await rows(unit, statement, **values)
    return found[0] if found else None


async def act(unit: AsyncSession, statement: str, **values: Any) -> int:
    """Change something; gives how many rows."""
    connection = await unit.connection()
    return (await connection.execute(_parsed(statement), values)).rowcount


async def each(unit: AsyncSession, statement: str, many: Sequence[dict[str, Any]]) -> None:
    """The same change for many sets of values, in one go."""
    if many:
        connection = await unit.connection()
        await connection.execute(_parsed(statement), many)


_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def dumps(value: Any) -> str:
    """JSON for a `cast(:x as jsonb)`: floats must be finite and the NUL character, which Postgres cannot keep, is dropped."""
    return _NUL.sub(r"\1", json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":")))
