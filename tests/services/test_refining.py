"""Doubtful speakers asked of a language model: good answers count, nonsense does not, and sure speakers are never asked about."""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from litink_app import config
from litink_app.errors import ProviderBroken, ProviderBusy, ProviderError, ProviderRefused
from litink_app.providers.live import live
from litink_app.providers.ports import Answer, Cost, Message
from litink_app.schemas.book import Book
from litink_app.schemas.understanding import Character, Evidence, Gender, Mention, Quote, Understanding
from litink_app.services import intake
from litink_app.services.refining import BATCH, doubtful, refined
from tests.services.sql import sql
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain

Reply = Callable[[dict[str, Any]], Any]


class Model:
    """Answers each quotation as `reply` says, and bills for each call."""

    name, paid, forms = "model", True, True

    def __init__(self, reply: Reply, error: ProviderError | None = None) -> None:
        self.reply, self.error, self.asked = reply, error, list[dict[str, Any]]()
        self.form: Callable[[list[Any]], Any] = lambda speakers: {"speakers": speakers}

    async def answer(
        self, messages: Sequence[Message], *, schema: dict[str, Any] | None = None, max_tokens: int = 1024, temperature: float | None = None
    ) -> Answer:
        if self.error:
            raise self.error
        quotations = json.loads(messages[-1].content)["quotations"]
        self.asked += quotations
        return Answer("", Cost("model", "m-1", Decimal("0.01"), 100, 10), self.form([self.reply(one) for one in quotations]))

    def stream(self, messages: Sequence[Message], *, max_tokens: int = 1024) -> AsyncIterator[str]:
        raise AssertionError("speakers are asked for in one piece")


def said(name: str) -> Reply:
    return lambda one: {"number": one["number"], "name": name}


def story(*quotes: tuple[str | None, float, Evidence]) -> tuple[Understanding, str]:
    people = tuple(Character(name.lower(), name, (), Gender.UNKNOWN, 1, 0.5) for name in ("Anna", "Ben", "Carl"))
    text = "Anna met Ben. " + "“Well.” " * len(quotes) + "x" * 9000 + "Carl"
    spoken = tuple(Quote(14 + 8 * n, 21 + 8 * n, "“Well.”", who, None, sure, why) for n, (who, sure, why) in enumerate(quotes))
    mentions = (Mention(0, 4, "anna"), Mention(9, 12, "ben"), Mention(len(text) - 4, len(text), "carl"))
    return Understanding(characters=people, mentions=mentions, quotes=spoken), text


class Till:
    """Keeps what was announced before each call."""

    def __init__(self) -> None:
        self.parts = list[str]()

    async def __call__(self, part: str) -> None:
        self.parts.append(part)


UNSURE = (None, 0.2, Evidence.GUESS)


async def test_a_doubtful_quotation_gets_the_speaker_that_the_model_names() -> None:
    found, text = story(UNSURE, ("ben", 0.4, Evidence.TURN_TAKING))

    made = await refined(found, text, Model(said("Anna")), 60, Till())

    assert [one.speaker for one in made.found.quotes] == ["anna", "anna"]
    assert (made.asked, made.changed) == (2, 2)


async def test_what_the_text_or_a_hand_says_is_never_asked() -> None:
    sure = (("ben", 0.1, Evidence.EXPLICIT), ("ben", 0.1, Evidence.HAND), ("ben", 0.1, Evidence.NARRATOR), ("ben", 0.9, Evidence.ANAPHORIC))
    found, text = story(*sure)
    model = Model(said("Anna"))

    made = await refined(found, text, model, 60, Till())

    assert (made.found, model.asked, made.cost) == (found, [], None)


@pytest.mark.parametrize(
    "reply",
    [
        said("Carl"),
        said("Nobody At All"),
        said(""),
        lambda one: {"number": 99, "name": "Anna"},
        lambda one: {"number": "0", "name": "Anna"},
        lambda one: "Anna",
        lambda one: None,
    ],
)
async def test_nonsense_changes_nothing(reply: Reply) -> None:
    found, text = story(UNSURE)

    made = await refined(found, text, Model(reply), 60, Till())

    assert (made.found, made.changed) == (found, 0)


@pytest.mark.parametrize("data", [None, [], ["Anna"], "Anna", {"speakers": {"number": 0, "name": "Anna"}}, {"speakers": [[0, "Anna"]]}])
async def test_an_answer_of_another_form_changes_nothing(data: Any) -> None:
    found, text = story(UNSURE)
    model = Model(said("Anna"))
    model.form = lambda _: data

    made = await refined(found, text, model, 60, Till())

    assert (made.found, made.changed, made.asked) == (found, 0, 1)


@pytest.mark.parametrize("error", [ProviderBusy("late"), ProviderRefused("no"), ProviderBroken("no form")])
async def test_after_an_error_of_the_provider_the_rules_answers_stand_and_nothing_more_is_asked(error: ProviderError) -> None:
    found, text = story(*[UNSURE] * (BATCH + 1))
    till = Till()

    made = await refined(found, text, Model(said("Anna"), error), 60, till)

    assert (made.found, till.parts) == (found, ["speakers:0"])


async def test_each_call_is_announced_and_there_are_no_more_than_agreed() -> None:
    found, text = story(*[UNSURE] * (3 * BATCH))
    till, model = Till(), Model(said("Ben"))

    made = await refined(found, text, model, BATCH + 1, till)

    assert (till.parts, len(model.asked)) == (["speakers:0", "speakers:1"], BATCH + 1)
    assert made.cost == Cost("model", "m-1", Decimal("0.02"), 200, 20)
    assert len(doubtful(made.found)) == 3 * BATCH - made.asked


def unsure(book: Book) -> Understanding:
    """A fake understanding with one quotation that nobody is said to speak."""
    found = quietly(book)
    return replace(found, quotes=(replace(found.quotes[0], speaker=None, confidence=0.1, evidence=Evidence.GUESS),))


@pytest.fixture
def in_doubt(monkeypatch: pytest.MonkeyPatch) -> Model:
    monkeypatch.setattr(intake, "_understood", unsure)
    monkeypatch.setattr(live(), "llm", model := Model(said("The Traveller")))
    return model


async def test_a_book_that_is_read_is_refined_and_what_it_cost_is_written_down(database: str, in_doubt: Model) -> None:
    owner = await someone()

    await bring(owner)
    await drain()

    assert await sql("select count(*) from book_quote where speaker is not null") == [(1,)]
    assert await sql("select provider, status <> 'open' from intent") == [("model", True)]
    assert len(in_doubt.asked) == 1


async def test_nothing_is_asked_where_the_setting_says_so(database: str, in_doubt: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITINK_REFINE_MOST", "0")
    config.settings.cache_clear()

    await bring(await someone())
    await drain()

    assert in_doubt.asked == []
