"""Money of people and runs: grant, reserve, settle, release. Every transaction sums to zero.

A person with a wallet pays from it; where there is none (self-hosted), the house pays. What a provider bills beyond the
reservation is the house's loss, never the person's surprise.
"""

from decimal import Decimal
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.errors import TooMuch
from litink_app.repositories import ledger

HOUSE = "house"


def wallet(owner_id: UUID) -> str:
    return f"wallet:{owner_id}"


def held(run_id: UUID) -> str:
    return f"held:{run_id}"


async def grant(unit: AsyncSession, owner_id: UUID, usd: Decimal, *, key: str) -> None:
    """Put money into a person's wallet, once per key."""
    await ledger.open_purse(unit, wallet(owner_id), owner_id)
    await ledger.change(unit, wallet(owner_id), usd)
    await ledger.post(unit, "grant", f"grant:{key}", owner_id, None, None, {HOUSE: -usd, wallet(owner_id): usd})


async def reserve(unit: AsyncSession, owner_id: UUID, run_id: UUID, usd: Decimal) -> None:
    """Hold money for a run, or refuse."""
    if usd <= 0:
        return
    balance = await ledger.balance(unit, wallet(owner_id))
    source = HOUSE if balance is None else wallet(owner_id)
    if balance is not None and balance < usd:
        raise TooMuch(f"This may cost up to ${usd:.2f}, but only ${balance:.2f} of credit is left.")
    turn = await ledger.releases(unit, run_id)
    await ledger.open_purse(unit, held(run_id), owner_id, run_id)
    await ledger.change(unit, source, -usd)
    await ledger.change(unit, held(run_id), usd)
    await ledger.post(unit, "reserve", f"reserve:{run_id}:{turn}", owner_id, run_id, None, {source: -usd, held(run_id): usd})


async def settle(unit: AsyncSession, owner_id: UUID, run_id: UUID, step_id: UUID, *, provider: str, usd: Decimal, key: str) -> None:
    """Charge a run for one finished order, once per key."""
    if usd <= 0:
        return
    ours = min(usd, await ledger.balance(unit, held(run_id)) or Decimal(0))
    await ledger.change(unit, held(run_id), -ours)
    moved = {held(run_id): -ours, HOUSE: ours - usd, f"paid:{provider or 'unknown'}": usd}
    await ledger.post(unit, "settle", f"settle:{key}", owner_id, run_id, step_id, moved)


async def release(unit: AsyncSession, owner_id: UUID, run_id: UUID) -> Decimal:
    """Give back what an ended run still holds; gives how much."""
    rest = await ledger.balance(unit, held(run_id)) or Decimal(0)
    if not rest:
        return rest
    source = await ledger.funding(unit, run_id)
    turn = await ledger.releases(unit, run_id)
    await ledger.change(unit, held(run_id), -rest)
    await ledger.change(unit, source, rest)
    await ledger.post(unit, "refund", f"refund:{run_id}:{turn}", owner_id, run_id, None, {held(run_id): -rest, source: rest})
    return rest
