"""The embedded illustrator: a lit paper theatre drawn by rule. `build_stage` gives a stage to play on, `picture` a PNG."""

from litink_app.studio.illustrator.stage import Stage, View, build_stage, draw_from_words, picture

__all__ = ["Stage", "View", "build_stage", "draw_from_words", "picture"]
