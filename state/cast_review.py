"""The cast review: who is in a book, and what a person knows better."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx
from typing_extensions import TypedDict

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.review import CastEntry, CastReview
from litink_app.schemas.views import VoiceChoice
from litink_app.services import cast_review, characters, voices
from state.policy import my_id, policy

NOTHING = CastReview("", "", [], [])
NOBODY = CastEntry("", "", [], "", "", 0, 0, "", 0)


class Naming(TypedDict):
    name: str


class Joining(TypedDict):
    into: str


class CastReviewState(rx.State):
    review: CastReview = NOTHING
    chosen: CastEntry = NOBODY
    voices: list[VoiceChoice] = []
    everybody: bool = False
    loaded: bool = False
    error: str = ""
    _of: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self._of != self.book_id:
            self.review, self.chosen, self.loaded, self.everybody, self._of = NOTHING, NOBODY, False, False, self.book_id
            yield
        await self._look()
        self.loaded = True

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def show_everybody(self) -> None:
        self.everybody = True

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def choose(self, character: str) -> None:
        self.chosen = next((one for one in self.review.cast if one.id == character), NOBODY)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def rename(self, form: Naming) -> None:
        await cast_review.rename(my_id(), self.book_id, self.chosen.id, form.get("name", ""))
        await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def join(self, form: Joining) -> Any:
        """The chosen one is that other one."""
        await cast_review.merge(my_id(), self.book_id, self.chosen.id, form.get("into", ""))
        await self._look()
        return rx.call_script("document.getElementById('person').close()")

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def split_off(self, alias: str) -> None:
        await cast_review.split_off(my_id(), self.book_id, self.chosen.id, alias)
        await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def set_gender(self, gender: str) -> None:
        await cast_review.set_gender(my_id(), self.book_id, self.chosen.id, gender)
        await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def set_importance(self, importance: str) -> None:
        await cast_review.set_importance(my_id(), self.book_id, self.chosen.id, importance)
        await self._look()

    @rx.event
    @policy(Policy.CREATOR)
    async def set_voice(self, voice: str) -> None:
        await characters.choose_voice(my_id(), self.book_id, self.chosen.id, voice)
        await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def forget(self, correction: str) -> None:
        await cast_review.forget(my_id(), self.book_id, correction)
        await self._look()

    async def _look(self) -> None:
        try:
            self.review, self.error = await cast_review.review(my_id(), self.book_id), ""
            self.voices = await voices.of_book(my_id(), self.book_id)
        except LitinkError as error:
            self.error = error.message
        self.chosen = next((one for one in self.review.cast if one.id == self.chosen.id), NOBODY)
