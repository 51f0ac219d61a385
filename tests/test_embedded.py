import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis as redis_client
from sqlalchemy import make_url

from litink_app.embedded import Postgres, Redis, own_sockets, socket_folder
from litink_app.supervisor import flower


def test_the_embedded_postgres_has_vectors(database: str, servers: tuple[Postgres, Redis]) -> None:
    with psycopg.connect(servers[0].dsn(make_url(database).database or "")) as connection:
        row = connection.execute("select '[1,2]'::halfvec <-> '[1,3]'::halfvec").fetchone()

    assert row == (1.0,)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that the user `nobody` may enter too."""
    with tempfile.TemporaryDirectory(prefix="litink-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_postgres_comes_back_with_its_data_after_a_kill(open_folder: Path) -> None:
    server = Postgres(open_folder)
    server.start()
    with psycopg.connect(server.dsn("litink"), autocommit=True) as connection:
        connection.execute("create table kept (n int); insert into kept values (7)")

    assert server.process is not None
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    server.start()

    with psycopg.connect(server.dsn("litink")) as connection:
        assert connection.execute("select n from kept").fetchone() == (7,)
    server.stop()


def test_redis_keeps_what_was_written_before_a_kill(tmp_path: Path) -> None:
    server = Redis(tmp_path)
    server.start()
    with redis_client.Redis.from_url(server.url) as client:
        client.set("kept", "7")

    assert server.process is not None
    time.sleep(1.2)
    server.process.kill()
    server.process.wait()
    server.start()

    with redis_client.Redis.from_url(server.url) as client:
        assert client.get("kept") == b"7"
    server.stop()
    assert socket_folder(tmp_path).exists()


def test_the_monitor_has_its_private_folder_where_redis_is_somebody_elses(tmp_path: Path) -> None:
    flower(tmp_path)

    place = own_sockets(tmp_path)

    assert (place.is_dir(), place.stat().st_mode & 0o777) == (True, 0o700)
