"""Films of books: the price first, then the run; everything that is shown comes from the run's rows."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from litink_app import db
from litink_app.errors import Conflict, NotFound, Refused
from litink_app.models.production import Production
from litink_app.repositories import books, film_media, lexicons, productions, usage
from litink_app.repositories import runs as run_rows
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.film import SyncReport
from litink_app.schemas.own_media import OwnFile
from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.production import ASPECTS, CAPTIONS, RATES, SIZES, FilmOptions
from litink_app.schemas.run import RunStatus, RunView
from litink_app.schemas.script import Script, ScriptStyle
from litink_app.schemas.views import FilmCard, ProductionView, QuoteView
from litink_app.services import engine, film_graph, film_kinds, plot, runs, voices
from litink_app.services.accounts import uuid
from litink_app.services.film_view import Earlier, chip_failed, film_card, production_view, script_of
from litink_app.services.names import plain
from litink_app.services.subscriptions import SubscriptionManager

KINDS = (plot, film_kinds)
"""Whose import registers the step kinds that a film's graph is made of."""
SHORTEST, LONGEST = 10, 3600
LONGEST_LINE = 600
Change = Callable[[AsyncSession, Production], Awaitable[None]]


def options_of(
    style: str, aspect: str, captions: str = "soft", look: str = "paper_theatre", height: int = 720, narrator: str = "", fps: int = 24
) -> FilmOptions:
    """The options in words, checked; Refused where there is no such choice."""
    if style not in list(ScriptStyle) or aspect not in ASPECTS or captions not in CAPTIONS:
        raise Refused("There is no such style, aspect ratio or kind of captions.")
    if look not in list(PictureStyle) or height not in SIZES or fps not in RATES:
        raise Refused("There is no such look, height or number of frames a second.")
    voice = voices.called(narrator).id if narrator else ""
    return FilmOptions(ScriptStyle(style), aspect, height, captions, PictureStyle(look), narrator=voice, fps=fps)


def _length(seconds: int) -> int:
    if not SHORTEST <= seconds <= LONGEST:
        raise Refused(f"A film can be {SHORTEST} seconds to {LONGEST // 60} minutes long.")
    return seconds


async def quote(owner: UUID, book_id: UUID | str, chapter_ids: Sequence[str], style: str, seconds: int, aspect: str) -> QuoteView:
    """What the film will cost and how long it takes, from the graph that would run."""
    options = options_of(style, aspect)
    async with db.session() as unit:
        await _chapters(unit, owner, uuid(book_id), chapter_ids)
    found = await runs.quote(film_graph.foreseen(_length(seconds), options))
    price = f"${found.usd_likely:.2f}" if found.usd_high else "Free"
    low, high = (max(1, round(value / 60)) for value in (found.seconds_low, found.seconds_high))
    minutes = f"about {low} min" if low == high else f"{low}–{high} min"
    return QuoteView(
        price, minutes, "Made on this machine by the embedded studio." if not found.usd_high else f"At most ${found.usd_high:.2f}."
    )


async def create(
    owner: UUID,
    book_id: UUID | str,
    chapter_ids: Sequence[str],
    *,
    style: str,
    seconds: int,
    aspect: str,
    captions: str = "soft",
    look: str = "paper_theatre",
    height: int = 720,
    narrator: str = "",
    fps: int = 24,
    own: Mapping[int, OwnFile] | None = None,
    animatic: bool = False,
    key: str,
) -> str:
    """Start a film; the same `key` (one per click), and the very same wishes while they are being filmed, start it once. Gives its id.

    `own` are the person's own files by scene (0: the music). With `animatic` a quick look is made of it first, and the film when `make` says so.
    """
    options = options_of(style, aspect, captions, look, height, narrator, fps)
    async with db.session(reserved=True) as unit:
        await usage.queue_up(unit, owner)
        known = await productions.by_key(unit, owner, key)
        if not own:
            known = known or await productions.underway(
                unit, owner, uuid(book_id), chapter_ids, to_json(options), seconds, animatic=animatic
            )
        if known:
            return str(known.id)
        await SubscriptionManager().check_film(unit, owner, _length(seconds), height)
        title, book_title = await _chapters(unit, owner, uuid(book_id), chapter_ids, options.narrator)
        production = Production(
            id=uuid4(),
            owner_id=owner,
            book_id=uuid(book_id),
            key=key,
            title=title,
            book_title=book_title,
            chapters=list(chapter_ids),
            options=to_json(options),
            seconds=seconds,
        )
        await SubscriptionManager().take(unit, owner, "film", key=f"film:{key}")
        unit.add(production)
        await unit.flush()
        for scene, file in (own or {}).items():
            await film_media.place(unit, owner, production.id, scene, file)
        await _run(unit, production, animatic=animatic)
    return str(production.id)


async def _chapters(unit: AsyncSession, owner: UUID, book: UUID, chapter_ids: Sequence[str], narrator: str = "") -> tuple[str, str]:
    """Titles of the film of these chapters, which is the book's where there are several, and of its book.

    Refused where there are none and where nobody, or not this narrator, speaks its language; NotFound where it is not theirs.
    """
    record = await books.find(unit, owner, book)
    if record is None:
        raise NotFound
    if record.status != "ready":
        raise Conflict("The book is still being read.")
    rows = {str(row.id): row for row in await books.chapters(unit, owner, book)}
    if not chapter_ids or any(str(chapter) not in rows for chapter in chapter_ids):
        raise Refused("Choose at least one chapter of this book.")
    voices.check(record.language, *([narrator] if narrator else []))
    alone = rows[str(chapter_ids[0])].title if len(chapter_ids) == 1 else ""
    return alone or record.title, record.title


async def _run(unit: AsyncSession, production: Production, *, animatic: bool = False) -> None:
    book = await books.find(unit, production.owner_id, production.book_id) if production.book_id else None
    if book is None:
        raise Conflict("The book of this film is gone, so it cannot be made anew.")
    options = from_json(FilmOptions, production.options)
    lexicon = await lexicons.of_book(unit, book.id)
    own = {str(one["scene"]): {"kind": one["kind"], "key": one["key"]} for one in await film_media.of(unit, book.owner_id, production.id)}
    made_of = (str(book.id), book.digest, production.chapters, production.seconds, options, production.script, lexicon, own)
    graph = film_graph.opening(*made_of, animatic=animatic)
    key = f"film:{production.id}:{production.take}"
    expected = graph if animatic else film_graph.foreseen(production.seconds, options)
    production.run_id = await engine.start(unit, production.owner_id, "film", production.id, graph, idempotency_key=key, forecast=expected)


async def _load(owner: UUID, production_id: UUID | str) -> Production:
    async with db.session() as unit:
        production = await productions.find(unit, owner, uuid(production_id))
    if production is None or production.run_id is None:
        raise NotFound
    return production


async def view(owner: UUID, production_id: UUID | str) -> ProductionView:
    """The film and its making, as it stands now."""
    production = await _load(owner, production_id)
    return production_view(production, await _run_view(owner, production), await _earlier(production))


async def _run_view(owner: UUID, production: Production) -> RunView:
    if production.run_id is None:
        raise NotFound
    return await runs.view(owner, production.run_id)


async def watch(owner: UUID, production_id: UUID | str) -> AsyncIterator[ProductionView]:
    """The view now and after each change, until the run has ended."""
    production = await _load(owner, production_id)
    if production.run_id is None:
        raise NotFound
    earlier = await _earlier(production)
    async for run in runs.watch(owner, production.run_id):
        yield production_view(production, run, earlier)


async def _earlier(production: Production) -> Earlier:
    if production.take == 1:
        return Earlier()
    async with db.session() as unit:
        film = await productions.last_film(unit, production.owner_id, production.id)
        first = await productions.first_making(unit, production.owner_id, production.id)
    return Earlier(film, first[1] if first and first[0] != production.run_id else 0.0)


async def films(owner: UUID, book_id: UUID | str | None = None) -> list[FilmCard]:
    """The owner's films, newest first."""
    async with db.session() as unit:
        found = await productions.of(unit, owner, uuid(book_id) if book_id else None)
        states = await productions.states(unit, [production.run_id for production in found if production.run_id])
    return [film_card(one, states.get(one.run_id) if one.run_id else None) for one in found]


async def script(owner: UUID, production_id: UUID | str) -> Script | None:
    """The script as it is filmed, or as a person has changed it where that take was stopped; None before it is written."""
    production = await _load(owner, production_id)
    run = await _run_view(owner, production)
    given = from_json(Script, production.script) if production.script else None
    return script_of({step.key: step for step in run.steps}) or given


async def written(owner: UUID, production_id: UUID | str) -> Script:
    """The script as it is filmed; Conflict before it is written."""
    found = await script(owner, production_id)
    if found is None:
        raise Conflict("The script is not written yet.")
    return found


async def report(owner: UUID, production_id: UUID | str) -> SyncReport | None:
    """What was measured of the finished film; None before it is joined."""
    run = await _run_view(owner, await _load(owner, production_id))
    made = next((step.data.get("report") for step in run.steps if step.key == "merge"), None)
    return from_json(SyncReport, made) if made else None


async def edit_line(owner: UUID, production_id: UUID | str, line_id: str, text: str) -> str:
    """Change what a line says and make anew what depends on it, nothing else. Gives the new run's id."""
    words = plain(text)
    if not words or len(words) > LONGEST_LINE:
        raise Refused(f"A line needs words, and {LONGEST_LINE} characters at most.")
    return await _refilm(owner, production_id, _with_line(await written(owner, production_id), line_id, words))


async def make(owner: UUID, production_id: UUID | str) -> str:
    """Make the film of which only a quick look was taken. Gives the new run's id, or that of the run that makes it already."""
    return await _refilm(owner, production_id, await written(owner, production_id), animatic=False)


async def renew(owner: UUID, production_id: UUID | str) -> str:
    """Make the film anew from its script with the voices and the lexicon of today; what they do not change is taken as it is."""
    return await _refilm(owner, production_id, await written(owner, production_id))


async def refilm(owner: UUID, production_id: UUID | str, change: Change) -> str:
    """Make the film anew from its script after a change of something else, which is made in the same unit. Gives the new run's id."""
    return await _refilm(owner, production_id, await written(owner, production_id), change)


def _with_line(script: Script, line_id: str, text: str) -> Script:
    if not any(line.id == line_id for scene in script.scenes for line in scene.lines):
        raise NotFound("There is no such line.")
    scenes = tuple(
        replace(scene, lines=tuple(replace(line, text=text, verbatim=False) if line.id == line_id else line for line in scene.lines))
        for scene in script.scenes
    )
    return replace(script, scenes=scenes)


async def _refilm(
    owner: UUID, production_id: UUID | str, script: Script, change: Change | None = None, *, animatic: bool | None = None
) -> str:
    """The next take; another quick look where the last one was one, unless said otherwise."""
    async with db.session(reserved=True) as unit:
        production = await productions.find(unit, owner, uuid(production_id), lock=True)
        if production is None:
            raise NotFound
        if going := await run_rows.going(unit, owner, "film", production.id):
            if animatic is False and not await productions.is_animatic(unit, production):
                return str(going)
            raise Conflict("The film is still being made. Wait for its end, or cancel it first.")
        if change:
            await change(unit, production)
        animatic = await productions.is_animatic(unit, production) if animatic is None else animatic
        production.script, production.take = to_json(script), production.take + 1
        unit.add(production)
        await _run(unit, production, animatic=animatic)
    return str(production.run_id)


async def cancel(owner: UUID, production_id: UUID | str) -> None:
    await runs.cancel(owner, await _run_id(owner, production_id))


async def pause(owner: UUID, production_id: UUID | str) -> None:
    await runs.pause(owner, await _run_id(owner, production_id))


async def resume(owner: UUID, production_id: UUID | str) -> None:
    await runs.resume(owner, await _run_id(owner, production_id))


async def retry(owner: UUID, production_id: UUID | str) -> None:
    """Go on from where it stopped; where it goes on already, as after a second press, nothing is to be done.

    Where a graphics chip failed, all shots are filmed anew without it: those of one film have one encoder.
    """
    run_id = await _run_id(owner, production_id)
    run = await runs.view(owner, run_id)
    if run.status in (RunStatus.QUEUED, RunStatus.RUNNING):
        return
    if chip_failed(run):
        await refilm(owner, production_id, _without_chip)
    else:
        await runs.retry(owner, run_id)


async def _without_chip(_unit: AsyncSession, production: Production) -> None:
    production.options = {**production.options, "chip": False}


async def delete(owner: UUID, production_id: UUID | str) -> None:
    """The film with the runs of all its takes and their files, or nothing of it."""
    async with db.session() as unit:
        production = await productions.find(unit, owner, uuid(production_id), lock=True)
        if production is None:
            raise NotFound
        await runs.delete_about(unit, owner, production.id)
        await film_media.drop(unit, owner, production.id)
        await unit.delete(production)


async def _run_id(owner: UUID, production_id: UUID | str) -> UUID:
    production = await _load(owner, production_id)
    if production.run_id is None:
        raise NotFound
    return production.run_id
