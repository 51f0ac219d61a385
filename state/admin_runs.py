"""Runs of everybody, for admins: filter, page, stop, start again."""

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import RunRow
from litink_app.services import runs
from state.policy import me, policy

STATUSES = ("", "running", "queued", "paused", "done", "failed", "cancelled")


class AdminRunsState(rx.State):
    rows: list[RunRow] = []
    status: str = ""
    query: str = ""
    page: int = 1
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.ADMIN)
    async def load(self) -> None:
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def only(self, status: str) -> None:
        self.status, self.page = status if status in STATUSES else "", 1
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def find(self, query: str) -> None:
        self.query, self.page = query, 1
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def turn(self, pages: int) -> None:
        self.page = max(1, self.page + pages)
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def cancel(self, run_id: str) -> None:
        await runs.admin_cancel(me(), run_id)
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def retry(self, run_id: str) -> None:
        await runs.admin_retry(me(), run_id)
        await self._refresh()

    async def _refresh(self) -> None:
        try:
            self.rows, self.error = await runs.all_runs(status=self.status, query=self.query, page=self.page), ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
