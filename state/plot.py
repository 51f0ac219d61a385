"""The plot overview of a book, and its making."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.run import RunView
from litink_app.schemas.views import PlotView
from litink_app.services import plot, runs
from state.characters import CharacterState
from state.jobs import ENDED, JobMixin
from state.policy import my_id, policy

NO_PLOT = PlotView("", 0, "", [], "", "", "", [])


class PlotState(JobMixin, rx.State):
    plot: PlotView = NO_PLOT
    percent: int = 0
    loaded: bool = False
    error: str = ""
    _run: str = ""
    _of: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self._of != self.book_id:
            self.plot, self.loaded, self._run, self._of = NO_PLOT, False, "", self.book_id
            yield
        await self._refresh()
        if self._run:
            yield PlotState.follow

    @rx.event
    @policy(Policy.CREATOR)
    async def generate(self) -> AsyncIterator[Any]:
        """Ask for a plot overview; a second press finds the same run."""
        self.following, self.percent, self.error = True, 0, ""
        yield
        try:
            self._run = str(await plot.start_plot(my_id(), self.book_id))
            yield PlotState.follow
        except LitinkError as error:
            self.following, self.error = False, error.message

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def finish(self) -> Any:
        """Fetch what the run has made."""
        self._run = ""
        await self._refresh()
        return CharacterState.load

    async def _refresh(self) -> None:
        try:
            self.plot, self.error = await plot.overview(my_id(), self.book_id) or NO_PLOT, ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True

    async def _views(self) -> AsyncIterator[RunView]:
        async for view in runs.watch(my_id(), self._run):
            yield view

    def _draw(self, view: RunView) -> None:
        self.percent = view.percent
        self.error = view.error if view.status == "failed" else ""

    def _ended(self, view: RunView) -> bool:
        return view.status in ENDED

    def _then(self) -> Any:
        return PlotState.finish
