"""The embedded voices: text to speech with exact times, casting, estimates, scenes fitted to their budget."""

from litink_app.studio.voices.casting import cast, usual_narrator
from litink_app.studio.voices.catalogue import voices
from litink_app.studio.voices.fitting import LineToSpeak, PlacedLine, SceneSound, fit_scene
from litink_app.studio.voices.pace import estimate
from litink_app.studio.voices.speech import measure, speak

__all__ = [
    "LineToSpeak",
    "PlacedLine",
    "SceneSound",
    "cast",
    "estimate",
    "fit_scene",
    "measure",
    "speak",
    "usual_narrator",
    "voices",
]
