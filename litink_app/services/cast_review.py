"""The cast review: a person's corrections of who is who, kept by name so that they outlive a new understanding of the book."""

from collections import Counter
from collections.abc import Callable
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.models.book import BookRecord
from litink_app.repositories import books, corrections, plots
from litink_app.schemas.correction import IMPORTANCES, Corrected, Correction, Verb
from litink_app.schemas.review import CastEntry, CastReview, Change
from litink_app.schemas.understanding import Character, Gender, Understanding
from litink_app.services import understood
from litink_app.services.chapter_review import known
from litink_app.services.names import plain

LONGEST_NAME = 80
COLORS = 8
MARKS = "“”‘’«»\"'"
GENDERS = {Gender.FEMALE: "a woman", Gender.MALE: "a man", Gender.NEUTRAL: "neither", Gender.UNKNOWN: "not known"}


async def review(owner: UUID, book_id: UUID | str) -> CastReview:
    """Everybody in the owner's book, the most important first, and what was corrected."""
    async with db.session() as unit:
        record = await books.find(unit, owner, known(book_id))
        if record is None:
            raise NotFound
        now = await understood.corrected(unit, record.id)
        made = await corrections.of_book(unit, record.id)
    spoken = Counter(quote.speaker for quote in now.found.quotes)
    colors = colors_of(now.found)
    cast = [_entry(who, spoken[who.id], now.voices.get(who.id, ""), colors[who.id]) for who in now.found.characters]
    return CastReview(record.title, record.status, cast, changes(made, now))


def colors_of(found: Understanding) -> dict[str, int]:
    """A colour of the palette for each, the same on every page; 1 is the most important one's."""
    return {who.id: place % COLORS + 1 for place, who in enumerate(found.characters)}


def changes(made: list[Correction], now: Corrected) -> list[Change]:
    """The corrections in words, newest first."""
    return [Change(one.id, _in_words(one), one.id in now.applied) for one in reversed(made)]


def _entry(who: Character, quotes: int, voice: str, color: int) -> CastEntry:
    return CastEntry(who.id, who.name, list(who.aliases), who.gender.value, level(who), who.mentions, quotes, voice, color)


def level(who: Character) -> str:
    """The importance in one word."""
    return "main" if who.importance > IMPORTANCES["supporting"] else "supporting" if who.importance > 0.1 else "minor"


def _in_words(one: Correction) -> str:
    match one.verb:
        case Verb.RENAME:
            return f"{one.who} is called {one.value}"
        case Verb.MERGE:
            return f"{one.who} is {one.value}"
        case Verb.SPLIT:
            return f"{one.value} is somebody else than {one.who}"
        case Verb.GENDER:
            return f"{one.who}: {GENDERS[Gender(one.value)]}"
        case Verb.IMPORTANCE:
            return f"{one.who} is a {one.value} character"
        case Verb.VOICE:
            return f"{one.who} has the voice that you chose"
        case Verb.SPEAKER:
            words = one.words.strip(MARKS)
            return f"{one.value or 'Nobody known'} says “{words[:48]}{'…' if len(words) > 48 else ''}”"


async def rename(owner: UUID, book_id: UUID | str, character: str, name: str) -> None:
    """Call the character by another name; the old one stays an alias."""
    clean = plain(name)
    if not clean or len(clean) > LONGEST_NAME:
        raise Refused(f"A name has one to {LONGEST_NAME} letters.")

    def made(found: Understanding) -> Correction:
        who = of(found, character)
        if any(other.name == clean for other in found.characters if other.id != who.id):
            raise Refused(f"Somebody else is called {clean}. If they are the same, join the two.")
        return _about(Verb.RENAME, who, clean)

    await keep(owner, book_id, made)


async def merge(owner: UUID, book_id: UUID | str, character: str, into: str) -> None:
    """The two are one person, who keeps the name of `into`."""

    def made(found: Understanding) -> Correction:
        who, other = of(found, character), of(found, into)
        if who.id == other.id:
            raise Refused("That is the same person already.")
        return _about(Verb.MERGE, who, other.name, other.id)

    await keep(owner, book_id, made)


async def split_off(owner: UUID, book_id: UUID | str, character: str, alias: str) -> None:
    """The alias belongs to somebody else: a character of their own, with the lines said under that name."""

    def made(found: Understanding) -> Correction:
        who = of(found, character)
        if alias not in who.aliases:
            raise NotFound("There is no such name.")
        return _about(Verb.SPLIT, who, alias)

    await keep(owner, book_id, made)


async def set_gender(owner: UUID, book_id: UUID | str, character: str, gender: str) -> None:
    if gender not in list(Gender):
        raise Refused("There is no such choice.")
    await keep(owner, book_id, lambda found: _about(Verb.GENDER, of(found, character), gender))


async def set_importance(owner: UUID, book_id: UUID | str, character: str, importance: str) -> None:
    """A key of `IMPORTANCES`."""
    if importance not in IMPORTANCES:
        raise Refused("There is no such choice.")
    await keep(owner, book_id, lambda found: _about(Verb.IMPORTANCE, of(found, character), importance))


async def set_voice(owner: UUID, book_id: UUID | str, character: str, voice: str) -> None:
    """One of the voices of `voices.offered`; the caller has checked that there is such a voice."""
    async with db.session() as unit:
        record = await _book(unit, owner, book_id)
        who = of(await understood.load(unit, record.id), character)
        card = next((card for card in await plots.cards(unit, owner, record.id) if card.character == who.id), None)
        before = card.voice if card else ""
        await corrections.add(unit, record.id, _about(Verb.VOICE, who, voice, before=before))
        if card:
            card.voice, card.own_voice = voice, True
            unit.add(card)


async def forget(owner: UUID, book_id: UUID | str, correction: UUID | str) -> None:
    """Take a correction back; those that were made on top of it stay and fit where they still can."""
    async with db.session() as unit:
        record = await _book(unit, owner, book_id)
        gone = next((one for one in await corrections.of_book(unit, record.id) if one.id == str(correction)), None)
        if gone is None:
            raise NotFound
        if gone.verb is Verb.VOICE:
            await _voice_as_before(unit, record, gone)
        await corrections.drop(unit, record.id, UUID(gone.id))
        await understood.stamp(unit, record)


async def _voice_as_before(unit: AsyncSession, record: BookRecord, gone: Correction) -> None:
    for card in await plots.cards(unit, record.owner_id, record.id):
        if card.character == gone.who_key and card.voice == gone.value:
            card.voice, card.own_voice = gone.before, False
            unit.add(card)


async def keep(owner: UUID, book_id: UUID | str, made: Callable[[Understanding], Correction]) -> None:
    """Add a correction of what the owner sees now."""
    async with db.session() as unit:
        record = await _book(unit, owner, book_id)
        one = made(await understood.load(unit, record.id))
        await corrections.add(unit, record.id, one)
        await understood.stamp(unit, record)


def of(found: Understanding, character: str) -> Character:
    """The character with this id; NotFound where there is none."""
    for who in found.characters:
        if who.id == character:
            return who
    raise NotFound("There is no such character.")


def _about(verb: Verb, who: Character, value: str, value_key: str = "", *, before: str = "") -> Correction:
    return Correction(str(uuid4()), verb, who.name, who.id, value, value_key, before=before)


async def _book(unit: AsyncSession, owner: UUID, book_id: UUID | str) -> BookRecord:
    record = await books.find(unit, owner, known(book_id), lock=True)
    if record is None:
        raise NotFound
    return record
