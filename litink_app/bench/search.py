"""Search, measured: what the service adds to its bare SQL, and whether it finds the ten passages that an exact look at all vectors finds."""

import asyncio
import hashlib
import random
import re
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import psycopg

from litink_app import db
from litink_app.bench import catalogue
from litink_app.bench.engine import servers
from litink_app.bench.read import CORPUS, NOVEL
from litink_app.errors import Refused
from litink_app.models.book import BookRecord
from litink_app.readers import read
from litink_app.repositories import books, passages, understandings
from litink_app.repositories.sql import rows
from litink_app.schemas.book import Book
from litink_app.services.rag import POOL, RAGService
from litink_app.understanding import understand
from litink_app.understanding.wording import words

QUERIES = 200
METHOD = (
    f"{NOVEL.stem}, read, understood, cut and given vectors of its words (384 dimensions, by hash, so that no model's time is in it); {QUERIES} queries"
    " of six words of its text each. p95: RAGService.search beside the same statement on a bare psycopg connection, in turns, wall time."
    " recall: of the ten passages that NumPy finds nearest among all vectors of the book, the share among the first ten of the search by meaning alone."
)


class ByHash:
    """An embedder by words alone: each stem has its own direction."""

    model = "hash-1"
    dimensions = 384

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> list[float]:
        vector = np.full(self.dimensions, 0.01)
        for word in words(text):
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            vector += np.random.default_rng(seed).standard_normal(self.dimensions)
        return (vector / np.linalg.norm(vector)).tolist()


def run() -> dict[str, Any]:
    """All figures, on an own Postgres."""
    if not CORPUS.exists():
        raise Refused("The bench needs ../shared/corpus beside the checkout.")
    with servers():
        inside = {"method": METHOD} | asyncio.run(_measured())
    with servers():
        return inside | {"catalogue": asyncio.run(_catalogue())}


async def _measured() -> dict[str, Any]:
    service, owner, book = RAGService(ByHash()), uuid4(), read(NOVEL)
    book_id = await _shelved(service, owner, book)
    dice = random.Random(1)
    said = words(book.text)
    queries = [" ".join(said[place : place + 6]) for place in (dice.randrange(len(said) - 6) for _ in range(QUERIES))]
    try:
        return await _times(service, owner, book_id, queries) | {"recall_at_10": await _recall(service, owner, book_id, queries)}
    finally:
        await db.dispose()


async def _catalogue() -> dict[str, Any]:
    try:
        return await catalogue.measured()
    finally:
        await db.dispose()


async def _shelved(service: RAGService, owner: UUID, book: Book) -> UUID:
    record = BookRecord(id=uuid4(), owner_id=owner, hash=uuid4().hex, digest="d", filename="m.txt", key="k", title=book.title)
    async with db.session() as unit:
        await books.add(unit, record)
    async with db.session() as unit:
        await books.put_text(unit, record.id, book, [])
        await understandings.save(unit, record.id, understand(book))
    await service.index(owner, record.id)
    while await service.embed(owner, record.id, 2000):
        pass
    return record.id


async def _times(service: RAGService, owner: UUID, book_id: UUID, queries: Sequence[str]) -> dict[str, Any]:
    """Milliseconds at the 95th percentile, both ways in turns."""
    statement = re.sub(r"(?<!:):([a-z]+)", r"%(\1)s", passages.SEARCH).encode()
    ours, bare = list[float](), list[float]()
    async with await psycopg.AsyncConnection.connect(db.database_url().replace("+psycopg", "")) as connection:
        for query in queries:
            values = await _values(service, owner, book_id, query)
            began = time.perf_counter()
            await (await connection.execute(statement, values, prepare=True)).fetchall()
            bare.append(time.perf_counter() - began)
            began = time.perf_counter()
            await service.search(owner, query, book_id=book_id)
            ours.append(time.perf_counter() - began)
    mine, theirs = (1000 * float(np.percentile(times, 95)) for times in (ours, bare))
    return {"p95_ms": round(mine, 1), "bare_p95_ms": round(theirs, 1), "p95_times_bare": round(mine / theirs, 2)}


async def _values(service: RAGService, owner: UUID, book_id: UUID, query: str) -> dict[str, Any]:
    vector = passages.literal((await service.vectors.embed([query]))[0])
    any_of = " | ".join(sorted(set(words(query))))
    fixed = {"owner": owner, "book": book_id, "horizon": None, "model": service.vectors.model, "pool": POOL}
    return fixed | {"vector": vector, "query": any_of}


async def _recall(service: RAGService, owner: UUID, book_id: UUID, queries: Sequence[str]) -> float:
    async with db.session() as unit:
        held = await rows(unit, "select coalesce(parent, id) as id, start, parent is null as whole, vector::text as vector from passage")
    matrix = np.array([[float(value) for value in one["vector"].strip("[]").split(",")] for one in held])
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    starts = {one["id"]: one["start"] for one in held if one["whole"]}
    asked = np.array(await service.vectors.embed(queries))
    found = 0
    for likeness, vector in zip(asked @ matrix.T, asked, strict=True):
        best: dict[UUID, float] = {}
        for one, value in zip(held, likeness, strict=True):
            best[one["id"]] = max(best.get(one["id"], -1.0), float(value))
        nearest = {starts[key] for key in sorted(best, key=lambda key: -best[key])[:10]}
        found += len(
            nearest & {one.start for one in await RAGService(_Known(vector.tolist())).search(owner, "", book_id=book_id, limit=10)}
        )
    return round(found / (10 * len(queries)), 4)


class _Known(ByHash):
    """Gives one vector for whatever it is asked, and there are no words to search by."""

    def __init__(self, vector: list[float]) -> None:
        self.vector = vector

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [self.vector for _ in texts]
