import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from decimal import Decimal
from typing import Any

import pytest

from litink_app import events
from litink_app.errors import NotFound, ProviderBroken
from litink_app.providers.live import live
from litink_app.providers.ports import Answer, Cost, Message
from litink_app.schemas.book import Span
from litink_app.schemas.plot import Act, Beat, PlotOverview, Theme
from litink_app.services import intake, plot, plot_writer, runs
from tests.services.sql import sql
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain

BEATS = (Beat("Opening", "Once there was a fox.", 0, 21),)
ACTS = tuple(Act(title, "", 0, 21, BEATS) for title in ("Setup", "Confrontation", "Resolution"))
SKETCH = PlotOverview("A fox.", (Theme("home", 1.0, Span(0, 21)),), "fairy tale", "calm", "a wood", ACTS)
UNDERSTOOD = vars(intake)["_understood"]


class Editor:
    """A language model that fills the form that it is given, and bills for it."""

    name, paid, forms = "editor", True, True

    def __init__(self, short: bool = False, crashes: bool = False, **said: Any) -> None:
        self.short, self.crashes, self.said, self.asked = short, crashes, said, list[str]()

    async def answer(
        self, messages: Sequence[Message], *, schema: dict[str, Any] | None = None, max_tokens: int = 1024, temperature: float | None = None
    ) -> Answer:
        self.asked.append(messages[-1].content)
        assert schema is not None
        if self.short:
            raise ProviderBroken("The answer has not the form that was asked for.")
        if self.crashes:
            raise asyncio.CancelledError
        acts = [f"Act {number}." for number in range(schema["properties"]["acts"]["minItems"])]
        said = {"logline": "A fox comes home.", "genre": "Fable", "tone": "warm", "setting": "a wood", "acts": acts}
        return Answer("", Cost("editor", "editor-1", Decimal("0.002"), 900, 100), self.said.get("lie", said))

    async def stream(self, messages: Sequence[Message], *, max_tokens: int = 1024) -> AsyncIterator[str]:
        yield ""


@pytest.fixture(autouse=True)
async def engine_room(database: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    monkeypatch.setattr(intake, "_understood", quietly)
    yield
    await events.close()


async def test_asking_again_while_a_plot_is_made_finds_the_same_run_and_afterwards_thinks_again() -> None:
    book_id = await bring(owner := await someone())
    await drain()

    first, again = await plot.start_plot(owner, book_id), await plot.start_plot(owner, str(book_id))
    await drain()
    later = await plot.start_plot(owner, book_id)

    assert first == again != later
    assert (await runs.view(owner, first)).status == "done"
    made = await plot.overview(owner, book_id)
    assert made is not None and made.version == 1


async def test_a_plot_that_failed_can_be_asked_for_again() -> None:
    book_id = await bring(owner := await someone())
    await drain()
    failed = await plot.start_plot(owner, book_id)
    await sql("update run set status = 'failed' where kind = 'plot'")

    again = await plot.start_plot(owner, book_id)
    await drain()

    assert again != failed
    assert await plot.overview(owner, book_id) is not None


@pytest.mark.parametrize("book_id", ["no id", "00000000-0000-4000-8000-000000000001"])
async def test_a_book_that_is_not_there_has_no_plot(book_id: str) -> None:
    with pytest.raises(NotFound):
        await plot.start_plot(await someone(), book_id)


async def test_a_language_model_tells_the_plot_in_its_words_from_passages_of_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", UNDERSTOOD)
    book_id = await bring(owner := await someone())
    await drain()
    monkeypatch.setattr(live(), "llm", editor := Editor())

    run = await plot.start_plot(owner, book_id)
    await drain()

    made = await plot.overview(owner, book_id)
    given = json.loads(editor.asked[0])
    [(text,)] = await sql("select text from book_text")
    assert made is not None and made.acts and (made.logline, made.genre) == ("A fox comes home.", "Fable")
    assert len(editor.asked) == 1 and given["passages"] and given["passages"].split("\n\n")[0] in text
    assert (await runs.view(owner, run)).paid == "0.002"
    assert await sql("select provider, status from intent") == [("editor", "settled")]


async def test_a_plot_is_not_quietly_made_by_rule_where_the_language_model_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    book_id = await bring(owner := await someone())
    await drain()
    monkeypatch.setattr(live(), "llm", Editor(short=True))

    await plot.start_plot(owner, book_id)
    await drain()

    assert await plot.overview(owner, book_id) is None


SAID = {"logline": "A fox.", "genre": "Fable", "tone": "warm", "setting": "a wood", "acts": ["One.", "Two.", "Three."]}


@pytest.mark.parametrize(
    "lie",
    [
        None,
        [],
        "A fox.",
        {},
        {**SAID, "acts": ["One."]},
        {**SAID, "acts": "123"},
        {**SAID, "acts": [1, 2, 3]},
        {**SAID, "acts": ["One.", "Two.", "x" * 801]},
        {**SAID, "logline": {"en": "A fox."}},
        {**SAID, "genre": "\x00 \u202e"},
        {**SAID, "tone": "x" * 1_000_000},
    ],
)
async def test_an_answer_of_another_form_is_the_models_fault(lie: Any) -> None:
    with pytest.raises(ProviderBroken):
        await plot_writer.written(SKETCH, "Once there was a fox.", Editor(lie=lie))


async def test_what_a_model_writes_is_kept_as_plain_words() -> None:
    lie = {**SAID, "logline": " A\x00 fox\ud800\u202e\n comes. ", "author": "me"}

    made, _ = await plot_writer.written(SKETCH, "Once there was a fox.", Editor(lie=lie))

    assert made.logline == "A fox comes."


async def test_after_a_crash_that_may_have_paid_a_person_is_asked_before_the_model_is(monkeypatch: pytest.MonkeyPatch) -> None:
    book_id = await bring(owner := await someone())
    await drain()
    monkeypatch.setattr(live(), "llm", editor := Editor(crashes=True))
    run = await plot.start_plot(owner, book_id)
    with pytest.raises(asyncio.CancelledError):
        await drain()
    editor.crashes = False
    await sql("update step set status = 'ready', lease_until = null where status = 'leased'")

    await drain()
    stopped = await runs.view(owner, run)
    await runs.retry(owner, run)
    await drain()

    assert (stopped.status, stopped.error, len(editor.asked)) == ("failed", plot.ASKED_BEFORE, 2)
    assert await plot.overview(owner, book_id) is not None


async def test_a_language_model_summarises_each_act_and_leaves_what_rests_on_passages() -> None:
    made, answer = await plot_writer.written(SKETCH, "Once there was a fox.", Editor())

    assert [act.summary for act in made.acts] == ["Act 0.", "Act 1.", "Act 2."]
    assert [act.beats for act in made.acts] == [BEATS] * 3 and made.themes == SKETCH.themes
    assert made.model == answer.cost.model == "editor-1"
