"""Runs of everybody, for admins alone."""

from typing import Any

import pytest

from litink_app.schemas.views import PersonView, RunRow
from litink_app.services import accounts
from state import admin_runs
from state.admin_runs import AdminRunsState
from tests.people import HERE, PASSWORD, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")

RUN = "00000000-0000-4000-8000-000000000001"


class Runs:
    """Stands for `services.runs`: remembers what was asked and done."""

    def __init__(self) -> None:
        self.asked, self.done = list[dict[str, Any]](), list[str]()

    async def all_runs(self, **wanted: Any) -> list[RunRow]:
        self.asked.append(wanted)
        return []

    async def admin_cancel(self, admin: PersonView, run_id: str) -> None:
        self.done.append(f"{admin.name}: cancel {run_id}")

    async def admin_retry(self, admin: PersonView, run_id: str) -> None:
        self.done.append(f"{admin.name}: retry {run_id}")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    stand_in = Runs()
    monkeypatch.setattr(admin_runs, "runs", stand_in)
    return stand_in


async def as_owner() -> AdminRunsState:
    link = await accounts.owner_link()
    ticket = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    return state_of(AdminRunsState, ticket.token, "/admin/runs")


async def test_filters_begin_at_the_first_page_and_unknown_ones_are_dropped(runs: Runs) -> None:
    state = await as_owner()

    await call(state, "turn", 1)
    await call(state, "only", "failed")
    await call(state, "only", "'; drop table")
    await call(state, "turn", -5)

    assert [(one["status"], one["page"]) for one in runs.asked] == [("", 2), ("failed", 1), ("", 1), ("", 1)]


@pytest.mark.parametrize("act", ["cancel", "retry"])
async def test_the_service_is_told_which_admin_acts(runs: Runs, act: str) -> None:
    state = await as_owner()

    await call(state, act, RUN)

    assert runs.done == [f"Owner: {act} {RUN}"]


@pytest.mark.parametrize(("handler", "arguments"), [("load", ()), ("cancel", (RUN,)), ("retry", (RUN,))])
async def test_members_neither_see_nor_touch_the_runs_of_others(runs: Runs, handler: str, arguments: tuple[str, ...]) -> None:
    ticket = await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)

    assert refused(await call(state_of(AdminRunsState, ticket.token), handler, *arguments))
    assert (runs.asked, runs.done) == ([], [])
