"""Portraits and reference sheets of a book's cast: drawn once somebody looks at the cast, behind everything else, never paid for."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.providers.live import live
from litink_app.providers.ports import Made
from litink_app.repositories import books, plots
from litink_app.schemas.codec import from_json, to_json
from litink_app.schemas.picture import Actor, Look, PictureBrief, PictureKind
from litink_app.schemas.run import Blob, Done, Graph, Queue, StepSpec, Work
from litink_app.schemas.views import CharacterView
from litink_app.services import accounts, characters, covers, engine, runs
from litink_app.services.film_graph import portrait_of
from litink_app.services.graph import fingerprint
from litink_app.services.steps import step

PRIORITY = -4
MOST = 12
"""Of a large cast the first ones are drawn."""


@dataclass(frozen=True, slots=True)
class CastDrawn:
    """The cast with the pictures that are there, and how the drawing stands."""

    status: str
    cast: list[CharacterView]


async def ask(owner: UUID, book_id: UUID | str) -> UUID | None:
    """The run that draws the cast as it looks now, begun if there is none; None where there is no cast, or pictures would cost."""
    book = accounts.uuid(book_id)
    async with db.session() as unit:
        if await books.find(unit, owner, book, lock=True) is None:
            raise NotFound
        cards = (await plots.cards(unit, owner, book))[:MOST]
        if not cards or live().image.paid:
            return None
        graph = Graph(tuple(StepSpec(f"draw_person:{card.character}", "draw_person", {"look": card.look}) for card in cards))
        key = f"cast:{book}:{fingerprint(graph)}"
        return await engine.start(unit, owner, "cast", book, graph, idempotency_key=key, priority=PRIORITY)


async def watch(owner: UUID, book_id: UUID | str) -> AsyncIterator[CastDrawn]:
    """The cast now, and again whenever somebody of it was drawn."""
    run_id = await ask(owner, book_id)
    if run_id is None:
        return
    async for run in runs.watch(owner, run_id):
        yield CastDrawn(run.status, await characters.cast(owner, book_id))


@step("draw_person", queue=Queue.IMAGE, version=2, seconds=2.0, attempts=2)
async def draw_person(work: Work) -> Done:
    """Somebody's face, and a sheet of them from all sides."""
    look, maker = from_json(Look, work.params["look"]), live().image
    blobs: list[Blob] = []
    sheet = PictureBrief(PictureKind.REFERENCE_SHEET, look.name, 1280, 720, actors=(Actor(look),), seed=look.seed)
    for name, brief in (("picture", portrait_of(look)), ("sheet", sheet)):
        (folder := work.folder / name).mkdir(exist_ok=True)
        made = await maker.draw(brief, folder)
        if not isinstance(made, Made):
            raise Refused("The cast is drawn only by a studio of the house.")
        blobs.append(Blob(name, await covers.as_webp(made.path), "image/webp"))
    return Done({"look": to_json(look)}, tuple(blobs), provider=maker.name)
