"""The lock on every event: the cookie of the socket decides, each time, whatever the page shows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
import reflex as rx
from typing_extensions import TypedDict

from litink_app.errors import Refused, SignInNeeded
from litink_app.schemas.account import Policy
from litink_app.services import accounts
from state import policy as lock
from state.auth import AuthState, FormState
from state.gate import _welcome, is_guarded
from state.policy import check_arguments, me, policy
from tests.people import HERE, PASSWORD, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")


class Asked:
    """Stands for a state of which only the router is read."""

    def __init__(self, token: str) -> None:
        self.router = state_of(AuthState, token, "/library").router
        self.done: list[str] = []

    @policy(Policy.SIGNED_IN)
    async def work(self) -> None:
        self.done.append(me().email)

    @policy(Policy.ADMIN)
    async def rule(self) -> AsyncIterator[str]:
        self.done.append("ruled")
        yield "ruled"

    @policy(Policy.ANYONE)
    async def greet(self) -> str:
        with suppress(SignInNeeded):
            return me().name
        return "stranger"

    @policy(Policy.SIGNED_IN)
    async def stumble(self) -> None:
        raise Refused("Three words at least.")

    @rx.event(background=True)
    @policy(Policy.SIGNED_IN)
    async def follow(self) -> None:
        while True:
            self.done.append("looked")
            await asyncio.sleep(0.01)


async def alice() -> str:
    return (await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)).token


async def owner() -> str:
    link = await accounts.owner_link()
    return (await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)).token


async def test_a_visitor_is_led_to_the_sign_in_page_and_back() -> None:
    asked = Asked("")

    answer = await asked.work()

    assert "/sign-in?next=%2Flibrary&problem=sign-in" in str(answer)
    assert asked.done == []


async def test_a_member_does_what_is_theirs_and_not_what_is_for_admins() -> None:
    asked = Asked(await alice())

    await asked.work()
    answers = [each async for each in asked.rule()]

    assert asked.done == ["alice@example.org"]
    assert "not open to your account" in str(answers)


async def test_an_admin_rules() -> None:
    asked = Asked(await owner())

    assert [each async for each in asked.rule()] == ["ruled"]


async def test_who_is_signed_in_is_known_only_inside_the_handler() -> None:
    token = await alice()

    assert await Asked(token).greet() == "Alice"
    assert await Asked("").greet() == "stranger"
    with pytest.raises(SignInNeeded):
        me()


async def test_a_refusal_of_a_service_is_shown_in_its_own_words() -> None:
    answer = await Asked(await alice()).stumble()

    assert "Three words at least." in str(answer)


async def test_after_signing_out_the_open_socket_may_do_nothing_more() -> None:
    token = await alice()
    asked = Asked(token)
    await asked.work()

    await accounts.sign_out(token)
    answer = await asked.work()

    assert refused([answer])
    assert asked.done == ["alice@example.org"]


async def test_a_background_handler_stops_when_its_session_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "RECHECK_SECONDS", 0.02)
    token = await alice()
    asked = Asked(token)
    running = asyncio.create_task(asked.follow())
    while not asked.done:
        await asyncio.sleep(0.01)

    await accounts.sign_out(token)

    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(running, 30)


@pytest.mark.parametrize(
    "payload",
    [
        {"times": [1]},
        {"times": "3"},
        {"times": 1e308},
        {"times": float("nan")},
        {"times": 2**60},
        {"times": True, "extra": 1},
        {"__class__": "x"},
        {"times": 1, "__dict__": {}},
        {"times": 1, "note": "x" * 900_000},
        {"times": 1, "note": {"__init__": "x"}},
        {"times": 1, "fields": "x"},
        {"times": 1, "fields": [["a"]]},
        {},
    ],
)
async def test_arguments_that_no_page_of_ours_sends_are_refused_without_a_traceback(payload: dict[str, Any]) -> None:
    class Fields(TypedDict):
        name: str

    async def handler(self: object, times: int, note: str = "", fields: Fields | None = None) -> None: ...

    with pytest.raises(Refused, match="not understood"):
        check_arguments(handler, (object(),), payload)


async def test_arguments_that_our_pages_send_go_through() -> None:
    async def handler(self: object, times: int, share: float = 0, names: list[str] | None = None, anything: Any = None) -> None: ...

    check_arguments(handler, (object(),), {"times": 3, "share": 1, "names": ["a"], "anything": {"a": [1.5]}})
    check_arguments(handler, (object(), 3), {})


async def test_a_nested_argument_without_end_is_refused() -> None:
    async def handler(self: object, anything: Any) -> None: ...

    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(Refused):
        check_arguments(handler, (object(),), {"anything": deep})


async def test_a_handler_that_is_no_coroutine_cannot_have_a_policy() -> None:
    with pytest.raises(TypeError):
        policy(Policy.ANYONE)(lambda self: None)


async def test_a_handler_without_a_policy_is_refused_at_the_gate() -> None:
    assert is_guarded(AuthState.event_handlers["require"].fn)
    assert is_guarded(rx.State.event_handlers["hydrate"].fn)
    assert not is_guarded(AuthState.event_handlers["setvar"].fn)


async def test_the_page_is_told_who_is_signed_in_before_anything_else() -> None:
    auth = state_of(AuthState, await owner())

    await _welcome(auth._get_root_state(), hydrating=True)

    assert (auth.person.name, auth.signed_in, auth.is_admin) == ("Owner", True, True)


async def test_a_tab_that_changes_hands_forgets_what_it_showed() -> None:
    auth = state_of(AuthState, await alice())
    root = auth._get_root_state()
    await _welcome(root, hydrating=True)
    forms = root.get_substate(FormState.get_full_name().split("."))
    forms.notice = "something private"

    root.router = state_of(AuthState, "").router
    await _welcome(root, hydrating=False)

    assert forms.notice == ""
    assert not auth.signed_in


async def test_a_tab_that_stays_with_its_person_keeps_what_it_showed() -> None:
    auth = state_of(AuthState, await alice())
    root = auth._get_root_state()
    await _welcome(root, hydrating=True)
    forms = root.get_substate(FormState.get_full_name().split("."))
    forms.notice = "a draft"

    await _welcome(root, hydrating=False)

    assert forms.notice == "a draft"


async def test_a_form_page_shows_known_words_only() -> None:
    state = state_of(FormState, "", "/sign-in", problem="wrong", notice="<b>Call 555</b>", next="//evil.example")

    await call(state, "read")

    assert state.problem == "That e-mail address and password do not belong together."
    assert (state.notice, state.after) == ("", "")
