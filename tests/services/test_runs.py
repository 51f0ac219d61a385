from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from litink_app import events
from litink_app.errors import Conflict, NotAllowed, NotFound
from litink_app.schemas.run import Graph, StepSpec
from litink_app.schemas.views import PersonView
from litink_app.services import audit, forecast, runs
from litink_app.services.claims import claim, progress
from tests.services import toys
from tests.services.sql import sql
from tests.services.toys import begin, chain, drain


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    toys.calls.clear()
    forecast.forget()
    yield
    forecast.forget()
    await events.close()


async def test_part_way_results_show_while_a_step_is_at_work():
    run_id = await begin(chain("a"), owner := uuid4())
    held = await claim("image")
    assert held is not None

    await progress(held, 0.4, {"picture": "half"})

    view = await runs.view(owner, run_id)
    assert (view.status, view.percent) == ("running", 40)
    assert (view.steps[0].fraction, view.steps[0].data) == (0.4, {"picture": "half"})


async def test_a_watcher_sees_the_run_at_once_then_each_change_then_the_end():
    run_id = await begin(chain("a", "b"), owner := uuid4())
    views = runs.watch(owner, run_id)
    first = await anext(views)

    await drain()
    rest = [view async for view in views]

    assert (first.status, first.percent) == ("queued", 0)
    assert rest[-1].status == "done"


async def test_a_watcher_needs_no_bell(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(runs, "LOOK_AGAIN", 0.05)
    run_id = await begin(chain("a"), owner := uuid4())
    views = runs.watch(owner, run_id)
    await anext(views)

    await sql("update run set status = 'cancelled', changed = clock_timestamp()")

    assert (await anext(views)).status == "cancelled"


async def test_a_watcher_of_a_run_that_is_taken_away_is_told_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(runs, "LOOK_AGAIN", 0.05)
    run_id = await begin(chain("a"), owner := uuid4())
    views = runs.watch(owner, run_id)
    await anext(views)

    await sql("delete from run")

    with pytest.raises(NotFound):
        await anext(views)


async def test_a_stranger_watches_nothing():
    run_id = await begin(chain("a"))

    with pytest.raises(NotFound):
        await anext(runs.watch(uuid4(), run_id))
    with pytest.raises(NotFound):
        await runs.view(uuid4(), "not an id")


async def test_steering_only_where_it_makes_sense():
    run_id = await begin(chain("a"), owner := uuid4())
    for act in (runs.resume, runs.retry, runs.delete):
        with pytest.raises(Conflict):
            await act(owner, run_id)

    await drain()

    for act in (runs.pause, runs.resume, runs.retry, runs.cancel):
        with pytest.raises(Conflict):
            await act(owner, run_id)
    await runs.delete(owner, run_id)
    with pytest.raises(NotFound):
        await runs.view(owner, run_id)


async def test_a_cancelled_run_can_be_taken_up_again_and_keeps_what_was_done():
    run_id = await begin(chain("a", "b"), owner := uuid4())
    held = await claim("image")
    assert held is not None
    from litink_app.services.worker import engine

    await engine.finish(held, engine.Done({"said": "a"}), [])
    await runs.cancel(owner, run_id)

    await runs.retry(owner, run_id)
    await drain()

    assert toys.calls == ["b"]
    assert (await runs.view(owner, run_id)).steps[1].data == {"said": "ab"}


async def test_time_left_is_learnt_from_earlier_steps():
    await begin(chain("old"), uuid4())
    await drain()
    await sql("update step set seconds = 7")
    run_id = await begin(chain("a", "b"), owner := uuid4())

    view = await runs.view(owner, run_id)

    assert view.seconds_left == 14


async def test_progress_counts_what_the_graph_will_still_grow_by():
    whole = Graph((StepSpec("root", "toy.grow", {"leaves": 3}), *chain("1", "2", "3", "4").steps))
    run_id = await begin(Graph(whole.steps[:1]), owner := uuid4(), forecast=whole)

    await toys.worker.look("plot")

    view = await runs.view(owner, run_id)
    assert view.percent < 50, "only one of five steps is done"
    assert (await runs.view(owner, await begin(Graph(whole.steps[:1]), owner, forecast=whole))).percent == 0
    await drain()
    assert (await runs.view(owner, run_id)).percent == 100


async def test_a_quote_follows_the_longest_way_through_the_graph():
    side_by_side = Graph(tuple(StepSpec(f"p{n}", "toy.draw", {"usd": "0.05"}) for n in range(4)))

    together, in_a_row = await runs.quote(side_by_side), await runs.quote(chain("a", "b", "c", "d", kind="toy.draw"))

    assert together.usd_likely == Decimal("0.20")
    assert (together.seconds_likely, in_a_row.seconds_likely) == (0.2, 0.4)
    assert together.seconds_low < together.seconds_likely < together.seconds_high


def test_a_span_is_laid_out_over_the_workers():
    seconds = {"a": 4.0, "b": 2.0, "c": 2.0, "d": 1.0}
    needs = {"d": ["a", "b", "c"]}

    assert forecast.span(seconds, needs, workers=2) == 5
    assert forecast.span(seconds, needs, workers=1) == 9
    assert forecast.span({}, {}, workers=1) == 0


ADMIN = PersonView(str(uuid4()), "admin@example.org", "Ada", "admin", "free", "")


async def test_an_admin_sees_and_steers_everybodys_runs():
    first, second = await begin(chain("a")), await begin(chain("a"))
    await runs.admin_cancel(ADMIN, first)

    rows = await runs.all_runs()
    cancelled = await runs.all_runs(status="cancelled")

    assert [row.id for row in rows] == [str(second), str(first)]
    assert [row.id for row in cancelled] == [str(first)]
    await runs.admin_retry(ADMIN, first)
    await drain()
    assert (await runs.admin_view(first)).status == "done"
    acts = [(one.act, one.actor, one.subject) for one in await audit.entries()]
    assert acts == [(act, ADMIN.id, str(first)) for act in ("run retry", "run cancel")]


async def test_what_was_refused_to_an_admin_is_not_in_the_audit_log():
    run_id = await begin(chain("a"))

    with pytest.raises(Conflict):
        await runs.admin_retry(ADMIN, run_id)
    with pytest.raises(NotAllowed):
        await runs.admin_cancel(replace(ADMIN, role="author"), run_id)

    assert await audit.entries() == []
