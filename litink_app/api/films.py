"""`/films`: films, made and in the making."""

from collections.abc import Awaitable, Callable
from typing import Literal
from uuid import UUID

from fastapi import APIRouter

from litink_app.api import bodies
from litink_app.api.caller import Creator, Member
from litink_app.api.paging import After, Limit, Page, cut
from litink_app.schemas.export import ExportView
from litink_app.schemas.film import SyncReport
from litink_app.schemas.script import Script
from litink_app.schemas.views import FilmCard, ProductionView
from litink_app.services import exports, production

router = APIRouter(prefix="/films", tags=["films"])

Act = Literal["cancel", "pause", "resume", "retry", "renew", "make"]
ACTS: dict[str, Callable[[UUID, UUID], Awaitable[object]]] = {
    "cancel": production.cancel,
    "pause": production.pause,
    "resume": production.resume,
    "retry": production.retry,
    "renew": production.renew,
    "make": production.make,
}


@router.get("")
async def films(person: Member, book_id: UUID | None = None, after: After = "", limit: Limit = 50) -> Page[FilmCard]:
    """The caller's films, newest first."""
    return cut(await production.films(UUID(person.id), book_id), after, limit)


@router.get("/{film_id}")
async def film(person: Member, film_id: UUID) -> ProductionView:
    """A film and its making: stages, scenes, addresses of what exists."""
    return await production.view(UUID(person.id), film_id)


@router.get("/{film_id}/script")
async def script(person: Member, film_id: UUID) -> Script | None:
    """The script, once it is written."""
    return await production.script(UUID(person.id), film_id)


@router.get("/{film_id}/report")
async def report(person: Member, film_id: UUID) -> SyncReport | None:
    """What was measured of the finished film: drift of every line, loudness, silence, black, length; `faults` say what is outside its limits."""
    return await production.report(UUID(person.id), film_id)


@router.get("/{film_id}/exports")
async def forms(person: Member, film_id: UUID) -> list[ExportView]:
    """The forms in which a finished film can be had, and the addresses of those that are made."""
    return await exports.offered(UUID(person.id), film_id)


@router.post("/{film_id}/exports/{form}", status_code=202)
async def make_form(person: Creator, film_id: UUID, form: str) -> list[ExportView]:
    """Have a form made; asking again makes nothing twice."""
    await exports.make(UUID(person.id), film_id, form)
    return await exports.offered(UUID(person.id), film_id)


@router.patch("/{film_id}/lines/{line_id}", status_code=202)
async def edit_line(person: Creator, film_id: UUID, line_id: str, body: bodies.LineOf) -> dict[str, str]:
    """Change what a line says; only what depends on it is made anew. Gives the new run."""
    return {"run_id": await production.edit_line(UUID(person.id), film_id, line_id[:200], body.text)}


@router.post("/{film_id}/{act}", status_code=204)
async def act(person: Creator, film_id: UUID, act: Act) -> None:
    """Cancel, pause, resume, retry from the failed step, renew with the voices and the lexicon of today, or make the film of a quick look."""
    await ACTS[act](UUID(person.id), film_id)


@router.delete("/{film_id}", status_code=204)
async def delete(person: Creator, film_id: UUID) -> None:
    await production.delete(UUID(person.id), film_id)
