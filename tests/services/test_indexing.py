"""After a book is understood its passages and vectors come by themselves; another model's take their place while searches go on."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from litink_app import db
from litink_app.repositories import passages
from litink_app.services import asking, indexing, library
from litink_app.services.rag import RAGService
from litink_app.studio.manifest import GTE_SMALL
from tests.services.sql import sql
from tests.services.test_library import bring, someone
from tests.services.toys import drain

TALE = "CHAPTER I\n\n" + "\n\n".join(f"The miller's son number {n} walked along the river and found a key of gold." for n in range(40))


class Flat:
    """An embedder that finds all texts alike."""

    model = GTE_SMALL.identity
    dimensions = 384

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [[1.0] + [0.0] * 383 for _ in texts]


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "embedder", Flat)


async def counts(book_id: UUID, model: str) -> tuple[int, int]:
    async with db.session() as unit:
        return await passages.count(unit, book_id, model)


async def test_a_book_that_is_understood_gets_all_its_vectors_by_itself(database: str) -> None:
    owner = await someone()

    book_id = await bring(owner, TALE)
    await drain()

    whole, ready = await counts(book_id, Flat.model)
    assert (whole > 0, ready == whole) == (True, True)
    assert await indexing.catch_up() == 0


async def test_a_new_model_replaces_the_vectors_and_searches_go_on_meanwhile(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner, TALE)
    await drain()
    await sql("update passage set model = 'of yesterday'")

    late = await indexing.catch_up()
    meanwhile = await RAGService().search(owner, "golden key", book_id=book_id)
    await drain()

    assert (late, bool(meanwhile)) == (1, True)
    assert await counts(book_id, "of yesterday") == (len(await sql("select 1 from passage")), 0)
    assert await indexing.catch_up() == 0


async def test_a_book_that_was_deleted_meanwhile_needs_no_vectors(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner, TALE)
    async with db.session() as unit:
        await indexing.start(unit, owner, book_id, "late")

    await library.delete(owner, book_id)
    await drain()

    assert await sql("select 1 from run where status = 'failed'") == []
