"""A voice is heard before it is chosen, or says why it cannot be."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from litink_app.errors import Conflict
from litink_app.schemas.views import VoiceSample
from litink_app.services import accounts, voice_samples
from state import jobs
from state.voice_sample import VoiceSampleState
from tests.people import HERE, call, cheap_passwords, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")

FAILED = VoiceSample("failed", message="The voice is hoarse.")


async def heard(monkeypatch: pytest.MonkeyPatch, *views: VoiceSample, error: str = "") -> VoiceSampleState:
    """The page after somebody asked for a voice that came to this."""

    async def watch(_owner: UUID, _voice: str) -> AsyncIterator[VoiceSample]:
        for view in views:
            yield view
        if error:
            raise Conflict(error)

    monkeypatch.setattr(jobs, "_app", None)
    monkeypatch.setattr(voice_samples, "watch", watch)
    ticket = await accounts.sign_in_by_link((await accounts.owner_link()).partition("token=")[2], **HERE)
    state = state_of(VoiceSampleState, ticket.token)
    await call(state, "hear", "af_one")
    await call(state, "follow")
    return state


async def test_the_sentence_is_played_once_it_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = VoiceSample("done", "/media/one")

    state = await heard(monkeypatch, VoiceSample("running"), spoken)

    assert (state.voice, state.busy, state.url, state.error) == ("af_one", False, "/media/one", "")


@pytest.mark.parametrize(("seen", "refusal"), [(FAILED, ""), (VoiceSample("running"), "The voice is hoarse.")])
async def test_a_voice_that_does_not_speak_says_why(monkeypatch: pytest.MonkeyPatch, seen: VoiceSample, refusal: str) -> None:
    why = "The voice is hoarse."

    state = await heard(monkeypatch, seen, error=refusal)

    assert (state.voice, state.busy, state.url, state.error) == ("af_one", False, "", why)
