"""The database's pools."""

import asyncio

from sqlalchemy import text

from litink_app import db

POOL = 12


async def _slow_reader() -> None:
    async with db.session() as unit:
        await (await unit.connection()).execute(text("select pg_sleep(60)"))


async def _reading() -> int:
    async with db.session(reserved=True) as unit:
        found = await (await unit.connection()).scalar(text("select count(*) from pg_stat_activity where query like '%pg_sleep(60)'"))
    return int(found or 0)


async def test_what_moves_runs_and_the_ledger_is_served_however_many_read_slowly(database: str) -> None:
    readers = [asyncio.create_task(_slow_reader()) for _ in range(200)]

    async with asyncio.timeout(30):
        while (served := await _reading()) < POOL:
            await asyncio.sleep(0.1)

    assert served == POOL
    assert not any(reader.done() for reader in readers)
    for reader in readers:
        reader.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
