"""Accounts and sign-ins, on a real Postgres."""

import asyncio
from contextlib import nullcontext
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select, update

from litink_app import db
from litink_app.errors import Conflict, LitinkError, NotAllowed, NotFound, Refused, TooMuch
from litink_app.models.account import Attempt, LinkToken, Person, SignIn
from litink_app.models.audit import AuditEntry
from litink_app.schemas.account import PASSWORD_LONGEST, Ticket
from litink_app.services import accounts, passwords
from tests.people import HERE, PASSWORD, cheap_passwords  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")


async def alice(email: str = "alice@example.org") -> Ticket:
    return await accounts.sign_up(email, PASSWORD, "Alice", **HERE)


async def test_a_new_account_may_create_and_is_signed_in() -> None:
    ticket = await alice(" Alice@Example.org ")

    person = await accounts.who(ticket.token)

    assert person is not None
    assert (person.email, person.role, person.tier) == ("alice@example.org", "creator", "free")


async def test_neither_password_nor_token_is_kept_readable() -> None:
    ticket = await alice()

    async with db.session() as unit:
        person, row = (await unit.exec(select(Person))).one(), (await unit.exec(select(SignIn))).one()

    assert person.password_hash.startswith("$argon2id$")
    assert ticket.token.encode() not in row.token_hash


@pytest.mark.parametrize(
    ("email", "password"), [("alice@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("alice@example.org", "")]
)
async def test_every_refused_sign_in_looks_alike(email: str, password: str) -> None:
    await alice()

    with pytest.raises(NotAllowed) as refused:
        await accounts.sign_in(email, password, **HERE)

    assert refused.value.message == "That e-mail address and password do not belong together."


async def test_an_unknown_address_costs_as_many_hashes_as_a_known_one(monkeypatch: pytest.MonkeyPatch) -> None:
    await alice()
    work: list[str] = []
    hasher = passwords.hasher()
    monkeypatch.setattr(passwords, "_verify", lambda given, kept: work.append(kept[:30]) or False)

    for email in ("alice@example.org", "nobody@example.org"):
        with pytest.raises(NotAllowed):
            await accounts.sign_in(email, "wrong password", **HERE)

    parameters = f"$m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    assert len(work) == 2
    assert all(parameters in kept for kept in work)


async def test_a_password_of_a_megabyte_is_never_hashed(monkeypatch: pytest.MonkeyPatch) -> None:
    await alice()
    given: list[int] = []
    monkeypatch.setattr(passwords, "_verify", lambda password, kept: given.append(len(password)) or False)

    with pytest.raises(Refused):
        await accounts.sign_up("bob@example.org", "x" * 1_000_000, "Bob", **HERE)
    with pytest.raises(NotAllowed):
        await accounts.sign_in("alice@example.org", "x" * 1_000_000, **HERE)

    assert max(given) <= PASSWORD_LONGEST


async def test_an_address_is_taken_once_however_many_ask_at_once() -> None:
    answers = await asyncio.gather(*[alice() for _ in range(5)], return_exceptions=True)

    assert sum(isinstance(answer, Ticket) for answer in answers) == 1
    assert sum(isinstance(answer, Conflict) for answer in answers) == 4


async def test_guesses_from_one_place_are_limited_and_the_right_password_no_longer_helps() -> None:
    await alice()

    answers = await asyncio.gather(*[_guess("alice@example.org") for _ in range(30)])

    assert answers.count("NotAllowed") == 8
    assert answers.count("TooMuch") == 22
    with pytest.raises(TooMuch, match="quarter of an hour"):
        await accounts.sign_in("alice@example.org", PASSWORD, **HERE)


async def test_guesses_from_a_thousand_places_are_limited_too() -> None:
    await alice()

    answers = [await _guess("alice@example.org", address=f"198.51.100.{n}") for n in range(70)]

    assert answers.count("NotAllowed") == 60


async def test_guesses_from_one_place_at_many_accounts_are_limited() -> None:
    answers = [await _guess(f"person{n}@example.org") for n in range(110)]

    assert answers.count("NotAllowed") == 100


async def test_all_addresses_of_one_ipv6_network_are_one_place() -> None:
    await alice()

    answers = [await _guess("alice@example.org", address=f"2001:db8:1:2::{n:x}") for n in range(10)]

    assert answers == ["NotAllowed"] * 8 + ["TooMuch"] * 2
    assert await _guess("alice@example.org", address="2001:db8:1:3::1") == "NotAllowed"
    assert await _guess("alice@example.org", address="::ffff:198.51.100.1") == "NotAllowed"


async def test_right_sign_ins_without_end_are_limited() -> None:
    await alice()

    answers = [await _guess("alice@example.org", password=PASSWORD) for _ in range(110)]

    assert answers.count("signed in") == 100
    assert answers[-10:] == ["TooMuch"] * 10


async def test_an_account_that_does_not_exist_is_limited_like_one_that_does() -> None:
    answers = [await _guess("nobody@example.org") for _ in range(10)]

    assert answers == ["NotAllowed"] * 8 + ["TooMuch"] * 2


async def test_losing_redis_frees_no_guesser(redis_server) -> None:
    import redis

    await alice()
    for _ in range(8):
        await _guess("alice@example.org")

    redis.Redis.from_url(redis_server.url).flushall()

    assert await _guess("alice@example.org") == "TooMuch"


async def test_whoever_is_signed_in_stays_so_while_others_guess() -> None:
    ticket = await alice()

    for _ in range(10):
        await _guess("alice@example.org")

    assert await accounts.who(ticket.token) is not None


async def test_a_right_password_counts_against_no_limit_on_wrong_ones() -> None:
    await alice()

    for _ in range(12):
        await accounts.sign_in("alice@example.org", PASSWORD, **HERE)

    async with db.session() as unit:
        left = (await unit.exec(select(Attempt.subject))).all()
    assert [subject for subject in left if not subject.startswith(("sign-up", "opening"))] == []


async def test_signing_out_ends_one_session_and_everywhere_ends_all() -> None:
    first = await alice()
    second = await accounts.sign_in("alice@example.org", PASSWORD, **HERE)
    third = await accounts.sign_in("alice@example.org", PASSWORD, **HERE)
    for ticket in (first, second, third):
        assert await accounts.who(ticket.token)

    await accounts.sign_out(first.token)

    assert await accounts.who(first.token) is None
    assert await accounts.who(second.token)
    assert await accounts.sign_out_everywhere(second.person.id) == 2
    assert await accounts.who(second.token) is None
    assert await accounts.who(third.token) is None


async def test_an_expired_session_is_nobodys() -> None:
    ticket = await alice()

    async with db.session() as unit:
        await unit.exec(update(SignIn).values(expires=col(SignIn.created)))

    assert await accounts.who(ticket.token) is None


async def test_sessions_are_listed_and_only_ones_own_can_be_ended() -> None:
    mine, other = await alice(), await alice("bob@example.org")

    listed = await accounts.sessions(mine.person.id, mine.token)

    assert [(session.agent, session.current) for session in listed] == [("test", True)]
    with pytest.raises(NotFound):
        await accounts.end_session(other.person.id, listed[0].id)
    with pytest.raises(NotFound):
        await accounts.end_session(mine.person.id, "not an id")
    await accounts.end_session(mine.person.id, listed[0].id)
    assert await accounts.who(mine.token) is None


async def test_the_owner_link_works_once_and_makes_one_owner() -> None:
    first, second = await accounts.owner_link(), await accounts.owner_link()

    ticket = await accounts.sign_in_by_link(second.partition("token=")[2], **HERE)

    assert ticket.person.role == "admin"
    for used in (first, second):
        with pytest.raises(NotAllowed, match="used already or is too old"):
            await accounts.sign_in_by_link(used.partition("token=")[2], **HERE)
    async with db.session() as unit:
        assert len((await unit.exec(select(Person))).all()) == 1
        assert len((await unit.exec(select(AuditEntry).where(AuditEntry.act == "sign in by link"))).all()) == 1


async def test_an_old_owner_link_is_refused() -> None:
    link = await accounts.owner_link()

    async with db.session() as unit:
        await unit.exec(update(LinkToken).values(expires=select(Person.created).scalar_subquery()))

    with pytest.raises(NotAllowed):
        await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)


async def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions() -> None:
    here = await alice()
    there = await accounts.sign_in("alice@example.org", PASSWORD, **HERE)

    with pytest.raises(NotAllowed):
        await accounts.change_password(here.person.id, "wrong password", "another good password", token=here.token)
    await accounts.change_password(here.person.id, PASSWORD, "another good password", token=here.token)

    assert await accounts.who(here.token)
    assert await accounts.who(there.token) is None
    assert await accounts.sign_in("alice@example.org", "another good password", **HERE)


async def test_a_new_e_mail_address_needs_the_password() -> None:
    ticket = await alice()

    with pytest.raises(NotAllowed):
        await accounts.change_email(ticket.person.id, "wrong password", "new@example.org")
    await accounts.change_email(ticket.person.id, PASSWORD, "new@example.org")

    person = await accounts.who(ticket.token)
    assert person is not None
    assert person.email == "new@example.org"


async def test_proofs_are_limited_too() -> None:
    ticket = await alice()

    for _ in range(8):
        with pytest.raises(NotAllowed):
            await accounts.change_email(ticket.person.id, "wrong password", "new@example.org")

    with pytest.raises(TooMuch):
        await accounts.change_email(ticket.person.id, PASSWORD, "new@example.org")


async def test_asking_which_addresses_are_taken_by_changing_ones_own_is_limited() -> None:
    ticket = await alice()
    await alice("bob@example.org")

    for n in range(10):
        with pytest.raises(Conflict) if n % 2 else nullcontext():
            await accounts.change_email(ticket.person.id, PASSWORD, "bob@example.org" if n % 2 else f"new{n}@example.org")

    with pytest.raises(TooMuch):
        await accounts.change_email(ticket.person.id, PASSWORD, "bob@example.org")


@pytest.mark.parametrize(
    "email", ["", "alice", "a@b@c", "a b@example.org", "a@", "x" * 300 + "@example.org", "a@exa\nmple.org", "<a@example.org>"]
)
async def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(Refused, match="e-mail"):
        await alice(email)


@pytest.mark.parametrize("token", ["", "x" * 10_000, "\ud800", "'; drop table person; --"])
async def test_a_strange_token_is_nobodys(token: str) -> None:
    assert await accounts.who(token) is None


async def test_a_session_of_nobody_is_not_found() -> None:
    assert await accounts.who_by_session(uuid4()) is None
    assert await accounts.who_by_session(UUID(int=0)) is None


async def _guess(email: str, address: str = "192.0.2.1", password: str = "a wrong password") -> str:
    try:
        await accounts.sign_in(email, password, address=address, agent="test")
    except LitinkError as error:
        return type(error).__name__
    return "signed in"
