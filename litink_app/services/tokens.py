"""Tokens of API clients: a short-lived signed access token, and a refresh token that is exchanged at each use.

The access token names its sign-in, so that signing out ends it at once. A refresh token that comes twice was stolen: its sign-in ends.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import jwt

from litink_app import db
from litink_app.config import settings
from litink_app.errors import SignInNeeded
from litink_app.models.account import now
from litink_app.repositories import accounts as rows
from litink_app.schemas.account import Ticket
from litink_app.schemas.views import PersonView
from litink_app.services import accounts

ALGORITHM = "HS256"
AUDIENCE = "litink-api"
ISSUER = "litink"
ACCESS_SECONDS = 900
LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Tokens:
    access_token: str
    refresh_token: str
    expires_in: int = ACCESS_SECONDS
    token_type: str = "Bearer"  # noqa: S105


async def issue(ticket: Ticket) -> Tokens:
    """Tokens for an API sign-in just made; its ticket is the first refresh token."""
    async with db.session() as unit:
        found = await rows.signed_in(unit, accounts.digest(ticket.token), "api")
    if found is None:
        raise SignInNeeded
    return Tokens(access(found[0].id, found[1].id), ticket.token)


async def refresh(token: str) -> Tokens:
    """Exchange a refresh token; an exchanged one ends the whole sign-in."""
    new, old = secrets.token_urlsafe(32), accounts.digest(token)
    expires = now() + timedelta(days=settings().session_days)
    async with db.session() as unit:
        found = await rows.exchange(unit, old, accounts.digest(new), expires)
        if found is None:
            await rows.end_stolen(unit, old)
    if found is None:
        raise SignInNeeded("This sign-in has ended. Please sign in again.")
    return Tokens(access(found[0].id, found[1].id), new)


async def who(token: str) -> tuple[PersonView, UUID]:
    """The person and the sign-in behind an access token."""
    session_id, person_id = _read(token)
    person = await accounts.who_by_session(session_id)
    if person is None or person.id != person_id:
        raise SignInNeeded("This sign-in has ended. Please sign in again.")
    return person, session_id


def access(session_id: UUID, person_id: UUID) -> str:
    """A signed access token; it tells who, never what they may do."""
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "typ": "access",
        "sub": str(person_id),
        "sid": str(session_id),
        "jti": str(uuid4()),
        "iat": now(),
        "exp": now() + timedelta(seconds=ACCESS_SECONDS),
    }
    return jwt.encode(claims, key(), algorithm=ALGORITHM)


def key() -> bytes:
    """The key of access tokens alone, drawn from the secret of this installation."""
    return hmac.digest(settings().signing_key(), b"access tokens", hashlib.sha256)


def _read(token: str) -> tuple[UUID, str]:
    try:
        if len(token) > LONGEST:
            raise jwt.InvalidTokenError
        required = ["exp", "iat", "sub", "sid", "jti", "typ", "aud", "iss"]
        claims = jwt.decode(token, key(), algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options={"require": required})
        if claims["typ"] != "access":
            raise jwt.InvalidTokenError
        return UUID(claims["sid"]), str(claims["sub"])
    except (jwt.InvalidTokenError, ValueError, AttributeError, TypeError):
        raise SignInNeeded("This access token is not valid, or not any more.") from None
