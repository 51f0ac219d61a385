"""How a voice is named where one is chosen."""

import reflex as rx

from litink_app.schemas.views import VoiceChoice


def voice_words(voice: VoiceChoice) -> rx.Var[str] | str:
    return f"{voice.name} · {voice.gender}, {voice.accent}"
