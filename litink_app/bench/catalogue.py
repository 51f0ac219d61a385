"""The catalogue's index, measured: what it misses of an exact look at every vector, and how much sooner it answers."""

import random
import re
import time
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import psycopg

from litink_app import db
from litink_app.bench import litbank
from litink_app.repositories import passages
from litink_app.services.rag import POOL
from litink_app.studio.embeddings import GteSmall, Vectors, vectors

PASSAGES, BOOKS, REAL, QUERIES = 200_000, 400, 1_600, 100
OWNERS = (0.84, 0.16)
METHOD = (
    f"{PASSAGES:,} passages in {BOOKS} books of two readers ({OWNERS[0]:.0%}, {OWNERS[1]:.0%}). Vectors: {REAL:,} stretches of two sentences of the LitBank"
    f" novels by gte-small, {QUERIES} of them kept as queries, the rest mixed in pairs and moved along the differences of others. recall: of the ten"
    " passages that a scan of all the reader's vectors puts first, the share among the first ten by the index, ranked again by exact distance."
    " time: the two statements on one connection in turns, by meaning alone, wall, median."
)


async def measured() -> dict[str, Any]:
    """On the Postgres that the settings point to, with the newest tables."""
    texts = list(_stretches())
    real = vectors(texts)
    asked, made = real[:QUERIES], _mixed(real[QUERIES:])
    owners = [uuid4() for _ in OWNERS]
    seconds = await _shelve(owners, made, texts[QUERIES:])
    return {"method": METHOD, "index_seconds": seconds} | {
        f"owner_of_{share:.0%}": await _compare(owner, asked) for owner, share in zip(owners, OWNERS, strict=True)
    }


def _stretches() -> Iterator[str]:
    dice = random.Random(1)
    found: list[str] = []
    for name in litbank.names():
        said = [match.group() for match in re.finditer(r"[^.!?]{20,}[.!?]+", litbank.novel(name).book.text)]
        places = dice.sample(range(len(said) - 1), REAL // len(litbank.names()))
        found.extend(" ".join((said[place] + said[place + 1]).split())[:500] for place in places)
    dice.shuffle(found)
    yield from found


def _mixed(real: Vectors) -> Vectors:
    dice = np.random.default_rng(1)
    one, other, to, away = (real[dice.integers(0, len(real), PASSAGES)] for _ in range(4))
    share = dice.uniform(0.5, 1, (PASSAGES, 1)).astype(np.float32)
    moved = share * one + (1 - share) * other + 0.3 * (to - away)
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)


async def _shelve(owners: Sequence[UUID], made: Vectors, texts: Sequence[str]) -> float:
    """Put all in and build the index over them; gives the seconds that the index takes."""
    held = [uuid4() for _ in range(BOOKS)]
    async with await _connection() as connection:
        await connection.execute("drop index passage_meaning")
        async with connection.cursor() as cursor:
            await cursor.executemany(
                "insert into book (id, owner_id, hash, digest, filename, key, title, authors, language, direction, status, message, words, sample, cover)"
                " values (%s, %s, %s, 'd', 'f', 'k', 'A book', '[]', '', 'ltr', 'ready', '', 0, false, '')",
                [(book, owners[number >= OWNERS[0] * BOOKS], book.hex) for number, book in enumerate(held)],
            )
            async with cursor.copy("copy passage (id, book_id, start, stop, words, model, vector) from stdin") as copy:
                for number, vector in enumerate(made):
                    row = (uuid4(), held[number % BOOKS], number, number + 1, texts[number % len(texts)], GteSmall.model)
                    await copy.write_row((*row, passages.literal(vector.tolist())))
        await connection.execute("analyze passage")
        began = time.perf_counter()
        await connection.execute("set maintenance_work_mem = '1GB'")
        await connection.execute(
            "create index passage_meaning on passage using hnsw (vector halfvec_cosine_ops) with (ef_construction = 128)"
        )
        return round(time.perf_counter() - began, 1)


async def _connection() -> psycopg.AsyncConnection[Any]:
    return await psycopg.AsyncConnection.connect(db.database_url().replace("+psycopg", ""))


async def _compare(owner: UUID, asked: Vectors) -> dict[str, Any]:
    scan, index = list[float](), list[float]()
    found = 0
    async with await _connection() as connection:
        await connection.execute(_bare(passages.WALK), {"breadth": str(passages.BREADTH)})
        for vector in asked:
            values = {"owner": owner, "books": list[UUID](), "places": list[int](), "model": GteSmall.model, "query": "", "pool": POOL}
            values |= {"wide": passages.WIDE, "vector": passages.literal(vector.tolist())}
            exact, took = await _timed(connection, passages.BY_SCAN, values)
            scan.append(took)
            near, took = await _timed(connection, passages.BY_INDEX, values)
            index.append(took)
            found += len(set(exact[:10]) & set(near[:10]))
    times = {"scan_ms": round(1000 * float(np.median(scan)), 1), "index_ms": round(1000 * float(np.median(index)), 1)}
    return {
        "recall_at_10": round(found / (10 * len(asked)), 4),
        **times,
        "times_sooner": round(float(np.median(scan) / np.median(index)), 1),
    }


async def _timed(connection: psycopg.AsyncConnection[Any], statement: str, values: dict[str, Any]) -> tuple[list[UUID], float]:
    began = time.perf_counter()
    rows = await (await connection.execute(_bare(statement), values)).fetchall()
    return [one[0] for one in rows], time.perf_counter() - began


def _bare(statement: str) -> bytes:
    return re.sub(r"(?<!:):([a-z]+)", r"%(\1)s", statement).encode()
