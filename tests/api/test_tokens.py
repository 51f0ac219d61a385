"""Access and refresh tokens of API clients."""

import base64
import hmac
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import jwt
import pytest
from httpx import AsyncClient

from litink_app.models.account import now
from litink_app.services import session_cookie
from litink_app.services import tokens as service
from tests.api.conftest import bearer, tokens
from tests.people import PASSWORD

ME = "/api/v1/auth/me"


async def test_an_access_token_tells_who_calls(client: AsyncClient) -> None:
    given = await tokens(client)

    answer = await client.get(ME, headers=bearer(given["access_token"]))

    assert answer.json()["email"] == "alice@example.org"
    assert given["token_type"] == "Bearer"


async def test_a_refresh_token_is_no_access_token(client: AsyncClient) -> None:
    given = await tokens(client)

    assert (await client.get(ME, headers=bearer(given["refresh_token"]))).status_code == 401
    assert (await client.post("/api/v1/auth/refresh", json={"refresh_token": given["access_token"]})).status_code == 401


async def test_a_refresh_token_is_no_browser_session(client: AsyncClient) -> None:
    given = await tokens(client)

    answer = await client.get(ME, headers={"Cookie": session_cookie.issue(given["refresh_token"]).partition(";")[0]})

    assert answer.status_code == 401


async def test_a_refresh_token_works_once_and_a_second_time_ends_the_sign_in(client: AsyncClient) -> None:
    given = await tokens(client)
    fresh = (await client.post("/api/v1/auth/refresh", json={"refresh_token": given["refresh_token"]})).json()
    assert (await client.get(ME, headers=bearer(fresh["access_token"]))).status_code == 200

    stolen = await client.post("/api/v1/auth/refresh", json={"refresh_token": given["refresh_token"]})

    assert stolen.status_code == 401
    assert (await client.get(ME, headers=bearer(fresh["access_token"]))).status_code == 401
    assert (await client.post("/api/v1/auth/refresh", json={"refresh_token": fresh["refresh_token"]})).status_code == 401


async def test_signing_out_ends_the_access_token_at_once(client: AsyncClient) -> None:
    given = await tokens(client)

    await client.post("/api/v1/auth/sign-out", headers=bearer(given["access_token"]))

    assert (await client.get(ME, headers=bearer(given["access_token"]))).status_code == 401


def _claims(good: str, **changed: Any) -> dict[str, Any]:
    return jwt.decode(good, options={"verify_signature": False}) | changed


def _by_hand(header: dict[str, Any], claims: dict[str, Any], key: bytes | None) -> str:
    def part(value: bytes) -> str:
        return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

    text = f"{part(json.dumps(header).encode())}.{part(json.dumps(claims).encode())}"
    return f"{text}.{part(hmac.digest(key, text.encode(), 'sha256')) if key is not None else ''}"


def _forged(good: str) -> dict[str, str]:
    key = service.key()
    without = _claims(good)
    del without["exp"]
    return {
        "alg none": _by_hand({"alg": "none"}, _claims(good), None),
        "alg none, signed": _by_hand({"alg": "none"}, _claims(good), key),
        "another algorithm of the family": jwt.encode(_claims(good), key, algorithm="HS512"),
        "an asymmetric one": _by_hand({"alg": "RS256", "typ": "JWT"}, _claims(good), key),
        "a key id that is a path": _by_hand({"alg": "HS256", "kid": "/dev/null"}, _claims(good), b""),
        "a key from an address": jwt.encode(_claims(good), b"x" * 32, algorithm="HS256", headers={"jku": "http://evil.example/keys"}),
        "another key": jwt.encode(_claims(good), b"x" * 32, algorithm="HS256"),
        "another audience": jwt.encode(_claims(good, aud="another"), key, algorithm="HS256"),
        "several audiences, none ours": jwt.encode(_claims(good, aud=["a", "b"]), key, algorithm="HS256"),
        "another issuer": jwt.encode(_claims(good, iss="evil"), key, algorithm="HS256"),
        "another kind": jwt.encode(_claims(good, typ="refresh"), key, algorithm="HS256"),
        "expired by a second": jwt.encode(_claims(good, exp=now() - timedelta(seconds=1)), key, algorithm="HS256"),
        "without an end": jwt.encode(without, key, algorithm="HS256"),
        "not begun": jwt.encode(_claims(good, nbf=now() + timedelta(hours=1)), key, algorithm="HS256"),
        "another person": jwt.encode(_claims(good, sub=str(uuid4())), key, algorithm="HS256"),
        "a sign-in that is none": jwt.encode(_claims(good, sid="1 or 1=1"), key, algorithm="HS256"),
        "a sign-in that is a list": jwt.encode(_claims(good, sid=["x"]), key, algorithm="HS256"),
        "cut off": good[:-3],
        "a megabyte": good + "x" * 200_000,
        "nothing": "",
        "dots": "..",
    }


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
async def test_forged_tokens_are_refused(client: AsyncClient) -> None:
    good = (await tokens(client))["access_token"]

    answers = {what: await client.get(ME, headers=bearer(forged)) for what, forged in _forged(good).items()}

    assert {what: answer.status_code for what, answer in answers.items() if answer.status_code != 401} == {}
    assert (await client.get(ME, headers=bearer(good))).status_code == 200


async def test_a_bad_bearer_token_is_not_made_good_by_a_cookie(browser: AsyncClient) -> None:
    await browser.post("/auth/sign-up", data={"name": "Alice", "email": "alice@example.org", "password": PASSWORD})

    answers = [await browser.get(ME, headers={"Authorization": value}) for value in ("Bearer x", "Basic YTpi", "Bearer")]

    assert [answer.status_code for answer in answers] == [401, 401, 401]


async def test_the_token_carries_no_rights(client: AsyncClient) -> None:
    given = await tokens(client)

    claims = _claims(given["access_token"])

    assert set(claims) == {"iss", "aud", "typ", "sub", "sid", "jti", "iat", "exp"}
