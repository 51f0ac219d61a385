"""A picture, clip or music of a person's own for one place of a film: what lies there, and taking it back."""

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.own_media import OwnMediaView
from litink_app.services import own_media
from state.policy import my_id, policy
from state.video_generation import VideoGenerationState

NOTHING = OwnMediaView(0, "", "", "")
CLOSE = "document.getElementById('own-media').close(); scrollTo({top: 0})"


class OwnMediaState(rx.State):
    """`scene` 0 is the music. The file itself is sent by the uploader in `assets/litink.js`, which then presses the button of `placed`."""

    scene: int = 0
    there: OwnMediaView = NOTHING
    busy: bool = False
    error: str = ""
    _film: str = ""

    @rx.event
    @policy(Policy.CREATOR)
    async def take(self, film_id: str, scene: int) -> None:
        """Look what lies in this place."""
        self._film, self.scene, self.there, self.error = film_id, scene, NOTHING, ""
        await self._look()

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
    async def placed(self) -> Any:
        """The uploader is done: look whether the file found its place, which a refused one did not."""
        before = self.there
        await self._look()
        return [rx.call_script(CLOSE), VideoGenerationState.load] if self.there.kind and self.there != before else None

    async def _look(self) -> None:
        found = await own_media.given(my_id(), self._film)
        self.there = next((one for one in found if one.scene == self.scene), NOTHING)
