"""The quote review: a chapter with its speakers, and a quotation that is given to somebody else."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx
from typing_extensions import TypedDict

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.review import Piece, SpokenChapter
from litink_app.services import cast_review, quote_review
from state.policy import my_id, policy

NOTHING = SpokenChapter("", "", "", "", [], "", "", [], [], [], 0, 0, 0)
NO_QUOTE = Piece("")
PAGE = 400
"""Paragraphs that are shown at a time: a book without chapters is one long chapter."""


class Other(TypedDict):
    character: str


class QuoteReviewState(rx.State):
    chapter: SpokenChapter = NOTHING
    chosen: Piece = NO_QUOTE
    shown: int = PAGE
    loaded: bool = False
    error: str = ""
    _of: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self._of != self.book_id:
            self.chapter, self.chosen, self.loaded, self._of = NOTHING, NO_QUOTE, False, self.book_id
            yield
        await self._look(self.chapter.id)
        self.loaded = True

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def open(self, chapter_id: str) -> Any:
        await self._look(chapter_id)
        self.shown = PAGE
        return rx.call_script("scrollTo({top: 0})")

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def more(self) -> None:
        self.shown += PAGE

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def take(self, start: int) -> None:
        """The quotation whose speaker is asked for; one that goes over several paragraphs is taken whole."""
        pieces = [piece for one in self.chapter.paragraphs for piece in one.pieces if piece.start == start and start >= 0]
        self.chosen = pieces[0] if pieces else NO_QUOTE

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def say(self, character: str) -> Any:
        """The chosen quotation is said by this character; "" for nobody known."""
        return await self._say(character)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def say_other(self, form: Other) -> Any:
        """As `say`, for somebody who does not speak in this chapter yet."""
        if not form.get("character"):
            return None
        return [await self._say(form["character"]), rx.call_script("document.getElementById('who-says').close()")]

    async def _say(self, character: str) -> Any:
        if self.chosen.start < 0 or (character == self.chosen.speaker and self.chosen.sure == "yours"):
            return None
        await quote_review.say(my_id(), self.book_id, self.chosen.start, character)
        await self._look(self.chapter.id)
        return rx.toast("Kept. New scripts, voices and films use it.")

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def forget(self, correction: str) -> None:
        await cast_review.forget(my_id(), self.book_id, correction)
        await self._look(self.chapter.id)

    async def _look(self, chapter_id: str) -> None:
        try:
            self.chapter, self.error = await quote_review.review(my_id(), self.book_id, chapter_id), ""
        except LitinkError as error:
            self.error = error.message
