"""Queries on people, sign-ins and the limits on trying."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, UpdateBase, delete, func, or_, tuple_, update
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.models.account import Attempt, LinkToken, Person, SignIn, SpentToken, now

SORTABLE = ("name", "email", "role", "tier", "created")


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` within `seconds` for `subject`."""

    subject: str
    tries: int
    seconds: int


async def person(unit: AsyncSession, person_id: UUID) -> Person | None:
    return await unit.get(Person, person_id)


async def person_for_change(unit: AsyncSession, person_id: UUID) -> Person | None:
    return (await unit.exec(select(Person).where(col(Person.id) == person_id).with_for_update())).one_or_none()


async def by_email(unit: AsyncSession, email: str) -> Person | None:
    return (await unit.exec(select(Person).where(col(Person.email) == email))).one_or_none()


async def owner(unit: AsyncSession) -> Person | None:
    """The first account, which the sign-in link is for. Two first starts at once wait for each other."""
    await _lock(unit, "owner")
    return (await unit.exec(select(Person).where(col(Person.owner)))).first()


async def signed_in(unit: AsyncSession, token_hash: bytes, kind: str) -> tuple[SignIn, Person] | None:
    """The live sign-in of this kind with this token and its person, unless locked."""
    return await _live(unit, (col(SignIn.token_hash) == token_hash) & (col(SignIn.kind) == kind))


async def signed_in_as(unit: AsyncSession, sign_in_id: UUID) -> tuple[SignIn, Person] | None:
    return await _live(unit, col(SignIn.id) == sign_in_id)


async def _live(unit: AsyncSession, which: ColumnElement[bool]) -> tuple[SignIn, Person] | None:
    query = select(SignIn, Person).join(Person, col(Person.id) == col(SignIn.person_id))
    found = (await unit.exec(query.where(which, col(SignIn.expires) > now(), col(Person.locked).is_(False)))).one_or_none()
    return (found[0], found[1]) if found else None


async def seen(unit: AsyncSession, sign_in_id: UUID) -> None:
    await unit.exec(update(SignIn).where(col(SignIn.id) == sign_in_id).values(last_seen=now()))


async def sign_ins(unit: AsyncSession, person_id: UUID) -> Sequence[SignIn]:
    query = select(SignIn).where(col(SignIn.person_id) == person_id, col(SignIn.expires) > now())
    return (await unit.exec(query.order_by(col(SignIn.last_seen).desc()).limit(100))).all()


async def end(unit: AsyncSession, person_id: UUID, sign_in_id: UUID) -> int:
    return await _count(unit, delete(SignIn).where(col(SignIn.id) == sign_in_id, col(SignIn.person_id) == person_id))


async def end_token(unit: AsyncSession, token_hash: bytes) -> int:
    return await _count(unit, delete(SignIn).where(col(SignIn.token_hash) == token_hash))


async def end_all(unit: AsyncSession, person_id: UUID, but: bytes = b"") -> int:
    return await _count(unit, delete(SignIn).where(col(SignIn.person_id) == person_id, col(SignIn.token_hash) != but))


async def exchange(unit: AsyncSession, old: bytes, new: bytes, expires: datetime) -> tuple[SignIn, Person] | None:
    """Replace a live API sign-in's token; a second exchange of the same token finds nothing."""
    query = update(SignIn).where(col(SignIn.token_hash) == old, col(SignIn.kind) == "api", col(SignIn.expires) > now())
    changed = (
        await unit.exec(query.values(token_hash=new, expires=expires, last_seen=now()).returning(col(SignIn.id)))
    ).scalar_one_or_none()
    if changed is None:
        return None
    unit.add(SpentToken(token_hash=old, sign_in_id=changed))
    return await signed_in_as(unit, changed)


async def end_stolen(unit: AsyncSession, token_hash: bytes) -> int:
    """End the sign-in whose spent token is shown again."""
    stolen = select(col(SpentToken.sign_in_id)).where(col(SpentToken.token_hash) == token_hash)
    return await _count(unit, delete(SignIn).where(col(SignIn.id).in_(stolen)))


async def users(
    unit: AsyncSession, query: str, sort: str, page: int, after: UUID | None, size: int
) -> Sequence[tuple[Person, int, int, datetime | None]]:
    """People with their numbers of books and films and when they were last seen."""
    books, films = _owned("book"), _owned("production")
    seen_last = select(func.max(SignIn.last_seen)).where(col(SignIn.person_id) == col(Person.id)).scalar_subquery()
    columns = {"books": books, "films": films, "last_seen": seen_last} | {name: getattr(Person, name) for name in SORTABLE}
    found = select(Person, books, films, seen_last)
    if query:
        found = found.where(or_(col(Person.email).icontains(query, autoescape=True), col(Person.name).icontains(query, autoescape=True)))
    if after:
        beyond = select(col(Person.created), col(Person.id)).where(col(Person.id) == after).subquery()
        found = found.where(tuple_(col(Person.created), col(Person.id)) < select(beyond.c.created, beyond.c.id).scalar_subquery())
        sort, page = "-created", 1
    if (key := columns.get(sort.removeprefix("-"))) is None:
        sort, key = "-created", columns["created"]
    order = key.desc().nulls_last() if sort.startswith("-") else key.asc().nulls_last()
    ordered = found.order_by(order, col(Person.id).desc()).offset((page - 1) * size).limit(size)
    return [(row[0], row[1], row[2], row[3]) for row in (await unit.exec(ordered)).all()]


def _owned(name: str) -> Any:
    things = SQLModel.metadata.tables[name]
    return select(func.count()).select_from(things).where(things.c.owner_id == col(Person.id)).scalar_subquery()


async def take_link(unit: AsyncSession, token_hash: bytes) -> UUID | None:
    """The person of a live link, which is used up by this."""
    query = delete(LinkToken).where(col(LinkToken.token_hash) == token_hash, col(LinkToken.expires) > now())
    return (await unit.exec(query.returning(col(LinkToken.person_id)))).scalar_one_or_none()


async def drop_links(unit: AsyncSession, person_id: UUID) -> None:
    await unit.exec(delete(LinkToken).where(col(LinkToken.person_id) == person_id))


async def reserve(unit: AsyncSession, limits: Sequence[Limit]) -> Limit | None:
    """Count one try against each limit, or give the one that is reached. Exact however many try at once."""
    for limit in sorted(limits, key=lambda each: each.subject):
        await _lock(unit, limit.subject)
    for limit in limits:
        if await tries(unit, limit) >= limit.tries:
            return limit
    unit.add_all(Attempt(subject=limit.subject) for limit in limits)
    return None


async def tries(unit: AsyncSession, limit: Limit) -> int:
    since = now() - timedelta(seconds=limit.seconds)
    query = select(func.count()).select_from(Attempt).where(col(Attempt.subject) == limit.subject, col(Attempt.at) > since)
    return (await unit.exec(query)).one()


async def forgive(unit: AsyncSession, subjects: Sequence[str]) -> None:
    await unit.exec(delete(Attempt).where(col(Attempt.subject).in_(subjects)))


async def give_back(unit: AsyncSession, subject: str) -> None:
    """Take the newest try of `subject` back: it was a right one."""
    newest = select(col(Attempt.id)).where(col(Attempt.subject) == subject).order_by(col(Attempt.at).desc()).limit(1)
    await unit.exec(delete(Attempt).where(col(Attempt.id).in_(newest)))


async def sweep(unit: AsyncSession, before: datetime) -> None:
    """Forget what no limit and no sign-in needs any more."""
    await unit.exec(delete(Attempt).where(col(Attempt.at) < before))
    await unit.exec(delete(SignIn).where(col(SignIn.expires) < now()))
    await unit.exec(delete(LinkToken).where(col(LinkToken.expires) < now()))


async def _lock(unit: AsyncSession, subject: str) -> None:
    await unit.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(subject, 0))))


async def _count(unit: AsyncSession, statement: UpdateBase) -> int:
    return (await unit.exec(statement)).rowcount
