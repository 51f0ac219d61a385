"""A picture of one's own by way of the API: in pieces, into its place, and out of it."""

from pathlib import Path
from uuid import UUID

import pytest
from httpx import AsyncClient
from PIL import Image

from litink_app.services import intake, library, production
from tests.api.conftest import bearer, tokens
from tests.services.test_library import bring, quietly
from tests.services.test_own_media import PLAYLIST, WISHES, kinds, laid_out, prepared
from tests.services.toys import drain


@pytest.fixture
async def door(client: AsyncClient, monkeypatch: pytest.MonkeyPatch) -> tuple[AsyncClient, UUID, str]:
    """A client that is signed in, their id, and their film at rest."""
    monkeypatch.setattr(intake, "_understood", quietly)
    client.headers.update(bearer((await tokens(client))["access_token"]))
    owner = UUID((await client.get("/api/v1/auth/me")).json()["id"])
    book_id = await bring(owner)
    await drain()
    chapter = (await library.book(owner, book_id)).chapters[0].id
    body = {**WISHES, "book_id": str(book_id), "chapter_ids": [chapter]}
    film_id = (await client.post("/api/v1/ai/films", json=body)).json()["id"]
    await laid_out()
    await production.cancel(owner, film_id)
    return client, owner, film_id


async def send(client: AsyncClient, film_id: str, data: bytes, scene: int) -> tuple[int, dict[str, str]]:
    media = f"/api/v1/films/{film_id}/media"
    upload = (await client.post(f"{media}/uploads", json={"filename": "a.png", "size": len(data)})).json()["id"]
    for at in range(0, len(data), 1000):
        answer = await client.put(
            f"{media}/uploads/{upload}?offset={at}", content=data[at : at + 1000], headers={"Content-Type": "application/octet-stream"}
        )
        assert answer.status_code == 204
    assert (await client.get(f"{media}/uploads/{upload}")).json() == {"received": len(data)}
    answer = await client.post(f"{media}/uploads/{upload}/finish?scene={scene}")
    return answer.status_code, answer.json()


async def test_a_picture_is_sent_shown_and_taken_back(door: tuple[AsyncClient, UUID, str], tmp_path: Path) -> None:
    client, owner, film_id = door
    Image.effect_noise((300, 220), 60).save(tmp_path / "a.png")

    status, answer = await send(client, film_id, (tmp_path / "a.png").read_bytes(), 1)
    coming = (await client.get(f"/api/v1/films/{film_id}/media/coming")).json()
    await prepared()
    await laid_out()
    own = await kinds(film_id, 1)
    given = (await client.get(f"/api/v1/films/{film_id}/media")).json()
    shown = await client.get(given[0]["url"])
    await production.cancel(owner, film_id)
    back = await client.delete(f"/api/v1/films/{film_id}/media/1")

    assert [(one["scene"], one["name"], one["run_id"]) for one in coming] == [(1, "a.png", answer["run_id"])]
    assert (status, back.status_code) == (202, 202) and answer["run_id"] != back.json()["run_id"]
    assert "own_picture" in own
    assert (given[0]["scene"], given[0]["kind"], shown.headers["content-type"]) == (1, "picture", "image/png")
    assert (await client.get(f"/api/v1/films/{film_id}/media")).json() == []
    assert (await client.delete(f"/api/v1/films/{film_id}/media/1")).status_code == 404


async def test_a_playlist_is_refused_with_a_sentence(door: tuple[AsyncClient, UUID, str]) -> None:
    client, _, film_id = door

    status, answer = await send(client, film_id, PLAYLIST, 1)

    assert status == 422
    assert answer["detail"].startswith("This kind of file is not taken.")


async def test_pieces_of_eight_megabytes_come_in(door: tuple[AsyncClient, UUID, str]) -> None:
    client, _, film_id = door
    media = f"/api/v1/films/{film_id}/media/uploads"
    upload = (await client.post(media, json={"filename": "a.mp4", "size": 10 << 20})).json()["id"]

    answer = await client.put(f"{media}/{upload}?offset=0", content=bytes(8 << 20), headers={"Content-Type": "application/octet-stream"})
    other = await client.put(f"{media}/{upload}?offset=0", content=bytes(10 << 20), headers={"Content-Type": "application/octet-stream"})

    assert (answer.status_code, other.status_code) == (204, 413)


async def test_one_sees_how_much_is_kept_and_clears_what_no_film_uses(door: tuple[AsyncClient, UUID, str]) -> None:
    client, _, film_id = door
    await client.post(f"/api/v1/films/{film_id}/media/uploads", json={"filename": "a.png", "size": 70})

    before = (await client.get("/api/v1/own-media")).json()
    cleared = await client.delete("/api/v1/own-media")
    after = (await client.get("/api/v1/own-media")).json()

    assert (before["kept"], before["unfinished"], cleared.status_code, after["unfinished"]) == (0, 70, 204, 0)


async def test_what_is_prepared_can_be_called_off(door: tuple[AsyncClient, UUID, str], tmp_path: Path) -> None:
    client, _, film_id = door
    Image.effect_noise((300, 220), 60).save(tmp_path / "a.png")
    await send(client, film_id, (tmp_path / "a.png").read_bytes(), 1)

    gone = await client.delete(f"/api/v1/films/{film_id}/media/coming/1")
    await prepared()

    assert gone.status_code == 204
    assert (await client.get(f"/api/v1/films/{film_id}/media/coming")).json() == []
    assert (await client.get(f"/api/v1/films/{film_id}/media")).json() == []
