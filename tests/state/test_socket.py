"""The real application over a real socket, as somebody with no browser would talk to it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
import websockets
from reflex.config import environment

from litink_app import embedded
from litink_app.services import accounts
from tests.conftest import ROOT
from tests.people import PASSWORD

ADMIN = "state___admin_users____admin_users_state"
AUTH = "state___auth____auth_state"
FORM = "state___auth____form_state"
LIBRARY = "state___library____library_state"
THEME = "state___theme____theme_state"


class House:
    """A running web process."""

    def __init__(self, port: int, log: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.log = log

    def sign_up(self) -> dict[str, str]:
        """A new person; gives the cookie."""
        fields = {"name": "Alice", "email": f"{uuid4().hex}@example.org", "password": PASSWORD}
        return dict(httpx.post(f"{self.url}/auth/sign-up", data=fields, headers={"Origin": self.url}).cookies)

    def sign_out(self, cookies: dict[str, str]) -> None:
        httpx.post(f"{self.url}/auth/sign-out", headers={"Origin": self.url}, cookies=cookies)

    @asynccontextmanager
    async def tab(
        self, cookies: dict[str, str] | None = None, origin: str = "", token: str = "", *, hydrate: bool = True
    ) -> AsyncIterator["Tab"]:
        address = f"{self.url.replace('http', 'ws')}/_event/?EIO=4&transport=websocket&token={token or uuid4()}"
        headers = {"Origin": origin or self.url, "Cookie": "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())}
        async with websockets.connect(address, additional_headers=headers, max_size=2**24) as wire:
            await wire.recv()
            await wire.send("40/_event,")
            await wire.recv()
            tab = Tab(wire)
            if hydrate:
                await tab.send("hydrate", state="")
            yield tab


class Tab:
    def __init__(self, wire: Any) -> None:
        self.wire = wire

    async def send(self, handler: str, state: str, payload: Any = None, path: str = "/library") -> None:
        name = ".".join(part for part in ("reflex___state____state", state, handler) if part)
        event = {"name": name, "payload": payload if payload is not None else {}, "router_data": {"pathname": path, "asPath": path}}
        await self.wire.send(f"42/_event,{json.dumps(['event', event])}")

    async def said(self) -> str:
        """All that has been said when the answer to a marker event comes."""
        await self.send("resize", THEME, {"steps": 0})
        await self.wire.send('42/_event,["ping"]')
        heard: list[str] = []
        while not (heard and '"ping","pong"' in heard[-1]):
            text = str(await self.wire.recv())
            heard.append(text)
            if text == "2":
                await self.wire.send("3")
        return await self._rest(heard)

    async def _rest(self, heard: list[str]) -> str:
        """Events run one after the other, so the answer to a last harmless one ends the talk."""
        await self.send("read", FORM, path="/sign-in?problem=many")
        while "Too many tries" not in heard[-1]:
            heard.append(str(await self.wire.recv()))
        return "\n".join(heard)


@pytest.fixture(scope="module")
def house(servers: tuple[embedded.Postgres, embedded.Redis], template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    name, data = f"t{uuid4().hex[:16]}", tmp_path_factory.mktemp("house")
    with psycopg.connect(servers[0].dsn(), autocommit=True) as connection:
        connection.execute(f'create database "{name}" template "{template}" strategy file_copy')
    process = _started(port, servers[0].url_of(name), servers[1], data)
    try:
        yield House(port, data / "web.log")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        with psycopg.connect(servers[0].dsn(), autocommit=True) as connection:
            connection.execute(f'drop database "{name}" with (force)')


def _started(port: int, database: str, redis: embedded.Redis, data: Path) -> subprocess.Popen[bytes]:
    environ = os.environ | {
        "DATABASE_URL": database,
        "REDIS_URL": redis.url,
        "BROKER_URL": redis.broker_url,
        "LITINK_DATA": str(data),
        "LITINK_PORT": str(port),
        "LITINK_ENV": "test",
        "REFLEX_ENV_MODE": "prod",
        environment.REFLEX_SKIP_COMPILE.name: "true",
    }
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--port", str(port), "litink_app.litink_app:app"]
    with (data / "web.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log)
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        assert process.poll() is None, (data / "web.log").read_text()
        time.sleep(0.1)
    raise AssertionError((data / "web.log").read_text())


async def test_a_bare_socket_that_is_not_signed_in_gets_nothing_done(house: House) -> None:
    async with house.tab() as tab:
        await tab.send("load", LIBRARY)
        await tab.send("give_role", ADMIN, {"user_id": str(uuid4()), "role": "admin"})
        said = await tab.said()

    assert said.count("/sign-in?next=") == 2
    assert '"signed_in_rx_state_":true' not in said


async def test_the_cookie_of_the_handshake_is_who_one_is_and_is_never_sent_back(house: House) -> None:
    cookies = house.sign_up()

    async with house.tab(cookies) as tab:
        await tab.send("load", LIBRARY)
        said = await tab.said()

    assert '"signed_in_rx_state_":true' in said
    assert '"loaded_rx_state_":true' in said
    assert "/sign-in?next" not in said
    assert next(iter(cookies.values())) not in said


async def test_a_learner_who_guesses_the_name_of_an_admins_handler_is_refused(house: House) -> None:
    async with house.tab(house.sign_up()) as tab:
        await tab.send("give_role", ADMIN, {"user_id": str(uuid4()), "role": "admin"})
        await tab.send("load", ADMIN)
        said = await tab.said()

    assert said.count("This is not open to your account.") == 2
    assert '"users_rx_state_":[{' not in said


async def test_after_signing_out_the_open_socket_is_nobodys(house: House) -> None:
    cookies = house.sign_up()

    async with house.tab(cookies) as tab:
        await tab.said()
        house.sign_out(cookies)
        await tab.send("load", LIBRARY)
        said = await tab.said()

    assert "/sign-in?next=" in said


async def test_what_reflex_offers_beside_our_handlers_is_shut(house: House) -> None:
    async with house.tab(house.sign_up()) as tab:
        await tab.send("setvar", AUTH, {"var_name": "is_admin", "value": True})
        await tab.send("update_vars_internal", "reflex___state____update_vars_internal_state", {
            "vars": {f"reflex___state____state.{AUTH}.is_admin_rx_state_": True},
        })  # fmt: skip
        await tab.send("hydrate", state="")
        said = await tab.said()

    assert '"is_admin_rx_state_":true' not in said


async def test_a_thief_who_skips_hydration_finds_the_state_of_the_tab_empty(house: House) -> None:
    token = str(uuid4())
    async with house.tab(house.sign_up(), token=token) as tab:
        await tab.send("add_text", LIBRARY, {"form": {"title": "", "text": " "}})
        assert "There is no text in it." in await tab.said()

    async with house.tab(house.sign_up(), token=token, hydrate=False) as thief:
        await thief.send("end", "state___profile____profile_state", {"session_id": "none"})
        said = await thief.said()

    assert '"problem_rx_state_":""' in said


async def test_what_no_page_sends_leaves_neither_cookie_nor_words_in_the_log(house: House) -> None:
    cookies, words = house.sign_up(), "the words of a book"
    async with house.tab(cookies) as tab:
        await tab.send("no_such_handler", LIBRARY, {"text": words})
        for strange in (words, [words], {"payload": {"text": words}}, {"name": "x", "payload": words}, {"name": [words]}):
            await tab.wire.send(f"42/_event,{json.dumps(['event', strange])}")
        async with house.tab(cookies, token="&", hydrate=False) as nameless:
            await nameless.send("add_text", LIBRARY, {"form": {"title": "", "text": words}})
            await nameless.wire.send("2")
        await tab.said()

    log = house.log.read_text()
    assert "no_such_handler" in log
    assert "no tab" in log
    assert words not in log
    assert next(iter(cookies.values())) not in log


async def test_a_page_that_fails_fills_no_log_and_forges_no_line(house: House) -> None:
    before = house.log.stat().st_size
    async with house.tab() as tab:
        info = 'x\n{"event": "forged"}\n' + "x" * 500_000
        await tab.send(
            "handle_frontend_exception", "reflex___state____frontend_event_exception_state", {"info": info, "component_stack": ""}
        )
        await tab.said()

    assert house.log.stat().st_size - before < 5000
    assert '\n{"event": "forged"}' not in house.log.read_text()


async def test_the_state_of_a_tab_is_not_for_whoever_holds_its_token(house: House) -> None:
    token = str(uuid4())
    async with house.tab(house.sign_up(), token=token) as tab:
        await tab.send("load", LIBRARY)
        await tab.said()

    async with house.tab(token=token) as thief:
        said = await thief.said()

    assert '"name":"Alice"' not in said
    assert '"signed_in_rx_state_":true' not in said


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
async def test_a_socket_from_another_site_does_not_open(house: House, origin: str) -> None:
    with pytest.raises((websockets.InvalidStatus, websockets.ConnectionClosed, EOFError, ConnectionError)):
        async with house.tab(house.sign_up(), origin=origin):
            pass


async def test_payloads_that_no_page_sends_are_refused_without_a_word_of_how(house: House) -> None:
    async with house.tab(house.sign_up()) as tab:
        for payload in ({"steps": [1]}, {"steps": 1e308}, {"__class__": "x"}, {"steps": {"__init__": 1}}, {"steps": "x" * 900_000}, {}):
            await tab.send("resize", THEME, payload)
        said = await tab.said()

    assert said.count("That request was not understood.") == 6
    for leak in ("Traceback", 'File "', ".py", "TypeError", "psycopg"):
        assert leak not in said


async def test_events_that_are_none_leave_the_house_standing(house: House) -> None:
    async with house.tab() as tab:
        for wire in (
            '42/_event,["event",3]',
            '42/_event,["event",{"name":5}]',
            '42/_event,["event",{"name":"x.y.z"}]',
            "42/_event,[]",
            "49999",
        ):
            await tab.wire.send(wire)

    async with house.tab(house.sign_up()) as tab:
        assert '"signed_in_rx_state_":true' in await tab.said()


def test_cookies_and_states_have_the_names_that_this_file_uses() -> None:
    import litink_app.litink_app  # noqa: F401
    from state.gate import handlers

    names = {name for name, _ in handlers()}

    assert {f"reflex___state____state.{state}.load" for state in (LIBRARY, ADMIN)} <= names
    assert accounts.CACHE_SECONDS <= 5
