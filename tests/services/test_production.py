from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from litink_app import db, events
from litink_app.errors import Conflict, NotFound
from litink_app.models.production import Production
from litink_app.repositories.sql import dumps
from litink_app.schemas.codec import to_json
from litink_app.schemas.run import Graph, StepSpec
from litink_app.schemas.script import LineKind, Script, ScriptLine, ScriptScene, ScriptStyle, Setting
from litink_app.services import engine, production, runs, worker
from litink_app.services.film_view import held
from tests.services import toys
from tests.services.sql import sql
from tests.services.toys import drain

PICTURE = Graph((StepSpec("picture", "toy.draw"),))
LINE = ScriptLine("1", LineKind.NARRATION, None, "It was spring.", 0, 14)
SCENE = ScriptScene(1, "One", Setting("a garden", "garden"), (), (), (LINE,), 24.0, 0, 14)
SCRIPT = Script("The Garden", "", ScriptStyle.NARRATION, 30.0, (SCENE,))


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    toys.calls.clear()
    yield
    await events.close()


async def film(owner: UUID) -> str:
    made = Production(id=uuid4(), owner_id=owner, book_id=None, key="click", title="The Garden", chapters=[], seconds=30)
    async with db.session() as unit:
        unit.add(made)
    return str(made.id)


async def filmed(owner: UUID, film_id: str, take: int, graph: Graph = PICTURE) -> UUID:
    """A toy run for one take of the film."""
    async with db.session() as unit:
        run_id = await engine.start(unit, owner, "film", UUID(film_id), graph, idempotency_key=f"film:{film_id}:{take}")
        found = await unit.get(Production, UUID(film_id))
        assert found is not None
        found.run_id, found.take = run_id, take
    return run_id


async def test_deleting_a_film_takes_all_its_takes_and_files_away():
    film_id, other = await film(owner := uuid4()), await film(stranger := uuid4())
    for take in (1, 2):
        await filmed(owner, film_id, take)
    await filmed(stranger, other, 1)
    await drain()

    with pytest.raises(NotFound):
        await production.delete(stranger, film_id)
    await production.delete(owner, film_id)

    assert await sql("select owner_id, (select count(*) from asset) from run") == [(stranger, 1)]
    assert await sql("select owner_id from production") == [(stranger,)]


async def test_a_film_in_the_making_is_not_deleted_by_half():
    film_id = await film(owner := uuid4())
    await filmed(owner, film_id, 1)
    await drain()
    going = await filmed(owner, film_id, 2)

    with pytest.raises(Conflict):
        await production.delete(owner, film_id)

    assert await sql("select count(*) from run") == [(2,)]
    await runs.cancel(owner, going)
    await production.delete(owner, film_id)
    assert await sql("select (select count(*) from run) + (select count(*) from asset) + (select count(*) from production)") == [(0,)]


async def test_a_line_is_not_changed_while_the_film_is_being_made():
    film_id = await film(owner := uuid4())
    await filmed(owner, film_id, 1, Graph((StepSpec("script", "toy.say"), StepSpec("picture", "toy.draw", needs=("script",)))))
    await worker.look("image")
    await sql("update step set result = cast(:made as jsonb) where key = 'script'", made=dumps({"script": to_json(SCRIPT)}))

    with pytest.raises(Conflict, match="still being made"):
        await production.edit_line(owner, film_id, "1", "It was summer.")
    await drain()
    with pytest.raises(Conflict, match="book of this film is gone"):
        await production.edit_line(owner, film_id, "1", "It was summer.")

    assert await sql("select take, script from production") == [(1, None)]


async def test_a_second_press_makes_the_film_once_but_a_quick_look_in_the_making_is_waited_for() -> None:
    film_id = await film(owner := uuid4())
    await sql("update production set script = cast(:script as json)", script=dumps(to_json(SCRIPT)))
    look = await filmed(owner, film_id, 1, Graph((StepSpec("animatic", "toy.say"),)))

    with pytest.raises(Conflict, match="still being made"):
        await production.make(owner, film_id)
    await runs.cancel(owner, look)
    making = await filmed(owner, film_id, 2)
    again = await production.make(owner, film_id)

    assert again == str(making)
    assert await sql("select take, (select count(*) from run) from production") == [(2, 2)]


async def test_a_film_shows_what_it_has_cost():
    film_id = await film(owner := uuid4())
    await filmed(owner, film_id, 1)
    before = await production.view(owner, film_id)

    await drain()

    assert (before.cost, (await production.view(owner, film_id)).cost) == ("", "$0.04")


async def test_the_finished_film_can_be_seen_until_its_next_take_is_made():
    film_id = await film(owner := uuid4())
    ending = StepSpec("upload_film", "toy.draw", {"text": "first"})
    await filmed(owner, film_id, 1, Graph((ending,)))
    await drain()
    await sql("update step set result = jsonb_set(result, '{blobs,film}', result #> '{blobs,picture}')")
    first = await production.view(owner, film_id)

    await filmed(owner, film_id, 2, Graph((StepSpec("upload_film", "toy.draw", {"text": "second"}),)))
    meanwhile = await production.view(owner, film_id)

    assert (first.status, first.outdated, meanwhile.status, meanwhile.outdated) == ("done", False, "queued", True)
    assert meanwhile.film_url.partition("?")[0] == first.film_url.partition("?")[0] != ""


async def test_how_long_the_film_took_is_kept_when_a_change_took_less() -> None:
    owner = uuid4()
    film_id = await film(owner)
    finished = Graph((StepSpec("upload_film", "toy.say"),))
    for take, seconds in ((1, 5), (2, 90), (3, 7)):
        run = await filmed(owner, film_id, take, PICTURE if take == 1 else finished)
        await drain()
        await sql("update run set finished = started + make_interval(secs => :seconds) where id = :id", id=run, seconds=seconds)
        if take == 2:
            first = await production.view(owner, film_id)

    last = await production.view(owner, film_id)

    assert (first.made_in, first.changed_in) == (90, 0)
    assert (last.made_in, last.changed_in) == (90, 7)


async def test_films_of_one_book_are_told_apart_on_the_shelf() -> None:
    owner = uuid4()
    for seconds, aspect, chapters in ((30, "16:9", ["a"]), (90, "9:16", ["a", "b"])):
        film_id = await film(owner)
        await sql(
            "update production set key = id::text, seconds = :seconds, options = cast(:options as json), chapters = cast(:chapters as json) where id = :id",
            seconds=seconds, options=dumps({"aspect": aspect}), chapters=dumps(chapters), id=UUID(film_id),
        )  # fmt: skip

    told = [card.about.rpartition(" · ")[0] for card in await production.films(owner)]

    assert sorted(told) == ["1 chapter · 0:30 · 16:9", "2 chapters · 1:30 · 9:16"]


async def test_a_place_is_told_where_the_title_does_not_tell_it() -> None:
    owner = uuid4()
    film_id = await film(owner)
    named = replace(SCENE, number=2, title="In the Garden", setting=Setting("garden", "garden"))
    await filmed(owner, film_id, 1, Graph((StepSpec("script", "toy.say"),)))
    await drain()
    script = to_json(replace(SCRIPT, scenes=(SCENE, named)))
    await sql("update step set result = cast(:result as jsonb)", result=dumps({"script": script}))

    view = await production.view(owner, film_id)

    assert [scene.place for scene in view.scenes] == ["a garden", ""]


def test_a_clip_that_is_shorter_than_its_scene_says_when_it_stands_still() -> None:
    assert [held(clip, 12.0) for clip in (4.0, 12.2, 0.0)] == ["4 s of 12 s, then it stands still", "", ""]
