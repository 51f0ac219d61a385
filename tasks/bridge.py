"""From Celery's synchronous tasks into the asynchronous services: one event loop per worker process."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar
from uuid import UUID

import structlog

from litink_app import db, events
from litink_app.services import worker

log = structlog.get_logger()
T = TypeVar("T")
_loop: asyncio.AbstractEventLoop | None = None
_threads = worker.Threads()


def open_loop() -> asyncio.AbstractEventLoop:
    """The loop of this process, made after the fork."""
    global _loop, _threads
    if _loop is None:
        _threads, _loop = worker.Threads(), asyncio.new_event_loop()
        _loop.set_default_executor(_threads)
    return _loop


def run(act: Coroutine[Any, Any, T]) -> T:
    """Run one service call to its end."""
    return open_loop().run_until_complete(act)


def close_loop() -> None:
    global _loop
    if _loop is not None:
        _loop.run_until_complete(events.close())
        _loop.run_until_complete(db.dispose())
        _loop.close()
        _loop = None


def look(queue: str, run_id: str) -> None:
    """Do the next fair step of the queue; the run in the message only says that there is one."""
    UUID(run_id)
    open_loop()
    try:
        run(worker.look(queue, _threads))
    except worker.Stuck:
        log.warning("a step left a thread behind; this process makes room for a new one")
        os.kill(os.getpid(), signal.SIGKILL)
