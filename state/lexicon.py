"""How the words of a book are said, as its owner wants them."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx
from typing_extensions import TypedDict

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import PronunciationView
from litink_app.services import lexicon, production
from state.policy import my_id, policy
from state.video_generation import VideoGenerationState


class Entry(TypedDict):
    word: str
    said: str


class LexiconState(rx.State):
    words: list[PronunciationView] = []
    loaded: bool = False
    error: str = ""
    _of: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self._of != self.book_id:
            self.words, self.loaded, self._of = [], False, self.book_id
            yield
        self.error = ""
        try:
            self.words = await lexicon.entries(my_id(), self.book_id)
        except LitinkError as error:
            self.error = error.message
        self.loaded = True

    @rx.event
    @policy(Policy.CREATOR)
    async def say(self, form: Entry) -> AsyncIterator[Any]:
        """Keep how a word is said; the fields are emptied for the next."""
        self.error = ""
        try:
            await lexicon.say(my_id(), self.book_id, form.get("word", ""), form.get("said", ""))
            self.words = await lexicon.entries(my_id(), self.book_id)
            yield rx.call_script("document.getElementById('lexicon-form').reset(); document.getElementById('word').focus()")
        except LitinkError as error:
            self.error = error.message

    @rx.event
    @policy(Policy.CREATOR)
    async def forget(self, word: str) -> None:
        await lexicon.forget(my_id(), self.book_id, word)
        self.words = await lexicon.entries(my_id(), self.book_id)

    @rx.event
    @policy(Policy.CREATOR)
    async def renew(self, film_id: str) -> AsyncIterator[Any]:
        """Have a film spoken anew where voices or words have changed since."""
        await production.renew(my_id(), film_id)
        yield VideoGenerationState.load
