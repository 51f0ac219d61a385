"""Where somebody continues: films in the making, books on the shelf."""

import asyncio
from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import BookCard, FilmCard
from litink_app.services import library, production
from state.policy import my_id, policy

SHOWN_BOOKS = 6
SHOWN_FILMS = 4
MAKING = ("queued", "running", "paused")


class DashboardState(rx.State):
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
        try:
            books, films = await asyncio.gather(library.shelf(my_id()), production.films(my_id()))
            self._draw(books, films)
            self.error = ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True

    def _draw(self, books: list[BookCard], films: list[FilmCard]) -> None:
        self.books = books[:SHOWN_BOOKS]
        self.making = [film for film in films if film.status in MAKING]
        self.films = [film for film in films if film.status not in MAKING][:SHOWN_FILMS]
        self.welcome = not films
        if ready := [book for book in books if book.status == "ready"]:
            self.sample = next((book for book in ready if book.sample), ready[0])
