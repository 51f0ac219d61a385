"""`/books`: the shelf, the text, and uploads in pieces."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import JSONResponse

from litink_app.api import bodies
from litink_app.api.caller import Member
from litink_app.api.making import Key, made
from litink_app.api.paging import After, Limit, Page, cut
from litink_app.schemas.answer import Hit
from litink_app.schemas.views import BookCard, BookDetail
from litink_app.services import library, search

router = APIRouter(prefix="/books", tags=["books"])


@router.get("")
async def shelf(person: Member, after: After = "", limit: Limit = 50) -> Page[BookCard]:
    """The caller's books, newest first."""
    return cut(await library.shelf(UUID(person.id)), after, limit)


@router.get("/passages")
async def passages(
    person: Member, query: Annotated[str, Query(max_length=search.LONGEST)] = "", limit: Annotated[int, Query(ge=1, le=40)] = 20
) -> list[Hit]:
    """Passages of all the caller's books by words and by meaning, the best first."""
    return await search.catalogue(UUID(person.id), query, limit)


@router.get("/{book_id}")
async def book(person: Member, book_id: UUID) -> BookDetail:
    """A book with its chapters and cast."""
    return await library.book(UUID(person.id), book_id)


@router.post("/sample", status_code=201)
async def sample(request: Request, person: Member, key: Key = "") -> JSONResponse:
    """Put the sample book on the shelf."""

    async def make() -> dict[str, Any]:
        return {"id": str(await library.add_sample(UUID(person.id)))}

    return await made(request, person, key, make)


@router.post("/texts", status_code=201)
async def paste(request: Request, person: Member, body: bodies.Pasted, key: Key = "") -> JSONResponse:
    """Text that was pasted in."""

    async def make() -> dict[str, Any]:
        return {"id": str(await library.add_text(UUID(person.id), body.title, body.text))}

    return await made(request, person, key, make)


@router.post("/addresses", status_code=201)
async def fetch(request: Request, person: Member, body: bodies.Address, key: Key = "") -> JSONResponse:
    """A book or an article at a web address."""

    async def make() -> dict[str, Any]:
        return {"id": str(await library.add_address(UUID(person.id), body.address))}

    return await made(request, person, key, make)


@router.post("/uploads", status_code=201)
async def begin(request: Request, person: Member, body: bodies.Upload, key: Key = "") -> JSONResponse:
    """Begin an upload; its pieces (up to 8 MiB) follow by PUT, in order or again from where it stopped."""

    async def make() -> dict[str, Any]:
        return {"id": await library.begin_upload(UUID(person.id), body.filename, body.size)}

    return await made(request, person, key, make)


@router.get("/uploads/{upload_id}")
async def received(person: Member, upload_id: UUID) -> dict[str, int]:
    """How many bytes are there, so that a broken upload goes on where it stopped."""
    return {"received": await library.received(UUID(person.id), upload_id)}


@router.put("/uploads/{upload_id}", status_code=204)
async def add(
    person: Member,
    upload_id: UUID,
    offset: Annotated[int, Query(ge=0, le=2**40)],
    data: Annotated[bytes, Body(media_type="application/octet-stream")],
) -> None:
    """The bytes that begin at `offset`."""
    await library.add_chunk(UUID(person.id), upload_id, offset, data)


@router.post("/uploads/{upload_id}/finish", status_code=201)
async def finish(request: Request, person: Member, upload_id: UUID, key: Key = "") -> JSONResponse:
    """All is there: the book is read in, which its `status` and `percent` tell."""

    async def make() -> BookCard:
        return await library.finish_upload(UUID(person.id), upload_id)

    return await made(request, person, key, make)


@router.delete("/{book_id}", status_code=204)
async def delete(person: Member, book_id: UUID) -> None:
    """The book, with all that was made of it."""
    await library.delete(UUID(person.id), book_id)
