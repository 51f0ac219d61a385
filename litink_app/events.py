"""The doorbell: Redis pub/sub says that a run has changed, never what. Nothing depends on it; who waits also looks by themselves."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Generator
from uuid import UUID
from weakref import WeakKeyDictionary

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from litink_app.config import settings

log = structlog.get_logger()
_PREFIX = "litink:run:"


class Doorbell:
    """One connection to ring and one to listen, for all watchers of an event loop."""

    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=5, decode_responses=True)
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._listener: asyncio.Task[None] | None = None

    async def ring(self, run_id: UUID) -> None:
        try:
            await self._redis.publish(f"{_PREFIX}{run_id}", "")
        except (RedisError, OSError) as error:
            log.debug("doorbell is away", error=str(error))

    @contextlib.contextmanager
    def waiting(self, run_id: UUID) -> Generator[asyncio.Event]:
        """An event that is set at each ring for the run."""
        event, name = asyncio.Event(), str(run_id)
        self._waiting[name].add(event)
        if self._listener is None or self._listener.done():
            self._listener = asyncio.create_task(self._listen())
        try:
            yield event
        finally:
            self._waiting[name].discard(event)
            if not self._waiting[name]:
                del self._waiting[name]

    async def _listen(self) -> None:
        while self._waiting:
            try:
                await self._hear()
            except (RedisError, OSError) as error:
                log.debug("doorbell is away", error=str(error))
                await asyncio.sleep(1)

    async def _hear(self) -> None:
        async with self._redis.pubsub() as heard:
            await heard.psubscribe(f"{_PREFIX}*")
            while self._waiting:
                message = await heard.get_message(ignore_subscribe_messages=True, timeout=1.0)
                if message:
                    for event in self._waiting.get(str(message["channel"]).removeprefix(_PREFIX), ()):
                        event.set()

    async def close(self) -> None:
        if self._listener:
            self._listener.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listener
        await self._redis.aclose()


_bells: WeakKeyDictionary[asyncio.AbstractEventLoop, Doorbell] = WeakKeyDictionary()


def doorbell() -> Doorbell:
    """The doorbell of the running event loop."""
    loop = asyncio.get_running_loop()
    if loop not in _bells:
        _bells[loop] = Doorbell(settings().redis_url.get_secret_value())
    return _bells[loop]


async def ring(run_id: UUID) -> None:
    """Say that the run has changed."""
    await doorbell().ring(run_id)


async def listen(run_id: UUID, seconds: float) -> AsyncIterator[None]:
    """Yields at each ring, and after `seconds` without one."""
    with doorbell().waiting(run_id) as event:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(event.wait(), seconds)
            event.clear()
            yield


async def close() -> None:
    """Close the doorbell of the running loop."""
    if found := _bells.pop(asyncio.get_running_loop(), None):
        await found.close()
