"""What admins do with people and runs, and that it is kept."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient

from litink_app import config
from litink_app.schemas.account import Ticket
from litink_app.schemas.views import PersonView
from litink_app.services import accounts, session_cookie
from tests.people import HERE, PASSWORD

USERS = "/api/v1/admin/users"


@pytest.fixture
async def admin(browser: AsyncClient) -> PersonView:
    """The owner, whose cookie the browser has."""
    link = await accounts.owner_link()
    ticket = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    browser.cookies.set(session_cookie.name(), ticket.token)
    return ticket.person


async def person(name: str) -> Ticket:
    return await accounts.sign_up(f"{name.lower()}@example.org", PASSWORD, name, **HERE)


async def test_a_lock_ends_every_session_and_keeps_out(browser: AsyncClient, admin: PersonView) -> None:
    bob = await person("Bob")

    answer = await browser.patch(f"{USERS}/{bob.person.id}", json={"locked": True})

    assert answer.status_code == 204
    assert await accounts.who(bob.token) is None
    with pytest.raises(Exception, match="This account is locked"):
        await accounts.sign_in("bob@example.org", PASSWORD, **HERE)
    await browser.patch(f"{USERS}/{bob.person.id}", json={"locked": False})
    assert await accounts.sign_in("bob@example.org", PASSWORD, **HERE)


async def test_a_role_counts_at_once_and_is_taken_away_at_once(browser: AsyncClient, admin: PersonView) -> None:
    bob = await person("Bob")

    await browser.patch(f"{USERS}/{bob.person.id}", json={"role": "admin", "tier": "premium"})
    raised = await accounts.who(bob.token)
    await browser.patch(f"{USERS}/{bob.person.id}", json={"role": "learner"})
    lowered = await accounts.who(bob.token)

    assert raised is not None
    assert lowered is not None
    assert (raised.role, raised.tier, lowered.role) == ("admin", "premium", "learner")


async def test_an_admin_changes_neither_the_owner_nor_themselves(browser: AsyncClient, admin: PersonView) -> None:
    for body in ({"role": "learner"}, {"locked": True}):
        assert (await browser.patch(f"{USERS}/{admin.id}", json=body)).status_code == 422


@pytest.mark.parametrize(
    "body", [{"role": "owner"}, {"tier": "gold"}, {"role": 1}, {"owner": True}, {"password_hash": "x"}, {"email": "x@example.org"}]
)
async def test_there_is_nothing_else_to_change(browser: AsyncClient, admin: PersonView, body: dict[str, Any]) -> None:
    bob = await person("Bob")

    assert (await browser.patch(f"{USERS}/{bob.person.id}", json=body)).status_code == 422


async def test_every_act_is_in_the_audit_log(browser: AsyncClient, admin: PersonView) -> None:
    bob = await person("Bob")
    for body in ({"role": "author"}, {"tier": "basic"}, {"locked": True}, {"locked": False}):
        await browser.patch(f"{USERS}/{bob.person.id}", json=body)

    entries = (await browser.get("/api/v1/admin/audit")).json()["items"]

    acts = [(entry["act"], entry["actor"], entry["subject"]) for entry in entries][:4]
    assert acts == [(act, admin.id, bob.person.id) for act in ("unlocked", "locked", "tier changed", "role changed")]
    assert entries[3]["details"] == {"before": "creator", "after": "author"}
    assert {entry["act"] for entry in entries[4:]} == {"owner link made", "sign in by link"}


async def test_an_act_that_is_refused_is_not_in_the_log(browser: AsyncClient, admin: PersonView) -> None:
    before = (await browser.get("/api/v1/admin/audit")).json()

    await browser.patch(f"{USERS}/{admin.id}", json={"role": "learner"})

    assert (await browser.get("/api/v1/admin/audit")).json() == before


async def test_people_are_listed_page_after_page_without_a_gap(browser: AsyncClient, admin: PersonView) -> None:
    names = [(await person(f"Person{n}")).person.name for n in range(5)]
    seen: list[str] = []
    after = ""
    while True:
        page = (await browser.get(USERS, params={"limit": 2} | ({"after": after} if after else {}))).json()
        seen += [row["name"] for row in page["items"]]
        if not page["next"]:
            break
        after = page["next"]

    assert seen == [*reversed(names), "Owner"]


@pytest.mark.parametrize("query", ["' or 1=1 --", "%", "_", "\\", "a) or (b", "\x00x", "🦊", "x" * 200])
async def test_what_is_searched_for_is_only_ever_words(browser: AsyncClient, admin: PersonView, query: str) -> None:
    await person("Bob")

    answer = await browser.get(USERS, params={"query": query})

    assert answer.status_code in (200, 422)
    assert answer.status_code == 422 or answer.json()["items"] == []


@pytest.mark.parametrize("sort", ["password_hash", "-created; drop table person", "__class__", "", "-", "email"])
async def test_people_are_sorted_by_known_columns_only(browser: AsyncClient, admin: PersonView, sort: str) -> None:
    await person("Bob")

    found = await accounts.users(admin, sort=sort)

    assert [row.name for row in found] == ["Bob", "Owner"]


@pytest.mark.parametrize("column", ["name", "email", "role", "books", "films", "created", "last_seen"])
async def test_every_column_of_the_page_sorts_both_ways(browser: AsyncClient, admin: PersonView, column: str) -> None:
    await person("Bob")

    up, down = await accounts.users(admin, sort=column), await accounts.users(admin, sort=f"-{column}")

    assert {row.id for row in up} == {row.id for row in down}
    assert len(up) == 2


async def test_a_service_does_not_trust_the_page_about_who_is_admin(browser: AsyncClient) -> None:
    bob = (await person("Bob")).person

    for act in (
        accounts.users(bob),
        accounts.set_role(bob, bob, "admin"),
        accounts.set_tier(bob, bob, "premium"),
        accounts.lock(bob, bob, True),
    ):
        with pytest.raises(Exception, match="This is for admins"):
            await act


# The monitor


@pytest.fixture
async def monitor(tmp_path: Path, fresh_settings: pytest.MonkeyPatch) -> AsyncIterator[list[bytes]]:
    """Stands for Flower on its private socket; keeps what it was asked."""
    asked: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: x=y\r\nContent-Length: 7\r\n\r\nworkers")
        await writer.drain()
        writer.close()

    place = tmp_path / "f.sock"
    server = await asyncio.start_unix_server(answer, place)
    fresh_settings.setenv("LITINK_FLOWER_SOCKET", str(place))
    config.settings.cache_clear()
    yield asked
    server.close()


async def test_the_monitor_is_for_admins(browser: AsyncClient, monitor: list[bytes]) -> None:
    anonymous = await browser.get("/admin/flower/")
    bob = await person("Bob")
    browser.cookies.set(session_cookie.name(), bob.token)
    member = await browser.get("/admin/flower/")

    assert (anonymous.status_code, member.status_code) == (401, 403)
    assert monitor == []


async def test_an_admin_reads_the_monitor_and_no_secret_goes_through(browser: AsyncClient, monitor: list[bytes], admin: PersonView) -> None:
    answer = await browser.get("/admin/flower/tasks", params={"sort": "x&y"})

    assert (answer.status_code, answer.text) == (200, "workers")
    assert "set-cookie" not in answer.headers
    assert monitor[0].startswith(b"GET /admin/flower/tasks?sort=x%26y HTTP/1.1")
    assert b"ookie" not in monitor[0]


async def test_nothing_can_be_changed_through_the_monitor(browser: AsyncClient, monitor: list[bytes], admin: PersonView) -> None:
    for path in ("api/worker/shutdown/x", "api/task/revoke/x", "api/task/async-apply/x", "../x"):
        assert (await browser.post(f"/admin/flower/{path}")).status_code == 404

    assert monitor == []
    assert (await browser.post("/admin/flower/tasks/datatable")).status_code == 200


async def test_a_monitor_that_is_away_is_said_so(
    browser: AsyncClient, admin: PersonView, tmp_path: Path, fresh_settings: pytest.MonkeyPatch
) -> None:
    none = await browser.get("/admin/flower/")
    fresh_settings.setenv("LITINK_FLOWER_SOCKET", str(tmp_path / "nobody.sock"))
    config.settings.cache_clear()
    away = await browser.get("/admin/flower/")

    assert (none.status_code, away.status_code) == (404, 503)
