"""Questions to texts in memory: the passages ranked, the sentences that answer, or "the book does not say"."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from litink_app.providers.ports import Embedder
from litink_app.schemas.answer import Found, Reply
from litink_app.schemas.book import Book, Span
from litink_app.understanding import understand
from litink_app.understanding.chunks import WINDOW, chunks
from litink_app.understanding.passages import passages
from litink_app.understanding.ranking import Index, Ranking, Values
from litink_app.understanding.sentences import sentences
from litink_app.understanding.tokens import tokenise

REFUSAL = "The book does not say."
ENOUGH = 0.5
BEST = 5


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

    def __init__(self, held: Sequence[Passage], meaning: Values, window_meaning: Values, vectors: Embedder) -> None:
        self.held = held
        self.meaning = meaning
        self.window_meaning = window_meaning
        self.vectors = vectors
        self.index = Index([one.text for one in held], [[one.said(window) for window in one.windows] for one in held])

    async def ask(self, questions: Sequence[str]) -> list[Reply]:
        asked = np.array(await self.vectors.embed(questions), np.float64).reshape(len(questions), self.vectors.dimensions)
        return [self._reply(question, vector) for question, vector in zip(questions, asked, strict=True)]

    def _reply(self, question: str, vector: Values) -> Reply:
        if not self.held:
            return Reply(question, REFUSAL, True, 0.0, ())
        likeness = self.window_meaning @ vector
        ranking = self.index.rank(question, self.meaning @ vector, likeness)
        refused = ranking.confidence < ENOUGH
        answer = REFUSAL if refused else self._words(ranking, likeness)
        return Reply(question, answer, refused, round(ranking.confidence, 4), tuple(self._found(ranking)))

    def _found(self, ranking: Ranking) -> list[Found]:
        best = list(zip(ranking.order, ranking.scores, strict=True))[:BEST]
        return [
            Found(number, self.held[number].start, self.held[number].end, self.held[number].text, round(score, 4)) for number, score in best
        ]

    def _words(self, ranking: Ranking, likeness: Values) -> str:
        """The likest window of the best passage, word for word."""
        best = ranking.order[0]
        first = sum(len(one.windows) for one in self.held[:best])
        windows = self.held[best].windows
        window = windows[int(np.argmax(likeness[first : first + len(windows)]))]
        return " ".join(self.held[best].said(window).split())


async def of_passages(texts: Sequence[str], vectors: Embedder | None = None) -> Texts:
    """Texts given as they are."""
    return await _made([_passage(text) for text in texts], vectors or embedder())


async def of_book(book: Book, vectors: Embedder | None = None) -> Texts:
    """The passages of a book."""
    held = [Passage(one.start, one.end, book.text[one.start : one.end], one.windows) for one in chunks(book, understand(book))]
    return await _made(held, vectors or embedder())


async def _made(held: Sequence[Passage], vectors: Embedder) -> Texts:
    whole = np.array(await vectors.embed([one.text for one in held]), np.float64).reshape(len(held), vectors.dimensions)
    windows = [one.said(window) for one in held for window in one.windows]
    return Texts(held, whole, np.array(await vectors.embed(windows), np.float64).reshape(len(windows), vectors.dimensions), vectors)


def _passage(text: str) -> Passage:
    tokens = tokenise(text)
    found = sentences(tokens, passages(Book("", (), "", text, ()), tokens))
    spans = [Span(tokens.starts[one.first], tokens.ends[one.last - 1]) for one in found] or [Span(0, len(text))]
    windows = (Span(spans[place].start, spans[min(place + WINDOW, len(spans)) - 1].end) for place in range(max(1, len(spans) - WINDOW + 1)))
    return Passage(0, len(text), text, tuple(windows))
