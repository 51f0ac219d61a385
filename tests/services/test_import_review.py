"""The import review: every chapter with how sure it is, and corrections that outlive a re-read of a book whose text has moved."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from litink_app import readers
from litink_app.errors import NotFound, Refused
from litink_app.services import import_review, intake, library
from tests.services.test_library import STORY, bring, quietly, someone
from tests.services.toys import drain


@pytest.fixture(autouse=True)
def _understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", quietly)


@pytest.fixture
async def journey(database: str) -> tuple[UUID, UUID]:
    owner = await someone()
    book_id = await bring(owner, STORY)
    await drain()
    return owner, book_id


def later(change: Callable[[str], str]) -> Callable[..., object]:
    """A reader of a later day, which finds the text changed."""
    real = readers.read

    def read(path: Path, name: str) -> object:
        path.write_text(change(path.read_text()))
        return real(path, name)

    return read


async def test_every_chapter_is_listed_with_how_sure_it_is_and_what_follows(journey: tuple[UUID, UUID]) -> None:
    found = await import_review.review(*journey)

    assert [(row.title, row.next_title) for row in found.rows] == [("The Road", "The River"), ("The River", "The Sea"), ("The Sea", "")]
    assert {row.sure for row in found.rows} <= {"clear", "likely"}
    assert (found.changes, found.last) == (0, "")


async def test_what_a_person_decided_is_marked_as_theirs_and_told_in_words(journey: tuple[UUID, UUID]) -> None:
    owner, book_id = journey
    rows = (await import_review.review(owner, book_id)).rows

    await library.skip(owner, book_id, rows[1].id)
    found = await import_review.review(owner, book_id)

    assert [(row.skipped, row.sure == "yours") for row in found.rows] == [(False, False), (True, True), (False, False)]
    assert found.last.startswith("left out “CHAPTER II")
    assert await import_review.text(owner, book_id, rows[1].id)


async def test_every_kind_of_correction_outlives_a_reading_of_a_text_that_has_moved(
    journey: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, book_id = journey
    rows = (await import_review.review(owner, book_id)).rows
    middle = (await import_review.text(owner, book_id, rows[0].id))[12]
    await library.split(owner, book_id, middle.start, "Half-way")
    await library.rename(owner, book_id, rows[1].id, "The \x1b\u202eStream")
    await library.set_kind(owner, book_id, rows[2].id, "back")
    await library.move(owner, book_id, rows[2].id, rows[0].id)
    before = await import_review.review(owner, book_id)

    monkeypatch.setattr(intake.readers, "read", later(lambda text: text.replace("number 3 ", "number three, as it was called, ")))
    await library.read_again(owner, book_id)
    await drain()
    after = await import_review.review(owner, book_id)

    assert [row.title for row in after.rows] == ["The Sea", "The Road", "Half-way", "The Stream"]
    assert [(row.id, row.kind, row.sure) for row in after.rows] == [(row.id, row.kind, row.sure) for row in before.rows]
    assert after.changes == 4
    split = (await import_review.text(owner, book_id, after.rows[2].id))[0]
    assert split.text == middle.text and split.start > middle.start


async def test_a_correction_whose_words_are_gone_is_kept_and_fits_again_later(
    journey: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, book_id = journey
    rows = (await import_review.review(owner, book_id)).rows
    middle = (await import_review.text(owner, book_id, rows[0].id))[12]
    await library.split(owner, book_id, middle.start, "Half-way")

    with monkeypatch.context() as patch:
        patch.setattr(intake.readers, "read", later(lambda text: text.replace(middle.text, "")))
        await library.read_again(owner, book_id)
        await drain()
    without = await import_review.review(owner, book_id)
    await library.read_again(owner, book_id)
    await drain()

    assert ([row.title for row in without.rows], without.changes) == (["The Road", "The River", "The Sea"], 1)
    assert [row.title for row in (await import_review.review(owner, book_id)).rows][:2] == ["The Road", "Half-way"]


async def test_joining_with_the_next_joins_what_follows_in_the_text(journey: tuple[UUID, UUID]) -> None:
    owner, book_id = journey
    rows = (await import_review.review(owner, book_id)).rows
    await library.move(owner, book_id, rows[0].id, None)
    first = next(row for row in (await import_review.review(owner, book_id)).rows if row.title == "The Road")

    await library.merge(owner, book_id, first.next_id)

    assert [row.title for row in (await import_review.review(owner, book_id)).rows] == ["The Sea", "The Road"]


async def test_the_first_chapter_of_the_text_cannot_be_joined_to_one_before_it(journey: tuple[UUID, UUID]) -> None:
    owner, book_id = journey
    rows = (await import_review.review(owner, book_id)).rows

    with pytest.raises(Refused):
        await library.merge(owner, book_id, rows[0].id)

    assert (await import_review.review(owner, book_id)).changes == 0


async def test_a_stranger_reviews_nothing(journey: tuple[UUID, UUID]) -> None:
    owner, book_id = journey
    stranger, chapter = await someone(), (await import_review.review(owner, book_id)).rows[0].id

    with pytest.raises(NotFound):
        await import_review.review(stranger, book_id)
    with pytest.raises(NotFound):
        await import_review.text(stranger, book_id, chapter)
    with pytest.raises(NotFound):
        await import_review.text(owner, book_id, uuid4())
