"""Search over the caller's books by the API: their passages, nobody else's."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import pytest
from httpx import AsyncClient

from litink_app.services import asking, search
from litink_app.services.rag import RAGService
from tests.api.conftest import bearer, tokens
from tests.services.test_rag import Words, searchable


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "embedder", Words)


async def person(client: AsyncClient, email: str) -> tuple[UUID, dict[str, str]]:
    signed = bearer((await tokens(client, email))["access_token"])
    return UUID((await client.get("/api/v1/auth/me", headers=signed)).json()["id"]), signed


class Held(Words):
    """Embeds once its gate is open."""

    def __init__(self) -> None:
        self.gate, self.asked = asyncio.Event(), 0

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.asked += 1
        await self.gate.wait()
        return await super().embed(texts)


async def look(client: AsyncClient, signed: dict[str, str]) -> int:
    return (await client.get("/api/v1/books/passages", params={"query": "a silver sword"}, headers=signed)).status_code


async def test_a_passage_is_found_with_its_book_and_place(client: AsyncClient) -> None:
    owner, signed = await person(client, "alice@example.org")
    book_id = await searchable(RAGService(Words()), owner)

    answer = await client.get("/api/v1/books/passages", params={"query": "a silver sword in a chest"}, headers=signed)

    best = answer.json()[0]
    assert (best["book_id"], best["book_title"]) == (str(book_id), "The Miller")
    assert "silver sword" in best["text"]


async def test_nobody_elses_passage_is_found(client: AsyncClient) -> None:
    owner, _ = await person(client, "alice@example.org")
    _, stranger = await person(client, "eve@example.org")
    await searchable(RAGService(Words()), owner)

    answer = await client.get("/api/v1/books/passages", params={"query": "a silver sword in a chest"}, headers=stranger)

    assert (answer.status_code, answer.json()) == (200, [])


async def test_one_persons_many_searches_at_once_do_not_make_the_others_wait(client: AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    _, greedy = await person(client, "alice@example.org")
    _, other = await person(client, "eve@example.org")
    held = Held()
    monkeypatch.setattr(asking, "embedder", lambda: held)
    waiting = [asyncio.create_task(look(client, greedy)) for _ in range(search.AT_ONCE)]
    while held.asked < search.AT_ONCE:
        await asyncio.sleep(0.01)

    refused = await look(client, greedy)
    held.gate.set()

    assert refused == 429
    assert [await one for one in waiting] == [200] * search.AT_ONCE
    assert (await look(client, other), await look(client, greedy)) == (200, 200)


async def test_too_long_a_search_is_refused(client: AsyncClient) -> None:
    _, signed = await person(client, "alice@example.org")

    answer = await client.get("/api/v1/books/passages", params={"query": "x" * 401}, headers=signed)

    assert answer.status_code == 422
