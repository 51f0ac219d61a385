"""Hearing a voice before it is chosen."""

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from litink_app.schemas.account import Policy
from litink_app.schemas.run import RunView
from litink_app.services import runs, voice_samples
from state.jobs import JobMixin
from state.policy import my_id, policy


class VoiceSampleState(JobMixin, rx.State):
    """`heard` is the voice whose sentence lies at `url`, `busy` the one that speaks it now."""

    heard: str = ""
    url: str = ""
    busy: str = ""
    _run: str = ""

    @rx.event
    @policy(Policy.CREATOR)
    async def hear(self, voice_id: str) -> Any:
        self._run = str(await voice_samples.ask(my_id(), voice_id))
        self.busy, self.heard, self.url = voice_id, "", ""
        return VoiceSampleState.follow

    def _views(self) -> AsyncIterator[RunView]:
        return runs.watch(my_id(), self._run)

    def _draw(self, view: RunView) -> None:
        if self._ended(view):
            self.url, self.heard, self.busy = voice_samples.address(view), self.busy, ""
