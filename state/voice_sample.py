"""Hearing a voice before it is chosen."""

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.services import voice_samples
from state.policy import my_id, policy


class VoiceSampleState(rx.State):
    """`heard` is the voice whose sentence lies at `url`."""

    heard: str = ""
    url: str = ""
    busy: str = ""

    @rx.event
    @policy(Policy.CREATOR)
    async def hear(self, voice_id: str) -> AsyncIterator[Any]:
        self.busy, self.heard, self.url = voice_id, "", ""
        yield
        try:
            self.url, self.heard = await voice_samples.heard(my_id(), voice_id), voice_id
        except LitinkError as error:
            yield rx.toast.error(error.message)
        finally:
            self.busy = ""
