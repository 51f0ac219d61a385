"""Passages to search. Ownership and the reading position are predicates of every query."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, each, row, rows
from litink_app.schemas.book import Span

_MINE = """
    select p.* from passage p join book b on b.id = p.book_id
    where b.owner_id = :owner and (cast(:book as uuid) is null or p.book_id = :book) and (cast(:horizon as int) is null or p.stop <= :horizon)
"""
_FUSED = """
fused as (
    select id, sum(1.0 / (60 + place)) as score, max(likeness) as likeness from (
        select id, row_number() over (order by likeness desc, id) as place, likeness from near
        union all select id, row_number() over (order by rank desc, id), null from said
    ) as both_ranks group by id
)
select p.id, p.book_id, b.title, p.start, p.stop, p.words, fused.score, coalesce(fused.likeness, 0) as likeness
from fused join passage p on p.id = fused.id join book b on b.id = p.book_id order by fused.score desc, p.start limit :pool
"""
SEARCH = f"""
with mine as materialized ({_MINE}),
near as (
    select coalesce(parent, id) as id, max(1 - (vector <=> cast(:vector as halfvec))) as likeness
    from mine where model = :model and vector is not null group by 1 order by 2 desc limit :pool
),
said as (
    select coalesce(parent, id) as id, max(ts_rank_cd(terms, to_tsquery('english', :query), 1)) as rank
    from mine where :query <> '' and terms @@ to_tsquery('english', :query) group by 1 order by 2 desc limit :pool
),
{_FUSED}"""  # noqa: S608 - put together from constants

_MAY_READ = """
    p.book_id in (select b.id from book b where b.owner_id = :owner) and p.stop <= coalesce(
        (select known.place from unnest(cast(:books as uuid[]), cast(:places as int[])) as known(book, place) where known.book = p.book_id), p.stop)
"""
_LIKENESS = "p.vector <=> cast(:vector as halfvec)"
_CATALOGUE = """
with close as materialized (
    select p.id, p.parent, {likeness} as distance from passage p where p.model = :model and p.vector is not null and {may_read}
    order by {order} limit :wide
),
near as (select coalesce(parent, id) as id, 1 - min(distance) as likeness from close group by 1 order by 2 desc limit :pool),
said as (
    select coalesce(p.parent, p.id) as id, max(ts_rank_cd(p.terms, to_tsquery('english', :query), 1)) as rank from passage p
    where :query <> '' and p.terms @@ to_tsquery('english', :query) and {may_read} group by 1 order by 2 desc limit :pool
),
"""
BY_INDEX = _CATALOGUE.format(likeness=_LIKENESS, order=_LIKENESS, may_read=_MAY_READ) + _FUSED
BY_SCAN = _CATALOGUE.format(likeness=_LIKENESS, order=f"({_LIKENESS}) + 0", may_read=_MAY_READ) + _FUSED
"""The same twice; a sum as the order keeps the planner from the index, so that all passages are looked at."""

FEW = 20_000
"""Up to so many passages a look at each takes milliseconds and misses nothing; the index is for more."""
WIDE, BREADTH = 400, 400
"""Rows (passages and windows) that are ranked by their exact distance; how many the index keeps in sight (`hnsw.ef_search`)."""

_WHOLE = f"select id, start, stop, words from ({_MINE}) as mine where parent is null order by start"  # noqa: S608 - as above


async def replace(unit: AsyncSession, book_id: UUID, text: str, found: Sequence[tuple[Span, Sequence[Span]]]) -> None:
    """Put these passages, each with its windows, in the place of the ones before; their vectors come later."""
    await act(unit, "delete from passage where book_id = :book", book=book_id)
    many: list[dict[str, Any]] = []
    for span, windows in found:
        parent = uuid4()
        many.append(_row(parent, book_id, None, span, text))
        many.extend(_row(uuid4(), book_id, parent, window, text) for window in windows if window != span)
    await each(
        unit,
        "insert into passage (id, book_id, parent, start, stop, words, model) values (:id, :book, :parent, :start, :stop, :words, '')",
        many,
    )


def _row(key: UUID, book_id: UUID, parent: UUID | None, span: Span, text: str) -> dict[str, Any]:
    words = text[span.start : span.end].replace("\x00", "")
    return {"id": key, "book": book_id, "parent": parent, "start": span.start, "stop": span.end, "words": words}


async def whole(unit: AsyncSession, book_id: UUID) -> int:
    """How many passages the book has, windows left out."""
    found = await row(unit, "select count(*) as n from passage where book_id = :book and parent is null", book=book_id)
    return found["n"] if found else 0


async def late(unit: AsyncSession, model: str) -> Sequence[RowMapping]:
    """Books that are understood and have no passages, or passages that this model has not seen."""
    return await rows(
        unit,
        """select b.id, b.owner_id from book b where b.status = 'ready' and (
            not exists (select from passage p where p.book_id = b.id)
            or exists (select from passage p where p.book_id = b.id and p.model <> :model)
        ) order by b.created""",
        model=model,
    )


async def without_vector(unit: AsyncSession, book_id: UUID, model: str, limit: int) -> Sequence[RowMapping]:
    """Passages that this model has not seen yet, whole ones first."""
    return await rows(
        unit,
        "select id, words from passage where book_id = :book and model <> :model order by parent is not null, start limit :limit",
        book=book_id,
        model=model,
        limit=limit,
    )


async def keep_vectors(unit: AsyncSession, model: str, vectors: Sequence[tuple[UUID, Sequence[float]]]) -> None:
    await each(
        unit,
        "update passage set vector = cast(:vector as halfvec), model = :model where id = :id",
        [{"id": key, "vector": literal(vector), "model": model} for key, vector in vectors],
    )


async def search(
    unit: AsyncSession,
    owner: UUID,
    *,
    book_id: UUID | None,
    horizon: int | None,
    vector: Sequence[float],
    model: str,
    query: str,
    pool: int,
) -> Sequence[RowMapping]:
    """Passages of the owner by vector and by word, fused by their places in both lists (RRF)."""
    return await rows(
        unit,
        SEARCH,
        owner=owner,
        book=book_id,
        horizon=horizon,
        vector=literal(vector),
        model=model,
        query=query,
        pool=pool,
    )


async def search_catalogue(
    unit: AsyncSession,
    reader: UUID,
    *,
    horizons: Mapping[UUID, int],
    vector: Sequence[float],
    model: str,
    query: str,
    pool: int,
) -> Sequence[RowMapping]:
    """As `search`, over all that the reader may read; `horizons` are places in books that nothing may go past.

    The index is walked until enough is found that the reader may see (iterative scan), however little of it that is.
    """
    many = await _more_than(unit, reader, FEW)
    if many:
        await row(unit, WALK, breadth=str(BREADTH))
    return await rows(
        unit,
        BY_INDEX if many else BY_SCAN,
        owner=reader,
        books=list(horizons),
        places=list(horizons.values()),
        vector=literal(vector),
        model=model,
        query=query,
        wide=WIDE,
        pool=pool,
    )


WALK = """select set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', :breadth, true),
    set_config('hnsw.max_scan_tuples', '100000', true), set_config('plan_cache_mode', 'force_custom_plan', true)"""
"""A plan that was made for any reader would scan, so each is made anew; it may still scan for one who owns little."""


async def _more_than(unit: AsyncSession, reader: UUID, few: int) -> bool:
    found = await row(
        unit,
        """select count(*) > :few as many from (
            select 1 from passage p join book b on b.id = p.book_id where b.owner_id = :owner limit :few + 1
        ) as held""",
        owner=reader,
        few=few,
    )
    return bool(found and found["many"])


async def telling(unit: AsyncSession, words: Sequence[str], most: int) -> list[str]:
    """Those of the words that stand in `most` passages at most."""
    found = await rows(
        unit,
        """select word from unnest(cast(:words as text[])) as word where (
            select count(*) from (select 1 from passage where terms @@ to_tsquery('english', word) limit :most + 1) as held
        ) between 1 and :most""",
        words=list(words),
        most=most,
    )
    return [one["word"] for one in found]


async def in_order(unit: AsyncSession, owner: UUID, book_id: UUID, horizon: int | None) -> Sequence[RowMapping]:
    """All whole passages of the owner's book, as they stand."""
    return await rows(
        unit,
        _WHOLE,
        owner=owner,
        book=book_id,
        horizon=horizon,
    )


async def count(unit: AsyncSession, book_id: UUID, model: str) -> tuple[int, int]:
    """How many passages the book has, and how many of them carry a vector of this model."""
    found = await row(
        unit,
        "select count(*) as whole, count(*) filter (where model = :model) as ready from passage where book_id = :book",
        book=book_id,
        model=model,
    )
    return (found["whole"], found["ready"]) if found else (0, 0)


def literal(vector: Sequence[float]) -> str:
    """A vector as pgvector reads it."""
    return "[" + ",".join(f"{value:.6g}" for value in vector) + "]"
