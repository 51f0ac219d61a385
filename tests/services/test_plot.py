from collections.abc import AsyncIterator

import pytest

from litink_app import events
from litink_app.errors import NotFound
from litink_app.services import intake, plot, runs
from tests.services.sql import sql
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain


@pytest.fixture(autouse=True)
async def engine_room(database: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    monkeypatch.setattr(intake, "_understood", quietly)
    yield
    await events.close()


async def test_asking_again_while_a_plot_is_made_finds_the_same_run_and_afterwards_thinks_again() -> None:
    book_id = await bring(owner := await someone())
    await drain()

    first, again = await plot.start_plot(owner, book_id), await plot.start_plot(owner, str(book_id))
    await drain()
    later = await plot.start_plot(owner, book_id)

    assert first == again != later
    assert (await runs.view(owner, first)).status == "done"
    made = await plot.overview(owner, book_id)
    assert made is not None and made.version == 1


async def test_a_plot_that_failed_can_be_asked_for_again() -> None:
    book_id = await bring(owner := await someone())
    await drain()
    failed = await plot.start_plot(owner, book_id)
    await sql("update run set status = 'failed' where kind = 'plot'")

    again = await plot.start_plot(owner, book_id)
    await drain()

    assert again != failed
    assert await plot.overview(owner, book_id) is not None


@pytest.mark.parametrize("book_id", ["no id", "00000000-0000-4000-8000-000000000001"])
async def test_a_book_that_is_not_there_has_no_plot(book_id: str) -> None:
    with pytest.raises(NotFound):
        await plot.start_plot(await someone(), book_id)
