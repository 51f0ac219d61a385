"""How the words of books are said. The caller has checked whose book it is."""

from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, rows


async def of_book(unit: AsyncSession, book_id: UUID) -> dict[str, str]:
    """What is said by word, in the order of the alphabet."""
    found = await rows(unit, "select word, said from pronunciation where book_id = :book order by lower(word), word", book=book_id)
    return {one["word"]: one["said"] for one in found}


async def put(unit: AsyncSession, book_id: UUID, word: str, said: str) -> None:
    """The word is said so from now on."""
    await act(
        unit,
        """insert into pronunciation (id, book_id, word, said) values (:id, :book, :word, :said)
        on conflict (book_id, word) do update set said = excluded.said""",
        id=uuid4(),
        book=book_id,
        word=word,
        said=said,
    )


async def drop(unit: AsyncSession, book_id: UUID, word: str) -> bool:
    """False where the book's lexicon has no such word."""
    return await act(unit, "delete from pronunciation where book_id = :book and word = :word", book=book_id, word=word) > 0
