"""Books of their owners: ownership is part of every query, so a stranger's book is no book."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.errors import NotFound
from litink_app.models.book import BookFigure, BookRecord, BookText, ChapterRecord, Upload
from litink_app.repositories.sql import act, row, rows
from litink_app.schemas.book import Block, BlockKind, Book, Chapter, ChapterKind, SourceSpan


async def find(unit: AsyncSession, owner: UUID, book_id: UUID, *, lock: bool = False) -> BookRecord | None:
    """The owner's book, without its text."""
    query = select(BookRecord).where(BookRecord.owner_id == owner, BookRecord.id == book_id)
    return (await unit.exec(query.with_for_update() if lock else query)).first()


async def owned(unit: AsyncSession, owner: UUID, book_id: UUID) -> bool:
    return await row(unit, "select 1 from book where id = :id and owner_id = :owner", id=book_id, owner=owner) is not None


async def by_hash(unit: AsyncSession, owner: UUID, digest: str) -> BookRecord | None:
    """The owner's book that came from the very same file."""
    return (await unit.exec(select(BookRecord).where(BookRecord.owner_id == owner, BookRecord.hash == digest))).first()


async def add(unit: AsyncSession, book: BookRecord) -> bool:
    """Keep a new book; False where the owner has this file already."""
    made = await row(
        unit,
        """insert into book (id, owner_id, hash, digest, filename, key, title, sample, status, message, words, cover, language, direction, run_id)
        values (:id, :owner, :hash, :digest, :filename, :key, :title, :sample, 'reading', '', 0, '', '', 'ltr', :run)
        on conflict (owner_id, hash) do nothing returning id""",
        id=book.id,
        owner=book.owner_id,
        hash=book.hash,
        digest=book.digest,
        filename=book.filename,
        key=book.key,
        title=book.title,
        sample=book.sample,
        run=book.run_id,
    )
    return made is not None


_SHELF = """
select b.id, b.title, b.authors, b.status, b.message, b.words, b.cover, b.sample, b.run_id, b.language, b.warnings, b.created,
    (select count(*) from chapter c where c.book_id = b.id and c.kind = 'body' and not c.skipped) as chapters,
    (select count(*) from production p where p.book_id = b.id and p.owner_id = b.owner_id) as films,
    r.status as run_status, r.error as run_error,
    coalesce((select sum(case s.kind when 'read_book' then 15 else 85 end * case when s.status = 'done' then 1 else s.fraction end)
        from step s where s.run_id = b.run_id), 0)::int as percent
from book b left join run r on r.id = b.run_id
where b.owner_id = :owner and (cast(:id as uuid) is null or b.id = :id)
order by b.created desc, b.id
"""


async def shelf(unit: AsyncSession, owner: UUID, book_id: UUID | None = None) -> Sequence[RowMapping]:
    """The owner's books with what a card shows, newest first; with an id that one only."""
    return await rows(unit, _SHELF, owner=owner, id=book_id)


async def chapters(unit: AsyncSession, owner: UUID, book_id: UUID, *, skipped: bool = False) -> Sequence[ChapterRecord]:
    """The chapters in reading order; skipped ones only on request."""
    query = (
        select(ChapterRecord)
        .join(BookRecord, col(BookRecord.id) == col(ChapterRecord.book_id))
        .where(BookRecord.owner_id == owner, BookRecord.id == book_id)
        .order_by(col(ChapterRecord.position))
    )
    return (await unit.exec(query if skipped else query.where(col(ChapterRecord.skipped).is_(False)))).all()


async def portraits(unit: AsyncSession, owner: UUID, book_id: UUID) -> dict[tuple[str, str], str]:
    """The newest pictures that were drawn of each character of a book, for its cast or for a film: (character id, name) to asset id.

    Names are "picture" and, for the cast, "sheet".
    """
    found = await rows(
        unit,
        """select distinct on (who, made.name) split_part(s.key, ':', 2) as who, made.name, a.id
        from run r join step s on s.run_id = r.id
        cross join lateral jsonb_each(s.result -> 'blobs') as made (name, file)
        join asset a on a.run_id = r.id and a.id::text = made.file ->> 'asset'
        where r.owner_id = :owner and s.kind in ('character_image', 'draw_person') and s.status = 'done'
        and (r.subject_id = :book or r.subject_id in (select id from production where owner_id = :owner and book_id = :book))
        order by who, made.name, a.created desc""",
        owner=owner,
        book=book_id,
    )
    return {(one["who"], one["name"]): str(one["id"]) for one in found}


async def put_text(unit: AsyncSession, book_id: UUID, book: Book, outline: list[dict[str, Any]]) -> None:
    """Store the text with its blocks and sources in the place of the one before."""
    await act(unit, "delete from book_text where book_id = :book", book=book_id)
    unit.add(
        BookText(
            book_id=book_id,
            text=book.text,
            blocks=[[block.kind, block.start, block.end, block.level, block.figure] for block in book.blocks],
            sources=[[source.start, source.end, source.file, source.page, source.offset] for source in book.sources],
            outline=outline,
        )
    )
    await unit.flush()


async def put_chapters(unit: AsyncSession, book_id: UUID, found: Sequence[ChapterRecord]) -> None:
    """These are the chapters now; rows that keep their id keep their place in what was made from them."""
    await act(unit, "delete from chapter where book_id = :book and not id = any(:ids)", book=book_id, ids=[one.id for one in found])
    for chapter in found:
        await unit.merge(chapter)
    await unit.flush()


async def outline(unit: AsyncSession, owner: UUID, book_id: UUID) -> BookText | None:
    """The text row of the owner's book."""
    query = select(BookText).join(BookRecord, col(BookRecord.id) == col(BookText.book_id))
    return (await unit.exec(query.where(BookRecord.owner_id == owner, BookRecord.id == book_id))).first()


async def passage(unit: AsyncSession, owner: UUID, book_id: UUID, start: int, stop: int) -> RowMapping | None:
    """The words between two offsets, and the blocks that touch them."""
    return await row(
        unit,
        """select substr(t.text, :start + 1, :stop - :start) as text,
            coalesce((select jsonb_agg(one order by nr) from jsonb_array_elements(t.blocks) with ordinality as x(one, nr)
                where (one ->> 1)::int >= :start and (one ->> 2)::int <= :stop), '[]'::jsonb) as blocks
        from book_text t join book b on b.id = t.book_id where b.id = :book and b.owner_id = :owner""",
        owner=owner,
        book=book_id,
        start=start,
        stop=stop,
    )


async def load(unit: AsyncSession, owner: UUID, book_id: UUID) -> Book:
    """The whole book as it is now, corrections included; chapter ids are those of the rows. NotFound for a stranger."""
    record = await find(unit, owner, book_id)
    held = await outline(unit, owner, book_id)
    if record is None or held is None:
        raise NotFound
    found = await chapters(unit, owner, book_id)
    return Book(
        title=record.title,
        authors=tuple(record.authors),
        language=record.language,
        text=held.text,
        chapters=tuple(_chapter(one) for one in found),
        blocks=tuple(Block(BlockKind(one[0]), *one[1:]) for one in held.blocks),
        sources=tuple(SourceSpan(*one) for one in held.sources),
        direction=record.direction,
        metadata={key: str(value) for key, value in record.facts.items()},
        warnings=tuple(record.warnings),
    )


def _chapter(one: ChapterRecord) -> Chapter:
    return Chapter(str(one.id), ChapterKind(one.kind), one.number, one.title, one.confidence, one.start, one.stop, one.part)


async def figures(unit: AsyncSession, owner: UUID, book_id: UUID) -> dict[str, UUID]:
    """Names of the book's pictures and the assets that hold them."""
    found = await rows(
        unit,
        "select f.name, f.asset_id from book_figure f join book b on b.id = f.book_id where b.id = :book and b.owner_id = :owner",
        book=book_id,
        owner=owner,
    )
    return {one["name"]: one["asset_id"] for one in found}


async def put_figures(unit: AsyncSession, book_id: UUID, found: Sequence[BookFigure]) -> None:
    """These are the pictures now; assets that only the ones before named go with them."""
    await act(
        unit,
        "delete from asset where id in (select asset_id from book_figure where book_id = :book) and not id = any(:ids)",
        book=book_id,
        ids=[one.asset_id for one in found],
    )
    await act(unit, "delete from book_figure where book_id = :book", book=book_id)
    unit.add_all(found)
    await unit.flush()


async def delete(unit: AsyncSession, owner: UUID, book_id: UUID) -> bool:
    """Take the book away with all that was read of it; False where the owner has no such book."""
    record = await find(unit, owner, book_id, lock=True)
    if record is None:
        return False
    await act(
        unit,
        """delete from asset where owner_id = :owner and (id in (select asset_id from book_figure where book_id = :book)
            or (key = :key and run_id is null and name = 'book'))""",
        owner=owner,
        book=book_id,
        key=record.key,
    )
    await act(unit, "delete from book where id = :book and owner_id = :owner", book=book_id, owner=owner)
    return True


async def upload(unit: AsyncSession, owner: UUID, upload_id: UUID) -> Upload | None:
    return (await unit.exec(select(Upload).where(Upload.owner_id == owner, Upload.id == upload_id))).first()


async def drop_upload(unit: AsyncSession, upload_id: UUID) -> None:
    await act(unit, "delete from upload where id = :id", id=upload_id)


async def old_uploads(unit: AsyncSession, owner: UUID | None = None, keep: int = 0, hours: float = 24) -> list[UUID]:
    """Forget uploads that nobody finished, and all but an owner's newest `keep`; gives their ids so that the files can go too."""
    found = await rows(
        unit,
        """delete from upload where created < now() - make_interval(secs => 3600 * :hours)
            or id in (select id from upload where owner_id = cast(:owner as uuid) order by created desc, id offset :keep) returning id""",
        owner=owner,
        keep=keep,
        hours=hours,
    )
    return [one["id"] for one in found]
