"""Who gets the next step, and what a holder may do."""

from collections import Counter
from collections.abc import AsyncIterator
from decimal import Decimal
from uuid import uuid4

import pytest

from litink_app import events
from litink_app.errors import Refused
from litink_app.schemas.run import Done, Graph, StepSpec
from litink_app.services import claims, engine, runs
from litink_app.services.claims import LeaseLost, claim
from tests.services.sql import sql
from tests.services.toys import begin


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    yield
    await events.close()


def heap(count: int, kind: str = "toy.say") -> Graph:
    return Graph(tuple(StepSpec(f"{kind}:{n}", kind, {"n": n}) for n in range(count)))


async def test_a_person_with_one_film_need_not_wait_for_a_person_with_a_thousand():
    greedy, modest = uuid4(), uuid4()
    for _ in range(30):
        await begin(heap(3), greedy)
    await begin(heap(3), modest)

    taken = [await claim("image") for _ in range(4)]

    assert Counter(one.owner_id for one in taken if one) == {greedy: 2, modest: 2}


async def test_with_one_worker_the_turn_goes_round():
    greedy, modest = uuid4(), uuid4()
    await begin(heap(6), greedy)
    await begin(heap(3), modest)
    served = []

    for _ in range(6):
        held = await claim("image")
        assert held is not None
        await engine.finish(held, Done({"said": ""}), [])
        served.append(held.owner_id)

    assert served[:2] in ([greedy, modest], [modest, greedy])
    assert Counter(served) == {greedy: 3, modest: 3}


async def test_priority_is_a_head_start_and_not_a_right_to_all():
    ordinary, urgent = uuid4(), uuid4()
    await begin(heap(4), ordinary)
    await begin(heap(8), urgent, priority=2)

    taken = [await claim("image") for _ in range(6)]

    assert [one.owner_id for one in taken if one][:2] == [urgent, urgent]
    assert Counter(one.owner_id for one in taken if one) == {urgent: 4, ordinary: 2}


async def test_a_paused_run_gives_no_steps_until_it_goes_on():
    owner = uuid4()
    run_id = await begin(heap(2), owner)

    await runs.pause(owner, run_id)
    during = await claim("image")
    await runs.resume(owner, run_id)
    after = await claim("image")

    assert during is None
    assert after is not None


async def test_a_queue_gives_only_its_own_steps():
    await begin(heap(1))

    assert await claim("video") is None
    assert await claim("image") is not None


async def test_a_cancelled_holder_can_neither_go_on_nor_pay_nor_finish():
    owner = uuid4()
    run_id = await begin(heap(1, "toy.draw"), owner)
    held = await claim("image")
    assert held is not None

    await runs.cancel(owner, run_id)

    assert not await claims.beat(held)
    with pytest.raises(LeaseLost):
        await claims.intend(held, "painter", Decimal(1), "")
    with pytest.raises(LeaseLost):
        await engine.finish(held, Done({}), [])
    assert await sql("select count(*) from intent") == [(0,)]


async def test_intents_never_add_up_to_more_than_the_cap():
    await begin(heap(3, "toy.draw"), cap_usd=Decimal("0.10"))
    held = [await claim("image") for _ in range(3)]

    for one in held[:2]:
        assert one is not None
        await claims.intend(one, "painter", Decimal("0.05"), "")
    assert held[2] is not None
    with pytest.raises(Refused, match="agreed"):
        await claims.intend(held[2], "painter", Decimal("0.05"), "")

    assert await sql("select sum(usd) from intent") == [(Decimal("0.10"),)]


async def test_a_step_may_pay_in_parts_and_each_part_once():
    await begin(heap(1, "toy.draw"))
    held = await claim("image")
    assert held is not None

    for part in ("line 1", "line 2", "line 1"):
        await claims.intend(held, "voice", Decimal("0.01"), part)

    assert await sql("select count(*), sum(usd) from intent") == [(2, Decimal("0.02"))]
