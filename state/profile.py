"""Where the person is signed in, and how much of their own is kept for films."""

from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.own_media import RoomView
from litink_app.schemas.views import SessionView
from litink_app.services import accounts, own_room
from state.policy import me, my_id, policy, token_of


class ProfileState(rx.State):
    sessions: list[SessionView] = []
    room: RoomView = RoomView(0, 0, 1)
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> None:
        try:
            self.sessions, self.error = await accounts.sessions(me(), token_of(self)), ""
            self.room = await own_room.view(my_id())
        except LitinkError as error:
            self.error = error.message
        self.loaded = True

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def end(self, session_id: str) -> None:
        """Sign out one other device."""
        await accounts.end_session(me(), session_id)
        self.sessions = await accounts.sessions(me(), token_of(self))

    @rx.event
    @policy(Policy.CREATOR)
    async def clear(self) -> Any:
        """Delete of the own pictures, clips and music what no film uses."""
        await own_room.clear(my_id())
        self.room = await own_room.view(my_id())
        return rx.toast("What no film uses is deleted.")
