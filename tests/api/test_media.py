"""Private files by signed address: ranges, versions, types, downloads."""

import re
import time
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from litink_app import db
from litink_app.models.asset import Asset
from litink_app.providers import storage
from litink_app.services import media_links

FILM = bytes(range(256)) * 40


@pytest.fixture
async def film(database: str, tmp_path: Path) -> UUID:
    return await stored(tmp_path, FILM, "video/mp4", "Alice – Kapitel 1.mp4")


async def stored(folder: Path, data: bytes, media_type: str, name: str) -> UUID:
    path = folder / uuid4().hex
    path.write_bytes(data)
    key, asset_id = storage.key_of(path, ".bin"), uuid4()
    await storage.storage().put(path, key, media_type)
    async with db.session() as unit:
        unit.add(Asset(id=asset_id, owner_id=uuid4(), key=key, media_type=media_type, bytes=len(data), name=name))
    return asset_id


async def ask(client: AsyncClient, asset: UUID, **headers: str) -> Response:
    return await client.get(media_links.address(asset), headers={name.replace("_", "-"): value for name, value in headers.items()})


async def test_whoever_has_the_address_reads_the_whole_file(client: AsyncClient, film: UUID) -> None:
    answer = await ask(client, film)

    assert (answer.status_code, answer.content) == (200, FILM)
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(len(FILM))
    assert re.match(r"private, max-age=\d+, immutable", answer.headers["cache-control"])


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-100", -100, None), ("bytes=5000-999999", 5000, None), ("bytes=0-0", 0, 1)],
)
async def test_a_range_is_answered_with_exactly_its_bytes(client: AsyncClient, film: UUID, asked: str, start: int, end: int | None) -> None:
    answer = await ask(client, film, Range=asked)

    wanted = FILM[start:end]
    first = FILM.index(wanted[:256]) if start >= 0 else len(FILM) + start
    first = max(start, first) if start >= 0 else first
    assert (answer.status_code, answer.content) == (206, wanted)
    assert answer.headers["content-range"] == f"bytes {first}-{first + len(wanted) - 1}/{len(FILM)}"


@pytest.mark.parametrize("asked", ["bytes=20000-", "bytes=-0"])
async def test_a_range_beyond_the_end_is_refused_with_the_size(client: AsyncClient, film: UUID, asked: str) -> None:
    answer = await ask(client, film, Range=asked)

    assert (answer.status_code, answer.headers["content-range"], answer.content) == (416, f"bytes */{len(FILM)}", b"")


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=" + ",".join(f"{n}-{n}" for n in range(10_000)),
        "bytes=0-1,5-6",
        "bytes=9-1",
        "bytes=-",
        "bytes=a-b",
        "items=0-1",
        "bytes=" + "9" * 40 + "-",
    ],
)
async def test_many_ranges_and_strange_ones_cost_no_more_than_none(
    client: AsyncClient, film: UUID, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[tuple[int, int]] = []
    whole = storage.storage().stream
    monkeypatch.setattr(
        storage.LocalStorage, "stream", lambda _, key, start=0, end=None: reads.append((start, end)) or whole(key, start, end)
    )

    answer = await ask(client, film, Range=asked)

    assert (answer.status_code, answer.content) == (200, FILM)
    assert reads == [(0, len(FILM))]


async def test_a_range_of_another_version_gives_the_whole_file(client: AsyncClient, film: UUID) -> None:
    tag = (await ask(client, film)).headers["etag"]

    same = await ask(client, film, Range="bytes=0-9", If_Range=tag)
    other = await ask(client, film, Range="bytes=0-9", If_Range='"another"')
    weak = await ask(client, film, Range="bytes=0-9", If_Range=f"W/{tag}")
    dated = await ask(client, film, Range="bytes=0-9", If_Range="Wed, 21 Oct 2015 07:28:00 GMT")

    assert [answer.status_code for answer in (same, other, weak, dated)] == [206, 200, 200, 200]


async def test_what_the_browser_has_is_not_sent_again(client: AsyncClient, film: UUID) -> None:
    tag = (await ask(client, film)).headers["etag"]

    answer = await ask(client, film, If_None_Match=tag)

    assert (answer.status_code, answer.content) == (304, b"")


async def test_a_look_at_the_head_sends_no_body(client: AsyncClient, film: UUID) -> None:
    answer = await client.head(media_links.address(film))

    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", str(len(FILM)))


async def test_a_download_has_its_name(client: AsyncClient, film: UUID) -> None:
    answer = await client.get(media_links.address(film, download="Alice – Kapitel 1"))

    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''Alice%20%E2%80%93%20Kapitel%201.mp4"
    assert (await ask(client, film)).headers["content-disposition"].startswith("inline;")


@pytest.mark.parametrize(
    ("media_type", "wanted", "name"),
    [
        ("video/mp4", "Alice.mp4", "Alice.mp4"),
        ("audio/mp4", "Alice.m4b", "Alice.m4b"),
        ("image/jpeg", "Alice.jpg", "Alice.jpg"),
        ("application/x-subrip", "Alice.srt", "Alice.srt"),
        ("text/x-ssa", "Alice.ass", "Alice.ass"),
        ("video/mp4", "Mr. Alice", "Mr.%20Alice.mp4"),
        ("video/mp4", "Alice.html", "Alice.html.mp4"),
    ],
)
async def test_a_name_that_ends_as_its_file_does_gets_no_second_ending(
    client: AsyncClient, tmp_path: Path, media_type: str, wanted: str, name: str
) -> None:
    asset = await stored(tmp_path, FILM, media_type, "film")

    answer = await client.get(media_links.address(asset, download=wanted))

    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"


@pytest.mark.parametrize("media_type", ["text/html", "application/javascript", "text/html\r\nX: y"])
async def test_a_file_that_could_run_is_only_handed_out(client: AsyncClient, tmp_path: Path, media_type: str) -> None:
    asset = await stored(tmp_path, b"<script>steal()</script>", media_type, '../../a"b\r\nX: y.html')

    answer = await ask(client, asset)

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "x" not in answer.headers


async def test_a_drawing_can_be_shown_in_a_page_but_not_opened_by_itself(client: AsyncClient, tmp_path: Path) -> None:
    asset = await stored(tmp_path, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "cover.svg")

    answer = await ask(client, asset)

    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_an_address_holds_for_its_file_and_its_time_only(client: AsyncClient, film: UUID, tmp_path: Path) -> None:
    other = await stored(tmp_path, b"private", "text/plain", "diary.txt")
    address = media_links.address(film)
    query = address.partition("?")[2]
    later = re.sub(r"expires=(\d+)", lambda found: f"expires={int(found[1]) + 3600}", address)

    answers = [
        await client.get(f"/media/{other}?{query}"),
        await client.get(later),
        await client.get(address[:-1]),
        await client.get(address + "x"),
        await client.get(f"/media/{film}?expires={int(time.time()) + 60}&signature="),
        await client.get(media_links.address(uuid4())),
    ]

    assert [answer.status_code for answer in answers] == [404] * 6
    assert (await client.get(f"/media/{film}")).status_code == 422


async def test_an_address_ends(client: AsyncClient, film: UUID) -> None:
    answer = await client.get(media_links.address(film, seconds=-7200))

    assert answer.status_code == 404


async def test_a_page_drawn_again_shows_the_same_address(film: UUID) -> None:
    assert media_links.address(film) == media_links.address(film)
