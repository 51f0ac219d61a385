"""Questions to texts in memory: the passages ranked, the sentences that answer, or "the book does not say"."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from litink_app.providers.ports import Embedder
from litink_app.schemas.answer import Found, Reply
from litink_app.schemas.book import Book, Span
from litink_app.schemas.understanding import Scene, Understanding
from litink_app.understanding.chunks import chunks, windows
from litink_app.understanding.passages import Passage as Paragraph
from litink_app.understanding.passages import passages
from litink_app.understanding.ranking import Bag, Index, Ranking, Values
from litink_app.understanding.sentences import sentences
from litink_app.understanding.tokens import tokenise
from litink_app.understanding.wording import words

REFUSAL = "The book does not say."
ENOUGH = 0.5
BEST = 5
NEAR = 24
"""Passages that are looked at for their meaning, where there are more of them than questions to pay for it."""


def embedder() -> Embedder:
    """The embedder of this process; its library is loaded when it is first asked for."""
    from litink_app.studio.embeddings import GteSmall

    return GteSmall()


@dataclass(frozen=True, slots=True)
class Passage:
    """`start` and `end` in the text that it comes from; `windows` are spans of the same text."""

    start: int
    end: int
    text: str
    windows: tuple[Span, ...]

    def said(self, window: Span) -> str:
        return self.text[window.start - self.start : window.end - self.start]


class Texts:
    """Passages that can be asked; made once, asked often."""

    def __init__(self, held: Sequence[Passage], vectors: Embedder) -> None:
        self.held = held
        self.vectors = vectors
        self._searched: _Searched | None = None

    async def ask(self, questions: Sequence[str]) -> list[Reply]:
        """Replies in the order asked. A few questions to many passages look closely only at those that share words with them."""
        if not self.held:
            return [Reply(question, REFUSAL, True, 0.0, ()) for question in questions]
        asked = np.array(await _embedded(self.vectors, questions))
        if len(questions) * NEAR >= len(self.held):
            self._searched = self._searched or await _searched(self.held, self.vectors)
            return [self._searched.reply(question, vector) for question, vector in zip(questions, asked, strict=True)]
        bag = Bag([one.text for one in self.held])
        return [await self._narrowed(bag, question, vector) for question, vector in zip(questions, asked, strict=True)]

    async def _narrowed(self, bag: Bag, question: str, vector: Values) -> Reply:
        scores = bag.score(set(words(question)))
        near = sorted(int(number) for number in np.argsort(-scores, kind="stable")[:NEAR])
        found = await _searched([self.held[number] for number in near], self.vectors)
        return found.reply(question, vector, near)


class _Searched:
    """Passages with the vectors of their words and of their windows'."""

    def __init__(self, held: Sequence[Passage], meaning: Values, window_meaning: Values) -> None:
        self.held = held
        self.meaning = meaning
        self.window_meaning = window_meaning
        self.index = Index([one.text for one in held], [[one.said(window) for window in one.windows] for one in held])

    def reply(self, question: str, vector: Values, numbers: Sequence[int] | None = None) -> Reply:
        """`numbers`: what the passages are called outside."""
        likeness = self.window_meaning @ vector
        ranking = self.index.rank(question, self.meaning @ vector, likeness)
        refused = ranking.confidence < ENOUGH
        answer = REFUSAL if refused else self._words(ranking, likeness)
        return Reply(question, answer, refused, round(ranking.confidence, 4), tuple(self._found(ranking, numbers)))

    def _found(self, ranking: Ranking, numbers: Sequence[int] | None) -> list[Found]:
        best = [(number, self.held[number], score) for number, score in zip(ranking.order, ranking.scores, strict=True)][:BEST]
        return [Found(numbers[at] if numbers else at, one.start, one.end, one.text, round(score, 4)) for at, one, score in best]

    def _words(self, ranking: Ranking, likeness: Values) -> str:
        """The likest window of the best passage, word for word."""
        best = ranking.order[0]
        first = sum(len(one.windows) for one in self.held[:best])
        windows = self.held[best].windows
        window = windows[int(np.argmax(likeness[first : first + len(windows)]))]
        return " ".join(self.held[best].said(window).split())


def of_passages(texts: Sequence[str], vectors: Embedder | None = None) -> Texts:
    """Texts given as they are."""
    return Texts([_passage(text) for text in texts], vectors or embedder())


def of_book(book: Book, vectors: Embedder | None = None) -> Texts:
    """The passages of a book: whole paragraphs, none over a break or the end of a chapter."""
    tokens = tokenise(book.text)
    paragraphs = passages(book, tokens)
    spans = tuple(Span(tokens.starts[one.first], tokens.ends[one.last - 1]) for one in sentences(tokens, paragraphs))
    cut = chunks(book, Understanding(sentences=spans, scenes=_stretches(paragraphs)))
    return Texts([Passage(one.start, one.end, book.text[one.start : one.end], one.windows) for one in cut], vectors or embedder())


def _stretches(paragraphs: Sequence[Paragraph]) -> tuple[Scene, ...]:
    found: list[Scene] = []
    for _, chapter in itertools.groupby(paragraphs, key=lambda one: one.chapter):
        for prose, run in itertools.groupby(chapter, key=lambda one: one.is_prose):
            held = list(run)
            found.extend([Scene(held[0].start, held[-1].end)] if prose else [])
    return tuple(found)


async def _searched(held: Sequence[Passage], vectors: Embedder) -> _Searched:
    whole = await _embedded(vectors, [one.text for one in held])
    return _Searched(held, whole, await _embedded(vectors, [one.said(window) for one in held for window in one.windows]))


async def _embedded(vectors: Embedder, texts: Sequence[str]) -> Values:
    return np.array(await vectors.embed(texts), np.float64).reshape(len(texts), vectors.dimensions)


def _passage(text: str) -> Passage:
    tokens = tokenise(text)
    found = sentences(tokens, passages(Book("", (), "", text, ()), tokens))
    spans = [Span(tokens.starts[one.first], tokens.ends[one.last - 1]) for one in found] or [Span(0, len(text))]
    return Passage(0, len(text), text, windows(spans))
