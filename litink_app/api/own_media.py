"""`/films/{film_id}/media`: pictures, clips and music of one's own, in pieces as books come, and taken back."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import JSONResponse

from litink_app.api import bodies
from litink_app.api.caller import Creator, Member
from litink_app.api.making import Key, made
from litink_app.schemas.own_media import OwnMediaView
from litink_app.services import own_media, uploads

router = APIRouter(prefix="/films/{film_id}/media", tags=["films"])


@router.get("")
async def given(person: Member, film_id: UUID) -> list[OwnMediaView]:
    """What the caller brought for this film, by scene; scene 0 is the music."""
    return await own_media.given(UUID(person.id), film_id)


@router.post("/uploads", status_code=201)
async def begin(request: Request, person: Creator, film_id: UUID, body: bodies.Upload, key: Key = "") -> JSONResponse:
    """Begin to send a file; its pieces (up to 8 MiB) follow by PUT, in order or again from where it stopped."""

    async def make() -> dict[str, Any]:
        return {"id": await own_media.begin(UUID(person.id), film_id, body.filename, body.size)}

    return await made(request, person, key, make)


@router.get("/uploads/{upload_id}")
async def received(person: Creator, film_id: UUID, upload_id: UUID) -> dict[str, int]:
    """How many bytes are there, so that a broken upload goes on where it stopped."""
    return {"received": await uploads.received(UUID(person.id), upload_id)}


@router.put("/uploads/{upload_id}", status_code=204)
async def add(
    person: Creator,
    film_id: UUID,
    upload_id: UUID,
    offset: Annotated[int, Query(ge=0, le=2**40)],
    data: Annotated[bytes, Body(media_type="application/octet-stream")],
) -> None:
    """The bytes that begin at `offset`."""
    await uploads.add_chunk(UUID(person.id), upload_id, offset, data)


@router.post("/uploads/{upload_id}/finish", status_code=202)
async def finish(
    request: Request, person: Creator, film_id: UUID, upload_id: UUID, scene: Annotated[int, Query(ge=0, le=10_000)] = 0, key: Key = ""
) -> JSONResponse:
    """All is there: the file is made anew and takes its place, a picture or clip in `scene`, music where it is 0. Gives the new run."""

    async def make() -> dict[str, Any]:
        return {"run_id": await own_media.finish(UUID(person.id), film_id, upload_id, scene)}

    return await made(request, person, key, make, 202)


@router.delete("/{scene}", status_code=202)
async def take_back(person: Creator, film_id: UUID, scene: int) -> dict[str, str]:
    """What the studio made for this place is shown (scene 0: heard) again. Gives the new run."""
    return {"run_id": await own_media.take_back(UUID(person.id), film_id, scene)}
