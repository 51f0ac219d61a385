"""The review pages' states over the real services: what a click does, what a stranger's address does not."""

from uuid import UUID

import pytest

from litink_app.services import accounts, intake, library
from state.cast_review import CastReviewState
from state.import_review import ChapterTextState, ImportReviewState
from state.quote_review import QuoteReviewState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, PASSWORD, call, cheap_passwords, state_of  # noqa: F401
from tests.services.test_library import STORY, bring, quietly
from tests.services.toys import drain

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled")


@pytest.fixture
async def shelf(database: str, cheap_passwords: None, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, str]:  # noqa: F811
    """The owner's session, a book that was read, and the session of a stranger."""
    monkeypatch.setattr(intake, "_understood", quietly)
    owner = await accounts.sign_up("olga@example.org", PASSWORD, "Olga", **HERE)
    stranger = await accounts.sign_up("eve@example.org", PASSWORD, "Eve", **HERE)
    book_id = await bring(UUID(owner.person.id), STORY)
    await drain()
    return owner.token, str(book_id), stranger.token


def at(token: str, book_id: str) -> ImportReviewState:
    return state_of(ImportReviewState, token, f"/books/{book_id}/chapters", book_id=book_id)


def titles(state: ImportReviewState) -> list[str]:
    return [row.title for row in state.review.rows]


async def test_chapters_move_by_one_place_and_stop_at_both_ends(shelf: tuple[str, str, str]) -> None:
    state = at(*shelf[:2])
    await call(state, "load")
    first = state.review.rows[0].id

    seen = [titles(state)]
    for down in (False, True, True, True, False):
        await call(state, "move", first, down)
        seen.append(titles(state))

    road, river, sea = seen[0]
    assert seen[1:] == [[road, river, sea], [river, road, sea], [river, sea, road], [river, sea, road], [river, road, sea]]


async def test_leaving_a_title_as_it_is_corrects_nothing(shelf: tuple[str, str, str]) -> None:
    state = at(*shelf[:2])
    await call(state, "load")
    row = state.review.rows[0]

    await call(state, "rename", row.id, f" {row.title} ")
    untouched = state.review.changes
    await call(state, "rename", row.id, "The Way")

    assert (untouched, state.review.changes, titles(state)[0]) == (0, 1, "The Way")


async def test_a_clicked_paragraph_becomes_the_beginning_of_a_chapter(shelf: tuple[str, str, str]) -> None:
    state = at(*shelf[:2])
    text = state.parent_state.get_substate(ChapterTextState.get_full_name().split("."))  # type: ignore[union-attr]
    assert isinstance(text, ChapterTextState)
    await call(state, "load")
    await call(text, "begin")

    await call(text, "point", text.paragraphs[0].start)
    at_the_top = text.place
    await call(text, "point", text.paragraphs[5].start)
    await call(text, "split", {"title": "Half-way"})
    await call(state, "load")

    assert at_the_top == -1
    assert titles(state)[:2] == ["The Road", "Half-way"]


async def test_undo_takes_back_what_was_done_last(shelf: tuple[str, str, str]) -> None:
    state = at(*shelf[:2])
    await call(state, "load")
    before = titles(state)

    await call(state, "join", state.review.rows[0].id)
    joined = titles(state)
    await call(state, "undo")

    assert (joined, titles(state), state.review.changes) == ([before[0], before[2]], before, 0)


async def test_a_quotation_is_taken_up_and_given_to_nobody(shelf: tuple[str, str, str]) -> None:
    token, book_id, _ = shelf
    state = state_of(QuoteReviewState, token, f"/books/{book_id}/quotes", book_id=book_id)
    await call(state, "load")
    start = next(piece.start for one in state.chapter.paragraphs for piece in one.pieces if piece.start >= 0)

    await call(state, "take", start)
    speaker = state.chosen.name
    await call(state, "say", "")
    await call(state, "take", start)

    assert speaker == "The Traveller"
    assert (state.chosen.speaker, state.chosen.sure, state.chapter.corrected) == ("", "yours", 1)


async def test_somebody_new_in_the_chapter_may_be_chosen_and_nobody_is_no_choice(shelf: tuple[str, str, str]) -> None:
    token, book_id, _ = shelf
    state = state_of(QuoteReviewState, token, f"/books/{book_id}/quotes", book_id=book_id)
    await call(state, "load")
    await call(state, "take", next(piece.start for one in state.chapter.paragraphs for piece in one.pieces if piece.start >= 0))

    await call(state, "say_other", {"character": ""})
    before = state.chapter.corrected
    await call(state, "say_other", {"character": "traveller"})

    assert (before, state.chapter.corrected) == (0, 1)


async def test_a_name_that_cannot_be_is_said_and_changes_nothing(shelf: tuple[str, str, str]) -> None:
    token, book_id, _ = shelf
    state = state_of(CastReviewState, token, f"/books/{book_id}/cast", book_id=book_id)
    await call(state, "load")
    await call(state, "choose", "traveller")

    answers = await call(state, "rename", {"name": " "})
    await call(state, "rename", {"name": "The Wanderer"})

    assert "A name has one" in str(answers)
    assert (state.chosen.name, [one.words for one in state.review.changes]) == (
        "The Wanderer",
        ["The Traveller is called The Wanderer"],
    )


@pytest.mark.parametrize("kind", [ImportReviewState, CastReviewState, QuoteReviewState])
async def test_a_strangers_book_is_not_there(shelf: tuple[str, str, str], kind: type[ImportReviewState]) -> None:
    _, book_id, stranger = shelf
    state = state_of(kind, stranger, f"/books/{book_id}/x", book_id=book_id)

    await call(state, "load")

    assert state.error and state.loaded
    assert "Road" not in str(state.dict())


async def test_what_a_stranger_sends_does_nothing(shelf: tuple[str, str, str]) -> None:
    token, book_id, stranger = shelf
    owner = at(token, book_id)
    await call(owner, "load")
    row = owner.review.rows[0]
    state = at(stranger, book_id)

    for name, *more in (("rename", "Mine"), ("skip", True), ("set_kind", "back"), ("join",), ("move", True)):
        await call(state, name, row.id, *more)
    await call(state, "undo")
    await call(state, "read_again")
    await call(owner, "load")

    assert owner.review.changes == 0
    assert (await library.book(UUID((await accounts.who(token)).id), book_id)).book.status == "ready"  # type: ignore[union-attr]
