"""The plot of a book: made once per book, kept by version."""

import asyncio
from dataclasses import replace
from uuid import UUID, uuid4

from litink_app import db
from litink_app.errors import NotFound, ProviderRefused, TooMuch
from litink_app.models.plot import Plot
from litink_app.providers.live import live
from litink_app.providers.ports import LLM, Cost
from litink_app.repositories import books, plots, runs
from litink_app.schemas.book import Book
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.language import short
from litink_app.schemas.plot import PlotOverview
from litink_app.schemas.run import Done, Graph, Queue, StepSpec, Work
from litink_app.schemas.understanding import Understanding
from litink_app.schemas.views import ActView, BeatView, PlotView
from litink_app.services import engine, plot_writer, understood
from litink_app.services.accounts import uuid
from litink_app.services.characters import CharacterService
from litink_app.services.steps import step
from litink_app.services.subscriptions import SubscriptionManager
from litink_app.studio import dramaturg

ASKED_BEFORE = "This stopped while a language model was being asked, which may have been paid for. Try again to ask it anew."
"""A language model cannot be asked what became of a call, so a crash ends in this question and not in a second bill."""


class PlotService:
    """Level 4.2 of the architecture: tier, limits, the book's context, plot and characters, stored, usage recorded.

    A `writer` that can fill forms tells the plot in its words, from what `RAGService` chose of the book; `cost` is what that cost.
    """

    def __init__(
        self, subscriptions: SubscriptionManager | None = None, characters: CharacterService | None = None, writer: LLM | None = None
    ) -> None:
        self.subscriptions = subscriptions or SubscriptionManager()
        self.characters = characters or CharacterService()
        self.writer = writer or live().llm
        self.cost: Cost | None = None

    async def generate_plot_overview(self, book_id: UUID, user_id: UUID) -> PlotView:
        """The plot of the user's book with a card for each important character; a new version only where something changed."""
        allowed = await self.subscriptions.check_usage_limits(user_id, "plot")
        if not allowed.can_generate:
            raise TooMuch(allowed.words)
        async with db.session() as unit:
            book = await books.load(unit, user_id, book_id)
            found = await understood.load(unit, book_id)
        made = await asyncio.to_thread(dramaturg.overview, book, found)
        if self.writer.forms:
            made, answer = await plot_writer.written(made, await self._context(user_id, book_id), self.writer)
            self.cost = answer.cost
        await self._generate_characters_with_archetypes(user_id, book_id, book, found)
        async with db.session() as unit:
            plot = await plots.add(unit, user_id, book_id, to_json(made))
        await self.subscriptions.record_usage(user_id, "plot", key=f"plot:{plot.id}")
        return view_of(plot)

    async def _context(self, user_id: UUID, book_id: UUID) -> str:
        """What is telling of the whole book, which is cut into passages first where nobody has done so yet."""
        from litink_app.services.rag import RAGService  # the pages do without the library of the embedding model

        rag = RAGService()
        found = await rag.get_book_context_for_plot(book_id, owner=user_id)
        if not found:
            await rag.index(user_id, book_id)
            found = await rag.get_book_context_for_plot(book_id, owner=user_id)
        return found

    async def _generate_characters_with_archetypes(self, user_id: UUID, book_id: UUID, book: Book, found: Understanding) -> None:
        await self.characters.make_cards(user_id, book_id, book, found)


@step("plot", queue=Queue.PLOT, seconds=3.0, scope="run")
async def make_plot(work: Work) -> Done:
    """The plot and the cards, in the shape that the script needs: voices and looks by character."""
    from litink_app.studio.voices import usual_narrator  # only workers speak; the pages do without the libraries for it

    book_id, service = UUID(work.params["book"]), PlotService()
    if service.writer.paid:
        if work.intended:
            raise ProviderRefused(ASKED_BEFORE)
        await work.intend(service.writer.name)
    await service.generate_plot_overview(book_id, work.owner_id)
    async with db.session() as unit:
        cards = await plots.cards(unit, work.owner_id, book_id)
        book = await books.find(unit, work.owner_id, book_id)
    language = short(book.language if book else "")
    chosen = {card.character: {"voice": card.voice, "own": card.own_voice, "look": card.look} for card in cards}
    made = Done({"cast": chosen, "narrator": usual_narrator(language), "language": language})
    return replace(made, usd=cost.usd, provider=cost.provider, model=cost.model) if (cost := service.cost) else made


async def start_plot(owner: UUID, book_id: UUID | str) -> str:
    """Make the plot in the background; gives the run's id, that of the run which is at it already where there is one."""
    key = uuid(book_id)
    async with db.session() as unit:
        if await books.find(unit, owner, key, lock=True) is None:
            raise NotFound
        run = await runs.going(unit, owner, "plot", key)
        if run is None:
            graph = Graph((StepSpec("plot", "plot", {"book": str(key)}),))
            run = await engine.start(unit, owner, "plot", key, graph, idempotency_key=f"plot:{key}:{uuid4()}")
    return str(run)


async def overview(owner: UUID, book_id: UUID | str) -> PlotView | None:
    """The newest plot of the owner's book, None before there is one."""
    async with db.session() as unit:
        plot = await plots.latest(unit, owner, uuid(book_id))
    return view_of(plot) if plot else None


def view_of(plot: Plot) -> PlotView:
    """A plot as pages show it."""
    made = from_json(PlotOverview, plot.data)
    acts = [
        ActView(act.title, act.summary, [BeatView(beat.name, beat.text, beat.start, beat.end) for beat in act.beats]) for act in made.acts
    ]
    themes = [theme.name for theme in made.themes]
    return PlotView(str(plot.id), plot.version, made.logline, themes, made.genre, made.tone, made.setting, acts)
