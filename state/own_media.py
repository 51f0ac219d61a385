"""A picture, clip or music of a person's own for one place of a film: what lies there, what is prepared for it, and taking it back."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app.errors import LitinkError, NotFound
from litink_app.schemas.account import Policy
from litink_app.schemas.own_media import ComingView, OwnMediaView
from litink_app.services import own_media
from state.jobs import JobMixin
from state.policy import my_id, policy
from state.video_generation import VideoGenerationState

NOTHING = OwnMediaView(0, "", "", "")
CLOSE = "document.getElementById('own-media').close(); scrollTo({top: 0})"
NOWHERE = -1


class OwnMediaState(JobMixin, rx.State):
    """`scene` 0 is the music. The file itself is sent by the uploader in `assets/litink.js`, which then presses the button of `sent`."""

    scene: int = 0
    there: OwnMediaView = NOTHING
    coming: list[ComingView] = []
    busy: bool = False
    error: str = ""
    _film: str = ""
    _waiting: int = NOWHERE

    if TYPE_CHECKING:
        film_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> Any:
        """What is prepared for the film of this page goes on being shown after a reload."""
        self._film, self._waiting = self.film_id, NOWHERE
        self.coming = await _coming(self._film)
        return OwnMediaState.follow if own_media.going(self.coming) else None

    @rx.event
    @policy(Policy.CREATOR)
    async def take(self, film_id: str, scene: int) -> None:
        """Look what lies in this place."""
        self._film, self.scene, self.there, self.error = film_id, scene, NOTHING, ""
        self.there = await _there(film_id, scene)

    @rx.event
    @policy(Policy.CREATOR)
    async def take_back(self) -> AsyncIterator[Any]:
        """What the studio made is shown again."""
        self.busy, self.error = True, ""
        yield
        try:
            await own_media.take_back(my_id(), self._film, self.scene)
            yield rx.call_script(CLOSE)
            yield VideoGenerationState.load
        except LitinkError as error:
            self.error = error.message
        finally:
            self.busy = False

    @rx.event
    @policy(Policy.CREATOR)
    async def sent(self) -> Any:
        """The uploader is done: follow the file into its place, which one that was refused does not find."""
        self._waiting, before = self.scene, self.there
        self.coming = await _coming(self._film)
        if own_media.going(self.coming):
            return OwnMediaState.follow
        self.there = await _there(self._film, self.scene)
        return self._then() if self.there != before else None

    @rx.event
    @policy(Policy.CREATOR)
    async def put_away(self, scene: int) -> None:
        """Call off what is prepared, or forget that it was refused."""
        await own_media.put_away(my_id(), self._film, scene)
        self.coming = await _coming(self._film)

    def _views(self) -> AsyncIterator[list[ComingView]]:
        return own_media.watch(my_id(), self._film)

    def _draw(self, view: list[ComingView]) -> None:
        self.coming = view

    def _ended(self, view: list[ComingView]) -> bool:
        return not own_media.going(view)

    def _then(self) -> Any:
        """The film has a new take, unless the file was refused."""
        if any(one.scene == self._waiting for one in self.coming):
            return VideoGenerationState.load
        close = [rx.call_script(CLOSE)] if self._waiting == self.scene else []
        return [*close, VideoGenerationState.load]


async def _there(film_id: str, scene: int) -> OwnMediaView:
    return next((one for one in await own_media.given(my_id(), film_id) if one.scene == scene), NOTHING)


async def _coming(film_id: str) -> list[ComingView]:
    """Nothing where there is no such film, which its page says."""
    try:
        return await own_media.coming(my_id(), film_id)
    except NotFound:
        return []
