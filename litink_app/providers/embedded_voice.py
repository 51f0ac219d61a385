"""The embedded twin of the Voice port: the studio's own voices, free of charge."""

import asyncio
from pathlib import Path

from litink_app.providers.ports import Cost, Spoken
from litink_app.schemas.sound import VoiceInfo
from litink_app.studio.voices import measure, speak, voices


class EmbeddedVoice:
    """Speaks on this machine, beside the event loop."""

    name = "embedded"
    paid = False
    credit = "spoken by Kokoro-82M (Apache-2.0)"

    def voices(self) -> tuple[VoiceInfo, ...]:
        return voices()

    async def speak(
        self, text: str, voice: str, folder: Path, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None
    ) -> Spoken:
        speech = await asyncio.to_thread(speak, text, voice, folder, speed=speed, manner_name=manner, lexicon=lexicon)
        return Spoken(speech, Cost(self.name, "kokoro-82m-int8", output_units=len(text)))

    async def measure(self, text: str, voice: str, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None) -> float:
        """Seconds that `speak` will take, known beforehand."""
        return await asyncio.to_thread(measure, text, voice, speed=speed, manner_name=manner, lexicon=lexicon)
