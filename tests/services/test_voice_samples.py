"""A voice can be heard before it is chosen: spoken once for a person, whoever asks how often."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from litink_app.errors import NotFound, Refused
from litink_app.schemas.views import VoiceChoice
from litink_app.services import steps, voice_samples, voices
from tests.services.sql import sql
from tests.services.toys import drain

pytestmark = pytest.mark.usefixtures("database")


class Speaker:
    """Stands for the voices of the house: says everything as a few bytes."""

    name = "embedded"
    paid = False

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.hoarse = ""

    async def speak(self, text: str, voice: str, folder: Path) -> "Speaker":
        self.said.append((voice, text))
        if self.hoarse:
            raise Refused(self.hoarse)
        self.path, self.seconds = folder / "speech.wav", 1.0
        self.path.write_bytes(b"RIFF")
        return self

    @property
    def speech(self) -> "Speaker":
        return self

    @property
    def voice(self) -> "Speaker":
        return self


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> Speaker:
    stand_in = Speaker()
    monkeypatch.setattr(voice_samples, "live", lambda: stand_in)
    known = [VoiceChoice("af_one", "One", "female", "American", "en"), VoiceChoice("ef_two", "Two", "female", "Castilian", "es")]
    monkeypatch.setattr(voices, "offered", lambda: known)
    return stand_in


async def asked(owner: UUID, voice_id: str) -> str:
    await voice_samples.ask(owner, voice_id)
    await drain()
    return (await voice_samples.sample(owner, voice_id)).url


async def test_a_voice_speaks_a_sentence_of_its_language_once_for_a_person(speaker: Speaker) -> None:
    owner = uuid4()

    first, again, other = await asked(owner, "af_one"), await asked(owner, "af_one"), await asked(owner, "ef_two")

    assert first.partition("?")[0] == again.partition("?")[0] != other.partition("?")[0]
    assert speaker.said == [("af_one", voice_samples.SENTENCES["en"]), ("ef_two", voice_samples.SENTENCES["es"])]
    assert await sql("select count(*) from asset where owner_id = :owner", owner=owner) == [(2,)]


async def test_another_sentence_or_another_way_of_speaking_is_spoken_anew(speaker: Speaker, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = uuid4()
    await asked(owner, "af_one")

    monkeypatch.setitem(voice_samples.SENTENCES, "en", "Once there was a gate.")
    await asked(owner, "af_one")
    monkeypatch.setitem(steps._kinds, voice_samples.RUN, replace(steps.find(voice_samples.RUN), version=99))
    await asked(owner, "af_one")

    assert len(speaker.said) == 3 and speaker.said[1] == speaker.said[2] == ("af_one", "Once there was a gate.")


async def test_a_voice_that_cannot_speak_says_why_and_is_tried_again(speaker: Speaker) -> None:
    owner, speaker.hoarse = uuid4(), "The voice is hoarse."

    first = await asked(owner, "af_one")
    told = (await voice_samples.sample(owner, "af_one")).message
    speaker.hoarse = ""
    again = await asked(owner, "af_one")

    assert (first, told) == ("", "The voice is hoarse.")
    assert again


async def test_a_voice_that_there_is_not_is_not_heard(speaker: Speaker) -> None:
    owner = uuid4()

    with pytest.raises(NotFound):
        await voice_samples.ask(owner, "nobody")

    assert await sql("select 1 from run where owner_id = :owner", owner=owner) == []


async def test_what_a_voice_said_to_another_is_not_told(speaker: Speaker) -> None:
    await asked(uuid4(), "af_one")

    with pytest.raises(NotFound):
        await voice_samples.sample(uuid4(), "af_one")


def test_every_language_that_is_spoken_has_its_sentence() -> None:
    spoken = {voice.language for voice in voices.offered()}

    assert spoken and spoken <= set(voice_samples.SENTENCES)
