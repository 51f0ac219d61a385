"""What the command palette offers beside the fixed places: books and films by name."""

import asyncio
from dataclasses import dataclass

import reflex as rx

from litink_app import routes
from litink_app.schemas.account import Policy
from litink_app.services import library, production
from state.policy import my_id, policy


@dataclass(frozen=True, slots=True)
class Place:
    label: str
    href: str
    kind: str


class PaletteState(rx.State):
    places: list[Place] = []

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> None:
        books, films = await asyncio.gather(library.shelf(my_id()), production.films(my_id()))
        self.places = [Place(book.title, routes.book(book.id), "Book") for book in books]
        self.places += [Place(film.title, routes.film(film.id), "Film") for film in films]
