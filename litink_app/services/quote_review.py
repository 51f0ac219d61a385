"""The quote review: who says what, chapter by chapter, with how sure that is and why; each can be given to somebody else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

from litink_app import db
from litink_app.errors import NotFound
from litink_app.models.book import ChapterRecord
from litink_app.repositories import books, corrections
from litink_app.schemas.correction import Corrected, Correction, Verb
from litink_app.schemas.review import Piece, SpokenChapter, SpokenParagraph, Voice
from litink_app.schemas.understanding import Evidence, Quote, Understanding
from litink_app.schemas.views import Paragraph
from litink_app.services import cast_review, library, understood
from litink_app.services.chapter_review import known
from litink_app.understanding.corrections import context

CLEAR, LIKELY = 0.85, 0.6
WHY = {
    Evidence.EXPLICIT: "The text names the speaker beside it.",
    Evidence.ANAPHORIC: "A “he” or “she” stands beside it.",
    Evidence.TURN_TAKING: "It was their turn in the talk.",
    Evidence.VOCATIVE: "Somebody calls them by name in the talk.",
    Evidence.NARRATOR: "The teller of the story speaks.",
    Evidence.GUESS: "Nothing beside it tells; this is a guess.",
    Evidence.HAND: "You said so.",
}
LEFT_OUT = {"figure", "scene_break"}


async def review(owner: UUID, book_id: UUID | str, chapter_id: UUID | str) -> SpokenChapter:
    """One chapter of the owner's book; "" gives the first in which somebody speaks."""
    key = known(book_id)
    async with db.session() as unit:
        record = await books.find(unit, owner, key)
        rows = list(await books.chapters(unit, owner, key))
        if record is None or not rows:
            raise NotFound
        now = await understood.corrected(unit, key)
        here = rows[_place(rows, chapter_id, now.found)]
        passage = await books.passage(unit, owner, key, here.start, here.stop)
        made = await corrections.of_book(unit, key)
    return _spoken(record.title, rows, here, library.paragraphs(passage, here.start, {}), now, made)


async def say(owner: UUID, book_id: UUID | str, start: int, character: str) -> None:
    """The quotation that starts at `start` is said by this character; "" for the narrator or nobody known."""
    key = known(book_id)
    async with db.session() as unit:
        if not await books.owned(unit, owner, key):
            raise NotFound
        text = await corrections.text(unit, key)

    def made(found: Understanding) -> Correction:
        quote = next((one for one in found.quotes if one.start == start), None)
        if quote is None:
            raise NotFound("There is no such quotation.")
        who = cast_review.of(found, character) if character else None
        before = context(text, quote.start)
        name, identity = (who.name, who.id) if who else ("", "")
        return Correction(str(uuid4()), Verb.SPEAKER, "", "", name, identity, quote.start, quote.text, before)

    await cast_review.keep(owner, key, made)


def sure(quote: Quote) -> str:
    """How sure the speaker is, in one word."""
    if quote.evidence is Evidence.HAND:
        return "yours"
    if quote.speaker is None:
        return "unsure"
    return "clear" if quote.confidence >= CLEAR else "likely" if quote.confidence >= LIKELY else "unsure"


def _place(rows: Sequence[ChapterRecord], chapter_id: UUID | str, found: Understanding) -> int:
    if chapter_id:
        wanted = known(chapter_id)
        place = next((place for place, row in enumerate(rows) if row.id == wanted), -1)
    else:
        spoken = [place for place, row in enumerate(rows) if any(row.start <= quote.start < row.stop for quote in found.quotes)]
        place = spoken[0] if spoken else 0
    if place < 0:
        raise NotFound
    return place


def _spoken(
    title: str, rows: Sequence[ChapterRecord], here: ChapterRecord, text: list[Paragraph], now: Corrected, made: list[Correction]
) -> SpokenChapter:
    place = rows.index(here)
    inside = [quote for quote in now.found.quotes if here.start <= quote.start < here.stop]
    label, name = library.label_of(here)
    voices, cast = _voices(now.found, inside)
    return SpokenChapter(
        book_title=title,
        id=str(here.id),
        label=label,
        title=name,
        chapters=[(str(row.id), " · ".join(part for part in library.label_of(row) if part)) for row in rows],
        previous_id=str(rows[place - 1].id) if place else "",
        next_id=str(rows[place + 1].id) if place + 1 < len(rows) else "",
        paragraphs=_paragraphs(text, inside, now.found),
        voices=voices,
        cast=cast,
        quotes=len(inside),
        unsure=sum(sure(quote) == "unsure" for quote in inside),
        corrected=sum(quote.evidence is Evidence.HAND for quote in inside),
        changes=cast_review.changes([one for one in made if one.verb is Verb.SPEAKER], now),
    )


def _voices(found: Understanding, inside: Sequence[Quote]) -> tuple[list[Voice], list[Voice]]:
    """Who speaks in the chapter, the one who says most first; and everybody, these first."""
    said, colors = Counter(quote.speaker for quote in inside), _colors(found, inside)
    everybody = [Voice(who.id, who.name, colors[who.id], said[who.id]) for who in found.characters]
    everybody.sort(key=lambda voice: -voice.quotes)
    return [voice for voice in everybody if voice.quotes], everybody


def _colors(found: Understanding, inside: Sequence[Quote]) -> dict[str, int]:
    """The colours of the cast; of two in this chapter who share one, the one who says less gets another while there is one."""
    colors, taken = cast_review.colors_of(found), set[int]()
    for speaker, _ in Counter(quote.speaker for quote in inside if quote.speaker in colors).most_common():
        free = [color for color in range(1, cast_review.COLORS + 1) if color not in taken]
        if speaker and colors[speaker] in taken and free:
            colors[speaker] = free[0]
        taken.add(colors[speaker or ""])
    return colors


def _paragraphs(text: list[Paragraph], inside: Sequence[Quote], found: Understanding) -> list[SpokenParagraph]:
    names, colors = {who.id: who.name for who in found.characters}, _colors(found, inside)
    made: list[SpokenParagraph] = []
    for one in text:
        if one.kind not in LEFT_OUT:
            touching = [quote for quote in inside if quote.start < one.end and quote.end > one.start]
            made.append(SpokenParagraph(one.kind, one.start, list(_pieces(one, touching, names, colors))))
    return made


def _pieces(one: Paragraph, touching: Sequence[Quote], names: dict[str, str], colors: dict[str, int]) -> Iterator[Piece]:
    """The paragraph in stretches of telling and speech; what is quoted inside a quotation belongs to it."""
    at = one.start
    for quote in touching:
        first, last = max(at, quote.start), min(quote.end, one.end)
        if last <= first:
            continue
        if at < first:
            yield Piece(one.text[at - one.start : first - one.start])
        yield _piece(one.text[first - one.start : last - one.start], quote, names, colors)
        at = last
    if at < one.end:
        yield Piece(one.text[at - one.start :])


def _piece(text: str, quote: Quote, names: dict[str, str], colors: dict[str, int]) -> Piece:
    who = quote.speaker or ""
    why = WHY[quote.evidence] if who or quote.evidence is Evidence.HAND else "Nobody was found who says it."
    return Piece(text, quote.start, who, names.get(who, ""), colors.get(who, 0), sure(quote), why, names.get(quote.addressee or "", ""))
