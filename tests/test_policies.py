"""Every route and every event handler has a policy, listed at run time; each is called by nobody, by a stranger and by the owner.

A route or handler that is added without a policy, or that answers a stranger about what is not theirs, fails here.
"""

import inspect
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
import reflex as rx
from fastapi.routing import iter_route_contexts
from httpx import ASGITransport, AsyncClient, Response
from sqlmodel import select

import litink_app.litink_app as application
from litink_app import db
from litink_app.api.app import api, build, declared
from litink_app.models.plot import CharacterCard
from litink_app.models.run import Run
from litink_app.schemas.account import Policy
from litink_app.schemas.run import Queue
from litink_app.services import accounts, cast_review, intake, library, plot, production, worker
from state.gate import handlers, is_guarded, is_own_of_reflex
from state.policy import policy_of
from tests.people import HERE, PASSWORD, cheap_passwords, state_of  # noqa: F401
from tests.services.test_library import STORY, quietly

HOUSE = "http://127.0.0.1:8000"
PUBLIC = {
    "/auth/sign-in", "/auth/sign-up", "/auth/link", "/auth/sign-out", "/auth/sign-out-everywhere", "/auth/password", "/auth/email", "/auth/name",
    "/api/v1/auth/sign-in", "/api/v1/auth/sign-up", "/api/v1/auth/refresh", "/api/v1/subscriptions/tiers", "/api/v1/docs",
    "/media/{asset_id}", "/health/live", "/health/ready",
    "/api/v1/{rest:path}", "/auth/{rest:path}", "/health/{rest:path}", "/media/{rest:path}",
}  # fmt: skip
BODIES: dict[str, Any] = {
    "PATCH /api/v1/auth/me": {"name": "Eve"},
    "POST /api/v1/auth/password": {"old": "wrong password", "new": "a new good password"},
    "POST /api/v1/auth/email": {"password": "wrong password", "email": "eve@example.org"},
    "POST /api/v1/books/uploads": {"filename": "a.txt", "size": 10},
    "POST /api/v1/books/texts": {"title": "Mine", "text": "A text of my own about a crow."},
    "POST /api/v1/books/addresses": {"address": "http://127.0.0.1:1/secret"},
    "PATCH /api/v1/books/{book_id}/chapters/{chapter_id}": {"title": "Taken"},
    "POST /api/v1/books/{book_id}/chapters/{chapter_id}/move": {"before_id": None},
    "POST /api/v1/books/{book_id}/chapters": {"at": 5},
    "PATCH /api/v1/books/{book_id}/cast/{name_id}": {"name": "Eve"},
    "POST /api/v1/books/{book_id}/cast/{name_id}/voice": {"voice_id": "{voice_id}"},
    "POST /api/v1/books/{book_id}/cast/{name_id}/merge": {"into": "traveller"},
    "POST /api/v1/books/{book_id}/cast/{name_id}/split": {"alias": "he"},
    "POST /api/v1/books/{book_id}/lexicon": {"word": "Journey", "said": "Jerny"},
    "POST /api/v1/books/{book_id}/quotes": {"start": 0, "speaker": ""},
    "POST /api/v1/ai/quotes": {"book_id": "{book_id}", "chapter_ids": ["{chapter_id}"], "seconds": 30},
    "POST /api/v1/ai/films": {"book_id": "{book_id}", "chapter_ids": ["{chapter_id}"], "seconds": 30},
    "POST /api/v1/plots": {"book_id": "{book_id}"},
    "PATCH /api/v1/characters/{character_id}": {"voice_id": "{voice_id}"},
    "POST /api/v1/films/{film_id}/media/uploads": {"filename": "a.png", "size": 10},
    "PATCH /api/v1/films/{film_id}/lines/{line_id}": {"text": "Words of mine."},
    "PATCH /api/v1/admin/users/{user_id}": {"role": "admin"},
}
OWNED = ("book_id", "chapter_id", "film_id", "run_id", "upload_id", "session_id", "character_id", "line_id")


@dataclass(frozen=True)
class World:
    """An owner with one of everything, a stranger with nothing, and an admin; tokens of each."""

    owner: str
    stranger: str
    admin: str
    ids: dict[str, str]


@pytest.fixture(scope="session")
def pages() -> None:
    """The pages as they are compiled: only then a state knows the ids in its address."""
    application.app._compile(dry_run=True)


@pytest.fixture
async def world(database: str, cheap_passwords: None, pages: None, monkeypatch: pytest.MonkeyPatch) -> World:  # noqa: F811
    monkeypatch.setattr(intake, "_understood", quietly)
    owner = await accounts.sign_up("owner@example.org", PASSWORD, "Olga", **HERE)
    stranger = await accounts.sign_up("stranger@example.org", PASSWORD, "Eve", **HERE)
    link = await accounts.owner_link()
    admin = await accounts.sign_in_by_link(link.partition("token=")[2], **HERE)
    return World(owner.token, stranger.token, admin.token, await _things(UUID(owner.person.id)) | {"user_id": owner.person.id})


async def _things(owner: UUID) -> dict[str, str]:
    book_id = await library.add_text(owner, "Journey", STORY)
    await _work_off(Queue.BOOK)
    chapter_id = (await library.book(owner, book_id)).chapters[0].id
    await plot.start_plot(owner, book_id)
    await _work_off(Queue.PLOT)
    film_id = await production.create(owner, book_id, [chapter_id], style="narration", seconds=30, aspect="16:9", key="one")
    async with db.session() as unit:
        run = (await unit.exec(select(Run).where(Run.kind == "film"))).first() or (await unit.exec(select(Run))).one()
        card = (await unit.exec(select(CharacterCard))).first()
    upload_id = await library.begin_upload(owner, "more.txt", 100)
    session_id = (await accounts.sessions(owner))[0].id
    assert card is not None
    await cast_review.rename(owner, book_id, "traveller", "The Wanderer")
    change = (await cast_review.review(owner, book_id)).changes[0].id
    return {
        "book_id": str(book_id), "chapter_id": chapter_id, "film_id": film_id, "run_id": str(run.id), "upload_id": str(upload_id),
        "session_id": session_id, "character_id": str(card.id), "voice_id": card.voice, "line_id": "1", "name_id": "traveller", "correction_id": change, "asset_id": str(uuid4()),
        "act": "cancel", "scene": "1", "path": "", "rest": "nothing", "book": str(book_id), "film": film_id,
    }  # fmt: skip


async def _work_off(queue: Queue) -> None:
    while await worker.look(queue.value):
        pass


def every_route() -> Iterator[tuple[str, str, list[Policy]]]:
    for methods, path, policies in declared(api):
        for method in sorted(methods - {"HEAD", "OPTIONS"}):
            yield method, path, policies


def filled(template: Any, ids: dict[str, str]) -> Any:
    """The template with each `{name}` replaced by the owner's id of that name."""
    if isinstance(template, str):
        return re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: ids.get(found[1], found[0]), template)
    if isinstance(template, dict):
        return {key: filled(value, ids) for key, value in template.items()}
    return [filled(value, ids) for value in template] if isinstance(template, list) else template


async def ask(method: str, path: str, token: str, ids: dict[str, str]) -> Response:
    from litink_app.services import session_cookie

    cookies = {session_cookie.name(): token} if token else {}
    address = filled(path, ids) + ("?offset=0" if method == "PUT" else f"?book_id={ids['book_id']}" if path == "/api/v1/characters" else "")
    content: dict[str, Any] = {"json": filled(BODIES[f"{method} {path}"], ids)} if f"{method} {path}" in BODIES else {}
    if method == "PUT":
        content = {"content": b"x" * 10, "headers": {"Content-Type": "application/octet-stream"}}
    async with AsyncClient(transport=ASGITransport(api, raise_app_exceptions=False), base_url=HOUSE, cookies=cookies) as client:
        client.headers["Origin"] = HOUSE
        return await client.request(method, address, **content)


# Routes


def test_every_route_declares_one_policy() -> None:
    assert [(method, path) for method, path, policies in every_route() if len(policies) != 1] == []


def test_a_route_without_a_policy_stops_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    from litink_app.api import health

    async def forgotten() -> None: ...

    router = type(health.router)()
    router.add_api_route("/api/v1/forgotten", forgotten)
    monkeypatch.setattr(health, "router", router)

    with pytest.raises(RuntimeError, match="forgotten"):
        build()


def test_what_is_open_to_anyone_is_meant_to_be() -> None:
    assert {path for _, path, policies in every_route() if policies == [Policy.ANYONE]} == PUBLIC


def test_nothing_hangs_beside_the_declared_routes() -> None:
    bare = {route.path for route in iter_route_contexts(api.routes) if not hasattr(route, "dependant")}

    assert bare - {"", "/api/v1/openapi.json"} == set()


async def test_nobody_reaches_nothing_but_what_is_open(world: World) -> None:
    answers = {
        f"{method} {path}": (await ask(method, path, "", world.ids)).status_code
        for method, path, policies in every_route()
        if policies != [Policy.ANYONE]
    }

    assert answers
    assert {path: status for path, status in answers.items() if status != 401} == {}


async def test_a_stranger_finds_nothing_that_is_the_owners(world: World) -> None:
    answers: dict[str, Response] = {}
    for method, path, policies in every_route():
        if policies != [Policy.ANYONE] and path not in ("/api/v1/auth/sign-out", "/api/v1/auth/sessions"):
            answers[f"{method} {path}"] = await ask(method, path, world.stranger, world.ids)

    owned = {path: answer.status_code for path, answer in answers.items() if any(f"{{{name}}}" in path for name in OWNED)}
    assert owned
    assert {path: status for path, status in owned.items() if status not in (403, 404)} == {}
    for path in ("POST /api/v1/ai/quotes", "POST /api/v1/ai/films", "POST /api/v1/plots"):
        assert answers[path].status_code == 404, path
    assert all(answer.status_code == 403 for path, answer in answers.items() if "/admin/" in path)
    for path, answer in answers.items():
        assert answer.status_code < 500, (path, answer.text)
        assert "Journey" not in answer.text, path
        assert "owner@example.org" not in answer.text, path


async def test_after_a_stranger_has_tried_everything_all_is_as_it_was(world: World) -> None:
    before = await _shape(world)

    for method, path, policies in every_route():
        if policies != [Policy.ANYONE]:
            await ask(method, path, world.stranger, world.ids)

    assert await _shape(world) == before


async def _shape(world: World) -> list[Any]:
    paths = ("/api/v1/auth/me", f"/api/v1/books/{world.ids['book_id']}", f"/api/v1/films/{world.ids['film_id']}", "/api/v1/films")
    paths += (
        f"/api/v1/books/{world.ids['book_id']}/cast",
        f"/api/v1/books/{world.ids['book_id']}/chapters",
        f"/api/v1/characters?book_id={world.ids['book_id']}",
        f"/api/v1/books/uploads/{world.ids['upload_id']}",
        "/api/v1/auth/sessions",
    )
    answers = [(await ask("GET", path, world.owner, world.ids)).json() for path in paths]
    for each in answers:
        if isinstance(each, dict):
            each.pop("elapsed", None)
            each.pop("seconds_left", None)
    return [str(each).split("signature=")[0] if "last_seen" not in str(each) else len(each) for each in answers]


async def test_the_owner_is_let_in_everywhere_but_to_the_admins_rooms(world: World) -> None:
    ends = ("DELETE", "/sign-out")
    routes = sorted(every_route(), key=lambda route: (route[0] == "DELETE", route[1].endswith("sign-out"), "sessions" in route[1]))
    answers = {
        f"{method} {path}": await ask(method, path, world.owner, world.ids)
        for method, path, policies in routes
        if policies != [Policy.ANYONE] and "sessions" not in path and not path.endswith(ends[1])
    }

    refused = {path: answer.status_code for path, answer in answers.items() if answer.status_code in (401, 403) and "/admin/" not in path}
    broken = {path: answer.text for path, answer in answers.items() if answer.status_code >= 500}
    reads = {path: answer.status_code for path, answer in answers.items() if path.startswith("GET") and "/admin/" not in path}
    assert refused.keys() <= {"POST /api/v1/auth/password", "POST /api/v1/auth/email"}, "only the wrong password is refused"
    assert broken == {}
    assert {path: status for path, status in reads.items() if status != 200} == {}
    assert all(answer.status_code == 403 for path, answer in answers.items() if "/admin/" in path)


async def test_an_admin_is_let_into_the_admins_rooms(world: World) -> None:
    answers = {
        f"{method} {path}": (await ask(method, path, world.admin, world.ids)).status_code
        for method, path, policies in every_route()
        if policies == [Policy.ADMIN]
    }

    assert answers
    assert {path for path, status in answers.items() if status in (401, 403) or status >= 500} == set()


# Event handlers


def ours() -> list[tuple[str, Any]]:
    return [(name, handler) for name, handler in handlers() if not is_own_of_reflex(handler) and not name.endswith(".setvar")]


def test_the_application_has_handlers_and_every_one_has_a_policy() -> None:
    assert application.app is not None
    assert len(ours()) > 30
    assert [name for name, handler in ours() if policy_of(handler) is None] == []


def test_the_setters_that_reflex_makes_by_itself_are_refused_at_the_gate() -> None:
    assert [name for name, handler in handlers() if name.endswith(".setvar") and is_guarded(handler)] == []


def test_what_visitors_may_call_is_meant_for_them() -> None:
    names = {name.rpartition(".")[2] for name, handler in ours() if policy_of(handler) is Policy.ANYONE}

    assert names == {"read", "resize", "choose_face", "choose_spacing"}


@dataclass
class Called:
    """What a handler did: its answers, and what its state shows."""

    answers: str
    shown: str


async def call(name: str, handler: Any, token: str, ids: dict[str, str]) -> Called:
    """Call a handler as the socket with this cookie would, on a page that names the owner's things."""
    kind = next(
        kind for kind in _states() if name.startswith(kind.get_full_name() + ".") and name.count(".") == kind.get_full_name().count(".") + 1
    )
    state = state_of(kind, token, "/somewhere", **{key: ids[key] for key in ("book_id", "chapter_id", "film_id")})
    answers: list[Any] = []
    with suppress(Exception):
        answer = handler(state, **_arguments(handler, ids))
        answers = [each async for each in _limited(answer)] if inspect.isasyncgen(answer) else [await answer]
    return Called(str(answers), str(state.dict()))


async def _limited(answer: AsyncIterator[Any]) -> AsyncIterator[Any]:
    async for number, each in _numbered(answer):
        yield each
        if number > 20:
            return


async def _numbered(answer: AsyncIterator[Any]) -> AsyncIterator[tuple[int, Any]]:
    number = 0
    async for each in answer:
        yield number, each
        number += 1


def _states() -> list[type[rx.State]]:
    found: list[type[rx.State]] = [rx.State]
    for kind in found:
        found.extend(kind.get_substates())  # type: ignore[arg-type]
    return sorted(found, key=lambda kind: -len(kind.get_full_name()))


def _arguments(handler: Any, ids: dict[str, str]) -> dict[str, Any]:
    kinds: dict[Any, Any] = {int: 1, bool: True, float: 1.0}
    names = list(inspect.signature(handler).parameters.items())[1:]
    return {name: ids.get(name, kinds.get(parameter.annotation, "x")) for name, parameter in names if parameter.default is parameter.empty}


async def test_no_handler_does_anything_for_nobody(world: World) -> None:
    for name, handler in ours():
        if policy_of(handler) is not Policy.ANYONE:
            found = await call(name, handler, "", world.ids)

            assert "/sign-in" in found.answers, (name, found.answers)
            assert "Journey" not in found.shown, name


async def test_no_handler_shows_a_stranger_what_is_the_owners(world: World) -> None:
    for name, handler in ours():
        if not getattr(handler, "_reflex_background_task", False):
            found = await call(name, handler, world.stranger, world.ids)

            assert "Journey" not in found.shown + found.answers, (name, found)
            assert "owner@example.org" not in found.shown, name


async def test_no_handler_of_a_stranger_changes_what_is_the_owners(world: World) -> None:
    before = await _shape(world)

    for name, handler in ours():
        if not getattr(handler, "_reflex_background_task", False):
            await call(name, handler, world.stranger, world.ids)

    assert await _shape(world) == before


async def test_a_learner_who_guesses_the_name_of_an_admins_handler_is_refused(world: World) -> None:
    named = [(name, handler) for name, handler in ours() if policy_of(handler) is Policy.ADMIN]

    answers = [(await call(name, handler, world.owner, world.ids)).answers for name, handler in named]

    assert named
    assert all("not open to your account" in answer for answer in answers)


async def test_the_owner_is_refused_nowhere_and_sees_what_is_theirs(world: World) -> None:
    shown: dict[str, str] = {}
    gentle = sorted(ours(), key=lambda each: each[0].endswith((".remove", ".end")))

    for name, handler in gentle:
        if policy_of(handler) is not Policy.ADMIN and not getattr(handler, "_reflex_background_task", False):
            found = await call(name, handler, world.owner, world.ids)
            shown[name.rpartition("___")[2]] = found.shown
            if name.endswith(".end"):
                break

            assert "/sign-in" not in found.answers, name
            assert "not open to your account" not in found.answers, name

    assert {name for name, text in shown.items() if "Journey" in text} >= {"book_state.load", "reader_state.load", "library_state.load"}


async def test_a_leak_would_be_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, whole = UUID(world.ids["user_id"]), library.book

    async def leaking(_: UUID, book_id: UUID | str) -> Any:
        return await whole(owner, book_id)

    monkeypatch.setattr(library, "book", leaking)

    with pytest.raises(AssertionError):
        await test_a_stranger_finds_nothing_that_is_the_owners(world)
    with pytest.raises(AssertionError):
        await test_no_handler_shows_a_stranger_what_is_the_owners(world)
