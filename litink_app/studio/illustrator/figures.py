"""The figures that labelled plates are made of, by name."""

from collections.abc import Callable

from litink_app.studio.illustrator.innards import atom, body, cell, dna, kidney, neuron, stomach, tooth
from litink_app.studio.illustrator.organs import bone, brain, eye, heart, lungs, muscle, skin
from litink_app.studio.illustrator.plate_parts import Drawing
from litink_app.studio.illustrator.throat import mouth

FIGURES: dict[str, Callable[[], Drawing]] = {f.__name__: f for f in (bone, heart, brain, lungs, eye, cell, neuron, muscle, stomach, kidney, tooth, mouth, skin, body, dna, atom)}  # fmt: skip
