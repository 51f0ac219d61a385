"""The engine and `session()`, the one unit of work: it opens, commits and closes; nobody else commits."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.config import settings
from litink_app.errors import LitinkError

T = TypeVar("T")
After = Callable[[], Awaitable[None]]
_OPTIONS = "-c idle_in_transaction_session_timeout=30s"
"""A process that was stopped in the middle of a unit of work must not hold its locks for ever."""
_POOL, _RESERVED = {"pool_size": 5, "max_overflow": 7}, {"pool_size": 2, "max_overflow": 2}
"""Connections of a process: for everybody, and for those who must not wait behind slow readers."""
_engines: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[bool, AsyncEngine]] = WeakKeyDictionary()


def database_url() -> str:
    """The SQLAlchemy address (psycopg 3 serves sync and async alike)."""
    url = settings().database_url.get_secret_value()
    if not url:
        raise LitinkError("DATABASE_URL is not set: start with `litink up`, which brings its own Postgres.")
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def engine(*, reserved: bool = False) -> AsyncEngine:
    """The engine of the running event loop; its pools never cross loops or processes."""
    engines = _engines.setdefault(asyncio.get_running_loop(), {})
    if reserved not in engines:
        engines[reserved] = create_async_engine(
            database_url(),
            **(_RESERVED if reserved else _POOL),
            pool_pre_ping=True,
            pool_recycle=1800,
            hide_parameters=True,
            connect_args={"options": _OPTIONS, "connect_timeout": 5},
        )
    return engines[reserved]


def newest() -> str:
    """The revision of the tables that this code works with; migrations carry their number at the head of their names."""
    return max(path.name for path in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")).partition("_")[0]


@asynccontextmanager
async def ready(seconds: float = 120) -> AsyncGenerator[None]:
    """Enter once the database answers and has the tables of this code, so that pages may start while others migrate."""
    end = time.monotonic() + seconds
    while await _revision() != newest():
        if time.monotonic() > end:
            raise RuntimeError(f"the database has not reached revision {newest()}: run `litink migrate`")
        await asyncio.sleep(0.05)
    yield


async def _revision() -> str | None:
    try:
        async with engine().connect() as connection:
            return await connection.scalar(text("select max(version_num) from alembic_version"))
    except DBAPIError:
        return None


async def dispose() -> None:
    """Close the pools of the running loop."""
    for found in _engines.pop(asyncio.get_running_loop(), {}).values():
        await found.dispose()


def once(act: Callable[[], Awaitable[T]]) -> T:
    """Run one coroutine with a database pool of its own."""

    async def whole() -> T:
        try:
            return await act()
        finally:
            await dispose()

    return asyncio.run(whole())


@asynccontextmanager
async def session(*, reserved: bool = False) -> AsyncGenerator[AsyncSession]:
    """One unit of work: commits at the end, rolls back on any error, then runs what `after_commit` collected.

    What moves runs and the ledger on takes a `reserved` connection: it is served however many read slowly.
    """
    async with async_sessionmaker(engine(reserved=reserved), class_=AsyncSession, expire_on_commit=False)() as unit:
        async with unit.begin():
            yield unit
        for act in unit.info.pop("after_commit", []):
            await act()


def after_commit(unit: AsyncSession, act: After) -> None:
    """Run `act` once this unit of work is committed; never where it rolls back."""
    unit.info.setdefault("after_commit", []).append(act)
