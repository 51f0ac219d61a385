"""Reading settings live in the browser, where anybody may write anything."""

import pytest

from state.theme import SIZES, ThemeState
from tests.people import call, state_of


@pytest.mark.parametrize(
    ("kept", "steps", "then"), [("3", 1, "4"), ("3", -1, "2"), ("6", 1, "6"), ("1", -1, "1"), ("'; drop", 1, "4"), ("", -99, "1")]
)
async def test_the_size_stays_within_its_steps_whatever_the_browser_kept(kept: str, steps: int, then: str) -> None:
    state = state_of(ThemeState)
    state.size = kept

    await call(state, "resize", steps)

    assert state.size == then
    assert state.size in SIZES


async def test_only_known_letters_and_lines_can_be_chosen() -> None:
    state = state_of(ThemeState)

    await call(state, "choose_face", "wingdings")
    await call(state, "choose_spacing", "none")

    assert (state.face, state.spacing) == ("serif", "even")
