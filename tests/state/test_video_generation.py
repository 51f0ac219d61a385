"""The film's page: it shows what the database says, scene by scene, and loads no picture twice."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from litink_app.errors import NotFound
from litink_app.schemas.views import LineView, ProductionView, SceneView, StageView
from litink_app.services import accounts
from state import jobs, video_generation
from state.video_generation import NO_SCENE, VideoGenerationState
from tests.compiled import compiled  # noqa: F401
from tests.people import HERE, PASSWORD, call, cheap_passwords, refused, state_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords", "compiled", "watched")


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody looks at the page."""
    monkeypatch.setattr(jobs, "_app", None)


LINE = LineView("l1", "narration", "", "#888888", "Down she went.", 10, 24, True)


def scene(number: int, status: str = "waiting", picture: str = "") -> SceneView:
    return SceneView(number, f"Scene {number}", "a well", "calm", 7.5, [LINE], status, picture, "", start=7.5 * (number - 1))


def film(*scenes: SceneView, status: str = "running", percent: int = 20) -> ProductionView:
    stage = StageView("script", "Script", 1, 1, "done")
    return ProductionView(
        "f1", "b1", "Alice", "Down the Rabbit-Hole", "cinematic", "16:9", 30, status, percent, 4.0, 20.0, "", "r1",
        [stage], list(scenes), "", "", "", "", "today",
    )  # fmt: skip


class Productions:
    """Stands for `services.production`: gives the views of its script, remembers what it was told."""

    def __init__(self, *views: ProductionView) -> None:
        self.views, self.told = list(views), list[str]()

    async def view(self, owner: UUID, film_id: str) -> ProductionView:
        if film_id != "f1":
            raise NotFound("There is no such film.")
        return self.views[0]

    async def watch(self, owner: UUID, film_id: str) -> AsyncIterator[ProductionView]:
        for view in self.views:
            yield view

    def __getattr__(self, verb: str) -> Any:
        async def tell(owner: UUID, film_id: str) -> None:
            self.told.append(f"{verb} {film_id}")

        return tell


async def watching(
    monkeypatch: pytest.MonkeyPatch, *views: ProductionView, film_id: str = "f1"
) -> tuple[VideoGenerationState, Productions]:
    productions = Productions(*views)
    monkeypatch.setattr(video_generation, "production", productions)
    ticket = await accounts.sign_up("alice@example.org", PASSWORD, "Alice", **HERE)
    return state_of(VideoGenerationState, ticket.token, f"/films/{film_id}", film_id=film_id), productions


async def test_a_page_that_is_opened_in_mid_run_shows_the_present_state_and_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(scene(1, "done", "/media/a?x=1"), scene(2, "drawing")))

    answers = await call(state, "load")

    assert state.loaded
    assert [one.status for one in state._made()] == ["done", "drawing"]
    assert state.starts == [0.0, 7.5]
    assert "follow" in str(answers[-1])


async def test_scenes_change_one_by_one_and_keep_the_address_of_a_picture_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    first = film(scene(1, "drawing", "/media/a?signed=1"), scene(2))
    second = film(scene(1, "filming", "/media/a?signed=2"), scene(2, "drawing"), percent=40)
    state, _ = await watching(monkeypatch, first, second, film(scene(1, "done", "/media/b?signed=3"), scene(2, "done"), status="done"))

    await call(state, "load")
    state._draw(second)
    kept = next(state._made()).picture_url
    await call(state, "follow")

    assert kept == "/media/a?signed=1"
    assert next(state._made()).picture_url == "/media/b?signed=3"
    assert (state.film.status, state.following) == ("done", False)


@pytest.mark.parametrize(("many", "most"), [(1, 1), (20, 1), (100, 5)])
async def test_a_change_of_one_scene_is_not_paid_for_by_the_others(monkeypatch: pytest.MonkeyPatch, many: int, most: int) -> None:
    before = [scene(n) for n in range(1, many + 1)]
    after = [*before[:-1], scene(many, "drawing", "/media/a")]
    state, _ = await watching(monkeypatch, film(*before))
    await call(state, "load")
    state._clean()

    state._draw(film(*after))
    [changed] = state.get_delta().values()

    sent = {name.partition("_rx_state_")[0]: value for name, value in changed.items()}
    reels = [value for name, value in sent.items() if name.startswith("reel_")]
    assert (len(reels), len(reels[0]) <= most, "scenes" in sent) == (1, True, False)
    assert [one.number for one in state._made()] == [*range(1, many + 1)]


async def test_the_newest_picture_stands_on_the_stage_until_there_is_a_film(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(scene(1, "done", "/media/a"), scene(2, "voicing", "/media/b"), scene(3)))

    await call(state, "load")

    assert state.newest == "/media/b"


async def test_the_scene_that_is_looked_at_changes_with_the_film(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(scene(1), scene(2, "drawing")))
    await call(state, "load")

    await call(state, "show_scene", 2)
    state._draw(film(scene(1), scene(2, "voicing", "/media/b")))

    assert (state.shown.number, state.shown.picture_url) == (2, "/media/b")


async def test_a_scene_that_does_not_exist_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(scene(1)))
    await call(state, "load")

    await call(state, "show_scene", 99)

    assert state.shown == NO_SCENE


@pytest.mark.parametrize("verb", ["cancel", "pause", "resume", "retry"])
async def test_each_control_reaches_the_service_and_looks_again(monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    state, productions = await watching(monkeypatch, film(scene(1)))
    await accounts_make_creator()

    answers = await call(state, verb)

    assert productions.told == [f"{verb} f1"]
    assert "load" in str(answers)


async def accounts_make_creator() -> None:
    """The role that may make films."""
    link = await accounts.owner_link()
    owner = (await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)).person
    users = await accounts.users(owner, query="alice", sort="name", page=1)
    await accounts.set_role(owner, users[0].id, "creator")
    accounts.forget()


async def test_a_strangers_film_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(scene(1)), film_id="f2")

    await call(state, "load")

    assert (state.error, state.film.id) == ("There is no such film.", "")


async def test_a_visitor_sees_and_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    productions = Productions(film(scene(1)))
    monkeypatch.setattr(video_generation, "production", productions)
    state = state_of(VideoGenerationState, "", "/films/f1", film_id="f1")

    answers = await call(state, "cancel")

    assert refused(answers)
    assert productions.told == []


async def test_a_tab_that_changes_hands_forgets_the_scenes(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(scene(1, "done", "/media/a")))
    await call(state, "load")

    state.reset()

    assert (list(state._made()), state.scenes, state.film.id) == ([], [], "")


async def test_the_percentage_of_a_run_that_goes_on_never_falls(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = await watching(monkeypatch, film(percent=57))
    await call(state, "load")

    state._draw(film(percent=52))
    kept = state.film.percent
    state._draw(film(percent=3, status="failed"))

    assert (kept, state.film.percent) == (57, 3)
