"""A room answers after the words, and leaves them where they are."""

import numpy as np

from litink_app.schemas.picture import KITS
from litink_app.studio.room import RATE, in_room


def _click() -> np.ndarray:
    speech = np.zeros(2 * RATE, np.float32)
    speech[RATE // 2] = 0.5
    return speech


def test_every_kit_keeps_length_and_onset() -> None:
    for kit in KITS:
        heard = in_room(_click(), kit)

        assert heard.size == 2 * RATE
        assert not np.abs(heard[: RATE // 2]).max() > 0.005
        assert int(np.argmax(np.abs(heard))) == RATE // 2


def test_a_cave_answers_longer_than_a_bedroom_and_a_meadow_not_at_all() -> None:
    late = {kit: float(np.sum(in_room(_click(), kit)[RATE:] ** 2)) for kit in ("cave", "bedroom", "meadow")}

    assert late["cave"] > 100 * late["bedroom"]
    assert late["meadow"] == 0
