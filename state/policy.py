"""Who may call which handler: checked on the server at every event, whatever the page shows.

Every event handler of every state carries a policy, under `@rx.event`:

    @rx.event
    @policy(Policy.CREATOR)
    async def make(self, style: str) -> rx.event.EventSpec | None:
        self.run_id = await production.create(me().id, style=style)

What the wrapper does before the handler runs, background handlers included:
the session in the cookie of the socket's handshake is looked up (`services.accounts.who`); where the policy is not met, nobody signed in is
led to the sign-in page and somebody signed in reads that this is not for them; the arguments are checked against the annotations
(anything else is refused and logged). The person is then at hand as `me()` (a `PersonView`) in the handler and in all
that it awaits. A `LitinkError` that leaves the handler is shown as a toast. A background handler is stopped within seconds of
the end of its session.

`state.gate.Gate` is the second lock, for what has no policy.
"""

import asyncio
import inspect
import math
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar, get_type_hints
from uuid import UUID

import reflex as rx
import structlog
from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import is_typeddict

from litink_app import routes
from litink_app.errors import LitinkError, NotAllowed, Refused, SignInNeeded
from litink_app.schemas.account import Policy, may
from litink_app.schemas.views import PersonView
from litink_app.services import accounts, session_cookie

P = ParamSpec("P")
R = TypeVar("R")

LONGEST_TEXT = 200_000
LARGEST_NUMBER = 2**53
RECHECK_SECONDS = 3.0
BACKGROUND = "_reflex_background_task"

log = structlog.get_logger()
_me: ContextVar[PersonView | None] = ContextVar("me", default=None)


def me() -> PersonView:
    """The person whose event is handled."""
    if (person := _me.get()) is None:
        raise SignInNeeded
    return person


def my_id() -> UUID:
    """The id of the person whose event is handled."""
    return UUID(me().id)


def token_of(state: rx.State) -> str:
    """The session token in the handshake of the socket that sent this event; never a var."""
    return session_cookie.token_in(state.router.headers.raw_headers.get("cookie", ""))


def policy(needed: Policy) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Wrap a handler of a state (async function or async generator) so that it runs for those that `needed` admits only."""

    def around(handler: Callable[P, R]) -> Callable[P, R]:
        wrapper = _generator(handler, needed) if inspect.isasyncgenfunction(handler) else _coroutine(handler, needed)
        wrapper.policy = needed  # pyright: ignore[reportFunctionMemberAccess]
        return wrapper

    return around


def policy_of(handler: Any) -> Policy | None:
    """The policy that a handler's function declares."""
    return getattr(handler, "policy", None)


def _coroutine(handler: Callable[..., Any], needed: Policy) -> Callable[..., Any]:
    if not inspect.iscoroutinefunction(handler):
        raise TypeError(f"{handler.__qualname__} must be async")

    @wraps(handler)
    async def checked(state: rx.State, *args: Any, **kwargs: Any) -> Any:
        try:
            async with _entered(state, handler, needed, args, kwargs, getattr(checked, BACKGROUND, False)):
                return await handler(state, *args, **kwargs)
        except LitinkError as error:
            return _answer(state, error)

    return checked


def _generator(handler: Callable[..., Any], needed: Policy) -> Callable[..., Any]:
    @wraps(handler)
    async def checked(state: rx.State, *args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
        try:
            async with _entered(state, handler, needed, args, kwargs, getattr(checked, BACKGROUND, False)):
                async for event in handler(state, *args, **kwargs):
                    yield event
        except LitinkError as error:
            yield _answer(state, error)

    return checked


@asynccontextmanager
async def _entered(
    state: rx.State, handler: Callable[..., Any], needed: Policy, args: tuple[Any, ...], kwargs: dict[str, Any], background: bool
):
    token = token_of(state)
    person = await accounts.who(token)
    _admit(person, needed, handler)
    check_arguments(handler, (state, *args), kwargs)
    before = _me.set(person)
    try:
        async with _watched(token if person and background else ""):
            yield
    finally:
        with suppress(ValueError):  # a generator may be closed from another context
            _me.reset(before)


def _admit(person: PersonView | None, needed: Policy, handler: Callable[..., Any]) -> None:
    if may(person, needed):
        return
    log.warning("event refused", handler=handler.__qualname__, needed=needed.value, person=person.id if person else "")
    if person is None:
        raise SignInNeeded
    raise NotAllowed("This is not open to your account.")


@asynccontextmanager
async def _watched(token: str):
    """Cancel the running handler once the session behind `token` has ended."""
    current = asyncio.current_task()
    if not token or current is None:
        yield
        return
    guard = asyncio.create_task(_cancel_at_end(token, current.cancel))
    try:
        yield
    finally:
        guard.cancel()


async def _cancel_at_end(token: str, cancel: Callable[[], bool]) -> None:
    while await accounts.who(token):  # noqa: ASYNC110 - the end of a session rings no bell
        await asyncio.sleep(RECHECK_SECONDS)
    cancel()


def _answer(state: rx.State, error: LitinkError) -> Any:
    if isinstance(error, SignInNeeded):
        return rx.redirect(routes.sign_in(routes.local(state.router.url.path, ""), "sign-in"))
    return rx.toast.error(error.message)


def check_arguments(handler: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Refuse arguments that the handler's annotations do not promise; events are written by anybody."""
    try:
        given = inspect.signature(handler).bind(*args, **kwargs).arguments
        for name, value in list(given.items())[1:]:
            _check_size(value)
            if adapter := _adapters(handler).get(name):
                adapter.validate_python(value, strict=True)
    except (TypeError, ValueError, RecursionError) as error:
        reason = "types" if isinstance(error, ValidationError) else str(error)[:200]
        log.warning("event refused", handler=handler.__qualname__, reason=reason)
        raise Refused("That request was not understood.") from None


@lru_cache(maxsize=1024)
def _adapters(handler: Callable[..., Any]) -> dict[str, TypeAdapter[Any]]:
    hints = {name: hint for name, hint in get_type_hints(handler).items() if name not in ("return", "self") and hint is not Any}
    return {name: _adapter(hint) for name, hint in hints.items()}


def _adapter(hint: Any) -> TypeAdapter[Any]:
    if is_typeddict(hint):
        return TypeAdapter(dict[str, Any])
    if isinstance(hint, type) and hasattr(hint, "__pydantic_config__"):
        return TypeAdapter(hint)
    try:
        return TypeAdapter(hint, config=ConfigDict(arbitrary_types_allowed=True))
    except TypeError:
        return TypeAdapter(hint)


def _check_size(value: Any) -> None:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise ValueError("text too long")
    if isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= LARGEST_NUMBER):
        raise ValueError("number out of range")
    if isinstance(value, dict):
        for key, item in value.items():
            _check_size(key)
            _check_size(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check_size(item)
