"""Where the person is signed in."""

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import SessionView
from litink_app.services import accounts
from state.policy import me, policy, token_of


class ProfileState(rx.State):
    sessions: list[SessionView] = []
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> None:
        try:
            self.sessions, self.error = await accounts.sessions(me(), token_of(self)), ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def end(self, session_id: str) -> None:
        """Sign out one other device."""
        await accounts.end_session(me(), session_id)
        self.sessions = await accounts.sessions(me(), token_of(self))
