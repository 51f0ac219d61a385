"""A book without a cover gets one that is drawn, once per reading; a book with a cover keeps its own."""

from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from sqlmodel import select

from litink_app import db
from litink_app.models.asset import Asset
from litink_app.providers.storage import storage
from litink_app.repositories import books
from litink_app.schemas.book import Book
from litink_app.schemas.understanding import Scene
from litink_app.services import covers, intake, library
from tests.services.test_library import bring, quietly, someone
from tests.services.toys import drain


@pytest.fixture(autouse=True)
def _understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", quietly)


async def cover(owner: UUID, book_id: UUID) -> Asset | None:
    async with db.session() as unit:
        record = await books.find(unit, owner, book_id)
        assert record is not None
        return (await unit.exec(select(Asset).where(Asset.id == UUID(record.cover)))).first() if record.cover else None


async def pictures(owner: UUID) -> int:
    async with db.session() as unit:
        return len((await unit.exec(select(Asset).where(Asset.owner_id == owner, Asset.name == "picture"))).all())


async def test_a_book_without_a_cover_gets_one_and_the_shelf_shows_it(database: str, tmp_path: Path) -> None:
    owner = await someone()

    book_id = await bring(owner)
    await drain()
    card = (await library.book(owner, book_id)).book

    drawn = await cover(owner, book_id)
    assert drawn is not None and card.cover_url
    with Image.open(await storage().fetch(drawn.key, tmp_path)) as image:
        assert (image.format, image.size) == ("WEBP", (600, 900))
        assert len(image.getcolors(1 << 20) or ()) > 500
    assert drawn.bytes < 200_000


async def test_another_reading_draws_another_and_leaves_no_picture_behind(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner)
    await drain()

    await library.read_again(owner, book_id)
    await drain()

    assert await cover(owner, book_id) is not None
    assert await pictures(owner) == 1
    await library.delete(owner, book_id)
    assert await pictures(owner) == 0


async def test_a_maker_who_is_paid_is_never_asked_for_a_cover(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, asked = await someone(), list[str]()

    class Paid:
        name, paid = "painter", True

        async def draw(self, brief: object, folder: object) -> None:
            asked.append("draw")

    class Live:
        image = Paid()

    monkeypatch.setattr(covers, "live", Live)
    book_id = await bring(owner)
    await drain()

    assert (await library.book(owner, book_id)).book.status == "ready"
    assert await cover(owner, book_id) is None and asked == []


def test_the_cover_shows_where_most_of_the_book_plays() -> None:
    book = Book("The Ship", ("A. Sailor",), "en", "x" * 100, ())
    scenes = (Scene(0, 20, "an inn", "kitchen"), Scene(20, 60, "", ""), Scene(60, 100, "the deck", "ship", "night"))

    brief = covers.brief_of(book, scenes, 7)

    assert brief.setting is not None
    assert (brief.setting.kit, brief.setting.time, brief.title, brief.subtitle) == ("ship", "night", "The Ship", "A. Sailor")
    assert covers.brief_of(book, (), 7).setting is None
