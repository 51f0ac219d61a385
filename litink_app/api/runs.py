"""`/runs`: work in the making, and its events as they happen."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from litink_app.api.caller import Member, is_still_signed_in
from litink_app.schemas.run import RunView
from litink_app.services import runs

router = APIRouter(prefix="/runs", tags=["runs"])

Act = Literal["cancel", "pause", "resume", "retry"]
ACTS: dict[str, Callable[[UUID, UUID], Awaitable[None]]] = {
    "cancel": runs.cancel,
    "pause": runs.pause,
    "resume": runs.resume,
    "retry": runs.retry,
}


@router.get("/{run_id}")
async def run(person: Member, run_id: UUID) -> RunView:
    """A run with its steps."""
    return await runs.view(UUID(person.id), run_id)


@router.get("/{run_id}/events", response_class=StreamingResponse)
async def events(request: Request, person: Member, run_id: UUID) -> StreamingResponse:
    """The run now and at each change, as server-sent events, until it ends or the sign-in does."""
    await runs.view(UUID(person.id), run_id)
    return StreamingResponse(_events(request, UUID(person.id), run_id), media_type="text/event-stream")


@router.post("/{run_id}/{act}", status_code=204)
async def act(person: Member, run_id: UUID, act: Act) -> None:
    """Cancel, pause, resume, or retry from the failed step."""
    await ACTS[act](UUID(person.id), run_id)


async def _events(request: Request, owner: UUID, run_id: UUID) -> AsyncIterator[str]:
    async for view in runs.watch(owner, run_id):
        if not await is_still_signed_in(request):
            return
        yield f"data: {json.dumps(asdict(view))}\n\n"
