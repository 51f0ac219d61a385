"""The second lock of the socket, for what `state.policy` cannot see.

`app.add_middleware(Gate())`: an event whose handler has no policy is refused, whoever sends it; and when a tab comes with another
person than before (sign-out and sign-in on a shared machine, a stolen tab token), its state starts empty before anything is sent.
"""

from collections.abc import Callable, Iterator
from typing import Any, cast

import structlog
from reflex.app import App
from reflex.event import Event
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, State, StateUpdate
from reflex_base.registry import RegistrationContext

from litink_app.services import accounts
from state.auth import AuthState
from state.policy import policy_of, token_of

HYDRATIONS = frozenset({"hydrate", "hydrate_and_load"})
OWN_OF_REFLEX = frozenset({*HYDRATIONS, "set_is_hydrated", "on_load_internal", "update_vars_internal", "handle_frontend_exception"})

log = structlog.get_logger()


class Gate(Middleware):
    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        """Nothing where the event may go on, an empty update where it is refused."""
        found = RegistrationContext.get().event_handlers.get(event.name)
        if found is None or not is_guarded(found.handler.fn):
            log.warning("event refused", handler=event.name[:200], reason="no policy")
            return StateUpdate()
        if event.name.rpartition(".")[2] in HYDRATIONS:
            await _welcome(cast(State, state))
        return None


def handlers() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every event handler that a socket can name, with its function."""
    for name, found in RegistrationContext.get().event_handlers.items():
        yield name, found.handler.fn


def is_guarded(handler: Callable[..., Any]) -> bool:
    """Whether the handler has a policy, or is one of those by which Reflex itself draws a page."""
    return policy_of(handler) is not None or is_own_of_reflex(handler)


def is_own_of_reflex(handler: Callable[..., Any]) -> bool:
    return handler.__module__.split(".")[0] == "reflex" and handler.__name__ in OWN_OF_REFLEX


async def _welcome(root: State) -> None:
    person = await accounts.who(token_of(root))
    auth = await root.get_state(AuthState)
    if auth.person.id != (person.id if person else ""):
        root.reset()
    auth._become(person)
