"""Novels beside the checkout: floors a little under the figures that the benches print."""

from pathlib import Path

import pytest

from litink_app.bench import cast, litbank, quotes


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    return {half: quotes.measure(names) for half, names in litbank.halves().items()}


def test_quotations_are_found(corpus: Path, figures: dict[str, dict[str, float]]) -> None:
    assert figures["develop"]["found_f1"] >= 0.95
    assert figures["check"]["found_f1"] >= 0.97


def test_speakers_are_right(corpus: Path, figures: dict[str, dict[str, float]]) -> None:
    assert figures["develop"]["speaker"] >= 0.80
    assert figures["check"]["speaker"] >= 0.86


def test_named_speakers_are_right(corpus: Path, figures: dict[str, dict[str, dict[str, dict[str, float]]]]) -> None:
    assert figures["develop"]["by_evidence"]["explicit"]["share"] >= 0.95
    assert figures["check"]["by_evidence"]["explicit"]["share"] >= 0.94


def test_names_of_one_person_are_one_character(corpus: Path) -> None:
    found = {half: cast.measure(names)["f1"] for half, names in litbank.halves().items()}

    assert found["develop"] >= 0.88
    assert found["check"] >= 0.90
