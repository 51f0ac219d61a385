"""The composition root: `live()` gives every port its implementation, by settings; what is not configured is embedded."""

from dataclasses import dataclass
from functools import lru_cache

from litink_app.providers.embedded_chain import LocalLedger
from litink_app.providers.embedded_image import Illustrator
from litink_app.providers.embedded_llm import Extract
from litink_app.providers.embedded_mail import OutboxMail
from litink_app.providers.embedded_payment import SelfHosted
from litink_app.providers.embedded_video import PuppetMouths, Stagehand
from litink_app.providers.embedded_voice import EmbeddedVoice
from litink_app.providers.ports import LLM, Chain, ImageMaker, LipSync, Mail, Payment, Storage, VideoMaker, Voice
from litink_app.providers.storage import storage


@dataclass(frozen=True, slots=True)
class Ports:
    llm: LLM
    image: ImageMaker
    video: VideoMaker
    lipsync: LipSync
    voice: Voice
    storage: Storage
    mail: Mail
    payment: Payment
    chain: Chain


@lru_cache
def live() -> Ports:
    """The ports of this process."""
    return Ports(
        Extract(), Illustrator(), Stagehand(), PuppetMouths(), EmbeddedVoice(), storage(), OutboxMail(), SelfHosted(), LocalLedger()
    )
