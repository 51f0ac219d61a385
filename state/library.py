"""The shelf: books with covers, those that are being read in with their progress."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any
from uuid import UUID

import reflex as rx
from typing_extensions import TypedDict

from litink_app import routes
from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import BookCard
from litink_app.services import library
from state.jobs import JobMixin
from state.policy import my_id, policy

LOOK_AGAIN_SECONDS = 1.0


class Pasted(TypedDict):
    title: str
    text: str


class Address(TypedDict):
    address: str


class LibraryState(JobMixin, rx.State):
    books: list[BookCard] = []
    loaded: bool = False
    error: str = ""
    busy: str = ""
    problem: str = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> Any:
        await self._refresh()
        return LibraryState.follow if self._reading() else None

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def add_sample(self) -> AsyncIterator[Any]:
        self.busy = "sample"
        yield
        try:
            book_id = await library.add_sample(my_id())
            yield rx.redirect(routes.book(str(book_id)))
        finally:
            self.busy = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def add_text(self, form: Pasted) -> AsyncIterator[Any]:
        """Put text that was pasted in on the shelf."""
        async for event in self._take(library.add_text(my_id(), form.get("title", ""), form.get("text", ""))):
            yield event

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def add_address(self, form: Address) -> AsyncIterator[Any]:
        """Fetch a book or an article from a web address."""
        async for event in self._take(library.add_address(my_id(), form.get("address", ""))):
            yield event

    async def _take(self, coming: Awaitable[UUID]) -> AsyncIterator[Any]:
        self.busy, self.problem = "text", ""
        yield
        try:
            book_id = await coming
            yield rx.redirect(routes.book(str(book_id)))
        except LitinkError as error:
            self.problem = error.message
        finally:
            self.busy = ""

    async def _refresh(self) -> None:
        try:
            self.books, self.error = await library.shelf(my_id()), ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True

    def _reading(self) -> list[BookCard]:
        return [book for book in self.books if book.status == "reading"]

    async def _views(self) -> AsyncIterator[list[BookCard]]:
        while True:
            yield await library.shelf(my_id())
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    def _draw(self, view: list[BookCard]) -> None:
        if view != self.books:
            self.books = view

    def _ended(self, view: list[BookCard]) -> bool:
        return all(book.status != "reading" for book in view)
