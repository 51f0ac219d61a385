"""The conformance test of the Storage port: a folder and an S3 store must behave alike."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from litink_app.errors import NotFound, ProviderBusy, Refused
from litink_app.providers.ports import Storage
from litink_app.providers.storage import LocalStorage, key_of, storage


@pytest.fixture(scope="module")
def s3_endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(params=["local", "s3"])
def store(request: pytest.FixtureRequest, fresh_settings: pytest.MonkeyPatch, tmp_path: Path) -> Storage:
    if request.param == "s3":
        endpoint, bucket = request.getfixturevalue("s3_endpoint"), f"blobs-{time.monotonic_ns()}"
        for name, value in (("BUCKET", bucket), ("ENDPOINT", endpoint), ("KEY", "key"), ("SECRET", "secret")):
            fresh_settings.setenv(f"S3_{name}", value)
        made = storage()
        made._client.create_bucket(Bucket=bucket)  # type: ignore[attr-defined]
        return made
    return storage()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = tmp_path / f"{time.monotonic_ns()}.png"
        path.write_bytes(data)
        return path

    return write


async def kept(store: Storage, path: Path) -> str:
    key = key_of(path, path.suffix)
    await store.put(path, key, "image/png")
    return key


async def read(store: Storage, key: str, *span: int) -> bytes:
    return b"".join([piece async for piece in store.stream(key, *span)])


def test_a_key_tells_the_content_and_the_kind(file: Callable[[bytes], Path]):
    key = key_of(file(b"same"), ".PNG")

    assert key == key_of(file(b"same"), ".png")
    assert key.startswith("09/0967") and key.endswith(".png")


async def test_what_was_put_can_be_read_whole_in_part_and_as_a_file(store: Storage, file: Callable[[bytes], Path], tmp_path: Path):
    data = os.urandom(700_000)
    key = await kept(store, file(data))

    copy = await store.fetch(key, tmp_path)

    assert await read(store, key) == copy.read_bytes() == data
    assert await read(store, key, 10, 20) == data[10:20]
    assert await read(store, key, 699_990) == data[-10:]
    assert await read(store, key, 700_000) == b""
    assert (await store.size(key), copy.suffix) == (700_000, ".png")


async def test_an_empty_file_is_a_file(store: Storage, file: Callable[[bytes], Path]):
    key = await kept(store, file(b""))

    assert await store.exists(key)
    assert await read(store, key) == b""


async def test_putting_again_and_at_once_is_harmless(store: Storage, file: Callable[[bytes], Path]):
    path = file(b"picture" * 1000)

    await asyncio.gather(*(kept(store, path) for _ in range(5)))

    assert [key async for key in store.keys(older_than=0)] == [key_of(path, ".png")]


async def test_what_is_deleted_is_gone_and_deleting_again_is_harmless(store: Storage, file: Callable[[bytes], Path], tmp_path: Path):
    key = await kept(store, file(b"x"))

    for _ in range(2):
        await store.delete(key)

    assert not await store.exists(key)
    for act in (store.size(key), store.fetch(key, tmp_path), read(store, key)):
        with pytest.raises(NotFound):
            await act


async def test_keys_can_be_asked_for_by_age(store: Storage, file: Callable[[bytes], Path]):
    key = await kept(store, file(b"x"))

    assert [found async for found in store.keys(older_than=-5)] == [key]
    assert [found async for found in store.keys(older_than=60)] == []


@pytest.mark.parametrize("key", ["../secret", "/etc/passwd", "ab/../../x", "ab/" + "0" * 63, "ab/" + "0" * 64 + "/x", "AB/" + "0" * 64, ""])
async def test_a_key_that_is_not_one_is_refused(store: Storage, file: Callable[[bytes], Path], tmp_path: Path, key: str):
    for act in (
        store.put(file(b"x"), key, "text/plain"),
        store.fetch(key, tmp_path),
        store.size(key),
        store.delete(key),
        read(store, key, 0, 1),
    ):
        with pytest.raises(Refused):
            await act


async def test_a_put_that_breaks_leaves_nothing(tmp_path: Path):
    store = LocalStorage(tmp_path / "blobs")

    with pytest.raises(FileNotFoundError):
        await store.put(tmp_path / "nowhere", "ab/" + "0" * 64, "text/plain")

    assert not [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]


async def test_a_folder_keeps_what_is_put_again_young(tmp_path: Path, file: Callable[[bytes], Path]):
    store, path = LocalStorage(tmp_path / "blobs"), file(b"x")
    key = await kept(store, path)
    os.utime(tmp_path / "blobs" / key, (0, 0))
    old = [found async for found in store.keys(older_than=3600)]

    await kept(store, path)

    assert old == [key]
    assert [found async for found in store.keys(older_than=3600)] == []


async def test_a_store_that_cannot_be_reached_is_busy(fresh_settings: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    for name, value in (("BUCKET", "far"), ("ENDPOINT", "http://127.0.0.1:9"), ("KEY", "key"), ("SECRET", "secret")):
        fresh_settings.setenv(f"S3_{name}", value)

    with pytest.raises(ProviderBusy):
        await storage().size("ab/" + "0" * 64)
