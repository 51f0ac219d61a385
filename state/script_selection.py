"""What a film shall be made of: chapters, style, length, shape. The price is asked anew after every choice."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import reflex as rx

from litink_app import routes
from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.production import ASPECTS, CAPTIONS, RATES, SIZES
from litink_app.schemas.script import ScriptStyle
from litink_app.schemas.views import ChapterRow, QuoteView, VoiceChoice
from litink_app.services import library, production, voices
from state.policy import my_id, policy

LENGTHS = (30, 60, 120, 300)
NO_QUOTE = QuoteView("", "", "")


@dataclass(frozen=True, slots=True)
class Wishes:
    style: str = ScriptStyle.CINEMATIC.value
    seconds: int = 60
    aspect: str = ASPECTS[0]
    captions: str = "soft"
    look: str = PictureStyle.PAPER_THEATRE.value
    height: int = 720
    narrator: str = ""
    fps: int = 24


class ScriptSelectionState(rx.State):
    title: str = ""
    chapters: list[ChapterRow] = []
    chosen: list[str] = []
    options: Wishes = Wishes()
    quote: QuoteView = NO_QUOTE
    voices: list[VoiceChoice] = []
    busy: bool = False
    error: str = ""
    _book: str = ""
    _key: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.var
    def ready(self) -> bool:
        """Whether the film can be made: it has a price."""
        return bool(self.quote.price)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def open_here(self) -> Any:
        """Ask about the book that the address names."""
        return ScriptSelectionState.open_for(self.book_id)

    @rx.event
    @policy(Policy.CREATOR)
    async def open_for(self, book_id: str) -> AsyncIterator[Any]:
        if self._book != book_id:
            self._clear(book_id)
            yield
            found = await library.book(my_id(), book_id)
            self.title = found.book.title
            self.chapters = [chapter for chapter in found.chapters if chapter.kind == "body"] or found.chapters
            self.chosen = [chapter.id for chapter in self.chapters[:1]]
            self.voices = await voices.of_book(my_id(), book_id)
        self._key = uuid4().hex
        await self._ask_price()

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_chapter(self, chapter_id: str, wanted: bool) -> None:
        known = [chapter.id for chapter in self.chapters]
        chosen = set(self.chosen) | {chapter_id} if wanted else set(self.chosen) - {chapter_id}
        self.chosen = [one for one in known if one in chosen]
        await self._ask_price()

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_style(self, style: str) -> None:
        await self._change(style=ScriptStyle(style).value if style in list(ScriptStyle) else self.options.style)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_seconds(self, seconds: int) -> None:
        await self._change(seconds=seconds if seconds in LENGTHS else self.options.seconds)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_aspect(self, aspect: str) -> None:
        await self._change(aspect=aspect if aspect in ASPECTS else self.options.aspect)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_captions(self, captions: str) -> None:
        self.options = replace(self.options, captions=captions if captions in CAPTIONS else self.options.captions)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_look(self, look: str) -> None:
        self.options = replace(self.options, look=look if look in list(PictureStyle) else self.options.look)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_height(self, height: int) -> None:
        self.options = replace(self.options, height=height if height in SIZES else self.options.height)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_fps(self, fps: int) -> None:
        self.options = replace(self.options, fps=fps if fps in RATES else self.options.fps)

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_narrator(self, voice: str) -> None:
        known = [choice.id for choice in self.voices]
        self.options = replace(self.options, narrator=voice if voice in known else "")

    @rx.event
    @policy(Policy.CREATOR)
    async def make(self) -> AsyncIterator[Any]:
        """Start the film and go and watch it being made. Pressing twice makes one film."""
        async for event in self._begin(animatic=False):
            yield event

    @rx.event
    @policy(Policy.CREATOR)
    async def animatic(self) -> AsyncIterator[Any]:
        """Take a quick look first; the film is made when that pleases."""
        async for event in self._begin(animatic=True):
            yield event

    async def _begin(self, *, animatic: bool) -> AsyncIterator[Any]:
        self.busy, self.error = True, ""
        yield
        try:
            film_id = await self._create(animatic=animatic)
            yield rx.redirect(routes.film(film_id))
        except LitinkError as error:
            self.error = error.message
        finally:
            self.busy = False

    async def _create(self, *, animatic: bool) -> str:
        chosen = self.options
        return await production.create(
            my_id(),
            self._book,
            list(self.chosen),
            style=chosen.style,
            seconds=chosen.seconds,
            aspect=chosen.aspect,
            captions=chosen.captions,
            look=chosen.look,
            height=chosen.height,
            narrator=chosen.narrator,
            fps=chosen.fps,
            animatic=animatic,
            key=self._key,
        )

    async def _change(self, **choice: Any) -> None:
        self.options = replace(self.options, **choice)
        await self._ask_price()

    async def _ask_price(self) -> None:
        if not self.chosen:
            self.quote, self.error = NO_QUOTE, "Choose at least one chapter."
            return
        chosen = self.options
        try:
            self.quote = await production.quote(my_id(), self._book, list(self.chosen), chosen.style, chosen.seconds, chosen.aspect)
            self.error = ""
        except LitinkError as error:
            self.quote, self.error = NO_QUOTE, error.message

    def _clear(self, book_id: str) -> None:
        self._book, self.title, self.chapters, self.chosen = book_id, "", [], []
        self.quote, self.error = NO_QUOTE, ""
