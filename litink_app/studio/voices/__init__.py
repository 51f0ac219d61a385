"""The embedded voices: text to speech with exact times, casting, estimates, scenes fitted to their budget."""

from litink_app.studio.voices.casting import cast
from litink_app.studio.voices.catalogue import NARRATOR, NARRATORS, voices
from litink_app.studio.voices.fitting import LineToSpeak, PlacedLine, SceneSound, fit_scene
from litink_app.studio.voices.pace import estimate
from litink_app.studio.voices.speech import measure, speak

__all__ = [
    "NARRATOR",
    "NARRATORS",
    "LineToSpeak",
    "PlacedLine",
    "SceneSound",
    "cast",
    "estimate",
    "fit_scene",
    "measure",
    "speak",
    "voices",
]
