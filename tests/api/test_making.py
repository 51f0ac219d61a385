"""Idempotency keys: the same request makes one thing."""

import asyncio
from typing import Any

import pytest
from httpx import AsyncClient

from litink_app.errors import Conflict, Refused
from litink_app.services import replies
from tests.api.conftest import bearer, tokens

PASTE = "/api/v1/books/texts"
ME = "00000000-0000-4000-8000-000000000001"


async def test_a_request_that_comes_twice_makes_one_book(client: AsyncClient) -> None:
    headers = bearer((await tokens(client))["access_token"]) | {"Idempotency-Key": "one"}
    body = {"title": "Small", "text": "Chapter 1\n\nIt was a small book about a fox.\n"}

    first = await client.post(PASTE, json=body, headers=headers)
    second = await client.post(PASTE, json=body, headers=headers)

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert second.headers["idempotency-replayed"] == "true"


async def test_the_same_key_for_another_request_is_refused(client: AsyncClient) -> None:
    headers = bearer((await tokens(client))["access_token"]) | {"Idempotency-Key": "one"}
    await client.post(PASTE, json={"title": "Small", "text": "It was a small book about a fox."}, headers=headers)

    answer = await client.post(PASTE, json={"title": "Other", "text": "It was another book about a crow."}, headers=headers)

    assert answer.status_code == 422


async def test_two_people_may_use_the_same_key(client: AsyncClient) -> None:
    body = {"title": "Small", "text": "It was a small book about a fox."}
    first = bearer((await tokens(client))["access_token"]) | {"Idempotency-Key": "one"}
    second = bearer((await tokens(client, "bob@example.org"))["access_token"]) | {"Idempotency-Key": "one"}

    answers = [await client.post(PASTE, json=body, headers=headers) for headers in (first, second)]

    assert answers[0].json()["id"] != answers[1].json()["id"]


@pytest.fixture
async def someone(client: AsyncClient) -> str:
    given = await tokens(client)
    return (await client.get("/api/v1/auth/me", headers=bearer(given["access_token"]))).json()["id"]


async def test_of_many_at_once_one_makes_and_the_others_wait_their_turn(someone: str) -> None:
    made: list[int] = []

    async def make() -> tuple[int, dict[str, Any]]:
        made.append(1)
        await asyncio.sleep(0.2)
        return 201, {"id": "x"}

    answers = await asyncio.gather(*[replies.once(someone, "key", b"same", make) for _ in range(8)], return_exceptions=True)

    assert len(made) == 1
    assert sum(isinstance(answer, Conflict) for answer in answers) == 7


async def test_a_request_that_failed_may_be_sent_again(someone: str) -> None:
    async def broken() -> tuple[int, dict[str, Any]]:
        raise Refused("no")

    async def whole() -> tuple[int, dict[str, Any]]:
        return 201, {"id": "x"}

    with pytest.raises(Refused):
        await replies.once(someone, "key", b"same", broken)

    assert await replies.once(someone, "key", b"same", whole) == ((201, {"id": "x"}), False)


@pytest.mark.parametrize("key", ["x" * 201, "ä", "a\x00b"])
async def test_a_key_that_is_none_is_refused(someone: str, key: str) -> None:
    async def make() -> tuple[int, dict[str, Any]]:
        return 201, {}

    with pytest.raises(Refused):
        await replies.once(someone, key, b"same", make)
