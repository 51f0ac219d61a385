"""Passages and vectors for books, behind everything that somebody waits for: one short step per batch, at the lowest priority."""

import asyncio
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.repositories import books, passages
from litink_app.schemas.run import Done, Graph, Queue, StepSpec, Work
from litink_app.services import engine
from litink_app.services.steps import step
from litink_app.studio.manifest import GTE_SMALL

PRIORITY = -10


async def start(unit: AsyncSession, owner: UUID, book_id: UUID, key: str, *, anew: bool = True) -> None:
    """Index the book after this unit, its passages cut anew or kept; the same key does it once."""
    graph = Graph((StepSpec("index_book", "index_book", {"book": str(book_id), "anew": anew}),))
    await engine.start(unit, owner, "index", book_id, graph, idempotency_key=f"index:{book_id}:{key}", priority=PRIORITY)


async def catch_up() -> int:
    """Begin with every book that has no passages or vectors of another model; searches go on with the old ones. Gives how many."""
    model = GTE_SMALL.identity
    async with db.session() as unit:
        late = await passages.late(unit, model)
        for one in late:
            await start(unit, one["owner_id"], one["id"], model, anew=False)
    return len(late)


@step("index_book", queue=Queue.BOOK, seconds=1.0, scope="run")
async def index_book(work: Work) -> Done:
    """Cut into passages, unless they are there and only another model's vectors are to be replaced; a book that is gone needs none."""
    from litink_app.services.rag import RAGService  # the pages start these runs and do without the libraries for it

    book_id = UUID(work.params["book"])
    async with db.session() as unit:
        there = await books.owned(unit, work.owner_id, book_id)
        held = 0 if work.params["anew"] else await passages.whole(unit, book_id)
    count = held or (await RAGService().index(work.owner_id, book_id) if there else 0)
    return Done({"passages": count}, expand=_batch(book_id, 1) if count else None)


@step("embed_book", queue=Queue.BOOK, seconds=4.0, scope="run")
async def embed_book(work: Work) -> Done:
    """Vectors for the next passages. The worker does not keep the model: it may wait for days for the next book."""
    from litink_app.services.rag import RAGService
    from litink_app.studio import embeddings

    book_id = UUID(work.params["book"])
    left = await RAGService().embed(work.owner_id, book_id)
    await asyncio.to_thread(embeddings.release)
    return Done({"left": left}, expand=_batch(book_id, work.params["batch"] + 1) if left else None)


def _batch(book_id: UUID, number: int) -> Graph:
    return Graph((StepSpec(f"embed_book:{number}", "embed_book", {"book": str(book_id), "batch": number}),))
