"""`/ai`: the price first, then the film."""

from typing import Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from litink_app.api import bodies
from litink_app.api.caller import Creator
from litink_app.api.making import Key, made
from litink_app.schemas.views import QuoteView
from litink_app.services import production

router = APIRouter(prefix="/ai", tags=["ai"])


@router.post("/quotes")
async def quote(person: Creator, body: bodies.Film) -> QuoteView:
    """What a film would cost and how long it would take. Nothing is started."""
    return await production.quote(UUID(person.id), body.book_id, body.chapter_ids, body.style, body.seconds, body.aspect)


@router.post("/films", status_code=202)
async def film(request: Request, person: Creator, body: bodies.NewFilm, key: Key = "") -> JSONResponse:
    """Start a film of chapters of a book; with `animatic` a quick look at it, of which the film is made by `/films/{film_id}/make`."""

    async def make() -> dict[str, Any]:
        film_id = await production.create(
            UUID(person.id),
            body.book_id,
            body.chapter_ids,
            style=body.style,
            seconds=body.seconds,
            aspect=body.aspect,
            captions=body.captions,
            look=body.look,
            height=body.height,
            narrator=body.narrator,
            fps=body.fps,
            animatic=body.animatic,
            key=key or str(uuid4()),
        )
        return {"id": film_id}

    return await made(request, person, key, make, 202)
