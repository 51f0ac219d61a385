"""What another site, a huge body or a broken request can do: nothing."""

import asyncio
import gzip
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.datastructures import URL
from starlette.responses import HTMLResponse, RedirectResponse

from litink_app import routes
from litink_app.api import shield
from litink_app.api.app import api
from litink_app.api.content_policy import page_policy
from litink_app.api.shield import Shield
from tests.api.conftest import HOUSE, bearer, sign_up, tokens
from tests.conftest import ROOT

EVIL = {"Origin": "http://evil.example"}
CHANGES = [
    ("PATCH", "/api/v1/auth/me", {"name": "Eve"}),
    ("POST", "/api/v1/auth/sign-out", None),
    ("DELETE", "/api/v1/auth/sessions", None),
    ("POST", "/api/v1/books/sample", None),
    ("POST", "/api/v1/books/texts", {"title": "x", "text": "x"}),
]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
async def test_another_site_changes_nothing_with_the_cookie(browser: AsyncClient, origin: str) -> None:
    await sign_up(browser)
    headers = {"Origin": origin} if origin else {}
    bare = AsyncClient(transport=ASGITransport(api), base_url=HOUSE, cookies=browser.cookies)

    answers = {path: await bare.request(method, path, json=body, headers=headers) for method, path, body in CHANGES}

    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 403} == {}
    assert (await browser.get("/api/v1/auth/me")).json()["name"] == "Alice"


async def test_json_in_disguise_is_refused(browser: AsyncClient) -> None:
    await sign_up(browser)

    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = await browser.patch("/api/v1/auth/me", content=b'{"name": "Eve"}', headers={"Content-Type": kind})

        assert answer.status_code == 422, kind
    assert (await browser.get("/api/v1/auth/me")).json()["name"] == "Alice"


async def test_another_site_may_not_even_read(browser: AsyncClient) -> None:
    await sign_up(browser)

    answer = await browser.get("/api/v1/auth/me", headers=EVIL)

    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
    assert "alice" not in answer.text


async def test_reflex_is_told_the_same_origins() -> None:
    from rxconfig import config

    assert list(config.cors_allowed_origins) == routes.origins()
    assert "*" not in config.cors_allowed_origins


@pytest.mark.parametrize("origin", [b"http://evil.example", b"null", b"", b"http://127.0.0.1:9999"])
async def test_a_socket_from_another_site_is_closed_before_it_opens(database: str, origin: bytes) -> None:
    sent: list[Any] = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    async def inner(*_: Any) -> None:
        sent.append("let in")

    await Shield(inner)({"type": "websocket", "path": "/_event", "headers": [(b"origin", origin)]}, receive, send)

    assert [message["type"] for message in sent] == ["websocket.close"]


async def test_a_socket_from_our_own_pages_is_let_in(database: str) -> None:
    passed: list[str] = []

    async def inner(*_: Any) -> None:
        passed.append("let in")

    async def nothing(*_: Any) -> Any: ...

    await Shield(inner)({"type": "websocket", "path": "/_event", "headers": [(b"origin", HOUSE.encode())]}, nothing, nothing)

    assert passed == ["let in"]


async def test_a_large_body_is_refused_whether_or_not_it_says_so(client: AsyncClient) -> None:
    given = await tokens(client)

    async def pieces():
        for _ in range(40):
            yield b"x" * 65536

    said = await client.post("/api/v1/auth/sign-in", content=b"x" * 2_000_000, headers={"Content-Type": "application/json"})
    unsaid = await client.post(
        "/api/v1/auth/sign-in", content=pieces(), headers={"Content-Type": "application/json"} | bearer(given["access_token"])
    )

    assert (said.status_code, unsaid.status_code) == (413, 413)
    assert said.headers["content-type"] == "application/problem+json"


async def test_the_public_upload_folder_of_reflex_is_not_there(browser: AsyncClient) -> None:
    await sign_up(browser)

    answers = [await browser.get("/_upload/"), await browser.get("/_upload/../x"), await browser.post("/_upload", content=b"x")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


async def test_every_answer_is_sealed(client: AsyncClient) -> None:
    for path in ("/api/v1/auth/me", "/health/live", "/api/v1/nothing", "/api/v1/docs"):
        headers = (await client.get(path)).headers

        assert headers["x-content-type-options"] == "nosniff", path
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path
        assert headers["referrer-policy"], path
    assert (await client.get("/api/v1/auth/me")).headers["cache-control"] == "no-store"


async def test_a_page_may_run_the_scripts_that_stand_in_it_and_no_others(fresh_settings: pytest.MonkeyPatch) -> None:
    page = b"<html><script>start()</script><script type=module src=/a.js></script><p onclick=x></html>"

    policy = page_policy(page)

    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    expected = b64encode(sha256(b"start()").digest()).decode()
    assert scripts == f"script-src 'self' 'unsafe-eval' 'sha256-{expected}'"


@pytest.mark.parametrize("zipped", [False, True])
async def test_the_policy_of_a_page_fits_it_packed_or_not(fresh_settings: pytest.MonkeyPatch, zipped: bool) -> None:
    page = b"<html><script>start()</script></html>"
    content, headers = (gzip.compress(page), {"Content-Encoding": "gzip"}) if zipped else (page, {})
    transport = ASGITransport(Shield(HTMLResponse(content, headers=headers)))

    async with AsyncClient(transport=transport, base_url=HOUSE) as client:
        answer = await client.get("/")

    assert answer.content == page
    assert answer.headers["content-security-policy"] == page_policy(page)


ERRORS = [
    ("GET", "/api/v1/nothing", 404),
    ("GET", "/api/v1/books/not-an-id", 422),
    ("GET", "/api/v1/books/00000000-0000-0000-0000-000000000000", 404),
    ("GET", "/api/v1/books?after=%00%ff", 422),
    ("GET", "/api/v1/books?limit=1e9", 422),
    ("GET", "/api/v1/books?limit=-1", 422),
    ("POST", "/api/v1/auth/me", 404),
    ("GET", "/api/v1/admin/users", 403),
    ("GET", "/media/00000000-0000-0000-0000-000000000000?expires=9999999999&signature=x", 404),
    ("GET", "/media/x?expires=x&signature=x", 422),
    ("GET", "/auth/nothing", 404),
]


async def test_an_error_says_what_and_never_how(client: AsyncClient) -> None:
    given = await tokens(client)

    for method, path, status in ERRORS:
        answer = await client.request(method, path, headers=bearer(given["access_token"]))

        assert answer.status_code == status, path
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status
        for leak in ("Traceback", 'File "', "select ", "psycopg", "sqlalchemy", ".py", str(ROOT)):
            assert leak not in answer.text, path


async def test_a_bug_is_noted_and_not_told(client: AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    given = await tokens(client)

    async def broken(*_: Any) -> None:
        raise RuntimeError("select secret from /etc/keys")

    monkeypatch.setattr("litink_app.services.accounts.sessions", broken)
    answer = await client.get("/api/v1/auth/sessions", headers=bearer(given["access_token"]))

    assert (answer.status_code, answer.json()["detail"]) == (500, "Something went wrong on our side. It is noted.")


async def test_a_value_that_the_database_cannot_keep_is_the_callers_fault(client: AsyncClient) -> None:
    answer = await client.post("/api/v1/auth/sign-in", json={"email": "a\u0000b@example.org", "password": "x"})

    assert answer.status_code in (403, 422)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_lost_database_is_said_as_such(client: AsyncClient, fresh_settings: pytest.MonkeyPatch) -> None:
    from litink_app import config, db

    await db.dispose()
    fresh_settings.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    config.settings.cache_clear()

    answer = await client.post("/api/v1/auth/sign-in", json={"email": "a@example.org", "password": "x"})
    ready = await client.get("/health/ready")
    alive = await client.get("/health/live")
    await db.dispose()

    assert (answer.status_code, ready.status_code, alive.status_code) == (503, 503, 200)
    assert answer.headers["retry-after"]


@pytest.mark.parametrize(
    ("path", "leads_to"), [("/sign-in", "/sign-in/"), ("/sign-in?next=%2Fx", "/sign-in/?next=%2Fx"), ("//evil.example", "/evil.example/")]
)
async def test_a_redirect_never_repeats_the_host_that_a_request_invents(path: str, leads_to: str) -> None:
    async def slashed(scope: Any, receive: Any, send: Any) -> None:
        url = URL(scope=scope)
        await RedirectResponse(url.replace(path=f"{url.path}/"))(scope, receive, send)

    address, _, query = path.partition("?")
    scope = {"type": "http", "method": "GET", "scheme": "http", "path": address, "query_string": query.encode()}
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    await Shield(slashed)(scope | {"headers": [(b"host", b"evil.example")]}, receive, send)

    assert dict(sent[0]["headers"])[b"location"] == leads_to.encode()


async def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shield, "PATIENCE", 0.05)
    sent: list[Any] = []

    async def reading(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await receive()

    pieces = iter([{"type": "http.request", "body": b"a", "more_body": True}])

    async def receive() -> Any:
        return next(pieces, None) or await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    await Shield(reading)({"type": "http", "method": "GET", "path": "/auth/sign-in", "headers": []}, receive, send)

    assert sent[0]["status"] == 408


async def test_the_end_of_the_line_is_waited_for_as_long_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shield, "PATIENCE", 0.05)

    async def streaming(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(receive(), 0.3)

    pieces = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Any:
        return next(pieces, None) or await asyncio.Event().wait()

    async def send(message: Any) -> None:
        raise AssertionError(message)

    await Shield(streaming)({"type": "http", "method": "GET", "path": "/", "headers": []}, receive, send)
