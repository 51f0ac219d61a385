"""RAGService: passages of books kept with their vectors, searched by meaning and by word, never past the reader's place."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

import numpy as np
from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import NotFound
from litink_app.providers.ports import Embedder
from litink_app.repositories import books, passages
from litink_app.schemas.answer import Found, Hit, Reply
from litink_app.schemas.book import Span
from litink_app.services import asking, understood
from litink_app.understanding.chunks import chunks
from litink_app.understanding.wording import words

POOL = 40
TELLING = 2000
BATCH = 64
WORDS_PER_TOKEN = 0.75
SENTENCE = re.compile(r"\S[^.!?]*[.!?]*[”’\"')]*")
PLAIN = re.compile(r"^[^\W_]+$")


class RAGService:
    """Level 3 of the architecture: vector search for plots, lessons and questions."""

    def __init__(self, vectors: Embedder | None = None) -> None:
        self.vectors = vectors or asking.embedder()

    async def index(self, owner: UUID, book_id: UUID) -> int:
        """Cut the owner's book into passages; gives how many. They can be searched by word at once, by meaning after `embed`."""
        async with db.session() as unit:
            book = await books.load(unit, owner, book_id)
            found = await understood.load(unit, book_id)
            made = chunks(book, found)
            await passages.replace(unit, book_id, book.text, [(Span(one.start, one.end), one.windows) for one in made])
        return len(made)

    async def embed(self, owner: UUID, book_id: UUID, limit: int = BATCH) -> int:
        """Give the next passages their vectors; gives how many are left. A new model begins anew while the old one still answers."""
        async with db.session() as unit:
            if not await books.owned(unit, owner, book_id):
                raise NotFound
            waiting = await passages.without_vector(unit, book_id, self.vectors.model, limit)
        if not waiting:
            return 0
        made = await self.vectors.embed([one["words"] for one in waiting])
        async with db.session() as unit:
            await passages.keep_vectors(unit, self.vectors.model, [(one["id"], vector) for one, vector in zip(waiting, made, strict=True)])
            whole, ready = await passages.count(unit, book_id, self.vectors.model)
        return whole - ready

    async def search(
        self, owner: UUID, query: str, *, book_id: UUID | None = None, horizon: int | None = None, limit: int = 8
    ) -> list[Found]:
        """The owner's passages for some words, in one book or in all; nothing that ends after `horizon`."""
        vector = (await self.vectors.embed([query]))[0]
        async with db.session() as unit:
            found = await passages.search(
                unit,
                owner,
                book_id=book_id,
                horizon=horizon,
                vector=vector,
                model=self.vectors.model,
                query=_any_of(query),
                pool=max(POOL, limit),
            )
        return [Found(place, one["start"], one["stop"], one["words"], float(one["score"])) for place, one in enumerate(found[:limit])]

    async def search_catalogue(self, reader: UUID, query: str, *, horizons: Mapping[UUID, int] | None = None, limit: int = 20) -> list[Hit]:
        """Passages of all books that the reader may read; nothing that ends after the place in `horizons` for its book."""
        vector = (await self.vectors.embed([query]))[0]
        async with db.session() as unit:
            found = await passages.search_catalogue(
                unit,
                reader,
                horizons=horizons or {},
                vector=vector,
                model=self.vectors.model,
                query=await _telling(unit, query),
                pool=max(POOL, limit),
            )
        return [_hit(one, query) for one in found[:limit]]

    async def ask(self, owner: UUID, book_id: UUID, question: str, *, horizon: int | None = None) -> Reply:
        """An answer in the book's own words with the passages behind it, or a refusal."""
        async with db.session() as unit:
            if not await books.owned(unit, owner, book_id):
                raise NotFound
        near = sorted(await self.search(owner, question, book_id=book_id, horizon=horizon, limit=POOL), key=lambda one: one.start)
        texts = asking.of_passages([one.text for one in near], self.vectors)
        reply = (await texts.ask([question]))[0]
        placed = tuple(Found(one.index, near[one.index].start, near[one.index].end, one.text, one.score) for one in reply.passages)
        return Reply(question, reply.answer, reply.refused, reply.confidence, placed)

    async def get_book_context_for_plot(self, book_id: UUID, token_budget: int = 6000, *, owner: UUID, horizon: int | None = None) -> str:
        """The whole book in `token_budget` tokens: its passages that are least like the others, evenly over its length, in order."""
        async with db.session() as unit:
            if not await books.owned(unit, owner, book_id):
                raise NotFound
            held = await passages.in_order(unit, owner, book_id, horizon)
        texts = [one["words"] for one in held]
        return "\n\n".join(texts[number] for number in _spread(texts, int(token_budget * WORDS_PER_TOKEN)))


def _hit(one: RowMapping, query: str) -> Hit:
    """The passage from the sentence on that shares most words with the query."""
    said = set(words(query))
    sentences = [match for match in SENTENCE.finditer(one["words"]) if match.group().strip()]
    best = max(sentences, key=lambda match: len(said & set(words(match.group()))), default=None)
    skipped = best.start() if best else 0
    return Hit(str(one["book_id"]), one["title"], one["start"] + skipped, one["stop"], one["words"][skipped:], float(one["score"]))


def _any_of(query: str) -> str:
    """Words for `to_tsquery`, any of which may stand there; nothing of its own syntax gets through."""
    return " | ".join(_plain(query))


async def _telling(unit: AsyncSession, query: str) -> str:
    """Any of the words that are rare among all passages, else all of them together: common ones would match half the catalogue."""
    said = _plain(query)
    return " | ".join(await passages.telling(unit, said, TELLING)) or " & ".join(said)


def _plain(query: str) -> list[str]:
    return sorted({word for word in words(query) if PLAIN.match(word)})


def _spread(texts: Sequence[str], budget: int) -> list[int]:
    """The most telling passage of each of as many equal stretches as fit into `budget` words."""
    lengths = [len(text.split()) for text in texts]
    if sum(lengths) <= budget or not texts:
        return list(range(len(texts)))
    bags = [set(words(text)) for text in texts]
    held: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            held[word] = held.get(word, 0) + 1
    telling = [sum(1 / held[word] for word in bag if held[word] > 1) for bag in bags]
    stretches = np.array_split(np.arange(len(texts)), max(1, int(budget / (sum(lengths) / len(texts)))))
    chosen: list[int] = []
    left = budget
    for stretch in stretches:
        best = max((int(number) for number in stretch), key=lambda number: (telling[number], -number), default=-1)
        if best >= 0 and lengths[best] <= left:
            chosen.append(best)
            left -= lengths[best]
    return chosen
