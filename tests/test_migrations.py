"""What was made before a change of the tables is found after it."""

import asyncio
import json
from uuid import uuid4

from alembic import command

from litink_app.migrations import config_for, upgrade
from tests.services.sql import sql

OLD_LOOK = {"seconds": 30, "blobs": {"sketch": {"key": "a/b", "asset": "1"}, "scene-1": {"key": "c/d", "asset": "2"}}}


async def test_quick_looks_of_earlier_days_are_found_under_their_name_of_today(database: str) -> None:
    run, owner = uuid4(), uuid4()
    await asyncio.to_thread(command.downgrade, config_for(database), "0006")
    await sql(
        "insert into run (id, owner_id, kind, idempotency_key, status, priority, error, forecast)"
        """ values (:run, :owner, 'film', 'one', 'done', 0, '', '{"plot": 1, "sketch": 1}')""",
        run=run,
        owner=owner,
    )
    for name, result in (("plot", {}), ("sketch", OLD_LOOK)):
        await sql(
            "insert into step (id, run_id, owner_id, key, kind, queue, position, priority, status, attempt, attempts, fraction, reused, error,"
            " seconds, result) values (:id, :run, :owner, :name, :name, 'plot', 0, 0, 'done', 1, 3, 1, false, '', 1, cast(:result as jsonb))",
            id=uuid4(),
            run=run,
            owner=owner,
            name=name,
            result=json.dumps(result),
        )
    await sql(
        "insert into asset (id, owner_id, key, media_type, bytes, name, run_id) values (:id, :owner, 'a/b', 'video/mp4', 1, 'sketch', :run)",
        id=uuid4(),
        owner=owner,
        run=run,
    )

    await asyncio.to_thread(upgrade, database)

    made = {"seconds": 30, "blobs": {"animatic": {"key": "a/b", "asset": "1"}, "scene-1": {"key": "c/d", "asset": "2"}}}
    assert await sql("select key, kind, result from step order by kind") == [("animatic", "animatic", made), ("plot", "plot", {})]
    assert await sql("select name from asset") == [("animatic",)]
    assert await sql("select forecast from run") == [({"plot": 1, "animatic": 1},)]
