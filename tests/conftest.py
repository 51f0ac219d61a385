"""Real servers for the tests: one embedded Postgres and one Redis per session, a fresh database per test."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from litink_app import config, db, embedded

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def servers() -> Iterator[tuple[embedded.Postgres, embedded.Redis]]:
    """The embedded servers of this test session, in a folder of their own."""
    data = Path(tempfile.mkdtemp(prefix="litink-test-"))
    data.chmod(0o755)
    postgres, redis = embedded.Postgres(data, durable=False), embedded.Redis(data)
    postgres.start()
    redis.start()
    yield postgres, redis
    redis.stop()
    postgres.stop()
    shutil.rmtree(data, ignore_errors=True)
    shutil.rmtree(embedded.socket_folder(data), ignore_errors=True)


@pytest.fixture(scope="session")
def template(servers: tuple[embedded.Postgres, embedded.Redis]) -> str:
    """The name of a database with all migrations applied, copied for each test."""
    from litink_app.migrations import upgrade

    postgres, _ = servers
    upgrade(postgres.url)
    return "litink"


@pytest.fixture
def fresh_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Settings of this test alone: data under `tmp_path`; set more with `monkeypatch.setenv` before the first use."""
    monkeypatch.setenv("LITINK_ENV", "test")
    monkeypatch.setenv("LITINK_DATA", str(tmp_path / "data"))
    config.settings.cache_clear()
    yield monkeypatch
    config.settings.cache_clear()


@pytest.fixture
def redis_server(servers: tuple[embedded.Postgres, embedded.Redis], fresh_settings: pytest.MonkeyPatch) -> embedded.Redis:
    """The running Redis, emptied, with REDIS_URL and BROKER_URL pointing at it."""
    import redis

    server = servers[1]
    with redis.Redis.from_url(server.url) as client:
        client.flushall()
    fresh_settings.setenv("REDIS_URL", server.url)
    fresh_settings.setenv("BROKER_URL", server.broker_url)
    config.settings.cache_clear()
    return server


@pytest.fixture
async def database(
    servers: tuple[embedded.Postgres, embedded.Redis], template: str, redis_server: embedded.Redis, fresh_settings: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """A fresh migrated database; gives its address. DATABASE_URL is set, so child processes see it too."""
    postgres, name = servers[0], f"t{uuid4().hex[:16]}"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(f'create database "{name}" template "{template}" strategy file_copy')
    fresh_settings.setenv("DATABASE_URL", postgres.url_of(name))
    config.settings.cache_clear()
    yield postgres.url_of(name)
    await db.dispose()
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(f'drop database "{name}" with (force)')


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real books beside the checkout; the test is skipped where it is absent."""
    if not CORPUS.exists():
        pytest.skip("needs ../shared/corpus beside the checkout")
    return CORPUS


@pytest.fixture(autouse=True)
def _quiet_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may reach the outside through a proxy of the machine."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
