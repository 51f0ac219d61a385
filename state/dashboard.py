"""Where somebody continues: films in the making, books on the shelf."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import BookCard, FilmCard
from litink_app.services import library, production
from state.jobs import JobMixin
from state.policy import my_id, policy

SHOWN_BOOKS = 6
SHOWN_FILMS = 4
MAKING = ("queued", "running", "paused")
GOING = ("queued", "running")
LOOK_AGAIN_SECONDS = 1.0

Desk = tuple[list[BookCard], list[FilmCard]]
"""All books and all films of a person, newest first."""


class DashboardState(JobMixin, rx.State):
    books: list[BookCard] = []
    making: list[FilmCard] = []
    films: list[FilmCard] = []
    welcome: bool = False
    sample: BookCard = BookCard("", "", "", "", "", 0, "", 0, 0, 0, "", False)
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> Any:
        """What is there; a book being read and a film being made are followed until they are done."""
        over = True
        try:
            desk = await _desk()
            self._draw(desk)
            self.error, over = "", self._ended(desk)
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
        return None if over else DashboardState.follow

    async def _views(self) -> AsyncIterator[Desk]:
        while True:
            yield await _desk()
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    def _ended(self, view: Desk) -> bool:
        books, films = view
        return all(book.status != "reading" for book in books) and all(film.status not in GOING for film in films)

    def _draw(self, view: Desk) -> None:
        books, films = view
        self.books = books[:SHOWN_BOOKS]
        self.making = [film for film in films if film.status in MAKING]
        self.films = [film for film in films if film.status not in MAKING][:SHOWN_FILMS]
        self.welcome = not films
        if ready := [book for book in books if book.status == "ready"]:
            self.sample = next((book for book in ready if book.sample), ready[0])


async def _desk() -> Desk:
    books, films = await asyncio.gather(library.shelf(my_id()), production.films(my_id()))
    return books, films
