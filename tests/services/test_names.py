"""Names that people give are kept without signs that nobody sees and that change how others are shown."""

import pytest

from litink_app.services.names import plain


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  The\n Road\t ", "The Road"),
        ("The\0 \x1b[31mRoad\x7f", "The [31mRoad"),
        ("The \u202edaoR\u202c\u2066!\u2069", "The daoR!"),
        ("a\ud800b", "ab"),
        ("می‌خواهم 👩‍🚀 שלום\u200f!", "می‌خواهم 👩‍🚀 שלום\u200f!"),
        ("\x1b\u202e", ""),
    ],
)
def test_control_signs_and_orders_of_writing_are_taken_out_and_all_else_stays(given: str, kept: str) -> None:
    assert plain(given) == kept
