"""One line of a film's script, taken up to be changed. Only what depends on it is made anew."""

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx
from typing_extensions import TypedDict

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.services import production
from state.policy import my_id, policy
from state.video_generation import VideoGenerationState


class Wording(TypedDict):
    text: str


class ScriptLineState(rx.State):
    speaker: str = ""
    text: str = ""
    busy: bool = False
    error: str = ""
    _film: str = ""
    _line: str = ""

    @rx.event
    @policy(Policy.CREATOR)
    async def take(self, film_id: str, line_id: str) -> None:
        """Find the line in the film as it stands; what the page shows may be old."""
        self._film, self._line, self.error = film_id, line_id, ""
        view = await production.view(my_id(), film_id)
        found = next((line for scene in view.scenes for line in scene.lines if line.id == line_id), None)
        self.speaker, self.text = (found.speaker, found.text) if found else ("", "")

    @rx.event
    @policy(Policy.CREATOR)
    async def change(self, form: Wording) -> AsyncIterator[Any]:
        self.busy, self.error = True, ""
        yield
        try:
            await production.edit_line(my_id(), self._film, self._line, form.get("text", ""))
            yield rx.call_script("document.getElementById('edit-line').close(); scrollTo({top: 0})")
            yield VideoGenerationState.load
        except LitinkError as error:
            self.error = error.message
        finally:
            self.busy = False
