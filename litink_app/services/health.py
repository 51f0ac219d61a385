"""Whether the truth can be reached."""

import asyncio

from litink_app import db
from litink_app.repositories import sql

PATIENCE_SECONDS = 2.0


async def reachable() -> bool:
    """Whether the database answers within two seconds."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), db.session() as unit:
            return await sql.row(unit, "select 1") is not None
    except Exception:
        return False
