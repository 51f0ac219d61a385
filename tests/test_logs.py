"""No book text and no secrets in logs."""

import json
from collections.abc import Iterator

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from litink_app import db, logs


@pytest.fixture(autouse=True)
def begun(fresh_settings: pytest.MonkeyPatch) -> Iterator[None]:
    fresh_settings.setenv("LITINK_LOG_LEVEL", "INFO")
    logs.begin()
    yield
    structlog.reset_defaults()


def broken(words: str) -> None:
    raise ValueError(len(words))


def test_a_traceback_tells_where_and_not_with_what(capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(("Alice", "was", "tired"))
    with structlog.contextvars.bound_contextvars(step="script"):
        try:
            broken(words)
        except ValueError:
            structlog.get_logger().exception("the step broke")

    said = capsys.readouterr()
    line = json.loads(said.err)
    assert (line["event"], line["level"], line["step"]) == ("the step broke", "error", "script")
    assert "broken(words)" in line["exception"]
    assert words not in said.err
    assert said.out == "", "standard output belongs to documents"


def test_what_is_below_the_level_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    structlog.get_logger().debug("doorbell is away")

    assert capsys.readouterr().err == ""


async def test_an_error_of_the_database_does_not_repeat_what_was_to_be_kept(database: str) -> None:
    with pytest.raises(DBAPIError) as found:
        async with db.session() as unit:
            await (await unit.connection()).execute(text("select :words from nowhere"), {"words": "Alice was tired"})

    assert "Alice" not in str(found.value)
