"""Hearing a voice before it is chosen."""

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.run import RunStatus
from litink_app.schemas.views import VoiceSample
from litink_app.services import voice_samples
from state.jobs import JobMixin
from state.policy import my_id, policy


class VoiceSampleState(JobMixin, rx.State):
    """`voice` was asked for last; when it is no longer `busy`, its sentence lies at `url`, or `error` says why it does not."""

    voice: str = ""
    busy: bool = False
    url: str = ""
    error: str = ""

    @rx.event
    @policy(Policy.CREATOR)
    async def hear(self, voice_id: str) -> Any:
        self.voice, self.busy, self.url, self.error = voice_id, True, "", ""
        return VoiceSampleState.follow

    async def _views(self) -> AsyncIterator[VoiceSample]:
        try:
            async for view in voice_samples.watch(my_id(), self.voice):
                yield view
        except LitinkError as error:
            yield VoiceSample(RunStatus.FAILED, message=error.message)

    def _draw(self, view: VoiceSample) -> None:
        self.busy, self.url, self.error = not self._ended(view), view.url, view.message
