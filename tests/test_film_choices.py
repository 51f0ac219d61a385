"""What can be chosen of a film is the same in the shell, the API and the pages."""

from typing import Any, get_args

import click
import pytest

from litink_app import cli
from litink_app.api.bodies import NewFilm
from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.production import ASPECTS, CAPTIONS, RATES, SIZES
from litink_app.schemas.script import ScriptStyle
from pages.creator import film_options


def of_the_shell(name: str) -> set[str]:
    kind = next(option.type for option in cli.film.params if option.name == name)
    assert isinstance(kind, click.Choice)
    return set(kind.choices)


@pytest.mark.parametrize(
    ("name", "known", "shown"),
    [
        ("style", ScriptStyle, film_options.STYLES),
        ("aspect", ASPECTS, film_options.SHAPES),
        ("captions", CAPTIONS, film_options.CAPTIONS),
        ("look", PictureStyle, film_options.LOOKS),
        ("height", SIZES, film_options.HEIGHTS),
        ("fps", RATES, film_options.RATES),
    ],
)
def test_a_choice_is_offered_wherever_a_film_is_ordered(name: str, known: Any, shown: Any) -> None:
    meant = {str(one) for one in known}

    of_the_api = {str(one) for one in get_args(NewFilm.model_fields[name].annotation)}
    of_the_page = {str(value) for value, *_ in shown}

    assert of_the_shell(name) == of_the_api == of_the_page == meant
