"""`/auth`: accounts, and tokens for API clients."""

from uuid import UUID

from fastapi import APIRouter, Request

from litink_app.api import bodies
from litink_app.api.caller import Member, Open, address_of, agent_of, token_of
from litink_app.schemas.views import PersonView, SessionView
from litink_app.services import accounts, tokens, welcome
from litink_app.services.tokens import Tokens

router = APIRouter(prefix="/auth", tags=["auth"])


@router.post("/sign-up", status_code=201, dependencies=[Open])
async def sign_up(request: Request, body: bodies.SignUp) -> Tokens:
    """A new account, signed in."""
    where = {"address": address_of(request), "agent": agent_of(request)}
    return await tokens.issue(await welcome.sign_up(body.email, body.password, body.name, **where, kind="api"))


@router.post("/sign-in", dependencies=[Open])
async def sign_in(request: Request, body: bodies.SignIn) -> Tokens:
    """An access token for a quarter of an hour, and a refresh token for the next one."""
    where = {"address": address_of(request), "agent": agent_of(request)}
    return await tokens.issue(await accounts.sign_in(body.email, body.password, **where, kind="api"))


@router.post("/refresh", dependencies=[Open])
async def refresh(body: bodies.Refresh) -> Tokens:
    """Exchange a refresh token; each works once, and one that comes twice ends the sign-in."""
    return await tokens.refresh(body.refresh_token)


@router.post("/sign-out", status_code=204)
async def sign_out(request: Request, person: Member) -> None:
    """End the sign-in that this request comes with."""
    if sign_in_id := getattr(request.state, "sign_in_id", None):
        await accounts.end_session(person, sign_in_id)
    else:
        await accounts.sign_out(token_of(request))


@router.get("/me")
async def me(person: Member) -> PersonView:
    return person


@router.patch("/me", status_code=204)
async def rename(person: Member, body: bodies.Profile) -> None:
    await accounts.rename(person, body.name)


@router.post("/password", status_code=204)
async def password(request: Request, person: Member, body: bodies.NewPassword) -> None:
    """Needs the old password; signs out everywhere else."""
    await accounts.change_password(person, body.old, body.new, token=token_of(request))


@router.post("/email", status_code=204)
async def email(person: Member, body: bodies.NewEmail) -> None:
    """Needs the password."""
    await accounts.change_email(person, body.password, body.email)


@router.get("/sessions")
async def sessions(request: Request, person: Member) -> list[SessionView]:
    """Where the person is signed in."""
    return await accounts.sessions(person, token_of(request))


@router.delete("/sessions", status_code=204)
async def sign_out_everywhere(person: Member) -> None:
    await accounts.sign_out_everywhere(person)


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(person: Member, session_id: UUID) -> None:
    await accounts.end_session(person, session_id)
