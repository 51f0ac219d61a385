"""Accounts and sign-ins. A token is random, goes into the cookie once and is kept as its SHA-256 only."""

import hashlib
import re
import secrets
import time
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db, routes
from litink_app.config import settings
from litink_app.errors import Conflict, NotAllowed, NotFound, Refused, SignInNeeded
from litink_app.models.account import LinkToken, Person, SignIn, now
from litink_app.repositories import accounts as rows
from litink_app.repositories import replies
from litink_app.schemas.account import WORDS, Problem, Role, Ticket
from litink_app.schemas.views import PersonView, SessionView, UserRow
from litink_app.services import attempts, audit, devices, passwords
from litink_app.tiers import ModelTier

LINK_MINUTES = 60
CACHE_SECONDS = 2.0
SEEN_AFTER = timedelta(minutes=1)
EMAIL = re.compile(r"[^@\s<>\"'(),:;\[\]\\]{1,64}@[^@\s.]+(\.[^@\s.]+)*", re.UNICODE)

Who = PersonView | UUID | str

_cache: dict[bytes, tuple[PersonView, float]] = {}


async def sign_up(email: str, password: str, name: str, *, address: str, agent: str, kind: str = "web") -> Ticket:
    """A new account, signed in."""
    email, name = clean_email(email), clean_name(name)
    await attempts.count([attempts.signing_up(address)])
    kept = await passwords.hashed(password)
    person = Person(email=email, name=name, password_hash=kept, role=Role.CREATOR)
    try:
        async with db.session() as unit:
            unit.add(person)
            await unit.flush()
            return Ticket(start(unit, person.id, address, agent, kind), view(person))
    except IntegrityError:
        raise Conflict(WORDS[Problem.TAKEN]) from None


async def sign_in(email: str, password: str, *, address: str, agent: str, kind: str = "web") -> Ticket:
    """Sign in with the password; every refusal looks alike and costs the same."""
    email = email.strip().lower()[:254]
    limits = attempts.signing_in(email, address)
    await attempts.count(limits)
    async with db.session() as unit:
        person = await rows.by_email(unit, email)
    if not await passwords.matches(password, person.password_hash if person else "") or person is None:
        raise NotAllowed(WORDS[Problem.WRONG])
    if person.locked:
        raise NotAllowed(WORDS[Problem.LOCKED])
    await attempts.count([attempts.opening(email, address)])
    async with db.session() as unit:
        await attempts.right(unit, limits)
        return Ticket(start(unit, person.id, address, agent, kind), view(person))


async def sign_in_by_link(token: str, *, address: str, agent: str) -> Ticket:
    """Sign in by a link, which is used up."""
    await attempts.count([attempts.following(address)])
    async with db.session() as unit:
        found = await rows.take_link(unit, digest(token))
        person = await rows.person(unit, found) if found else None
        if person is None or person.locked:
            raise NotAllowed(WORDS[Problem.LINK])
        audit.note(unit, "sign in by link", actor=person.id, subject=person.id, address=address)
        return Ticket(start(unit, person.id, address, agent), view(person))


async def owner_id() -> UUID:
    """The owner's id; the first call makes the account."""
    async with db.session() as unit:
        return (await _owner(unit)).id


async def owner_link() -> str:
    """The path that signs the owner in once, within the hour. Older links end."""
    token = secrets.token_urlsafe(32)
    async with db.session() as unit:
        owner = await _owner(unit)
        await rows.drop_links(unit, owner.id)
        unit.add(LinkToken(token_hash=digest(token), person_id=owner.id, expires=now() + timedelta(minutes=LINK_MINUTES)))
        audit.note(unit, "owner link made", actor=None, subject=owner.id)
    return routes.owner_link(token)


async def who(token: str) -> PersonView | None:
    """The person whose browser's sign-in this is, None where it has ended. Elsewhere ended sign-ins are noticed within `CACHE_SECONDS`."""
    if not token or len(token) > 200:
        return None
    key = digest(token)
    person, until = _cache.get(key, (None, 0.0))
    if person and until > time.monotonic():
        return person
    async with db.session() as unit:
        return _remember(key, await _seen(unit, await rows.signed_in(unit, key, "web")))


async def who_by_session(session_id: UUID) -> PersonView | None:
    """As `who`, by the sign-in that an access token names."""
    async with db.session() as unit:
        return await _seen(unit, await rows.signed_in_as(unit, session_id))


async def sign_out(token: str) -> None:
    async with db.session() as unit:
        await rows.end_token(unit, digest(token))
    _cache.pop(digest(token), None)


async def sign_out_everywhere(person: Who) -> int:
    """End every sign-in of the person, this one too; gives how many there were."""
    async with db.session() as unit:
        ended = await rows.end_all(unit, uuid(person))
        audit.note(unit, "sign out everywhere", actor=uuid(person), subject=uuid(person), ended=ended)
    _cache.clear()
    return ended


async def sessions(person: Who, token: str = "") -> list[SessionView]:
    """Where the person is signed in; `token` tells which one asks."""
    async with db.session() as unit:
        found = await rows.sign_ins(unit, uuid(person))
    mine = digest(token)
    return [
        SessionView(str(row.id), devices.in_words(row.agent), row.address, row.last_seen.isoformat(), row.token_hash == mine)
        for row in found
    ]


async def end_session(person: Who, session_id: str | UUID) -> None:
    async with db.session() as unit:
        if not await rows.end(unit, uuid(person), uuid(session_id)):
            raise NotFound
    _cache.clear()


async def rename(person: Who, name: str) -> None:
    async with db.session() as unit:
        (await _mine(unit, person)).name = clean_name(name)
    _cache.clear()


async def change_password(person: Who, old: str, new: str, *, token: str = "") -> None:
    """Change the password, with the old one as proof; ends every other sign-in. One who came by link sets the first without proof."""
    await _prove(person, old)
    kept = await passwords.hashed(new)
    async with db.session() as unit:
        (await _mine(unit, person)).password_hash = kept
        await rows.end_all(unit, uuid(person), but=digest(token) if token else b"")
        await rows.drop_links(unit, uuid(person))
        audit.note(unit, "password changed", actor=uuid(person), subject=uuid(person))
    _cache.clear()


async def change_email(person: Who, password: str, email: str) -> None:
    """Change the e-mail address, with the password as proof."""
    email = clean_email(email)
    await _prove(person, password)
    await attempts.count([attempts.moving(str(uuid(person)))])
    try:
        async with db.session() as unit:
            mine = await _mine(unit, person)
            audit.note(unit, "e-mail changed", actor=uuid(person), subject=uuid(person), before=mine.email)
            mine.email = email
    except IntegrityError:
        raise Conflict(WORDS[Problem.TAKEN]) from None
    _cache.clear()


async def users(
    admin: PersonView, *, query: str = "", sort: str = "-created", page: int = 1, after: str = "", size: int = 50
) -> list[UserRow]:
    """People whose name or address holds `query`: by page, or those that follow the person `after` (then newest first)."""
    need_admin(admin)
    async with db.session() as unit:
        found = await rows.users(unit, query[:200], sort, max(1, min(page, 10_000)), uuid(after) if after else None, max(1, min(size, 200)))
    return [_user_row(*each) for each in found]


async def set_role(admin: PersonView, user: Who, role: str) -> None:
    """Give a role; nobody changes their own, and the owner stays admin."""
    if role not in list(Role):
        raise Refused("There is no such role.")
    async with db.session() as unit:
        person = await _other(unit, admin, user)
        audit.note(unit, "role changed", actor=uuid(admin), subject=person.id, before=person.role, after=role)
        person.role = role
    _cache.clear()


async def set_tier(admin: PersonView, user: Who, tier: str) -> None:
    """Give a tier by hand."""
    if tier not in list(ModelTier):
        raise Refused("There is no such tier.")
    need_admin(admin)
    async with db.session() as unit:
        person = await rows.person_for_change(unit, uuid(user))
        if person is None:
            raise NotFound
        audit.note(unit, "tier changed", actor=uuid(admin), subject=person.id, before=person.tier, after=tier)
        person.tier = tier
    _cache.clear()


async def lock(admin: PersonView, user: Who, locked: bool) -> None:
    """Lock an account, which ends all its sign-ins, or unlock it."""
    async with db.session() as unit:
        person = await _other(unit, admin, user)
        audit.note(unit, "locked" if locked else "unlocked", actor=uuid(admin), subject=person.id)
        person.locked = locked
        if locked:
            await rows.end_all(unit, person.id)
            await rows.drop_links(unit, person.id)
    _cache.clear()


async def tidy() -> None:
    """Take away tries that no limit counts any more, sign-ins and links that have ended, and answers kept for a day."""
    yesterday = now() - timedelta(days=1)
    async with db.session() as unit:
        await rows.sweep(unit, yesterday)
        await replies.sweep(unit, yesterday)


def forget() -> None:
    """Drop what is remembered of sign-ins, after a change of who may do what."""
    _cache.clear()


def start(unit: AsyncSession, person_id: UUID, address: str, agent: str, kind: str = "web") -> str:
    """A new sign-in in this unit of work; gives its token."""
    token = secrets.token_urlsafe(32)
    expires = now() + timedelta(days=settings().session_days)
    unit.add(SignIn(person_id=person_id, kind=kind, token_hash=digest(token), agent=agent[:200], address=address[:64], expires=expires))
    return token


def view(person: Person) -> PersonView:
    return PersonView(str(person.id), person.email, person.name, person.role, person.tier, person.created.isoformat())


def digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def uuid(value: Who) -> UUID:
    """An id from outside; what is none is simply not there."""
    given = value.id if isinstance(value, PersonView) else value
    try:
        return given if isinstance(given, UUID) else UUID(given)
    except (ValueError, AttributeError, TypeError):
        raise NotFound from None


def clean_email(email: str) -> str:
    email = email.strip().lower()
    if len(email) > 254 or not email.isprintable() or not EMAIL.fullmatch(email):
        raise Refused(WORDS[Problem.EMAIL])
    return email


def clean_name(name: str) -> str:
    name = " ".join(name.split())
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise Refused(WORDS[Problem.NAME])
    return name


async def _prove(person: Who, password: str) -> None:
    """Check the person's password again, within limits."""
    limit = attempts.proving(str(uuid(person)))
    await attempts.count([limit])
    async with db.session() as unit:
        kept = (await _mine(unit, person)).password_hash
    if kept and not await passwords.matches(password, kept):
        raise NotAllowed(WORDS[Problem.PROOF])
    async with db.session() as unit:
        await attempts.right(unit, [limit])


def need_admin(person: PersonView) -> None:
    """Refuse everybody else, whatever the page or the route has checked."""
    if person.role != Role.ADMIN:
        raise NotAllowed("This is for admins.")


async def _other(unit: AsyncSession, admin: PersonView, user: Who) -> Person:
    need_admin(admin)
    person = await rows.person_for_change(unit, uuid(user))
    if person is None:
        raise NotFound
    if person.owner or person.id == uuid(admin):
        raise Refused("The owner's account and your own stay as they are.")
    return person


def _user_row(person: Person, books: int, films: int, last_seen: datetime | None) -> UserRow:
    seen = last_seen.isoformat() if last_seen else ""
    created = person.created.isoformat()
    return UserRow(str(person.id), person.email, person.name, person.role, person.tier, books, films, created, seen, person.locked)


async def _owner(unit: AsyncSession) -> Person:
    if (owner := await rows.owner(unit)) is None:
        owner = Person(email="owner@localhost", name="Owner", role=Role.ADMIN, owner=True)
        unit.add(owner)
        await unit.flush()
    return owner


async def _mine(unit: AsyncSession, person: Who) -> Person:
    if (found := await rows.person_for_change(unit, uuid(person))) is None:
        raise SignInNeeded
    return found


async def _seen(unit: AsyncSession, found: tuple[SignIn, Person] | None) -> PersonView | None:
    if found is None:
        return None
    row, person = found
    if now() - row.last_seen > SEEN_AFTER:
        await rows.seen(unit, row.id)
    return view(person)


def _remember(key: bytes, person: PersonView | None) -> PersonView | None:
    if person is None:
        _cache.pop(key, None)
        return None
    if len(_cache) > 10_000:
        _cache.clear()
    _cache[key] = (person, time.monotonic() + CACHE_SECONDS)
    return person
