"""The library over a real database and the real engine: a file goes in, chapters come out, strangers see nothing."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from litink_app import db
from litink_app.config import settings
from litink_app.errors import Conflict, NotFound, Refused, TooMuch
from litink_app.models.account import Person
from litink_app.repositories import books, understandings
from litink_app.schemas.book import Book
from litink_app.schemas.understanding import Character, Evidence, Gender, Mention, Quote, Scene, Term, Understanding
from litink_app.services import intake, library
from tests.services.toys import drain

STORY = "\n\n\n".join(
    f"CHAPTER {roman}\n\n{title}\n\n"
    + "\n\n".join(f"{title} went on its way, and number {n} was told to all who came to listen." for n in range(30))
    for roman, title in (("I", "The Road"), ("II", "The River"), ("III", "The Sea"))
)


async def someone() -> UUID:
    person = Person(email=f"{uuid4().hex}@example.org", name="Somebody")
    async with db.session() as unit:
        unit.add(person)
    return person.id


def quietly(book: Book) -> Understanding:
    """A fake understanding of one speaker."""
    who = Character("traveller", "The Traveller", ("he",), Gender.UNKNOWN, 3, 1.0)
    quote = Quote(0, 7, book.text[:7], "traveller", None, 0.9, Evidence.EXPLICIT)
    scene = Scene(0, len(book.text), "a road", present=("traveller",), tension=0.25)
    return Understanding(
        characters=(who,), mentions=(Mention(0, 7, "traveller"),), quotes=(quote,), scenes=(scene,), terms=(Term("road", "a way", 0, 4),)
    )


@pytest.fixture(autouse=True)
def _understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_understood", quietly)


async def bring(owner: UUID, text: str = STORY, name: str = "journey.txt") -> UUID:
    data = text.encode()
    upload = await library.begin_upload(owner, name, len(data))
    for start in range(0, len(data), 1000):
        await library.add_chunk(owner, upload, start, data[start : start + 1000])
    return UUID((await library.finish_upload(owner, upload)).id)


async def test_an_uploaded_book_is_read_and_its_chapters_can_be_opened(database: str) -> None:
    owner = await someone()

    book_id = await bring(owner)
    before = await library.book(owner, book_id)
    await drain()
    after = await library.book(owner, book_id)
    first = await library.chapter(owner, book_id, after.chapters[0].id)

    assert before.book.status == "reading" and not before.chapters
    assert after.book.status == "ready" and after.book.percent == 100
    assert [(row.label, row.title) for row in after.chapters] == [
        ("Chapter 1", "The Road"),
        ("Chapter 2", "The River"),
        ("Chapter 3", "The Sea"),
    ]
    assert [row.name for row in after.cast] == ["The Traveller"]
    assert first.paragraphs[0].kind == "heading" and first.paragraphs[2].text.startswith("The Road went on")
    assert (first.previous_id, first.next_id) == ("", after.chapters[1].id)


async def test_a_broken_upload_goes_on_where_it_stopped(database: str) -> None:
    owner = await someone()
    data = STORY.encode()
    upload = await library.begin_upload(owner, "journey.txt", len(data))
    await library.add_chunk(owner, upload, 0, data[:3000])

    with pytest.raises(Conflict):
        await library.add_chunk(owner, upload, 4000, data[4000:])
    with pytest.raises(Conflict):
        await library.finish_upload(owner, upload)
    there = await library.received(owner, upload)
    await library.add_chunk(owner, upload, 2000, data[2000:])
    card = await library.finish_upload(owner, upload)

    assert there == 3000
    assert card.status == "reading"
    assert not list((settings().data / "uploads").iterdir())


async def test_the_same_file_is_the_same_book(database: str) -> None:
    owner, other = await someone(), await someone()

    first, again, elsewhere = await bring(owner), await bring(owner, name="copy.txt"), await bring(other)

    assert first == again
    assert first != elsewhere
    assert len(await library.shelf(owner)) == 1


@pytest.mark.parametrize("name", ["книга.текст", "本.本", "tale.٣", "tale.a b", "tale.muchtoolong", ".", "tale"])
async def test_no_name_of_a_file_keeps_it_out(database: str, name: str) -> None:
    book_id = await bring(owner := await someone(), name=name)

    assert (await library.book(owner, book_id)).book.status == "reading"


async def test_a_stranger_finds_nothing(database: str) -> None:
    owner, stranger = await someone(), await someone()
    book_id = await bring(owner)
    await drain()
    chapter = (await library.book(owner, book_id)).chapters[0].id
    upload = await library.begin_upload(owner, "x.txt", 10)

    attempts = (
        lambda: library.book(stranger, book_id),
        lambda: library.chapter(stranger, book_id, chapter),
        lambda: library.delete(stranger, book_id),
        lambda: library.rename(stranger, book_id, chapter, "Mine"),
        lambda: library.undo(stranger, book_id),
        lambda: library.add_chunk(stranger, upload, 0, b"x"),
        lambda: library.book(stranger, "no-id-at-all"),
        lambda: library.read_again(stranger, book_id),
    )
    for attempt in attempts:
        with pytest.raises(NotFound):
            await attempt()

    assert await library.shelf(stranger) == []
    async with db.session() as unit:
        with pytest.raises(NotFound):
            await books.load(unit, stranger, book_id)


async def test_a_file_over_the_limit_is_refused_with_both_sizes(database: str) -> None:
    owner = await someone()

    with pytest.raises(TooMuch, match="MB"):
        await library.begin_upload(owner, "huge.epub", 10 << 40)
    with pytest.raises(Refused):
        await library.begin_upload(owner, "none.epub", 0)
    upload = await library.begin_upload(owner, "small.txt", 10)
    with pytest.raises(Refused):
        await library.add_chunk(owner, upload, 5, b"123456")


async def test_what_is_no_book_fails_with_one_clear_sentence(database: str) -> None:
    owner = await someone()

    await bring(owner, "PK\x03\x04" + "\x01" * 5000, "archive.epub")
    await drain()
    card = (await library.shelf(owner))[0]

    assert card.status == "failed"
    assert card.message == "This archive holds neither an EPUB nor a Word document."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x7fELF" + b"\x01" * 500, "a program"),
        (b"\xff\xd8\xff\xe0" + b"\x01" * 500, "a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 " + b"\x01" * 500, "a picture"),
        (b"ID3\x04\0\0" + b"\x01" * 500, "a sound"),
        (b"\0\0\0\x18ftypmp42" + b"\x01" * 500, "a clip"),
        (b" \n" * 500, "empty"),
    ],
)
async def test_what_is_surely_no_book_is_refused_at_the_door_whatever_it_is_called(database: str, data: bytes, why: str) -> None:
    owner = await someone()
    upload = await library.begin_upload(owner, "x.epub", len(data))
    await library.add_chunk(owner, upload, 0, data)

    with pytest.raises(Refused, match=why):
        await library.finish_upload(owner, upload)

    assert await library.shelf(owner) == []
    with pytest.raises(NotFound):
        await library.received(owner, upload)


async def test_corrections_change_the_chapters_and_undo_takes_them_back(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner)
    await drain()

    async def titles() -> list[str]:
        return [row.title or row.label for row in (await library.book(owner, book_id)).chapters]

    rows = (await library.book(owner, book_id)).chapters
    await library.rename(owner, book_id, rows[1].id, "The Stream")
    await library.merge(owner, book_id, rows[2].id)
    paragraph = (await library.chapter(owner, book_id, rows[0].id)).paragraphs[10]
    await library.split(owner, book_id, paragraph.start, "Half-way")
    await library.move(owner, book_id, rows[1].id, rows[0].id)
    changed = await titles()
    await library.skip(owner, book_id, rows[0].id)
    skipped = await titles()
    for _ in range(5):
        assert await library.undo(owner, book_id)

    assert changed == ["The Stream", "The Road", "Half-way"]
    assert skipped == ["The Stream", "Half-way"]
    assert await titles() == ["The Road", "The River", "The Sea"]
    assert [row.id for row in (await library.book(owner, book_id)).chapters] == [row.id for row in rows]
    assert not await library.undo(owner, book_id)


async def test_corrections_outlive_a_second_reading(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner)
    await drain()
    rows = (await library.book(owner, book_id)).chapters
    await library.rename(owner, book_id, rows[0].id, "My Road")
    await library.set_kind(owner, book_id, rows[2].id, "back")

    await library.read_again(owner, book_id)
    await drain()
    after = await library.book(owner, book_id)

    assert after.book.status == "ready"
    assert [(row.id, row.title, row.kind) for row in after.chapters] == [
        (rows[0].id, "My Road", "body"),
        (rows[1].id, "The River", "body"),
        (rows[2].id, "The Sea", "back"),
    ]


async def test_what_is_understood_comes_back_as_it_was(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner)
    await drain()

    async with db.session() as unit:
        book = await books.load(unit, owner, book_id)
        found = await understandings.load(unit, book_id)

    assert found == quietly(book)
    assert book.text[book.chapters[0].start : book.chapters[0].end].startswith("CHAPTER I\n")


async def test_deleting_a_book_leaves_nothing_of_it(database: str) -> None:
    owner = await someone()
    book_id = await bring(owner)
    await drain()

    await library.delete(owner, book_id)

    assert await library.shelf(owner) == []
    async with db.session() as unit:
        assert (await understandings.load(unit, book_id)).characters == ()
    with pytest.raises(NotFound):
        await library.delete(owner, book_id)


async def test_the_sample_is_a_whole_tale(database: str) -> None:
    owner = await someone()

    book_id = await library.add_sample(owner)
    await drain()
    found = await library.book(owner, book_id)

    assert (found.book.title, found.book.authors, found.book.sample, found.language) == ("The Selfish Giant", "Oscar Wilde", True, "en")
    assert found.book.words > 1500
    assert await library.add_sample(owner) == book_id


async def test_pasted_text_becomes_a_book(database: str) -> None:
    owner = await someone()

    await library.add_text(owner, "A note", "Once upon a time there was a note.\n\nIt was short.")
    await drain()

    assert (await library.shelf(owner))[0].title == "A Note"


def test_the_sample_file_is_shipped() -> None:
    assert Path(intake.SAMPLE).is_file()
