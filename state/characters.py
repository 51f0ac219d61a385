"""The cast of a book as the studio shows it, each with a voice that can be changed."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import CharacterView, VoiceChoice
from litink_app.services import cast_pictures, characters, voices
from state.jobs import JobMixin
from state.policy import my_id, policy


class CharacterState(JobMixin, rx.State):
    cast: list[CharacterView] = []
    voices: list[VoiceChoice] = []
    loaded: bool = False
    error: str = ""
    _of: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self._of != self.book_id:
            self.cast, self.loaded, self._of = [], False, self.book_id
            yield
        try:
            self.cast = await characters.cast(my_id(), self.book_id)
            self.voices = await voices.of_book(my_id(), self.book_id)
            self.error = ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
        yield CharacterState.follow

    def _views(self) -> AsyncIterator[cast_pictures.CastDrawn]:
        return cast_pictures.watch(my_id(), self.book_id)

    def _draw(self, view: cast_pictures.CastDrawn) -> None:
        if view.cast != self.cast:
            self.cast = view.cast

    @rx.event
    @policy(Policy.CREATOR)
    async def choose_voice(self, character_id: str, voice_id: str) -> Any:
        await characters.set_voice(my_id(), character_id, voice_id)
        self.cast = await characters.cast(my_id(), self.book_id)
        return rx.toast("The new voice speaks in the next film.")
