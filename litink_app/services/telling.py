"""How far ffmpeg is, told to the page while a step works."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import structlog
from sqlalchemy.exc import DBAPIError

from litink_app.media.ffmpeg import Progress
from litink_app.schemas.run import Work
from litink_app.services.claims import LeaseLost

log = structlog.get_logger()


@asynccontextmanager
async def told(work: Work, seconds: float) -> AsyncGenerator[Progress]:
    """Tells how much of `seconds` is written, for which ffmpeg does not wait; nothing is still being told once the step goes on."""
    going = set[asyncio.Task[None]]()

    async def tell(share: float) -> None:
        try:
            await work.progress(share)
        except (DBAPIError, LeaseLost) as error:
            log.info("how far the step is could not be told", step=work.key, error=type(error).__name__)

    def progress(at: float) -> None:
        if not going:
            task = asyncio.create_task(tell(min(0.99, at / max(seconds, 0.1))))
            going.add(task)
            task.add_done_callback(going.discard)

    try:
        yield progress
    finally:
        await asyncio.gather(*going)
