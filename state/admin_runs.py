"""Runs of everybody, for admins."""

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import RunRow
from litink_app.services import runs
from state.policy import policy

STATUSES = ("", "running", "queued", "paused", "done", "failed", "cancelled")


class AdminRunsState(rx.State):
    rows: list[RunRow] = []
    status: str = ""
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.ADMIN)
    async def load(self) -> None:
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def only(self, status: str) -> None:
        self.status = status if status in STATUSES else ""
        await self._refresh()

    async def _refresh(self) -> None:
        try:
            self.rows, self.error = await runs.all_runs(status=self.status), ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
