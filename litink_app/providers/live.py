"""The composition root: `live()` gives every port its implementation, by settings; what is not configured is embedded.

Each is imported when it is first asked for: the pages need none of the libraries that draw and speak.
"""

from functools import cached_property, lru_cache

from litink_app.providers.ports import LLM, Chain, ImageMaker, LipSync, Mail, Payment, Storage, VideoMaker, Voice


class Ports:
    """The ports of a process."""

    @cached_property
    def llm(self) -> LLM:
        from litink_app.providers.embedded_llm import Extract

        return Extract()

    @cached_property
    def image(self) -> ImageMaker:
        from litink_app.providers.embedded_image import Illustrator

        return Illustrator()

    @cached_property
    def video(self) -> VideoMaker:
        from litink_app.providers.embedded_video import Stagehand

        return Stagehand()

    @cached_property
    def lipsync(self) -> LipSync:
        from litink_app.providers.embedded_video import PuppetMouths

        return PuppetMouths()

    @cached_property
    def voice(self) -> Voice:
        from litink_app.providers.embedded_voice import EmbeddedVoice

        return EmbeddedVoice()

    @cached_property
    def storage(self) -> Storage:
        from litink_app.providers.storage import storage

        return storage()

    @cached_property
    def mail(self) -> Mail:
        from litink_app.providers.embedded_mail import OutboxMail

        return OutboxMail()

    @cached_property
    def payment(self) -> Payment:
        from litink_app.providers.embedded_payment import SelfHosted

        return SelfHosted()

    @cached_property
    def chain(self) -> Chain:
        from litink_app.providers.embedded_chain import LocalLedger

        return LocalLedger()


@lru_cache
def live() -> Ports:
    """The ports of this process."""
    return Ports()
