"""Signing in by plain forms."""

import pytest
from httpx import AsyncClient

from litink_app import config
from litink_app.services import accounts
from tests.api.conftest import HOUSE, bearer, sign_up, tokens
from tests.people import PASSWORD


async def test_signing_up_sets_a_cookie_that_scripts_cannot_read_and_leads_on(browser: AsyncClient) -> None:
    answer = await sign_up(browser)

    cookie = answer.headers["set-cookie"]
    assert (answer.status_code, answer.headers["location"]) == (303, "/dashboard")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert (await browser.get("/api/v1/auth/me")).json()["email"] == "alice@example.org"


async def test_a_newcomer_finds_the_sample_book_by_the_form_and_by_the_api_alike(browser: AsyncClient, client: AsyncClient) -> None:
    await sign_up(browser)
    given = await tokens(client, "bob@example.org")

    by_form = (await browser.get("/api/v1/books")).json()
    by_api = (await client.get("/api/v1/books", headers=bearer(given["access_token"]))).json()

    assert [book["sample"] for book in by_form["items"]] == [book["sample"] for book in by_api["items"]] == [True]


async def test_under_https_the_cookie_is_secure_and_bound_to_the_host(browser: AsyncClient, fresh_settings: pytest.MonkeyPatch) -> None:
    fresh_settings.setenv("LITINK_PUBLIC_URL", "https://films.example.org")
    config.settings.cache_clear()

    answer = await browser.post(
        "/auth/sign-up",
        data={"name": "Alice", "email": "alice@example.org", "password": PASSWORD},
        headers={"Origin": "https://films.example.org"},
    )

    assert answer.headers["set-cookie"].startswith("__Host-litink=")
    assert answer.headers["set-cookie"].endswith("; Secure")
    assert "max-age" in answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:8001", "https://127.0.0.1:8000", "http://127.0.0.1:8000.evil.example"]
)
async def test_a_form_from_another_site_signs_nobody_in_or_out(browser: AsyncClient, origin: str) -> None:
    await sign_up(browser)

    signed_out = await browser.post("/auth/sign-out", headers={"Origin": origin})
    signed_in = await browser.post("/auth/sign-in", data={"email": "alice@example.org", "password": PASSWORD}, headers={"Origin": origin})

    assert (signed_out.status_code, signed_in.status_code) == (403, 403)
    assert "set-cookie" not in signed_out.headers
    assert (await browser.get("/api/v1/auth/me")).status_code == 200


async def test_a_form_without_any_origin_is_refused(client: AsyncClient) -> None:
    answer = await client.post("/auth/sign-in", data={"email": "alice@example.org", "password": PASSWORD})

    assert answer.headers["location"] == "/sign-in?problem=origin"


@pytest.mark.parametrize(
    "after", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "\x00/", "/\n//evil"]
)
async def test_nobody_is_led_away_after_signing_in(browser: AsyncClient, after: str) -> None:
    await sign_up(browser)

    answer = await browser.post("/auth/sign-in", data={"email": "alice@example.org", "password": PASSWORD, "next": after})

    assert answer.headers["location"] == "/dashboard"


async def test_signing_in_leads_to_the_page_that_was_wanted(browser: AsyncClient) -> None:
    await sign_up(browser)

    answer = await browser.post("/auth/sign-in", data={"email": "alice@example.org", "password": PASSWORD, "next": "/books/1?at=3"})

    assert answer.headers["location"] == "/books/1?at=3"


async def test_a_wrong_password_and_an_unknown_address_give_the_same_answer(browser: AsyncClient) -> None:
    await sign_up(browser)
    browser.cookies.clear()

    wrong = await browser.post("/auth/sign-in", data={"email": "alice@example.org", "password": "wrong"})
    unknown = await browser.post("/auth/sign-in", data={"email": "nobody@example.org", "password": "wrong"})

    assert (wrong.status_code, wrong.headers["location"], wrong.text) == (unknown.status_code, unknown.headers["location"], unknown.text)
    assert wrong.headers["location"] == "/sign-in?problem=wrong"
    assert wrong.headers.keys() == unknown.headers.keys()


async def test_signing_in_replaces_the_session_that_the_browser_came_with(browser: AsyncClient) -> None:
    await sign_up(browser)
    before = dict(browser.cookies)

    await browser.post("/auth/sign-in", data={"email": "alice@example.org", "password": PASSWORD})

    after = dict(browser.cookies)
    assert before.keys() == after.keys()
    assert before != after
    assert await accounts.who(next(iter(before.values()))) is None


async def test_signing_out_clears_the_cookie_and_ends_the_session(browser: AsyncClient) -> None:
    await sign_up(browser)
    token = next(iter(browser.cookies.values()))

    answer = await browser.post("/auth/sign-out")

    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert await accounts.who(token) is None
    assert (await browser.get("/api/v1/auth/me")).status_code == 401


async def test_signing_out_everywhere_reaches_the_other_browsers(browser: AsyncClient) -> None:
    await sign_up(browser)
    other = await accounts.sign_in("alice@example.org", PASSWORD, address="192.0.2.9", agent="phone")

    answer = await browser.post("/auth/sign-out-everywhere")

    assert answer.headers["location"] == "/sign-in?notice=signed-out-everywhere"
    assert await accounts.who(other.token) is None


async def test_the_owner_link_signs_in_once_and_a_look_ahead_does_not_use_it_up(browser: AsyncClient) -> None:
    link = await accounts.owner_link()

    peeked = await browser.head(link)
    first = await browser.get(link)
    second = await browser.get(link)

    assert peeked.status_code == 405
    assert first.headers["location"] == "/dashboard"
    assert second.headers["location"] == "/sign-in?problem=link"


async def test_the_profile_forms_need_the_password(browser: AsyncClient) -> None:
    await sign_up(browser)

    wrong = await browser.post("/auth/email", data={"password": "wrong", "email": "eve@example.org"})
    right = await browser.post("/auth/email", data={"password": PASSWORD, "email": "new@example.org"})
    weak = await browser.post("/auth/password", data={"old": PASSWORD, "new": "short"})
    changed = await browser.post("/auth/password", data={"old": PASSWORD, "new": "a new good password"})
    named = await browser.post("/auth/name", data={"name": "Alice L."})

    assert wrong.headers["location"] == "/profile?problem=proof"
    assert right.headers["location"] == "/profile?notice=email-changed"
    assert weak.headers["location"] == "/profile?problem=password"
    assert changed.headers["location"] == "/profile?notice=password-changed"
    assert named.headers["location"] == "/profile?notice=name-changed"
    assert (await browser.get("/api/v1/auth/me")).json() | {"id": "", "created": ""} == {
        "id": "", "email": "new@example.org", "name": "Alice L.", "role": "creator", "tier": "free", "created": "",
    }  # fmt: skip


async def test_a_stranger_changes_nothing_by_the_profile_forms(browser: AsyncClient) -> None:
    for path in ("/auth/email", "/auth/password", "/auth/name", "/auth/sign-out-everywhere"):
        answer = await browser.post(path, data={"name": "x", "email": "eve@example.org", "password": "x", "old": "x", "new": "x" * 12})

        assert answer.headers["location"].endswith("?problem=sign-in"), path


async def test_fields_that_a_form_does_not_have_are_ignored(browser: AsyncClient) -> None:
    fields = {"name": "Eve", "email": "eve@example.org", "password": PASSWORD, "role": "admin", "tier": "professional", "owner": "true"}

    await browser.post("/auth/sign-up", data=fields)

    me = (await browser.get("/api/v1/auth/me")).json()
    assert (me["role"], me["tier"]) == ("creator", "free")


async def test_two_installations_on_one_machine_do_not_share_a_cookie(browser: AsyncClient, fresh_settings: pytest.MonkeyPatch) -> None:
    first = (await sign_up(browser)).headers["set-cookie"].partition("=")[0]
    fresh_settings.setenv("LITINK_PORT", "8001")
    config.settings.cache_clear()

    second = await browser.post(
        "/auth/sign-in", data={"email": "alice@example.org", "password": PASSWORD}, headers={"Origin": HOUSE.replace("8000", "8001")}
    )

    assert second.headers["set-cookie"].partition("=")[0] != first


@pytest.mark.parametrize(
    ("hops", "told", "kept"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
    ],
)
async def test_an_invented_address_frees_no_guesser(
    browser: AsyncClient, fresh_settings: pytest.MonkeyPatch, hops: int, told: str, kept: str
) -> None:
    fresh_settings.setenv("LITINK_PROXY_HOPS", str(hops))
    config.settings.cache_clear()

    await browser.post(
        "/auth/sign-up",
        data={"name": "Alice", "email": "alice@example.org", "password": PASSWORD},
        headers={"X-Forwarded-For": told},
    )

    assert (await browser.get("/api/v1/auth/sessions")).json()[0]["address"] == kept
