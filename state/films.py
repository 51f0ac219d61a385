"""All films of a person, the ones in the making first."""

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import FilmCard
from litink_app.services import production
from state.policy import my_id, policy


class FilmsState(rx.State):
    films: list[FilmCard] = []
    loaded: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> None:
        try:
            self.films, self.error = await production.films(my_id()), ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
