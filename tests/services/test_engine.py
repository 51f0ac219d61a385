from collections.abc import AsyncIterator
from decimal import Decimal
from errno import ENOSPC
from uuid import UUID, uuid4

import pytest

from litink_app import events
from litink_app.errors import NotFound, ProviderBusy
from litink_app.models.run import RUN_STATUSES, STEP_STATUSES
from litink_app.providers.storage import LocalStorage, storage
from litink_app.schemas.run import Graph, RunStatus, StepSpec, StepStatus
from litink_app.services import engine, runs, sweeper, worker
from litink_app.services.claims import LeaseLost, claim
from tests.services import toys
from tests.services.sql import sql
from tests.services.toys import begin, chain, drain


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    toys.calls.clear()
    toys.folders.clear()
    toys.go_on.clear()
    yield
    await events.close()


async def owner_of(run_id: UUID) -> UUID:
    [(owner,)] = await sql("select owner_id from run where id = :id", id=run_id)
    assert isinstance(owner, UUID)
    return owner


async def seen(run_id: UUID) -> runs.RunView:
    return await runs.admin_view(run_id)


def test_the_tables_know_the_same_statuses_as_the_schemas():
    assert set(RUN_STATUSES) == set(RunStatus)
    assert set(STEP_STATUSES) == set(StepStatus)


async def test_steps_run_after_what_they_need_and_see_its_results():
    run_id = await begin(chain("a", "b", "c"))

    await drain()

    view = await seen(run_id)
    assert (view.status, view.percent) == ("done", 100)
    assert [step.data["said"] for step in view.steps] == ["a", "ab", "abc"]


async def test_a_step_lays_out_more_steps():
    run_id = await begin(Graph((StepSpec("root", "toy.grow", {"leaves": 3}),)))

    await drain()

    view = await seen(run_id)
    assert view.status == "done"
    assert view.steps[-1].data["said"] == "012!"
    assert [step.scene for step in view.steps] == [None, 0, 1, 2, None]


async def test_the_same_key_gives_the_same_run():
    owner = uuid4()

    first = await begin(chain("a"), owner, idempotency_key="click")
    second = await begin(chain("a"), owner, idempotency_key="click")

    assert first == second
    assert await sql("select count(*) from step") == [(1,)]


@pytest.mark.parametrize(
    "steps",
    [
        (StepSpec("a", "toy.say", needs=("b",)), StepSpec("b", "toy.say", needs=("a",))),
        (StepSpec("a", "toy.say", needs=("nowhere",)),),
        (StepSpec("a", "toy.say"), StepSpec("a", "toy.say")),
    ],
)
async def test_a_graph_that_could_never_end_is_not_begun(steps: tuple[StepSpec, ...]):
    with pytest.raises(ValueError):
        await begin(Graph(steps))

    assert await sql("select count(*) from run") == [(0,)]


async def test_files_are_stored_under_their_hash_and_listed_as_the_owners():
    run_id = await begin(Graph((StepSpec("picture", "toy.draw", {"text": "a meadow"}),)))

    await drain()

    [(key, media_type, size, owner)] = await sql("select key, media_type, bytes, owner_id from asset")
    assert [piece async for piece in storage().stream(str(key))] == [b"a meadow"]
    assert (media_type, size, owner) == ("image/png", 8, await owner_of(run_id))
    assert set((await seen(run_id)).steps[0].data["blobs"]["picture"]) == {"asset"}


async def test_the_same_input_is_paid_once_however_many_runs_ask():
    owner = uuid4()
    graph = Graph((StepSpec("picture", "toy.draw"), StepSpec("word", "toy.say", needs=("picture",))))
    first = await begin(Graph((graph.steps[0],)), owner)
    await drain()

    second = await begin(Graph((graph.steps[0],)), owner)
    await drain()

    assert toys.calls == ["picture"]
    assert [(await seen(run)).status for run in (first, second)] == ["done", "done"]
    assert await sql("select count(*), sum(amount) from ledger_entry where account = 'paid:painter'") == [(1, Decimal("0.04"))]
    assert await sql("select count(*), count(distinct key), count(distinct run_id) from asset") == [(2, 1, 2)]


async def test_a_stranger_shares_no_results():
    await begin(Graph((StepSpec("picture", "toy.draw"),)))
    await begin(Graph((StepSpec("picture", "toy.draw"),)))

    await drain()

    assert toys.calls == ["picture", "picture"]


async def test_a_result_whose_file_is_gone_is_made_again():
    owner = uuid4()
    first = await begin(Graph((StepSpec("picture", "toy.draw"),)), owner)
    await drain()
    await runs.delete(owner, first)

    await begin(Graph((StepSpec("picture", "toy.draw"),)), owner)
    await drain()

    assert toys.calls == ["picture", "picture"]
    assert await sql("select count(distinct key) from intent") == [(2,)]


async def test_two_steps_with_the_same_input_are_never_at_work_together():
    owner = uuid4()
    first = await begin(Graph((StepSpec("a", "toy.draw"),)), owner)
    await begin(Graph((StepSpec("a", "toy.draw"),)), owner)

    held = await claim("image")
    refused = await claim("image")

    assert held is not None and held.run_id == first
    assert refused is None
    assert await sql("select count(*) from step where status = 'ready' and due > clock_timestamp()") == [(1,)]


async def test_a_late_result_is_refused_by_its_fence():
    await begin(chain("a"))
    late = await claim("image")
    assert late is not None
    await sql("update step set lease_until = clock_timestamp() - interval '1 second'")
    await sweeper.expire()
    fresh = await claim("image")

    with pytest.raises(LeaseLost):
        await engine.finish(late, engine.Done({"said": "late"}), [])

    assert fresh is not None and fresh.fence == late.fence + 1
    await engine.finish(fresh, engine.Done({"said": "fresh"}), [])
    assert await sql("select result ->> 'said' from step") == [("fresh",)]


async def test_finishing_twice_is_finishing_once():
    await begin(chain("a", "b"))
    held = await claim("image")
    assert held is not None

    for _ in range(2):
        await engine.finish(held, engine.Done({"said": "a"}, usd=Decimal(1), provider="p"), [])

    assert await sql("select count(*) from ledger_entry where account = 'paid:p'") == [(1,)]


async def test_a_passing_failure_is_tried_again():
    run_id = await begin(Graph((StepSpec("a", "toy.fail", {"times": 1, "how": "busy"}),)))

    await drain()
    waiting = (await seen(run_id)).steps[0]
    await sql("update step set due = clock_timestamp()")
    await drain()

    assert (waiting.status, waiting.error) == ("ready", "The painter is busy.")
    assert (await seen(run_id)).status == "done"


async def test_a_result_for_which_there_is_no_room_is_made_again_and_paid_once(monkeypatch: pytest.MonkeyPatch):
    run_id = await begin(Graph((StepSpec("picture", "toy.draw"),)))

    async def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as no_room:
        no_room.setattr(LocalStorage, "put", full)
        await worker.look("image")
    waiting = (await seen(run_id)).steps[0]
    await sql("update step set due = clock_timestamp()")
    await drain()

    assert (waiting.status, waiting.error) == ("ready", engine.OUR_FAULT)
    assert (await seen(run_id)).status == "done"
    assert await sql("select count(*) from ledger_entry where account = 'paid:painter'") == [(1,)]


async def test_too_many_failures_end_the_run_in_safe_words_and_retry_goes_on_from_there():
    graph = Graph(
        (StepSpec("a", "toy.say"), StepSpec("b", "toy.fail", {"times": 2, "how": "bug"}, ("a",)), StepSpec("c", "toy.say", needs=("b",)))
    )
    run_id = await begin(graph)
    for _ in range(2):
        await drain()
        await sql("update step set due = clock_timestamp()")
    failed = await seen(run_id)

    await runs.retry(await owner_of(run_id), run_id)
    await drain()

    assert (failed.status, failed.error) == ("failed", engine.OUR_FAULT)
    assert [step.status for step in failed.steps] == ["done", "dead", "cancelled"]
    assert (await seen(run_id)).status == "done"
    assert toys.calls == ["a", "b", "b", "b", "c"]


async def test_a_refusal_is_not_tried_again():
    run_id = await begin(Graph((StepSpec("a", "toy.fail", {"times": 1, "how": "refused"}),)))

    await drain()

    view = await seen(run_id)
    assert (view.status, view.error, toys.calls) == ("failed", "The painter will not.", ["a"])


async def test_a_step_over_its_time_limit_fails():
    run_id = await begin(chain("a", kind="toy.slow"))

    await drain()

    view = await seen(run_id)
    assert view.status == "failed"
    assert "longer than" in view.error


async def test_a_parked_step_holds_no_worker_and_is_polled_when_due():
    run_id = await begin(chain("far", kind="toy.remote"))
    await worker.look("video")
    parked = (await seen(run_id)).steps[0]

    await sweeper.wake_parked()
    await drain()

    assert (parked.status, parked.attempt) == ("parked", 0)
    assert toys.calls == ["far:None", "far:job-1"]
    assert (await seen(run_id)).status == "done"


async def test_a_webhook_wakes_a_parked_step():
    await begin(Graph((StepSpec("far", "toy.remote", {"seconds": 600}),)))
    await worker.look("video")

    known, unknown = await engine.wake("job-1"), await engine.wake("job-2")
    await drain()

    assert (known, unknown) == (True, False)
    assert toys.calls == ["far:None", "far:job-1"]


async def test_after_a_crash_between_order_and_parking_the_order_is_fetched_not_repeated():
    await begin(chain("far", kind="toy.remote"))
    held = await claim("video")
    assert held is not None
    from litink_app.services import claims

    await claims.intend(held, "far", Decimal("0.10"), "")
    await claims.ordered(held, "job-1")
    await sql("update step set lease_until = clock_timestamp() - interval '1 second'")
    await sweeper.expire()
    again = await claim("video")

    assert again is not None
    assert (again.remote_id, again.intended, again.order_key) == ("job-1", True, held.order_key)


async def test_a_crash_before_the_answer_leaves_an_open_intent_under_the_same_key():
    await begin(chain("far", kind="toy.remote"))
    held = await claim("video")
    assert held is not None
    from litink_app.services import claims

    await claims.intend(held, "far", Decimal("0.10"), "")
    await engine.fail(held, ProviderBusy("no answer"))
    await sql("update step set due = clock_timestamp()")
    again = await claim("video")

    assert again is not None
    assert (again.intended, again.order_key) == (True, held.order_key)


async def test_a_job_that_stays_remote_for_ever_is_ordered_anew_under_a_new_key():
    await begin(chain("far", kind="toy.remote"))
    await worker.look("video")
    await sql("update step set parked_since = clock_timestamp() - interval '1 hour'")
    await sweeper.wake_parked()
    await worker.look("video")
    await sql("update step set due = clock_timestamp()")
    again = await claim("video")

    assert again is not None
    assert (again.remote_id, again.intended, again.turn) == (None, False, 1)
    assert await sql("select status from intent") == [("void",)]


async def test_a_run_is_found_by_its_owner_alone():
    run_id = await begin(chain("a"))

    for act in (runs.view, runs.cancel, runs.pause, runs.retry, runs.delete):
        with pytest.raises(NotFound):
            await act(uuid4(), run_id)
