"""Who calls a route, and whether they may: every route takes one of `Anyone`, `Member`, `Creator` or `Admin`.

Browsers come with the session cookie; then every request that changes something must come from one of our own origins.
API clients come with `Authorization: Bearer`, which no browser adds by itself.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import Depends, Request

from litink_app import routes
from litink_app.config import settings
from litink_app.errors import NotAllowed, SignInNeeded
from litink_app.schemas.account import WORDS, Policy, Problem, may
from litink_app.schemas.views import PersonView
from litink_app.services import accounts, session_cookie, tokens

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def token_of(request: Request) -> str:
    """The session token in the cookie, "" where there is none."""
    return session_cookie.token_in(request.headers.get("cookie", ""))


def address_of(request: Request) -> str:
    """Where the request comes from: what our outermost proxy saw, or the other end of the line. Anything before that may be invented."""
    if hops := settings().proxy_hops:
        told = [each.strip() for each in ",".join(request.headers.getlist("x-forwarded-for")).split(",")]
        if len(told) >= hops and told[-hops]:
            return told[-hops][:64]
    return request.client.host if request.client else ""


def agent_of(request: Request) -> str:
    return request.headers.get("user-agent", "")[:200]


async def person_of(request: Request) -> PersonView | None:
    """The signed-in person; a bad bearer token is an error, not nobody."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme:
        if scheme.lower() != "bearer":
            raise SignInNeeded("Only bearer tokens are known here.")
        person, request.state.sign_in_id = await tokens.who(token)
        return person
    person = await accounts.who(token_of(request))
    if person and request.method not in SAFE:
        need_own_origin(request)
    return person


async def is_still_signed_in(request: Request) -> bool:
    """Whether the sign-in that a long answer began with goes on; its access token may have run out meanwhile."""
    if sign_in_id := getattr(request.state, "sign_in_id", None):
        return await accounts.who_by_session(sign_in_id) is not None
    return await accounts.who(token_of(request)) is not None


def need_own_origin(request: Request) -> None:
    """Refuse what another site made a browser send."""
    if request.headers.get("origin") not in routes.origins():
        raise NotAllowed(WORDS[Problem.ORIGIN])


def allow(needed: Policy) -> Callable[[Request], Awaitable[PersonView | None]]:
    """A dependency that admits whom `needed` admits."""

    async def admitted(request: Request) -> PersonView | None:
        person = await person_of(request)
        if may(person, needed):
            return person
        if person is None:
            raise SignInNeeded
        raise NotAllowed("This is not open to your account.")

    admitted.policy = needed  # pyright: ignore[reportFunctionMemberAccess]
    return admitted


async def _anyone() -> None:
    return None


_anyone.policy = Policy.ANYONE  # pyright: ignore[reportFunctionMemberAccess]

Open = Depends(_anyone)
Member = Annotated[PersonView, Depends(allow(Policy.SIGNED_IN))]
Creator = Annotated[PersonView, Depends(allow(Policy.CREATOR))]
Admin = Annotated[PersonView, Depends(allow(Policy.ADMIN))]


def policies_of(route: Any) -> list[Policy]:
    """The policies that a route declares."""
    found = [route.dependant]
    for dependant in found:
        found.extend(dependant.dependencies)
    return [dependant.call.policy for dependant in found if hasattr(dependant.call, "policy")]
