"""A film as pages see it: what is outside its limits is said with it."""

from typing import Any
from uuid import uuid4

import pytest

from litink_app.models.production import Production
from litink_app.schemas.codec import to_json
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.run import RunView, StepView
from litink_app.services import media_links
from litink_app.services.film_view import Earlier, film_card, production_view


def film() -> Production:
    return Production(id=uuid4(), owner_id=uuid4(), key="k", title="The Sea", chapters=[], options=to_json(FilmOptions()), seconds=30)


def run(*faults: str) -> RunView:
    data: dict[str, Any] = {"blobs": {}, "faults": list(faults)}
    step = StepView("upload_film", "upload_film", "merge", None, "done", 1.0, 1, "", 1.0, data)
    return RunView("r", "film", "done", 100, 9.0, 0.0, "", (step,))


@pytest.fixture(autouse=True)
def _no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_links, "address", lambda *_, **__: "somewhere")


def test_what_the_report_found_outside_its_limits_is_said_with_the_film() -> None:
    late = "The line planned at 4.50 s is +120 ms off."

    seen, faultless = production_view(film(), run(late)), production_view(film(), run())

    assert (seen.faults, faultless.faults) == ([late], [])


def test_a_film_outside_its_limits_is_marked_on_the_shelf() -> None:
    reasons = ["The film has no sound.", "The line planned at 4.50 s is +120 ms off."]
    states = [
        {"status": "done", "percent": 100, "animatic": False, "picture": None, "film": made} for made in (None, {}, {"faults": reasons})
    ]

    cards = [film_card(film(), state) for state in states]

    assert [card.faults for card in cards] == ["", "", " ".join(reasons)]


def test_while_it_is_made_anew_the_faults_are_those_of_the_film_that_is_shown() -> None:
    going = RunView("r", "film", "running", 10, 9.0, 0.0, "")

    seen = production_view(film(), going, Earlier({"blobs": {}, "faults": ["The film has no sound."]}))

    assert (seen.outdated, seen.faults) == (True, ["The film has no sound."])
