"""Productions and what their runs have made of them; ownership is part of every query."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.production import Production
from litink_app.repositories.sql import rows


async def find(unit: AsyncSession, owner: UUID, production: UUID, *, lock: bool = False) -> Production | None:
    query = select(Production).where(Production.owner_id == owner, Production.id == production)
    return (await unit.exec(query.with_for_update() if lock else query)).first()


async def by_key(unit: AsyncSession, owner: UUID, key: str) -> Production | None:
    return (await unit.exec(select(Production).where(Production.owner_id == owner, Production.key == key))).first()


async def underway(
    unit: AsyncSession, owner: UUID, book: UUID, chapters: Sequence[str], options: dict[str, Any], seconds: int, *, animatic: bool
) -> Production | None:
    """The owner's film of the very same wishes, its script unchanged, that is being made now."""
    found = await rows(
        unit,
        """select p.id from production p join run r on r.id = p.run_id
        where p.owner_id = :owner and p.book_id = :book and p.seconds = :seconds and p.script is null
            and :animatic = exists (select from step s where s.run_id = r.id and s.key = 'animatic')
            and not exists (select from film_media m where m.production_id = p.id)
            and p.chapters::jsonb = cast(:chapters as jsonb) and p.options::jsonb = cast(:options as jsonb)
            and r.status in ('queued', 'running', 'paused') order by p.created desc limit 1""",
        owner=owner,
        book=book,
        seconds=seconds,
        chapters=json.dumps(list(chapters)),
        options=json.dumps(options),
        animatic=animatic,
    )
    return await find(unit, owner, found[0]["id"]) if found else None


async def of(unit: AsyncSession, owner: UUID, book: UUID | None = None, limit: int = 200) -> Sequence[Production]:
    """The owner's productions, newest first."""
    query = select(Production).where(Production.owner_id == owner)
    if book:
        query = query.where(Production.book_id == book)
    return (await unit.exec(query.order_by(col(Production.created).desc()).limit(limit))).all()


async def states(unit: AsyncSession, runs: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Per run: status, percent and the finished step's result (`film`) or the first picture (`picture`)."""
    found = await rows(
        unit,
        """select r.id, r.status, coalesce(100 * avg(case when s.status = 'done' then 1 else s.fraction end), 0)::int as percent,
            exists (select from step k where k.run_id = r.id and k.key = 'animatic') as animatic,
            (select f.result from step f where f.run_id = r.id and f.key = 'upload_film' and f.status = 'done') as film,
            (select p.result from step p where p.run_id = r.id and p.key like 'scene!_image:%' escape '!' and p.status = 'done' and p.scene > 0
                order by p.scene limit 1) as picture
        from run r left join step s on s.run_id = r.id where r.id = any(:runs) group by r.id""",
        runs=list(runs),
    )
    return {one["id"]: dict(one) for one in found}


async def is_animatic(unit: AsyncSession, production: Production) -> bool:
    """Whether its last take was a quick look."""
    found = await rows(unit, "select 1 from step where run_id = :run and key = 'animatic'", run=production.run_id)
    return bool(found)


async def first_making(unit: AsyncSession, owner: UUID, production: UUID) -> tuple[UUID, float] | None:
    """The run that first finished the film, and its seconds."""
    found = await rows(
        unit,
        """select r.id, extract(epoch from r.finished - coalesce(r.started, r.created))::float8 as seconds from run r
        where r.subject_id = :production and r.owner_id = :owner and r.status = 'done'
            and exists (select from step s where s.run_id = r.id and s.key = 'upload_film') order by r.created limit 1""",
        production=production,
        owner=owner,
    )
    return (found[0]["id"], found[0]["seconds"]) if found else None


async def last_film(unit: AsyncSession, owner: UUID, production: UUID) -> dict[str, Any] | None:
    """The result of the newest take that was finished, None before there is one."""
    found = await rows(
        unit,
        """select s.result from run r join step s on s.run_id = r.id
        where r.subject_id = :production and r.owner_id = :owner and s.key = 'upload_film' and s.status = 'done'
        order by r.created desc limit 1""",
        production=production,
        owner=owner,
    )
    return found[0]["result"] if found else None
