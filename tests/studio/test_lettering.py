"""Captions that can be read: light enough for any picture, large enough for a phone."""

import subprocess
import sys

import pytest

from litink_app.media.captions import LINE_CHARS, NARROW_CHARS
from litink_app.studio.illustrator.lettering import LONGEST, fitted
from litink_app.studio.stagehand.lettering import LIGHT, SIDE, legible, text_size


@pytest.mark.parametrize("color", ["#b8433a", "#2f6f9c", "#000000", "#54589c", "#ffffff"])
def test_a_speakers_colour_is_made_light_enough_to_read(color: str) -> None:
    red, green, blue = legible(color)

    assert 0.2126 * red + 0.7152 * green + 0.0722 * blue >= LIGHT - 1
    assert max(red, green, blue) <= 255


def test_a_colour_that_is_light_already_stays() -> None:
    assert legible("#f0e6d6") == (0xF0, 0xE6, 0xD6)


@pytest.mark.parametrize(("width", "height", "chars"), [(1280, 720, LINE_CHARS), (720, 1280, NARROW_CHARS), (720, 720, LINE_CHARS)])
def test_a_line_fits_the_width_and_a_phone_has_larger_letters(width: int, height: int, chars: int) -> None:
    size = text_size(width, height)

    assert size * 0.5 * chars <= width * (1 - 2 * SIDE) * 1.01
    assert size >= min(width, height) * (0.05 if height > width else 0.035)


def test_letters_are_drawn_without_a_word_about_the_fonts_of_the_machine() -> None:
    program = (
        "from litink_app.schemas.shot import Caption; from litink_app.studio.stagehand.lettering import Written;"
        "from litink_app.studio.illustrator.lettering import measure; measure('Oh dear!', 'bold', 20);"
        "print(Written(Caption('Oh dear!', 0, 1), 320, 180).sheet(-1).width)"
    )

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert int(ran.stdout) > 20
    assert ran.stderr == ""


def test_of_a_title_without_end_only_the_beginning_is_measured() -> None:
    endless = "word " * 100_000

    block = fitted(endless, "bold", 600, 3000, largest=60, smallest=20)

    assert sum(len(line) for line in block.lines) <= LONGEST + 1
    assert block.lines[-1].endswith("…") and block.size > 20
