"""Whether this process lives, and whether it can serve."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from litink_app.api.caller import Open
from litink_app.services import health

router = APIRouter(prefix="/health", include_in_schema=False, dependencies=[Open])


@router.get("/live")
async def live() -> JSONResponse:
    return JSONResponse({"status": "ok"})


@router.get("/ready")
async def ready() -> JSONResponse:
    """503 while the database does not answer."""
    if await health.reachable():
        return JSONResponse({"status": "ok"})
    return JSONResponse({"status": "waiting for the database"}, 503, {"Retry-After": "2"})
