"""A cast is drawn once it is looked at: a face and a sheet of each, once for one look, gone with the book."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlmodel import select

from litink_app import db, events
from litink_app.errors import NotFound
from litink_app.models.asset import Asset
from litink_app.providers.live import live
from litink_app.providers.storage import storage
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.picture import Look, PictureBrief
from litink_app.schemas.production import FilmOptions
from litink_app.services import cast_pictures, characters, film_graph, library, plot, steps
from tests.services.sql import sql
from tests.services.test_cast_review import lamp  # noqa: F401
from tests.services.toys import drain


@pytest.fixture(autouse=True)
async def engine_room(database: str) -> AsyncIterator[None]:
    yield
    await events.close()


@pytest.fixture
async def cast(lamp: tuple[UUID, UUID]) -> tuple[UUID, UUID]:  # noqa: F811
    """An owner and a book whose people have cards."""
    owner, book_id = lamp
    await plot.start_plot(owner, book_id)
    await drain()
    return owner, book_id


class Easel:
    """The house's own pictures, and what was asked of them."""

    paid = False

    def __init__(self) -> None:
        self.drawn: list[Any] = []
        self.name = live().image.name

    async def draw(self, brief: PictureBrief, folder: Path) -> Any:
        self.drawn.append(to_json(brief))
        return await live().image.draw(brief, folder)


async def drawn(owner: UUID) -> list[Asset]:
    async with db.session() as unit:
        return [*(await unit.exec(select(Asset).where(Asset.owner_id == owner, Asset.name.in_(["picture", "sheet"]))))]  # type: ignore[attr-defined]


async def test_everybody_of_a_cast_gets_a_face_and_a_sheet(cast: tuple[UUID, UUID], tmp_path: object) -> None:
    before = await characters.cast(*cast)

    await cast_pictures.ask(*cast)
    await drain()

    after = await characters.cast(*cast)
    assert len(after) > 1 and not any(one.portrait_url or one.sheet_url for one in before)
    assert all(one.portrait_url and one.sheet_url for one in after)
    assert len({url for one in after for url in (one.portrait_url, one.sheet_url)}) == 2 * len(after)
    sizes = set[tuple[str | None, tuple[int, int]]]()
    for asset in await drawn(cast[0]):
        with Image.open(await storage().fetch(asset.key, tmp_path)) as image:  # type: ignore[arg-type]
            sizes.add((image.format, image.size))
    assert {("WEBP", (640, 640)), ("WEBP", (1280, 720))} <= sizes


async def test_looking_again_draws_nothing_again_and_another_look_draws_one(cast: tuple[UUID, UUID]) -> None:
    first = await cast_pictures.ask(*cast)
    await drain()

    again = await cast_pictures.ask(*cast)
    await sql("""update character_card set look = jsonb_set(look, '{accent}', '"#123456"') where rank = 0""")
    other = await cast_pictures.ask(*cast)
    await drain()

    assert first == again != other
    [(made,)] = await sql(f"select count(*) from step where run_id = '{other}' and not reused")
    assert made == 1


async def test_a_cast_is_drawn_anew_where_it_would_be_drawn_otherwise_today(
    cast: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await cast_pictures.ask(*cast)

    monkeypatch.setitem(steps._kinds, "draw_person", replace(steps.find("draw_person"), version=99))
    other = await cast_pictures.ask(*cast)

    assert first != other


async def test_a_film_draws_the_very_face_that_the_cast_has(cast: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    easel = Easel()
    monkeypatch.setattr(cast_pictures, "live", lambda: SimpleNamespace(image=easel))
    looks = [from_json(Look, look) for (look,) in await sql("select look from character_card")]

    await cast_pictures.ask(*cast)
    await drain()

    faces = [brief for brief in easel.drawn if brief["kind"] == "portrait"]
    filmed = [film_graph._character(look, FilmOptions()).params["brief"] for look in looks]
    assert faces and sorted(faces, key=str) == sorted(filmed, key=str)


async def test_the_page_sees_each_picture_as_it_comes_and_then_the_end(cast: tuple[UUID, UUID]) -> None:
    await cast_pictures.ask(*cast)
    await drain()

    seen = [view async for view in cast_pictures.watch(*cast)]

    assert seen[-1].status == "done" and all(one.sheet_url for one in seen[-1].cast)


async def test_nothing_is_drawn_of_a_book_of_others_nor_where_it_would_cost(
    cast: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFound):
        await cast_pictures.ask(uuid4(), cast[1])
    monkeypatch.setattr(cast_pictures, "live", lambda: SimpleNamespace(image=SimpleNamespace(paid=True)))

    paid = await cast_pictures.ask(*cast)

    assert paid is None
    assert [view async for view in cast_pictures.watch(*cast)] == []


async def test_the_pictures_go_with_the_book(cast: tuple[UUID, UUID]) -> None:
    await cast_pictures.ask(*cast)
    await drain()

    await library.delete(*cast)

    assert await drawn(cast[0]) == []
    assert await sql("select kind from run where kind <> 'film'") == []
