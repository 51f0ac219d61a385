"""What a person looks for in their books, and where it stands."""

from collections.abc import AsyncIterator

import reflex as rx
from typing_extensions import TypedDict

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.answer import Hit
from litink_app.services import search
from state.policy import my_id, policy


class Asked(TypedDict):
    query: str


class SearchState(rx.State):
    """`asked` is what `hits` answer; empty while nothing was looked for."""

    hits: list[Hit] = []
    asked: str = ""
    busy: bool = False
    error: str = ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def look(self, form: Asked) -> AsyncIterator[None]:
        query = str(form.get("query", ""))
        self.busy, self.error = True, ""
        yield
        try:
            self.hits, self.asked = await search.catalogue(my_id(), query), query.strip()
        except LitinkError as error:
            self.error = error.message
        finally:
            self.busy = False

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def clear(self) -> None:
        self.hits, self.asked, self.error = [], "", ""
