"""Reads the shape of a story without a model: logline, themes, genre, tone, acts and beats, and who is what to whom."""

from litink_app.studio.dramaturg.archetypes import parts
from litink_app.studio.dramaturg.overview import overview

__all__ = ["overview", "parts"]
