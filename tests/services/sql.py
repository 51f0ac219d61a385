"""A look into the tables, past all services."""

from typing import Any

from sqlalchemy import text

from litink_app import db


async def sql(statement: str, **values: object) -> list[tuple[Any, ...]]:
    async with db.session() as unit:
        found = await (await unit.connection()).execute(text(statement), values)
        return [tuple(row) for row in found.all()] if found.returns_rows else []
