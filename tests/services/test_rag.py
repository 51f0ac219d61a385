"""Passages of books: found by word and meaning, never a stranger's, never past the reader's place."""

import hashlib
from collections.abc import Sequence
from uuid import UUID, uuid4

import numpy as np
import pytest

from litink_app import db
from litink_app.errors import NotFound
from litink_app.models.book import BookRecord
from litink_app.repositories import books, passages, understandings
from litink_app.schemas.book import Book, Chapter, ChapterKind
from litink_app.services import asking
from litink_app.services.rag import RAGService
from litink_app.understanding import understand
from litink_app.understanding.wording import words
from tests.services.sql import sql

TEXT = "\n\n".join(
    [
        "The miller lived by the river with his three sons. " * 12,
        "One day the youngest son found a golden key under the mill wheel. " * 12,
        "The key opened a chest in the cave, and in the chest lay a silver sword. " * 12,
        "At last the youngest son killed the dragon and married the princess. " * 12,
    ]
)


class Words:
    """An embedder by words alone: each stem has its own direction."""

    model = "words-1"
    dimensions = 384

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> list[float]:
        vector = np.full(self.dimensions, 0.01)
        for word in words(text):
            vector[int(hashlib.sha256(word.encode()).hexdigest(), 16) % self.dimensions] += 1.0
        return (vector / np.linalg.norm(vector)).tolist()


async def shelved(owner: UUID, text: str = TEXT) -> UUID:
    """A book that was read and understood."""
    book = Book("The Miller", (), "en", text, (Chapter("c1", ChapterKind.BODY, 1, "", 1.0, 0, len(text)),))
    record = BookRecord(id=uuid4(), owner_id=owner, hash=uuid4().hex, digest="d", filename="m.txt", key="k", title="The Miller")
    async with db.session() as unit:
        await books.add(unit, record)
    async with db.session() as unit:
        await books.put_text(unit, record.id, book, [])
        await understandings.save(unit, record.id, understand(book))
    return record.id


async def searchable(service: RAGService, owner: UUID) -> UUID:
    book_id = await shelved(owner)
    await service.index(owner, book_id)
    while await service.embed(owner, book_id):
        pass
    return book_id


async def test_a_passage_is_found_by_what_it_says(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)

    found = await service.search(owner, "Who found the golden key?", book_id=book_id)

    assert "golden key" in found[0].text
    assert TEXT[found[0].start : found[0].end] == found[0].text


async def test_words_find_passages_before_the_vectors_are_there(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await shelved(owner)
    await service.index(owner, book_id)

    found = await service.search(owner, "silver sword", book_id=book_id)

    assert "silver sword" in found[0].text


async def test_nothing_past_the_readers_place_is_found(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)
    horizon = TEXT.index("At last")

    found = await service.search(owner, "Who killed the dragon and married the princess?", book_id=book_id, horizon=horizon)

    assert all(one.end <= horizon for one in found)
    assert not any("dragon" in one.text for one in found)


async def test_a_strangers_book_is_no_book(database: str) -> None:
    owner, stranger, service = uuid4(), uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)

    assert await service.search(stranger, "golden key", book_id=book_id) == []
    for asked in (
        service.ask(stranger, book_id, "Who?"),
        service.embed(stranger, book_id),
        service.get_book_context_for_plot(book_id, owner=stranger),
    ):
        with pytest.raises(NotFound):
            await asked


@pytest.mark.parametrize("query", ["", "!!!", "a & b | ! (", "'; drop table passage; --", "\\", "key:* <-> 'x", "\u0000"])
async def test_no_query_has_a_syntax_of_its_own(database: str, query: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)

    found = await service.search(owner, query, book_id=book_id)

    assert isinstance(found, list)


async def test_the_context_for_a_plot_keeps_its_budget_and_spans_the_book(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)

    context = await service.get_book_context_for_plot(book_id, 500, owner=owner)

    assert 0 < len(context.split()) <= 375
    assert await service.get_book_context_for_plot(book_id, 5000, owner=owner) != context


@pytest.fixture(params=["scan", "index"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A small library is scanned; here the index is walked in small libraries too."""
    monkeypatch.setattr(passages, "FEW", -1 if request.param == "index" else 20_000)
    return request.param


async def test_the_catalogue_finds_a_passage_and_says_in_which_book(database: str, way: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)

    found = await service.search_catalogue(owner, "golden key under the mill wheel")

    assert (found[0].book_id, found[0].book_title) == (str(book_id), "The Miller")
    assert TEXT[found[0].start : found[0].end] == found[0].text
    assert "golden key" in found[0].text


async def test_a_hit_begins_with_the_sentence_that_fits(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    text = "The hill was green. The hill was high. Nobody came there. A silver sword lay in the grass. The hill was wide."
    book_id = await shelved(owner, text)
    await service.index(owner, book_id)

    hit = (await service.search_catalogue(owner, "silver sword"))[0]

    assert hit.text.startswith("A silver sword lay")
    assert text[hit.start : hit.end] == hit.text


async def test_the_catalogue_of_a_stranger_is_empty(database: str, way: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    await searchable(service, owner)

    found = await service.search_catalogue(uuid4(), "golden key")

    assert found == []


async def test_a_small_share_of_the_catalogue_is_found_among_nearer_passages_of_strangers(database: str, way: str) -> None:
    owner, stranger, service = uuid4(), uuid4(), RAGService(Words())
    await searchable(service, owner)
    loud = await shelved(stranger)
    await _crowd(loud, service, "The golden key lay under the mill wheel.", 1500)

    found = await service.search_catalogue(owner, "golden key under the mill wheel")

    assert "golden key" in found[0].text
    assert {one.book_title for one in found} == {"The Miller"}


async def test_the_catalogue_shows_nothing_past_the_readers_place_in_each_book(database: str, way: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    begun, finished = await searchable(service, owner), await searchable(service, owner)
    horizon = TEXT.index("At last")

    found = await service.search_catalogue(owner, "killed the dragon and married the princess", horizons={begun: horizon})

    assert all(one.end <= horizon for one in found if one.book_id == str(begun))
    assert any("dragon" in one.text for one in found if one.book_id == str(finished))


async def test_vectors_of_another_model_are_not_compared(database: str, way: str) -> None:
    owner, newer = uuid4(), Words()
    newer.model = "words-2"
    await searchable(RAGService(Words()), owner)

    by_meaning = await RAGService(newer).search_catalogue(owner, "")

    assert by_meaning == []


async def test_a_word_that_stands_everywhere_does_not_hide_the_one_that_tells(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    await _crowd(await searchable(service, owner), service, "A son.", 60)

    async with db.session() as unit:
        said = await passages.telling(unit, ["son", "silver", "unheard"], 50)

    assert said == ["silver"]


async def _crowd(book_id: UUID, service: RAGService, text: str, many: int) -> None:
    vector = passages.literal((await service.vectors.embed([text]))[0])
    await sql(
        f"""insert into passage (id, book_id, start, stop, words, model, vector)
        select gen_random_uuid(), '{book_id}', n, n + 1, '{text}', '{service.vectors.model}', '{vector}'::halfvec from generate_series(1, {many}) n"""
    )


async def test_an_answer_is_in_the_words_of_the_book_and_says_where(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)

    reply = await service.ask(owner, book_id, "What lay in the chest in the cave?")

    first = reply.passages[0]
    assert "silver sword" in first.text
    assert TEXT[first.start : first.end] == first.text


async def test_a_new_model_makes_all_vectors_anew(database: str) -> None:
    owner, service = uuid4(), RAGService(Words())
    book_id = await searchable(service, owner)
    newer = Words()
    newer.model = "words-2"

    left = await RAGService(newer).embed(owner, book_id, limit=2)

    assert left > 0
    assert "golden key" in (await RAGService(newer).search(owner, "golden key", book_id=book_id))[0].text


async def test_a_text_without_passages_answers_nothing() -> None:
    texts = asking.of_passages([], Words())

    reply = (await texts.ask(["Who?"]))[0]

    assert reply.refused
    assert reply.answer == asking.REFUSAL
