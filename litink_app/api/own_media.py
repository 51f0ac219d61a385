"""`/films/{film_id}/media`: pictures, clips and music of one's own, in pieces as books come, and taken back; `/own-media`: how much is kept."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import JSONResponse

from litink_app.api import bodies
from litink_app.api.caller import Creator, Member
from litink_app.api.making import Key, made
from litink_app.schemas.own_media import ComingView, OwnMediaView, RoomView
from litink_app.services import own_media, own_room, uploads

router = APIRouter(tags=["films"])
FILM = "/films/{film_id}/media"


@router.get("/own-media")
async def room(person: Member) -> RoomView:
    """How many bytes of the caller's own pictures, clips and music are kept, and how many may be."""
    return await own_room.view(UUID(person.id))


@router.delete("/own-media", status_code=204)
async def clear(person: Creator) -> None:
    """Delete what no film uses: unfinished uploads, and files that were refused or called off."""
    await own_room.clear(UUID(person.id))


@router.get(FILM)
async def given(person: Member, film_id: UUID) -> list[OwnMediaView]:
    """What the caller brought for this film, by scene; scene 0 is the music."""
    return await own_media.given(UUID(person.id), film_id)


@router.post(FILM + "/uploads", status_code=201)
async def begin(request: Request, person: Creator, film_id: UUID, body: bodies.Upload, key: Key = "") -> JSONResponse:
    """Begin to send a file; its pieces (up to 8 MiB) follow by PUT, in order or again from where it stopped."""

    async def make() -> dict[str, Any]:
        return {"id": await own_media.begin(UUID(person.id), film_id, body.filename, body.size)}

    return await made(request, person, key, make)


@router.get(FILM + "/uploads/{upload_id}")
async def received(person: Creator, film_id: UUID, upload_id: UUID) -> dict[str, int]:
    """How many bytes are there, so that a broken upload goes on where it stopped."""
    return {"received": await uploads.received(UUID(person.id), upload_id)}


@router.put(FILM + "/uploads/{upload_id}", status_code=204)
async def add(
    person: Creator,
    film_id: UUID,
    upload_id: UUID,
    offset: Annotated[int, Query(ge=0, le=2**40)],
    data: Annotated[bytes, Body(media_type="application/octet-stream")],
) -> None:
    """The bytes that begin at `offset`."""
    await uploads.add_chunk(UUID(person.id), upload_id, offset, data)


@router.post(FILM + "/uploads/{upload_id}/finish", status_code=202)
async def finish(
    request: Request, person: Creator, film_id: UUID, upload_id: UUID, scene: Annotated[int, Query(ge=0, le=10_000)] = 0, key: Key = ""
) -> JSONResponse:
    """All is there. The answer's run prepares the file, then puts it in its place: a picture or clip in `scene`, music where that is 0.

    With that the film's next take begins. Asked again, it gives the same run; to call it off, cancel the run.
    """

    async def make() -> dict[str, Any]:
        return {"run_id": await own_media.finish(UUID(person.id), film_id, upload_id, scene)}

    return await made(request, person, key, make, 202)


@router.get(FILM + "/coming")
async def coming(person: Member, film_id: UUID) -> list[ComingView]:
    """What is being prepared for this film, and what was refused and not put away."""
    return await own_media.coming(UUID(person.id), film_id)


@router.delete(FILM + "/coming/{scene}", status_code=204)
async def put_away(person: Creator, film_id: UUID, scene: int) -> None:
    """Call off what is prepared for a place, or forget that it was refused."""
    await own_media.put_away(UUID(person.id), film_id, scene)


@router.delete(FILM + "/{scene}", status_code=202)
async def take_back(person: Creator, film_id: UUID, scene: int) -> dict[str, str]:
    """What the studio made for this place is shown (scene 0: heard) again. Gives the new run."""
    return {"run_id": await own_media.take_back(UUID(person.id), film_id, scene)}
