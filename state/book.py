"""One book: its chapters and its people."""

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app import routes
from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import BookCard, BookDetail, CastRow, ChapterRow
from litink_app.services import library, voices
from state.jobs import JobMixin
from state.policy import my_id, policy

NO_BOOK = BookCard("", "", "", "", "", 0, "", 0, 0, 0, "", False)
LOOK_AGAIN_SECONDS = 1.0
SHOWN_PEOPLE = 24


class BookState(JobMixin, rx.State):
    book: BookCard = NO_BOOK
    chapters: list[ChapterRow] = []
    cast: list[CastRow] = []
    more_people: int = 0
    warnings: list[str] = []
    silence: str = ""
    loaded: bool = False
    error: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self.book.id != self.book_id:
            self.book, self.loaded = NO_BOOK, False
            yield
        try:
            self._draw(await library.book(my_id(), self.book_id))
            self.error = ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
        if self.book.status == "reading":
            yield BookState.follow

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def read_again(self) -> Any:
        await library.read_again(my_id(), self.book_id)
        return BookState.load

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def remove(self) -> Any:
        await library.delete(my_id(), self.book_id)
        return [rx.redirect(routes.LIBRARY), rx.toast("The book is off your shelf.")]

    async def _views(self) -> AsyncIterator[BookDetail]:
        while True:
            yield await library.book(my_id(), self.book_id)
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    def _draw(self, view: BookDetail) -> None:
        self.book, self.chapters, self.warnings = view.book, view.chapters, view.warnings
        self.silence = voices.silence(view.language) if view.book.status == "ready" else ""
        self.cast, self.more_people = view.cast[:SHOWN_PEOPLE], max(0, len(view.cast) - SHOWN_PEOPLE)

    def _ended(self, view: BookDetail) -> bool:
        return view.book.status != "reading"
