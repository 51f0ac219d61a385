"""The forms in which a finished film can be taken away, and how far those are that are being made."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.export import ExportView
from litink_app.services import exports
from state.jobs import JobMixin
from state.policy import my_id, policy


class FilmExportState(JobMixin, rx.State):
    forms: list[ExportView] = []
    loaded: bool = False
    error: str = ""

    if TYPE_CHECKING:
        film_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        """Look anew; the addresses of what is there hold for a while only."""
        self.loaded, self.error = False, ""
        yield
        try:
            self.forms = await exports.offered(my_id(), self.film_id)
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
        if not self._ended(self.forms):
            yield FilmExportState.follow

    @rx.event
    @policy(Policy.CREATOR)
    async def make(self, name: str) -> AsyncIterator[Any]:
        """Have a form made; it goes on without this page."""
        self.error = ""
        try:
            await exports.make(my_id(), self.film_id, name)
            self.forms = await exports.offered(my_id(), self.film_id)
            yield FilmExportState.follow
        except LitinkError as error:
            self.error = error.message

    def _views(self) -> AsyncIterator[list[ExportView]]:
        return exports.watch(my_id(), self.film_id)

    def _draw(self, view: list[ExportView]) -> None:
        self.forms = view

    def _ended(self, view: list[ExportView]) -> bool:
        return not any(one.status == "making" for one in view)
