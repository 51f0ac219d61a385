"""Tests marked `models` use weights that are in the cache, and say so where they are not."""

import pytest

from litink_app.studio.weights import present


@pytest.fixture
def kokoro() -> None:
    """The weights of the embedded voices."""
    if not present("kokoro-int8"):
        pytest.skip("the weights “kokoro-int8” are not in the cache: fetch them with `litink models`")
