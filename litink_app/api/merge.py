"""`/merge`: the joined film, once all scenes are there."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter

from litink_app.api.caller import Member
from litink_app.schemas.views import ProductionView, StageView
from litink_app.services import production

router = APIRouter(prefix="/merge", tags=["merge"])


@dataclass(frozen=True, slots=True)
class MergeView:
    """`merged` says that the addresses are there."""

    film_id: str
    merged: bool
    stage: StageView | None
    film_url: str
    captions_url: str
    download_url: str


@router.get("/{film_id}")
async def merge(person: Member, film_id: UUID) -> MergeView:
    """How far the joining is, and where the joined film lies."""
    return _view(await production.view(UUID(person.id), film_id))


def _view(film: ProductionView) -> MergeView:
    stage = next((stage for stage in film.stages if stage.key == "merge"), None)
    return MergeView(film.id, bool(film.film_url), stage, film.film_url, film.captions_url, film.download_url)
