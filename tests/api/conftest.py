"""A browser and an API client against the application, on a real Postgres."""

from collections.abc import AsyncIterator

import httpx
import pytest
from httpx import ASGITransport, AsyncClient

from litink_app.api.app import api
from tests.people import PASSWORD, cheap_passwords  # noqa: F401

HOUSE = "http://127.0.0.1:8000"


@pytest.fixture
async def browser(database: str, cheap_passwords: None) -> AsyncIterator[AsyncClient]:  # noqa: F811
    """Keeps cookies and sends our own origin."""
    async with AsyncClient(transport=ASGITransport(api, raise_app_exceptions=False), base_url=HOUSE, headers={"Origin": HOUSE}) as client:
        yield client


@pytest.fixture
async def client(database: str, cheap_passwords: None) -> AsyncIterator[AsyncClient]:  # noqa: F811
    """An API client: no cookie, no origin."""
    async with AsyncClient(transport=ASGITransport(api, raise_app_exceptions=False), base_url=HOUSE) as found:
        yield found


async def sign_up(browser: AsyncClient, email: str = "alice@example.org") -> httpx.Response:
    return await browser.post("/auth/sign-up", data={"name": "Alice", "email": email, "password": PASSWORD})


async def tokens(client: AsyncClient, email: str = "alice@example.org") -> dict[str, str]:
    answer = await client.post("/api/v1/auth/sign-up", json={"name": "Alice", "email": email, "password": PASSWORD})
    assert answer.status_code == 201, answer.text
    return answer.json()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
