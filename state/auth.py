"""Who is signed in, as pages show it.

`AuthState.person` (a `PersonView`), `.signed_in` and `.is_admin` are filled by `state.gate.Gate` before the first snapshot goes to
the page: no handler has to be called for them. They are for drawing only; what a person may do is decided by `state.policy`.
Pages for members: `on_load=[AuthState.require, …]`, for admins `AuthState.require_admin`; a courtesy, since every handler checks.
Pages with forms of `/auth`: `on_load=FormState.read`, then show `FormState.problem` or `.notice` when not empty, and put
`FormState.after` into the hidden field `next`.
"""

from typing import Any

import reflex as rx

from litink_app.routes import ADMIN_USERS, local
from litink_app.schemas.account import WORDS, Policy, Role
from litink_app.schemas.views import PersonView
from state.policy import policy

NOBODY = PersonView(id="", email="", name="", role="", tier="", created="")


class AuthState(rx.State):
    person: PersonView = NOBODY
    signed_in: bool = False
    is_admin: bool = False

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def require(self) -> None:
        """Lead visitors to the sign-in page."""

    @rx.event
    @policy(Policy.ADMIN)
    async def require_admin(self) -> None:
        """Tell all but admins that this is not for them."""

    @rx.event
    @policy(Policy.ADMIN)
    async def to_admin(self) -> Any:
        return rx.redirect(ADMIN_USERS)

    def _become(self, person: PersonView | None) -> None:
        self.person = person or NOBODY
        self.signed_in = person is not None
        self.is_admin = person is not None and person.role == Role.ADMIN


class FormState(rx.State):
    """What the last form of `/auth` came back with."""

    problem: str = ""
    notice: str = ""
    after: str = ""

    @rx.event
    @policy(Policy.ANYONE)
    async def read(self) -> None:
        query = self.router.url.query_parameters
        self.problem = WORDS.get(query.get("problem", ""), "")
        self.notice = WORDS.get(query.get("notice", ""), "")
        self.after = local(query.get("next", ""), "")
