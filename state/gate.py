"""The second lock of the socket, for what `state.policy` cannot see.

`app.add_middleware(Gate())`: an event whose handler has no policy is refused, whoever sends it; and when a tab comes with another
person than before (sign-out and sign-in on a shared machine, a stolen tab token), its state starts empty before anything is sent.
`keep_quiet(app)`: what no page of ours sends is refused before Reflex sees it, which would write the cookie and all words into the log.
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
from state.theme import ThemeState

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
        await _welcome(cast(State, state), event.name.rpartition(".")[2] in HYDRATIONS)
        return None


def keep_quiet(app: App) -> None:
    """Stand before the socket's events."""
    namespace = app.event_namespace
    assert namespace is not None
    inner, known = namespace.on_event, RegistrationContext.get().event_handlers

    async def on_event(sid: str, data: Any) -> None:
        name = data.get("name") if isinstance(data, dict) else None
        if namespace.sid_to_token.get(sid) is None:
            log.warning("event refused", reason="no tab")
        elif _is_event(data) and name in known:
            await inner(sid, data)
        else:
            log.warning("event refused", reason="no such event", handler=name[:200] if isinstance(name, str) else "")

    namespace.on_event = on_event


def frontend_failed(exception: Exception) -> None:
    """What a browser says went wrong in it, shortened: anybody may say that, and anything."""
    log.warning("a page failed", error=str(exception)[:1000])


def _is_event(data: Any) -> bool:
    """Whether it has the form of an event; all that is in it is judged later."""
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        return False
    router = data.get("router_data", {})
    return isinstance(data.get("payload", {}), dict) and isinstance(router, dict) and isinstance(router.get("pathname") or "", str)


def handlers() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every event handler that a socket can name, with its function."""
    for name, found in RegistrationContext.get().event_handlers.items():
        yield name, found.handler.fn


def is_guarded(handler: Callable[..., Any]) -> bool:
    """Whether the handler has a policy, or is one of those by which Reflex itself draws a page."""
    return policy_of(handler) is not None or is_own_of_reflex(handler)


def is_own_of_reflex(handler: Callable[..., Any]) -> bool:
    return handler.__module__.split(".")[0] == "reflex" and handler.__name__ in OWN_OF_REFLEX


async def _welcome(root: State, hydrating: bool) -> None:
    """Whoever else comes finds nothing of the one before, with the first event that they send; how the browser reads stays."""
    person = await accounts.who(token_of(root))
    auth = await root.get_state(AuthState)
    other = auth.person.id != (person.id if person else "")
    for state in root.substates.values() if other else ():
        if not isinstance(state, ThemeState):
            state.reset()
    if other or hydrating:
        auth._become(person)
