"""The graph made quicker says exactly what the published one says."""

import numpy as np
import onnxruntime as ort
import pytest

from litink_app.studio.voices import kokoro
from litink_app.studio.weights import weights

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("kokoro")]

LETTERS = "hˈɛlO ðˈɛɹ."


def test_the_rewritten_graph_gives_the_same_samples() -> None:
    options = ort.SessionOptions()
    options.log_severity_level = 3
    published = ort.InferenceSession(str(weights("kokoro-int8") / "model.onnx"), options, providers=["CPUExecutionProvider"])

    (expected,) = published.run(None, kokoro._inputs(LETTERS, "af_heart", 1.0))
    uttered = kokoro.utter(LETTERS, "af_heart", 1.0)

    assert np.array_equal(np.asarray(expected).ravel(), uttered.samples)


def test_durations_known_beforehand_are_those_of_the_sound() -> None:
    for speed in (0.9, 1.0, 1.12):
        uttered = kokoro.utter(LETTERS, "bm_george", speed)

        assert kokoro.durations(LETTERS, "bm_george", speed).sum() * kokoro.FRAME == uttered.samples.size
        assert uttered.spans.shape == (len(LETTERS), 2)
