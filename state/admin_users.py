"""People, for admins: find, sort, give a role, lock."""

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import UserRow
from litink_app.services import accounts
from state.policy import me, policy

COLUMNS = ("name", "email", "role", "books", "films", "created", "last_seen")


class AdminUsersState(rx.State):
    users: list[UserRow] = []
    query: str = ""
    sort: str = "-created"
    page: int = 1
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.ADMIN)
    async def load(self) -> None:
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def find(self, query: str) -> None:
        self.query, self.page = query, 1
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def sort_by(self, column: str) -> None:
        """Sort by the column, the other way round when it is sorted by already."""
        if column in COLUMNS:
            self.sort = f"-{column}" if self.sort == column else column
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def turn(self, pages: int) -> None:
        self.page = max(1, self.page + pages)
        await self._refresh()

    @rx.event
    @policy(Policy.ADMIN)
    async def give_role(self, user_id: str, role: str) -> rx.event.EventSpec:
        await accounts.set_role(me(), user_id, role)
        await self._refresh()
        return rx.toast("The role is changed.")

    @rx.event
    @policy(Policy.ADMIN)
    async def lock(self, user_id: str, locked: bool) -> None:
        await accounts.lock(me(), user_id, locked)
        await self._refresh()

    async def _refresh(self) -> None:
        try:
            self.users = await accounts.users(me(), query=self.query, sort=self.sort, page=self.page)
            self.error = ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
