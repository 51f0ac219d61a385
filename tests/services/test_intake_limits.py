"""What one person may have begun at a time, so that nobody fills the disk or holds the threads of all."""

import asyncio
import os
import time
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from litink_app import db
from litink_app.config import settings
from litink_app.errors import Conflict, NotFound, Refused, TooMuch
from litink_app.models.account import Person
from litink_app.readers import web
from litink_app.repositories import runs
from litink_app.services import intake, uploads
from litink_app.services.subscriptions import SubscriptionManager

pytestmark = pytest.mark.usefixtures("database")


async def someone() -> UUID:
    person = Person(email=f"{uuid4().hex}@example.org", name="Somebody")
    async with db.session() as unit:
        unit.add(person)
    return person.id


async def test_only_the_newest_unfinished_uploads_are_kept_and_strangers_keep_theirs() -> None:
    alice, bob = await someone(), await someone()
    of_bob = await intake.begin_upload(bob, "bob.txt", 5)

    begun = [await intake.begin_upload(alice, "alice.txt", 5) for _ in range(uploads.UNFINISHED + 3)]

    for gone in begun[:3]:
        with pytest.raises(NotFound):
            await uploads.add_chunk(alice, gone, 0, b"hello")
    for kept in begun[3:]:
        assert await uploads.add_chunk(alice, kept, 0, b"hello") == 5
    assert await uploads.received(bob, of_bob) == 0
    assert len(list((settings().data / "uploads").glob("*.part"))) == uploads.UNFINISHED + 1


async def test_an_upload_begun_at_another_door_becomes_no_book_larger_than_the_tier_allows() -> None:
    person = await someone()
    most = (await SubscriptionManager().get_limits(person)).book_bytes
    upload = await uploads.begin(person, "film.mp4", most + 1)
    await asyncio.to_thread(os.truncate, settings().data / "uploads" / f"{upload}.part", most + 1)

    with pytest.raises(TooMuch, match="A book can have at most"):
        await intake.finish_upload(person, upload)

    assert await uploads.received(person, upload) == most + 1


async def test_a_book_that_another_press_took_in_meanwhile_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = await someone()
    upload = await uploads.begin(owner, "alice.txt", 5)
    await uploads.add_chunk(owner, upload, 0, b"Alice")
    add_book = intake.add_book

    async def overtaken(owner: UUID, path: Path, filename: str) -> UUID:
        await uploads.drop(UUID(upload))
        return await add_book(owner, path, filename)

    monkeypatch.setattr(intake, "add_book", overtaken)

    with pytest.raises(Conflict, match="already"):
        await intake.finish_upload(owner, upload)


async def test_slow_servers_hold_neither_the_threads_of_others_nor_two_of_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [await someone() for _ in range(20)]

    def slow(address: str, limit: int) -> web.Page:
        time.sleep(1)
        raise Refused("It did not come.")

    monkeypatch.setattr(web, "fetch", slow)
    fetching = [asyncio.create_task(intake.add_address(person, "http://example.org/")) for person in people]
    await asyncio.sleep(0.3)

    began = time.monotonic()
    await asyncio.to_thread(int)
    with pytest.raises(TooMuch, match="Another page"):
        await intake.add_address(people[0], "http://example.org/")
    assert time.monotonic() - began < 0.5
    assert all(isinstance(answer, Refused) for answer in await asyncio.gather(*fetching, return_exceptions=True))
    with pytest.raises(Refused, match="did not come"):
        await intake.add_address(people[0], "http://example.org/")


async def test_pressing_read_again_many_times_starts_one_reading() -> None:
    owner = await someone()
    book_id = await intake.add_text(owner, "A tale", "CHAPTER I\n\nOnce upon a time there was a fox.")

    await asyncio.gather(*[intake.read_again(owner, book_id) for _ in range(5)])

    async with db.session() as unit:
        assert len(await runs.about(unit, owner, book_id)) == 1
