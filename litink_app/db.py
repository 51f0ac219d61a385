"""The engine and `session()`, the one unit of work: it opens, commits and closes; nobody else commits."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.config import settings

After = Callable[[], Awaitable[None]]
_OPTIONS = "-c idle_in_transaction_session_timeout=30s"
"""A process that was stopped in the middle of a unit of work must not hold its locks for ever."""
_engines: WeakKeyDictionary[asyncio.AbstractEventLoop, AsyncEngine] = WeakKeyDictionary()


def database_url() -> str:
    """The SQLAlchemy address (psycopg 3 serves sync and async alike)."""
    url = settings().database_url.get_secret_value()
    if not url:
        raise RuntimeError("DATABASE_URL is not set: start with `litink up`, which brings its own Postgres")
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def engine() -> AsyncEngine:
    """The engine of the running event loop; its pool never crosses loops or processes."""
    loop = asyncio.get_running_loop()
    if loop not in _engines:
        _engines[loop] = create_async_engine(
            database_url(), pool_size=5, max_overflow=10, pool_pre_ping=True, pool_recycle=1800, connect_args={"options": _OPTIONS}
        )
    return _engines[loop]


async def dispose() -> None:
    """Close the pool of the running loop."""
    if found := _engines.pop(asyncio.get_running_loop(), None):
        await found.dispose()


@asynccontextmanager
async def session() -> AsyncGenerator[AsyncSession]:
    """One unit of work: commits at the end, rolls back on any error, then runs what `after_commit` collected."""
    async with async_sessionmaker(engine(), class_=AsyncSession, expire_on_commit=False)() as unit:
        async with unit.begin():
            yield unit
        for act in unit.info.pop("after_commit", []):
            await act()


def after_commit(unit: AsyncSession, act: After) -> None:
    """Run `act` once this unit of work is committed; never where it rolls back."""
    unit.info.setdefault("after_commit", []).append(act)
