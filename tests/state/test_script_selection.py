"""The options of a film: prefilled, priced after each choice, started once."""

from typing import Any
from uuid import UUID

import pytest

from litink_app.errors import Conflict, Refused
from litink_app.schemas.views import BookCard, BookDetail, ChapterRow, QuoteView, VoiceChoice
from litink_app.services import accounts
from state import script_selection
from state.script_selection import ScriptSelectionState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled")

ALICE = BookCard("b1", "Alice", "Lewis Carroll", "", "ready", 100, "", 3, 900, 0, "", True)
CHAPTERS = [
    ChapterRow("c0", 0, "Preface", "", "front", 100, 1, 1.0),
    ChapterRow("c1", 1, "Chapter I", "Down the Rabbit-Hole", "body", 400, 2, 1.0),
    ChapterRow("c2", 2, "Chapter II", "The Pool of Tears", "body", 400, 2, 1.0),
]


class Library:
    async def book(self, owner: UUID, book_id: str) -> BookDetail:
        return BookDetail(ALICE, "en", CHAPTERS, [], [])


class Voices:
    async def of_book(self, owner: UUID, book_id: str) -> list[VoiceChoice]:
        return [VoiceChoice("bm_george", "George", "male", "British", "en")]


class Productions:
    """Stands for `services.production`: one film for each key."""

    def __init__(self, refuse: bool = False) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.unspoken = ""
        self.films: dict[str, dict[str, Any]] = {}
        self.refuse = refuse

    async def quote(self, owner: UUID, book_id: str, chapters: list[str], style: str, seconds: int, aspect: str) -> QuoteView:
        self.asked.append((tuple(chapters), style, seconds, aspect))
        if self.unspoken:
            raise Refused(self.unspoken)
        return QuoteView("Free", f"about {seconds} s", "")

    async def create(self, owner: UUID, book_id: str, chapters: list[str], *, key: str, **options: Any) -> str:
        if self.refuse:
            raise Conflict("The book is still being read.")
        self.films.setdefault(key, {"chapters": chapters, **options})
        return "f1"


@pytest.fixture
def productions(monkeypatch: pytest.MonkeyPatch) -> Productions:
    stand_in = Productions()
    monkeypatch.setattr(script_selection, "production", stand_in)
    monkeypatch.setattr(script_selection, "library", Library())
    monkeypatch.setattr(script_selection, "voices", Voices())
    return stand_in


async def chosen() -> ScriptSelectionState:
    link = await accounts.owner_link()
    ticket = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    state = state_of(ScriptSelectionState, ticket.token, "/books/b1", book_id="b1")
    await call(state, "open_for", "b1")
    return state


async def test_everything_is_chosen_and_priced_before_the_first_click(productions: Productions) -> None:
    state = await chosen()

    assert (state.title, state.chosen, state.options.seconds) == ("Alice", ["c1"], 60)
    assert [chapter.id for chapter in state.chapters] == ["c1", "c2"]
    assert productions.asked == [(("c1",), "cinematic", 60, "16:9")]
    assert state.quote.price == "Free"


async def test_chapters_are_filmed_in_the_order_of_the_book(productions: Productions) -> None:
    state = await chosen()

    await call(state, "choose_chapter", "c1", False)
    await call(state, "choose_chapter", "c2", True)
    await call(state, "choose_chapter", "c1", True)

    assert state.chosen == ["c1", "c2"]
    assert productions.asked[-1][0] == ("c1", "c2")


async def test_without_a_chapter_there_is_no_price_but_a_reason(productions: Productions) -> None:
    state = await chosen()

    await call(state, "choose_chapter", "c1", False)

    assert (state.quote.price, state.error) == ("", "Choose at least one chapter.")
    assert not state.ready


async def test_a_film_that_is_refused_cannot_be_asked_for_until_another_choice_has_a_price(productions: Productions) -> None:
    state = await chosen()
    offered = state.ready

    productions.unspoken = "This book is in German, which no voice speaks yet."
    await call(state, "choose_seconds", 30)
    silent, why = state.ready, state.error
    productions.unspoken = ""
    await call(state, "choose_seconds", 60)

    assert (offered, silent, why, state.ready) == (True, False, "This book is in German, which no voice speaks yet.", True)


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        ("choose_style", "opera"),
        ("choose_seconds", 31),
        ("choose_aspect", "4:3"),
        ("choose_captions", "shouted"),
        ("choose_fps", 60),
        ("choose_chapter", "c9"),
    ],
)
async def test_what_the_page_does_not_offer_cannot_be_chosen(productions: Productions, choice: str, value: Any) -> None:
    state = await chosen()
    before = (state.options, state.chosen)

    await call(state, choice, *((value, True) if choice == "choose_chapter" else (value,)))

    assert (state.options, state.chosen) == before


async def test_pressing_twice_makes_one_film_and_leads_to_it(productions: Productions) -> None:
    state = await chosen()

    first, second = await call(state, "make"), await call(state, "make")

    assert list(productions.films.values()) == [
        {
            "chapters": ["c1"],
            "style": "cinematic",
            "seconds": 60,
            "aspect": "16:9",
            "captions": "soft",
            "look": "paper_theatre",
            "height": 720,
            "narrator": "",
            "fps": 24,
            "animatic": False,
        }
    ]
    assert "/films/f1" in str(first) and "/films/f1" in str(second)
    assert not state.busy


async def test_a_quick_look_is_asked_for_as_a_film_is(productions: Productions) -> None:
    state = await chosen()

    answer = await call(state, "animatic")

    assert [wishes["animatic"] for wishes in productions.films.values()] == [True]
    assert "/films/f1" in str(answer) and not state.busy


async def test_opening_the_question_again_is_a_new_film(productions: Productions) -> None:
    state = await chosen()
    await call(state, "make")

    await call(state, "open_for", "b1")
    await call(state, "make")

    assert len(productions.films) == 2


async def test_a_refusal_is_said_and_the_button_is_free_again(productions: Productions) -> None:
    state = await chosen()
    productions.refuse = True

    await call(state, "make")

    assert (state.error, state.busy) == ("The book is still being read.", False)


async def test_a_visitor_starts_nothing(productions: Productions) -> None:
    state = state_of(ScriptSelectionState, "", "/books/b1", book_id="b1")

    assert refused(await call(state, "make"))
    assert productions.films == {}
