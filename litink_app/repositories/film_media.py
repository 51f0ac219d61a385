"""What people brought for their films; the film's owner is part of every query, and a file goes with its last use."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, rows


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
