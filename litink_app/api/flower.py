"""Celery's monitor, for admins: it listens on a private socket, and only what reads goes through."""

from collections.abc import Mapping

import httpx
from fastapi import APIRouter, Request, Response

from litink_app.api.caller import Admin
from litink_app.config import settings
from litink_app.errors import NotFound, ProviderBusy

router = APIRouter(prefix="/admin/flower", include_in_schema=False)

PASSED_ON = frozenset({"accept", "accept-language", "content-type", "if-none-match", "if-modified-since", "range"})
PASSED_BACK = frozenset({"content-type", "cache-control", "etag", "last-modified", "location"})
READS = frozenset({"tasks/datatable"})


@router.get("/{path:path}")
async def read(request: Request, admin: Admin, path: str) -> Response:
    return await _asked(request, path)


@router.post("/{path:path}")
async def search(request: Request, admin: Admin, path: str) -> Response:
    """Flower sends its table searches by POST; all else that it posts would change something."""
    if path not in READS:
        raise NotFound
    return await _asked(request, path)


async def _asked(request: Request, path: str) -> Response:
    if (place := settings().flower_socket) is None:
        raise NotFound("There is no monitor here.")
    headers = {name: value for name, value in request.headers.items() if name in PASSED_ON}
    try:
        async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=str(place)), base_url="http://flower", timeout=10) as client:
            url = httpx.URL(path=f"/admin/flower/{path}", query=request.url.query.encode())
            answer = await client.request(request.method, url, headers=headers, content=await request.body())
    except httpx.HTTPError:
        raise ProviderBusy("The monitor does not answer just now.", retry_after=5) from None
    return Response(answer.content, answer.status_code, _back(answer.headers))


def _back(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() in PASSED_BACK}
