"""Working: claim one step, run its handler under a heartbeat and a time limit, and hand in what came of it."""

import asyncio
import shutil
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError

from litink_app.config import settings
from litink_app.errors import LitinkError, ProviderBroken
from litink_app.providers.storage import key_of, storage
from litink_app.schemas.run import Blob, Done, Parked, Work
from litink_app.services import claims, engine
from litink_app.services.claims import Claim, LeaseLost

log = structlog.get_logger()
T = TypeVar("T")

GRACE = 5.0
"""Seconds that a cancelled handler's threads get to end by themselves."""
PATIENCE = 90.0
"""Seconds for which the database may be away before a finished result is given up."""


class Stuck(BaseException):
    """A cancelled handler has left a thread behind that does not end: this process should be replaced."""


class Threads(ThreadPoolExecutor):
    """The threads of a worker's event loop; knows how many are busy."""

    def __init__(self) -> None:
        super().__init__(max_workers=8, thread_name_prefix="step")
        self.busy = 0
        self._count = threading.Lock()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        with self._count:
            self.busy += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._less)
        return future

    def _less(self, _future: "Future[Any]") -> None:
        with self._count:
            self.busy -= 1


async def look(queue: str, threads: Threads | None = None) -> bool:
    """Do the next fair step of the queue; False where there is none. Raises `Stuck` where a thread of `threads` outlives its step."""
    claim = await claims.claim(queue)
    if claim is None:
        return False
    with structlog.contextvars.bound_contextvars(run=str(claim.run_id), step=claim.step["key"], fence=claim.fence):
        try:
            await _do(claim)
        except LeaseLost:
            log.info("the step went to somebody else or was cancelled")
    await _settle_threads(threads)
    return True


async def _settle_threads(threads: Threads | None) -> None:
    end = time.monotonic() + GRACE
    while threads and threads.busy:
        if time.monotonic() > end:
            raise Stuck
        await asyncio.sleep(0.05)


async def _do(claim: Claim) -> None:
    if claim.cached is not None:
        await _surely(lambda: engine.reuse(claim))
        return
    if claim.late:
        await _surely(lambda: engine.fail(claim, ProviderBroken("The service did not finish this in time.")))
        return
    folder = settings().data.absolute() / "scratch" / f"{claim.id}.{claim.fence}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        await _under_heartbeat(claim, lambda: _make(claim, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _under_heartbeat(claim: Claim, act: Callable[[], Awaitable[None]]) -> None:
    """Run `act` while the lease is prolonged; cancel it when the lease is lost."""
    acting = asyncio.ensure_future(act())
    beating = asyncio.create_task(_beat(claim))
    try:
        await asyncio.wait((acting, beating), return_when=asyncio.FIRST_COMPLETED)
        if not acting.done():
            raise LeaseLost
        acting.result()
    finally:
        for task in (acting, beating):
            task.cancel()
        await asyncio.gather(acting, beating, return_exceptions=True)


async def _beat(claim: Claim) -> None:
    """Ends when the lease is lost. While the database is away nobody else can take the step, so that is no loss."""
    while True:
        await asyncio.sleep(settings().lease_seconds / 3)
        try:
            if not await claims.beat(claim):
                return
        except DBAPIError as error:
            log.warning("the database is away", error=str(error.orig))


async def _make(claim: Claim, folder: Path) -> None:
    try:
        outcome = await _call(claim, folder)
    except (LeaseLost, asyncio.CancelledError):
        raise
    except LitinkError as error:
        log.warning("the step failed", error=error.message)
        await _failed(claim, error)
    except Exception as error:
        log.exception("the step broke")
        await _failed(claim, error)
    else:
        await _hand_in(claim, outcome)


async def _failed(claim: Claim, error: Exception) -> None:
    await _surely(lambda: engine.fail(claim, error))


async def _call(claim: Claim, folder: Path) -> Done | Parked:
    """The handler, within its time limit."""
    work, clock = _work(claim, folder), asyncio.timeout(claim.kind.limit)
    try:
        async with clock:
            return await claim.kind.handler(work)
    except TimeoutError:
        if clock.expired():
            raise ProviderBroken(f"This took longer than {claim.kind.limit:.0f} seconds.") from None
        raise


def _work(claim: Claim, folder: Path) -> Work:
    shown = 0.0

    async def progress(fraction: float, **patch: Any) -> None:
        nonlocal shown
        if patch or time.monotonic() - shown > 0.3:
            shown = time.monotonic()
            await claims.progress(claim, fraction, patch)

    async def intend(provider: str, usd: Decimal = Decimal(0), part: str = "") -> None:
        await claims.intend(claim, provider, usd, part)

    async def ordered(remote_id: str) -> None:
        await _surely(lambda: claims.ordered(claim, remote_id))

    async def fetch(key: str) -> Path:
        return await storage().fetch(key, folder)

    return Work(
        run_id=claim.run_id,
        step_id=claim.id,
        owner_id=claim.owner_id,
        subject_id=claim.step["subject_id"],
        key=claim.step["key"],
        params=claim.step["params"],
        needs=claim.needs,
        attempt=claim.attempt,
        fence=claim.fence,
        folder=folder,
        idempotency_key=claim.order_key,
        remote_id=claim.remote_id,
        intended=claim.intended,
        progress=progress,
        intend=intend,
        ordered=ordered,
        fetch=fetch,
    )


async def _hand_in(claim: Claim, outcome: Done | Parked) -> None:
    if isinstance(outcome, Parked):
        await _surely(lambda: engine.park(claim, outcome))
        return
    try:
        files = [await _filed(blob) for blob in outcome.blobs]
        await _surely(lambda: engine.finish(claim, outcome, files))
    except LeaseLost:
        raise
    except LitinkError as error:
        await _failed(claim, error)
    except (TypeError, ValueError, LookupError, OSError) as error:
        log.exception("the step's result cannot be kept")
        await _failed(claim, error)


async def _filed(blob: Blob) -> engine.Filed:
    key = await asyncio.to_thread(key_of, blob.path, blob.path.suffix)
    await storage().put(blob.path, key, blob.media_type)
    return engine.Filed(blob.name, key, blob.media_type, blob.path.stat().st_size)


async def _surely(act: Callable[[], Awaitable[None]]) -> None:
    """What is done must be written down: try again while the database is away or in a deadlock."""
    end, wait = time.monotonic() + PATIENCE, 0.1
    while True:
        try:
            await act()
            return
        except DBAPIError as error:
            if time.monotonic() > end or not _passing(error):
                raise
            log.warning("the database is away", error=str(error.orig))
            await asyncio.sleep(wait)
            wait = min(wait * 2, 2.0)


def _passing(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state is None or state[:2] in ("08", "40", "53", "57")
