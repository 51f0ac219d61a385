"""`/admin`: people, runs and the audit log."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from litink_app.api import bodies
from litink_app.api.caller import Admin
from litink_app.api.paging import Limit, Page
from litink_app.schemas.run import RunView
from litink_app.schemas.views import PersonView, RunRow, UserRow
from litink_app.services import accounts, audit, runs
from litink_app.services.audit import AuditView

router = APIRouter(prefix="/admin", tags=["admin"])

Status = Literal["", "queued", "running", "paused", "done", "failed", "cancelled"]
Act = Literal["cancel", "retry"]
ACTS: dict[str, Callable[[PersonView, UUID], Awaitable[None]]] = {"cancel": runs.admin_cancel, "retry": runs.admin_retry}


@router.get("/users")
async def users(
    admin: Admin, query: Annotated[str, Query(max_length=200)] = "", after: UUID | None = None, limit: Limit = 50
) -> Page[UserRow]:
    """Newest first; `after` is the id of the last one of the page before."""
    found = await accounts.users(admin, query=query, after=str(after or ""), size=limit)
    return Page(found, found[-1].id if len(found) == limit else None)


@router.patch("/users/{user_id}", status_code=204)
async def change_user(admin: Admin, user_id: UUID, body: bodies.UserChange) -> None:
    """Give a role or a tier, lock or unlock; each is kept in the audit log."""
    if body.role is not None:
        await accounts.set_role(admin, user_id, body.role)
    if body.tier is not None:
        await accounts.set_tier(admin, user_id, body.tier)
    if body.locked is not None:
        await accounts.lock(admin, user_id, body.locked)


@router.get("/runs")
async def all_runs(
    admin: Admin, status: Status = "", query: Annotated[str, Query(max_length=200)] = "", page: Annotated[int, Query(ge=1, le=10_000)] = 1
) -> list[RunRow]:
    """The newest runs of everybody."""
    return await runs.all_runs(status=status, query=query, page=page)


@router.get("/runs/{run_id}")
async def any_run(admin: Admin, run_id: UUID) -> RunView:
    """Anybody's run with its steps."""
    return await runs.admin_view(run_id)


@router.post("/runs/{run_id}/{act}", status_code=204)
async def act(admin: Admin, run_id: UUID, act: Act) -> None:
    """Cancel or retry anybody's run; kept in the audit log."""
    await ACTS[act](admin, run_id)


@router.get("/audit")
async def audit_log(admin: Admin, after: UUID | None = None, limit: Limit = 50) -> Page[AuditView]:
    """Privileged acts, newest first; `after` is the id of the last one of the page before."""
    found = await audit.entries(after, limit)
    return Page(found, found[-1].id if len(found) == limit else None)
