"""The sound around a scene: always there, never loud, the same for the same scene."""

from pathlib import Path

import numpy as np
import pytest

from litink_app.schemas.picture import KITS, WEATHERS
from litink_app.studio import ambience, wav


@pytest.mark.parametrize("kit", KITS)
def test_every_place_has_a_quiet_clean_bed_of_exact_length(kit: str, tmp_path: Path) -> None:
    samples, rate = wav.read(ambience.bed(kit, "clear", "day", 3.04, 1, tmp_path))

    assert rate == 48_000
    assert samples.shape == (round(3.04 * rate), 2)
    assert -60 < wav.decibels(float(samples.std())) < -30
    assert np.abs(samples).max() < 0.5
    assert abs(samples.mean()) < 1e-3


@pytest.mark.parametrize("weather", WEATHERS)
def test_weather_is_heard_outside_and_muffled_inside(weather: str, tmp_path: Path) -> None:
    outside = wav.read(ambience.bed("desert", weather, "day", 4.0, 1, tmp_path))[0]
    inside = wav.read(ambience.bed("bedroom", weather, "day", 4.0, 1, tmp_path))[0]

    if weather in {"rain", "storm"}:
        assert _bright(outside) > 4 * _bright(inside)
    assert outside.std() > inside.std()


def _bright(samples: np.ndarray) -> float:
    return float(np.abs(np.fft.rfft(samples[:, 0]))[4 * 3000 : 4 * 9000].mean())


def test_birds_sleep_at_night_and_hide_from_rain(tmp_path: Path) -> None:
    layers = ambience._layers

    assert ambience.nature.birds in dict(layers("meadow", "clear", "day"))
    assert ambience.nature.birds not in dict(layers("meadow", "clear", "night"))
    assert ambience.nature.birds not in dict(layers("meadow", "rain", "day"))
    assert ambience.nature.crickets in dict(layers("meadow", "clear", "night"))


def test_the_same_scene_sounds_the_same_and_another_seed_does_not(tmp_path: Path) -> None:
    first, again, other = (ambience.bed("sea", "clear", "day", 2.0, seed, tmp_path / str(n)) for n, seed in enumerate((1, 1, 2)))

    assert first.read_bytes() == again.read_bytes() != other.read_bytes()
