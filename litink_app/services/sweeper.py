"""The sweeper: every few seconds it finds what nobody is looking after and sets it going again. Any number may run at once.

It looks for leases that ran out, parked steps whose poll is due, ready steps without a message, messages that were not delivered,
money held by runs that have ended, and now and then for blobs and folders that belong to nothing.
"""

import asyncio
import contextlib
import signal
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import rmtree
from uuid import UUID

import structlog

from litink_app import db, events, logs
from litink_app.config import settings
from litink_app.providers.storage import storage
from litink_app.queue import TaskName, depths, enqueue
from litink_app.repositories import assets, books, film_media, runs, steps, sweeps
from litink_app.repositories import ledger as purses
from litink_app.schemas.run import RunStatus
from litink_app.services import accounts, engine, ledger, outbox, uploads

log = structlog.get_logger()
MOST_MESSAGES = 200
"""Messages that may wait in one queue for the sweeper to add no more."""
HOUSEKEEPING = 300.0
ORPHAN_AGE = 3600.0
DAY = 86400.0


async def sweep() -> None:
    """One look at everything that must not wait. A part that fails is logged and does not hold up the others."""
    for part in (expire, wake_parked, mend_stalled, release_leaked, outbox.deliver_due, tell_ready):
        await _safely(part)


async def _safely(part: Callable[[], Awaitable[object]]) -> None:
    try:
        await part()
    except Exception as error:
        log.warning("a part of the sweep failed", part=part.__name__, error=repr(error))


async def expire() -> int:
    """Steps whose worker vanished are ready again, or dead after too many attempts."""
    async with db.session(reserved=True) as unit:
        found = await sweeps.expired(unit)
    for step in found:
        log.warning("a worker vanished", run=str(step["run_id"]), step=step["key"], attempt=step["attempt"])
        async with db.session(reserved=True) as unit:
            await runs.lock(unit, step["run_id"])
            if not await sweeps.still_expired(unit, step["id"], step["fence"]):
                continue
            if step["attempt"] >= step["attempts"]:
                await steps.die(unit, step["id"], step["fence"], engine.VANISHED)
                await engine.end(unit, step["run_id"], step["owner_id"], RunStatus.FAILED, engine.VANISHED)
            else:
                await steps.again(unit, step["id"], step["fence"], "", 0.0, False)
                await engine.announce(unit, step["run_id"], f"expired:{step['id']}:{step['fence']}", [step["queue"]])
    return len(found)


async def wake_parked() -> int:
    async with db.session(reserved=True) as unit:
        return len(await sweeps.wake_due(unit))


async def mend_stalled() -> None:
    """Runs in which nothing moves get their steps promoted, or their end."""
    async with db.session(reserved=True) as unit:
        found = await sweeps.stalled(unit)
    for run_id in found:
        async with db.session(reserved=True) as unit:
            run = await runs.lock(unit, run_id)
            if run and run["status"] in (RunStatus.QUEUED, RunStatus.RUNNING):
                await engine.set_off(unit, run)


async def release_leaked() -> int:
    """Money that an ended run still holds goes back."""
    async with db.session(reserved=True) as unit:
        found = await purses.leaked(unit)
    for run_id in found:
        async with db.session(reserved=True) as unit:
            if run := await runs.lock(unit, run_id):
                await ledger.release(unit, run["owner_id"], run_id)
    return len(found)


async def tell_ready() -> int:
    """Ready steps whose messages were lost get new ones; never more than there are steps."""
    async with db.session(reserved=True) as unit:
        ready = await sweeps.ready(unit)
    if not ready:
        return 0
    waiting = await asyncio.to_thread(depths, list(ready))
    sent = 0
    for queue, depth in waiting.items():
        count, run_id = ready[queue]
        for _ in range(min(count, MOST_MESSAGES) - depth):
            sent += await enqueue(TaskName(f"{queue}.look"), run_id)
    return sent


async def keep_house() -> None:
    """Take away what belongs to nothing: blobs that no asset names, scratch folders that no lease holds, files half sent."""
    for part in (drop_unplaced, drop_orphans, drop_scratch, drop_unfinished, accounts.tidy):
        await _safely(part)


async def drop_orphans(age: float = ORPHAN_AGE) -> int:
    """Blobs that nobody has put for `age` seconds and no asset names."""
    dropped, page = 0, list[str]()
    async for key in storage().keys(age):
        page.append(key)
        if len(page) == 500:
            dropped += await _drop(page)
            page = []
    return dropped + await _drop(page)


async def _drop(keys: list[str]) -> int:
    dropped = 0
    async with db.session(reserved=True) as unit:
        orphans = await assets.unnamed(unit, keys)
    for key in orphans:
        async with db.session(reserved=True) as unit:
            if await assets.may_sweep(unit, key):
                await storage().delete(key)
                dropped += 1
    return dropped


async def drop_scratch(age: float = 60.0) -> int:
    """Scratch folders of steps that are not held any more."""
    found = [folder for folder in (settings().data / "scratch").glob("*.*") if _older(folder, age)]
    ids = [UUID(folder.name.partition(".")[0]) for folder in found]
    async with db.session(reserved=True) as unit:
        held = await sweeps.held_folders(unit, ids)
    gone = [folder for folder in found if folder.name not in held]
    for folder in gone:
        await asyncio.to_thread(rmtree, folder, True)
    return len(gone)


async def drop_unplaced(hours: float = 24.0) -> int:
    """Files that people brought and no film shows: refused, called off, or taken in for a film that never came."""
    async with db.session(reserved=True) as unit:
        return await film_media.drop_unplaced(unit, hours)


async def drop_unfinished(age: float = DAY) -> int:
    """Files that nobody went on sending, and those that a killed process was taking in."""
    async with db.session(reserved=True) as unit:
        await books.old_uploads(unit, hours=age / 3600)
    found = [left for left in uploads.folder().iterdir() if _older(left, age)]
    for left in found:
        await asyncio.to_thread(rmtree, left, True) if left.is_dir() else left.unlink(missing_ok=True)
    return len(found)


def _older(folder: Path, age: float) -> bool:
    try:
        return time.time() - folder.stat().st_mtime >= age
    except FileNotFoundError:
        return False


async def _pause() -> float:
    """Seconds until the next look: the interval, or sooner where a lease would end before."""
    try:
        async with db.session(reserved=True) as unit:
            left = await sweeps.next_expiry(unit)
    except Exception:
        left = None
    most = settings().sweep_seconds
    return most if left is None else min(most, max(left + 0.02, most / 10))


async def watch(stop: asyncio.Event) -> None:
    """Sweep until told to stop."""
    kept = -HOUSEKEEPING
    while not stop.is_set():
        await sweep()
        if time.monotonic() - kept > HOUSEKEEPING:
            await keep_house()
            kept = time.monotonic()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), await _pause())


async def main() -> None:
    """The process that the supervisor starts."""
    logs.begin()
    stop = asyncio.Event()
    for sig in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sig, stop.set)
    try:
        await watch(stop)
    finally:
        await events.close()
        await db.dispose()


if __name__ == "__main__":
    asyncio.run(main())
