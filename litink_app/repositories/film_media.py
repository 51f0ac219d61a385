"""What people brought for their films; the film's owner is part of every query, and a file goes with its last use."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.film_media import FilmMedia
from litink_app.repositories.sql import act, row, rows
from litink_app.schemas.own_media import OwnFile

RUN = "own_media"
"""The kind of runs in which a file is prepared; until it lies in a film, the file belongs to its run."""


async def of(unit: AsyncSession, owner: UUID, production: UUID) -> Sequence[RowMapping]:
    """By scene: scene, kind, asset_id, key, name."""
    return await rows(
        unit,
        """select m.scene, m.kind, m.asset_id, a.key, a.name from film_media m
        join production p on p.id = m.production_id join asset a on a.id = m.asset_id
        where p.owner_id = :owner and p.id = :production order by m.scene""",
        owner=owner,
        production=production,
    )


async def drop(unit: AsyncSession, owner: UUID, production: UUID, scene: int | None = None) -> None:
    """Take away what lies at a scene, or all; the file's asset goes, and with it the row."""
    await act(
        unit,
        """delete from asset where owner_id = :owner and id in (select m.asset_id from film_media m
            join production p on p.id = m.production_id where p.owner_id = :owner and p.id = :production
            and (cast(:scene as int) is null or m.scene = :scene))""",
        owner=owner,
        production=production,
        scene=scene,
    )


async def place(unit: AsyncSession, owner: UUID, production: UUID, scene: int, file: OwnFile) -> None:
    """Let the file lie at a scene of the film. From now on it belongs to the film, and no more to the run that prepared it."""
    await act(
        unit,
        "update asset set run_id = null, name = :name where id = :id and owner_id = :owner",
        id=file.asset_id,
        owner=owner,
        name=file.name,
    )
    unit.add(FilmMedia(production_id=production, scene=scene, kind=file.kind, asset_id=file.asset_id))
    await unit.flush()


async def placed(unit: AsyncSession, owner: UUID, asset: UUID) -> bool:
    return (
        await row(
            unit, "select 1 from film_media m join asset a on a.id = m.asset_id where a.owner_id = :o and a.id = :a", o=owner, a=asset
        )
        is not None
    )


async def coming(unit: AsyncSession, owner: UUID, production: UUID) -> Sequence[RowMapping]:
    """By scene, the newest file that is or was prepared for it: scene, name, run_id, status, error, percent."""
    return await rows(
        unit,
        """select distinct on (p.scene) p.scene, p.params->>'name' as name, r.id as run_id, r.status, r.error,
            (select coalesce(100 * avg(case when s.status = 'done' then 1 else s.fraction end), 0)::int from step s where s.run_id = r.id) as percent
        from run r join step p on p.run_id = r.id and p.key = 'place'
        where r.owner_id = :owner and r.subject_id = :production and r.kind = 'own_media' order by p.scene, r.created desc""",
        owner=owner,
        production=production,
    )


async def bytes_of(unit: AsyncSession, owner: UUID) -> tuple[int, int]:
    """How much of theirs is kept, in films and on its way there; and the announced size of uploads that are not finished."""
    found = await row(
        unit,
        """select (select coalesce(sum(a.bytes), 0) from asset a left join run r on r.id = a.run_id where a.owner_id = :owner
                and (r.kind = 'own_media' or exists (select from film_media m where m.asset_id = a.id)))::bigint as kept,
            (select coalesce(sum(size), 0) from upload where owner_id = :owner)::bigint as unfinished""",
        owner=owner,
    )
    return (found["kept"], found["unfinished"]) if found else (0, 0)


async def drop_unplaced(unit: AsyncSession, hours: float, owner: UUID | None = None) -> int:
    """Files of runs that ended so long ago without a place for them; of one owner or of all."""
    return await act(
        unit,
        """delete from asset a using run r where r.id = a.run_id and r.kind = 'own_media' and r.status in ('done', 'failed', 'cancelled')
            and r.changed <= clock_timestamp() - make_interval(secs => 3600 * :hours) and (cast(:owner as uuid) is null or a.owner_id = :owner)
            and not exists (select from film_media m where m.asset_id = a.id)""",
        hours=hours,
        owner=owner,
    )


async def prepared(unit: AsyncSession, owner: UUID, run: UUID) -> dict[str, Any]:
    """The result of the step of a run that prepares a file."""
    found = await row(unit, "select result from step where run_id = :run and owner_id = :owner and key = 'take_in'", run=run, owner=owner)
    return found["result"] if found else {}
