"""The ledger: transactions in double entry, and the purses that they fill and empty."""

from decimal import Decimal
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, each, row, rows


async def post(
    unit: AsyncSession, kind: str, key: str, owner_id: UUID, run_id: UUID | None, step_id: UUID | None, moved: dict[str, Decimal]
) -> None:
    """One transaction: `moved` maps accounts to amounts that sum to zero. The same key twice breaks a unique constraint."""
    if sum(moved.values()) != 0:
        raise ValueError(f"the lines of {key} do not sum to zero")
    lines = [
        {"kind": kind, "key": key, "owner": owner_id, "run": run_id, "step": step_id, "account": account, "amount": amount}
        for account, amount in moved.items()
        if amount
    ]
    await each(
        unit,
        """insert into ledger_entry (key, kind, account, owner_id, run_id, step_id, amount)
        values (:key, :kind, :account, :owner, :run, :step, :amount)""",
        lines,
    )


async def open_purse(unit: AsyncSession, account: str, owner_id: UUID, run_id: UUID | None = None) -> None:
    await act(
        unit,
        "insert into purse (account, owner_id, run_id, balance) values (:account, :owner, :run, 0) on conflict (account) do nothing",
        account=account,
        owner=owner_id,
        run=run_id,
    )


async def balance(unit: AsyncSession, account: str) -> Decimal | None:
    """The balance of a purse, locked till the end of the unit; None where there is no such purse."""
    found = await row(unit, "select balance from purse where account = :account for update", account=account)
    return found["balance"] if found else None


async def change(unit: AsyncSession, account: str, amount: Decimal) -> None:
    await act(unit, "update purse set balance = balance + :amount where account = :account", account=account, amount=amount)


async def funding(unit: AsyncSession, run_id: UUID) -> str:
    """The account that the run's reservation came from."""
    found = await row(
        unit,
        "select account from ledger_entry where run_id = :run and kind = 'reserve' and amount < 0 order by id desc limit 1",
        run=run_id,
    )
    return found["account"] if found else "house"


async def releases(unit: AsyncSession, run_id: UUID) -> int:
    """How many reservations the run has had, to name the next one's transactions."""
    found = await row(unit, "select count(*) as n from ledger_entry where run_id = :run and kind = 'reserve' and amount > 0", run=run_id)
    return found["n"] if found else 0


async def leaked(unit: AsyncSession, limit: int = 100) -> list[UUID]:
    """Runs that have ended and still hold money."""
    found = await rows(
        unit,
        """select r.id from purse p join run r on r.id = p.run_id
        where p.balance > 0 and r.status in ('done', 'failed', 'cancelled') limit :limit""",
        limit=limit,
    )
    return [one["id"] for one in found]
