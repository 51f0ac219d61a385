"""The cast of a book as makers of films see it: archetype, look and voice of each; a person's choices are kept."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.models.plot import CharacterCard
from litink_app.repositories import books, plots
from litink_app.schemas.book import Book
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.language import short
from litink_app.schemas.picture import Look
from litink_app.schemas.plot import Part
from litink_app.schemas.understanding import Being, Character, Gender, Understanding
from litink_app.schemas.views import CharacterView
from litink_app.services import accounts, cast_review, media_links, understood, voices
from litink_app.studio import dramaturg, screenwriter

_OWN_TIME = re.compile(
    r"\b(?:Mr|Mrs|Miss|Dr|sir|ma'am|madam|gentlem[ae]n|railway|train|telegra\w+|cabs?|newspaper|parlou?r|drawing-room|pistols?|revolver|rifles?|"
    r"guns?|cigars?|tobacco|hotel|police\w*|shillings?|dollars?|pounds?|tea|coffee|Captain|Colonel|Doctor|steamer|umbrella|waistcoat)\b"
)
"""What novels of the nineteenth century are full of: kings in their similes make no fairy tale of them."""

_DOUBLED = re.compile(r"\b(\w+)(?: \1\b)+")

_PERIODS = {
    "modern": re.compile(r"\b(?:telephone|phone|television|computer|car|cars|airport|police car|radio|plane|internet|truck|bus)\b"),
    "fairy": re.compile(r"\b(?:king|queen|prince|princess|castle|dragon|fairy|witch|giant|knight|sword|spell|enchanted)\b", re.IGNORECASE),
}


class CharacterService:
    """Makes the cards of a book's cast."""

    async def make_cards(self, owner: UUID, book_id: UUID, book: Book, found: Understanding) -> list[CharacterCard]:
        """A card for each important character; those that are there keep look and voice. Gives all, the hero first."""
        cast, parts, speakers, looks = await asyncio.to_thread(_imagined, book, found)
        async with db.session() as unit:
            chosen = (await understood.corrected(unit, book_id)).voices
            known = {card.character: card for card in await plots.cards(unit, owner, book_id)}
            for rank, who in enumerate(cast):
                card = known.get(who.id) or CharacterCard(owner_id=owner, book_id=book_id, character=who.id)
                card.rank, card.part = rank, to_json(parts[who.id])
                _dress(card, who, looks[who.id])
                card.own_voice = card.own_voice or who.id in chosen
                card.voice = chosen.get(who.id) or card.voice or speakers[who.id]
                unit.add(card)
            await unit.flush()
            return list(await plots.cards(unit, owner, book_id))


def _imagined(book: Book, found: Understanding) -> tuple[list[Character], dict[str, Part], dict[str, str], dict[str, Look]]:
    """Those who get a card, the hero first, with part, voice and look by id."""
    from litink_app.studio.voices import casting  # see `dressed`

    parts = {part.character: part for part in dramaturg.parts(book, found)}
    cast = [who for who in screenwriter.cast_of(found) if who.id in parts]
    looks = dressed(cast, book, frozenset(quote.speaker for quote in found.quotes if quote.speaker))
    speakers = casting.cast([replace(who, gender=_gender(who, looks[who.id])) for who in cast], short(book.language))
    return cast, parts, speakers, looks


def _gender(who: Character, look: Look) -> Gender:
    """Where the book does not tell whether a person is a man or a woman, the picture does."""
    return look.gender if who.gender is Gender.UNKNOWN and look.being is not Being.ANIMAL else who.gender


async def told_apart(book_id: UUID, made: Mapping[str, Any], narrator: str) -> dict[str, Any]:
    """The cast that the step `plot` made, for a film with this narrator: who shares that voice, unless by a person's choice, gets the next."""
    from litink_app.studio.voices import casting  # see `dressed`

    cast: dict[str, Any] = made["cast"]
    sharing = {who for who, one in cast.items() if one["voice"] == narrator and not one.get("own")}
    if not sharing:
        return cast
    async with db.session() as unit:
        found = await understood.load(unit, book_id)
    seen = [
        replace(who, gender=_gender(who, from_json(Look, cast[who.id]["look"]))) for who in screenwriter.cast_of(found) if who.id in cast
    ]
    kept = {who: one["voice"] for who, one in cast.items() if who not in sharing}
    chosen = await asyncio.to_thread(casting.cast, seen, made.get("language", "en"), narrator=narrator, fixed=kept)
    return {who: {**one, "voice": chosen.get(who, one["voice"])} for who, one in cast.items()}


def _dress(card: CharacterCard, who: Character, look: Look) -> None:
    """The look stays as it is, unless the character turned out to be a woman or a man: then the voice that was cast goes too."""
    kept = from_json(Look, card.look) if card.look else None
    if kept is None or (who.gender is not Gender.UNKNOWN and kept.gender is not who.gender):
        card.look, card.voice = to_json(look), card.voice if card.own_voice else ""
    elif kept.name != who.name:
        card.look = to_json(replace(kept, name=who.name))


async def cast(owner: UUID, book_id: UUID | str) -> list[CharacterView]:
    """The cards of the owner's book; empty before its plot was made."""
    async with db.session() as unit:
        book = accounts.uuid(book_id)
        cards = await plots.cards(unit, owner, book)
        found = await understood.load(unit, book) if cards else Understanding()
        drawn = await books.portraits(unit, owner, book) if cards else {}
    names = {voice.id: voice.name for voice in voices.offered()}
    people = {who.id: who for who in found.characters}
    return [_view(card, people[card.character], found, names, drawn) for card in cards if card.character in people]


def _view(
    card: CharacterCard, who: Character, found: Understanding, names: dict[str, str], drawn: Mapping[tuple[str, str], str]
) -> CharacterView:
    part, look = from_json(Part, card.part), from_json(Look, card.look)
    quotes = sum(quote.speaker == who.id for quote in found.quotes)
    return CharacterView(
        id=str(card.id),
        name=who.name,
        aliases=", ".join(who.aliases),
        role=part.role,
        archetype=part.archetype,
        archetype_reason=part.reason,
        gender=_gender(who, look),
        age=who.age,
        traits=list(part.traits),
        look=in_words(look),
        accent=look.accent,
        voice_id=card.voice,
        voice_name=names.get(card.voice, card.voice),
        portrait_url=_address(drawn.get((card.character, "picture"))),
        sheet_url=_address(drawn.get((card.character, "sheet"))),
        mentions=who.mentions,
        quotes=quotes,
        importance=who.importance,
    )


def _address(asset_id: str | None) -> str:
    return media_links.address(asset_id) if asset_id else ""


async def cast_by_name(owner: UUID, book_id: UUID | str, wishes: Mapping[str, str]) -> None:
    """Give people of the book the voices wished for, all or none; `wishes` is voices by name or alias."""
    async with db.session() as unit:
        book = accounts.uuid(book_id)
        if await books.find(unit, owner, book) is None:
            raise NotFound
        found = await understood.load(unit, book)
    chosen = {_called(found.characters, name).id: voices.called(voice).id for name, voice in wishes.items()}
    await voices.check_for(owner, book, list(chosen.values()))
    for character, voice in chosen.items():
        await cast_review.set_voice(owner, book_id, character, voice)


def _called(people: Sequence[Character], name: str) -> Character:
    wanted = name.strip().casefold()
    for who in people:
        if wanted in (who.name.casefold(), *(alias.casefold() for alias in who.aliases)):
            return who
    known = ", ".join(who.name for who in people[:24])
    raise Refused(f"Nobody in this book is called “{name.strip()[:40]}”. There are: {known}, and the Narrator.")


async def set_voice(owner: UUID, card_id: UUID | str, voice: str) -> None:
    """Give a character another voice; only scenes in which they speak become stale."""
    async with db.session() as unit:
        card = await plots.card(unit, owner, accounts.uuid(card_id))
    if card is None:
        raise NotFound
    await voices.check_for(owner, card.book_id, [voice])
    await cast_review.set_voice(owner, card.book_id, card.character, voice)


async def choose_voice(owner: UUID, book_id: UUID | str, character: str, voice: str) -> None:
    """As `set_voice`, by the character's id within the book; it need not have a card yet."""
    await voices.check_for(owner, book_id, [voice])
    await cast_review.set_voice(owner, book_id, character, voice)


def dressed(cast: Sequence[Character], book: Book, speakers: frozenset[str] = frozenset()) -> dict[str, Look]:
    """A look for each, no accent colour twice while there are enough; small animals among the `speakers` wear clothes."""
    from litink_app.studio.illustrator import wardrobe  # only workers dress people; the pages do without the libraries that draw

    found: dict[str, Look] = {}
    period = period_of(book.text)
    for who in cast:
        taken = tuple(look.accent for look in found.values())
        found[who.id] = wardrobe.look_of(who, period=period, taken=taken, book=book.title, speaks=who.id in speakers)
    return found


def period_of(text: str) -> str:
    """The wardrobe's period, by things that only some times have."""
    counts = {period: len(cues.findall(text)) for period, cues in _PERIODS.items()}
    if counts["fairy"] < 1.2 * len(_OWN_TIME.findall(text)):
        counts["fairy"] = 0
    likely = max(counts, key=lambda period: counts[period])
    return likely if counts[likely] * 20_000 > len(text) else "victorian"


def in_words(look: Look) -> str:
    """A look as a card tells it, nothing said twice."""
    parts = (look.species if look.being != "person" else look.age.value, look.build, look.hair, look.headwear, look.dress, look.carries)
    told = dict.fromkeys(part for part in parts if part and part not in ("average", "unknown"))
    return _DOUBLED.sub(r"\1", ", ".join(told))
