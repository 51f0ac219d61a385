"""What tests about people share."""

import inspect
from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import urlencode

import pytest
import reflex as rx
from argon2 import PasswordHasher
from reflex.istate.data import RouterData

from litink_app.services import accounts, passwords, session_cookie

S = TypeVar("S", bound=rx.State)

PASSWORD = "a sensible password"
HERE = {"address": "192.0.2.1", "agent": "test"}


@pytest.fixture
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """argon2id with the least work, and no sign-in remembered from another test."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: cheap)
    passwords._nobody.cache_clear()
    accounts.forget()
    yield
    passwords._nobody.cache_clear()


def state_of(kind: type[S], token: str = "", path: str = "/", **query: str) -> S:
    """A state as a socket with this session cookie would find it."""
    root = rx.State()
    headers = {"cookie": f"other=1; {session_cookie.name()}={token}", "origin": "http://127.0.0.1:8000"}
    address = f"{path}?{urlencode(query)}" if query else path
    root.router = RouterData.from_router_data({"headers": headers, "asPath": address, "pathname": path, "query": query})
    found = root.get_substate(kind.get_full_name().split("."))
    assert isinstance(found, kind)
    return found


async def call(state: rx.State, name: str, *args: Any, **kwargs: Any) -> list[Any]:
    """What the handler `name` of the state answers, whether it is a function or a generator."""
    answer = type(state).event_handlers[name].fn(state, *args, **kwargs)
    if inspect.isasyncgen(answer):
        return [each async for each in answer]
    return [await answer]


def refused(answers: list[Any]) -> bool:
    """Whether the answer leads to the sign-in page or says that this is not for the caller."""
    said = str(answers)
    return "/sign-in" in said or "not open to your account" in said
