"""How a voice is named where one is chosen, and how it is heard first."""

from typing import Any

import reflex as rx

from litink_app.components.button import spinner
from litink_app.components.feedback import wrong
from litink_app.components.icons import icon
from litink_app.schemas.views import VoiceChoice
from state.voice_sample import VoiceSampleState


def voice_words(voice: VoiceChoice) -> rx.Var[str] | str:
    return f"{voice.name} · {voice.gender}, {voice.accent}"


def hear_button(voice_id: Any) -> rx.Component:
    """Speaks one sentence in the voice."""
    mine = rx.Var.create(voice_id) != ""
    asked = mine & (VoiceSampleState.voice == voice_id)
    return rx.fragment(
        rx.el.button(
            rx.cond(asked & VoiceSampleState.busy, spinner(), icon("volume-2", 20)),
            rx.el.span("Hear this voice", class_name="unseen"),
            type="button",
            class_name="btn icon quiet",
            title="Hear this voice",
            disabled=~mine | VoiceSampleState.busy,
            on_click=VoiceSampleState.hear(voice_id),
        ),
        rx.cond(asked & (VoiceSampleState.url != ""), rx.el.audio(src=VoiceSampleState.url, auto_play=True, hidden=True)),
    )


def unheard(voice_id: Any) -> rx.Component:
    """That the voice is about to speak, or why it did not."""
    asked = (rx.Var.create(voice_id) != "") & (VoiceSampleState.voice == voice_id)
    return rx.fragment(
        rx.cond(asked & VoiceSampleState.busy, rx.el.p("Speaking it, a moment…", class_name="tiny soft", role="status")),
        rx.cond(asked & (VoiceSampleState.error != ""), wrong(VoiceSampleState.error)),
    )
