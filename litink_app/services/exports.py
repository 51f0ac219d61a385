"""Other forms of a finished film: offered, made by the engine once somebody asks, kept as long as the film."""

from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import Conflict, NotFound, Refused
from litink_app.events import listen
from litink_app.models.production import Production
from litink_app.repositories import exports, productions
from litink_app.schemas.export import FORMATS, ExportFormat, ExportView
from litink_app.schemas.run import Graph, RunStatus, StepSpec
from litink_app.services import engine, film_kinds, runs
from litink_app.services.accounts import uuid
from litink_app.services.film_view import asset_url, file_name

KINDS = (film_kinds,)
"""Whose import registers the step kind."""
SOURCES = sorted({one.made_by for one in FORMATS.values() if one.made_by})
_STATUS = {RunStatus.DONE: "ready", RunStatus.FAILED: "failed", RunStatus.CANCELLED: ""}
_LOOK_AGAIN = 1.0


async def offered(owner: UUID, film_id: UUID | str) -> list[ExportView]:
    """Every form of the film, made or not; empty before the film is finished."""
    async with db.session() as unit:
        film, made = await _finished(unit, owner, film_id)
        started = await exports.of(unit, owner, film.id, [_key(film, one) for one in FORMATS.values()]) if made else {}
    return [_view(film, one, made, started.get(_key(film, one))) for one in FORMATS.values()] if made else []


async def watch(owner: UUID, film_id: UUID | str) -> AsyncIterator[list[ExportView]]:
    """The forms now and after each change, until none is being made."""
    last = await offered(owner, film_id)
    yield last
    if not _going(last):
        return
    async for _ in listen(uuid(film_id), _LOOK_AGAIN):
        now = await offered(owner, film_id)
        if now != last:
            last = now
            yield now
        if not _going(now):
            return


async def make(owner: UUID, film_id: UUID | str, name: str) -> None:
    """Have a form made; what is made or being made already is left alone, what failed is tried again."""
    async with db.session() as unit:
        film, made = await _finished(unit, owner, film_id)
        wanted = format_of(name)
        if not made:
            raise Conflict("The film is not finished yet.")
        known = (await exports.of(unit, owner, film.id, [_key(film, wanted)])).get(_key(film, wanted))
        if not wanted.made_by and known is None:
            params = {"format": wanted.name, "film": made["upload_film"]["blobs"]["film"]["key"], "run": str(film.run_id)}
            graph = Graph((StepSpec("export", "export", params),))
            await engine.start(unit, owner, "export", film.id, graph, idempotency_key=_key(film, wanted))
    if known and known["status"] in (RunStatus.FAILED, RunStatus.CANCELLED):
        await runs.retry(owner, known["id"])


def format_of(name: str) -> ExportFormat:
    """The form of that name; Refused where there is none."""
    if name not in FORMATS:
        raise Refused(f"A film cannot be had as “{name[:20]}”. There are: {', '.join(FORMATS)}.")
    return FORMATS[name]


async def file_key(owner: UUID, film_id: UUID | str, name: str) -> str:
    """The storage key of a form that is ready; Conflict while it is not."""
    wanted = format_of(name)
    async with db.session() as unit:
        film, made = await _finished(unit, owner, film_id)
        known = (await exports.of(unit, owner, film.id, [_key(film, wanted)])).get(_key(film, wanted))
    found = made.get(wanted.made_by) if wanted.made_by else known["result"] if known else None
    if not found:
        raise Conflict("This is not made yet.")
    return str(found["blobs"][wanted.blob or "export"]["key"])


async def animatic_key(owner: UUID, film_id: UUID | str) -> str:
    """The storage key of the quick look at a film; Conflict while there is none."""
    async with db.session() as unit:
        film = await productions.find(unit, owner, uuid(film_id))
        if film is None or film.run_id is None:
            raise NotFound
        made = await exports.results(unit, owner, film.run_id, ["animatic"])
    if not made:
        raise Conflict("No quick look was taken at this film.")
    return str(made["animatic"]["blobs"]["animatic"]["key"])


async def _finished(unit: AsyncSession, owner: UUID, film_id: UUID | str) -> tuple[Production, dict[str, dict[str, Any]]]:
    """The owner's film and what its last steps made, nothing where they are not all done."""
    film = await productions.find(unit, owner, uuid(film_id))
    if film is None or film.run_id is None:
        raise NotFound
    made = await exports.results(unit, owner, film.run_id, SOURCES)
    return film, made if len(made) == len(SOURCES) else {}


def _key(film: Production, wanted: ExportFormat) -> str:
    return f"export:{film.run_id}:{wanted.name}"


def _going(views: list[ExportView]) -> bool:
    return any(one.status == "making" for one in views)


def _view(film: Production, one: ExportFormat, made: Mapping[str, Any], run: RowMapping | None) -> ExportView:
    if one.made_by:
        status, result = "ready", made[one.made_by]
    else:
        status, result = (_STATUS.get(run["status"], "making"), run["result"]) if run else ("", None)
    url = asset_url(result, one.blob or "export", download=f"{file_name(film)}{one.suffix}") if status == "ready" else ""
    percent = min(99, round(100 * run["fraction"])) if run and status == "making" else 0
    return ExportView(one.name, one.label, one.hint, status, percent, run["error"] if run and status == "failed" else "", url)
