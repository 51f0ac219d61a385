"""How much of one's own pictures, clips and music an account keeps, how much it may, and how room is made again."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import TooMuch
from litink_app.repositories import film_media
from litink_app.schemas.own_media import RoomView
from litink_app.services import uploads
from litink_app.services.subscriptions import SubscriptionManager
from litink_app.tiers import GIB


async def need(unit: AsyncSession, owner: UUID, more: int) -> None:
    """TooMuch where `more` bytes do not fit beside what is kept and announced. Who asks at the same time waits till this unit ends."""
    limit = await SubscriptionManager().own_media_room(unit, owner)
    kept, unfinished = await film_media.bytes_of(unit, owner)
    if kept + unfinished + more > limit:
        raise TooMuch(
            f"Your own pictures, clips and music may take {_gb(limit)} and take {_gb(kept + unfinished)} already. To make room, take some out of "
            "your films again, delete films of yours, or clear under You what no film uses."
        )


async def view(owner: UUID) -> RoomView:
    """What is kept and what may be."""
    async with db.session() as unit:
        limit = await SubscriptionManager().own_media_room(unit, owner)
        return RoomView(*await film_media.bytes_of(unit, owner), limit)


async def clear(owner: UUID) -> None:
    """Delete what no film uses: uploads that were not finished, and files that were refused or called off."""
    await uploads.drop_all(owner)
    async with db.session() as unit:
        await film_media.drop_unplaced(unit, 0.0, owner)


def _gb(size: int) -> str:
    return f"{size / GIB:.1f} GB"
