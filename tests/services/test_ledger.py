import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from litink_app import db, events
from litink_app.errors import TooMuch
from litink_app.repositories import ledger as entries
from litink_app.schemas.run import Graph, StepSpec
from litink_app.services import ledger, runs, sweeper
from tests.services.sql import sql
from tests.services.toys import begin, drain


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    yield
    await events.close()


def pictures(count: int, usd: str = "0.04") -> Graph:
    return Graph(tuple(StepSpec(f"p{n}", "toy.draw", {"text": str(n), "usd": usd}) for n in range(count)))


async def person_with(usd: str) -> UUID:
    owner = uuid4()
    async with db.session() as unit:
        await ledger.grant(unit, owner, Decimal(usd), key=str(owner))
    return owner


async def balances() -> dict[str, Decimal]:
    found = await sql("select split_part(account, ':', 1), sum(amount) from ledger_entry group by 1 having sum(amount) <> 0")
    return dict(found)  # type: ignore[arg-type]


async def test_what_a_run_does_not_need_goes_back():
    owner = await person_with("1.00")

    await begin(pictures(2), owner, cap_usd=Decimal("0.50"))
    during = await balances()
    await drain()

    assert during == {"house": Decimal("-1.00"), "wallet": Decimal("0.50"), "held": Decimal("0.50")}
    assert await balances() == {"house": Decimal("-1.00"), "wallet": Decimal("0.92"), "paid": Decimal("0.08")}
    assert await sql("select account, balance from purse where account like 'wallet:%'") == [(f"wallet:{owner}", Decimal("0.92"))]


async def test_of_two_hundred_starts_at_once_the_last_unit_pays_one():
    owner = await person_with("1.00")

    async def click() -> bool:
        try:
            await begin(pictures(1), owner, cap_usd=Decimal(1))
        except TooMuch:
            return False
        return True

    accepted = [done for some in range(10) for done in await asyncio.gather(*(click() for _ in range(20))) if some >= 0]

    assert accepted.count(True) == 1
    assert len(accepted) == 200
    assert await sql("select count(*) from run") == [(1,)]


async def test_a_cancelled_run_gives_back_what_it_did_not_spend():
    owner = await person_with("1.00")
    run_id = await begin(pictures(3), owner, cap_usd=Decimal(1))

    await runs.cancel(owner, run_id)

    assert await balances() == {"house": Decimal(-1), "wallet": Decimal(1)}


async def test_a_second_try_holds_only_what_is_left_of_the_cap():
    owner = await person_with("1.00")
    run_id = await begin(
        Graph((*pictures(1).steps, StepSpec("bad", "toy.fail", {"times": 1, "how": "refused"}, ("p0",)))), owner, cap_usd=Decimal(1)
    )
    await drain()
    failed = await balances()

    await runs.retry(owner, run_id)
    held = await balances()
    await drain()

    assert failed == {"house": Decimal(-1), "wallet": Decimal("0.96"), "paid": Decimal("0.04")}
    assert held == {"house": Decimal(-1), "held": Decimal("0.96"), "paid": Decimal("0.04")}
    assert await balances() == failed


async def test_a_bill_beyond_the_reservation_is_the_houses_loss():
    owner = await person_with("1.00")
    await begin(Graph((StepSpec("p", "toy.overcharge"),)), owner, cap_usd=Decimal("0.10"))

    await drain()

    assert await balances() == {"house": Decimal("-1.90"), "wallet": Decimal("0.90"), "paid": Decimal(1)}


async def test_money_that_leaked_is_given_back_by_the_sweeper():
    owner = await person_with("1.00")
    run_id = await begin(pictures(1), owner, cap_usd=Decimal(1))
    await sql("update run set status = 'failed', finished = now() where id = :id", id=run_id)

    swept = [await sweeper.release_leaked() for _ in range(2)]

    assert swept == [1, 0]
    assert await balances() == {"house": Decimal(-1), "wallet": Decimal(1)}


async def test_the_database_refuses_a_wallet_below_zero():
    owner = await person_with("1.00")

    with pytest.raises(IntegrityError):
        async with db.session() as unit:
            await entries.change(unit, ledger.wallet(owner), Decimal("-1.01"))


async def test_a_transaction_must_sum_to_zero_and_happens_once():
    owner = await person_with("1.00")

    with pytest.raises(ValueError):
        async with db.session() as unit:
            await entries.post(unit, "grant", "odd", owner, None, None, {"house": Decimal(-1), "x": Decimal(2)})
    with pytest.raises(IntegrityError):
        async with db.session() as unit:
            await ledger.grant(unit, owner, Decimal(1), key=str(owner))

    assert await sql("select sum(amount) from ledger_entry") == [(0,)]
