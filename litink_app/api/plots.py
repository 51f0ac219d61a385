"""`/plots`: the plot of a book."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from litink_app.api import bodies
from litink_app.api.caller import Creator
from litink_app.api.making import Key, made
from litink_app.errors import NotFound
from litink_app.schemas.views import PlotView
from litink_app.services import plot

router = APIRouter(prefix="/plots", tags=["plots"])


@router.post("", status_code=202)
async def start(request: Request, person: Creator, body: bodies.BookOf, key: Key = "") -> JSONResponse:
    """Make the plot and the characters of a book; gives the run that makes them."""

    async def make() -> dict[str, Any]:
        return {"run_id": await plot.start_plot(UUID(person.id), body.book_id)}

    return await made(request, person, key, make, 202)


@router.get("/{book_id}")
async def newest(person: Creator, book_id: UUID) -> PlotView:
    """The newest plot of the book."""
    found = await plot.overview(UUID(person.id), book_id)
    if found is None:
        raise NotFound("This book has no plot yet.")
    return found
