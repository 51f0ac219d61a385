"""Creating POSTs: with an `Idempotency-Key`, the same request makes one thing, however often it comes."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, is_dataclass
from typing import Annotated, Any

from fastapi import Header, Request
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse

from litink_app.schemas.views import PersonView
from litink_app.services import replies

Key = Annotated[str, Header(alias="Idempotency-Key", max_length=1000)]


async def made(request: Request, person: PersonView, key: str, make: Callable[[], Awaitable[Any]], status: int = 201) -> JSONResponse:
    """The answer to a creating request; `make` gives a view or a mapping."""

    async def answer() -> tuple[int, dict[str, Any]]:
        found = await make()
        return status, jsonable_encoder(asdict(found) if is_dataclass(found) and not isinstance(found, type) else found)

    asked = f"{request.method} {request.url.path}?{request.url.query}\n".encode() + await request.body()
    (code, body), again = await replies.once(person.id, key, asked, answer)
    return JSONResponse(body, code, {"Idempotency-Replayed": "true"} if again else None)
