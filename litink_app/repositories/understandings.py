"""What is understood of books: written whole, read back as `Understanding`. The caller has checked whose book it is."""

import asyncio
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app.repositories.sql import act, dumps, row, rows
from litink_app.schemas.book import Span
from litink_app.schemas.understanding import (
    Age,
    Being,
    Character,
    Evidence,
    Gender,
    LookHint,
    Mention,
    Quote,
    Relation,
    Scene,
    Term,
    Understanding,
)

_TABLES = ("book_reading", "book_character", "book_quote", "book_scene", "book_term")


async def save(unit: AsyncSession, book_id: UUID, found: Understanding) -> None:
    """Put this understanding in the place of the one before."""
    for table in _TABLES:
        await act(unit, f"delete from {table} where book_id = :book", book=book_id)  # noqa: S608
    await _insert(
        unit,
        book_id,
        "book_reading",
        [_reading(found)],
        "sentences jsonb, mentions jsonb, objectives jsonb, relations jsonb, warnings jsonb",
    )
    await _insert(
        unit,
        book_id,
        "book_character",
        [_character(index, character) for index, character in enumerate(found.characters)],
        "position int, character text, name text, aliases jsonb, gender text, age text, being text, species text, mentions int, "
        "importance float8, first int, hints jsonb",
    )
    await _insert(
        unit,
        book_id,
        "book_quote",
        [_quote(index, quote) for index, quote in enumerate(found.quotes)],
        "position int, start int, stop int, words text, speaker text, addressee text, confidence float8, evidence text, manner text",
    )
    await _insert(
        unit,
        book_id,
        "book_scene",
        [_scene(index, scene) for index, scene in enumerate(found.scenes)],
        "position int, start int, stop int, place text, kit text, time text, weather text, present jsonb, props jsonb, tension float8, "
        "sentiment float8",
    )
    await _insert(
        unit,
        book_id,
        "book_term",
        [
            {"position": index, "words": term.text, "definition": term.definition, "start": term.start, "stop": term.end}
            for index, term in enumerate(found.terms)
        ],
        "position int, words text, definition text, start int, stop int",
    )


async def _insert(unit: AsyncSession, book_id: UUID, table: str, many: list[dict[str, Any]], columns: str) -> None:
    """All rows in one statement."""
    names = ", ".join(f'"{column.split()[0]}"' for column in columns.split(", "))
    typed = ", ".join(f'"{column.split()[0]}" {column.split()[1]}' for column in columns.split(", "))
    await act(
        unit,
        f"insert into {table} (book_id, {names}) select :book, {names} from jsonb_to_recordset(cast(:many as jsonb)) as one({typed})",  # noqa: S608
        book=book_id,
        many=await asyncio.to_thread(dumps, many),
    )


def _reading(found: Understanding) -> dict[str, Any]:
    return {
        "sentences": [[span.start, span.end] for span in found.sentences],
        "mentions": [[mention.start, mention.end, mention.character] for mention in found.mentions],
        "objectives": [[span.start, span.end] for span in found.objectives],
        "relations": [[relation.first, relation.second, relation.kind, relation.weight] for relation in found.relations],
        "warnings": list(found.warnings),
    }


def _character(index: int, who: Character) -> dict[str, Any]:
    return {
        "position": index,
        "character": who.id,
        "name": who.name,
        "aliases": list(who.aliases),
        "gender": who.gender,
        "age": who.age,
        "being": who.being,
        "species": who.species,
        "mentions": who.mentions,
        "importance": who.importance,
        "first": who.first,
        "hints": [[hint.text, hint.start, hint.end] for hint in who.hints],
    }


def _quote(index: int, quote: Quote) -> dict[str, Any]:
    return {
        "position": index,
        "start": quote.start,
        "stop": quote.end,
        "words": quote.text,
        "speaker": quote.speaker,
        "addressee": quote.addressee,
        "confidence": quote.confidence,
        "evidence": quote.evidence,
        "manner": quote.manner,
    }


def _scene(index: int, scene: Scene) -> dict[str, Any]:
    return {
        "position": index,
        "start": scene.start,
        "stop": scene.end,
        "place": scene.place,
        "kit": scene.kit,
        "time": scene.time,
        "weather": scene.weather,
        "present": list(scene.present),
        "props": list(scene.props),
        "tension": scene.tension,
        "sentiment": scene.sentiment,
    }


async def load(unit: AsyncSession, book_id: UUID) -> Understanding:
    """What is understood of the book; empty where nothing is yet."""
    reading = await row(unit, "select * from book_reading where book_id = :book", book=book_id)
    if reading is None:
        return Understanding()
    characters = await rows(unit, "select * from book_character where book_id = :book order by position", book=book_id)
    quotes = await rows(unit, "select * from book_quote where book_id = :book order by position", book=book_id)
    scenes = await rows(unit, "select * from book_scene where book_id = :book order by position", book=book_id)
    terms = await rows(unit, "select * from book_term where book_id = :book order by position", book=book_id)
    return Understanding(
        sentences=tuple(Span(*pair) for pair in reading["sentences"]),
        characters=tuple(_to_character(one) for one in characters),
        mentions=tuple(Mention(*one) for one in reading["mentions"]),
        quotes=tuple(_to_quote(one) for one in quotes),
        scenes=tuple(_to_scene(one) for one in scenes),
        terms=tuple(Term(one["words"], one["definition"], one["start"], one["stop"]) for one in terms),
        objectives=tuple(Span(*pair) for pair in reading["objectives"]),
        relations=tuple(Relation(*one) for one in reading["relations"]),
        warnings=tuple(reading["warnings"]),
    )


def _to_character(one: Any) -> Character:
    return Character(
        one["character"],
        one["name"],
        tuple(one["aliases"]),
        Gender(one["gender"]),
        one["mentions"],
        one["importance"],
        Age(one["age"]),
        Being(one["being"]),
        one["species"],
        tuple(LookHint(*hint) for hint in one["hints"]),
        one["first"],
    )


def _to_quote(one: Any) -> Quote:
    return Quote(
        one["start"],
        one["stop"],
        one["words"],
        one["speaker"],
        one["addressee"],
        one["confidence"],
        Evidence(one["evidence"]),
        one["manner"],
    )


def _to_scene(one: Any) -> Scene:
    return Scene(
        one["start"],
        one["stop"],
        one["place"],
        one["kit"],
        one["time"],
        one["weather"],
        tuple(one["present"]),
        tuple(one["props"]),
        one["tension"],
        one["sentiment"],
    )
