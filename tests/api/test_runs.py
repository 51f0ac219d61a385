"""The events of a run end with the sign-in that asked for them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient

from litink_app.api import runs as api_runs
from litink_app.schemas.run import RunView
from litink_app.services import runs
from tests.api.conftest import bearer, sign_up, tokens

VIEW = RunView(str(uuid4()), "film", "running", 1, 0.0, None, "", (), "0")


@pytest.mark.parametrize("as_browser", [True, False])
async def test_events_end_with_the_sign_in(
    browser: AsyncClient, client: AsyncClient, monkeypatch: pytest.MonkeyPatch, as_browser: bool
) -> None:
    gone_on = asyncio.Event()

    async def view(owner: UUID, run_id: Any) -> RunView:
        return VIEW

    async def watch(owner: UUID, run_id: Any) -> AsyncIterator[RunView]:
        for percent in range(3):
            if percent == 2:
                await end()
                gone_on.set()
            yield VIEW

    monkeypatch.setattr(api_runs.runs, "view", view)
    monkeypatch.setattr(runs, "watch", watch)
    if as_browser:
        await sign_up(browser)
        asked, headers = browser, {}
    else:
        asked, headers = client, bearer((await tokens(client))["access_token"])

    async def end() -> None:
        await asked.post("/api/v1/auth/sign-out", headers=headers)

    answer = await asked.get(f"/api/v1/runs/{uuid4()}/events", headers=headers)

    assert gone_on.is_set()
    assert answer.text.count("data:") == 2
